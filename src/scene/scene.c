#include "scene/scene.h"

#include <math.h>
#include <string.h>

#define ITEMS_USUAL 1024 /* most pages have no more */
#define COORDINATE_MAX                                                         \
	1e6 /* [unit]; far beyond any page, far from overflow                  \
	     */

static const char *const role_words[] = {
    [CC_ROLE_PAGE] = "page",
    [CC_ROLE_PANEL] = "panel",
    [CC_ROLE_BAND] = "band",
    [CC_ROLE_GRID] = "grid",
    [CC_ROLE_DIVIDE] = "divide",
    [CC_ROLE_AXIS] = "axis",
    [CC_ROLE_FILL] = "fill",
    [CC_ROLE_BAR] = "bar",
    [CC_ROLE_CURVE] = "curve",
    [CC_ROLE_STEM] = "stem",
    [CC_ROLE_WHISKER] = "whisker",
    [CC_ROLE_BRACKET] = "bracket",
    [CC_ROLE_MARK] = "mark",
    [CC_ROLE_TEXT] = "text",
    [CC_ROLE_IMAGE] = "image",
    [CC_ROLE_GROUP] = "group",
};
G_STATIC_ASSERT(G_N_ELEMENTS(role_words) == CC_ROLE_COUNT);

const char *
cc_role_word(enum cc_role role)
{
	return role_words[role];
}

static const char *const group_words[] = {
    [CC_GROUP_TITLE] = "title",
    [CC_GROUP_PANEL] = "panel",
    [CC_GROUP_BACKDROP] = "backdrop",
    [CC_GROUP_AXIS] = "axis",
    [CC_GROUP_ROW] = "row",
    [CC_GROUP_FACT] = "fact",
    [CC_GROUP_LEGEND] = "legend",
    [CC_GROUP_ENTRY] = "entry",
};
G_STATIC_ASSERT(G_N_ELEMENTS(group_words) == CC_GROUP_KIND_COUNT);

const char *
cc_group_word(enum cc_group_kind kind)
{
	return group_words[kind];
}

void
cc_scene_init(struct cc_scene *scene, struct cc_arena *arena)
{
	*scene = (struct cc_scene){
	    .arena = arena,
	    .items = g_new(struct cc_item, ITEMS_USUAL),
	    .room = ITEMS_USUAL,
	    .unit = 0.75,
	    .background = 0xFFFFFF,
	    .lang = "en",
	    .families = "sans-serif",
	};
}

void
cc_scene_finish(struct cc_scene *scene)
{
	g_free(scene->items);
	*scene = (struct cc_scene){0};
}

void
cc_scene_clear(struct cc_scene *scene)
{
	scene->count = 0;
}

static void
make_room(struct cc_scene *scene, size_t more)
{
	if (scene->room - scene->count >= more)
		return;
	scene->room = MAX(2 * scene->room, scene->count + more);
	scene->items = g_renew(struct cc_item, scene->items, scene->room);
}

void
cc_scene_insert(struct cc_scene *scene, size_t at, const struct cc_scene *from,
    size_t first, size_t count)
{
	g_assert(at <= scene->count && first + count <= from->count);
	make_room(scene, count);
	memmove(scene->items + at + count, scene->items + at,
	    (scene->count - at) * sizeof *scene->items);
	memcpy(scene->items + at, from->items + first,
	    count * sizeof *from->items);
	scene->count += count;
}

static bool
sane(double value)
{
	return fabs(value) <= COORDINATE_MAX; /* false for NaN, too */
}

static bool
sane_length(double value)
{
	return value >= 0 && value <= COORDINATE_MAX;
}

static bool
sane_box(struct cc_box box)
{
	return sane(box.x) && sane(box.y) && sane_length(box.width) &&
	       sane_length(box.height);
}

static bool
sane_point(struct cc_point point)
{
	return sane(point.x) && sane(point.y);
}

static bool
sane_paint(struct cc_paint paint)
{
	return sane_length(paint.width) && sane_length(paint.dash[0]) &&
	       sane_length(paint.dash[1]);
}

/* Points of a segment that mean something. */
static const int segment_points[] = {
    [CC_MOVE] = 1,
    [CC_LINE] = 1,
    [CC_CURVE] = 3,
    [CC_CLOSE] = 0,
};

static bool
sane_segments(const struct cc_segment *segments, size_t count)
{
	size_t i;
	int k;

	if (count == 0 || segments[0].op != CC_MOVE)
		return false;
	for (i = 0; i < count; i++)
		for (k = 0; k < segment_points[segments[i].op]; k++)
			if (!sane_point(segments[i].point[k]))
				return false;
	return true;
}

/* One more item at the end, to be told what it is of its kind. The scene is not
 * muted. */
