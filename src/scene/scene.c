#include "scene/scene.h"

#include <math.h>
#include <string.h>

#define COORDINATE_MAX                                                         \
	1e6 /* [unit]; far beyond any page, far from overflow                  \
	     */

static const char *const role_words[] = {
    [CC_ROLE_PAGE] = "page",
    [CC_ROLE_PANEL] = "panel",
    [CC_ROLE_BAND] = "band",
    [CC_ROLE_GRID] = "grid",
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

void
cc_scene_init(struct cc_scene *scene, struct cc_arena *arena)
{
	*scene = (struct cc_scene){
	    .arena = arena,
	    .items =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cc_item), 1024),
	    .unit = 0.75,
	    .background = 0xFFFFFF,
	    .lang = "en",
	    .families = "sans-serif",
	};
}

void
cc_scene_finish(struct cc_scene *scene)
{
	g_array_unref(scene->items);
	*scene = (struct cc_scene){0};
}

static bool
sane(double value)
{
	return fabs(value) <= COORDINATE_MAX; /* false for NaN, too */
}

static bool
sane_box(struct cc_box box)
{
	return sane(box.x) && sane(box.y) && sane(box.width) &&
	       sane(box.height) && box.width >= 0 && box.height >= 0;
}

static bool
sane_point(struct cc_point point)
{
	return sane(point.x) && sane(point.y);
}

static bool
sane_paint(struct cc_paint paint)
{
	return sane(paint.width) && sane(paint.dash[0]) &&
	       sane(paint.dash[1]) && paint.width >= 0 && paint.dash[0] >= 0 &&
	       paint.dash[1] >= 0;
}

/* Points of a segment that mean something. */
static int
segment_points(enum cc_segment_op op)
{
	switch (op) {
	case CC_MOVE:
	case CC_LINE:
		return 1;
	case CC_CURVE:
		return 3;
	case CC_CLOSE:
		return 0;
	}
	g_assert_not_reached();
}

static bool
sane_segments(const struct cc_segment *segments, size_t count)
{
	size_t i;
	int k;

	if (count == 0 || segments[0].op != CC_MOVE)
		return false;
	for (i = 0; i < count; i++)
		for (k = 0; k < segment_points(segments[i].op); k++)
			if (!sane_point(segments[i].point[k]))
				return false;
	return true;
}

static void
item_add(struct cc_scene *scene, const struct cc_item *item)
{
	if (!scene->muted)
		g_array_append_vals(scene->items, item, 1);
}

void
cc_paint_rect(struct cc_scene *scene, enum cc_role role, struct cc_box box,
    double radius, struct cc_paint paint)
{
	struct cc_item item = {
	    .op = CC_OP_RECT,
	    .role = role,
	    .paint = paint,
	    .rect = {.box = box, .radius = radius},
	};

	g_assert(sane_box(box) && sane(radius) && radius >= 0);
	g_assert(sane_paint(paint));
	item_add(scene, &item);
}

/* Takes segments that lie in the scene's arena already. */
static void
path_take(struct cc_scene *scene, enum cc_role role,
    struct cc_segment *segments, size_t count, struct cc_paint paint)
{
	struct cc_item item = {
	    .op = CC_OP_PATH,
	    .role = role,
	    .paint = paint,
	    .path = {.segments = segments, .count = count},
	};

	g_assert(sane_segments(segments, count) && sane_paint(paint));
	item_add(scene, &item);
}

void
cc_paint_path(struct cc_scene *scene, enum cc_role role,
    const struct cc_segment *segments, size_t count, struct cc_paint paint)
{
	if (scene->muted)
		return;
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
	segments = cc_arena_new_array(scene->arena, struct cc_segment, total);
	for (i = 0; i < count; i++) {
		segments[i].op = i == 0 ? CC_MOVE : CC_LINE;
		segments[i].point[0] = points[i];
	}
	if (closed)
		segments[count].op = CC_CLOSE;
	path_take(scene, role, segments, total, paint);
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
	struct cc_segment *segments;

	g_assert(radius >= 0);
	if (scene->muted)
		return;
	segments = cc_arena_new_array(
	    scene->arena, struct cc_segment, CC_CIRCLE_SEGMENTS);
	cc_circle_segments(centre, radius, segments);
	path_take(scene, role, segments, CC_CIRCLE_SEGMENTS, paint);
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
	gunichar before = ' ';

	for (; *text != '\0'; text = g_utf8_next_char(text)) {
		const gunichar c = g_utf8_get_char(text);

		if (unpaintable(c) || (c == ' ' && before == ' '))
			return false;
		before = c;
	}
	return before != ' ';
}

/* A copy of one visual line as every output can show it. */
static const char *
line_copy(struct cc_arena *arena, const char *text)
{
	char *copy, *to;
	const char *from;

	if (line_clean(text))
		return cc_arena_strdup(arena, text);
	/* A replacement takes three bytes in place of at least one. */
	copy = to = cc_arena_alloc(arena, 3 * strlen(text) + 1);
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
	struct cc_item item = {
	    .op = CC_OP_TEXT,
	    .role = CC_ROLE_TEXT,
	    .paint = {.fill = type.colour, .stroke = CC_NO_COLOUR},
	    .text =
		{
		    .at = baseline,
		    .anchor = type.anchor,
		    .size = type.size,
		    .width = width,
		    .bold = type.bold,
		    .colour = type.colour,
		},
	};

	g_assert(sane_point(baseline) && sane(width) && width >= 0);
	g_assert(sane(type.size) && type.size > 0);
	if (scene->muted)
		return;
	g_assert(g_utf8_validate(string, -1, NULL));
	item.text.string = line_copy(scene->arena, string);
	if (*item.text.string == '\0')
		return;
	item_add(scene, &item);
}

void
cc_paint_image(struct cc_scene *scene, struct cc_box box, const void *bytes,
    size_t length, const char *alt)
{
	struct cc_item item = {
	    .op = CC_OP_IMAGE,
	    .role = CC_ROLE_IMAGE,
	    .paint = {.fill = CC_NO_COLOUR, .stroke = CC_NO_COLOUR},
	    .image =
		{
		    .box = box,
		    .bytes = cc_arena_memdup(scene->arena, bytes, length),
		    .length = length,
		    .alt =
			cc_arena_strdup(scene->arena, alt != NULL ? alt : ""),
		},
	};

	g_assert(sane_box(box) && length > 0);
	item_add(scene, &item);
}

void
cc_paint_group(
    struct cc_scene *scene, const char *id, const char *title, int64_t order)
{
	struct cc_item item = {
	    .op = CC_OP_GROUP,
	    .role = CC_ROLE_GROUP,
	    .paint = {.fill = CC_NO_COLOUR, .stroke = CC_NO_COLOUR},
	    .group = {.order = order},
	};

	if (id != NULL)
		item.group.id = cc_arena_strdup(scene->arena, id);
	if (title != NULL)
		item.group.title = cc_arena_strdup(scene->arena, title);
	item_add(scene, &item);
	scene->depth++;
}

void
cc_paint_end(struct cc_scene *scene)
{
	struct cc_item item = {
	    .op = CC_OP_END,
	    .role = CC_ROLE_GROUP,
	    .paint = {.fill = CC_NO_COLOUR, .stroke = CC_NO_COLOUR},
	};

	g_assert(scene->depth > 0);
	scene->depth--;
	item_add(scene, &item);
}
