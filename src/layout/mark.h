/* The table of marks and the working state that they share. A mark is one
 * look of a kind of fact: it collects its tracks, measures them, places
 * their parts (pure numbers) and draws them. */
#ifndef CC_LAYOUT_MARK_H
#define CC_LAYOUT_MARK_H

#include "layout/axis.h"
#include "layout/layout.h"
#include "layout/lost.h"
#include "layout/yield.h"
#include "place/clear.h"

#include <glib.h>

struct cc_figure;
struct cc_track;
struct cc_lanes;
struct cc_lane_item;

enum cc_zone {
	CC_ZONE_HEAD, /* above the axis, the whole width of the page */
	CC_ZONE_PLOT, /* a row of the plot */
	CC_ZONE_FOOT, /* below the axis, the whole width of the page */
};

struct cc_mark {
	const char *name; /* the word of --tracks: "treatment" */
	enum cc_zone zone;
	bool on_request;   /* drawn only where it is asked for by name */
	bool always;       /* drawn whatever is asked for */
	bool again;        /* on each page that a course goes on to */
	bool by_code;      /* its tests may be asked for by their own codes */
	bool fills_column; /* measure tells what it puts into the left one */
	/* The mark that no line parts its row from, where that stands above
	 * it; NULL: none. */
	const char *follows;
	/* What its rows do without where height is dear, the cheapest first;
	 * CC_YIELD_NOTHING ends it. */
	enum cc_yield yields[CC_YIELDS_MOST + 1];
	/* Adds the tracks that the case needs; none where it draws nothing. */
	void (*collect)(const struct cc_mark *mark, struct cc_figure *figure);
	/* Sets track->height and track->least from what must fit. */
	void (*measure)(struct cc_figure *figure, struct cc_track *track);
	/* Gives every part its place; track->box is final. */
	void (*place)(struct cc_figure *figure, struct cc_track *track);
	void (*draw)(struct cc_figure *figure, struct cc_track *track);
};

/* A row as it would be with so much given, at some width: what its mark
 * measured, and what it asks of the legend. All that were made are kept. */
struct cc_offer {
	struct cc_offer *before; /* NULL: the first one */
	double x, width;         /* of the plot [unit] */
	size_t given;            /* how many of the mark's yields */
	size_t drawn; /* with how many of them: fewer, where more is no lower */
	double height;           /* its name's, if that is higher */
	double fair;             /* see cc_track */
	double most;
	double tick_width, first_tick, part_width;
	double right_width, name_lead;
	const char *name, *sub;
	double own_sub, column;
	size_t own_lines;
	bool asked; /* the rest is known */
	uint64_t legend; /* entries, a bit each */
	struct cc_abbreviation *const *abbreviations;
	size_t abbreviation_count;
};

struct cc_track {
	const struct cc_mark *mark;
	int number;          /* from 1, as they were collected */
	const char *name;    /* bold, in the left column; NULL: none */
	size_t name_part;    /* bytes of it that may end a line; 0: none */
	const char *sub;     /* plain, below it; NULL: none */
	/* Where the mark writes the row's name itself, or nobody does: that,
	 * to speak of the row. NULL: `name` says it. */
	const char *own_name;
	double tick_width;   /* of words flush right before the plot [unit] */
	double first_tick;   /* of those beside the name's first line; 0: all */
	double part_width;   /* of the mark's own words in the left column */
	double right_width;  /* of words to the right of the plot [unit] */
	double name_lead;    /* of a sign of the mark's before the name [unit] */
	double height;       /* needed [unit] */
	/* What more is of use: where the page has it, and where a page of
	 * fixed height would be empty instead; 0: no more [unit]. */
	double fair, most;
	/* The treatments in it that have the colour of their class. */
	const struct cc_term *const *look;
	size_t look_count;
	bool rule;           /* a hairline above it */
	enum cc_yield spare; /* of all of it; CC_YIELD_NOTHING: it stays */
	size_t given;        /* of the mark's yields, by the fit */
	bool dropped;        /* left out for want of space */
	bool handed;         /* then: to another page */
	double own_sub;      /* width of lines there that the mark draws */
	size_t own_lines;    /* how many: below the others */
	double name_baseline, sub_baseline; /* of the first of each [unit] */
	double column;       /* wanted for all words to the left [unit] */
	struct cc_lane_use lanes;   /* rows 0: nothing is packed */
	struct cc_label_use labels; /* of what is placed along a line */
	struct cc_curve_use curve;
	struct cc_box box;          /* plot columns x row */
	void *data;                 /* the mark's own, in the arena */
	uint64_t legend; /* what its last drawing asked for, a bit each */
	/* What stands in it, to be told if it goes. */
	const struct cc_fact **facts;
	size_t fact_count;
	/* The last one; which of them is now, and which the mark's own data is
	 * of: that is only needed to draw. */
	struct cc_offer *offers, *now, *standing;
};

