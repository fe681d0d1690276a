/* Assessments of one thing that say two things of one time. */
#include "model/model.h"
#include "model/rules.h"

#include <string.h>

static int
words_compare(const struct cc_words *a, const struct cc_words *b)
{
	int order = 0;

	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (size_t i = 0; order == 0 && i < a->count; i++)
		order = strcmp(a->word[i], b->word[i]);
	return order;
}

/* Of the same patient, by the same criteria, of the same endpoint and sites. */
static int
row_compare(const struct cc_fact *a, const struct cc_fact *b)
{
	int order;

	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	order = strcmp(a->scheme, b->scheme);
	if (order == 0)
		order = g_strcmp0(a->term != NULL ? a->term->endpoint : NULL,
		    b->term != NULL ? b->term->endpoint : NULL);
	return order != 0 ? order : words_compare(&a->sites, &b->sites);
}

static int
by_row_and_time(gconstpointer left, gconstpointer right)
{
	const struct cc_fact *a = *(const struct cc_fact *const *)left;
	const struct cc_fact *b = *(const struct cc_fact *const *)right;
	int64_t at = a->when.span.earliest_start.minute;
	int64_t other = b->when.span.earliest_start.minute;
	int row = row_compare(a, b);

	if (row != 0)
		return row;
	if (at != other)
		return at < other ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static GPtrArray *
list_responses(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	GPtrArray *list = g_ptr_array_new();

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_RESPONSE && fact->code != NULL &&
		    cc_fact_took_place(fact))
			g_ptr_array_add(list, (void *)fact);
	}
	g_ptr_array_sort(list, by_row_and_time);
	return list;
}

/* Two of one day. */
static bool
is_twice(const struct cc_fact *a, const struct cc_fact *b)
{
	return a->when.span.earliest_start.minute ==
	           b->when.span.earliest_start.minute &&
	       cc_is_of_a_day(&a->when.span) && cc_is_of_a_day(&b->when.span);
}

/* Who is in a deeper one is in the other yet: MMR "2018/..", MR4 of 2019. */
static bool
deepens(const struct cc_fact *a, const struct cc_fact *b)
{
	return a->term != NULL && b->term != NULL &&
	       a->when.span.end_form == CC_MOMENT_OPEN &&
	       b->term->rank >= a->term->rank;
}

/* Surely not over when the other began: one of the two ended otherwise. */
static bool
outlasts(const struct cc_fact *a, const struct cc_fact *b)
{
	const struct cc_span *span = &a->when.span;
	int64_t begins = b->when.span.latest_start.minute;

	return span->interval && !deepens(a, b) &&
	       span->end_form != CC_MOMENT_EMPTY &&
	       begins > span->latest_start.minute &&
	       begins <= span->earliest_end.minute;
}

static bool
is_evaluated(const struct cc_fact *fact)
{
	return fact->term == NULL || g_strcmp0(fact->term->slot, "ne") != 0;
}

/* Of those before it in its row the one that is said to last longest: the
 * others end before it does. */
static void
check_pair(const struct cc_check *check, const struct cc_fact *before,
    const struct cc_fact *lasting, const struct cc_fact *fact)
{
	if (is_twice(before, fact) && strcmp(before->code, fact->code) != 0)
		cc_rule_diag(check,
		    cc_doubtful(&before->when.span, &fact->when.span), CC_W314,
		    cc_time_place(&fact->when, fact->pos), fact->code,
		    before->code, cc_line_of(check, CC_W314, before->pos));
	else if (outlasts(lasting, fact) && is_evaluated(fact) &&
		 strcmp(lasting->code, fact->code) != 0)
		cc_rule_diag(check,
		    cc_doubtful(&lasting->when.span, &fact->when.span), CC_W339,
		    cc_time_place(&lasting->when, lasting->pos), lasting->code,
		    fact->code, cc_line_of(check, CC_W339, fact->pos));
}

void
cc_rule_responses_twice(const struct cc_check *check)
{
	g_autoptr(GPtrArray) list = list_responses(check);
	const struct cc_fact *lasting = NULL;

	for (guint i = 0; i < list->len; i++) {
		const struct cc_fact *fact = list->pdata[i];

		if (lasting == NULL || row_compare(lasting, fact) != 0)
			lasting = fact;
		else
			check_pair(check, list->pdata[i - 1], lasting, fact);
		if (fact->when.span.earliest_end.minute >
		    lasting->when.span.earliest_end.minute)
			lasting = fact;
	}
}
