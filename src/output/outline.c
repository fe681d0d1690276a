#include "output/outline.h"

#include "base/number.h"
#include "output/cairo-paint.h"

/* Cairo keeps paths in parts of 1/256, far too coarse at text sizes. */
#define EM 1000.0

struct pen {
	GString *to;
	struct cc_point origin; /* of the line of text [unit] */
	double scale;
	int decimals;
	const cairo_path_data_t *move; /* not written yet, or NULL */
};

static void
append_point(struct pen *pen, char op, const cairo_path_data_t *data)
{
	g_string_append_c(pen->to, op);
	cc_number_append(
	    pen->to, pen->origin.x + data->point.x * pen->scale, pen->decimals);
	g_string_append_c(pen->to, ' ');
	cc_number_append(
	    pen->to, pen->origin.y + data->point.y * pen->scale, pen->decimals);
}

/* Cairo leaves a move behind each closed shape; only those that something
 * follows are written. */
static void
append_data(struct pen *pen, const cairo_path_data_t *data)
{
	if (data->header.type == CAIRO_PATH_MOVE_TO) {
		pen->move = &data[1];
		return;
	}
	if (pen->move != NULL && data->header.type != CAIRO_PATH_CLOSE_PATH) {
		append_point(pen, 'M', pen->move);
		pen->move = NULL;
	}
	switch (data->header.type) {
	case CAIRO_PATH_MOVE_TO:
		break;
	case CAIRO_PATH_LINE_TO:
		append_point(pen, 'L', &data[1]);
		break;
	case CAIRO_PATH_CURVE_TO:
		append_point(pen, 'C', &data[1]);
		append_point(pen, ' ', &data[2]);
		append_point(pen, ' ', &data[3]);
		break;
	case CAIRO_PATH_CLOSE_PATH:
		g_string_append_c(pen->to, 'Z');
		break;
	}
}

static cairo_path_t *
line_path(PangoLayoutLine *line)
{
	cairo_surface_t *surface =
	    cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
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
cc_outline_append(GString *to, struct cc_fonts *fonts,
    const struct cc_item *item, int decimals)
{
	g_autoptr(PangoLayout) layout =
	    cc_fonts_layout(fonts, item->text.string, EM, item->text.bold);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	const gsize start = to->len;
	struct pen pen = {
	    .to = to,
	    .origin = item->text.at,
	    .scale = item->text.size / EM,
	    .decimals = decimals,
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
