/* Rules that look at the whole case; check.c lists them. A rule fires only if
 * it holds for every reading of an uncertain time, and is a step milder where
 * a time was written `~` or `?`. */
#ifndef CC_MODEL_RULES_H
#define CC_MODEL_RULES_H

#include "model/kind.h"

/* check-words.c: the case's own words */
void cc_rule_defines(const struct cc_check *check);
void cc_rule_criteria(const struct cc_check *check);
void cc_rule_patients(const struct cc_check *check);

#endif
