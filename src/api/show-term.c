/* An entry of the vocabulary as a person reads it. */
#include "api/show.h"

#include <math.h>
#include <string.h>

static const char *
english(const struct cc_vocab *vocab, enum cc_scope in, const char *code)
{
	const struct cc_term *term = cc_vocab_find(vocab, in, NULL, code);
	const char *name =
	    term != NULL ? cc_texts_find(&term->labels, "en") : NULL;

	return name != NULL ? name : code;
}

static void
heading_append(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *term)
{
	if (to->len > 0)
		g_string_append_c(to, '\n');
	g_string_append_printf(
	    to, "%s (%s", term->code, cc_scope_word(term->in));
	if (term->scheme != NULL)
		g_string_append_printf(to, " of %s", term->scheme);
	else if (term->class != NULL)
		g_string_append_printf(
		    to, ": %s", english(vocab, CC_IN_CLASS, term->class));
	g_string_append(to, ")\n");
}

/* The words in one language: "bortezomib, drawn as V". */
static void
texts_append(GString *to, const struct cc_term *term)
{
	for (size_t i = 0; i < term->labels.count; i++) {
		const struct cc_text *label = &term->labels.item[i];
		const char *shorter =
		    cc_texts_find(&term->abbreviations, label->lang);
		const char *part =
		    cc_texts_find(&term->part_names, label->lang);
		g_autofree char *name = g_strdup_printf("in %s", label->lang);

		cc_show_row(to, name, "%s%s%s%s%s", label->text,
		    shorter != NULL ? ", drawn as " : "",
		    shorter != NULL ? shorter : "",
		    part != NULL ? "; beside others of its group: " : "",
		    part != NULL ? part : "");
	}
}

static char *
joined(const struct cc_words *words, const char *separator)
{
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < words->count; i++)
		g_string_append_printf(
		    text, "%s%s", i > 0 ? separator : "", words->word[i]);
	return g_string_free(text, FALSE);
}

static void
words_append(GString *to, const char *name, const struct cc_words *words)
{
	g_autofree char *text = joined(words, ", ");

	cc_show_row(to, name, "%s", text);
}

/* The drugs of a regimen in every language that names them all. */
static void
parts_append(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *term)
{
	const struct cc_term *first;

	if (term->parts.count == 0)
		return;
	first =
	    cc_vocab_find(vocab, CC_IN_TREATMENT, NULL, term->parts.word[0]);
	for (size_t l = 0; first != NULL && l < first->labels.count; l++) {
		const char *lang = first->labels.item[l].lang;
		g_autoptr(GString) text = g_string_new(NULL);
		g_autofree char *name = g_strdup_printf("drugs, %s", lang);

		for (size_t i = 0; i < term->parts.count; i++) {
			const struct cc_term *drug = cc_vocab_find(
			    vocab, CC_IN_TREATMENT, NULL, term->parts.word[i]);
			const char *label =
			    drug != NULL ? cc_texts_find(&drug->labels, lang)
					 : NULL;

			g_string_append_printf(text, "%s%s", i > 0 ? " + " : "",
			    label != NULL ? label : term->parts.word[i]);
		}
		cc_show_row(to, name, "%s", text->str);
	}
}

/* Codes of a scope that name the entry in some way. */
static void
named_by_append(GString *to, const struct cc_vocab *vocab, const char *row,
    enum cc_scope in, const struct cc_term *term,
    bool (*names)(const struct cc_term *other, const struct cc_term *term))
{
	g_autoptr(GString) text = g_string_new(NULL);
	size_t count;
	const struct cc_term *const *terms = cc_vocab_list(vocab, in, &count);

	for (size_t i = 0; i < count; i++)
		if (names(terms[i], term))
			g_string_append_printf(text, "%s%s",
			    text->len > 0 ? ", " : "", terms[i]->code);
	cc_show_row(to, row, "%s", text->str);
}

static bool
has_word(const struct cc_words *words, const char *code)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->word[i], code) == 0)
			return true;
	return false;
}

static bool
has_part(const struct cc_term *regimen, const struct cc_term *drug)
{
	return has_word(&regimen->parts, drug->code);
}

static bool
has_class(const struct cc_term *treatment, const struct cc_term *class)
{
	return g_strcmp0(treatment->class, class->code) == 0;
}

static bool
has_criteria(const struct cc_term *disease, const struct cc_term *scheme)
{
	return g_strcmp0(disease->criteria, scheme->code) == 0;
}

static bool
has_group(const struct cc_term *test, const struct cc_term *group)
{
	return g_strcmp0(test->group, group->code) == 0;
}

