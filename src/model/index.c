/* Which disease a course is about, and which one each fact is of: a patient
 * may have others, before it, grown out of it or beside it. */
#include "model/model.h"
#include "model/read.h"
#include "model/terms.h"

#include <string.h>

/* How many diagnoses back a response code is looked for that the latest one's
 * criteria lack. */
#define BACK_MOST 8

static const struct cc_term *
disease_of(const struct cc_terms *terms, const struct cc_fact *diagnosis)
{
	if (diagnosis == NULL || diagnosis->code == NULL)
		return NULL;
	return cc_terms_find(terms, CC_IN_DISEASE, NULL, diagnosis->code);
}

const char *
cc_case_criteria(const struct cc_case *course, const struct cc_terms *terms,
    const struct cc_fact *fact)
{
	const struct cc_fact *diagnosis = course->diagnosis;
	const struct cc_term *disease;

	if (fact != NULL && fact->criteria != NULL)
		return fact->criteria;
	if (course->criteria != NULL)
		return course->criteria;
	if (fact != NULL && fact->belongs != NULL)
		diagnosis = fact->belongs;
	disease = disease_of(terms, diagnosis);
	if (disease != NULL && disease->criteria != NULL)
		return disease->criteria;
	return CC_SCHEME_NONE;
}

/* Its responses are graded, by criteria of their own. */
static bool
is_graded(const struct cc_terms *terms, const struct cc_fact *diagnosis)
{
	const struct cc_term *disease = disease_of(terms, diagnosis);

	return disease != NULL && disease->criteria != NULL &&
	       strcmp(disease->criteria, CC_SCHEME_NONE) != 0;
}

/* A graded diagnosis and when it was made. */
struct made {
	size_t patient;
	int64_t minute;
	const struct cc_fact *fact;
};

static int
made_compare(const void *left, const void *right)
{
	const struct made *a = left, *b = right;

	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	if (a->minute != b->minute)
		return a->minute < b->minute ? -1 : 1;
	return a->fact->index < b->fact->index ? -1 : 1;
}

struct finding {
	const struct cc_case *course;
	const struct cc_terms *terms;
	GArray *made;             /* of struct made, sorted */
	int64_t *begins;          /* by line; INT64_MAX: nobody knows */
	/* By line: the diagnosis that it is for; NULL: none is known. */
	const struct cc_fact **treats;
	const struct cc_fact **of; /* by patient: the index diagnosis */
};

static void
find_made(struct finding *finding)
{
	const struct cc_case *course = finding->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct made made = {fact->patient,
		    fact->when.span.earliest_start.minute, fact};

		if (fact->kind == CC_KIND_DIAGNOSIS &&
		    cc_fact_took_place(fact) &&
		    is_graded(finding->terms, fact))
			g_array_append_val(finding->made, made);
	}
	g_array_sort(finding->made, made_compare);
}

/* Of a patient's graded diagnoses, how many of all come no later than then. */
static guint
made_by(const struct finding *finding, size_t patient, int64_t minute)
{
	guint low = 0, high = finding->made->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		const struct made *made =
		    &g_array_index(finding->made, struct made, middle);

		if (made->patient < patient ||
		    (made->patient == patient && made->minute <= minute))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The nth of those, if it is the patient's; NULL where it is not. */
static const struct cc_fact *
made_at(const struct finding *finding, guint count, size_t patient)
{
	const struct made *made;

	if (count == 0)
		return NULL;
	made = &g_array_index(finding->made, struct made, count - 1);
	return made->patient == patient ? made->fact : NULL;
}

/* When each line begins, so far as that does not hang on the disease: which
 * supportive drugs treat it is only asked once it is known. */
static void
find_begins(struct finding *finding)
{
	const struct cc_case *course = finding->course;
	g_autofree bool *treated = g_new0(bool, course->line_count + 1);

	for (size_t i = 0; i < course->line_count; i++)
		finding->begins[i] = INT64_MAX;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		int64_t minute = fact->when.span.earliest_start.minute;
		bool starts;

		if (fact->line == CC_NO_LINE || !cc_fact_took_place(fact) ||
		    (fact->kind != CC_KIND_TREATMENT &&
			fact->kind != CC_KIND_PROCEDURE))
			continue;
		starts = cc_line_role(finding->terms, fact, NULL) !=
		         CC_LINE_APART;
		if (starts > treated[fact->line] ||
		    (starts == treated[fact->line] &&
			minute < finding->begins[fact->line]))
			finding->begins[fact->line] = minute;
		treated[fact->line] = treated[fact->line] || starts;
	}
}

static const struct cc_fact *
named_diagnosis(const struct cc_reading *reading, const char *id)
{
	const struct cc_named *named =
	    id != NULL ? g_hash_table_lookup(reading->names, id) : NULL;

	return named != NULL && named->target == CC_TARGET_DIAGNOSIS
	           ? named->thing
	           : NULL;
}

