#include "follow/dose.h"

#include "model/vocab.h"

#include <glib.h>
#include <math.h>

/* The dose of an attribute is the first, and holds from the start. */
static struct cc_dose *
with_first(struct cc_arena *arena, const struct cc_amount *amount,
    const struct cc_dose *changes, size_t count)
{
	struct cc_dose *all =
	    cc_arena_new_array(arena, struct cc_dose, count + 1);

	all[0] = (struct cc_dose){.is = *amount, .to = NAN};
	for (size_t i = 0; i < count; i++)
		all[i + 1] = changes[i];
	return all;
}

static bool
is_alike(const struct cc_doses *doses)
{
	for (size_t i = 0; i < doses->count; i++) {
		const struct cc_amount *amount = &doses->all[i].is;

		if (amount->most_digits != NULL ||
		    (amount->unit != NULL &&
			!cc_unit_same(amount->unit, doses->unit)))
			return false;
	}
	return true;
}

struct cc_doses
cc_doses_of(struct cc_arena *arena, const struct cc_fact *treatment,
    const struct cc_drug *drug)
{
	const struct cc_amount *first =
	    drug != NULL ? &drug->dosing.amount : &treatment->dosing.amount;
	struct cc_doses doses = {
	    .treatment = treatment,
	    .all = drug != NULL ? drug->doses : treatment->doses,
	    .count = drug != NULL ? drug->dose_count : treatment->dose_count,
	    .unit = drug != NULL && drug->unit != NULL ? drug->unit
	                                               : treatment->unit,
	};

	if (first->text != NULL)
		doses.all = with_first(arena, first, doses.all, doses.count++);
	for (size_t i = 0; doses.unit == NULL && i < doses.count; i++)
		doses.unit = doses.all[i].is.unit;
	doses.alike = is_alike(&doses);
	return doses;
}

const char *
cc_doses_unit(const struct cc_doses *doses, size_t at)
{
	const char *own = doses->all[at].is.unit;

	return own != NULL ? own : doses->unit;
}

bool
cc_dose_is_stop(const struct cc_doses *doses, size_t at)
{
	const struct cc_span *dose = &doses->all[at].when.span;
	const struct cc_span *span = &doses->treatment->when.span;

	if (doses->all[at].is.most != 0 || at + 1 < doses->count)
		return false;
	return !dose->dated || !span->dated ||
	       dose->latest_start.minute >= span->earliest_end.minute ||
	       dose->latest_end.minute >= span->earliest_end.minute;
}
