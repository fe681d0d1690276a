/* All pictures of a case, and whose they are. */
#include "model/model.h"

static void
add(GArray *to, const struct cc_image *images, size_t count,
    struct cc_image_of owner)
{
	for (size_t i = 0; i < count; i++) {
		owner.image = &images[i];
		g_array_append_val(to, owner);
	}
}

GArray *
cc_case_images(const struct cc_case *course)
{
	GArray *to = g_array_new(FALSE, FALSE, sizeof(struct cc_image_of));

	for (size_t i = 0; i < course->patient_count; i++) {
		const struct cc_patient *patient = &course->patients[i];

		add(to, patient->images, patient->image_count,
		    (struct cc_image_of){.patient = patient});
	}
	for (size_t i = 0; i < course->history_count; i++) {
		const struct cc_history *history = &course->histories[i];

		add(to, history->images, history->image_count,
		    (struct cc_image_of){.history = history});
	}
	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_line *line = &course->lines[i];

		add(to, line->images, line->image_count,
		    (struct cc_image_of){.line = line});
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		add(to, fact->images, fact->image_count,
		    (struct cc_image_of){.fact = fact});
	}
	return to;
}
