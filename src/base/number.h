/* Decimal numbers: reading what a person typed, writing what a file holds. */
#ifndef CC_BASE_NUMBER_H
#define CC_BASE_NUMBER_H

#include "base/arena.h"

#include <glib.h>
#include <stdbool.h>

/* Reads -?[0-9]+(\.[0-9]+)? and nothing else (no exponent, hex, nan, inf or
 * white space; at most 15 significant digits before the point). False leaves
 * *number alone. */
bool cc_number_read(const char *text, double *number);

/* Appends with at most `decimals` (0-6) places, no trailing zeros, no "-0":
 * the fixed-point writer of all outputs (printf costs ten times as much and
 * follows the locale). The value is finite; from 1e12 on there are two places at
 * most, from 1e16 on none. */
void cc_number_append(GString *to, double value, int decimals);

/* The same to a place with room for it, which is CC_NUMBER_MOST bytes for what is
 * below 1e12; returns where it ends, without a NUL. */
#define CC_NUMBER_MOST 24
char *cc_number_write(char *to, double value, int decimals);

/* The same in the arena; and a whole number. */
const char *cc_number_decimal(
    struct cc_arena *arena, double value, int decimals);
const char *cc_number_whole(struct cc_arena *arena, int number);

#endif
