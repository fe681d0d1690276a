/* A row of lesions. Shared by lesion*.c only. */
#ifndef CC_MARK_LESION_H
#define CC_MARK_LESION_H

#include "layout/mark.h"

/* Writes the sizes on the bar whose middle is at y, the dearest first; where
 * one has no room there is a dot. */
void cc_lesion_sizes_draw(
    struct cc_figure *figure, const struct cc_fact *fact, double y);

#endif
