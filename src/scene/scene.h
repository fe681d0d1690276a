/* The display list: all that a figure is, in paint order, in seven commands.
 * It speaks geometry; no output knows a word of medicine. Lengths are in page
 * units (px at 96 a inch for screens, pt for print: see cc_page.unit). Paint
 * is opaque: pale colours are blended before they come here.
 *
 * What is one thing is one item: a fade is one RECT, a whisker with its ends,
 * a grid line with its gaps or a hatch is one PATH of several MOVEs. On a page
 * nothing stands outside of a group:
 *
 *     title
 *     panel             one a stretch of time
 *       title           where the panel has one
 *       backdrop        bands and grid; what a row has there, in a row
 *       axis, row, …    from top to bottom; in a row its facts, the numbers
 *                       of its axis, and words and shapes of none of them
 *     legend          its entries; words that are of none of them
 */
#ifndef CC_SCENE_SCENE_H
#define CC_SCENE_SCENE_H

#include "base/arena.h"
#include "base/geometry.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* What a thing is in the picture; metrics and the dump go by it. */
enum cc_role {
	CC_ROLE_PAGE,
	CC_ROLE_PANEL, /* pale ground: baseline strip, undated panel */
	CC_ROLE_BAND,  /* event band through the rows */
	CC_ROLE_GRID,
	CC_ROLE_DIVIDE, /* a line that parts time: a cut, the day of a turn */
	CC_ROLE_AXIS,
	CC_ROLE_FILL, /* areas under a line, ranges, fades */
	CC_ROLE_BAR,
	CC_ROLE_CURVE,
	CC_ROLE_STEM,
	CC_ROLE_WHISKER,
	CC_ROLE_BRACKET,
	CC_ROLE_MARK,
	CC_ROLE_TEXT,
	CC_ROLE_IMAGE,
	CC_ROLE_GROUP,
	CC_ROLE_COUNT
};

const char *cc_role_word(enum cc_role role);

/* 0xRRGGBB, or nothing. */
typedef int32_t cc_colour;
#define CC_NO_COLOUR ((cc_colour)-1)

struct cc_paint {
	cc_colour fill;
	cc_colour stroke;
	double width;   /* of the stroke [unit] */
	double dash[2]; /* on, off [unit]; 0: solid */
	bool round;     /* caps and joins */
	/* RECT: it has its fill at the left end alone, and at the right end
	 * this, linear in sRGB between them. */
	bool fade;
	cc_colour fade_to;
};

enum cc_anchor { CC_ANCHOR_START, CC_ANCHOR_MIDDLE, CC_ANCHOR_END };

enum cc_segment_op { CC_MOVE, CC_LINE, CC_CURVE, CC_CLOSE };

struct cc_segment {
	enum cc_segment_op op;
	struct cc_point point[3]; /* CURVE: two controls and the end */
};

enum cc_group_kind {
	CC_GROUP_TITLE,
	CC_GROUP_PANEL,
	CC_GROUP_BACKDROP,
	CC_GROUP_AXIS,
	CC_GROUP_ROW,
	CC_GROUP_FACT, /* or what else is one thing with its words */
	CC_GROUP_LEGEND,
	CC_GROUP_ENTRY, /* of the legend: a sign and what it says */
	CC_GROUP_KIND_COUNT
};

const char *cc_group_word(enum cc_group_kind kind); /* "title" */

struct cc_group {
	enum cc_group_kind kind;
	const char *id; /* unique in the scene; may be NULL */
	/* FACT: tooltip and alternative text; ROW: its name; may be NULL. */
	const char *title;
	int64_t order; /* FACT: reading order, by time */
	/* ENTRY: the names of the rows that show what it explains, up to a
	 * NULL; NULL: something else does. Borrowed of the scene's arena. */
	const char *const *rows;
	/* PANEL, ROW: what the page has given it, from edge to edge; those of
	 * rows lie below each other. Else empty. */
	struct cc_box box;
};

