/* Treatments: bars packed into lanes, lines of therapy below them, and what
 * was given beside the lines as slim bars or dose profiles. */
#include "layout/lanes.h"
#include "mark/marks.h"
#include "mark/treatment.h"

#include <math.h>
#include <string.h>

enum row_style {
	ROW_FULL, /* name and sub-name inside */
	ROW_SLIM, /* one line */
};

/* All that there is to say: it does not depend on the room for it. */
struct said {
	const char *name;          /* "VCd × 4"; NULL: not asked for yet */
	const char *code, *cycles; /* its two parts */
	const char *dose, *intent; /* NULL: none */
	double name_width;         /* [unit] */
};

struct treated {
	const struct cc_fact *fact;
	struct said said;
	const struct cc_span *end; /* of what ended it; NULL: nothing told */
	struct cc_bar bar;
	struct cc_swatch swatch;
	const char *name;          /* "VCd × 4" */
	const char *code, *cycles; /* the name's two parts */
	const char *sub;           /* "induction"; "" where nothing is said */
	double name_width, sub_width;
	bool two_lines; /* name over sub */
	bool anywhere;  /* in the bar, certain or not: nowhere else is room */
	bool in_rows;   /* of drugs: the doses are said there */
	bool profile;   /* doses are drawn as height, words above */
	struct cc_lane_item item;
};

struct bracket {
	double left, right;
	int number; /* of the line */
};

struct treatments {
	struct treated *all;
	size_t count, lanes;
	enum row_style style;
	double *lane_height;
	bool compact; /* bars of a line's height */
	bool bare;    /* names beside bars go without sub-names */
	bool stacked; /* there too the cycles stand below the name */
	bool brackets;
	struct bracket *bracket;
	size_t bracket_count;
	bool numbered; /* the brackets: no room for "line 1" in some */
	double wanted; /* height, before the row was stretched */
};

static int
by_start(const void *a, const void *b)
{
	const struct treated *x = a, *y = b;
	return cc_fact_by_start(x->fact, y->fact);
}

static void
collect_some(
    const struct cc_mark *mark, struct cc_figure *figure, bool beside, bool all)
{
	const struct cc_case *course = figure->course;
	g_autoptr(GPtrArray) ends = cc_treatment_ends(course);
	struct treatments *row = cc_arena_new(figure->arena, struct treatments);
	row->all = cc_arena_new_array(figure->arena, struct treated,
	    cc_figure_count(figure, CC_KIND_TREATMENT));
	row->style = beside ? ROW_SLIM : ROW_FULL;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		bool aside = cc_treatment_beside(figure, fact);
		/* A drug beside the lines has its row alone. */
		if (fact->kind != CC_KIND_TREATMENT ||
		    !cc_figure_shows(figure, fact) ||
		    (!all && aside != beside) ||
		    (aside && cc_treatment_has_drugs(figure, fact)) ||
		    !cc_figure_claim(figure, fact))
			continue;
		row->all[row->count].end = cc_treatment_end(ends, fact);
		row->all[row->count++].fact = fact;
	}
	if (row->count == 0)
		return;
	qsort(row->all, row->count, sizeof(row->all[0]), by_start);
	const char *name = cc_say(figure->words,
	    beside && !all ? CC_MSG_OTHER_TREATMENT : CC_MSG_TREATMENT);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, NULL, row);
	track->rule = beside;
	track->spare = beside && !all ? 4 : 0;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	bool lines = false;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		lines = lines || (fact->kind == CC_KIND_TREATMENT &&
				     !cc_treatment_beside(figure, fact));
	}
	collect_some(mark, figure, false, !lines);
	collect_some(mark, figure, true, false);
}

static enum cc_type_role
name_type(const struct treatments *row)
{
	return row->style == ROW_FULL ? CC_TYPE_BAR : CC_TYPE_NAME;
}

static struct cc_doses
doses_of(const struct cc_fact *fact)
{
	return (struct cc_doses){fact->doses, fact->dose_count, fact->unit};
}

