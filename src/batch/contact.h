/* All pictures of a folder on one page, to look at. */
#ifndef CC_BATCH_CONTACT_H
#define CC_BATCH_CONTACT_H

#include "base/diag.h"

/* Writes index.html into a folder that is open, out of a report in it. False
 * after diagnostics. */
bool cc_contact_write(
    int folder, const char *path, const char *report, struct cc_diags *diags);

#endif
