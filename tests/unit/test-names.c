#include "words/words.h"

#include "model/model.h"
#include "xml/xml.h"

#include <math.h>
#include <string.h>

#include "builtin.h"
#include "model-case.h"

static bool
language_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_languages_add(to, source, diags);
}

struct fixture {
	struct cc_languages *languages;
	GPtrArray *sources;
	struct cc_vocab *vocab;
	struct cc_arena arena;
	struct test_case test;
	struct cc_terms terms;
	struct cc_words_in en, zh;
};

static void
set_up(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	fixture->languages = cc_languages_create();
	fixture->sources =
	    builtin_load("lang", NULL, language_add, fixture->languages);
	fixture->vocab = test_vocab_load();
	cc_arena_init(&fixture->arena);
}

static void
tear_down(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	cc_arena_finish(&fixture->arena);
	test_vocab_unload(fixture->vocab);
	cc_languages_destroy(fixture->languages);
	g_ptr_array_unref(fixture->sources);
}

#define CASE(attributes)                                                       \
	"<case xmlns='urn:clincourse:case:1' id='a' xml:lang='en'" attributes  \
	">"

static void
case_open(struct fixture *fixture, const char *xml)
{
	test_case_parse(&fixture->test, xml, fixture->vocab);
	if (fixture->test.course == NULL)
		g_test_message("%s", fixture->test.text->str);
	g_assert_nonnull(fixture->test.course);
	cc_terms_init(&fixture->terms, &fixture->arena, fixture->vocab,
	    fixture->test.course);
	fixture->en = (struct cc_words_in){.terms = &fixture->terms,
	    .course = fixture->test.course,
	    .arena = &fixture->arena};
	fixture->zh = fixture->en;
	cc_words_speak(&fixture->en, fixture->languages, "en");
	cc_words_speak(&fixture->zh, fixture->languages, "zh");
}

static void
assert_patient(
    struct fixture *fixture, const char *inside, const char *en, const char *zh)
{
	g_autofree char *xml = g_strconcat(CASE(""), inside, "</case>", NULL);

	case_open(fixture, xml);
	g_assert_cmpstr(cc_patient_line(&fixture->en), ==, en);
	g_assert_cmpstr(cc_patient_line(&fixture->zh), ==, zh);
	test_case_close(&fixture->test);
}

#define DIAGNOSIS(attributes)                                                  \
	"<diagnosis code='multiple-myeloma' time='2022-07'" attributes "/>"

static void
test_patient(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	assert_patient(fixture,
	    "<patient sex='female' age='53'/>" DIAGNOSIS(
		" stage='DS IIIB, ISS III'"),
	    "Woman, 53 · Multiple myeloma · DS IIIB, ISS III",
	    "女，53 岁 · 多发性骨髓瘤 · DS IIIB 期，ISS III 期");
	assert_patient(fixture,
	    "<patient sex='male' age='17'/>" DIAGNOSIS(" stage='IPI 3'"),
	    "Boy, 17 · Multiple myeloma · IPI 3",
	    "男，17 岁 · 多发性骨髓瘤 · IPI 3");
	assert_patient(fixture,
	    "<patient sex='female' age='9'/>" DIAGNOSIS(
		" stage='Rai 0, favourable'"),
	    "Girl, 9 · Multiple myeloma · Rai 0, favourable",
	    "女，9 岁 · 多发性骨髓瘤 · Rai 0 期，favourable");
	assert_patient(fixture,
	    "<patient sex='male'/>" DIAGNOSIS(" stage='T1 N0'"),
	    "Man · Multiple myeloma · T1 N0", "男 · 多发性骨髓瘤 · T1 N0");
	assert_patient(fixture, "<patient age='41'/>" DIAGNOSIS(""),
	    "Aged 41 · Multiple myeloma", "41 岁 · 多发性骨髓瘤");
	assert_patient(fixture, "<patient sex='other'/>" DIAGNOSIS(""),
	    "Multiple myeloma", "多发性骨髓瘤");
	assert_patient(fixture,
	    "<patient sex='female'/><diagnosis time='2022'>"
	    "<label>pT2 tumour</label></diagnosis>",
	    "Woman · pT2 tumour", "女 · pT2 tumour");
}

static void
test_founding(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	test_case_open(
	    &fixture->test, CC_SOURCE_DIR "/samples/emm.xml", fixture->vocab);
	cc_terms_init(&fixture->terms, &fixture->arena, fixture->vocab,
	    fixture->test.course);
	fixture->zh = (struct cc_words_in){.terms = &fixture->terms,
	    .course = fixture->test.course,
	    .arena = &fixture->arena};
	cc_words_speak(&fixture->zh, fixture->languages, "zh");
	g_assert_cmpstr(cc_patient_line(&fixture->zh), ==,
	    "女，53 岁 · 多发性骨髓瘤 IgG-λ 型伴髓外浸润 · DS IIIB 期，ISS "
	    "III 期，R-ISS III 期");
	g_assert_cmpstr(
	    cc_title(&fixture->zh), ==, "髓外病灶全部消失，随后白血病样复发");
	test_case_close(&fixture->test);
}

