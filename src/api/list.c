/* What there is, as lines: "name TAB about". */
#include "api/context.h"

#include <string.h>

static void
line_append(GString *to, const char *name, const char *about)
{
	g_string_append_printf(to, "%s\t%s\n", name, about);
}

static void
formats_append(struct clincourse *context, GString *to)
{
	size_t i;

	(void)context;
	for (i = 0; cc_outputs()[i] != NULL; i++)
		line_append(to, cc_outputs()[i]->name, cc_outputs()[i]->about);
}

static void
themes_append(struct clincourse *context, GString *to)
{
	size_t count, i;
	const char *const *names = cc_themes_list(context->themes, &count);
	struct cc_diags unused;

	cc_diags_init(&unused);
	for (i = 0; i < count; i++) {
		const struct cc_theme *theme =
		    cc_themes_find(context->themes, names[i],
			(struct cc_pos){0}, &unused);

		line_append(
		    to, names[i], theme != NULL ? cc_theme_about(theme) : "");
	}
	cc_diags_finish(&unused);
}

static void
sizes_append(struct clincourse *context, GString *to)
{
	size_t count, i;
	const struct cc_size *const *sizes =
	    cc_sizes_list(context->sizes, &count);

	for (i = 0; i < count; i++)
		line_append(to, sizes[i]->name, sizes[i]->about);
}

static void
languages_append(struct clincourse *context, GString *to)
{
	size_t count, i;
	const char *const *langs =
	    cc_language_list(context->languages, &count);

	for (i = 0; i < count; i++)
		line_append(to, langs[i],
		    cc_language_name(context->languages, langs[i]));
}

char *
cc_term_about(struct clincourse *context, const struct cc_term *term)
{
	const char *label = cc_texts_find(&term->labels, "en");
	GString *to = g_string_new(label != NULL ? label : "");

	for (size_t i = 0; label == NULL && i < term->parts.count; i++) {
		const struct cc_term *drug = cc_vocab_find(
		    context->vocab, CC_IN_TREATMENT, NULL, term->parts.word[i]);
		const char *name =
		    drug != NULL ? cc_texts_find(&drug->labels, "en") : NULL;

		g_string_append_printf(to, "%s%s", i > 0 ? " + " : "",
		    name != NULL ? name : term->parts.word[i]);
	}
	return g_string_free(to, to->len == 0);
}

static void
diseases_append(struct clincourse *context, GString *to)
{
	size_t count, i;
	const struct cc_term *const *terms =
	    cc_vocab_list(context->vocab, CC_IN_DISEASE, &count);

	for (i = 0; i < count; i++) {
		g_autofree char *about = cc_term_about(context, terms[i]);

		line_append(to, terms[i]->code, about != NULL ? about : "");
	}
}

/* The scope stands before the words: "auto-sct TAB procedure: autologous …". */
static void
term_line_append(
    struct clincourse *context, GString *to, const struct cc_term *term)
{
	g_autofree char *about = cc_term_about(context, term);

	g_string_append_printf(to, "%s\t%s%s%s%s%s\n", term->code,
	    cc_scope_word(term->in), term->scheme != NULL ? " of " : "",
	    term->scheme != NULL ? term->scheme : "", about != NULL ? ": " : "",
	    about != NULL ? about : "");
}

static void
scope_append(struct clincourse *context, GString *to, enum cc_scope in)
{
	size_t count, i;
	const struct cc_term *const *terms =
	    cc_vocab_list(context->vocab, in, &count);

	for (i = 0; i < count; i++)
		term_line_append(context, to, terms[i]);
}

static void
vocab_append(struct clincourse *context, GString *to)
{
	for (int in = 0; in < CC_IN_COUNT; in++)
		scope_append(context, to, (enum cc_scope)in);
}

static const struct {
	const char *what;
	void (*append)(struct clincourse *context, GString *to);
} lists[] = {
    {"formats", formats_append},
    {"themes", themes_append},
    {"sizes", sizes_append},
    {"languages", languages_append},
    {"diseases", diseases_append},
    {"vocab", vocab_append},
};

/* "vocab test", "vocab tests": the entries of one kind. */
static char *
scope_list(struct clincourse *context, const char *what)
{
	g_autofree char *kind = NULL;
	enum cc_scope in;
	GString *to;

	if (!g_str_has_prefix(what, "vocab "))
		return NULL;
	kind = g_strdup(what + strlen("vocab "));
	if (!cc_scope_find(kind, &in)) {
		if (!g_str_has_suffix(kind, "s"))
			return NULL;
		kind[strlen(kind) - 1] = '\0';
		if (!cc_scope_find(kind, &in))
			return NULL;
	}
	to = g_string_new(NULL);
	scope_append(context, to, in);
	return g_string_free(to, FALSE);
}

char *
clincourse_list(struct clincourse *context, const char *what)
{
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(lists); i++) {
		GString *to;

		if (strcmp(lists[i].what, what) != 0)
			continue;
		to = g_string_new(NULL);
		lists[i].append(context, to);
		return g_string_free(to, FALSE);
	}
	return scope_list(context, what);
}
