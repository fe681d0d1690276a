/* Silences: stretches of time in which nothing stands, and which of them are
 * cut out of the axis. Pure numbers. */
#ifndef CC_LAYOUT_SILENCE_H
#define CC_LAYOUT_SILENCE_H

#include "layout/axis.h"

/* Where something stands, both ends included [minutes]. */
struct cc_occupied {
	int64_t from, to;
	bool awaited; /* what led up to it is no silence: a follow-up */
};

/* Whether anything may be cut at all. */
bool cc_has_silence(const struct cc_axis *axis,
    const struct cc_occupied *occupied, size_t count);

/* Cuts the one stretch that an axis has. Sorts `occupied`; sets the instants of
 * the stretches, their columns follow from their shares. */
void cc_silences_cut(
    struct cc_axis *axis, struct cc_occupied *occupied, size_t count);

#endif
