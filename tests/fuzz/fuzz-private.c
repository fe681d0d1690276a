/* A canary in the texts of generated cases that are broken again and again:
 * whatever is still drawn without the patient does not hold it, and nothing
 * that is said of it does. */
#include "cases.h"
#include "random.h"

#include <clincourse.h>
#include <stdlib.h>
#include <string.h>

/* A name and a date; those of the cases lie elsewhere. */
#define CANARY "Dr Kanari 1993-11-17"
static const char *const signs[] = {"Kanari", "1993-11"};

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

/* Libfuzzer's functions have no argument for what outlives one input. */
static struct {
	struct clincourse *context;
	struct clincourse_render *render;
} world;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct clincourse_diags *diags = clincourse_diags_create();

	(void)argc;
	(void)argv;
	world.context = clincourse_create(NULL, diags);
	g_assert_nonnull(world.context);
	world.render = clincourse_render_create(world.context);
	g_assert_true(
	    clincourse_render_set(world.render, "privacy", "relative", diags));
	clincourse_diags_destroy(diags);
	return 0;
}

static void
assert_silent(const char *bytes, size_t length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		const char *heard =
		    memmem(bytes, length, signs[i], strlen(signs[i]));
		const size_t before =
		    heard != NULL ? MIN(60, (size_t)(heard - bytes)) : 0;

		if (heard != NULL)
			g_error("%.*s", (int)before + 60, heard - before);
	}
}

static void
draw(const struct clincourse_case *course, const char *format,
    struct clincourse_diags *diags)
{
	char *bytes = NULL;
	size_t length;

	if (!clincourse_draw_memory(
		world.render, course, format, &bytes, &length, diags))
		return;
	assert_silent(bytes, length);
	free(bytes);
}

/* A canary that was broken, or grown together with a word before it, is no name
 * any more, and may be drawn. */
static bool
is_whole(const char *bytes, size_t size)
{
	const char *end = bytes + size, *at = bytes;

	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		for (at = bytes; (at = memmem(at, (size_t)(end - at), signs[i],
				      strlen(signs[i]))) != NULL;
		     at++) {
			const char *from =
			    at - (strstr(CANARY, signs[i]) - CANARY);

			if (from <= bytes || strchr("\"> ", from[-1]) == NULL ||
			    end - from <= (long)strlen(CANARY) ||
			    memcmp(from, CANARY, strlen(CANARY)) != 0)
				return false;
		}
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct clincourse_diags *diags;
	struct clincourse_reader *reader;
	const struct clincourse_case *course;
	char *said;

	if (!is_whole(bytes, size))
		return -1;
	diags = clincourse_diags_create();
	clincourse_diags_discreet(diags, 1);
	reader = clincourse_open_memory(world.context, "-", bytes, size, diags);
	course = reader != NULL ? clincourse_next(reader, NULL, diags) : NULL;
	if (course != NULL) {
		draw(course, "svg", diags);
		draw(course, "md", diags);
	}
	said = clincourse_diags_text(
	    diags, CLINCOURSE_DIAGS_TEXT, CLINCOURSE_NOTE);
	assert_silent(said, strlen(said));
	free(said);
	clincourse_close(reader);
	clincourse_diags_destroy(diags);
	return 0;
}

/* Into a value or a text of the case: behind one of the signs that begin them,
 * in place of what stands there. */
static void
canary_put(GString *text, struct cc_random *random)
{
	const size_t from = (size_t)cc_random_below(random, (int)text->len);
	const char *at = strpbrk(text->str + from, "\">");
	size_t begin, length;

	if (at == NULL || at[1] == '\0')
		return;
	begin = (size_t)(at + 1 - text->str);
	length = strcspn(text->str + begin, *at == '"' ? "\"" : "<");
	if (*at == '"' && strchr("=", at > text->str ? at[-1] : ' ') == NULL)
		return;
	g_string_erase(text, (gssize)begin, (gssize)length);
	g_string_insert(text, (gssize)begin, CANARY);
}

size_t
LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
	enum { FRESH = 16, SING = 3 }; /* one in so many */
	g_autoptr(GString) text = NULL;
	struct cc_random random;
	struct cc_knobs knobs;

	if (seed % FRESH != 0 && seed % SING != 0)
		return LLVMFuzzerMutate(data, size, max_size);
	text = g_string_new_len((const char *)data, (gssize)size);
	cc_random_init(&random, seed, 0);
	if (seed % FRESH == 0) {
		cc_knobs_init(&knobs, seed / FRESH);
		knobs.events = 1 + cc_random_below(&random, 24);
		g_string_truncate(text, 0);
		cc_case_generate(&knobs, text);
	}
	if (text->len > 0)
		canary_put(text, &random);
	if (text->len > max_size)
		return LLVMFuzzerMutate(data, size, max_size);
	memcpy(data, text->str, text->len);
	return text->len;
}
