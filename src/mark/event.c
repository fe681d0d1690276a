/* Events beside the treatments: courses as bars whose darkness is the grade,
 * moments as dots. Adverse events and infections have rows of their own. */
#include "layout/divide.h"
#include "mark/event-row.h"
#include "mark/grade.h"
#include "mark/marks.h"
#include "place/air.h"

#include <math.h>

/* Half the width of a moment's sign, with its stroke [u]. */
#define SIGN_DOT 0.4
#define SIGN_HOLLOW 0.6

static const struct cc_harm *
harm_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return figure->follow->harms.of[fact->index];
}

static enum group
group_of(const struct cc_harm *harm)
{
	static const enum group groups[] = {
	    [CC_HARM_NONE] = GROUP_EVENT,
	    [CC_HARM_INFECTION] = GROUP_INFECTION,
	    [CC_HARM_ADVERSE] = GROUP_ADVERSE,
	};
	/* Signs of the disease are no adverse events. */
	if (harm->group == CC_HARM_ADVERSE && !harm->blamed)
		return GROUP_EVENT;
	return groups[harm->group];
}

static int
by_group_and_start(const void *a, const void *b, void *follow)
{
	const struct cc_harm *x = *(const struct cc_harm *const *)a;
	const struct cc_harm *y = *(const struct cc_harm *const *)b;
	enum group group = group_of(x), other = group_of(y);
	if (group != other)
		return group < other ? -1 : 1;
	return cc_fact_by_start(follow, x->fact, y->fact);
}

/* How long the row that has it stays (cc_track.spare): what killed, and what
 * the case is about, last of all; what was serious (ICH E2A), or ended a
 * treatment, as long as the curves. Grade 4 alone is no reason: most courses of
 * chemotherapy have such a neutropenia. CC_YIELD_NOTHING: as others of its
 * group. */
static enum cc_yield
spare_rank(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_harm *harm = harm_of(figure, fact);
	if (harm->worst == 5 || harm->of_cells)
		return CC_YIELD_LAST;
	return fact->serious || harm->ended ? CC_YIELD_SERIOUS
	                                    : CC_YIELD_NOTHING;
}

static bool
is_infection(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return harm_of(figure, fact)->group == CC_HARM_INFECTION;
}

/* Those that the page has; their gravest says how long the row stays. */
static void
fill_row(struct cc_figure *figure, struct cc_track *track,
    const struct happened *all, size_t count)
{
	struct events *row = track->data;
	bool key = false;
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = all[i].fact;
		enum cc_yield own = spare_rank(figure, fact);
		if (!cc_track_has(figure, track, fact))
			continue;
		struct happened *e = &row->all[row->count++];
		*e = all[i];
		e->grave = fact->key == CC_KEY_YES || own != CC_YIELD_NOTHING;
		row->graves += e->grave;
		key = key || fact->key == CC_KEY_YES;
		track->spare = MAX(track->spare, own);
		cc_track_hold(figure, track, fact);
	}
	if (key)
		track->spare = CC_YIELD_NOTHING;
	track->parts = cc_parts_count(row->count);
}

