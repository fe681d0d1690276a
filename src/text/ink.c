/* Where the ink of a text is: what its counters want to know, and nobody
 * else, for it costs a whole setting of the line. */
#include "text/fonts.h"

#include <stddef.h>

/* Fine enough, and a line of 20,000 em still fits Pango's 32 bits. */
#define INK_SIZE 100.0 /* [unit] */

struct cc_box
cc_fonts_ink_box(struct cc_ink *ink, const char *text, bool bold)
{
	struct cc_fonts *fonts =
	    (struct cc_fonts *)(void *)((char *)ink -
					offsetof(struct cc_fonts, ink));
	g_autoptr(PangoLayout) layout =
	    cc_fonts_layout(fonts, text, INK_SIZE, bold);
	const double em = INK_SIZE * PANGO_SCALE;
	PangoRectangle box;

	/* A line's extents are counted from its baseline. */
	pango_layout_line_get_extents(
	    pango_layout_get_line_readonly(layout, 0), &box, NULL);
	cc_fonts_note(fonts, layout);
	return (struct cc_box){
	    box.x / em, box.y / em, box.width / em, box.height / em};
}

struct cc_ink *
cc_fonts_ink(struct cc_fonts *fonts)
{
	return &fonts->ink;
}
