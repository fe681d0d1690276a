/* Words of an author that tell of a death, a relapse or a progression: what
 * intervals and responses end with, if it is told as that.
 *
 * A sentence may do so with its first words ("died of sepsis") or its last ones
 * ("second CNS relapse", 中枢复发); what denies it stands beside them ("no
 * relapse", 未复发), and what relapsed but is not the disease behind them
 * ("recurrence of fever"). It is no grammar: who is asked can answer. */
#include "model/foreign.h"
#include "model/turn-words.h"

#include <glib.h>
#include <string.h>

static const char *const relapses[] = {"relapse", "relapsed", "recurrence",
    "recurred", "progression", "progressed", "progressive disease", "rezidiv",
    "rückfall", "progrediente erkrankung", "复发", "进展"};
static const char *const deaths[] = {"death", "died", "dead", "deceased",
    "exitus", "tod", "todesfall", "verstorben", "gestorben", "死亡", "去世",
    "病逝"};

/* Beside the words of a turn: there is none, or it is of something else. */
static const char *const before[] = {"no", "not", "without", "of", "for",
    "after", "before", "since", "until", "kein", "keine", "ohne", "nicht",
    "nach", "vor", "bis", "seit"};
static const char *const behind[] = {
    "of", "der", "des", "einer", "eines", "von", "free"};
static const char *const denials[] = {"未", "无", "非", "防", "免", "后", "前"};

static const char *const stops[] = {",", ";", ":", "(", ")", ". ", "，", "；",
    "：", "（", "）", "。", "、", " - ", " – ", " — "};

static bool
is_one(const char *const *list, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], word) == 0)
			return true;
	return false;
}

#define IS_ONE(list, word) is_one(list, G_N_ELEMENTS(list), word)

static enum cc_turn_words
turn_of(const char *word)
{
	if (IS_ONE(deaths, word))
		return CC_TURN_WORDS_DEATH;
	return IS_ONE(relapses, word) ? CC_TURN_WORDS_RELAPSE
	                              : CC_TURN_WORDS_NONE;
}

/* Some of the words of a sentence, as one text. */
static char *
join(char *const *words, guint count)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < count; i++)
		g_string_append_printf(
		    text, "%s%s", i > 0 ? " " : "", words[i]);
	return g_string_free(text, FALSE);
}

#define WORDS_MAX 2 /* of what names a turn */

static enum cc_turn_words
turn_of_words(char *const *words, guint count)
{
	for (guint length = 1; length <= MIN(WORDS_MAX, count); length++) {
		char *const *last = words + count - length;
		g_autofree char *first_words = join(words, length);
		g_autofree char *last_words = join(last, length);
		enum cc_turn_words turn = turn_of(first_words);

		if (turn == CC_TURN_WORDS_DEATH ||
		    (turn == CC_TURN_WORDS_RELAPSE &&
			(length == count || !IS_ONE(behind, words[length]))))
			return turn;
		turn = turn_of(last_words);
		if (turn != CC_TURN_WORDS_NONE &&
		    (length == count || !IS_ONE(before, last[-1])))
			return turn;
	}
	return CC_TURN_WORDS_NONE;
}

/* Whether one of the denials ends a text of so many bytes. */
static bool
is_denied(const char *text, size_t length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(denials); i++) {
		size_t of = strlen(denials[i]);

		if (length >= of &&
		    strncmp(text + length - of, denials[i], of) == 0)
			return true;
	}
	return false;
}

/* Chinese words are not parted by blanks. */
static enum cc_turn_words
turn_of_han(const char *sentence, const char *const *list, size_t count,
    enum cc_turn_words turn)
{
	for (size_t i = 0; i < count; i++) {
		const char *word = list[i];

		if ((unsigned char)word[0] < 0x80 || strchr(word, ' ') != NULL)
			continue;
		if (g_str_has_suffix(sentence, word) &&
		    !is_denied(sentence, strlen(sentence) - strlen(word)))
			return turn;
	}
	return CC_TURN_WORDS_NONE;
}

static enum cc_turn_words
turn_of_sentence(const char *sentence)
{
	g_auto(GStrv) words = g_strsplit_set(sentence, " ", -1);
	enum cc_turn_words turn = turn_of_words(words, g_strv_length(words));

	if (turn == CC_TURN_WORDS_NONE)
		turn = turn_of_han(sentence, deaths, G_N_ELEMENTS(deaths),
		    CC_TURN_WORDS_DEATH);
	if (turn == CC_TURN_WORDS_NONE)
		turn = turn_of_han(sentence, relapses, G_N_ELEMENTS(relapses),
		    CC_TURN_WORDS_RELAPSE);
	return turn;
}

/* Where the sentence ends; *next: where another begins. */
static const char *
sentence_end(const char *from, const char **next)
{
	const char *end = from + strlen(from);

	*next = end;
	for (size_t i = 0; i < G_N_ELEMENTS(stops); i++) {
		const char *stop = strstr(from, stops[i]);

		if (stop == NULL || stop >= end)
			continue;
		end = stop;
		*next = stop + strlen(stops[i]);
	}
	return end;
}

enum cc_turn_words
cc_turn_words(const char *text)
{
	g_autofree char *small = g_utf8_strdown(text, -1);
	enum cc_turn_words turn = CC_TURN_WORDS_NONE;

	for (const char *p = small, *next; *p != '\0' && !turn; p = next) {
		const char *end = sentence_end(p, &next);
		g_autofree char *sentence =
		    g_strstrip(g_strndup(p, (size_t)(end - p)));

		if (*sentence != '\0')
			turn = turn_of_sentence(sentence);
	}
	return turn;
}
