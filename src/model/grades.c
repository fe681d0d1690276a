/* Grades of events, in the words of their scales. */
#include "model/read.h"

#include "model/terms.h"

#include <glib.h>
#include <string.h>

/* CTCAE has 1 to 5, older scales Roman numerals, NIH consensus on chronic
 * GVHD words; an entry of the vocabulary may name its own. */
static const char *const common[] = {"1", "2", "3", "4", "5", "I", "II", "III",
    "IV", "V", "mild", "moderate", "severe"};

/* What people write around a grade, longer ones first. */
static const char *const before[] = {"CTCAE ", "grade ", "Grad ", "G"};
static const char *const behind[] = {"级", "度", "°"};

struct scale {
	const char *const *words;
	size_t count;
};

static struct scale
scale_of(const struct cc_term *event)
{
	return event != NULL && event->grades.count > 0
	           ? (struct scale){event->grades.word, event->grades.count}
	           : (struct scale){common, G_N_ELEMENTS(common)};
}

/* "grade 3", "G3", "III级" without that; owned by the caller. */
static char *
bare(const char *grade)
{
	char *text;

	for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
		if (g_ascii_strncasecmp(grade, before[i], strlen(before[i])) ==
		    0)
			grade += strlen(before[i]);
	text = g_strdup(grade);
	for (size_t i = 0; i < G_N_ELEMENTS(behind); i++)
		if (g_str_has_suffix(text, behind[i]))
			text[strlen(text) - strlen(behind[i])] = '\0';
	return g_strstrip(text);
}

const char *
cc_grade_meant(const struct cc_term *event, const char *grade)
{
	static const char *const numbers[] = {
	    "one", "two", "three", "four", "five"};
	const struct scale scale = scale_of(event);
	g_autofree char *text = bare(grade);

	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (g_ascii_strcasecmp(numbers[i], text) == 0)
			g_snprintf(text, strlen(text) + 1, "%zu", i + 1);
	for (size_t i = 0; i < scale.count; i++)
		if (g_ascii_strcasecmp(scale.words[i], text) == 0)
			return scale.words[i];
	return NULL;
}

char *
cc_grade_list(const struct cc_term *event)
{
	const struct scale scale = scale_of(event);
	GString *list = g_string_new(NULL);

	if (scale.words == common)
		g_string_assign(list, "1 to 5, I to V, mild, moderate, severe");
	else
		for (size_t i = 0; i < scale.count; i++)
			g_string_append_printf(
			    list, "%s%s", i > 0 ? ", " : "", scale.words[i]);
	return g_string_free(list, FALSE);
}

static void
read_grade(struct cc_reading *reading, const struct cc_term *event,
    const char **grade, struct cc_pos pos)
{
	const char *meant =
	    *grade != NULL ? cc_grade_meant(event, *grade) : NULL;

	if (meant == NULL || strcmp(meant, *grade) == 0)
		return;
	cc_diag(reading->diags, CC_N319, pos, *grade, meant);
	*grade = meant;
}

void
cc_read_grades(struct cc_reading *reading, const struct cc_terms *terms)
{
	for (size_t i = 0; i < reading->course->fact_count; i++) {
		struct cc_fact *fact = &reading->course->facts[i];
		const struct cc_attribute *written =
		    cc_element_attribute(reading->elements[i], "grade");
		const struct cc_term *event;

		if (fact->kind != CC_KIND_EVENT)
			continue;
		event = fact->code != NULL ? cc_terms_find(terms, CC_IN_EVENT,
						 NULL, fact->code)
		                           : NULL;
		read_grade(reading, event, &fact->grade,
		    written != NULL ? written->pos : fact->pos);
		for (size_t k = 0; k < fact->grade_count; k++)
			read_grade(reading, event, &fact->grades[k].grade,
			    fact->grades[k].pos);
	}
}
