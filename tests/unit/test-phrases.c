/* What a language says otherwise than the others: cases, counted units, orders
 * of words. */
#include "world.h"

#include <string.h>

/* A case in words, as Markdown; g_free. */
static char *
told(struct world *world, const char *clock, const char *body, const char *lang)
{
	return world_write_body(world, clock, body, lang, "md");
}

struct row {
	const char *lang, *text[12];
};

static void
assert_rows(struct world *world, const char *clock, const char *body,
    const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		g_autofree char *text = told(world, clock, body, rows[i].lang);

		for (size_t k = 0; rows[i].text[k] != NULL; k++)
			if (strstr(text, rows[i].text[k]) == NULL)
				g_error(
				    "no \"%s\" in:\n%s", rows[i].text[k], text);
	}
}

/* Ages are declined; a bracket's ends are told as they were typed. */
static void
test_ages(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"ALL\" time=\"7.5\"/>"
	    "<event code=\"sepsis\" time=\"[7..8.24]\"/>"
	    "<event code=\"diarrhoea\" time=\"[3m..7]\"/>"
	    "<event code=\"mucositis\" time=\"50d/..\"/>"
	    "<event code=\"nausea\" time=\"/7y6m\"/>"
	    "<treatment code=\"vincristine\" time=\"8/9.5\"/>"
	    "<event code=\"rash\" time=\"8/9\"/>"
	    "<outcome code=\"alive\" time=\"9y7m\"/>";
	static const struct row rows[] = {
	    {"en",
		{"diagnosed at age 7.5", "Between age 7 and age 8.24: sepsis",
		    "Between age 3 months and age 7: diarrhoea",
		    "Since age 50 days: mucositis", "Age 8–9: rash",
		    "was given from age 8 to age 9.5",
		    "ast report at age 9 years 7 months: alive"}},
	    {"de", {"Diagnose im Alter von 7,5 Jahren",
		       "Im Alter zwischen 7 und 8,24 Jahren: Sepsis",
		       "Im Alter zwischen 3 Monaten und 7 Jahren: Diarrhö",
		       "Seit dem Alter von 50 Tagen: Mukositis",
		       "Bis zum Alter von 7 Jahren und 6 Monaten, Beginn",
		       "Vincristin: im Alter von 8 bis 9,5 Jahren",
		       "| Alter 8–9 |",
		       "im Alter von 9 Jahren und 7 Monaten: am Leben"}},
	    {"zh", {"7.5 岁确诊", "7–8.24 岁之间：脓毒症",
		       "3 月龄–7 岁之间：腹泻", "50 日龄起持续：黏膜炎",
		       "8 至 9.5 岁予长春新碱", "| 8–9 岁 |"}},
	};

	(void)unused;
	assert_rows(world, "age", body, rows, G_N_ELEMENTS(rows));
}

/* What is narrower than its bracket is told by its days. */
static void
test_narrowed(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis id=\"d\" code=\"ALL\" time=\"7.5\"/>"
	    "<event code=\"sepsis\" time=\"[7..8.24]\" after=\"d\"/>";
	static const struct row rows[] = {
	    {"en", {"Between age 7.50 and age 8.24: sepsis"}}};

	(void)unused;
	assert_rows(world, "age", body, rows, G_N_ELEMENTS(rows));
}

static void
test_other_clocks(struct world *world, gconstpointer unused)
{
	static const char days[] = "<diagnosis code=\"AML\" time=\"-60\"/>"
				   "<event code=\"sepsis\" time=\"[3..5]\"/>"
				   "<outcome code=\"alive\" time=\"40\"/>";
	static const struct row of_days[] = {
	    {"en", {"last report on day 40: alive", "Between day 3 and day 5"}},
	    {"de", {"Diagnose an Tag −60", "letzter Bericht an Tag 40"}},
	};
	static const char weeks[] = "<diagnosis code=\"AML\" time=\"20w\"/>"
				    "<outcome code=\"alive\" time=\"140w\"/>";
	static const struct row of_weeks[] = {
	    {"de", {"Letzter Bericht 140 Wochen p. m.: am Leben. "}},
	};
	/* Born in week 37: in week 36 she was pregnant, in week 42 she is not.
	 */
	static const char born[] =
	    "<diagnosis code=\"hodgkin-lymphoma\" time=\"20w\"/>"
	    "<procedure code=\"caesarean\" time=\"37w2d\"/>"
	    "<event code=\"fever\" time=\"36w\"/>"
	    "<response code=\"CMR\" time=\"42w\"/>"
	    "<outcome code=\"alive\" time=\"44w1d\"/>";
	static const struct row of_birth[] = {
	    {"en", {"Week 36: ", "Week 37+2: ", "Response at 42 weeks from LMP",
		       "Last report at 44+1 weeks from LMP"}},
	    {"zh", {"孕 36 周", "孕 37+2 周", "末次月经后 42 周"}},
	};

	(void)unused;
	assert_rows(world, "day", days, of_days, G_N_ELEMENTS(of_days));
	assert_rows(
	    world, "gestation", weeks, of_weeks, G_N_ELEMENTS(of_weeks));
	assert_rows(world, "gestation", born, of_birth, G_N_ELEMENTS(of_birth));
}

