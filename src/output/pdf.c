#include "output/cairo-paint.h"
#include "output/created.h"

#include <cairo-pdf.h>
#include <string.h>

/* In the table of Cairo's objects, one that was never written. */
#define HOLE "\n0000000000 00000 n"
#define HOLE_LENGTH (sizeof HOLE - 1)
#define END "%%EOF\n"
#define END_LENGTH (sizeof END - 1)

/* Cairo 1.16 has no status for what fails when a file is finished: its fonts,
 * its table of objects. So the file itself is looked at as it goes by. */
struct watched {
	struct cc_sink *sink;
	char last[HOLE_LENGTH]; /* the bytes at its end so far */
	bool hole;
};

static bool
holds_hole(const void *bytes, size_t length)
{
	return memmem(bytes, length, HOLE, HOLE_LENGTH) != NULL;
}

static void
watch(struct watched *watched, const unsigned char *bytes, size_t length)
{
	char seam[2 * HOLE_LENGTH];
	const size_t first = MIN(length, HOLE_LENGTH);

	memcpy(seam, watched->last, HOLE_LENGTH);
	memcpy(seam + HOLE_LENGTH, bytes, first);
	if (holds_hole(seam, HOLE_LENGTH + first) || holds_hole(bytes, length))
		watched->hole = true;
	if (length < HOLE_LENGTH)
		memcpy(watched->last, seam + length, HOLE_LENGTH);
	else
		memcpy(watched->last, bytes + length - HOLE_LENGTH,
		    HOLE_LENGTH);
}

static bool
is_whole(const struct watched *watched)
{
	return !watched->hole && memcmp(watched->last + HOLE_LENGTH - END_LENGTH,
				     END, END_LENGTH) == 0;
}

static cairo_status_t
sink_put(void *closure, const unsigned char *bytes, unsigned length)
{
	struct watched *watched = closure;

	watch(watched, bytes, length);
	return cc_sink_write(watched->sink, bytes, length)
	           ? CAIRO_STATUS_SUCCESS
	           : CAIRO_STATUS_WRITE_ERROR;
}

/* What a document says of its pages: of each, up to PAGES_TOLD_MOST. */
struct about {
	GString *titles, *summaries; /* "A; B"; a line each */
	unsigned pages;
};

#define PAGES_TOLD_MOST 100

/* Words of pages that follow each other and are the same, as of one case in two
 * languages, are said once. */
static void
about_add(GString *all, const char *separator, const char *words)
{
	if (*words == '\0' || g_str_has_suffix(all->str, words))
		return;
	g_string_append_printf(
	    all, "%s%s", all->len > 0 ? separator : "", words);
}

static void
about_page(struct about *about, const struct cc_page *page)
{
	about->pages++;
	if (about->pages > PAGES_TOLD_MOST)
		return;
	about_add(about->titles, "; ", page->title);
	about_add(about->summaries, "\n", page->summary);
	if (about->pages == PAGES_TOLD_MOST)
		g_string_append(about->summaries, "\n…");
}

static void
metadata_set(cairo_surface_t *surface, const struct about *about)
{
	g_autofree char *date = cc_created();

	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_TITLE, about->titles->str);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_SUBJECT, about->summaries->str);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_CREATOR, "clincourse " CC_VERSION);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(
	    surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
outline_add(cairo_surface_t *surface, const char *name, unsigned number)
{
	g_autofree char *target = g_strdup_printf("page=%u", number);

	cairo_pdf_surface_add_outline(
	    surface, CAIRO_PDF_OUTLINE_ROOT, name, target, 0);
}

/* A failed write is for the sink to tell, if it was one: for want of memory
 * Cairo gives up a file with the same words. */
static bool
status_check(cairo_status_t status, const struct cc_sink *sink,
    struct cc_diags *diags)
{
	if (status == CAIRO_STATUS_SUCCESS || cc_sink_failed(sink))
		return true;
	cc_diag(
	    diags, CC_E491, (struct cc_pos){0}, cairo_status_to_string(status));
	return false;
}

static bool
page_paint(cairo_surface_t *surface, const struct cc_page *page,
    struct cc_fonts *fonts, const struct cc_sink *sink, struct cc_diags *diags)
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
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	return painted && status_check(status, sink, diags);
}

/* A contents list is worth its place from the second page on. */
static bool
pages_paint(cairo_surface_t *surface, struct cc_pages *pages,
    struct about *about, const struct cc_sink *sink, struct cc_diags *diags)
{
	g_autofree char *first = NULL;
	const struct cc_page *page;
	unsigned number = 0;

	while (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
	       (page = pages->next(pages)) != NULL) {
		number++;
		about_page(about, page);
		if (number == 1)
			first = g_strdup(cc_page_name(page));
		else if (number == 2)
			outline_add(surface, first, 1);
		if (number > 1)
			outline_add(surface, cc_page_name(page), number);
		if (!page_paint(surface, page, pages->fonts, sink, diags))
			return false;
	}
	return number > 0 && !pages->failed;
}

static bool
pdf_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	struct watched watched = {.sink = sink};
	cairo_surface_t *surface =
	    cairo_pdf_surface_create_for_stream(sink_put, &watched, 1, 1);
	struct about about = {g_string_new(NULL), g_string_new(NULL), 0};
	bool painted = pages_paint(surface, pages, &about, sink, diags);
	cairo_status_t status;

	metadata_set(surface, &about);
	g_string_free(about.titles, TRUE);
	g_string_free(about.summaries, TRUE);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (painted && status == CAIRO_STATUS_SUCCESS && !is_whole(&watched))
		status = CAIRO_STATUS_NO_MEMORY;
	return painted && status_check(status, sink, diags);
}

const struct cc_output cc_output_pdf = {
    .name = "pdf",
    .suffix = ".pdf",
    .about = "PDF with fonts embedded, one page a case",
    .many = true,
    .goes_on = true,
    .write = pdf_write,
};
