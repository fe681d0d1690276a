/* Languages as they are stored: shared by the files of this room only. */
#ifndef CC_WORDS_LANGUAGE_H
#define CC_WORDS_LANGUAGE_H

#include "words/language-pack.h"

/* The forms in the language, else in English. NULL: English is not loaded
 * either; then the message's id stands for it. */
const struct cc_message_forms *cc_language_forms(
    const struct cc_language *language, enum cc_message message);
const char *cc_message_id(enum cc_message message);

/* A place of a message and what fills it. */
struct cc_fill {
	const char *name;
	const char *text; /* NULL: the number */
	int number;
};

/* As cc_say_with, of a list. */
const char *cc_say_filled(const struct cc_words_in *in, enum cc_message message,
    const struct cc_fill *fills, size_t count);

/* Words that have no capital within a sentence, between blanks; "" unsaid. */
const char *cc_language_small(const struct cc_language *language);

/* Copies a string that was built into the arena and frees it. */
const char *cc_words_take(const struct cc_words_in *in, GString *text);

#endif
