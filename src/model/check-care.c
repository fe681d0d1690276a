/* What a reader of a case report misses: item 7 of the CARE guideline asks for
 * the important dates and times of the case (Gagnier et al., 2013). */
#include "model/model.h"
#include "model/rules.h"

#include <string.h>

/* What was found while walking over the facts. */
struct care {
	const struct cc_fact *diagnosis; /* the earliest */
	int64_t last_given;              /* the latest start of a treatment */
	int64_t last_seen;               /* the latest start of anything */
	bool presentation, given, dose, duration, change, adverse, outcome;
};

static void
see_treatment(struct care *care, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	care->given = true;
	care->dose = care->dose || fact->dose_count > 0 || fact->cycles > 0;
	for (size_t i = 0; i < fact->drug_count; i++)
		care->dose = care->dose || fact->drugs[i].dose_count > 0;
	care->duration = care->duration ||
	                 (span->interval && span->end_form != CC_MOMENT_EMPTY);
	care->change = care->change || fact->because_ids.count > 0 ||
	               fact->notes.count > 0;
	if (cc_fact_took_place(fact))
		care->last_given =
		    MAX(care->last_given, span->earliest_start.minute);
}

static bool
is_adverse(const struct cc_check *check, const struct cc_fact *fact)
{
	static const char *const classes[] = {
	    "infection", "toxicity", "gvhd", "cell-toxicity"};
	const struct cc_term *term = NULL;

	if (fact->grade != NULL || fact->causality != NULL || fact->serious)
		return true;
	if (fact->code != NULL)
		term =
		    cc_terms_find(check->terms, CC_IN_EVENT, NULL, fact->code);
	for (size_t i = 0; term != NULL && i < G_N_ELEMENTS(classes); i++)
		if (g_strcmp0(term->class, classes[i]) == 0)
			return true;
	return false;
}

static void
see(const struct cc_check *check, struct care *care, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	if (cc_fact_took_place(fact))
		care->last_seen =
		    MAX(care->last_seen, span->earliest_start.minute);
	if (fact->kind == CC_KIND_TREATMENT)
		see_treatment(care, fact);
	if (fact->kind == CC_KIND_PROCEDURE)
		care->given = true;
	if (fact->kind == CC_KIND_OUTCOME)
		care->outcome = true;
	if (fact->kind != CC_KIND_EVENT)
		return;
	care->adverse = care->adverse || is_adverse(check, fact);
	/* How it began: something that happened no later than the diagnosis.
	 */
	care->presentation = care->presentation || care->diagnosis == NULL ||
	                     span->earliest_start.minute <
	                         care->diagnosis->when.span.latest_start.minute;
}

static void
report(const struct cc_case *course, const struct care *care,
    struct cc_diags *diags)
{
	const struct {
		bool there;
		const char *what;
	} items[] = {
	    {care->presentation, "how it began (an <event> before the "
				 "diagnosis)"},
	    {course->diagnosis != NULL, "the diagnosis"},
	    {care->given, "what was done (a <treatment> or <procedure>)"},
	    {!care->given || care->dose, "doses or cycles"},
	    {!care->given || care->duration, "how long treatment lasted"},
	    {!care->given || care->change,
		"why treatment changed (because, or a <note>)"},
	    {care->adverse, "adverse events"},
	    {care->outcome, "the outcome"},
	    {care->last_seen > care->last_given,
		"follow-up after the last treatment"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(items); i++)
		if (!items[i].there)
			cc_diag(diags, CC_N350, course->pos, items[i].what);
}

void
cc_case_care(const struct cc_case *course, const struct cc_terms *terms,
    struct cc_diags *diags)
{
	struct cc_check check = {
	    .course = course, .terms = terms, .diags = diags};
	struct care care = {
	    .diagnosis = course->diagnosis,
	    .last_given = INT64_MIN,
	    .last_seen = INT64_MIN,
	};

	for (size_t i = 0; i < course->fact_count; i++)
		see(&check, &care, &course->facts[i]);
	report(course, &care, diags);
}
