/* The options of a picture: their names, their legal values. */
#include "api/context.h"

#include "base/letter.h"
#include "base/number.h"

#include <string.h>

#define DPI_LEAST 10
#define DPI_MOST 1200

static const char *const axis_words[] = {"both", "calendar", "relative", NULL};
static const char *const unit_words[] = {
    "hour", "day", "week", "month", "year", NULL};
static const char *const privacy_words[] = {"relative", "month", "year", NULL};
static const char *const yes_no_words[] = {"yes", "no", NULL};
static const char *const pptx_words[] = {"shapes", "picture", NULL};
static const char *const text_words[] = {"live", "outline", NULL};

char *
cc_hint(const char *word, const char *const *words, size_t count)
{
	const char *nearest = cc_nearest(word, words, count);

	return nearest == NULL
	           ? g_strdup("")
	           : g_strdup_printf("; the nearest is \"%s\"", nearest);
}

static bool
size_known(const struct clincourse_render *render, const char *value,
    struct cc_diags *diags)
{
	return cc_sizes_find(render->context->sizes, value,
	    (struct cc_pos){0}, diags) != NULL;
}

static bool
theme_known(const struct clincourse_render *render, const char *value,
    struct cc_diags *diags)
{
	return cc_themes_find(render->context->themes, value,
	    (struct cc_pos){0}, diags) != NULL;
}

bool
cc_context_speaks(const struct clincourse *context, const char *lang,
    struct cc_pos pos, struct cc_diags *diags)
{
	const char *const *list;
	g_autofree char *hint = NULL;
	size_t count;

	if (cc_language_known(context->languages, lang))
		return true;
	list = cc_language_list(context->languages, &count);
	hint = cc_nearest_text(lang, list, count);
	cc_diag(diags, CC_E472, pos, lang, hint);
	return false;
}

static bool
lang_known(const struct clincourse_render *render, const char *value,
    struct cc_diags *diags)
{
	return cc_context_speaks(
	    render->context, value, (struct cc_pos){0}, diags);
}

static bool
intervals_known(const struct clincourse_render *render, const char *value,
    struct cc_diags *diags)
{
	const struct cc_closed *closed = &cc_closed_interval;
	g_auto(GStrv) words = g_strsplit(value, " ", -1);
	g_autofree char *hint = NULL;
	g_autoptr(GString) all = NULL;
	int kind;

	(void)render;
	for (char **word = words; *word != NULL; word++) {
		if (**word == '\0' || cc_closed_find(closed, *word, &kind))
			continue;
		all = g_string_new(closed->words[0]);
		for (size_t i = 1; i < closed->count; i++)
			g_string_append_printf(all, " %s", closed->words[i]);
		hint = cc_hint(*word, closed->words, closed->count);
		cc_diag(diags, CC_E471, (struct cc_pos){0}, "intervals", *word,
		    all->str, hint);
		return false;
	}
	return true;
}

/* One row an option; `at` is where its string lies in the render. */
static const struct option_row {
	const char *name;
	size_t at;
	const char *const *words; /* NULL: not a closed set */
	bool (*known)(const struct clincourse_render *render, const char *value,
	    struct cc_diags *diags); /* NULL: any */
} option_rows[] = {
#define AT(member) offsetof(struct clincourse_render, member)
    {"size", AT(size), NULL, size_known},
    {"theme", AT(theme), NULL, theme_known},
    {"lang", AT(lang), NULL, lang_known},
    {"axis", AT(axis), axis_words, NULL},
    {"zero", AT(zero), NULL, NULL},
    {"unit", AT(unit), unit_words, NULL},
    {"text", AT(text), text_words, NULL},
    {"dpi", AT(dpi_written), NULL, NULL},
    {"title", AT(title), NULL, NULL},
    {"tracks", AT(tracks), NULL, NULL},
    {"intervals", AT(intervals), NULL, intervals_known},
    {"figure", AT(figure), NULL, NULL},
    {"privacy", AT(privacy), privacy_words, NULL},
    {"keep-id", AT(keep_id), yes_no_words, NULL},
    {"breaks", AT(breaks), yes_no_words, NULL},
    {"fold", AT(fold_written), NULL, NULL},
    {"detail", AT(detail), NULL, NULL},
    {"continue", AT(goes_on), yes_no_words, NULL},
    {"pptx", AT(pptx), pptx_words, NULL},
#undef AT
};

static char **
option_slot(struct clincourse_render *render, const struct option_row *row)
{
	return (char **)((char *)render + row->at);
}

bool
cc_render_option(
    const struct clincourse_render *render, size_t index, const char **value)
{
	if (index >= G_N_ELEMENTS(option_rows))
		return false;
	*value = *(char *const *)((const char *)render + option_rows[index].at);
	return true;
}

