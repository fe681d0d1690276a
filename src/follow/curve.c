#include "follow/follow.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A test of a patient. */
struct key {
	size_t patient;
	const char *code;
};

static guint
key_hash(gconstpointer at)
{
	const struct key *key = at;

	return g_str_hash(key->code) * 31 + (guint)key->patient;
}

static gboolean
key_equal(gconstpointer left, gconstpointer right)
{
	const struct key *a = left, *b = right;

	return a->patient == b->patient && strcmp(a->code, b->code) == 0;
}

/* As in the file. */
struct readings {
	struct cc_reading *all;
	size_t count;
};

/* How a value is told. */
enum told { TOLD_NUMBER, TOLD_WORD, TOLD_COUNT };

struct work {
	struct cc_arena *arena;
	const struct cc_follow *follow;
	/* key: curve + 1, the first of that test; NULL: none has a code */
	GHashTable *first;
	struct cc_curve *curves;
	size_t count;
	size_t *curve_of; /* by fact index, of series */
	const struct cc_curve ***of_value;
	struct readings (*found)[TOLD_COUNT]; /* of each curve */
};

static size_t
find_first(const struct work *work, size_t patient, const char *code)
{
	const struct key key = {patient, code};

	return code != NULL && work->first != NULL
	           ? GPOINTER_TO_SIZE(g_hash_table_lookup(work->first, &key))
	           : 0;
}

static bool
can_convert(const struct cc_term *term, const char *from, const char *to)
{
	double factor;

	return from == NULL || to == NULL ||
	       cc_unit_factor(term, from, to, &factor);
}

static bool
is_silent_or(const void *said, const void *before)
{
	return said == NULL || said == before;
}

/* Whether a later series only goes on with an earlier one: nothing is said of
 * it that the other does not have. */
static bool
goes_on(const struct work *work, const struct cc_fact *later,
    const struct cc_curve *first)
{
	return is_silent_or(later->with, first->fact->with) &&
	       is_silent_or(later->area, first->fact->area) &&
	       later->labels.count == 0 && later->range_count == 0 &&
	       later->low_written == NULL && later->high_written == NULL &&
	       later->key == first->fact->key &&
	       can_convert(first->term,
		   cc_series_unit(work->follow->terms, later), first->unit);
}

static void
begin_curve(struct work *work, const struct cc_fact *fact)
{
	struct cc_curve *curve = &work->curves[work->count++];

	*curve = (struct cc_curve){.fact = fact,
	    .term = fact->term,
	    .unit = cc_series_unit(work->follow->terms, fact),
	    .scale = fact->scale};
	if (curve->scale == CC_SCALE_DEFAULT && curve->term != NULL)
		curve->scale = curve->term->scale;
}

/* One curve a series, but for those that go on with the first of their test. */
static void
find_curves(struct work *work)
{
	const struct cc_case *course = work->follow->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		size_t first;

		if (fact->kind != CC_KIND_SERIES)
			continue;
		first = find_first(work, fact->patient, fact->code);
		if (first > 0 &&
		    goes_on(work, fact, &work->curves[first - 1])) {
			work->curve_of[i] = first - 1;
			continue;
		}
		work->curve_of[i] = work->count;
		begin_curve(work, fact);
		if (first == 0 && fact->code != NULL) {
			struct key *key = cc_arena_new(work->arena, struct key);

			*key = (struct key){fact->patient, fact->code};
			if (work->first == NULL)
				work->first =
				    g_hash_table_new(key_hash, key_equal);
			g_hash_table_insert(
			    work->first, key, GSIZE_TO_POINTER(work->count));
		}
	}
}

/* A value in another unit than the curve is converted, or has no place there:
 * as it stands it would be a fall or rise that nobody measured. */
static const struct cc_value *
in_unit(struct cc_arena *arena, const struct cc_term *term,
    const struct cc_fact *owner, const struct cc_value *value, const char *to)
{
	const char *unit = cc_test_unit(term, owner, value);
	struct cc_value shown;
	double factor;

	if (unit == NULL || to == NULL || unit == to)
		return value;
	if (!cc_unit_factor(term, unit, to, &factor))
		return NULL;
	if (factor == 1)
		return value;
	if (!cc_value_convert(term, value, unit, to, &shown))
		return NULL;
	return cc_arena_memdup(arena, &shown, sizeof(shown));
}

const struct cc_value *
cc_reading_in(struct cc_arena *arena, const struct cc_curve *curve,
    const struct cc_reading *reading, const char *unit)
{
	if (unit == curve->unit)
		return reading->shown;
	return in_unit(
	    arena, curve->term, reading->owner, reading->value, unit);
}

