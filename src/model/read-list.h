/* Values that stand in a list or a table. Shared by read*.c. */
#ifndef CC_MODEL_READ_LIST_H
#define CC_MODEL_READ_LIST_H

#include "model/read.h"

struct cc_cell {
	const char *text; /* without blanks at its ends */
	struct cc_pos pos;
};

struct cc_list {
	struct cc_value *value;
	size_t count;
};

/* One value: its time, and a number, limit, range, pair, n/d or result. */
void cc_list_value(struct cc_reading *reading,
    const struct cc_element *element, struct cc_value *value,
    struct cc_cell time, struct cc_cell number);

/* read-table.c: those of the file that a series names. */
struct cc_list cc_read_table(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_fact *series);

#endif
