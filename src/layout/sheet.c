/* Drawing a page: its panels, with what it has to spare, and the legend of what
 * they hold. */
#include "layout/sheet.h"

#include <math.h>

#define PANEL_GAP 0.8 /* between two panels [u] */

static double
legend_height(struct cc_sheet *sheet)
{
	struct cc_figure *first = &sheet->panels[0];
	return cc_legend_layout(
	    first, first->page.x, 0, first->page.width, false);
}

/* Below a line at y. */
static void
draw_legend(struct cc_sheet *sheet, double y)
{
	struct cc_figure *first = &sheet->panels[0];
	for (size_t p = 0; p < sheet->count; p++)
		cc_legend_gather(first, &sheet->panels[p]);
	cc_paint_group(
	    sheet->scene, (struct cc_group){.kind = CC_GROUP_LEGEND});
	cc_paint_line(sheet->scene, CC_ROLE_GRID,
	    (struct cc_point){first->page.x, y},
	    (struct cc_point){cc_box_right(first->page), y},
	    cc_pen(cc_ink(first, CC_COLOUR_HAIRLINE),
		first->size->stroke[CC_STROKE_HAIRLINE]));
	cc_legend_layout(
	    first, first->page.x, y + 0.3 * first->u, first->page.width, true);
	cc_paint_end(sheet->scene);
}

static void
merge_legends(struct cc_sheet *sheet)
{
	struct cc_figure *first = &sheet->panels[0];
	first->classes = (struct cc_class_list){0};
	first->shown_count = 0;
	cc_classes_gather(first, first);
	for (size_t p = 1; p < sheet->count; p++) {
		struct cc_figure *panel = &sheet->panels[p];
		cc_classes_gather(first, panel);
		first->legend |= panel->legend;
		first->grade = MAX(first->grade, panel->grade);
		first->legend_beside |= panel->legend_beside;
		for (guint i = 0; i < panel->abbreviations->len; i++)
			cc_abbreviation_take(
			    first, panel->abbreviations->pdata[i]);
	}
}

static void
clear_layer(struct cc_scene *layer, bool muted)
{
	cc_scene_clear(layer);
	layer->muted = muted;
}

/* Empty layers and panels. */
static void
clear_sheet(struct cc_sheet *sheet, bool draft)
{
	for (size_t p = 0; p < sheet->count; p++) {
		struct cc_figure *panel = &sheet->panels[p];
		panel->legend = panel->legend_beside = 0;
		panel->grade = 0;
		panel->losses = NULL;
		panel->loss_count = 0;
		panel->draft = draft;
		panel->tips = sheet->in->tips && !draft;
		g_ptr_array_set_size(panel->abbreviations, 0);
		panel->rule_count = panel->drop_count = 0;
		panel->written = (struct cc_clear){.arena = panel->arena};
	}
	clear_layer(&sheet->ground, draft);
	clear_layer(sheet->scene, draft);
}

double
cc_sheet_draw(struct cc_sheet *sheet, double spare, bool draft)
{
	struct cc_figure *first = &sheet->panels[0];
	double u = first->u;
	clear_sheet(sheet, draft);
	if (!draft)
		cc_header_draw(first);
	double y = first->page.y + sheet->header;
	for (size_t p = 0; p < sheet->count; p++) {
		y = cc_panel_draw(
		    &sheet->panels[p], y, spare / (double)sheet->count);
		if (p + 1 < sheet->count)
			y += PANEL_GAP * u;
	}
	merge_legends(sheet);
	/* Asked before its icons are drawn: they are drawn like marks and ask
	 * for entries of their own. */
	sheet->legend = legend_height(sheet);
	if (sheet->legend > 0) {
		if (!draft)
			draw_legend(sheet, y + 0.25 * u);
		y += 0.55 * u + sheet->legend;
	}
	/* The caption may stand nearer to the edge than the title. */
	return y + 0.5 * first->size->margin;
}

double
cc_sheet_printed(const struct cc_sheet *sheet, double height)
{
	return height * sheet->in->size->unit / 72 * 25.4;
}

double
cc_sheet_measure(struct cc_sheet *sheet)
{
	double height = sheet->header + PANEL_GAP * sheet->panels[0].u *
	                                    (double)(sheet->count - 1);
	for (size_t p = 0; p < sheet->count; p++)
		height += cc_panel_measure(&sheet->panels[p]);
	return height + 1.5 * sheet->in->size->margin;
}

/* Panels below each other start at one edge, strips end at one, too. */
static void
share_edges(struct cc_sheet *sheet)
{
	double left = 0, right = 0;
	for (size_t p = 0; p < sheet->count; p++) {
		const struct cc_figure *panel = &sheet->panels[p];
		left = fmax(left, panel->plot.x - panel->page.x);
		if (panel->window.kind == CC_WINDOW_STRIP)
			right = fmax(right, cc_box_right(panel->page) -
						cc_box_right(panel->plot));
	}
	for (size_t p = 0; p < sheet->count; p++) {
		struct cc_figure *panel = &sheet->panels[p];
		panel->least_left = left;
		if (panel->window.kind == CC_WINDOW_STRIP)
			panel->least_right = right;
		cc_columns_set(panel);
	}
}

