/* What entries say of the course: progression, and lines of therapy. */
#include "model-case.h"

#include <string.h>

static struct cc_vocab *shipped;

static enum cc_progression
progression(enum cc_scope in, const char *scheme, const char *code)
{
	const struct cc_term *term = cc_vocab_find(shipped, in, scheme, code);

	g_test_message("%s", code);
	g_assert_nonnull(term);
	return term->progression;
}

static void
test_progression(void)
{
	static const struct {
		const char *scheme, *code;
		enum cc_progression means;
	} rows[] = {
	    {"imwg-2016", "PD", CC_PROGRESSION_YES},
	    {"imwg-2016", "SD", CC_PROGRESSION_NONE},
	    /* Reported, but not counted: Kumar 2016, table 4. */
	    {"imwg-2016", "clinical", CC_PROGRESSION_NONE},
	    {"imwg-2016", "from-cr", CC_PROGRESSION_NONE},
	    {"imwg-2016", "from-mrd-negative", CC_PROGRESSION_NONE},
	    {"recist-1.1", "PD", CC_PROGRESSION_YES},
	    {"recist-1.1", "iUPD", CC_PROGRESSION_UNCONFIRMED},
	    {"recist-1.1", "iCPD", CC_PROGRESSION_CONFIRMING},
	    {"lugano-2014", "PMD", CC_PROGRESSION_YES},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpint(
		    progression(CC_IN_RESPONSE, rows[i].scheme, rows[i].code),
		    ==, rows[i].means);
	g_assert_cmpint(
	    progression(CC_IN_CAUSE, NULL, "relapse"), ==, CC_PROGRESSION_YES);
	g_assert_cmpint(
	    progression(CC_IN_CAUSE, NULL, "sepsis"), ==, CC_PROGRESSION_NONE);
	g_assert_cmpint(progression(CC_IN_CAUSE, NULL, "unknown"), ==,
	    CC_PROGRESSION_UNKNOWN);
	g_assert_cmpint(progression(CC_IN_EVENT, NULL, "transformation"), ==,
	    CC_PROGRESSION_TRANSFORMATION);
	g_assert_cmpint(
	    progression(CC_IN_EVENT, NULL, "rash"), ==, CC_PROGRESSION_NONE);
}

/* Of whom a death ends the duration of response. */
static void
test_schemes(void)
{
	const struct cc_term *imwg =
	    cc_vocab_find(shipped, CC_IN_SCHEME, NULL, "imwg-2016");
	const struct cc_term *recist =
	    cc_vocab_find(shipped, CC_IN_SCHEME, NULL, "recist-1.1");

	g_assert_true(imwg->disease_deaths);
	g_assert_true(imwg->transformation);
	g_assert_cmpuint(imwg->markers.count, >, 0);
	g_assert_false(recist->disease_deaths);
	g_assert_false(recist->transformation);
}

#define CASE(facts)                                                            \
	"<case xmlns=\"urn:clincourse:case:1\">"                               \
	"<define in=\"treatment\" code=\"AB-1\" class=\"imid\"/>"              \
	"<define in=\"treatment\" code=\"AB-2\" class=\"observation\"/>"       \
	"<define in=\"treatment\" code=\"AB-3\"/>" facts "</case>"

static void
assert_role(const char *fact, const char *disease, enum cc_line_role role)
{
	g_autofree char *xml = g_strdup_printf(CASE("%s"), fact);
	struct cc_terms terms;
	struct test_case test;

	g_test_message("%s in %s", fact, disease != NULL ? disease : "any");
	test_case_parse(&test, xml, shipped);
	g_assert_nonnull(test.course);
	cc_terms_init(&terms, &test.arena, shipped, test.course);
	g_assert_cmpint(
	    cc_line_role(&terms, &test.course->facts[0], disease), ==, role);
	test_case_close(&test);
}

/* What accompanies a tumour's course, or its patient, begins no line of it. */
static void
test_company(void)
{
	static const char *const codes[] = {"omeprazole", "ondansetron",
	    "morphine", "paracetamol", "midazolam", "propofol", "noradrenaline",
	    "furosemide", "ramipril", "bisoprolol", "atorvastatin", "aspirin",
	    "apixaban", "insulin", "levothyroxine", "levetiracetam",
	    "sertraline", "olanzapine", "salbutamol", "fluticasone",
	    "tranexamic-acid", "iron-sucrose", "vitamin-D", "human-albumin",
	    "potassium-chloride", "influenza-vaccine", "cetirizine",
	    "thymalfasin", "megestrol", "intrathecal-methotrexate",
	    "cns-prophylaxis", "gvhd-prophylaxis", "haemodialysis",
	    "traditional-Chinese-medicine", "isoniazid", "artesunate",
	    "mesalazine", "sulfasalazine", "active-surveillance"};

	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		g_autofree char *fact = g_strdup_printf(
		    "<treatment code=\"%s\" time=\"2020\"/>", codes[i]);

		assert_role(fact, "aml", CC_LINE_APART);
	}
}

