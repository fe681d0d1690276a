#include "output/html-cut.h"

#include <math.h>

/* Pieces of a line lie over each other by so much: two edges within one pixel
 * would leave a pale one [unit]. */
#define LAP 0.25

/* A row, a title, an axis or the legend, and what of the backdrop lies there.
 */
struct chunk {
	size_t group;      /* the item that opens it */
	double start, end; /* its stretch of the page [unit] */
	GArray *ground;    /* of size_t: items that the backdrop has for it */
	GArray *lines;     /* of struct lines */
};

/* Pieces of lines that look alike. */
struct lines {
	enum cc_role role;
	struct cc_paint paint;
	struct cc_strokes strokes;
};

struct cutter {
	struct cc_scene *cut;
	const struct cc_scene *scene;
	GArray *chunks; /* of struct chunk, from top to bottom */
};

static struct chunk *
chunk_at(const struct cutter *cutter, guint i)
{
	return &g_array_index(cutter->chunks, struct chunk, i);
}

/* ---- chunks ---- */

static bool
is_chunk(enum cc_group_kind kind)
{
	return kind == CC_GROUP_TITLE || kind == CC_GROUP_AXIS ||
	       kind == CC_GROUP_ROW || kind == CC_GROUP_LEGEND;
}

/* The item after the END of a group. */
static size_t
group_end(const struct cc_scene *scene, size_t group)
{
	int depth = 0;

	for (size_t i = group; i < scene->count; i++) {
		const enum cc_op op = scene->items[i].op;

		depth += (op == CC_OP_GROUP) - (op == CC_OP_END);
		if (depth == 0)
			return i + 1;
	}
	return scene->count;
}

static bool
is_ink(const struct cc_item *item)
{
	return item->op != CC_OP_GROUP && item->op != CC_OP_END;
}

/* Of a row as the page gave it; of others as far as their ink reaches. */
static void
chunk_measure(const struct cutter *cutter, struct chunk *chunk)
{
	const struct cc_scene *scene = cutter->scene;
	const struct cc_box own = scene->items[chunk->group].group.box;
	const size_t end = group_end(scene, chunk->group);

	chunk->start = own.y;
	chunk->end = cc_box_bottom(own);
	if (own.height > 0)
		return;
	chunk->start = INFINITY;
	chunk->end = -INFINITY;
	for (size_t i = chunk->group; i < end; i++) {
		const struct cc_item *item = &scene->items[i];
		const struct cc_box box = cc_item_box(item);

		if (!is_ink(item))
			continue;
		chunk->start = fmin(chunk->start, box.y);
		chunk->end = fmax(chunk->end, cc_box_bottom(box));
	}
}

static int
by_top(const void *left, const void *right)
{
	const struct chunk *a = left, *b = right;

	return (a->start > b->start) - (a->start < b->start);
}

/* Those of backdrops are parts of rows, no rows. */
static void
chunks_find(struct cutter *cutter)
{
	const struct cc_scene *scene = cutter->scene;
	double bottom = -INFINITY;

	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		struct chunk chunk = {.group = i};

		if (item->op != CC_OP_GROUP)
			continue;
		if (item->group.kind == CC_GROUP_BACKDROP) {
			i = group_end(scene, i) - 1;
			continue;
		}
		if (!is_chunk(item->group.kind))
			continue;
		chunk_measure(cutter, &chunk);
		chunk.ground = g_array_new(FALSE, FALSE, sizeof(size_t));
		chunk.lines = g_array_new(FALSE, FALSE, sizeof(struct lines));
		g_array_append_val(cutter->chunks, chunk);
		i = group_end(scene, i) - 1;
	}
	g_array_sort(cutter->chunks, by_top);
	for (guint i = 0; i < cutter->chunks->len; i++) {
		struct chunk *chunk = chunk_at(cutter, i);

		if (i > 0)
			chunk->start = bottom;
		chunk->end = fmax(chunk->end, chunk->start);
		bottom = chunk->end;
	}
}

