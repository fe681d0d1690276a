/* Grades and values that cannot be: slips of the hand. */
#include "model/rules.h"
#include "model/terms.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* CTCAE has 1 to 5, older scales Roman numerals, NIH consensus on chronic
 * GVHD words; an entry of the vocabulary may name its own. */
static const char *const common_grades[] = {"1", "2", "3", "4", "5", "I", "II",
    "III", "IV", "V", "mild", "moderate", "severe"};

/* As others write grades: G3, grade 3, three. NULL: no such. */
static const char *
meant_grade(const char *grade, const char *const *words, size_t count)
{
	static const char *const before[] = {"CTCAE ", "grade ", "Grad ", "G"};
	static const char *const numbers[] = {
	    "one", "two", "three", "four", "five"};
	char digit[2] = "";

	for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
		if (g_ascii_strncasecmp(
			grade, before[i], strlen(before[i])) == 0)
			grade += strlen(before[i]);
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (g_ascii_strcasecmp(numbers[i], grade) == 0)
			digit[0] = (char)('1' + i);
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], digit) == 0 ||
		    g_ascii_strcasecmp(words[i], grade) == 0)
			return words[i];
	return NULL;
}

static void
check_grade(const struct cc_check *check, const struct cc_term *event,
    const char *grade, struct cc_pos pos)
{
	const char *const *words = common_grades;
	size_t count = G_N_ELEMENTS(common_grades);
	g_autoptr(GString) legal = g_string_new(NULL);
	g_autofree char *hint = NULL;
	const char *meant;

	if (grade == NULL)
		return;
	if (event != NULL && event->grades.count > 0) {
		words = event->grades.word;
		count = event->grades.count;
	}
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], grade) == 0)
			return;
		g_string_append_printf(
		    legal, "%s%s", i > 0 ? ", " : "", words[i]);
	}
	if (words == common_grades)
		g_string_assign(
		    legal, "1 to 5, I to V, mild, moderate, severe");
	meant = meant_grade(grade, words, count);
	if (meant != NULL)
		hint = g_strdup_printf("; write %s", meant);
	cc_diag(check->diags, CC_W322, pos, grade,
	    event != NULL ? event->code : "an event", legal->str,
	    hint != NULL ? hint : "");
}

void
cc_rule_grades(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_term *event = NULL;

		if (fact->kind != CC_KIND_EVENT)
			continue;
		if (fact->code != NULL)
			event = cc_terms_find(
			    check->terms, CC_IN_EVENT, NULL, fact->code);
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
