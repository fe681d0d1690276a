/* Random numbers that are the same everywhere: whole numbers only, no libm,
 * nothing of the C library. */
#ifndef CC_CASES_RANDOM_H
#define CC_CASES_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cc_random {
	uint64_t state[4];
};

/* Streams of one seed are independent of each other, so that what one part
 * draws does not shift what the others do. */
void cc_random_init(struct cc_random *random, uint64_t seed, uint64_t stream);

uint64_t cc_random_next(struct cc_random *random);

/* [0, count); 0 where count is below 2. */
int cc_random_below(struct cc_random *random, int count);

/* [low, high]; low where high is below it. */
int64_t cc_random_between(struct cc_random *random, int64_t low, int64_t high);

bool cc_random_chance(struct cc_random *random, int percent);

/* An index, each as likely as its weight says. */
size_t cc_random_weighted(
    struct cc_random *random, const int *weights, size_t count);

/* One of a list that ends with NULL and is not empty. Borrowed. */
const char *cc_random_pick(struct cc_random *random, const char *const *list);

#endif