#define TREATMENT(rest) "<treatment time=\"2020-03/2020-05\" " rest "/>"
#define PROCEDURE(rest) "<procedure time=\"2020-03\" " rest "/>"

static void
test_roles(void)
{
	static const struct {
		const char *fact, *disease;
		enum cc_line_role role;
	} rows[] = {
	    {TREATMENT("code=\"R-CHOP\""), "dlbcl", CC_LINE_STARTS},
	    {TREATMENT("code=\"R-CHOP\" intent=\"bridging\""), "dlbcl",
		CC_LINE_APART},
	    {TREATMENT("code=\"R-CHOP\" intent=\"induction\""), "dlbcl",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"entecavir\""), "dlbcl", CC_LINE_APART},
	    {TREATMENT("code=\"entecavir\""), "hepatitis-b", CC_LINE_STARTS},
	    /* A class of diseases, and one of them by itself. */
	    {TREATMENT("code=\"meropenem\""), "pyelonephritis",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"meropenem\""), "neonatal-sepsis",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"meropenem\""), "aml", CC_LINE_APART},
	    {TREATMENT("code=\"ramipril\""), "hfref", CC_LINE_STARTS},
	    {TREATMENT("code=\"ramipril\""), "dlbcl", CC_LINE_APART},
	    {TREATMENT("code=\"salbutamol\""), "asthma", CC_LINE_STARTS},
	    {TREATMENT("code=\"eltrombopag\""), "multiple-myeloma",
		CC_LINE_APART},
	    {TREATMENT("code=\"eltrombopag\""), "itp", CC_LINE_STARTS},
	    {TREATMENT("code=\"ramipril\""), "hypertension", CC_LINE_STARTS},
	    {TREATMENT("code=\"empagliflozin\""), "heart-failure",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"HRZE\""), "tuberculosis", CC_LINE_STARTS},
	    {TREATMENT("code=\"mesalazine\""), "ulcerative-colitis",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"megestrol\""), "breast-cancer",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"emicizumab\""), "haemophilia-a",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"natalizumab\""), "multiple-sclerosis",
		CC_LINE_STARTS},
	    {TREATMENT("code=\"noradrenaline\""), "heart-failure",
		CC_LINE_APART},
	    {TREATMENT("code=\"ivig\""), NULL, CC_LINE_APART},
	    {TREATMENT("code=\"zoledronic-acid\""), NULL, CC_LINE_APART},
	    {TREATMENT("code=\"Mel200\""), NULL, CC_LINE_APART},
	    {TREATMENT("code=\"bridging\""), NULL, CC_LINE_APART},
	    {TREATMENT("code=\"observation\""), NULL, CC_LINE_APART},
	    {PROCEDURE("code=\"car-t\""), NULL, CC_LINE_INFUSION},
	    {PROCEDURE("code=\"auto-sct\""), NULL, CC_LINE_STARTS},
	    {PROCEDURE("code=\"stem-cell-boost\""), NULL, CC_LINE_APART},
	    {PROCEDURE("code=\"pet-ct\""), NULL, CC_LINE_APART},
	    {PROCEDURE("code=\"plasma-exchange-session\""), "ttp",
		CC_LINE_STARTS},
	    /* The author's own words: by their class. */
	    {TREATMENT("code=\"AB-1\""), NULL, CC_LINE_STARTS},
	    {TREATMENT("code=\"AB-2\""), NULL, CC_LINE_APART},
	    {TREATMENT("code=\"AB-3\""), NULL, CC_LINE_STARTS},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_role(rows[i].fact, rows[i].disease, rows[i].role);
}

