/* The names that a language file adds to entries. */
#include "model/find.h"
#include "model/hint.h"
#include "model/vocab-data.h"

#include "xml/template.h"

#include <string.h>

/* The later text of a language takes the place of the earlier. */
static void
merge(struct cc_vocab *vocab, struct cc_texts *to, const struct cc_texts *from)
{
	struct cc_texts all = {.item = cc_arena_new_array(&vocab->arena,
				   struct cc_text, to->count + from->count)};

	for (size_t i = 0; i < to->count; i++) {
		bool replaced = false;

		for (size_t k = 0; k < from->count; k++)
			replaced = replaced || strcmp(from->item[k].lang,
						   to->item[i].lang) == 0;
		if (!replaced)
			all.item[all.count++] = to->item[i];
	}
	for (size_t k = 0; k < from->count; k++)
		all.item[all.count++] = from->item[k];
	*to = all;
}

struct naming {
	struct cc_texts labels, abbreviations, parts;
};

static void
name_term(
    struct cc_vocab *vocab, struct cc_term *term, const struct naming *naming)
{
	if (naming->labels.count > 0)
		merge(vocab, &term->labels, &naming->labels);
	if (naming->abbreviations.count > 0)
		merge(vocab, &term->abbreviations, &naming->abbreviations);
	if (naming->parts.count > 0)
		merge(vocab, &term->part_names, &naming->parts);
	cc_vocab_changed(vocab, term);
}

/* All entries of the scope and code: a response may be in many schemes. */
static bool
name_terms(struct cc_vocab *vocab, enum cc_scope in, const char *scheme,
    const char *code, const struct naming *naming)
{
	const GPtrArray *terms;
	struct cc_term *term;
	bool found = false;

	if (in != CC_IN_RESPONSE || scheme != NULL) {
		struct cc_term_key key = {in, scheme, code};

		term = cc_vocab_code(vocab, &key);
		if (term != NULL)
			name_term(vocab, term, naming);
		return term != NULL;
	}
	terms = cc_vocab_terms(vocab, in);
	for (guint i = 0; i < terms->len; i++) {
		term = terms->pdata[i];
		if (strcmp(term->code, code) != 0)
			continue;
		name_term(vocab, term, naming);
		found = true;
	}
	return found;
}

static void
check_children(const struct cc_element *element, struct cc_diags *diags)
{
	if (element->first == NULL)
		cc_diag(
		    diags, CC_E303, element->pos, element->name, "a <label>");
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, "label") != 0 &&
		    strcmp(e->name, "abbr") != 0 &&
		    strcmp(e->name, "part") != 0)
			cc_template_stray(e, diags);
}

static void
read_name(struct cc_vocab *vocab, const struct cc_element *element,
    const char *lang, struct cc_diags *diags)
{
	const char *code = cc_template_need(element, "code", diags);
	const char *scheme = cc_element_value(element, "scheme");
	int in = cc_template_choice(
	    element, "in", cc_scope_list(), CC_IN_COUNT, diags);
	struct naming naming;
	g_autofree char *hint = NULL;

	cc_template_only(element, diags, "in", "code", "scheme", NULL);
	cc_template_bare(element, diags);
	check_children(element, diags);
	naming.labels = cc_term_texts(vocab, element, "label", lang, diags);
	naming.abbreviations =
	    cc_term_texts(vocab, element, "abbr", lang, diags);
	naming.parts = cc_term_texts(vocab, element, "part", lang, diags);
	if (code == NULL || in < 0 ||
	    name_terms(vocab, (enum cc_scope)in, scheme, code, &naming))
		return;
	hint = in == CC_IN_RESPONSE
	           ? cc_hint_response(vocab, scheme, code)
	           : cc_search_text(vocab, (enum cc_scope)in, code);
	cc_diag(diags, CC_E339, cc_element_attribute(element, "code")->pos,
	    code, cc_scope_word((enum cc_scope)in), hint);
}

bool
cc_vocab_name(struct cc_vocab *vocab, const struct cc_element *root,
    struct cc_diags *diags)
{
	guint before = diags->count[CC_ERROR];
	const char *lang = cc_element_value(root, "xml:lang");

	for (const struct cc_element *e = root->first; e; e = e->next)
		if (strcmp(e->name, "name") == 0)
			read_name(vocab, e, lang, diags);
	return diags->count[CC_ERROR] == before;
}
