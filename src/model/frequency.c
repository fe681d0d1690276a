/* How often something is given, in the words of prescriptions and in those of
 * narratives: a lexicon of small words in every language that ships, and over
 * it one grammar:
 *
 *     frequency = (fixed | every | rate) [in-all]
 *     every     = EVERY (count UNIT [NUMBER TIMES] | OTHER UNIT)
 *     count     = [NUMBER [[TO] NUMBER]]
 *     rate      = NUMBER [TIMES] (PER UNIT | ADVERB) | NUMBER HOURLY | ADVERB
 *               | NUMBER every
 *     in-all    = (TIMES | ALL) NUMBER [TIMES]
 *
 * "3 weekly" is refused: it is every third week to some and three times a week
 * to others. */
#include "model/dosing.h"

#include <glib.h>
#include <string.h>

enum word {
	END,    /* of the text */
	NOTHING /* known */,
	NUMBER,
	TIMES,  /* 2 x, 3 times */
	PER,    /* a day, per week, 2/week */
	EVERY,
	OTHER,  /* every other day */
	TO,     /* every 2 to 3 weeks; a hyphen is no word */
	UNIT,   /* of time */
	ADVERB, /* daily: once in the unit */
	HOURLY, /* 8-hourly: every 8 hours */
	ALL,    /* weekly, 4 doses in all */
	FIXED   /* says all */
};

#define RATE(n, m, letter)                                                     \
	{                                                                      \
		.how = CC_FREQUENCY_TIMES, .times = (n), .per = (m),           \
		.unit = (letter)                                               \
	}
#define HOW(kind)                                                              \
	{                                                                      \
		.how = CC_FREQUENCY_##kind                                     \
	}

