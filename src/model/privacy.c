#include "model/privacy.h"

#include "model/model.h"
#include "model/read.h"

#include <math.h>
#include <string.h>

#define WITHHELD "[…]"
#define AGE_MOST 89 /* [years] */

/* One transformation: from the case to its copy. */
struct cloak {
	struct cc_arena *arena;
	const struct cc_leaks *leaks;
	struct cc_diags *diags;
	const struct cc_case *from;
	struct cc_case *to;
	struct cc_veil veil;
};

/* Free text. */

static enum cc_code
leak_code(enum cc_leak kind)
{
	static const enum cc_code codes[] = {
	    [CC_LEAK_DATE] = CC_W360,
	    [CC_LEAK_NAME] = CC_W361,
	    [CC_LEAK_RECORD] = CC_W362,
	    [CC_LEAK_IDENTITY] = CC_W363,
	    [CC_LEAK_PHONE] = CC_W364,
	    [CC_LEAK_EMAIL] = CC_W365,
	    [CC_LEAK_AGE] = CC_W366,
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(codes) == CC_LEAK_COUNT);

	return codes[kind];
}

/* Where the find stands in the source, at or after `pos`; the text was read
 * from there with its white space collapsed and its references replaced, so
 * that it may not be found: then the text as a whole is meant. */
static struct cc_pos
find_place(struct cc_pos pos, struct cc_pos text, const char *word,
    size_t length, size_t reach)
{
	const char *from, *at;

	if (pos.source == NULL)
		return text;
	from = pos.source->bytes + pos.at;
	at =
	    memmem(from, MIN(pos.source->length - pos.at, reach), word, length);
	if (at == NULL)
		return text;
	pos.at = (uint32_t)(at - pos.source->bytes);
	pos.length = (uint32_t)length;
	return pos;
}

const char *
cc_text_private(struct cc_arena *arena, const struct cc_leaks *leaks,
    const char *text, struct cc_pos pos, struct cc_diags *diags)
{
	/* Tags and references between the place and the words. */
	const size_t reach = 2 * strlen(text) + 256;
	struct cc_leak_found found;
	struct cc_pos next = pos, place;
	size_t done = 0;
	GString *to;
	const char *copy;

	if (!cc_leaks_find(leaks, text, 0, &found))
		return text;
	to = g_string_new(NULL);
	do {
		const char *word = text + found.at;

		place = find_place(next, pos, word, found.length, reach);
		cc_diag(diags, leak_code(found.kind), place,
		    (unsigned)g_utf8_strlen(word, (gssize)found.length));
		next = place;
		next.at += next.length;
		g_string_append_len(to, text + done, (gssize)(found.at - done));
		g_string_append(to, WITHHELD);
		done = found.at + found.length;
	} while (cc_leaks_find(leaks, text, done, &found));
	g_string_append(to, text + done);
	copy = cc_arena_strdup(arena, to->str);
	g_string_free(to, TRUE);
	return copy;
}

static const char *
text_copy(const struct cloak *cloak, const char *text, struct cc_pos pos)
{
	if (text == NULL)
		return NULL;
	return cc_text_private(
	    cloak->arena, cloak->leaks, text, pos, cloak->diags);
}

static void
texts_copy(const struct cloak *cloak, struct cc_texts *texts)
{
	texts->item = cc_arena_memdup(
	    cloak->arena, texts->item, texts->count * sizeof *texts->item);
	for (size_t i = 0; i < texts->count; i++)
		texts->item[i].text =
		    text_copy(cloak, texts->item[i].text, texts->item[i].pos);
}

/* A word of a list has hyphens where a text has spaces: Dr-Smith. It goes as a
 * whole where it names somebody. */
static const char *
word_copy(const struct cloak *cloak, const char *word, struct cc_pos pos)
{
	g_autofree char *spaced = g_strdelimit(g_strdup(word), "-_", ' ');
	struct cc_leak_found found;

	if (cc_leaks_find(cloak->leaks, word, 0, &found) ||
	    !cc_leaks_find(cloak->leaks, spaced, 0, &found))
		return text_copy(cloak, word, pos);
	cc_diag(cloak->diags, leak_code(found.kind), pos,
	    (unsigned)g_utf8_strlen(word, -1));
	return WITHHELD;
}

static void
words_copy(const struct cloak *cloak, struct cc_words *words)
{
	words->word = cc_arena_memdup(
	    cloak->arena, words->word, words->count * sizeof *words->word);
	for (size_t i = 0; i < words->count; i++)
		words->word[i] =
		    word_copy(cloak, words->word[i], words->pos[i]);
}

