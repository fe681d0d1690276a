/* The short forms of a case file: each is read as the long form that it stands
 * for, is told in the text and drawn in the picture, and written and read again
 * it is the same. */
#include <clincourse.h>

#include "model-case.h"

#include <glib/gstdio.h>
#include <string.h>

static struct cc_vocab *vocab;

#define OPEN "<case xmlns=\"urn:clincourse:case:1\" id=\"c\" xml:lang=\"en\">"
#define CLOSE "</case>"

static void
parse(struct test_case *test, bool warned, const char *body)
{
	g_autofree char *xml = g_strconcat(OPEN, body, CLOSE, NULL);

	test_case_parse(test, xml, vocab);
	g_assert_nonnull(test->course);
	if (test->diags.count[CC_ERROR] > 0 ||
	    (test->diags.count[CC_WARNING] > 0) != warned)
		g_error("%s", test->text->str);
}

/* Two bodies say the same, and so does what is written of the first. */
static void
assert_same(const char *body, const char *as, bool warned)
{
	struct test_case first, second, third;
	g_autoptr(GString) once = g_string_new(NULL);
	const char *where = NULL;

	parse(&first, warned, body);
	cc_case_write(first.course, once);
	test_case_parse(&second, once->str, vocab);
	if (second.course == NULL ||
	    !cc_case_equal(first.course, second.course, &where))
		g_error("written it differs in %s:\n%s%s", where, once->str,
		    second.text->str);
	if (as != NULL) {
		parse(&third, warned, as);
		if (!cc_case_equal(first.course, third.course, &where))
			g_error("differs in %s: %s", where, body);
		test_case_close(&third);
	}
	test_case_close(&second);
	test_case_close(&first);
}

/* A case as an output; g_free. */
static char *
written(const char *body, const char *lang, const char *format)
{
	g_autofree char *path = NULL;
	g_autofree char *xml = g_strconcat(OPEN, body, CLOSE, NULL);
	struct clincourse_diags *diags = clincourse_diags_create();
	struct clincourse *context = clincourse_create(NULL, diags);
	struct clincourse_render *render = clincourse_render_create(context);
	const struct clincourse_case *course;
	struct clincourse_reader *reader;
	int file = g_file_open_tmp("clincourse-forms-XXXXXX.xml", &path, NULL);
	char *bytes = NULL, *text;
	size_t length = 0;
	bool bad;

	g_assert_true(g_close(file, NULL));
	g_assert_true(g_file_set_contents(path, xml, -1, NULL));
	reader = clincourse_open(context, path, diags);
	course = clincourse_next(reader, &bad, diags);
	if (course == NULL || bad)
		g_error("%s", clincourse_diags_text(diags,
				  CLINCOURSE_DIAGS_TEXT, CLINCOURSE_NOTE));
	g_assert_true(clincourse_render_set(render, "lang", lang, diags));
	g_assert_true(clincourse_render_set(render, "text", "live", diags));
	g_assert_true(clincourse_draw_memory(
	    render, course, format, &bytes, &length, diags));
	text = g_strndup(bytes, length);
	g_free(bytes);
	clincourse_close(reader);
	clincourse_render_destroy(render);
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	g_assert_cmpint(g_unlink(path), ==, 0);
	return text;
}

/* What a form is to be read as, and what is to be said of it. */
struct form {
	const char *body, *as; /* NULL: no other form says the same */
	const char *lang;
	const char *text;  /* in the text */
	const char *drawn; /* in the picture, tooltips apart; NULL: none */
};

#define DX "<diagnosis code=\"dlbcl\" time=\"2020-01-10\"/>"