static void
say_treatment(
    struct cc_figure *figure, const struct treatments *row, struct treated *t)
{
	const struct cc_fact *fact = t->fact;
	struct said *said = &t->said;
	const char *name = cc_drawn_name(
	    figure, fact, cc_fact_name(figure->words, fact, CC_NAME_SHORT));
	if (fact->status != CC_STATUS_DONE && fact->labels.count == 0)
		name = cc_say_with(figure->words,
		    fact->status == CC_STATUS_PLANNED ? CC_MSG_PLANNED_NAMED
						      : CC_MSG_NOT_DONE_NAMED,
		    "name", name, NULL);
	said->code = name;
	said->cycles = fact->cycles > 0 ? cc_arena_printf(figure->arena, "× %d",
					      fact->cycles)
	                                : "";
	if (fact->cycles > 0)
		name =
		    cc_arena_join(figure->arena, name, " ", said->cycles, NULL);
	said->name = name;
	said->name_width =
	    cc_width(figure, name, name_type(row), row->style == ROW_FULL);
	const struct cc_doses doses = doses_of(fact);
	said->dose = t->in_rows ? NULL : cc_dose_words(figure, &doses);
	if (fact->intent && row->style == ROW_FULL)
		said->intent = cc_name(figure->words, CC_IN_INTENT, NULL,
		    fact->intent, CC_NAME_FULL);
}

/* As many words as may be said, before they are fitted. */
static void
name_treatment(
    struct cc_figure *figure, const struct treatments *row, struct treated *t)
{
	const struct said *said = &t->said;
	if (!said->name)
		say_treatment(figure, row, t);
	t->name = said->name;
	t->code = said->code;
	t->cycles = said->cycles;
	t->name_width = said->name_width;
	t->sub = "";
	if (said->dose)
		t->sub = said->dose;
	else if (said->intent && !cc_pressed(figure, CC_PRESS_SUBNAMES))
		t->sub = said->intent;
	t->sub_width = cc_width(figure, t->sub, CC_TYPE_BODY, false);
}

/* A narrow bar keeps its name: the count of cycles goes below it. */
static void
stack_cycles(struct cc_figure *figure, struct treated *t, bool beside)
{
	double code = cc_width(figure, t->code, CC_TYPE_BAR, true);
	double cycles = cc_width(figure, t->cycles, CC_TYPE_BODY, false);
	if (t->cycles[0] == '\0' ||
	    (!beside && fmax(code, cycles) > t->item.inside))
		return;
	t->two_lines = true;
	t->name = t->code;
	t->name_width = code;
	t->sub = t->cycles;
	t->sub_width = cycles;
}

/* What is longer than any place for it ends in an ellipsis; the count of cycles
 * stays, and the tooltip has it all. */
static void
shorten_words(struct cc_figure *figure, const struct treatments *row,
    struct treated *t, double room)
{
	enum cc_type_role type = name_type(row);
	bool bold = row->style == ROW_FULL;
	double gap = 0.4 * figure->u;
	if (t->name_width > room) {
		const char *after =
		    t->cycles[0] != '\0'
			? cc_arena_printf(figure->arena, " %s", t->cycles)
			: "";
		double left = room - cc_width(figure, after, type, bold);
		t->code = cc_shorten(figure, t->code, type, bold, left);
		t->name = cc_arena_join(figure->arena, t->code, after, NULL);
		t->name_width = cc_width(figure, t->name, type, bold);
	}
	if (t->sub[0] == '\0' || t->name_width + gap + t->sub_width <= room)
		return;
	t->sub = cc_shorten(
	    figure, t->sub, CC_TYPE_BODY, false, room - t->name_width - gap);
	if (strcmp(t->sub, "…") == 0)
		t->sub = "";
	t->sub_width = cc_width(figure, t->sub, CC_TYPE_BODY, false);
}

/* Room for words in the bar or on its better side. */
static double
words_room(
    const struct cc_figure *figure, const struct cc_lane_item *item, double pad)
{
	double left = item->left - figure->plot.x;
	double right = cc_box_right(figure->plot) - item->right;
	return fmax(item->inside, fmax(left, right) - 2 * pad);
}

/* Words inside need the certain part; beside the bar they stand on one line,
 * name and sub-name after each other. */
