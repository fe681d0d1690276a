/* The shapes that marks share, bars apart: signs, whiskers, fades, arrows,
 * pills. All on the fore layer unless said otherwise. */
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

/* What its ink takes, ticks and heads included; of no width where it is shorter
 * than a mark of that radius and not drawn [unit]. */
struct cc_box cc_whisker_box(const struct cc_figure *figure,
    struct cc_reach reach, double y, double sign_radius);

/* An arrow head pointing right at x. */
void cc_draw_arrow(
    struct cc_figure *figure, double x, double y, cc_colour colour);

/* From one colour at the left end to the other at the right. */
void cc_draw_fade(struct cc_scene *layer, struct cc_box box, cc_colour from,
    cc_colour to);

/* Diagonal lines computed to the rectangle. */
void cc_draw_hatch(struct cc_figure *figure, struct cc_scene *layer,
    struct cc_box box, cc_colour colour, double step);

/* The pattern of a fill beside words that stand in it: below a line from a to
 * b, down to the floor. */
void cc_draw_pattern(struct cc_figure *figure, const struct cc_swatch *swatch,
    struct cc_point a, struct cc_point b, double floor);

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
