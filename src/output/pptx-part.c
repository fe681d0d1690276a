/* The parts of a deck that are not one slide's. What is the same in every deck
 * lies in pptx/, as it is written there. */
#include "base/number.h"
#include "output/created.h"
#include "output/markup.h"
#include "output/pptx.h"

#include "pptx-resource.h"

#include <math.h>
#include <string.h>

#define OFFICE "application/vnd.openxmlformats-officedocument."
#define RELATIONS                                                              \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

/* Ids of masters and layouts begin here, each another in the whole deck; those
 * of slides far below. */
#define MASTER_ID "2147483648"
#define SLIDE_ID_FIRST 256

/* Of the slide's height. */
#define MARGIN 0.05
#define HEAD 0.13 /* what the title takes */

void
cc_relations_begin(GString *to)
{
	g_string_append(to,
	    CC_PART_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">");
}

void
cc_relation(GString *to, guint number, const char *type, const char *target)
{
	g_string_append_printf(to,
	    "<Relationship Id=\"rId%u\" Type=\"" RELATIONS
	    "%s\" Target=\"%s\"/>",
	    number, type, target);
}

void
cc_relations_end(GString *to)
{
	g_string_append(to, "</Relationships>\n");
}

/* The presentation leads to so many parts, then to its slides. */
#define LEADS_MOST 6

/* Text, or what writes it, or where a neighbour leads to: by type, and from
 * where that lies. */
struct part {
	const char *name;
	const char *type; /* NULL: that of all files with its suffix */
	const char *text; /* in pptx/ */
	void (*write)(GString *to, const struct cc_deck *deck);
	struct {
		const char *type, *target;
	} leads[LEADS_MOST];
};

static const struct part parts[CC_DECK_PARTS];

static void
write_types(GString *to, const struct cc_deck *deck)
{
	g_string_append(to, CC_PART_HEAD
	    "<Types xmlns=\"" PACKAGE
	    "content-types\"><Default Extension=\"rels\" ContentType=\""
	    "application/vnd.openxmlformats-package.relationships+xml\"/>"
	    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	    "<Default Extension=\"png\" ContentType=\"image/png\"/>"
	    "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
	    "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>");
	for (size_t i = 0; i < CC_DECK_PARTS; i++)
		if (parts[i].type != NULL)
			g_string_append_printf(to,
			    "<Override PartName=\"/%s\" ContentType=\"%s\"/>",
			    parts[i].name, parts[i].type);
	for (guint n = 1; n <= deck->slides; n++)
		g_string_append_printf(to,
		    "<Override PartName=\"/ppt/slides/slide%u.xml\" "
		    "ContentType=\"" OFFICE "presentationml.slide+xml\"/>"
		    "<Override PartName=\"/ppt/notesSlides/notesSlide%u.xml\" "
		    "ContentType=\"" OFFICE "presentationml.notesSlide+xml\"/>",
		    n, n);
	g_string_append(to, "</Types>\n");
}

static void
write_roots(GString *to, const struct cc_deck *deck)
{
	(void)deck;
	cc_relations_begin(to);
	cc_relation(to, 1, "officeDocument", "ppt/presentation.xml");
	cc_relation(to, 2, "extended-properties", "docProps/app.xml");
	g_string_append(to, "<Relationship Id=\"rId3\" Type=\"" PACKAGE
			    "relationships/metadata/core-properties\" "
			    "Target=\"docProps/core.xml\"/>");
	cc_relations_end(to);
}

static void
write_core(GString *to, const struct cc_deck *deck)
{
	g_autofree char *created = cc_created();

	g_string_append(to, CC_PART_HEAD
	    "<cp:coreProperties xmlns:cp=\"" PACKAGE
	    "metadata/core-properties\" "
	    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
	    "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
	    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
	    "<dc:title>");
	cc_markup_append_line(to, deck->title);
	g_string_append_printf(to,
	    "</dc:title><dc:creator>clincourse " CC_VERSION "</dc:creator>"
	    "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s"
	    "</dcterms:created><dcterms:modified "
	    "xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>"
	    "</cp:coreProperties>\n",
	    created, created);
}

static void
write_presentation(GString *to, const struct cc_deck *deck)
{
	g_string_append(to,
	    CC_PART_HEAD "<p:presentation" CC_PART_SPACES
			 " saveSubsetFonts=\"1\"><p:sldMasterIdLst>"
			 "<p:sldMasterId id=\"" MASTER_ID "\" r:id=\"rId1\"/>"
			 "</p:sldMasterIdLst><p:notesMasterIdLst>"
			 "<p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>"
			 "<p:sldIdLst>");
	for (guint n = 1; n <= deck->slides; n++)
		g_string_append_printf(to,
		    "<p:sldId id=\"%u\" r:id=\"rId%u\"/>",
		    SLIDE_ID_FIRST + n - 1, LEADS_MOST + n);
	g_string_append_printf(to,
	    "</p:sldIdLst><p:sldSz cx=\"%.0f\" cy=\"%.0f\"/>"
	    "<p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>\n",
	    deck->width, deck->height);
}