static struct cc_item *
item_add(struct cc_scene *scene, enum cc_op op, enum cc_role role,
    struct cc_paint paint)
{
	struct cc_item *item;

	make_room(scene, 1);
	item = &scene->items[scene->count++];
	item->op = op;
	item->role = role;
	item->paint = paint;
	return item;
}

void
cc_paint_rect(struct cc_scene *scene, enum cc_role role, struct cc_box box,
    double radius, struct cc_paint paint)
{
	struct cc_item *item;

	g_assert(sane_box(box) && sane_length(radius));
	g_assert(sane_paint(paint));
	g_assert(!paint.fade || paint.fill != CC_NO_COLOUR);
	if (scene->muted)
		return;
	item = item_add(scene, CC_OP_RECT, role, paint);
	item->rect.box = box;
	item->rect.radius = radius;
}

/* Takes segments that lie in the scene's arena already. */
static void
path_take(struct cc_scene *scene, enum cc_role role,
    struct cc_segment *segments, size_t count, struct cc_paint paint)
{
	struct cc_item *item;

	g_assert(sane_paint(paint) && !paint.fade);
	item = item_add(scene, CC_OP_PATH, role, paint);
	item->path.segments = segments;
	item->path.count = count;
}

void
cc_paint_path(struct cc_scene *scene, enum cc_role role,
    const struct cc_segment *segments, size_t count, struct cc_paint paint)
{
	if (scene->muted)
		return;
	g_assert(sane_segments(segments, count));
	path_take(scene, role,
	    cc_arena_memdup(scene->arena, segments, count * sizeof *segments),
	    count, paint);
}

void
cc_paint_polyline(struct cc_scene *scene, enum cc_role role,
    const struct cc_point *points, size_t count, bool closed,
    struct cc_paint paint)
{
	size_t total = count + (closed ? 1 : 0);
	struct cc_segment *segments;
	size_t i;

	g_assert(count >= 2);
	if (scene->muted)
		return;
	segments = cc_arena_new_room(scene->arena, struct cc_segment, total);
	for (i = 0; i < count; i++) {
		g_assert(sane_point(points[i]));
		segments[i] = (struct cc_segment){
		    .op = i == 0 ? CC_MOVE : CC_LINE, .point = {points[i]}};
	}
	if (closed)
		segments[count] = (struct cc_segment){.op = CC_CLOSE};
	path_take(scene, role, segments, total, paint);
}

static void
stroke_on(
    struct cc_strokes *strokes, enum cc_segment_op op, struct cc_point point)
{
	struct cc_segment *segment;

	g_assert(sane_point(point));
	strokes->segments = cc_arena_grow(strokes->arena, strokes->segments,
	    strokes->count, sizeof *strokes->segments);
	segment = &strokes->segments[strokes->count++];
	segment->op = op;
	segment->point[0] = point;
}

void
cc_strokes_add(
    struct cc_strokes *strokes, const struct cc_point *points, size_t count)
{
	for (size_t i = 0; i < count; i++)
		stroke_on(strokes, i == 0 ? CC_MOVE : CC_LINE, points[i]);
}

void
cc_strokes_line(
    struct cc_strokes *strokes, struct cc_point from, struct cc_point to)
{
	stroke_on(strokes, CC_MOVE, from);
	stroke_on(strokes, CC_LINE, to);
}

void
cc_paint_strokes(struct cc_scene *scene, enum cc_role role,
    const struct cc_strokes *strokes, struct cc_paint paint)
{
	if (!scene->muted && strokes->count > 0)
		path_take(
		    scene, role, strokes->segments, strokes->count, paint);
}

void
cc_paint_line(struct cc_scene *scene, enum cc_role role, struct cc_point from,
    struct cc_point to, struct cc_paint paint)
{
	struct cc_point points[] = {from, to};

	cc_paint_polyline(
	    scene, role, points, G_N_ELEMENTS(points), false, paint);
}

void
cc_paint_circle(struct cc_scene *scene, enum cc_role role,
    struct cc_point centre, double radius, struct cc_paint paint)
{
	struct cc_item *item;

	g_assert(sane_point(centre) && sane_length(radius));
	g_assert(sane_paint(paint) && !paint.fade);
	if (scene->muted)
		return;
	item = item_add(scene, CC_OP_CIRCLE, role, paint);
	item->circle.centre = centre;
	item->circle.radius = radius;
}

/* Controls, noncharacters and what some take for an end of line. XML cannot
 * hold the first; Cairo draws nothing more once it met one of the second. */
static bool
unpaintable(gunichar c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
	       (c >= 0xFDD0 && c <= 0xFDEF) || c == 0x2028 || c == 0x2029;
}

