/* Words without what spelling varies in. */
#include "base/plain.h"

#include <string.h>

static void
assert_plain(const char *word, const char *plain)
{
	g_autofree char *found = cc_plain(word);

	g_assert_cmpstr(found, ==, plain);
}

static void
assert_alike(const char *a, const char *b)
{
	g_autofree char *plain = cc_plain(a);

	assert_plain(b, plain);
}

static void
assert_apart(const char *a, const char *b)
{
	g_autofree char *plain = cc_plain(a), *other = cc_plain(b);

	g_assert_cmpstr(plain, !=, other);
}

static void
test_alike(void)
{
	static const char *const rows[][2] = {
	    {"R-CHOP", "r chop"},
	    {"CA 15-3", "CA153"},
	    {"del(17p)", "del 17p"},
	    {"BCR::ABL1", "BCR-ABL1"},
	    {"haemoglobin", "Hemoglobin"},
	    {"oesophageal tumours", "esophageal tumor"},
	    {"mobilisation", "Mobilization"},
	    {"sulphasalazine", "sulfasalazine"},
	    {"interferon-α", "Interferon alpha"},
	    {"Hodgkin's lymphoma", "hodgkin lymphoma"},
	    {"Hodgkin\xE2\x80\x99s lymphoma", "Hodgkin lymphoma"},
	    {"Sjögren", "Sjogren"},
	    {"Behc\xCC\xA7"
	     "et",
		"Behçet"}, /* composed and not */
	    {"ＣＤ３８", "CD38"},
	    {"弥漫大 B 细胞淋巴瘤", "弥漫大B细胞淋巴瘤"},
	    {"platelets", "platelet"},
	    {"antibodies", "antibody"},
	    {"co\xC2\xADlistin", "colistin"}, /* a soft hyphen */
	    {"anti\xE2\x80\x91"
	     "CD38",
		"anti-CD38"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_alike(rows[i][0], rows[i][1]);
}

/* Signs and digits say what a thing is. */
static void
test_apart(void)
{
	static const char *const rows[][2] = {
	    /* Abbreviations are not spelt in two ways. */
	    {"HAE", "HE"},
	    {"TAE", "TOE"},
	    {"pH", "F"},
	    {"-7", "7"},
	    {"+8", "8"},
	    {"17p-", "17p"},
	    {"7+3", "73"},
	    {"t(1;11)", "t(11;1)"},
	    {"sepsis", "sepsi"},
	    {"MRD+", "MRD-"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_apart(rows[i][0], rows[i][1]);
}

static void
test_german(void)
{
	g_autofree char *spelt = cc_plain_german("Anämie");
	g_autofree char *capital = cc_plain_german("Ödem");
	g_autofree char *written = cc_plain("Anaemie");
	g_autofree char *none = cc_plain_german("Fieber");
	g_autofree char *other = cc_plain_german("Café");

	g_assert_cmpstr(spelt, ==, written);
	assert_plain("Oedem", capital);
	g_assert_null(none);
	g_assert_null(other);
}

/* Nothing crashes, and nothing is left of nothing. */
static void
test_odd(void)
{
	assert_plain("", "");
	assert_plain("()", "");
	assert_plain("-", "-");
	assert_plain("\xFF", "\xEF\xBF\xBD");
}

static void
assert_words(const char *text, const char *words)
{
	g_auto(GStrv) list = cc_plain_words(text);
	g_autofree char *joined = g_strjoinv(" ", list);

	g_assert_cmpstr(joined, ==, words);
}

static void
test_words(void)
{
	assert_words(
	    "Non-small-cell lung cancer", "non small cell lung cancer");
	assert_words("Crohn's disease (ileum)", "crohn disease ileum");
	assert_words("急性髓系白血病", "急性髓系白血病");
	assert_words("7+3", "7+3");
	assert_words(" ,; ", "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plain/alike", test_alike);
	g_test_add_func("/plain/apart", test_apart);
	g_test_add_func("/plain/german", test_german);
	g_test_add_func("/plain/odd", test_odd);
	g_test_add_func("/plain/words", test_words);
	return g_test_run();
}