struct clincourse_render *
clincourse_render_create(struct clincourse *context)
{
	struct clincourse_render *render = g_new0(struct clincourse_render, 1);

	render->context = context;
	render->number = 1;
	return render;
}

void
clincourse_render_destroy(struct clincourse_render *render)
{
	size_t i;

	if (render == NULL)
		return;
	for (i = 0; i < G_N_ELEMENTS(option_rows); i++)
		g_free(*option_slot(render, &option_rows[i]));
	g_free(render->private_id);
	g_free(render);
}

static const struct option_row *
option_find(const char *name, struct cc_diags *diags)
{
	const char *names[G_N_ELEMENTS(option_rows)];
	g_autofree char *hint = NULL;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(option_rows); i++) {
		names[i] = option_rows[i].name;
		if (strcmp(names[i], name) == 0)
			return &option_rows[i];
	}
	hint = cc_nearest_text(name, names, G_N_ELEMENTS(names));
	cc_diag(diags, CC_E470, (struct cc_pos){0}, name, hint);
	return NULL;
}

static bool
word_legal(
    const struct option_row *row, const char *value, struct cc_diags *diags)
{
	g_autofree char *all = NULL, *hint = NULL;

	if (row->words == NULL || g_strv_contains(row->words, value))
		return true;
	all = g_strjoinv(" ", (char **)row->words);
	hint = cc_hint(value, row->words, g_strv_length((char **)row->words));
	cc_diag(
	    diags, CC_E471, (struct cc_pos){0}, row->name, value, all, hint);
	return false;
}

/* Every value may come to be drawn, or quoted. */
static bool
text_legal(
    const struct option_row *row, const char *value, struct cc_diags *diags)
{
	const char *end;

	if (!g_utf8_validate(value, -1, &end)) {
		cc_diag(diags, CC_E488, (struct cc_pos){0}, row->name,
		    (size_t)(end - value) + 1);
		return false;
	}
	if (cc_noncharacter_find(value) == 0)
		return true;
	cc_diag(diags, CC_E489, (struct cc_pos){0}, row->name,
	    (unsigned)cc_noncharacter_find(value));
	return false;
}

static bool
dpi_set(
    struct clincourse_render *render, const char *value, struct cc_diags *diags)
{
	double dpi;

	if (!cc_number_read(value, &dpi) || dpi < DPI_LEAST || dpi > DPI_MOST) {
		cc_diag(diags, CC_E473, (struct cc_pos){0}, value, DPI_LEAST,
		    DPI_MOST);
		return false;
	}
	render->dpi = dpi;
	return true;
}

static bool
fold_set(
    struct clincourse_render *render, const char *value, struct cc_diags *diags)
{
	if (value[0] < '1' || value[0] > '0' + CC_FOLD_MOST ||
	    value[1] != '\0') {
		cc_diag(
		    diags, CC_E484, (struct cc_pos){0}, value, CC_FOLD_MOST);
		return false;
	}
	render->fold = value[0] - '0';
	return true;
}

bool
clincourse_render_set(struct clincourse_render *render, const char *name,
    const char *value, struct clincourse_diags *diags)
{
	const struct option_row *row = option_find(name, &diags->list);
	char **slot;

	if (row == NULL)
		return false;
	if (!text_legal(row, value, &diags->list) ||
	    !word_legal(row, value, &diags->list))
		return false;
	if (row->known != NULL && !row->known(render, value, &diags->list))
		return false;
	slot = option_slot(render, row);
	if (slot == &render->dpi_written &&
	    !dpi_set(render, value, &diags->list))
		return false;
	if (slot == &render->fold_written &&
	    !fold_set(render, value, &diags->list))
		return false;
	g_free(*slot);
	*slot = g_strdup(value);
	return true;
}

void
clincourse_render_measure(
    struct clincourse_render *render, struct clincourse_metrics *metrics)
{
	render->metrics = metrics;
}

void
clincourse_render_advise(struct clincourse_render *render, bool advise)
{
	render->tacit = !advise;
}

void
clincourse_render_number(struct clincourse_render *render, size_t number)
{
	render->number = number;
}

char *
cc_render_id(const struct clincourse_render *render, size_t number,
    const struct cc_case *course)
{
	const bool keep =
	    render->privacy == NULL || g_strcmp0(render->keep_id, "yes") == 0;

	if (keep && course->id != NULL)
		return g_strdup(course->id);
	return render->privacy == NULL ? NULL
	                               : g_strdup_printf("case-%04zu", number);
}

const char *
clincourse_render_id(
    struct clincourse_render *render, const struct clincourse_case *course)
{
	g_free(render->private_id);
	render->private_id = cc_render_id(render, render->number, course->data);
	return render->private_id != NULL ? render->private_id : "";
}