static bool
line_clean(const char *text)
{
	const char *p;

	for (p = text; *p != '\0'; p = g_utf8_next_char(p))
		if (*p == ' ' ? p == text || p[-1] == ' '
			      : unpaintable(g_utf8_get_char(p)))
			return false;
	return p > text && p[-1] != ' ';
}

/* A line of ASCII that nothing is wrong with, as most are; else it must be
 * looked at closer. */
static bool
line_plain(const char *text)
{
	const char *p = text;

	while (
	    (*p > ' ' && *p < 0x7F) || (*p == ' ' && p > text && p[-1] != ' '))
		p++;
	return *p == '\0' && p > text && p[-1] != ' ';
}

/* One visual line as every output can show it. */
static const char *
line_keep(struct cc_arena *arena, const char *text)
{
	size_t length;
	char *copy, *to;
	const char *from, *end;
	bool valid;

	if (line_plain(text))
		return cc_arena_keep(arena, text);
	valid = g_utf8_validate(text, -1, &end);
	g_assert(valid);
	length = (size_t)(end - text);
	if (line_clean(text))
		return cc_arena_keep(arena, text);
	/* A replacement takes three bytes in place of at least one. */
	copy = to = cc_arena_alloc(arena, 3 * length + 1);
	for (from = text; *from != '\0'; from = g_utf8_next_char(from)) {
		const gunichar c = g_utf8_get_char(from);

		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			if (to > copy && to[-1] != ' ')
				*to++ = ' ';
		} else {
			to +=
			    g_unichar_to_utf8(unpaintable(c) ? 0xFFFD : c, to);
		}
	}
	if (to > copy && to[-1] == ' ')
		to--;
	*to = '\0';
	return copy;
}

void
cc_paint_text(struct cc_scene *scene, struct cc_point baseline,
    const char *string, double width, struct cc_type type)
{
	const struct cc_paint paint = {
	    .fill = type.colour, .stroke = CC_NO_COLOUR};
	struct cc_item *item;
	const char *kept;

	g_assert(sane_point(baseline) && sane_length(width));
	g_assert(sane_length(type.size) && type.size > 0);
	if (scene->muted)
		return;
	kept = line_keep(scene->arena, string);
	if (*kept == '\0')
		return;
	item = item_add(scene, CC_OP_TEXT, CC_ROLE_TEXT, paint);
	item->text.at = baseline;
	item->text.anchor = type.anchor;
	item->text.size = type.size;
	item->text.width = width;
	item->text.bold = type.bold;
	item->text.colour = type.colour;
	item->text.string = kept;
}

/* Of what has none. */
static const struct cc_paint no_paint = {
    .fill = CC_NO_COLOUR, .stroke = CC_NO_COLOUR};

void
cc_paint_image(struct cc_scene *scene, struct cc_box box, const void *bytes,
    size_t length, const char *alt)
{
	struct cc_item *item;

	g_assert(sane_box(box) && length > 0);
	if (scene->muted)
		return;
	item = item_add(scene, CC_OP_IMAGE, CC_ROLE_IMAGE, no_paint);
	item->image.box = box;
	item->image.bytes = cc_arena_memdup(scene->arena, bytes, length);
	item->image.length = length;
	item->image.alt = cc_arena_strdup(scene->arena, alt != NULL ? alt : "");
}

static const char *
keep_if_any(struct cc_arena *arena, const char *text)
{
	return text != NULL ? cc_arena_keep(arena, text) : NULL;
}

/* A scene outlives the case whose words these are. */
static const char *const *
copy_names(struct cc_arena *arena, const char *const *names)
{
	size_t count = 0;
	const char **copies;

	if (names == NULL)
		return NULL;
	while (names[count] != NULL)
		count++;
	copies = cc_arena_new_array(arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		copies[i] = cc_arena_strdup(arena, names[i]);
	return copies;
}

void
cc_paint_group(struct cc_scene *scene, struct cc_group group)
{
	struct cc_item *item;

	g_assert(sane_box(group.box));
	scene->depth++;
	if (scene->muted)
		return;
	item = item_add(scene, CC_OP_GROUP, CC_ROLE_GROUP, no_paint);
	item->group = group;
	item->group.id = keep_if_any(scene->arena, group.id);
	item->group.title = keep_if_any(scene->arena, group.title);
	item->group.rows = copy_names(scene->arena, group.rows);
}

void
cc_paint_end(struct cc_scene *scene)
{
	g_assert(scene->depth > 0);
	scene->depth--;
	if (scene->muted)
		return;
	if (scene->items[scene->count - 1].op == CC_OP_GROUP)
		scene->count--;
	else
		item_add(scene, CC_OP_END, CC_ROLE_GROUP, no_paint);
}
