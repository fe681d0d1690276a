#include "base/number.h"
#include "output/cairo-paint.h"

#include <cairo-pdf.h>

/* Of a file that nobody dated: the same bytes on every day. */
#define DATE_DEFAULT "2000-01-01T00:00:00Z"

static cairo_status_t
sink_put(void *closure, const unsigned char *bytes, unsigned length)
{
	return cc_sink_write(closure, bytes, length) ? CAIRO_STATUS_SUCCESS
	                                             : CAIRO_STATUS_WRITE_ERROR;
}

/* SOURCE_DATE_EPOCH, the convention of reproducible builds [s since 1970]. */
static char *
creation_date(void)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	g_autoptr(GDateTime) at = NULL;
	double seconds;

	if (epoch != NULL && cc_number_read(epoch, &seconds) && seconds >= 0 &&
	    seconds < 253402300800.0) /* the year 10000 */
		at = g_date_time_new_from_unix_utc((gint64)seconds);
	if (at == NULL)
		return g_strdup(DATE_DEFAULT);
	return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ",
	    g_date_time_get_year(at), g_date_time_get_month(at),
	    g_date_time_get_day_of_month(at), g_date_time_get_hour(at),
	    g_date_time_get_minute(at), g_date_time_get_second(at));
}

static void
metadata_set(cairo_surface_t *surface, const struct cc_page *page)
{
	g_autofree char *date = creation_date();

	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_TITLE, page->title);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_SUBJECT, page->summary);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_CREATOR, "clincourse " CC_VERSION);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static const char *
page_name(const struct cc_page *page)
{
	return *page->title != '\0' ? page->title : page->case_id;
}

static void
outline_add(cairo_surface_t *surface, const char *name, unsigned number)
{
	g_autofree char *target = g_strdup_printf("page=%u", number);

	cairo_pdf_surface_add_outline(
	    surface, CAIRO_PDF_OUTLINE_ROOT, name, target, 0);
}

/* A failed write is for the sink to tell. */
static bool
status_check(cairo_status_t status, struct cc_diags *diags)
{
	if (status == CAIRO_STATUS_SUCCESS ||
	    status == CAIRO_STATUS_WRITE_ERROR)
		return true;
	cc_diag(
	    diags, CC_E491, (struct cc_pos){0}, cairo_status_to_string(status));
	return false;
}

static bool
page_paint(cairo_surface_t *surface, const struct cc_page *page,
    struct cc_fonts *fonts, struct cc_diags *diags)
{
	const struct cc_scene *scene = page->scene;
	cairo_status_t status;
	cairo_t *cr;
	bool painted;

	cairo_pdf_surface_set_size(
	    surface, scene->width * scene->unit, scene->height * scene->unit);
	cr = cairo_create(surface);
	cairo_scale(cr, scene->unit, scene->unit);
	painted = cc_scene_replay(scene, fonts, cr, diags);
	cairo_show_page(cr);
	/* What stops the pen is not seen on the surface. */
	status = cairo_status(cr);
	cairo_destroy(cr);
	return painted && status_check(status, diags);
}

/* A contents list is worth its place from the second page on. */
static bool
pages_paint(
    cairo_surface_t *surface, struct cc_pages *pages, struct cc_diags *diags)
{
	g_autofree char *first = NULL;
	const struct cc_page *page;
	unsigned number = 0;

	while (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
	       (page = pages->next(pages)) != NULL) {
		number++;
		if (number == 1) {
			metadata_set(surface, page);
			first = g_strdup(page_name(page));
		} else if (number == 2) {
			outline_add(surface, first, 1);
		}
		if (number > 1)
			outline_add(surface, page_name(page), number);
		if (!page_paint(surface, page, pages->fonts, diags))
			return false;
	}
	return number > 0 && !pages->failed;
}

static bool
pdf_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	cairo_surface_t *surface =
	    cairo_pdf_surface_create_for_stream(sink_put, sink, 1, 1);
	bool painted = pages_paint(surface, pages, diags);
	cairo_status_t status;

	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (!painted)
		return false;
	if (status == CAIRO_STATUS_SUCCESS ||
	    status == CAIRO_STATUS_WRITE_ERROR)
		return true;
	cc_diag(
	    diags, CC_E491, (struct cc_pos){0}, cairo_status_to_string(status));
	return false;
}

const struct cc_output cc_output_pdf = {
    .name = "pdf",
    .suffix = ".pdf",
    .about = "PDF with fonts embedded, one page a case",
    .many = true,
    .write = pdf_write,
};
