/* A row of a page: the mark that it is of, the ways in which it can be drawn
 * (offers), and what it asks of the page. */
#ifndef CC_LAYOUT_TRACK_H
#define CC_LAYOUT_TRACK_H

#include "layout/layout.h"
#include "layout/yield.h"

#include <glib.h>

struct cc_figure;
struct cc_abbreviation;
struct cc_lanes;
struct cc_lane_item;
struct cc_track;

enum cc_zone {
	CC_ZONE_HEAD, /* above the axis, the whole width of the page */
	CC_ZONE_PLOT, /* a row of the plot */
	CC_ZONE_FOOT, /* below the axis, the whole width of the page */
};

struct cc_mark {
	const char *name; /* the word of --tracks: "treatment" */
	enum cc_zone zone;
	bool always;       /* drawn whatever is asked for */
	bool subject;      /* what a figure is of: nobody leaves it out */
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
	/* Gives every part its place; track->box is final. NULL: there is
	 * nothing that `draw` does not see from that. */
	void (*place)(struct cc_figure *figure, struct cc_track *track);
	void (*draw)(struct cc_figure *figure, struct cc_track *track);
	/* Tells as lost what the size has no part for; NULL: nothing. */
	void (*lose)(struct cc_figure *figure);
};

/* A row as it would be with so much given, at some width: what its mark
 * measured, and what it asks of the legend. All that were made are kept. */
struct cc_offer {
	struct cc_offer *before; /* NULL: the first one */
	double x, width;         /* of the plot [unit] */
	size_t given;            /* how many of the mark's yields */
	size_t drawn; /* with how many of them: fewer, where more is no lower */
	double height; /* its name's, if that is higher */
	double fair;   /* see cc_track */
	double most;
	double tick_width, first_tick, part_width;
	double right_width, name_lead;
	const char *name, *sub;
	double own_sub, column;
	size_t own_lines;
	const struct cc_fact **left;
	size_t left_count;
	bool asked;      /* the rest is known */
	uint64_t legend; /* entries, a bit each */
	struct cc_abbreviation *const *abbreviations;
	size_t abbreviation_count;
};

struct cc_track {
	const struct cc_mark *mark;
	int number;       /* from 1, as they were collected */
	const char *name; /* bold, in the left column; NULL: none */
	size_t name_part; /* bytes of it that may end a line; 0: none */
	const char *sub;  /* plain, below it; NULL: none */
	/* Where the mark writes the row's name itself, or nobody does: that,
	 * to speak of the row. NULL: `name` says it. */
	const char *own_name;
	double tick_width;  /* of words flush right before the plot [unit] */
	double first_tick;  /* of those beside the name's first line; 0: all */
	double part_width;  /* of the mark's own words in the left column */
	double right_width; /* of words to the right of the plot [unit] */
	double name_lead;   /* of a sign of the mark's before the name [unit] */
	double height;      /* needed [unit] */
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
	/* What its mark leaves out of the row that it offers. */
	const struct cc_fact **left;
	size_t left_count;
	/* How often the mark can leave a part of what is in it to a later page.
	 */
	size_t parts;
	bool handed;         /* what is left out comes on another page */
	bool elsewhere;      /* it is another page's, and only here again */
	bool continued;      /* it has what an earlier page left of it */
	double own_sub;      /* width of lines there that the mark draws */
	size_t own_lines;    /* how many: below the others */
	double name_baseline, sub_baseline; /* of the first of each [unit] */
	double column;            /* wanted for all words to the left [unit] */
	struct cc_lane_use lanes; /* rows 0: nothing is packed */
	struct cc_label_use labels; /* of what is placed along a line */
	struct cc_curve_use curve;
	struct cc_box box; /* plot columns x row */
	void *data;        /* the mark's own, in the arena */
	uint64_t legend;   /* what its last drawing asked for, a bit each */
	/* The abbreviations that it asked for when it was drawn. */
	const struct cc_abbreviation **asks;
	size_t ask_count;
	/* What stands in it, to be told if it goes. */
	const struct cc_fact **facts;
	size_t fact_count;
	/* The last one; which of them is now, and which the mark's own data is
	 * of: that is only needed to draw. */
	struct cc_offer *offers, *now, *standing;
};

/* How much its rows can do without before they go. */
size_t cc_yield_count(const struct cc_mark *mark);

/* Most of the page's width that a mark's own words in the left column have. */
#define CC_PART_MOST 0.24

/* The row below it in the plot; NULL: none. */
const struct cc_track *cc_row_below(
    const struct cc_figure *figure, const struct cc_track *track);

/* Remembers what stands in a row. */
void cc_track_hold(struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact);

/* Whether the page has a fact of the row: of several a later one has those
 * alone that the one before left. */
bool cc_track_has(const struct cc_figure *figure, const struct cc_track *track,
    const struct cc_fact *fact);
/* Leaves a fact out of the row that is measured. Where rows go on it is on a
 * later page, else lost. A row leaves some in each of its offers. */
void cc_track_leave(struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact);

/* Of so many facts that a row has, how many stay if it has left parts so often:
 * a quarter, or one; and how often it can. */
size_t cc_parts_stay(size_t count, size_t left);
size_t cc_parts_count(size_t count);

/* A soft hyphen in a name tells where it may part. */
struct cc_track *cc_figure_add_track(struct cc_figure *figure,
    const struct cc_mark *mark, const char *name, const char *sub, void *data);
/* Of the track's words in the column of names, as wide as that is now. */
double cc_name_height(struct cc_figure *figure, const struct cc_track *track);
/* Notes, for the report, how a row was packed. */
void cc_figure_packed(const struct cc_figure *figure, struct cc_track *track,
    const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t count, size_t rows);

/* Where the hairline above a row is [unit]. */
double cc_row_rule(
    const struct cc_figure *figure, const struct cc_track *track);

#endif
