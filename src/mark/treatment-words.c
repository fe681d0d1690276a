/* The words of a treatment's bar: which of them are said, inside or beside. */
#include "mark/treatment-row.h"

#include "layout/divide.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static void
say_intent(struct cc_figure *figure, const char *intent, struct cc_said *said)
{
	const struct cc_words_in *words = figure->words;
	const char *brief =
	    cc_name(words, CC_IN_INTENT, NULL, intent, CC_NAME_SHORT);
	said->full_intent =
	    cc_name(words, CC_IN_INTENT, NULL, intent, CC_NAME_FULL);
	said->full_width =
	    cc_width(figure, said->full_intent, CC_TYPE_BODY, false);
	if (strcmp(brief, said->full_intent) == 0)
		return;
	said->short_intent = brief;
	said->short_width = cc_width(figure, brief, CC_TYPE_BODY, false);
}

static void
say_cycles(struct cc_figure *figure, int cycles, struct cc_said *said)
{
	said->cycles = cc_arena_join(
	    figure->arena, "× ", cc_number_whole(figure->arena, cycles), NULL);
	said->cycles_width =
	    cc_width(figure, said->cycles, CC_TYPE_BODY, false);
	said->name =
	    cc_arena_join(figure->arena, said->code, " ", said->cycles, NULL);
}

/* Longer ones come first; NULL, or said already: nothing. */
static void
add_part(struct cc_figure *figure, const char *text, struct cc_said *said)
{
	size_t at = said->part_count;
	if (!text || (at > 0 && strcmp(said->part[at - 1], text) == 0))
		return;
	said->part[at] = text;
	said->part_width[at] = cc_width(figure, text, CC_TYPE_BODY, false);
	said->part_count++;
}

static void
say_parts(
    struct cc_figure *figure, const struct cc_treated *t, struct cc_said *said)
{
	const struct cc_words_in *words = figure->words;
	const struct cc_fact *fact = t->fact;
	const char *stop = cc_stop_text(words, &fact->stop);
	const char *brief = NULL, *dose = NULL;
	if (!t->in_rows) {
		const struct cc_doses doses =
		    cc_doses_of(figure->arena, fact, NULL);
		brief = cc_dose_words(figure, &doses);
		dose = cc_dosing_text(words, &fact->dosing, brief);
	}
	said->dosed = dose != NULL;
	said->stopped = stop != NULL;
	if (stop)
		add_part(figure,
		    cc_words_join(words, CC_MSG_CLAUSE_SEPARATOR,
			dose ? dose : said->full_intent, stop),
		    said);
	add_part(figure, dose, said);
	add_part(figure, dose || !stop ? brief : said->full_intent, said);
}

/* Of the names of all bars: theirs, or where height is dearest the body's. */
static enum cc_type_role
name_type(const struct cc_figure *figure)
{
	return cc_yielded(figure, CC_YIELD_BARS) ? CC_TYPE_BODY : CC_TYPE_BAR;
}

static void
say_treatment(struct cc_figure *figure, struct cc_treated *t)
{
	const struct cc_fact *fact = t->fact;
	struct cc_said *said = &t->said;
	const char *name = cc_drawn_name(
	    figure, fact, cc_fact_name(figure->words, fact, CC_NAME_SHORT));
	*said = (struct cc_said){.type = name_type(figure),
	    .code = name,
	    .name = name,
	    .cycles = ""};
	if (fact->cycles > 0)
		say_cycles(figure, fact->cycles, said);
	said->code_width = cc_width(figure, name, said->type, true);
	said->name_width = said->name == name
	                       ? said->code_width
	                       : cc_width(figure, said->name, said->type, true);
	if (fact->intent)
		say_intent(figure, fact->intent, said);
	say_parts(figure, t, said);
}

bool
cc_treatment_says_part(const struct cc_treated *t)
{
	for (size_t i = 0; i < t->said.part_count; i++)
		if (t->sub == t->said.part[i] && t->sub != t->said.full_intent)
			return true;
	return false;
}

/* As many words as may be said, before they are fitted. */
static void
say_all(struct cc_figure *figure, struct cc_treated *t)
{
	const struct cc_said *said = &t->said;
	if (!said->name || said->type != name_type(figure))
		say_treatment(figure, t);
	t->name = said->name;
	t->code = said->code;
	t->cycles = said->cycles;
	t->name_width = said->name_width;
	t->sub = "";
	t->sub_width = 0;
	t->folded = false;
	if (said->part_count > 0) {
		t->sub = said->part[0];
		t->sub_width = said->part_width[0];
	} else if (said->full_intent && !cc_yielded(figure, CC_YIELD_INTENTS)) {
		t->sub = said->full_intent;
		t->sub_width = said->full_width;
	}
}

