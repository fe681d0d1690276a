/* The words of a drug's row. Where doses are drawn as height each is said at
 * its piece: the first with its unit inside, later ones inside where the piece
 * is high, above it where it is low, the last behind the bar. Where the first
 * has no room for that, all are one text: in the bar, behind it, before it. */
#include "layout/divide.h"
#include "mark/drug-row.h"
#include "place/air.h"

#include "base/number.h"
#include "words/prose.h"

#include <math.h>
#include <string.h>

/* Of the full bar: a piece is high enough for words in it, or low enough for
 * some above it. */
#define INSIDE_LEAST 0.94
#define ABOVE_MOST 0.4

#define PAD 0.3  /* between words and the edge of a piece [u] */
#define GAP 0.35 /* between a bar and words beside it [u] */

/* The row around a course, along x. */
struct room {
	double least, most; /* free of other bars, and of their words */
	double left, right; /* words beside the bar keep between these */
};

static double
width_of(const struct cc_figure *figure, const char *text)
{
	return cc_width(figure, text, CC_TYPE_BODY, false);
}

static double
right_edge(const struct cc_figure *figure, const struct cc_given *given)
{
	const struct cc_bar *bar = &given->bar;
	double end = bar->reach.latest_end;
	if (bar->point)
		end = fmax(end, bar->reach.middle + CC_BAR_SIGN * figure->u);
	return bar->end == CC_BAR_TO_ARROW ? end + CC_BAR_POINT * figure->u
	                                   : end;
}

static void
put(struct cc_given *given, const char *text, double x,
    enum cc_label_place place, double share)
{
	given->label[given->label_count++] =
	    (struct cc_dose_label){text, x, place, share};
}

static double
height_at(const struct cc_dose_stretch *piece, double x)
{
	double width = piece->right - piece->left;
	double along = width > 0 ? (x - piece->left) / width : 0;
	return piece->share_left +
	       along * (piece->share_right - piece->share_left);
}

/* Of a letter of Chinese, with the air that it needs above and below [its
 * size]. */
#define CHINESE_HIGH 1.05

/* Digits are lower than any bar that has words in it; Chinese is not. */
static bool
is_low_enough(const struct cc_figure *figure, const struct cc_given *given,
    const char *text, double share)
{
	const double high = share * given->scale->full;
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		if (g_unichar_iswide(g_utf8_get_char(p)))
			return high >= CHINESE_HIGH *
			                   cc_type_size(figure, CC_TYPE_BODY);
	return true;
}

/* Words at the start of a piece, inside or above it; false: no room. */
static bool
put_at(struct cc_figure *figure, struct cc_given *given, const char *text,
    const struct cc_dose_stretch *piece, const struct room *room, double *taken)
{
	const struct cc_box tone = cc_bar_certain(&given->bar);
	double pad = PAD * figure->u;
	double left =
	    fmax(fmax(piece->left, tone.x) + pad, fmax(*taken, room->least));
	double right = left + width_of(figure, text);
	double most = fmin(fmin(piece->right, cc_box_right(tone)), room->most);
	if (right > most - pad)
		return false;
	double low = fmin(height_at(piece, left), height_at(piece, right));
	double high = fmax(height_at(piece, left), height_at(piece, right));
	if (low >= INSIDE_LEAST && is_low_enough(figure, given, text, low))
		put(given, text, left, CC_LABEL_INSIDE, low);
	else if (high <= ABOVE_MOST && *taken > 0)
		put(given, text, left, CC_LABEL_ABOVE, high);
	else
		return false;
	*taken = right + GAP * figure->u;
	return true;
}

static bool
put_behind(struct cc_figure *figure, struct cc_given *given, const char *text,
    const struct room *room)
{
	double x = right_edge(figure, given) + GAP * figure->u;
	/* One within an earlier one has no room behind it. */
	if (!text || x < room->least + GAP / 2 * figure->u ||
	    x + width_of(figure, text) > fmin(room->most, room->right))
		return false;
	put(given, text, x, CC_LABEL_BESIDE, 1);
	return true;
}

static bool
put_before(struct cc_figure *figure, struct cc_given *given, const char *text,
    const struct room *room)
{
	if (!text)
		return false;
	double x = given->bar.reach.earliest_start - GAP * figure->u -
	           width_of(figure, text);
	if (given->bar.start == CC_BAR_FROM_POINT)
		x -= CC_BAR_POINT * figure->u;
	if (x < fmax(room->least + GAP / 2 * figure->u, room->left))
		return false;
	put(given, text, x, CC_LABEL_BESIDE, 1);
	return true;
}

/* Of a dose, with the signs of the time from which it was given. */
static const char *
number_text(struct cc_figure *figure, const struct cc_dose *dose, double number)
{
	return cc_marked_doubt(
	    figure, cc_number_text(figure->words, number, 4), &dose->when.span);
}

