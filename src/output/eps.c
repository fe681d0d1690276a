/* Encapsulated PostScript, for journals and programs that take no PDF. */
#include "output/cairo-paint.h"

#include <cairo-ps.h>
#include <string.h>

#define DATE "%%CreationDate: "

static cairo_status_t
text_put(void *closure, const unsigned char *bytes, unsigned length)
{
	g_string_append_len(closure, (const char *)bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* Cairo writes down when it is; the same figure is the same file on any day. */
static void
date_remove(GString *text)
{
	const char *at = strstr(text->str, "\n" DATE);
	const char *end = at != NULL ? strchr(at + 1, '\n') : NULL;

	if (end != NULL)
		g_string_erase(text, at - text->str, end - at);
}

static bool
page_paint(cairo_surface_t *surface, const struct cc_page *page,
    struct cc_fonts *fonts, struct cc_diags *diags)
{
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;
	bool painted;

	cairo_scale(cr, page->scene->unit, page->scene->unit);
	painted = cc_scene_replay(page->scene, fonts, cr, diags);
	cairo_show_page(cr);
	status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	return cc_drawing_check(painted, status, surface, diags);
}

/* Whole before it is written: its head has the date. */
static bool
eps_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page = pages->next(pages);
	g_autoptr(GString) text = g_string_sized_new(1 << 16);
	cairo_surface_t *surface;
	bool painted;

	if (page == NULL)
		return false;
	surface = cairo_ps_surface_create_for_stream(text_put, text,
	    page->scene->width * page->scene->unit,
	    page->scene->height * page->scene->unit);
	cairo_ps_surface_set_eps(surface, TRUE);
	painted = page_paint(surface, page, pages->fonts, diags);
	cairo_surface_destroy(surface);
	if (!painted)
		return false;
	date_remove(text);
	cc_sink_write(sink, text->str, text->len);
	return true;
}

const struct cc_output cc_output_eps = {
    .name = "eps",
    .suffix = ".eps",
    .about = "PostScript of one page, as vectors with fonts embedded",
    .write = eps_write,
};