/* "maint." stands where "maintenance" has no room in the bar. */
static void
shorten_intent(struct cc_figure *figure, struct cc_treated *t)
{
	const struct cc_said *said = &t->said;
	/* Long words have some air, where there are shorter ones. */
	double room = fmin(
	    t->item.inside, cc_bar_certain(&t->bar).width - 0.3 * figure->u);
	if (!said->short_intent || t->sub != said->full_intent ||
	    t->sub_width <= room || t->name_width > t->item.inside)
		return;
	if (said->short_width > t->item.inside)
		return;
	t->sub = said->short_intent;
	t->sub_width = said->short_width;
}

/* "1 g" stands where "1 g IV twice daily" has no room. */
static void
shorten_part(struct cc_treated *t, double room)
{
	const struct cc_said *said = &t->said;
	for (size_t i = 1; i < said->part_count; i++) {
		if (t->sub != said->part[i - 1] || t->sub_width <= room)
			continue;
		t->sub = said->part[i];
		t->sub_width = said->part_width[i];
	}
}

/* A narrow bar keeps its name: the count of cycles goes below it. */
static void
stack_cycles(struct cc_figure *figure, struct cc_treated *t, bool beside)
{
	/* The code may have been cut. */
	bool whole = t->code == t->said.code;
	double code = whole ? t->said.code_width
	                    : cc_width(figure, t->code, t->said.type, true);
	double cycles = t->said.cycles_width;
	if (t->cycles[0] == '\0' ||
	    (!beside && fmax(code, cycles) > t->item.inside))
		return;
	t->two_lines = true;
	t->name = t->code;
	t->name_width = code;
	t->sub = t->cycles;
	t->sub_width = cycles;
}

/* Room for words in the bar or on its better side; `before` a death. */
static double
words_room(const struct cc_lane_item *item, double pad, bool before)
{
	return fmax(item->inside, cc_room_beside(item, before) - 2 * pad);
}

/* What is longer than any place for it ends in an ellipsis; the count of cycles
 * stays, and the tooltip has it all. */
static void
shorten_words(
    struct cc_figure *figure, struct cc_treated *t, double room, double pad)
{
	const enum cc_type_role type = t->said.type;
	double gap = 0.4 * figure->u;
	if (t->name_width > room) {
		room = cc_cut_before(room, words_room(&t->item, pad, true));
		const char *after =
		    t->cycles[0] != '\0'
			? cc_arena_join(figure->arena, " ", t->cycles, NULL)
			: "";
		double left = room - cc_width(figure, after, type, true);
		const char *code =
		    cc_shorten(figure, t->code, type, true, left);
		/* Cycles of nothing are worth less than a part of the name. */
		if (strcmp(code, "…") == 0) {
			code = cc_shorten(figure, t->code, type, true, room);
			after = t->cycles = "";
		}
		t->code = code;
		t->name = cc_arena_join(figure->arena, t->code, after, NULL);
		t->name_width = cc_width(figure, t->name, type, true);
	}
	shorten_part(t, room - t->name_width - gap);
	if (t->sub[0] == '\0' || t->name_width + gap + t->sub_width <= room)
		return;
	/* A dose without its unit says nothing, and could be another; so could
	 * half a reason. */
	if (cc_treatment_says_part(t))
		t->sub = "";
	else
		t->sub = cc_shorten(figure, t->sub, CC_TYPE_BODY, false,
		    room - t->name_width - gap);
	if (strcmp(t->sub, "…") == 0)
		t->sub = "";
	t->sub_width = cc_width(figure, t->sub, CC_TYPE_BODY, false);
}

/* A name that is too long for a line of its own is on both, the count of cycles
 * behind it. */
static bool
fold_name(struct cc_figure *figure, struct cc_treated *t, double room)
{
	const enum cc_type_role type = t->said.type;
	struct cc_fold fold;
	if (t->name_width <= room ||
	    !cc_fold(figure, t->code, type, true, room, &fold))
		return false;
	const char *rest = t->cycles[0] != '\0'
	                       ? cc_arena_join(figure->arena, fold.line[1], " ",
				     t->cycles, NULL)
	                       : fold.line[1];
	double width = cc_width(figure, rest, type, true);
	if (width > room)
		return false;
	t->name = fold.line[0];
	t->name_width = cc_width(figure, t->name, type, true);
	t->sub = rest;
	t->sub_width = width;
	return true;
}

/* Where nothing else has room for the name it is in the bar, `whole` of it,
 * certain or not; rather there than behind a death. */