static void
write_slides(GString *to, const struct cc_deck *deck)
{
	for (guint n = 1; n <= deck->slides; n++) {
		char target[32];

		g_snprintf(target, sizeof target, "slides/slide%u.xml", n);
		cc_relation(to, LEADS_MOST + n, "slide", target);
	}
}

#define OFFICE_PART(word) OFFICE "presentationml." word "+xml"

static const struct part parts[CC_DECK_PARTS] = {
    {"[Content_Types].xml", .write = write_types},
    {"_rels/.rels", .write = write_roots},
    {"docProps/app.xml", OFFICE "extended-properties+xml", .text = "app"},
    {"docProps/core.xml",
	"application/vnd.openxmlformats-package.core-properties+xml",
	.write = write_core},
    {"ppt/presentation.xml", OFFICE_PART("presentation.main"),
	.write = write_presentation},
    {"ppt/_rels/presentation.xml.rels", .write = write_slides,
	.leads =
	    {
		{"slideMaster", "slideMasters/slideMaster1.xml"},
		{"notesMaster", "notesMasters/notesMaster1.xml"},
		{"presProps", "presProps.xml"},
		{"viewProps", "viewProps.xml"},
		{"theme", "theme/theme1.xml"},
		{"tableStyles", "tableStyles.xml"},
	    }},
    {"ppt/presProps.xml", OFFICE_PART("presProps"), .text = "pres-props"},
    {"ppt/viewProps.xml", OFFICE_PART("viewProps"), .text = "view-props"},
    {"ppt/tableStyles.xml", OFFICE_PART("tableStyles"), .text = "table-styles"},
    {"ppt/theme/theme1.xml", OFFICE "theme+xml", .text = "theme"},
    {"ppt/theme/theme2.xml", OFFICE "theme+xml", .text = "theme"},
    {"ppt/slideMasters/slideMaster1.xml", OFFICE_PART("slideMaster"),
	.text = "master"},
    {"ppt/slideMasters/_rels/slideMaster1.xml.rels",
	.leads = {{"slideLayout", "../slideLayouts/slideLayout1.xml"},
	    {"theme", "../theme/theme1.xml"}}},
    {"ppt/slideLayouts/slideLayout1.xml", OFFICE_PART("slideLayout"),
	.text = "layout"},
    {"ppt/slideLayouts/_rels/slideLayout1.xml.rels",
	.leads = {{"slideMaster", "../slideMasters/slideMaster1.xml"}}},
    {"ppt/notesMasters/notesMaster1.xml", OFFICE_PART("notesMaster"),
	.text = "notes-master"},
    {"ppt/notesMasters/_rels/notesMaster1.xml.rels",
	.leads = {{"theme", "../theme/theme2.xml"}}},
};

/* A length that hangs on the slide's size; a word of the files in pptx/. */
static double
length_of(const struct cc_deck *deck, const char *word)
{
	const double margin = MARGIN * deck->height;
	const double head = HEAD * deck->height;
	const struct {
		const char *word;
		double length;
	} rows[] = {
	    {"margin", margin},
	    {"inner", deck->width - 2 * margin},
	    {"head", head},
	    {"below", 2 * margin + head},
	    {"rest", deck->height - 3 * margin - head},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (strcmp(rows[i].word, word) == 0)
			return rows[i].length;
	g_assert_not_reached();
}

static void
write_text(GString *to, const struct cc_deck *deck, const char *name)
{
	g_autofree char *path =
	    g_strdup_printf("/clincourse/pptx/%s.xml", name);
	g_autoptr(GBytes) bytes = g_resource_lookup_data(
	    cc_pptx_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
	g_auto(GStrv) pieces = NULL;

	/* The data of a resource end with a NUL. */
	pieces = g_strsplit(g_bytes_get_data(bytes, NULL), "@", -1);
	for (size_t i = 0; pieces[i] != NULL; i++)
		if (i % 2 == 0)
			g_string_append(to, pieces[i]);
		else
			cc_number_append(
			    to, round(length_of(deck, pieces[i])), 0);
}

static void
write_leads(GString *to, const struct cc_deck *deck, const struct part *part)
{
	cc_relations_begin(to);
	for (guint n = 0; n < LEADS_MOST && part->leads[n].type != NULL; n++)
		cc_relation(
		    to, n + 1, part->leads[n].type, part->leads[n].target);
	if (part->write != NULL)
		part->write(to, deck);
	cc_relations_end(to);
}

const char *
cc_deck_part(GString *to, const struct cc_deck *deck, guint index)
{
	const struct part *part = &parts[index];

	if (part->leads[0].type != NULL)
		write_leads(to, deck, part);
	else if (part->text != NULL)
		write_text(to, deck, part->text);
	else
		part->write(to, deck);
	return part->name;
}