static void
fit_words(
    struct cc_figure *figure, const struct treatments *row, struct treated *t)
{
	double pad = 0.3 * figure->u;
	struct cc_box certain = cc_bar_certain(&t->bar);
	bool full = row->style == ROW_FULL;
	double gap = t->sub[0] != '\0' ? 0.4 * figure->u : 0;
	struct cc_lane_item *item = &t->item;
	item->left = t->bar.reach.earliest_start;
	item->right = t->bar.reach.latest_end;
	if (t->bar.ongoing)
		item->right += 0.5 * figure->u;
	/* A pale end is air enough beside the words, and letters stand off
	 * its edge by their bearings. */
	bool pale = certain.x - item->left > pad &&
	            item->right - cc_box_right(certain) > pad;
	item->inside = certain.width - (pale ? 0 : 2) * pad;
	t->two_lines = full && !row->compact && !t->profile &&
	               t->sub[0] != '\0' &&
	               fmax(t->name_width, t->sub_width) <= item->inside;
	bool above = t->profile && !full;
	double whole = t->bar.reach.latest_end - item->left - 2 * pad;
	double room = words_room(figure, item, pad);
	t->anywhere = !above && t->name_width > room && room < 0.6 * whole;
	if (t->anywhere)
		item->inside = whole;
	if (!t->two_lines)
		shorten_words(figure, row, t,
		    above ? figure->plot.width : words_room(figure, item, pad));
	if (t->sub[0] == '\0')
		gap = 0;
	double line = t->name_width + gap + t->sub_width;
	if (above) {
		double over =
		    item->left + line - figure->plot.x - figure->plot.width;
		item->words = 0;
		item->left -= fmax(0, over);
		item->right = fmax(item->right, item->left + line);
		return;
	}
	if (full && !t->two_lines && t->name_width <= item->inside &&
	    line > item->inside) {
		t->sub = ""; /* the name alone fits */
		line = t->name_width;
	}
	if (full && !row->compact && !t->two_lines && !t->profile &&
	    t->name_width > item->inside)
		stack_cycles(figure, t, row->stacked);
	if (row->bare && !t->two_lines && line > item->inside) {
		t->sub = "";
		line = t->name_width;
	}
	item->words = t->two_lines ? fmax(t->name_width, t->sub_width) : line;
	/* Air on both sides: the next bar may follow at once. */
	if (item->words > item->inside)
		item->words += 2 * pad;
}

static double
bar_height(const struct treatments *row, const struct treated *t, double u)
{
	if (row->style == ROW_SLIM)
		return t->profile ? 1.95 * u : 1.25 * u;
	if (t->profile)
		return 2.3 * u;
	return row->compact ? 1.4 * u : 2.6 * u;
}

static void
shape_lanes(struct cc_figure *figure, struct treatments *row)
{
	row->lane_height =
	    cc_arena_new_array(figure->arena, double, row->lanes);
	for (size_t i = 0; i < row->count; i++) {
		const struct treated *t = &row->all[i];
		double *height = &row->lane_height[t->item.lane];
		*height = fmax(*height, bar_height(row, t, figure->u));
	}
}

static void
pack(struct cc_figure *figure, struct cc_track *track)
{
	struct treatments *row = track->data;
	struct cc_lanes lanes = {.least = figure->plot.x,
	    .most = cc_box_right(figure->plot),
	    .gap = row->style == ROW_SLIM ? 0.35 * figure->u : 0};
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	for (size_t i = 0; i < row->count; i++) {
		name_treatment(figure, row, &row->all[i]);
		fit_words(figure, row, &row->all[i]);
		items[i] = row->all[i].item;
	}
	row->lanes = cc_lanes_pack(&lanes, items, row->count);
	cc_figure_packed(figure, track, &lanes, items, row->count, row->lanes);
	for (size_t i = 0; i < row->count; i++)
		row->all[i].item = items[i];
}

/* Lines of therapy that overlap get bracket rows of their own. */
static size_t
count_bracket_rows(const struct cc_figure *figure)
{
	return figure->course->line_count > 0 ? 1 : 0;
}

