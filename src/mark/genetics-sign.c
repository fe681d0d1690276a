/* Signs of genetic tests: where each stands on the line of its finding, and what
 * it looks like. */
#include "mark/genetics.h"

#include <math.h>

#define RADIUS 0.26 /* of signs [u] */

/* Whether the two ends differ: what was not found must not hide what was. */
static bool
differ(const struct look *a, const struct look *b)
{
	return (a->sighting->sight > CC_SIGHT_ABSENT) !=
	       (b->sighting->sight > CC_SIGHT_ABSENT);
}

static void
move_look(const struct cc_figure *figure, struct look *look, double x)
{
	double radius = RADIUS * figure->u;
	struct cc_box whisker =
	    cc_whisker_box(figure, look->reach, look->y, radius);
	look->x = x;
	look->left = fmin(x - radius, whisker.x);
	look->right = fmax(x + radius, cc_box_right(whisker));
}

void
cc_genetics_place(
    struct cc_figure *figure, struct finding_line *line, size_t i, double y)
{
	struct look *look = &line->looks[i];
	double radius = RADIUS * figure->u;
	look->reach = cc_fact_reach(figure, look->sighting->test);
	look->x = look->reach.middle;
	look->y = y;
	/* Two of one day that disagree stand on both sides of it. */
	if (i > 0 && differ(look, look - 1) &&
	    fabs(look->x - look[-1].x) < radius) {
		if (i == 1 || look[-1].x - look[-2].x >= 3 * radius)
			move_look(figure, look - 1, look[-1].x - radius);
		look->x = look[-1].x + 2 * radius;
	}
	move_look(figure, look, look->x);
}

void
cc_genetics_join(struct cc_figure *figure, const struct finding_line *line)
{
	const struct cc_axis *axis = &figure->axis;
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_MID),
	    figure->size->stroke[CC_STROKE_HAIRLINE]);
	for (size_t i = 0; i + 1 < line->count; i++) {
		const struct look *look = &line->looks[i];
		if (look[0].sighting->sight <= CC_SIGHT_ABSENT ||
		    look[1].sighting->sight <= CC_SIGHT_ABSENT)
			continue;
		for (size_t s = 0; s < axis->stretches; s++) {
			double left = look[0].x, right = look[1].x;
			if (cc_axis_piece(axis, s, &left, &right))
				cc_rule(figure, left, right, look->y, pen);
		}
	}
}

static void
draw_sight(struct cc_figure *figure, const struct look *look, cc_colour colour)
{
	double r = RADIUS * figure->u, x = look->x, y = look->y;
	bool grey = cc_theme_look(figure->theme, CC_LOOK_HATCHED_ENDS) > 0;
	switch (look->sighting->sight) {
	case CC_SIGHT_NONE:
		if (cc_fact_state(look->sighting->test) == CC_STATE_PLANNED) {
			cc_draw_sign(
			    figure, CC_SIGN_DASHED, x, y, 1.4 * r, colour);
			cc_figure_legend(figure, CC_LEGEND_PLANNED);
		} else {
			cc_draw_sign(
			    figure, CC_SIGN_SLASHED, x, y, 1.4 * r, colour);
			cc_figure_legend(figure, CC_LEGEND_NOT_DONE);
		}
		return;
	case CC_SIGHT_ABSENT:
		cc_draw_sign(figure, CC_SIGN_OPEN_DOT, x, y, r / 0.62, colour);
		cc_figure_legend(figure, CC_LEGEND_NOT_FOUND);
		return;
	case CC_SIGHT_FOUND:
		cc_draw_sign(figure, CC_SIGN_DOT, x, y, r / 0.72, colour);
		return;
	case CC_SIGHT_NEW:
		cc_draw_sign(figure, grey ? CC_SIGN_UP : CC_SIGN_DOT, x, y,
		    r / 0.72, colour);
		cc_figure_legend(figure, CC_LEGEND_NEW_FINDING);
		return;
	}
}

void
cc_genetics_draw(struct cc_figure *figure, const struct look *look)
{
	cc_colour colour = cc_ink(figure, look->sighting->sight == CC_SIGHT_NEW
					      ? CC_COLOUR_NEW_FINDING
					      : CC_COLOUR_INK);
	cc_draw_whisker(
	    figure, look->reach, look->y, colour, RADIUS * figure->u);
	draw_sight(figure, look, colour);
	if (!look->number)
		return;
	cc_write_in(figure, CC_TYPE_NAME, true, colour, look->anchor,
	    look->number_x, cc_centre(figure, CC_TYPE_NAME, look->y),
	    look->number);
	for (int n = 0; n < look->numbers; n++)
		cc_explain_signs(
		    figure, look[-n].sighting->test, look->number);
}