static void
add_row(const struct cc_mark *mark, struct cc_figure *figure,
    struct happened *all, size_t count)
{
	static const enum cc_message names[] = {
	    [GROUP_ADVERSE] = CC_MSG_ADVERSE_EVENTS,
	    [GROUP_INFECTION] = CC_MSG_INFECTIONS,
	    [GROUP_EVENT] = CC_MSG_EVENTS,
	};
	static const enum cc_yield spare[] = {
	    [GROUP_ADVERSE] = CC_YIELD_EVENTS,
	    [GROUP_EVENT] = CC_YIELD_EVENTS,
	    [GROUP_INFECTION] = CC_YIELD_INFECTIONS,
	};
	enum group group = all->group;
	struct events *row = cc_arena_new(figure->arena, struct events);
	*row = (struct events){.group = group,
	    .all = all,
	    /* Digits of two rows are said once, in the legend. */
	    .keyed = cc_grade_any(figure, is_infection)};
	bool gvhd = false;
	for (size_t i = 0; i < count; i++)
		gvhd = gvhd || harm_of(figure, all[i].fact)->gvhd;
	const char *name = cc_say(
	    figure->words, gvhd ? CC_MSG_INFECTIONS_AND_GVHD : names[group]);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, NULL, row);
	track->spare = spare[group];
	fill_row(figure, track, all, count);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_harms *harms = &figure->follow->harms;
	const struct cc_harm **drawn = cc_arena_new_room(
	    figure->arena, const struct cc_harm *, harms->count);
	size_t count = 0, end;
	for (size_t i = 0; i < harms->count; i++) {
		const struct cc_fact *fact = harms->item[i].fact;
		if (cc_figure_shows(figure, fact) &&
		    cc_figure_claim(figure, fact))
			drawn[count++] = &harms->item[i];
	}
	cc_sort(figure, drawn, count, sizeof(drawn[0]), by_group_and_start);
	struct happened *all =
	    cc_arena_new_room(figure->arena, struct happened, count);
	for (size_t i = 0; i < count; i++)
		all[i] = (struct happened){.fact = drawn[i]->fact,
		    .group = group_of(drawn[i]),
		    .grade = cc_grade_of(figure, drawn[i]->fact)};
	for (size_t i = 0; i < count; i = end) {
		end = i + 1;
		while (end < count && all[end].group == all[i].group)
			end++;
		add_row(mark, figure, &all[i], end - i);
	}
}

static const char *
name_event(struct cc_figure *figure, const struct happened *e)
{
	const char *name = cc_fact_name(figure->words, e->fact, CC_NAME_SHORT);
	const char *grade = e->grade;
	if (!grade || cc_grade_number(grade) > 0)
		return name;
	/* In words, as chronic GVHD has it. */
	const char *word = cc_grade_word(figure->words, grade);
	return cc_arena_join(figure->arena, name,
	    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), word ? word : grade,
	    NULL);
}

static const char *
name_in_list(struct cc_figure *figure, const struct happened *e)
{
	if (cc_grade_number(e->grade) == 0)
		return e->words;
	return cc_arena_join(
	    figure->arena, e->words, " (", e->grade, ")", NULL);
}

/* The most that words beside a mark may take: a list may fill its lane, a name
 * more of a narrow plot. */
static double
most_words(const struct cc_figure *figure, const struct happened *e)
{
	double least, most;
	cc_fact_sides(figure, e->fact, &least, &most);
	bool narrow = most - least < 40 * figure->u;
	double share = e->stands_for > 1 ? 1 : narrow ? 0.6 : 0.42;
	return share * (most - least);
}

static double
list_room(const struct cc_figure *figure, const struct happened *e)
{
	struct cc_reach reach = cc_fact_reach(figure, e->fact);
	double r = fmax(cc_cluster_width(figure, e->stands_for) / 2,
	    reach.latest_end - reach.middle);
	double least, most;
	cc_fact_sides(figure, e->fact, &least, &most);
	return fmax(reach.middle - least, most - reach.middle) - r -
	       0.4 * figure->u;
}

/* The name with the signs of its time, or of its grades', which the bar has no
 * words for. */
static const char *
event_words(struct cc_figure *figure, const struct happened *e)
{
	const struct cc_fact *fact = e->fact;
	struct cc_span doubt = {0};
	for (size_t i = 0; i < fact->grade_count; i++) {
		const struct cc_span *span = &fact->grades[i].when.span;
		doubt.approximate |=
		    span->approximate && !fact->when.span.approximate;
		doubt.uncertain |=
		    span->uncertain && !fact->when.span.uncertain;
	}
	return cc_marked_doubt(
	    figure, cc_drawn_name(figure, fact, name_event(figure, e)), &doubt);
}

/* What a row does without: those that are not grave, where some are; then the
 * latest of what stays. */
static void
find_lost(const struct cc_figure *figure, struct events *row)
{
	bool graves = row->graves > 0 && cc_yielded(figure, CC_YIELD_HARMLESS);
	size_t all = graves ? row->graves : row->count;
	size_t most = cc_parts_stay(all, cc_row_parted(figure));
	for (size_t i = 0; i < row->count; i++) {
		struct happened *e = &row->all[i];
		e->lost = (graves && !e->grave) || most == 0;
		if (!e->lost)
			most--;
	}
}

