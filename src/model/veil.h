/* The copy of a case for strangers: one walk over the shape, in which each row
 * says what becomes of its field. What has no row is not copied, so that what
 * is new in a struct is not shown before somebody has said how. */
#ifndef CC_MODEL_VEIL_H
#define CC_MODEL_VEIL_H

#include "model/privacy.h"
#include "model/shape.h"

/* One transformation: from the case to its copy. */
struct cc_cloak {
	struct cc_arena *arena;
	const struct cc_forms *forms;
	const struct cc_leaks *leaks; /* the forms of the level */
	const struct cc_vocab *vocab; /* NULL: it has no word */
	struct cc_diags *diags;
	const struct cc_case *from;
	struct cc_case *to; /* its facts are there, and have their ids */
	struct cc_veil veil;
	GHashTable *codes; /* code -> what is shown in its place */
	GHashTable *shown; /* those, as a set */
	GHashTable *langs; /* languages that were said to have no forms */
};

void cc_cloak_init(struct cc_cloak *cloak, struct cc_arena *arena,
    const struct cc_case *from, struct cc_case *to);
void cc_cloak_finish(struct cc_cloak *cloak);

/* Copies an element's fields, content and children to `to`, whose members are
 * zero, but for ids that it has been given. `owner` is when the original is
 * where it does not say so itself, or NULL; `index` counts it among its kind.
 */
void cc_shape_copy(const struct cc_cloak *cloak, const struct cc_shape *shape,
    void *to, const void *from, const struct cc_when *owner, size_t index);

/* Where a fact of the original stands in the copy, and its id there; NULL of
 * NULL. */
const struct cc_fact *cc_cloak_fact(
    const struct cc_cloak *cloak, const struct cc_fact *fact);
const char *cc_cloak_id(
    const struct cc_cloak *cloak, const struct cc_fact *fact);

#endif
