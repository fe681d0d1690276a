/* Title and patient line. */
#include "base/number.h"
#include "layout/parts.h"

#include <math.h>
#include <string.h>

static const char *
title_of(const struct cc_figure *figure)
{
	if (figure->in->options.title)
		return figure->in->options.title;
	if (!figure->size->part[CC_PART_TITLE])
		return "";
	const char *title = cc_title(figure->words);
	if (title)
		return title;
	/* What would say nothing of whose course it is has at least its id. */
	if (cc_patient_line(figure->words)[0] == '\0' && figure->course->id)
		return figure->course->id;
	return "";
}

/* Where a size has no room for a row of genetics, what was found first stands
 * in the patient line: as many whole findings as it has room for, and none that
 * the diagnosis names. */
static const char *
add_genetics(const struct cc_figure *figure, const char *line)
{
	const struct cc_fact *first = figure->follow->findings.first;
	if (!first || !line)
		return line;
	const char *separator = cc_say(figure->words, CC_MSG_PATIENT_SEPARATOR);
	for (size_t i = 0; i < first->finding_count; i++) {
		struct cc_finding finding = first->findings[i];
		finding.vaf_written = NULL;
		const char *text = cc_finding_text(figure->words, &finding);
		if (finding.absent || strstr(line, text))
			continue;
		const char *longer =
		    cc_arena_join(figure->arena, line, separator, text, NULL);
		if (cc_width(figure, longer, CC_TYPE_SUBTITLE, false) >
		    figure->page.width)
			break;
		line = longer;
		separator = cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR);
	}
	return line;
}

bool
cc_header_says(
    const struct cc_figure *figure, const struct cc_finding *finding)
{
	struct cc_finding bare = *finding;
	bare.vaf_written = NULL;
	const char *text = cc_finding_text(figure->words, &bare);
	const char *line = cc_patients_line(figure->words);
	line = line ? add_genetics(figure, line) : NULL;
	return figure->size->part[CC_PART_SUBTITLE] && line &&
	       strstr(line, text);
}

/* "2 of 3 · Woman, 49". */
static const char *
add_page(const struct cc_figure *figure, const char *line)
{
	const struct cc_layout_share *share = &figure->in->options.share;
	if (share->pages < 2)
		return line;
	const char *number = cc_say_with(figure->words, CC_MSG_PAGE_OF, "n",
	    cc_number_whole(figure->arena, (int)share->page), "pages",
	    cc_number_whole(figure->arena, (int)share->pages), NULL);
	return cc_words_join(
	    figure->words, CC_MSG_PATIENT_SEPARATOR, number, line);
}

static const char *
subtitle_of(const struct cc_figure *figure)
{
	if (!figure->size->part[CC_PART_SUBTITLE])
		return "";
	const char *line = cc_patients_line(figure->words);
	if (!figure->size->part[CC_PART_GENETICS])
		line = add_genetics(figure, line);
	return add_page(figure, line ? line : "");
}

/* A title that lacks so little of one line is smaller: a second line would cost
 * the height of a row. */
#define TITLE_SCALE_LEAST 0.86

struct title {
	const char *lines[2];
	int count;
	double size; /* of its type [unit] */
};

static struct title
fit_title(const struct cc_figure *figure)
{
	struct title title = {.size = cc_type_size(figure, CC_TYPE_TITLE)};
	const char *text = title_of(figure);
	if (text[0] == '\0')
		return title;
	double width = cc_width(figure, text, CC_TYPE_TITLE, true);
	double scale = figure->page.width / fmax(width, 1);
	if (scale >= 1 || scale < TITLE_SCALE_LEAST) {
		title.count = cc_wrap((struct cc_figure *)figure, text,
		    CC_TYPE_TITLE, true, figure->page.width, 2, title.lines);
		return title;
	}
	title.lines[title.count++] = text;
	/* A little less, so that rounding does not matter. */
	title.size *= 0.998 * scale;
	return title;
}

#define BACKGROUND_LINES 2
#define BACKGROUND_LEADING 1.35 /* [type size] */

/* What has no time, below the line on the patient: arm, ECOG, history. */
struct background {
	const char *lines[BACKGROUND_LINES];
	int count;
};

static struct background
fit_background(const struct cc_figure *figure)
{
	struct background background = {.count = 0};
	const char *text = figure->size->part[CC_PART_SUBTITLE]
	                       ? cc_background_text(figure->words)
	                       : NULL;
	if (text)
		background.count = cc_wrap((struct cc_figure *)figure, text,
		    CC_TYPE_BODY, false, figure->page.width, BACKGROUND_LINES,
		    background.lines);
	return background;
}

double
cc_header_height(const struct cc_figure *figure)
{
	struct title title = fit_title(figure);
	double height = 1.22 * title.size * title.count;
	if (subtitle_of(figure)[0] != '\0')
		height += 1.5 * cc_type_size(figure, CC_TYPE_SUBTITLE);
	height += BACKGROUND_LEADING * cc_type_size(figure, CC_TYPE_BODY) *
	          fit_background(figure).count;
	return height > 0 ? height + 0.2 * figure->u : 0;
}

void
cc_header_draw(struct cc_figure *figure)
{
	double y = figure->page.y;
	cc_paint_group(
	    figure->fore, (struct cc_group){.kind = CC_GROUP_TITLE});
	struct title title = fit_title(figure);
	for (int i = 0; i < title.count && !figure->fore->muted; i++) {
		double width = cc_measure_text(
		    figure->in->measure, title.lines[i], title.size, true);
		cc_paint_text(figure->fore,
		    (struct cc_point){figure->page.x, y + 0.95 * title.size},
		    title.lines[i], width,
		    (struct cc_type){.size = title.size,
			.bold = true,
			.colour = cc_ink(figure, CC_COLOUR_INK),
			.anchor = CC_ANCHOR_START});
		y += 1.22 * title.size;
	}
	const char *line = subtitle_of(figure);
	if (line[0] != '\0') {
		double size = cc_type_size(figure, CC_TYPE_SUBTITLE);
		if (figure->words->course->diagnosis)
			cc_figure_word_of(figure, CC_IN_DISEASE,
			    figure->words->course->diagnosis);
		cc_write(figure, CC_TYPE_SUBTITLE, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x, y + 1.1 * size,
		    cc_shorten(figure, line, CC_TYPE_SUBTITLE, false,
			figure->page.width));
		y += 1.5 * size;
	}
	struct background background = fit_background(figure);
	for (int i = 0; i < background.count; i++) {
		y += BACKGROUND_LEADING * cc_type_size(figure, CC_TYPE_BODY);
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x,
		    y - 0.25 * cc_type_size(figure, CC_TYPE_BODY),
		    background.lines[i]);
	}
	cc_paint_end(figure->fore);
}
