/* What a reader of a case report misses. Item 7 of the CARE guideline asks for
 * a timeline of the case, the items beside it say what such a timeline has to
 * hold (Gagnier et al., 2013; the checklist's numbers stand in the notes). */
#include "model/model.h"
#include "model/rules.h"
#include "model/terms.h"

#include <string.h>

/* What was found while walking over the facts. */
struct care {
	const struct cc_check *check;
	int64_t last_given; /* the latest start of a treatment */
	int64_t last_seen;  /* the latest start of anything */
	bool presentation, test, given, adverse, outcome;
};

static void
miss(const struct care *care, struct cc_pos pos, const char *what,
    const char *item)
{
	cc_diag(care->check->diags, CC_N350, pos, what, item);
}

/* What is given besides the treatment of the disease, as a prophylaxis, is
 * not asked for its dose. */
static bool
is_main(const struct care *care, const struct cc_fact *fact)
{
	return fact->line != CC_NO_LINE || care->check->course->line_count == 0;
}

static bool
has_dose(const struct cc_fact *fact)
{
	bool dose = fact->dose_count > 0 || fact->cycles > 0 ||
	            cc_dosing_said(&fact->dosing);

	for (size_t i = 0; i < fact->drug_count; i++)
		dose = dose || fact->drugs[i].dose_count > 0 ||
		       cc_dosing_said(&fact->drugs[i].dosing);
	return dose;
}

/* One note for all steps: a taper has many. */
static void
see_doses(const struct care *care, const struct cc_dose *doses, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (doses[i].because.words.count > 0 ||
		    doses[i].is.number == doses[i - 1].is.number)
			continue;
		miss(care, doses[i].pos,
		    "why the dose changed: because=\"id\" of what prompted it, "
		    "or a <note> on the treatment",
		    "9c");
		return;
	}
}

static void
see_why(const struct care *care, const struct cc_fact *fact)
{
	see_doses(care, fact->doses, fact->dose_count);
	for (size_t i = 0; i < fact->drug_count; i++) {
		const struct cc_drug *drug = &fact->drugs[i];

		if (drug->because.words.count == 0 && drug->notes.count == 0)
			see_doses(care, drug->doses, drug->dose_count);
	}
}

static void
see_treatment(const struct care *care, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;
	if (fact->because.words.count == 0 && fact->notes.count == 0)
		see_why(care, fact);
	if (!is_main(care, fact))
		return;
	if (!has_dose(fact))
		miss(care, fact->pos,
		    "how much was given: a <dose>, or the number of cycles",
		    "9b");
	if (!span->interval || span->end_form == CC_MOMENT_EMPTY)
		miss(care, fact->pos,
		    "how long it was given: time=\"start/end\", or "
		    "\"start/..\" where it goes on",
		    "9b");
}

static void
see_not_done(const struct care *care, const struct cc_fact *fact)
{
	if (fact->because.words.count == 0 && fact->notes.count == 0)
		miss(care, fact->pos,
		    "why this was not done: because=\"id\", or a <note>", "9c");
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

/* No later than the diagnosis, so far as anybody knows. */
static bool
precedes_diagnosis(const struct care *care, const struct cc_fact *fact)
{
	const struct cc_fact *diagnosis = care->check->course->diagnosis;

	return diagnosis == NULL ||
	       fact->when.span.earliest_start.minute <
	           diagnosis->when.span.latest_start.minute;
}

/* What a diagnosis can rest on. */
static bool
is_test(const struct cc_fact *fact)
{
	switch (fact->kind) {
	case CC_KIND_PROCEDURE:
	case CC_KIND_PANEL:
	case CC_KIND_GENETICS:
	case CC_KIND_LESION:
		return true;
	case CC_KIND_SERIES:
		return fact->value_count > 0;
	case CC_KIND_DIAGNOSIS:
	case CC_KIND_TREATMENT:
	case CC_KIND_RESPONSE:
	case CC_KIND_RELAPSE:
	case CC_KIND_EVENT:
	case CC_KIND_COMMENT:
	case CC_KIND_OUTCOME:
	case CC_KIND_COUNT:
		break;
	}
	return false;
}

/* Values of a series have times of their own. */
static bool
tested_by_diagnosis(const struct care *care, const struct cc_fact *fact)
{
	const struct cc_fact *diagnosis = care->check->course->diagnosis;

	if (fact->kind != CC_KIND_SERIES || diagnosis == NULL)
		return precedes_diagnosis(care, fact);
	for (size_t i = 0; i < fact->value_count; i++)
		if (fact->values[i].when.span.earliest_start.minute <
		    diagnosis->when.span.latest_start.minute)
			return true;
	return false;
}

/* The latest start of a fact or of its values. */
static int64_t
last_start(const struct cc_fact *fact)
{
	int64_t last = cc_fact_took_place(fact)
	                   ? fact->when.span.earliest_start.minute
	                   : INT64_MIN;

	for (size_t i = 0; i < fact->value_count; i++)
		if (fact->values[i].when.span.dated)
			last = MAX(last,
			    fact->values[i].when.span.earliest_start.minute);
	return last;
}

static void
see(struct care *care, const struct cc_fact *fact)
{
	if (fact->status == CC_STATUS_NOT_DONE) {
		see_not_done(care, fact);
		return;
	}
	if (fact->status == CC_STATUS_PLANNED)
		return;
	care->last_seen = MAX(care->last_seen, last_start(fact));
	if (is_test(fact) && tested_by_diagnosis(care, fact))
		care->test = true;
	if (fact->kind == CC_KIND_TREATMENT) {
		care->given = true;
		care->last_given = MAX(care->last_given, last_start(fact));
		see_treatment(care, fact);
	}
	if (fact->kind == CC_KIND_PROCEDURE)
		care->given = true;
	if (fact->kind == CC_KIND_OUTCOME)
		care->outcome = true;
	if (fact->kind != CC_KIND_EVENT)
		return;
	care->adverse = care->adverse || is_adverse(care->check, fact);
	care->presentation =
	    care->presentation || precedes_diagnosis(care, fact);
}

/* What the facts of a line say of it. */
struct line_told {
	bool answered; /* how it went */
	bool progressed;
};

static struct line_told *
list_told(const struct cc_case *course)
{
	struct line_told *told =
	    g_new0(struct line_told, course->line_count + 1);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->within == CC_NO_LINE || !fact->happened)
			continue;
		if (fact->progression)
			told[fact->within].progressed = true;
		if (fact->best != NULL || fact->progression ||
		    fact->kind == CC_KIND_RESPONSE)
			told[fact->within].answered = true;
	}
	return told;
}