/* Legend entries: each is shown once if anything asked for it. */
enum cc_legend {
	CC_LEGEND_COLLECTION,
	CC_LEGEND_TRANSPLANT,
	CC_LEGEND_PLANNED, /* a sign */
	CC_LEGEND_NOT_DONE,
	CC_LEGEND_CELL,
	CC_LEGEND_UNNAMED, /* a callout without words */
	CC_LEGEND_DEATH,
	CC_LEGEND_DEATH_UNNAMED, /* its callout has no words */
	CC_LEGEND_WHISKER,
	CC_LEGEND_PALE,
	CC_LEGEND_FADE,
	CC_LEGEND_STUB,
	CC_LEGEND_OPEN,
	CC_LEGEND_ONGOING,
	CC_LEGEND_BEFORE, /* began before the plot does */
	CC_LEGEND_CYCLES,
	CC_LEGEND_HELD,
	CC_LEGEND_DOSE,
	CC_LEGEND_DOSE_SLOPE, /* changed on some day of the slope */
	CC_LEGEND_REACHED,
	CC_LEGEND_IN_ORDER, /* a response among steps, until the next one */
	CC_LEGEND_CARRIED,
	CC_LEGEND_CARRIED_LOW, /* in a ribbon */
	CC_LEGEND_BELOW,
	CC_LEGEND_ABOVE,
	CC_LEGEND_OFF_SCALE, /* nothing above 0, on a log scale */
	CC_LEGEND_SILENCE,   /* dashed, unless words say it */
	CC_LEGEND_RANGE,
	CC_LEGEND_THRESHOLD,
	CC_LEGEND_GRADE,
	CC_LEGEND_CTCAE_GRADE,
	CC_LEGEND_LARGER, /* a lesion, against the time before */
	CC_LEGEND_SMALLER,
	CC_LEGEND_MEASURED, /* a lesion's size that is not written */
	CC_LEGEND_CLUSTER,
	CC_LEGEND_FOUND, /* in the genes, where others were not, or are new */
	CC_LEGEND_NEW_FINDING,
	CC_LEGEND_NOT_FOUND,
	CC_LEGEND_APPROXIMATE,
	CC_LEGEND_UNCERTAIN,
	CC_LEGEND_PLANNED_BAR, /* unless a sign says it */
	CC_LEGEND_NOT_DONE_BAR,
	CC_LEGEND_UNDATED,
	CC_LEGEND_OWN_RANGE,   /* arrows of panels: what against */
	CC_LEGEND_ADULT_RANGE,
	CC_LEGEND_BREAK,
	CC_LEGEND_COUNT
};

/* The row below it in the plot; NULL: none. */
const struct cc_track *cc_row_below(
    const struct cc_figure *figure, const struct cc_track *track);

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

struct cc_abbreviation {
	enum cc_scope scope;
	const char *scheme, *code;
	/* Its place in the caption, once somebody asked. */
	bool said;
	const char *text; /* NULL: it is obvious */
	double width;     /* of that [unit] */
};

/* What a colour of treatments stands for. */
struct cc_class_entry {
	struct cc_swatch swatch;
	const char **code; /* of classes */
	size_t count;
	const char *text; /* their names */
	double width;     /* of the entry [unit] */
};

