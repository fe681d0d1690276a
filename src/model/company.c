/* What stands in the row of a series besides its own curve, where the author
 * names it by a code: ids were found with all others. */
#include "model/kind.h"
#include "model/read.h"

#include <string.h>

/* What one word of a series may mean. */
struct calling {
	const char *attribute;
	enum cc_scope in;
	const char *thing; /* what it should be, in words */
	/* Whether a fact is, or holds, what the code stands for. */
	bool (*is)(const struct cc_fact *fact, const char *code);
};

static bool
is_series(const struct cc_fact *fact, const char *code)
{
	return fact->kind == CC_KIND_SERIES && g_strcmp0(fact->code, code) == 0;
}

static bool
is_given(const struct cc_fact *fact, const char *code)
{
	if (fact->kind == CC_KIND_TREATMENT && g_strcmp0(fact->code, code) == 0)
		return true;
	for (size_t i = 0; i < fact->drug_count; i++)
		if (g_strcmp0(fact->drugs[i].code, code) == 0)
			return true;
	return false;
}

static const struct calling with = {"with", CC_IN_TEST, "series", is_series};
static const struct calling area = {
    "area", CC_IN_TREATMENT, "treatment", is_given};

/* The first one of the patient; the series itself only where there is no
 * other. */
static const struct cc_fact *
find(const struct cc_case *course, const struct cc_fact *series,
    const struct calling *calling, const char *code)
{
	const struct cc_fact *self = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->patient != series->patient ||
		    !calling->is(fact, code))
			continue;
		if (fact != series)
			return fact;
		self = fact;
	}
	return self;
}

/* The nearest of what the case has and could be meant. */
static char *
hint(
    struct cc_reading *reading, const struct calling *calling, const char *word)
{
	const struct cc_case *course = reading->course;
	g_autoptr(GPtrArray) words = g_ptr_array_new();

	if (!cc_hint_spend(&reading->hints))
		return g_strdup("");
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->code == NULL || !calling->is(fact, fact->code))
			continue;
		g_ptr_array_add(words, (gpointer)fact->code);
		if (fact->id != NULL)
			g_ptr_array_add(words, (gpointer)fact->id);
	}
	return cc_hint_text(
	    cc_nearest(word, (const char *const *)words->pdata, words->len));
}

static void
read_calling(struct cc_reading *reading, const struct cc_terms *terms,
    const struct cc_fact *series, const struct calling *calling,
    const char **word, const struct cc_fact **found)
{
	const struct cc_attribute *from = cc_element_attribute(
	    reading->elements[series->index], calling->attribute);
	const struct cc_term *term;
	g_autofree char *nearest = NULL;

	/* An id was found, or refused with a diagnostic of its own. */
	if (*word == NULL || *found != NULL ||
	    g_hash_table_contains(reading->names, *word))
		return;
	term = cc_terms_find(terms, calling->in, NULL, *word);
	if (term != NULL)
		*word = cc_arena_strdup(reading->arena, term->code);
	*found = find(reading->course, series, calling, *word);
	if (*found != NULL)
		return;
	nearest = hint(reading, calling, *word);
	cc_diag(reading->diags, CC_E389, from != NULL ? from->pos : series->pos,
	    *word, calling->thing, nearest);
}

void
cc_read_company(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		read_calling(
		    reading, terms, fact, &with, &fact->with_name, &fact->with);
		read_calling(
		    reading, terms, fact, &area, &fact->area_name, &fact->area);
	}
}
