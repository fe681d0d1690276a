/* Allele fractions beside the tests that found them. */
#include "layout/divide.h"
#include "mark/genetics.h"
#include "place/air.h"

#include <math.h>

/* Between a sign and its number [u]. */
#define NUMBER_GAP 0.3

/* Numbers that wait together for room: all of them up to so many, else the
 * first and the last; the tooltips have all. */
#define SAID_MOST 3

struct waiting {
	const char *first, *text; /* NULL: none waits */
	int count;
	double left; /* of the first sign [unit] */
};

static const char *
number_of(const struct cc_figure *figure, const struct look *look)
{
	const char *written = look->sighting->finding->vaf_written;
	return written ? cc_marked_doubt(figure,
			     cc_digits_text(figure->words, written),
			     &look->sighting->test->when.span)
	               : NULL;
}

static struct waiting
add_number(struct cc_figure *figure, const struct waiting *waiting,
    const struct look *look)
{
	const char *number = number_of(figure, look);
	struct waiting all = *waiting;
	if (!all.text) {
		all = (struct waiting){number, number, 1, look->left};
		return all;
	}
	/* One without a number holds the place of it. */
	all.count++;
	all.text = cc_arena_join(figure->arena,
	    all.count > SAID_MOST ? all.first : all.text,
	    all.count > SAID_MOST ? " … " : " → ", number ? number : "–", NULL);
	return all;
}

/* What is free around a sign and the first one that waits with it. */
struct free {
	double first_left;
	double least, most; /* between what stands before and what behind */
	double line_before, line_behind; /* the nearest ones */
};

/* To the right of the last sign, or to the left of the first: there only where
 * the right has no room, or a line. */
static bool
put_number(struct cc_figure *figure, struct look *look, const char *text,
    const struct free *free)
{
	double gap = NUMBER_GAP * figure->u, air = CC_AIR_CUT * figure->u;
	double width = cc_width(figure, text, CC_TYPE_NAME, true);
	double right = fmax(free->least, look->right) + gap;
	double left = free->first_left - gap;
	bool on_right = right + width + gap <= free->most;
	bool on_left = left - width >= free->least + gap / 2;
	bool crosses = right + width > free->line_behind - air;
	if (on_left && left - width >= free->line_before + air && crosses)
		on_right = false;
	if (!on_right && !on_left)
		return false;
	look->anchor = on_right ? CC_ANCHOR_START : CC_ANCHOR_END;
	look->number_x = on_right ? right : left;
	look->number = text;
	return true;
}

/* Where the first sign or whisker behind each begins: that of the next test
 * need not, where its day is known less well. */
static const double *
next_lefts(struct cc_figure *figure, const struct finding_line *line)
{
	double *left = cc_arena_new_array(figure->arena, double, line->count);
	double edge = cc_box_right(figure->page) + NUMBER_GAP * figure->u;
	for (size_t i = line->count; i-- > 0;) {
		left[i] = edge;
		edge = fmin(edge, line->looks[i].left);
	}
	return left;
}

void
cc_genetics_number(struct cc_figure *figure, const struct finding_line *line)
{
	double gap = NUMBER_GAP * figure->u, air = CC_AIR_CUT * figure->u;
	double least = figure->plot.x;
	const double *most = next_lefts(figure, line);
	const struct cc_divides divides = cc_divides_find(figure);
	struct waiting waiting = {.text = NULL};
	for (size_t i = 0; i < line->count; i++) {
		struct look *look = &line->looks[i];
		waiting = add_number(figure, &waiting, look);
		struct free free = {waiting.left, least, most[i], 0, 0};
		cc_divides_side(&divides, waiting.left, look->right,
		    &free.line_before, &free.line_behind);
		free.line_behind = fmin(free.line_behind,
		    air + cc_words_over(figure, look->sighting->test,
			      look->reach.earliest_start));
		if (waiting.text &&
		    put_number(figure, look, waiting.text, &free)) {
			look->numbers = waiting.count;
			waiting.text = NULL;
		}
		least = fmax(least, look->right);
		if (look->number && look->anchor == CC_ANCHOR_START)
			least =
			    look->number_x + gap +
			    cc_width(figure, look->number, CC_TYPE_NAME, true);
	}
}