struct cc_class_list {
	struct cc_class_entry *item; /* by appearance */
	size_t count;
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
	uint64_t legend_beside; /* those of them that not only rows asked for */
	struct cc_class_list classes; /* of the page; of its first panel */
	const struct cc_track **shown; /* rows of the page; likewise */
	size_t shown_count;
	double entry_width[CC_LEGEND_COUNT]; /* 0: not asked for yet [unit] */
	GPtrArray *abbreviations; /* of struct cc_abbreviation, as drawn */
	bool *claimed;            /* by fact index: a track draws it */
	/* By fact index, where the line of its day begins: at the words that
	 * say what it is, so that it runs through none above them [unit]. */
	double *line_top;
	GHashTable *cuts; /* words as cc_shorten left them, in the arena */
	struct cc_loss *losses; /* of the last drawing */
	size_t loss_count;
	/* Of the lines of the backdrop that run through all rows, on the day
	 * of a progression, a relapse, a death [unit]. */
	double *day_lines;
	size_t day_line_count;
	struct cc_shade *shades; /* behind all rows, the last one on top */
	size_t shade_count;
	bool draft;     /* drawn to be measured: no tooltips */
	bool columns_guessed; /* from a first measure of what fills them */
	/* Of the columns beside the plot, that panels share their edges. */
	double least_left, least_right; /* [unit] */
	double loose; /* air beyond the usual round lines of rows [unit] */
	struct cc_rule *rules;          /* drawn with the grid */
	size_t rule_count;
	struct cc_clear written; /* words, as far as the panel is drawn */
	struct cc_drop *drops; /* likewise */
	size_t drop_count;
	/* Where the backdrop goes in the fore layer, and what the ground layer
	 * has for it. */
	size_t backdrop_at, ground_first, ground_count;
	/* Layers: ground below the grid, fore above it. */
	struct cc_scene *ground, *fore;
};

/* Types, colours and pens, all in page units. */
/* The first letter of a name from the vocabulary raised. */
const char *cc_upper(const struct cc_figure *figure, const char *text);
/* The same of a text that may begin with the author's words for a fact, which
 * stay as they are. */
const char *cc_upper_of(const struct cc_figure *figure,
    const struct cc_fact *fact, const char *text);

double cc_type_size(const struct cc_figure *figure, enum cc_type_role type);
cc_colour cc_ink(const struct cc_figure *figure, enum cc_colour_role role);
/* White or black, for words on both grounds: the one with the higher lowest
 * contrast. */
cc_colour cc_ink_on(
    const struct cc_figure *figure, cc_colour ground, cc_colour other);
/* Remembers what stands in a row. */
void cc_track_hold(struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact);

/* True where the row that is measured or drawn has given it: a mark asks only
 * for what it names among its yields. */
bool cc_yielded(const struct cc_figure *figure, enum cc_yield yield);
/* True where the page has. */
bool cc_page_yielded(const struct cc_figure *figure, enum cc_yield yield);

/* The height of a lane: `loose`, or `tight` where height is dear [u]. */
double cc_lane(const struct cc_figure *figure, double loose, double tight);

/* The same of a lane of names, which never overlap those of the next: on slides
 * they are in larger type than the body, whose leading is u. */
double cc_lane_of_names(
    const struct cc_figure *figure, double loose, double tight);

double cc_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold);

/* Writes one line on the fore layer; returns its width (0 where the layer is
 * muted). `x` is where the
 * anchor says, `y` the baseline. */
double cc_write(struct cc_figure *figure, enum cc_type_role type, bool bold,
    enum cc_colour_role role, enum cc_anchor anchor, double x, double y,
    const char *text);
double cc_write_in(struct cc_figure *figure, enum cc_type_role type, bool bold,
    cc_colour colour, enum cc_anchor anchor, double x, double y,
    const char *text);

/* The same of words whose width is known. */
void cc_write_measured(struct cc_figure *figure, enum cc_type_role type,
    bool bold, cc_colour colour, enum cc_anchor anchor, struct cc_point at,
    const char *text, double width);

/* The baseline that centres a face's capitals on y. */
double cc_centre(
    const struct cc_figure *figure, enum cc_type_role type, double y);

struct cc_paint cc_pen(cc_colour colour, double width);
struct cc_paint cc_brush(cc_colour colour);

/* Shortens to a width at a sensible point with an ellipsis; returns the text
 * itself where it fits. */
const char *cc_shorten(struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold, double width);

/* Breaks into at most `most` lines of at most `width` at spaces, CJK
 * characters and after hyphens, never inside brackets; the last line is
 * shortened where it must be. Returns how many lines. */
int cc_wrap(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double width, int most, const char **lines);

/* Breaks once, after the first comma or colon; returns the width of the longer
 * line, INFINITY where there is no such place. */
double cc_wrap_clauses(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, const char *lines[2]);

/* The least width in which cc_wrap() needs no more than two lines for it. */
double cc_wrap_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold);

/* Tracks and tables. A soft hyphen in a name tells where it may part. */
struct cc_track *cc_figure_add_track(struct cc_figure *figure,
    const struct cc_mark *mark, const char *name, const char *sub, void *data);
