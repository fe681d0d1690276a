/* The column of names beside the plot: how wide it is, and what stands in it.
 */
#include "layout/parts.h"

#include <math.h>

/* Before the axis begins, for the arrow of a moment at its start whose earliest
 * day nothing tells: it would lie on the words of ticks and of names. */
#define ARROW_ROOM 1.8 /* of the arrow and of the sign that it leaves [u] */

static double
arrow_room(const struct cc_figure *figure, double scale)
{
	struct cc_instant open = figure->follow->open;
	const struct cc_stretch *first = &figure->axis.stretch[0];
	double room = ARROW_ROOM * figure->u;
	if (open.minute == CC_INSTANT_NONE_AFTER.minute ||
	    open.minute < first->from.minute)
		return 0;
	return scale * (double)(open.minute - first->from.minute) < room ? room
	                                                                 : 0;
}

static void
share_columns(struct cc_figure *figure)
{
	struct cc_axis *axis = &figure->axis;
	double gap = 1.5 * figure->u;
	double width = figure->plot.width - gap * (double)(axis->stretches - 1);
	double total = 0, x = figure->plot.x;
	for (size_t i = 0; i < axis->stretches; i++)
		total += (double)(axis->stretch[i].to.minute -
				  axis->stretch[i].from.minute);
	double room = arrow_room(figure, width / total);
	x += room;
	width -= room;
	for (size_t i = 0; i < axis->stretches; i++) {
		struct cc_stretch *s = &axis->stretch[i];
		s->left = x;
		s->right =
		    x + width * (double)(s->to.minute - s->from.minute) / total;
		x = s->right + gap;
	}
}

#define NAME_GAP 0.9 /* between the names and the plot [u] */

/* A column of a journal. */
static bool
is_narrow(const struct cc_figure *figure)
{
	return figure->page.width < 50 * figure->u;
}

/* Between a name and the words of the ticks. */
static double
tick_gap(const struct cc_figure *figure)
{
	return (is_narrow(figure) ? 0.3 : 1.2) * figure->u;
}

/* A name that may part: its first line. */
static const char *
first_part(struct cc_figure *figure, const struct cc_track *track)
{
	return cc_arena_join(figure->arena,
	    cc_arena_strndup(figure->arena, track->name, track->name_part), "-",
	    NULL);
}

/* The least width of two lines that hold the name. */
static double
least_name(struct cc_figure *figure, const struct cc_track *track)
{
	double words = cc_wrap_width(figure, track->name, CC_TYPE_NAME, true);
	if (track->name_part == 0)
		return words;
	double first =
	    cc_width(figure, first_part(figure, track), CC_TYPE_NAME, true);
	double rest = cc_width(
	    figure, track->name + track->name_part, CC_TYPE_NAME, true);
	return MIN(words, MAX(first, rest));
}

/* Below a name: two clauses keep whole where that is hardly wider. */
static double
sub_width(struct cc_figure *figure, const char *text, double most)
{
	const char *lines[2];
	double whole = cc_width(figure, text, CC_TYPE_BODY, false);
	if (whole <= most)
		return whole;
	double width =
	    fmax(most, cc_wrap_width(figure, text, CC_TYPE_BODY, false));
	double clauses = cc_wrap_clauses(figure, text, CC_TYPE_BODY, lines);
	return clauses <= 1.25 * width ? fmax(width, clauses) : width;
}

/* What a row's words ask for: its name beside the first tick, or on two lines
 * beside any where it is longer than `most`, and what stands below it. */
static double
words_width(struct cc_figure *figure, const struct cc_track *track, double most)
{
	double gap = tick_gap(figure), width = 0;
	double ticks = track->tick_width > 0 ? track->tick_width + gap : 0;
	if (track->name) {
		double first =
		    track->first_tick > 0 ? track->first_tick + gap : ticks;
		double name = track->name_lead +
		              cc_width(figure, track->name, CC_TYPE_NAME, true);
		width = first + name;
		if (ticks + name > most)
			name = fmax(most - ticks,
			    track->name_lead + least_name(figure, track));
		if (width > most)
			width = fmin(width, ticks + name);
	}
	if (track->sub)
		width = fmax(
		    width, ticks + sub_width(figure, track->sub, most - ticks));
	if (track->own_sub > 0)
		width = fmax(width, track->tick_width + track->own_sub);
	/* What just fits must fit again: sums do not come out even. */
	return width + 0.01;
}

/* Time has most of the page: where that is narrow, names wrap sooner, but what
 * cannot be wrapped is rather whole than cut. */
double
cc_column_wanted(struct cc_figure *figure, const struct cc_track *track)
{
	bool narrow = is_narrow(figure);
	double page = figure->page.width;
	if (track->mark->zone != CC_ZONE_PLOT)
		return 0;
	double words =
	    words_width(figure, track, (narrow ? 0.14 : 0.24) * page);
	return fmax(fmin(words, (narrow ? 0.34 : 0.24) * page),
	    fmin(track->part_width, CC_PART_MOST * page));
}

