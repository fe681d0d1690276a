/* What each entry of the legend looks like and says. */
#ifndef CC_LAYOUT_LEGEND_ICON_H
#define CC_LAYOUT_LEGEND_ICON_H

#include "layout/mark.h"

struct cc_entry {
	/* From x on, as wide as its icon, about y; NULL: it is never shown. */
	void (*draw)(struct cc_figure *figure, double x, double y, double w);
	double width; /* of the icon [u] */
	enum cc_message message;
	bool labelled; /* its mark has words beside it: dropped first */
};

const struct cc_entry *cc_entry_of(enum cc_legend id);

#endif