static bool
is_risk_of(const struct cc_term *finding, const struct cc_term *disease)
{
	return has_word(&finding->risk_of, disease->code);
}

static void
range_append(
    GString *to, const char *name, double low, double high, const char *unit)
{
	g_autofree char *from = isfinite(low) ? cc_show_number(low, 6) : NULL;
	g_autofree char *until =
	    isfinite(high) ? cc_show_number(high, 6) : NULL;

	if (strcmp(unit, "1") == 0)
		unit = "";
	if (from != NULL && until != NULL)
		cc_show_row(to, name, "%s to %s %s", from, until, unit);
	else if (from != NULL)
		cc_show_row(to, name, "from %s %s", from, unit);
	else if (until != NULL)
		cc_show_row(to, name, "up to %s %s", until, unit);
}

/* "range, women from 60 years". */
static void
band_append(GString *to, const struct cc_band *band, const char *unit)
{
	g_autofree char *from = cc_show_number(band->from, 2);
	g_autofree char *until =
	    isfinite(band->to) ? cc_show_number(band->to, 2) : NULL;
	g_autofree char *name = g_strdup_printf("range, %s%s%s%s",
	    band->sex == CC_SEX_FEMALE ? "women "
	    : band->sex == CC_SEX_MALE ? "men "
				       : "",
	    from, until != NULL ? "-" : " on", until != NULL ? until : "");

	range_append(to, name, band->is.low, band->is.high, unit);
}

static void
test_append(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *term)
{
	static const char *const sexes[] = {
	    "range", "range, women", "range, men"};
	static const char *const scales[] = {[CC_SCALE_DEFAULT] = "",
	    [CC_SCALE_LINEAR] = "linear",
	    [CC_SCALE_LOG] = "logarithmic",
	    [CC_SCALE_STEP] = "steps"};

	cc_show_row(to, "unit", "%s",
	    strcmp(term->unit, "1") == 0 ? "none" : term->unit);
	for (size_t i = 0; i < term->units.count; i++) {
		const struct cc_unit *unit = &term->units.item[i];
		g_autofree char *factor = cc_show_number(unit->factor, 6);

		cc_show_row(to, i == 0 ? "also read in" : "", "%s: 1 is %s %s",
		    unit->unit, factor, term->unit);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(sexes); i++)
		range_append(
		    to, sexes[i], term->low[i], term->high[i], term->unit);
	for (size_t i = 0; i < term->band_count; i++)
		band_append(to, &term->bands[i], term->unit);
	range_append(to, "possible", term->least, term->most, term->unit);
	cc_show_row(to, "scale", "%s", scales[term->scale]);
	cc_show_row(
	    to, "shares a row", "%s", term->group != NULL ? term->group : "");
	named_by_append(to, vocab, "shared by", CC_IN_TEST, term, has_group);
	cc_show_row(to, "LOINC", "%s", term->loinc != NULL ? term->loinc : "");
}

static void
row_append(GString *to, const char *name, const char *value)
{
	cc_show_row(to, name, "%s", value != NULL ? value : "");
}

/* The responses of a scheme, best first: "6  CR    complete response". */
static void
scheme_append(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *scheme)
{
	size_t count;
	const struct cc_term *const *terms =
	    cc_vocab_list(vocab, CC_IN_RESPONSE, &count);

	named_by_append(
	    to, vocab, "default of", CC_IN_DISEASE, scheme, has_criteria);
	words_append(to, "intervals", &scheme->intervals);
	row_append(to, "response from", scheme->response);
	if (scheme->disease_deaths)
		row_append(to, "DoR ends", "at deaths of the disease alone");
	if (scheme->transformation)
		row_append(to, "PFS ends", "at a transformation, too");
	words_append(to, "markers", &scheme->markers);
	if (scheme->open)
		row_append(to, "other codes", "are drawn as written");
	for (size_t i = 0; i < count; i++) {
		const struct cc_term *term = terms[i];
		const char *label = cc_texts_find(&term->labels, "en");
		g_autofree char *rank = isnan(term->rank)
		                            ? g_strdup("unranked")
		                            : cc_show_number(term->rank, 2);

		if (strcmp(term->scheme, scheme->code) != 0)
			continue;
		cc_show_row(
		    to, term->code, "%s: %s", rank, label != NULL ? label : "");
	}
}

