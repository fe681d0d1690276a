#include "model/privacy.h"

#include "model/model.h"
#include "model/read.h"
#include "model/veil.h"

#include <string.h>

/* Those facts have an id that had one, and the zero. */
static void
facts_name(const struct cc_cloak *cloak, const struct cc_fact *zero)
{
	const struct cc_case *from = cloak->from;

	for (size_t i = 0; i < from->fact_count; i++)
		if (from->facts[i].id != NULL || &from->facts[i] == zero)
			cloak->to->facts[i].id =
			    cc_arena_printf(cloak->arena, "f%zu", i + 1);
}

/* What a fact is beside what was written of it: what reading derived. */
static void
fact_copy(const struct cc_cloak *cloak, struct cc_fact *fact,
    const struct cc_fact *from)
{
	fact->kind = from->kind;
	fact->index = from->index;
	fact->patient = from->patient;
	fact->line = from->line;
	fact->within = from->within;
	fact->progression = from->progression;
	fact->between = from->between;
	fact->is_index = from->is_index;
	fact->belongs = cc_cloak_fact(cloak, from->belongs);
	fact->disease = cc_cloak_fact(cloak, from->disease);
	cc_shape_copy(cloak, &cc_shape_fact, fact, from, NULL, from->index);
}

static void
line_derive(const struct cc_cloak *cloak, struct cc_line *line,
    const struct cc_line *from)
{
	line->first = cc_cloak_fact(cloak, from->first);
	line->undated_first = cc_cloak_fact(cloak, from->undated_first);
	line->last = cc_cloak_fact(cloak, from->last);
	line->disease = cc_cloak_fact(cloak, from->disease);
	line->rival = cc_cloak_fact(cloak, from->rival);
	line->start = cc_cloak_fact(cloak, from->start);
	line->begins = cc_cloak_fact(cloak, from->begins);
	line->planned = from->planned;
	line->undated = from->undated;
}

/* What goes on ends where the last report does. */
static void
span_close(struct cc_span *span, struct cc_instant report)
{
	if (span->dated && span->interval && span->end_form == CC_MOMENT_OPEN)
		span->earliest_end.minute =
		    MAX(report.minute, span->earliest_start.minute);
}

static void
spans_close(struct cc_case *to)
{
	const struct cc_bounds seen = cc_case_bounds(to, false);
	const struct cc_bounds all = cc_case_bounds(to, true);

	for (size_t i = 0; i < to->fact_count; i++) {
		struct cc_fact *fact = &to->facts[i];

		span_close(&fact->when.span, seen.last);
		for (size_t k = 0; k < fact->drug_count; k++)
			span_close(&fact->drugs[k].when.span, seen.last);
		for (size_t k = 0; k < fact->value_count; k++)
			span_close(&fact->values[k].when.span, seen.last);
	}
	if (all.first.minute > all.last.minute)
		return;
	to->first_dated = all.first;
	to->last_dated = all.last;
}

/* Where the zero is known more coarsely than the rest, the rest suffers. */
static void
coarse_zero(const struct cc_cloak *cloak, const struct cc_fact *zero)
{
	if (zero == NULL || cloak->veil.precision == CC_PRECISION_NONE)
		return;
	for (size_t i = 0; i < cloak->from->fact_count; i++) {
		const struct cc_span *span = &cloak->from->facts[i].when.span;

		if (!span->dated ||
		    span->start_precision <= cloak->veil.precision)
			continue;
		cc_diag(cloak->diags, CC_W368, zero->pos);
		return;
	}
}

/* What the case is beside what was written of it. */
static void
case_derive(const struct cc_cloak *cloak, const struct cc_fact *zero)
{
	const struct cc_case *from = cloak->from;
	struct cc_case *to = cloak->to;

	to->finest = cc_veil_finest(&cloak->veil);
	/* Words of the vocabulary, which name nobody. */
	to->coded = from->coded;
	to->synonyms = from->synonyms;
	to->synonym_count = from->synonym_count;
	to->diagnosis = cc_cloak_fact(cloak, from->diagnosis);
	to->zero = cc_cloak_id(cloak, zero);
	to->first_dated = from->first_dated;
	to->last_dated = from->last_dated;
	for (size_t i = 0; i < to->patient_count; i++)
		to->patients[i].id =
		    cc_arena_printf(cloak->arena, "P%zu", i + 1);
	for (size_t i = 0; i < to->trait_count; i++)
		to->traits[i].patient = from->traits[i].patient;
	for (size_t i = 0; i < to->history_count; i++)
		to->histories[i].patient = from->histories[i].patient;
	for (size_t i = 0; i < to->line_count; i++)
		line_derive(cloak, &to->lines[i], &from->lines[i]);
	if (!cloak->veil.elapsed)
		return;
	to->clock = CC_CLOCK_ELAPSED;
	for (size_t i = 0; i < to->figure_count; i++)
		to->figures[i].zero = NULL;
}

struct cc_case *
cc_case_private(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_privacy_way *way, struct cc_diags *diags)
{
	const struct cc_fact *zero = cc_case_zero(course, way->zero);
	struct cc_case *to = cc_arena_new(arena, struct cc_case);
	struct cc_cloak cloak;

	cc_cloak_init(&cloak, arena, course, to);
	cloak.forms = way->forms;
	cloak.leaks = cc_forms_leaks(way->forms, way->level);
	cloak.vocab = way->vocab;
	cloak.diags = diags;
	cloak.veil = cc_veil_over(course, zero, way->level);
	if (cloak.veil.elapsed)
		coarse_zero(&cloak, zero);
	to->id = way->id != NULL ? way->id : course->id;
	to->fact_count = course->fact_count;
	to->facts =
	    cc_arena_new_array(arena, struct cc_fact, course->fact_count);
	facts_name(&cloak, zero);
	cc_shape_copy(&cloak, &cc_shape_case, to, course, NULL, 0);
	for (size_t i = 0; i < course->fact_count; i++)
		fact_copy(&cloak, &to->facts[i], &course->facts[i]);
	case_derive(&cloak, zero);
	spans_close(to);
	cc_cloak_finish(&cloak);
	return to;
}

struct cc_span
cc_span_private(const struct cc_case *course, const struct cc_privacy_way *way,
    struct cc_span span)
{
	const struct cc_veil veil =
	    cc_veil_over(course, cc_case_zero(course, way->zero), way->level);
	const struct cc_when when = {.span = span};

	return cc_veil_span(&veil, &when, NULL);
}
