/* A row of lesions. Shared by lesion*.c only. */
#ifndef CC_MARK_LESION_H
#define CC_MARK_LESION_H

#include "layout/bar.h"
#include "layout/draw.h"

/* Where a size may have been measured: in life. False where nothing tells. */
bool cc_size_reach(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_value *value, struct cc_reach *reach);

/* The unit of a size, as words; NULL: none is said. */
const char *cc_size_unit(const struct cc_figure *figure,
    const struct cc_fact *fact, const struct cc_value *value);

/* The number, with its unit where that is not the one that the row says (NULL:
 * it says none), and the signs of the author's doubt of when it was taken. */
const char *cc_size_text(const struct cc_figure *figure,
    const struct cc_fact *fact, const struct cc_value *value, const char *unit);

/* Writes the sizes on the bar whose middle is at y, the dearest first; where
 * one has no room there is a dot. `band`: the bar is as thick as the lesion was
 * large, and is seen between them. */
void cc_lesion_sizes_draw(struct cc_figure *figure, const struct cc_fact *fact,
    const char *unit, double y, bool band);

/* Whether a bar of this look is as thick as the lesion was large. */
bool cc_lesion_is_band(
    const struct cc_lesion *lesion, const struct cc_bar *bar);
/* Draws it so, about the middle of the bar. */
void cc_lesion_band_draw(struct cc_figure *figure,
    const struct cc_lesion *lesion, const struct cc_bar *bar);

/* Arrows where it was seen to be larger or smaller, but not measured. */
void cc_lesion_changes_draw(struct cc_figure *figure,
    const struct cc_fact *fact, const struct cc_bar *bar);

#endif
