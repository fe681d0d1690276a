/* Rules of how a course is said to have ended, and of how long it can last. */
#include "follow/check.h"

#include "model/rules.h"

/* ---- of what somebody died ---- */

static void
check_causes(const struct cc_follow *follow, const struct cc_check *check)
{
	for (size_t p = 0; p < follow->patient_count; p++) {
		const struct cc_fact *death = follow->patients[p].death;

		if (follow->patients[p].died_unclear)
			cc_diag(check->diags, CC_W337,
			    cc_check_place(check, death, "cause"),
			    death->cause);
	}
}

/* ---- no progression, after one ---- */

/* The last progression or relapse that was surely before a report. */
static const struct cc_fact *
loss_before(const struct cc_follow *follow, const struct cc_fact *report)
{
	for (size_t i = follow->turns.count; i-- > 0;) {
		const struct cc_turn *turn = &follow->turns.item[i];

		if (cc_turn_is_back(turn) &&
		    turn->fact->patient == report->patient &&
		    cc_starts_before(
			&turn->fact->when.span, &report->when.span))
			return turn->fact;
	}
	return NULL;
}

/* Something was done about it, or found, that may have been since. */
static bool
is_answered(const struct cc_follow *follow, const struct cc_check *check,
    const struct cc_fact *loss)
{
	const struct cc_case *course = follow->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact != loss && fact->patient == loss->patient &&
		    fact->happened && !fact->progression &&
		    (fact->kind == CC_KIND_RESPONSE ||
			cc_check_treats(check, fact)) &&
		    (!fact->when.span.dated ||
			fact->when.span.latest_start.minute >
			    loss->when.span.earliest_start.minute))
			return true;
	}
	return false;
}

static void
check_reports(const struct cc_follow *follow, const struct cc_check *check)
{
	for (size_t i = 0; i < follow->turns.count; i++) {
		const struct cc_fact *report = follow->turns.item[i].fact;
		const struct cc_fact *loss;

		if (follow->turns.item[i].kind != CC_TURN_REPORT ||
		    !report->no_progression)
			continue;
		loss = loss_before(follow, report);
		if (loss != NULL && !is_answered(follow, check, loss))
			cc_rule_diag(check,
			    cc_doubtful(&loss->when.span, &report->when.span),
			    CC_W338, cc_time_place(&report->when, report->pos),
			    cc_line_of(check, CC_W338, loss->pos));
	}
}

/* ---- how old somebody can be ---- */

/* Told once of a patient. */
static void
check_ages(const struct cc_follow *follow, const struct cc_check *check)
{
	const struct cc_case *course = follow->course;
	g_autofree bool *told = g_new0(bool, follow->patient_count + 1);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_ages ages;

		if (told[fact->patient] || !fact->happened)
			continue;
		ages = cc_follow_ages(follow, fact);
		if (!(ages.youngest > CC_LIFE_YEARS))
			continue;
		cc_rule_diag(check,
		    cc_doubtful(&fact->when.span, &fact->when.span), CC_W347,
		    cc_time_place(&fact->when, fact->pos), (int)ages.youngest);
		told[fact->patient] = true;
	}
}

void
cc_check_ends(const struct cc_follow *follow, const struct cc_check *check)
{
	check_causes(follow, check);
	check_reports(follow, check);
	check_ages(follow, check);
}
