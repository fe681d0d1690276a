/* The clinical course as data. Everything lies in the arena of its case and
 * is never edited after the model stage. */
#ifndef CC_MODEL_CASE_H
#define CC_MODEL_CASE_H

#include "base/arena.h"
#include "base/source.h"
#include "base/time.h"
#include "model/dosing.h"

enum cc_kind_id {
#define CC_KIND(NAME, name) CC_KIND_##NAME,
#include "model/kind-list.h"
#undef CC_KIND
	CC_KIND_COUNT
};

enum cc_status { CC_STATUS_DONE, CC_STATUS_PLANNED, CC_STATUS_NOT_DONE };
enum cc_limit { CC_LIMIT_NONE, CC_LIMIT_BELOW, CC_LIMIT_ABOVE };
/* One number, or two: 95-100 is a range, 135/70 a pair. */
enum cc_value_form { CC_VALUE_ONE, CC_VALUE_RANGE, CC_VALUE_PAIR };
/* A result in words. */
enum cc_result {
	CC_RESULT_NONE,
	CC_RESULT_POSITIVE,
	CC_RESULT_NEGATIVE,
	CC_RESULT_NORMAL,
	CC_RESULT_HIGH,
	CC_RESULT_LOW,
	CC_RESULT_BORDERLINE,
	CC_RESULT_NOT_DETECTED,
	CC_RESULT_COUNT
};
enum cc_scale {
	CC_SCALE_DEFAULT,
	CC_SCALE_LINEAR,
	CC_SCALE_LOG,
	CC_SCALE_STEP
};
enum cc_key { CC_KEY_UNSAID, CC_KEY_YES, CC_KEY_NO };
enum cc_sex {
	CC_SEX_UNSAID,
	CC_SEX_FEMALE,
	CC_SEX_MALE,
	CC_SEX_OTHER,
	CC_SEX_UNKNOWN
};

/* What the vocabulary knows of a code (model/vocab.h). A `term` below is what
 * the fact's word was found to mean once, by cc_case_resolve; NULL where the
 * vocabulary lacks it or nothing was written. */
struct cc_term;

/* A label, note or title in one language. */
struct cc_text {
	const char *lang; /* never NULL: inherits the case's */
	const char *text;
	struct cc_pos pos;
};

struct cc_texts {
	struct cc_text *item;
	size_t count;
};

/* A list of codes or names as written. */
struct cc_words {
	const char **word;
	struct cc_pos *pos;
	size_t count;
};

/* Facts named by since, after. */
struct cc_fact;
struct cc_relations {
	const struct cc_fact **fact;
	size_t count;
};

/* Why something was done, or happened, or ended: facts of the case, or words:
 * of an end those of the vocabulary, else the author's own. */
struct cc_reasons {
	struct cc_words words;       /* ids, or such words */
	const struct cc_fact **fact; /* of each; NULL: it is a word */
};

/* The `after` of a part of a fact (value, dose, drug, grade, range). */
struct cc_order {
	struct cc_words ids;
	struct cc_relations facts;
};

/* When something is: as written, what it is counted from, what it means. */
struct cc_when {
	struct cc_time time;         /* .text NULL: none given */
	const char *since_id;        /* NULL: none; after inheritance */
	const struct cc_fact *since; /* NULL: none */
	struct cc_order *after;      /* NULL: none; a fact has its own below */
	struct cc_span span;
};

struct cc_picture; /* picture/picture.h */

struct cc_image {
	const char *file, *panel; /* its letter as a panel; NULL: none */
	/* As its author says, nothing on it tells who the patient is. */
	bool safe;
	struct cc_texts labels;
	struct cc_pos pos;
	/* What the file holds; NULL: it could not be read. */
	const struct cc_picture *picture;
};

struct cc_value {
	struct cc_when when; /* a panel's values have the panel's */
	const char *code;    /* in panels; NULL in series */
	struct cc_pos code_pos;
	const struct cc_term *term; /* of the test, the series' own too */
	const char *unit;    /* NULL: the series' or the vocabulary's */
	/* The limit for below and above; of a range its middle, of a pair its
	 * first; NAN: it is told in words alone. */
	double number;
	const char *written; /* the digits as typed: "8.72"; NULL: none */
	enum cc_limit limit;
	enum cc_value_form form;
	double ends[2]; /* of a range or pair */
	const char *end_written[2];
	const char *text; /* its content: "8.72", "135/70"; NULL: none */
	enum cc_result result;
	struct cc_texts labels; /* a result in the author's words */
	double low, high;       /* the laboratory's own range; NAN unsaid */
	const char *low_written, *high_written;
	struct cc_pos pos;
};

