#include "follow/check.h"

#include "follow/interval.h"
#include "model/rules.h"
#include "model/terms.h"

#include <math.h>
#include <string.h>

struct asking {
	const struct cc_follow *follow;
	const struct cc_check *check;
};

/* A second progression in a line: survival is counted to the first. */
static void
rule_second_progression(const struct asking *asking)
{
	const struct cc_case *course = asking->follow->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact *first;

		if (!fact->progression || fact->within == CC_NO_LINE ||
		    !fact->happened)
			continue;
		first = asking->follow->lines[fact->within].progression;
		if (first != NULL && first != fact &&
		    cc_starts_before(&first->when.span, &fact->when.span))
			cc_diag(asking->check->diags, CC_N312,
			    cc_time_place(&fact->when, fact->pos),
			    course->lines[fact->within].number,
			    cc_line_of(asking->check, CC_N312, first->pos));
	}
}

/* Better than stable disease. */
static bool
is_remission(const struct cc_fact *fact)
{
	const char *slot = fact->term != NULL ? fact->term->slot : NULL;

	return fact->kind == CC_KIND_RESPONSE && cc_fact_took_place(fact) &&
	       slot != NULL && strcmp(slot, "pd") != 0 &&
	       strcmp(slot, "sd") != 0 && strcmp(slot, "ne") != 0;
}

/* By line: the first start of a treatment after its progression. */
static int64_t *
list_retreated(const struct asking *asking)
{
	const struct cc_case *course = asking->follow->course;
	int64_t *next = g_new(int64_t, course->line_count + 1);

	for (size_t i = 0; i < course->line_count; i++)
		next[i] = INT64_MAX;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;
		const struct cc_fact *from;

		if (fact->line == CC_NO_LINE || !fact->happened ||
		    !cc_check_treats(asking->check, fact))
			continue;
		from = asking->follow->lines[fact->line].progression;
		if (from != NULL && span->latest_start.minute >
					from->when.span.earliest_start.minute)
			next[fact->line] =
			    MIN(next[fact->line], span->earliest_start.minute);
	}
	return next;
}

/* A line whose progression is followed by a remission without a treatment
 * that could have begun in between. Published courses have that (an
 * abscopal effect, a pseudoprogression), most often it is a slip. */
static void
rule_after_progression(const struct asking *asking)
{
	const struct cc_case *course = asking->follow->course;
	g_autofree int64_t *next = list_retreated(asking);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact *from;

		if (fact->line == CC_NO_LINE || !is_remission(fact))
			continue;
		from = asking->follow->lines[fact->line].progression;
		if (from == NULL || strcmp(from->scheme, fact->scheme) != 0 ||
		    !cc_starts_before(&from->when.span, &fact->when.span) ||
		    next[fact->line] < fact->when.span.latest_start.minute)
			continue;
		cc_rule_diag(asking->check,
		    cc_doubtful(&from->when.span, &fact->when.span), CC_W311,
		    cc_time_place(&fact->when, fact->pos), fact->code,
		    cc_line_of(asking->check, CC_W311, from->pos));
	}
}

/* A progression of a line when the next one had begun: survival of the earlier
 * one is not counted beyond that. */
static void
rule_late_progression(const struct asking *asking)
{
	const struct cc_follow *follow = asking->follow;
	const struct cc_case *course = follow->course;

	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_therapy *of = &follow->lines[i];
		const struct cc_fact *loss = of->progression;

		if (cc_progression_is_late(of) && loss->line == i)
			cc_diag(asking->check->diags, CC_W334,
			    cc_time_place(&loss->when, loss->pos),
			    course->lines[of->next->line].number,
			    cc_line_of(
				asking->check, CC_W334, of->next->start->pos),
			    course->lines[i].number);
	}
}

/* A response in the very month in which the next line begins. */
static void
rule_between(const struct asking *asking)
{
	const struct cc_follow *follow = asking->follow;
	const struct cc_case *course = follow->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_therapy *next;

		if (!fact->between || !fact->happened || fact->code == NULL)
			continue;
		next = follow->lines[fact->within].next;
		if (next != NULL)
			cc_diag(asking->check->diags, CC_W329,
			    cc_time_place(&fact->when, fact->pos), fact->code,
			    course->lines[fact->within].number,
			    course->lines[next->line].number,
			    cc_line_of(
				asking->check, CC_W329, next->start->pos));
	}
}

static bool
follows(const struct cc_follow *follow, enum cc_interval_kind kind)
{
	struct cc_interval interval;

	if (!cc_interval_of_line(kind))
		return cc_case_interval(follow, kind, &interval);
	for (size_t i = 0; i < follow->course->line_count; i++)
		if (cc_line_interval(follow, i, kind, &interval))
			return true;
	return false;
}

static bool
is_before(const struct cc_follow *follow, size_t line)
{
	for (size_t i = 0; i < line; i++)
		if (follow->lines[i].scheme == follow->lines[line].scheme)
			return true;
	return false;
}

/* Nothing that happens could bring it: no criteria of a line have it. *names
 * are those; empty: there is no line. */
static bool
is_undefined(
    const struct cc_follow *follow, enum cc_interval_kind kind, GString *names)
{
	if (!cc_interval_of_line(kind))
		return false;
	for (size_t i = 0; i < follow->course->line_count; i++) {
		const struct cc_term *scheme = follow->lines[i].scheme;

		if (cc_interval_defined(scheme, kind))
			return false;
		if (!is_before(follow, i))
			g_string_append_printf(names, "%s%s",
			    names->len > 0 ? ", " : "",
			    scheme != NULL ? scheme->code : CC_SCHEME_NONE);
	}
	return names->len > 0;
}

static void
check_interval(
    const struct asking *asking, enum cc_interval_kind kind, struct cc_pos pos)
{
	g_autoptr(GString) names = g_string_new(NULL);
	const char *word = cc_closed_interval.words[kind];

	if (is_undefined(asking->follow, kind, names))
		cc_diag(asking->check->diags, CC_W350, pos, word, names->str);
	else if (!follows(asking->follow, kind))
		cc_diag(asking->check->diags, CC_N315, pos, word);
}

/* The intervals that a figure asks for. */
static void
rule_intervals(const struct asking *asking)
{
	const struct cc_case *course = asking->follow->course;

	for (size_t i = 0; i < course->figure_count; i++) {
		const struct cc_words *words = &course->figures[i].intervals;
		int kind;

		for (size_t k = 0; k < words->count; k++)
			if (cc_closed_find(
				&cc_closed_interval, words->word[k], &kind))
				check_interval(asking,
				    (enum cc_interval_kind)kind, words->pos[k]);
	}
}

static void
rule_curves(const struct asking *asking)
{
	cc_check_curves(asking->follow, asking->check);
}

static void
rule_ends(const struct asking *asking)
{
	cc_check_ends(asking->follow, asking->check);
}

static void (*const rules[])(const struct asking *) = {
    rule_second_progression,
    rule_after_progression,
    rule_late_progression,
    rule_between,
    rule_intervals,
    rule_curves,
    rule_ends,
};

void
cc_follow_check(const struct cc_follow *follow, struct cc_diags *diags)
{
	const struct cc_check check = {
	    .course = follow->course,
	    .terms = follow->terms,
	    .diags = diags,
	};
	const struct asking asking = {follow, &check};

	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
		rules[i](&asking);
}
