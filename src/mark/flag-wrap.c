/* How the words of callouts are wrapped, and to what width. */
#include "mark/flag.h"

#include <math.h>
#include <string.h>

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

double
cc_flag_widest(const struct cc_figure *figure)
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
	if (flag->offset &&
	    wrap_lines(figure, cc_flag_join(figure, flag->note, flag->offset),
		limit, words))
		return LOST_DATE;
	/* No place on the axis says when it was. */
	if (!flag->offset && flag->note[0] != '\0' &&
	    wrap_lines(figure, flag->note, limit, words))
		return LOST_DATE;
	const char *left =
	    whole && flag->when[0] != '\0' ? flag->when
	    : flag->offset                 ? flag->offset
					   : flag->note;
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
	/* The column of names is empty there. */
	if (fmax(*least, left) <= figure->plot.x)
		*least = figure->page.x;
	else
		*least = fmax(*least + CC_AIR_CUT * u, left);
	*most = fmin(*most - CC_AIR_CUT * u, right + CC_AIR_BEYOND * u);
	return fmax(stem - *least, *most - stem) - WORDS_ASIDE * u;
}

/* What its words are wrapped to at the n-th width. */
static double
width_limit(const struct cc_figure *figure, const struct flag *flag, size_t n)
{
	double least, most, limit = limits[n] * cc_flag_widest(figure);
	if (has_sides(figure)) {
		double room = find_side(figure, flag, &least, &most);
		/* A date that is known is not cut for the steps' sake. */
		if (figure->axis.stretches > 1 ||
		    !flag->fact->when.span.dated ||
		    cc_width(figure, flag->when, CC_TYPE_NAME, false) <= room)
			limit = fmin(limit, room);
	}
	return fmax(limit, WORDS_LEAST * figure->u);
}

enum lost
cc_flag_size(struct cc_figure *figure, struct flag *flag, size_t n)
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
