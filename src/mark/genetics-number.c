/* Allele fractions beside the tests that found them. */
#include "mark/genetics.h"

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

/* To the right of the last sign, else to the left of the first, between what
 * stands before and what behind. */
static bool
put_number(struct cc_figure *figure, struct look *look, const char *text,
    double first_left, double least, double most)
{
	double gap = NUMBER_GAP * figure->u;
	double width = cc_width(figure, text, CC_TYPE_NAME, true);
	double right = fmax(least, look->right) + gap;
	if (right + width + gap <= most) {
		look->anchor = CC_ANCHOR_START;
		look->number_x = right;
	} else if (first_left - gap - width >= least + gap / 2) {
		look->anchor = CC_ANCHOR_END;
		look->number_x = first_left - gap;
	} else {
		return false;
	}
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
	double gap = NUMBER_GAP * figure->u, least = figure->plot.x;
	const double *most = next_lefts(figure, line);
	struct waiting waiting = {.text = NULL};
	for (size_t i = 0; i < line->count; i++) {
		struct look *look = &line->looks[i];
		waiting = add_number(figure, &waiting, look);
		if (waiting.text && put_number(figure, look, waiting.text,
					waiting.left, least, most[i])) {
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
