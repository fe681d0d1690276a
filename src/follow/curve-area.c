/* The doses that lie under a curve: what was given, as heights over time. */
#include "follow/follow.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* While an area is made: its pieces so far. */
struct area {
	struct cc_arena *arena;
	const struct cc_follow *follow;
	struct cc_dose_area *to;
	GArray *pieces;
};

/* Two instants between which a dose changed, began or ended; the same where
 * that is known to the day. */
struct change {
	struct cc_instant from, to;
};

static void
add_piece(struct area *area, struct cc_dose_piece piece)
{
	if (piece.from.minute >= piece.to.minute ||
	    (piece.first <= 0 && piece.last <= 0))
		return;
	g_array_append_val(area->pieces, piece);
	area->to->most = fmax(area->to->most, fmax(piece.first, piece.last));
}

/* A day's change is one at its beginning. */
static struct change
start_of(const struct area *area, const struct cc_span *span)
{
	struct change start = {span->earliest_start, span->latest_start};

	if (cc_start_is_exact(span, area->follow->exact))
		start.to = start.from;
	return start;
}

static struct change
change_of(const struct area *area, const struct cc_extent *extent,
    const struct cc_dose *dose)
{
	return start_of(
	    area, dose->when.span.dated ? &dose->when.span : &extent->span);
}

/* An end that nobody stated is somewhere behind the last change. */
static struct change
end_of(const struct area *area, const struct cc_extent *extent,
    struct cc_instant begun)
{
	const struct cc_span *span = &extent->span;
	struct change end = {span->earliest_end, span->latest_end};

	if (!span->interval)
		end.from = span->earliest_start;
	if (extent->end == CC_END_GOES_ON ||
	    end.to.minute - end.from.minute <= area->follow->exact)
		end.from = end.to;
	end.from.minute = MAX(end.from.minute, begun.minute);
	return end;
}

/* From the last change on: to its own end, else to that of the treatment. */
static void
add_last(struct area *area, const struct cc_extent *extent,
    const struct cc_dose *dose, struct cc_instant begun)
{
	const struct cc_span *own = &dose->when.span;
	struct change end = end_of(area, extent, begun);
	double last = isnan(dose->to) ? dose->is.number : dose->to;
	bool stated = extent->end == CC_END_STATED ||
	              extent->end == CC_END_GOES_ON ||
	              extent->end == CC_END_DEATH;

	if (own->dated && own->interval && own->end_form == CC_MOMENT_POINT)
		end.from = end.to = own->latest_end;
	add_piece(area, (struct cc_dose_piece){
			    begun, end.from, dose->is.number, last, true});
	add_piece(area, (struct cc_dose_piece){
			    end.from, end.to, last, stated ? 0 : last, false});
}

static void
add_doses(struct area *area, const struct cc_doses *doses,
    const struct cc_extent *extent)
{
	double before = 0;

	for (size_t i = 0; i < doses->count; i++) {
		const struct cc_dose *dose = &doses->all[i];
		struct change change = change_of(area, extent, dose);

		add_piece(area, (struct cc_dose_piece){change.from, change.to,
				    before, dose->is.number, false});
		before = isnan(dose->to) ? dose->is.number : dose->to;
		if (i + 1 == doses->count) {
			add_last(area, extent, dose, change.to);
			return;
		}
		add_piece(area, (struct cc_dose_piece){change.to,
				    change_of(area, extent, dose + 1).from,
				    dose->is.number, before, true});
	}
}

/* What is given as a whole course has no height at a time. */
static bool
is_rate(const struct cc_fact *fact, const struct cc_drug *drug)
{
	return drug != NULL ? !drug->dosing.cumulative
	                    : !fact->dosing.cumulative;
}

static void
add_given(
    struct area *area, const struct cc_fact *fact, const struct cc_drug *drug)
{
	struct cc_dose_area *to = area->to;
	const struct cc_doses doses = cc_doses_of(area->arena, fact, drug);
	const struct cc_extent extent = cc_extent_of(area->follow, fact,
	    drug != NULL && drug->when.span.dated ? &drug->when.span : NULL);

	if (doses.count == 0 || !fact->happened || !extent.span.dated ||
	    !is_rate(fact, drug))
		return;
	if (to->fact == NULL) {
		to->fact = fact;
		to->drug = drug;
		to->term = drug != NULL ? drug->term : fact->term;
		to->unit = doses.unit;
		to->alike = true;
	}
	to->alike =
	    to->alike && doses.alike && cc_unit_same(to->unit, doses.unit);
	add_doses(area, &doses, &extent);
}

/* All that the patient was given by a code. */
static void
add_code(struct area *area, const struct cc_fact *series)
{
	const struct cc_case *course = area->follow->course;
	const char *code = series->area_name;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->patient != series->patient)
			continue;
		if (fact->kind == CC_KIND_TREATMENT &&
		    g_strcmp0(fact->code, code) == 0)
			add_given(area, fact, NULL);
		for (size_t k = 0; k < fact->drug_count; k++)
			if (g_strcmp0(fact->drugs[k].code, code) == 0)
				add_given(area, fact, &fact->drugs[k]);
	}
}

const struct cc_dose_area *
cc_curve_area(struct cc_arena *arena, const struct cc_follow *follow,
    const struct cc_fact *series)
{
	g_autoptr(GArray) pieces = NULL;
	struct area area = {.arena = arena, .follow = follow};

	if (series->area == NULL)
		return NULL;
	area.pieces = pieces =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_dose_piece));
	area.to = cc_arena_new(arena, struct cc_dose_area);
	if (g_strcmp0(series->area->id, series->area_name) == 0)
		add_given(&area, series->area, NULL);
	else
		add_code(&area, series);
	area.to->count = area.to->alike ? pieces->len : 0;
	if (area.to->count > 0)
		area.to->piece = cc_arena_memdup(arena, pieces->data,
		    area.to->count * sizeof(struct cc_dose_piece));
	return area.to;
}
