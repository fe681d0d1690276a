/* Reference ranges: by sex and age, and what a panel's values are held
 * against. */
#include "model-case.h"

#include "follow/follow.h"

#include <math.h>
#include <string.h>

static struct cc_vocab *shipped;

static const struct cc_term *
test_of(const char *code)
{
	return cc_vocab_find(shipped, CC_IN_TEST, NULL, code);
}

static void
assert_range(const char *code, enum cc_sex sex, double youngest, double oldest,
    double low, double high)
{
	struct cc_norm norm;

	g_test_message("%s, %g to %g", code, youngest, oldest);
	g_assert_true(
	    cc_term_range(test_of(code), sex, youngest, oldest, &norm));
	if (isnan(low))
		g_assert_true(isnan(norm.low));
	else
		g_assert_cmpfloat(norm.low, ==, low);
	g_assert_cmpfloat(norm.high, ==, high);
}

static void
assert_none(const char *code, enum cc_sex sex, double youngest, double oldest)
{
	struct cc_norm norm;

	g_test_message("%s, %g to %g", code, youngest, oldest);
	g_assert_false(
	    cc_term_range(test_of(code), sex, youngest, oldest, &norm));
}

static void
test_bands(void)
{
	assert_range("creatinine", CC_SEX_MALE, 35, 35, 57, 97);
	assert_range("creatinine", CC_SEX_MALE, 59, 59, 57, 97);
	assert_range("creatinine", CC_SEX_MALE, 60, 60, 57, 111);
	assert_range("creatinine", CC_SEX_FEMALE, 71, 71, 41, 81);
	/* Whether 59 or 60 is not known: whatever both share. */
	assert_range("creatinine", CC_SEX_MALE, 59, 60, 57, 111);
	assert_range("urea", CC_SEX_MALE, 59, 61, 3.1, 9.5);
	assert_range("alp", CC_SEX_FEMALE, 49, 49, 35, 100);
	assert_range("alp", CC_SEX_FEMALE, 50, 50, 50, 135);
	/* The same for both sexes: it need not be known. */
	assert_range("wbc", CC_SEX_UNSAID, 40, 40, 3.5, 9.5);
	assert_range("crp", CC_SEX_MALE, 90, 90, NAN, 8);
}

static void
test_none(void)
{
	assert_none("creatinine", CC_SEX_MALE, 3, 3);
	assert_none("wbc", CC_SEX_FEMALE, 17, 17);
	assert_none("wbc", CC_SEX_FEMALE, 17, 18);
	assert_none("wbc", CC_SEX_FEMALE, NAN, NAN);
	assert_none("wbc", CC_SEX_FEMALE, -1, 40);
	/* The sexes differ, and which it is nobody says. */
	assert_none("haemoglobin", CC_SEX_UNKNOWN, 40, 40);
	/* None is known at all. */
	assert_none("bcr-abl1-is", CC_SEX_MALE, 40, 40);
}

/* "u" above, "d" below, "." neither; capitals against the file's own range. */
static void
assert_verdicts(const char *facts, const char *expected)
{
	g_autofree char *xml = g_strdup_printf(
	    "<case xmlns=\"urn:clincourse:case:1\"%s</case>", facts);
	g_autoptr(GString) found = g_string_new(NULL);
	const struct cc_follow *follow;
	struct test_case test;
	struct cc_terms terms;

	g_test_message("%s", facts);
	test_case_parse(&test, xml, shipped);
	g_assert_cmpuint(test.diags.count[CC_ERROR], ==, 0);
	cc_terms_init(&terms, &test.arena, shipped, test.course);
	follow = cc_follow_create(&test.arena, test.course, &terms);
	for (size_t i = 0; i < test.course->fact_count; i++) {
		const struct cc_fact *fact = &test.course->facts[i];
		const struct cc_verdict *verdict;

		if (fact->kind != CC_KIND_PANEL)
			continue;
		verdict = cc_panel_verdicts(&test.arena, follow, fact);
		for (size_t k = 0; k < fact->value_count; k++)
			g_string_append_c(found,
			    "d.uD.U"[verdict[k].side + 1 +
				     (verdict[k].against == CC_NORM_STATED
					     ? 3
					     : 0)]);
	}
	g_assert_cmpstr(found->str, ==, expected);
	test_case_close(&test);
}

#define PATIENT(rest) "><patient " rest "/>"
#define DX "<diagnosis code=\"aml\" time=\"2010-04-10\"/>"
#define PANEL(time, values) "<panel time=\"" time "\">" values "</panel>"
#define WBC(n) "<value code=\"wbc\">" n "</value>"
#define CREA(n) "<value code=\"creatinine\">" n "</value>"

