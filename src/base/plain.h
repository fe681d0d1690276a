/* Words without what spelling varies in. */
#ifndef CC_BASE_PLAIN_H
#define CC_BASE_PLAIN_H

#include <glib.h>
#include <stdbool.h>

/* What is left of a word when capitals, accents, full width, spaces, hyphens
 * and the points between its letters are gone, and what is spelt in two ways,
 * as haemoglobin and hemoglobin, is spelt in one: two words that differ in
 * nothing else are one word. Signs that mean something stay: + ; % and the
 * hyphen at an end (-7, MRD-). The caller frees it. */
char *cc_plain(const char *word);

/* The same of a word with German letters spelt out, Anaemie for Anämie; NULL
 * where it has none. */
char *cc_plain_german(const char *word);

/* Its words, each as cc_plain has it; a run of Chinese is one. NULL-terminated,
 * the caller frees it. */
GStrv cc_plain_words(const char *text);

#endif
