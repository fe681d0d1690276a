/* Responses in their rows: those of one patient by one scheme. */
#include "follow/state.h"

#include "follow/patient.h"
#include "follow/state-end.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool
is_lost(const struct cc_fact *fact, const struct cc_term *term)
{
	return fact->kind == CC_KIND_RELAPSE || fact->progression ||
	       (term != NULL && g_strcmp0(term->slot, "pd") == 0);
}

/* A fact that a row has, under what is that row's own. */
struct told {
	const struct cc_fact *fact;
	const char *scheme;
	const char *endpoint; /* "": the disease as a whole */
	const char *sites;    /* "": wherever it is */
};

static const char *
endpoint_of(const struct cc_fact *fact)
{
	const struct cc_term *term =
	    fact->kind == CC_KIND_RESPONSE ? fact->term : fact->best_term;

	return term != NULL && term->endpoint != NULL ? term->endpoint : "";
}

/* What is found at a site tells nothing of another; where the disease has
 * progressed, it has. */
static const char *
sites_of(struct cc_arena *arena, const struct cc_fact *fact)
{
	const char *sites = "";

	if (fact->kind != CC_KIND_RESPONSE || is_lost(fact, fact->term))
		return sites;
	for (size_t i = 0; i < fact->sites.count; i++)
		sites = cc_arena_join(
		    arena, sites, "\n", fact->sites.word[i], NULL);
	return sites;
}

static struct told
told_of(struct cc_arena *arena, const struct cc_fact *fact)
{
	return (struct told){
	    fact, fact->scheme, endpoint_of(fact), sites_of(arena, fact)};
}

/* ---- what is told ---- */

static bool
is_assessment(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_RESPONSE && fact->code != NULL &&
	       fact->happened && fact->when.span.dated;
}

static bool
is_best(const struct cc_fact *fact)
{
	return fact->best != NULL && fact->happened && fact->when.span.dated;
}

/* An assessment, or a best response, with the code that it says. */
struct saying {
	const struct cc_fact *fact;
	const char *code;
};

static guint
saying_hash(gconstpointer key)
{
	const struct saying *saying = key;
	const size_t of = 31 * saying->fact->patient + saying->fact->line;

	return 31 * g_str_hash(saying->code) + (guint)of;
}

/* Of one line, by the same criteria. */
static gboolean
saying_equal(gconstpointer left, gconstpointer right)
{
	const struct saying *a = left, *b = right;

	return a->fact->patient == b->fact->patient &&
	       a->fact->line == b->fact->line &&
	       strcmp(a->code, b->code) == 0 &&
	       g_strcmp0(a->fact->scheme, b->fact->scheme) == 0;
}

/* The latest assessment of each line with each code. */
static GHashTable *
find_dated(const struct cc_case *course)
{
	GHashTable *dated =
	    g_hash_table_new_full(saying_hash, saying_equal, g_free, NULL);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct saying saying = {fact, fact->code}, *had;

		if (!is_assessment(fact))
			continue;
		had = g_hash_table_lookup(dated, &saying);
		if (had == NULL || had->fact->when.span.latest_end.minute <
				       fact->when.span.latest_end.minute)
			g_hash_table_add(
			    dated, g_memdup2(&saying, sizeof(saying)));
	}
	return dated;
}

/* A best response says nothing new where a dated one of its line says it. Few
 * cases have one: `dated` is made for the first. */
static bool
is_dated_too(GHashTable **dated, const struct cc_case *course,
    const struct cc_fact *fact)
{
	const struct saying best = {fact, fact->best}, *other;

	if (*dated == NULL)
		*dated = find_dated(course);
	other = g_hash_table_lookup(*dated, &best);
	return other != NULL && other->fact->when.span.latest_end.minute >
	                            fact->when.span.earliest_start.minute;
}

static GArray *
find_told(struct cc_arena *arena, const struct cc_case *course)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct told));
	g_autoptr(GHashTable) dated = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct told told;

		if (is_assessment(fact) ||
		    (is_best(fact) && !is_dated_too(&dated, course, fact))) {
			told = told_of(arena, fact);
			g_array_append_val(all, told);
		}
	}
	return all;
}

/* ---- rows ---- */

static int
by_row(const struct told *a, const struct told *b)
{
	int order;

	if (a->fact->patient != b->fact->patient)
		return a->fact->patient < b->fact->patient ? -1 : 1;
	order = strcmp(a->scheme, b->scheme);
	if (order == 0)
		order = strcmp(a->endpoint, b->endpoint);
	return order != 0 ? order : strcmp(a->sites, b->sites);
}

