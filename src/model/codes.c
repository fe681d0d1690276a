/* Codes as the vocabulary has them: an alias (Velcade, RVd, 硼替佐米) is read
 * as the code that it stands for, so that what is said of one thing in two ways
 * is one thing from here on. */
#include "model/compound.h"
#include "model/foreign.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/read.h"
#include "model/terms.h"

#include <string.h>

/* The word of closed sets, as it is. */
static void
settle(struct cc_reading *reading, const struct cc_terms *terms,
    enum cc_scope in, const char *scheme, const char **code)
{
	const struct cc_term *term;

	if (*code == NULL)
		return;
	term = cc_terms_find(terms, in, scheme, *code);
	if (term != NULL && strcmp(term->code, *code) != 0)
		*code = cc_arena_strdup(reading->arena, term->code);
}

/* The key of an entry; the author's word for it is kept, and a note says how it
 * was read. */
static const char *
call(struct cc_reading *reading, const struct cc_term *term, struct cc_pos pos,
    const char *word)
{
	if (!term->defined &&
	    cc_calling_add(reading->callings, term, word) != NULL)
		cc_diag(reading->diags, CC_N319, pos, word, term->code);
	return cc_arena_strdup(reading->arena, term->code);
}

/* The same of a word that may be an abbreviation of several meanings: its
 * case decides, and is told so. */
static void
settle_word(struct cc_reading *reading, const struct cc_terms *terms,
    enum cc_scope in, const char *unit, struct cc_pos pos, const char **code)
{
	const struct cc_term *term;

	if (*code == NULL)
		return;
	term = cc_terms_find(terms, in, NULL, *code);
	if (term != NULL) {
		*code = call(reading, term, pos, *code);
		return;
	}
	term = cc_terms_mean(terms, reading->course, in, *code, unit);
	if (term == NULL)
		return;
	if (cc_calling_add(reading->callings, term, *code) != NULL) {
		g_autofree char *other =
		    cc_meanings_text(terms->vocab, in, *code, term);

		cc_diag(reading->diags, CC_N318, pos, *code, term->code, other);
	}
	*code = cc_arena_strdup(reading->arena, term->code);
}

/* Whether drugs stand between these signs, of which each is known. */
static bool
split_known(const struct cc_terms *terms, const char *code, const char *sign,
    GStrv *parts)
{
	bool known = true;

	*parts = g_strsplit(code, sign, -1);
	for (guint i = 0; known && (*parts)[i] != NULL; i++)
		known = cc_terms_find(terms, CC_IN_TREATMENT, NULL,
			    g_strstrip((*parts)[i])) != NULL;
	if (known && g_strv_length(*parts) > 1)
		return true;
	g_clear_pointer(parts, g_strfreev);
	return false;
}

/* Drugs with a plus between them; without spaces, and with a slash, only where
 * all are known. */
static bool
split_compound(const struct cc_terms *terms, const char *code, GStrv *parts)
{
	if (!cc_is_compound(code))
		return split_known(terms, code, "+", parts) ||
		       split_known(terms, code, "/", parts);
	*parts = g_strsplit(code, CC_COMPOUND_PLUS, -1);
	return g_strv_length(*parts) > 1;
}

/* Behind the drugs before it. */
static void
append_drug(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_pos pos, const char *drug, GString *whole)
{
	settle_word(reading, terms, CC_IN_TREATMENT, NULL, pos, &drug);
	g_string_append_printf(
	    whole, "%s%s", whole->len > 0 ? CC_COMPOUND_PLUS : "", drug);
}

/* A part that has a name of its own is one: lopinavir/ritonavir. */
static void
append_part(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_pos pos, const char *part, GString *whole)
{
	g_auto(GStrv) drugs = NULL;

	if (cc_terms_find(terms, CC_IN_TREATMENT, NULL, part) != NULL ||
	    !split_known(terms, part, "/", &drugs)) {
		append_drug(reading, terms, pos, part, whole);
		return;
	}
	for (guint i = 0; drugs[i] != NULL; i++)
		append_drug(reading, terms, pos, drugs[i], whole);
}

