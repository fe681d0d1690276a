/* What gives way where a page has no room for all of it. This is the one table:
 * its order is how dear a loss is, the cheapest first. A mark says which of it
 * its rows can do without (cc_mark.yields), the page has some of its own; where
 * all of that is not enough, rows go (cc_track.spare). */
#ifndef CC_LAYOUT_YIELD_H
#define CC_LAYOUT_YIELD_H

enum cc_yield {
	CC_YIELD_NOTHING,   /* ends a list */
	CC_YIELD_AIR,       /* some of it between rows */
	CC_YIELD_FINDINGS,  /* those that the same tests saw share a line */
	CC_YIELD_INTENTS,   /* of regimens; names told before; keys of digits */
	CC_YIELD_STAIRS,    /* of a response, for a ribbon */
	CC_YIELD_CURVES,    /* as high as they are read best */
	CC_YIELD_LANES,     /* higher than their words */
	CC_YIELD_LEGEND,    /* entries of marks that have words */
	CC_YIELD_CAPTION,   /* abbreviations */
	CC_YIELD_CURVES_TO, /* as high as they are read well */
	CC_YIELD_AIR_MORE,  /* most of it */
	/* Things of one day share a mark and a list; as with intents of
	 * treatments, their words cross a line that parts time rather than
	 * take a lane. */
	CC_YIELD_LISTS,
	CC_YIELD_RELATIVE,   /* the row of the axis that counts from zero */
	CC_YIELD_CLASSES,    /* what the colours of treatments stand for */
	CC_YIELD_NOTES,      /* callouts keep one line */
	CC_YIELD_DOSES,      /* as the height of a treatment's bar */
	CC_YIELD_CURVES_LOW, /* all but what they are read at all with */
	CC_YIELD_STRIP,      /* values at diagnosis */
	CC_YIELD_CALLOUTS,   /* of plain events */

	/* Rows, with all that stands in them; of a rank the lowest first. */
	CC_YIELD_INTERVALS,
	CC_YIELD_CURVE_MORE,   /* the author's third, and those after it */
	CC_YIELD_EVENTS,       /* adverse and other ones, results, care */
	CC_YIELD_CURVE_SECOND, /* the author's second */
	CC_YIELD_IMAGES,
	CC_YIELD_INFECTIONS,
	CC_YIELD_HARMLESS,   /* events of a row that stays for graver ones */
	CC_YIELD_DRUGS,      /* beside the lines */
	CC_YIELD_LINE_DRUGS, /* of a line of therapy */
	CC_YIELD_SERIOUS, /* events that were (ICH E2A), or ended a treatment */
	CC_YIELD_GENETICS,
	CC_YIELD_CURVES_LAST, /* all but a line, where there is no more */
	CC_YIELD_CURVE_FIRST,
	CC_YIELD_LESIONS,
	CC_YIELD_TURNS, /* what callouts say of some beside what they are */
	CC_YIELD_BARS, /* of treatments, higher than words of the body's size */
	CC_YIELD_TURNS_MORE, /* and of most */
	CC_YIELD_LAST, /* what killed, what the case is about, was asked for */
	CC_YIELD_KEYS, /* curves that the author marked, all but the first */

	/* Where rows may go on to another page, none has to stay on this one.
	 */
	CC_YIELD_KEPT,       /* those that an only page never goes without */
	CC_YIELD_PART,       /* up to half of the row that this page is for */
	CC_YIELD_AGAIN,      /* those that all pages have */
	CC_YIELD_PART_MORE,  /* all but one fact of that row */
	CC_YIELD_STRIP_LAST, /* the strip that this page is for */
};

/* Most that a row does without before it goes. */
#define CC_YIELDS_MOST 4
/* Most that a row leaves parts of itself: one of a million facts stays. */
#define CC_PARTS_MOST 64

#endif
