/* Words of a slide. Whoever opens it may have other fonts: so a box keeps its
 * middle, about which every font's letters stand, and a paragraph the distance
 * to the one before. */
#include "output/pptx.h"

#include "output/markup.h"

#include <math.h>

/* A line as other programs set it, whatever the font [em]. */
#define ASCENT 0.95
#define DESCENT 0.25
#define LINE (ASCENT + DESCENT)
/* Fonts of East Asian letters have more above the baseline and less below, and
 * so a line that has one of theirs: YaHei's 1.06 and 0.26 [em]. */
#define EAST_HIGHER 0.05

#define SAME 0.3  /* baselines of one line differ by less [unit] */
#define SPACE 0.1 /* what is farther apart has a space between [em] */

#define PROPERTIES_INLINE " lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\""

static double
left_of(const struct cc_item *text)
{
	return cc_text_box(
	    text->text.at, text->text.anchor, text->text.size, text->text.width)
	    .x;
}

static double
right_of(const struct cc_item *text)
{
	return left_of(text) + text->text.width;
}

/* Texts on one baseline. */
struct line {
	size_t count;
	double size; /* of the largest [unit] */
	double y;    /* the baseline [unit] */
	/* As other programs set it [unit]. */
	double ascent, descent;
};

/* A text and those that follow on its baseline. */
static struct line
line_at(struct cc_block words, size_t first)
{
	struct line line = {.y = words.texts[first]->text.at.y};
	bool east = false;

	for (size_t i = first; i < words.count; i++, line.count++) {
		const struct cc_item *text = words.texts[i];

		if (fabs(text->text.at.y - line.y) >= SAME)
			break;
		line.size = MAX(line.size, text->text.size);
		east |= cc_text_has_east(text->text.string);
	}
	line.ascent = (ASCENT + (east ? EAST_HIGHER : 0)) * line.size;
	line.descent = (DESCENT - (east ? EAST_HIGHER : 0)) * line.size;
	return line;
}

static void
append_line(
    struct cc_slide *slide, struct cc_block words, size_t first, size_t count)
{
	for (size_t i = first; i < first + count; i++) {
		const struct cc_item *text = words.texts[i];
		const struct cc_item *next =
		    i + 1 < first + count ? words.texts[i + 1] : NULL;
		const bool apart =
		    next != NULL &&
		    left_of(next) - right_of(text) > SPACE * text->text.size;
		g_autofree char *spaced =
		    g_strconcat(text->text.string, apart ? " " : "", NULL);

		cc_slide_runs(slide, spaced, text);
	}
}

struct cc_box
cc_block_box(struct cc_block words)
{
	double left = INFINITY, right = -INFINITY, bottom = 0, top;
	struct line line = line_at(words, 0);

	for (size_t i = 0; i < words.count; i++) {
		left = MIN(left, left_of(words.texts[i]));
		right = MAX(right, right_of(words.texts[i]));
	}
	top = line.y - line.ascent;
	for (size_t i = 0; i < words.count; i += line.count) {
		line = line_at(words, i);
		bottom = line.y + line.descent;
	}
	return (struct cc_box){left, top, right - left, bottom - top};
}

/* As RTL languages are written, and where the line then is. */
static const char *
alignment_of(enum cc_anchor even)
{
	static const char *const words[] = {
	    [CC_ANCHOR_START] = "l",
	    [CC_ANCHOR_MIDDLE] = "ctr",
	    [CC_ANCHOR_END] = "r",
	};
	return words[even];
}

/* From its baseline to that of the line above, where there is one; else 0. */
struct pitch {
	double wanted, natural; /* [unit] */
};

/* Lines farther apart than their fonts have them get air between; nearer ones
 * are less high. */
static void
append_pitch(struct cc_slide *slide, struct pitch pitch)
{
	const double air = MAX(0, pitch.wanted - pitch.natural);
	const double part =
	    pitch.wanted < pitch.natural ? pitch.wanted / pitch.natural : 1;

	if (pitch.wanted == pitch.natural)
		return;

	g_string_append(slide->to, "<a:lnSpc><a:spcPct");
	cc_slide_number(slide, "val", part * CC_WHOLE);
	g_string_append(slide->to, "/></a:lnSpc><a:spcBef><a:spcPts");
	cc_slide_number(slide, "val", air * slide->page->scene->unit * 100);
	g_string_append(slide->to, "/></a:spcBef>");
}