/* Finds those of one day; a leader takes the list for its name. */
static void
form_clusters(struct cc_figure *figure, struct events *row)
{
	struct cc_cluster_member *members = row->members = cc_arena_new_array(
	    figure->arena, struct cc_cluster_member, row->count);
	for (size_t i = 0; i < row->count; i++) {
		struct happened *e = &row->all[i];
		e->moment = !cc_follow_span(figure->follow, e->fact)->interval;
		e->stands_for = 1;
		e->name = e->words = event_words(figure, e);
		members[i] = (struct cc_cluster_member){.fact = e->fact,
		    .may = !e->lost && e->moment &&
		           e->fact->key != CC_KEY_YES &&
		           cc_fact_state(e->fact) == CC_STATE_DONE,
		    .name = name_in_list(figure, e)};
	}
	cc_clusters_find(figure, members, row->count);
	for (size_t i = 0; i < row->count; i++) {
		struct happened *e = &row->all[i];
		e->cut = false;
		if (e->lost)
			e->stands_for = 0;
		if (members[i].leader == CC_CLUSTER_ALONE)
			continue;
		e->stands_for = members[i].leader == i ? members[i].count : 0;
		if (e->stands_for == 0)
			continue;
		bool cut;
		const char *list = cc_cluster_list(
		    figure, members, row->count, i, list_room(figure, e), &cut);
		e->cut = cut;
		if (list)
			e->name = list;
		else
			e->stands_for = 1;
	}
}

/* The box in the middle of a moment's whisker: its grade, or how many it
 * stands for. 0: a dot. */
double
cc_event_box(const struct cc_figure *figure, const struct happened *e)
{
	if (e->stands_for > 1)
		return cc_cluster_width(figure, e->stands_for);
	if (cc_grade_number(e->grade) == 0)
		return 0;
	return cc_width(figure, e->grade, CC_TYPE_LEAST, true) +
	       0.5 * figure->u;
}

/* No side has room for words, or only the one behind a death and the mark has
 * some. */
static bool
is_on_mark(double room, double before, double words, double on)
{
	return room < words ? on > room : before < words && on >= words;
}

/* Beside the mark, where one of the sides has room; else on it, with a ground
 * of their own. */
static void
fit_words(struct cc_figure *figure, const struct cc_divides *divides,
    struct happened *e)
{
	struct cc_lane_item *item = &e->item;
	double gap = CC_AIR_MARK * figure->u;
	double room = cc_room_beside(item, false) - gap;
	double before = cc_room_beside(item, true) - gap;
	double most = most_words(figure, e);
	double on = item->right - item->left - 4 * figure->u;
	/* A moment's box takes the middle of its whisker. */
	double box = cc_event_box(figure, e);
	if (e->moment && box > 0)
		on = (on - box) / 2;
	e->name_width = cc_width(figure, e->name, CC_TYPE_NAME, false);
	const struct cc_beside words = {
	    .text = e->name, .width = e->name_width, .most = fmin(most, room)};
	if (e->stands_for == 1)
		cc_fold_beside(figure, divides, item, &words, &e->fold);
	bool beside = item->folded + item->under == 0;
	if (beside && is_on_mark(room, before, fmin(e->name_width, most), on))
		item->inside = room = before = on;
	most = fmin(most, room);
	if (e->name_width > most && beside) {
		most = cc_cut_before(most, before);
		e->name =
		    cc_shorten(figure, e->name, CC_TYPE_NAME, false, most);
		e->name_width = cc_width(figure, e->name, CC_TYPE_NAME, false);
	}
	item->words = e->name_width;
	/* What would be cut stands on two. */
	if (e->name_width > most)
		item->words = INFINITY;
	else if (item->inside < 0)
		item->words += gap;
}

