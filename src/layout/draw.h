/* The shapes that marks share: signs, whiskers, fades, arrows. All on the
 * fore layer unless said otherwise. */
#ifndef CC_LAYOUT_DRAW_H
#define CC_LAYOUT_DRAW_H

#include "layout/mark.h"

enum cc_sign {
	CC_SIGN_DIAMOND,
	CC_SIGN_RING_DIAMOND, /* outline with a core: cell therapy in grey */
	CC_SIGN_SLASHED,      /* hollow diamond + slash: not done */
	CC_SIGN_DASHED,       /* hollow, dashed: planned */
	CC_SIGN_DOWN,         /* triangle */
	CC_SIGN_UP,
	CC_SIGN_OPEN_DOWN,
	CC_SIGN_OPEN_UP,
	CC_SIGN_SQUARE,
	CC_SIGN_DOT,
	CC_SIGN_OPEN_DOT,
	CC_SIGN_CROSS,
	CC_SIGN_ARROW_UP,
	CC_SIGN_ARROW_DOWN,
	CC_SIGN_TICK, /* a short stroke: transfusions, many in a row */
};

/* A sign centred at (x, y); radius in units. Hollow ones
 * are filled with the page's colour. */
void cc_draw_sign(struct cc_figure *figure, enum cc_sign sign, double x,
    double y, double radius, cc_colour colour);

/* A horizontal whisker with end ticks; open ends get an arrow head. */
void cc_draw_whisker(struct cc_figure *figure, struct cc_reach reach, double y,
    cc_colour colour, double sign_radius);

/* An arrow head pointing right at x. */
void cc_draw_arrow(
    struct cc_figure *figure, double x, double y, cc_colour colour);

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
	CC_BAR_UNDATED,  /* some time in it: a dashed frame from its left edge */
};

struct cc_bar {
	struct cc_reach reach;
	double y, height;
	cc_colour fill, ground; /* ground: what shines through pale parts */
	enum cc_bar_start start;
	enum cc_bar_end end;
	enum cc_bar_look look;
	bool outline;
	bool thin; /* as drawn longer than it was, to be seen: outlined */
	/* A moment that is known less well than to the day: no bar, but a sign
	 * with a whisker. */
	bool point;
};

/* Where the bar of a fact lies, or of a part of it with a time of its own (else
 * NULL), how it begins and ends, and whether it was done. */
void cc_bar_shape(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_span *part, struct cc_bar *bar);

/* Asks for the legend's entry where the bar is merely planned or not done. */
void cc_draw_bar(struct cc_figure *figure, const struct cc_bar *bar);

/* Whether a fill is below 3 : 1 against the page, the least that WCAG 2.1
 * (1.4.11) asks of graphics: such a bar has an edge of this colour. */
bool cc_bar_is_pale(const struct cc_figure *figure, cc_colour fill);
cc_colour cc_bar_edge(const struct cc_figure *figure, cc_colour fill);

/* True where an end has no edge because it fades. */
bool cc_bar_fades(const struct cc_bar *bar);

/* The part of a bar that is of one tone, where words may stand: its certain
 * part; of an open end what is pale. */
struct cc_box cc_bar_certain(const struct cc_bar *bar);
/* White or black, for words over certain and uncertain parts. */
cc_colour cc_bar_ink(const struct cc_figure *figure, const struct cc_bar *bar);

/* Flat steps from one colour to the other, each to the far end. */
void cc_draw_fade(struct cc_figure *figure, struct cc_scene *layer,
    struct cc_box box, cc_colour from, cc_colour to);

/* Diagonal lines computed to the rectangle. */
void cc_draw_hatch(struct cc_figure *figure, struct cc_scene *layer,
    struct cc_box box, cc_colour colour, double step);

/* A pill with a code inside, centred; returns its width. */
double cc_pill_width(const struct cc_figure *figure, const char *text);
void cc_draw_pill(struct cc_figure *figure, double x, double y,
    const char *text, const struct cc_swatch *swatch);
double cc_pill_height(const struct cc_figure *figure);

/* A bracket under something: ends up, words in its middle. */
void cc_draw_bracket(struct cc_figure *figure, double left, double right,
    double y, const char *text);

/* What a shape of the plot at x stands on: the page, or a band. */
cc_colour cc_ground_at(const struct cc_figure *figure, double x);

#endif
