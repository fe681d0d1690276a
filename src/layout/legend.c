/* Legend: the marks actually drawn, in the order of the table; then the
 * abbreviations that were drawn and are not obvious. */
#include "layout/draw.h"
#include "layout/parts.h"

#include <math.h>

/* What is shown: a class of treatments, or a sign. */
struct item {
	const struct cc_class_entry *swatch; /* NULL: a sign */
	enum cc_legend id;
	double width;            /* of the icon and its words [unit] */
	const char *const *rows; /* see cc_group; once it is drawn */
};

struct entry_list {
	struct item *item; /* in their order */
	size_t count;
};

#define ENTRY_GAP 1.3 /* [u] */

/* One colour stands for all: it says nothing. */
#define CLASSES_LEAST 2

static bool
shows_classes(const struct cc_figure *figure)
{
	return figure->size->part[CC_PART_LEGEND] &&
	       figure->classes.count >= CLASSES_LEAST &&
	       !cc_page_yielded(figure, CC_YIELD_CLASSES);
}

static void
list_entries(struct cc_figure *figure, struct entry_list *list)
{
	const struct cc_class_list *classes = &figure->classes;
	list->item = cc_arena_new_array(
	    figure->arena, struct item, classes->count + CC_LEGEND_COUNT);
	for (size_t i = 0; i < classes->count && shows_classes(figure); i++)
		list->item[list->count++] =
		    (struct item){.swatch = &classes->item[i],
			.width = classes->item[i].width};
	for (enum cc_legend id = 0; id < CC_LEGEND_COUNT; id++)
		if (cc_legend_shows(figure, id))
			list->item[list->count++] = (struct item){
			    .id = id, .width = cc_legend_width(figure, id)};
}

/* All of them before the first is drawn: icons are drawn like marks and ask
 * for entries of their own. */
static void
find_rows(const struct cc_figure *figure, struct entry_list *list)
{
	for (size_t n = 0; n < list->count; n++) {
		struct item *item = &list->item[n];
		item->rows = item->swatch ? cc_class_rows(figure, item->swatch)
		                          : cc_legend_rows(figure,
						cc_legend_bits(item->id));
	}
}

static void
draw_entry(
    struct cc_figure *figure, const struct item *item, double x, double y)
{
	cc_paint_group(figure->fore,
	    (struct cc_group){.kind = CC_GROUP_ENTRY, .rows = item->rows});
	if (item->swatch)
		cc_class_draw(figure, item->swatch, x, y);
	else
		cc_legend_draw(figure, item->id, x, y);
	cc_paint_end(figure->fore);
}

/* The first entry after the row that begins with the n-th. */
static size_t
row_end(const struct cc_figure *figure, const struct entry_list *list, size_t n,
    double width)
{
	double x = list->item[n++].width;
	while (n < list->count &&
	       x + ENTRY_GAP * figure->u + list->item[n].width <= width)
		x += ENTRY_GAP * figure->u + list->item[n++].width;
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
		least = fmax(least, list->item[n].width);
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
	find_rows(figure, &list);
	double height = 0;
	for (size_t n = 0; n < list.count;) {
		size_t end = row_end(figure, &list, n, width);
		height += 1.25 * u;
		for (double at = x; n < end; n++) {
			draw_entry(
			    figure, &list.item[n], at, y + height - 0.6 * u);
			at += list.item[n].width + ENTRY_GAP * u;
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

/* The next one that is said, from the i-th on; the count of them: none. */
static guint
next_said(struct cc_figure *figure, guint i)
{
	for (; i < figure->abbreviations->len; i++) {
		struct cc_abbreviation *row = figure->abbreviations->pdata[i];
		say_abbreviation(figure, row);
		if (row->text)
			break;
	}
	return i;
}

static void
draw_definition(struct cc_figure *figure, const struct cc_abbreviation *row,
    const char *separator, struct cc_point at, double room)
{
	const char *text =
	    cc_arena_join(figure->arena, row->text, separator, NULL);
	cc_paint_group(
	    figure->fore, (struct cc_group){.kind = CC_GROUP_ENTRY,
			      .rows = cc_abbreviation_rows(figure, row)});
	if (row->width > room)
		text = cc_shorten(figure, text, CC_TYPE_BODY, false, room);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    at.x, at.y, text);
	cc_paint_end(figure->fore);
}

/* Never breaks inside an entry. */
static double
caption_layout(
    struct cc_figure *figure, double x, double y, double width, bool draw)
{
	double u = figure->u, used = INFINITY;
	const char *separator =
	    cc_say(figure->words, CC_MSG_ABBREVIATION_SEPARATOR);
	double between = cc_width(figure, separator, CC_TYPE_BODY, false);
	guint count = figure->abbreviations->len;
	int lines = 0;
	for (guint i = next_said(figure, 0), next; i < count; i = next) {
		const struct cc_abbreviation *row =
		    figure->abbreviations->pdata[i];
		next = next_said(figure, i + 1);
		if (used + row->width > width) {
			lines++;
			used = 0;
		}
		if (draw)
			draw_definition(figure, row,
			    next < count ? separator : NULL,
			    (struct cc_point){
				x + used, y + 1.1 * u * lines - 0.2 * u},
			    width);
		used += row->width + between;
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

static void
lose_classes(struct cc_figure *figure)
{
	const struct cc_class_list *classes = &figure->classes;
	for (size_t i = 0; i < classes->count; i++)
		cc_lose_named(
		    figure, CC_LOST_CLASSES, NULL, classes->item[i].text);
}

double
cc_legend_layout(
    struct cc_figure *figure, double x, double y, double width, bool draw)
{
	double height = entries_layout(figure, x, y, width, draw);
	if (draw && figure->classes.count >= CLASSES_LEAST &&
	    cc_page_yielded(figure, CC_YIELD_CLASSES))
		lose_classes(figure);
	if (!figure->size->part[CC_PART_CAPTION])
		return height;
	if (cc_page_yielded(figure, CC_YIELD_CAPTION)) {
		if (draw)
			lose_caption(figure);
		return height;
	}
	if (height > 0)
		height += 0.2 * figure->u;
	return height + caption_layout(figure, x, y + height, width, draw);
}
