/* Where the patient was cared for: a thin strip above all rows. Home is an
 * outline, a ward is tinted, intensive care is dark and tints every row. */
#include "layout/bar.h"
#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>

#define STRIP 1.2      /* [u] */
#define PAD 0.3        /* between words and the edges of a stay [u] */
#define PAD_LEAST 0.12 /* of its shortest name */
#define TINT 0.07      /* of intensive care, in all rows */
/* Of all that is drawn: what covers less is a few events, and no strip. */
#define COVER_LEAST 0.05

static const enum cc_colour_role fills[] = {
    [CC_STAY_HOME] = CC_COLOUR_PAGE,
    [CC_STAY_WARD] = CC_COLOUR_HARM1,
    [CC_STAY_INTENSIVE] = CC_COLOUR_HARM4,
};

struct stay {
	const struct cc_stay *stay;
	struct cc_bar bar;
	const char *name; /* as it fits; NULL: it does not */
	double x;         /* of its middle [unit] */
	bool brief;       /* that is its short form */
	bool cut;         /* it is that of its code, not the author's */
	bool beside;      /* behind the stay, where x is the left edge */
};

struct strip {
	struct stay *all;
	size_t count;
};

static double
covered(const struct cc_figure *figure, const struct cc_stay *stay)
{
	struct cc_reach reach = cc_fact_reach(figure, stay->fact);
	return reach.latest_end - reach.earliest_start;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_stays *stays = &figure->follow->stays;
	struct strip *strip = cc_arena_new(figure->arena, struct strip);
	strip->all =
	    cc_arena_new_array(figure->arena, struct stay, stays->count);
	double width = 0;
	for (size_t i = 0; i < stays->count; i++) {
		if (!cc_figure_shows(figure, stays->item[i].fact))
			continue;
		width += covered(figure, &stays->item[i]);
		strip->all[strip->count++].stay = &stays->item[i];
	}
	if (strip->count == 0 || width < COVER_LEAST * figure->plot.width)
		return;
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, NULL, NULL, strip);
	for (size_t i = 0; i < strip->count; i++) {
		cc_figure_claim(figure, strip->all[i].stay->fact);
		cc_track_hold(figure, track, strip->all[i].stay->fact);
	}
	track->own_name = cc_say(figure->words, CC_MSG_PLACE_OF_CARE);
	track->rule = false;
	track->spare = CC_YIELD_EVENTS;
}

/* What another stay, drawn over it, leaves of a stay: the widest part. */
static struct cc_box
free_part(const struct strip *strip, size_t n)
{
	struct cc_box sure = cc_bar_certain(&strip->all[n].bar);
	struct cc_box best = sure;
	double left = sure.x, right = cc_box_right(sure);
	for (size_t i = n + 1; i < strip->count; i++) {
		const struct cc_reach *over = &strip->all[i].bar.reach;
		if (over->latest_end <= left || over->earliest_start >= right)
			continue;
		if (over->earliest_start - left >= right - over->latest_end)
			right = over->earliest_start;
		else
			left = over->latest_end;
	}
	best.x = left;
	best.width = fmax(right - left, 0);
	return best;
}

/* Where the next stay begins behind this one, or the plot ends. */
static double
room_behind(const struct cc_figure *figure, const struct strip *strip, size_t n)
{
	double end = strip->all[n].bar.reach.latest_end;
	double most = cc_box_right(figure->plot);
	for (size_t i = 0; i < strip->count; i++) {
		const struct cc_reach *other = &strip->all[i].bar.reach;
		if (i != n && other->latest_end > end)
			most = fmin(most, fmax(other->earliest_start, end));
	}
	return most - end;
}

/* Two that end on one day have one place for words. */
static bool
is_taken(const struct cc_figure *figure, const struct strip *strip, size_t n,
    double width)
{
	double left = strip->all[n].x;
	for (size_t i = 0; i < n; i++) {
		const struct stay *other = &strip->all[i];
		if (other->beside && other->name && other->x < left + width &&
		    other->x + cc_width(figure, other->name, CC_TYPE_BODY,
				   false) > left)
			return true;
	}
	return false;
}

/* What a stay may be called, the best first: the author's words for it at last
 * give way to what kind of place it was. */
enum form { FORM_FULL, FORM_SHORT, FORM_CODE, FORMS };

/* NULL: there is no such name. */
static const char *
name_in(struct cc_figure *figure, const struct cc_fact *fact, enum form form)
{
	const struct cc_words_in *in = figure->words;
	if (form == FORM_FULL)
		return cc_fact_name(in, fact, CC_NAME_FULL);
	if (form == FORM_SHORT)
		return cc_fact_name(in, fact, CC_NAME_SHORT);
	return fact->code && cc_text_in(in, &fact->labels)
	           ? cc_name(in, CC_IN_EVENT, NULL, fact->code, CC_NAME_SHORT)
	           : NULL;
}

