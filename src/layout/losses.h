/* What the pages of a course have no room for, gathered so that it is told once
 * for all of them, each thing once. */
#ifndef CC_LAYOUT_LOSSES_H
#define CC_LAYOUT_LOSSES_H

#include "base/arena.h"
#include "base/diag.h"

#include <glib.h>

struct cc_figure;
struct cc_losses;

struct cc_losses *cc_losses_create(void);
void cc_losses_destroy(struct cc_losses *losses); /* takes NULL */
void cc_losses_clear(struct cc_losses *losses);

/* Those of a page's panels. `needed`: height that all of it would need, told
 * where rows went; `there`: that of the page [mm]. */
void cc_losses_add(struct cc_losses *losses, const struct cc_figure *panels,
    size_t count, double needed, double there);

/* How many things there are; and how many of them are rows, what stands in
 * such, or events: these another page can take. */
size_t cc_losses_count(const struct cc_losses *losses);
size_t cc_losses_rows_count(const struct cc_losses *losses);

/* Height that a page needs for its rows; 0: none lost rows [mm]. */
double cc_losses_needed(const struct cc_losses *losses);

/* A string a kind with names: "intents of treatments (2: ABVD, nivolumab)"; and
 * the names of rows. In the arena; the caller frees the array. */
GPtrArray *cc_losses_kinds(
    const struct cc_losses *losses, struct cc_arena *arena);
GPtrArray *cc_losses_rows(
    const struct cc_losses *losses, struct cc_arena *arena);

/* W402, if there are any; `way_out` stands behind it. */
void cc_losses_tell(const struct cc_losses *losses, const char *way_out,
    struct cc_diags *diags);

#endif
