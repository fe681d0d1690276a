/* How long a response stands: as far as a later assessment bears it out, and
 * how far beyond that it is only assumed, since nobody looked again. */
#ifndef CC_FOLLOW_STATE_H
#define CC_FOLLOW_STATE_H

#include "model/vocab.h"

enum cc_state_form {
	CC_STATE_BEST,     /* the best over a treatment: reached some day */
	CC_STATE_ASSESSED, /* at a moment */
	CC_STATE_LASTING,  /* over an interval, from its start to its end */
	CC_STATE_LOST,     /* progression or relapse */
};

/* Why nothing is known of it any longer. */
enum cc_state_end {
	CC_STATE_CHANGED,      /* another assessment */
	CC_STATE_GONE,         /* progression or relapse, dated or not */
	CC_STATE_BETTER,       /* within a treatment whose best was better */
	CC_STATE_ENDED,        /* with its own interval */
	CC_STATE_TREATED,      /* the next line of therapy began */
	CC_STATE_DIED,         /* the patient */
	CC_STATE_LAST_CONTACT, /* the file says no more */
};

struct cc_state {
	const struct cc_fact *fact; /* response, relapse, or with a `best` */
	const struct cc_term *term; /* NULL: a relapse, a free code */
	const char *code;           /* NULL: a relapse */
	const char *slot;           /* of the theme's colours, never NULL */
	double rank;                /* NAN: unranked */
	enum cc_state_form form;
	/* When it began: the moment of an assessment with its doubt, an
	 * interval, the treatment. The best after a procedure, or in a
	 * treatment whose end is not stated, may have been reached on any day
	 * until it ceases. */
	struct cc_span from;
	/* A progression is an assessment too. Both lie where the first minute
	 * of what ends the state may be; `ended_by` has the doubt of it. They
	 * are equal where nothing is assumed, and never before the start. */
	struct cc_instant assessed_until, carried_until;
	bool borne_out; /* by a later assessment, a death of the disease */
	enum cc_state_end end;
	const struct cc_fact *ended_by; /* NULL: its own end, last contact */
	/* The state before it has the same code and stood until here. */
	bool same;
};

/* A level of a staircase, and what it is called by. */
struct cc_level {
	double rank;
	const struct cc_term *term;
};

/* The responses of one patient by one scheme, and in that of one endpoint, or of
 * the same sites: they rise and fall among themselves alone. In the order of time, then of the file; what has no date
 * is not among them. */
struct cc_responses {
	size_t patient;
	const char *scheme;
	const char *endpoint; /* "": the disease as a whole */
	const char *sites;    /* codes, each after a line feed; "": anywhere */
	const struct cc_state *item;
	size_t count;
	bool ranked; /* all but the losses have a rank */
	bool lost;   /* one of them is a loss */
	/* From the best that was reached to the worst, and the scheme's whole
	 * ranks between; the best first. */
	const struct cc_level *levels;
	size_t level_count;
	bool floored; /* the last of them is that of progression */
	/* Reached on a day that nobody told: responses, and facts with a
	 * `best`, in the order of the file. A row may have these alone. */
	const struct cc_fact **undated;
	size_t undated_count;
};

struct cc_states {
	const struct cc_responses *of; /* in the order of their first facts */
	size_t count;
	/* By fact index: the state of that fact, or NULL; of a relapse that
	 * ends several rows, one of them. */
	const struct cc_state *const *by_fact;
	/* By patient: there are rows by more than one set of criteria. */
	const bool *several;
};

struct cc_patient_course;
struct cc_turns;
struct cc_states cc_states_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_terms *terms,
    const struct cc_patient_course *patients, const struct cc_turns *turns);

/* It is assumed to hold on after the last assessment. */
static inline bool
cc_state_is_carried(const struct cc_state *state)
{
	return state->carried_until.minute > state->assessed_until.minute;
}

/* Nobody looked again, neither at it nor, as far as is told, after the next
 * line of therapy. */
static inline bool
cc_state_is_last(const struct cc_state *state)
{
	return !state->borne_out && state->end != CC_STATE_BETTER &&
	       state->end != CC_STATE_TREATED &&
	       state->end != CC_STATE_ENDED &&
	       (state->form == CC_STATE_BEST ||
		   state->form == CC_STATE_ASSESSED);
}

#endif
