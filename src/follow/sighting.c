#include "follow/sighting.h"

#include "follow/follow.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One sighting while they are sorted. */
struct seen {
	struct cc_sighting sighting;
	const char *name; /* by which sightings are of one finding */
	size_t patient;
	const struct cc_span *span; /* of the test */
	size_t order;               /* in the file */
};

static int
compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* By patient, finding, time. */
static int
by_finding(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;
	int order = compare((int64_t)x->patient, (int64_t)y->patient);

	if (order == 0)
		order = strcmp(x->name, y->name);
	if (order == 0)
		order = compare(x->span->earliest_start.minute,
		    y->span->earliest_start.minute);
	return order != 0 ? order
	                  : compare((int64_t)x->order, (int64_t)y->order);
}

static bool
is_test(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_GENETICS;
}

static struct seen *
list_seen(const struct cc_follow *follow, size_t *count)
{
	const struct cc_case *course = follow->course;
	struct seen *all;
	size_t most = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		most += course->facts[i].finding_count;
	all = g_new(struct seen, MAX(most, 1));
	*count = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *test = &course->facts[i];

		for (size_t f = 0; is_test(test) && f < test->finding_count;
		     f++) {
			const struct cc_finding *finding = &test->findings[f];

			all[*count] = (struct seen){
			    .sighting = {.test = test, .finding = finding},
			    .name = finding->term != NULL ? finding->term->code
			                                  : finding->text,
			    .patient = test->patient,
			    .span = cc_follow_span(follow, test),
			    .order = *count};
			++*count;
		}
	}
	return all;
}

/* When a patient's genes had been looked at for certain, by patient: the
 * earliest end of a test [minutes]. */
static int64_t *
first_looks(const struct cc_follow *follow)
{
	const struct cc_case *course = follow->course;
	int64_t *looked = g_new(int64_t, follow->patient_count + 1);

	for (size_t p = 0; p <= follow->patient_count; p++)
		looked[p] = INT64_MAX;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *test = &course->facts[i];
		int64_t *first = &looked[test->patient];

		if (is_test(test) && test->happened)
			*first = MIN(*first,
			    cc_follow_span(follow, test)->latest_end.minute);
	}
	return looked;
}

/* A finding that two tests of one day share is new in both. */
static void
judge(struct seen *seen, size_t count, int64_t looked)
{
	const struct seen *first = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct cc_finding *finding = seen[i].sighting.finding;
		int64_t start = seen[i].span->earliest_start.minute;

		if (!seen[i].sighting.test->happened)
			continue;
		if (finding->absent) {
			seen[i].sighting.sight = CC_SIGHT_ABSENT;
			continue;
		}
		if (first == NULL)
			first = &seen[i];
		seen[i].sighting.sight =
		    first->span->earliest_start.minute == start &&
			    looked <= start &&
			    !(finding->term != NULL && finding->term->constant)
			? CC_SIGHT_NEW
			: CC_SIGHT_FOUND;
	}
}

/* A trail while they are sorted. */
struct found {
	struct cc_trail trail;
	int64_t start; /* of the first test that found it, or looked for it */
	size_t order;
};

static int
by_patient(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int order =
	    compare((int64_t)x->trail.patient, (int64_t)y->trail.patient);

	if (order == 0)
		order = y->trail.found - x->trail.found;
	if (order == 0)
		order = compare(x->start, y->start);
	return order != 0 ? order
	                  : compare((int64_t)x->order, (int64_t)y->order);
}

static struct found
keep_trail(struct cc_arena *arena, const struct seen *seen, size_t count)
{
	struct cc_sighting *sighting =
	    cc_arena_new_array(arena, struct cc_sighting, count);
	const struct seen *first = NULL;

	for (size_t i = 0; i < count; i++) {
		sighting[i] = seen[i].sighting;
		if (first == NULL && sighting[i].sight > CC_SIGHT_ABSENT)
			first = &seen[i];
	}
	return (struct found){
	    .trail = {seen->patient, sighting, count, first != NULL},
	    .start =
		(first != NULL ? first : seen)->span->earliest_start.minute,
	    .order = (first != NULL ? first : seen)->order};
}

static const struct cc_fact *
first_test(const struct cc_follow *follow)
{
	const struct cc_case *course = follow->course;
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *test = &course->facts[i];

		if (!is_test(test) || !test->happened || test->patient != 0)
			continue;
		if (first == NULL ||
		    cc_follow_span(follow, test)->earliest_start.minute <
			cc_follow_span(follow, first)->earliest_start.minute)
			first = test;
	}
	return first;
}

static const char *
shared_method(const struct cc_trail *trails, size_t count)
{
	const char *method =
	    count > 0 ? trails[0].sighting[0].test->method : NULL;

	for (size_t i = 0; i < count; i++)
		for (size_t s = 0; s < trails[i].count; s++)
			if (g_strcmp0(method,
				trails[i].sighting[s].test->method) != 0)
				return NULL;
	return method;
}