enum cc_op {
	CC_OP_RECT,
	CC_OP_PATH,
	CC_OP_CIRCLE,
	CC_OP_TEXT,
	CC_OP_IMAGE,
	CC_OP_GROUP,
	CC_OP_END
};

struct cc_item {
	enum cc_op op;
	enum cc_role role;
	struct cc_paint paint; /* RECT, PATH, CIRCLE */
	union {
		struct {
			struct cc_box box;
			double radius;
		} rect;
		struct {
			struct cc_segment *segments;
			size_t count;
		} path;
		struct {
			struct cc_point centre;
			double radius;
		} circle;
		struct {
			struct cc_point at; /* on the baseline */
			enum cc_anchor anchor;
			double size;  /* [unit] */
			double width; /* as measured [unit] */
			bool bold;
			cc_colour colour;
			const char *string; /* one visual line, UTF-8 */
		} text;
		struct {
			struct cc_box box;
			const void *bytes; /* a PNG or JPEG file */
			size_t length;
			const char *alt;
		} image;
		struct cc_group group;
	};
};

/* What an entry's sign is told by, beyond its shape: scene/telling.c. */
enum cc_telling {
	CC_TELLS_SHAPE, /* the last of its icon's that tells */
	CC_TELLS_PALE_END,
	CC_TELLS_OPEN_END,
	CC_TELLS_TICKS,
	CC_TELLS_GAP,
	CC_TELLS_SLASH,
	CC_TELLS_EDGE,
	CC_TELLS_DIGIT,
	CC_TELLS_THIN_LINE,
	CC_TELLS_LOW_BAR,
	CC_TELLS_FILL,
	CC_TELLS_CUT
};

/* An entry that a legend does not have. */
struct cc_missing {
	enum cc_telling tells;
	const char *words;          /* what it says */
	const struct cc_item *sign; /* its icon: so many items */
	size_t count;
	/* Names of the rows whose sign it is, up to a NULL; NULL: all. */
	const char *const *rows;
	bool worded; /* words at the sign say it as well */
};

struct cc_scene {
	struct cc_arena *arena;
	struct cc_item *items; /* owned */
	size_t count, room;    /* of the items */
	double width, height;
	double unit; /* points a unit: 0.75 for px, 1 for pt */
	cc_colour background;
	const char *lang;
	/* fonts, first choice first: "Liberation Sans", "Arial", … */
	const char *families;
	/* What its legend could explain and does not; borrowed of the arena.
	 * NULL: nobody asked. */
	const struct cc_missing *missing;
	size_t missing_count;
	int depth;  /* groups that are open */
	bool muted; /* paints nothing: what is drawn only to be measured */
};

void cc_scene_init(struct cc_scene *scene, struct cc_arena *arena);
void cc_scene_finish(struct cc_scene *scene);

/* Takes all items away. */
void cc_scene_clear(struct cc_scene *scene);

/* Puts copies of another scene's items, from the `first` on, so many, before
 * the item `at`; at the end where that is scene->count. */
void cc_scene_insert(struct cc_scene *scene, size_t at,
    const struct cc_scene *from, size_t first, size_t count);

/* What was painted from the item `first` on goes into a group that was ended
 * before: as the last of it, before its END, the item `end`. */
void cc_scene_gather(struct cc_scene *scene, size_t first, size_t end);

/* Painting, each on top of what is there. Strings are copied into the arena,
 * but for those that lie there. Not finite or beyond 1e6: assert (layout checks
 * before). A text is one visual line: runs of white space become one space,
 * what no output can show becomes U+FFFD, and an empty one paints nothing. */
void cc_paint_rect(struct cc_scene *scene, enum cc_role role, struct cc_box box,
    double radius, struct cc_paint paint);
void cc_paint_line(struct cc_scene *scene, enum cc_role role,
    struct cc_point from, struct cc_point to, struct cc_paint paint);
