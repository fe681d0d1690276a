/* How callouts are placed and thinned out. */
#include "mark/flag.h"

#include <math.h>
#include <string.h>

/* The most of the page's height that flags may take. */
#define FLAGS_SHARE 0.24
/* And where turning points say no more than their kind. */
#define TURNS_SHARE 0.12

/* So many dropped callouts are tried once more. */
#define BACK_MOST 16

/* Where there are no more, each is tried narrower than the others. */
#define NARROW_MOST 12
#define NARROW_PASSES 3

struct trial {
	size_t n;      /* which width */
	double height; /* -1: cannot be placed */
	double tops;   /* sum over all flags: how much stands above the floor */
	enum lost lost; /* the worst of all */
};

static double
rightmost(const struct cc_figure *figure)
{
	const struct cc_axis_steps *steps = &figure->axis.steps;
	double right =
	    steps->count > 0 ? steps->right : cc_box_right(figure->plot);
	return right + CC_AIR_BEYOND * figure->u;
}

/* Places what is not dropped, as it is sized; says how high they are. */
static void
place_flags(struct cc_figure *figure, struct flags *row, struct trial *trial)
{
	size_t count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (!row->all[i].dropped)
			row->items[count++] = row->all[i].item;
	trial->height = cc_stems_pack(figure->page.x, rightmost(figure),
	    0.5 * figure->u, row->items, count);
	trial->tops = 0;
	for (size_t i = 0; i < count; i++)
		trial->tops += row->items[i].base + row->items[i].height;
	count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (!row->all[i].dropped)
			row->all[i].item = row->items[count++];
}

/* Whether they stand lower: as a whole, or of the same height some of them, by
 * about a line at least. */
static bool
is_lower(const struct cc_figure *figure, const struct trial *a,
    const struct trial *b)
{
	const double air = 0.01, line = 0.8 * figure->u;
	if (a->height < 0 || a->height > b->height + air)
		return false;
	return a->height < b->height - air || a->tops < b->tops - line;
}

/* Whether the flag alone is better at the n-th width; if so it keeps it. */
static bool
resize(struct cc_figure *figure, struct flags *row, struct flag *flag, size_t n,
    struct trial *trial)
{
	const struct sizing *words = flag->words;
	struct cc_stem_item item = flag->item;
	struct trial other = *trial;
	if (cc_flag_size(figure, flag, n) <= MAX(trial->lost, words->lost) &&
	    flag->words->width != words->width) {
		place_flags(figure, row, &other);
		if (is_lower(figure, &other, trial)) {
			*trial = other;
			return true;
		}
	}
	flag->words = words;
	flag->item = item;
	return false;
}

/* Where height is short, some flags are better narrower than the others; once
 * one is, another may be. */
static void
narrow_some(struct cc_figure *figure, struct flags *row, struct trial *trial)
{
	bool better = true;
	for (int pass = 0; pass < NARROW_PASSES && better; pass++) {
		better = false;
		for (size_t i = 0; i < row->count; i++)
			for (size_t n = trial->n + 1; n < LIMITS; n++)
				if (!row->all[i].dropped &&
				    resize(figure, row, &row->all[i], n, trial))
					better = true;
	}
	place_flags(figure, row, trial);
}

/* Places what is not dropped at the n-th width. */
static struct trial
try_width(struct cc_figure *figure, struct flags *row, size_t n)
{
	struct trial trial = {.n = n};
	size_t placed = 0;
	for (size_t i = 0; i < row->count; i++) {
		if (row->all[i].dropped)
			continue;
		enum lost lost = cc_flag_size(figure, &row->all[i], n);
		trial.lost = MAX(trial.lost, lost);
		placed++;
	}
	place_flags(figure, row, &trial);
	if (placed <= NARROW_MOST && trial.height > 2.5 * figure->u &&
	    cc_yielded(figure, CC_YIELD_NOTES))
		narrow_some(figure, row, &trial);
	return trial;
}

static bool
is_better(const struct trial *a, const struct trial *b)
{
	if (a->height < 0 || b->height < 0)
		return b->height < 0 && a->height >= 0;
	if (a->lost != b->lost)
		return a->lost < b->lost;
	return a->height < b->height;
}

