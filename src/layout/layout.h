/* Case -> scene: the entry of the layout. */
#ifndef CC_LAYOUT_LAYOUT_H
#define CC_LAYOUT_LAYOUT_H

#include "base/diag.h"
#include "layout/losses.h"
#include "layout/measure.h"
#include "layout/size.h"
#include "layout/theme.h"
#include "model/model.h"
#include "scene/scene.h"
#include "words/words.h"

enum cc_axis_rows { CC_AXIS_BOTH, CC_AXIS_CALENDAR, CC_AXIS_RELATIVE };

struct cc_mark; /* layout/mark.h */

/* Strips that a course may be folded into. */
#define CC_FOLD_MOST 6

/* What a page leaves to the next one: a row, or a fact of a row that it shows
 * without that. */
struct cc_layout_left {
	int row;                    /* its number */
	const struct cc_fact *fact; /* NULL: the row with all that is in it */
};

/* A page of several that a course takes. */
struct cc_layout_share {
	size_t page, pages; /* 2 of 3; 0 of 0: it takes one */
	/* What the page before left, beside rows that each page has; NULL: all.
	 */
	const struct cc_layout_left *left;
	size_t left_count;
};

/* What a picture is asked to be. Strings NULL: the case's <figure>, then the
 * defaults. */
struct cc_layout_options {
	enum cc_axis_rows axis;
	bool unbroken;      /* silences are not cut out of the axis */
	int fold;           /* strips; 0: as many as the course needs */
	struct cc_span detail; /* a stretch to magnify; not dated: none */
	const char *zero;   /* diagnosis, first-treatment, an id */
	struct cc_span zero_at; /* instead of `zero`; not dated: none */
	const char *unit;   /* hour day week month year */
	const char *title;  /* "" = none */
	const char *figure; /* draw this <figure> alone */
	const char *tracks; /* names separated by spaces */
	const char *intervals; /* words of model/interval.h */
	struct cc_layout_share share;
};

struct cc_layout_input {
	const struct cc_case *course;
	const struct cc_follow *follow; /* of that course */
	const struct cc_terms *terms;
	const struct cc_words_in *words;
	const struct cc_theme *theme;
	const struct cc_size *size;
	struct cc_measure *measure;
	const struct cc_mark *const *marks; /* ends with NULL */
	/* The course in words goes with each page: what the size has no part
	 * for is there. */
	bool told;
	bool tips; /* each group says what it is */
	/* Entries that the legend goes without, a bit each (layout/entries.h):
	 * for who looks whether that is seen. */
	uint64_t unexplained;
	struct cc_layout_options options;
};

/* Intervals packed into lanes: rows against the least that they need. */
struct cc_lane_use {
	const char *track; /* the mark's name: "treatment" */
	size_t rows;
	size_t depth; /* cc_lanes_depth */
};

/* Labels placed along a line, against where they would have liked to be. */
struct cc_label_use {
	size_t count;
	double moved;   /* sum of squared shifts, as placed [unit^2] */
	double optimum; /* the least possible [unit^2] */
	double most;    /* largest shift [unit] */
};

/* A thing that there is no room for. */
struct cc_lost_thing {
	const char *what; /* "intents of treatments" */
	const char *name; /* NULL: it has none of its own */
	struct cc_pos pos;
};

/* A row of curves: its axis. */
struct cc_curve_use {
	const char *track; /* what the row is called */
	double height;     /* in leadings of the body; 0: no curve */
	size_t ticks;      /* with a number */
};

/* What the layout knows of its own work. All in the scene's arena. */
struct cc_layout_report {
	const char *const *dropped; /* kinds of what went, as W402 has them */
	size_t dropped_count;
	const char *const *left_out; /* the rows among them */
	size_t left_out_count;
	const struct cc_lost_thing *lost; /* each thing that went */
	size_t lost_count;
	const struct cc_lane_use *lanes; /* a row with lanes each, top down */
	size_t lane_count;
	const struct cc_curve_use *curves; /* a row each, top down */
	size_t curve_count;
	bool full; /* as high as the page may be, or something gave way to that */
	struct cc_label_use labels; /* of all rows */
	uint64_t entries;           /* of the legend, a bit each */
};

/* E485 and false for a word that names no track of the input's course; carets
 * where the words say their places (else NULL). */
bool cc_tracks_check(const struct cc_layout_input *input,
    const struct cc_words *words, struct cc_diags *diags);

/* Draws the case onto an initialised scene; `report` may be NULL. What was
 * dropped for want of space is added to `losses`, of whoever tells it for all
 * pages; NULL: it is a warning. Where it does not fit at all: E4xx with the
 * numbers needed, and false. The scene's strings live in the scene's arena. A
 * course may take several pages: what is without room is not lost but appended
 * to `rest` (of struct cc_layout_left) for the next one; not where nothing of
 * the page's own found room. NULL: there is none. */
bool cc_layout_case(const struct cc_layout_input *input, struct cc_scene *scene,
    struct cc_layout_report *report, GArray *rest, struct cc_losses *losses,
    struct cc_diags *diags);

#endif