static void
place_name(struct cc_figure *figure, struct strip *strip, size_t n)
{
	struct stay *stay = &strip->all[n];
	const struct cc_fact *fact = stay->stay->fact;
	struct cc_box part = free_part(strip, n);
	bool bold = stay->stay->place == CC_STAY_INTENSIVE;
	stay->beside = false;
	stay->x = part.x + part.width / 2;
	for (enum form form = 0; form < FORMS; form++) {
		const char *name = name_in(figure, fact, form);
		if (!name)
			continue;
		stay->brief = form > FORM_FULL;
		stay->cut = form == FORM_CODE;
		stay->name = cc_drawn_name(figure, fact, name);
		double pad = 2 * (stay->brief ? PAD_LEAST : PAD) * figure->u;
		if (cc_width(figure, stay->name, CC_TYPE_BODY, bold) + pad <=
		    part.width)
			return;
	}
	double pad = 2 * PAD * figure->u;
	stay->beside = true;
	stay->name =
	    cc_drawn_name(figure, fact, name_in(figure, fact, FORM_SHORT));
	stay->x = stay->bar.reach.latest_end + pad / 2;
	double width = cc_width(figure, stay->name, CC_TYPE_BODY, false) + pad;
	if (width > room_behind(figure, strip, n) ||
	    is_taken(figure, strip, n, width))
		stay->name = NULL;
	stay->cut = false;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct strip *strip = track->data;
	for (size_t i = 0; i < strip->count; i++)
		cc_bar_shape(figure, strip->all[i].stay->fact, NULL,
		    &strip->all[i].bar);
	for (size_t i = 0; i < strip->count; i++)
		place_name(figure, strip, i);
	track->part_width =
	    cc_width(figure, track->own_name, CC_TYPE_BODY, false);
	track->height = STRIP * figure->u;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct strip *strip = track->data;
	for (size_t i = 0; i < strip->count; i++) {
		struct cc_bar *bar = &strip->all[i].bar;
		bar->y = track->box.y;
		bar->height = track->box.height;
		bar->fill = cc_ink(figure, fills[strip->all[i].stay->place]);
		bar->ground = cc_ink(figure, CC_COLOUR_PAGE);
		bar->outline = strip->all[i].stay->place == CC_STAY_HOME;
		if (bar->outline)
			bar->edge = cc_theme_edge(figure->theme, bar->fill);
	}
}

/* Through all rows, as far as it is sure. */
static void
draw_tint(struct cc_figure *figure, const struct cc_bar *bar)
{
	struct cc_box sure = cc_bar_certain(bar);
	sure.y = figure->plot.y;
	sure.height = figure->plot.height;
	if (sure.width > 0)
		cc_paint_rect(figure->ground, CC_ROLE_BAND, sure, 0,
		    cc_brush(cc_colour_mix(bar->fill, bar->ground, TINT)));
}

static void
draw_stay(struct cc_figure *figure, const struct cc_track *track,
    const struct stay *stay)
{
	bool intensive = stay->stay->place == CC_STAY_INTENSIVE;
	double y = cc_centre(figure, CC_TYPE_BODY,
	    track->box.y + track->box.height / 2);
	cc_open_fact(figure, stay->stay->fact, NULL);
	cc_draw_bar(figure, &stay->bar);
	if (intensive)
		draw_tint(figure, &stay->bar);
	if (!stay->name || stay->cut)
		cc_lose(figure, CC_LOST_WORDS, stay->stay->fact);
	else if (stay->brief)
		cc_figure_abbreviation_of(
		    figure, CC_IN_EVENT, stay->stay->fact);
	else
		cc_figure_word_of(figure, CC_IN_EVENT, stay->stay->fact);
	if (stay->name)
		cc_write_in(figure, CC_TYPE_BODY, intensive && !stay->beside,
		    stay->beside ? cc_ink(figure, CC_COLOUR_INK)
				 : cc_ink_on(figure, stay->bar.fill,
				       stay->bar.fill),
		    stay->beside ? CC_ANCHOR_START : CC_ANCHOR_MIDDLE, stay->x,
		    y, stay->name);
	cc_paint_end(figure->fore);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	const struct strip *strip = track->data;
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    figure->page.x,
	    cc_centre(figure, CC_TYPE_BODY,
		track->box.y + track->box.height / 2),
	    track->own_name);
	for (size_t i = 0; i < strip->count; i++)
		draw_stay(figure, track, &strip->all[i]);
}

const struct cc_mark cc_mark_care = {
    .name = "care",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