static const struct form forms[] = {
    /* Words directly in a fact are its label. */
    {DX "<event time=\"2020-03-04\">Severe <note>n</note>neutropenia</event>",
	DX "<event time=\"2020-03-04\"><label>Severe neutropenia</label>"
	   "<note>n</note></event>",
	"en", "4 Mar 2020: Severe neutropenia (n)", "Severe neutropenia"},
    {DX "<event time=\"2020-03-04\">Stroke<label xml:lang=\"zh\">脑卒中"
	"</label></event>",
	DX "<event time=\"2020-03-04\"><label>Stroke</label>"
	   "<label xml:lang=\"zh\">脑卒中</label></event>",
	"zh", "脑卒中", "脑卒中"},
    {DX "<treatment code=\"R-CHOP\" time=\"2020-02/2020-06\">mini-R-CHOP"
	"</treatment>",
	DX "<treatment code=\"R-CHOP\" time=\"2020-02/2020-06\">"
	   "<label>mini-R-CHOP</label></treatment>",
	"en", "mini-R-CHOP", "mini-R-CHOP"},
    {DX "<comment time=\"2020-04\">on holiday</comment>",
	DX "<comment time=\"2020-04\"><label>on holiday</label></comment>",
	"en", "on holiday", "on holiday"},
    {DX "<reference id=\"r\">Lee 2020</reference>"
	"<event code=\"fever\" time=\"2020-03\" cite=\"r\"/>",
	DX "<reference id=\"r\"><label>Lee 2020</label></reference>"
	   "<event code=\"fever\" time=\"2020-03\" cite=\"r\"/>",
	"en", "Lee 2020", NULL},

    /* An amount is the name of nothing. */
    {DX "<treatment code=\"prednisone\" time=\"2020-02-01/2020-06-30\">"
	"80 mg/d</treatment>",
	DX "<treatment code=\"prednisone\" dose=\"80 mg/d\" "
	   "time=\"2020-02-01/2020-06-30\"/>",
	"en", "Prednisone (80 mg/d) was given", "80 mg/d"},
    {DX "<treatment code=\"tocilizumab\" time=\"2020-02-01/2020-06-30\">"
	"162 mg sc weekly</treatment>",
	DX "<treatment code=\"tocilizumab\" dose=\"162 mg\" route=\"sc\" "
	   "freq=\"weekly\" time=\"2020-02-01/2020-06-30\"/>",
	"zh", "托珠单抗（162 mg 皮下", "162 mg"},
    {DX "<treatment time=\"2020-02-01/2020-06-30\">"
	"<drug code=\"venetoclax\">400 mg</drug>"
	"<drug code=\"azacitidine\"/></treatment>",
	DX "<treatment time=\"2020-02-01/2020-06-30\">"
	   "<drug code=\"venetoclax\" dose=\"400 mg\"/>"
	   "<drug code=\"azacitidine\"/></treatment>",
	"en", "venetoclax 400 mg", NULL},
    {DX "<procedure code=\"rbc-transfusion\" time=\"2020-02-01\">2 units"
	"</procedure>",
	DX "<procedure code=\"rbc-transfusion\" dose=\"2 units\" "
	   "time=\"2020-02-01\"/>",
	"en", "(2 units)", NULL},
    {DX "<event code=\"fever\" time=\"2020-03\">39.5 °C</event>",
	DX "<event code=\"fever\" time=\"2020-03\">"
	   "<note>39.5 °C</note></event>",
	"en", "fever (39.5 °C)", "Fever"},
    {DX "<procedure code=\"polypectomy\" time=\"2020-03-02\">"
	"3 polyps removed</procedure>",
	DX "<procedure code=\"polypectomy\" time=\"2020-03-02\">"
	   "<label>3 polyps removed</label></procedure>",
	"en", "3 polyps removed", "3 polyps removed"},
    /* What has nothing of the name that the code gives hides no name. */
    {DX "<procedure code=\"liver biopsy\" time=\"2020-03-02\">"
	"lobular hepatitis</procedure>",
	DX "<procedure code=\"liver biopsy\" result=\"lobular hepatitis\" "
	   "time=\"2020-03-02\"/>",
	"en", "liver biopsy (lobular hepatitis)", "lobular hepatitis"},
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\">"
	"dose reduced for rash</treatment>",
	DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\">"
	   "<note>dose reduced for rash</note></treatment>",
	"en", "VCd (dose reduced for rash)", "VCd"},
    {DX "<event code=\"syncope\" time=\"2020-02-01\">"
	"complete heart block</event>",
	DX "<event code=\"syncope\" time=\"2020-02-01\">"
	   "<note>complete heart block</note></event>",
	"en", "syncope (complete heart block)", "Syncope"},
    {DX "<outcome code=\"dead\" cause=\"infection\" time=\"2020-09-01\">"
	"COVID pneumonia</outcome>",
	DX "<outcome code=\"dead\" cause=\"infection\" "
	   "time=\"2020-09-01\"><note>COVID pneumonia</note></outcome>",
	"en", "died of infection on 1 Sep 2020 (COVID pneumonia)", "Death"},
    /* Part of a name, in any language, or an abbreviation is a name. */
    {DX "<event code=\"atrial-fibrillation\" time=\"2020-02-01\">"
	"AF with flutter</event>",
	DX "<event code=\"atrial-fibrillation\" time=\"2020-02-01\">"
	   "<label>AF with flutter</label></event>",
	"en", "AF with flutter", "AF with flutter"},
    {DX "<event code=\"pneumonia\" time=\"2020-02-01\">重症肺炎</event>",
	DX "<event code=\"pneumonia\" time=\"2020-02-01\">"
	   "<label>重症肺炎</label></event>",
	"en", "重症肺炎", "重症肺炎"},

    /* Reasons: codes between blanks, names of several words between commas. */
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"toxicity choice\"/>",
	DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	   "stop-because=\"AE, patient choice\"/>",
	"en", "stopped for toxicity", NULL},
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"complete response\"/>",
	DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	   "stop-because=\"remission\"/>",
	"en", "stopped in remission", NULL},
    /* A fact that is called by its code is the reason, of several words, too.
     */
    {DX "<event code=\"heart failure\" time=\"2020-05-02\"/>"
	"<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"heart failure, patient choice\"/>",
	DX "<event id=\"heart-failure\" code=\"heart failure\" "
	   "time=\"2020-05-02\"/>"
	   "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	   "stop-because=\"heart-failure choice\"/>",
	"en", "heart failure", NULL},
    /* By another name of it, too; what is an event and a curve is the event. */
    {DX "<event code=\"BK viremia\" time=\"2020-05-02\"/>"
	"<series code=\"BK viral load\">2020-05-02 100; 2020-06 50</series>"
	"<treatment code=\"MMF\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"BK viraemia\"/>",
	DX "<event id=\"BK-viraemia\" code=\"BK viremia\" "
	   "time=\"2020-05-02\"/>"
	   "<series code=\"BK viral load\">2020-05-02 100; 2020-06 "
	   "50</series>"
	   "<treatment code=\"MMF\" time=\"2020-02-01/2020-05-05\" "
	   "stop-because=\"BK-viraemia\"/>",
	"en", "BK viraemia", NULL},
    {DX "<treatment code=\"Velcade\" time=\"2020-02-01/2020-05-05\"/>"
	"<event code=\"rash\" since=\"bortezomib\" time=\"10d\"/>",
	DX "<treatment id=\"bortezomib\" code=\"Velcade\" "
	   "time=\"2020-02-01/2020-05-05\"/>"
	   "<event code=\"rash\" since=\"bortezomib\" time=\"10d\"/>",
	"en", "11 Feb 2020: rash", NULL},
    /* Values in a list, as people part them. */
    {DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17: 684, 2020-04: 342, "
	"2020-05: 120</series>",
	DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17 684; 2020-04 342; "
	   "2020-05 120</series>",
	"en", "684", NULL},
    {DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17T08:30 = 684,\n"
	"2020-04 = 342</series>",
	DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17T08:30 684\n"
	   "2020-04 342</series>",
	"en", "342", NULL},
    {DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17 684；2020-04：342，"
	"2020-05　120、2020-06 98</series>",
	DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17 684; 2020-04 342; "
	   "2020-05 120; 2020-06 98</series>",
	"en", "684", NULL},

    /* A response of a site alone is none of the disease. */
    {DX "<response code=\"CR\" time=\"2020-02-01\">bone marrow</response>",
	DX "<response code=\"CR\" time=\"2020-02-01\" "
	   "site=\"bone-marrow\"/>",
	"en", "bone marrow", "bone marrow"},
    {DX "<treatment code=\"R-CHOP\" time=\"2020-01-12/2020-01-20\"/>"
	"<response code=\"PD\" time=\"2020-02-01\" site=\"liver\"/>",
	NULL, "en", "progressive disease (PD)", "Progression: liver"},
    /* Of a treatment that is given as an act. */
    {DX "<procedure code=\"SRS\" time=\"2020-02-01\">3 lesions, "
	"24 Gy</procedure>",
	DX "<procedure code=\"SRS\" time=\"2020-02-01\" "
	   "result=\"3 lesions, 24 Gy\"/>",
	"en", "SRS (3 lesions, 24 Gy)", "3 lesions, 24 Gy"},
    /* A numbered handle is no name: the text is. */
    {DX "<procedure code=\"op-1\" time=\"2020-02-01\">lumbar drain"
	"</procedure>",
	NULL, "en", "1 Feb 2020: lumbar drain", "lumbar drain"},
    /* As the author wrote it: the entry has it as a key. */
    {DX "<procedure code=\"renal biopsy\" time=\"2020-02-01\"/>", NULL, "en",
	"renal biopsy", "renal biopsy"},

    /* Doses as people write them. */
    {DX "<treatment code=\"prednisone\" dose=\"60 mg/d\" route=\"po\" "
	"time=\"2020-02-01/2020-06-30\"/>",
	NULL, "en", "Prednisone (60 mg/d PO) was given", "60 mg/d PO"},
    {DX "<treatment code=\"rituximab\" dose=\"375 mg/m2\" "
	"schedule=\"weekly x 4\" time=\"2020-02-01\"/>",
	DX "<treatment code=\"rituximab\" dose=\"375 mg/m2\" "
	   "freq=\"weekly x 4\" time=\"2020-02-01\"/>",
	"en", "weekly × 4", NULL},
    {DX "<treatment code=\"sunitinib\" freq=\"4w/2w\" "
	"time=\"2020-02-01/2020-06\"/>",
	DX "<treatment code=\"sunitinib\" schedule=\"4w/2w\" "
	   "time=\"2020-02-01/2020-06\"/>",
	"en", "4 weeks on / 2 weeks off", NULL},
    {DX "<treatment code=\"VCd\" cycles=\"4\" every=\"3 weeks\" "
	"time=\"2020-02-01\"/>",
	DX "<treatment code=\"VCd\" cycles=\"4\" every=\"3w\" "
	   "time=\"2020-02-01\"/>",
	"en", "every 3 weeks", NULL},
    {DX "<treatment code=\"prednisone\" dose=\"60\" unit=\"mg/d\" "
	"time=\"2020-02-01/2020-06-30\"/>",
	NULL, "en", "Prednisone (60 mg/d)", "60 mg/d"},
    {DX "<treatment code=\"prednisone\" dose=\"40 - 80 mg/d\" "
	"time=\"2020-02-01/2020-06-30\"/>",
	NULL, "de", "Prednison (40–80 mg/d)", "40–80 mg/d"},
    {DX "<treatment code=\"carboplatin\" dose=\"AUC 5\" "
	"time=\"2020-02-01/2020-06-30\"/>",
	NULL, "zh", "卡铂（AUC 5）", "AUC 5"},
    {DX "<treatment code=\"rituximab\" dose=\"1.4 g\" route=\"sc\" "
	"freq=\"q8w\" time=\"2020-02-01/2021-12-30\"/>",
	NULL, "en", "1.4 g SC every 8 weeks", "1.4 g SC every 8 weeks"},
    {DX "<treatment code=\"rituximab\" dose=\"1.4 g\" route=\"sc\" "
	"freq=\"Q8W\" time=\"2020-02-01/2021-12-30\"/>",
	NULL, "de", "1,4 g s.c. alle 8 Wochen", "1,4 g s.c. alle 8 Wochen"},
    {DX "<treatment code=\"rituximab\" dose=\"1.4 g\" route=\"sc\" "
	"freq=\"q2-3w\" time=\"2020-02-01/2021-12-30\"/>",
	NULL, "en", "1.4 g SC every 2–3 weeks", "1.4 g SC every 2–3 weeks"},
    {DX "<treatment code=\"rituximab\" dose=\"1.4 g\" route=\"sc\" "
	"freq=\"every 2 to 3 weeks\" time=\"2020-02-01/2021-12-30\"/>",
	NULL, "zh", "每 2–3 周", "每 2–3 周"},
    /* A fact called by a code of two words. */
    {DX "<event code=\"CMV viraemia\" time=\"2020-02-01\"/>"
	"<treatment code=\"valganciclovir\" time=\"2020-02-02/2020-03-01\" "
	"because=\"CMV viraemia\"/>",
	DX "<event id=\"CMV-viraemia\" code=\"CMV viraemia\" "
	   "time=\"2020-02-01\"/>"
	   "<treatment code=\"valganciclovir\" time=\"2020-02-02/2020-03-01\" "
	   "because=\"CMV-viraemia\"/>",
	"en", "Valganciclovir (because of CMV viraemia)", NULL},
    /* Drugs with a slash between them, all known. */
    {DX "<treatment code=\"bictegravir/emtricitabine/TAF\" "
	"time=\"2020-02-02/2020-03-01\"/>",
	DX "<treatment code=\"bictegravir + emtricitabine + TAF\" "
	   "time=\"2020-02-02/2020-03-01\"/>",
	"en", "Bictegravir + emtricitabine + TAF", NULL},
    /* A transplant named with its conditioning. */
    {DX "<procedure code=\"BEAM auto-SCT\" time=\"2020-02-01\"/>",
	DX "<procedure code=\"auto-sct\" time=\"2020-02-01\">"
	   "BEAM auto-SCT</procedure>",
	"en", "1 Feb 2020: BEAM auto-SCT", "BEAM auto-SCT"},
    {DX "<procedure code=\"allo-SCT with Flu-Mel\" donor=\"MUD\" "
	"time=\"2020-02-01\"/>",
	DX "<procedure code=\"allo-sct\" donor=\"MUD\" time=\"2020-02-01\">"
	   "allo-SCT with Flu-Mel</procedure>",
	"en", "allo-SCT with Flu-Mel (MUD)", "allo-SCT with Flu-Mel"},
    /* How often an act was done. */
    {DX "<procedure code=\"plasma-exchange\" count=\"5\" every=\"2d\" "
	"time=\"2020-02-01/2020-02-10\"/>",
	NULL, "en", "plasma exchange (5 times, every 2 days)",
	"plasma exchange × 5"},
    {DX "<procedure code=\"plasma-exchange\" count=\"5\" "
	"time=\"2020-02-01/2020-02-10\"/>",
	NULL, "zh", "5 次", "× 5"},
    /* What was found elsewhere than in the genes. */
    {DX "<procedure code=\"ct\" time=\"2020-02-01\">"
	"<finding>ground-glass opacity</finding>"
	"<finding result=\"absent\">pleural effusion</finding></procedure>",
	NULL, "en", "CT (ground-glass opacity; pleural effusion not detected)",
	"ground-glass opacity; pleural effusion not detected"},
    {DX "<procedure code=\"blood-culture\" time=\"2020-02-01\">"
	"<finding>MRSA</finding></procedure>",
	NULL, "de", "Blutkultur (MRSA)", "MRSA"},
    {DX "<treatment code=\"aciclovir\" dose=\"400 mg\" freq=\"bid\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	NULL, "zh", "400 mg 每日 2 次", "400 mg 每日 2 次"},
    {DX "<treatment code=\"aciclovir\" dose=\"400 mg\" freq=\"3/week\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	NULL, "en", "400 mg 3 times weekly", "400 mg 3 times weekly"},
    /* All in one, as in a prescription. */
    {DX "<treatment code=\"zanubrutinib\" dose=\"160 mg bid\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	DX "<treatment code=\"zanubrutinib\" dose=\"160 mg\" freq=\"bid\" "
	   "time=\"2020-02-01/2021-12-30\"/>",
	"en", "160 mg twice daily", "160 mg twice daily"},
    {DX "<treatment code=\"methotrexate\" dose=\"15 mg po once weekly\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	DX "<treatment code=\"methotrexate\" dose=\"15 mg\" route=\"po\" "
	   "freq=\"once weekly\" time=\"2020-02-01/2021-12-30\"/>",
	"de", "15 mg p.o. wöchentlich", NULL},
    {DX "<treatment code=\"rituximab\" dose=\"375 mg/m2 iv weekly x 4\" "
	"time=\"2020-02-01/2020-02-22\"/>",
	DX "<treatment code=\"rituximab\" dose=\"375 mg/m2\" route=\"iv\" "
	   "freq=\"weekly x 4\" time=\"2020-02-01/2020-02-22\"/>",
	"en", "IV weekly × 4", NULL},
    /* What is given, and what for, in one name. */
    {DX "<treatment code=\"rituximab maintenance\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	DX "<treatment code=\"rituximab\" intent=\"maintenance\" "
	   "time=\"2020-02-01/2021-12-30\"/>",
	"en", "maintenance", "Rituximab"},
    {DX "<treatment code=\"BV 维持治疗\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	DX "<treatment code=\"BV\" intent=\"maintenance\" "
	   "time=\"2020-02-01/2021-12-30\"/>",
	"en", "maintenance", "BV"},
    /* A fact without an id is called by the code that it alone has. */
    {DX "<treatment code=\"pembrolizumab\" time=\"2020-02-01/2021-12-30\"/>"
	"<event code=\"hypothyroidism\" time=\"2020-08\" "
	"because=\"pembrolizumab\"/>",
	DX "<treatment id=\"pembrolizumab\" code=\"pembrolizumab\" "
	   "time=\"2020-02-01/2021-12-30\"/>"
	   "<event code=\"hypothyroidism\" time=\"2020-08\" "
	   "because=\"pembrolizumab\"/>",
	"en", "because of pembrolizumab", NULL},
    {DX "<treatment code=\"gentamicin\" time=\"2020-02-01/2020-02-05\" "
	"stop-because=\"AKI\"/><event code=\"AKI\" time=\"2020-02-05\"/>",
	NULL, "en", "stopped because of AKI", NULL},
    /* A disease may complicate the course of another. */
    {DX "<event code=\"RPGN\" time=\"2020-03\"/>", NULL, "de",
	"März 2020: RPGN", NULL},
    {DX "<treatment code=\"sunitinib\" dose=\"50 mg/d\" schedule=\"4w/2w\" "
	"time=\"2020-02-01/2021-12-30\"/>",
	NULL, "en", "50 mg/d, 4 weeks on / 2 weeks off",
	"50 mg/d, 4 weeks on / 2 weeks off"},
    {DX "<treatment code=\"radiotherapy\" dose=\"60 Gy\" fractions=\"30\" "
	"site=\"mediastinum\" time=\"2020-02-01/2020-03-13\"/>",
	NULL, "en", "Radiotherapy (mediastinum; 60 Gy in 30 fractions)",
	"60 Gy in 30 fractions"},
    {DX "<treatment code=\"radiotherapy\" dose=\"60 Gy\" fractions=\"30\" "
	"site=\"mediastinum\" time=\"2020-02-01/2020-03-13\"/>",
	NULL, "zh", "放射治疗（纵隔；60 Gy，照射 30 次）", "60 Gy，照射 30 次"},
    {DX "<treatment code=\"doxorubicin\" dose=\"450 mg/m2\" "
	"cumulative=\"yes\" time=\"2020-02-01/2020-06-30\"/>",
	NULL, "en", "Doxorubicin (450 mg/m² in all)", "450 mg/m² in all"},
    {DX "<procedure code=\"car-t\" dose=\"1.2e6/kg\" time=\"2020-03-04\"/>",
	NULL, "en", "CAR-T (1.2 × 10⁶/kg)", "1.2 × 10⁶/kg"},
    {DX "<procedure code=\"car-t\" dose=\"1.2 x 10⁶ cells/kg\" "
	"time=\"2020-03-04\"/>",
	NULL, "en", "1.2 × 10⁶ cells/kg", "1.2 × 10⁶ cells/kg"},
    {DX "<procedure code=\"car-t\" dose=\"2×10^6/kg\" time=\"2020-03-04\"/>",
	NULL, "en", "CAR-T (2 × 10⁶/kg)", "2 × 10⁶/kg"},
    /* The attribute is the first dose, changes follow. */
    {DX "<treatment code=\"prednisone\" dose=\"60 mg/d\" "
	"time=\"2020-02-01/2020-06-30\"><dose time=\"2020-04-01\">20 mg/d"
	"</dose></treatment>",
	NULL, "en", "60 mg/d, 20 mg/d (1 Apr 2020)", "60 mg/d"},
    {DX "<treatment code=\"prednisone\" dose=\"1 mg/kg\" "
	"time=\"2020-02-01/2020-06-30\"><dose time=\"2020-04-01\">20 mg/d"
	"</dose></treatment>",
	NULL, "en", "1 mg/kg, 20 mg/d (1 Apr 2020)", "1 mg/kg→20 mg/d"},
    {DX "<treatment code=\"R-CHOP\" time=\"2020-02-01/2020-06-30\">"
	"<drug code=\"prednisone\" dose=\"40 mg/m2\" "
	"route=\"po\"/></treatment>",
	NULL, "en", "prednisone 40 mg/m² PO", NULL},

    /* Patients, and what has no time. */
    {"<patient sex=\"male\" age=\"8m\" born-at=\"34w2d\"/>" DX, NULL, "en",
	"Boy, 8 months, born at 34+2 weeks", "Boy, 8 months"},
    {"<patient sex=\"female\" age=\"12d\"/>" DX, NULL, "zh", "12 天", "12 天"},
    {"<patient sex=\"female\" age=\"61y\"/>" DX,
	"<patient sex=\"female\" age=\"61\"/>" DX, "en", "Woman, 61",
	"Woman, 61"},
    {"<patient sex=\"female\" age=\"61\" age-at=\"2008\"/>" DX, NULL, "en",
	"Woman, 61 in 2008", "Woman, 61 in 2008"},
    {DX "<characteristic code=\"ecog\">1</characteristic>", NULL, "en",
	"ECOG: 1", "ECOG: 1"},
    {DX "<characteristic code=\"prior-lines\">2</characteristic>", NULL, "zh",
	"既往治疗线数：2", "既往治疗线数：2"},
    {DX "<characteristic><label>Smoker</label>30 pack-years</characteristic>",
	NULL, "en", "Smoker: 30 pack-years", "Smoker: 30 pack-years"},
    {DX "<history>Type 2 diabetes</history>", NULL, "en",
	"History: Type 2 diabetes", "History: Type 2 diabetes"},
    {DX "<history time=\"2015\">Hepatitis B</history>", NULL, "de",
	"Hepatitis B (2015)", "Hepatitis B (2015)"},

    /* Lengths beside a start, or wherever it lies. */
    {DX "<event code=\"icu\" time=\"2020-03-04\" lasting=\"4d\"/>", NULL, "en",
	"| 4–7 Mar 2020 | ICU |", "ICU"},
    {DX "<event code=\"icu\" time=\"2020-03\" lasting=\"4d\"/>", NULL, "en",
	"| Mar 2020 | ICU (4 days) |", "ICU (4 days)"},
    {DX "<treatment code=\"haemodialysis\" time=\"2020-03-04\" "
	"lasting=\"6h\"/>",
	NULL, "zh", "血液透析（6 小时）", "血液透析（6 小时）"},
    {DX "<event id=\"e\" code=\"icu\" time=\"2020-03\"/>"
	"<treatment code=\"haemodialysis\" after=\"e\" lasting=\"2w\"/>",
	NULL, "de", "nach ITS (Datum nicht angegeben) | Hämodialyse (2 Wochen)",
	"Hämodialyse (2 Wochen)"},

    /* Results as laboratories print them. */
    {DX "<series code=\"ldh\" unit=\"U/L\"><value time=\"2020-02-01\">&lt;120"
	"</value></series>",
	DX "<series code=\"ldh\" unit=\"U/L\"><value time=\"2020-02-01\" "
	   "below=\"120\"/></series>",
	"en", "\\<120 U/L", "<120"},
    {DX "<panel time=\"2020-02-01\"><value code=\"ldh\" unit=\"U/L\">&gt; 900"
	"</value></panel>",
	DX "<panel time=\"2020-02-01\"><value code=\"ldh\" unit=\"U/L\" "
	   "above=\"900\"/></panel>",
	"en", "lactate dehydrogenase \\>900 U/L", ">900"},
    {DX "<series code=\"blood-pressure\"><value time=\"2020-02-01\">135 / 70"
	"</value><value time=\"2020-03-01\">128/72</value></series>",
	DX "<series code=\"blood-pressure\"><value time=\"2020-02-01\">135/70"
	   "</value><value time=\"2020-03-01\">128/72</value></series>",
	"en", "135/70 mmHg (1 Feb 2020)", "135/70"},
    {DX "<series code=\"oxygen-saturation\"><value time=\"2020-02-01\">95–100"
	"</value></series>",
	DX
	"<series code=\"oxygen-saturation\"><value time=\"2020-02-01\">95-100"
	"</value></series>",
	"de", "95–100 %", "95–100"},
    {DX "<series code=\"hbv-dna\"><value time=\"2020-02-01\" "
	"result=\"negative\"/><value time=\"2020-05-01\" result=\"positive\"/>"
	"</series>",
	NULL, "zh", "阴性（2020 年 2 月 1 日）；阳性（2020 年 5 月 1 日）",
	"阳性"},
    {DX "<series code=\"hbv-dna\"><value time=\"2020-02-01\">"
	"<label>weakly positive</label></value></series>",
	NULL, "en", "weakly positive (1 Feb 2020)", "weakly positive"},
    {DX "<panel time=\"2020-02-01\"><value code=\"crp\" result=\"high\">12"
	"</value><value code=\"hbv-dna\" result=\"not-detected\"/></panel>",
	NULL, "en", "C-reactive protein 12 mg/L (high), HBV DNA not detected",
	"not detected"},
    {DX "<series code=\"ldh\" unit=\"U/L\" low=\"120\" high=\"250\">"
	"<value time=\"2020-02-01\">300</value></series>",
	NULL, "en", "reference range 120–250", "reference range"},
    {DX "<series code=\"ldh\" unit=\"U/L\"><value time=\"2020-02-01\" "
	"low=\"120\" high=\"250\">300</value></series>",
	NULL, "en", "300 U/L (reference range 120–250; 1 Feb 2020)",
	"reference range"},

    /* Short series. */
    {DX "<series code=\"ldh\" unit=\"U/L\">2020-03-17 684; 2020-04-14 342\n"
	"2020-05 &lt;120;2020-06-01 n/d</series>",
	DX "<series code=\"ldh\" unit=\"U/L\"><value time=\"2020-03-17\">684"
	   "</value><value time=\"2020-04-14\">342</value>"
	   "<value time=\"2020-05\" below=\"120\"/>"
	   "<value time=\"2020-06-01\" result=\"not-detected\"/></series>",
	"en", "\\<120 U/L (May 2020); not detected (1 Jun 2020)", "684"},
    {"<diagnosis id=\"d\" code=\"dlbcl\" time=\"2020-01-10\"/>"
     "<series code=\"crp\" since=\"d\">7d 12; 21d 3</series>",
	"<diagnosis id=\"d\" code=\"dlbcl\" time=\"2020-01-10\"/>"
	"<series code=\"crp\" since=\"d\"><value time=\"7d\">12</value>"
	"<value time=\"21d\">3</value></series>",
	"en", "12 mg/L (17 Jan 2020)", "12"},
};

/* With words that no vocabulary has, of which a warning tells. */
static const struct form unknown[] = {
    /* A reason, in the author's words. */
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"lack of a guardian\"/>",
	NULL, "en", "stopped because of lack of a guardian",
	"stopped because of lack of a guardian"},
    /* Out of which no word is taken: "failure" is lack of effect, "planned" is
     * as planned, "death" is the patient's own. */
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"heart failure, patient choice\"/>",
	DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	   "stop-because=\"heart failure; choice\"/>",
	"en", "heart failure", "heart failure"},
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"death of the donor\"/>",
	NULL, "en", "because of death of the donor", "death of the donor"},
    {DX "<treatment code=\"VCd\" time=\"2020-02-01/2020-05-05\" "
	"stop-because=\"planned move\"/>",
	NULL, "de", "planned move", "planned move"},
    /* A name that nobody knows is drawn, too, and the text beside it. */
    {DX "<procedure code=\"laparoscopic oophorectomy\" "
	"time=\"2020-02-01\">mature teratoma</procedure>",
	DX "<procedure code=\"laparoscopic oophorectomy\" "
	   "time=\"2020-02-01\" result=\"mature teratoma\"/>",
	"en", "laparoscopic oophorectomy (mature teratoma)", "mature teratoma"},
    {DX "<event code=\"fell at home\" time=\"2020-02-01\">hip "
	"fracture</event>",
	DX "<event code=\"fell at home\" time=\"2020-02-01\">"
	   "<note>hip fracture</note></event>",
	"en", "fell at home (hip fracture)", "hip fracture, 1 Feb 2020"},
    /* How often, in the author's words. */
    {DX "<treatment code=\"bortezomib\" dose=\"1.3 mg/m2\" "
	"freq=\"days 1, 4, 8 and 11\" time=\"2020-02-01/2020-06\"/>",
	NULL, "en", "days 1, 4, 8 and 11", "days 1, 4, 8 and 11"},
    {DX "<treatment code=\"basiliximab\" dose=\"20 mg\" "
	"schedule=\"days 0 and 4\" time=\"2020-02-01\"/>",
	NULL, "zh", "days 0 and 4", NULL},
    /* What it was done for, alone and beside a fact. */
    {DX "<treatment code=\"IVIG\" time=\"2020-02-01/2020-05-05\" "
	"because=\"low IgG\"/>",
	NULL, "en", "IVIG (because of low IgG)", "because of low IgG"},
    {DX "<event id=\"f\" code=\"fever\" time=\"2020-02-01\"/>"
	"<treatment code=\"meropenem\" time=\"2020-02-01/2020-02-09\" "
	"because=\"f, rigors at night\"/>",
	DX "<event id=\"f\" code=\"fever\" time=\"2020-02-01\"/>"
	   "<treatment code=\"meropenem\" time=\"2020-02-01/2020-02-09\" "
	   "because=\"f; rigors at night\"/>",
	"en", "because of fever, rigors at night", "rigors at night"},
    {DX "<treatment code=\"prednisone\" unit=\"mg\" "
	"time=\"2020-02-01/2020-05-05\"><dose>40</dose>"
	"<dose time=\"2020-03-01\" because=\"weight gain\">20</dose>"
	"</treatment>",
	NULL, "en", "because of weight gain", NULL},
};

