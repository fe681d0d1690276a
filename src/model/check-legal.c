/* Grades and values that cannot be: slips of the hand. */
#include "model/rules.h"
#include "model/terms.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static void
check_grade(const struct cc_check *check, const struct cc_term *event,
    const char *grade, struct cc_pos pos)
{
	g_autofree char *legal = NULL;

	if (grade == NULL || cc_grade_meant(event, grade) != NULL)
		return;
	legal = cc_grade_list(event);
	cc_diag(check->diags, CC_W322, pos, grade,
	    event != NULL ? event->code : "an event", legal);
}

void
cc_rule_grades(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_term *event =
		    fact->kind == CC_KIND_EVENT ? fact->term : NULL;

		if (fact->kind != CC_KIND_EVENT)
			continue;
		check_grade(check, event, fact->grade,
		    cc_check_place(check, fact, "grade"));
		for (size_t k = 0; k < fact->grade_count; k++)
			check_grade(check, event, fact->grades[k].grade,
			    fact->grades[k].pos);
	}
}

static void
number_append(GString *to, double number)
{
	/* Of a vocabulary that may say anything. */
	if (fabs(number) < 1e11)
		cc_number_append(to, number, 6);
	else
		g_string_append(to, "any");
}

static void
check_value(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const char *code = value->code != NULL ? value->code : fact->code;
	g_autoptr(GString) legal = g_string_new(NULL);
	const struct cc_term *test;
	double factor, number;

	if (code == NULL)
		return;
	test = cc_terms_find(check->terms, CC_IN_TEST, NULL, code);
	if (test == NULL || value->written == NULL ||
	    !cc_unit_factor(test, cc_value_unit(check->terms, fact, value),
		test->unit, &factor))
		return;
	number = value->number * factor;
	if (!(number < test->least) && !(number > test->most))
		return;
	number_append(legal, isnan(test->least) ? -INFINITY : test->least);
	g_string_append(legal, " to ");
	number_append(legal, isnan(test->most) ? INFINITY : test->most);
	if (strcmp(test->unit, "1") != 0)
		g_string_append_printf(legal, " %s", test->unit);
	cc_diag(check->diags, CC_W323, value->pos, code, value->written,
	    legal->str);
}

void
cc_rule_possible(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind != CC_KIND_SERIES && fact->kind != CC_KIND_PANEL)
			continue;
		for (size_t k = 0; k < fact->value_count; k++)
			check_value(check, fact, &fact->values[k]);
	}
}