static void
test_ages(void)
{
	assert_verdicts(PATIENT("sex=\"male\" age=\"44\"") DX PANEL(
			    "2010-04-10", WBC("60") CREA("50") WBC("4")),
	    "ud.");
	/* A boy; and one of whom no age is told. */
	assert_verdicts(PATIENT("sex=\"male\" age=\"4\"")
			    DX PANEL("2010-04-10", WBC("60") CREA("25")),
	    "..");
	assert_verdicts(
	    PATIENT("sex=\"male\"") DX PANEL("2010-04-10", WBC("60")), ".");
	/* Sixteen at diagnosis, an adult three years later; the first year
	 * after it is still open. */
	assert_verdicts(PATIENT("sex=\"female\" age=\"16\"")
			    DX PANEL("2011-06-01", WBC("60"))
				PANEL("2013-06-01", WBC("60")),
	    ".u");
	/* 58 at diagnosis: 105 umol/L is high then, not three years on. */
	assert_verdicts(PATIENT("sex=\"male\" age=\"58\"")
			    DX PANEL("2010-04-10", CREA("105"))
				PANEL("2013-05-10", CREA("105")),
	    "u.");
	/* Nobody knows how long after the diagnosis that was. */
	assert_verdicts(
	    PATIENT("sex=\"male\" age=\"40\"") "<diagnosis code=\"aml\" "
	                                       "after=\"p\"/>"
					       "<panel id=\"p\" "
	                                       "time=\"2010-04-10\">" WBC(
						   "60") "</panel>",
	    ".");
	assert_verdicts(" clock=\"age\"" PATIENT("sex=\"male\"")
			    PANEL("17", WBC("60")) PANEL("31", WBC("60")),
	    ".u");
}

static void
test_pregnancy(void)
{
	assert_verdicts(PATIENT("sex=\"female\" age=\"30\"") DX
	    "<event code=\"pregnancy\" time=\"2011-02-01/2011-11-01\"/>" PANEL(
		"2011-09-01", WBC("14")) PANEL("2012-01-05", WBC("14")),
	    ".u");
	/* Told as a moment: until the child is born. */
	assert_verdicts(PATIENT("sex=\"female\" age=\"30\"") DX
	    "<diagnosis code=\"pregnancy\" time=\"2011-03-01\"/>" PANEL(
		"2011-05-01",
		WBC("14")) "<procedure code=\"caesarean\" "
	                   "time=\"2011-10-20\"/>" PANEL("2012-03-05",
			       WBC("14")),
	    ".u");
	assert_verdicts(" clock=\"gestation\"" PATIENT(
			    "sex=\"female\" age=\"30\"") PANEL("30", WBC("14")),
	    ".");
}

static void
test_stated(void)
{
	/* On the value, whatever the age; in the value's own unit. */
	assert_verdicts(
	    PATIENT("sex=\"male\" age=\"4\"") DX PANEL("2010-04-10",
		"<value code=\"albumin\" unit=\"g/dL\" low=\"3.4\" "
		"high=\"5.0\">3.8</value>"
		"<value code=\"albumin\" unit=\"g/dL\" low=\"3.4\">3.1</value>"
		"<value code=\"wbc\" high=\"12\">12.5</value>"),
	    ".DU");
	/* On the panel of one value. */
	assert_verdicts(PATIENT("sex=\"female\"") DX PANEL("2010-04-10",
			    "<range low=\"40\" high=\"55\"/>"
			    "<value code=\"albumin\">57</value>"),
	    "U");
	/* It stands before that of the test. */
	assert_verdicts(
	    PATIENT("sex=\"male\" age=\"44\"") DX PANEL("2010-04-10",
		"<value code=\"wbc\" low=\"3\" high=\"100\">60</value>"),
	    ".");
	/* Below a limit that lies within the range: nobody knows. */
	assert_verdicts(
	    PATIENT("sex=\"male\" age=\"44\"")
		DX PANEL("2010-04-10", "<value code=\"wbc\" below=\"5\"/>"
				       "<value code=\"wbc\" below=\"1\"/>"
				       "<value code=\"wbc\" above=\"100\"/>"),
	    ".du");
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/norm/bands", test_bands);
	g_test_add_func("/norm/none", test_none);
	g_test_add_func("/norm/ages", test_ages);
	g_test_add_func("/norm/pregnancy", test_pregnancy);
	g_test_add_func("/norm/stated", test_stated);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
