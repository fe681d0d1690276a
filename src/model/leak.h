/* What free text must not say to strangers: dates, names, numbers. */
#ifndef CC_MODEL_LEAK_H
#define CC_MODEL_LEAK_H

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
	CC_LEAK_EMAIL,
	CC_LEAK_AGE, /* over 89 */
	CC_LEAK_COUNT
};

struct cc_leak_found {
	enum cc_leak kind;
	size_t at, length; /* [bytes] in the text */
};

/* The patterns of a level, ready for use. */
struct cc_leaks;
struct cc_leaks *cc_leaks_create(enum cc_privacy level);
void cc_leaks_destroy(struct cc_leaks *leaks); /* takes NULL */

/* The first thing at or after `from`; of two at one place the longer one.
 * False where there is none. */
bool cc_leaks_find(const struct cc_leaks *leaks, const char *text, size_t from,
    struct cc_leak_found *found);

#endif
