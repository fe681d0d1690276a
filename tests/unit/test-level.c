/* Schemes of responses: their levels, and what all of them have to have. */
#include "model-case.h"

#include <math.h>
#include <string.h>

static struct cc_vocab *shipped;
static struct cc_terms terms;

static const struct cc_term *
response(const char *scheme, const char *code)
{
	return cc_vocab_find(shipped, CC_IN_RESPONSE, scheme, code);
}

static double
rank(const char *scheme, const char *code)
{
	const struct cc_term *term = response(scheme, code);

	g_test_message("%s %s", scheme, code);
	g_assert_nonnull(term);
	return term->rank;
}

static void
test_words(void)
{
	static const struct {
		const char *scheme;
		double rank;
		const char *code; /* NULL: it has no word */
	} rows[] = {
	    {"lugano-2014", 4, "CR"},
	    {"lugano-2014", 3, "PR"},
	    {"lugano-2014", 2, "SD"},
	    {"lugano-2014", 1, "PD"},
	    {"cml-eln-2020", 4, "MR4"},
	    {"cml-eln-2020", 3, "MMR"},
	    {"recist-1.1", 4, "CR"},
	    {"iwcll-2018", 3.5, NULL},
	    {"iwcll-2018", 17, NULL},
	    {"no-such-scheme", 1, NULL},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct cc_term *term =
		    cc_level_term(&terms, rows[i].scheme, rows[i].rank);

		g_assert_cmpstr(
		    term != NULL ? term->code : NULL, ==, rows[i].code);
	}
	g_assert_null(cc_level_term(&terms, "recist-1.1", NAN));
}

static void
test_relapse(void)
{
	g_assert_cmpfloat(cc_relapse_rank(&terms, "imwg-2016"), ==, 1);
	/* No PD: below all that is a response. */
	g_assert_cmpfloat(cc_relapse_rank(&terms, "cml-eln-2020"), ==, 0);
	g_assert_true(isnan(cc_relapse_rank(&terms, "no-such-scheme")));
}

/* From the poorer to the better recovery of counts: never down, whatever was
 * found of residual disease on the way. */
static void
test_recovery(void)
{
	static const char *const ways[][5] = {
	    {"eln-2022-aml", "MLFS", "CRi", "CRh", "CR"},
	    {"eln-2022-aml", "CRi-MRD-", "CRh", "CR", "CR-MRD-"},
	    {"eln-2022-aml", "CRi-MRD-", "CRh-MRD-", "CR", "CR-MRD-"},
	    {"all-nccn", "CRi", "CRi-MRD-", "CRh", "CR"},
	    {"all-nccn", "CRh-MRD-", "CR", "CR-MRD-", "MRD-"},
	    {"iwcll-2018", "PR", "CRi", "CR", "CR+uMRD"},
	    {"iwg-2023-mds", "mCR", "CRh", "CRL", "CR"},
	    {"iwg-2023-mds", "CRh", "CRuni", "CRbi", "CR"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
		for (size_t k = 2; k < G_N_ELEMENTS(ways[i]); k++)
			g_assert_cmpfloat(rank(ways[i][0], ways[i][k]), >=,
			    rank(ways[i][0], ways[i][k - 1]));
	g_assert_cmpfloat(rank("eln-2022-aml", "CR-MRD-"), >,
	    rank("eln-2022-aml", "CRh-MRD-"));
	g_assert_cmpfloat(
	    rank("cml-eln-2020", "DMR"), ==, rank("cml-eln-2020", "MR4"));
}

/* What a scheme promises it can tell, and equal ranks are one thing. */
static void
check_scheme(const struct cc_term *scheme)
{
	size_t count, own = 0;
	const struct cc_term *const *all =
	    cc_vocab_list(shipped, CC_IN_RESPONSE, &count);
	const struct cc_term *last = NULL;
	bool ends = false, spoilt = false, sick = false, pfs = false;

	g_test_message("%s", scheme->code);
	for (size_t i = 0; i < scheme->intervals.count; i++)
		pfs = pfs || strcmp(scheme->intervals.word[i], "PFS") == 0;
	for (size_t i = 0; i < count; i++) {
		const struct cc_term *term = all[i];

		if (strcmp(term->scheme, scheme->code) != 0)
			continue;
		own++;
		g_assert_nonnull(term->slot);
		sick = sick || strcmp(term->slot, "pd") == 0;
		ends = ends || (strcmp(term->slot, "pd") == 0 &&
				   term->progression == CC_PROGRESSION_YES);
		spoilt = spoilt || strcmp(term->code, "NE") == 0;
		if (last != NULL && last->rank == term->rank)
			g_assert_cmpstr(last->slot, ==, term->slot);
		last = term;
	}
	g_assert_cmpuint(own, >, 3);
	g_assert_true(sick);
	g_assert_true(spoilt);
	if (pfs)
		g_assert_true(
		    ends || response(scheme->code, "PD")->progression ==
				CC_PROGRESSION_CONFIRMING);
}

static void
test_schemes(void)
{
	size_t count;
	const struct cc_term *const *all =
	    cc_vocab_list(shipped, CC_IN_SCHEME, &count);

	g_assert_cmpuint(count, >=, 20);
	for (size_t i = 0; i < count; i++)
		check_scheme(all[i]);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	terms = (struct cc_terms){.vocab = shipped};
	g_test_add_func("/level/words", test_words);
	g_test_add_func("/level/relapse", test_relapse);
	g_test_add_func("/level/recovery", test_recovery);
	g_test_add_func("/level/schemes", test_schemes);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