/* The words of a picture, without what only a pointer finds. */
static char *
drawn_words(const char *svg)
{
	g_autoptr(GRegex) titles =
	    g_regex_new("<title>[^<]*</title>|<desc>[^<]*</desc>", 0, 0, NULL);
	g_autoptr(GRegex) tags = g_regex_new("<[^>]*>", 0, 0, NULL);
	g_autofree char *bare =
	    g_regex_replace_literal(titles, svg, -1, 0, "", 0, NULL);
	g_autofree char *plain =
	    g_regex_replace_literal(tags, bare, -1, 0, "", 0, NULL);
	GString *words = g_string_new(plain);

	g_string_replace(words, "&lt;", "<", 0);
	g_string_replace(words, "&gt;", ">", 0);
	return g_string_free(words, FALSE);
}

static void
check_form(const struct form *form, bool warned)
{
	g_autofree char *text = written(form->body, form->lang, "md");

	assert_same(form->body, form->as, warned);
	if (strstr(text, form->text) == NULL)
		g_error("\"%s\" is not in:\n%s", form->text, text);
	if (form->drawn != NULL) {
		g_autofree char *svg = written(form->body, form->lang, "svg");
		g_autofree char *words = drawn_words(svg);

		if (strstr(words, form->drawn) == NULL)
			g_error("\"%s\" is not drawn:\n%s", form->drawn, words);
	}
}

