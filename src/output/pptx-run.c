/* Runs of a slide's words: programs take the font of one by its first letters,
 * so each script has a run of its own. */
#include "output/pptx.h"

#include "output/markup.h"

#include <string.h>

#define FONT_EAST "Microsoft YaHei"
#define HUNDREDTHS 100 /* of a point, in which type is measured */

/* LibreOffice moves letters apart where East Asian ones meet others. So much
 * closer the letters of a run stand that has such an end, and the next begins
 * where it should: in programs that do not, nobody sees it [em]. */
#define BORDER 0.22
#define CLOSER_MOST 0.07

/* A theme's first font; free ones are called by what they stand for, which
 * everybody has. */
const char *
cc_slide_font(const struct cc_scene *scene)
{
	static const char *const alike[][2] = {
	    {"Liberation Sans", "Arial"},
	    {"Liberation Serif", "Times New Roman"},
	    {"Liberation Mono", "Courier New"},
	};
	const size_t length = strcspn(scene->families, ",");

	for (size_t i = 0; i < G_N_ELEMENTS(alike); i++)
		if (strlen(alike[i][0]) == length &&
		    strncmp(alike[i][0], scene->families, length) == 0)
			return alike[i][1];
	return cc_arena_strndup(scene->arena, scene->families, length);
}

/* A region makes a language known to programs that have none without. */
static const char *
language_of(const char *lang, bool east)
{
	static const struct {
		const char *lang, *whole;
		bool east;
	} rows[] = {
	    {"de", "de-DE", false},
	    {"zh-TW", "zh-TW", true},
	    {"ja", "ja-JP", true},
	    {"ko", "ko-KR", true},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].east == east &&
		    g_str_has_prefix(lang, rows[i].lang))
			return rows[i].whole;
	return east ? "zh-CN" : "en-US";
}

static void
append_fonts(struct cc_slide *slide, bool east)
{
	static const char *const slots[] = {"latin", "ea", "cs"};

	for (size_t i = 0; i < G_N_ELEMENTS(slots); i++) {
		g_string_append(slide->to, "<a:");
		g_string_append(slide->to, slots[i]);
		g_string_append(slide->to, " typeface=\"");
		cc_markup_append(
		    slide->to, east && i == 1 ? FONT_EAST : slide->latin);
		g_string_append(slide->to, "\"/>");
	}
}

/* How a run is set; where `type` is NULL, as its place is. */
struct setting {
	const struct cc_item *type;
	double closer; /* [em] */
	bool east;
};

static void
append_type(struct cc_slide *slide, const struct setting *setting)
{
	const struct cc_item *type = setting->type;
	const double size =
	    type->text.size * slide->page->scene->unit * HUNDREDTHS;

	cc_slide_number(slide, "sz", size);
	cc_slide_number(slide, "b", type->text.bold);
	if (setting->closer > 0)
		cc_slide_number(slide, "spc", -setting->closer * size);
	g_string_append_c(slide->to, '>');
	cc_slide_fill(slide, type->text.colour);
	append_fonts(slide, setting->east);
	g_string_append(slide->to, "</a:rPr><a:t>");
}

static void
append_run(struct cc_slide *slide, const char *text, size_t length,
    const struct setting *setting)
{
	g_autofree char *part = g_strndup(text, length);

	g_string_append(slide->to, "<a:r><a:rPr lang=\"");
	g_string_append(
	    slide->to, language_of(slide->page->lang, setting->east));
	g_string_append_c(slide->to, '"');
	if (setting->type != NULL)
		append_type(slide, setting);
	else
		g_string_append(slide->to, "/><a:t>");
	cc_markup_append(slide->to, part);
	g_string_append(slide->to, "</a:t></a:r>");
}

/* A space keeps to what goes before. */
static bool
is_east(const char *letter, bool before)
{
	return *letter == ' ' ? before
	                      : g_unichar_iswide(g_utf8_get_char(letter));
}

bool
cc_text_has_east(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (is_east(text, false))
			return true;
	return false;
}

/* The end of the run that begins at `start`. */
static const char *
run_end(const char *start, bool east)
{
	const char *p = start;

	while (*p != '\0' && is_east(p, east) == east)
		p = g_utf8_next_char(p);
	return p;
}

/* Of a run before another one. */
static double
closer_of(const char *text, const char *end)
{
	return *end == '\0'
	           ? 0
	           : MIN(BORDER / (double)g_utf8_strlen(text, end - text),
			 CLOSER_MOST);
}

void
cc_slide_runs(
    struct cc_slide *slide, const char *text, const struct cc_item *type)
{
	struct setting setting = {.type = type};
	const char *end;

	for (; *text != '\0'; text = end) {
		setting.east = is_east(text, false);
		end = run_end(text, setting.east);
		setting.closer = closer_of(text, end);
		append_run(slide, text, (size_t)(end - text), &setting);
	}
}