/* Behind "after" German has the dative: what it would decline stands in
 * brackets. Of several diagnoses it is said from which one counts. */
static void
test_anchors(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"MGUS\" time=\"2015\"/>"
	    "<diagnosis id=\"d\" code=\"MM\" time=\"2020-03\"/>"
	    "<event id=\"f\" code=\"febrile-neutropenia\" time=\"2020-05\"/>"
	    "<treatment code=\"prednisolone\" since=\"d\" time=\"-3m/6m\"/>"
	    "<treatment code=\"lenalidomide\" since=\"d\" time=\"6m/..\"/>"
	    "<procedure code=\"biopsy\" after=\"f\"/>"
	    "<outcome code=\"alive\" time=\"2022\"/>";
	static const struct row rows[] = {
	    {"de",
		{"Prednisolon: 3 Monate vor Diagnose (multiples Myelom) bis 6 ",
		    "| ab 6 Monate nach Diagnose (multiples Myelom), fortlau",
		    "Nach Ereignis (febrile Neutropenie) (Datum"}},
	    {"en", {"from 3 months before diagnosis of MM to 6 months after",
		       "After febrile neutropenia (date"}},
	    {"zh", {"确诊多发性骨髓瘤前 3 个月至确诊多发性骨髓瘤后 6 个月"}},
	};

	(void)unused;
	assert_rows(world, "date", body, rows, G_N_ELEMENTS(rows));
}

/* What a year or a day has in common is said once. */
static void
test_shared(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"AML\" time=\"2020-03-01\"/>"
	    "<event code=\"rash\" time=\"2020-05-04/2020-07-01\"/>"
	    "<treatment code=\"rituximab\" "
	    "time=\"2020-08-02T08:30/2020-08-02T12:15\"/>";
	static const struct row rows[] = {
	    {"en",
		{"| 4 May – 1 Jul 2020 | Rash", "| 2 Aug 2020, 08:30–12:15 |",
		    "was given on 2 Aug 2020 from 08:30 to 12:15."}},
	    {"de", {"| 4. Mai – 1. Juli 2020 |",
		       ": am 2. Aug. 2020 von 08:30 bis 12:15 Uhr."}},
	    {"zh", {"| 2020 年 5 月 4 日至 7 月 1 日 |",
		       "2020 年 8 月 2 日 08:30 至 12:15 予利妥昔单抗"}},
	};

	(void)unused;
	assert_rows(world, "date", body, rows, G_N_ELEMENTS(rows));
}

/* Chinese has degrees of GVHD, stages without the word for them, and times. */
static void
test_counted_words(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"AML\" time=\"2020-03-01\" "
	    "stage=\"Ann Arbor IIB, renal stage II\"/>"
	    "<event code=\"acute-gvhd\" grade=\"III\" time=\"2020-05-04\"/>"
	    "<event code=\"rash\" grade=\"3\" time=\"2020-05-04\"/>"
	    "<treatment code=\"plasma-exchange\" cycles=\"5\" "
	    "time=\"2020-06-01/2020-06-09\"/>"
	    "<treatment code=\"rituximab\" dose=\"375 mg/m2\" route=\"sc\" "
	    "freq=\"weekly x 4\" time=\"2020-07-01\"/>"
	    "<panel time=\"2020-07-02\"><value code=\"heart-rate\">96</value>"
	    "<value code=\"blasts\">41</value></panel>"
	    "<outcome code=\"alive\" time=\"2021\"/>";
	static const struct row rows[] = {
	    {"zh",
		{"Ann Arbor IIB 期，renal stage II）", "III 度", "皮疹（3 级）",
		    "血浆置换（5 次）", "皮下注射 每周 1 次，共 4 次", "41%"}},
	    {"de", {"Plasmaaustausch (5-mal)", "wöchentlich × 4", "41 %",
		       "Grad III"}},
	    {"en", {"lasma exchange (5 times)", "41%", "grade III"}},
	};

	(void)unused;
	assert_rows(world, "date", body, rows, G_N_ELEMENTS(rows));
}

/* An author's capital is none within a sentence, but for a name's. */
static void
test_small(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"NSCLC\" time=\"2020-01\">Lung adenocarcinoma"
	    "</diagnosis>"
	    "<event id=\"s\" code=\"sepsis\" time=\"2020-02-01\">Septic "
	    "shock</event>"
	    "<event id=\"h\" code=\"fever\" time=\"2020-02-01\">Hodgkin "
	    "fever</event>"
	    "<treatment code=\"meropenem\" because=\"s\" "
	    "time=\"2020-02-01/2020-02-08\"/>"
	    "<treatment code=\"paracetamol\" because=\"h\" "
	    "time=\"2020-02-01/2020-02-08\"/>"
	    "<outcome code=\"alive\" time=\"2020-05-01\">Discharged, well"
	    "</outcome>";
	static const struct row rows[] = {
	    {"en", {"Lung adenocarcinoma, diagnosed in Jan 2020",
		       "Diagnosis in Jan 2020: lung adenocarcinoma",
		       "because of septic shock", "because of Hodgkin fever",
		       "1 Feb 2020: Septic shock", "1 May 2020: discharged, w",
		       "| Septic shock |"}},
	};

	(void)unused;
	assert_rows(world, "date", body, rows, G_N_ELEMENTS(rows));
}

