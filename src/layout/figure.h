/* The working state of one panel, which all marks share. */
#ifndef CC_LAYOUT_FIGURE_H
#define CC_LAYOUT_FIGURE_H

#include "layout/axis.h"
#include "layout/entries.h"
#include "layout/layout.h"
#include "layout/lost.h"
#include "layout/track.h"
#include "place/clear.h"

#include <glib.h>

/* A horizontal line of the backdrop, cut around words like the grid. */
struct cc_rule {
	double left, right, y;
	struct cc_paint pen;
};

/* A stretch of the plot with a ground of its own. */
struct cc_shade {
	double left, right; /* [unit] */
	cc_colour colour;
};

/* A line of the backdrop from the axis down, cut around the words below it. */
struct cc_drop {
	double x, top, bottom;
	struct cc_paint pen;
};

/* Which stretch of the course a panel draws. */
enum cc_window_kind {
	CC_WINDOW_WHOLE,
	CC_WINDOW_STRIP,  /* the n-th of `count` equal parts */
	CC_WINDOW_DETAIL, /* `from` to `to`, magnified */
};

struct cc_window {
	enum cc_window_kind kind;
	size_t n, count;
	struct cc_instant from, to;
	const char *title; /* over the panel; NULL: none */
	char letter;       /* of several panels: A, B; NUL: it has none */
};

/* What was asked for of the tracks: "+drug", "-genetics". */
struct cc_track_choice {
	const char *const *word;
	size_t count;
	bool only; /* names without a sign: nothing else is drawn */
};

struct cc_figure {
	const struct cc_layout_input *in;
	const struct cc_case *course;
	const struct cc_follow *follow; /* what follows from it */
	const struct cc_theme *theme;
	const struct cc_size *size;
	const struct cc_words_in *words;
	struct cc_arena *arena;
	struct cc_diags *diags;
	bool reporting; /* somebody wants to know the layout's own figures */
	struct cc_window window;
	double u; /* leading of the body [unit] */
	/* What the page has given, a bit each, and the row that is measured or
	 * drawn, which has given some of its own. */
	unsigned given;
	const struct cc_track *row;
	bool goes_on;       /* what it has no room for comes on another page */
	struct cc_box page; /* inside the margins */
	struct cc_box plot; /* columns of the axis x all rows */
	struct cc_axis axis;
	struct cc_track_choice choice;
	GPtrArray *tracks; /* of struct cc_track, top to bottom */
	const struct cc_figure_options *options; /* <figure>, may be NULL */
	const struct cc_fact *zero; /* of the relative axis; may be NULL */
	/* Of its row, by unit; NULL: not asked for yet. */
	const char *axis_names[CC_TICK_YEAR + 1];
	struct cc_axis_name {
		double left, right; /* of the axis [unit] */
		bool relative;      /* has such a row */
		double width;       /* of the wider row's name [unit] */
	} axis_name;
	/* Whose group is open: the signs of doubt in its words are said. */
	const struct cc_fact *told;
	uint64_t legend; /* entries that were asked for, a bit each */
	int grade;       /* the highest that is drawn, for the legend's entry */
	uint64_t legend_beside; /* those of them that not only rows asked for */
	struct cc_class_list classes; /* of the page; of its first panel */
	struct cc_shown *shown;       /* rows of the page; likewise */
	size_t shown_count;
	double entry_width[CC_LEGEND_COUNT]; /* 0: not asked for yet [unit] */
	GPtrArray *abbreviations; /* of struct cc_abbreviation, as drawn */
	/* Those that the row has asked for which is drawn. */
	const struct cc_abbreviation **asks;
	size_t ask_count;
	bool *claimed; /* by fact index: a track draws it */
	int *left_of;  /* likewise: the row which the page before left it in */
	/* By fact index, where the line of its day begins: at the words that
	 * say what it is, so that it runs through none above them [unit]. */
	double *line_top;
	struct cc_toned *toned; /* classes of treatments with their patterns */
	size_t toned_count;
	GHashTable *cuts; /* words as cc_shorten left them, in the arena */
	struct cc_loss *losses; /* of the last drawing */
	size_t loss_count;
	/* Of the lines of the backdrop that run through all rows, on the day
	 * of a progression, a relapse, a death [unit]. */
	double *day_lines;
	size_t day_line_count;
	struct cc_shade *shades; /* behind all rows, the last one on top */
	size_t shade_count;
	bool draft;           /* drawn to be measured */
	bool tips;            /* groups have titles: none of a draft has */
	bool columns_guessed; /* from a first measure of what fills them */
	/* Of the columns beside the plot, that panels share their edges. */
	double least_left, least_right; /* [unit] */
	double loose; /* air beyond the usual round lines of rows [unit] */
	struct cc_rule *rules; /* drawn with the grid */
	size_t rule_count;
	struct cc_clear written; /* words, as far as the panel is drawn */
	struct cc_drop *drops;   /* likewise */
	size_t drop_count;
	/* Where the backdrop goes in the fore layer, and what the ground layer
	 * has for it. */
	size_t backdrop_at, ground_first, ground_count;
	/* Layers: ground below the grid, fore above it. */
	struct cc_scene *ground, *fore;
};

