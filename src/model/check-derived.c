/* What a file states against what follows from it, and what it asks for. */
#include "model/interval.h"
#include "model/model.h"
#include "model/rules.h"

#include <math.h>
#include <string.h>

/* The depth of a response under the criteria of its fact; NAN: unranked. */
static double
rank_of(
    const struct cc_check *check, const struct cc_fact *fact, const char *code)
{
	const struct cc_term *term = cc_terms_find(check->terms, CC_IN_RESPONSE,
	    cc_case_criteria(check->course, check->terms, fact), code);

	return term != NULL ? term->rank : NAN;
}

/* Surely assessed while the treatment was given. */
static bool
is_during(const struct cc_fact *response, const struct cc_fact *treatment)
{
	const struct cc_span *at = &response->when.span;
	const struct cc_span *span = &treatment->when.span;

	return response->kind == CC_KIND_RESPONSE && response->code != NULL &&
	       cc_fact_took_place(response) &&
	       response->within == treatment->within &&
	       response->patient == treatment->patient &&
	       at->earliest_start.minute >= span->latest_start.minute &&
	       at->latest_start.minute <= span->earliest_end.minute;
}

static const struct cc_fact *
find_deeper(const struct cc_check *check, const struct cc_fact *treatment)
{
	double best = rank_of(check, treatment, treatment->best);

	for (size_t i = 0; i < check->course->fact_count; i++) {
		const struct cc_fact *fact = &check->course->facts[i];

		if (is_during(fact, treatment) &&
		    rank_of(check, fact, fact->code) > best)
			return fact;
	}
	return NULL;
}

/* A best response that a dated one of the same treatment surpasses. */
void
cc_rule_best_surpassed(const struct cc_check *check)
{
	for (size_t i = 0; i < check->course->fact_count; i++) {
		const struct cc_fact *fact = &check->course->facts[i];
		const struct cc_fact *deeper;

		if (fact->best == NULL || fact->kind != CC_KIND_TREATMENT ||
		    !cc_fact_took_place(fact) || !fact->when.span.interval)
			continue;
		deeper = find_deeper(check, fact);
		if (deeper != NULL)
			cc_rule_diag(check,
			    cc_doubtful(&fact->when.span, &deeper->when.span),
			    CC_W324, cc_check_place(check, fact, "best"),
			    fact->best, cc_line_of(check, CC_W324, deeper->pos),
			    deeper->code);
	}
}

/* The intervals that a figure asks for. */
void
cc_rule_intervals(const struct cc_check *check)
{
	for (size_t i = 0; i < check->course->figure_count; i++) {
		const struct cc_words *words =
		    &check->course->figures[i].intervals;
		int kind;

		for (size_t k = 0; k < words->count; k++) {
			const char *word = words->word[k];

			if (!cc_closed_find(&cc_closed_interval, word, &kind))
				cc_closed_refuse(&cc_closed_interval, word,
				    words->pos[k], check->diags);
		}
	}
}

/* A figure of a stretch in which nothing was. */
void
cc_rule_stretches(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->figure_count; i++) {
		const struct cc_when *when = &course->figures[i].when;

		if (when->span.dated &&
		    (when->span.latest_end.minute <=
			    course->first_dated.minute ||
			when->span.earliest_start.minute >
			    course->last_dated.minute))
			cc_diag(check->diags, CC_E384, when->time.pos);
	}
}
