/* An attribute that its element has not: what the files that say what was meant
 * by it share. */
#ifndef CC_MODEL_MISFIT_H
#define CC_MODEL_MISFIT_H

#include "model/owners.h"
#include "model/read.h"

/* What was asked of an attribute. */
struct cc_misfit {
	struct cc_reading *reading;
	const struct cc_element *element;
	const struct cc_attribute *attribute;
	struct cc_owner here;
};

/* refuse-time.c: 2022-03 for a text that says it in whatever notation, else
 * NULL; owned by the caller. */
char *cc_misfit_time(const struct cc_misfit *misfit, const char *text);

/* stop="toxicity": an end that is no time says why it ended. What begins with a
 * digit is a time that went wrong. */
bool cc_misfit_reason(
    const struct cc_misfit *misfit, const struct cc_attribute *attribute);

/* Whether it says a part of the element's time: its start, its end, that it
 * goes on. It is the first of those that do. */
bool cc_misfit_piece(
    const struct cc_misfit *misfit, const struct cc_attribute *attribute);
bool cc_misfit_first(const struct cc_misfit *misfit);

/* The time that the pieces are, "2021-04/2021-07", and how a refusal of the
 * first goes on; *time NULL: the element has a whole one. Both are owned by the
 * caller. */
char *cc_misfit_pieces(const struct cc_misfit *misfit, char **time);

#endif
