/* Responses over time. Shared by response*.c only. */
#ifndef CC_MARK_RESPONSE_H
#define CC_MARK_RESPONSE_H

#include "layout/mark.h"

/* A state as it is drawn. From `left` on it may have begun, from `sure` on it
 * stands, up to `held` it is borne out, by `ceased` something has ended it;
 * where it is carried that is assumed up to `right` [unit]. */
struct response {
	const struct cc_state *state;
	const char *name; /* short for the code, or it */
	const char *text; /* the same with ~ and ? behind it */
	struct cc_swatch swatch;
	struct cc_reach reach; /* of its beginning */
	bool earlier;          /* it began before this panel's stretch */
	bool quiet;            /* the state before it has its words */
	double left, sure, held, ceased, right;
	/* A ribbon's: up to where those before lie, from where those behind. */
	double covered, over;
	struct cc_box box; /* of its words, or of its pill */
	bool pill, beside; /* a pill has them; they stand at its dot */
	bool below;        /* a ribbon too short for them: below it */
};

/* One that was reached on a day that nobody told, where its order puts it. */
struct undated {
	const struct cc_fact *fact;
	const struct cc_term *term; /* NULL: a free code */
	const char *text;
	const char *offset; /* "+4 months" beside it; or NULL */
	struct cc_reach reach;
	double from, to; /* of the pill with its whisker [unit] */
	size_t lane;     /* pills of one place stand below each other */
};

struct response_row {
	const struct cc_responses *of;
	struct response *item; /* those that this panel shows */
	size_t count;
	struct undated *undated;
	size_t undated_count, lanes;
	const char **levels; /* names */
	bool ribbon;
	double floor; /* y of the lowest level, or a step below it */
};

static inline bool
cc_response_has_form(const struct response *response, enum cc_state_form form)
{
	return response->state->form == form;
}

/* Places each on the axis. */
void cc_response_place(struct cc_figure *figure, struct response_row *row);

/* Opens the group of a state: tooltip. */
void cc_response_open(
    struct cc_figure *figure, const struct response *response);

/* Notes that a code is drawn: the caption says what it is short for. */
void cc_response_name(struct cc_figure *figure, const struct response_row *row,
    const struct cc_term *term);

/* One without words is told as lost; a progression has its callout, and its
 * colour an entry of the legend. */
void cc_response_unnamed(
    struct cc_figure *figure, const struct response *response);

/* The longest part of [left, right] that no cut of the axis parts. */
void cc_response_piece(
    const struct cc_figure *figure, double *left, double *right);

/* Adds those of a row that the panel shows, says how much higher they make it,
 * and draws them: at their level, or in the ribbon. */
void cc_undated_collect(struct cc_figure *figure, struct response_row *row);
double cc_undated_height(struct cc_figure *figure, struct response_row *row);
void cc_undated_draw(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row);

/* y of a level; that of no level is the lowest [unit]. */
double cc_stairs_level(const struct cc_figure *figure,
    const struct cc_track *track, const struct response_row *row, double rank);

/* y of a state; a loss stands at the floor [unit]. */
double cc_stairs_y(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *response);

#define CC_STAIRS_DOT 0.3 /* radius of an assessment [u] */

/* Whether another state of the row has words or its dot in a box; for `lines`,
 * its line too. */
bool cc_stairs_is_taken(const struct cc_figure *figure,
    const struct cc_track *track, const struct response_row *row,
    const struct response *own, struct cc_box box, bool lines);

/* Places the words of a row, once its floor is known. */
void cc_stairs_find_words(const struct cc_figure *figure,
    const struct cc_track *track, struct response_row *row);

/* With height to spare levels lie further apart. */
double cc_stairs_height(const struct cc_figure *figure,
    const struct response_row *row, bool spare);
void cc_stairs_draw(
    struct cc_figure *figure, struct cc_track *track, struct response_row *row);

/* Also chooses where words stand. */
double cc_ribbon_height(
    struct cc_figure *figure, struct cc_track *track, struct response_row *row);
void cc_ribbon_draw(
    struct cc_figure *figure, struct cc_track *track, struct response_row *row);

#endif
