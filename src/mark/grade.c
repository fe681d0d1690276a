#include "mark/grade.h"

bool
cc_grade_is_digit(const char *grade)
{
	return grade && grade[0] >= '1' && grade[0] <= '5' && grade[1] == '\0';
}

/* CRS and ICANS are graded by ASTCT, GVHD by its own criteria. */
static bool
has_own_scale(const struct cc_figure *figure, const struct cc_fact *fact)
{
	(void)figure;
	return fact->term && fact->term->grades.count > 0;
}

bool
cc_grade_any(const struct cc_figure *figure, cc_grade_test *test)
{
	const struct cc_harms *harms = &figure->follow->harms;
	for (size_t i = 0; i < harms->count; i++) {
		const struct cc_fact *fact = harms->item[i].fact;
		if (cc_grade_is_digit(fact->grade) &&
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