/* Three and more of one kind are one sentence, and a row each. */
static void
test_gathered(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"AML\" time=\"1\"/>"
	    "<procedure code=\"platelet-transfusion\" time=\"2\"/>"
	    "<procedure code=\"platelet-transfusion\" time=\"4\"/>"
	    "<event code=\"fever\" time=\"5/6\"/>"
	    "<procedure code=\"platelet-transfusion\" time=\"9\"/>"
	    "<procedure code=\"platelet-transfusion\" time=\"12\" "
	    "status=\"not-done\"/>"
	    "<treatment code=\"rituximab\" dose=\"375 mg/m2\" time=\"3\"/>"
	    "<treatment code=\"rituximab\" dose=\"375 mg/m2\" time=\"10\"/>"
	    "<outcome code=\"alive\" time=\"20\"/>";
	static const struct row rows[] = {
	    {"en", {"Day 2 – day 9: platelet transfusion (3 times). ",
		       "Day 12: platelet transfusion not done",
		       "| day 4 | Platelet transfusion |",
		       "was given on day 3. ", "was given on day 10. "}},
	    {"de", {"Tag 2 – Tag 9: TK-Gabe (3-mal)"}},
	    {"zh", {"第 2 天至第 9 天：血小板输注（3 次）"}},
	};

	(void)unused;
	assert_rows(world, "day", body, rows, G_N_ELEMENTS(rows));
}

/* Below the durations stands what they need to be read, and no more; tables
 * have room for whole names. */
static void
test_remarks(struct world *world, gconstpointer unused)
{
	static const char days[] =
	    "<diagnosis code=\"AML\" time=\"2020-01-02\"/>"
	    "<series code=\"platelets\" unit=\"10^9/L\">"
	    "<value time=\"2020-01-02\">30</value></series>"
	    "<outcome code=\"death\" time=\"2021-01-02\"/>";
	static const char months[] =
	    "<diagnosis code=\"AML\" time=\"2020-01\"/>"
	    "<line><treatment code=\"Ven-Aza\" time=\"2020-02/2020-05\"/>"
	    "<response code=\"CR\" time=\"2020-06\"/>"
	    "<response code=\"CR\" time=\"2020-11\"/></line>"
	    "<outcome code=\"alive\" time=\"2021-01\"/>";
	g_autofree char *exact = told(world, "date", days, "en");
	g_autofree char *spans = told(world, "date", months, "en");

	(void)unused;
	g_assert_nonnull(strstr(exact, "| Platelets |"));
	g_assert_nonnull(strstr(exact, "Diagnosis: acute myeloid leukaemia"));
	g_assert_nonnull(strstr(exact, "366 days (12 months)"));
	g_assert_null(strstr(exact, "A range in brackets"));
	g_assert_null(strstr(exact, "≥"));
	g_assert_nonnull(strstr(spans, "A range in brackets: "));
	g_assert_nonnull(strstr(spans, "≥: not over at the last contact"));
	g_assert_nonnull(strstr(spans, "≥ of PFS and DoR: "));
}

/* Days of the calendar have an article in German, months none. */
static void
test_from_day(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"AML\" time=\"2020-01-02\"/>"
	    "<event code=\"rash\" time=\"2020-02-03/[2020-03..2020-04]\"/>"
	    "<event code=\"fever\" time=\"2020-02/[2020-03..2020-04]\"/>"
	    "<outcome code=\"alive\" time=\"2021\"/>";
	static const struct row rows[] = {
	    {"de", {"om 3. Feb. 2020 bis irgendwann zwischen März",
		       "on Feb. 2020 bis irgendwann zwischen März"}},
	};

	(void)unused;
	assert_rows(world, "date", body, rows, G_N_ELEMENTS(rows));
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*run)(struct world *, gconstpointer);
	} tests[] = {
	    {"/phrases/ages", test_ages},
	    {"/phrases/narrowed", test_narrowed},
	    {"/phrases/other-clocks", test_other_clocks},
	    {"/phrases/anchors", test_anchors},
	    {"/phrases/shared", test_shared},
	    {"/phrases/counted-words", test_counted_words},
	    {"/phrases/small", test_small},
	    {"/phrases/gathered", test_gathered},
	    {"/phrases/remarks", test_remarks},
	    {"/phrases/from-day", test_from_day},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
		g_test_add(tests[i].name, struct world, NULL, world_init,
		    tests[i].run, world_finish);
	return g_test_run();
}
