/* From a case to its scene. Starts over from generated cases again and again
 * and breaks them: what the reader still takes is laid out, and is drawn or
 * refused with a reason; no fault of the heap, no number out of bounds. */
#include "press.h"

#include "scene/metrics.h"

#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

/* Libfuzzer's functions have no argument for what outlives one input. */
static struct {
	struct cc_press press;
	struct clincourse_render *render[2];
} world;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *const sizes[] = {"screen-16x9", "nature-1"};

	(void)argc;
	(void)argv;
	g_assert_true(cc_press_init(&world.press));
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		world.render[i] = clincourse_render_create(world.press.context);
		g_assert_true(clincourse_render_set(
		    world.render[i], "size", sizes[i], world.press.diags));
	}
	return 0;
}

static void
draw(const struct clincourse_case *course, struct clincourse_render *render)
{
	struct cc_page_maker maker;
	struct cc_diags diags;

	cc_diags_init(&diags);
	cc_page_maker_init(&maker, render, &diags);
	if (cc_page_make(&maker, course) != NULL) {
		struct cc_metrics counted;

		cc_metrics_count(
		    &counted, &maker.scene, cc_fonts_ink(maker.fonts));
		cc_metrics_finish(&counted);
	} else {
		g_assert_cmpuint(cc_diags_errors(&diags), >, 0);
	}
	cc_page_maker_finish(&maker);
	cc_diags_finish(&diags);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct clincourse_case *course =
	    cc_press_text(&world.press, (const char *)data, size);

	if (course == NULL)
		return 0;
	for (size_t i = 0; i < G_N_ELEMENTS(world.render); i++)
		draw(course, world.render[i]);
	return 0;
}

size_t
LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
	g_autoptr(GString) text = NULL;
	struct cc_knobs knobs;

	if (seed % 8 != 0)
		return LLVMFuzzerMutate(data, size, max_size);
	text = g_string_new(NULL);
	cc_knobs_init(&knobs, seed / 8);
	knobs.events = 1 + (int)(seed / 8 % 24);
	cc_case_generate(&knobs, text);
	if (text->len > max_size)
		return LLVMFuzzerMutate(data, size, max_size);
	memcpy(data, text->str, text->len);
	return text->len;
}
