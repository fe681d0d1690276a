#include "output/output.h"
#include "output/markup.h"
#include "output/svg.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <cairo.h>
#include <math.h>
#include <png.h>
#include <glib/gstdio.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#define FAMILIES "Liberation Sans, Noto Sans CJK SC, WenQuanYi Micro Hei"

#define CHINESE                                                                \
	"\xE5\xA4\x9A\xE5\x8F\x91\xE6\x80\xA7\xE9\xAA\xA8\xE9\xAB\x93\xE7\x98" \
	"\xA4"

static const struct cc_paint teal = {.fill = 0x1F7F78, .stroke = CC_NO_COLOUR};
static const struct cc_paint faded = {.fill = 0x1F7F78,
    .stroke = CC_NO_COLOUR,
    .fade = true,
    .fade_to = 0xFFFFFF};
static const struct cc_paint dashed = {.fill = CC_NO_COLOUR,
    .stroke = 0x404040,
    .width = 1.5,
    .dash = {4, 2},
    .round = true};

/* What hospitals' exports hold: marks of direction, emoji, markup, CDATA ends,
 * controls. */
static const char *const hostile[] = {
    "\xE2\x80\xAE evil \xE2\x80\xAC \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D abc",
    "\xF0\x9F\x98\x80 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC",
    "\"quoted\" 'single' &amp; <b>&</b> ]]> <!-- -- --> <?pi ?>",
    "tab\there\nline\r\x01\x1F\x7F end  double ",
    "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBB\xBF noncharacters",
    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81 combining \xEF\xB7\xBD",
};

struct fixture {
	struct cc_arena arena;
	struct cc_scene scene;
	struct cc_page page;
	struct cc_diags diags;
	struct cc_fonts *fonts;
};

/* Of outputs that ask for it: nothing is told. */
static const struct cc_prose prose = {.patient = "",
    .course = "",
    .controls = {"Figure", "Language", "Closer", "Farther", "Whole", "Rows",
	"Keys"},
    .shapes = {"area", "bar", "line", "picture", "sign", "title", "background",
	"axis", "legend", "slide", "notes"}};

struct feed { /* the same page, a number of times */
	const struct cc_page *page;
	int left;
};

static const struct cc_page *
feed_next(struct cc_pages *pages)
{
	struct feed *feed = pages->source;

	return feed->left-- > 0 ? feed->page : NULL;
}

static void
label(struct cc_scene *scene, double y, const char *text)
{
	cc_paint_text(scene, (struct cc_point){200, y}, text, 100,
	    (struct cc_type){.size = 11,
		.bold = (int)y % 2 == 0,
		.colour = 0x222222,
		.anchor = (int)y % 3});
}

static void
paint_png(struct cc_scene *scene)
{
	cairo_surface_t *surface =
	    cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2, 2);
	g_autofree char *path = NULL, *bytes = NULL;
	gsize length;
	int fd = g_file_open_tmp("picture-XXXXXX.png", &path, NULL);

	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	cairo_surface_write_to_png(surface, path);
	cairo_surface_destroy(surface);
	g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
	g_unlink(path);
	cc_paint_image(scene, (struct cc_box){300, 10, 20, 20}, bytes, length,
	    "a \"thumbnail\"");
}

/* Every command, every anchor, and all that is hostile. */
static void
paint_all(struct cc_scene *scene)
{
	static const struct cc_point zigzag[] = {{5, 5}, {15, 25}, {25, 5}};
	static const struct cc_segment wave[] = {
	    {.op = CC_MOVE, .point = {{30, 30}}},
	    {.op = CC_CURVE, .point = {{40, 10}, {50, 50}, {60, 30}}},
	    {.op = CC_LINE, .point = {{60, 60}}},
	    {.op = CC_CLOSE},
	};
	g_autofree char *longest = g_strnfill(2000, 'W');
	size_t i;

	cc_paint_group(scene,
	    (struct cc_group){.kind = CC_GROUP_FACT,
		.id = "regimen <1>",
		.title = "VRd & \"more\"",
		.order = 5});
	cc_paint_rect(
	    scene, CC_ROLE_BAR, (struct cc_box){10, 20, 100.126, 12}, 50, teal);
	cc_paint_rect(
	    scene, CC_ROLE_BAR, (struct cc_box){10, 40, 9, 12}, 0, dashed);
	cc_paint_rect(
	    scene, CC_ROLE_FILL, (struct cc_box){30, 40, 90, 12}, 0, faded);
	cc_paint_group(scene, (struct cc_group){.kind = CC_GROUP_AXIS});
	cc_paint_line(scene, CC_ROLE_AXIS, (struct cc_point){0, 50},
	    (struct cc_point){400, 50}, dashed);
	cc_paint_polyline(scene, CC_ROLE_CURVE, zigzag, 3, false, dashed);
	cc_paint_polyline(scene, CC_ROLE_FILL, zigzag, 3, true, teal);
	cc_paint_circle(
	    scene, CC_ROLE_MARK, (struct cc_point){70, 70}, 4, teal);
	cc_paint_end(scene);
	cc_paint_end(scene);
	cc_paint_path(scene, CC_ROLE_CURVE, wave, G_N_ELEMENTS(wave), dashed);
	for (i = 0; i < G_N_ELEMENTS(hostile); i++)
		label(scene, 100 + 13 * (double)i, hostile[i]);
	label(scene, 201, "M protein 32.5 g/L");
	label(scene, 221, "IgG-\xCE\xBB " CHINESE);
	label(scene, 241, longest);
	paint_png(scene);
}

