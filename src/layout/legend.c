/* Legend: the marks actually drawn, in the order of the table; then the
 * abbreviations that were drawn and are not obvious. */
#include "layout/draw.h"
#include "layout/parts.h"

#include <math.h>

/* The entries that are shown, in their order. */
struct entry_list {
	enum cc_legend id[CC_LEGEND_COUNT];
	double width[CC_LEGEND_COUNT]; /* of the icon and its words [unit] */
	size_t count;
};

#define ENTRY_GAP 1.3 /* [u] */

static void
list_entries(struct cc_figure *figure, struct entry_list *list)
{
	for (enum cc_legend id = 0; id < CC_LEGEND_COUNT; id++) {
		if (!cc_legend_shows(figure, id))
			continue;
		list->id[list->count] = id;
		list->width[list->count++] = cc_legend_width(figure, id);
	}
}

/* The first entry after the row that begins with the n-th. */
static size_t
row_end(const struct cc_figure *figure, const struct entry_list *list, size_t n,
    double width)
{
	double x = list->width[n++];
	while (n < list->count &&
	       x + ENTRY_GAP * figure->u + list->width[n] <= width)
		x += ENTRY_GAP * figure->u + list->width[n++];
	return n;
}

static size_t
count_rows(
    const struct cc_figure *figure, const struct entry_list *list, double width)
{
	size_t rows = 0;
	for (size_t n = 0; n < list->count; rows++)
		n = row_end(figure, list, n, width);
	return rows;
}

/* The least width that needs no more rows: all of them are about as long, and
 * none holds what is left over alone. */
static double
even_width(
    const struct cc_figure *figure, const struct entry_list *list, double width)
{
	size_t rows = count_rows(figure, list, width);
	double least = 0, most = width;
	for (size_t n = 0; n < list->count; n++)
		least = fmax(least, list->width[n]);
	while (rows > 1 && most - least > 0.5 * figure->u) {
		double middle = (least + most) / 2;
		if (count_rows(figure, list, middle) > rows)
			least = middle;
		else
			most = middle;
	}
	return most;
}

static double
entries_layout(
    struct cc_figure *figure, double x, double y, double width, bool draw)
{
	double u = figure->u;
	struct entry_list list = {.count = 0};
	list_entries(figure, &list);
	if (!draw)
		return 1.25 * u * (double)count_rows(figure, &list, width);
	width = even_width(figure, &list, width);
	double height = 0;
	for (size_t n = 0; n < list.count;) {
		size_t end = row_end(figure, &list, n, width);
		height += 1.25 * u;
		for (double at = x; n < end; n++) {
			cc_legend_draw(
			    figure, list.id[n], at, y + height - 0.6 * u);
			at += list.width[n] + ENTRY_GAP * u;
		}
	}
	return height;
}

/* Says what it stands for, once. */
static void
say_abbreviation(struct cc_figure *figure, struct cc_abbreviation *row)
{
	if (row->said)
		return;
	row->said = true;
	row->text = cc_abbreviation_text(
	    figure->words, row->scope, row->scheme, row->code);
	if (row->text)
		row->width = cc_width(figure, row->text, CC_TYPE_BODY, false);
}

/* Never breaks inside an entry. */
static double
caption_layout(
    struct cc_figure *figure, double x, double y, double width, bool draw)
{
	double u = figure->u, used = 0;
	const char *separator =
	    cc_say(figure->words, CC_MSG_ABBREVIATION_SEPARATOR);
	double between = cc_width(figure, separator, CC_TYPE_BODY, false);
	g_autoptr(GString) line = g_string_new(NULL);
	int lines = 0;
	for (guint i = 0; i < figure->abbreviations->len; i++) {
		struct cc_abbreviation *row = figure->abbreviations->pdata[i];
		say_abbreviation(figure, row);
		if (!row->text)
			continue;
		if (line->len > 0)
			g_string_append(line, separator);
		if (line->len > 0 && used + between + row->width > width) {
			lines++;
			if (draw)
				cc_write(figure, CC_TYPE_BODY, false,
				    CC_COLOUR_MID, CC_ANCHOR_START, x,
				    y + 1.1 * u * lines - 0.2 * u, line->str);
			g_string_truncate(line, 0);
		}
		used = row->width + (line->len > 0 ? used + between : 0);
		g_string_append(line, row->text);
	}
	if (line->len > 0) {
		lines++;
		if (draw)
			cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
			    CC_ANCHOR_START, x, y + 1.1 * u * lines - 0.2 * u,
			    cc_shorten(
				figure, line->str, CC_TYPE_BODY, false, width));
	}
	return 1.1 * u * lines;
}

static void
lose_caption(struct cc_figure *figure)
{
	for (guint i = 0; i < figure->abbreviations->len; i++) {
		struct cc_abbreviation *row = figure->abbreviations->pdata[i];
		say_abbreviation(figure, row);
		if (row->text)
			cc_lose_named(
			    figure, CC_LOST_ABBREVIATIONS, NULL, row->code);
	}
}

double
cc_legend_layout(
    struct cc_figure *figure, double x, double y, double width, bool draw)
{
	double height = entries_layout(figure, x, y, width, draw);
	if (!figure->size->part[CC_PART_CAPTION])
		return height;
	if (cc_pressed(figure, CC_PRESS_CAPTION)) {
		if (draw)
			lose_caption(figure);
		return height;
	}
	if (height > 0)
		height += 0.2 * figure->u;
	return height + caption_layout(figure, x, y + height, width, draw);
}
