#include "model/compound.h"

#include "model/synonyms.h"
#include "model/terms.h"

#include <string.h>

bool
cc_is_compound(const char *code)
{
	return strstr(code, CC_COMPOUND_PLUS) != NULL;
}

static bool
holds(const GPtrArray *codes, const char *code)
{
	for (guint i = 0; i < codes->len; i++)
		if (strcmp(codes->pdata[i], code) == 0)
			return true;
	return false;
}

char *
cc_drugs_code(const struct cc_fact *fact)
{
	g_autoptr(GPtrArray) codes = g_ptr_array_new();

	for (size_t i = 0; i < fact->drug_count; i++) {
		const char *code = fact->drugs[i].code;

		if (code == NULL)
			return NULL;
		if (!holds(codes, code))
			g_ptr_array_add(codes, (gpointer)code);
	}
	if (codes->len == 0)
		return NULL;
	g_ptr_array_add(codes, NULL);
	return g_strjoinv(CC_COMPOUND_PLUS, (char **)codes->pdata);
}

char *
cc_compound_words(const struct cc_case *course, const char *code)
{
	g_auto(GStrv) codes = g_strsplit(code, CC_COMPOUND_PLUS, -1);
	GString *to = g_string_new(NULL);

	for (guint i = 0; codes[i] != NULL; i++)
		g_string_append_printf(to, "%s%s",
		    i > 0 ? CC_COMPOUND_PLUS : "",
		    cc_case_word(course, CC_IN_TREATMENT, codes[i]));
	return g_string_free(to, FALSE);
}

struct compound {
	struct cc_arena *arena;
	const struct cc_terms *terms;
	const struct cc_term **drugs; /* NULL: the vocabulary lacks it */
	struct cc_term *to;
};

static void
read_parts(struct compound *compound, const char *code)
{
	g_auto(GStrv) codes = g_strsplit(code, CC_COMPOUND_PLUS, -1);
	struct cc_words *parts = &compound->to->parts;
	guint count = g_strv_length(codes);

	parts->word = cc_arena_new_array(compound->arena, const char *, count);
	parts->pos = cc_arena_new_array(compound->arena, struct cc_pos, count);
	compound->drugs =
	    cc_arena_new_array(compound->arena, const struct cc_term *, count);
	for (guint i = 0; i < count; i++) {
		compound->drugs[i] = cc_terms_find(
		    compound->terms, CC_IN_TREATMENT, NULL, codes[i]);
		parts->word[i] = cc_arena_strdup(compound->arena, codes[i]);
	}
	parts->count = count;
}

static const char *
part_name(const struct compound *compound, size_t part, const char *lang)
{
	const struct cc_term *drug = compound->drugs[part];
	const char *name = NULL;

	if (drug != NULL)
		name = cc_texts_find(&drug->labels, lang);
	if (drug != NULL && name == NULL)
		name = cc_texts_find(&drug->labels, CC_LANG);
	return name != NULL ? name : compound->to->parts.word[part];
}

static void
add_label(struct compound *compound, const char *lang)
{
	struct cc_texts *labels = &compound->to->labels;
	g_autoptr(GString) name = g_string_new(NULL);

	for (size_t i = 0; i < labels->count; i++)
		if (strcmp(labels->item[i].lang, lang) == 0)
			return;
	for (size_t i = 0; i < compound->to->parts.count; i++)
		g_string_append_printf(name, "%s%s",
		    i > 0 ? CC_COMPOUND_PLUS : "",
		    part_name(compound, i, lang));
	labels->item = cc_arena_grow(compound->arena, labels->item,
	    labels->count, sizeof(*labels->item));
	labels->item[labels->count++] = (struct cc_text){
	    .lang = lang,
	    .text = cc_arena_strdup(compound->arena, name->str),
	};
}

static void
name_compound(struct compound *compound)
{
	for (size_t i = 0; i < compound->to->parts.count; i++) {
		const struct cc_term *drug = compound->drugs[i];

		for (size_t k = 0; drug != NULL && k < drug->labels.count; k++)
			add_label(compound, drug->labels.item[k].lang);
	}
}

static bool
stands_apart(const struct compound *compound, const struct cc_term *drug)
{
	const struct cc_term *class;

	if (drug == NULL || drug->line != CC_LINE_UNSAID)
		return drug != NULL && drug->line == CC_LINE_APART;
	class = drug->class != NULL ? cc_terms_find(compound->terms,
					  CC_IN_CLASS, NULL, drug->class)
	                            : NULL;
	return class != NULL && class->line == CC_LINE_APART;
}

/* Of those that make a line, where any does: what goes with them is of no
 * weight in its colour. */
static void
class_compound(struct compound *compound)
{
	size_t count = compound->to->parts.count, apart = 0, asked = 0;
	const char *class = NULL;

	for (size_t i = 0; i < count; i++)
		apart += stands_apart(compound, compound->drugs[i]);
	compound->to->line = apart == count ? CC_LINE_APART : CC_LINE_UNSAID;
	for (size_t i = 0; i < count; i++) {
		const struct cc_term *drug = compound->drugs[i];
		const char *of = drug != NULL ? drug->class : NULL;

		if (apart < count && stands_apart(compound, drug))
			continue;
		if (asked++ > 0 && g_strcmp0(class, of) != 0)
			return;
		class = of;
	}
	compound->to->class = class;
}

void
cc_compound_term(struct cc_term *term, struct cc_arena *arena,
    const struct cc_terms *terms, const char *code)
{
	struct compound compound = {.arena = arena, .terms = terms, .to = term};

	term->in = CC_IN_TREATMENT;
	cc_term_clear(term);
	term->code = code;
	read_parts(&compound, code);
	name_compound(&compound);
	class_compound(&compound);
}
