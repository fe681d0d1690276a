#include "model/model.h"
#include "model/rules.h"

#include <string.h>

static bool
is_death(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_OUTCOME && fact->code != NULL &&
	       strcmp(fact->code, "death") == 0 &&
	       fact->status == CC_STATUS_DONE;
}

bool
cc_fact_outlives(const struct cc_fact *fact)
{
	if (cc_kind_row(fact->kind)->outlives)
		return true;
	if (fact->kind != CC_KIND_PROCEDURE || fact->code == NULL)
		return false;
	return strcmp(fact->code, "autopsy") == 0 ||
	       (fact->term != NULL &&
		   g_strcmp0(fact->term->class, "biopsy") == 0);
}

static void
check_against_death(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_fact *death)
{
	const struct cc_span *span = &fact->when.span;
	const struct cc_span *end = &death->when.span;
	struct cc_pos pos = cc_time_place(&fact->when, fact->pos);
	bool doubtful = cc_doubtful(span, end);

	if (cc_starts_before(end, span))
		cc_rule_diag(check, doubtful, CC_E340, pos,
		    cc_line_of(check, CC_E340, death->pos));
	else if (span->interval && span->end_form != CC_MOMENT_OPEN &&
		 span->earliest_end.minute >= end->latest_start.minute)
		cc_rule_diag(check, doubtful, CC_E341, pos,
		    cc_line_of(check, CC_E341, death->pos));
}

void
cc_rule_deaths(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autofree const struct cc_fact **deaths =
	    g_new0(const struct cc_fact *, cc_patient_room(course));

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact **death = &deaths[fact->patient];

		if (!is_death(fact))
			continue;
		if (*death != NULL)
			cc_diag(check->diags, CC_W321, fact->pos,
			    cc_line_of(check, CC_W321, (*death)->pos));
		else
			*death = fact;
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact *death = deaths[fact->patient];

		if (death != NULL && death != fact && death->when.span.dated &&
		    cc_fact_took_place(fact) && !cc_fact_outlives(fact))
			check_against_death(check, fact, death);
	}
}

/* An effect before its cause. */
static void
check_causes(const struct cc_check *check, const struct cc_when *when,
    const struct cc_reasons *because, struct cc_pos pos)
{
	for (size_t i = 0; i < because->words.count; i++) {
		const struct cc_fact *cause = because->fact[i];

		if (cause != NULL &&
		    cc_starts_before(&when->span, &cause->when.span))
			cc_rule_diag(check,
			    cc_doubtful(&when->span, &cause->when.span),
			    CC_W319, cc_time_place(when, pos),
			    cc_line_of(check, CC_W319, cause->pos));
	}
}

/* ---- why something ended ---- */

/* From one cycle to the next [min]: what comes before the next would have begun
 * is what stopped it. 0: it is not said. */
static int64_t
cycle_of(const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	if (fact->every != NULL)
		return cc_period_least(fact->every);
	if (fact->cycles < 2 || !span->interval ||
	    span->earliest_start.minute == INT64_MIN ||
	    span->latest_end.minute == INT64_MAX)
		return 0;
	return (span->latest_end.minute - span->earliest_start.minute) /
	       (fact->cycles - 1);
}

static bool
ends_before(
    const struct cc_span *span, const struct cc_span *cause, int64_t cycle)
{
	return span->dated && cause->dated &&
	       span->latest_end.minute < INT64_MAX - cycle &&
	       span->latest_end.minute + cycle <= cause->earliest_start.minute;
}

static void
check_reason(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_when *when, const struct cc_fact *cause, struct cc_pos pos)
{
	if (ends_before(&when->span, &cause->when.span, cycle_of(fact)))
		cc_rule_diag(check, cc_doubtful(&when->span, &cause->when.span),
		    CC_W344, pos, cc_line_of(check, CC_W344, cause->pos));
	if (cause->patient != fact->patient)
		cc_diag(check->diags, CC_W345, pos,
		    cc_line_of(check, CC_W345, cause->pos));
}

/* NULL: it has ended, or nobody says. */
static const char *
goes_on(const struct cc_fact *fact, const struct cc_when *when)
{
	if (fact->status == CC_STATUS_PLANNED)
		return "this is planned";
	if (fact->status == CC_STATUS_NOT_DONE)
		return "this was not done";
	return when->span.interval && when->span.end_form == CC_MOMENT_OPEN
	           ? "by its time this goes on"
	           : NULL;
}

static void
check_stop(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_when *when, const struct cc_reasons *stop)
{
	const struct cc_words *words = &stop->words;
	const char *trouble = words->count > 0 ? goes_on(fact, when) : NULL;

	if (trouble != NULL)
		cc_diag(check->diags, CC_E383, words->pos[0], trouble);
	for (size_t i = 0; i < words->count && trouble == NULL; i++)
		if (stop->fact[i] != NULL)
			check_reason(
			    check, fact, when, stop->fact[i], words->pos[i]);
}

static void
check_stops(const struct cc_check *check, const struct cc_fact *fact)
{
	check_stop(check, fact, &fact->when, &fact->stop);
	for (size_t i = 0; i < fact->drug_count; i++) {
		const struct cc_drug *drug = &fact->drugs[i];

		check_stop(check, fact,
		    drug->when.time.text != NULL ? &drug->when : &fact->when,
		    &drug->stop);
	}
}

/* ---- from when it is counted ---- */

/* What happened cannot have come so long after what did not. */
static void
check_origin(
    const struct cc_check *check, const struct cc_when *when, struct cc_pos pos)
{
	if (when->since != NULL && !when->since->happened)
		cc_diag(check->diags, CC_W336, cc_time_place(when, pos),
		    cc_line_of(check, CC_W336, when->since->pos));
}