static void
images_copy(const struct cloak *cloak, struct cc_image **images, size_t count)
{
	*images =
	    cc_arena_memdup(cloak->arena, *images, count * sizeof **images);
	for (size_t i = 0; i < count; i++) {
		struct cc_image *image = &(*images)[i];

		image->panel = text_copy(cloak, image->panel, image->pos);
		texts_copy(cloak, &image->labels);
	}
}

/* Relations. */

static const struct cc_fact *
fact_copy(const struct cloak *cloak, const struct cc_fact *fact)
{
	return fact == NULL ? NULL : &cloak->to->facts[fact->index];
}

static const char *
fact_id(const struct cloak *cloak, const struct cc_fact *fact)
{
	return fact == NULL ? NULL : cloak->to->facts[fact->index].id;
}

/* The facts, and the ids by which they were named. */
static void
relations_copy(const struct cloak *cloak, struct cc_relations *relations,
    struct cc_words *ids)
{
	const size_t count = relations->count;
	const char **words =
	    cc_arena_new_array(cloak->arena, const char *, count);
	const struct cc_fact **facts =
	    cc_arena_new_array(cloak->arena, const struct cc_fact *, count);

	for (size_t i = 0; i < count; i++) {
		facts[i] = fact_copy(cloak, relations->fact[i]);
		words[i] = fact_id(cloak, relations->fact[i]);
	}
	relations->fact = facts;
	ids->word = words;
	ids->count = count;
}

static void
when_copy(const struct cloak *cloak, struct cc_when *when,
    const struct cc_when *owner)
{
	struct cc_order *order;

	when->span = cc_veil_span(&cloak->veil, when, owner);
	/* That it has a time of its own is all that is left of the words. */
	when->time = (struct cc_time){
	    .text = when->time.text != NULL ? "" : NULL,
	    .pos = when->time.pos,
	    .interval = when->time.interval,
	};
	when->since_id = fact_id(cloak, when->since);
	when->since = fact_copy(cloak, when->since);
	if (when->after == NULL)
		return;
	order = cc_arena_memdup(cloak->arena, when->after, sizeof *when->after);
	relations_copy(cloak, &order->facts, &order->ids);
	when->after = order;
}

/* Parts of facts; `owner` is the time of the original. */

static void
values_copy(const struct cloak *cloak, struct cc_fact *fact,
    const struct cc_when *owner)
{
	fact->values = cc_arena_memdup(cloak->arena, fact->values,
	    fact->value_count * sizeof *fact->values);
	for (size_t i = 0; i < fact->value_count; i++) {
		struct cc_value *value = &fact->values[i];

		when_copy(cloak, &value->when, owner);
		value->unit = text_copy(cloak, value->unit, value->pos);
	}
}

static void
ranges_copy(const struct cloak *cloak, struct cc_fact *fact)
{
	fact->ranges = cc_arena_memdup(cloak->arena, fact->ranges,
	    fact->range_count * sizeof *fact->ranges);
	for (size_t i = 0; i < fact->range_count; i++) {
		when_copy(cloak, &fact->ranges[i].when, NULL);
		texts_copy(cloak, &fact->ranges[i].labels);
	}
}

static void
doses_copy(const struct cloak *cloak, struct cc_dose **doses, size_t count,
    const struct cc_when *owner)
{
	*doses = cc_arena_memdup(cloak->arena, *doses, count * sizeof **doses);
	for (size_t i = 0; i < count; i++) {
		struct cc_dose *dose = &(*doses)[i];

		when_copy(cloak, &dose->when, owner);
		relations_copy(cloak, &dose->because, &dose->because_ids);
	}
}

static void
drugs_copy(const struct cloak *cloak, struct cc_fact *fact,
    const struct cc_when *owner)
{
	fact->drugs = cc_arena_memdup(
	    cloak->arena, fact->drugs, fact->drug_count * sizeof *fact->drugs);
	for (size_t i = 0; i < fact->drug_count; i++) {
		struct cc_drug *drug = &fact->drugs[i];
		const struct cc_when when = drug->when;

		when_copy(cloak, &drug->when, owner);
		doses_copy(cloak, &drug->doses, drug->dose_count,
		    when.time.text != NULL ? &when : owner);
		relations_copy(cloak, &drug->because, &drug->because_ids);
		drug->unit = text_copy(cloak, drug->unit, drug->pos);
		texts_copy(cloak, &drug->notes);
	}
}

static void
grades_copy(const struct cloak *cloak, struct cc_fact *fact,
    const struct cc_when *owner)
{
	fact->grades = cc_arena_memdup(cloak->arena, fact->grades,
	    fact->grade_count * sizeof *fact->grades);
	for (size_t i = 0; i < fact->grade_count; i++)
		when_copy(cloak, &fact->grades[i].when, owner);
}

