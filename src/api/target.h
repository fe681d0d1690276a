/* Where a picture goes. */
#ifndef CC_API_TARGET_H
#define CC_API_TARGET_H

#include "api/context.h"

/* A picture of the files at `paths` (NULL: of a case that was read) is about
 * to be written to `path` (NULL: to memory); its folder is swept the first
 * time. False after E486 where that, or the file of its measurements, is one
 * of the files, one that the context was made from or one that it keeps; or
 * where the two are the same. */
bool cc_target_free(const struct clincourse_render *render, const char *path,
    const char *const *paths, size_t count, struct clincourse_diags *diags);

/* False after E486 where it is the file that the case was read from, a
 * vocabulary beside it or an image that it names. */
bool cc_target_spares(const struct clincourse_render *render, const char *path,
    const struct clincourse_case *course, struct clincourse_diags *diags);

/* Whether a file in a folder is a case, vocabulary, theme or size, though not
 * of this run. */
bool cc_target_is_source(int folder, const char *path);

#endif
