#include "output/output.h"

#include <string.h>

const struct cc_output *
cc_output_find(const char *name)
{
	size_t i;

	for (i = 0; cc_outputs()[i] != NULL; i++)
		if (strcmp(cc_outputs()[i]->name, name) == 0)
			return cc_outputs()[i];
	return NULL;
}

static bool
has_suffix(const char *path, const char *suffix)
{
	const size_t length = strlen(path), tail = strlen(suffix);

	return length > tail &&
	       g_ascii_strcasecmp(path + length - tail, suffix) == 0;
}

const struct cc_output *
cc_output_by_suffix(const char *path)
{
	size_t i;

	for (i = 0; cc_outputs()[i] != NULL; i++)
		if (has_suffix(path, cc_outputs()[i]->suffix))
			return cc_outputs()[i];
	return NULL;
}
