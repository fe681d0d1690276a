/* A row of a drug: what was given of it, and its words. Shared by drug*.c
 * only. */
#ifndef CC_MARK_DRUG_ROW_H
#define CC_MARK_DRUG_ROW_H

#include "mark/treatment.h"

/* Where a line of words stands. */
enum cc_label_place {
	CC_LABEL_INSIDE, /* a piece of the bar */
	CC_LABEL_ABOVE,  /* a low one */
	CC_LABEL_BESIDE, /* the bar */
};

struct cc_dose_label {
	const char *text;
	double x; /* where it begins [unit] */
	enum cc_label_place place;
	double share; /* height of the piece, of the full bar */
};

struct cc_given { /* one course of the drug */
	const struct cc_fact *fact;
	const struct cc_span *part; /* its own time; NULL: that of the fact */
	struct cc_doses doses;
	const struct cc_dosing *dosing; /* NULL: nothing is said of it */
	const struct cc_reasons *stop; /* why it ended; NULL: a part of it */
	const char *note; /* why it departs from its regimen; NULL: unsaid */
	struct cc_bar bar;
	bool profile; /* doses are drawn as height */
	const struct cc_dose_scale *scale; /* of the row */
	const char *words; /* all of them as one text; NULL: none */
	bool unstopped;    /* there is no room for why it ended */
	/* Why it began; NULL where the row of its treatment says that. */
	const struct cc_reasons *because;
	struct cc_dose_label *label;
	size_t label_count;
};

struct cc_drug_row {
	const char *code;             /* of the drug; NULL: free text */
	const struct cc_fact *called; /* whose name it has; NULL: the drug's */
	const char *name;
	bool abbreviated; /* the name */
	const struct cc_term *term; /* NULL: unknown */
	struct cc_swatch swatch;
	struct cc_given *all; /* by start */
	size_t count;
	struct cc_dose_scale scale; /* one of all its bars */
	double head; /* of the track's own name, above [unit] */
};

/* The rows of a figure in their order. Claims what is in them. */
struct cc_drug_rows {
	struct cc_drug_row *item;
	size_t count;
};
struct cc_drug_rows cc_drug_rows_find(struct cc_figure *figure);

/* What is said of a course as one text; NULL: nothing. */
const char *cc_given_words(
    struct cc_figure *figure, const struct cc_given *given);

/* Finds the words of each course and places them along the row, whose bars
 * have their reach. */
void cc_drug_label(struct cc_figure *figure, struct cc_drug_row *row);

#endif
