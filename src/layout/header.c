/* Title and patient line. */
#include "layout/parts.h"

#include <string.h>

static const char *
title_of(const struct cc_figure *figure)
{
	if (figure->in->options.title)
		return figure->in->options.title;
	if (!figure->size->part[CC_PART_TITLE])
		return "";
	const char *title = cc_title(figure->words);
	return title ? title : "";
}

/* Where a size has no room for a row of genetics, what was found first stands
 * in the patient line: as many whole findings as it has room for, and none that
 * the diagnosis names. */
static const char *
add_genetics(const struct cc_figure *figure, const char *line)
{
	const struct cc_case *course = figure->course;
	const struct cc_fact *first = NULL;
	for (size_t i = 0; i < course->fact_count && !first; i++)
		if (course->facts[i].kind == CC_KIND_GENETICS)
			first = &course->facts[i];
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

static const char *
subtitle_of(const struct cc_figure *figure)
{
	if (!figure->size->part[CC_PART_SUBTITLE])
		return "";
	const char *line = cc_patient_line(figure->words);
	if (!figure->size->part[CC_PART_GENETICS])
		line = add_genetics(figure, line);
	return line ? line : "";
}

static int
title_lines(const struct cc_figure *figure, const char **lines)
{
	return cc_wrap((struct cc_figure *)figure, title_of(figure),
	    CC_TYPE_TITLE, true, figure->page.width, 2, lines);
}

double
cc_header_height(const struct cc_figure *figure)
{
	const char *lines[2];
	double height = 0;
	if (title_of(figure)[0] != '\0')
		height += 1.22 * cc_type_size(figure, CC_TYPE_TITLE) *
		          title_lines(figure, lines);
	if (subtitle_of(figure)[0] != '\0')
		height += 1.5 * cc_type_size(figure, CC_TYPE_SUBTITLE);
	return height > 0 ? height + 0.2 * figure->u : 0;
}

void
cc_header_draw(struct cc_figure *figure)
{
	double y = figure->page.y;
	const char *lines[2];
	double size = cc_type_size(figure, CC_TYPE_TITLE);
	int count = title_of(figure)[0] ? title_lines(figure, lines) : 0;
	for (int i = 0; i < count; i++) {
		cc_write(figure, CC_TYPE_TITLE, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, figure->page.x, y + 0.95 * size, lines[i]);
		y += 1.22 * size;
	}
	const char *line = subtitle_of(figure);
	if (line[0] == '\0')
		return;
	cc_write(figure, CC_TYPE_SUBTITLE, false, CC_COLOUR_MID,
	    CC_ANCHOR_START, figure->page.x,
	    y + 1.1 * cc_type_size(figure, CC_TYPE_SUBTITLE),
	    cc_shorten(
		figure, line, CC_TYPE_SUBTITLE, false, figure->page.width));
}