static void
changes_copy(const struct cloak *cloak, struct cc_fact *fact,
    const struct cc_when *owner)
{
	fact->changes = cc_arena_memdup(cloak->arena, fact->changes,
	    fact->change_count * sizeof *fact->changes);
	for (size_t i = 0; i < fact->change_count; i++)
		when_copy(cloak, &fact->changes[i].when, owner);
}

static void
findings_copy(const struct cloak *cloak, struct cc_fact *fact)
{
	fact->findings = cc_arena_memdup(cloak->arena, fact->findings,
	    fact->finding_count * sizeof *fact->findings);
	for (size_t i = 0; i < fact->finding_count; i++)
		fact->findings[i].text = text_copy(
		    cloak, fact->findings[i].text, fact->findings[i].pos);
}

/* Words of attributes that a picture may show as they were written. */
static void
attributes_copy(const struct cloak *cloak, struct cc_fact *fact)
{
	const char **const words[] = {&fact->intent, &fact->unit, &fact->donor,
	    &fact->result, &fact->stage, &fact->method, &fact->grade,
	    &fact->causality, &fact->cause};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		*words[i] = text_copy(cloak, *words[i], fact->pos);
	words_copy(cloak, &fact->sites);
}

/* `fact` is a copy of `from` whose pointers still lead into the original. */
static void
fact_cloak(
    const struct cloak *cloak, struct cc_fact *fact, const struct cc_fact *from)
{
	const struct cc_when *owner = &from->when;

	when_copy(cloak, &fact->when, NULL);
	relations_copy(cloak, &fact->after, &fact->after_ids);
	relations_copy(cloak, &fact->because, &fact->because_ids);
	fact->evolved_from = fact_copy(cloak, from->evolved_from);
	fact->evolved_from_id = fact_id(cloak, from->evolved_from);
	fact->cite_ids.count = 0;
	fact->for_id = NULL; /* `patient` says it */
	texts_copy(cloak, &fact->labels);
	texts_copy(cloak, &fact->notes);
	images_copy(cloak, &fact->images, fact->image_count);
	attributes_copy(cloak, fact);
	values_copy(cloak, fact, owner);
	ranges_copy(cloak, fact);
	doses_copy(cloak, &fact->doses, fact->dose_count, owner);
	drugs_copy(cloak, fact, owner);
	grades_copy(cloak, fact, owner);
	changes_copy(cloak, fact, owner);
	findings_copy(cloak, fact);
}

/* The case around the facts. */

/* Where the latest thing stands that the patient lived to see. */
static double
years_seen(const struct cc_case *course)
{
	const struct cc_fact *diagnosis = course->diagnosis;

	if (diagnosis == NULL || !diagnosis->when.span.dated ||
	    diagnosis->when.span.earliest_start.minute == INT64_MIN)
		return 0;
	return (double)(course->last_dated.minute -
			diagnosis->when.span.earliest_start.minute) /
	       (double)cc_precision_minutes(CC_PRECISION_YEAR);
}

/* An age that the course carries beyond 89 would tell the age at its end. */
static void
age_cloak(const struct cloak *cloak, struct cc_patient *patient)
{
	if (patient->age_written == NULL)
		return;
	if (patient->age > AGE_MOST) {
		patient->age = AGE_MOST + 1;
		patient->age_written = "90+";
		return;
	}
	/* Completed years: nearly one more may have passed at the start. */
	if (patient->age + 1 + years_seen(cloak->from) <= AGE_MOST + 1)
		return;
	cc_diag(cloak->diags, CC_W367, patient->pos);
	patient->age = NAN;
	patient->age_written = NULL;
}

static void
patients_cloak(const struct cloak *cloak)
{
	struct cc_case *to = cloak->to;

	to->patients = cc_arena_memdup(cloak->arena, to->patients,
	    to->patient_count * sizeof *to->patients);
	for (size_t i = 0; i < to->patient_count; i++) {
		struct cc_patient *patient = &to->patients[i];

		patient->id = cc_arena_printf(cloak->arena, "P%zu", i + 1);
		age_cloak(cloak, patient);
		texts_copy(cloak, &patient->labels);
		texts_copy(cloak, &patient->notes);
		images_copy(cloak, &patient->images, patient->image_count);
	}
}

