/* There are many words and many lines, and hardly any word is at a line: each
 * word asks the lines of either direction, in the order of where they stand,
 * for those that it is at. It looks for them from where the word before it was,
 * which mostly is in the same row.
 */
#include "place/rails.h"

#include <glib.h>
#include <math.h>

/* Words that keep just the air are not in the way [unit]. */
#define TOUCH 1e-6

/* Lines of one direction, in the order of where they stand. */
struct sheaf {
	struct cc_rail **rails;
	size_t count;
	size_t first; /* that stands not before what was looked for last */
};

static void
add_rail(struct sheaf *sheaf, struct cc_rail *rail)
{
	size_t at = sheaf->count++;
	for (; at > 0 && sheaf->rails[at - 1]->at > rail->at; at--)
		sheaf->rails[at] = sheaf->rails[at - 1];
	sheaf->rails[at] = rail;
}

static void
turn_to(struct sheaf *sheaf, double at)
{
	size_t first = sheaf->first;
	while (first > 0 && sheaf->rails[first - 1]->at >= at)
		first--;
	while (first < sheaf->count && sheaf->rails[first]->at < at)
		first++;
	sheaf->first = first;
}

static void
add_gap(struct cc_arena *arena, struct cc_rail *rail, double from, double to)
{
	struct cc_gap **at = &rail->gaps;
	while (*at && (*at)->from <= from)
		at = &(*at)->next;
	struct cc_gap *gap = cc_arena_new_room(arena, struct cc_gap, 1);
	*gap = (struct cc_gap){from, to, *at};
	*at = gap;
}

/* A stretch of words, across the lines or along them [unit]. */
struct stretch {
	double from, to;
};

static void
part(struct cc_arena *arena, struct sheaf *sheaf, struct stretch across,
    struct stretch along, double air)
{
	double near = air - TOUCH;
	turn_to(sheaf, across.from - near);
	for (size_t i = sheaf->first;
	     i < sheaf->count && sheaf->rails[i]->at <= across.to + near; i++) {
		struct cc_rail *rail = sheaf->rails[i];
		if (along.from - near <= rail->to &&
		    along.to + near >= rail->from)
			add_gap(arena, rail, along.from - air / 2,
			    along.to + air / 2);
	}
}

/* All that the lines reach. */
static struct cc_box
room_of(const struct cc_rail *rails, size_t count)
{
	double left = INFINITY, top = INFINITY;
	double right = -INFINITY, bottom = -INFINITY;
	for (size_t i = 0; i < count; i++) {
		const struct cc_rail *rail = &rails[i];
		bool vertical = rail->vertical;
		left = MIN(left, vertical ? rail->at : rail->from);
		right = MAX(right, vertical ? rail->at : rail->to);
		top = MIN(top, vertical ? rail->from : rail->at);
		bottom = MAX(bottom, vertical ? rail->to : rail->at);
	}
	return (struct cc_box){left, top, right - left, bottom - top};
}

void
cc_rails_part(
    struct cc_rail *rails, size_t count, struct cc_clear *words, double air)
{
	struct sheaf sheaves[2] = {{NULL}}; /* level, upright */
	struct cc_box word;
	for (int upright = 0; upright < 2; upright++)
		sheaves[upright].rails =
		    cc_arena_new_room(words->arena, struct cc_rail *, count);
	for (size_t i = 0; i < count; i++) {
		rails[i].gaps = NULL;
		add_rail(&sheaves[rails[i].vertical], &rails[i]);
	}
	cc_clear_look(words, cc_box_grown(room_of(rails, count), air));
	for (size_t i = 0; cc_clear_near(words, i, &word); i++) {
		struct stretch x = {word.x, cc_box_right(word)};
		struct stretch y = {word.y, cc_box_bottom(word)};
		for (int upright = 0; upright < 2; upright++)
			part(words->arena, &sheaves[upright], upright ? x : y,
			    upright ? y : x, air);
	}
}
