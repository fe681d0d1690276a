/* The templates that the library carries. */
#ifndef CC_API_TEMPLATES_H
#define CC_API_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>

/* Calls `take` with every built-in file of a folder ("vocab", "lang",
 * "themes", "sizes", "cases"), by name. `name` ("templates/vocab/drugs.xml")
 * and `bytes` live as long as the process. False as soon as `take` is. */
bool cc_templates_each(const char *folder,
    bool (*take)(
	const char *name, const char *bytes, size_t length, void *data),
    void *data);

#endif
