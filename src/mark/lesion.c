/* Lesions: one bar each over the time it exists, sizes on it, its name behind
 * it, or once at the left of its row; a bracket where all were gone together.
 */
#include "layout/divide.h"
#include "layout/draw.h"
#include "mark/lesion.h"
#include "mark/marks.h"

#include <math.h>

struct lesion {
	const struct cc_lesion *seen;
	const struct cc_fact *fact; /* of it */
	struct cc_bar bar;
	const char *name;
	size_t row;
	bool names_row;       /* the last of its row bears the name */
	const char *lines[2]; /* of the name */
	int line_count;
};

struct lesions {
	const char *name; /* of the row */
	const char *unit; /* of its first size; NULL: none */
	struct lesion *all;
	size_t count, rows;
	size_t patients;            /* 2: several */
	const struct cc_fact *gone; /* whose end all share; NULL */
	/* In the left column: no room behind the bars, or several bars have
	 * one. */
	bool names_left;
	bool gone_below;  /* "all gone" stands on a line of its own */
	double gone_from; /* [unit] */
	double head;      /* above the first row [unit] */
	double *tops; /* of each row below that, and the last's end [unit] */
};

static double
row_height(const struct cc_figure *figure)
{
	return cc_lane_of_names(figure, 1.06, 0.98);
}

static const char *
name_lesion(struct cc_figure *figure, const struct cc_fact *fact)
{
	const char *label = cc_text_in(figure->words, &fact->labels);
	/* Their sign is small. */
	if (cc_fact_state(fact) != CC_STATE_DONE)
		label = cc_fact_name(figure->words, fact, CC_NAME_FULL);
	if (label)
		return cc_drawn_name(figure, fact, label);
	GString *name = g_string_new(NULL);
	for (size_t i = 0; i < fact->sites.count; i++) {
		if (i > 0)
			g_string_append(name,
			    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR));
		g_string_append(name, cc_name(figure->words, CC_IN_SITE, NULL,
					  fact->sites.word[i], CC_NAME_FULL));
	}
	char *kept = cc_arena_strdup(figure->arena, name->str);
	g_string_free(name, TRUE);
	return cc_drawn_name(figure, fact, kept);
}

/* As the disease of the patient calls them, where all are of one. */
static enum cc_message
row_message(const struct cc_figure *figure, const struct lesions *row)
{
	const struct cc_fact *disease =
	    cc_follow_patient(figure->follow, row->all[0].fact)->diagnosis;
	return disease && disease->term && disease->term->extramedullary &&
	               row->patients == 1
	           ? CC_MSG_EXTRAMEDULLARY
	           : CC_MSG_LESIONS;
}

/* Of the first size: others are told with theirs where that is another. */
static const char *
find_unit(const struct cc_figure *figure, const struct lesions *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_fact *fact = row->all[i].fact;
		if (fact->value_count > 0)
			return cc_size_unit(figure, fact, &fact->values[0]);
	}
	return NULL;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_lesions *lesions = &figure->follow->lesions;
	struct lesions *row = cc_arena_new(figure->arena, struct lesions);
	row->all =
	    cc_arena_new_array(figure->arena, struct lesion, lesions->count);
	row->patients = 1;
	for (size_t i = 0; i < lesions->count; i++) {
		const struct cc_fact *fact = lesions->item[i].fact;
		if (!cc_figure_shows(figure, fact) ||
		    !cc_figure_claim(figure, fact))
			continue;
		row->all[row->count].seen = &lesions->item[i];
		row->all[row->count].fact = fact;
		if (fact->patient != row->all[0].fact->patient)
			row->patients = 2;
		row->count++;
	}
	if (row->count == 0)
		return;
	struct cc_track *track = cc_figure_add_track(figure, mark,
	    cc_say(figure->words, row_message(figure, row)), NULL, row);
	row->name = track->name;
	row->unit = find_unit(figure, row);
	track->spare = CC_YIELD_LESIONS;
	for (size_t i = 0; i < row->count; i++)
		cc_track_hold(figure, track, row->all[i].fact);
}

