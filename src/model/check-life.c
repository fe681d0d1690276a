/* Courses that no life holds: a mistyped century, or 9999-12-31 where other
 * systems mean that something goes on. */
#include "model/read.h"
#include "model/rules.h"

#include <stdlib.h>

#define LIFE_MINUTES                                                           \
	((int64_t)((CC_LIFE_YEARS + 1) * 365.25 * CC_MINUTES_A_DAY))

/* A year so late is a sign for something else. */
#define YEARS_END 2200

struct stay { /* when a fact was in its patient's life */
	const struct cc_fact *fact;
	struct cc_bounds bounds;
};

static int
by_patient_and_start(const void *left, const void *right)
{
	const struct stay *a = left, *b = right;

	if (a->fact->patient != b->fact->patient)
		return a->fact->patient < b->fact->patient ? -1 : 1;
	if (a->bounds.first.minute != b->bounds.first.minute)
		return a->bounds.first.minute < b->bounds.first.minute ? -1 : 1;
	return a->fact < b->fact ? -1 : a->fact > b->fact;
}

static int64_t
length(const struct stay *stay)
{
	return stay->bounds.last.minute - stay->bounds.first.minute;
}

/* [min] from the one fact to what lies farthest of the other. */
static int64_t
distance(const struct stay *from, const struct stay *to)
{
	const int64_t at = from->bounds.first.minute;

	return MAX(llabs(to->bounds.first.minute - at),
	    llabs(to->bounds.last.minute - at));
}

static int
whole_years(int64_t minutes)
{
	return (int)((double)minutes / (365.25 * CC_MINUTES_A_DAY));
}

static void
tell(const struct cc_check *check, const struct stay *stay,
    const struct stay *middle)
{
	const struct cc_fact *fact = stay->fact;
	const struct cc_pos pos = cc_time_place(&fact->when, fact->pos);
	const bool doubtful =
	    cc_doubtful(&fact->when.span, &fact->when.span);

	if (length(stay) > LIFE_MINUTES)
		cc_rule_diag(check, doubtful, CC_W341, pos,
		    whole_years(length(stay)));
	else
		cc_rule_diag(check, doubtful, CC_W340, pos,
		    whole_years(distance(middle, stay)),
		    cc_line_of(check, CC_W340, middle->fact->pos));
}

/* Alone, or among others of its kind. */
static void
check_year(const struct cc_check *check, const struct stay *stay)
{
	const struct cc_fact *fact = stay->fact;
	int year = cc_instant_date(stay->bounds.first).year;

	if (check->course->clock == CC_CLOCK_DATE && year >= YEARS_END)
		cc_diag(check->diags, CC_W348,
		    cc_time_place(&fact->when, fact->pos), year);
}

/* The facts of one patient by their start. Most of them are where they belong,
 * and so is the one in their middle. */
static void
check_life(const struct cc_check *check, const struct stay *stays, size_t count)
{
	const struct stay *middle = &stays[(count - 1) / 2];
	const struct stay *farthest = middle;
	int64_t last = INT64_MIN;
	bool told = false;

	for (size_t i = 0; i < count; i++) {
		last = MAX(last, stays[i].bounds.last.minute);
		if (distance(middle, &stays[i]) > distance(middle, farthest))
			farthest = &stays[i];
		if (distance(middle, &stays[i]) <= LIFE_MINUTES)
			continue;
		tell(check, &stays[i], middle);
		told = true;
	}
	if (!told && last - stays[0].bounds.first.minute > LIFE_MINUTES)
		tell(check, farthest, middle);
	else if (!told)
		check_year(check, middle);
}

void
cc_rule_lives(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autofree struct stay *stays =
	    g_new(struct stay, course->fact_count + 1);
	size_t count = 0, from = 0;

	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_bounds bounds = cc_fact_bounds(&course->facts[i]);

		if (bounds.first.minute <= bounds.last.minute)
			stays[count++] =
			    (struct stay){&course->facts[i], bounds};
	}
	qsort(stays, count, sizeof(*stays), by_patient_and_start);
	for (size_t i = 1; i <= count; i++)
		if (i == count ||
		    stays[i].fact->patient != stays[from].fact->patient) {
			check_life(check, &stays[from], i - from);
			from = i;
		}
}