/* By its order alone; false where that tells nothing. */
static bool
place_reading(struct work *work, struct cc_reading *reading)
{
	const struct cc_ordered place =
	    cc_order_part(work->follow, reading->owner, &reading->value->when);

	reading->place = cc_arena_memdup(work->arena, &place, sizeof(place));
	reading->span = place.span;
	reading->exact = false;
	return place.span.dated;
}

static bool
add_reading(struct work *work, size_t at, const struct cc_fact *owner,
    const struct cc_value *value)
{
	const struct cc_curve *curve = &work->curves[at];
	const bool word = isnan(value->number);
	struct readings *to = &work->found[at][word ? TOLD_WORD : TOLD_NUMBER];
	struct cc_reading *reading;

	to->all =
	    cc_arena_grow(work->arena, to->all, to->count, sizeof(*to->all));
	reading = &to->all[to->count];
	*reading = (struct cc_reading){.owner = owner,
	    .value = value,
	    .span = value->when.span,
	    .exact = cc_start_is_exact(&value->when.span, work->follow->exact)};
	if (!reading->span.dated && !place_reading(work, reading))
		return false;
	reading->shown =
	    word ? value
		 : in_unit(work->arena, curve->term, owner, value, curve->unit);
	to->count += reading->shown != NULL;
	return reading->shown != NULL;
}

static void
add_series(struct work *work, const struct cc_fact *series)
{
	size_t at = work->curve_of[series->index];

	for (size_t v = 0; v < series->value_count; v++)
		if (!add_reading(work, at, series, &series->values[v]) &&
		    !series->values[v].when.span.dated)
			work->curves[at].lost = true;
}

/* The values of a panel go to the curves of their tests; without a date they
 * stay in it. */
static void
add_panel(struct work *work, const struct cc_fact *panel)
{
	const struct cc_curve **of = cc_arena_new_array(
	    work->arena, const struct cc_curve *, panel->value_count);

	work->of_value[panel->index] = of;
	for (size_t v = 0; v < panel->value_count; v++) {
		const struct cc_value *value = &panel->values[v];
		size_t first = find_first(work, panel->patient, value->code);

		/* In words it stays in the panel. */
		if (first > 0 && value->when.span.dated &&
		    !isnan(value->number) &&
		    add_reading(work, first - 1, panel, value))
			of[v] = &work->curves[first - 1];
	}
}

/* Bounds may lie without end: halves do not overflow. */
static int64_t
middle_of(const struct cc_span *span)
{
	return span->earliest_start.minute / 2 + span->latest_end.minute / 2;
}

/* Of one moment: in the order of the file. Addresses tell that within one fact
 * alone; facts may lie anywhere. */
static int
reading_compare(const void *left, const void *right)
{
	const struct cc_reading *a = left, *b = right;
	int64_t at = middle_of(&a->span), other = middle_of(&b->span);

	if ((a->place != NULL) != (b->place != NULL))
		return a->place != NULL ? 1 : -1;
	if (at != other && a->place == NULL)
		return at < other ? -1 : 1;
	if (a->owner->index != b->owner->index)
		return a->owner->index < b->owner->index ? -1 : 1;
	return a->value < b->value ? -1 : a->value > b->value;
}

static int64_t
width_of(const struct cc_span *span)
{
	return span->latest_end.minute - span->earliest_start.minute;
}

/* The curve whose row one stands in. */
static size_t
row_of(const struct work *work, size_t curve)
{
	const struct cc_curve *with = work->curves[curve].with;

	return with != NULL ? (size_t)(with - work->curves) : curve;
}

static void
find_finest(const struct readings *readings, int64_t *finest)
{
	for (size_t i = 0; i < readings->count; i++)
		if (readings->all[i].exact)
			*finest =
			    MIN(*finest, width_of(&readings->all[i].span));
}

static void
narrow(const struct readings *readings, int64_t width)
{
	for (size_t i = 0; i < readings->count; i++) {
		struct cc_span *span = &readings->all[i].span;

		if (readings->all[i].exact && width_of(span) > width)
			span->latest_start.minute = span->latest_end.minute =
			    span->earliest_start.minute + width;
	}
}

/* What a counting clock counts is meant as it was typed: "1" is no less sure
 * than "1.5", and no half unit later, nor is "1" of another curve in its row.
 */