static bool
is_in_bar(const struct cc_treated *t, double room, double pad, double whole)
{
	if (t->name_width > room)
		return room < 0.6 * whole;
	return t->name_width > t->item.inside && t->name_width <= whole &&
	       t->name_width > words_room(&t->item, pad, true);
}

/* Where the bar lies, and its room inside: the certain part. */
static void
reach_of(const struct cc_figure *figure, struct cc_treated *t, double pad)
{
	struct cc_lane_item *item = &t->item;
	struct cc_box certain = cc_bar_certain(&t->bar);
	cc_row_sides(figure, t->fact, t->bar.reach.earliest_start, item);
	item->left = t->bar.reach.earliest_start;
	item->right = t->bar.reach.latest_end;
	if (t->bar.end == CC_BAR_TO_ARROW)
		item->right += CC_BAR_POINT * figure->u;
	if (t->bar.point) {
		double middle = t->bar.reach.middle;
		double r = CC_BAR_SIGN * figure->u;
		item->left = fmin(item->left, middle - r);
		item->right = fmax(item->right, middle + r);
	}
	/* A pale end is air enough beside the words, and letters stand off
	 * its edge by their bearings. */
	bool pale = certain.x - item->left > pad &&
	            item->right - cc_box_right(certain) > pad;
	item->inside = certain.width - (pale ? 0 : 2) * pad;
}

/* On one line, name and sub-name after each other [unit]. */
static double
line_width(const struct cc_figure *figure, const struct cc_treated *t)
{
	return t->sub[0] == '\0'
	           ? t->name_width
	           : t->name_width + 0.4 * figure->u + t->sub_width;
}

/* Words that do not fit as they are: the name alone, or its cycles below. */
static void
fit_less(struct cc_figure *figure, const struct cc_treatments *row,
    struct cc_treated *t)
{
	double inside = t->item.inside;
	if (t->name_width <= inside)
		shorten_part(t, inside - t->name_width - 0.4 * figure->u);
	if (t->name_width <= inside && line_width(figure, t) > inside)
		t->sub = "";
	if (!row->compact && !t->profile && t->name_width > inside)
		stack_cycles(figure, t, row->stacked);
	/* An intent may go for a lane less, and why it ended; a dose is a fact.
	 */
	if (row->bare && !t->two_lines)
		shorten_part(t, inside - t->name_width - 0.4 * figure->u);
	if (row->bare && !t->two_lines && !t->said.dosed &&
	    line_width(figure, t) > inside)
		t->sub = "";
}

void
cc_treatment_fit(struct cc_figure *figure, const struct cc_treatments *row,
    struct cc_treated *t)
{
	struct cc_lane_item *item = &t->item;
	double pad = 0.3 * figure->u;
	bool tall = !row->compact && !t->profile;
	say_all(figure, t);
	reach_of(figure, t, pad);
	if (tall) {
		shorten_intent(figure, t);
		shorten_part(t, item->inside);
	}
	t->two_lines = tall && t->sub[0] != '\0' &&
	               fmax(t->name_width, t->sub_width) <= item->inside;
	double whole = t->bar.reach.latest_end - item->left - 2 * pad;
	double room = words_room(item, pad, false);
	t->anywhere = is_in_bar(t, room, pad, whole);
	if (t->anywhere)
		item->inside = whole;
	t->folded = tall && !t->two_lines && !t->anywhere &&
	            (fold_name(figure, t, words_room(item, pad, true)) ||
			fold_name(figure, t, room));
	t->two_lines |= t->folded;
	t->cut = !t->two_lines && !t->anywhere && t->name_width > room;
	if (!t->two_lines)
		shorten_words(figure, t, fmax(room, item->inside), pad);
	if (!t->two_lines)
		fit_less(figure, row, t);
	item->words = t->two_lines ? fmax(t->name_width, t->sub_width)
	                           : line_width(figure, t);
	/* Air on both sides: the next bar may follow at once. */
	if (item->words > item->inside)
		item->words += 2 * pad;
}

/* The lower line goes on with the name, or tells more in the body's type. */
static enum cc_type_role
sub_type(const struct cc_treated *t)
{
	return t->folded ? t->said.type : CC_TYPE_BODY;
}

/* From the middle of a bar to that of its upper or lower line: slides have
 * names in larger type than the body, whose leading is u. */
static double
line_half(const struct cc_figure *figure, const struct cc_treated *t)
{
	return fmax(
	    0.5 * figure->u, 0.29 * (cc_type_size(figure, t->said.type) +
					cc_type_size(figure, sub_type(t))));
}

static void
write_name(struct cc_figure *figure, const struct cc_treated *t,
    enum cc_type_role type, cc_colour colour, enum cc_anchor anchor,
    struct cc_point at)
{
	cc_write_measured(
	    figure, type, true, colour, anchor, at, t->name, t->name_width);
}