static void
test_form(gconstpointer data)
{
	check_form(data, false);
}

static void
test_unknown(gconstpointer data)
{
	check_form(data, true);
}

static void
test_frequencies(void)
{
	static const struct {
		const char *text;
		int times, per;
		char unit;
		int in_all, per_most;
	} rows[] = {
	    {"bid", 2, 1, 'd', 0, 0},
	    {"q8h", 1, 8, 'h', 0, 0},
	    {"Q12 h", 1, 12, 'h', 0, 0},
	    {"8-hourly", 1, 8, 'h', 0, 0},
	    {"q3wks", 1, 3, 'w', 0, 0},
	    {"every 3 weeks", 1, 3, 'w', 0, 0},
	    {"every other day", 1, 2, 'd', 0, 0},
	    {"2/week", 2, 1, 'w', 0, 0},
	    {"twice weekly", 2, 1, 'w', 0, 0},
	    {"twice a day", 2, 1, 'd', 0, 0},
	    {"3 times a week", 3, 1, 'w', 0, 0},
	    {"three times daily", 3, 1, 'd', 0, 0},
	    {"2x/day", 2, 1, 'd', 0, 0},
	    {"once every 6 months", 1, 6, 'm', 0, 0},
	    {"yearly", 1, 12, 'm', 0, 0},
	    {"weekly x 4", 1, 1, 'w', 4, 0},
	    {"weekly for 4 doses", 1, 1, 'w', 4, 0},
	    {"每周1次，共4次", 1, 1, 'w', 4, 0},
	    {"每周 1 次，共 4 次", 1, 1, 'w', 4, 0},
	    {"wöchentlich, insgesamt 4 mal", 1, 1, 'w', 4, 0},
	    {"weekly for 4", 0, 0, 0, 0, 0},
	    {"weekly for 4 weeks", 0, 0, 0, 0, 0},
	    {"qw ×4 doses", 1, 1, 'w', 4, 0},
	    {"2x täglich", 2, 1, 'd', 0, 0},
	    {"alle 3 Wochen", 1, 3, 'w', 0, 0},
	    {"jeden zweiten Tag", 1, 2, 'd', 0, 0},
	    {"每日两次", 2, 1, 'd', 0, 0},
	    {"每3周一次", 1, 3, 'w', 0, 0},
	    {"隔日一次", 1, 2, 'd', 0, 0},
	    {"每12小时", 1, 12, 'h', 0, 0},
	    {"q2-3w", 1, 2, 'w', 0, 3},
	    {"q4-6h", 1, 4, 'h', 0, 6},
	    {"every 2 to 3 weeks", 1, 2, 'w', 0, 3},
	    {"every 2–3 weeks", 1, 2, 'w', 0, 3},
	    {"alle 2 bis 3 Wochen", 1, 2, 'w', 0, 3},
	    {"每2至3周", 1, 2, 'w', 0, 3},
	    {"每2-3周一次", 1, 2, 'w', 0, 3},
	    {"q3-2w", 0, 0, 0, 0, 0},
	    {"q to 3w", 0, 0, 0, 0, 0},
	    {"every 2 to weeks", 0, 0, 0, 0, 0},
	    /* Every third week, or thrice in one? */
	    {"3 weekly", 0, 0, 0, 0, 0},
	    {"2 daily", 0, 0, 0, 0, 0},
	    {"twice every 3 weeks", 0, 0, 0, 0, 0},
	    {"q0h", 0, 0, 0, 0, 0},
	    {"q100d", 0, 0, 0, 0, 0},
	    {"weekly x", 0, 0, 0, 0, 0},
	    {"prn x 4", 0, 0, 0, 0, 0},
	    {"quarterday", 0, 0, 0, 0, 0},
	    {"", 0, 0, 0, 0, 0},
	    {"a b c d e f g h i j", 0, 0, 0, 0, 0},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_frequency is = {0};
		bool known = cc_frequency_read(rows[i].text, &is);

		if (known != (rows[i].times > 0) || is.times != rows[i].times ||
		    is.per != rows[i].per || is.unit != rows[i].unit ||
		    is.in_all != rows[i].in_all ||
		    is.per_most != rows[i].per_most)
			g_error("\"%s\": %d in %d %c, %d in all", rows[i].text,
			    is.times, is.per, is.unit == 0 ? '-' : is.unit,
			    is.in_all);
	}
}