static bool
knows(const struct finding *finding, const struct cc_fact *diagnosis,
    const char *code)
{
	const struct cc_term *disease = disease_of(finding->terms, diagnosis);

	return disease != NULL && disease->criteria != NULL &&
	       cc_terms_find(finding->terms, CC_IN_RESPONSE,
		   disease->criteria, code) != NULL;
}

/* ---- what each line is for ---- */

/* What came of a disease is still its course: Richter's of the CLL. */
static const struct cc_fact *
first_of(const struct cc_fact *diagnosis)
{
	for (int i = 0; i < CC_GENERATIONS_MOST && diagnosis != NULL &&
			diagnosis->evolved_from != NULL;
	     i++)
		diagnosis = diagnosis->evolved_from;
	return diagnosis;
}

/* What tells for which of several diagnoses a line is. */
struct hints {
	const struct cc_fact *first; /* of the line's in the file */
	const char *code;            /* of its first response */
};

/* Not surely before the line, and told only after it: it came up meanwhile. */
static bool
may_be_later(const struct finding *finding, const struct cc_fact *diagnosis,
    const struct cc_fact *first)
{
	return diagnosis->index > first->index &&
	       diagnosis->when.span.latest_start.minute >
	           finding->begins[first->line];
}

/* The latest that had been made when the line began and whose criteria have
 * its first response, or that the author calls the index; else the latest. */
static const struct cc_fact *
made_before(const struct finding *finding, const struct hints *hints)
{
	const size_t patient = hints->first->patient;
	const guint count =
	    made_by(finding, patient, finding->begins[hints->first->line]);
	const struct cc_fact *latest = NULL;

	for (guint back = 0; back < BACK_MOST && back < count; back++) {
		const struct cc_fact *made =
		    made_at(finding, count - back, patient);

		if (made == NULL)
			break;
		if (may_be_later(finding, made, hints->first))
			continue;
		if (made->index_said || hints->code == NULL ||
		    knows(finding, made, hints->code))
			return made;
		if (latest == NULL)
			latest = made;
	}
	return latest != NULL ? latest : made_at(finding, count, patient);
}

/* Whether one grew out of the other. */
static bool
are_kin(const struct cc_fact *a, const struct cc_fact *b)
{
	return first_of(a) == first_of(b);
}

/* Another diagnosis that a line may be for as well as for what it is taken
 * for; NULL: none. */
static const struct cc_fact *
rival_of(const struct finding *finding, const struct hints *hints,
    const struct cc_fact *treated)
{
	const size_t patient = hints->first->patient;
	const guint count =
	    made_by(finding, patient, finding->begins[hints->first->line]);

	if (treated->index_said)
		return NULL;
	for (guint back = 0; back < BACK_MOST && back < count; back++) {
		const struct cc_fact *made =
		    made_at(finding, count - back, patient);

		if (made == NULL)
			break;
		if (!are_kin(made, treated) &&
		    !may_be_later(finding, made, hints->first) &&
		    (hints->code == NULL || knows(finding, made, hints->code)))
			return made;
	}
	return NULL;
}

static void
find_treated(const struct cc_reading *reading, struct finding *finding)
{
	struct cc_case *course = reading->course;
	g_autofree struct hints *hints =
	    g_new0(struct hints, course->line_count + 1);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->line == CC_NO_LINE)
			continue;
		if (hints[fact->line].first == NULL)
			hints[fact->line].first = fact;
		if (hints[fact->line].code == NULL &&
		    fact->kind == CC_KIND_RESPONSE && fact->criteria == NULL)
			hints[fact->line].code = fact->code;
	}
	for (size_t i = 0; i < course->line_count; i++) {
		finding->treats[i] =
		    named_diagnosis(reading, course->lines[i].for_id);
		if (finding->treats[i] != NULL || hints[i].first == NULL ||
		    finding->begins[i] == INT64_MAX)
			continue;
		finding->treats[i] = made_before(finding, &hints[i]);
		if (finding->treats[i] != NULL)
			course->lines[i].rival = rival_of(
			    finding, &hints[i], finding->treats[i]);
	}
}

/* ---- the index diagnosis ---- */

/* How much speaks for a diagnosis being the index; a later one of the file
 * needs more than the one before. */
enum claim {
	CLAIM_NONE,
	CLAIM_FIRST,  /* of the patient's in the file */
	CLAIM_GRADED, /* the first that has response criteria */
	CLAIM_BEFORE, /* the last one before the first line that has them */
	CLAIM_LINE,   /* the first line names it */
	CLAIM_SAID,   /* the author does */
};

static void
claim(struct finding *finding, enum claim *claims, const struct cc_fact *fact,
    enum claim by)
{
	if (fact == NULL || by <= claims[fact->patient])
		return;
	claims[fact->patient] = by;
	finding->of[fact->patient] = fact;
}