/* The numbers after the first. What the last of them is, is always said: where
 * its piece has no room, behind the bar. */
static bool
put_later(struct cc_figure *figure, struct cc_given *given,
    const struct cc_dose_stretch *pieces, const struct room *room, double taken)
{
	const struct cc_doses *doses = &given->doses;
	const struct cc_dose *from = &doses->all[0];
	double said = from->is.number, last = said;
	for (size_t i = 1; i < doses->count; i++) {
		double number = doses->all[i].is.number;
		if (cc_dose_is_stop(doses, i) || number == 0)
			continue;
		last = number;
		from = &doses->all[i];
		if (number != said &&
		    put_at(figure, given, number_text(figure, from, number),
			&pieces[i], room, &taken))
			said = number;
	}
	double end = doses->all[doses->count - 1].to;
	if (!isnan(end))
		last = end;
	return last == said ||
	       put_behind(figure, given, number_text(figure, from, last), room);
}

static const char *
signed_text(
    struct cc_figure *figure, const struct cc_given *given, const char *text)
{
	return cc_marked_doubt(figure, text, &given->fact->when.span);
}

/* Each dose at its piece; false, and nothing is put, where there is no room. */
static bool
put_doses(
    struct cc_figure *figure, struct cc_given *given, const struct room *room)
{
	const struct cc_doses *doses = &given->doses;
	const struct cc_dose *first = &doses->all[0];
	if (!given->profile || first->is.number == 0)
		return false;
	const struct cc_dose_stretch *pieces =
	    cc_dose_pieces(figure, doses, &given->bar, given->scale);
	const char *brief = cc_dose_amount_text(
	    figure->words, &first->is, NULL, cc_doses_unit(doses, 0));
	const char *full = cc_dosing_text(figure->words, given->dosing, brief);
	double taken = 0;
	if ((put_at(figure, given, signed_text(figure, given, full), &pieces[0],
		 room, &taken) ||
		put_at(figure, given, signed_text(figure, given, brief),
		    &pieces[0], room, &taken)) &&
	    put_later(figure, given, pieces, room, taken))
		return true;
	given->label_count = 0;
	return false;
}

/* All of it as one text inside the first of the pieces from `from` to `to`
 * with room for it; a bar of one height is one piece. */
static bool
put_inside(struct cc_figure *figure, struct cc_given *given, const char *text,
    const struct room *room, size_t from, size_t to)
{
	struct cc_box sure = cc_bar_certain(&given->bar);
	const struct cc_dose_stretch whole = {sure.x, cc_box_right(sure), 1, 1};
	const struct cc_dose_stretch *pieces = &whole;
	double taken = 0;
	if (!text || given->bar.point)
		return false;
	if (given->profile)
		pieces = cc_dose_pieces(
		    figure, &given->doses, &given->bar, given->scale);
	for (size_t i = from; i < to; i++)
		if (put_at(figure, given, text, &pieces[i], room, &taken))
			return true;
	return false;
}

static bool
put_text(struct cc_figure *figure, struct cc_given *given, const char *text,
    const struct room *room)
{
	size_t pieces = given->profile ? given->doses.count : 1;
	return put_inside(figure, given, text, room, 0, 1) ||
	       put_behind(figure, given, text, room) ||
	       put_before(figure, given, text, room) ||
	       put_inside(figure, given, text, room, 1, pieces);
}

static const char *
with_cycles(
    struct cc_figure *figure, const struct cc_fact *fact, const char *text)
{
	if (fact->cycles == 0 || fact->drug_count > 0)
		return text;
	const char *cycles = cc_arena_join(figure->arena, "× ",
	    cc_number_whole(figure->arena, fact->cycles), NULL);
	return text ? cc_arena_join(figure->arena, text, " ", cycles, NULL)
	            : cycles;
}

/* Doses, else why it departs from its regimen, else what it is for. */
static const char *
main_words(struct cc_figure *figure, const struct cc_given *given)
{
	const struct cc_fact *fact = given->fact;
	const struct cc_words_in *in = figure->words;
	const char *words = NULL;
	if (given->dosing)
		words = cc_dosing_text(
		    in, given->dosing, cc_dose_words(figure, &given->doses));
	if (!words)
		words = given->note;
	if (!words && fact->intent && fact->line == CC_NO_LINE)
		words =
		    cc_name(in, CC_IN_INTENT, NULL, fact->intent, CC_NAME_FULL);
	return signed_text(figure, given, with_cycles(figure, fact, words));
}

/* Why it ended. */
static const char *
stop_words(struct cc_figure *figure, const struct cc_given *given)
{
	return given->stop ? cc_stop_text(figure->words, given->stop) : NULL;
}

const char *
cc_given_words(struct cc_figure *figure, const struct cc_given *given)
{
	return cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR,
	    main_words(figure, given), stop_words(figure, given));
}