static const struct entry {
	const char *text;
	enum word word;
	int number; /* of NUMBER, or of the letters in a unit: a year has 12 m */
	char unit;
	struct cc_frequency is; /* of FIXED */
} lexicon[] = {
    {.text = "qd", .word = FIXED, .is = RATE(1, 1, 'd')},
    {.text = "od", .word = FIXED, .is = RATE(1, 1, 'd')},
    {.text = "bid", .word = FIXED, .is = RATE(2, 1, 'd')},
    {.text = "bd", .word = FIXED, .is = RATE(2, 1, 'd')},
    {.text = "tid", .word = FIXED, .is = RATE(3, 1, 'd')},
    {.text = "tds", .word = FIXED, .is = RATE(3, 1, 'd')},
    {.text = "qid", .word = FIXED, .is = RATE(4, 1, 'd')},
    {.text = "qds", .word = FIXED, .is = RATE(4, 1, 'd')},
    {.text = "qod", .word = FIXED, .is = RATE(1, 2, 'd')},
    {.text = "隔日", .word = FIXED, .is = RATE(1, 2, 'd')},
    {.text = "隔日一次", .word = FIXED, .is = RATE(1, 2, 'd')},
    {.text = "qw", .word = FIXED, .is = RATE(1, 1, 'w')},
    {.text = "biw", .word = FIXED, .is = RATE(2, 1, 'w')},
    {.text = "tiw", .word = FIXED, .is = RATE(3, 1, 'w')},
    {.text = "qm", .word = FIXED, .is = RATE(1, 1, 'm')},
    {.text = "qn", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "hs", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "nocte", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "nightly", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "at night", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "at bedtime", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "zur nacht", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "每晚", .word = FIXED, .is = HOW(NIGHT)},
    {.text = "prn", .word = FIXED, .is = HOW(NEEDED)},
    {.text = "as needed", .word = FIXED, .is = HOW(NEEDED)},
    {.text = "bei bedarf", .word = FIXED, .is = HOW(NEEDED)},
    {.text = "必要时", .word = FIXED, .is = HOW(NEEDED)},
    {.text = "single dose", .word = FIXED, .is = HOW(ONCE)},
    {.text = "einmalig", .word = FIXED, .is = HOW(ONCE)},
    {.text = "单次", .word = FIXED, .is = HOW(ONCE)},
    {.text = "continuous", .word = FIXED, .is = HOW(CONTINUOUS)},
    {.text = "continuously", .word = FIXED, .is = HOW(CONTINUOUS)},
    {.text = "ci", .word = FIXED, .is = HOW(CONTINUOUS)},
    {.text = "kontinuierlich", .word = FIXED, .is = HOW(CONTINUOUS)},
    {.text = "持续", .word = FIXED, .is = HOW(CONTINUOUS)},

    {.text = "once", .word = NUMBER, .number = 1},
    {.text = "one", .word = NUMBER, .number = 1},
    {.text = "einmal", .word = NUMBER, .number = 1},
    {.text = "一", .word = NUMBER, .number = 1},
    {.text = "twice", .word = NUMBER, .number = 2},
    {.text = "two", .word = NUMBER, .number = 2},
    {.text = "zweimal", .word = NUMBER, .number = 2},
    {.text = "两", .word = NUMBER, .number = 2},
    {.text = "二", .word = NUMBER, .number = 2},
    {.text = "thrice", .word = NUMBER, .number = 3},
    {.text = "three", .word = NUMBER, .number = 3},
    {.text = "dreimal", .word = NUMBER, .number = 3},
    {.text = "三", .word = NUMBER, .number = 3},
    {.text = "four", .word = NUMBER, .number = 4},
    {.text = "viermal", .word = NUMBER, .number = 4},
    {.text = "四", .word = NUMBER, .number = 4},

    {.text = "x", .word = TIMES},
    {.text = "×", .word = TIMES},
    {.text = "times", .word = TIMES},
    {.text = "doses", .word = TIMES},
    {.text = "mal", .word = TIMES},
    {.text = "次", .word = TIMES},
    {.text = "for", .word = ALL},
    {.text = ", for", .word = ALL},
    {.text = "insgesamt", .word = ALL},
    {.text = ", insgesamt", .word = ALL},
    {.text = "共", .word = ALL},
    {.text = ",共", .word = ALL},
    {.text = ", 共", .word = ALL},
    {.text = "，共", .word = ALL},

    {.text = "/", .word = PER},
    {.text = "a", .word = PER},
    {.text = "per", .word = PER},
    {.text = "pro", .word = PER},

    {.text = "q", .word = EVERY},
    {.text = "every", .word = EVERY},
    {.text = "each", .word = EVERY},
    {.text = "alle", .word = EVERY},
    {.text = "jeden", .word = EVERY},
    {.text = "jede", .word = EVERY},
    {.text = "每", .word = EVERY},

    {.text = "other", .word = OTHER},
    {.text = "second", .word = OTHER},
    {.text = "zweiten", .word = OTHER},
    {.text = "zweite", .word = OTHER},

    {.text = "to", .word = TO},
    {.text = "or", .word = TO},
    {.text = "bis", .word = TO},
    {.text = "oder", .word = TO},
    {.text = "–", .word = TO},
    {.text = "~", .word = TO},
    {.text = "至", .word = TO},
    {.text = "到", .word = TO},

    {.text = "h", .word = UNIT, .number = 1, .unit = 'h'},
    {.text = "hour", .word = UNIT, .number = 1, .unit = 'h'},
    {.text = "hours", .word = UNIT, .number = 1, .unit = 'h'},
    {.text = "stunden", .word = UNIT, .number = 1, .unit = 'h'},
    {.text = "小时", .word = UNIT, .number = 1, .unit = 'h'},
    {.text = "d", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "day", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "days", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "tag", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "tage", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "日", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "天", .word = UNIT, .number = 1, .unit = 'd'},
    {.text = "w", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "wk", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "wks", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "week", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "weeks", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "woche", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "wochen", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "周", .word = UNIT, .number = 1, .unit = 'w'},
    {.text = "m", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "mo", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "month", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "months", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "monat", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "monate", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "月", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "个月", .word = UNIT, .number = 1, .unit = 'm'},
    {.text = "year", .word = UNIT, .number = 12, .unit = 'm'},
    {.text = "years", .word = UNIT, .number = 12, .unit = 'm'},
    {.text = "jahr", .word = UNIT, .number = 12, .unit = 'm'},
    {.text = "年", .word = UNIT, .number = 12, .unit = 'm'},

    {.text = "daily", .word = ADVERB, .number = 1, .unit = 'd'},
    {.text = "täglich", .word = ADVERB, .number = 1, .unit = 'd'},
    {.text = "weekly", .word = ADVERB, .number = 1, .unit = 'w'},
    {.text = "wöchentlich", .word = ADVERB, .number = 1, .unit = 'w'},
    {.text = "monthly", .word = ADVERB, .number = 1, .unit = 'm'},
    {.text = "monatlich", .word = ADVERB, .number = 1, .unit = 'm'},
    {.text = "yearly", .word = ADVERB, .number = 12, .unit = 'm'},
    {.text = "jährlich", .word = ADVERB, .number = 12, .unit = 'm'},

    {.text = "hourly", .word = HOURLY},
};

#define NUMBER_MOST 99
#define WORDS_MOST 8

/* A text as words of the lexicon, ended by END. */
struct words {
	struct entry at[WORDS_MOST + 1];
	size_t count;
};

/* The end of a run of letters, within which no word of an alphabet ends. */
static size_t
letters(const char *p)
{
	const char *q = p;

	while (g_unichar_isalpha(g_utf8_get_char(q)) &&
	       g_unichar_get_script(g_utf8_get_char(q)) != G_UNICODE_SCRIPT_HAN)
		q = g_utf8_next_char(q);
	return (size_t)(q - p);
}

static bool
ends_word(const char *p, const char *text)
{
	size_t length = strlen(text);

	/* "q" of "qd" is no word: the last run of letters is one as a whole. */
	return letters(p + length) == 0 || letters(p) == 0;
}

/* The longest word of the lexicon that begins there; NULL: none. */
static const struct entry *
longest(const char *p)
{
	const struct entry *best = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(lexicon); i++) {
		const struct entry *entry = &lexicon[i];

		if (g_str_has_prefix(p, entry->text) &&
		    ends_word(p, entry->text) &&
		    (best == NULL || strlen(entry->text) > strlen(best->text)))
			best = entry;
	}
	return best;
}