/* What sums that do not come out even may differ by: no column moved [pt]. */
#define HAIR 1e-6

static bool
has_moved(struct cc_box was, struct cc_box now)
{
	return fabs(now.x - was.x) > HAIR || fabs(now.width - was.width) > HAIR;
}

bool
cc_sheet_settle(struct cc_sheet *sheet)
{
	bool moved = false;
	struct cc_box *was = cc_arena_new_array(
	    sheet->scene->arena, struct cc_box, sheet->count);
	for (size_t p = 0; p < sheet->count; p++) {
		struct cc_figure *panel = &sheet->panels[p];
		was[p] = panel->plot;
		panel->least_left = panel->least_right = 0;
		cc_panel_settle(panel);
	}
	if (sheet->count > 1)
		share_edges(sheet);
	for (size_t p = 0; p < sheet->count; p++)
		moved |= has_moved(was[p], sheet->panels[p].plot);
	return moved;
}

/* Hands out what the page has to spare, or may grow by; *spare is what is
 * taken. Higher rows hold more words, which the legend may have to explain:
 * then it takes its part. */
static double
draw_spread(struct cc_sheet *sheet, double *spare)
{
	double most = sheet->in->size->max_height + 0.01;
	for (;;) {
		cc_sheet_measure(sheet);
		double height = cc_sheet_draw(sheet, *spare, false);
		if (*spare == 0 || height <= most)
			return height;
		*spare = fmax(*spare - (height - most), 0);
	}
}

#define LEGEND_AMPLE 12 /* height of any usual one [u] */

bool
cc_sheet_draw_roomy(struct cc_sheet *sheet)
{
	const struct cc_size *size = sheet->in->size;
	double most = size->max_height;
	double spare = most - cc_sheet_measure(sheet);
	double left = spare - LEGEND_AMPLE * sheet->panels[0].u;
	bool roomy = !size->fixed_height;
	for (size_t p = 0; p < sheet->count; p++)
		roomy = roomy && cc_panel_wants(&sheet->panels[p]) *
					 (double)sheet->count <= left;
	if (roomy)
		sheet->height = cc_sheet_draw(sheet, spare, false);
	sheet->drawn = roomy && sheet->height <= most;
	return sheet->drawn;
}

#define BLANK_MOST 0.06 /* of a page of fixed height, at its foot */

/* Rows that want no more leave the rest of the page: above and below. */
static void
centre(struct cc_sheet *sheet, double height, double spare)
{
	const struct cc_size *size = sheet->in->size;
	double blank = size->max_height - height;
	if (!size->fixed_height || blank <= BLANK_MOST * size->max_height)
		return;
	for (size_t p = 0; p < sheet->count; p++)
		sheet->panels[p].page.y += blank / 2;
	cc_sheet_measure(sheet);
	cc_sheet_draw(sheet, spare, false);
}

/* Puts what lies behind a panel's rows there. */
static void
add_backdrop(struct cc_sheet *sheet, struct cc_figure *panel)
{
	struct cc_scene *backdrop = &sheet->backdrop;
	cc_scene_clear(backdrop);
	cc_paint_group(
	    backdrop, (struct cc_group){.kind = CC_GROUP_BACKDROP});
	cc_scene_insert(backdrop, backdrop->count, &sheet->ground,
	    panel->ground_first, panel->ground_count);
	cc_backdrop_grid(panel, backdrop);
	cc_paint_end(backdrop);
	cc_scene_insert(sheet->scene, panel->backdrop_at, backdrop, 0,
	    backdrop->count);
}

static void
compose(struct cc_sheet *sheet, double height)
{
	struct cc_scene *scene = sheet->scene;
	const struct cc_layout_input *in = sheet->in;
	scene->width = in->size->width;
	scene->height = in->size->fixed_height ? in->size->height : height;
	scene->unit = in->size->unit;
	scene->background = cc_theme_colour(in->theme, CC_COLOUR_PAGE);
	scene->lang = cc_arena_strdup(scene->arena, in->words->lang);
	scene->families =
	    cc_arena_strdup(scene->arena, cc_theme_families(in->theme));
	/* Only now, when all words have their place; the last panel first, so
	 * that the others keep theirs in the list. */
	for (size_t p = sheet->count; p-- > 0;)
		add_backdrop(sheet, &sheet->panels[p]);
	cc_scene_part_ids(scene);
}

void
cc_sheet_finish(struct cc_sheet *sheet)
{
	double spare = fmax(sheet->in->size->max_height - sheet->height, 0);
	double height =
	    sheet->drawn ? sheet->height : draw_spread(sheet, &spare);
	centre(sheet, height, spare);
	for (size_t p = 0; p < sheet->count; p++)
		cc_lose_rows(&sheet->panels[p]);
	cc_lose_cut_words(sheet->panels, sheet->count);
	compose(sheet, height);
}
