#include "cli/settings.h"

#include "api/context.h"

#include <string.h>

static const char *const yes_no_words[] = {"yes", "no", NULL};
static const char *const color_words[] = {"auto", "always", "never", NULL};

/* A row a setting: an option of the command line, and where `standing` one of
 * the environment and of .clincourse. What belongs to one case, as its title,
 * is none, nor is what would make a picture less private. */
static const struct {
	const char *name, *argument, *about;
	char letter;
	bool standing;
	const char *const *words; /* NULL: the library knows which are legal */
} rows[CC_SETTING_COUNT] = {
    [CC_SETTING_SIZE] = {"size", "SIZE",
	"A size (list sizes) or WxH in mm, in, px, pt", .standing = true},
    [CC_SETTING_THEME] = {"theme", "THEME", "A theme (list themes)",
	.standing = true},
    [CC_SETTING_LANG] = {"lang", "LANG",
	"Language of the picture (list languages)", .standing = true},
    [CC_SETTING_AXIS] = {"axis", "ROWS", "calendar, relative or both",
	.standing = true},
    [CC_SETTING_ZERO] = {"zero", "ZERO",
	"Start of the relative axis: diagnosis, first-treatment, an id, a "
	"date",
	.standing = true},
    [CC_SETTING_UNIT] = {"unit", "UNIT",
	"Of the relative axis: hour, day, week, month, year",
	.standing = true},
    [CC_SETTING_TEXT] = {"text", "KIND", "SVG text as live text or outline",
	.standing = true},
    [CC_SETTING_DPI] = {"dpi", "DPI", "PNG and TIFF pixels an inch",
	.standing = true},
    [CC_SETTING_TITLE] = {"title", "TEXT", "Title in place of the case's"},
    [CC_SETTING_TRACKS] = {"tracks", "NAMES",
	"Tracks to draw; +NAME adds, -NAME takes away", .standing = true},
    [CC_SETTING_INTERVALS] = {"intervals", "LIST",
	"Derived facts to draw: PFS TTNT TTR DoR OS follow-up",
	.standing = true},
    [CC_SETTING_FIGURE] = {"figure", "ID", "Draw this <figure> alone"},
    [CC_SETTING_PRIVACY] = {"privacy", "LEVEL",
	"How much of the calendar is left: relative (none), month, year",
	.standing = true},
    [CC_SETTING_KEEP_ID] = {"keep-id", NULL,
	"Under --privacy too a case is called by its id"},
    [CC_SETTING_BREAKS] = {"breaks", "WORD",
	"yes or no: cut time in which nothing was recorded",
	.standing = true},
    [CC_SETTING_FOLD] = {"fold", "N",
	"Strips that a long course is folded into", .standing = true},
    [CC_SETTING_DETAIL] = {"detail", "TIME",
	"A stretch to magnify below: FROM/TO"},
    [CC_SETTING_CONTINUE] = {"continue", "WORD",
	"yes or no: what a page has no room for comes on another",
	.standing = true},
    [CC_SETTING_PPTX] = {"pptx", "KIND",
	"Slides of shapes, or of a picture each", .standing = true},
    [CC_SETTING_FORMAT] = {"format", "FORMAT",
	"A format (list formats), else the suffix of -o", 'f',
	.standing = true},
    [CC_SETTING_TEMPLATES] = {"templates", "DIR",
	"Own vocabularies, themes, sizes, languages and blank cases",
	.standing = true},
    [CC_SETTING_STRICT] = {"strict", NULL, "Count warnings as errors",
	.standing = true, .words = yes_no_words},
    [CC_SETTING_QUIET] = {"quiet", NULL,
	"Say nothing of what was written", 'q', .standing = true,
	.words = yes_no_words},
    [CC_SETTING_COLOR] = {"color", "WHEN",
	"Colours of messages: auto, always, never", .standing = true,
	.words = color_words},
};

const char *
cc_setting_name(enum cc_setting setting)
{
	return rows[setting].name;
}

bool
cc_setting_standing(enum cc_setting setting)
{
	return rows[setting].standing;
}

struct cc_option
cc_setting_option(struct cc_settings *settings, enum cc_setting setting)
{
	return (struct cc_option){
	    .name = rows[setting].name,
	    .letter = rows[setting].letter,
	    .argument = rows[setting].argument,
	    .about = rows[setting].about,
	    .given = &settings->given[setting],
	};
}

bool
cc_settings_equal(const struct cc_settings *a, const struct cc_settings *b)
{
	for (int i = 0; i < CC_SETTING_COUNT; i++)
		if (g_strcmp0(a->given[i].text, b->given[i].text) != 0)
			return false;
	return true;
}

static bool
word_legal(enum cc_setting setting, const struct cc_given *given,
    struct cc_diags *diags)
{
	const char *const *words = rows[setting].words;
	g_autofree char *all = NULL, *hint = NULL;

	if (words == NULL || given->text == NULL ||
	    g_strv_contains(words, given->text))
		return true;
	all = g_strjoinv(" ", (char **)words);
	hint = cc_hint(given->text, words, g_strv_length((char **)words));
	cc_diag(diags, CC_E471, given->pos, rows[setting].name, given->text,
	    all, hint);
	return false;
}

/* One of the command line is refused with all that there are. */
static bool
format_legal(const struct cc_given *given, struct cc_diags *diags)
{
	g_autoptr(GPtrArray) names = NULL;
	g_autofree char *hint = NULL;

	if (given->text == NULL || given->pos.source == NULL ||
	    cc_output_find(given->text) != NULL)
		return true;
	names = g_ptr_array_new();
	for (size_t i = 0; cc_outputs()[i] != NULL; i++)
		g_ptr_array_add(names, (gpointer)cc_outputs()[i]->name);
	hint = cc_hint(
	    given->text, (const char *const *)names->pdata, names->len);
	cc_diag(diags, CC_E474, given->pos, given->text, hint);
	return false;
}

bool
cc_settings_legal(
    const struct cc_settings *settings, struct clincourse_diags *diags)
{
	bool legal = format_legal(
	    &settings->given[CC_SETTING_FORMAT], &diags->list);

	for (int i = CC_SETTING_PICTURE; i < CC_SETTING_COUNT; i++)
		if (!word_legal(
			(enum cc_setting)i, &settings->given[i], &diags->list))
			legal = false;
	return legal;
}

bool
cc_settings_apply(const struct cc_settings *settings,
    struct clincourse_render *render, struct clincourse_diags *diags)
{
	bool set = true;

	for (int i = 0; i < CC_SETTING_PICTURE; i++) {
		const struct cc_given *given = &settings->given[i];
		const guint before = diags->list.list->len;

		if (given->text == NULL ||
		    clincourse_render_set(
			render, rows[i].name, given->text, diags))
			continue;
		cc_diags_place(&diags->list, before, given->pos);
		set = false;
	}
	return set;
}