static void
chunks_free(struct cutter *cutter)
{
	for (guint i = 0; i < cutter->chunks->len; i++) {
		g_array_unref(chunk_at(cutter, i)->ground);
		g_array_unref(chunk_at(cutter, i)->lines);
	}
	g_array_unref(cutter->chunks);
}

/* ---- the backdrop's lines ---- */

static bool
same_pen(const struct cc_paint *a, const struct cc_paint *b)
{
	return a->stroke == b->stroke && a->width == b->width &&
	       a->dash[0] == b->dash[0] && a->dash[1] == b->dash[1] &&
	       a->round == b->round;
}

static struct cc_strokes *
strokes_for(
    struct cutter *cutter, struct chunk *chunk, const struct cc_item *item)
{
	struct lines fresh = {
	    item->role, item->paint, {.arena = cutter->cut->arena}};

	for (guint i = 0; i < chunk->lines->len; i++) {
		struct lines *lines =
		    &g_array_index(chunk->lines, struct lines, i);

		if (lines->role == item->role &&
		    same_pen(&lines->paint, &item->paint))
			return &lines->strokes;
	}
	g_array_append_val(chunk->lines, fresh);
	return &g_array_index(chunk->lines, struct lines, chunk->lines->len - 1)
	            .strokes;
}

/* A line from top to bottom gives each chunk its piece; any other lies in the
 * one in which it begins. */
static void
line_cut(struct cutter *cutter, const struct cc_item *item, struct cc_point a,
    struct cc_point b)
{
	const bool upright = a.x == b.x;
	const double top = fmin(a.y, b.y),
		     bottom = upright ? fmax(a.y, b.y) : top;

	for (guint i = 0; i < cutter->chunks->len; i++) {
		struct chunk *chunk = chunk_at(cutter, i);
		const double from = fmax(top, chunk->start);
		const double to = fmin(bottom, chunk->end);

		if (!upright && top >= chunk->start && top < chunk->end)
			cc_strokes_line(strokes_for(cutter, chunk, item), a, b);
		else if (upright && to > from)
			cc_strokes_line(strokes_for(cutter, chunk, item),
			    (struct cc_point){a.x, from},
			    (struct cc_point){a.x, fmin(to + LAP, bottom)});
	}
}

static bool
is_straight(const struct cc_item *item)
{
	if (item->op != CC_OP_PATH || item->paint.fill != CC_NO_COLOUR)
		return false;
	for (size_t i = 0; i < item->path.count; i++)
		if (item->path.segments[i].op != CC_MOVE &&
		    item->path.segments[i].op != CC_LINE)
			return false;
	return true;
}

static void
lines_cut(struct cutter *cutter, const struct cc_item *item)
{
	const struct cc_segment *segments = item->path.segments;

	for (size_t i = 1; i < item->path.count; i++)
		if (segments[i].op == CC_LINE)
			line_cut(cutter, item, segments[i - 1].point[0],
			    segments[i].point[0]);
}

/* The chunk of a row whose part of the backdrop begins there. */
static struct chunk *
chunk_of(const struct cutter *cutter, const struct cc_group *part)
{
	for (guint i = 0; i < cutter->chunks->len; i++) {
		struct chunk *chunk = chunk_at(cutter, i);
		const struct cc_group *group =
		    &cutter->scene->items[chunk->group].group;

		if (group->kind == CC_GROUP_ROW && group->box.y == part->box.y)
			return chunk;
	}
	return NULL;
}

/* ---- the whole ---- */

static void
copy(struct cutter *cutter, size_t first, size_t end)
{
	cc_scene_insert(
	    cutter->cut, cutter->cut->count, cutter->scene, first, end - first);
}

static struct cc_box
chunk_box(const struct cutter *cutter, const struct chunk *chunk)
{
	return (struct cc_box){
	    0, chunk->start, cutter->scene->width, chunk->end - chunk->start};
}

