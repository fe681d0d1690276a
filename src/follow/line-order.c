/* Which line of therapy comes after which, and when each was looked at last. */
#include "follow/line-order.h"

#include "follow/assessed.h"

#include <stdlib.h>

static int
therapy_compare(const void *left, const void *right)
{
	const struct cc_therapy *a = *(struct cc_therapy *const *)left;
	const struct cc_therapy *b = *(struct cc_therapy *const *)right;
	int64_t s = a->start->when.span.earliest_start.minute;
	int64_t t = b->start->when.span.earliest_start.minute;

	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	if (s != t)
		return s < t ? -1 : 1;
	return a->line < b->line ? -1 : 1;
}

/* Lines with a dated start, by patient and time. */
static struct cc_therapy **
sort_lines(struct cc_arena *arena, struct cc_therapy *lines, size_t all,
    size_t *count)
{
	struct cc_therapy **sorted =
	    cc_arena_new_array(arena, struct cc_therapy *, all);

	*count = 0;
	for (size_t i = 0; i < all; i++)
		if (lines[i].counts && lines[i].start != NULL)
			sorted[(*count)++] = &lines[i];
	if (*count > 0)
		qsort(sorted, *count, sizeof(sorted[0]), therapy_compare);
	return sorted;
}

/* Of the lines seen so far, from the last one backwards, the one that comes
 * first: of each disease, and of those that nobody says what they are for. */
struct seen {
	GHashTable *of;     /* a diagnosis -> its line */
	struct cc_therapy *unsaid, *any;
};

static void
see(struct seen *seen, const struct cc_case *course, struct cc_therapy *of)
{
	const struct cc_fact *disease = course->lines[of->line].disease;

	if (disease != NULL)
		g_hash_table_insert(seen->of, (gpointer)disease, of);
	else
		seen->unsaid = of;
	seen->any = of;
}

/* The next line of treatment for what a line treats: that of another disease
 * is none. */
static struct cc_therapy *
next_seen(const struct seen *seen, const struct cc_case *course,
    const struct cc_therapy *of,
    bool (*before)(const struct cc_therapy *a, const struct cc_therapy *b))
{
	const struct cc_fact *disease = course->lines[of->line].disease;
	struct cc_therapy *same;

	if (disease == NULL)
		return seen->any;
	same = g_hash_table_lookup(seen->of, disease);
	if (same == NULL || seen->unsaid == NULL)
		return same != NULL ? same : seen->unsaid;
	return before(same, seen->unsaid) ? same : seen->unsaid;
}

static bool
starts_before(const struct cc_therapy *a, const struct cc_therapy *b)
{
	return therapy_compare(&a, &b) < 0;
}

static bool
stands_before(const struct cc_therapy *a, const struct cc_therapy *b)
{
	return a->line < b->line;
}

static void
find_next(const struct cc_case *course, struct cc_therapy **sorted,
    size_t count)
{
	struct seen seen = {.of = g_hash_table_new(NULL, NULL)};

	for (size_t i = count; i-- > 0;) {
		if (i + 1 < count && sorted[i]->patient != sorted[i + 1]->patient)
			seen.unsaid = seen.any = NULL;
		sorted[i]->next =
		    next_seen(&seen, course, sorted[i], starts_before);
		see(&seen, course, sorted[i]);
	}
	g_hash_table_unref(seen.of);
}

/* A line that began nobody knows when comes after those before it in the file:
 * whether it does so before the next dated one, only its place there says. */
static void
find_undated(struct cc_arena *arena, const struct cc_case *course,
    struct cc_therapy *lines)
{
	size_t patients = MAX(course->patient_count, 1);
	struct seen *seen = cc_arena_new_array(arena, struct seen, patients);

	for (size_t i = 0; i < patients; i++)
		seen[i].of = g_hash_table_new(NULL, NULL);
	for (size_t i = course->line_count; i-- > 0;) {
		struct cc_therapy *of = &lines[i];
		const struct cc_therapy *next = next_seen(
		    &seen[of->patient], course, of, stands_before);

		of->next_undated =
		    next != NULL &&
		    (of->next == NULL || next->line < of->next->line);
		if (course->lines[i].undated)
			see(&seen[of->patient], course, of);
	}
	for (size_t i = 0; i < patients; i++)
		g_hash_table_unref(seen[i].of);
}

void
cc_lines_order(struct cc_arena *arena, const struct cc_case *course,
    struct cc_therapy *lines)
{
	size_t count;
	struct cc_therapy **sorted;

	if (course->line_count == 0)
		return;
	sorted = sort_lines(arena, lines, course->line_count, &count);
	find_next(course, sorted, count);
	find_undated(arena, course, lines);
	cc_assessments_follow(arena, course, sorted, count);
}