static void
begin(struct fixture *f)
{
	cc_arena_init(&f->arena);
	cc_diags_init(&f->diags);
	cc_scene_init(&f->scene, &f->arena);
	f->scene.width = 400;
	f->scene.height = 300;
	f->scene.families = FAMILIES;
	f->fonts = cc_fonts_create(FAMILIES, "en", &f->diags);
	g_assert_nonnull(f->fonts);
	f->page = (struct cc_page){
	    .scene = &f->scene,
	    .case_id = "0 case",
	    .lang = "zh",
	    .title = CHINESE " & <course>",
	    .summary = "One \"sentence\".",
	    .prose = &prose,
	};
}

static void
finish(struct fixture *f)
{
	cc_fonts_destroy(f->fonts);
	cc_scene_finish(&f->scene);
	cc_diags_finish(&f->diags);
	cc_arena_finish(&f->arena);
}

/* What an output writes of so many pages; NULL where it refused. */
static GString *
write_pages(struct fixture *f, const char *name, int count,
    struct cc_output_options options)
{
	const struct cc_output *output = cc_output_find(name);
	struct feed feed = {.page = &f->page, .left = count};
	struct cc_pages pages = {.next = feed_next,
	    .fonts = f->fonts,
	    .options = options,
	    .source = &feed};
	GString *to = g_string_new(NULL);
	struct cc_sink *sink = cc_sink_open_memory(to);

	if (!output->write(&pages, sink, &f->diags)) {
		cc_sink_abandon(sink);
		g_string_free(to, TRUE);
		return NULL;
	}
	g_assert_true(cc_sink_commit(sink, &f->diags));
	g_assert_cmpuint(to->len, >, 0);
	return to;
}

static GString *
write_page(struct fixture *f, const char *name)
{
	return write_pages(f, name, 1, (struct cc_output_options){0});
}

static void
test_table(void)
{
	g_assert_cmpstr(cc_output_find("svg")->suffix, ==, ".svg");
	g_assert_null(cc_output_find("gif"));
	g_assert_cmpstr(cc_output_by_suffix("a/b.PDF")->name, ==, "pdf");
	g_assert_null(cc_output_by_suffix(".svg"));
	g_assert_null(cc_output_by_suffix("svg"));
	g_assert_true(cc_output_find("pdf")->many);
	g_assert_false(cc_output_find("svg")->many);
}

static void
assert_same(const GString *a, const GString *b)
{
	g_assert_nonnull(a);
	g_assert_nonnull(b);
	g_assert_cmpmem(a->str, a->len, b->str, b->len);
}

/* The same bytes whatever was drawn before. */
static void
test_same(void)
{
	struct fixture first, second;
	const struct cc_output_options outline = {.outline = true};
	GString *a[10], *b[10];
	int count, i;

	begin(&first);
	paint_all(&first.scene);
	for (count = 0; cc_outputs()[count] != NULL; count++)
		a[count] = write_page(&first, cc_outputs()[count]->name);
	g_assert_cmpint(count, ==, 9);
	a[count] = write_pages(&first, "svg", 1, outline);
	finish(&first);

	begin(&second);
	label(&second.scene, 20, "something else was drawn before");
	g_string_free(write_page(&second, "pdf"), TRUE);
	g_string_free(write_pages(&second, "svg", 1, outline), TRUE);
	cc_scene_clear(&second.scene);
	paint_all(&second.scene);
	b[count] = write_pages(&second, "svg", 1, outline);
	for (i = count - 1; i >= 0; i--)
		b[i] = write_page(&second, cc_outputs()[i]->name);
	for (i = 0; i <= count; i++) {
		assert_same(a[i], b[i]);
		g_string_free(a[i], TRUE);
		g_string_free(b[i], TRUE);
	}
	finish(&second);
}

static bool
listed(const xmlChar *name, const char *const *list)
{
	return g_strv_contains(list, (const char *)name);
}

/* Only the elements and attributes that every viewer shows alike. */
static void
assert_safe(xmlNode *node)
{
	static const char *const elements[] = {"svg", "g", "rect", "line",
	    "path", "circle", "text", "title", "desc", "image", "defs",
	    "linearGradient", "stop", NULL};
	static const char *const attributes[] = {"width", "height", "viewBox",
	    "lang", "role", "aria-labelledby", "aria-label", "aria-hidden", "id", "x", "y",
	    "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "d", "fill",
	    "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap",
	    "stroke-linejoin", "font-family", "font-size", "font-weight",
	    "text-anchor", "preserveAspectRatio", "href", "offset",
	    "stop-color", NULL};
	xmlAttr *attribute;

	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		g_assert_true(listed(node->name, elements));
		for (attribute = node->properties; attribute != NULL;
		     attribute = attribute->next)
			g_assert_true(listed(attribute->name, attributes));
		assert_safe(node->children);
	}
}

