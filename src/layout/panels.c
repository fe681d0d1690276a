/* The panels of a page: one for each <figure>, or for each strip of it, and
 * what is magnified below. */
#include "layout/sheet.h"

#include <string.h>

static void
add_panel(struct cc_sheet *sheet, const struct cc_figure_options *options,
    struct cc_window window)
{
	if (sheet->count == CC_PANELS_MOST)
		return;
	struct cc_figure *figure = &sheet->panels[sheet->count++];
	*figure = (struct cc_figure){.in = sheet->in,
	    .arena = sheet->scene->arena,
	    .diags = sheet->diags,
	    .reporting = sheet->report != NULL,
	    .options = options,
	    .window = window,
	    .ground = &sheet->ground,
	    .fore = sheet->scene};
	cc_panel_start(figure);
}

static void
add_strips(struct cc_sheet *sheet, const struct cc_figure_options *options,
    size_t strips)
{
	if (strips < 2) {
		add_panel(sheet, options, (struct cc_window){0});
		return;
	}
	for (size_t n = 0; n < strips; n++)
		add_panel(sheet, options,
		    (struct cc_window){
			.kind = CC_WINDOW_STRIP, .n = n, .count = strips});
}

static void
add_detail(struct cc_sheet *sheet, const struct cc_figure_options *options)
{
	const struct cc_layout_input *in = sheet->in;
	const struct cc_span *detail = &in->options.detail;
	if (!detail->dated)
		return;
	struct cc_window window = {.kind = CC_WINDOW_DETAIL,
	    .from = detail->earliest_start,
	    .to = detail->latest_end};
	window.title = cc_say_with(in->words, CC_MSG_DETAIL, "dates",
	    cc_date_text(in->words, detail), NULL);
	add_panel(sheet, options, window);
}

/* Strips of one course go on; only what is a panel by itself has a letter. */
static bool
is_panel(const struct cc_figure *figure)
{
	return figure->window.kind != CC_WINDOW_STRIP || figure->window.n == 0;
}

/* By them a text speaks of one of several. */
static void
letter_panels(struct cc_sheet *sheet)
{
	size_t count = 0;
	for (size_t p = 0; p < sheet->count; p++)
		count += is_panel(&sheet->panels[p]);
	char next = 'A';
	for (size_t p = 0; p < sheet->count && count > 1; p++)
		if (is_panel(&sheet->panels[p]))
			sheet->panels[p].window.letter = next++;
}

bool
cc_sheet_open(struct cc_sheet *sheet, size_t strips)
{
	const struct cc_case *course = sheet->in->course;
	const struct cc_figure_options *first = NULL;
	const char *wanted = sheet->in->options.figure;
	for (size_t i = 0; i < course->figure_count; i++) {
		const struct cc_figure_options *options = &course->figures[i];
		if (wanted && (!options->id || strcmp(options->id, wanted)))
			continue;
		if (!first)
			first = options;
		add_strips(sheet, options, strips);
	}
	if (sheet->count == 0 && !wanted)
		add_strips(sheet, NULL, strips);
	if (sheet->count == 0)
		return false;
	add_detail(sheet, first);
	letter_panels(sheet);
	sheet->panels[0].goes_on = cc_sheet_goes_on(sheet);
	sheet->header = cc_header_height(&sheet->panels[0]);
	return true;
}

void
cc_sheet_close(struct cc_sheet *sheet)
{
	for (size_t p = 0; p < sheet->count; p++)
		cc_panel_finish(&sheet->panels[p]);
	sheet->count = 0;
}