/* A line lasts to its cells, not to the bridging or the scan around them. */
static void
test_last(void)
{
	struct test_case test;

	test_case_parse(&test,
	    CASE("<diagnosis code=\"dlbcl\" time=\"2018-01-02\"/><line n=\"1\">"
		 "<treatment code=\"AB-1\" intent=\"bridging\""
		 " time=\"2018-06-20/2018-07-10\"/>"
		 "<procedure code=\"car-t\" time=\"2018-07-20\"/>"
		 "<procedure code=\"pet-ct\" time=\"2018-08-20\"/></line>"
		 "<line n=\"2\"><procedure code=\"auto-sct\""
		 " time=\"2019-01-20\"/>"
		 "<treatment code=\"AB-3\" time=\"2019-01-01/2019-01-10\"/>"
		 "<treatment code=\"AB-3\" time=\"2019-03-01/2019-03-10\""
		 " status=\"planned\"/></line>"),
	    shipped);
	g_assert_nonnull(test.course);
	g_assert_cmpstr(test.course->lines[0].last->code, ==, "car-t");
	g_assert_cmpstr(test.course->lines[1].last->code, ==, "auto-sct");
	test_case_close(&test);
}

/* What a vocabulary of one's own may not say. */
static void
test_refusals(void)
{
	static const char xml[] =
	    "<vocabulary xmlns=\"urn:clincourse:vocabulary:1\" name=\"own\" "
	    "source=\"here\">"
	    "<define in=\"scheme\" code=\"s\" deaths=\"all\"/>"
	    "<define in=\"response\" code=\"A\" scheme=\"s\" "
	    "progression=\"transformation\"/>"
	    "<define in=\"event\" code=\"b\" progression=\"yes\"/>"
	    "<define in=\"class\" code=\"c\" line=\"maybe\"/>"
	    "<define in=\"class\" code=\"d\" line-in=\"x\"/>"
	    "<define in=\"disease\" code=\"e\" line=\"no\"/></vocabulary>";
	struct cc_source source = {.name = "own.xml",
	    .bytes = xml,
	    .length = strlen(xml),
	    .first_line = 1};
	struct cc_vocab *vocab = cc_vocab_create();
	g_autoptr(GString) codes = g_string_new(NULL);
	struct cc_diags diags;

	cc_diags_init(&diags);
	g_assert_false(cc_vocab_add(vocab, &source, false, &diags));
	for (guint i = 0; i < diags.list->len; i++) {
		const struct cc_diag *diag = diags.list->pdata[i];

		g_string_append_printf(codes, "%s ", cc_code_word(diag->code));
	}
	g_assert_cmpstr(codes->str, ==, "E183 E183 E183 E183 E181 E182 ");
	cc_diags_finish(&diags);
	cc_vocab_destroy(vocab);
}

/* Diseases, or classes of them: anything else is a slip of the pen. */
static void
test_diseases(void)
{
	static const char xml[] =
	    "<vocabulary xmlns=\"urn:clincourse:vocabulary:1\" name=\"own\" "
	    "source=\"here\">"
	    "<define in=\"disease\" code=\"a\" class=\"x\"/>"
	    "<define in=\"class\" code=\"b\" line=\"no\" line-in=\"a x\"/>"
	    "<define in=\"class\" code=\"c\" line=\"no\" line-in=\"y\"/>"
	    "<define in=\"event\" code=\"d\" class=\"other\">"
	    "<alias for=\"x z\">D</alias></define></vocabulary>";
	struct cc_source source = {.name = "own.xml",
	    .bytes = xml,
	    .length = strlen(xml),
	    .first_line = 1};
	struct cc_vocab *vocab = cc_vocab_create();
	g_autoptr(GString) text = g_string_new(NULL);
	struct cc_diags diags;

	cc_diags_init(&diags);
	g_assert_true(cc_vocab_add(vocab, &source, false, &diags));
	g_assert_false(cc_vocab_settle(vocab, &diags));
	g_assert_cmpuint(diags.count[CC_ERROR], ==, 2);
	cc_diags_text(&diags, CC_NOTE, text);
	g_assert_nonnull(strstr(text->str, "names the disease \"y\""));
	g_assert_nonnull(strstr(text->str, "names the disease \"z\""));
	cc_diags_finish(&diags);
	cc_vocab_destroy(vocab);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/line-role/progression", test_progression);
	g_test_add_func("/line-role/schemes", test_schemes);
	g_test_add_func("/line-role/roles", test_roles);
	g_test_add_func("/line-role/company", test_company);
	g_test_add_func("/line-role/last", test_last);
	g_test_add_func("/line-role/refusals", test_refusals);
	g_test_add_func("/line-role/diseases", test_diseases);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
