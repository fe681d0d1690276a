/* What a page has no room for goes on to the next one: rows, and facts of a row
 * that shows others. Of several pages each has at least one row of its own
 * (layout/fit.c), and a row at least one fact, so that they come to an end: a
 * page of a strip alone that has no room for it hands nothing on. */
#include "layout/sheet.h"

bool
cc_sheet_hands_on(const struct cc_sheet *sheet)
{
	return sheet->goes_on && sheet->count == 1;
}

/* What is left of rows takes no more pages than this, and none where a course
 * has more facts. */
#define PAGES_MOST 24
#define FACTS_MOST 1000

bool
cc_sheet_goes_on(const struct cc_sheet *sheet)
{
	return cc_sheet_hands_on(sheet) &&
	       sheet->in->options.share.page < PAGES_MOST &&
	       sheet->in->course->fact_count <= FACTS_MOST;
}

static bool
shows_own(const struct cc_figure *figure)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->elsewhere && !track->dropped)
			return true;
	}
	return false;
}

static bool
can_go_on(const struct cc_figure *figure, const struct cc_track *track)
{
	return track->dropped || figure->goes_on;
}

static void
leave(GArray *rest, const struct cc_track *track, const struct cc_fact *fact)
{
	const struct cc_layout_left left = {track->number, fact};
	g_array_append_val(rest, left);
}

static void
leave_facts(GArray *rest, const struct cc_track *track,
    const struct cc_fact *const *facts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		leave(rest, track, facts[i]);
}

static void
leave_of(GArray *rest, const struct cc_track *track)
{
	if (!track->dropped)
		leave_facts(rest, track, track->left, track->left_count);
	else if (track->continued)
		leave_facts(rest, track, track->facts, track->fact_count);
	else
		leave(rest, track, NULL);
}

void
cc_sheet_hand_on(struct cc_sheet *sheet, GArray *rest)
{
	const GPtrArray *tracks = sheet->panels[0].tracks;
	if (!cc_sheet_hands_on(sheet) || !shows_own(&sheet->panels[0]))
		return;
	for (guint i = 0; i < tracks->len; i++) {
		struct cc_track *track = tracks->pdata[i];
		track->handed = can_go_on(&sheet->panels[0], track);
		if (track->handed && !track->elsewhere)
			leave_of(rest, track);
	}
}
