/* Words of closed sets, as they are written. */
#include "model-case.h"

#include <string.h>

static struct cc_vocab *vocab;

#define CASE(body) "<case xmlns=\"urn:clincourse:case:1\">" body "</case>"

static const struct cc_fact *
find(const struct test_case *test, const char *id)
{
	for (size_t i = 0; i < test->course->fact_count; i++)
		if (g_strcmp0(test->course->facts[i].id, id) == 0)
			return &test->course->facts[i];
	g_error("no fact %s", id);
}

/* Words of closed sets in other letters and languages; what says more than
 * ours, as "discharged", is no such word. */
static void
test_closed_words(void)
{
	struct test_case test;
	const struct cc_patient *patients;

	test_case_parse(&test,
	    CASE(
		"<patient sex='M'/><patient id='b' sex='weiblich'/>"
		"<patient id='c' sex='女'/><patient id='d' sex='Unknown'/>"
		"<procedure id='p' code='biopsy' time='2020' status='geplant'/>"
		"<event id='e' code='fever' time='2020' serious='no' "
		"causality='Likely'/>"
		"<event id='f' code='fever' time='2020' serious='true'/>"
		"<outcome id='o' code='verstorben' time='2021'/>"),
	    vocab);
	g_assert_cmpuint(test.diags.count[CC_ERROR], ==, 0);
	g_assert_cmpuint(test.diags.count[CC_NOTE], >=, 8);
	patients = test.course->patients;
	g_assert_cmpint(patients[0].sex, ==, CC_SEX_MALE);
	g_assert_cmpint(patients[1].sex, ==, CC_SEX_FEMALE);
	g_assert_cmpint(patients[2].sex, ==, CC_SEX_FEMALE);
	g_assert_cmpint(patients[3].sex, ==, CC_SEX_UNKNOWN);
	g_assert_cmpint(find(&test, "p")->status, ==, CC_STATUS_PLANNED);
	g_assert_false(find(&test, "e")->serious);
	g_assert_true(find(&test, "f")->serious);
	g_assert_cmpstr(find(&test, "e")->causality, ==, "probable");
	g_assert_cmpstr(find(&test, "o")->code, ==, "death");
	test_case_close(&test);
	test_case_parse(&test,
	    CASE("<patient sex='x'/>"
		 "<outcome code='discharged' time='2021'/>"),
	    vocab);
	g_assert_cmpuint(test.diags.count[CC_ERROR], ==, 2);
	test_case_close(&test);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/closed/words", test_closed_words);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
