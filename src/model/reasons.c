/* Why something was done, happened or ended: ids of the case, of an end also
 * names of the vocabulary, which may be of several words (patient choice); else
 * the author's own words, as written. Several stand between blanks where each
 * is an id or a code, else between commas: out of a phrase no word is taken,
 * for a planned pregnancy is no "completed as planned", and heart failure no
 * failure of the treatment. */
#include "model/model.h"
#include "model/read.h"

#include <string.h>

void
cc_field_read_reasons(const struct cc_field_read *in)
{
	struct cc_reasons *reasons =
	    CC_AT(struct cc_reasons, in->to, in->field->at);

	reasons->words = cc_field_split(in);
	reasons->fact = cc_arena_new_array(
	    in->reading->arena, const struct cc_fact *, reasons->words.count);
}

/* Words on their way into what they mean. */
struct reasons {
	struct cc_reading *reading;
	const struct cc_terms *terms;
	bool of_end; /* the vocabulary has words for it */
	const struct cc_words *from;
	struct cc_reasons *to;
};

static void
add(struct reasons *reasons, const char *word, const struct cc_fact *fact,
    size_t first)
{
	struct cc_words *words = &reasons->to->words;

	words->pos[words->count] = reasons->from->pos[first];
	words->word[words->count] = word;
	reasons->to->fact[words->count++] = fact;
}

/* The words as one. */
static char *
phrase(const struct cc_words *from, size_t first, size_t after)
{
	GString *said = g_string_new(from->word[first]);

	for (size_t i = first + 1; i < after; i++)
		g_string_append_printf(said, " %s", from->word[i]);
	return g_string_free(said, FALSE);
}

/* ---- names of the vocabulary ---- */

static const struct cc_term *
find_term(const struct reasons *reasons, const char *name)
{
	return reasons->of_end
	           ? cc_terms_find(reasons->terms, CC_IN_STOP, NULL, name)
	           : NULL;
}

static bool
add_name(struct reasons *reasons, size_t first, size_t after)
{
	g_autofree char *name = phrase(reasons->from, first, after);
	const struct cc_term *term = find_term(reasons, name);

	if (term == NULL)
		return false;
	add(reasons, cc_arena_strdup(reasons->reading->arena, term->code), NULL,
	    first);
	return true;
}

static bool
is_code(const struct reasons *reasons, size_t at)
{
	const char *word = reasons->from->word[at];
	const struct cc_term *term = find_term(reasons, word);

	return term != NULL && g_ascii_strcasecmp(term->code, word) == 0;
}

/* ---- ids ---- */

#define TARGET (CC_TARGET_DATED | CC_TARGET_SERIES)

/* False where the word is no id; `called`: nor the code of one fact alone. */
static bool
add_id(struct reasons *reasons, size_t at, bool called)
{
	const char *word = reasons->from->word[at];
	const struct cc_named *named =
	    called ? cc_read_named(reasons->reading, word, TARGET)
		   : g_hash_table_lookup(reasons->reading->names, word);

	if (named == NULL)
		return false;
	if (named->thing == NULL)
		return true; /* it is there, and was refused */
	if (named->target & TARGET)
		add(reasons, word, named->thing, at);
	else
		cc_diag(reasons->reading->diags, CC_E318,
		    reasons->from->pos[at], word, cc_named_word(named),
		    reasons->of_end ? "stop-because" : "because",
		    "something with a time");
	return true;
}

/* ---- words that are neither ---- */

/* Ids and words of the vocabulary, to look for the nearest. */
static GPtrArray *
list_words(const struct reasons *reasons, GString *legal)
{
	const struct cc_vocab *vocab = reasons->terms->vocab;
	GPtrArray *words = g_ptr_array_new();
	GHashTableIter each;
	gpointer id;
	size_t count = 0;
	const struct cc_term *const *terms =
	    vocab == NULL ? NULL : cc_vocab_list(vocab, CC_IN_STOP, &count);

	g_hash_table_iter_init(&each, reasons->reading->names);
	while (g_hash_table_iter_next(&each, &id, NULL))
		g_ptr_array_add(words, id);
	for (size_t i = 0; i < count; i++) {
		g_ptr_array_add(words, (gpointer)terms[i]->code);
		g_string_append_printf(
		    legal, "%s%s", i > 0 ? ", " : "", terms[i]->code);
	}
	return words;
}

/* False where a word is nearly an id or a word of the vocabulary: it is
 * refused. */
