/* What the rows of treatments and of drugs share. */
#ifndef CC_MARK_TREATMENT_H
#define CC_MARK_TREATMENT_H

#include "follow/dose.h"
#include "layout/bar.h"
#include "layout/draw.h"

extern const struct cc_mark cc_mark_treatment;

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

/* Their steps over the bar's time, from `floor` up, in its fill; the highest
 * is `full` high [unit]. */
void cc_draw_doses(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, double floor, double full);

#endif
