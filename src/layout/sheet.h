/* The sheet that a page is drawn on: its panels below each other, between a
 * header and a legend. */
#ifndef CC_LAYOUT_SHEET_H
#define CC_LAYOUT_SHEET_H

#include "layout/parts.h"

#define CC_PANELS_MOST 16

struct cc_sheet {
	const struct cc_layout_input *in;
	struct cc_scene *scene;
	struct cc_layout_report *report; /* may be NULL */
	struct cc_diags *diags;
	struct cc_figure *panels;
	size_t count;
	/* What rows put below the grid; and a panel's whole backdrop, when all
	 * is drawn. */
	struct cc_scene ground, backdrop;
	double header;                /* height: it never gives way [unit] */
	double legend;                /* of the last drawing [unit] */
	bool yielded;                 /* something gave way */
	double whole;  /* height of all that there is, at least [unit] */
	double height; /* as it was last fitted [unit] */
	bool drawn;    /* as it was fitted, for good */
	bool goes_on;  /* rows may go to another page */
};

/* A page begins with its panels, so many strips of each; false where the case
 * has none of that name. */
bool cc_sheet_open(struct cc_sheet *sheet, size_t strips);
void cc_sheet_close(struct cc_sheet *sheet);

/* Whether what it leaves out comes on another page: of one panel, since panels
 * count their rows each for itself. */
bool cc_sheet_hands_on(const struct cc_sheet *sheet);
/* The same of facts, for so many pages. */
bool cc_sheet_goes_on(const struct cc_sheet *sheet);
/* Adds that (struct cc_layout_left), once it fits. */
void cc_sheet_hand_on(struct cc_sheet *sheet, GArray *rest);

/* As printed [mm]. */
double cc_sheet_printed(const struct cc_sheet *sheet, double height);

/* Height of all but the legend, at the present columns. */
double cc_sheet_measure(struct cc_sheet *sheet);

/* Sets the columns by what is drawn now; true where one moved. */
bool cc_sheet_settle(struct cc_sheet *sheet);

/* Draws all on empty layers, without ink where it is a draft, which only tells
 * what the legend will hold. Returns the height used. `spare` is handed out to
 * rows. */
double cc_sheet_draw(struct cc_sheet *sheet, double spare, bool draft);

/* Most pages may grow and have room for all and to spare: those are drawn for
 * good before anybody asks how high their legend is. False where it must be
 * fitted. */
bool cc_sheet_draw_roomy(struct cc_sheet *sheet);

/* Gives way, as little as makes the page fit; false where nothing does. */
bool cc_sheet_fit(struct cc_sheet *sheet);

/* Says of what does not fit how much height it lacks, and the ways out that
 * lead somewhere: they are tried. The panels are gone then. */
void cc_sheet_refuse(struct cc_sheet *sheet);

/* Draws what was fitted, for good. */
void cc_sheet_finish(struct cc_sheet *sheet);

#endif
