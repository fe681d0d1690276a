/* Any bytes as a template: a vocabulary, a language, a theme, a size, the forms
 * of names. Starts over from a few entries of a shipped one again and again and
 * breaks them: each is taken, or refused with a reason, and lets itself be
 * looked through then. */
#include "api/context.h"
#include "api/templates.h"
#include "layout/size.h"
#include "layout/theme.h"
#include "model/leak.h"
#include "random.h"
#include "words/words.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);
size_t LLVMFuzzerCustomMutator(
    guint8 *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate(guint8 *data, size_t size, size_t max_size);

static bool
vocab_read(const struct cc_source *source, struct cc_diags *diags)
{
	struct cc_vocab *vocab = cc_vocab_create();
	const bool read = cc_vocab_add(vocab, source, true, diags) &&
	                  cc_vocab_settle(vocab, diags);

	cc_vocab_destroy(vocab);
	return read;
}

static bool
language_read(const struct cc_source *source, struct cc_diags *diags)
{
	struct cc_languages *languages = cc_languages_create();
	struct cc_vocab *vocab = cc_vocab_create();
	const struct cc_element *names =
	    cc_languages_add(languages, source, diags);
	const bool read = names != NULL && cc_vocab_name(vocab, names, diags);

	cc_vocab_destroy(vocab);
	cc_languages_destroy(languages);
	return read;
}

static bool
theme_read(const struct cc_source *source, struct cc_diags *diags)
{
	struct cc_themes *themes = cc_themes_create();
	const char *const *names;
	bool read = cc_themes_add(themes, source, diags);
	size_t count;

	names = cc_themes_list(themes, &count);
	for (size_t i = 0; i < count; i++)
		read = cc_themes_find(themes, names[i], (struct cc_pos){0},
			   diags) != NULL &&
		       read;
	cc_themes_destroy(themes);
	return read;
}

static bool
size_read(const struct cc_source *source, struct cc_diags *diags)
{
	struct cc_sizes *sizes = cc_sizes_create();
	const bool read = cc_sizes_add(sizes, source, diags);
	struct cc_arena arena;
	size_t count;

	cc_arena_init(&arena);
	for (const struct cc_size *const *list = cc_sizes_list(sizes, &count);
	     count > 0; list++, count--)
		g_assert_nonnull(cc_size_for(*list, "zh", &arena));
	cc_arena_finish(&arena);
	cc_sizes_destroy(sizes);
	return read;
}

/* Forms are tried on a text that most of them are about. */
static bool
forms_read(const struct cc_source *source, struct cc_diags *diags)
{
	static const char text[] =
	    "Dr. Jo Doe, 12. Juli 2022, born May 3, 1950, 王医生 2022年3月4日, "
	    "+49 30 1234567, jo@example.org, 93 years old";
	struct cc_forms *forms = cc_forms_create();
	const bool read = cc_forms_add(forms, source, diags);
	GArray *found = NULL;

	if (read)
		found = cc_leaks_find(
		    cc_forms_leaks(forms, CC_PRIVACY_RELATIVE), text);
	for (guint i = 0; found != NULL && i < found->len; i++) {
		const struct cc_leak_found *leak =
		    &g_array_index(found, struct cc_leak_found, i);

		g_assert_cmpuint(leak->at + leak->length, <, sizeof text);
	}
	if (found != NULL)
		g_array_unref(found);
	cc_forms_destroy(forms);
	return read;
}

static const struct row {
	const char *folder;
	bool (*read)(const struct cc_source *source, struct cc_diags *diags);
} rows[] = {
    {"vocab", vocab_read},
    {"lang", language_read},
    {"themes", theme_read},
    {"sizes", size_read},
    {"privacy", forms_read},
};

/* The first byte chooses what it is, the rest is the file. */
int
LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
	g_autoptr(GString) said = g_string_new(NULL);
	g_autofree char *bytes = NULL;
	struct cc_source source;
	struct cc_diags diags;
	bool read;

	if (size == 0)
		return 0;
	bytes = g_strndup((const char *)data + 1, size - 1);
	source = (struct cc_source){.name = "fuzz",
	    .bytes = bytes,
	    .length = size - 1,
	    .first_line = 1};
	cc_diags_init(&diags);
	read = rows[data[0] % G_N_ELEMENTS(rows)].read(&source, &diags);
	g_assert_true(read || cc_diags_errors(&diags) > 0);
	cc_diags_text(&diags, CC_NOTE, said);
	g_assert_true(g_utf8_validate(said->str, (gssize)said->len, NULL));
	cc_diags_finish(&diags);
	return 0;
}

/* ---- a few entries of a shipped file ---- */

#define ENTRY "\n  <"
#define ENTRIES_MOST 4

static bool
file_collect(const struct cc_source *source, void *data)
{
	g_array_append_vals(data, source, 1);
	return true;
}

/* Where its entries begin, and where the last ends. */
static GArray *
entries_of(const char *bytes, size_t length)
{
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(size_t));
	const char *end = bytes + length, *at = bytes, *found;
	size_t offset;

	while ((found = memmem(at, (size_t)(end - at), ENTRY, strlen(ENTRY))) !=
	       NULL) {
		offset = (size_t)(found - bytes);
		g_array_append_val(entries, offset);
		at = found + strlen(ENTRY);
	}
	found = memmem(at, (size_t)(end - at), "\n</", strlen("\n</"));
	offset = (size_t)((found != NULL ? found : end) - bytes);
	g_array_append_val(entries, offset);
	return entries;
}

static void
excerpt(struct cc_random *random, const struct cc_source *source, GString *to)
{
	g_autoptr(GArray) entries = entries_of(source->bytes, source->length);
	const size_t *at = (const size_t *)(const void *)entries->data;
	const guint last = entries->len - 1;

	g_string_append_len(to, source->bytes, (gssize)at[0]);
	for (int i = 0; i < ENTRIES_MOST; i++) {
		int entry = cc_random_below(random, (int)last);

		if (last > 0)
			g_string_append_len(to, source->bytes + at[entry],
			    (gssize)(at[entry + 1] - at[entry]));
	}
	g_string_append_len(
	    to, source->bytes + at[last], (gssize)(source->length - at[last]));
}

size_t
LLVMFuzzerCustomMutator(
    guint8 *data, size_t size, size_t max_size, unsigned int seed)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) files =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_source));
	struct cc_random random;
	int row;

	if (seed % 8 != 0)
		return LLVMFuzzerMutate(data, size, max_size);
	cc_random_init(&random, seed / 8, 0);
	row = cc_random_below(&random, G_N_ELEMENTS(rows));
	cc_templates_each(rows[row].folder, file_collect, files);
	g_string_append_c(text, (char)row);
	excerpt(&random,
	    &g_array_index(files, struct cc_source,
		cc_random_below(&random, (int)files->len)),
	    text);
	if (text->len > max_size)
		return LLVMFuzzerMutate(data, size, max_size);
	memcpy(data, text->str, text->len);
	return text->len;
}
