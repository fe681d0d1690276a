/* What free text must not say to strangers: dates, names, numbers. The forms
 * that are looked for are data (templates/privacy). */
#ifndef CC_MODEL_LEAK_H
#define CC_MODEL_LEAK_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* How much of the calendar a picture shows. */
enum cc_privacy {
	CC_PRIVACY_NONE,     /* all of it */
	CC_PRIVACY_RELATIVE, /* nothing: time since a fact of the case */
	CC_PRIVACY_MONTH,    /* no days */
	CC_PRIVACY_YEAR,     /* no days, no months */
	CC_PRIVACY_COUNT
};

enum cc_leak {
	CC_LEAK_DATE,
	CC_LEAK_NAME,     /* after or before a title */
	CC_LEAK_RECORD,   /* number of a record, a ward's bed, a sample */
	CC_LEAK_IDENTITY, /* number of a person in a state's files */
	CC_LEAK_PHONE,
	CC_LEAK_ADDRESS, /* of mail, web or place; who works or lives there */
	CC_LEAK_AGE,     /* over 89 */
	CC_LEAK_COUNT
};

/* The forms of all languages that were added. */
struct cc_forms;
struct cc_forms *cc_forms_create(void);
void cc_forms_destroy(struct cc_forms *forms); /* takes NULL */

/* Adds a document of forms. The source must outlive them. */
bool cc_forms_add(struct cc_forms *forms, const struct cc_source *source,
    struct cc_diags *diags);

/* Whether texts in this language have forms of their own. */
bool cc_forms_speak(const struct cc_forms *forms, const char *lang);

/* The forms of one level, ready for use: made at the first call, the same ones
 * ever after. Borrowed. */
struct cc_leaks;
const struct cc_leaks *cc_forms_leaks(
    struct cc_forms *forms, enum cc_privacy level);

struct cc_leak_found {
	enum cc_leak kind;
	size_t at, length; /* [bytes] in the text */
};

/* All that is found, in the order of the text, each apart from the next: an
 * array of struct cc_leak_found that the caller frees; NULL where there is
 * nothing. What cannot be searched is found as a whole. */
GArray *cc_leaks_find(const struct cc_leaks *leaks, const char *text);

#endif