/* True where the row that is measured or drawn has given it: a mark asks only
 * for what it names among its yields. */
bool cc_yielded(const struct cc_figure *figure, enum cc_yield yield);
/* How often that row leaves a part of what it has to a later page. */
size_t cc_row_parted(const struct cc_figure *figure);
/* True where the page has. */
bool cc_page_yielded(const struct cc_figure *figure, enum cc_yield yield);

/* Whether a track is drawn: as asked for, else `by_itself`. */
bool cc_figure_wants(
    const struct cc_figure *figure, const char *name, bool by_itself);

/* Marks a fact as drawn; false where another mark had it before. */
bool cc_figure_claim(struct cc_figure *figure, const struct cc_fact *fact);

/* True where some of a span lies on the axis of this figure, which may be a
 * stretch of the course. */
bool cc_figure_spans(
    const struct cc_figure *figure, const struct cc_span *span);

/* The same of a value, which has a place on the very ends, too. */
bool cc_figure_has(const struct cc_figure *figure, const struct cc_span *span);

/* True where the fact has a place on the axis of this figure. */
bool cc_figure_shows(
    const struct cc_figure *figure, const struct cc_fact *fact);

/* A horizontal line of the backdrop, behind all words. */
void cc_rule(struct cc_figure *figure, double left, double right, double y,
    struct cc_paint pen);

/* A line from the axis down to what stands below it. */
void cc_drop(
    struct cc_figure *figure, double x, double bottom, struct cc_paint pen);

/* The look of a treatment, with the pattern that parts it from others of its
 * tone. NULL: plain. */
struct cc_swatch cc_figure_swatch(
    const struct cc_figure *figure, const struct cc_term *term);

/* Sorts by an order that asks what follows from the case: `order` gets the
 * figure's struct cc_follow. */
typedef int cc_follow_order(const void *a, const void *b, void *follow);
void cc_sort(const struct cc_figure *figure, void *items, size_t count,
    size_t size, cc_follow_order *order);

/* Order of facts: first start, then document. */
int cc_fact_by_start(const struct cc_follow *follow, const struct cc_fact *a,
    const struct cc_fact *b);
void cc_sort_facts(
    const struct cc_figure *figure, const struct cc_fact **facts, size_t count);

/* Opens the group of a fact on the fore layer, with its reading order and a
 * tooltip that says all of it. `called`: what the mark calls it, NULL for the
 * fact's own name. */
void cc_open_fact(
    struct cc_figure *figure, const struct cc_fact *fact, const char *called);
/* Of a curve: its tooltip says all of its series. */
void cc_open_curve(
    struct cc_figure *figure, const struct cc_curve *curve, const char *called);
/* The same with a tooltip of the mark's own, for one that stands for several
 * facts. */
void cc_open_told(
    struct cc_figure *figure, const struct cc_fact *fact, const char *tip);
/* A draft writes no words: as if those of the fact bore the signs of its doubt.
 * For facts that a mark writes of without opening them. */
void cc_expect_signs(struct cc_figure *figure, const struct cc_fact *fact);
/* Words that bear the signs of a fact's doubt: the legend explains these. Those
 * of the open fact's are seen when they are written. */
void cc_explain_signs(
    struct cc_figure *figure, const struct cc_fact *fact, const char *text);

#endif