/* Doses are drawn as height where the bar is long enough to see a step. */
static bool
has_profile(const struct cc_figure *figure, const struct treatments *row,
    const struct treated *t)
{
	const struct cc_fact *fact = t->fact;
	if (fact->status != CC_STATUS_DONE || t->in_rows ||
	    cc_pressed(figure, CC_PRESS_DOSES))
		return false;
	double width = t->bar.reach.latest_end - t->bar.reach.earliest_start;
	double least = row->style == ROW_SLIM ? 1.5 : 4;
	if (width < least * figure->u)
		return false;
	const struct cc_doses doses = doses_of(fact);
	return cc_doses_vary(&doses);
}

/* Its class's, or plain ink over rows of drugs: the colour is theirs. */
static struct cc_swatch
swatch_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_term *term =
	    fact->code ? cc_terms_find(figure->in->terms, CC_IN_TREATMENT, NULL,
			     fact->code)
		       : NULL;
	if (cc_figure_wants(figure, "drug", false))
		return (struct cc_swatch){.fill = cc_ink(figure, CC_COLOUR_INK),
		    .text = cc_ink(figure, CC_COLOUR_PAGE),
		    .outline = cc_ink(figure, CC_COLOUR_INK)};
	return cc_theme_class(
	    figure->theme, term ? term->class : NULL, term ? term->shade : 1);
}

/* Of each line that has bars, one beside the other. */
static size_t
find_brackets(const struct cc_figure *figure, const struct treatments *row,
    struct bracket *brackets)
{
	const struct cc_case *course = figure->course;
	size_t count = 0;
	for (size_t l = 0; l < course->line_count; l++) {
		double left = 1e9, right = -1e9;
		for (size_t i = 0; i < row->count; i++) {
			const struct treated *t = &row->all[i];
			if (t->fact->line != l)
				continue;
			left = fmin(left, t->bar.reach.earliest_start);
			right = fmax(right, t->bar.reach.latest_end);
		}
		if (count > 0)
			left = fmax(left, brackets[count - 1].right + 1);
		if (right - left >= 2)
			brackets[count++] = (struct bracket){
			    left, right, course->lines[l].number};
	}
	return count;
}

/* Whether each bracket has room for "line 1"; else all have numbers. */
static bool
say_line(struct cc_figure *figure, struct treatments *row)
{
	row->bracket = cc_arena_new_array(
	    figure->arena, struct bracket, figure->course->line_count);
	row->bracket_count = find_brackets(figure, row, row->bracket);
	for (size_t i = 0; i < row->bracket_count; i++) {
		const struct bracket *bracket = &row->bracket[i];
		const char *words =
		    cc_line_text(figure->words, bracket->number);
		if (cc_width(figure, words, CC_TYPE_BODY, false) >
		    bracket->right - bracket->left - 1.3 * figure->u)
			return false;
	}
	return true;
}

/* Lanes that the bars need without their words. */
static size_t
bar_depth(struct cc_figure *figure, const struct treatments *row)
{
	const struct cc_lanes lanes = {0};
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	for (size_t i = 0; i < row->count; i++) {
		items[i] = row->all[i].item;
		items[i].from = items[i].left;
		items[i].to = items[i].right;
	}
	return cc_lanes_depth(&lanes, items, row->count);
}

