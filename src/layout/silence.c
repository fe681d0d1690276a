#include "layout/silence.h"

#include <glib.h>
#include <stdlib.h>

/* A silence is cut that is longer than half of what is drawn: of two as long as
 * each other neither is. */
#define CUTS_MOST (CC_AXIS_STRETCHES - 1)
#define SHARE 2
/* Shorter ones are none: their length would be told in minutes. */
#define SILENCE_LEAST 120
/* Kept on both sides of a cut, as a share of what is drawn. */
#define MARGIN 0.02
/* A stretch has room for its date, and has one: this share of what is drawn,
 * and one of the units that a course as long is counted in. */
#define STRETCH_LEAST 0.12

struct silences {
	struct cc_occupied cut[CUTS_MOST + 1]; /* the longest first */
	size_t count;
};

static int64_t
length(struct cc_occupied silence)
{
	return silence.to - silence.from;
}

/* Keeps the longest; of equals the earlier. */
static void
keep_longest(struct silences *silences, struct cc_occupied silence)
{
	size_t at = silences->count;
	while (at > 0 && length(silences->cut[at - 1]) < length(silence))
		at--;
	if (at >= CUTS_MOST)
		return;
	silences->count = MIN(silences->count + 1, CUTS_MOST);
	for (size_t i = silences->count - 1; i > at; i--)
		silences->cut[i] = silences->cut[i - 1];
	silences->cut[at] = silence;
}

/* Of what begins together, what was awaited goes first. */
static int
by_from(const void *a, const void *b)
{
	const struct cc_occupied *x = a, *y = b;
	if (x->from != y->from)
		return x->from > y->from ? 1 : -1;
	return (int)y->awaited - (int)x->awaited;
}

static void
find_longest(struct silences *silences, const struct cc_stretch *whole,
    struct cc_occupied *occupied, size_t count)
{
	int64_t covered = whole->from.minute;
	qsort(occupied, count, sizeof(*occupied), by_from);
	for (size_t i = 0; i < count; i++) {
		struct cc_occupied silence = {
		    .from = covered, .to = occupied[i].from};
		if (silence.to > silence.from &&
		    silence.to < whole->to.minute && !occupied[i].awaited)
			keep_longest(silences, silence);
		covered = MAX(covered, occupied[i].to);
	}
}

/* The longest go, each measured against what is then left: one date of another
 * century must not hide that the rest has a silence of its own. Returns the
 * minutes that stay. */
static int64_t
choose_cuts(struct silences *silences, int64_t span)
{
	size_t cuts = 0;
	while (cuts < silences->count) {
		int64_t silent = length(silences->cut[cuts]);
		if (SHARE * silent <= span || silent < SILENCE_LEAST)
			break;
		span -= silent;
		cuts++;
	}
	silences->count = cuts;
	qsort(silences->cut, cuts, sizeof(silences->cut[0]), by_from);
	return span;
}

/* The unit that a course of this length is counted in. */
static int64_t
unit_of(int64_t span)
{
	enum cc_tick_unit unit = CC_TICK_YEAR;
	while (unit > CC_TICK_HOUR && span < 6 * cc_tick_minutes(unit))
		unit--;
	/* Calendar ones may be longer than the average. */
	return cc_tick_minutes(unit) +
	       (unit >= CC_TICK_MONTH ? CC_MINUTES_A_DAY : 0);
}

/* Grows the stretch into the cuts beside it until it is this long. */
static void
widen(struct cc_axis *axis, size_t i, int64_t least)
{
	struct cc_stretch *stretch = &axis->stretch[i];
	int64_t wanting = least - (stretch->to.minute - stretch->from.minute);
	bool before = i > 0, after = i + 1 < axis->stretches;
	if (wanting <= 0)
		return;
	if (before && after)
		wanting /= 2;
	if (before)
		stretch->from.minute -= MIN(wanting,
		    (stretch->from.minute - stretch[-1].to.minute) / 3);
	if (after)
		stretch->to.minute += MIN(
		    wanting, (stretch[1].from.minute - stretch->to.minute) / 3);
}

static void
cut(struct cc_axis *axis, const struct silences *silences, int64_t left)
{
	struct cc_stretch whole = axis->stretch[0];
	int64_t span = whole.to.minute - whole.from.minute;
	int64_t margin = MAX((int64_t)(MARGIN * (double)left), 60);
	int64_t least =
	    MAX((int64_t)(STRETCH_LEAST * (double)left), unit_of(span));
	for (size_t i = 0; i < silences->count; i++) {
		struct cc_occupied s = silences->cut[i];
		int64_t kept = MIN(margin, length(s) / 3);
		axis->stretch[axis->stretches - 1].to.minute = s.from + kept;
		axis->stretch[axis->stretches++] =
		    (struct cc_stretch){.from = {s.to - kept}, .to = whole.to};
	}
	for (size_t i = 0; i < axis->stretches; i++)
		widen(axis, i, least);
}

/* A silence of more than half of the course lies across its middle. */
bool
cc_has_silence(const struct cc_axis *axis, const struct cc_occupied *occupied,
    size_t count)
{
	int64_t first = axis->stretch[0].from.minute;
	int64_t last = axis->stretch[0].to.minute;
	int64_t middle = first + (last - first) / 2;
	for (size_t i = 0; i < count; i++)
		if (occupied[i].from <= middle && occupied[i].to > middle)
			return false;
	return true;
}

void
cc_silences_cut(
    struct cc_axis *axis, struct cc_occupied *occupied, size_t count)
{
	struct cc_stretch *whole = &axis->stretch[0];
	struct silences silences = {.count = 0};
	if (!cc_has_silence(axis, occupied, count))
		return;
	find_longest(&silences, whole, occupied, count);
	int64_t left =
	    choose_cuts(&silences, whole->to.minute - whole->from.minute);
	if (silences.count > 0)
		cut(axis, &silences, left);
}
