/* Files that a case names: they lie beside it, or in a folder there. */
#include "model/read.h"

#include "base/below.h"

#include <string.h>

const char *
cc_read_beside(struct cc_arena *arena, const struct cc_attribute *from,
    const char *path, size_t limit, size_t *length, const char **why)
{
	const char *name = from->pos.source->name;
	g_autofree char *folder = g_path_get_dirname(name);

	*why = cc_below_trouble(path);
	if (*why == NULL && strcmp(name, "-") == 0)
		*why = "a case from standard input lies in no folder";
	return *why == NULL
	           ? cc_below_read(arena, folder, path, limit, length, why)
	           : NULL;
}