/* What a code means for progression-free time, where that needs saying. */
static void
progression_append(GString *to, enum cc_progression means)
{
	static const char *const words[] = {
	    [CC_PROGRESSION_NONE] = NULL,
	    [CC_PROGRESSION_YES] = "yes",
	    [CC_PROGRESSION_UNCONFIRMED] = "from its date, once confirmed",
	    [CC_PROGRESSION_CONFIRMING] = "yes, and confirms an earlier one",
	    [CC_PROGRESSION_UNKNOWN] = "nobody can tell",
	    [CC_PROGRESSION_TRANSFORMATION] = "where the criteria say so",
	};

	row_append(to, "progression", words[means]);
}

static void
line_append(GString *to, const struct cc_term *term)
{
	static const char *const words[] = {
	    [CC_LINE_UNSAID] = NULL,
	    [CC_LINE_STARTS] = "starts one",
	    [CC_LINE_APART] = "starts and ends none",
	    [CC_LINE_INFUSION] = "counts from here",
	};

	row_append(to, "line", words[term->line]);
	words_append(to, "line in", &term->line_in);
}

static void
rank_append(GString *to, double rank)
{
	g_autofree char *text = cc_show_number(rank, 2);

	cc_show_row(to, "rank", "%s, higher is better", text);
}

/* What an entry of each scope has of its own. */
static void
own_append(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *term)
{
	switch (term->in) {
	case CC_IN_DISEASE:
		row_append(to, "criteria", term->criteria);
		named_by_append(
		    to, vocab, "high risk by", CC_IN_FINDING, term, is_risk_of);
		return;
	case CC_IN_TREATMENT:
		parts_append(to, vocab, term);
		if (term->class != NULL)
			cc_show_row(to, "class", "%s, shade %d", term->class,
			    term->shade);
		words_append(to, "serves", &term->serves);
		line_append(to, term);
		named_by_append(
		    to, vocab, "part of", CC_IN_TREATMENT, term, has_part);
		return;
	case CC_IN_PROCEDURE:
		row_append(to, "class", term->class);
		row_append(to, "mark", term->mark);
		words_append(to, "serves", &term->serves);
		line_append(to, term);
		return;
	case CC_IN_EVENT:
		row_append(to, "class", term->class);
		words_append(to, "grades", &term->grades);
		progression_append(to, term->progression);
		return;
	case CC_IN_TEST:
		test_append(to, vocab, term);
		return;
	case CC_IN_RESPONSE:
		if (isnan(term->rank))
			row_append(to, "rank", "none: it is never compared");
		else
			rank_append(to, term->rank);
		row_append(to, "colour of", term->slot);
		progression_append(to, term->progression);
		if (g_strcmp0(term->slot, "pd") == 0 &&
		    term->progression == CC_PROGRESSION_NONE)
			row_append(to, "progression", "told, but not counted");
		return;
	case CC_IN_SCHEME:
		scheme_append(to, vocab, term);
		return;
	case CC_IN_CLASS:
		line_append(to, term);
		named_by_append(
		    to, vocab, "of it are", CC_IN_TREATMENT, term, has_class);
		return;
	case CC_IN_FINDING:
		words_append(to, "high risk in", &term->risk_of);
		return;
	case CC_IN_INTENT:
		line_append(to, term);
		return;
	case CC_IN_CAUSE:
		progression_append(to, term->progression);
		return;
	case CC_IN_SITE:
	case CC_IN_STOP:
	case CC_IN_OUTCOME:
	case CC_IN_INTERVAL:
	case CC_IN_COUNT:
		return;
	}
}

/* "AZA in myeloid": where it is this and no other. */
static void
shared_append(GString *to, const struct cc_term *term)
{
	for (size_t i = 0; i < term->shared_count; i++) {
		const struct cc_shared *shared = &term->shared[i];
		g_autoptr(GString) of = g_string_new(NULL);

		for (size_t k = 0; k < shared->of.count; k++)
			g_string_append_printf(
			    of, "%s%s", k > 0 ? ", " : "", shared->of.word[k]);
		cc_show_row(to, "shares", "%s%s%s", shared->word,
		    of->len > 0 ? ", which is this in " : "", of->str);
	}
}

void
cc_show_term(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *term)
{
	struct cc_words written = term->aliases;

	heading_append(to, vocab, term);
	texts_append(to, term);
	written.count -= term->former;
	words_append(to, "also written", &written);
	shared_append(to, term);
	own_append(to, vocab, term);
	row_append(to, "source", term->source);
	row_append(to, "reviewed",
	    term->reviewed ? "yes" : "no, not yet by anybody of the field");
	cc_show_row(to, "defined in", "%s:%u", term->pos.source->name,
	    cc_pos_place(term->pos).line);
}
