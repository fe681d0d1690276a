/* Bars: what lasts, with what is known of its start and end. */
#ifndef CC_LAYOUT_BAR_H
#define CC_LAYOUT_BAR_H

#include "layout/mark.h"

/* How a bar begins and ends. What is known to a unit of time alone is pale up
 * to there, whatever the end. */
enum cc_bar_start {
	CC_BAR_FROM_EDGE,
	CC_BAR_FROM_FADE,  /* over an author's bracket */
	CC_BAR_FROM_STUB,  /* not stated: out of nothing */
	CC_BAR_FROM_POINT, /* it was there before the plot begins */
};

enum cc_bar_end {
	CC_BAR_TO_EDGE,
	CC_BAR_TO_FADE,  /* over an author's bracket */
	CC_BAR_TO_STUB,  /* not stated: into nothing, however long it was */
	CC_BAR_TO_OPEN,  /* not stated: pale to what limits it, no edge */
	CC_BAR_TO_ARROW, /* it goes on at the last report */
};

enum cc_bar_look {
	CC_BAR_SOLID,
	CC_BAR_PLANNED,  /* a dashed frame */
	CC_BAR_NOT_DONE, /* a frame, struck through */
	CC_BAR_UNDATED, /* some time in it: a dashed frame from its left edge */
};

struct cc_bar {
	struct cc_reach reach;
	double y, height;
	cc_colour fill, ground; /* ground: what shines through pale parts */
	enum cc_bar_start start;
	enum cc_bar_end end;
	enum cc_bar_look look;
	bool outline; /* in the colour of the edge */
	cc_colour edge;
	bool thin; /* as drawn longer than it was, to be seen: outlined */
	/* A moment that is known less well than to the day: no bar, but a sign
	 * with a whisker. */
	bool point;
};

/* Where the bar of a fact lies, or of a part of it with a time of its own (else
 * NULL), how it begins and ends, and whether it was done. */
void cc_bar_shape(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_span *part, struct cc_bar *bar);

/* Of a bar that goes on, or that began before the plot: how far its point
 * stands out [u]. */
#define CC_BAR_POINT 0.5
/* Of a moment that is no bar: half of its sign [u]. */
#define CC_BAR_SIGN 0.5

/* Such points of a bar; asks for the legend's entries. */
void cc_draw_bar_points(struct cc_figure *figure, const struct cc_bar *bar);

/* Asks for the legend's entry where the bar is merely planned or not done. */
void cc_draw_bar(struct cc_figure *figure, const struct cc_bar *bar);

/* The pattern of its class over what is certain of it, once its words are
 * written. */
void cc_draw_bar_pattern(struct cc_figure *figure, const struct cc_bar *bar,
    const struct cc_swatch *swatch);

/* A stretch of the bar in one tone; nothing where it is none. */
void cc_fill_bar_part(struct cc_figure *figure, const struct cc_bar *bar,
    double left, double right, cc_colour tone);

/* A stretch of the bar, from `left` to `right`, within which it began or ended:
 * as its start or its end looks. Asks for the legend's entry. */
void cc_draw_bar_unsure(struct cc_figure *figure, const struct cc_bar *bar,
    double left, double right, bool start);

/* True where an end has no edge because it fades. */
bool cc_bar_fades(const struct cc_bar *bar);

/* The part of a bar that is of one tone, where words may stand: its certain
 * part; of an open end what is pale. */
struct cc_box cc_bar_certain(const struct cc_bar *bar);
/* White or black, for words over certain and uncertain parts. */
cc_colour cc_bar_ink(const struct cc_figure *figure, const struct cc_bar *bar);

#endif