static void
settle_compound(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_pos pos, const char **code)
{
	g_auto(GStrv) parts = NULL;
	g_autoptr(GString) whole = g_string_new(NULL);

	if (cc_terms_find(terms, CC_IN_TREATMENT, NULL, *code) != NULL ||
	    !split_compound(terms, *code, &parts))
		return;
	for (guint i = 0; parts[i] != NULL; i++)
		append_part(reading, terms, pos, g_strstrip(parts[i]), whole);
	*code = cc_arena_strdup(reading->arena, whole->str);
}

/* "rituximab maintenance" says what is given and what for, the
 * latter before or behind; the note tells how it was read. */
static bool
split_intent(const struct cc_terms *terms, const char *code, char **given,
    const struct cc_term **intent)
{
	const char *first = strchr(code, ' '), *last = strrchr(code, ' ');
	g_autofree char *head = NULL;

	if (first == NULL)
		return false;
	*intent = cc_terms_find(terms, CC_IN_INTENT, NULL, last + 1);
	if (*intent != NULL) {
		*given = g_strndup(code, (size_t)(last - code));
		return true;
	}
	head = g_strndup(code, (size_t)(first - code));
	*intent = cc_terms_find(terms, CC_IN_INTENT, NULL, head);
	*given = *intent != NULL ? g_strdup(first + 1) : NULL;
	return *intent != NULL;
}

static void
settle_intent(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_fact *fact)
{
	const struct cc_term *intent, *term;
	g_autofree char *given = NULL, *read = NULL;

	if (fact->kind != CC_KIND_TREATMENT || fact->intent != NULL ||
	    cc_terms_find(terms, CC_IN_TREATMENT, NULL, fact->code) != NULL ||
	    !split_intent(terms, fact->code, &given, &intent))
		return;
	term = cc_terms_find(terms, CC_IN_TREATMENT, NULL, given);
	if (term == NULL)
		return;
	read = g_strdup_printf("%s, intent %s", term->code, intent->code);
	cc_diag(reading->diags, CC_N319, fact->code_pos, fact->code, read);
	fact->code = cc_arena_strdup(reading->arena, given);
	fact->intent = cc_arena_strdup(reading->arena, intent->code);
}

/* Drugs with a plus between them, or what is given and what for: each part is a
 * word of the case or the vocabulary. */
static bool
is_compound_known(const struct cc_terms *terms, const char *words)
{
	const struct cc_term *intent;
	g_autofree char *given = NULL;
	g_auto(GStrv) parts = NULL;

	if (split_known(terms, words, "+", &parts))
		return true;
	return split_intent(terms, words, &given, &intent) &&
	       cc_terms_find(terms, CC_IN_TREATMENT, NULL, given) != NULL;
}

const char *
cc_words_code(const struct cc_terms *terms, const struct cc_kind *kind,
    const char *words)
{
	const char *code = cc_kind_code(terms, kind, words);

	/* What criteria call it is looked up in those that are in force. */
	if (code != NULL && kind->id == CC_KIND_RESPONSE &&
	    cc_foreign_code(words) == NULL)
		return words;
	if (code == NULL && cc_kind_scope(kind, terms, words) != kind->scope)
		code = words; /* it has that of what it may be, too */
	if (code == NULL && kind->id == CC_KIND_TREATMENT &&
	    is_compound_known(terms, words))
		code = words;
	if (code == NULL && kind->id == CC_KIND_PROCEDURE &&
	    cc_terms_conditioned(terms, words) != NULL)
		code = words;
	return code;
}

