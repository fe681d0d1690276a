/* One word, theme or size as text that a person reads. */
#include "api/context.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* "name:      value"; nothing where there is no value. */
static void
row_append(GString *to, const char *name, const char *value)
{
	if (value != NULL && *value != '\0')
		g_string_append_printf(to, "  %-14s %s\n", name, value);
}

static void
number_append(GString *to, const char *name, double value)
{
	g_autoptr(GString) text = NULL;

	if (!isfinite(value))
		return;
	text = g_string_new(NULL);
	cc_number_append(text, value, 6);
	row_append(to, name, text->str);
}

static void
texts_append(GString *to, const char *name, const struct cc_texts *texts)
{
	size_t i;

	for (i = 0; i < texts->count; i++) {
		g_autofree char *labelled =
		    g_strdup_printf("%s (%s)", name, texts->item[i].lang);

		row_append(to, labelled, texts->item[i].text);
	}
}

static void
words_append(GString *to, const char *name, const struct cc_words *words)
{
	g_autoptr(GString) text = g_string_new(NULL);
	size_t i;

	for (i = 0; i < words->count; i++)
		g_string_append_printf(
		    text, "%s%s", i > 0 ? ", " : "", words->word[i]);
	row_append(to, name, text->str);
}

static void
range_append(GString *to, const char *who, double low, double high)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (!isfinite(low) && !isfinite(high))
		return;
	if (isfinite(low))
		cc_number_append(text, low, 6);
	g_string_append(text, " to ");
	if (isfinite(high))
		cc_number_append(text, high, 6);
	row_append(to, who, g_strstrip(text->str));
}

static void
term_append(GString *to, const struct cc_term *term)
{
	static const char *const sexes[] = {
	    "range", "range, women", "range, men"};
	size_t i;

	g_string_append_printf(
	    to, "%s (%s)\n", term->code, cc_scope_word(term->in));
	row_append(to, "scheme", term->scheme);
	texts_append(to, "label", &term->labels);
	texts_append(to, "drawn as", &term->abbreviations);
	words_append(to, "also written", &term->aliases);
	row_append(to, "class", term->class);
	words_append(to, "drugs", &term->parts);
	row_append(to, "criteria", term->criteria);
	row_append(to, "slot", term->slot);
	number_append(to, "rank", term->rank);
	row_append(to, "unit", term->unit);
	for (i = 0; i < G_N_ELEMENTS(sexes); i++)
		range_append(to, sexes[i], term->low[i], term->high[i]);
	row_append(to, "group", term->group);
	row_append(to, "LOINC", term->loinc);
	row_append(to, "mark", term->mark);
	row_append(to, "risk", term->risk);
	words_append(to, "of", &term->risk_of);
	row_append(to, "source", term->source);
	row_append(to, "reviewed", term->reviewed ? "yes" : "no");
}

static void
terms_append(GString *to, const struct cc_vocab *vocab, const char *name,
    GPtrArray *names)
{
	int in;

	for (in = 0; in < CC_IN_COUNT; in++) {
		const enum cc_scope scope = (enum cc_scope)in;
		const struct cc_term *alias =
		    cc_vocab_find(vocab, scope, NULL, name);
		bool found = false;
		size_t count, i;
		const struct cc_term *const *terms =
		    cc_vocab_list(vocab, scope, &count);

		/* A code may be known in several scopes and schemes. */
		for (i = 0; i < count; i++) {
			g_ptr_array_add(names, (gpointer)terms[i]->code);
			if (strcmp(terms[i]->code, name) != 0)
				continue;
			term_append(to, terms[i]);
			found = true;
		}
		if (!found && alias != NULL)
			term_append(to, alias);
	}
}

static void
size_append(GString *to, const struct cc_size *size)
{
	const char *unit = size->unit == 1 ? "pt" : "px";
	g_autofree char *width = g_strdup_printf("width (%s)", unit);
	g_autofree char *height = g_strdup_printf("height (%s)", unit);
	g_autofree char *most = g_strdup_printf("at most (%s)", unit);

	g_string_append_printf(to, "%s (size)\n", size->name);
	row_append(to, "about", size->about);
	number_append(to, width, size->width);
	if (size->height > 0)
		number_append(to, height, size->height);
	else
		number_append(to, most, size->max_height);
	row_append(to, "source", size->source);
	row_append(to, "checked", size->checked);
	row_append(to, "reviewed", size->reviewed ? "yes" : "no");
}

static void
sizes_append(
    GString *to, struct clincourse *context, const char *name, GPtrArray *names)
{
	size_t count, i;
	const struct cc_size *const *sizes =
	    cc_sizes_list(context->sizes, &count);

	for (i = 0; i < count; i++) {
		g_ptr_array_add(names, (gpointer)sizes[i]->name);
		if (strcmp(sizes[i]->name, name) == 0)
			size_append(to, sizes[i]);
	}
}

static void
theme_append(GString *to, const struct cc_theme *theme)
{
	int role;

	g_string_append_printf(to, "%s (theme)\n", cc_theme_name(theme));
	row_append(to, "about", cc_theme_about(theme));
	row_append(to, "fonts", cc_theme_families(theme));
	for (role = 0; role < CC_COLOUR_COUNT; role++) {
		const enum cc_colour_role row = (enum cc_colour_role)role;
		g_autofree char *colour = g_strdup_printf(
		    "#%06X", (unsigned)cc_theme_colour(theme, row));

		row_append(to, cc_colour_role_word(row), colour);
	}
}

static void
themes_append(GString *to, struct clincourse *context, const char *name,
    GPtrArray *names, struct cc_diags *diags)
{
	size_t count, i;
	const char *const *list = cc_themes_list(context->themes, &count);

	for (i = 0; i < count; i++) {
		const struct cc_theme *theme;

		g_ptr_array_add(names, (gpointer)list[i]);
		if (strcmp(list[i], name) != 0)
			continue;
		theme = cc_themes_find(context->themes, name, diags);
		if (theme != NULL)
			theme_append(to, theme);
	}
}

char *
clincourse_show(struct clincourse *context, const char *name,
    struct clincourse_diags *diags)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *hint = NULL;
	GString *to = g_string_new(NULL);

	terms_append(to, context->vocab, name, names);
	sizes_append(to, context, name, names);
	themes_append(to, context, name, names, &diags->list);
	if (to->len > 0)
		return g_string_free(to, FALSE);
	g_string_free(to, TRUE);
	hint = cc_hint(name, (const char *const *)names->pdata, names->len);
	cc_diag(&diags->list, CC_E480, (struct cc_pos){0}, name, hint);
	return NULL;
}