static bool
is_no_end(const struct reasons *reasons, const char *word, struct cc_pos pos)
{
	struct cc_reading *reading = reasons->reading;
	g_autoptr(GString) legal = g_string_new(NULL);
	g_autoptr(GPtrArray) words = list_words(reasons, legal);
	const char *nearest =
	    cc_hint_spend(&reading->hints)
		? cc_nearest(
		      word, (const char *const *)words->pdata, words->len)
		: NULL;
	g_autofree char *hint = cc_hint_text(nearest);

	if (nearest != NULL)
		cc_diag(reading->diags, CC_E382, pos, word, legal->str, hint);
	return nearest == NULL;
}

/* The same of an id alone, or of the code of several facts. */
static bool
is_no_cause(const struct reasons *reasons, const char *word, struct cc_pos pos)
{
	g_autofree char *hint = cc_read_nearest(reasons->reading, word, TARGET);

	if (*hint != '\0')
		cc_diag(reasons->reading->diags, CC_E307, pos, word, hint);
	return *hint == '\0';
}

/* Words that mean nothing are one reason, as written: bad luck. What is nearly
 * an id or a word of the vocabulary is refused, since it was meant for that;
 * two words are no slip of the pen: "no toxicity" is not toxicity. */
static void
add_words(struct reasons *reasons, size_t first, size_t after)
{
	struct cc_reading *reading = reasons->reading;
	const struct cc_words *from = reasons->from;
	const struct cc_pos pos =
	    cc_pos_join(from->pos[first], from->pos[after - 1]);
	g_autofree char *said = phrase(from, first, after);

	if (after == first + 1 &&
	    !(reasons->of_end ? is_no_end(reasons, said, pos)
			      : is_no_cause(reasons, said, pos)))
		return;
	add(reasons, cc_read_prose(reading, said, pos), NULL, first);
	if (reasons->of_end)
		cc_diag(reading->diags, CC_W343, pos, said, "reason for an end",
		    "");
	else
		cc_diag(reading->diags, CC_W354, pos, said);
}

/* ---- all of them ---- */

static bool
is_id(const struct reasons *reasons, size_t at)
{
	return g_hash_table_contains(
	    reasons->reading->names, reasons->from->word[at]);
}

/* Nor a fact that is called by its code. */
static bool
is_known(const struct reasons *reasons, size_t at)
{
	return is_code(reasons, at) ||
	       cc_read_named(
		   reasons->reading, reasons->from->word[at], TARGET) != NULL;
}

/* A fact that is called by its code of several words: heart failure. */
static bool
add_called(struct reasons *reasons, size_t first, size_t after)
{
	struct cc_arena *arena = reasons->reading->arena;
	g_autofree char *said = phrase(reasons->from, first, after);
	const char *id = cc_name_made(arena, cc_arena_strdup(arena, said));
	const struct cc_named *named =
	    cc_read_named(reasons->reading, id, TARGET);

	if (named == NULL || named->thing == NULL)
		return false;
	add(reasons, id, named->thing, first);
	return true;
}

/* A stretch without ids and commas. */
static void
add_stretch(struct reasons *reasons, size_t first, size_t after)
{
	if (add_name(reasons, first, after) ||
	    add_called(reasons, first, after))
		return;
	for (size_t i = first; i < after; i++) {
		if (is_known(reasons, i))
			continue;
		add_words(reasons, first, after);
		return;
	}
	for (size_t i = first; i < after; i++)
		if (!add_name(reasons, i, i + 1))
			add_id(reasons, i, true);
}

/* Without the comma that ends it; false: it has none. */
static bool
drop_comma(struct cc_arena *arena, const char **word)
{
	size_t length = strlen(*word);

	if (length < 2 || strchr(",;", (*word)[length - 1]) == NULL)
		return false;
	*word = cc_arena_strndup(arena, *word, length - 1);
	return true;
}

static void
read_reasons(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_reasons *reasons, bool of_end)
{
	const struct cc_words from = reasons->words;
	struct reasons all = {reading, terms, of_end, &from, reasons};
	size_t after;

	reasons->words = (struct cc_words){
	    cc_arena_new_array(reading->arena, const char *, from.count),
	    cc_arena_new_array(reading->arena, struct cc_pos, from.count), 0};
	for (size_t i = 0; i < from.count; i = after) {
		bool ends = drop_comma(reading->arena, &from.word[i]);

		after = i + 1;
		if (add_id(&all, i, false))
			continue;
		for (; after < from.count && !ends; after++) {
			ends = drop_comma(reading->arena, &from.word[after]);
			if (is_id(&all, after))
				break;
		}
		add_stretch(&all, i, after);
	}
}

void
cc_read_causes(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_reasons *because)
{
	read_reasons(reading, terms, because, false);
}

void
cc_read_ends(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_reasons *stop)
{
	read_reasons(reading, terms, stop, true);
}
