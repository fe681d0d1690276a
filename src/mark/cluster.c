#include "mark/cluster.h"

#include <math.h>
#include <string.h>

/* So many of one day still stand below each other; where height is dear, two
 * do. */
#define LISTED_MOST 6
#define LISTED_MOST_SHORT 2
/* And so many, where a list would not name them all. */
#define NAMED_MOST 12

static bool
same_time(const struct cc_span *a, const struct cc_span *b)
{
	return a->earliest_start.minute == b->earliest_start.minute &&
	       a->latest_end.minute == b->latest_end.minute;
}

/* What is no longer in the run of things that start with members[first]. */
static size_t
run_end(const struct cc_cluster_member *members, size_t count, size_t first)
{
	int64_t start = members[first].fact->when.span.earliest_start.minute;
	size_t end = first + 1;
	while (end < count &&
	       members[end].fact->when.span.earliest_start.minute == start)
		end++;
	return end;
}

/* Each has its own mark, and leads nothing. */
static void
dissolve(struct cc_cluster_member *members, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		if (members[i].leader != first)
			continue;
		members[i].leader = CC_CLUSTER_ALONE;
		members[i].may = false;
	}
}

/* Those of the run from `first` on that share its time. */
static void
find_one(
    struct cc_cluster_member *members, size_t first, size_t end, size_t most)
{
	struct cc_cluster_member *leader = &members[first];
	for (size_t i = first; i < end; i++) {
		if (!members[i].may || members[i].leader != CC_CLUSTER_ALONE ||
		    !same_time(
			&members[i].fact->when.span, &leader->fact->when.span))
			continue;
		members[i].leader = first;
		leader->count++;
	}
	if (leader->count <= most)
		dissolve(members, first, end);
}

void
cc_clusters_find(const struct cc_figure *figure,
    struct cc_cluster_member *members, size_t count)
{
	size_t most = cc_yielded(figure, CC_YIELD_LISTS) ? LISTED_MOST_SHORT
	                                                 : LISTED_MOST;
	size_t end = 0;
	for (size_t i = 0; i < count; i++) {
		members[i].leader = CC_CLUSTER_ALONE;
		members[i].count = 0;
	}
	for (size_t i = 0; i < count; i++) {
		if (i >= end)
			end = run_end(members, count, i);
		if (members[i].may && members[i].leader == CC_CLUSTER_ALONE)
			find_one(members, i, end, most);
	}
}

static double
width_of(const struct cc_figure *figure, const char *text)
{
	return cc_width(figure, text, CC_TYPE_NAME, false);
}

static const char *
number(const struct cc_figure *figure, size_t count)
{
	return cc_number_text(figure->words, (double)count, 0);
}

static const char *
more(struct cc_figure *figure, size_t count)
{
	return cc_arena_join(figure->arena, " +", number(figure, count), NULL);
}

/* As many names as have room, and how many there are besides. One that is too
 * long does not keep the shorter ones out. */
static const char *
list_names(struct cc_figure *figure, const struct cc_cluster_member *members,
    size_t count, size_t first, double room, bool *cut)
{
	const char *separator = cc_say(figure->words, CC_MSG_LIST_SEPARATOR);
	double apart = width_of(figure, separator);
	size_t left = members[first].count;
	double besides = width_of(figure, more(figure, left)), width = 0;
	g_autoptr(GString) list = g_string_new(NULL);
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = first; i < count && left > 0; i++) {
		const char *name = members[i].name;
		if (members[i].leader != first)
			continue;
		/* The same again only counts. */
		if (g_hash_table_contains(named, name)) {
			left--;
			continue;
		}
		double with =
		    width + (width > 0 ? apart : 0) + width_of(figure, name);
		if (with + (left > 1 ? besides : 0) > room)
			continue;
		g_string_append_printf(
		    list, "%s%s", width > 0 ? separator : "", name);
		g_hash_table_add(named, (gpointer)name);
		width = with;
		left--;
	}
	*cut = left > 0;
	if (width == 0)
		return cc_shorten(
		    figure, members[first].name, CC_TYPE_NAME, false, room);
	if (left > 0)
		g_string_append(list, more(figure, left));
	return cc_arena_strdup(figure->arena, list->str);
}

const char *
cc_cluster_list(struct cc_figure *figure, struct cc_cluster_member *members,
    size_t count, size_t first, double room, bool *cut)
{
	const char *list = list_names(figure, members, count, first, room, cut);
	if (!*cut || cc_yielded(figure, CC_YIELD_LISTS) ||
	    members[first].count > NAMED_MOST)
		return list;
	dissolve(members, first, run_end(members, count, first));
	*cut = false;
	return NULL;
}

const char *
cc_cluster_tip(struct cc_figure *figure,
    const struct cc_cluster_member *members, size_t first)
{
	g_autoptr(GString) tip = g_string_new(NULL);
	size_t left = figure->tips ? members[first].count : 0;
	for (size_t i = first; left > 0; i++) {
		if (members[i].leader != first)
			continue;
		if (tip->len > 0)
			g_string_append(
			    tip, cc_say(figure->words, CC_MSG_PART_SEPARATOR));
		g_string_append(
		    tip, cc_fact_tip(figure->words, members[i].fact, NULL));
		left--;
	}
	return cc_arena_strdup(figure->arena, tip->str);
}

/* "×8". */
static const char *
number_words(const struct cc_figure *figure, size_t count)
{
	return cc_arena_join(figure->arena, "×", number(figure, count), NULL);
}

double
cc_cluster_width(const struct cc_figure *figure, size_t count)
{
	return cc_width(
		   figure, number_words(figure, count), CC_TYPE_LEAST, true) +
	       0.6 * figure->u;
}

void
cc_draw_cluster(struct cc_figure *figure, double x, double y, size_t count)
{
	/* Clear of the descenders in the lane above. */
	double w = cc_cluster_width(figure, count);
	double h = cc_lane(figure, 0.92, 0.78);
	struct cc_paint paint = {.fill = cc_ink(figure, CC_COLOUR_PAGE),
	    .stroke = cc_ink(figure, CC_COLOUR_INK),
	    .width = figure->size->stroke[CC_STROKE_AXIS]};
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){x - w / 2, y - h / 2, w, h}, 0.3 * h, paint);
	cc_write(figure, CC_TYPE_LEAST, true, CC_COLOUR_INK, CC_ANCHOR_MIDDLE,
	    x, cc_centre(figure, CC_TYPE_LEAST, y),
	    number_words(figure, count));
	cc_figure_legend(figure, CC_LEGEND_CLUSTER);
}
