/* picture SCENE FORM WIDTH HEIGHT [TURNED [REMARK]] > FILE: a picture for a
 * test, or for a sample. */
#include "pictures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scenes[CC_TEST_SCENES] = {
    [CC_TEST_CT] = "ct",
    [CC_TEST_CLEAR] = "clear",
    [CC_TEST_PET] = "pet",
    [CC_TEST_MARROW] = "marrow",
    [CC_TEST_RED] = "red",
};

static const char *const forms[CC_TEST_FORMS] = {
    [CC_TEST_PNG] = "png",
    [CC_TEST_PNG_GREY] = "png-grey",
    [CC_TEST_PNG_16] = "png-16",
    [CC_TEST_PNG_PALETTE] = "png-palette",
    [CC_TEST_PNG_ALPHA] = "png-alpha",
    [CC_TEST_PNG_INTERLACED] = "png-interlaced",
    [CC_TEST_JPEG] = "jpeg",
    [CC_TEST_JPEG_GREY] = "jpeg-grey",
    [CC_TEST_JPEG_PROGRESSIVE] = "jpeg-progressive",
    [CC_TEST_JPEG_CMYK] = "jpeg-cmyk",
};

static int
place_of(const char *word, const char *const *words, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	fprintf(stderr, "no %s\n", word);
	exit(2);
}

int
main(int argc, char **argv)
{
	struct cc_test_picture picture = {0};
	g_autoptr(GByteArray) file = NULL;

	if (argc < 5)
		return 2;
	picture.scene =
	    (enum cc_test_scene)place_of(argv[1], scenes, CC_TEST_SCENES);
	picture.form =
	    (enum cc_test_form)place_of(argv[2], forms, CC_TEST_FORMS);
	picture.width = (unsigned)atoi(argv[3]);
	picture.height = (unsigned)atoi(argv[4]);
	picture.turned = argc > 5 ? atoi(argv[5]) : 0;
	picture.remark = argc > 6 ? argv[6] : NULL;
	file = cc_test_picture(&picture);
	return fwrite(file->data, 1, file->len, stdout) == file->len ? 0 : 1;
}
