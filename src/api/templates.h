/* The templates that the library carries. */
#ifndef CC_API_TEMPLATES_H
#define CC_API_TEMPLATES_H

#include "xml/pack.h"

/* Their element trees; ends with a row without a name. Generated. */
extern const struct cc_packed cc_templates_packed[];

/* Calls `take` with every built-in file of a folder ("vocab", "lang",
 * "themes", "sizes", "cases"), by name: "templates/vocab/tests.xml". What the
 * source points to lives as long as the process. False as soon as `take` is.
 */
bool cc_templates_each(const char *folder,
    bool (*take)(const struct cc_source *source, void *data), void *data);

#endif