/* Texts in order, those of <text> or the names of outlines. */
static void
collect_texts(xmlNode *node, GPtrArray *to)
{
	for (; node != NULL; node = node->next) {
		xmlChar *text = NULL;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (xmlStrEqual(node->name, BAD_CAST "text"))
			text = xmlNodeGetContent(node);
		else if (xmlStrEqual(node->name, BAD_CAST "path"))
			text = xmlGetProp(node, BAD_CAST "aria-label");
		if (text != NULL)
			g_ptr_array_add(to, g_strdup((char *)text));
		xmlFree(text);
		collect_texts(node->children, to);
	}
}

static xmlDoc *
parse(const GString *svg)
{
	xmlDoc *doc = xmlReadMemory(svg->str, (int)svg->len, "svg", NULL,
	    XML_PARSE_NONET | XML_PARSE_NOBLANKS);

	g_assert_nonnull(doc);
	return doc;
}

static void
assert_texts(const GString *svg)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	xmlDoc *doc = parse(svg);

	collect_texts(xmlDocGetRootElement(doc), texts);
	g_assert_cmpuint(texts->len, ==, G_N_ELEMENTS(hostile) + 3);
	g_assert_cmpstr(texts->pdata[0], ==, hostile[0]);
	g_assert_cmpstr(texts->pdata[2], ==, hostile[2]);
	g_assert_cmpstr(texts->pdata[3], ==,
	    "tab here line \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD end double");
	g_assert_cmpstr(texts->pdata[7], ==, "IgG-\xCE\xBB " CHINESE);
	g_assert_cmpuint(strlen(texts->pdata[8]), ==, 2000);
	xmlFreeDoc(doc);
}

/* An attribute of an id of the figure's, as ' id="…title"'. The caller frees it.
 */
static char *
with_id(const struct fixture *f, const char *before, const char *name)
{
	g_autoptr(GString) prefix = g_string_new(NULL);

	cc_svg_append_prefix(prefix, &f->page);
	return g_strconcat(before, prefix->str, name, NULL);
}

static int
count_of(const GString *text, const char *word)
{
	int count = 0;

	for (const char *at = text->str; (at = strstr(at, word)) != NULL; at++)
		count++;
	return count;
}

static int
count_of_id(const struct fixture *f, const GString *text, const char *before,
    const char *name)
{
	g_autofree char *word = with_id(f, before, name);

	return count_of(text, word);
}