struct cc_dose {
	struct cc_when when; /* undated: from the treatment's start */
	struct cc_amount is;
	double to; /* NAN: no taper */
	const char *to_written;
	struct cc_reasons because;
	struct cc_pos pos;
};

struct cc_drug {
	const char *code, *unit;
	struct cc_pos code_pos;
	const struct cc_term *term;
	struct cc_when when; /* undated: as the regimen */
	struct cc_dosing dosing;
	struct cc_reasons because;
	struct cc_reasons stop;
	struct cc_dose *doses;
	size_t dose_count;
	struct cc_texts notes;
	struct cc_pos pos;
};

struct cc_grade { /* of an event's course */
	struct cc_when when;
	const char *grade; /* as written: "3", "III" */
	struct cc_pos pos;
};

enum cc_growth { CC_GROWTH_LARGER, CC_GROWTH_SMALLER };

struct cc_change { /* of a lesion, seen but not measured */
	struct cc_when when;
	enum cc_growth to; /* against the time before */
	struct cc_pos pos;
};

struct cc_finding {
	const char *text; /* "t(4;14)" */
	const struct cc_term *term;
	double vaf;       /* [%], NAN: not given */
	const char *vaf_written;
	bool absent;
	struct cc_pos pos;
};

struct cc_range {
	struct cc_when when; /* undated: the whole course */
	double low, high;    /* NAN: open */
	const char *low_written, *high_written;
	struct cc_texts labels;
	struct cc_pos pos;
};

/* A member that is no row of model/shape.c is not in a case for strangers, but
 * where model/privacy.c derives it for one. */

/* One record for every kind of fact; model/kind.h says which attributes and
 * children a kind has. Strings are NULL and counts 0 where nothing is given.
 */
struct cc_fact {
	enum cc_kind_id kind;
	size_t index; /* in document order over the whole case */
	struct cc_pos pos;
	const char *id, *code;
	struct cc_pos code_pos;
	/* What it means (model/resolve.c): its code; its `best`; the response
	 * scheme in force for it, never NULL; not merely planned or put off. */
	const struct cc_term *term, *best_term;
	const char *scheme;
	bool happened;
	bool gap; /* something in it could not be read */
	struct cc_when when;
	const char *lasting; /* so long from then, or wherever it lies: "4d" */
	struct cc_words after_ids, cite_ids;
	struct cc_relations after;
	const char *for_id; /* patient or diagnosis; NULL: the first patient */
	size_t patient; /* index of the patient it belongs to; 0 where the case
	                   names none */
	enum cc_status status;
	enum cc_key key;
	size_t line;   /* index into cc_case.lines, CC_NO_LINE outside */
	size_t within; /* that line, else the one that had begun last */
	/* A response in the month, or on the day, in which the line after
	 * `within` begins: to which of the two nobody can tell. */
	bool between;
	/* The diagnosis whose course it is of (model/index.c); NULL: none.
	 * Where the author says so the first of those that it grew out of,
	 * else NULL. */
	const struct cc_fact *belongs, *disease;
	struct cc_texts labels, notes;
	struct cc_image *images;
	size_t image_count;

	struct cc_reasons because;
	struct cc_reasons stop; /* treatment */
	/* treatment, procedure */
	const char *intent, *every, *unit, *best, *donor, *result;
	int cycles; /* of a treatment, or how often an act was done; 0: not given */
	struct cc_dosing dosing; /* from its start on */
	struct cc_drug *drugs;
	size_t drug_count;
	struct cc_dose *doses;
	size_t dose_count;
	/* diagnosis */
	const char *stage, *evolved_from_id;
	const struct cc_fact *evolved_from;
	bool index_said; /* as the author says: index="yes" */
	bool is_index;   /* that of its patient (model/index.c) */
	/* response, genetics, event, outcome */
	const char *criteria, *method, *grade, *causality, *cause;
	bool serious;
	bool no_progression; /* outcome: nor had the disease progressed */
	bool progression; /* a relapse, or a response that its scheme counts as
	                     progressive disease */
	struct cc_words sites;
	struct cc_grade *grades;
	size_t grade_count;
	struct cc_finding *findings;
	size_t finding_count;
	/* series, panel, lesion */
	enum cc_scale scale;
	const char *source_file, *columns; /* of its values; NULL: none */
	/* Of a series, by an id or a code: whose row it shares, whose dose lies
	 * under its curve (of a code: of all that was given by that). NULL where
	 * nothing is named or found. */
	const char *with_name, *area_name;
	const struct cc_fact *with, *area;
	double low, high; /* of a series, always: its laboratory's range */
	const char *low_written, *high_written;
	struct cc_value *values;
	size_t value_count;
	struct cc_change *changes;
	size_t change_count;
	struct cc_range *ranges;
	size_t range_count;
};

