/* A bitmap as journals ask for it (TIFF 6.0): RGB, LZW, in strips. It is
 * painted and packed band by band, so that it may be large. */
#include "output/bitmap.h"
#include "output/lzw.h"

#include <math.h>
#include <string.h>

#define STRIP_ROWS 16
#define BAND_ROWS (32 * STRIP_ROWS)

/* Fields of the directory, in the order of their numbers. */
enum tag {
	TAG_WIDTH = 256,
	TAG_HEIGHT = 257,
	TAG_BITS = 258,
	TAG_COMPRESSION = 259,
	TAG_COLOURS = 262,
	TAG_OFFSETS = 273,
	TAG_SAMPLES = 277,
	TAG_ROWS = 278,
	TAG_COUNTS = 279,
	TAG_X_RESOLUTION = 282,
	TAG_Y_RESOLUTION = 283,
	TAG_PLANES = 284,
	TAG_UNIT = 296,
	TAG_SOFTWARE = 305,
};

enum type { TYPE_ASCII = 2, TYPE_SHORT = 3, TYPE_LONG = 4, TYPE_RATIO = 5 };

#define LZW 5
#define RGB 2
#define INCH 2
#define FIELDS 14

struct tiff {
	GString *to;     /* the whole file */
	GArray *offsets; /* of guint32: where each strip begins */
	GArray *counts;  /* of guint32: its bytes */
	const struct cc_bitmap *bitmap;
};

/* ---- bytes ---- */

static void
append_short(GString *to, guint16 value)
{
	const guint16 little = GUINT16_TO_LE(value);

	g_string_append_len(to, (const char *)&little, sizeof little);
}

static void
append_long(GString *to, guint32 value)
{
	const guint32 little = GUINT32_TO_LE(value);

	g_string_append_len(to, (const char *)&little, sizeof little);
}

/* What lies outside of the directory begins on an even byte. */
static guint32
even_end(GString *to)
{
	if (to->len % 2 != 0)
		g_string_append_c(to, '\0');
	return (guint32)to->len;
}

/* ---- strips ---- */

static void
strip_append(struct tiff *tiff, const unsigned char *rows, gsize length)
{
	const guint32 begin = even_end(tiff->to);
	guint32 count;

	cc_lzw_append(tiff->to, rows, length);
	count = (guint32)tiff->to->len - begin;
	g_array_append_val(tiff->offsets, begin);
	g_array_append_val(tiff->counts, count);
}

static void
band_append(struct tiff *tiff, cairo_surface_t *surface)
{
	const int height = cairo_image_surface_get_height(surface);
	const gsize row = 3 * (gsize)tiff->bitmap->width;
	g_autofree unsigned char *rows = g_malloc(row * STRIP_ROWS);

	for (int y = 0; y < height; y += STRIP_ROWS) {
		const int count = MIN(STRIP_ROWS, height - y);

		for (int i = 0; i < count; i++)
			cc_bitmap_row(surface, y + i, rows + row * (gsize)i);
		strip_append(tiff, rows, row * (gsize)count);
	}
}

static bool
bands_append(struct tiff *tiff, const struct cc_scene *scene,
    struct cc_fonts *fonts, struct cc_diags *diags)
{
	const struct cc_bitmap *bitmap = tiff->bitmap;
	bool painted = true;

	for (int top = 0; painted && top < bitmap->height; top += BAND_ROWS) {
		cairo_surface_t *surface =
		    cairo_image_surface_create(CAIRO_FORMAT_RGB24,
			bitmap->width, MIN(BAND_ROWS, bitmap->height - top));

		painted =
		    cc_bitmap_paint(bitmap, surface, top, scene, fonts, diags);
		if (painted)
			band_append(tiff, surface);
		cairo_surface_destroy(surface);
	}
	return painted;
}

/* ---- the directory ---- */

static void
field_append(
    GString *to, enum tag tag, enum type type, guint32 count, guint32 value)
{
	append_short(to, (guint16)tag);
	append_short(to, (guint16)type);
	append_long(to, count);
	/* A single short stands first in its four bytes. */
	append_long(to, value);
}

