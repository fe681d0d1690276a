/* Built-in templates for unit tests: every file of a folder, added. */
#ifndef TESTS_UNIT_BUILTIN_H
#define TESTS_UNIT_BUILTIN_H

#include "api/templates.h"
#include "base/diag.h"

#include <string.h>

static inline struct cc_source
source_of(const char *name, const char *text)
{
	return (struct cc_source){.name = name,
	    .bytes = text,
	    .length = strlen(text),
	    .first_line = 1};
}

typedef bool (*builtin_add)(
    void *to, const struct cc_source *source, struct cc_diags *diags);

struct builtin {
	void *to;
	builtin_add add;
	GPtrArray *sources; /* owned by who loads; outlives `to` */
	const char *only;   /* a part of the name, or NULL */
};

static inline bool
builtin_take(const struct cc_source *shipped, void *data)
{
	struct builtin *builtin = data;
	struct cc_source *source;
	struct cc_diags diags;
	g_autoptr(GString) said = g_string_new(NULL);

	if (builtin->only != NULL && strstr(shipped->name, builtin->only) == NULL)
		return true;
	source = g_memdup2(shipped, sizeof *shipped);
	source->tree = NULL; /* here the XML itself is judged */
	g_ptr_array_add(builtin->sources, source);
	cc_diags_init(&diags);
	g_assert_true(builtin->add(builtin->to, source, &diags));
	cc_diags_text(&diags, CC_NOTE, said);
	g_assert_cmpstr(said->str, ==, "");
	cc_diags_finish(&diags);
	return true;
}

/* Returns the sources, to be freed after `to`. */
static inline GPtrArray *
builtin_load(const char *folder, const char *only, builtin_add add, void *to)
{
	struct builtin builtin = {.to = to, .add = add, .only = only};

	builtin.sources = g_ptr_array_new_with_free_func(g_free);
	g_assert_true(cc_templates_each(folder, builtin_take, &builtin));
	g_assert_cmpuint(builtin.sources->len, >, 0);
	return builtin.sources;
}

#endif
