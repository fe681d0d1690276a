/* Of what a camera writes beside its pixels, which way is up. */
#include "picture/pixels.h"

#define TIFF_MAGIC 42
#define ENTRY 12 /* [bytes] of one in a directory */
#define TAG_ORIENTATION 274
#define TYPE_SHORT 3

/* A TIFF file's numbers, in the order of bytes that it names. */
struct tiff {
	const unsigned char *bytes;
	size_t length;
	bool little;
};

/* 0 beyond the end. */
static guint32
number_at(const struct tiff *tiff, size_t at, unsigned size)
{
	guint32 number = 0;

	if (at > tiff->length || tiff->length - at < size)
		return 0;
	for (unsigned i = 0; i < size; i++)
		number = number << 8 |
		         tiff->bytes[at + (tiff->little ? size - 1 - i : i)];
	return number;
}

int
cc_exif_turned(const unsigned char *bytes, size_t length)
{
	struct tiff tiff = {bytes, length, length > 0 && bytes[0] == 'I'};
	size_t at = number_at(&tiff, 4, 4);
	guint32 count = number_at(&tiff, at, 2), turned;

	if (number_at(&tiff, 2, 2) != TIFF_MAGIC)
		return CC_UPRIGHT;
	at += 2;
	for (guint32 i = 0; i < count; i++, at += ENTRY) {
		if (number_at(&tiff, at, 2) != TAG_ORIENTATION ||
		    number_at(&tiff, at + 2, 2) != TYPE_SHORT)
			continue;
		turned = number_at(&tiff, at + 8, 2);
		return turned >= 1 && turned <= 8 ? (int)turned : CC_UPRIGHT;
	}
	return CC_UPRIGHT;
}
