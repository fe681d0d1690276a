#include "follow/harm.h"

#include <glib.h>
#include <string.h>

int
cc_grade_number(const char *grade)
{
	static const char *const roman[] = {"I", "II", "III", "IV", "V"};

	if (grade == NULL)
		return 0;
	if (grade[0] >= '1' && grade[0] <= '5' && grade[1] == '\0')
		return grade[0] - '0';
	for (size_t i = 0; i < G_N_ELEMENTS(roman); i++)
		if (strcmp(grade, roman[i]) == 0)
			return (int)i + 1;
	return 0;
}

static bool
is_class(const struct cc_fact *fact, const char *class)
{
	return fact->term != NULL && g_strcmp0(fact->term->class, class) == 0;
}

static enum cc_harm_group
group_of(const struct cc_fact *fact)
{
	if (is_class(fact, "infection") || is_class(fact, "gvhd"))
		return CC_HARM_INFECTION;
	if (fact->grade != NULL || fact->grade_count > 0 ||
	    is_class(fact, "toxicity") || is_class(fact, "cell-toxicity"))
		return CC_HARM_ADVERSE;
	return CC_HARM_NONE;
}

/* Grades are given to what treatment does; ICANS and CRS are named for it. */
static bool
is_blamed(const struct cc_fact *fact)
{
	if (fact->grade != NULL || fact->grade_count > 0 ||
	    fact->causality != NULL || is_class(fact, "cell-toxicity"))
		return true;
	for (size_t i = 0; i < fact->because.words.count; i++) {
		const struct cc_fact *cause = fact->because.fact[i];

		if (cause != NULL && (cause->kind == CC_KIND_TREATMENT ||
					 cause->kind == CC_KIND_PROCEDURE))
			return true;
	}
	return false;
}

static const char *
worst_grade(const struct cc_fact *fact)
{
	const char *worst = fact->grade;

	for (size_t i = 0; i < fact->grade_count; i++)
		if (cc_grade_number(fact->grades[i].grade) >
		    cc_grade_number(worst))
			worst = fact->grades[i].grade;
	return worst;
}

/* Which cells a patient was given, a bit each, by patient. */
enum { CELLS_PRODUCT = 1 << 0, CELLS_GRAFT = 1 << 1 };

static guint8 *
find_cells(struct cc_arena *arena, const struct cc_case *course)
{
	guint8 *cells =
	    cc_arena_new_array(arena, guint8, course->patient_count);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind != CC_KIND_PROCEDURE || !fact->happened)
			continue;
		if (is_class(fact, "cell-therapy"))
			cells[fact->patient] |= CELLS_PRODUCT;
		if (is_class(fact, "transplant"))
			cells[fact->patient] |= CELLS_GRAFT;
	}
	return cells;
}

/* By fact: something was stopped for it. */
static bool *
find_ended(struct cc_arena *arena, const struct cc_case *course)
{
	bool *ended = cc_arena_new_array(arena, bool, course->fact_count);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		for (size_t k = 0; k < fact->stop.words.count; k++)
			if (fact->happened && fact->stop.fact[k] != NULL)
				ended[fact->stop.fact[k]->index] = true;
	}
	return ended;
}

struct cc_harms
cc_harms_follow(struct cc_arena *arena, const struct cc_case *course)
{
	const guint8 *cells = find_cells(arena, course);
	const bool *ended = find_ended(arena, course);
	const struct cc_harm **of = cc_arena_new_array(
	    arena, const struct cc_harm *, course->fact_count);
	struct cc_harm *all;
	size_t count = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		count += course->facts[i].kind == CC_KIND_EVENT;
	all = cc_arena_new_array(arena, struct cc_harm, count);
	count = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_harm *harm = &all[count];

		if (fact->kind != CC_KIND_EVENT)
			continue;
		*harm = (struct cc_harm){.fact = fact,
		    .group = group_of(fact),
		    .grade = worst_grade(fact),
		    .blamed = is_blamed(fact),
		    .gvhd = is_class(fact, "gvhd"),
		    .ended = ended[i],
		    .visit = is_class(fact, "visit")};
		harm->worst = cc_grade_number(harm->grade);
		harm->of_cells =
		    (is_class(fact, "cell-toxicity") &&
			(cells[fact->patient] & CELLS_PRODUCT)) ||
		    (harm->gvhd && (cells[fact->patient] & CELLS_GRAFT));
		of[i] = harm;
		count++;
	}
	return (struct cc_harms){all, count, of};
}

bool
cc_harm_is(const struct cc_harms *harms, const struct cc_fact *fact)
{
	const struct cc_harm *harm = harms->of[fact->index];

	return harm != NULL && harm->group != CC_HARM_NONE;
}