static void
test_svg(void)
{
	struct fixture f;
	GString *svg, *outlined;
	xmlDoc *doc;
	xmlNode *root;

	begin(&f);
	paint_all(&f.scene);
	svg = write_page(&f, "svg");
	outlined = write_pages(
	    &f, "svg", 1, (struct cc_output_options){.outline = true});
	doc = parse(svg);
	root = xmlDocGetRootElement(doc);
	assert_safe(root);
	g_assert_cmpstr((char *)root->children->name, ==, "title");
	g_assert_cmpstr((char *)xmlFirstElementChild(root)->children->content,
	    ==, CHINESE " & <course>");
	g_assert_nonnull(strstr(svg->str, "id=\"_0_20case-zh-"));
	g_assert_cmpint(count_of_id(&f, svg, " id=\"", "title\""), ==, 1);
	g_assert_cmpint(
	    count_of_id(&f, svg, " id=\"", "regimen_20_3C1_3E\""), ==, 1);
	g_assert_nonnull(strstr(svg->str, " width=\"400\" height=\"300\" "
					  "viewBox=\"0 0 400 300\""));
	g_assert_null(strstr(svg->str, "nan"));
	g_assert_null(strstr(svg->str, "inf\""));
	assert_texts(svg);
	xmlFreeDoc(doc);

	doc = parse(outlined);
	assert_safe(xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	assert_texts(outlined);
	g_assert_cmpuint(outlined->len, >, svg->len);
	g_string_free(svg, TRUE);
	g_string_free(outlined, TRUE);
	finish(&f);
}

/* The box of SVG path data as this writer makes it, by Cairo. */
static struct cc_box
path_extent(const char *data)
{
	cairo_surface_t *surface =
	    cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
	cairo_t *cr = cairo_create(surface);
	struct cc_box box;
	double right, bottom;
	char op = 0;

	while (*data != '\0' && *data != '"') {
		static const char ops[] = "Mlhvqcz";
		static const int counts[] = {2, 2, 1, 1, 4, 6, 0};
		double n[6] = {0}, x = 0, y = 0;
		int i, count;

		if (g_ascii_isalpha(*data))
			op = *data++;
		g_assert_nonnull(strchr(ops, op));
		count = counts[strchr(ops, op) - ops];
		for (i = 0; i < count; i++)
			n[i] = g_ascii_strtod(data, (char **)&data);
		if (cairo_has_current_point(cr))
			cairo_get_current_point(cr, &x, &y);
		switch (op) {
		case 'M':
			cairo_move_to(cr, n[0], n[1]);
			break;
		case 'l':
			cairo_rel_line_to(cr, n[0], n[1]);
			break;
		case 'h':
			cairo_rel_line_to(cr, n[0], 0);
			break;
		case 'v':
			cairo_rel_line_to(cr, 0, n[0]);
			break;
		case 'q':
			cairo_rel_line_to(cr, n[2], n[3]);
			break;
		case 'c':
			cairo_rel_line_to(cr, n[4], n[5]);
			break;
		default:
			cairo_close_path(cr);
		}
	}
	cairo_path_extents(cr, &box.x, &box.y, &right, &bottom);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	box.width = right - box.x;
	box.height = bottom - box.y;
	return box;
}

/* Outlines stand where the text would, however long it is. */
static void
test_outline(void)
{
	static const char text[] =
	    "HHH a line of more than ten times its size, "
	    "of more than twenty times, HHH";
	static const double left[] = {0, 0.5, 1};
	struct fixture f;
	int anchor;

	begin(&f);
	for (anchor = CC_ANCHOR_START; anchor <= CC_ANCHOR_END; anchor++) {
		double width =
		    cc_measure_text(cc_fonts_measure(f.fonts), text, 11, false);
		struct cc_box box;
		GString *svg;

		cc_scene_clear(&f.scene);
		cc_paint_text(&f.scene, (struct cc_point){200, 100}, text,
		    width, (struct cc_type){.size = 11, .anchor = anchor});
		svg = write_pages(
		    &f, "svg", 1, (struct cc_output_options){.outline = true});
		box = path_extent(strstr(svg->str, " d=\"") + 4);
		g_assert_cmpfloat_with_epsilon(box.width, width, 2);
		g_assert_cmpfloat_with_epsilon(
		    box.x, 200 - left[anchor] * width, 1.5);
		/* A capital is 0.69 em high, a comma hangs below. */
		g_assert_cmpfloat_with_epsilon(box.y, 100 - 0.7 * 11, 0.6);
		g_string_free(svg, TRUE);
	}
	finish(&f);
}

/* Where a line starts, by its first letter: digits and signs before it do not
 * tell. What is written from right to left starts at the right. */
static void
test_svg_direction(void)
{
	static const struct {
		const char *text;
		enum cc_anchor anchor;
		const char *said;
	} rows[] = {
	    {"12 mg \xD7\xA2\xD7\x91", CC_ANCHOR_START, NULL},
	    {"\xD7\xA2\xD7\x91 12 mg", CC_ANCHOR_START,
		" direction=\"rtl\" text-anchor=\"end\""},
	    {"12 \xD8\xB9\xD9\x84 mg", CC_ANCHOR_MIDDLE,
		" direction=\"rtl\" text-anchor=\"middle\""},
	    {"(\xD8\xB9\xD9\x84)", CC_ANCHOR_END, " direction=\"rtl\" fill"},
	    {"", CC_ANCHOR_START, NULL},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct fixture f;
		GString *svg;

		begin(&f);
		cc_scene_clear(&f.scene);
		cc_paint_text(&f.scene, (struct cc_point){20, 10}, rows[i].text,
		    30,
		    (struct cc_type){.size = 11, .anchor = rows[i].anchor});
		svg = write_page(&f, "svg");
		if (rows[i].said == NULL)
			g_assert_null(strstr(svg->str, "direction="));
		else
			g_assert_nonnull(strstr(svg->str, rows[i].said));
		g_string_free(svg, TRUE);
		finish(&f);
	}
}

/* Where a fade is drawn: three columns of its 90 units are looked at. */
static void
paint_fades(struct cc_scene *scene)
{
	struct cc_paint other = faded;

	other.fade_to = 0xFCEBE1;
	for (int i = 0; i < 4; i++)
		cc_paint_rect(scene, CC_ROLE_FILL,
		    (struct cc_box){30, 40 + 20 * i, 90, 12}, 0,
		    i == 2 ? other : faded);
}

/* One gradient of two stops for each pair of colours; its id begins with the
 * case, as all do. */
static void
test_fade_svg(void)
{
	struct fixture f;
	GString *svg;

	begin(&f);
	paint_fades(&f.scene);
	svg = write_page(&f, "svg");
	g_assert_cmpint(count_of(svg, "<linearGradient"), ==, 2);
	g_assert_cmpint(count_of(svg, "<stop"), ==, 4);
	g_assert_cmpint(
	    count_of_id(&f, svg, "fill=\"url(#", "fade1)\""), ==, 3);
	g_assert_cmpint(
	    count_of_id(&f, svg, "fill=\"url(#", "fade2)\""), ==, 1);
	g_assert_cmpint(count_of_id(&f, svg, "<linearGradient id=\"",
			    "fade2\"><stop offset=\"0\" "
			    "stop-color=\"#1F7F78\"/><stop offset=\"1\" "
			    "stop-color=\"#FCEBE1\"/></linearGradient>"),
	    ==, 1);
	g_string_free(svg, TRUE);
	finish(&f);
}

#define UNPACKED_MOST (1 << 20) /* [bytes] of one stream of the tests */

static void
unpack(const char *from, size_t length, GString *to)
{
	g_autoptr(GZlibDecompressor) inflater =
	    g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	g_autofree char *bytes = g_malloc(UNPACKED_MOST);
	gsize read, written = 0;

	/* Not all of them are packed. */
	if (g_converter_convert(G_CONVERTER(inflater), from, length, bytes,
		UNPACKED_MOST, G_CONVERTER_INPUT_AT_END, &read, &written,
		NULL) != G_CONVERTER_ERROR)
		g_string_append_len(to, bytes, (gssize)written);
}

/* A PDF with its streams unpacked behind it: newer versions of Cairo keep the
 * objects themselves in some. */
static void
unpack_streams(GString *pdf)
{
	static const char start[] = "stream\n", end[] = "endstream";
	g_autoptr(GString) all = g_string_new(NULL);
	const char *at = pdf->str, *to, *last = pdf->str + pdf->len;

	while ((at = memmem(at, (size_t)(last - at), start,
		    sizeof(start) - 1)) != NULL) {
		at += sizeof(start) - 1;
		to = memmem(at, (size_t)(last - at), end, sizeof(end) - 1);
		if (to == NULL)
			break;
		unpack(at, (size_t)(to - at), all);
		at = to + sizeof(end) - 1;
	}
	g_string_append_len(pdf, all->str, (gssize)all->len);
}

/* A reader of the screen finds a heading and a figure. */
static void
test_tags(void)
{
	struct fixture f;
	GString *pdf;

	begin(&f);
	cc_paint_group(
	    &f.scene, (struct cc_group){.kind = CC_GROUP_TITLE});
	label(&f.scene, 20, "The course");
	cc_paint_end(&f.scene);
	cc_paint_group(
	    &f.scene, (struct cc_group){.kind = CC_GROUP_PANEL});
	paint_fades(&f.scene);
	cc_paint_end(&f.scene);
	pdf = write_page(&f, "pdf");
	unpack_streams(pdf);
	g_assert_nonnull(
	    memmem(pdf->str, pdf->len, "/S /H1", strlen("/S /H1")));
	g_assert_nonnull(
	    memmem(pdf->str, pdf->len, "/S /Figure", strlen("/S /Figure")));
	g_string_free(pdf, TRUE);
	finish(&f);
}

/* Vectors and words, no bitmap; nothing of the day on which it was made. */
static void
test_eps(void)
{
	struct fixture f;
	GString *eps;

	begin(&f);
	paint_fades(&f.scene);
	label(&f.scene, 20, "M protein");
	eps = write_page(&f, "eps");
	g_assert_true(g_str_has_prefix(eps->str, "%!PS-Adobe-3.0 EPSF-3.0\n"));
	g_assert_nonnull(
	    strstr(eps->str, "\n%%BoundingBox: 0 0 300 225\n"));
	g_assert_nonnull(strstr(eps->str, "/ShadingType 2"));
	g_assert_null(strstr(eps->str, "ImageType"));
	g_assert_null(strstr(eps->str, "CreationDate"));
	g_assert_nonnull(strstr(eps->str, "%%EOF"));
	g_string_free(eps, TRUE);
	finish(&f);
}

static guint32
little_endian(const char *at)
{
	guint32 value;

	memcpy(&value, at, sizeof value);
	return GUINT32_FROM_LE(value);
}

/* The value of a field of the directory; 0: it has none. */
static guint32
tiff_field(const GString *tiff, unsigned tag)
{
	const char *at = tiff->str + little_endian(tiff->str + 4);
	const int count = (int)(little_endian(at) & 0xFFFF);

	for (int i = 0; i < count; i++)
		if ((little_endian(at + 2 + 12 * i) & 0xFFFF) == tag)
			return little_endian(at + 2 + 12 * i + 8);
	return 0;
}

/* As journals ask for it; what is packed in it: test-lzw.c. */
static void
test_tiff(void)
{
	static const struct cc_output_options fine = {.dpi = 600};
	struct fixture f;
	GString *tiff;

	begin(&f);
	paint_all(&f.scene);
	tiff = write_pages(&f, "tiff", 1, fine);
	g_assert_cmpmem(tiff->str, 4, "II*\0", 4);
	g_assert_cmpuint(tiff_field(tiff, 256), ==, 2500);
	g_assert_cmpuint(tiff_field(tiff, 257), ==, 1875);
	g_assert_cmpuint(tiff_field(tiff, 259), ==, 5);   /* LZW */
	g_assert_cmpuint(tiff_field(tiff, 262), ==, 2);   /* RGB */
	g_assert_cmpuint(tiff_field(tiff, 277), ==, 3);
	g_assert_cmpuint(tiff_field(tiff, 296), ==, 2);   /* inch */
	g_assert_cmpuint(
	    little_endian(tiff->str + tiff_field(tiff, 282)), ==, 600000);
	g_string_free(tiff, TRUE);
	finish(&f);
}

/* Each once. */
static void
collect_ids(GHashTable *seen, const GString *text)
{
	for (const char *at = text->str; (at = strstr(at, " id=\"")) != NULL;
	     at++)
		g_assert_true(g_hash_table_add(
		    seen, g_strndup(at + 5, strcspn(at + 5, "\""))));
}

/* Two figures stand in one page of a web site without sharing an id: of other
 * cases, with an id or without, and of one case that are drawn otherwise. */
static void
test_ids(void)
{
	static const struct {
		const char *id, *lang, *title;
		double width;
		cc_colour background;
	} figures[] = {{"emm", "en", "One", 400, 0xFFFFFF},
	    {"emm", "zh", "One", 400, 0xFFFFFF},
	    {"emm", "en", "One", 300, 0xFFFFFF},
	    {"emm", "en", "One", 400, 0},
	    {"aml", "en", "One", 400, 0xFFFFFF},
	    {"", "en", "One", 400, 0xFFFFFF},
	    {"", "en", "Two", 400, 0xFFFFFF}};
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
		struct fixture f;
		GString *svg;

		begin(&f);
		paint_all(&f.scene);
		paint_fades(&f.scene);
		f.scene.width = figures[i].width;
		f.scene.background = figures[i].background;
		f.page.case_id = figures[i].id;
		f.page.lang = figures[i].lang;
		f.page.title = figures[i].title;
		svg = write_page(&f, "svg");
		collect_ids(seen, svg);
		g_string_free(svg, TRUE);
		finish(&f);
	}
	g_assert_cmpuint(
	    g_hash_table_size(seen), ==, 5 * G_N_ELEMENTS(figures));
}