/* Words in two lines beside bars, where that takes a lane less. */
static void
save_lane(struct cc_figure *figure, struct cc_track *track)
{
	struct treatments *row = track->data;
	size_t lanes = row->lanes;
	if (row->compact || lanes <= bar_depth(figure, row))
		return;
	row->stacked = true;
	pack(figure, track);
	if (row->lanes < lanes)
		return;
	row->stacked = false;
	pack(figure, track);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct treatments *row = track->data;
	double u = figure->u;
	for (size_t i = 0; i < row->count; i++) {
		struct treated *t = &row->all[i];
		t->in_rows = cc_treatment_has_drugs(figure, t->fact);
		t->swatch = swatch_of(figure, t->fact);
		cc_treatment_reach(
		    figure, t->fact, &t->fact->when.span, t->end, &t->bar);
		t->profile = has_profile(figure, row, t);
	}
	/* More than two lanes of tall bars are a wall: one line each. */
	row->compact = cc_pressed(figure, CC_PRESS_SUBNAMES);
	row->bare = row->stacked = false;
	pack(figure, track);
	if (row->style == ROW_FULL && row->lanes > 1) {
		row->bare = true;
		pack(figure, track);
		save_lane(figure, track);
	}
	if (!row->compact && row->lanes > 2) {
		row->compact = true;
		pack(figure, track);
	}
	shape_lanes(figure, row);
	row->brackets = row->style == ROW_FULL && count_bracket_rows(figure);
	track->height = row->brackets ? 0.95 * u : 0;
	for (size_t i = 0; i < row->lanes; i++)
		track->height += row->lane_height[i] + 0.22 * u;
	row->wanted = track->height;
	row->numbered = row->brackets && !say_line(figure, row);
	/* Beside the brackets, so that the row's name stands at the top. */
	track->part_width =
	    row->numbered
		? cc_width(figure, cc_say(figure->words, CC_MSG_LINES),
		      CC_TYPE_BODY, false)
		: 0;
	track->stretch = row->style == ROW_FULL ? 0.35 : 0;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct treatments *row = track->data;
	double more = fmax(0, track->box.height - row->wanted) /
	              (double)MAX(row->lanes, 1);
	for (size_t i = 0; i < row->count; i++) {
		struct treated *t = &row->all[i];
		double lane_height = row->lane_height[t->item.lane] + more;
		double y = track->box.y;
		for (size_t lane = 0; lane < t->item.lane; lane++)
			y += row->lane_height[lane] + more + 0.22 * figure->u;
		t->bar.height = lane_height;
		if (row->style == ROW_SLIM)
			t->bar.height = bar_height(row, t, figure->u);
		t->bar.y = y + lane_height - t->bar.height;
		t->bar.fill = t->swatch.fill;
		t->bar.ground = cc_ink(figure, CC_COLOUR_PAGE);
		t->bar.outline = row->style == ROW_FULL ||
		                 cc_bar_is_pale(figure, t->bar.fill);
		t->bar.hollow = t->fact->status != CC_STATUS_DONE;
		if (t->bar.hollow)
			t->swatch.text = cc_ink(figure, CC_COLOUR_INK);
	}
}

static void
write_beside(
    struct cc_figure *figure, const struct treated *t, enum cc_type_role type)
{
	bool bold = type == CC_TYPE_BAR;
	double gap = 0.3 * figure->u;
	double y = t->bar.y + t->bar.height / 2;
	double x = t->item.side == CC_SIDE_LEFT ? t->item.from
	                                        : t->item.to - t->item.words;
	x += gap;
	if (t->two_lines) {
		bool left = t->item.side == CC_SIDE_LEFT;
		double half = 0.5 * figure->u;
		if (left)
			x = t->item.left - gap;
		cc_write(figure, type, bold, CC_COLOUR_INK,
		    left ? CC_ANCHOR_END : CC_ANCHOR_START, x,
		    cc_centre(figure, type, y - half), t->name);
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    left ? CC_ANCHOR_END : CC_ANCHOR_START, x,
		    cc_centre(figure, CC_TYPE_BODY, y + half), t->sub);
		return;
	}
	double w = cc_write(figure, type, bold, CC_COLOUR_INK, CC_ANCHOR_START,
	    x, cc_centre(figure, type, y), t->name);
	if (t->sub[0] != '\0')
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x + w + 0.4 * figure->u,
		    cc_centre(figure, type, y), t->sub);
}

/* Words over parts of very different tone stand on the page's colour. */
static void
give_ground(struct cc_figure *figure, const struct treated *t,
    enum cc_type_role type, double x, cc_colour *colour)
{
	struct cc_box certain = cc_bar_certain(&t->bar);
	double w = t->name_width;
	double h = 1.15 * cc_type_size(figure, type);
	if (!t->two_lines && t->sub[0] != '\0')
		w += 0.4 * figure->u + t->sub_width;
	bool parted =
	    certain.width > 0 &&
	    (x - w / 2 < certain.x || x + w / 2 > cc_box_right(certain));
	if (!parted || t->two_lines)
		return;
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){x - w / 2 - 0.25 * figure->u,
		t->bar.y + (t->bar.height - h) / 2, w + 0.5 * figure->u, h},
	    0, cc_brush(t->bar.ground));
	*colour = cc_ink(figure, CC_COLOUR_INK);
}