/* A site that comes back stays on its row. */
static void
assign_rows(struct lesions *row)
{
	/* The lesion of each name that was added last. */
	g_autoptr(GHashTable) latest =
	    g_hash_table_new(g_str_hash, g_str_equal);
	row->rows = 0;
	for (size_t i = 0; i < row->count; i++) {
		struct lesion *lesion = &row->all[i];
		struct lesion *before =
		    g_hash_table_lookup(latest, lesion->name);
		lesion->names_row = true;
		g_hash_table_insert(latest, (gpointer)lesion->name, lesion);
		if (before && before->bar.reach.latest_end <=
				  lesion->bar.reach.earliest_start + 0.5) {
			lesion->row = before->row;
			before->names_row = false;
		} else {
			lesion->row = row->rows++;
		}
	}
}

/* The end that all share, where this figure shows it. */
static void
find_gone(const struct cc_figure *figure, struct lesions *row)
{
	const struct cc_axis *axis = &figure->axis;
	size_t patient = row->all[0].fact->patient;
	const struct cc_lesion *gone = figure->follow->lesions.gone[patient];
	row->gone = NULL;
	if (gone && row->count > 1 && row->patients == 1 &&
	    gone->extent.span.latest_end.minute <=
		axis->stretch[axis->stretches - 1].to.minute)
		row->gone = gone->fact;
}

static const char *
gone_date(struct cc_figure *figure, const struct lesions *row)
{
	struct cc_span end = cc_span_end(&row->gone->when.span);
	return cc_date_text(figure->words, &end);
}

/* Of the bracket and its words behind the names. */
static double
gone_width(struct cc_figure *figure, const struct lesions *row)
{
	const char *all = cc_say(figure->words, CC_MSG_ALL_GONE);
	double all_width = cc_width(figure, all, CC_TYPE_NAME, true);
	double when =
	    cc_width(figure, gone_date(figure, row), CC_TYPE_BODY, false);
	return 1.8 * figure->u + fmax(all_width, when);
}

/* A size may have been taken after the end that is given. */
static double
sizes_right(const struct cc_figure *figure, const struct cc_fact *fact,
    const char *unit)
{
	double right = 0;
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		struct cc_reach reach;
		if (!cc_size_reach(figure, fact, value, &reach))
			continue;
		const char *text = cc_size_text(figure, fact, value, unit);
		double half = cc_width(figure, text, CC_TYPE_LEAST, true) / 2;
		right =
		    fmax(right, fmax(reach.latest_end, reach.middle + half));
	}
	return right;
}

static double
name_left(const struct cc_figure *figure, const struct lesions *row,
    const struct lesion *lesion)
{
	double gap = lesion->bar.end == CC_BAR_TO_ARROW ? 1.0 : 0.6;
	return fmax(lesion->bar.reach.latest_end,
		   sizes_right(figure, lesion->fact, row->unit)) +
	       gap * figure->u;
}

static double
column_room(const struct cc_figure *figure)
{
	return figure->plot.x - figure->page.x - 0.9 * figure->u;
}

/* Up to the death, to where time is cut, or to the right edge. */
static double
behind_room(const struct cc_figure *figure, const struct lesions *row,
    const struct lesion *lesion)
{
	const struct cc_axis *axis = &figure->axis;
	double left = name_left(figure, row, lesion);
	double most = fmin(
	    cc_box_right(figure->plot), cc_words_over(figure, lesion->fact,
					    lesion->bar.reach.earliest_start));
	for (size_t i = 0; i + 1 < axis->stretches; i++)
		if (left < axis->stretch[i + 1].left)
			return fmin(most, axis->stretch[i].right) - left;
	return most - left;
}

/* Whether all names have room behind their bars, on two lines at most. */
static bool
fit_behind(struct cc_figure *figure, const struct lesions *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct lesion *lesion = &row->all[i];
		double room = behind_room(figure, row, lesion);
		if (lesion->names_row &&
		    cc_width(figure, lesion->name, CC_TYPE_NAME, false) >
			room &&
		    cc_wrap_width(figure, lesion->name, CC_TYPE_NAME, false) >
			room)
			return false;
	}
	return true;
}

static enum cc_type_role
name_type(const struct lesions *row)
{
	return row->names_left ? CC_TYPE_BODY : CC_TYPE_NAME;
}