/* "BEAM auto-SCT" is the transplant, by the author's own words. */
static void
settle_conditioned(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_fact *fact)
{
	const struct cc_term *act;
	struct cc_text *label;

	if (fact->kind != CC_KIND_PROCEDURE || fact->labels.count > 0 ||
	    cc_terms_find(terms, CC_IN_PROCEDURE, NULL, fact->code) != NULL)
		return;
	act = cc_terms_conditioned(terms, fact->code);
	if (act == NULL)
		return;
	cc_diag(reading->diags, CC_N319, fact->code_pos, fact->code, act->code);
	label = cc_arena_new(reading->arena, struct cc_text);
	*label = (struct cc_text){.lang = cc_read_lang(reading),
	    .text = fact->code,
	    .pos = fact->code_pos};
	fact->labels.item = label;
	fact->labels.count = 1;
	fact->code = cc_arena_strdup(reading->arena, act->code);
}

/* What is in no set is refused by the rules. */
static void
settle_closed(struct cc_reading *reading, const struct cc_closed *closed,
    struct cc_fact *fact)
{
	const char *ours = cc_foreign_same(closed, fact->code);

	if (ours == NULL || *ours == '\0' || strcmp(ours, fact->code) == 0)
		return;
	cc_diag(reading->diags, CC_N319, fact->code_pos, fact->code, ours);
	fact->code = ours;
}

static void
settle_code(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);
	const struct cc_attribute *from =
	    cc_element_attribute(reading->elements[fact->index], "code");
	enum cc_scope in;

	if (fact->code != NULL && kind->closed != NULL)
		settle_closed(reading, kind->closed, fact);
	if (kind->scope == CC_IN_COUNT || fact->code == NULL)
		return;
	settle_intent(reading, terms, fact);
	settle_conditioned(reading, terms, fact);
	in = cc_kind_scope(kind, terms, fact->code);
	settle_word(reading, terms, in, fact->unit,
	    from != NULL ? from->pos : fact->pos, &fact->code);
	if (in == CC_IN_TREATMENT)
		settle_compound(reading, terms,
		    from != NULL ? from->pos : fact->pos, &fact->code);
}

/* A treatment that says nothing but its drugs is named by them. */
static void
name_by_drugs(struct cc_reading *reading, struct cc_fact *fact)
{
	g_autofree char *code = NULL;

	if (fact->kind != CC_KIND_TREATMENT || fact->code != NULL ||
	    fact->code_pos.source != NULL || fact->labels.count > 0)
		return;
	code = cc_drugs_code(fact);
	if (code != NULL)
		fact->code = cc_arena_strdup(reading->arena, code);
}

static void
settle_responses(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_fact *fact)
{
	const char *scheme;

	settle(reading, terms, CC_IN_SCHEME, NULL, &fact->criteria);
	scheme = cc_case_criteria(reading->course, terms, fact);
	settle(reading, terms, CC_IN_RESPONSE, scheme, &fact->best);
	if (fact->kind == CC_KIND_RESPONSE || fact->kind == CC_KIND_RELAPSE)
		settle(reading, terms, CC_IN_RESPONSE, scheme, &fact->code);
}

void
cc_read_codes(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	if (terms->vocab == NULL)
		return;
	settle(reading, terms, CC_IN_SCHEME, NULL, &course->criteria);
	/* The first diagnosis chooses the criteria: all codes of facts first.
	 */
	for (size_t i = 0; i < course->fact_count; i++)
		settle_code(reading, terms, &course->facts[i]);
	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		settle_responses(reading, terms, fact);
		settle(reading, terms, CC_IN_INTENT, NULL, &fact->intent);
		settle(reading, terms, CC_IN_CAUSE, NULL, &fact->cause);
		cc_read_sites(reading, terms, &fact->sites);
		for (size_t k = 0; k < fact->drug_count; k++)
			settle_word(reading, terms, CC_IN_TREATMENT, NULL,
			    fact->drugs[k].code_pos, &fact->drugs[k].code);
		name_by_drugs(reading, fact);
		for (size_t k = 0; k < fact->value_count; k++)
			settle_word(reading, terms, CC_IN_TEST,
			    fact->values[k].unit, fact->values[k].code_pos,
			    &fact->values[k].code);
	}
	cc_callings_settle(reading->callings, course);
	course->coded = true;
}
