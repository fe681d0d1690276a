/* Pictures beside the course: read, but no mark draws them yet. */
#include "model/kind.h"
#include "model/rules.h"

static void
check_images(
    const struct cc_check *check, const struct cc_image *images, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (images[i].file != NULL) /* else diagnosed already */
			cc_diag(check->diags, CC_W325, images[i].pos);
}

void
cc_rule_images(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->patient_count; i++)
		check_images(check, course->patients[i].images,
		    course->patients[i].image_count);
	for (size_t i = 0; i < course->line_count; i++)
		check_images(check, course->lines[i].images,
		    course->lines[i].image_count);
	for (size_t i = 0; i < course->fact_count; i++)
		check_images(check, course->facts[i].images,
		    course->facts[i].image_count);
}