static void
piece_paint(struct cutter *cutter, const struct chunk *chunk)
{
	cc_paint_group(cutter->cut, (struct cc_group){.kind = CC_GROUP_BACKDROP,
					.box = chunk_box(cutter, chunk)});
	for (guint i = 0; i < chunk->ground->len; i++) {
		const size_t item = g_array_index(chunk->ground, size_t, i);

		copy(cutter, item, item + 1);
	}
	for (guint i = 0; i < chunk->lines->len; i++) {
		const struct lines *lines =
		    &g_array_index(chunk->lines, struct lines, i);

		cc_paint_strokes(
		    cutter->cut, lines->role, &lines->strokes, lines->paint);
	}
	cc_paint_end(cutter->cut);
	g_array_set_size(chunk->ground, 0);
	g_array_set_size(chunk->lines, 0);
}

/* Grounds first, whole, as they were painted; then piece by piece what is of
 * the rows. */
static void
backdrop_cut(struct cutter *cutter, size_t group, size_t end)
{
	const struct cc_scene *scene = cutter->scene;
	struct chunk *chunk = NULL;

	copy(cutter, group, group + 1);
	for (size_t i = group + 1; i + 1 < end; i++) {
		const struct cc_item *item = &scene->items[i];

		if (item->op == CC_OP_GROUP)
			chunk = chunk_of(cutter, &item->group);
		else if (item->op == CC_OP_END)
			chunk = NULL;
		else if (chunk != NULL)
			g_array_append_val(chunk->ground, i);
		else if (is_straight(item))
			lines_cut(cutter, item);
		else
			copy(cutter, i, i + 1);
	}
	for (guint i = 0; i < cutter->chunks->len; i++)
		piece_paint(cutter, chunk_at(cutter, i));
	copy(cutter, end - 1, end);
}

static void
chunk_copy(struct cutter *cutter, size_t group, size_t end)
{
	size_t at = cutter->cut->count;

	copy(cutter, group, end);
	for (guint i = 0; i < cutter->chunks->len; i++) {
		const struct chunk *chunk = chunk_at(cutter, i);

		if (chunk->group == group)
			cutter->cut->items[at].group.box =
			    chunk_box(cutter, chunk);
	}
}

/* The page's own title stands first, and above all else. */
static bool
begins_with_title(const struct cc_scene *scene)
{
	return scene->count > 0 && scene->items[0].op == CC_OP_GROUP &&
	       scene->items[0].group.kind == CC_GROUP_TITLE;
}

double
cc_html_cut(struct cc_scene *cut, const struct cc_scene *scene)
{
	struct cutter cutter = {
	    cut, scene, g_array_new(FALSE, FALSE, sizeof(struct chunk))};
	const bool titled = begins_with_title(scene);
	double top = 0;

	chunks_find(&cutter);
	if (titled && cutter.chunks->len > 0)
		top = chunk_at(&cutter, 0)->end;
	for (size_t i = titled ? group_end(scene, 0) : 0; i < scene->count;
	     i++) {
		const struct cc_item *item = &scene->items[i];
		const size_t end =
		    item->op == CC_OP_GROUP ? group_end(scene, i) : i + 1;

		if (item->op == CC_OP_GROUP &&
		    item->group.kind == CC_GROUP_BACKDROP) {
			backdrop_cut(&cutter, i, end);
			i = end - 1;
		} else if (item->op == CC_OP_GROUP &&
			   is_chunk(item->group.kind)) {
			chunk_copy(&cutter, i, end);
			i = end - 1;
		} else {
			copy(&cutter, i, i + 1);
		}
	}
	chunks_free(&cutter);
	cut->width = scene->width;
	cut->height = scene->height;
	cut->unit = scene->unit;
	cut->background = scene->background;
	cut->lang = scene->lang;
	cut->families = scene->families;
	return top;
}
