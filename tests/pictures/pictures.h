/* Pictures for tests, made up from whole numbers: nobody is on them. */
#ifndef CC_TEST_PICTURES_H
#define CC_TEST_PICTURES_H

#include <glib.h>
#include <stdbool.h>

enum cc_test_scene {
	CC_TEST_CT,     /* a slice through a chest */
	CC_TEST_CLEAR,  /* the same, its lungs without a shadow */
	CC_TEST_PET,    /* a body from the front, dark where sugar is burnt */
	CC_TEST_MARROW, /* a field of stained cells */
	CC_TEST_RED,    /* of one colour */
	CC_TEST_SCENES
};

/* How a file holds it. */
enum cc_test_form {
	CC_TEST_PNG,
	CC_TEST_PNG_GREY,
	CC_TEST_PNG_16,
	CC_TEST_PNG_PALETTE,
	CC_TEST_PNG_ALPHA,
	CC_TEST_PNG_INTERLACED,
	CC_TEST_JPEG,
	CC_TEST_JPEG_GREY,
	CC_TEST_JPEG_PROGRESSIVE,
	CC_TEST_JPEG_CMYK,
	CC_TEST_FORMS
};

struct cc_test_picture {
	enum cc_test_scene scene;
	enum cc_test_form form;
	unsigned width, height; /* [px] */
	int turned;             /* as EXIF counts it; 0: it says nothing */
	const char *remark;     /* beside the pixels; NULL: none */
};

/* The file; g_byte_array_unref. */
GByteArray *cc_test_picture(const struct cc_test_picture *picture);

/* Red, green and blue of a place in a scene. */
void cc_test_pixel(const struct cc_test_picture *picture, unsigned x,
    unsigned y, unsigned char rgb[3]);

#endif
