/* Pictures beside the case. They are made at once into what a figure holds, so
 * that one run tells what is wrong with them; of the file itself nothing is
 * kept. */
#include "model/read.h"

#include "base/below.h"
#include "picture/picture.h"

/* Why a path is not one of a picture below the case, or NULL. */
static const char *
path_trouble(const char *path)
{
	const char *trouble = cc_below_trouble(path);

	if (trouble == NULL && !cc_picture_named(path))
		trouble = "only .png, .jpg and .jpeg are drawn";
	return trouble;
}

/* `file` is for what is read and thrown away. */
static const struct cc_picture *
read_picture(
    const struct cc_field_read *in, const char *path, struct cc_arena *file)
{
	struct cc_reading *reading = in->reading;
	struct cc_pos pos = in->attribute->pos;
	struct cc_picture *picture =
	    cc_arena_new(reading->arena, struct cc_picture);
	const char *bytes, *why;
	size_t length = 0;

	bytes = cc_read_beside(
	    file, in->attribute, path, CC_PICTURE_BYTES_MOST, &length, &why);
	if (bytes == NULL)
		cc_diag(reading->diags, CC_E378, pos, path, why);
	else if (!cc_picture_make(
		     reading->arena, path, bytes, length, picture, &why))
		cc_diag(reading->diags, CC_E330, pos, path, why);
	else
		return picture;
	return NULL;
}

/* Decoding takes its time: a case is no album. */
static bool
is_one_too_many(struct cc_reading *reading, struct cc_pos pos)
{
	if (reading->images++ < CC_IMAGES_MAX)
		return false;
	if (reading->images == CC_IMAGES_MAX + 1)
		cc_diag(reading->diags, CC_E392, pos, CC_IMAGES_MAX);
	return true;
}

void
cc_read_image(const struct cc_field_read *in)
{
	const struct cc_attribute *from = in->attribute;
	struct cc_image *image = in->to;
	const char *path = cc_read_prose(in->reading, from->value, from->pos);
	const char *trouble = path != NULL ? path_trouble(path) : NULL;
	struct cc_arena file;

	if (trouble != NULL)
		cc_diag(in->reading->diags, CC_E330, from->pos, path, trouble);
	if (path == NULL || trouble != NULL)
		return;
	image->file = path;
	if (is_one_too_many(in->reading, from->pos))
		return;
	cc_arena_init(&file);
	image->picture = read_picture(in, path, &file);
	cc_arena_finish(&file);
}
