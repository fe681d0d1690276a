/* Times in words: shared by the files that tell them.
 *
 * A moment lies in a stretch: from its first instant to the first one after
 * it. It has one telling in a language:
 *   - one unit of time, as typed: "12 Jul 2022", "2022", "month 4.5";
 *   - what was typed, where it was counted from another thing and leads to no
 *     such unit: "6 months after diagnosis";
 *   - else its doubt: "between 5 Jul and 4 Aug 2020"; "about Sep–Oct 2016",
 *     no finer than the unit in which it is known;
 *   - open to one side: "Oct 2022 or later".
 * An interval is told by its two ends, each of them told as a moment: with a
 * dash where both are units ("Jul–Oct 2022"), in a sentence and where one is
 * not, from one to the other; of two that read the same, once. */
#ifndef CC_WORDS_DATE_H
#define CC_WORDS_DATE_H

#include "words/words.h"

enum cc_telling {
	CC_TELLING_NONE,   /* nothing is stated */
	CC_TELLING_OPEN,   /* to one side */
	CC_TELLING_UNIT,   /* one day, month, number */
	CC_TELLING_OFFSET, /* as typed, counted from another thing */
	CC_TELLING_RANGE,  /* somewhere in it */
};

struct cc_stretch {
	int64_t from, to; /* [minute], half-open */
	enum cc_moment_form form;
	enum cc_precision precision;
	bool approximate, uncertain;
	const struct cc_moment *counted, *bracket; /* as in cc_span */
	size_t anchor;
	/* Counted from what itself has no date: that is all that is known. */
	bool undated;
	enum cc_telling telling;
};

/* How two ends are joined. */
enum cc_join {
	CC_JOIN_DASH,    /* "Jul–Oct 2022" */
	CC_JOIN_FROM_TO, /* "from Jul to Oct 2022" */
	CC_JOIN_BETWEEN, /* "between Jul and Oct 2022" */
	CC_JOIN_COUNT
};

/* calendar.c: dates. A stretch reads as one unit ("Jul 2022") where its ends
 * are that unit's. */
bool cc_calendar_is_unit(const struct cc_stretch *stretch);

/* "Jul 2022", at whichever end the stretch is known. */
const char *cc_calendar_unit(
    const struct cc_words_in *in, const struct cc_stretch *stretch);

/* Its first and its last unit; what both share is said once. */
const char *cc_calendar_range(const struct cc_words_in *in,
    const struct cc_stretch *stretch, enum cc_join join);

/* With a dash the range is short: "Sep–Oct 2016". */
bool cc_calendar_is_short(const struct cc_stretch *stretch);

/* "in Jul 2022", "on 12 Jul 2022": the preposition of a unit. */
enum cc_message cc_calendar_preposition(const struct cc_stretch *stretch);

/* The same, widened to the units in which it is known. */
struct cc_stretch cc_calendar_widen(struct cc_stretch stretch);

/* clock.c: the same of clocks that count. */
bool cc_clock_is_unit(
    const struct cc_words_in *in, const struct cc_stretch *stretch);
/* Its ends are numbers of its unit, and not only within some days. */
bool cc_clock_is_exact(
    const struct cc_words_in *in, const struct cc_stretch *stretch);
const char *cc_clock_unit_text(
    const struct cc_words_in *in, const struct cc_stretch *stretch);
const char *cc_clock_range(const struct cc_words_in *in,
    const struct cc_stretch *stretch, enum cc_join join);
/* "from day 3 to day 5", "from age 3 to age 5". */
const char *cc_clock_interval(const struct cc_words_in *in,
    const struct cc_stretch *start, const struct cc_stretch *end);
bool cc_clock_is_short(
    const struct cc_words_in *in, const struct cc_stretch *stretch);
/* An age as a sentence has it behind a word of its own, "(at age) 3 months":
 * languages decline it. NULL: the clock counts something else. */
const char *cc_clock_age(
    const struct cc_words_in *in, const struct cc_stretch *stretch);
enum cc_message cc_clock_preposition(
    const struct cc_words_in *in, const struct cc_stretch *stretch);

/* offset.c: "6 months after diagnosis", "between 3 and 6 months after ASCT",
 * as typed. NULL where it was not typed so, or nobody is to know. */
const char *cc_offset_text(
    const struct cc_words_in *in, const struct cc_stretch *stretch);

/* "from 3 to 14 months after ASCT". NULL: as above, or one of the two is
 * uncertain, or they are not on one side of what they are counted from. */
const char *cc_offset_interval(const struct cc_words_in *in,
    const struct cc_stretch *start, const struct cc_stretch *end);

/* What a time is counted from or comes after: "diagnosis", "relapse", "VRd". */
const char *cc_anchor_name(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* duration.c: "3 months" of a number in words. */
const char *cc_amount_text(
    const struct cc_words_in *in, enum cc_precision unit, const char *number);

/* given.c: "21d" as "21 days". */
const char *cc_period_text(const struct cc_words_in *in, const char *period);

/* date.c: a span as a phrase of a sentence: "on 12 Jul 2022", "from Jul to Oct
 * 2022". */
const char *cc_date_phrase(
    const struct cc_words_in *in, const struct cc_span *span);

#endif
