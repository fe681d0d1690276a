/* The row of genetics: a finding a line. Shared by genetics*.c only. */
#ifndef CC_MARK_GENETICS_H
#define CC_MARK_GENETICS_H

#include "layout/draw.h"

/* Of a name, at most. */
#define FINDING_LINES 3

/* A finding in one test, as drawn. */
struct look {
	const struct cc_sighting *sighting;
	double x, y;
	double left, right; /* of its sign and whisker [unit] */
	struct cc_reach reach;
	const char *number; /* the VAF, of several tests in a row of them;
	                       NULL: none, or it stands at a later one */
	int numbers; /* of how many tests: this one, and those before it */
	enum cc_anchor anchor; /* of the number */
	double number_x;
};

/* A line of the row: a finding, or several that no test found. */
struct finding_line {
	const char *name;
	const char *lines[FINDING_LINES]; /* of that */
	int line_count;
	struct look *looks;
	size_t count;
};

/* The n-th sign of a line at the height y, those before it being placed; of two
 * that disagree on one day each stands beside it. */
void cc_genetics_place(
    struct cc_figure *figure, struct finding_line *line, size_t n, double y);

/* A line between two tests that found it, one after the other. */
void cc_genetics_join(
    struct cc_figure *figure, const struct finding_line *line);
void cc_genetics_draw(struct cc_figure *figure, const struct look *look);

/* Signs of tests so near to each other that neither has room for its number
 * share one: "41 → 18". */
void cc_genetics_number(
    struct cc_figure *figure, const struct finding_line *line);

#endif
