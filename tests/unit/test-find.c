/* The search over the names of the vocabulary, and what it proposes. */
#include "builtin.h"
#include "model-case.h"

#include "model/find.h"

static struct cc_vocab *shipped;

/* "lung-cancer nsclc": the codes that are found, best first. */
static char *
codes(unsigned scopes, const char *query, size_t most)
{
	g_autoptr(GArray) found = cc_vocab_search(shipped, scopes, query, most);
	GString *to = g_string_new(NULL);

	for (guint i = 0; i < found->len; i++)
		g_string_append_printf(to, "%s%s", i > 0 ? " " : "",
		    g_array_index(found, struct cc_found, i).term->code);
	return g_string_free(to, FALSE);
}

static void
assert_first(enum cc_scope in, const char *query, const char *code)
{
	g_autofree char *found = codes(CC_FIND_IN(in), query, 1);

	g_test_message("%s", query);
	g_assert_cmpstr(found, ==, code);
}

static void
test_first(void)
{
	/* Spelling, beginnings, translations, brands, abbreviations. */
	assert_first(CC_IN_TREATMENT, "velcade", "bortezomib");
	assert_first(CC_IN_TREATMENT, "borte", "bortezomib");
	assert_first(CC_IN_TREATMENT, "硼替佐米", "bortezomib");
	assert_first(CC_IN_TREATMENT, "Bortezomib dex lena", "VRd");
	assert_first(CC_IN_DISEASE, "burkitt", "burkitt-lymphoma");
	assert_first(CC_IN_DISEASE, "骨髓瘤", "multiple-myeloma");
	/* Words in any order. */
	assert_first(CC_IN_DISEASE, "leukemia acute myel", "aml");
	/* Of several names of one entry, where none has all of them. */
	assert_first(CC_IN_DISEASE, "ebv-positive-dlbcl", "ebv-dlbcl");
	assert_first(CC_IN_DISEASE, "DLBCL, EBV positive", "ebv-dlbcl");
	/* A slip in a long word. */
	assert_first(CC_IN_TREATMENT, "bortezumib", "bortezomib");
	assert_first(CC_IN_TREATMENT, "lenaldomide", "lenalidomide");
	assert_first(CC_IN_TEST, "hemoglobine", "haemoglobin");
	assert_first(CC_IN_TREATMENT, "daratmuumab", "daratumumab");
}

/* Nothing is proposed that only looks alike. */
static void
test_none(void)
{
	assert_first(CC_IN_TREATMENT, "interferon-lambda", "");
	assert_first(CC_IN_PROCEDURE, "qeg", "");
	assert_first(CC_IN_TEST, "vlt", "");
	assert_first(CC_IN_SITE, "guf", "");
	assert_first(CC_IN_TREATMENT, "QAX", "");
	assert_first(CC_IN_EVENT, "zzzzzzzz", "");
	assert_first(CC_IN_EVENT, "", "");
	assert_first(CC_IN_EVENT, "-", "");
	/* A word that no name has. */
	assert_first(CC_IN_DISEASE, "ebv-negative-dlbcl", "");
	/* A digit is no slip. */
	assert_first(CC_IN_TEST, "interleukin-66", "");
}

static void
test_fields(void)
{
	g_autoptr(GArray) found =
	    cc_vocab_search(shipped, CC_FIND_ANYWHERE, "Myelom", 3);
	const struct cc_found *best = &g_array_index(found, struct cc_found, 0);
	g_autofree char *capped = codes(CC_FIND_ANYWHERE, "a", 7);
	g_auto(GStrv) seven = g_strsplit(capped, " ", -1);

	g_assert_cmpuint(found->len, ==, 3);
	g_assert_cmpint(best->fit, ==, CC_FIT_BEGINNING);
	g_assert_true(best->term->in == CC_IN_DISEASE);
	g_assert_cmpuint(g_strv_length(seven), ==, 7);
}

/* Of a vocabulary of its own, so that the shipped one may grow. */
static void
test_text(void)
{
	static const char xml[] =
	    "<vocabulary xmlns='urn:clincourse:vocabulary:1' name='own' "
	    "source='here'>"
	    "<define in='event' code='fall-night'><label>fall at night</label>"
	    "</define><define in='event' code='fall'/>"
	    "<define in='event' code='fall-stairs'/>"
	    "<define in='event' code='slipping'><alias>skidding</alias>"
	    "</define></vocabulary>";
	static const char *const rows[][2] = {
	    {"fal", "; a search finds \"fall\", \"fall-night\", "
		    "\"fall-stairs\""},
	    {"night", "; did you mean \"fall-night\"?"},
	    {"skiding", "; did you mean \"slipping\"?"},
	    {"ball", ""},
	};
	struct cc_source source = source_of("own.xml", xml);
	struct cc_vocab *vocab = cc_vocab_create();
	struct cc_diags diags;

	cc_diags_init(&diags);
	g_assert_true(cc_vocab_add(vocab, &source, false, &diags));
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *said =
		    cc_search_text(vocab, CC_IN_EVENT, rows[i][0]);

		g_assert_cmpstr(said, ==, rows[i][1]);
	}
	cc_vocab_destroy(vocab);
	cc_diags_finish(&diags);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/find/first", test_first);
	g_test_add_func("/find/none", test_none);
	g_test_add_func("/find/fields", test_fields);
	g_test_add_func("/find/text", test_text);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
