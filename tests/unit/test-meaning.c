/* Abbreviations of two meanings: a case's diagnoses decide. */
#include "model-case.h"

#include "model/terms.h"

#include <string.h>

static struct cc_vocab *shipped;

static const char *
read_as(const char *diseases, const char *word)
{
	g_auto(GStrv) codes = g_strsplit(diseases, " ", -1);
	g_autoptr(GString) xml =
	    g_string_new("<case xmlns=\"urn:clincourse:case:1\">");
	struct test_case test;
	static char read[100];

	/* The treatment stands before what decides. */
	g_string_append_printf(xml,
	    "<treatment code=\"%s\" time=\"2020-03/2020-05\">"
	    "<label>as written</label></treatment>",
	    word);
	for (size_t i = 0; codes[i] != NULL; i++)
		g_string_append_printf(
		    xml, "<diagnosis code=\"%s\" time=\"2020-01\"/>", codes[i]);
	g_string_append(xml, "</case>");
	g_test_message("%s in %s", word, diseases);
	test_case_parse(&test, xml->str, shipped);
	g_assert_nonnull(test.course);
	g_strlcpy(read, test.course->facts[0].code, sizeof(read));
	test_case_close(&test);
	return read;
}

static void
test_diseases(void)
{
	static const struct {
		const char *diseases, *word, *read;
	} rows[] = {
	    {"aml", "AZA", "azacitidine"},
	    {"MDS", "AZA", "azacitidine"},
	    {"lupus-nephritis", "AZA", "azathioprine"},
	    {"iga-nephropathy", "AZA", "azathioprine"},
	    {"melanoma", "AZA", "AZA"}, /* of neither */
	    {"aml sle", "AZA", "AZA"},  /* of both */
	    {"multiple-myeloma", "MP", "melphalan-prednisone"},
	    {"anca-vasculitis", "MP", "methylprednisolone"},
	    {"breast-cancer", "THP", "TH-P"},
	    {"ptcl", "THP", "pirarubicin"},
	    {"dlbcl", "CTX", "cyclophosphamide"},
	    {"colorectal-cancer", "CTX", "cetuximab"},
	    {"aml", "CTX", "CTX"},
	    /* Nobody can tell, in whatever disease. */
	    {"multiple-myeloma", "PCD", "PCD"},
	    {"multiple-myeloma", "DVD", "DVD"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpstr(
		    read_as(rows[i].diseases, rows[i].word), ==, rows[i].read);
}

/* An act of the case decides, too; without one nobody can tell. */
static void
test_acts(void)
{
	static const struct {
		const char *act, *read;
	} rows[] = {
	    {"living-donor-kidney-transplant", "kidney-graft-biopsy"},
	    {"liver-transplant", "liver-graft-biopsy"},
	    {"colonoscopy", "allograft biopsy"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strdup_printf(
		    "<case xmlns=\"urn:clincourse:case:1\">"
		    "<procedure code=\"allograft biopsy\" time=\"2020-03\">"
		    "<label>as written</label></procedure>"
		    "<procedure code=\"%s\" time=\"2020-01\"/></case>",
		    rows[i].act);
		struct test_case test;

		test_case_parse(&test, xml, shipped);
		g_assert_nonnull(test.course);
		g_assert_cmpstr(test.course->facts[0].code, ==, rows[i].read);
		test_case_close(&test);
	}
}

/* What is shared is found by nothing else: no code, alias or name. */
static void
test_nothing_else(void)
{
	size_t words = 0;

	for (int in = 0; in < CC_IN_COUNT; in++) {
		size_t count;
		const struct cc_term *const *all =
		    cc_vocab_list(shipped, (enum cc_scope)in, &count);

		for (size_t i = 0; i < count; i++)
			for (size_t k = 0; k < all[i]->shared_count; k++) {
				const char *word = all[i]->shared[k].word;
				g_autoptr(GPtrArray) meanings =
				    cc_vocab_meanings(
					shipped, (enum cc_scope)in, word);

				g_test_message("%s", word);
				g_assert_null(cc_vocab_find(
				    shipped, (enum cc_scope)in, NULL, word));
				g_assert_nonnull(meanings);
				/* Of one meaning it would be an alias. */
				g_assert_cmpuint(meanings->len, >, 1);
				words++;
			}
	}
	g_assert_cmpuint(words, >, 10);
	g_assert_null(cc_vocab_meanings(shipped, CC_IN_TREATMENT, "R-CHOP"));
}

static void
test_text(void)
{
	g_autofree char *both =
	    cc_meanings_text(shipped, CC_IN_TREATMENT, "AZA", NULL);
	g_autofree char *other =
	    cc_meanings_text(shipped, CC_IN_TREATMENT, "AZA",
		cc_vocab_find(shipped, CC_IN_TREATMENT, NULL, "azacitidine"));

	g_assert_cmpstr(both, ==, "azacitidine or azathioprine");
	g_assert_cmpstr(other, ==, "azathioprine");
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/meaning/diseases", test_diseases);
	g_test_add_func("/meaning/nothing-else", test_nothing_else);
	g_test_add_func("/meaning/acts", test_acts);
	g_test_add_func("/meaning/text", test_text);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