static void
measure_one(struct cc_figure *figure, const struct cc_divides *divides,
    struct happened *e)
{
	struct cc_bar *bar = &e->bar;
	double least, most;
	cc_bar_shape(figure, e->fact, NULL, bar);
	if (e->moment)
		bar->reach = cc_fact_reach(figure, e->fact);
	e->from = bar->reach.earliest_start;
	cc_fact_sides(figure, e->fact, &least, &most);
	/* A bar shorter than its digit is still read: it grows to it, and
	 * stands around its time as the sign of a moment does. */
	double digit = fmax(0.35 * figure->u, cc_event_box(figure, e));
	if (!e->moment &&
	    bar->reach.latest_end - bar->reach.earliest_start < digit) {
		double more =
		    digit - (bar->reach.latest_end - bar->reach.earliest_start);
		double room = fmax(0, most - bar->reach.latest_end);
		room = fmin(room, more / 2);
		bar->reach.earliest_start -= more - room;
		bar->reach.latest_start = bar->reach.earliest_start;
		bar->reach.latest_end += room;
		bar->reach.earliest_end = bar->reach.latest_end;
	}
	bool hollow = cc_fact_state(e->fact) != CC_STATE_DONE;
	double sign = hollow ? SIGN_HOLLOW : SIGN_DOT;
	double r = e->moment ? fmax(sign * figure->u, digit / 2) : 0;
	e->item = (struct cc_lane_item){.left = bar->reach.earliest_start,
	    .right = bar->reach.latest_end +
	             (bar->end == CC_BAR_TO_ARROW ? 0.5 * figure->u : 0),
	    .inside = -1};
	if (e->moment) {
		e->item.left = fmin(e->item.left, bar->reach.middle - r);
		e->item.right = fmax(e->item.right, bar->reach.middle + r);
	}
	cc_row_sides(figure, e->fact, e->from, &e->item);
	fit_words(figure, divides, e);
}

/* What the digits are is said below the row's name where there is height, and
 * no other row has some. */
bool
cc_events_keyed(const struct cc_figure *figure, const struct events *row)
{
	return row->keyed || cc_yielded(figure, CC_YIELD_INTENTS);
}

/* Whether a grade is drawn as a number, which has to be explained. */
bool
cc_events_have_grades(const struct events *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].stands_for == 1 &&
		    cc_grade_number(row->all[i].grade) > 0)
			return true;
	return false;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct events *row = track->data;
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	size_t count = 0;
	find_lost(figure, row);
	form_clusters(figure, row);
	const struct cc_divides divides = cc_divides_find(figure);
	track->right_width = 0;
	bool sub = row->group == GROUP_ADVERSE && cc_events_have_grades(row) &&
	           !cc_events_keyed(figure, row);
	track->sub =
	    sub ? cc_say(figure->words, cc_grade_message(cc_grade_key(figure)))
		: NULL;
	for (size_t i = 0; i < row->count; i++) {
		if (row->all[i].lost)
			cc_track_leave(figure, track, row->all[i].fact);
		if (row->all[i].stands_for == 0)
			continue;
		measure_one(figure, &divides, &row->all[i]);
		cc_ask_behind_death(figure, track, row->all[i].fact,
		    row->all[i].from, row->all[i].item.right,
		    row->all[i].words);
		items[count++] = row->all[i].item;
	}
	struct cc_lanes lanes = cc_lanes_of(
	    figure, 0.5 * figure->u, cc_yielded(figure, CC_YIELD_LISTS));
	lanes.low = true;
	row->lanes = cc_lanes_pack(&lanes, items, count);
	cc_figure_packed(figure, track, &lanes, items, count, row->lanes);
	count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].stands_for > 0)
			row->all[i].item = items[count++];
	track->height =
	    (double)row->lanes * cc_lane_of_names(figure, 1.2, 1.02);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct events *row = track->data;
	double h = cc_lane(figure, 0.95, 0.88);
	for (size_t i = 0; i < row->count; i++) {
		struct cc_bar *bar = &row->all[i].bar;
		bar->height = h;
		bar->y = track->box.y +
		         ((double)row->all[i].item.lane + 0.5) *
		             cc_lane_of_names(figure, 1.2, 1.02) -
		         h / 2;
		bar->fill = cc_grade_tone(figure, row->all[i].fact,
		    cc_grade_number(row->all[i].grade));
		bar->ground = cc_ink(figure, CC_COLOUR_PAGE);
	}
}

const struct cc_mark cc_mark_event = {
    .name = "event",
    .zone = CC_ZONE_PLOT,
    .yields = {CC_YIELD_INTENTS, CC_YIELD_LANES, CC_YIELD_LISTS,
	CC_YIELD_HARMLESS},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = cc_events_draw,
};
