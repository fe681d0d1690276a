/* How callouts are wrapped, placed and thinned out. */
#include "mark/flag.h"

#include <math.h>
#include <string.h>

/* The most of the page's height that flags may take. */
#define FLAGS_SHARE 0.24

/* So many dropped callouts are tried once more. */
#define BACK_MOST 16

/* Where there are no more, each is tried narrower than the others. */
#define NARROW_MOST 12
#define NARROW_PASSES 3

/* Wraps to lines of at most `limit`; true where nothing was cut off. */
static bool
wrap(struct cc_figure *figure, const char *text, bool bold, double limit,
    int most, const char **lines, int *count)
{
	*count = cc_wrap(figure, text, CC_TYPE_NAME, bold, limit, most, lines);
	return *count == 0 || g_str_has_suffix(text, "…") ||
	       !g_str_has_suffix(lines[*count - 1], "…");
}

/* The least width that keeps words whole on two lines, which are then about as
 * long as each other; 0: none up to `limit` does. */
static double
even_limit(struct cc_figure *figure, const char *text, double limit)
{
	const char *lines[2];
	int count;
	double width = cc_width(figure, text, CC_TYPE_NAME, false);
	for (double share = 0.5; share * width <= limit; share += 0.05)
		if (wrap(figure, text, false, share * width, 2, lines, &count))
			return share * width;
	return 0;
}

/* Long words wrap: the widths tried, as shares of the widest. */
static const double limits[LIMITS] = {1, 0.72, 0.5, 0.36};

/* Slides have callouts in larger type than the body, whose leading is u: raised
 * digits and Chinese signs need their own. */
double
cc_flag_pitch(const struct cc_figure *figure)
{
	return fmax(
	    1.02 * figure->u, 1.17 * cc_type_size(figure, CC_TYPE_NAME));
}

static double
widest(const struct cc_figure *figure)
{
	return fmax(0.33 * figure->plot.width,
	    fmin(0.6 * figure->plot.width, 24 * figure->u));
}

/* True where it is whole. */
static bool
wrap_lines(struct cc_figure *figure, const char *tail, double limit,
    struct sizing *words)
{
	return wrap(figure, tail, false, limit, TAIL_MOST,
	    words->line + words->head_lines, &words->tail_lines);
}

/* The note and the date, else one of them: the half of a note may say the
 * contrary of the whole. */
static enum lost
wrap_tail(struct cc_figure *figure, const struct flag *flag, double limit,
    struct sizing *words)
{
	/* A date is one word: rather than on two lines it goes, but for that of
	 * a turning point. */
	bool whole = cc_width(figure, flag->when, CC_TYPE_NAME, false) <= limit;
	double even = whole || flag->rank != RANK_TURN
	                  ? 0
	                  : even_limit(figure, flag->tail, limit);
	if (whole && wrap_lines(figure, flag->tail, limit, words))
		return LOST_NOTHING;
	if (even > 0 && wrap_lines(figure, flag->tail, even, words))
		return LOST_DATE;
	if (flag->note[0] != '\0' &&
	    wrap_lines(figure, flag->note, limit, words))
		return LOST_DATE;
	const char *left =
	    whole && flag->when[0] != '\0' ? flag->when : flag->note;
	wrap_lines(figure, left, limit, words);
	words->no_note = left != flag->note;
	return flag->note[0] != '\0' ? LOST_NOTE : LOST_DATE;
}

