/* Of what a patient died, by the words of the file. */
#ifndef CC_FOLLOW_CAUSE_H
#define CC_FOLLOW_CAUSE_H

#include "follow/patient.h"

/* Fills in what the death of the patient was of; there is one. */
void cc_cause_follow(
    struct cc_patient_course *patient, const struct cc_terms *terms);

#endif