/* The same figure three times in one page. */
static void
test_ids_again(void)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct fixture f;
	GString *html;

	begin(&f);
	paint_all(&f.scene);
	paint_fades(&f.scene);
	html = write_pages(&f, "html", 3, (struct cc_output_options){0});
	collect_ids(seen, html);
	g_assert_cmpuint(g_hash_table_size(seen), >, 3 * 3);
	g_string_free(html, TRUE);
	finish(&f);
}

/* A PDF has it as two colours, not as a bitmap. */
static void
test_fade_pdf(void)
{
	struct fixture f;
	GString *pdf;

	begin(&f);
	paint_fades(&f.scene);
	pdf = write_page(&f, "pdf");
	g_assert_nonnull(
	    memmem(pdf->str, pdf->len, "/ShadingType 2", strlen("/ShadingType 2")));
	g_assert_null(memmem(
	    pdf->str, pdf->len, "/Subtype /Image", strlen("/Subtype /Image")));
	g_string_free(pdf, TRUE);
	finish(&f);
}

static void
test_fade_png(void)
{
	static const int columns[] = {30, 75, 119};
	struct fixture f;
	GString *png;
	png_image image = {.version = PNG_IMAGE_VERSION};
	g_autofree png_bytep pixels = NULL;

	begin(&f);
	paint_fades(&f.scene);
	png = write_page(&f, "png");
	g_assert_true(
	    png_image_begin_read_from_memory(&image, png->str, png->len));
	image.format = PNG_FORMAT_RGB;
	pixels = g_malloc(PNG_IMAGE_SIZE(image));
	g_assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
	for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
		const png_byte *pixel =
		    pixels + 3 * (45 * (size_t)image.width + (size_t)columns[i]);
		const cc_colour colour =
		    cc_item_fill(&f.scene.items[0], columns[i] + 0.5);

		for (int k = 0; k < 3; k++)
			g_assert_cmpint(abs(pixel[k] -
					    (colour >> (16 - 8 * k) & 0xFF)),
			    <=, 1);
	}
	g_string_free(png, TRUE);
	finish(&f);
}