void
cc_rule_origins(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (!fact->happened)
			continue;
		check_origin(check, &fact->when, fact->pos);
		/* Of a panel they are the panel's own. */
		for (size_t k = 0; k < fact->value_count; k++)
			if (fact->kind != CC_KIND_PANEL)
				check_origin(check, &fact->values[k].when,
				    fact->values[k].pos);
		for (size_t k = 0; k < fact->dose_count; k++)
			check_origin(
			    check, &fact->doses[k].when, fact->doses[k].pos);
	}
}

void
cc_rule_causes(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		check_causes(check, &fact->when, &fact->because, fact->pos);
		check_stops(check, fact);
		for (size_t k = 0; k < fact->dose_count; k++)
			check_causes(check, &fact->doses[k].when,
			    &fact->doses[k].because, fact->doses[k].pos);
		for (size_t k = 0; k < fact->drug_count; k++)
			check_causes(check, &fact->drugs[k].when,
			    &fact->drugs[k].because, fact->drugs[k].pos);
	}
}

static bool
grows_from(const struct cc_fact *fact, const struct cc_fact *other)
{
	const struct cc_words *from = &fact->term->from;

	for (size_t i = 0; other->term != NULL && i < from->count; i++)
		if (strcmp(from->word[i], other->term->code) == 0)
			return true;
	return false;
}

/* Two diseases of which one is known to become the other: whether it did is
 * the author's to say, for intervals and responses hang on it. */
static void
ask_evolution(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *other = &course->facts[i];

		if (other->kind != CC_KIND_DIAGNOSIS || !other->happened ||
		    other->patient != fact->patient ||
		    !grows_from(fact, other) ||
		    cc_starts_before(&fact->when.span, &other->when.span))
			continue;
		cc_diag(check->diags, CC_W333, fact->pos, fact->term->code,
		    other->term->code, cc_line_of(check, CC_W333, other->pos));
		return;
	}
}

void
cc_rule_evolution(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact *from = fact->evolved_from;

		if (from == NULL && fact->kind == CC_KIND_DIAGNOSIS &&
		    fact->happened && fact->term != NULL &&
		    fact->term->from.count > 0)
			ask_evolution(check, fact);
		if (from == fact)
			cc_diag(check->diags, CC_E342, fact->pos);
		else if (from != NULL &&
			 cc_starts_before(&fact->when.span, &from->when.span))
			cc_rule_diag(check,
			    cc_doubtful(&fact->when.span, &from->when.span),
			    CC_W320, cc_time_place(&fact->when, fact->pos),
			    cc_line_of(check, CC_W320, from->pos));
	}
}

/* The thing that a part is of, where both its ends are said. */
struct whole {
	const struct cc_span *span;
	const char *element;
};

/* Wholly or in part, as far as is sure. */
static bool
is_beyond(const struct cc_span *part, const struct cc_span *whole)
{
	const bool ends = part->interval && part->end_form != CC_MOMENT_EMPTY;

	return part->latest_start.minute <= whole->earliest_start.minute ||
	       part->earliest_start.minute >= whole->latest_end.minute ||
	       (ends && part->earliest_end.minute > whole->latest_end.minute);
}

static void
check_part(const struct cc_check *check, struct whole whole,
    const struct cc_when *when, struct cc_pos pos)
{
	const struct cc_span *part = &when->span;

	if (whole.span->interval && whole.span->dated && part->dated &&
	    is_beyond(part, whole.span))
		cc_rule_diag(check, cc_doubtful(whole.span, part), CC_W315,
		    cc_time_place(when, pos), whole.element);
}

static void
check_doses(const struct cc_check *check, struct whole whole,
    const struct cc_dose *doses, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_part(check, whole, &doses[i].when, doses[i].pos);
}

static void
check_drugs(const struct cc_check *check, struct whole whole,
    const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->drug_count; i++) {
		const struct cc_drug *drug = &fact->drugs[i];

		check_part(check, whole, &drug->when, drug->pos);
		check_doses(check, (struct whole){&drug->when.span, "drug"},
		    drug->doses, drug->dose_count);
	}
}

/* A lesion that is gone measures nothing from then on. */
static void
check_sizes(const struct cc_check *check, struct whole whole,
    const struct cc_fact *lesion)
{
	for (size_t i = 0; i < lesion->value_count; i++)
		if (lesion->values[i].number > 0)
			check_part(check, whole, &lesion->values[i].when,
			    lesion->values[i].pos);
}

void
cc_rule_parts(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct whole whole = {
		    &fact->when.span, cc_kind_row(fact->kind)->element};

		check_doses(check, whole, fact->doses, fact->dose_count);
		check_drugs(check, whole, fact);
		for (size_t k = 0; k < fact->change_count; k++)
			check_part(check, whole, &fact->changes[k].when,
			    fact->changes[k].pos);
		for (size_t k = 0; k < fact->grade_count; k++)
			check_part(check, whole, &fact->grades[k].when,
			    fact->grades[k].pos);
		if (fact->kind == CC_KIND_LESION)
			check_sizes(check, whole, fact);
	}
}

/* More cycles than days: one of the two is mistyped. */
void
cc_rule_cycles(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;
		int64_t days;

		if (fact->kind != CC_KIND_TREATMENT || fact->cycles == 0 ||
		    !span->dated || !span->interval ||
		    span->earliest_start.minute == INT64_MIN ||
		    span->latest_end.minute == INT64_MAX)
			continue;
		days = (span->latest_end.minute - span->earliest_start.minute +
			   CC_MINUTES_A_DAY - 1) /
		       CC_MINUTES_A_DAY;
		if (fact->cycles > days)
			cc_rule_diag(check, cc_doubtful(span, span), CC_W313,
			    cc_time_place(&fact->when, fact->pos), fact->cycles,
			    (int)days);
	}
}