static int
by_row_and_time(const void *left, const void *right)
{
	const struct told *a = left, *b = right;
	int64_t s = a->fact->when.span.earliest_start.minute;
	int64_t t = b->fact->when.span.earliest_start.minute;
	int row = by_row(a, b);

	if (row != 0)
		return row;
	if (s != t)
		return s < t ? -1 : 1;
	return a->fact->index < b->fact->index ? -1 : 1;
}

/* One of each row, in order. */
static GArray *
find_rows(const GArray *told)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct told));

	for (guint i = 0; i < told->len; i++) {
		const struct told *at = &g_array_index(told, struct told, i);

		if (i == 0 || by_row(at - 1, at) != 0)
			g_array_append_val(rows, *at);
	}
	return rows;
}

static guint
first_row(const GArray *rows, size_t patient)
{
	guint low = 0, high = rows->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index(rows, struct told, middle).fact->patient <
		    patient)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A loss is told again in rows beside its own: a relapse in those that its
 * scheme has found or, where that has found nothing, in whatever else was found
 * in the patient; a progression in those of sites. An organ that has recovered
 * has done so, whatever the disease does. */
static void
add_loss(GArray *told, const GArray *rows, const struct cc_fact *loss)
{
	guint first = first_row(rows, loss->patient), last = first;
	bool relapse = loss->kind == CC_KIND_RELAPSE, own = !relapse;

	for (; last < rows->len; last++) {
		const struct told *row =
		    &g_array_index(rows, struct told, last);

		if (row->fact->patient != loss->patient)
			break;
		own = own || (*row->endpoint == '\0' &&
				 strcmp(row->scheme, loss->scheme) == 0);
	}
	for (guint i = first; i < last; i++) {
		struct told at = g_array_index(rows, struct told, i);

		at.fact = loss;
		if (*at.endpoint == '\0' && (relapse || *at.sites != '\0') &&
		    (!own || strcmp(at.scheme, loss->scheme) == 0))
			g_array_append_val(told, at);
	}
}

static void
add_losses(GArray *told, const GArray *rows, const struct cc_turns *turns)
{
	const guint count = told->len;

	for (guint i = 0; i < count; i++) {
		const struct cc_fact *fact =
		    g_array_index(told, struct told, i).fact;

		if (is_assessment(fact) && is_lost(fact, fact->term) &&
		    *endpoint_of(fact) == '\0')
			add_loss(told, rows, fact);
	}
	for (size_t i = 0; i < turns->count; i++)
		if (turns->item[i].kind == CC_TURN_RELAPSE &&
		    turns->item[i].fact->when.span.dated)
			add_loss(told, rows, turns->item[i].fact);
}

/* ---- states ---- */

/* Whose end is not stated is as much as an assessment at its start. */
static struct cc_span
moment_of(const struct cc_span *span)
{
	struct cc_span moment = *span;

	moment.earliest_end = moment.earliest_start;
	moment.latest_end = moment.latest_start;
	moment.end_form = moment.start_form;
	moment.end_precision = moment.start_precision;
	moment.interval = false;
	return moment;
}

static struct cc_state
state_of(const struct cc_fact *fact, const struct cc_patient_course *patient)
{
	const struct cc_span within =
	    cc_span_in_life(patient, fact, &fact->when.span);
	const struct cc_span *span = &within;
	bool best = is_best(fact);
	struct cc_state state = {.fact = fact,
	    .term = best ? fact->best_term : fact->term,
	    .code = best ? fact->best : fact->code,
	    .form = best ? CC_STATE_BEST : CC_STATE_ASSESSED,
	    .from = *span};

	if (!best && is_lost(fact, state.term))
		state.form = CC_STATE_LOST;
	else if (!best && span->interval && span->end_form != CC_MOMENT_EMPTY)
		state.form = CC_STATE_LASTING;
	if (state.form == CC_STATE_ASSESSED || state.form == CC_STATE_LOST)
		state.from = moment_of(span);
	state.rank = state.term != NULL ? state.term->rank : NAN;
	state.slot = state.form == CC_STATE_LOST ? "pd"
	             : state.term != NULL && state.term->slot != NULL
	                 ? state.term->slot
	                 : "ne";
	return state;
}

static int
by_first_fact(const void *left, const void *right)
{
	const struct cc_responses *a = left, *b = right;
	size_t first = SIZE_MAX, other = SIZE_MAX;
	int order;

	for (size_t i = 0; i < a->count; i++)
		first = MIN(first, a->item[i].fact->index);
	for (size_t i = 0; i < b->count; i++)
		other = MIN(other, b->item[i].fact->index);
	if (first != other)
		return first < other ? -1 : 1;
	order = strcmp(a->scheme, b->scheme);
	if (order == 0)
		order = strcmp(a->endpoint, b->endpoint);
	return order != 0 ? order : strcmp(a->sites, b->sites);
}

