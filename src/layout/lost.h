/* What a figure has no room for, noted where it is given up and told when the
 * figure is drawn: in one line by kind, in notes and measures thing by thing.
 * Only what went is lost: that a page is pressed says nothing of it. */
#ifndef CC_LAYOUT_LOST_H
#define CC_LAYOUT_LOST_H

#include "model/case.h"

#include <glib.h>

enum cc_lost {
	CC_LOST_ROWS,   /* and all that stands in them */
	CC_LOST_EVENTS, /* of a row that stays for graver ones */
	CC_LOST_PARTS,  /* of a row that is too high for a page of its own */
	CC_LOST_ABBREVIATIONS, /* their explanations */
	CC_LOST_CLASSES,       /* what colours of treatments stand for */
	CC_LOST_AXIS,          /* its row that counts from zero */
	CC_LOST_BASELINE,      /* strips of values side by side */
	CC_LOST_GENETICS,      /* tests whose row the size has no part for */
	CC_LOST_STEPS,         /* of doses, as the height of bars */
	CC_LOST_CALLOUTS,      /* a callout keeps to its mark */
	CC_LOST_NOTES,         /* the second line of a callout */
	CC_LOST_LISTS,         /* of things of one day */
	CC_LOST_DOSES,         /* of drugs */
	CC_LOST_INTENTS,       /* of treatments */
	CC_LOST_REASONS,       /* why treatments ended */
	CC_LOST_RESULTS,       /* of procedures, and why they were not done */
	CC_LOST_VALUES,    /* the first, last or an extreme one of a curve */
	CC_LOST_SIZES,     /* of lesions, and their changes */
	CC_LOST_RESPONSES, /* codes of a ribbon's pieces */
	CC_LOST_WORDS,     /* cut with an ellipsis */
	CC_LOST_COUNT
};

struct cc_loss {
	enum cc_lost what;
	const struct cc_fact *fact; /* NULL: of no fact */
	const char *name; /* of a row, of an abbreviation; NULL: the fact's */
};

struct cc_figure;
void cc_lose(
    struct cc_figure *figure, enum cc_lost what, const struct cc_fact *fact);
void cc_lose_named(struct cc_figure *figure, enum cc_lost what,
    const struct cc_fact *fact, const char *name);

/* Finds the rows that were left out, and what stood in them; what was left out
 * of others; and what the size has no part for, unless words go with the page.
 */
void cc_lose_rows(struct cc_figure *figure);

/* Whether the patient line, in place of a row, names a finding. */
bool cc_header_says(
    const struct cc_figure *figure, const struct cc_finding *finding);

/* Finds words that were cut in what all panels painted; the first bears them.
 */
void cc_lose_cut_words(struct cc_figure *panels, size_t count);

/* "intents of treatments": of a kind; "the intent of": of one thing, NULL where
 * there is only one. */
const char *cc_lost_word(enum cc_lost what);
const char *cc_lost_each(enum cc_lost what);

/* Of one thing; NULL: it has no name of its own. */
const char *cc_loss_name(
    const struct cc_figure *figure, const struct cc_loss *loss);

/* A note for each thing. */
void cc_losses_note(const struct cc_figure *panels, size_t count);

#endif
