#include "follow/plate.h"

#include "follow/follow.h"

#include <string.h>

static struct cc_plate
plate_of(const struct cc_image_of *of)
{
	struct cc_plate plate = {.of = *of, .fact = of->fact};

	if (of->line != NULL)
		plate.fact = of->line->start;
	if (plate.fact != NULL)
		plate.when = plate.fact->when.span;
	if (of->line != NULL)
		plate.when = cc_span_start(&plate.when);
	if (of->history != NULL)
		plate.when = of->history->when.span;
	return plate;
}

/* The middle of the time in which it may lie: there the line to it begins. What
 * has no date of its own may have its place by order. */
static int64_t
middle_of(const struct cc_plate *plate, const struct cc_follow *follow)
{
	const struct cc_span *span = plate->of.fact != NULL
	                                 ? cc_follow_span(follow, plate->fact)
	                                 : &plate->when;
	int64_t from = span->earliest_start.minute;
	int64_t to = span->latest_end.minute;

	if (plate->fact == NULL || !span->dated)
		return INT64_MAX;
	if (from == INT64_MIN || to == INT64_MAX)
		return from == INT64_MIN ? to : from;
	return from + (to - from) / 2;
}

/* A, B … Z, AA: as columns of a table are counted. */
static int
by_letter(const char *a, const char *b)
{
	size_t x, y;

	if (a == NULL || b == NULL)
		return (a != NULL) - (b != NULL);
	x = strlen(a);
	y = strlen(b);
	return x != y ? (x > y) - (x < y) : strcmp(a, b);
}

static int
in_order(const void *a, const void *b, void *follow)
{
	const struct cc_plate *x = a, *y = b;
	const struct cc_image *one = x->of.image, *other = y->of.image;
	int letters = by_letter(one->panel, other->panel);

	if (letters != 0)
		return letters;
	if (middle_of(x, follow) != middle_of(y, follow))
		return middle_of(x, follow) < middle_of(y, follow) ? -1 : 1;
	return (one->pos.at > other->pos.at) - (one->pos.at < other->pos.at);
}

struct cc_plates
cc_plates_follow(struct cc_arena *arena, const struct cc_follow *follow)
{
	g_autoptr(GArray) images = cc_case_images(follow->course);
	struct cc_plate *item =
	    cc_arena_new_array(arena, struct cc_plate, images->len);
	size_t count = 0;

	for (guint i = 0; i < images->len; i++) {
		const struct cc_image_of *of =
		    &g_array_index(images, struct cc_image_of, i);

		if (of->image->picture != NULL)
			item[count++] = plate_of(of);
	}
	qsort_r(item, count, sizeof *item, in_order, (void *)follow);
	return (struct cc_plates){item, count};
}
