/* When treatments are given: what stands beside the lines, and what ended
 * those whose end is not stated. */
#include "mark/treatment.h"

#include <string.h>

bool
cc_treatment_beside(const struct cc_figure *figure, const struct cc_fact *fact)
{
	if (fact->line == CC_NO_LINE)
		return true;
	if (fact->intent && (strstr(fact->intent, "prophylaxis") ||
				strcmp(fact->intent, "supportive") == 0))
		return true;
	for (size_t i = 0; i < fact->because.count; i++)
		if (cc_is_harm(figure, fact->because.fact[i]))
			return true;
	return false;
}

static bool
ends_treatment(const struct cc_fact *fact)
{
	if (!fact->when.span.dated)
		return false;
	return fact->progression || fact->kind == CC_KIND_OUTCOME ||
	       (fact->kind == CC_KIND_TREATMENT && fact->line != CC_NO_LINE);
}

static int
by_earliest_start(const void *a, const void *b)
{
	const struct cc_fact *x = *(const struct cc_fact *const *)a;
	const struct cc_fact *y = *(const struct cc_fact *const *)b;
	int64_t at = x->when.span.earliest_start.minute;
	int64_t other = y->when.span.earliest_start.minute;
	if (at != other)
		return at < other ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

GPtrArray *
cc_treatment_ends(const struct cc_case *course)
{
	GPtrArray *ends = g_ptr_array_new();
	for (size_t i = 0; i < course->fact_count; i++)
		if (ends_treatment(&course->facts[i]))
			g_ptr_array_add(ends, (gpointer)&course->facts[i]);
	if (ends->len > 0)
		qsort(ends->pdata, ends->len, sizeof(ends->pdata[0]),
		    by_earliest_start);
	return ends;
}

const struct cc_span *
cc_treatment_end(const GPtrArray *ends, const struct cc_fact *treatment)
{
	int64_t start = treatment->when.span.latest_start.minute;
	guint low = 0, high = ends->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		const struct cc_fact *fact = ends->pdata[middle];
		if (fact->when.span.earliest_start.minute < start)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < ends->len; low++) {
		const struct cc_fact *fact = ends->pdata[low];
		if (fact->kind != CC_KIND_TREATMENT ||
		    fact->line != treatment->line)
			return &fact->when.span;
	}
	return NULL;
}

void
cc_treatment_reach(const struct cc_figure *figure,
    const struct cc_fact *treatment, const struct cc_span *given,
    const struct cc_span *end, struct cc_bar *bar)
{
	struct cc_span span = *given;
	bar->ongoing = cc_figure_goes_on(figure, treatment, &span);
	bar->open_end = span.interval && span.end_form == CC_MOMENT_EMPTY;
	bar->fade_end = span.end_form == CC_MOMENT_BETWEEN;
	bar->fade_start = span.start_form == CC_MOMENT_BETWEEN ||
	                  span.start_form == CC_MOMENT_EMPTY;
	if (bar->open_end) {
		if (end) {
			span.earliest_end = end->earliest_start;
			span.latest_end = end->latest_start;
		} else {
			span.earliest_end = span.latest_end =
			    figure->course->last_dated;
		}
	}
	bar->reach = cc_reach_of(figure, &span);
	if (bar->ongoing)
		bar->reach.to_right = false;
}
