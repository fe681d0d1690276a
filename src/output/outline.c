#include "output/outline.h"

#include "base/number.h"
#include "output/cairo-paint.h"

#include <math.h>

/* Cairo keeps paths in parts of 1/256, far too coarse at text sizes. */
#define EM 1000.0

/* A curve of TrueType is a quadratic one that Cairo has made cubic; back again
 * within this, which is what Cairo's rounding can do. [1/1000 em] */
#define QUADRATIC_SLACK 0.05

#define DECIMALS 2
#define PARTS 100 /* 10 to the DECIMALS */

struct place { /* [1/PARTS unit] */
	long x, y;
};

struct pen {
	GString *to;
	struct cc_point origin; /* of the line of text [unit] */
	double scale;
	struct cc_point raw; /* where it stands, as Cairo has it */
	struct place at;     /* and as written: roundings never add up */
	bool moved;          /* `raw` is a start that is not written yet */
	char op;             /* the last one written: it need not be repeated */
};

static struct place
placed(const struct pen *pen, struct cc_point point)
{
	return (struct place){
	    lround((pen->origin.x + point.x * pen->scale) * PARTS),
	    lround((pen->origin.y + point.y * pen->scale) * PARTS),
	};
}

/* A number parts itself from the one before by its sign or a space. */
static void
append_part(struct pen *pen, long part)
{
	const char last = pen->to->str[pen->to->len - 1];

	if (part >= 0 && (g_ascii_isdigit(last) || last == '.'))
		g_string_append_c(pen->to, ' ');
	cc_number_append(pen->to, (double)part / PARTS, DECIMALS);
}

static void
append_op(struct pen *pen, char op)
{
	if (op != pen->op)
		g_string_append_c(pen->to, op);
	pen->op = op;
}

/* Relative to where the pen stood before the command. */
static void
append_points(
    struct pen *pen, char op, const struct cc_point *points, int count)
{
	struct place place = pen->at;
	int i;

	append_op(pen, op);
	for (i = 0; i < count; i++) {
		place = placed(pen, points[i]);
		append_part(pen, place.x - pen->at.x);
		append_part(pen, place.y - pen->at.y);
	}
	pen->at = place;
	pen->raw = points[count - 1];
}

static void
append_start(struct pen *pen)
{
	pen->at = placed(pen, pen->raw);
	append_op(pen, 'M');
	append_part(pen, pen->at.x);
	append_part(pen, pen->at.y);
	pen->moved = false;
}

static void
append_line(struct pen *pen, struct cc_point to)
{
	const struct place place = placed(pen, to);

	if (place.x == pen->at.x && place.y == pen->at.y)
		return;
	if (place.x != pen->at.x && place.y != pen->at.y) {
		append_points(pen, 'l', &to, 1);
		return;
	}
	if (place.y == pen->at.y) {
		append_op(pen, 'h');
		append_part(pen, place.x - pen->at.x);
	} else {
		append_op(pen, 'v');
		append_part(pen, place.y - pen->at.y);
	}
	pen->at = place;
	pen->raw = to;
}

/* The one control point of a curve that was quadratic; false where it was not.
 */
static bool
find_control(
    struct cc_point from, const struct cc_point p[3], struct cc_point *control)
{
	const struct cc_point a = {
	    (3 * p[0].x - from.x) / 2, (3 * p[0].y - from.y) / 2};
	const struct cc_point b = {
	    (3 * p[1].x - p[2].x) / 2, (3 * p[1].y - p[2].y) / 2};

	*control = (struct cc_point){(a.x + b.x) / 2, (a.y + b.y) / 2};
	return fabs(a.x - b.x) < QUADRATIC_SLACK &&
	       fabs(a.y - b.y) < QUADRATIC_SLACK;
}

static void
append_curve(struct pen *pen, const struct cc_point points[3])
{
	struct cc_point quadratic[2];

	if (find_control(pen->raw, points, &quadratic[0])) {
		quadratic[1] = points[2];
		append_points(pen, 'q', quadratic, 2);
	} else {
		append_points(pen, 'c', points, 3);
	}
}

static void
append_data(struct pen *pen, const cairo_path_data_t *data)
{
	struct cc_point points[3];
	int i, count = data->header.length - 1;

	for (i = 0; i < count; i++)
		points[i] =
		    (struct cc_point){data[i + 1].point.x, data[i + 1].point.y};
	if (pen->moved && (data->header.type == CAIRO_PATH_LINE_TO ||
			      data->header.type == CAIRO_PATH_CURVE_TO))
		append_start(pen);
	switch (data->header.type) {
	case CAIRO_PATH_MOVE_TO:
		/* Cairo leaves one behind each closed shape; only those that
		 * something follows are written. */
		pen->raw = points[0];
		pen->moved = true;
		break;
	case CAIRO_PATH_LINE_TO:
		append_line(pen, points[0]);
		break;
	case CAIRO_PATH_CURVE_TO:
		append_curve(pen, points);
		break;
	case CAIRO_PATH_CLOSE_PATH:
		append_op(pen, 'z');
		break;
	}
}

/* On a surface without bounds: Cairo leaves out glyphs that lie ten times
 * their size outside of one. */
static cairo_path_t *
line_path(PangoLayoutLine *line)
{
	cairo_surface_t *surface =
	    cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
	cairo_t *cr = cairo_create(surface);
	cairo_path_t *path;

	cairo_move_to(cr, 0, 0);
	pango_cairo_layout_line_path(cr, line);
	path = cairo_copy_path(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return path;
}

bool
cc_outline_append(
    GString *to, struct cc_fonts *fonts, const struct cc_item *item)
{
	g_autoptr(PangoLayout) layout =
	    cc_fonts_layout(fonts, item->text.string, EM, item->text.bold);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	const gsize start = to->len;
	struct pen pen = {
	    .to = to,
	    .origin = item->text.at,
	    .scale = item->text.size / EM,
	};
	cairo_path_t *path;
	int i;

	pen.origin.x -= cc_line_shift(line, item->text.anchor) * pen.scale;
	path = line_path(line);
	for (i = 0; i < path->num_data; i += path->data[i].header.length)
		append_data(&pen, &path->data[i]);
	cairo_path_destroy(path);
	return to->len > start;
}
