/* What a language file says, as the program carries it: read while it is
 * built. */
#ifndef CC_WORDS_LANGUAGE_PACK_H
#define CC_WORDS_LANGUAGE_PACK_H

#include "words/words.h"

struct cc_message_forms {
	const char *other;
	const char *one; /* NULL: as other */
	size_t length;   /* of the longer [bytes] */
	size_t places;   /* at most so many {name}s are in either */
};

struct cc_language_pack {
	const char *lang;
	const char *name; /* what it calls itself; "" unsaid */
	const char *small; /* words without a capital within a sentence, by
	                    * blanks; "" none */
	/* `other` is NULL where the language lacks the message. */
	struct cc_message_forms message[CC_MESSAGE_COUNT];
};

/* What was read of a language that is known. Borrowed. */
const struct cc_language_pack *cc_language_pack(
    const struct cc_languages *languages, const char *lang);

/* Adds a language that is not there yet. The strings are borrowed. */
void cc_languages_take(
    struct cc_languages *languages, const struct cc_language_pack *pack);

#endif