static void
write_inside(
    struct cc_figure *figure, const struct treated *t, enum cc_type_role type)
{
	bool bold = type == CC_TYPE_BAR;
	struct cc_box certain = cc_bar_certain(&t->bar);
	double x = certain.x + certain.width / 2;
	double y = t->bar.y + t->bar.height / 2;
	cc_colour colour = t->swatch.text;
	if (t->anywhere) {
		x = (t->item.left + t->bar.reach.latest_end) / 2;
		colour = cc_bar_ink(figure, &t->bar);
		give_ground(figure, t, type, x, &colour);
	}
	if (t->two_lines) {
		double half = 0.5 * figure->u;
		cc_write_in(figure, type, true, colour, CC_ANCHOR_MIDDLE, x,
		    cc_centre(figure, type, y - half), t->name);
		cc_write_in(figure, CC_TYPE_BODY, false, colour,
		    CC_ANCHOR_MIDDLE, x,
		    cc_centre(figure, CC_TYPE_BODY, y + half), t->sub);
		return;
	}
	if (t->sub[0] == '\0') {
		cc_write_in(figure, type, bold, colour, CC_ANCHOR_MIDDLE, x,
		    cc_centre(figure, type, y), t->name);
		return;
	}
	double gap = 0.4 * figure->u;
	double left = x - (t->name_width + gap + t->sub_width) / 2;
	double baseline = cc_centre(figure, type, y);
	cc_write_in(figure, type, bold, colour, CC_ANCHOR_START, left, baseline,
	    t->name);
	cc_write_in(figure, CC_TYPE_BODY, false, colour, CC_ANCHOR_START,
	    left + t->name_width + gap, baseline, t->sub);
}

/* In a line of therapy the bar bears the name, its foot the doses. */
static void
draw_foot(struct cc_figure *figure, struct treated *t)
{
	double foot = 0.3 * t->bar.height;
	double floor = t->bar.y + t->bar.height;
	double left = t->bar.reach.earliest_start;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){
		left, floor - foot, t->bar.reach.latest_end - left, foot},
	    0,
	    cc_brush(cc_colour_mix(t->swatch.fill, t->bar.ground,
		0.5 * cc_theme_look(figure->theme, CC_LOOK_PALE))));
	const struct cc_doses doses = doses_of(t->fact);
	cc_draw_doses(figure, &doses, &t->bar, floor, foot * 0.86);
	t->bar.height -= foot;
}

static void
draw_profile(struct cc_figure *figure, const struct treated *t)
{
	double u = figure->u;
	double floor = t->bar.y + t->bar.height;
	double full = 0.8 * u;
	const struct cc_doses doses = doses_of(t->fact);
	cc_draw_doses(figure, &doses, &t->bar, floor, full);
	/* Before the first stated dose the treatment is there all the same. */
	if (t->bar.ongoing) {
		cc_draw_arrow(figure, t->bar.reach.latest_end + 0.45 * u,
		    floor - 0.25 * u, t->swatch.fill);
		cc_figure_legend(figure, CC_LEGEND_ONGOING);
	}
	double y = cc_centre(figure, CC_TYPE_NAME, t->bar.y + 0.5 * u);
	double w = cc_write(figure, CC_TYPE_NAME, false, CC_COLOUR_INK,
	    CC_ANCHOR_START, t->item.left, y, t->name);
	if (t->sub[0] != '\0')
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, t->item.left + w + 0.4 * u, y, t->sub);
}

/* Ticks only where the file gives the length of a cycle: evenly spaced ones
 * would be invented dates. */
