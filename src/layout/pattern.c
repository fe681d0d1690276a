/* Patterns, which part classes of treatments where tones do not: two of one
 * course whose fills are the same, or too near for an eye that sees greys
 * alone. The first keeps its plain fill; where none shares its tone, a class
 * has no pattern. All pictures of a course have the same ones. */
#include "layout/bar.h"
#include "layout/draw.h"
#include "layout/parts.h"

#include <math.h>
#include <string.h>

/* ---- who has which ---- */

struct cc_toned {
	const char *class; /* NULL: unknown ones */
	cc_colour fill;
	enum cc_pattern pattern;
};

static bool
is_near(const struct cc_figure *figure, cc_colour a, cc_colour b)
{
	double most = 0;
	for (int shift = 0; shift < 24; shift += 8)
		most = fmax(most, fabs((double)(a >> shift & 0xFF) -
				       (double)(b >> shift & 0xFF)));
	return most / 0xFF <= cc_theme_look(figure->theme, CC_LOOK_TONE_APART);
}

static const struct cc_toned *
find_toned(const struct cc_figure *figure, const char *class, cc_colour fill)
{
	for (size_t i = 0; i < figure->toned_count; i++)
		if (figure->toned[i].fill == fill &&
		    g_strcmp0(figure->toned[i].class, class) == 0)
			return &figure->toned[i];
	return NULL;
}

static bool
is_taken(
    const struct cc_figure *figure, cc_colour fill, enum cc_pattern pattern)
{
	for (size_t i = 0; i < figure->toned_count; i++)
		if (figure->toned[i].pattern == pattern &&
		    is_near(figure, figure->toned[i].fill, fill))
			return true;
	return false;
}

/* That of the class's other shade, for preference. Where all of them are taken,
 * one has to stand for two. */
static enum cc_pattern
free_pattern(const struct cc_figure *figure, const char *class, cc_colour fill)
{
	int pattern = CC_PATTERN_NONE;
	for (size_t i = 0; i < figure->toned_count; i++)
		if (g_strcmp0(figure->toned[i].class, class) == 0 &&
		    !is_taken(figure, fill, figure->toned[i].pattern))
			return figure->toned[i].pattern;
	while (pattern < CC_PATTERN_COUNT &&
	       is_taken(figure, fill, (enum cc_pattern)pattern))
		pattern++;
	return pattern < CC_PATTERN_COUNT ? (enum cc_pattern)pattern
	                                  : CC_PATTERN_NONE;
}

static void
add_toned(struct cc_figure *figure, const struct cc_term *term, bool hatched)
{
	struct cc_swatch swatch = cc_theme_term(figure->theme, term);
	if (swatch.hatch != hatched ||
	    find_toned(figure, swatch.class, swatch.fill))
		return;
	enum cc_pattern pattern =
	    free_pattern(figure, swatch.class, swatch.fill);
	figure->toned = cc_arena_grow(figure->arena, figure->toned,
	    figure->toned_count, sizeof(figure->toned[0]));
	figure->toned[figure->toned_count++] =
	    (struct cc_toned){swatch.class, swatch.fill, pattern};
}

/* A regimen's drugs have rows where these are asked for. */
static void
add_exposure(struct cc_figure *figure, const struct cc_fact *fact, bool hatched)
{
	const struct cc_term *term = fact->term;
	add_toned(figure, term, hatched);
	if (!term || !cc_figure_wants(figure, "drug", false))
		return;
	for (size_t i = 0; i < term->parts.count; i++)
		add_toned(figure,
		    cc_follow_drug(figure->follow, term->parts.word[i]),
		    hatched);
}

/* By appearance, lines of therapy above what comes with them; of two that share
 * a tone the theme says which had better have the pattern. */
void
cc_patterns_find(struct cc_figure *figure)
{
	const struct cc_exposures *exposures = &figure->follow->exposures;
	if (!figure->size->patterns)
		return;
	for (int pass = 0; pass < 4; pass++)
		for (size_t i = 0; i < exposures->count; i++)
			if (exposures->item[i].accompanies == (pass % 2 == 1))
				add_exposure(
				    figure, exposures->item[i].fact, pass >= 2);
}

struct cc_swatch
cc_figure_swatch(const struct cc_figure *figure, const struct cc_term *term)
{
	struct cc_swatch swatch = cc_theme_term(figure->theme, term);
	const struct cc_toned *toned =
	    find_toned(figure, swatch.class, swatch.fill);
	if (toned)
		swatch.pattern = toned->pattern;
	return swatch;
}

/* ---- their ink ---- */

#define WORDS_AIR 0.12 /* between it and words in the bar [u] */
#define INK 0.5        /* share of white or black in its lines */

/* Lines y = slope * x + c, this far apart on the upright [u]. */
struct lines {
	double slope, step;
};

