/* Words of a case's own, in English and Chinese. */
#ifndef CC_CASES_WORDS_H
#define CC_CASES_WORDS_H

#include "cases.h"
#include "random.h"

/* A phrase in both languages. */
struct cc_phrase {
	const char *en, *zh;
};

enum cc_saying { /* what is said */
	CC_SAYING_TITLE,
	CC_SAYING_EVENT,
	CC_SAYING_FINDING, /* of an image, a biopsy */
	CC_SAYING_RESPONSE,
	CC_SAYING_RELAPSE,
	CC_SAYING_TREATMENT,
	CC_SAYING_NOTE,
	CC_SAYING_COMMENT,
	CC_SAYING_COUNT
};

/* A phrase as long as the labelling asks for: one, or several in a row. */
void cc_saying_draw(struct cc_random *random, enum cc_saying saying,
    enum cc_labelling labelling, GString *en, GString *zh);

#endif