static void
wrap_flag(struct cc_figure *figure, const struct flag *flag, double limit,
    bool bare, struct sizing *words)
{
	const char *head = flag->head, *tail = bare ? "" : flag->tail;
	*words = (struct sizing){.valid = true};
	if (flag->brief)
		head = flag->kind;
	else if (flag->both &&
		 cc_width(figure, flag->both, CC_TYPE_NAME, true) <= limit) {
		head = flag->both;
		tail = "";
	}
	if (!wrap(figure, head, true, limit, HEAD_MOST, words->line,
		&words->head_lines))
		words->lost = LOST_HEAD;
	words->too_long = words->lost == LOST_HEAD;
	/* Its kind is better than the half of a word. */
	if (words->lost == LOST_HEAD && words->head_lines == 1 && flag->kind)
		words->line[0] =
		    cc_shorten(figure, flag->kind, CC_TYPE_NAME, true, limit);
	if (tail[0] != '\0') {
		enum lost lost = wrap_tail(figure, flag, limit, words);
		words->lost = MAX(words->lost, lost);
	}
	for (int i = 0; i < words->head_lines + words->tail_lines; i++)
		words->width = fmax(
		    words->width, cc_width(figure, words->line[i], CC_TYPE_NAME,
				      i < words->head_lines));
}

/* Between a flag's stem and its words [u]. */
#define WORDS_ASIDE 0.45

/* The least that words are wrapped to. */
#define WORDS_LEAST 5

static double
rightmost(const struct cc_figure *figure)
{
	const struct cc_axis_steps *steps = &figure->axis.steps;
	double right =
	    steps->count > 0 ? steps->right : cc_box_right(figure->plot);
	return right + CC_AIR_BEYOND * figure->u;
}

/* Time is parted, by a cut or from the steps behind it. */
static bool
has_sides(const struct cc_figure *figure)
{
	return figure->axis.stretches > 1 || figure->axis.steps.count > 0;
}

/* Where a flag's words may stand: on its own side of a cut and of the steps.
 * Returns the room on the wider side of its stem. */
static double
find_side(const struct cc_figure *figure, const struct flag *flag,
    double *least, double *most)
{
	double u = figure->u, stem = flag->reach.middle;
	double left, right;
	cc_axis_side(&figure->axis, stem, least, most);
	cc_fact_sides(figure, flag->fact, &left, &right);
	bool step = left > figure->plot.x;
	*least = fmax(
	    *least + CC_AIR_CUT * u, left - (step ? 0 : CC_AIR_BEYOND * u));
	*most = fmin(*most - CC_AIR_CUT * u, right + CC_AIR_BEYOND * u);
	return fmax(stem - *least, *most - stem) - WORDS_ASIDE * u;
}

/* What its words are wrapped to at the n-th width. */
static double
width_limit(const struct cc_figure *figure, const struct flag *flag, size_t n)
{
	double least, most, limit = limits[n] * widest(figure);
	if (has_sides(figure)) {
		double room = find_side(figure, flag, &least, &most);
		/* A date that is known is not cut for the steps' sake. */
		if (figure->axis.stretches > 1 || !flag->fact->when.span.dated ||
		    cc_width(figure, flag->when, CC_TYPE_NAME, false) <= room)
			limit = fmin(limit, room);
	}
	return fmax(limit, WORDS_LEAST * figure->u);
}

/* Takes the flag's words at the n-th width; returns what is lost. */
static enum lost
size_flag(struct cc_figure *figure, struct flag *flag, size_t n)
{
	double u = figure->u;
	struct sizing *words = &flag->sizings[n][flag->bare];
	if (!words->valid)
		wrap_flag(figure, flag, width_limit(figure, flag, n),
		    flag->bare, words);
	/* What not even the widest holds is no reason to let others go. */
	if (n == 0 || flag->sizings[0][flag->bare].too_long)
		words->lost = MIN(words->lost, LOST_NOTE);
	flag->words = words;
	flag->item = (struct cc_stem_item){.stem = flag->reach.middle,
	    .words = words->width + WORDS_ASIDE * u,
	    .height = cc_flag_pitch(figure) *
	                  (words->head_lines + words->tail_lines) +
	              0.1 * u};
	double room =
	    find_side(figure, flag, &flag->item.least, &flag->item.most);
	flag->item.kept = has_sides(figure) && words->width <= room;
	return words->lost;
}

struct trial {
	size_t n;      /* which width */
	double height; /* -1: cannot be placed */
	double tops;   /* sum over all flags: how much stands above the floor */
	enum lost lost; /* the worst of all */
};

