/* Rules of how a course is said to have ended, and of how long it can last. */
#include "follow/check.h"

#include "model/model.h"
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

/* By patient: until when something was done or found that is no progression
 * [minutes]; INT64_MAX: perhaps later than all. */
static int64_t *
find_answers(const struct cc_follow *follow, const struct cc_check *check)
{
	const struct cc_case *course = follow->course;
	int64_t *until = g_new(int64_t, follow->patient_count + 1);

	for (size_t p = 0; p < follow->patient_count; p++)
		until[p] = INT64_MIN;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;

		if (!fact->happened || fact->progression ||
		    (fact->kind != CC_KIND_RESPONSE &&
			!cc_check_treats(check, fact)))
			continue;
		until[fact->patient] = MAX(until[fact->patient],
		    span->dated ? span->latest_start.minute : INT64_MAX);
	}
	return until;
}

static void
check_report(const struct cc_check *check, const struct cc_fact *report,
    const struct cc_fact *loss, int64_t answered)
{
	if (report->no_progression && loss != NULL &&
	    cc_starts_before(&loss->when.span, &report->when.span) &&
	    answered <= loss->when.span.earliest_start.minute)
		cc_rule_diag(check,
		    cc_doubtful(&loss->when.span, &report->when.span), CC_W338,
		    cc_time_place(&report->when, report->pos),
		    cc_line_of(check, CC_W338, loss->pos));
}

/* Turns come in the order of time. */
static void
check_reports(const struct cc_follow *follow, const struct cc_check *check)
{
	g_autofree int64_t *answered = find_answers(follow, check);
	g_autofree const struct cc_fact **loss =
	    g_new0(const struct cc_fact *, follow->patient_count + 1);

	for (size_t i = 0; i < follow->turns.count; i++) {
		const struct cc_turn *turn = &follow->turns.item[i];
		size_t patient = turn->fact->patient;

		if (cc_turn_is_back(turn))
			loss[patient] = turn->fact;
		else if (turn->kind == CC_TURN_REPORT)
			check_report(check, turn->fact, loss[patient],
			    answered[patient]);
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

/* ---- what was to be repeated for longer ---- */

/* Nobody says when it ended: rules of what was written look at the others. */
static bool
ends_unsaid(const struct cc_span *span)
{
	return !span->interval || span->end_form == CC_MOMENT_OPEN ||
	       span->end_form == CC_MOMENT_EMPTY;
}

/* From the first of them to a later instant [minutes]; 0: nobody knows. */
static int64_t
minutes_until(const struct cc_span *span, struct cc_instant last)
{
	if (!span->dated || span->earliest_start.minute == INT64_MIN ||
	    last.minute == INT64_MAX)
		return 0;
	return MAX(last.minute - span->earliest_start.minute, 0);
}

static void
tell_cut(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_repeats *repeats, const struct cc_fact *death, int64_t most)
{
	const struct cc_span *span = &fact->when.span;
	const struct cc_pos pos = cc_time_place(&fact->when, fact->pos);
	const int least = (int)(repeats->lasts / CC_MINUTES_A_DAY) + 1;
	const int days = (int)(most / CC_MINUTES_A_DAY);
	g_autofree char *text = cc_repeats_text(fact, repeats);

	if (death == NULL)
		cc_diag(check->diags, CC_N320, pos, text, least, days);
	else
		cc_rule_diag(check, cc_doubtful(span, &death->when.span),
		    CC_W349, pos, text, least, days,
		    cc_line_of(check, CC_W349, death->pos));
}

/* The last of them could not be given any more, or nobody tells that it was:
 * what is drawn of it ends before. */
static void
check_repeats(const struct cc_follow *follow, const struct cc_check *check)
{
	const struct cc_case *course = follow->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_patient_course *patient =
		    cc_follow_patient(follow, fact);
		const struct cc_repeats repeats = cc_fact_repeats(fact);
		const bool died = cc_death_is_dated(patient);
		int64_t most;

		if (repeats.lasts == 0 || !fact->happened ||
		    !ends_unsaid(&fact->when.span))
			continue;
		most = minutes_until(&fact->when.span,
		    died ? patient->death->when.span.latest_start
			 : patient->contact.latest_start);
		if (most > 0 && repeats.lasts >= most)
			tell_cut(check, fact, &repeats,
			    died ? patient->death : NULL, most);
	}
}

void
cc_check_ends(const struct cc_follow *follow, const struct cc_check *check)
{
	check_causes(follow, check);
	check_reports(follow, check);
	check_ages(follow, check);
	check_repeats(follow, check);
}