/* Names may take two lines: their rows are higher. */
static void
stack_rows(struct cc_figure *figure, struct lesions *row)
{
	row->tops = cc_arena_new_array(figure->arena, double, row->rows + 1);
	for (size_t i = 0; i < row->count; i++) {
		struct lesion *lesion = &row->all[i];
		double room = row->names_left
		                  ? column_room(figure)
		                  : behind_room(figure, row, lesion);
		double height = row_height(figure);
		lesion->line_count = 0;
		if (lesion->names_row)
			lesion->line_count = cc_wrap(figure, lesion->name,
			    name_type(row), false, room, 2, lesion->lines);
		height *= fmax(1, lesion->line_count);
		row->tops[lesion->row + 1] =
		    fmax(row->tops[lesion->row + 1], height);
	}
	for (size_t i = 0; i < row->rows; i++)
		row->tops[i + 1] += row->tops[i];
}

static void
shape_bar(const struct cc_figure *figure, struct lesion *lesion)
{
	cc_bar_shape(figure, lesion->fact, NULL, &lesion->bar);
}

static double
lines_width(struct cc_figure *figure, const struct lesions *row,
    const struct lesion *lesion)
{
	double width = 0;
	for (int i = 0; i < lesion->line_count; i++)
		width = fmax(width,
		    cc_width(figure, lesion->lines[i], name_type(row), false));
	return width;
}

/* The column as it is wide enough for a name that has no room behind. */
static double
widest_name(struct cc_figure *figure, const struct lesions *row)
{
	double widest = 0;
	for (size_t i = 0; i < row->count; i++)
		widest = fmax(widest,
		    cc_width(figure, row->all[i].name, CC_TYPE_NAME, false));
	return widest;
}

/* The unit of sizes stands below the row's name, or behind it where that
 * stands above the sites'. */
static void
name_row(struct cc_figure *figure, struct cc_track *track)
{
	struct lesions *row = track->data;
	track->name = row->name;
	track->sub = row->names_left ? NULL : row->unit;
	row->head = 0;
	if (!row->names_left)
		return;
	if (row->unit)
		track->name = cc_arena_join(figure->arena, row->name,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), row->unit,
		    NULL);
	row->head = cc_name_height(figure, track) + 0.08 * figure->u;
}

/* Where the bracket has no room beside the names, its words stand below. */
static bool
is_gone_below(struct cc_figure *figure, const struct lesions *row)
{
	double right = 0;
	if (!row->gone || row->names_left)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].names_row)
			right = fmax(
			    right, name_left(figure, row, &row->all[i]) +
				       lines_width(figure, row, &row->all[i]));
	return right + gone_width(figure, row) > cc_box_right(figure->plot);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct lesions *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct lesion *lesion = &row->all[i];
		lesion->name = name_lesion(figure, lesion->fact);
		shape_bar(figure, lesion);
	}
	assign_rows(row);
	find_gone(figure, row);
	row->names_left = row->rows < row->count || !fit_behind(figure, row);
	track->part_width = row->names_left ? widest_name(figure, row) : 0;
	stack_rows(figure, row);
	name_row(figure, track);
	row->gone_below = is_gone_below(figure, row);
	track->height = row->head + row->tops[row->rows];
	if (row->gone_below)
		track->height += row_height(figure);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct lesions *row = track->data;
	double h = 0.62 * figure->u;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_bar *bar = &row->all[i].bar;
		const double *top = &row->tops[row->all[i].row];
		bar->height = h;
		bar->y = track->box.y + row->head + (top[0] + top[1] - h) / 2;
		bar->fill = cc_ink(figure, CC_COLOUR_LESION);
		bar->ground = cc_ink(figure, CC_COLOUR_PAGE);
	}
}