#define LINES_MOST 2

/* The other way than what says that an end is not known. */
static const struct lines kinds[CC_PATTERN_COUNT][LINES_MOST] = {
    [CC_PATTERN_DIAGONAL] = {{1, 0.46}},
    [CC_PATTERN_CROSS] = {{1, 0.62}, {-1, 0.62}},
    [CC_PATTERN_LEVEL] = {{0, 0.27}},
};

/* A part of a bar with upright sides. */
struct part {
	struct cc_point a, b; /* of its top */
	double floor;
};

static double
top_at(const struct part *part, double x)
{
	double width = part->b.x - part->a.x;
	return width > 0 ? part->a.y +
	                       (part->b.y - part->a.y) * (x - part->a.x) / width
	                 : part->a.y;
}

/* Keeps of a line what has k * x + d >= 0. */
static void
keep_where(double k, double d, double ends[2])
{
	if (fabs(k) > 1e-9)
		ends[k < 0] =
		    k < 0 ? fmin(ends[1], -d / k) : fmax(ends[0], -d / k);
	else if (d < 0)
		ends[1] = ends[0];
}

static void
add_lines(const struct part *part, struct lines lines, double u,
    struct cc_strokes *strokes)
{
	double width = part->b.x - part->a.x, slope = lines.slope;
	double lean = width > 0 ? (part->b.y - part->a.y) / width : 0;
	double high = fmin(part->a.y, part->b.y);
	double reach = fmax(slope * part->a.x, slope * part->b.x);
	double last = part->floor - fmin(slope * part->a.x, slope * part->b.x);
	double step = lines.step * u;
	for (double c = ceil((high - reach) / step) * step; c < last;
	     c += step) {
		double ends[2] = {part->a.x, part->b.x};
		keep_where(-slope, part->floor - c, ends);
		keep_where(
		    slope - lean, c - part->a.y + lean * part->a.x, ends);
		if (ends[1] - ends[0] > 0.05)
			cc_strokes_line(strokes,
			    (struct cc_point){ends[0], slope * ends[0] + c},
			    (struct cc_point){ends[1], slope * ends[1] + c});
	}
}

/* What is beside the words that are looked at. */
static void
add_beside_words(struct cc_figure *figure, const struct part *part,
    enum cc_pattern pattern, struct cc_strokes *strokes)
{
	struct cc_box word;
	double air = WORDS_AIR * figure->u;
	if (part->b.x - part->a.x < 0.05)
		return;
	for (size_t i = 0; cc_clear_near(&figure->written, i, &word); i++) {
		double left = word.x - air, right = cc_box_right(word) + air;
		struct part before = *part, after = *part;
		if (left >= part->b.x || right <= part->a.x)
			continue;
		before.b = (struct cc_point){left, top_at(part, left)};
		after.a = (struct cc_point){right, top_at(part, right)};
		add_beside_words(figure, &before, pattern, strokes);
		add_beside_words(figure, &after, pattern, strokes);
		return;
	}
	for (size_t i = 0; i < LINES_MOST && kinds[pattern][i].step > 0; i++)
		add_lines(part, kinds[pattern][i], figure->u, strokes);
}

/* What no legend explains would be noise. */
static bool
is_explained(const struct cc_figure *figure)
{
	return figure->size->part[CC_PART_LEGEND] &&
	       !cc_page_yielded(figure, CC_YIELD_CLASSES);
}

void
cc_draw_pattern(struct cc_figure *figure, const struct cc_swatch *swatch,
    struct cc_point a, struct cc_point b, double floor)
{
	struct cc_strokes strokes = {.arena = figure->arena};
	struct part part = {a, b, floor};
	double high = fmin(a.y, b.y);
	if (swatch->pattern == CC_PATTERN_NONE || figure->fore->muted ||
	    !is_explained(figure))
		return;
	cc_colour ink = cc_ink_on(figure, swatch->fill, swatch->fill);
	cc_clear_look(&figure->written,
	    (struct cc_box){a.x, high, b.x - a.x, floor - high});
	add_beside_words(figure, &part, swatch->pattern, &strokes);
	cc_paint_strokes(figure->fore, CC_ROLE_FILL, &strokes,
	    cc_pen(cc_colour_mix(ink, swatch->fill, INK),
		figure->size->stroke[CC_STROKE_HAIRLINE]));
}

void
cc_draw_bar_pattern(struct cc_figure *figure, const struct cc_bar *bar,
    const struct cc_swatch *swatch)
{
	double left = bar->reach.latest_start, right = bar->reach.earliest_end;
	if (bar->look == CC_BAR_SOLID && !bar->point && right > left)
		cc_draw_pattern(figure, swatch, (struct cc_point){left, bar->y},
		    (struct cc_point){right, bar->y}, bar->y + bar->height);
}