static void
draw_cycles(struct cc_figure *figure, const struct treated *t)
{
	const struct cc_fact *fact = t->fact;
	if (!fact->every || fact->cycles < 2 ||
	    fact->when.span.start_precision < CC_PRECISION_DAY)
		return;
	char *end = NULL;
	guint64 n = g_ascii_strtoull(fact->every, &end, 10);
	int64_t day = *end == 'w' ? 7 : 1;
	if (n == 0 || (*end != 'd' && *end != 'w') || end[1] != '\0')
		return;
	int64_t step = (int64_t)n * day * CC_MINUTES_A_DAY;
	struct cc_instant at = fact->when.span.earliest_start;
	/* Below the words, where they stand on one line. */
	double words = cc_type_size(figure, CC_TYPE_BAR);
	double tick = fmin(0.28 * figure->u,
	    fmax(0.1 * figure->u, (t->bar.height - 0.95 * words) / 2));
	double bottom = t->bar.y + t->bar.height;
	double last = -1e9;
	for (int i = 1; i < fact->cycles; i++) {
		at.minute += step;
		double x = cc_axis_x(&figure->axis, at);
		if (x >= t->bar.reach.latest_end)
			break;
		if (x - last < 3)
			continue;
		last = x;
		cc_paint_line(figure->fore, CC_ROLE_BAR,
		    (struct cc_point){x, bottom - tick},
		    (struct cc_point){x, bottom},
		    cc_pen(
			t->swatch.text, figure->size->stroke[CC_STROKE_AXIS]));
		cc_figure_legend(figure, CC_LEGEND_CYCLES);
	}
}

/* The number alone: in the bracket, else behind it where the next leaves room.
 */
static void
draw_numbered(struct cc_figure *figure, const struct bracket *bracket, double y,
    double most)
{
	double u = figure->u;
	const char *number = cc_number_text(figure->words, bracket->number, 0);
	double w = cc_width(figure, number, CC_TYPE_BODY, false);
	cc_draw_bracket(figure, bracket->left, bracket->right, y, number);
	if (bracket->right - bracket->left - w > 1.2 * u ||
	    bracket->right + w + 0.6 * u > most)
		return;
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    bracket->right + 0.3 * u, cc_centre(figure, CC_TYPE_BODY, y),
	    number);
}

/* "line 1" on each, or numbers on all and what they count on the left. */
static void
draw_brackets(
    struct cc_figure *figure, struct cc_track *track, struct treatments *row)
{
	double y = cc_box_bottom(track->box) - 0.5 * figure->u;
	for (size_t i = 0; i < row->bracket_count; i++) {
		const struct bracket *bracket = &row->bracket[i];
		if (!row->numbered)
			cc_draw_bracket(figure, bracket->left, bracket->right,
			    y, cc_line_text(figure->words, bracket->number));
		else
			draw_numbered(figure, bracket, y,
			    i + 1 < row->bracket_count
				? bracket[1].left
				: cc_box_right(figure->plot));
	}
	if (row->numbered)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x,
		    cc_centre(figure, CC_TYPE_BODY, y),
		    cc_say(figure->words, CC_MSG_LINES));
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct treatments *row = track->data;
	enum cc_type_role type = name_type(row);
	for (size_t i = 0; i < row->count; i++) {
		struct treated *t = &row->all[i];
		cc_figure_abbreviation(
		    figure, CC_IN_TREATMENT, NULL, t->fact->code);
		cc_open_fact(figure, t->fact, t->name, t->sub);
		if (t->profile && row->style == ROW_FULL)
			draw_foot(figure, t);
		if (t->profile && row->style == ROW_SLIM) {
			draw_profile(figure, t);
			cc_paint_end(figure->fore);
			continue;
		}
		cc_draw_bar(figure, &t->bar);
		if (t->bar.hollow)
			cc_figure_legend(figure, CC_LEGEND_PLANNED);
		else
			draw_cycles(figure, t);
		if (t->item.side == CC_SIDE_INSIDE)
			write_inside(figure, t, type);
		else if (t->item.side != CC_SIDE_NONE)
			write_beside(figure, t, type);
		cc_paint_end(figure->fore);
	}
	if (row->brackets)
		draw_brackets(figure, track, row);
}

const struct cc_mark cc_mark_treatment = {
    .name = "treatment",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
