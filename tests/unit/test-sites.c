/* Lists of sites, whose names may have several words. */
#include "model-case.h"

#include "model/model.h"

static struct cc_vocab *shipped;

static void
assert_sites(const char *site, const char *read)
{
	g_autofree char *xml = g_strdup_printf(
	    "<case xmlns=\"urn:clincourse:case:1\">"
	    "<lesion site=\"%s\" time=\"2020-01/2020-05\"/></case>",
	    site);
	g_autoptr(GString) found = g_string_new(NULL);
	const struct cc_words *sites;
	struct test_case test;

	test_case_parse(&test, xml, shipped);
	sites = &test.course->facts[0].sites;
	for (size_t i = 0; i < sites->count; i++)
		g_string_append_printf(
		    found, "%s%s", i > 0 ? "|" : "", sites->word[i]);
	g_assert_cmpstr(found->str, ==, read);
	test_case_close(&test);
}

static void
test_lists(void)
{
	assert_sites("liver", "liver");
	assert_sites("liver spleen", "liver|spleen");
	/* The longest name that is known. */
	assert_sites("bone marrow", "bone-marrow");
	assert_sites("Right upper lobe", "right-upper-lobe");
	assert_sites("spleen bone marrow liver", "spleen|bone-marrow|liver");
	assert_sites("liver, bone marrow", "liver|bone-marrow");
	assert_sites("肝、脾", "liver|spleen");
	/* What is not known is one thing, unless commas part it. */
	assert_sites("left orbital apex", "left orbital apex");
	assert_sites("liver bigtoe", "liver bigtoe");
	assert_sites("liver, left big toe", "liver|left big toe");
	assert_sites(", liver,,", "liver");
}

/* What was read is read again when it was written. */
static void
test_written(void)
{
	static const char xml[] =
	    "<case xmlns=\"urn:clincourse:case:1\">"
	    "<lesion site=\"liver, left big toe\" time=\"2020-01/2020-05\"/>"
	    "<lesion site=\"bone marrow spleen\" time=\"2020-01/2020-05\"/>"
	    "</case>";
	g_autoptr(GString) written = g_string_new(NULL);
	struct test_case test;

	test_case_parse(&test, xml, shipped);
	cc_case_write(test.course, written);
	g_assert_nonnull(strstr(written->str, "\"liver, left big toe\""));
	g_assert_nonnull(strstr(written->str, "\"bone-marrow spleen\""));
	test_case_close(&test);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/sites/lists", test_lists);
	g_test_add_func("/sites/written", test_written);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
