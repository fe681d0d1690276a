/* Times as people write them elsewhere, so that a refusal can say them in our
 * notation. Shared by the time-guess files, and by what refuses a time. */
#ifndef CC_BASE_TIME_GUESS_H
#define CC_BASE_TIME_GUESS_H

#include "base/time-notation.h"

/* What a word or sign of such a time does in it. */
enum cc_time_sign {
	CC_SIGN_NUMBER,  /* value, digits */
	CC_SIGN_MARK,    /* value: the letter */
	CC_SIGN_MONTH,   /* value: 1 to 12 */
	CC_SIGN_UNIT,    /* value: enum cc_precision */
	CC_SIGN_DATE,    /* a unit that Chinese dates end their parts with */
	CC_SIGN_PART,    /* value: 0 early, 1 mid, 2 late */
	CC_SIGN_SEASON,  /* value: the season's number in EDTF */
	CC_SIGN_QUARTER, /* the letter q before its number, or behind it */
	CC_SIGN_NOON,    /* value: hours that pm adds */
	CC_SIGN_CLOCK,   /* T, Z, at */
	CC_SIGN_TO,
	CC_SIGN_SINCE, /* goes on from there */
	CC_SIGN_FROM,
	CC_SIGN_BEFORE,
	CC_SIGN_AFTER,
	CC_SIGN_BETWEEN,
	CC_SIGN_ABOUT,
	CC_SIGN_DOUBT,
	CC_SIGN_ONGOING,
	CC_SIGN_UNKNOWN,
	CC_SIGN_FILL, /* of, the, 23rd: says nothing */
};

struct cc_time_token {
	enum cc_time_sign sign;
	int value, digits;
	bool gap; /* white space before it */
};

#define CC_TIME_TOKENS 32 /* no time that a person writes has more */

/* Cuts a text into tokens; 0 where it holds what no time does. */
size_t cc_time_tokens(
    const char *text, struct cc_time_token token[CC_TIME_TOKENS]);

/* One way to read a date. */
struct cc_time_reading {
	struct cc_time_point date;
	bool day_first, month_first; /* so its author writes dates */
	const char *system; /* whose day number it may be; NULL: none */
};

#define CC_TIME_READINGS 3

/* Dates without a year take it from `other`, the other end of the time, which
 * may be NULL; `later`: it is the start. Returns how many ways there are to
 * read the tokens as one date. */
size_t cc_time_guess_date(const struct cc_time_token *token, size_t count,
    const struct cc_time_point *other, bool later,
    struct cc_time_reading reading[CC_TIME_READINGS]);

/* The same of a length or numbered day, in our notation; and its unit. */
bool cc_time_guess_length(const struct cc_time_token *token, size_t count,
    enum cc_precision *unit, char text[CC_TIME_HINT]);
char cc_unit_letter(enum cc_precision unit);

/* What a period such as "every 3 weeks" or q21d is in our notation: where its
 * words have that one meaning, and what they most likely mean. */
bool cc_time_worded_period(const char *text, char to[CC_TIME_HINT]);
bool cc_time_guess_period(const char *text, char to[CC_TIME_HINT]);

/* What a text most likely means, for "write %s": "2022-03", "2022-03-12 or
 * 2022-12-03". Each was read back: it is legal under the clock. `anchored`: an
 * offset needs no since. False where nobody could tell. */
bool cc_time_guess(
    const char *text, enum cc_clock clock, bool anchored, GString *hint);

enum cc_time_lack { CC_TIME_LACKS_YEAR, CC_TIME_LACKS_ALL };

/* A time of which too little is said: a day without its year, and what that
 * would be in some year; or a word for what nobody knows. */
bool cc_time_guess_part(
    const char *text, enum cc_time_lack *lack, GString *hint);

#endif