#define CC_NO_LINE ((size_t)-1)

struct cc_line {    /* a line of therapy */
	int number; /* as written, else one more than the line before */
	const char *for_id, *since_id;
	const char *from_id;        /* what it counts from; NULL: unsaid */
	const struct cc_fact *from; /* NULL: none */
	struct cc_texts labels, notes;
	struct cc_image *images;
	size_t image_count;
	struct cc_pos pos;
	/* What follows from its facts (model/lines.c). The first dated
	 * treatment or procedure, and what the line counts from: NULL where
	 * there is none, as in a line of observation. */
	const struct cc_fact *first, *start;
	/* Without a date, where it has none that is dated. */
	const struct cc_fact *undated_first;
	/* Its dated treatment or procedure that ended last, support apart. */
	const struct cc_fact *last;
	/* From here on what is of no line is told with it: its start, or what
	 * prepared for the cells that it counts from. */
	const struct cc_fact *begins;
	const struct cc_fact *disease; /* of its first; NULL: unsaid */
	/* Another diagnosis that it may be for; NULL: none (W335). */
	const struct cc_fact *rival;
	bool planned; /* none of it was done: it is no line */
	bool undated; /* it counts from a day that nobody knows */
	bool gap;     /* something in it, or its time, could not be read */
};

struct cc_patient {
	const char *id;
	enum cc_sex sex;
	/* Completed years at the first diagnosis, or at `age_at`; NAN: unsaid.
	 * As written: "61", "8m", "12d". */
	double age;
	const char *age_written;
	struct cc_when age_at;      /* .time.text NULL: the first diagnosis */
	const char *born_at;        /* gestation: "34w", "34w2d" */
	struct cc_texts labels, notes;
	struct cc_image *images;
	size_t image_count;
	struct cc_pos pos;
};

/* What has no time: the arm, the ECOG, how many lines were before. */
struct cc_trait {
	const char *code; /* of cc_closed_trait; NULL: its label names it */
	const char *text;
	const char *for_id;
	size_t patient; /* see cc_fact.patient */
	struct cc_texts labels;
	struct cc_pos pos;
};

/* What was before: comorbidity, family, exposure. */
struct cc_history {
	struct cc_when when; /* .time.text NULL: nobody says */
	const char *for_id;
	size_t patient;
	struct cc_texts labels, notes;
	struct cc_image *images;
	size_t image_count;
	struct cc_pos pos;
};

struct cc_define { /* a word of the case's own */
	const char *in, *code, *class;
	struct cc_texts labels;
	struct cc_pos pos;
};

/* What the author calls a thing of the vocabulary by another of its names
 * (model/synonyms.h). */
struct cc_synonym {
	unsigned in; /* enum cc_scope */
	const char *code, *word;
	bool full; /* it is the vocabulary's own name, not abbreviated */
};

struct cc_reference {
	const char *id, *doi, *pmid;
	struct cc_texts labels;
	struct cc_pos pos;
};

/* A <figure>: attributes are the render options' own names; NULL unsaid. */
struct cc_figure_options {
	const char *id;
	struct cc_when when; /* the stretch shown; undated: all */
	struct cc_words tracks, intervals;
	const char *size, *theme, *lang, *axis, *zero, *unit;
	struct cc_texts titles;
	struct cc_pos pos;
};

struct cc_case {
	const char *id, *lang;
	enum cc_clock clock;
	/* Nothing finer is known or may be shown; NONE: no such limit. */
	enum cc_precision finest;
	const char *zero, *criteria; /* NULL: defaults */
	struct cc_pos pos;
	struct cc_texts titles;
	struct cc_texts clock_names; /* "Hospital day" */
	struct cc_patient *patients;
	size_t patient_count;
	struct cc_trait *traits;
	size_t trait_count;
	struct cc_history *histories;
	size_t history_count;
	struct cc_line *lines;
	size_t line_count;
	struct cc_fact *facts; /* document order */
	size_t fact_count;
	/* The index diagnosis of the first patient (model/index.c), or NULL. */
	const struct cc_fact *diagnosis;
	struct cc_define *defines;
	size_t define_count;
	bool coded; /* its codes are the vocabulary's (model/codes.c) */
	struct cc_synonym *synonyms;
	size_t synonym_count;
	struct cc_reference *references;
	size_t reference_count;
	struct cc_figure_options *figures;
	size_t figure_count;
	/* Of all dated facts and their parts; 0 where nothing is dated. What
	 * goes on counts with its start. */
	struct cc_instant first_dated, last_dated;
	bool gap; /* an element could not be read, and may be what is missed */
};

#endif
