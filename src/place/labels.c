#include "place/labels.h"

#include <math.h>

struct pool {
	double sum;
	size_t count;
};

bool
cc_labels_row(struct cc_arena *arena, double least, double most,
    const double *width, double *at, size_t count)
{
	if (count == 0)
		return true;
	double *offset = cc_arena_new_array(arena, double, count);
	struct pool *pools = cc_arena_new_array(arena, struct pool, count);
	double total = 0;
	for (size_t i = 0; i < count; i++) {
		offset[i] = total + width[i] / 2;
		total += width[i];
	}
	if (total > most - least)
		return false;
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		pools[n++] = (struct pool){at[i] - offset[i], 1};
		while (n > 1 &&
		       pools[n - 2].sum * (double)pools[n - 1].count >
			   pools[n - 1].sum * (double)pools[n - 2].count) {
			pools[n - 2].sum += pools[n - 1].sum;
			pools[n - 2].count += pools[n - 1].count;
			n--;
		}
	}
	size_t i = 0;
	for (size_t p = 0; p < n; p++) {
		double shift = pools[p].sum / (double)pools[p].count;
		shift = fmin(fmax(shift, least), most - total);
		for (size_t k = 0; k < pools[p].count; k++, i++)
			at[i] = offset[i] + shift;
	}
	return true;
}
