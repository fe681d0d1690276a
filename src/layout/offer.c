/* What a row offers: itself as it is with so much given, at the present
 * columns. */
#include "base/number.h"
#include "layout/parts.h"

#include <math.h>

static struct cc_offer *
find_offer(
    const struct cc_figure *figure, const struct cc_track *track, size_t given)
{
	struct cc_offer *offer = track->offers;
	while (offer && (offer->given != given || offer->x != figure->plot.x ||
			    offer->width != figure->plot.width))
		offer = offer->before;
	return offer;
}

static struct cc_offer *
keep_offer(const struct cc_figure *figure, struct cc_track *track)
{
	struct cc_offer *kept = cc_arena_new(figure->arena, struct cc_offer);
	*kept = (struct cc_offer){.before = track->offers,
	    .x = figure->plot.x,
	    .width = figure->plot.width,
	    .given = track->given,
	    .drawn = track->given,
	    .height = track->height,
	    .fair = track->fair,
	    .most = track->most,
	    .tick_width = track->tick_width,
	    .first_tick = track->first_tick,
	    .part_width = track->part_width,
	    .right_width = track->right_width,
	    .name_lead = track->name_lead,
	    .own_lines = track->own_lines,
	    .name = track->name,
	    .sub = track->sub,
	    .own_sub = track->own_sub,
	    .column = track->column,
	    .left = track->left,
	    .left_count = track->left_count};
	track->offers = kept;
	return kept;
}

static void
recall_offer(struct cc_track *track, const struct cc_offer *offer)
{
	track->height = offer->height;
	track->fair = offer->fair;
	track->most = offer->most;
	track->tick_width = offer->tick_width;
	track->first_tick = offer->first_tick;
	track->part_width = offer->part_width;
	track->right_width = offer->right_width;
	track->name_lead = offer->name_lead;
	track->own_lines = offer->own_lines;
	track->name = offer->name;
	track->sub = offer->sub;
	track->own_sub = offer->own_sub;
	track->column = offer->column;
	track->left = offer->left;
	track->left_count = offer->left_count;
}

/* A row that is not all there says so below its name, where that takes no more
 * height: no other row shall go for it. */
static void
say_left(struct cc_figure *figure, struct cc_track *track)
{
	if (!figure->goes_on || track->left_count == 0 || track->sub)
		return;
	track->sub = cc_say_with(figure->words, CC_MSG_MORE_LATER, "n",
	    cc_number_whole(figure->arena, (int)track->left_count), NULL);
	if (cc_name_height(figure, track) > track->height)
		track->sub = NULL;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	figure->row = track;
	track->left = NULL;
	track->left_count = 0;
	track->mark->measure(figure, track);
	say_left(figure, track);
	figure->row = NULL;
	track->height = fmax(track->height, cc_name_height(figure, track));
	track->column = cc_column_wanted(figure, track);
}

/* To give more and be higher is no offer: the row is as with less. */
static void
give_less(struct cc_offer *offer, const struct cc_offer *less)
{
	struct cc_offer *before = offer->before;
	size_t given = offer->given;
	*offer = *less;
	offer->before = before;
	offer->given = given;
}

static struct cc_offer *
offer_with(struct cc_figure *figure, struct cc_track *track, size_t given)
{
	struct cc_offer *offer = find_offer(figure, track, given);
	if (offer)
		return offer;
	const struct cc_offer *less =
	    given > 0 ? offer_with(figure, track, given - 1) : NULL;
	track->given = given;
	measure(figure, track);
	offer = track->standing = keep_offer(figure, track);
	if (less && less->height < offer->height) {
		give_less(offer, less);
		track->standing = NULL;
	}
	return offer;
}

void
cc_offer_take(struct cc_figure *figure, struct cc_track *track)
{
	track->now = offer_with(figure, track, track->given);
	track->given = track->now->drawn;
	recall_offer(track, track->now);
}

/* A row, and its part of the backdrop, which bears no id. */
static struct cc_group
group_of(const struct cc_figure *figure, const struct cc_track *track)
{
	return (struct cc_group){.kind = CC_GROUP_ROW,
	    .title = cc_track_title(track),
	    .box = {figure->page.x, track->box.y, figure->page.width,
		track->box.height}};
}

static void
open_row(struct cc_figure *figure, const struct cc_track *track)
{
	struct cc_group group = group_of(figure, track);
	cc_paint_group(figure->ground, group);
	/* One in every language: rows that are left out count, too. */
	if (!figure->draft)
		group.id = cc_arena_join(figure->arena, "r",
		    cc_number_whole(figure->arena, track->number), NULL);
	cc_paint_group(figure->fore, group);
}

static void
close_row(struct cc_figure *figure)
{
	cc_paint_end(figure->fore);
	cc_paint_end(figure->ground);
}

/* Places and draws it, its mark's own data as they were at the measure that is
 * drawn. */
void
cc_offer_draw(struct cc_figure *figure, struct cc_track *track)
{
	const uint64_t others = figure->legend;
	if (track->standing != track->now) {
		double height = track->height;
		measure(figure, track);
		track->standing = track->now;
		track->height = height;
	}
	figure->row = track;
	figure->legend = 0;
	figure->ask_count = 0;
	figure->asks = NULL;
	if (track->mark->place)
		track->mark->place(figure, track);
	open_row(figure, track);
	/* Names ask for no entry of the legend. */
	if (track->mark->zone == CC_ZONE_PLOT && !figure->fore->muted)
		cc_name_draw(figure, track);
	track->mark->draw(figure, track);
	close_row(figure);
	track->legend = figure->legend;
	track->asks = figure->asks;
	track->ask_count = figure->ask_count;
	figure->legend |= others;
	figure->row = NULL;
}

/* Draws, without ink, and keeps what that asked for. */
static void
find_asked(struct cc_figure *figure, struct cc_track *track)
{
	GPtrArray *abbreviations = figure->abbreviations;
	const uint64_t legend = figure->legend;
	struct cc_offer *offer = track->now;
	g_autoptr(GPtrArray) own = g_ptr_array_new();
	figure->abbreviations = own;
	figure->legend = 0;
	cc_offer_draw(figure, track);
	offer->asked = true;
	offer->legend = figure->legend;
	offer->abbreviation_count = own->len;
	offer->abbreviations = cc_arena_memdup(
	    figure->arena, own->pdata, own->len * sizeof(own->pdata[0]));
	figure->abbreviations = abbreviations;
	figure->legend = legend;
}

void
cc_offer_ask(struct cc_figure *figure, struct cc_track *track)
{
	const struct cc_offer *offer = track->now;
	if (!offer->asked)
		find_asked(figure, track);
	figure->legend |= offer->legend;
	for (size_t i = 0; i < offer->abbreviation_count; i++)
		cc_abbreviation_take(figure, offer->abbreviations[i]);
}
