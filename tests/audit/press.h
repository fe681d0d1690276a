/* Generated cases through the layout, many in one process. */
#ifndef CC_AUDIT_PRESS_H
#define CC_AUDIT_PRESS_H

#include "api/context.h"
#include "cases.h"

struct cc_press {
	struct clincourse_diags *diags; /* of the set-up and the cases */
	struct clincourse *context;
	struct cc_arena arena; /* of the case at hand */
	GString *text;
	struct cc_source source;
	struct clincourse_case course;
};

/* False where the context cannot be made: no fonts, broken templates. */
bool cc_press_init(struct cc_press *press);
void cc_press_finish(struct cc_press *press);

/* The case of the knobs, valid until the next one; NULL where the reader
 * refuses it, which is the generator's fault or the reader's. */
const struct clincourse_case *cc_press_case(
    struct cc_press *press, const struct cc_knobs *knobs);

/* The same of any text; NULL is no fault. */
const struct clincourse_case *cc_press_text(
    struct cc_press *press, const char *text, size_t length);

#endif
