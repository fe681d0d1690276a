/* Intervals that follow from the course: PFS, OS, TTNT and their like. The
 * events that begin and end each are told in clincourse-case(5), DERIVED
 * FACTS. Nothing is derived from an end that has no date. */
#ifndef CC_MODEL_INTERVAL_H
#define CC_MODEL_INTERVAL_H

#include "model/case.h"
#include "model/closed.h"
#include "model/vocab.h"

enum cc_interval_kind {
	CC_INTERVAL_PFS,       /* progression-free survival, of a line */
	CC_INTERVAL_TTNT,      /* time to next treatment, of a line */
	CC_INTERVAL_TTR,       /* time to response, of a line */
	CC_INTERVAL_DOR,       /* duration of response, of a line */
	CC_INTERVAL_OS,        /* overall survival, of the course */
	CC_INTERVAL_FOLLOW_UP, /* of the course */
	CC_INTERVAL_COUNT
};

/* Their words in intervals="..." by kind: "PFS", "DoR", "follow-up". */
extern const struct cc_closed cc_closed_interval;
/* Those of them that belong to a line of therapy. */
extern const struct cc_closed cc_closed_line_interval;

struct cc_interval {
	enum cc_interval_kind kind;
	size_t line; /* CC_NO_LINE: of the whole course */
	/* Two moments. The interval begins within the start of `from` and ends
	 * within the end of `to`; both have known bounds. */
	struct cc_span from, to;
	/* It was still running at `to`: what ends it had not happened by then.
	 * The duration has no upper bound. */
	bool censored;
	struct cc_duration duration;
};

/* True where kinds of this sort belong to a line of therapy. */
bool cc_interval_of_line(enum cc_interval_kind kind);

/* The interval of a line of therapy. False where the line's response criteria
 * do not define it, where nothing in the line began on a known date, or where
 * what ended it has none. */
bool cc_line_interval(const struct cc_case *course,
    const struct cc_terms *terms, size_t line, enum cc_interval_kind kind,
    struct cc_interval *interval);

/* OS and follow-up, both of the first patient; false as above. */
bool cc_case_interval(const struct cc_case *course, enum cc_interval_kind kind,
    struct cc_interval *interval);

/* When the patient was last seen, as far as the file tells: the latest moment
 * at which a fact of that patient's began, ended or was measured. False where
 * nothing is dated. */
bool cc_last_contact(
    const struct cc_case *course, size_t patient, struct cc_span *at);

/* A death that happened. */
bool cc_fact_is_death(const struct cc_fact *fact);

/* The death of a patient; NULL where none is told. It may be undated. */
const struct cc_fact *cc_case_death(
    const struct cc_case *course, size_t patient);

/* The first dated response of a line that its criteria count as one; NULL
 * where there is none. */
const struct cc_fact *cc_line_response(
    const struct cc_case *course, const struct cc_terms *terms, size_t line);

/* How long the treatments and procedures of a line went on, end days counted;
 * no upper bound where one goes on. False where the start, or an end, is not
 * stated. */
bool cc_line_duration(
    const struct cc_case *course, size_t line, struct cc_duration *duration);

/* The same of one treatment. */
bool cc_treatment_duration(const struct cc_case *course,
    const struct cc_fact *treatment, struct cc_duration *duration);

#endif