static guint32
longs_append(GString *to, const GArray *longs)
{
	const guint32 begin = even_end(to);

	for (guint i = 0; i < longs->len; i++)
		append_long(to, g_array_index(longs, guint32, i));
	return begin;
}

/* The one of a single strip stands in the field itself. */
static guint32
longs_value(GString *to, const GArray *longs)
{
	return longs->len == 1 ? g_array_index(longs, guint32, 0)
	                       : longs_append(to, longs);
}

static guint32
ratio_append(GString *to, double dpi)
{
	const guint32 begin = even_end(to);

	append_long(to, (guint32)lround(dpi * 1000));
	append_long(to, 1000);
	return begin;
}

static guint32
bits_append(GString *to)
{
	const guint32 begin = even_end(to);

	for (int i = 0; i < 3; i++)
		append_short(to, 8);
	return begin;
}

static guint32
software_append(GString *to)
{
	const guint32 begin = even_end(to);

	g_string_append_len(
	    to, "clincourse " CC_VERSION, sizeof "clincourse " CC_VERSION);
	return begin;
}

static void
directory_append(struct tiff *tiff)
{
	GString *to = tiff->to;
	const guint32 strips = tiff->offsets->len;
	const guint32 offsets = longs_value(to, tiff->offsets);
	const guint32 counts = longs_value(to, tiff->counts);
	const guint32 bits = bits_append(to);
	const guint32 ratio = ratio_append(to, tiff->bitmap->dpi);
	const guint32 software = software_append(to);
	const guint32 begin = even_end(to), first = GUINT32_TO_LE(begin);
	const struct {
		enum tag tag;
		enum type type;
		guint32 count, value;
	} fields[FIELDS] = {
	    {TAG_WIDTH, TYPE_LONG, 1, (guint32)tiff->bitmap->width},
	    {TAG_HEIGHT, TYPE_LONG, 1, (guint32)tiff->bitmap->height},
	    {TAG_BITS, TYPE_SHORT, 3, bits},
	    {TAG_COMPRESSION, TYPE_SHORT, 1, LZW},
	    {TAG_COLOURS, TYPE_SHORT, 1, RGB},
	    {TAG_OFFSETS, TYPE_LONG, strips, offsets},
	    {TAG_SAMPLES, TYPE_SHORT, 1, 3},
	    {TAG_ROWS, TYPE_LONG, 1, STRIP_ROWS},
	    {TAG_COUNTS, TYPE_LONG, strips, counts},
	    {TAG_X_RESOLUTION, TYPE_RATIO, 1, ratio},
	    {TAG_Y_RESOLUTION, TYPE_RATIO, 1, ratio},
	    {TAG_PLANES, TYPE_SHORT, 1, 1},
	    {TAG_UNIT, TYPE_SHORT, 1, INCH},
	    {TAG_SOFTWARE, TYPE_ASCII, sizeof "clincourse " CC_VERSION,
		software},
	};

	append_short(to, FIELDS);
	for (size_t i = 0; i < FIELDS; i++)
		field_append(to, fields[i].tag, fields[i].type, fields[i].count,
		    fields[i].value);
	append_long(to, 0); /* no further one */
	memcpy(to->str + 4, &first, sizeof first);
}

static bool
tiff_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page = pages->next(pages);
	g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GString) to = g_string_sized_new(1 << 16);
	struct cc_bitmap bitmap;
	struct tiff tiff = {to, offsets, counts, &bitmap};

	if (page == NULL ||
	    !cc_bitmap_size(&bitmap, page->scene, pages->options.dpi, diags))
		return false;
	/* Little ends first; where the directory is comes last. */
	g_string_append_len(to, "II*\0\0\0\0\0", 8);
	if (!bands_append(&tiff, page->scene, pages->fonts, diags))
		return false;
	directory_append(&tiff);
	cc_sink_write(sink, to->str, to->len);
	return true;
}

const struct cc_output cc_output_tiff = {
    .name = "tiff",
    .suffix = ".tiff",
    .about = "bitmap for journals: RGB, LZW (--dpi 300, 600, 1200)",
    .write = tiff_write,
};
