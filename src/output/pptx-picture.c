/* A slide that is one picture: for who wants the figure and no shapes. */
#include "output/markup.h"
#include "output/png.h"
#include "output/pptx.h"
#include "output/svg.h"

/* The bitmap is seen where SVG is not, and on the screen of a projector. */
#define TIMES 2
#define DPI_SCREEN 96 /* one pixel a CSS px */

/* How PowerPoint, from 2016 on, is told of an SVG. */
#define SVG_OF                                                                 \
	"<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"     \
	"<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/"      \
	"drawing/2016/SVG/main\" r:embed=\"rId%u\"/></a:ext></a:extLst>"

static bool
bitmap(const struct cc_page *page, const struct cc_pages *pages, GString *to,
    struct cc_diags *diags)
{
	struct cc_sink *sink = cc_sink_open_memory(to);
	const bool done = cc_scene_png(page->scene, pages->fonts,
	    TIMES * DPI_SCREEN, sink, diags);

	cc_sink_abandon(sink);
	return done;
}

static guint
medium_add(struct cc_slide *slide, const char *suffix, const GString *bytes)
{
	return cc_slide_medium(
	    slide, (struct cc_medium){suffix, bytes->str, bytes->len});
}

bool
cc_slide_write_picture(struct cc_slide *slide, const struct cc_pages *pages,
    GString *svg, GString *png, struct cc_diags *diags)
{
	const struct cc_page *page = slide->page;
	const struct cc_box box = {
	    0, 0, page->scene->width, page->scene->height};
	const bool titled = *page->title != '\0';
	const struct cc_naming naming = {
	    .name = titled ? page->title : page->case_id,
	    .about = page->summary,
	};
	g_autofree char *more = NULL;
	guint medium;

	cc_svg_append(svg, page, pages->fonts,
	    (struct cc_svg_way){.outline = pages->options.outline});
	if (!bitmap(page, pages, png, diags))
		return false;
	medium = medium_add(slide, "png", png);
	more = g_strdup_printf(
	    SVG_OF, CC_SLIDE_LEADS + medium_add(slide, "svg", svg));
	cc_slide_begin(slide);
	cc_slide_hide_title(slide);
	cc_slide_image(slide, box, medium, more, naming);
	cc_slide_end(slide);
	return true;
}
