/* The air of a page: how far things keep apart, in leadings of the body. */
#ifndef CC_PLACE_AIR_H
#define CC_PLACE_AIR_H

/* Between words of two things on one line. */
#define CC_AIR_WORDS 0.6
/* The same of one thing or one curve, which are read together. */
#define CC_AIR_WITHIN 0.25
/* From a mark to its own words. */
#define CC_AIR_MARK 0.35
/* From words to a line that parts for them. */
#define CC_AIR_LINE 0.18
/* From words to a cut through time. */
#define CC_AIR_CUT 0.2
/* Beyond the plot, where words of its first and last days may stand. */
#define CC_AIR_BEYOND 0.4

#endif