/* By the first line of each patient that began. */
static void
claim_by_lines(const struct cc_reading *reading, struct finding *finding,
    enum claim *claims)
{
	const struct cc_case *course = finding->course;
	g_autofree bool *seen =
	    g_new0(bool, MAX(course->patient_count, 1));

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		size_t patient = fact->patient;

		if (fact->line == CC_NO_LINE || seen[patient] ||
		    fact->status != CC_STATUS_DONE ||
		    (fact->kind != CC_KIND_TREATMENT &&
			fact->kind != CC_KIND_PROCEDURE))
			continue;
		seen[patient] = true;
		claim(finding, claims,
		    named_diagnosis(
			reading, course->lines[fact->line].for_id),
		    CLAIM_LINE);
		claim(finding, claims, finding->treats[fact->line],
		    CLAIM_BEFORE);
	}
}

static void
find_indices(const struct cc_reading *reading, struct finding *finding)
{
	struct cc_case *course = reading->course;
	g_autofree enum claim *claims =
	    g_new0(enum claim, MAX(course->patient_count, 1));

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind != CC_KIND_DIAGNOSIS ||
		    fact->status != CC_STATUS_DONE)
			continue;
		claim(finding, claims, fact, CLAIM_FIRST);
		if (is_graded(finding->terms, fact))
			claim(finding, claims, fact, CLAIM_GRADED);
		if (fact->index_said)
			claim(finding, claims, fact, CLAIM_SAID);
	}
	claim_by_lines(reading, finding, claims);
	for (size_t i = 0; i < MAX(course->patient_count, 1); i++)
		if (finding->of[i] != NULL)
			course->facts[finding->of[i]->index].is_index = true;
	course->diagnosis = finding->of[0];
}

/* ---- what each fact is of ---- */

/* A response to a line is of the disease that was known when the line began:
 * another one that came up meanwhile is not what was treated. */
static int64_t
asked_at(const struct finding *finding, const struct cc_fact *fact)
{
	if (fact->line != CC_NO_LINE &&
	    finding->begins[fact->line] != INT64_MAX)
		return finding->begins[fact->line];
	return fact->when.span.earliest_start.minute;
}

/* The latest graded diagnosis made by then; a response code that its criteria
 * lack is of the latest one before it whose criteria have it. */
static const struct cc_fact *
latest_by(const struct finding *finding, const struct cc_fact *fact)
{
	bool response = fact->kind == CC_KIND_RESPONSE ||
	                fact->kind == CC_KIND_RELAPSE;
	const char *code = response ? fact->code : fact->best;
	size_t patient = fact->patient;
	guint count = made_by(finding, patient, asked_at(finding, fact));
	const struct cc_fact *latest = made_at(finding, count, patient);
	const struct cc_fact *other = latest;

	if (fact->line != CC_NO_LINE) {
		const struct cc_fact *treated = finding->treats[fact->line];

		if (treated != NULL &&
		    (code == NULL || knows(finding, treated, code)))
			return treated;
	}
	for (guint back = 1; back <= BACK_MOST; back++) {
		if (code == NULL || other == NULL ||
		    knows(finding, other, code))
			return code == NULL || other == NULL ? latest : other;
		other = count > back
		            ? made_at(finding, count - back, patient)
		            : NULL;
	}
	return latest;
}

bool
cc_same_disease(const struct cc_fact *a, const struct cc_fact *b)
{
	return a == NULL || b == NULL || a == b;
}

static void
find_belongs(const struct cc_reading *reading, const struct finding *finding)
{
	struct cc_case *course = reading->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		fact->belongs = named_diagnosis(reading, fact->for_id);
		fact->disease = first_of(fact->belongs);
		if (fact->belongs == NULL && fact->kind == CC_KIND_DIAGNOSIS)
			fact->belongs = fact;
		if (fact->belongs == NULL)
			fact->belongs = latest_by(finding, fact);
		if (fact->belongs == NULL)
			fact->belongs = finding->of[fact->patient];
	}
}

void
cc_read_index(struct cc_reading *reading, const struct cc_terms *terms)
{
	const struct cc_case *course = reading->course;
	struct finding finding = {
	    .course = course,
	    .terms = terms,
	    .made = g_array_new(FALSE, FALSE, sizeof(struct made)),
	    .begins = g_new(int64_t, course->line_count + 1),
	    .treats = g_new0(const struct cc_fact *, course->line_count + 1),
	    .of = g_new0(const struct cc_fact *,
		MAX(course->patient_count, 1)),
	};

	find_made(&finding);
	find_begins(&finding);
	find_treated(reading, &finding);
	find_indices(reading, &finding);
	find_belongs(reading, &finding);
	g_array_unref(finding.made);
	g_free(finding.begins);
	g_free(finding.treats);
	g_free(finding.of);
}
