/* Pictures beside the course. */
#include "model/model.h"
#include "model/rules.h"

#include <string.h>

/* A letter of which two pictures have been told is a letter of none. */
static void
check_letter(const struct cc_check *check, const GArray *images, guint i)
{
	const struct cc_image *image =
	    g_array_index(images, struct cc_image_of, i).image;

	for (guint k = 0; image->panel != NULL && k < i; k++) {
		const struct cc_image *earlier =
		    g_array_index(images, struct cc_image_of, k).image;

		if (g_strcmp0(earlier->panel, image->panel) != 0)
			continue;
		cc_diag(check->diags, CC_E393, image->pos, image->panel,
		    cc_pos_place(earlier->pos).line);
		return;
	}
}

void
cc_rule_images(const struct cc_check *check)
{
	g_autoptr(GArray) images = cc_case_images(check->course);

	/* More than those have an error already. */
	for (guint i = 0; i < images->len && i < CC_IMAGES_MAX; i++)
		check_letter(check, images, i);
}