void cc_paint_polyline(struct cc_scene *scene, enum cc_role role,
    const struct cc_point *points, size_t count, bool closed,
    struct cc_paint paint);
void cc_paint_circle(struct cc_scene *scene, enum cc_role role,
    struct cc_point centre, double radius, struct cc_paint paint);
void cc_paint_path(struct cc_scene *scene, enum cc_role role,
    const struct cc_segment *segments, size_t count, struct cc_paint paint);

/* A path of several parts while it is drawn. */
struct cc_strokes {
	struct cc_arena *arena;
	struct cc_segment *segments;
	size_t count;
};

void cc_strokes_add(
    struct cc_strokes *strokes, const struct cc_point *points, size_t count);
void cc_strokes_line(
    struct cc_strokes *strokes, struct cc_point from, struct cc_point to);
/* The scene is of the same arena; of no parts nothing is painted. */
void cc_paint_strokes(struct cc_scene *scene, enum cc_role role,
    const struct cc_strokes *strokes, struct cc_paint paint);

/* How a text is set. */
struct cc_type {
	double size; /* [unit] */
	bool bold;
	cc_colour colour;
	enum cc_anchor anchor;
};

void cc_paint_text(struct cc_scene *scene, struct cc_point baseline,
    const char *string, double width, struct cc_type type);

void cc_paint_image(struct cc_scene *scene, struct cc_box box,
    const void *bytes, size_t length, const char *alt);
/* A group in which nothing was painted until its end is not there. */
void cc_paint_group(struct cc_scene *scene, struct cc_group group);
void cc_paint_end(struct cc_scene *scene);

/* Makes ids unique, once all is painted: of those that are there twice, as a
 * fact's that is drawn in two rows, the second gets "-2" behind it. */
void cc_scene_part_ids(struct cc_scene *scene);

/* A number of all that is painted and said of it: scenes that differ have, all
 * but surely, different ones. */
uint64_t cc_scene_hash(const struct cc_scene *scene);

/* Of words, from their measured width and 0.74 of their size above, 0.21 below
 * the baseline. */
struct cc_box cc_text_box(
    struct cc_point baseline, enum cc_anchor anchor, double size, double width);

/* The ink box of an item: strokes included. GROUP and END: empty. */
struct cc_box cc_item_box(const struct cc_item *item);

/* What a RECT, PATH or CIRCLE is filled with at x, be it a fade or not. */
cc_colour cc_item_fill(const struct cc_item *item, double x);

/* A CIRCLE as a path of four curves, for who has no word for circles. */
#define CC_CIRCLE_SEGMENTS 6
void cc_circle_segments(const struct cc_item *circle,
    struct cc_segment segments[CC_CIRCLE_SEGMENTS]);

/* The box about a CIRCLE, without its stroke. */
static inline struct cc_box
cc_circle_box(const struct cc_item *item)
{
	const double radius = item->circle.radius;

	return (struct cc_box){item->circle.centre.x - radius,
	    item->circle.centre.y - radius, 2 * radius, 2 * radius};
}

/* What is filled or stroked. */
static inline bool
cc_item_is_shape(const struct cc_item *item)
{
	return item->op == CC_OP_RECT || item->op == CC_OP_PATH ||
	       item->op == CC_OP_CIRCLE;
}

/* Linear blend in sRGB: share 1 = top, 0 = ground. */
cc_colour cc_colour_mix(cc_colour top, cc_colour ground, double share);
/* WCAG 2.1: contrast, 1-21, and the relative luminance that it follows from,
 * for who asks about one colour more than once. */
double cc_colour_contrast(cc_colour a, cc_colour b);
double cc_colour_luminance(cc_colour colour);
double cc_luminance_contrast(double a, double b);
bool cc_colour_read(const char *text, cc_colour *colour); /* "#1F7F78" */

#endif
