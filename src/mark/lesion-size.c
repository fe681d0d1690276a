/* Sizes and changes of a lesion, on its bar. */
#include "layout/divide.h"
#include "mark/lesion.h"

#include <math.h>

/* Of the bar beside a size [u]. */
#define SIZE_AIR 0.17
/* Of a dot, where numbers leave it the room. */
#define DOT_RADIUS 0.35
#define DOT_LEAST 0.22

struct size {
	const char *text;
	double number, at;     /* x of its time [unit] */
	struct cc_reach reach; /* of that */
	double x, width;       /* of its words, inside the plot [unit] */
	int rank;              /* the lowest is written first */
	bool written;
};

enum found {
	FOUND_NOWHERE, /* nothing tells when it was */
	FOUND_BEYOND,  /* on another strip, or outside what is magnified */
	FOUND_HERE
};

/* Without a date, of what it comes after. */
static enum found
reach_of(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_when *when, struct cc_reach *reach)
{
	if (when->span.dated) {
		const struct cc_span span =
		    cc_follow_part(figure->follow, fact, &when->span);
		*reach = cc_reach_of(figure, &span);
		return cc_figure_spans(figure, &span) ? FOUND_HERE
		                                      : FOUND_BEYOND;
	}
	const struct cc_ordered place =
	    cc_order_part(figure->follow, fact, when);
	if (!place.span.dated)
		return FOUND_NOWHERE;
	*reach = cc_ordered_reach(figure, &place);
	return cc_figure_spans(figure, &place.span) ? FOUND_HERE : FOUND_BEYOND;
}

bool
cc_size_reach(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_value *value, struct cc_reach *reach)
{
	return reach_of(figure, fact, &value->when, reach) == FOUND_HERE;
}

const char *
cc_size_unit(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const char *unit = value->unit ? value->unit : fact->unit;
	return unit ? cc_unit_text(figure->words, unit) : NULL;
}

const char *
cc_size_text(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_value *value, const char *unit)
{
	const char *own = cc_size_unit(figure, fact, value);
	const char *text = cc_value_text(figure->words, value);
	if (own && g_strcmp0(own, unit) != 0)
		text = cc_arena_join(figure->arena, text, " ", own, NULL);
	return cc_marked_doubt(figure, text, &value->when.span);
}

static size_t
list_sizes(struct cc_figure *figure, const struct cc_fact *fact,
    const char *unit, struct size *sizes)
{
	size_t count = 0;
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		struct cc_reach reach;
		enum found found = reach_of(figure, fact, &value->when, &reach);
		if (found == FOUND_NOWHERE)
			cc_lose(figure, CC_LOST_SIZES, fact);
		if (found != FOUND_HERE)
			continue;
		const char *text = cc_size_text(figure, fact, value, unit);
		double w = cc_width(figure, text, CC_TYPE_LEAST, true) +
		           2 * SIZE_AIR * figure->u;
		double at = reach.middle;
		double most = fmin(cc_box_right(figure->plot),
		    cc_words_over(figure, fact, reach.earliest_start));
		double x = fmin(fmax(at, figure->plot.x + w / 2), most - w / 2);
		sizes[count++] = (struct size){.text = text,
		    .number = value->number,
		    .at = at,
		    .reach = reach,
		    .x = x,
		    .width = w};
	}
	return count;
}

/* First and last, the largest and the smallest, then where it turns. */
static void
rank_sizes(struct size *sizes, size_t count)
{
	size_t low = 0, high = 0;
	for (size_t i = 0; i < count; i++) {
		if (sizes[i].number > sizes[high].number)
			high = i;
		if (sizes[i].number < sizes[low].number)
			low = i;
		sizes[i].rank = 3;
		if (i == 0 || i + 1 == count)
			continue;
		double before = sizes[i].number - sizes[i - 1].number;
		double after = sizes[i + 1].number - sizes[i].number;
		if (before * after < 0)
			sizes[i].rank = 2;
	}
	sizes[high].rank = sizes[low].rank = 1;
	sizes[0].rank = sizes[count - 1].rank = 0;
}

/* Between two numbers [u]. On a band the less they tell the more of it they
 * leave to be seen. */
static double
air_of(const struct size *size, bool band)
{
	static const double airs[] = {0.25, 0.5, 1.2, 3};
	return airs[band ? size->rank : 0];
}

static bool
is_clear(const struct cc_figure *figure, const struct size *sizes, size_t count,
    const struct size *size, double air)
{
	for (size_t i = 0; i < count; i++)
		if (sizes[i].written &&
		    fabs(sizes[i].x - size->x) <
			(sizes[i].width + size->width) / 2 + air * figure->u)
			return false;
	return true;
}

