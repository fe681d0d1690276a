/* One cause, one error: what follows from what could not be read is not told.
 */
#include "model-case.h"

#include <string.h>

static struct cc_vocab *vocab;

#define BEGIN "<case xmlns=\"urn:clincourse:case:1\">"
#define END "</case>"
#define DX "<diagnosis id=\"dx\" code=\"multiple-myeloma\" time=\"2021-03\"/>"

/* The codes of the errors, in order. */
static char *
codes_of(const char *xml)
{
	struct test_case test;
	GString *codes = g_string_new(NULL);

	test_case_parse(&test, xml, vocab);
	for (guint i = 0; i < test.diags.list->len; i++) {
		const struct cc_diag *diag = test.diags.list->pdata[i];

		if (diag->severity == CC_ERROR)
			g_string_append_printf(codes, "%s%s",
			    codes->len > 0 ? " " : "",
			    cc_code_word(diag->code));
	}
	test_case_close(&test);
	return g_string_free(codes, FALSE);
}

static const struct {
	const char *body, *codes;
} rows[] = {
    /* What refers to a refused thing. */
    {"<diagnose id=\"dx\" code=\"aml\" time=\"2021-03\"/>"
     "<event code=\"fever\" time=\"3d\" since=\"dx\"/>"
     "<event code=\"fever\" after=\"dx\"/>",
	"E301"},
    {DX "<event id=\"1st\" code=\"fever\" time=\"2021-04\"/>"
	"<event code=\"fever\" after=\"1st\"/>",
	"E305"},
    {DX "<event code=\"fever\" after=\"1st\"/>", "E305"},
    {DX "<event code=\"fever\" after=\"first\"/>", "E307"},
    /* The treatment that began a line. */
    {DX "<line><chemotherapy code=\"VCd\" time=\"2021-04/2021-06\"/>"
	"<response code=\"PR\" time=\"2021-07\"/>"
	"<treatment code=\"VRd\" time=\"2021-08/2021-10\"/>"
	"<response code=\"PD\" time=\"2021-11\"/></line>",
	"E301"},
    {DX "<line><treatment code=\"VCd\" time=\"April to June 2021\"/>"
	"<response code=\"PR\" time=\"2021-07\"/>"
	"<treatment code=\"VRd\" time=\"2021-08/2021-10\"/></line>",
	"E210"},
    {DX "<line><treatment code=\"VCd\" time=\"20210401\"/>"
	"<response code=\"PR\" time=\"2021-07\"/>"
	"<treatment code=\"VRd\" time=\"2021-08/2021-10\"/></line>",
	"E220"},
    /* A line that can be read is held to what it says. */
    {DX "<line><response code=\"PR\" time=\"2021-07\"/>"
	"<treatment code=\"VRd\" time=\"2021-08/2021-10\"/></line>",
	"E343"},
    /* What is missing is there by another name. */
    {DX "<response code=\"PR\" date=\"2021-07\"/>", "E302"},
    {DX "<response name=\"PR\" time=\"2021-07\"/>", "E302"},
    {DX "<response code=\"PR\" start=\"2021-07\" end=\"2021-08\"/>", "E302"},
    {DX "<panel time=\"2021-07\"><lab code=\"crp\">3</lab></panel>", "E301"},
    {DX "<panel time=\"2021-07\"><value name=\"crp\">3</value></panel>",
	"E302"},
    {DX "<panel time=\"2021-07\"><value code=\"crp\" value=\"3\"/></panel>",
	"E302"},
    {DX "<comment time=\"2021-07\" text=\"Moved\"/>", "E302"},
    {DX "<outcome status=\"alive\" time=\"2021-07\"/>", "E303 E304"},
    {"<define type=\"test\" code=\"x\"/>", "E302"},
    {DX "<response code=\"2021-07\" time=\"PR\"/>", "E345"},
    {DX "<response time=\"PR\" code=\"2021-07\"/>", "E345"},
    /* What is wrong is not missing, too. */
    {DX "<series code=\"crp\"><range low=\"5,0\"/>"
	"<value time=\"2021\">1</value></series>",
	"E309"},
    {DX "<response code=\"PR\" time=\"soon\"/>", "E217"},
    {DX "<panel time=\"2021-07\">"
	"<value code=\"hbsag\" result=\"perhaps\"/></panel>",
	"E304"},
    /* Two causes; of an attribute its name, and what it says. */
    {DX "<response code=\"PR\" when=\"2021-07\"/>"
	"<event time=\"2021\"/>",
	"E302 E303"},
    {DX "<response code=\"PR\" when=\"soon\"/>", "E302 E217"},
    {DX "<treatment code=\"Kd\" start=\"2021-04-31\" end=\"2021-07\"/>",
	"E302 E203"},
    /* What is wrong in an element of another name, or in another place. */
    {DX "<chemotherapy code=\"Kd\" time=\"2021-13\"/>", "E301 E202"},
    {DX "<treatment code=\"Kd\" time=\"2021-07\">"
	"<response code=\"PRR\" time=\"2021-08\"/></treatment>",
	"E301 E320"},
    {DX "<line><patient age=\"old\"/></line>", "E301 E309"},
    /* Nor is anything missed that hangs on it. */
    {"<condition id=\"d\" code=\"aml\" time=\"2021\"/>"
	"<line><chemo id=\"c\" code=\"azacitidine\" time=\"2021\"/>"
	"<response code=\"CR\" since=\"c\" time=\"3m\"/></line>",
	"E301 E301"},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml =
		    g_strconcat(BEGIN, rows[i].body, END, NULL);
		g_autofree char *codes = codes_of(xml);

		if (strcmp(codes, rows[i].codes) == 0)
			continue;
		g_test_fail();
		g_test_message("%s: %s, not %s", rows[i].body, codes,
		    rows[i].codes);
	}
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/causes/one", test_rows);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