static struct cc_responses
row_of(struct cc_arena *arena, const struct told *told, size_t count,
    const struct cc_terms *terms, const struct cc_outside *outside,
    const struct cc_patient_course *patients)
{
	struct cc_state *states =
	    cc_arena_new_array(arena, struct cc_state, count);
	size_t patient = told[0].fact->patient;
	struct cc_responses row;

	for (size_t i = 0; i < count; i++)
		states[i] = state_of(told[i].fact, &patients[patient]);
	cc_states_end(outside, &patients[patient],
	    cc_terms_find(terms, CC_IN_SCHEME, NULL, told[0].scheme),
	    *told[0].endpoint != '\0', states, count);
	row = (struct cc_responses){.patient = patient,
	    .scheme = told[0].scheme,
	    .endpoint = told[0].endpoint,
	    .sites = told[0].sites,
	    .item = states,
	    .count = count};
	cc_levels_find(arena, terms, &row);
	return row;
}

/* ---- what has no date ---- */

static bool
is_undated(const struct cc_fact *fact)
{
	return fact->happened && !fact->when.span.dated &&
	       (fact->best != NULL ||
		   (fact->kind == CC_KIND_RESPONSE && fact->code != NULL));
}

static size_t
count_undated(const struct cc_case *course)
{
	size_t count = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		count += is_undated(&course->facts[i]);
	return count;
}

static struct cc_responses *
row_for(struct cc_responses *all, size_t *count, const struct told *told)
{
	const struct cc_fact *fact = told->fact;

	for (size_t r = 0; r < *count; r++)
		if (all[r].patient == fact->patient &&
		    strcmp(all[r].scheme, fact->scheme) == 0 &&
		    strcmp(all[r].endpoint, told->endpoint) == 0 &&
		    strcmp(all[r].sites, told->sites) == 0)
			return &all[r];
	all[*count] = (struct cc_responses){.patient = fact->patient,
	    .scheme = fact->scheme,
	    .endpoint = told->endpoint,
	    .sites = told->sites};
	return &all[(*count)++];
}

/* Rows are as many as patients and schemes: few. */
static void
add_undated(struct cc_arena *arena, const struct cc_case *course,
    struct cc_responses *all, size_t *count)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_responses *row;
		struct told told;

		if (!is_undated(fact))
			continue;
		told = told_of(arena, fact);
		row = row_for(all, count, &told);
		row->undated = cc_arena_grow(arena, row->undated,
		    row->undated_count, sizeof(row->undated[0]));
		row->undated[row->undated_count++] = fact;
	}
}

/* By patient: whether responses go by more than one set of criteria. */
static const bool *
find_several(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_responses *rows, size_t count)
{
	size_t patients = MAX(course->patient_count, 1);
	bool *several = cc_arena_new_array(arena, bool, patients);
	g_autofree const char **scheme = g_new0(const char *, patients);

	for (size_t i = 0; i < count; i++) {
		const char **first = &scheme[rows[i].patient];

		if (*first == NULL)
			*first = rows[i].scheme;
		else if (strcmp(*first, rows[i].scheme) != 0)
			several[rows[i].patient] = true;
	}
	return several;
}

struct cc_states
cc_states_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_terms *terms, const struct cc_patient_course *patients,
    const struct cc_turns *turns)
{
	g_autoptr(GArray) told = find_told(arena, course);
	g_autoptr(GArray) rows = NULL;
	struct cc_outside *outside;
	struct cc_responses *all;
	const struct cc_state **by_fact;
	size_t count = 0, undated = count_undated(course);

	by_fact = cc_arena_new_array(
	    arena, const struct cc_state *, course->fact_count);
	if (told->len == 0 && undated == 0)
		return (struct cc_states){.by_fact = by_fact,
		    .several = find_several(arena, course, NULL, 0)};
	outside = cc_outside_create(course, terms, turns);
	g_array_sort(told, by_row_and_time);
	rows = find_rows(told);
	add_losses(told, rows, turns);
	g_array_sort(told, by_row_and_time);
	all =
	    cc_arena_new_array(arena, struct cc_responses, rows->len + undated);
	for (guint i = 0, end; i < told->len; i = end) {
		const struct told *at = &g_array_index(told, struct told, i);

		for (end = i; end < told->len && by_row(at, at + end - i) == 0;)
			end++;
		all[count++] =
		    row_of(arena, at, end - i, terms, outside, patients);
	}
	cc_outside_destroy(outside);
	qsort(all, count, sizeof(all[0]), by_first_fact);
	for (size_t r = 0; r < count; r++)
		for (size_t i = 0; i < all[r].count; i++)
			by_fact[all[r].item[i].fact->index] = &all[r].item[i];
	add_undated(arena, course, all, &count);
	return (struct cc_states){
	    all, count, by_fact, find_several(arena, course, all, count)};
}
