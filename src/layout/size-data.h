/* Sizes as they are read: shared by size.c and size-read.c only. */
#ifndef CC_LAYOUT_SIZE_DATA_H
#define CC_LAYOUT_SIZE_DATA_H

#include "layout/size.h"
#include "xml/xml.h"

struct cc_size_entry {
	struct cc_size size;
	bool model; /* a "WxH" of about this width takes its type */
};

/* "89mm" in the unit it will be drawn in: pt, or px where written so. False
 * where the text is no length. */
struct cc_length {
	double value; /* [px] or [pt] */
	bool px;
};

bool cc_length_read(const char *text, struct cc_length *length);

/* Calls `take` for every size of the file's root element that is in order;
 * what is wrong is diagnosed. */
void cc_sizes_read(const struct cc_element *root,
    void (*take)(void *data, const struct cc_size_entry *entry), void *data,
    struct cc_diags *diags);

#endif