static void
append_paragraph(struct cc_slide *slide, struct cc_block words, size_t first,
    size_t count, struct pitch pitch)
{
	const struct cc_item *text = words.texts[first];

	g_string_append_printf(slide->to, "<a:p><a:pPr algn=\"%s\"%s>",
	    alignment_of(words.even),
	    cc_markup_runs_left(text->text.string) ? " rtl=\"1\"" : "");
	append_pitch(slide, pitch);
	g_string_append(slide->to, "</a:pPr>");
	append_line(slide, words, first, count);
	g_string_append(slide->to, "</a:p>");
}

static void
append_paragraphs(struct cc_slide *slide, struct cc_block words)
{
	struct line line, above = {0};

	for (size_t i = 0; i < words.count; i += line.count) {
		struct pitch pitch = {0};

		line = line_at(words, i);
		if (i > 0) {
			pitch.wanted = line.y - above.y;
			pitch.natural = above.descent + line.ascent;
		}
		append_paragraph(slide, words, i, line.count, pitch);
		above = line;
	}
}

/* Twice the way from the middle of the one to that of the other, on the side
 * where it moves the words to their place. */
static void
append_insets(struct cc_slide *slide, struct cc_block words, struct cc_box box)
{
	const struct cc_box own = cc_block_box(words);
	const double down = 2 * (own.y - box.y) + own.height - box.height;
	const double along = 2 * (own.x - box.x) + own.width - box.width;
	double left = MAX(along, 0), right = MAX(-along, 0);

	if (words.even == CC_ANCHOR_START) {
		left = MAX(own.x - box.x, 0);
		right = 0;
	} else if (words.even == CC_ANCHOR_END) {
		left = 0;
		right = MAX(cc_box_right(box) - cc_box_right(own), 0);
	}
	cc_slide_number(slide, "lIns", left * slide->emu);
	cc_slide_number(slide, "tIns", MAX(down, 0) * slide->emu);
	cc_slide_number(slide, "rIns", right * slide->emu);
	cc_slide_number(slide, "bIns", MAX(-down, 0) * slide->emu);
}

void
cc_slide_body(struct cc_slide *slide, struct cc_block words, struct cc_box box)
{
	g_string_append(
	    slide->to, "<p:txBody><a:bodyPr wrap=\"none\" rtlCol=\"0\"");
	append_insets(slide, words, box);
	g_string_append(slide->to,
	    " anchor=\"ctr\"><a:noAutofit/></a:bodyPr><a:lstStyle/>");
	append_paragraphs(slide, words);
	g_string_append(slide->to, "</p:txBody>");
}

/* Of one size, in lines as the scene has them. */
void
cc_slide_title_body(struct cc_slide *slide, struct cc_block words)
{
	const struct cc_item *first = words.texts[0];
	const struct cc_item *last = words.texts[words.count - 1];
	const double lines = (double)words.count - 1;
	double pitch = LINE;

	if (lines > 0)
		pitch = (last->text.at.y - first->text.at.y) / lines /
		        first->text.size;
	g_string_append(slide->to,
	    "<p:txBody><a:bodyPr wrap=\"square\" rtlCol=\"0\"" PROPERTIES_INLINE
	    " anchor=\"ctr\"><a:noAutofit/></a:bodyPr><a:lstStyle/>");
	g_string_append_printf(
	    slide->to, "<a:p><a:pPr algn=\"%s\">", alignment_of(words.even));
	g_string_append(slide->to, "<a:lnSpc><a:spcPct");
	cc_slide_number(slide, "val", pitch / LINE * CC_WHOLE);
	g_string_append(slide->to,
	    "/></a:lnSpc><a:spcBef><a:spcPts val=\"0\"/></a:spcBef></a:pPr>");
	for (size_t i = 0; i < words.count; i++) {
		if (i > 0)
			g_string_append(slide->to, "<a:br/>");
		cc_slide_runs(
		    slide, words.texts[i]->text.string, words.texts[i]);
	}
	g_string_append(slide->to, "</a:p></p:txBody>");
}

void
cc_slide_paragraph(struct cc_slide *slide, const char *text)
{
	g_string_append(slide->to, "<a:p>");
	cc_slide_runs(slide, text, NULL);
	g_string_append(slide->to, "</a:p>");
}

void
cc_slide_plain_body(struct cc_slide *slide, const char *text)
{
	g_string_append(slide->to, "<p:txBody><a:bodyPr/><a:lstStyle/>");
	cc_slide_paragraph(slide, text);
	g_string_append(slide->to, "</p:txBody>");
}

char *
cc_block_name(struct cc_block words)
{
	GString *name = g_string_new(NULL);

	for (size_t i = 0; i < words.count; i++) {
		if (i > 0)
			g_string_append_c(name, ' ');
		g_string_append(name, words.texts[i]->text.string);
	}
	return g_string_free(name, FALSE);
}