/* The first width at which nothing is lost and the flags are no higher than
 * `most` is taken; else the best. */
static struct trial
try_widths(struct cc_figure *figure, struct flags *row, double most)
{
	struct trial best = {.height = -1};
	for (size_t n = 0; n < LIMITS; n++) {
		struct trial trial = try_width(figure, row, n);
		if (trial.height >= 0 && trial.height <= most &&
		    trial.lost == LOST_NOTHING)
			return trial;
		if (n == 0 || is_better(&trial, &best))
			best = trial;
	}
	/* The last one stands as it was placed. */
	return best.n == LIMITS - 1 ? best : try_width(figure, row, best.n);
}

/* What flags give way, the latest of a rank first: second lines, for the name
 * of an event is worth more than the date of another, then the plainer flags.
 * Turning points keep their heads, unless they cannot all have words: then they
 * say what kind they are, for a mark without a word says less, then they keep
 * to their marks. */
static const struct yield {
	enum rank rank;
	enum { YIELD_TAIL, YIELD_HEAD, YIELD_ALL } what;
} yields[] = {
    {RANK_PLAIN, YIELD_TAIL},
    {RANK_KEY, YIELD_TAIL},
    {RANK_TURN, YIELD_TAIL},
    {RANK_PLAIN, YIELD_ALL},
    {RANK_KEY, YIELD_ALL},
    {RANK_TURN, YIELD_HEAD},
    {RANK_TURN, YIELD_ALL},
};
#define YIELDS G_N_ELEMENTS(yields)
/* From here on only where height is dearest, or there is no place at all. */
#define YIELDS_DEAR 5
/* From here on only where there is none. */
#define YIELDS_LAST 6

/* False where the flag has no more of it. */
static bool
flag_yields(struct flag *flag, const struct yield *yield)
{
	if (flag->dropped || flag->rank != yield->rank)
		return false;
	switch (yield->what) {
	case YIELD_TAIL:
		if (flag->bare || flag->tail[0] == '\0')
			return false;
		return flag->bare = true;
	case YIELD_HEAD:
		if (flag->brief || !flag->kind)
			return false;
		memset(flag->sizings, 0, sizeof(flag->sizings));
		return flag->brief = flag->bare = true;
	case YIELD_ALL:
		return flag->dropped = true;
	}
	return false;
}

/* Takes from up to so many flags what comes next, up to the yield `end`; leaves
 * which that was. */
static bool
give_way(struct flags *row, size_t *next, size_t end, size_t several)
{
	bool gave = false;
	for (; *next < end; ++*next)
		for (size_t i = row->count; i-- > 0;) {
			if (!flag_yields(&row->all[i], &yields[*next]))
				continue;
			gave = true;
			if (--several == 0)
				return true;
		}
	return gave;
}

/* No width is tried for more than can be placed at all. */
static void
thin_out(struct flags *row)
{
	size_t left = 0;
	for (size_t i = 0; i < row->count; i++)
		left += !row->all[i].dropped;
	for (enum rank rank = RANK_PLAIN; left > CC_STEMS_MOST; rank--)
		for (size_t i = row->count; i-- > 0 && left > CC_STEMS_MOST;) {
			struct flag *flag = &row->all[i];
			if (flag->dropped || flag->rank != rank)
				continue;
			flag->dropped = true;
			left--;
		}
}

/* Plain callouts whose heads find room among those that are dearer. */
static struct trial
bring_back(struct cc_figure *figure, struct flags *row, struct trial trial,
    double most)
{
	int tries = BACK_MOST;
	for (size_t i = 0; i < row->count && tries > 0; i++) {
		struct flag *flag = &row->all[i];
		if (!flag->dropped || flag->rank == RANK_TURN)
			continue;
		tries--;
		flag->dropped = false;
		flag->bare = true;
		struct trial with =
		    try_widths(figure, row, trial.height + 0.01);
		if (with.height < 0 || with.height > trial.height + 0.01 ||
		    with.lost > trial.lost)
			flag->dropped = true;
	}
	/* None to try, and they stand at the first width that is good. */
	if (tries == BACK_MOST && trial.lost == LOST_NOTHING &&
	    trial.height + 0.01 <= most)
		return trial;
	return try_widths(figure, row, trial.height + 0.01);
}