/* Of what stands beside the plot, like the numbers of a right axis. */
static double
right_width(const struct cc_figure *figure)
{
	double width = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->dropped)
			width = fmax(width, track->right_width);
	}
	return width;
}

bool
cc_columns_hold(const struct cc_figure *figure, const struct cc_track *track)
{
	double left = figure->plot.x - figure->page.x - NAME_GAP * figure->u;
	return track->column <= left &&
	       track->right_width <= right_width(figure);
}

/* Names flush left with the title; tick labels flush right before the plot. */
void
cc_columns_set(struct cc_figure *figure)
{
	const struct cc_axis *axis = &figure->axis;
	double u = figure->u;
	/* On a narrow page the axis's name comes near to its first number. */
	double left =
	    cc_axis_name_width(figure) + (is_narrow(figure) ? -0.2 : 0.4) * u;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->dropped)
			left = MAX(left, track->column);
	}
	left = MAX(left + NAME_GAP * u, figure->least_left);
	struct cc_axis_steps *steps = &figure->axis.steps;
	double right = fmax(0.8 * u, right_width(figure));
	if (steps->count > 0 && !axis->absent) {
		steps->right = cc_box_right(figure->page);
		steps->left = steps->right - cc_steps_width(figure);
		right += steps->right - steps->left + 0.3 * u;
	}
	right = MAX(right, figure->least_right);
	figure->plot.x = figure->page.x + left;
	figure->plot.width = figure->page.width - left - right;
	if (axis->absent) {
		steps->left = figure->plot.x;
		steps->right = cc_box_right(figure->plot);
	}
	share_columns(figure);
}

/* Lines of a track's name within the left column. */
static int
name_lines(
    struct cc_figure *figure, const struct cc_track *track, const char **lines)
{
	if (!track->name)
		return 0;
	double room = figure->plot.x - figure->page.x - track->name_lead -
	              NAME_GAP * figure->u;
	double gap = 0.3 * figure->u;
	if (track->first_tick > 0 &&
	    cc_width(figure, track->name, CC_TYPE_NAME, true) <=
		room - track->first_tick - gap)
		room -= track->first_tick + gap;
	else if (track->tick_width > 0)
		room -= track->tick_width + gap;
	if (track->name_part == 0 ||
	    cc_wrap_width(figure, track->name, CC_TYPE_NAME, true) <= room)
		return cc_wrap(
		    figure, track->name, CC_TYPE_NAME, true, room, 2, lines);
	lines[0] = first_part(figure, track);
	lines[1] = cc_shorten(
	    figure, track->name + track->name_part, CC_TYPE_NAME, true, room);
	return 2;
}

/* Lines of what stands below it: a clause each where they fit. */
static int
sub_lines(
    struct cc_figure *figure, const struct cc_track *track, const char **lines)
{
	if (!track->sub)
		return 0;
	double room = figure->plot.x - figure->page.x - NAME_GAP * figure->u -
	              track->tick_width;
	if (cc_width(figure, track->sub, CC_TYPE_BODY, false) > room &&
	    cc_wrap_clauses(figure, track->sub, CC_TYPE_BODY, lines) <= room)
		return 2;
	return cc_wrap(figure, track->sub, CC_TYPE_BODY, false, room, 2, lines);
}

/* Lines of words in the left column. */
struct lines {
	const char *name[2], *sub[2];
	int names, subs;
	double height; /* with those that the mark draws below them [unit] */
};

#define LINE_HIGH 1.12 /* [u] */

static struct lines
lines_of(struct cc_figure *figure, const struct cc_track *track)
{
	struct lines lines;
	lines.names = name_lines(figure, track, lines.name);
	lines.subs = sub_lines(figure, track, lines.sub);
	lines.height = (lines.names + lines.subs + (double)track->own_lines) *
	               LINE_HIGH * figure->u;
	return lines;
}

double
cc_name_height(struct cc_figure *figure, const struct cc_track *track)
{
	return lines_of(figure, track).height;
}

void
cc_name_draw(struct cc_figure *figure, struct cc_track *track)
{
	const struct lines lines = lines_of(figure, track);
	double u = figure->u;
	double y = track->box.y + 0.9 * u;
	/* A row no higher than its name is centred on it. */
	if (track->box.height < 3.2 * u && track->part_width <= 0)
		y = track->box.y + (track->box.height - lines.height) / 2 +
		    0.85 * u;
	track->name_baseline = y;
	for (int i = 0; i < lines.names; i++, y += LINE_HIGH * u)
		cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, figure->page.x + track->name_lead, y,
		    lines.name[i]);
	for (int i = 0; i < lines.subs; i++, y += LINE_HIGH * u)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x, y, lines.sub[i]);
	track->sub_baseline = y;
}
