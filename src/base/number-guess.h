/* Numbers as people write them elsewhere, so that a refusal can say what one
 * lacks. */
#ifndef CC_BASE_NUMBER_GUESS_H
#define CC_BASE_NUMBER_GUESS_H

#include <glib.h>
#include <stdbool.h>

enum cc_number_kind {
	CC_NUMBER_UNKNOWN, /* nobody could tell */
	CC_NUMBER_ONE,
	CC_NUMBER_TWO_READINGS, /* 19,000: thousands, or decimals */
	CC_NUMBER_RANGE,        /* from the first to the second */
	CC_NUMBER_RESULT,       /* a word of a test: positive, negative ... */
	CC_NUMBER_MISSING,      /* nothing was measured */
};

#define CC_NUMBER_TEXT 40 /* [bytes] */

struct cc_number_guess {
	enum cc_number_kind kind;
	char number[2][CC_NUMBER_TEXT]; /* each is a plain decimal one */
	char sign;                      /* < or > before it; 0: none */
	bool about;
	bool power; /* of ten, by which it was written: 5.2e5 */
	bool comma; /* before its decimals, for thousands it is none */
	char unit[CC_NUMBER_TEXT]; /* behind it; "": none */
	const char *result;
};

/* What a text that is no plain number (base/number.h) most likely means. */
struct cc_number_guess cc_number_guess(const char *text);

/* The plain one of a number that has one meaning, though no plain digits: with
 * a power of ten, 5.2e5, 5.2E+05, 5.2×10^5 (520000), 10⁻⁵ (0.00001), or a decimal
 * comma, 98,5. False: it is none. */
bool cc_number_plain(const char *text, char plain[CC_NUMBER_TEXT]);

#endif
