/* A case in words: what a page says beside its picture, in one language. All
 * strings lie in the arena of cc_words_in. Nothing is said that the case does
 * not hold or that does not follow from it (model/interval.h). */
#ifndef CC_WORDS_PROSE_H
#define CC_WORDS_PROSE_H

#include "words/words.h"

#define CC_TABLE_COLUMNS 3

struct cc_table {
	const char *title;
	const char *heads[CC_TABLE_COLUMNS];
	const char *(*rows)[CC_TABLE_COLUMNS];
	size_t count;
	const char *remark; /* below it; NULL: none */
};

/* What can be done with a figure on a screen. */
enum cc_control {
	CC_CONTROL_FIGURE, /* what the tools are of */
	CC_CONTROL_LANGUAGE,
	CC_CONTROL_CLOSER,
	CC_CONTROL_FARTHER,
	CC_CONTROL_WHOLE,
	CC_CONTROL_ROWS,
	CC_CONTROL_KEYS, /* how it is walked through */
	CC_CONTROL_COUNT
};

/* What shapes are called that have no words, where they are listed. */
enum cc_shape_name {
	CC_SHAPE_AREA,
	CC_SHAPE_BAR,
	CC_SHAPE_LINE,
	CC_SHAPE_IMAGE,
	CC_SHAPE_SIGN,
	CC_SHAPE_TITLE,
	CC_SHAPE_BACKDROP,
	CC_SHAPE_AXIS,
	CC_SHAPE_LEGEND,
	CC_SHAPE_SLIDE,
	CC_SHAPE_NOTES,
	CC_SHAPE_NAME_COUNT
};

struct cc_prose {
	const char *patient;           /* one line; "" where nothing is known */
	const char *background;        /* what has no time; NULL: nothing */
	const char *course;            /* the heading of the paragraphs */
	const char *const *paragraphs; /* before therapy, by line, the end */
	size_t paragraph_count;
	struct cc_table intervals; /* derived; count 0: none follow */
	struct cc_table reading;   /* when, what, detail; by time */
	const char *short_title;   /* the heading of the abbreviations */
	const char *const *shorts; /* "PR, partial response" */
	size_t short_count;
	const char *plate_title;   /* the heading of the pictures */
	const char *const *plates; /* "A: consolidation (CT, 4 May 2021)" */
	size_t plate_count;
	const char *cited_title; /* the heading of the references */
	const char *const *cited;
	size_t cited_count;
	const char *controls[CC_CONTROL_COUNT];
	const char *shapes[CC_SHAPE_NAME_COUNT];
};

/* The whole course in one sentence; "" where there is nothing to say. */
const char *cc_summary(const struct cc_words_in *in);

void cc_prose_make(const struct cc_words_in *in, struct cc_prose *prose);

/* Parts, by file. */

/* say.c: a full stop behind a text, with what follows it; none is doubled. */
void cc_words_append_mark(
    const struct cc_words_in *in, GString *to, enum cc_message message);

/* when.c: a time as a phrase: "in Jul 2022", "on 12 Jul 2022", "from Jul to Oct
 * 2022", "between Mar and Sep 2023", "after relapse (date not stated)". */
const char *cc_when_text(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* The same in a table or before a colon: "Jul 2022", "Jul–Oct 2022". */
const char *cc_when_brief(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* Of an interval, when it began. */
const char *cc_when_start(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* tell.c: one sentence without its full stop; NULL for kinds that only the
 * reading table has. */
const char *cc_fact_sentence(
    const struct cc_words_in *in, const struct cc_fact *fact);
/* What adds to a fact's name, NULL: nothing. A sentence leaves out what a table
 * has room for: doses, drugs, the course of a grade. */
const char *cc_fact_detail(
    const struct cc_words_in *in, const struct cc_fact *fact, bool all);
/* "very good partial response (VGPR)". */
const char *cc_response_text(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *code);

/* The same with the label of an assessment. */
const char *cc_response_named(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* reading.c: every size of a lesion, and what was seen of it besides: "46 mm
 * (20 May 2020); larger (Jan 2023)". NULL: nothing is said of it. */
const char *cc_lesion_course(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* repeat.c: acts that are told in one sentence with those of their like. */
struct cc_repeat {
	size_t count; /* 0: told with an earlier one; 1: alone */
	const struct cc_fact *last;
};

/* By place of `facts`, which are in the order in which they are told; `lines`
 * as of cc_told_lines. */
const struct cc_repeat *cc_repeats_find(const struct cc_words_in *in,
    const struct cc_fact **facts, size_t count, const size_t *lines);

/* The sentence of several. */
const char *cc_repeat_sentence(const struct cc_words_in *in,
    const struct cc_fact *first, const struct cc_repeat *repeat);

/* order.c: facts by start; those of one start so that each follows what it
 * comes after, else by document; those that nothing dates come last. */
const struct cc_fact **cc_facts_sorted(
    const struct cc_words_in *in, size_t *count);

/* With which line of therapy each is told, by fact; CC_NO_LINE: with none. */
const size_t *cc_told_lines(
    const struct cc_words_in *in, const struct cc_fact **facts, size_t count);

/* reading.c */
void cc_reading_make(const struct cc_words_in *in, struct cc_table *table);
void cc_intervals_make(const struct cc_words_in *in, struct cc_table *table);
const char *const *cc_shorts_make(
    const struct cc_words_in *in, bool intervals, size_t *count);

/* plate.c */
const char *const *cc_plates_make(const struct cc_words_in *in, size_t *count);

/* tell.c: how a patient was when last seen, within a sentence: "alive". */
const char *cc_outcome_told(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* The short name of a fact as others name it: without a site in brackets. */
const char *cc_fact_bare_name(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* detail.c */

/* "name (detail)"; the detail goes into a bracket that the name has at its
 * end: "acute GVHD (gut; grade 4)". Either may be NULL or "". */
const char *cc_bracketed(
    const struct cc_words_in *in, const char *name, const char *detail);

/* A value with its unit: "86 g/L", "135/70 mmHg"; "positive"; "12 mg/L (high)".
 */
const char *cc_measured_text(const struct cc_words_in *in,
    const struct cc_fact *fact, const struct cc_value *value);

/* What was found, then what was not. */
const char *cc_findings_text(
    const struct cc_words_in *in, const struct cc_fact *fact);
/* Its result, then its findings; NULL: nothing was found or looked for. */
const char *cc_found_text(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* given.c; NULL where there is nothing to say */

const char *cc_cycles_text(
    const struct cc_words_in *in, const struct cc_fact *fact);
/* `all`: with its changes, else what was given first, and how. */
const char *cc_doses_text(
    const struct cc_words_in *in, const struct cc_fact *fact, bool all);
const char *cc_drugs_text(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* because.c; NULL where there is nothing to say */
const char *cc_because_text(
    const struct cc_words_in *in, const struct cc_reasons *because);
const char *cc_causality_text(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* A sentence with whom it is of, where that is not the first patient:
 * "child – rash on 3 May 2021". */
const char *cc_told_of(
    const struct cc_words_in *in, size_t patient, const char *told);

/* cite.c */

/* " [1, 3]": the references that a fact cites, by their number in the list;
 * "" where it cites none. */
const char *cc_cites_text(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* All that a fact cites, in full; NULL: nothing. */
const char *cc_cited_text(
    const struct cc_words_in *in, const struct cc_fact *fact);
const char *const *cc_references_make(
    const struct cc_words_in *in, size_t *count);

#endif
