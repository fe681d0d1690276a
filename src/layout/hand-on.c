/* Rows that a page has no room for go on to the next one. Of several pages each
 * has at least one row of its own (layout/fit.c), so that they come to an end.
 */
#include "layout/sheet.h"

bool
cc_sheet_hands_on(const struct cc_sheet *sheet)
{
	return sheet->goes_on && sheet->count == 1;
}

static bool
can_go_on(const struct cc_track *track)
{
	return track->dropped && track->mark->zone != CC_ZONE_HEAD;
}

void
cc_sheet_hand_on(struct cc_sheet *sheet, GArray *rest)
{
	const GPtrArray *tracks = sheet->panels[0].tracks;
	if (!cc_sheet_hands_on(sheet))
		return;
	for (guint i = 0; i < tracks->len; i++) {
		struct cc_track *track = tracks->pdata[i];
		track->handed = can_go_on(track);
		if (track->handed && !track->elsewhere)
			g_array_append_val(rest, track->number);
	}
}
