/* What the speaker may say: the course in words, and what the slide has no room
 * for. */
#include "output/pptx.h"

static void
append_text(struct cc_slide *slide, const char *text)
{
	if (text != NULL && *text != '\0')
		cc_slide_paragraph(slide, text);
}

/* "Abbreviations: PR, partial response; VGPR, ..." */
static void
append_list(struct cc_slide *slide, const char *title, const char *const *items,
    size_t count)
{
	g_autoptr(GString) text = g_string_new(title);

	if (count == 0)
		return;
	g_string_append(text, ": ");
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			g_string_append(text, "; ");
		g_string_append(text, items[i]);
	}
	cc_slide_paragraph(slide, text->str);
}

static void
append_prose(struct cc_slide *slide, const struct cc_prose *prose)
{
	append_text(slide, prose->patient);
	append_text(slide, prose->background);
	for (size_t i = 0; i < prose->paragraph_count; i++)
		append_text(slide, prose->paragraphs[i]);
	append_list(
	    slide, prose->plate_title, prose->plates, prose->plate_count);
	append_list(
	    slide, prose->short_title, prose->shorts, prose->short_count);
	append_list(
	    slide, prose->cited_title, prose->cited, prose->cited_count);
}

static void
append_place(struct cc_slide *slide, const char *name, const char *locks,
    const char *type)
{
	const struct cc_naming naming = {.name = name};

	g_string_append(slide->to, "<p:sp><p:nvSpPr>");
	cc_slide_name(slide, naming);
	g_string_append_printf(slide->to,
	    "<p:cNvSpPr><a:spLocks noGrp=\"1\"%s/></p:cNvSpPr><p:nvPr>"
	    "<p:ph type=\"%s\"/></p:nvPr></p:nvSpPr><p:spPr/>",
	    locks, type);
}

void
cc_notes_write(struct cc_slide *slide)
{
	gsize words;

	g_string_append(slide->to,
	    CC_PART_HEAD "<p:notes" CC_PART_SPACES "><p:cSld>" CC_TREE_HEAD);
	slide->id = 1;
	append_place(slide, cc_slide_word(slide, CC_SHAPE_SLIDE),
	    " noRot=\"1\" noChangeAspect=\"1\"", "sldImg\" idx=\"2");
	g_string_append(slide->to, "</p:sp>");
	append_place(slide, cc_slide_word(slide, CC_SHAPE_NOTES), "",
	    "body\" sz=\"quarter\" idx=\"3");
	g_string_append(slide->to, "<p:txBody><a:bodyPr/><a:lstStyle/>");
	words = slide->to->len;
	append_prose(slide, slide->page->prose);
	if (slide->to->len == words) /* a body has a paragraph */
		g_string_append(slide->to, "<a:p/>");
	g_string_append(slide->to,
	    "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr>"
	    "<a:masterClrMapping/></p:clrMapOvr></p:notes>\n");
}