/* Places what is not dropped, as it is sized; says how high they are. */
static void
place_flags(struct cc_figure *figure, struct flags *row, struct trial *trial)
{
	size_t count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (!row->all[i].dropped)
			row->items[count++] = row->all[i].item;
	trial->height =
	    cc_stems_pack(figure->plot.x - CC_AIR_BEYOND * figure->u,
		rightmost(figure), 0.5 * figure->u, row->items, count);
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
	if (size_flag(figure, flag, n) <= MAX(trial->lost, words->lost) &&
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
		enum lost lost = size_flag(figure, &row->all[i], n);
		trial.lost = MAX(trial.lost, lost);
		placed++;
	}
	place_flags(figure, row, &trial);
	if (placed <= NARROW_MOST && trial.height > 2.5 * figure->u &&
	    cc_pressed(figure, CC_PRESS_FLAGS))
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

/* What goes next when the flags are too high: first second lines, for the name
 * of an event is worth more than the date of another, then the plainest and
 * latest flag. Turning points keep their heads. */
static bool
give_way(struct flags *row)
{
	for (int rank = RANK_PLAIN; rank >= RANK_TURN; rank--) {
		for (size_t i = row->count; i-- > 0;) {
			struct flag *flag = &row->all[i];
			if (flag->dropped || (int)flag->rank != rank ||
			    flag->bare || flag->tail[0] == '\0')
				continue;
			flag->bare = true;
			return true;
		}
	}
	for (int rank = RANK_PLAIN; rank > RANK_TURN; rank--) {
		for (size_t i = row->count; i-- > 0;) {
			struct flag *flag = &row->all[i];
			if (flag->dropped || (int)flag->rank != rank)
				continue;
			flag->dropped = true;
			return true;
		}
	}
	return false;
}

/* Turning points that cannot all have their words say what they are, the latest
 * first: a mark without a word says less. */
static bool
name_kind(struct flags *row)
{
	for (size_t i = row->count; i-- > 0;) {
		struct flag *flag = &row->all[i];
		if (flag->dropped || flag->brief || !flag->kind)
			continue;
		flag->brief = flag->bare = true;
		memset(flag->sizings, 0, sizeof(flag->sizings));
		return true;
	}
	return false;
}

/* More turning points than can have words: the latest keep to their marks. */
static bool
drop_turn(struct flags *row)
{
	for (size_t i = row->count; i-- > 0;) {
		if (row->all[i].dropped)
			continue;
		row->all[i].dropped = true;
		return true;
	}
	return false;
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
			enum lost lost = size_flag(figure, flag, n);
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
	double most = widest(figure);
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		flag->dropped = flag->rank == RANK_PLAIN &&
		                cc_pressed(figure, CC_PRESS_PLAIN);
		flag->bare = cc_pressed(figure, CC_PRESS_FLAGS);
		flag->reach = cc_fact_reach(figure, flag->fact);
		if (flag->reach.from_left)
			flag->reach.middle = flag->reach.latest_end;
		if (flag->fact->when.span.interval)
			flag->reach.middle = flag->reach.earliest_start;
		if (row->widest != most || flag->brief)
			memset(flag->sizings, 0, sizeof(flag->sizings));
		flag->brief = false;
	}
	row->widest = most;
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
	while (trial.height < 0 || trial.height > most ||
	       trial.lost == LOST_HEAD) {
		/* Far too many go by several at once. */
		size_t several = trial.height > 2 * most || trial.height < 0
		                     ? 1 + row->count / 12
		                     : 1;
		bool gave = false;
		while (several-- > 0 && give_way(row))
			gave = true;
		if (!gave)
			break;
		trial = try_widths(figure, row, most);
	}
	while (trial.height < 0 && name_kind(row))
		trial = try_widths(figure, row, most);
	while (trial.height < 0 && drop_turn(row))
		trial = try_widths(figure, row, most);
	if (trial.height >= 0)
		trial = bring_back(figure, row, trial, most);
	if (trial.n > 0 && trial.height >= 0)
		widen_some(figure, row, &trial, most);
	row->height = fmax(trial.height, 0);
}