/* In a print size the unit is the point, 72 an inch; the picture says its size
 * in millimetres. */
static void
test_svg_print(void)
{
	struct fixture f;
	GString *svg;

	begin(&f);
	f.scene.unit = 1;
	f.scene.width = 510.236;
	f.page.title = f.page.summary = "";
	svg = write_page(&f, "svg");
	g_assert_nonnull(strstr(svg->str, " width=\"180mm\" height=\"105.83mm\" "
					  "viewBox=\"0 0 510.24 300\""));
	g_assert_nonnull(strstr(svg->str, ">0 case</title>"));
	g_assert_null(strstr(svg->str, "<desc"));
	g_string_free(svg, TRUE);
	finish(&f);
}

static guint32
big_endian(const char *at)
{
	guint32 value;

	memcpy(&value, at, sizeof value);
	return GUINT32_FROM_BE(value);
}

static void
assert_png(struct fixture *f, double dpi, guint32 width, guint32 height,
    guint32 density)
{
	GString *png =
	    write_pages(f, "png", 1, (struct cc_output_options){.dpi = dpi});
	const char *phys;
	png_image image = {.version = PNG_IMAGE_VERSION};

	g_assert_nonnull(png);
	g_assert_cmpmem(png->str, 8, "\x89PNG\r\n\x1A\n", 8);
	g_assert_cmpuint(big_endian(png->str + 16), ==, width);
	g_assert_cmpuint(big_endian(png->str + 20), ==, height);
	g_assert_cmpint(png->str[24], ==, 8);
	g_assert_cmpint(png->str[25], ==, PNG_COLOR_TYPE_RGB);
	phys = memmem(png->str, 64, "pHYs", 4);
	g_assert_nonnull(phys);
	g_assert_cmpuint(big_endian(phys + 4), ==, density);
	g_assert_null(memmem(png->str, png->len, "tIME", 4));
	g_assert_true(
	    png_image_begin_read_from_memory(&image, png->str, png->len));
	png_image_free(&image);
	g_string_free(png, TRUE);
}

static void
test_png(void)
{
	struct fixture f;

	begin(&f);
	paint_all(&f.scene);
	assert_png(&f, 0, 400, 300, 3780);
	assert_png(&f, 192, 800, 600, 7559);
	f.scene.unit = 1;
	assert_png(&f, 0, 1667, 1250, 11811);
	finish(&f);
}

