#include "api/templates.h"

#include "templates-resource.h" /* generated */

#include <stdlib.h>
#include <string.h>

#define TEMPLATES_PATH "/clincourse/"

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `file` is "vocab/tests.xml". */
static const unsigned char *
tree_find(const char *file)
{
	const struct cc_packed *packed = cc_templates_packed;

	while (packed->name != NULL && strcmp(packed->name, file) != 0)
		packed++;
	return packed->tree;
}

struct cc_source
cc_templates_source(const char *file)
{
	g_autofree char *path = g_strconcat(TEMPLATES_PATH, file, NULL);
	g_autofree char *shown = g_strconcat("templates/", file, NULL);
	g_autoptr(GBytes) bytes =
	    g_resource_lookup_data(cc_templates_get_resource(), path,
		G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
	struct cc_source source = {.first_line = 1, .tree = tree_find(file)};
	gsize length;

	g_assert(bytes != NULL); /* the name is one of the list */
	/* Uncompressed resources lie in the binary: the bytes outlive GBytes.
	 * Names are interned, a handful for good. */
	source.bytes = g_bytes_get_data(bytes, &length);
	source.length = length;
	source.name = g_intern_string(shown);
	return source;
}

bool
cc_templates_each(const char *folder,
    bool (*take)(const struct cc_source *source, void *data), void *data)
{
	g_autofree char *path = g_strconcat(TEMPLATES_PATH, folder, NULL);
	g_auto(GStrv) names =
	    g_resource_enumerate_children(cc_templates_get_resource(), path,
		G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

	if (names == NULL)
		return true;
	qsort(names, g_strv_length(names), sizeof(*names), compare_names);
	for (char **name = names; *name != NULL; name++) {
		g_autofree char *file = g_strconcat(folder, "/", *name, NULL);
		const struct cc_source source = cc_templates_source(file);

		if (!take(&source, data))
			return false;
	}
	return true;
}