/* The word at *p, which is moved behind it. */
static struct entry
next_word(const char **p)
{
	const struct entry *known;
	int number = 0;

	if (g_ascii_isdigit(**p)) {
		if (**p == '0')
			return (struct entry){.word = NOTHING};
		while (g_ascii_isdigit(**p) && number <= NUMBER_MOST)
			number = number * 10 + (*(*p)++ - '0');
		return (struct entry){
		    .word = number <= NUMBER_MOST ? NUMBER : NOTHING,
		    .number = number};
	}
	known = longest(*p);
	if (known == NULL)
		return (struct entry){.word = NOTHING};
	*p += strlen(known->text);
	return *known;
}

/* False where the text has a word that the lexicon has not. */
static bool
split(const char *text, struct words *words)
{
	g_autofree char *small = g_utf8_strdown(text, -1);
	const char *p = small;

	*words = (struct words){.count = 0};
	for (;; words->count++) {
		p += strspn(p, " -");
		if (*p == '\0')
			return words->count > 0;
		if (words->count == WORDS_MOST)
			return false;
		words->at[words->count] = next_word(&p);
		if (words->at[words->count].word == NOTHING)
			return false;
	}
}

/* ---- the grammar ---- */

/* The next word, taken where it is of that kind. */
static bool
take(const struct entry **at, enum word word, struct entry *taken)
{
	if ((*at)->word != word)
		return false;
	if (taken != NULL)
		*taken = **at;
	++*at;
	return true;
}

/* One number, or two of which the second is larger; none is 1. */
static bool
count_read(const struct entry **at, int *least, int *most)
{
	struct entry number = {.number = 1}, more = {.number = 0};
	bool written = take(at, NUMBER, &number);
	bool range = take(at, TO, NULL);

	if (written && (*at)->word == NUMBER && (*at)[1].word != TIMES)
		range = take(at, NUMBER, &more);
	*least = number.number;
	*most = more.number;
	return !range || more.number > number.number;
}

static bool
every_read(const struct entry **at, struct cc_frequency *frequency)
{
	struct entry unit, times = {.number = 1};
	int least = 2, most = 0;

	if (!take(at, OTHER, NULL) && !count_read(at, &least, &most))
		return false;
	if (!take(at, UNIT, &unit))
		return false;
	if ((*at)->word == NUMBER && (*at)[1].word == TIMES) {
		take(at, NUMBER, &times);
		take(at, TIMES, NULL);
	}
	*frequency = (struct cc_frequency)RATE(
	    times.number, least * unit.number, unit.unit);
	frequency->per_most = most * unit.number;
	/* Twice in three weeks has no words. */
	return times.number == 1 ||
	       (frequency->per == 1 && frequency->per_most == 0);
}

/* What follows "2". */
static bool
times_read(
    const struct entry **at, int times, struct cc_frequency *frequency)
{
	bool said = times == 1 || (*at)[-1].text != NULL;
	struct entry unit;

	if (take(at, HOURLY, NULL)) {
		*frequency = (struct cc_frequency)RATE(1, times, 'h');
		return true;
	}
	if (times == 1 && take(at, EVERY, NULL))
		return every_read(at, frequency);
	said = take(at, TIMES, NULL) || said;
	if (take(at, PER, NULL) ? !take(at, UNIT, &unit)
	                        : !said || !take(at, ADVERB, &unit))
		return false;
	*frequency = (struct cc_frequency)RATE(times, unit.number, unit.unit);
	return times == 1 || unit.number == 1;
}

static bool
rate_read(const struct entry **at, struct cc_frequency *frequency)
{
	struct entry number, unit;

	if (take(at, NUMBER, &number)) {
		if (number.text != NULL && strcmp(number.text, "once") == 0 &&
		    (*at)->word == END) {
			*frequency = (struct cc_frequency)HOW(ONCE);
			return true;
		}
		return times_read(at, number.number, frequency);
	}
	if (!take(at, ADVERB, &unit))
		return false;
	*frequency = (struct cc_frequency)RATE(1, unit.number, unit.unit);
	return true;
}

static bool
in_all_read(const struct entry **at, struct cc_frequency *frequency)
{
	struct entry number;

	bool all = take(at, ALL, NULL);

	if (!all && !take(at, TIMES, NULL))
		return true;
	if (frequency->how != CC_FREQUENCY_TIMES || !take(at, NUMBER, &number))
		return false;
	/* "for 4" may be four of anything. */
	if (!take(at, TIMES, NULL) && all)
		return false;
	frequency->in_all = number.number;
	return true;
}

bool
cc_frequency_read(const char *text, struct cc_frequency *frequency)
{
	struct words words;
	const struct entry *at = words.at;
	struct cc_frequency read;
	struct entry fixed;
	bool known;

	if (!split(text, &words))
		return false;
	if (take(&at, FIXED, &fixed)) {
		read = fixed.is;
		known = true;
	} else {
		known = take(&at, EVERY, NULL) ? every_read(&at, &read)
		                               : rate_read(&at, &read);
	}
	if (!known || !in_all_read(&at, &read) || at->word != END)
		return false;
	*frequency = read;
	return true;
}