/* Colours come out as they went in, at the right place. */
static void
test_png_pixels(void)
{
	struct fixture f;
	GString *png;
	png_image image = {.version = PNG_IMAGE_VERSION};
	g_autofree png_bytep pixels = NULL;

	begin(&f);
	f.scene.width = 4;
	f.scene.height = 3;
	f.scene.background = 0xFEFDFC;
	cc_paint_rect(&f.scene, CC_ROLE_BAR, (struct cc_box){1, 1, 2, 1}, 0,
	    (struct cc_paint){.fill = 0x123456, .stroke = CC_NO_COLOUR});
	png = write_page(&f, "png");
	g_assert_true(
	    png_image_begin_read_from_memory(&image, png->str, png->len));
	image.format = PNG_FORMAT_RGB;
	pixels = g_malloc(PNG_IMAGE_SIZE(image));
	g_assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
	g_assert_cmpmem(pixels, 3, "\xFE\xFD\xFC", 3);
	g_assert_cmpmem(pixels + 15, 6, "\x12\x34\x56\x12\x34\x56", 6);
	g_assert_cmpmem(pixels + 21, 3, "\xFE\xFD\xFC", 3);
	g_string_free(png, TRUE);
	finish(&f);
}

/* Words that change in each of their pixel columns made Cairo write behind a
 * buffer of its own; the C library notices when it is freed. */
static void
test_png_dense(void)
{
	static const char *const words[] = {"PET-CT Deauville", "Relapse: neck",
	    "millimetre, WWW", "dexamethasone"};

	for (int i = 0; i < 60; i++) {
		struct fixture f;
		GString *png;

		begin(&f);
		for (int w = 0; w < 120; w++)
			cc_paint_text(&f.scene,
			    (struct cc_point){
				20 + 0.37 * i + w % 3 * 120, 8 + 2.3 * w},
			    words[w % 4], 80,
			    (struct cc_type){.size = 8 + 0.04 * i + w % 7 * 0.3,
				.bold = w % 2 == 1});
		png = write_page(&f, "png");
		g_assert_nonnull(png);
		g_string_free(png, TRUE);
		finish(&f);
	}
}

static void
test_refusals(void)
{
	static const struct cc_output_options fine = {.dpi = 9600};
	struct fixture f;

	begin(&f);
	g_assert_null(write_pages(&f, "png", 1, fine));
	g_assert_cmpuint(f.diags.count[CC_ERROR], ==, 1);
	f.scene.width = f.scene.height = 22000;
	g_assert_null(write_page(&f, "png"));
	g_assert_cmpuint(f.diags.count[CC_ERROR], ==, 2);
	f.scene.width = f.scene.height = 100;
	cc_paint_image(
	    &f.scene, (struct cc_box){0, 0, 10, 10}, "GIF89a", 6, "a");
	g_assert_null(write_page(&f, "png"));
	g_assert_null(write_page(&f, "pdf"));
	g_assert_cmpuint(f.diags.count[CC_ERROR], ==, 4);
	g_assert_cmpuint(f.diags.count[CC_FATAL], ==, 0);
	finish(&f);
}

/* A source of pages that fails: no output claims success. */
static void
test_no_page(void)
{
	struct fixture f;
	int i;

	begin(&f);
	for (i = 0; cc_outputs()[i] != NULL; i++)
		g_assert_null(write_pages(
		    &f, cc_outputs()[i]->name, 0, (struct cc_output_options){0}));
	finish(&f);
}

/* A full device is told by the sink, not by the output. */
static void
test_full(void)
{
	struct fixture f;
	int i;

	if (access("/dev/full", W_OK) != 0) {
		g_test_skip("no /dev/full here");
		return;
	}
	begin(&f);
	paint_all(&f.scene);
	for (i = 0; cc_outputs()[i] != NULL; i++) {
		struct feed feed = {.page = &f.page, .left = 1};
		struct cc_pages pages = {
		    .next = feed_next, .fonts = f.fonts, .source = &feed};
		struct cc_sink *sink = cc_sink_open("/dev/full", &f.diags);

		g_assert_true(cc_outputs()[i]->write(&pages, sink, &f.diags));
		g_assert_cmpuint(f.diags.list->len, ==, (guint)i);
		g_assert_false(cc_sink_commit(sink, &f.diags));
		g_assert_cmpuint(f.diags.list->len, ==, (guint)i + 1);
	}
	finish(&f);
}

static void
assert_pdf_texts(const char *text)
{
	g_assert_nonnull(strstr(text, "M protein 32.5 g/L"));
	g_assert_nonnull(strstr(text, "IgG-\xCE\xBB " CHINESE));
	g_assert_nonnull(strstr(text, "&amp; <b>&</b> ]]>"));
	g_assert_nonnull(strstr(text, "WWWWWWWWWWWWWWWWWWWW"));
}

