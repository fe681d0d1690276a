/* One word, size, theme or language as text that a person reads. */
#include "api/show.h"

#include "base/number.h"
#include "model/find.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define NAME_COLUMNS 18
#define LINE_COLUMNS 80

#define NUMBER_MAX 1e11 /* of what base/number.h writes */

/* As terminals set it: Chinese takes two columns. */
static size_t
columns_of(const char *text, size_t length)
{
	size_t columns = 0;

	for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
		columns += g_unichar_iswide(g_utf8_get_char(p)) ? 2 : 1;
	return columns;
}

static void
wrap(GString *to, const char *text)
{
	size_t used = NAME_COLUMNS;

	while (*text != '\0') {
		size_t length = strcspn(text, " ");
		size_t columns = columns_of(text, length);

		if (used > NAME_COLUMNS && used + 1 + columns > LINE_COLUMNS) {
			g_string_append_printf(to, "\n%*s", NAME_COLUMNS, "");
			used = NAME_COLUMNS;
		} else if (used > NAME_COLUMNS) {
			g_string_append_c(to, ' ');
			used++;
		}
		g_string_append_len(to, text, (gssize)length);
		used += columns;
		text += length;
		text += strspn(text, " ");
	}
	g_string_append_c(to, '\n');
}

void
cc_show_row(GString *to, const char *name, const char *format, ...)
{
	g_autofree char *value = NULL;
	va_list args;

	va_start(args, format);
	value = g_strdup_vprintf(format, args);
	va_end(args);
	if (*value == '\0')
		return;
	g_string_append_printf(to, "  %-*s ", NAME_COLUMNS - 3, name);
	wrap(to, value);
}

char *
cc_show_number(double number, int decimals)
{
	GString *text = g_string_new(NULL);
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	/* A template of one's own may have any number. */
	if (fabs(number) < NUMBER_MAX)
		cc_number_append(text, number, decimals);
	else
		g_string_append(text,
		    g_ascii_formatd(digits, sizeof(digits), "%g", number));
	return g_string_free(text, FALSE);
}

/* What is shown, and every word that could have been meant. */
struct shown {
	GString *to;
	GPtrArray *names;
	const char *name;
};

static bool
is_shared_by(const struct cc_term *term, const char *name)
{
	for (size_t i = 0; i < term->shared_count; i++)
		if (strcmp(term->shared[i].word, name) == 0)
			return true;
	return false;
}

/* A code may be known in several scopes and schemes; so may an alias or a name,
 * each in its own. */
static void
terms_append(struct shown *shown, const struct cc_vocab *vocab)
{
	g_autoptr(GPtrArray) called = cc_names_called(vocab, shown->name);

	for (guint i = 0; i < called->len; i++) {
		const struct cc_term *term = called->pdata[i];

		if (cc_vocab_find(vocab, term->in, term->scheme, shown->name) ==
			term ||
		    is_shared_by(term, shown->name))
			cc_show_term(shown->to, vocab, term);
	}
}

static void
sizes_append(struct shown *shown, struct clincourse *context)
{
	size_t count;
	const struct cc_size *const *sizes =
	    cc_sizes_list(context->sizes, &count);

	for (size_t i = 0; i < count; i++) {
		g_ptr_array_add(shown->names, (gpointer)sizes[i]->name);
		if (strcmp(sizes[i]->name, shown->name) == 0)
			cc_show_size(shown->to, sizes[i]);
	}
}

static void
themes_append(
    struct shown *shown, struct clincourse *context, struct cc_diags *diags)
{
	size_t count;
	const char *const *list = cc_themes_list(context->themes, &count);

	for (size_t i = 0; i < count; i++) {
		const struct cc_theme *theme;

		g_ptr_array_add(shown->names, (gpointer)list[i]);
		if (strcmp(list[i], shown->name) != 0)
			continue;
		theme = cc_themes_find(context->themes, shown->name,
		    (struct cc_pos){0}, diags);
		if (theme != NULL)
			cc_show_theme(shown->to, theme);
	}
}

char *
clincourse_show(struct clincourse *context, const char *name,
    struct clincourse_diags *diags)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GArray) found = NULL;
	g_autofree char *hint = NULL;
	struct shown shown = {
	    .to = g_string_new(NULL), .names = names, .name = name};
	const char *nearest = NULL;

	terms_append(&shown, context->vocab);
	sizes_append(&shown, context);
	themes_append(&shown, context, &diags->list);
	if (shown.to->len > 0)
		return g_string_free(shown.to, FALSE);
	g_string_free(shown.to, TRUE);
	nearest =
	    cc_nearest(name, (const char *const *)names->pdata, names->len);
	found = cc_vocab_search(context->vocab, CC_FIND_ANYWHERE, name, 1);
	if (found->len > 0)
		nearest = g_array_index(found, struct cc_found, 0).term->code;
	hint = nearest == NULL
	           ? g_strdup("")
	           : g_strdup_printf("; the nearest is \"%s\"", nearest);
	cc_diag(&diags->list, CC_E480, (struct cc_pos){0}, name, hint);
	return NULL;
}
