#include "model/model.h"
#include "model/rules.h"
#include "model/terms.h"

#include <string.h>

void
cc_rule_line_numbers(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 1; i < course->line_count; i++) {
		const struct cc_line *line = &course->lines[i];
		const struct cc_line *before = line - 1;

		/* Each patient's lines count for themselves. */
		if (g_strcmp0(line->for_id, before->for_id) == 0 &&
		    line->number <= before->number)
			cc_diag(check->diags, CC_W318, line->pos, line->number,
			    before->number);
	}
}

/* Two diseases had been found when a line began: of the first such line it is
 * asked for which it is, since headline and intervals hang on it. */
void
cc_rule_line_diseases(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_line *line = &course->lines[i];

		if (line->rival == NULL || line->first == NULL)
			continue;
		cc_diag(check->diags, CC_W335, line->pos, line->number,
		    cc_line_of(check, CC_W335, line->first->belongs->pos),
		    cc_line_of(check, CC_W335, line->rival->pos));
		return;
	}
}

/* The treatment of a line that surely lasts longest. */
static void
find_last(const struct cc_case *course, const struct cc_fact **lasts)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact **last;

		if (fact->line == CC_NO_LINE ||
		    fact->kind != CC_KIND_TREATMENT ||
		    !cc_fact_took_place(fact))
			continue;
		last = &lasts[fact->line];
		if (*last == NULL || fact->when.span.earliest_end.minute >
					 (*last)->when.span.earliest_end.minute)
			*last = fact;
	}
}

/* A line starts before the earlier one ends. */
void
cc_rule_line_overlap(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autofree const struct cc_fact **lasts =
	    g_new0(const struct cc_fact *, course->line_count + 1);

	find_last(course, lasts);
	for (size_t i = 1; i < course->line_count; i++) {
		const struct cc_fact *last = lasts[i - 1];
		const struct cc_fact *first = course->lines[i].first;

		if (last == NULL || first == NULL ||
		    last->patient != first->patient ||
		    first->when.span.latest_start.minute >
			last->when.span.earliest_end.minute)
			continue;
		cc_rule_diag(check,
		    cc_doubtful(&first->when.span, &last->when.span), CC_W312,
		    cc_time_place(&first->when, first->pos),
		    course->lines[i].number, course->lines[i - 1].number,
		    cc_line_of(check, CC_W312, last->pos));
	}
}

/* A response cannot be to a line that has not begun. */
void
cc_rule_line_responses(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact *first;

		if ((fact->kind != CC_KIND_RESPONSE &&
			fact->kind != CC_KIND_RELAPSE) ||
		    fact->line == CC_NO_LINE)
			continue;
		first = course->lines[fact->line].first;
		/* What could not be read may have come first. */
		if (first == NULL || course->lines[fact->line].gap ||
		    !cc_starts_before(&fact->when.span, &first->when.span))
			continue;
		cc_rule_diag(check,
		    cc_doubtful(&fact->when.span, &first->when.span), CC_E343,
		    cc_time_place(&fact->when, fact->pos),
		    course->lines[fact->line].number,
		    cc_line_of(check, CC_E343, first->pos));
	}
}

bool
cc_check_treats(const struct cc_check *check, const struct cc_fact *fact)
{
	static const char *const not [] = {"imaging", "biopsy", "collection"};
	const struct cc_term *term;

	if (fact->kind == CC_KIND_TREATMENT)
		return true;
	if (fact->kind != CC_KIND_PROCEDURE)
		return false;
	if (fact->code == NULL)
		return true;
	term = cc_terms_find(check->terms, CC_IN_PROCEDURE, NULL, fact->code);
	for (size_t i = 0; term != NULL && i < G_N_ELEMENTS(not ); i++)
		if (g_strcmp0(term->class, not [i]) == 0)
			return false;
	return true;
}

/* Progression of a disease that, by the file, nobody treated. */
void
cc_rule_untreated(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	size_t patients = cc_patient_room(course);
	g_autofree int64_t *treated = NULL;

	/* What could not be read may have been its treatment. */
	if (course->gap)
		return;
	treated = g_new(int64_t, patients);
	for (size_t i = 0; i < patients; i++)
		treated[i] = INT64_MAX;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->status == CC_STATUS_DONE &&
		    cc_check_treats(check, fact))
			treated[fact->patient] = MIN(treated[fact->patient],
			    fact->when.span.dated
				? fact->when.span.earliest_start.minute
				: INT64_MIN);
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;

		if (fact->progression && cc_fact_took_place(fact) &&
		    treated[fact->patient] >= span->latest_start.minute)
			cc_rule_diag(check, cc_doubtful(span, span), CC_W310,
			    cc_time_place(&fact->when, fact->pos),
			    fact->code != NULL
				? fact->code
				: cc_kind_row(fact->kind)->element);
	}
}

static char *
line_and_code(const struct cc_fact *fact, const char *code)
{
	return g_strdup_printf("%zu %zu %s", fact->patient, fact->within, code);
}

/* A best response that no dated assessment of the line says. */
void
cc_rule_best(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autoptr(GHashTable) said =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_RESPONSE && fact->code != NULL)
			g_hash_table_add(said, line_and_code(fact, fact->code));
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		g_autofree char *key = NULL;

		/* An unknown response is an error of its own. */
		if (fact->best == NULL ||
		    cc_terms_find(check->terms, CC_IN_RESPONSE,
			cc_case_criteria(course, check->terms, fact),
			fact->best) == NULL)
			continue;
		key = line_and_code(fact, fact->best);
		if (!g_hash_table_contains(said, key))
			cc_diag(check->diags, CC_N310,
			    cc_check_place(check, fact, "best"), fact->best);
	}
}

static bool
has_class(
    const struct cc_check *check, const struct cc_fact *fact, const char *class)
{
	const struct cc_term *term;

	if (fact->kind != CC_KIND_PROCEDURE || fact->code == NULL ||
	    fact->status != CC_STATUS_DONE)
		return false;
	term = cc_terms_find(check->terms, CC_IN_PROCEDURE, NULL, fact->code);
	return term != NULL && g_strcmp0(term->class, class) == 0;
}

static bool
own_cells(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_term *term =
	    cc_terms_find(check->terms, CC_IN_PROCEDURE, NULL, fact->code);

	return term != NULL && term->own_cells;
}

/* A transplant whose graft comes from nowhere. */
void
cc_rule_transplants(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	size_t patients = cc_patient_room(course);
	g_autofree int64_t *collected = g_new(int64_t, patients);

	for (size_t i = 0; i < patients; i++)
		collected[i] = INT64_MAX;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (has_class(check, fact, "collection"))
			collected[fact->patient] = MIN(collected[fact->patient],
			    fact->when.span.earliest_start.minute);
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (has_class(check, fact, "transplant") &&
		    fact->donor == NULL &&
		    collected[fact->patient] >=
			fact->when.span.latest_start.minute)
			cc_diag(check->diags,
			    own_cells(check, fact) ? CC_N316 : CC_N311,
			    cc_time_place(&fact->when, fact->pos));
	}
}