static double
write_name(struct cc_figure *figure, const struct lesions *row,
    const struct lesion *lesion)
{
	const struct cc_bar *bar = &lesion->bar;
	double step = row_height(figure);
	double x =
	    row->names_left ? figure->page.x : name_left(figure, row, lesion);
	double y = cc_centre(figure, CC_TYPE_NAME, bar->y + bar->height / 2) -
	           0.5 * step * (lesion->line_count - 1);
	for (int i = 0; i < lesion->line_count; i++)
		cc_write(figure, name_type(row), false,
		    row->names_left ? CC_COLOUR_MID : CC_COLOUR_INK,
		    CC_ANCHOR_START, x, y + i * step, lesion->lines[i]);
	return row->names_left ? bar->reach.latest_end
	                       : x + lines_width(figure, row, lesion);
}

/* That all are gone is one thing to read and to move. */
static void
open_gone(struct cc_figure *figure, const struct lesions *row)
{
	cc_paint_group(figure->fore,
	    (struct cc_group){.kind = CC_GROUP_FACT,
		.title = cc_arena_join(figure->arena,
		    cc_say(figure->words, CC_MSG_ALL_GONE),
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR),
		    gone_date(figure, row), NULL),
		.order = row->gone->when.span.earliest_end.minute});
}

static void
draw_gone_below(
    struct cc_figure *figure, struct cc_track *track, const struct lesions *row)
{
	const char *all = cc_say(figure->words, CC_MSG_ALL_GONE);
	const char *when = gone_date(figure, row);
	double u = figure->u;
	double all_width = cc_width(figure, all, CC_TYPE_NAME, true);
	double width =
	    all_width + 0.4 * u + cc_width(figure, when, CC_TYPE_BODY, false);
	/* Longer than the plot is wide, they begin in the column of names,
	 * which is empty there. */
	double x =
	    width <= figure->plot.width
		? fmin(row->gone_from, cc_box_right(figure->plot) - width)
		: cc_box_right(figure->page) - width;
	double y = cc_centre(figure, CC_TYPE_NAME,
	    cc_box_bottom(track->box) - 0.5 * row_height(figure));
	open_gone(figure, row);
	cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK, CC_ANCHOR_START, x,
	    y, all);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    x + all_width + 0.4 * u, y, when);
	cc_paint_end(figure->fore);
}

static void
draw_gone(struct cc_figure *figure, struct cc_track *track,
    const struct lesions *row, double x)
{
	double u = figure->u;
	x += 0.8 * u;
	if (x - 0.8 * u + gone_width(figure, row) >
	    cc_box_right(figure->plot) + 0.5)
		return;
	double from = track->box.y + row->head;
	double top = from + 0.2 * row_height(figure);
	double bottom = from + row->tops[row->rows] - 0.2 * row_height(figure);
	double middle = (top + bottom) / 2;
	open_gone(figure, row);
	cc_paint_polyline(figure->fore, CC_ROLE_BRACKET,
	    (struct cc_point[]){{x, top}, {x + 0.4 * u, top},
		{x + 0.4 * u, bottom}, {x, bottom}},
	    4, false,
	    cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
		figure->size->stroke[CC_STROKE_AXIS]));
	cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK, CC_ANCHOR_START,
	    x + u, middle - 0.12 * u, cc_say(figure->words, CC_MSG_ALL_GONE));
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    x + u, middle + 0.95 * u, gone_date(figure, row));
	cc_paint_end(figure->fore);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct lesions *row = track->data;
	double right = 0;
	for (size_t i = 0; i < row->count; i++) {
		struct lesion *lesion = &row->all[i];
		cc_open_fact(figure, lesion->fact, NULL);
		bool band = cc_lesion_is_band(lesion->seen, &lesion->bar);
		if (band)
			cc_lesion_band_draw(figure, lesion->seen, &lesion->bar);
		else
			cc_draw_bar(figure, &lesion->bar);
		cc_lesion_sizes_draw(figure, lesion->fact, row->unit,
		    lesion->bar.y + lesion->bar.height / 2, band);
		cc_lesion_changes_draw(figure, lesion->fact, &lesion->bar);
		if (lesion->names_row)
			right = fmax(right, write_name(figure, row, lesion));
		row->gone_from = name_left(figure, row, lesion);
		cc_paint_end(figure->fore);
	}
	if (row->gone_below)
		draw_gone_below(figure, track, row);
	else if (row->gone)
		draw_gone(figure, track, row, right);
}

const struct cc_mark cc_mark_lesion = {
    .name = "lesion",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_LANES},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
