/* What the layout knows of its own work, gathered from its panels. */
#include "layout/parts.h"

#include <math.h>

static const char *const *
list_copy(struct cc_arena *arena, const GPtrArray *list, size_t *count)
{
	*count = list->len;
	return cc_arena_memdup(arena, list->pdata, list->len * sizeof(char *));
}

static void
add_labels(struct cc_label_use *sum, const struct cc_label_use *labels)
{
	sum->count += labels->count;
	sum->moved += labels->moved;
	sum->optimum += labels->optimum;
	sum->most = fmax(sum->most, labels->most);
}

/* Lists as long as all rows of the page. */
struct uses {
	struct cc_lane_use *lanes;
	struct cc_curve_use *curves;
};

static void
add_panel(struct cc_layout_report *report, const struct uses *uses,
    const struct cc_figure *panel)
{
	for (guint i = 0; i < panel->tracks->len; i++) {
		const struct cc_track *track = panel->tracks->pdata[i];
		if (track->dropped)
			continue;
		if (track->lanes.rows > 0)
			uses->lanes[report->lane_count++] = track->lanes;
		if (track->curve.height > 0)
			uses->curves[report->curve_count++] = track->curve;
		add_labels(&report->labels, &track->labels);
	}
}

static void
copy_losses(struct cc_layout_report *report, const struct cc_figure *panels,
    size_t count)
{
	size_t most = 0;
	for (size_t p = 0; p < count; p++)
		most += panels[p].loss_count;
	struct cc_lost_thing *lost =
	    cc_arena_new_array(panels->arena, struct cc_lost_thing, most);
	for (size_t p = 0; p < count; p++) {
		const struct cc_figure *panel = &panels[p];
		for (size_t i = 0; i < panel->loss_count; i++) {
			const struct cc_loss *loss = &panel->losses[i];
			lost[report->lost_count++] = (struct cc_lost_thing){
			    cc_lost_word(loss->what), cc_loss_name(panel, loss),
			    loss->fact ? loss->fact->pos : panel->course->pos};
		}
	}
	report->lost = lost;
}

void
cc_report_fill(struct cc_layout_report *report, const struct cc_figure *panels,
    size_t count, const GPtrArray *dropped, const GPtrArray *left_out)
{
	struct cc_arena *arena = panels->arena;
	size_t tracks = 0;
	for (size_t p = 0; p < count; p++)
		tracks += panels[p].tracks->len;
	const struct uses uses = {
	    cc_arena_new_array(arena, struct cc_lane_use, tracks),
	    cc_arena_new_array(arena, struct cc_curve_use, tracks)};
	*report = (struct cc_layout_report){
	    .lanes = uses.lanes, .curves = uses.curves};
	report->dropped = list_copy(arena, dropped, &report->dropped_count);
	report->left_out = list_copy(arena, left_out, &report->left_out_count);
	report->entries = cc_legend_shown(&panels[0]);
	copy_losses(report, panels, count);
	for (size_t p = 0; p < count; p++)
		add_panel(report, &uses, &panels[p]);
}
