/* What the rows of treatments and of drugs share. */
#ifndef CC_MARK_TREATMENT_H
#define CC_MARK_TREATMENT_H

#include "follow/dose.h"
#include "layout/bar.h"
#include "layout/draw.h"

extern const struct cc_mark cc_mark_treatment, cc_mark_drug;

/* Whether it is in the rows of drugs: they were asked for, and what it holds
 * is known. */
bool cc_treatment_has_drugs(
    const struct cc_figure *figure, const struct cc_fact *fact);

/* A step, a hold or a taper, drawn as heights. */
bool cc_doses_vary(const struct cc_doses *given);

/* "120→80 mg/d", first to highest to last, or first to last where they are not
 * alike; NULL where there are none. */
const char *cc_dose_words(
    struct cc_figure *figure, const struct cc_doses *given);

/* How high a dose is drawn. */
struct cc_dose_scale {
	double floor, full; /* of the bar: its foot, its height [unit] */
	double high;        /* the dose that is full high; 0: its own highest */
};

/* The highest dose that is drawn; 0: none. */
double cc_doses_highest(const struct cc_doses *given);

/* What is drawn of a dose once it is sure to be given: from `left` to `right`,
 * at both as high as that share of the full bar. */
struct cc_dose_stretch {
	double left, right;
	double share_left, share_right;
};

/* One a dose, in their order; in the arena. */
struct cc_dose_stretch *cc_dose_pieces(struct cc_figure *figure,
    const struct cc_doses *given, const struct cc_bar *bar,
    const struct cc_dose_scale *scale);

/* Their steps over the bar's time, in its fill. */
void cc_draw_doses(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, const struct cc_dose_scale *scale);

#endif