static void
write_sub(struct cc_figure *figure, const struct cc_treated *t,
    cc_colour colour, enum cc_anchor anchor, struct cc_point at)
{
	cc_write_measured(figure, sub_type(t), t->folded, colour, anchor, at,
	    t->sub, t->sub_width);
}

static void
write_beside(struct cc_figure *figure, const struct cc_treated *t,
    enum cc_type_role type)
{
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	cc_colour mid = cc_ink(figure, CC_COLOUR_MID);
	double gap = 0.3 * figure->u;
	double y = t->bar.y + t->bar.height / 2;
	double x = t->item.side == CC_SIDE_LEFT ? t->item.from
	                                        : t->item.to - t->item.words;
	x += gap;
	if (t->two_lines) {
		bool left = t->item.side == CC_SIDE_LEFT;
		enum cc_anchor anchor = left ? CC_ANCHOR_END : CC_ANCHOR_START;
		double half = line_half(figure, t);
		if (left)
			x = t->item.left - gap;
		write_name(figure, t, type, ink, anchor,
		    (struct cc_point){x, cc_centre(figure, type, y - half)});
		write_sub(figure, t, t->folded ? ink : mid, anchor,
		    (struct cc_point){
			x, cc_centre(figure, sub_type(t), y + half)});
		return;
	}
	struct cc_point at = {x, cc_centre(figure, type, y)};
	write_name(figure, t, type, ink, CC_ANCHOR_START, at);
	at.x = at.x + t->name_width + 0.4 * figure->u;
	write_sub(figure, t, mid, CC_ANCHOR_START, at);
}

/* Words over parts of very different tone stand on the page's colour. */
static void
give_ground(struct cc_figure *figure, const struct cc_treated *t,
    enum cc_type_role type, double x, cc_colour *colour)
{
	struct cc_box certain = cc_bar_certain(&t->bar);
	double w = t->name_width;
	double h = 1.3 * cc_type_size(figure, type); /* of Chinese too */
	if (!t->two_lines && t->sub[0] != '\0')
		w += 0.4 * figure->u + t->sub_width;
	bool toned = certain.width > 0 || cc_bar_fades(&t->bar);
	bool parted = toned && (certain.width <= 0 || x - w / 2 < certain.x ||
				   x + w / 2 > cc_box_right(certain));
	if (!parted || t->two_lines)
		return;
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){x - w / 2 - 0.25 * figure->u,
		t->bar.y + (t->bar.height - h) / 2, w + 0.5 * figure->u, h},
	    0, cc_brush(t->bar.ground));
	*colour = cc_ink(figure, CC_COLOUR_INK);
}

static void
write_inside(struct cc_figure *figure, const struct cc_treated *t,
    enum cc_type_role type)
{
	struct cc_box certain = cc_bar_certain(&t->bar);
	double x = certain.x + certain.width / 2;
	double y = t->bar.y + t->bar.height / 2;
	cc_colour colour = t->swatch.text;
	if (t->anywhere) {
		x = (t->item.left + t->bar.reach.latest_end) / 2;
		colour = cc_bar_ink(figure, &t->bar);
		give_ground(figure, t, type, x, &colour);
	}
	if (t->two_lines) {
		double half = line_half(figure, t);
		write_name(figure, t, type, colour, CC_ANCHOR_MIDDLE,
		    (struct cc_point){x, cc_centre(figure, type, y - half)});
		write_sub(figure, t, colour, CC_ANCHOR_MIDDLE,
		    (struct cc_point){
			x, cc_centre(figure, sub_type(t), y + half)});
		return;
	}
	struct cc_point at = {x, cc_centre(figure, type, y)};
	if (t->sub[0] == '\0') {
		write_name(figure, t, type, colour, CC_ANCHOR_MIDDLE, at);
		return;
	}
	double gap = 0.4 * figure->u;
	at.x = x - (t->name_width + gap + t->sub_width) / 2;
	write_name(figure, t, type, colour, CC_ANCHOR_START, at);
	at.x = at.x + t->name_width + gap;
	write_sub(figure, t, colour, CC_ANCHOR_START, at);
}

void
cc_treatment_write(struct cc_figure *figure, const struct cc_treated *t)
{
	const enum cc_type_role type = t->said.type;
	/* Words ask for no entry of the legend. */
	if (figure->fore->muted)
		return;
	if (t->item.side == CC_SIDE_INSIDE)
		write_inside(figure, t, type);
	else if (t->item.side != CC_SIDE_NONE)
		write_beside(figure, t, type);
}