static void
test_names(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_words_in *en = &fixture->en, *zh = &fixture->zh;

	(void)unused;
	case_open(fixture, CASE("") DIAGNOSIS("") "</case>");
	g_assert_cmpstr(
	    cc_name(en, CC_IN_PROCEDURE, NULL, "auto-sct", CC_NAME_SHORT), ==,
	    "ASCT");
	g_assert_cmpstr(
	    cc_name(en, CC_IN_PROCEDURE, NULL, "auto-sct", CC_NAME_FULL), ==,
	    "autologous stem-cell transplantation");
	g_assert_cmpstr(
	    cc_name(zh, CC_IN_PROCEDURE, NULL, "auto-sct", CC_NAME_FULL), ==,
	    "自体造血干细胞移植");
	g_assert_cmpstr(
	    cc_name(en, CC_IN_TREATMENT, NULL, "VCd", CC_NAME_FULL), ==, "VCd");
	/* An alias is called by its entry's name. */
	g_assert_cmpstr(
	    cc_name(zh, CC_IN_TREATMENT, NULL, "Velcade", CC_NAME_FULL), ==,
	    "硼替佐米");
	g_assert_cmpstr(
	    cc_name(en, CC_IN_RESPONSE, "imwg-2016", "VGPR", CC_NAME_SHORT), ==,
	    "VGPR");
	/* A code that is a word is one of English. */
	g_assert_cmpstr(cc_name(zh, CC_IN_RESPONSE, "eln-2022-aml",
			    "refractory", CC_NAME_SHORT),
	    ==, "难治");
	g_assert_cmpstr(cc_name(en, CC_IN_RESPONSE, "eln-2022-aml",
			    "refractory", CC_NAME_SHORT),
	    ==, "refractory");
	g_assert_cmpstr(
	    cc_name(zh, CC_IN_RESPONSE, "imwg-2016", "VGPR", CC_NAME_FULL), ==,
	    "非常好的部分缓解");
	g_assert_cmpstr(
	    cc_name(en, CC_IN_TREATMENT, NULL, "no-such", CC_NAME_FULL), ==,
	    "no-such");
	g_assert_null(cc_name(en, CC_IN_TREATMENT, NULL, NULL, CC_NAME_FULL));
	test_case_close(&fixture->test);
}

static void
test_abbreviations(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		enum cc_scope scope;
		const char *scheme, *code, *en, *zh;
	} rows[] = {
	    {CC_IN_TREATMENT, NULL, "VCd",
		"VCd, bortezomib + cyclophosphamide + dexamethasone",
		"VCd：硼替佐米 + 环磷酰胺 + 地塞米松"},
	    {CC_IN_PROCEDURE, NULL, "auto-sct",
		"ASCT, autologous stem-cell transplantation",
		"ASCT：自体造血干细胞移植"},
	    {CC_IN_RESPONSE, "imwg-2016", "PR", "PR, partial response",
		"PR：部分缓解"},
	    {CC_IN_TREATMENT, NULL, "bortezomib", NULL, NULL},
	    {CC_IN_TREATMENT, NULL, "no-such", NULL, NULL},
	};

	(void)unused;
	case_open(fixture, CASE("") DIAGNOSIS("") "</case>");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpstr(
		    cc_abbreviation_text(&fixture->en, rows[i].scope,
			rows[i].scheme, rows[i].code),
		    ==, rows[i].en);
		g_assert_cmpstr(
		    cc_abbreviation_text(&fixture->zh, rows[i].scope,
			rows[i].scheme, rows[i].code),
		    ==, rows[i].zh);
	}
	test_case_close(&fixture->test);
}

static void
test_capitals(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *text, *capital;
	} rows[] = {
	    {"haemoglobin", "Haemoglobin"},
	    {"auto-SCT", "Auto-SCT"},
	    {"pH", "pH"},
	    {"mTOR inhibitor", "mTOR inhibitor"},
	    {"t(4;14)", "t(4;14)"},
	    {"β2-microglobulin", "β2-microglobulin"},
	    {"ASCT", "ASCT"},
	    {"血红蛋白", "血红蛋白"},
	    {"a", "a"},
	    {"", ""},
	};

	(void)unused;
	fixture->zh.arena = fixture->en.arena = &fixture->arena;
	cc_words_speak(&fixture->en, fixture->languages, "en");
	cc_words_speak(&fixture->zh, fixture->languages, "zh");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpstr(cc_capital(&fixture->en, rows[i].text), ==,
		    rows[i].capital);
	/* Chinese has none. */
	g_assert_cmpstr(cc_capital(&fixture->en, "allo-SCT"), ==, "Allo-SCT");
	g_assert_cmpstr(cc_capital(&fixture->zh, "allo-SCT"), ==, "allo-SCT");
}

