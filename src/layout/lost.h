/* What a figure has no room for, noted where it is given up and told in one
 * line when the figure is drawn. */
#ifndef CC_LAYOUT_LOST_H
#define CC_LAYOUT_LOST_H

#include "model/case.h"

enum cc_lost {
	CC_LOST_CALLOUTS, /* a callout keeps to its mark */
	CC_LOST_NOTES,    /* the second line of a callout */
	CC_LOST_LISTS,    /* of things of one day */
	CC_LOST_DOSES,    /* of drugs */
	CC_LOST_INTENTS,  /* of treatments */
	CC_LOST_RESULTS,  /* of procedures, and why they were not done */
	CC_LOST_VALUES,   /* the first, last or an extreme one of a curve */
	CC_LOST_SIZES,    /* of lesions, and their changes */
	CC_LOST_WORDS,    /* cut with an ellipsis */
	CC_LOST_COUNT
};

struct cc_loss {
	enum cc_lost what;
	const struct cc_fact *fact; /* NULL: of no fact */
};

struct cc_figure;
void cc_lose(struct cc_figure *figure, enum cc_lost what,
    const struct cc_fact *fact);

/* Finds words that were cut in what is painted. */
void cc_lose_cut_words(struct cc_figure *figure);

/* "doses of drugs". */
const char *cc_lost_word(enum cc_lost what);

/* The same, and how many; NULL where nothing of the kind is lost. In `arena`. */
const char *cc_lost_words(struct cc_arena *arena,
    const struct cc_figure *figures, size_t count, enum cc_lost what);

#endif