/* Why it began, between what was given and why it ended: only where there is
 * room, for who reads the tooltip or the text has it anyway. */
static bool
put_because(
    struct cc_figure *figure, struct cc_given *given, const struct room *room)
{
	const char *because =
	    given->because ? cc_because_text(figure->words, given->because)
			   : NULL;
	const char *words;
	if (!because || given->profile)
		return false;
	words = cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR,
	    cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR,
		main_words(figure, given), because),
	    stop_words(figure, given));
	return put_text(figure, given, words, room);
}

/* Each dose at its piece, or all of it as one text. */
static bool
put_whole(
    struct cc_figure *figure, struct cc_given *given, const struct room *room)
{
	bool stops = stop_words(figure, given) != NULL;
	return (!stops && put_doses(figure, given, room)) ||
	       put_text(figure, given, given->words, room);
}

/* Without why it ended. */
static bool
put_main(
    struct cc_figure *figure, struct cc_given *given, const struct room *room)
{
	return put_doses(figure, given, room) ||
	       put_text(figure, given, main_words(figure, given), room);
}

/* The dose alone. */
static bool
put_brief(
    struct cc_figure *figure, struct cc_given *given, const struct room *room)
{
	return given->dosing && put_text(figure, given,
				    signed_text(figure, given,
					cc_dose_words(figure, &given->doses)),
				    room);
}

/* The rooms that words may have, the best first: on the side of the lines
 * beside it on which a course is, across those of the living, across that of
 * the death. */
#define ROOMS 3
struct rooms {
	struct room all[ROOMS];
	size_t count;
};

static struct rooms
rooms_of(const struct cc_figure *figure, const struct cc_given *given,
    const struct cc_divides *divides, const struct room *room)
{
	double from = given->bar.reach.earliest_start;
	double air = CC_AIR_CUT * figure->u;
	double over = cc_words_over(figure, given->fact, from);
	struct room side = *room, before = *room;
	cc_divides_side(
	    divides, from, right_edge(figure, given), &side.left, &side.right);
	side.left += air;
	side.right = fmin(side.right - air, over);
	before.right = over;
	if (isinf(over))
		return (struct rooms){{side, *room}, 2};
	return (struct rooms){{side, before, *room}, ROOMS};
}

static bool
put_in_any(struct cc_figure *figure, struct cc_given *given,
    bool (*put_them)(
	struct cc_figure *, struct cc_given *, const struct room *),
    const struct rooms *rooms)
{
	for (size_t i = 0; i < rooms->count; i++)
		if (put_them(figure, given, &rooms->all[i]))
			return true;
	return false;
}

/* All that is said, or less of it; rather across a line than less. */
static void
put_words(
    struct cc_figure *figure, struct cc_given *given, const struct rooms *rooms)
{
	given->words = cc_given_words(figure, given);
	given->unstopped = false;
	if (put_because(figure, given, &rooms->all[0]) ||
	    put_in_any(figure, given, put_whole, rooms))
		return;
	given->unstopped = stop_words(figure, given) != NULL;
	if (!put_in_any(figure, given, put_main, rooms))
		put_in_any(figure, given, put_brief, rooms);
}

/* Where the words of a course end, or it itself. */
static double
end_of(const struct cc_figure *figure, const struct cc_given *given)
{
	double end = right_edge(figure, given);
	for (size_t i = 0; i < given->label_count; i++)
		end = fmax(end, given->label[i].x + GAP * figure->u +
				    width_of(figure, given->label[i].text));
	return end;
}

/* As they stand: a bar whose start nobody stated begins near its end. */
static int
by_left(const void *left, const void *right)
{
	const struct cc_given *a = left, *b = right;
	double x = a->bar.reach.earliest_start, y = b->bar.reach.earliest_start;
	if (x != y)
		return x < y ? -1 : 1;
	return a->fact->index < b->fact->index ? -1 : 1;
}

void
cc_drug_label(struct cc_figure *figure, struct cc_drug_row *row)
{
	const struct cc_divides divides = cc_divides_find(figure);
	double taken = figure->plot.x;
	qsort(row->all, row->count, sizeof(row->all[0]), by_left);
	for (size_t i = 0; i < row->count; i++) {
		struct cc_given *given = &row->all[i];
		struct room room = {
		    taken, cc_box_right(figure->page), -INFINITY, INFINITY};
		if (i + 1 < row->count)
			room.most =
			    given[1].bar.reach.earliest_start - GAP * figure->u;
		given->label_count = 0;
		given->label = cc_arena_new_array(figure->arena,
		    struct cc_dose_label, given->doses.count + 2);
		const struct rooms rooms =
		    rooms_of(figure, given, &divides, &room);
		put_words(figure, given, &rooms);
		taken = fmax(taken, end_of(figure, given));
	}
}
