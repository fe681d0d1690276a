/* What was done, by the class that the vocabulary gives it. */
#ifndef CC_FOLLOW_ACT_H
#define CC_FOLLOW_ACT_H

#include "model/case.h"

/* Observation and treatment-free remission are courses, but given they are
 * not. */
bool cc_act_is_observation(const struct cc_fact *fact);

/* Its cycles are fractions, and one is irradiated. */
bool cc_act_is_radiotherapy(const struct cc_fact *fact);

/* It is counted in times, not in cycles: a procedure, plasma exchange. */
bool cc_act_is_done(const struct cc_fact *fact);

/* A biopsy or a scan of one site is called by what it is of: "liver biopsy". */
bool cc_act_is_of_site(const struct cc_fact *fact);

#endif