static void
test_findings(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		struct cc_finding finding;
		const char *en, *zh;
	} rows[] = {
	    {{.text = "t(4;14)"}, "t(4;14)", "t(4;14)"},
	    {{.text = "complex karyotype"}, "complex karyotype", "复杂核型"},
	    {{.text = "complex karyotype", .absent = true},
		"complex karyotype not detected", "未检出复杂核型"},
	    {{.text = "FLT3-ITD", .absent = true}, "FLT3-ITD not detected",
		"未检出 FLT3-ITD"},
	    /* The gene is there; its mutation is not. */
	    {{.text = "NPM1", .absent = true}, "NPM1 mutation not detected",
		"未检出 NPM1 突变"},
	    {{.text = "NPM1", .vaf = 41, .vaf_written = "41"},
		"NPM1 (VAF 41%)", "NPM1（VAF 41%）"},
	    {{.text = "GENE p.A1B"}, "GENE p.A1B", "GENE p.A1B"},
	};

	(void)unused;
	case_open(fixture, CASE("") DIAGNOSIS("") "</case>");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpstr(cc_finding_text(&fixture->en, &rows[i].finding),
		    ==, rows[i].en);
		g_assert_cmpstr(cc_finding_text(&fixture->zh, &rows[i].finding),
		    ==, rows[i].zh);
	}
	test_case_close(&fixture->test);
}

/* What is drawn is explained, not what the author's words stand for. */
static void
test_explained(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *label;
		bool says;
	} rows[] = {
	    {"", true},
	    {"<label>first four cycles</label>", false},
	    {"<label>VRd, weekly</label>", true},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strdup_printf(
		    CASE("") "<treatment code=\"VRd\" "
			     "time=\"2020-01/2020-04\">%s</treatment></case>",
		    rows[i].label);

		case_open(fixture, xml);
		g_assert_true(cc_fact_says_code(&fixture->en, CC_IN_TREATMENT,
				  &fixture->test.course->facts[0]) ==
			      rows[i].says);
		test_case_close(&fixture->test);
	}
}

/* One fact of each way to be named, in the order of the file. */
static void
test_facts(struct fixture *fixture, gconstpointer unused)
{
	static const char xml[] = CASE("") DIAGNOSIS(
	    "") "<treatment code='VCd' time='2022-07'/>"
		"<treatment time='2022-08'><label>herbs</label></treatment>"
		"<treatment code='bortezomib' time='2022-09'>"
		"<label xml:lang='fr'>un mot</label></treatment>"
		"<procedure code='auto-sct' time='2023-01'/>"
		"<response code='VGPR' time='2023-02'/>"
		"<relapse time='2024-10'/>"
		"<relapse code='clinical' time='2024-11'/>"
		"<lesion site='stomach pleura' time='2022-07'/>"
		"<genetics method='FISH' time='2022-07'><finding>t(4;14)"
		"</finding></genetics>"
		"<panel time='2022-07'><value code='albumin' unit='g/L'>29"
		"</value></panel>"
		"<outcome code='death' time='2024-12'/>"
		"</case>";
	static const char *const en[] = {"multiple myeloma", "VCd", "herbs",
	    "bortezomib", "ASCT", "VGPR", "Relapse", "Relapse",
	    "stomach, pleura", "FISH", "Laboratory", "Death"};
	static const char *const zh[] = {"多发性骨髓瘤", "VCd", "herbs",
	    "硼替佐米", "ASCT", "VGPR", "复发", "复发", "胃、胸膜", "FISH",
	    "实验室检查", "死亡"};

	(void)unused;
	case_open(fixture, xml);
	g_assert_cmpuint(
	    fixture->test.course->fact_count, ==, G_N_ELEMENTS(en));
	for (size_t i = 0; i < G_N_ELEMENTS(en); i++) {
		const struct cc_fact *fact = &fixture->test.course->facts[i];

		g_assert_cmpstr(
		    cc_fact_name(&fixture->en, fact, CC_NAME_SHORT), ==, en[i]);
		g_assert_cmpstr(
		    cc_fact_name(&fixture->zh, fact, CC_NAME_SHORT), ==, zh[i]);
	}
	g_assert_cmpstr(cc_fact_name(&fixture->en,
			    &fixture->test.course->facts[7], CC_NAME_FULL),
	    ==, "clinical relapse");
	g_assert_cmpstr(cc_fact_name(&fixture->zh,
			    &fixture->test.course->facts[7], CC_NAME_FULL),
	    ==, "临床复发");
	g_assert_cmpstr(cc_fact_name(&fixture->en,
			    &fixture->test.course->facts[5], CC_NAME_FULL),
	    ==, "very good partial response");
	test_case_close(&fixture->test);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test)(struct fixture *fixture, gconstpointer unused);
	} rows[] = {
	    {"/names/patient", test_patient},
	    {"/names/founding", test_founding},
	    {"/names/names", test_names},
	    {"/names/abbreviations", test_abbreviations},
	    {"/names/capitals", test_capitals},
	    {"/names/findings", test_findings},
	    {"/names/explained", test_explained},
	    {"/names/facts", test_facts},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_test_add(rows[i].path, struct fixture, NULL, set_up,
		    rows[i].test, tear_down);
	return g_test_run();
}
