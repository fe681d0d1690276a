/* A deck for PowerPoint, Keynote, Impress: a slide a page (ISO 29500). The list
 * of its parts comes first in the file, and names them all: so slides wait,
 * deflated, until the last is drawn. */
#include "output/pptx.h"

#include "output/zip.h"

struct writer {
	struct cc_deck deck;
	struct cc_deflater *deflater;
	GArray *members; /* of struct cc_zip_member, whose strings are owned */
	GString *text;   /* of the part that is written */
	char *title;     /* of the deck */
	guint media;     /* files that slides show */
};

static void
member_clear(gpointer member)
{
	struct cc_zip_member *own = member;

	g_free((void *)own->name);
	g_free((void *)own->bytes);
}

static void
writer_init(struct writer *writer)
{
	*writer = (struct writer){
	    .members = g_array_new(FALSE, FALSE, sizeof(struct cc_zip_member)),
	    .text = g_string_new(NULL),
	};
	g_array_set_clear_func(writer->members, member_clear);
	writer->deflater = cc_deflater_create();
}

static void
writer_finish(struct writer *writer)
{
	cc_deflater_destroy(writer->deflater);
	g_array_unref(writer->members);
	g_string_free(writer->text, TRUE);
	g_free(writer->title);
}

/* Takes the name. */
static void
keep(struct writer *writer, char *name, const void *bytes, size_t length)
{
	struct cc_zip_member member =
	    cc_deflate(writer->deflater, name, bytes, length);

	g_array_append_val(writer->members, member);
}

/* The part that was written, called "ppt/slides/slide3.xml" by its form. */
static void G_GNUC_PRINTF(2, 0)
    keep_text(struct writer *writer, const char *form)
{
	keep(writer, g_strdup_printf(form, writer->deck.slides),
	    writer->text->str, writer->text->len);
	g_string_truncate(writer->text, 0);
}

/* Its files are those after the deck's so far. */
static void
keep_relations(struct writer *writer, const struct cc_slide *slide)
{
	g_autofree char *notes = g_strdup_printf(
	    "../notesSlides/notesSlide%u.xml", writer->deck.slides);

	cc_relations_begin(writer->text);
	cc_relation(
	    writer->text, 1, "slideLayout", "../slideLayouts/slideLayout1.xml");
	cc_relation(writer->text, CC_SLIDE_LEADS, "notesSlide", notes);
	for (guint i = 0; i < slide->media->len; i++) {
		const struct cc_medium *medium =
		    &g_array_index(slide->media, struct cc_medium, i);
		g_autofree char *name = g_strdup_printf(
		    "media/image%u.%s", ++writer->media, medium->suffix);
		g_autofree char *target = g_strconcat("../", name, NULL);

		cc_relation(
		    writer->text, CC_SLIDE_LEADS + i + 1, "image", target);
		keep(writer, g_strconcat("ppt/", name, NULL), medium->bytes,
		    medium->length);
	}
	cc_relations_end(writer->text);
	keep_text(writer, "ppt/slides/_rels/slide%u.xml.rels");
}

static void
keep_notes(struct writer *writer, struct cc_slide *slide)
{
	g_autofree char *back =
	    g_strdup_printf("../slides/slide%u.xml", writer->deck.slides);

	cc_notes_write(slide);
	keep_text(writer, "ppt/notesSlides/notesSlide%u.xml");
	cc_relations_begin(writer->text);
	cc_relation(
	    writer->text, 1, "notesMaster", "../notesMasters/notesMaster1.xml");
	cc_relation(writer->text, 2, "slide", back);
	cc_relations_end(writer->text);
	keep_text(writer, "ppt/notesSlides/_rels/notesSlide%u.xml.rels");
}

static void
deck_count(struct writer *writer, const struct cc_slide *slide)
{
	const struct cc_page *page = slide->page;
	struct cc_deck *deck = &writer->deck;

	if (deck->slides++ == 0)
		writer->title = g_strdup(
		    *page->title != '\0' ? page->title : page->case_id);
	deck->width = MAX(deck->width, page->scene->width * slide->emu);
	deck->height = MAX(deck->height, page->scene->height * slide->emu);
}

static bool
page_add(struct writer *writer, const struct cc_page *page,
    const struct cc_pages *pages, struct cc_diags *diags)
{
	const struct cc_scene *scene = page->scene;
	g_autoptr(GArray) media =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_medium));
	g_autoptr(GString) svg = g_string_new(NULL);
	g_autoptr(GString) png = g_string_new(NULL);
	struct cc_slide slide = {
	    .to = writer->text,
	    .page = page,
	    .emu = scene->unit * CC_EMU_POINT,
	    .latin = cc_slide_font(scene),
	    .media = media,
	};

	deck_count(writer, &slide);
	if (!pages->options.picture)
		cc_slide_write(&slide);
	else if (!cc_slide_write_picture(&slide, pages, svg, png, diags))
		return false;
	keep_text(writer, "ppt/slides/slide%u.xml");
	keep_relations(writer, &slide);
	keep_notes(writer, &slide);
	return true;
}

static bool
deck_write(struct writer *writer, struct cc_sink *sink, struct cc_diags *diags)
{
	struct cc_zip zip;

	writer->deck.title = writer->title;
	cc_zip_init(&zip, sink);
	for (guint i = 0; i < CC_DECK_PARTS; i++) {
		const char *name = cc_deck_part(writer->text, &writer->deck, i);
		struct cc_zip_member member = cc_deflate(writer->deflater, name,
		    writer->text->str, writer->text->len);

		cc_zip_add(&zip, &member);
		g_free((void *)member.bytes);
		g_string_truncate(writer->text, 0);
	}
	for (guint i = 0; i < writer->members->len; i++)
		cc_zip_add(&zip,
		    &g_array_index(writer->members, struct cc_zip_member, i));
	return cc_zip_finish(&zip, diags);
}

static bool
pptx_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page;
	struct writer writer;
	bool written = true;

	writer_init(&writer);
	while (written && (page = pages->next(pages)) != NULL)
		written = page_add(&writer, page, pages, diags);
	written = written && writer.deck.slides > 0 && !pages->failed &&
	          deck_write(&writer, sink, diags);
	writer_finish(&writer);
	return written;
}

const struct cc_output cc_output_pptx = {
    .name = "pptx",
    .suffix = ".pptx",
    .about = "slides of shapes and words that can be edited, one a case",
    .size = "slide-16x9",
    .many = true,
    .goes_on = true,
    .told = true,
    .tips = true,
    .write = pptx_write,
};