static int
count_lines(const struct sizing *words)
{
	return words->head_lines + words->tail_lines;
}

/* What the width of all took from some is given back to those that have room
 * for it: words up to `most`, words on fewer lines where that takes no height.
 */
static void
widen_some(struct cc_figure *figure, struct flags *row, struct trial *trial,
    double most)
{
	most = fmax(most, trial->height);
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		for (size_t n = trial->n; n-- > 0 && !flag->dropped;) {
			const struct sizing *words = flag->words;
			struct cc_stem_item item = flag->item;
			struct trial other = *trial;
			enum lost lost = cc_flag_size(figure, flag, n);
			bool more = lost < words->lost;
			if (more ||
			    (lost == words->lost &&
				count_lines(flag->words) < count_lines(words)))
				place_flags(figure, row, &other);
			else
				other.height = -1;
			if (other.height >= 0 &&
			    other.height <=
				(more ? most : trial->height + 0.01)) {
				*trial = other;
				continue;
			}
			flag->words = words;
			flag->item = item;
		}
	}
	place_flags(figure, row, trial);
}

/* All flags at their stems, with all the words that they may have. */
static void
raise_flags(struct cc_figure *figure, struct flags *row)
{
	double most = cc_flag_widest(figure);
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		flag->dropped = flag->rank == RANK_PLAIN &&
		                cc_yielded(figure, CC_YIELD_CALLOUTS);
		flag->bare = cc_yielded(figure, CC_YIELD_NOTES);
		flag->reach = flag->onset ? cc_reach_of(figure, &flag->span)
		                          : cc_fact_reach(figure, flag->fact);
		if (flag->reach.from_left)
			flag->reach.middle = flag->reach.latest_end;
		if (flag->span.interval)
			flag->reach.middle = flag->reach.earliest_start;
		if (row->widest != most || flag->brief)
			memset(flag->sizings, 0, sizeof(flag->sizings));
		flag->brief = false;
	}
	row->widest = most;
}

/* Where rows would go otherwise turning points say their kind alone, the latest
 * first, until they are as low as they may then be; *most becomes that. */
static struct trial
shorten_turns(struct cc_figure *figure, struct flags *row, struct trial trial,
    double *most)
{
	size_t next = YIELDS_DEAR;
	if (cc_yielded(figure, CC_YIELD_TURNS_MORE))
		*most = fmin(*most, TURNS_SHARE * figure->page.height);
	while (trial.height > *most && give_way(row, &next, YIELDS_LAST, 1))
		trial = try_widths(figure, row, *most);
	return trial;
}

void
cc_flags_fit(struct cc_figure *figure, struct flags *row)
{
	raise_flags(figure, row);
	thin_out(row);
	/* A page as high as it needs has room for the turning points. */
	double most = FLAGS_SHARE * figure->page.height;
	if (!figure->size->fixed_height)
		most = fmax(FLAGS_SHARE * 0.8 * figure->page.width,
		    0.28 * figure->page.height);
	struct trial trial = try_widths(figure, row, most);
	size_t next = 0;
	while (next < YIELDS_DEAR && (trial.height < 0 || trial.height > most ||
					 trial.lost == LOST_HEAD)) {
		/* Far too many go by several at once. */
		bool far = trial.height > 2 * most || trial.height < 0;
		if (give_way(
			row, &next, YIELDS_DEAR, far ? 1 + row->count / 12 : 1))
			trial = try_widths(figure, row, most);
	}
	if (cc_yielded(figure, CC_YIELD_TURNS))
		trial = shorten_turns(figure, row, trial, &most);
	while (trial.height < 0 && give_way(row, &next, YIELDS, 1))
		trial = try_widths(figure, row, most);
	if (trial.height >= 0)
		trial = bring_back(figure, row, trial, most);
	if (trial.n > 0 && trial.height >= 0)
		widen_some(figure, row, &trial, most);
	row->height = fmax(trial.height, 0);
}
