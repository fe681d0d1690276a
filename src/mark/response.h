/* Responses over time. Shared by response*.c only. */
#ifndef CC_MARK_RESPONSE_H
#define CC_MARK_RESPONSE_H

#include "layout/mark.h"

enum state_form {
	STATE_BEST,     /* reached on some day of the treatment */
	STATE_ASSESSED, /* dated */
	STATE_LOST,     /* progression or relapse */
};

struct state {
	const struct cc_fact *fact;
	enum state_form form;
	const char *code;
	const char *text; /* drawn in the pill: short for the code, or it */
	struct cc_swatch swatch;
	double rank;  /* NAN: unranked */
	bool same;    /* the state before has this code too */
	bool carried; /* from before this panel's stretch of time */
	bool below;   /* its piece of the ribbon is too short: words below */
	struct cc_instant at, until; /* sorting; where it ceases */
	double left, certain, right; /* [unit] */
	double mark;                 /* x of the pill */
	bool pill;                   /* else a dot, where one can be seen */
	struct cc_box box;           /* of the pill */
};

struct level {
	double rank;
	const char *text;
};

struct responses {
	const char *scheme;
	struct state *states;
	size_t count;
	struct level *levels; /* best first */
	size_t level_count;
	bool ribbon;
	double floor;
};

/* Carried over from before this panel, and ended where it begins. */
bool cc_response_is_over(const struct state *state);

/* Opens the group of a state: tooltip, abbreviation. */
void cc_response_open(struct cc_figure *figure, const struct state *state);

/* y of a rank; one that is no level stands at the lowest. */
double cc_response_level(const struct cc_track *track,
    const struct responses *row, double rank, double pill);

void cc_response_stairs(
    struct cc_figure *figure, struct cc_track *track, struct responses *row);

#endif
