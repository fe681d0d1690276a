/* xoshiro256** of Blackman and Vigna, seeded through splitmix64, as their
 * paper recommends (doi 10.1145/3460772). */
#include "random.h"

static uint64_t
splitmix(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

void
cc_random_init(struct cc_random *random, uint64_t seed, uint64_t stream)
{
	uint64_t state = seed;

	state = splitmix(&state) ^ stream * UINT64_C(0xd1342543de82ef95);
	for (int i = 0; i < 4; i++)
		random->state[i] = splitmix(&state);
}

static uint64_t
rotate(uint64_t x, int by)
{
	return (x << by) | (x >> (64 - by));
}

uint64_t
cc_random_next(struct cc_random *random)
{
	uint64_t *s = random->state;
	const uint64_t result = rotate(s[1] * 5, 7) * 9;
	const uint64_t shifted = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= shifted;
	s[3] = rotate(s[3], 45);
	return result;
}

/* The remainder's bias is below 2^-30 for all that is asked here. */
int64_t
cc_random_between(struct cc_random *random, int64_t low, int64_t high)
{
	if (high <= low)
		return low;
	return low +
	       (int64_t)(cc_random_next(random) % ((uint64_t)(high - low) + 1));
}

int
cc_random_below(struct cc_random *random, int count)
{
	return (int)cc_random_between(random, 0, (int64_t)count - 1);
}

bool
cc_random_chance(struct cc_random *random, int percent)
{
	return cc_random_below(random, 100) < percent;
}

size_t
cc_random_weighted(struct cc_random *random, const int *weights, size_t count)
{
	int sum = 0, at;
	size_t i;

	for (i = 0; i < count; i++)
		sum += weights[i];
	at = cc_random_below(random, sum);
	for (i = 0; i + 1 < count && at >= weights[i]; i++)
		at -= weights[i];
	return i;
}

const char *
cc_random_pick(struct cc_random *random, const char *const *list)
{
	int count = 0;

	while (list[count] != NULL)
		count++;
	return list[cc_random_below(random, count)];
}
