/* Rules of rows that hold more than one curve: what their axes can show. */
#include "follow/check.h"

#include "model/rules.h"

/* "no unit" is one as well: a count, a ratio. */
static const char *
said(const char *unit)
{
	return unit != NULL && unit[0] != '\0' ? unit : "no unit";
}

/* The unit on the right side of a row, once something stands there. */
struct right {
	bool taken;
	const char *unit;
};

/* The side is for one unit: a dose is none of a test's. */
static void
take_right(const struct cc_check *check, struct right *right,
    const struct cc_curve *row, const char *unit, struct cc_pos pos)
{
	if (right->taken && g_strcmp0(right->unit, unit) != 0)
		cc_diag(check->diags, CC_E386, pos, said(row->unit),
		    said(right->unit), said(unit));
	*right = (struct right){true, right->taken ? right->unit : unit};
}

static void
check_row(const struct cc_follow *follow, const struct cc_check *check,
    const struct cc_curve *row)
{
	const struct cc_curves *curves = &follow->curves;
	struct right right = {0};

	if (row->area != NULL && row->area->count > 0)
		take_right(check, &right, row, row->area->unit, row->fact->pos);
	for (size_t i = 0; i < curves->count; i++) {
		const struct cc_curve *curve = &curves->item[i];

		if (curve->with != row)
			continue;
		if (cc_curve_is_right(curve))
			take_right(
			    check, &right, row, curve->unit, curve->fact->pos);
		if (curve->area != NULL && curve->area->count > 0)
			take_right(check, &right, row, curve->area->unit,
			    curve->fact->pos);
	}
}

static void
check_area(const struct cc_check *check, const struct cc_curve *curve)
{
	const struct cc_fact *fact = curve->fact;

	if ((curve->area->alike && curve->area->count > 0) ||
	    fact->area->kind != CC_KIND_TREATMENT)
		return;
	if (curve->area->fact == NULL || curve->area->alike)
		cc_diag(check->diags, CC_E387, fact->pos, fact->area_name);
	else
		cc_diag(check->diags, CC_E388, fact->pos, fact->area_name,
		    said(curve->area->unit));
}

void
cc_check_curves(const struct cc_follow *follow, const struct cc_check *check)
{
	const struct cc_curves *curves = &follow->curves;

	for (size_t i = 0; i < curves->count; i++) {
		const struct cc_curve *curve = &curves->item[i];

		if (curve->area != NULL)
			check_area(check, curve);
		if (curve->with == NULL)
			check_row(follow, check, curve);
	}
}
