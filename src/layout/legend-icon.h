/* What each entry of the legend looks like and says. */
#ifndef CC_LAYOUT_LEGEND_ICON_H
#define CC_LAYOUT_LEGEND_ICON_H

#include "layout/draw.h"

struct cc_entry {
	/* From x on, as wide as its icon, about y; NULL: see below. */
	void (*draw)(struct cc_figure *figure, double x, double y, double w);
	double width; /* of the icon [u] */
	enum cc_message message;
	bool labelled; /* its mark has words beside it: dropped first */
	bool worded;   /* likewise words may stand for it: nobody asks then */
	/* The marks whose rows have that sign, where others have one that looks
	 * like it, as bars of events fade from grade to grade; none: all. */
	const char *mark[5];
	enum cc_telling tells; /* what its sign is made out by */
	/* An icon that is letters, or where these are NULL a sign. */
	const char *letters;
	enum cc_sign sign;
	enum cc_colour_role ink;
};

/* From x on, about y. */
void cc_icon_draw(
    struct cc_figure *figure, const struct cc_entry *entry, double x, double y);

const struct cc_entry *cc_entry_of(enum cc_legend id);

#endif