/* Of the track's words in the column of names, as wide as that is now. */
double cc_name_height(struct cc_figure *figure, const struct cc_track *track);
/* Notes, for the report, how a row was packed. */
void cc_figure_packed(const struct cc_figure *figure, struct cc_track *track,
    const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t count, size_t rows);
void cc_figure_legend(struct cc_figure *figure, enum cc_legend entry);
void cc_figure_abbreviation(struct cc_figure *figure, enum cc_scope scope,
    const char *scheme, const char *code);
/* The same of a fact's code, unless the author's words stand in its place. */
void cc_figure_abbreviation_of(struct cc_figure *figure, enum cc_scope scope,
    const struct cc_fact *fact);
/* The same where the author's own word for it is what is drawn. */
void cc_figure_word(
    struct cc_figure *figure, enum cc_scope scope, const char *code);
void cc_figure_word_of(struct cc_figure *figure, enum cc_scope scope,
    const struct cc_fact *fact);
/* A name with the patient's before it where that is not the first: a child
 * beside its mother, a donor beside the recipient. */
const char *cc_of_patient(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name);

/* A word or a number with ~ or ? behind it where the file has them at its time;
 * the sign alone where it is NULL. */
const char *cc_marked_doubt(const struct cc_figure *figure, const char *text,
    const struct cc_span *span);

/* The same, with "+4 months" before these where that is counted from what has
 * no date, so that no place on the axis says it. */
const char *cc_marked_time(const struct cc_figure *figure, const char *text,
    const struct cc_span *span);

/* All of that: the name as it is drawn. */
const char *cc_drawn_name(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name);

/* Whether a track is drawn: as asked for, else `by_itself`. */
bool cc_figure_wants(
    const struct cc_figure *figure, const char *name, bool by_itself);

/* Marks a fact as drawn; false where another mark had it before. */
bool cc_figure_claim(struct cc_figure *figure, const struct cc_fact *fact);

/* True where some of a span lies on the axis of this figure, which may be a
 * stretch of the course. */
bool cc_figure_spans(
    const struct cc_figure *figure, const struct cc_span *span);

/* True where the fact has a place on the axis of this figure. */
bool cc_figure_shows(
    const struct cc_figure *figure, const struct cc_fact *fact);

/* Where the hairline above a row is [unit]. */
double cc_row_rule(
    const struct cc_figure *figure, const struct cc_track *track);

/* A horizontal line of the backdrop, behind all words. */
void cc_rule(struct cc_figure *figure, double left, double right, double y,
    struct cc_paint pen);

/* A line from the axis down to what stands below it. */
void cc_drop(struct cc_figure *figure, double x, double bottom,
    struct cc_paint pen);

/* Sorts by an order that asks what follows from the case: `order` gets the
 * figure's struct cc_follow. */
typedef int cc_follow_order(const void *a, const void *b, void *follow);
void cc_sort(const struct cc_figure *figure, void *items, size_t count,
    size_t size, cc_follow_order *order);

/* Order of facts: first start, then document. */
int cc_fact_by_start(const struct cc_follow *follow, const struct cc_fact *a,
    const struct cc_fact *b);

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

/* Positions on the axis, inside the plot. */
/* The four instants as x [unit]. What is exact (follow/precision.h) has no
 * width: a moment stands in the middle of its day, an interval fills its first
 * and last day; nor has what is known less well but too narrow to be seen. */
struct cc_reach {
	double earliest_start, latest_start, earliest_end, latest_end;
	double middle;            /* of a moment */
	bool from_left, to_right; /* no bound on that side */
};
struct cc_reach cc_reach_of(
    const struct cc_figure *figure, const struct cc_span *span);
/* Of a fact, as far as its order tells where it has no date: then what comes
 * after it limits it, or nothing does, which is an arrow. */
struct cc_reach cc_fact_reach(
    const struct cc_figure *figure, const struct cc_fact *fact);
struct cc_reach cc_ordered_reach(
    const struct cc_figure *figure, const struct cc_ordered *ordered);
/* Between which columns the words of a fact stand: the plot's, or those of the
 * steps behind it. */
void cc_fact_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    double *least, double *most);
/* The same for an item of a lane, whose words have a width by now: on its own
 * side of a cut, where they have room there. */
void cc_item_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    struct cc_lane_item *item);
/* Its middle alone. */
double cc_middle_of(const struct cc_figure *figure, const struct cc_span *span);

#endif