struct cc_trails
cc_trails_follow(struct cc_arena *arena, const struct cc_follow *follow)
{
	size_t seen_count, count = 0;
	g_autofree struct seen *seen = list_seen(follow, &seen_count);
	g_autofree int64_t *looked = first_looks(follow);
	g_autofree struct found *found =
	    g_new(struct found, MAX(seen_count, 1));
	struct cc_trail *trails;

	qsort(seen, seen_count, sizeof(seen[0]), by_finding);
	for (size_t i = 0, end; i < seen_count; i = end) {
		for (end = i + 1;
		     end < seen_count && seen[end].patient == seen[i].patient &&
		     strcmp(seen[end].name, seen[i].name) == 0;
		     end++)
			;
		judge(seen + i, end - i, looked[seen[i].patient]);
		found[count++] = keep_trail(arena, seen + i, end - i);
	}
	qsort(found, count, sizeof(found[0]), by_patient);
	trails = cc_arena_new_array(arena, struct cc_trail, count);
	for (size_t i = 0; i < count; i++)
		trails[i] = found[i].trail;
	return (struct cc_trails){
	    trails, count, shared_method(trails, count), first_test(follow)};
}

static bool
same_end(const struct cc_extent *a, const struct cc_extent *b)
{
	return a->end == CC_END_STATED && b->end == CC_END_STATED &&
	       a->span.earliest_end.minute == b->span.earliest_end.minute &&
	       a->span.latest_end.minute == b->span.latest_end.minute;
}

/* What a patient's lesions have in common. */
struct shared {
	const struct cc_lesion *lesion; /* the first */
	size_t count;
	bool end;
};

/* An end on the last day that anything is known of is the end of the report,
 * of a moment there is none to see. */
static bool
are_gone(const struct cc_follow *follow, const struct shared *shared)
{
	const struct cc_span *span;

	if (shared->count < 2 || !shared->end)
		return false;
	span = &shared->lesion->extent.span;
	return span->interval &&
	       span->latest_end.minute <
	           follow->patients[shared->lesion->fact->patient]
	               .contact.latest_end.minute;
}

static const struct cc_lesion *const *
find_gone(struct cc_arena *arena, const struct cc_follow *follow,
    const struct cc_lesion *lesions, size_t count)
{
	const struct cc_lesion **gone = cc_arena_new_array(
	    arena, const struct cc_lesion *, follow->patient_count);
	g_autofree struct shared *of =
	    g_new0(struct shared, MAX(follow->patient_count, 1));

	for (size_t i = 0; i < count; i++) {
		const struct cc_lesion *lesion = &lesions[i];
		struct shared *shared = &of[lesion->fact->patient];

		if (!lesion->fact->happened)
			continue;
		if (shared->count++ == 0)
			*shared = (struct shared){lesion, 1, true};
		shared->end = shared->end && same_end(&shared->lesion->extent,
						 &lesion->extent);
	}
	for (size_t p = 0; p < follow->patient_count; p++)
		if (are_gone(follow, &of[p]))
			gone[p] = of[p].lesion;
	return gone;
}

/* ---- sizes of lesions ---- */

/* What all sizes of a course are measured with. */
struct scale {
	const struct cc_terms *terms;
	const struct cc_term
	    *size;        /* knows what units have to do with others */
	const char *unit; /* of the first size */
	bool begun;
	double least, most; /* in that unit */
};

/* NaN: there is no number, or none that can be compared. */
static double
measure(const struct scale *scale, const struct cc_fact *fact,
    const struct cc_value *value)
{
	double factor;

	if (!cc_unit_factor(scale->size,
		cc_value_unit(scale->terms, fact, value), scale->unit, &factor))
		return NAN;
	return value->number * factor;
}

static void
widen(struct scale *scale, const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		double size;

		if (!scale->begun) {
			scale->begun = true;
			scale->unit = cc_value_unit(scale->terms, fact, value);
		}
		size = measure(scale, fact, value);
		scale->least = fmin(scale->least, size);
		scale->most = fmax(scale->most, size);
	}
}

static const double *
shares(struct cc_arena *arena, const struct scale *scale,
    const struct cc_fact *fact)
{
	double *share;

	if (fact->value_count == 0)
		return NULL;
	share = cc_arena_new_array(arena, double, fact->value_count);
	for (size_t i = 0; i < fact->value_count; i++)
		share[i] = measure(scale, fact, &fact->values[i]) / scale->most;
	return share;
}

static void
compare_sizes(struct cc_arena *arena, const struct cc_follow *follow,
    struct cc_lesion *lesions, size_t count)
{
	struct scale scale = {.terms = follow->terms,
	    .size =
		cc_terms_find(follow->terms, CC_IN_TEST, NULL, "tumour-size"),
	    .least = INFINITY,
	    .most = 0};

	for (size_t i = 0; i < count; i++)
		widen(&scale, lesions[i].fact);
	if (!(scale.least < scale.most))
		return;
	for (size_t i = 0; i < count; i++)
		lesions[i].share = shares(arena, &scale, lesions[i].fact);
}

struct cc_lesions
cc_lesions_follow(struct cc_arena *arena, const struct cc_follow *follow)
{
	const struct cc_case *course = follow->course;
	struct cc_lesion *lesions;
	size_t count = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		count += course->facts[i].kind == CC_KIND_LESION;
	lesions = cc_arena_new_array(arena, struct cc_lesion, count);
	count = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_LESION)
			lesions[count++] = (struct cc_lesion){.fact = fact,
			    .extent = cc_extent_of(follow, fact, NULL)};
	}
	compare_sizes(arena, follow, lesions, count);
	return (struct cc_lesions){
	    lesions, count, find_gone(arena, follow, lesions, count)};
}