static void
share_precision(struct work *work)
{
	const struct cc_follow *follow = work->follow;
	int64_t *finest = cc_arena_new_room(work->arena, int64_t, work->count);

	if (cc_clock_unit(follow->course->clock) == CC_PRECISION_NONE)
		return;
	for (size_t c = 0; c < work->count; c++)
		finest[c] = follow->exact;
	for (size_t c = 0; c < work->count; c++)
		find_finest(
		    &work->found[c][TOLD_NUMBER], &finest[row_of(work, c)]);
	for (size_t c = 0; c < work->count; c++)
		for (enum told told = TOLD_NUMBER; told < TOLD_COUNT; told++)
			narrow(&work->found[c][told], finest[row_of(work, c)]);
}

/* Those of one stretch stand side by side in it. */
static void
share_places(struct cc_reading *reading, size_t count)
{
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count &&
				  reading[end].span.earliest_start.minute ==
				      reading[i].span.earliest_start.minute &&
				  reading[end].span.latest_end.minute ==
				      reading[i].span.latest_end.minute;)
			end++;
		for (size_t k = i; k < end; k++)
			reading[k].place->share =
			    (double)(k - i + 1) / (double)(end - i + 1);
	}
}

/* As files mostly have them. */
static bool
is_in_order(const struct cc_reading *first, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (reading_compare(&first[i - 1], &first[i]) > 0)
			return false;
	return true;
}

/* Sorts them; how many of them have a date. */
static size_t
order_readings(struct cc_reading *first, size_t count)
{
	if (!is_in_order(first, count))
		qsort(first, count, sizeof(*first), reading_compare);
	while (count > 0 && first[count - 1].place != NULL)
		count--;
	return count;
}

/* Gives a curve its readings, in order: the numbers, and the words, which need
 * a date. */
static void
give_readings(struct cc_curve *curve, const struct readings found[TOLD_COUNT])
{
	const struct readings *numbers = &found[TOLD_NUMBER];
	const struct readings *words = &found[TOLD_WORD];

	curve->reading = numbers->all;
	curve->count = order_readings(numbers->all, numbers->count);
	curve->ordered = numbers->count - curve->count;
	share_places(numbers->all + curve->count, curve->ordered);
	curve->word = words->all;
	curve->word_count = order_readings(words->all, words->count);
	curve->lost = curve->lost || curve->word_count < words->count;
}

/* What stands in the row of a curve besides it. */
static void
find_company(struct work *work)
{
	for (size_t i = 0; i < work->count; i++) {
		struct cc_curve *curve = &work->curves[i];
		const struct cc_fact *with = curve->fact->with;

		if (with != NULL)
			curve->with =
			    &work->curves[work->curve_of[with->index]];
		/* One that only goes on with it is in its row already. */
		if (curve->with == curve)
			curve->with = NULL;
		curve->area =
		    cc_curve_area(work->arena, work->follow, curve->fact);
	}
}

bool
cc_curve_is_right(const struct cc_curve *curve)
{
	return curve->with != NULL &&
	       !cc_unit_same(curve->unit, curve->with->unit);
}

static const struct cc_curve *const *
list_series(const struct work *work)
{
	const struct cc_case *course = work->follow->course;
	const struct cc_curve **of = cc_arena_new_array(
	    work->arena, const struct cc_curve *, course->fact_count);

	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].kind == CC_KIND_SERIES)
			of[i] = &work->curves[work->curve_of[i]];
	return of;
}

struct cc_curves
cc_curves_follow(struct cc_arena *arena, const struct cc_follow *follow)
{
	const struct cc_case *course = follow->course;
	struct work work = {.arena = arena,
	    .follow = follow,
	    .curve_of = cc_arena_new_array(arena, size_t, course->fact_count)};
	size_t series = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		series += course->facts[i].kind == CC_KIND_SERIES;
	work.curves = cc_arena_new_array(arena, struct cc_curve, series);
	work.found = cc_arena_array(arena, series, sizeof(*work.found));
	work.of_value = cc_arena_new_array(
	    arena, const struct cc_curve **, course->fact_count);
	find_curves(&work);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_SERIES)
			add_series(&work, fact);
		else if (fact->kind == CC_KIND_PANEL)
			add_panel(&work, fact);
	}
	g_clear_pointer(&work.first, g_hash_table_unref);
	find_company(&work);
	share_precision(&work);
	for (size_t i = 0; i < work.count; i++) {
		give_readings(&work.curves[i], work.found[i]);
		cc_curve_find_ranges(arena, follow, &work.curves[i]);
	}
	return (struct cc_curves){.item = work.curves,
	    .count = work.count,
	    .of = list_series(&work),
	    .of_value = (const struct cc_curve *const *const *)work.of_value};
}