static void
test_pdf(void)
{
	struct fixture f;
	GString *pdf;
	g_autofree char *path = NULL, *text = NULL, *about = NULL;
	g_autofree char *tool = g_find_program_in_path("pdftotext");
	g_autofree char *command = NULL, *info = NULL;
	int fd;

	begin(&f);
	paint_all(&f.scene);
	pdf = write_pages(&f, "pdf", 3, (struct cc_output_options){0});
	g_assert_nonnull(pdf);
	g_assert_cmpmem(pdf->str, 5, "%PDF-", 5);
	if (tool == NULL) {
		g_test_skip("pdftotext (poppler-utils) is not installed");
		g_string_free(pdf, TRUE);
		finish(&f);
		return;
	}
	fd = g_file_open_tmp("page-XXXXXX.pdf", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(
	    g_file_set_contents(path, pdf->str, (gssize)pdf->len, NULL));
	command = g_strdup_printf("pdftotext -q -enc UTF-8 %s -", path);
	g_assert_true(
	    g_spawn_command_line_sync(command, &text, NULL, NULL, NULL));
	info = g_strdup_printf("pdfinfo -enc UTF-8 %s", path);
	g_assert_true(
	    g_spawn_command_line_sync(info, &about, NULL, NULL, NULL));
	g_unlink(path);
	assert_pdf_texts(text);
	g_assert_nonnull(strstr(about, CHINESE " & <course>"));
	g_assert_nonnull(strstr(about, "clincourse " CC_VERSION));
	g_assert_nonnull(strstr(about, "One \"sentence\"."));
	g_assert_nonnull(strstr(about, "300 x 225 pts"));
	g_assert_nonnull(strstr(about, "Pages:           3"));
	g_string_free(pdf, TRUE);
	finish(&f);
}

static void
test_dump(void)
{
	static const char expected[] =
	    "scene 400x300 unit 0.75 background #FFFFFF\n"
	    "case \"0 case\"\n"
	    "lang \"zh\"\n"
	    "title \"" CHINESE " & <course>\"\n"
	    "summary \"One \\\"sentence\\\".\"\n"
	    "families \"" FAMILIES "\"\n"
	    "group fact id \"a\" order 7 \"two\\x0Alines\"\n"
	    "  rect bar 1,2 30.13x4 radius 1 fill #1F7F78\n"
	    "  group row 0,3 9x4 \"Genes\"\n"
	    "    circle mark 5,6 radius 3 fill #1F7F78\n"
	    "    rect fill 1,2 5x4 fill #1F7F78 fade #FFFFFF\n"
	    "  end\n"
	    "end\n"
	    "path axis M 0,50 L 400,50 stroke #404040 1.5 dash 4,2 round\n"
	    "text 200,20 end size 11 width 100 bold fill #222222 \"CR\"\n";
	struct fixture f;
	GString *dump;

	begin(&f);
	cc_paint_group(&f.scene,
	    (struct cc_group){.kind = CC_GROUP_FACT,
		.id = "a",
		.title = "two\nlines",
		.order = 7});
	cc_paint_rect(
	    &f.scene, CC_ROLE_BAR, (struct cc_box){1, 2, 30.126, 4}, 1, teal);
	cc_paint_group(&f.scene,
	    (struct cc_group){.kind = CC_GROUP_ROW,
		.title = "Genes",
		.box = {0, 3, 9, 4}});
	cc_paint_circle(
	    &f.scene, CC_ROLE_MARK, (struct cc_point){5, 6}, 3, teal);
	cc_paint_rect(
	    &f.scene, CC_ROLE_FILL, (struct cc_box){1, 2, 5, 4}, 0, faded);
	cc_paint_end(&f.scene);
	cc_paint_end(&f.scene);
	cc_paint_line(&f.scene, CC_ROLE_AXIS, (struct cc_point){0, 50},
	    (struct cc_point){400, 50}, dashed);
	label(&f.scene, 20, "CR");
	dump = write_page(&f, "scene");
	g_assert_cmpstr(dump->str, ==, expected);
	g_string_free(dump, TRUE);
	finish(&f);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/outputs/table", test_table);
	g_test_add_func("/outputs/same", test_same);
	g_test_add_func("/outputs/svg", test_svg);
	g_test_add_func("/outputs/outline", test_outline);
	g_test_add_func("/outputs/fade-svg", test_fade_svg);
	g_test_add_func("/outputs/tags", test_tags);
	g_test_add_func("/outputs/eps", test_eps);
	g_test_add_func("/outputs/tiff", test_tiff);
	g_test_add_func("/outputs/ids", test_ids);
	g_test_add_func("/outputs/ids-again", test_ids_again);
	g_test_add_func("/outputs/fade-pdf", test_fade_pdf);
	g_test_add_func("/outputs/fade-png", test_fade_png);
	g_test_add_func("/outputs/svg-print", test_svg_print);
	g_test_add_func("/outputs/svg-direction", test_svg_direction);
	g_test_add_func("/outputs/png", test_png);
	g_test_add_func("/outputs/png-pixels", test_png_pixels);
	g_test_add_func("/outputs/png-dense", test_png_dense);
	g_test_add_func("/outputs/refusals", test_refusals);
	g_test_add_func("/outputs/no-page", test_no_page);
	g_test_add_func("/outputs/full", test_full);
	g_test_add_func("/outputs/pdf", test_pdf);
	g_test_add_func("/outputs/dump", test_dump);
	return g_test_run();
}
