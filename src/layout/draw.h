/* The shapes that marks share: signs, whiskers, fades, arrows. All on the
 * fore layer unless said otherwise. */
#ifndef CC_LAYOUT_DRAW_H
#define CC_LAYOUT_DRAW_H

#include "layout/mark.h"

enum cc_sign {
	CC_SIGN_DIAMOND,
	CC_SIGN_RING_DIAMOND, /* outline with a core: cell therapy in grey */
	CC_SIGN_SLASHED,      /* hollow diamond + slash: not done */
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

/* A sign centred at (x, y); radius in units. `ground` fills hollow ones. */
void cc_draw_sign(struct cc_figure *figure, enum cc_sign sign, double x,
    double y, double radius, cc_colour colour);

/* A horizontal whisker with end ticks; open ends get an arrow head. */
void cc_draw_whisker(struct cc_figure *figure, struct cc_reach reach, double y,
    cc_colour colour, double sign_radius);

/* An arrow head pointing right at x. */
void cc_draw_arrow(
    struct cc_figure *figure, double x, double y, cc_colour colour);
void cc_draw_arrow_down(struct cc_figure *figure, double x, double top,
    double bottom, cc_colour colour);

/* A bar with its uncertain ends: pale where an end is known to a unit of
 * time, fading over a long interval, hatched where the theme says so. */
struct cc_bar {
	struct cc_reach reach;
	double y, height;
	cc_colour fill, ground;    /* ground: what shines through pale parts */
	bool fade_end, fade_start; /* ends of brackets: fade, else pale */
	bool open_end;             /* no edge at the end: not stated */
	bool ongoing;              /* arrow */
	bool running;              /* arrow in at the start */
	bool outline;
	bool hollow; /* planned or not done: a dashed frame */
};

void cc_draw_bar(struct cc_figure *figure, const struct cc_bar *bar);

/* Whether a fill is below 3 : 1 against the page, the least that WCAG 2.1
 * (1.4.11) asks of graphics: such a bar has an edge of this colour. */
bool cc_bar_is_pale(const struct cc_figure *figure, cc_colour fill);
cc_colour cc_bar_edge(const struct cc_figure *figure, cc_colour fill);

/* The certain part of a bar, where words may stand. */
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
