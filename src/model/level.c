/* The levels of a scheme of responses: which there are, and their words. */
#include "model/vocab.h"

#include <math.h>
#include <string.h>

/* Of equal rank, the first of the file. */
static const struct cc_term *
find_first(const struct cc_terms *terms, const char *scheme, double rank)
{
	size_t count = 0;
	const struct cc_term *const *all =
	    cc_vocab_list(terms->vocab, CC_IN_RESPONSE, &count);

	for (size_t i = 0; i < count; i++)
		if (g_strcmp0(all[i]->scheme, scheme) == 0 &&
		    all[i]->rank == rank)
			return all[i];
	return NULL;
}

const struct cc_term *
cc_level_term(const struct cc_terms *terms, const char *scheme, double rank)
{
	if (terms->vocab == NULL || isnan(rank) || rank != floor(rank))
		return NULL;
	return find_first(terms, scheme, rank);
}

double
cc_relapse_rank(const struct cc_terms *terms, const char *scheme)
{
	const struct cc_term *pd;
	size_t count = 0;
	const struct cc_term *const *all;
	double least = NAN;

	if (terms->vocab == NULL)
		return NAN;
	pd = cc_terms_find(terms, CC_IN_RESPONSE, scheme, "PD");
	if (pd != NULL && !isnan(pd->rank))
		return pd->rank;
	all = cc_vocab_list(terms->vocab, CC_IN_RESPONSE, &count);
	for (size_t i = 0; i < count; i++)
		if (g_strcmp0(all[i]->scheme, scheme) == 0 &&
		    all[i]->rank == floor(all[i]->rank))
			least = fmin(least, all[i]->rank);
	return least;
}