static const struct cc_span *
last_span(const struct test_case *test)
{
	return &test->course->facts[test->course->fact_count - 1].when.span;
}

static void
assert_day(struct cc_instant instant, int year, int month, int day)
{
	g_assert_cmpint(
	    instant.minute, ==, cc_instant_from_date(year, month, day).minute);
}

/* Four days from the 4th are to the 7th; from some day of March they end from
 * the 4th of March to the 3rd of April. Two months from 31 December end with
 * February. */
static void
test_lasting(void)
{
	struct test_case test;

	parse(&test, false,
	    DX "<event code=\"icu\" time=\"2020-03-04\" "
	       "lasting=\"4d\"/>");
	assert_day(last_span(&test)->earliest_end, 2020, 3, 7);
	assert_day(last_span(&test)->latest_end, 2020, 3, 8);
	test_case_close(&test);
	parse(&test, false,
	    DX "<event code=\"icu\" time=\"2020-03\" "
	       "lasting=\"4d\"/>");
	assert_day(last_span(&test)->earliest_start, 2020, 3, 1);
	assert_day(last_span(&test)->latest_start, 2020, 4, 1);
	assert_day(last_span(&test)->earliest_end, 2020, 3, 4);
	assert_day(last_span(&test)->latest_end, 2020, 4, 4);
	test_case_close(&test);
	parse(&test, false,
	    DX "<event code=\"icu\" time=\"2020-12-31\" "
	       "lasting=\"2m\"/>");
	assert_day(last_span(&test)->earliest_end, 2021, 2, 27);
	assert_day(last_span(&test)->latest_end, 2021, 2, 28);
	test_case_close(&test);
}

int
main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autofree char *path = g_strdup_printf("/forms/%zu", i + 1);

		g_test_add_data_func(path, &forms[i], test_form);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++) {
		g_autofree char *path =
		    g_strdup_printf("/forms/unknown/%zu", i + 1);

		g_test_add_data_func(path, &unknown[i], test_unknown);
	}
	g_test_add_func("/forms/frequencies", test_frequencies);
	g_test_add_func("/forms/lasting", test_lasting);
	status = g_test_run();
	test_vocab_unload(vocab);
	return status;
}
