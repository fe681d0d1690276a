#include "mark/grade.h"

#include <string.h>

int
cc_grade_number(const char *grade)
{
	static const char *const roman[] = {"I", "II", "III", "IV", "V"};
	if (!grade)
		return 0;
	if (cc_grade_is_digit(grade))
		return grade[0] - '0';
	for (size_t i = 0; i < G_N_ELEMENTS(roman); i++)
		if (strcmp(grade, roman[i]) == 0)
			return (int)i + 1;
	return 0;
}

bool
cc_grade_is_digit(const char *grade)
{
	return grade && grade[0] >= '1' && grade[0] <= '5' && grade[1] == '\0';
}

/* CRS and ICANS are graded by ASTCT, GVHD by its own criteria. */
static bool
has_own_scale(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_term *term = fact->code
	                                 ? cc_terms_find(figure->in->terms,
					       CC_IN_EVENT, NULL, fact->code)
	                                 : NULL;
	return term && term->grades.count > 0;
}

bool
cc_grade_any(const struct cc_figure *figure, cc_grade_test *test)
{
	const struct cc_case *course = figure->course;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind == CC_KIND_EVENT &&
		    cc_grade_is_digit(fact->grade) &&
		    cc_figure_shows(figure, fact) && test(figure, fact))
			return true;
	}
	return false;
}

enum cc_legend
cc_grade_key(const struct cc_figure *figure)
{
	return cc_grade_any(figure, has_own_scale) ? CC_LEGEND_GRADE
	                                           : CC_LEGEND_CTCAE_GRADE;
}

enum cc_message
cc_grade_message(enum cc_legend key)
{
	return key == CC_LEGEND_GRADE ? CC_MSG_NUMBER_GRADE
	                              : CC_MSG_CTCAE_GRADE;
}
