/* Which kind a file is, and the picture that is made of it. */
#include "picture/pixels.h"

#include <string.h>

/* What a file begins with. */
struct magic {
	size_t at;
	const char *bytes;
	size_t length;
};

#define MAGIC(at, bytes)                                                       \
	{                                                                      \
		(at), (bytes), sizeof(bytes) - 1                               \
	}

/* Those that are read. */
static const struct kind {
	struct magic magic;
	const char *name, *type;
	const char *suffixes[3];
	enum cc_picture_trouble (*read)(struct cc_pixels *pixels,
	    const void *bytes, size_t length, int *turned);
	bool (*write)(const struct cc_pixels *pixels, GByteArray *to);
} kinds[] = {
    {MAGIC(0, "\x89PNG\r\n\x1A\n"), "PNG", "image/png", {".png"}, cc_png_read,
	cc_png_write},
    {MAGIC(0, "\xFF\xD8\xFF"), "JPEG", "image/jpeg", {".jpg", ".jpeg"},
	cc_jpeg_read, cc_jpeg_write},
};

/* Those that people have, too. */
static const struct {
	struct magic magic;
	const char *name;
} others[] = {
    {MAGIC(128, "DICM"), "DICOM"},
    {MAGIC(0, "GIF8"), "GIF"},
    {MAGIC(0, "BM"), "BMP"},
    {MAGIC(0, "II*\0"), "TIFF"},
    {MAGIC(0, "MM\0*"), "TIFF"},
    {MAGIC(8, "WEBP"), "WebP"},
    {MAGIC(4, "ftypheic"), "HEIC"},
    {MAGIC(4, "ftypavif"), "AVIF"},
    {MAGIC(0, "%PDF"), "PDF"},
    {MAGIC(0, "<svg"), "SVG"},
    {MAGIC(0, "<?xml"), "XML"},
};

static bool
has_magic(const struct magic *magic, const char *bytes, size_t length)
{
	return length >= magic->at + magic->length &&
	       memcmp(bytes + magic->at, magic->bytes, magic->length) == 0;
}

static const struct kind *
kind_of(const void *bytes, size_t length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (has_magic(&kinds[i].magic, bytes, length))
			return &kinds[i];
	return NULL;
}

/* Cameras write IMG_0001.JPG. */
static bool
ends_in(const char *name, const char *suffix)
{
	size_t length = strlen(name), end = strlen(suffix);

	return length > end &&
	       g_ascii_strcasecmp(name + length - end, suffix) == 0;
}

static bool
named_so(const struct kind *kind, const char *name)
{
	for (size_t i = 0; kind->suffixes[i] != NULL; i++)
		if (ends_in(name, kind->suffixes[i]))
			return true;
	return false;
}

bool
cc_picture_named(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (named_so(&kinds[i], name))
			return true;
	return false;
}

const char *
cc_picture_type(const void *bytes, size_t length)
{
	const struct kind *kind = kind_of(bytes, length);

	return kind != NULL ? kind->type : "image/jpeg";
}

static enum cc_picture_trouble
read_as(const struct kind *kind, struct cc_pixels *pixels, const void *bytes,
    size_t length)
{
	enum cc_picture_trouble trouble;
	int turned;

	trouble = kind->read(pixels, bytes, length, &turned);
	if (trouble == CC_PICTURE_FINE)
		cc_pixels_turn(pixels, turned);
	return trouble;
}

enum cc_picture_trouble
cc_pixels_read(struct cc_pixels *pixels, const void *bytes, size_t length)
{
	const struct kind *kind = kind_of(bytes, length);

	*pixels = (struct cc_pixels){0};
	return kind != NULL ? read_as(kind, pixels, bytes, length)
	                    : CC_PICTURE_FOREIGN;
}

/* ---- why not ---- */

static const char *
foreign_words(struct cc_arena *arena, const void *bytes, size_t length)
{
	if (length == 0)
		return "the file is empty";
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		if (has_magic(&others[i].magic, bytes, length))
			return cc_arena_printf(arena,
			    "it is %s: save it as PNG or JPEG", others[i].name);
	return "it is neither a PNG nor a JPEG file";
}

static const char *
trouble_words(struct cc_arena *arena, enum cc_picture_trouble trouble,
    const struct cc_pixels *pixels)
{
	switch (trouble) {
	case CC_PICTURE_LARGE:
		return cc_arena_printf(arena,
		    "it is %u by %u pixels: make it %d each way at most",
		    pixels->width, pixels->height, CC_PICTURE_SIDE_MOST);
	case CC_PICTURE_INKS:
		return "its colours are those of print (CMYK): save it in RGB";
	case CC_PICTURE_BROKEN:
	case CC_PICTURE_FOREIGN:
	case CC_PICTURE_FINE:
		break;
	}
	return "it is cut short or damaged: save it anew";
}

/* ---- what is drawn ---- */

static bool
make(struct cc_arena *arena, const struct kind *kind, struct cc_pixels *pixels,
    struct cc_picture *picture)
{
	g_autoptr(GByteArray) file = g_byte_array_new();

	cc_pixels_shrink(pixels, CC_PICTURE_SIDE_DRAWN);
	if (!kind->write(pixels, file))
		return false;
	*picture = (struct cc_picture){pixels->width, pixels->height,
	    cc_arena_memdup(arena, file->data, file->len), file->len};
	return true;
}

const struct cc_picture *
cc_picture_in_greys(struct cc_arena *arena, const struct cc_picture *picture)
{
	const struct kind *kind = kind_of(picture->bytes, picture->length);
	const struct cc_picture *made = NULL;
	struct cc_picture grey;
	struct cc_pixels pixels;

	if (cc_pixels_read(&pixels, picture->bytes, picture->length) !=
	    CC_PICTURE_FINE)
		return NULL;
	if (cc_pixels_grey(&pixels)) {
		made = picture;
	} else {
		cc_pixels_bleach(&pixels);
		if (make(arena, kind, &pixels, &grey))
			made = cc_arena_memdup(arena, &grey, sizeof grey);
	}
	cc_pixels_finish(&pixels);
	return made;
}

bool
cc_picture_make(struct cc_arena *arena, const char *name, const void *bytes,
    size_t length, struct cc_picture *picture, const char **why)
{
	const struct kind *kind = kind_of(bytes, length);
	enum cc_picture_trouble trouble;
	struct cc_pixels pixels = {0};

	*why = NULL;
	if (kind == NULL)
		*why = foreign_words(arena, bytes, length);
	else if (!named_so(kind, name))
		*why = cc_arena_printf(arena,
		    "it is a %s file: let its name end in %s", kind->name,
		    kind->suffixes[0]);
	if (*why != NULL)
		return false;
	trouble = read_as(kind, &pixels, bytes, length);
	if (trouble != CC_PICTURE_FINE || !make(arena, kind, &pixels, picture))
		*why = trouble_words(arena, trouble, &pixels);
	cc_pixels_finish(&pixels);
	return *why == NULL;
}