static void
write_size(struct cc_figure *figure, const struct size *size, double y)
{
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){size->x - size->width / 2, y - 0.4 * figure->u,
		size->width, 0.8 * figure->u},
	    1, cc_brush(cc_ink(figure, CC_COLOUR_PAGE)));
	cc_write(figure, CC_TYPE_LEAST, true, CC_COLOUR_INK, CC_ANCHOR_MIDDLE,
	    size->x, cc_centre(figure, CC_TYPE_LEAST, y), size->text);
}

/* As far as the numbers beside it let it; 0: not at all. On a band it hides as
 * little as may be. */
static double
dot_radius(const struct cc_figure *figure, const struct size *sizes,
    size_t count, const struct size *size, bool band)
{
	double radius = (band ? DOT_LEAST : DOT_RADIUS) * figure->u;
	for (size_t i = 0; i < count; i++)
		if (sizes[i].written)
			radius = fmin(radius,
			    fabs(sizes[i].x - size->at) - sizes[i].width / 2);
	return radius >= DOT_LEAST * figure->u ? radius : 0;
}

/* Of what is known less well than to the day, behind all words. */
static void
draw_whiskers(
    struct cc_figure *figure, const struct size *sizes, size_t count, double y)
{
	for (size_t i = 0; i < count; i++)
		cc_draw_whisker(figure, sizes[i].reach, y,
		    cc_ink(figure, CC_COLOUR_INK),
		    sizes[i].written ? sizes[i].width / 2
				     : DOT_RADIUS * figure->u);
}

void
cc_lesion_sizes_draw(struct cc_figure *figure, const struct cc_fact *fact,
    const char *unit, double y, bool band)
{
	struct size *sizes = cc_arena_new_array(
	    figure->arena, struct size, fact->value_count + 1);
	size_t count = list_sizes(figure, fact, unit, sizes);
	if (count == 0)
		return;
	rank_sizes(sizes, count);
	for (int rank = 0; rank <= 3; rank++)
		for (size_t i = 0; i < count; i++)
			if (sizes[i].rank == rank)
				sizes[i].written = is_clear(figure, sizes,
				    count, &sizes[i], air_of(&sizes[i], band));
	draw_whiskers(figure, sizes, count, y);
	for (size_t i = 0; i < count; i++) {
		if (sizes[i].written) {
			write_size(figure, &sizes[i], y);
			continue;
		}
		double radius =
		    dot_radius(figure, sizes, count, &sizes[i], band);
		if (radius == 0) {
			cc_lose(figure, CC_LOST_SIZES, fact);
			continue;
		}
		cc_draw_sign(figure, CC_SIGN_OPEN_DOT, sizes[i].at, y, radius,
		    cc_ink(figure, CC_COLOUR_INK));
		cc_figure_legend(
		    figure, band ? CC_LEGEND_SIZE_RING : CC_LEGEND_MEASURED);
	}
}

static bool
is_measured(const struct cc_fact *fact, const struct cc_change *change)
{
	const struct cc_span *seen = &change->when.span;
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_span *measured = &fact->values[i].when.span;
		if (measured->dated == seen->dated &&
		    measured->earliest_start.minute ==
			seen->earliest_start.minute)
			return true;
	}
	return false;
}

/* When it may have been seen, which is while the lesion was there. False: it
 * was not, as the check of the case has said. */
static bool
find_change(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_bar *bar, const struct cc_change *change,
    struct cc_reach *seen)
{
	struct cc_reach reach;
	if (reach_of(figure, fact, &change->when, &reach) != FOUND_HERE)
		return false;
	double left = fmax(reach.earliest_start, bar->reach.earliest_start);
	double right = fmin(reach.latest_end, bar->reach.latest_end);
	*seen = (struct cc_reach){.earliest_start = left,
	    .latest_end = right,
	    .middle = (left + right) / 2};
	return left <= right;
}

void
cc_lesion_changes_draw(struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_bar *bar)
{
	double r = 0.4 * figure->u, y = bar->y + bar->height / 2;
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	struct cc_reach seen;
	double last = -INFINITY;
	for (size_t i = 0; i < fact->change_count; i++) {
		const struct cc_change *change = &fact->changes[i];
		if (is_measured(fact, change) ||
		    !find_change(figure, fact, bar, change, &seen))
			continue;
		if (fabs(seen.middle - last) < 2 * r) {
			cc_lose(figure, CC_LOST_SIZES, fact);
			continue;
		}
		bool larger = change->to == CC_GROWTH_LARGER;
		cc_draw_whisker(figure, seen, y, ink, r);
		cc_draw_sign(figure,
		    larger ? CC_SIGN_ARROW_UP : CC_SIGN_ARROW_DOWN, seen.middle,
		    y, r, ink);
		cc_figure_legend(
		    figure, larger ? CC_LEGEND_LARGER : CC_LEGEND_SMALLER);
		last = seen.middle;
	}
}