static void
lines_cloak(const struct cloak *cloak)
{
	struct cc_case *to = cloak->to;

	to->lines = cc_arena_memdup(
	    cloak->arena, to->lines, to->line_count * sizeof *to->lines);
	for (size_t i = 0; i < to->line_count; i++) {
		struct cc_line *line = &to->lines[i];

		line->for_id = line->since_id = NULL;
		line->first = fact_copy(cloak, line->first);
		line->first_treatment = fact_copy(cloak, line->first_treatment);
		line->progression = fact_copy(cloak, line->progression);
		texts_copy(cloak, &line->labels);
		texts_copy(cloak, &line->notes);
		images_copy(cloak, &line->images, line->image_count);
	}
}

/* A word of the case's own without a label is drawn by its code: so it gets
 * one that can be drawn. */
static void
define_label(const struct cloak *cloak, struct cc_define *define)
{
	const char *code = text_copy(cloak, define->code, define->pos);

	if (define->labels.count > 0 || code == define->code)
		return;
	define->labels.item = cc_arena_new(cloak->arena, struct cc_text);
	define->labels.item[0] = (struct cc_text){
	    .lang = cloak->to->lang, .text = code, .pos = define->pos};
	define->labels.count = 1;
}

static void
defines_cloak(const struct cloak *cloak)
{
	struct cc_case *to = cloak->to;

	to->defines = cc_arena_memdup(
	    cloak->arena, to->defines, to->define_count * sizeof *to->defines);
	for (size_t i = 0; i < to->define_count; i++) {
		texts_copy(cloak, &to->defines[i].labels);
		define_label(cloak, &to->defines[i]);
	}
	to->references = cc_arena_memdup(cloak->arena, to->references,
	    to->reference_count * sizeof *to->references);
	for (size_t i = 0; i < to->reference_count; i++) {
		to->references[i].id = NULL;
		texts_copy(cloak, &to->references[i].labels);
	}
}

/* An id by its new one; the words that are no ids stay. NULL where it names
 * nothing. */
static const char *
zero_copy(const struct cloak *cloak, const char *zero)
{
	if (zero == NULL || strcmp(zero, "diagnosis") == 0 ||
	    strcmp(zero, "first-treatment") == 0)
		return zero;
	return fact_id(cloak, cc_case_zero(cloak->from, zero));
}

static void
figures_cloak(const struct cloak *cloak)
{
	struct cc_case *to = cloak->to;

	to->figures = cc_arena_memdup(
	    cloak->arena, to->figures, to->figure_count * sizeof *to->figures);
	for (size_t i = 0; i < to->figure_count; i++) {
		struct cc_figure_options *figure = &to->figures[i];

		when_copy(cloak, &figure->when, NULL);
		figure->zero =
		    cloak->veil.elapsed ? NULL : zero_copy(cloak, figure->zero);
		texts_copy(cloak, &figure->titles);
	}
}

/* Those facts have an id that had one, and the zero. */
static void
facts_name(const struct cloak *cloak, const struct cc_fact *zero)
{
	const struct cc_case *from = cloak->from;

	for (size_t i = 0; i < from->fact_count; i++)
		if (from->facts[i].id != NULL || &from->facts[i] == zero)
			cloak->to->facts[i].id =
			    cc_arena_printf(cloak->arena, "f%zu", i + 1);
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
spans_close(const struct cloak *cloak)
{
	struct cc_case *to = cloak->to;
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
coarse_zero(const struct cloak *cloak, const struct cc_fact *zero)
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

struct cc_case *
cc_case_private(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_privacy_way *way, struct cc_diags *diags)
{
	const struct cc_fact *zero = cc_case_zero(course, way->zero);
	struct cc_case *to = cc_arena_memdup(arena, course, sizeof *course);
	const struct cloak cloak = {
	    .arena = arena,
	    .leaks = way->leaks,
	    .diags = diags,
	    .from = course,
	    .to = to,
	    .veil = cc_veil_over(course, zero, way->level),
	};

	if (cloak.veil.elapsed) {
		coarse_zero(&cloak, zero);
		to->clock = CC_CLOCK_ELAPSED;
	}
	to->finest = cc_veil_finest(&cloak.veil);
	if (way->id != NULL)
		to->id = way->id;
	to->facts = cc_arena_memdup(
	    arena, course->facts, course->fact_count * sizeof *course->facts);
	to->diagnosis = fact_copy(&cloak, course->diagnosis);
	facts_name(&cloak, zero);
	to->zero = fact_id(&cloak, zero);
	texts_copy(&cloak, &to->titles);
	for (size_t i = 0; i < course->fact_count; i++)
		fact_cloak(&cloak, &to->facts[i], &course->facts[i]);
	patients_cloak(&cloak);
	lines_cloak(&cloak);
	defines_cloak(&cloak);
	figures_cloak(&cloak);
	spans_close(&cloak);
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