/* Some word on why the line began, or that the one before had failed. */
static bool
line_explained(const struct cc_case *course, size_t line,
    const struct line_told *told)
{
	const struct cc_fact *first = course->lines[line].first;

	if (line == 0 || course->lines[line].notes.count > 0 ||
	    told[line - 1].progressed)
		return true;
	return first == NULL || first->because.words.count > 0 ||
	       first->notes.count > 0;
}

static void
see_lines(const struct care *care)
{
	const struct cc_case *course = care->check->course;
	g_autofree struct line_told *told = list_told(course);
	/* Where no criteria apply, no code could say it. */
	const bool graded =
	    strcmp(cc_case_criteria(course, care->check->terms, NULL),
		CC_SCHEME_NONE) != 0;

	for (size_t i = 0; i < course->line_count; i++) {
		if (!line_explained(course, i, told))
			miss(care, course->lines[i].pos,
			    "why treatment changed here: a response or relapse "
			    "before it, because=\"id\", or a <note>",
			    "9c");
		if (graded && course->lines[i].first != NULL &&
		    !told[i].answered)
			miss(care, course->lines[i].pos,
			    "what this line achieved: a <response>, or best=",
			    "10a");
	}
}

static void
see_patient(const struct care *care)
{
	const struct cc_case *course = care->check->course;
	const struct cc_patient *patient = course->patients;

	if (course->patient_count == 0)
		miss(care, course->pos,
		    "the patient's sex and age: <patient sex= age=>", "5a");
	else if (patient->sex == CC_SEX_UNSAID || patient->age_written == NULL)
		miss(care, patient->pos,
		    patient->sex == CC_SEX_UNSAID ? "the patient's sex"
						  : "the patient's age",
		    "5a");
}

static void
see_diagnosis(const struct care *care)
{
	const struct cc_case *course = care->check->course;
	const struct cc_fact *diagnosis = course->diagnosis;

	if (diagnosis == NULL) {
		miss(care, course->pos, "the <diagnosis>", "8c");
		return;
	}
	if (!diagnosis->when.span.dated)
		miss(care, diagnosis->pos,
		    "when the diagnosis was made: time=", "7");
	if (!care->test)
		miss(care, diagnosis->pos,
		    "what the diagnosis rests on: a <procedure>, <panel>, "
		    "<series> or <genetics> by then",
		    "8a");
}

static void
see_whole(const struct care *care)
{
	const struct cc_pos pos = care->check->course->pos;

	if (!care->presentation)
		miss(care, pos,
		    "how it began: an <event> by the time of the diagnosis",
		    "5b");
	if (!care->given)
		miss(care, pos, "what was done: a <treatment> or <procedure>",
		    "9a");
	if (care->given && !care->adverse)
		miss(care, pos,
		    "adverse events, or a <comment> that there were none",
		    "10d");
	if (!care->outcome)
		miss(care, pos,
		    "how the patient fared in the end: an <outcome>", "10a");
	if (care->last_given != INT64_MIN &&
	    care->last_seen <= care->last_given)
		miss(care, pos,
		    "follow-up: something dated after the last treatment began",
		    "10b");
}

void
cc_case_care(const struct cc_case *course, const struct cc_terms *terms,
    struct cc_diags *diags)
{
	const struct cc_check check = {
	    .course = course, .terms = terms, .diags = diags};
	struct care care = {
	    .check = &check,
	    .last_given = INT64_MIN,
	    .last_seen = INT64_MIN,
	};

	for (size_t i = 0; i < course->fact_count; i++)
		see(&care, &course->facts[i]);
	see_lines(&care);
	see_patient(&care);
	see_diagnosis(&care);
	see_whole(&care);
}
