/* Cases for strangers: what is found in texts, what becomes of times, ids and
 * ages. That no output holds a canary are test-canary.c and
 * tests/cli/privacy.sh. */
#include "model/privacy.h"

#include "follow/interval.h"
#include "model/model.h"

#include <math.h>
#include <string.h>

#include "builtin.h"
#include "model-case.h"

#define R (1u << CC_PRIVACY_RELATIVE)
#define M (1u << CC_PRIVACY_MONTH)
#define Y (1u << CC_PRIVACY_YEAR)
#define ALL (R | M | Y)

/* `found` is the part of the text that is found first. */
static const struct sighting {
	enum cc_leak kind;
	unsigned levels;
	const char *text, *found;
} sightings[] = {
    {CC_LEAK_DATE, ALL, "on 2022-07-12 at noon", "2022-07-12"},
    {CC_LEAK_DATE, ALL, "2022/7/2", "2022/7/2"},
    {CC_LEAK_DATE, ALL, "am 12.7.2022", "12.7.2022"},
    {CC_LEAK_DATE, ALL, "7/12/22", "7/12/22"},
    {CC_LEAK_DATE, ALL, "taken 20220712", "20220712"},
    {CC_LEAK_DATE, ALL, "12 July 2022", "12 July 2022"},
    {CC_LEAK_DATE, ALL, "the 12th of July", "12th of July"},
    {CC_LEAK_DATE, ALL, "July 12, 2022.", "July 12, 2022"},
    {CC_LEAK_DATE, ALL, "12-Jul-22", "12-Jul-22"},
    {CC_LEAK_DATE, ALL, "于2022年7月12日入院", "2022年7月12日"},
    {CC_LEAK_DATE, ALL, "2022 年 7 月 12 日", "2022 年 7 月 12 日"},
    {CC_LEAK_DATE, ALL, "7月12日复查", "7月12日"},
    {CC_LEAK_DATE, ALL, "二〇二二年七月十二日", "二〇二二年七月十二日"},
    {CC_LEAK_DATE, R | Y, "Jul 2022", "Jul 2022"},
    {CC_LEAK_DATE, R | Y, "relapse Sept. 2022", "Sept. 2022"},
    {CC_LEAK_DATE, R | Y, "07/2022", "07/2022"},
    {CC_LEAK_DATE, R | Y, "2022-07", "2022-07"},
    {CC_LEAK_DATE, R | Y, "2022年7月", "2022年7月"},
    {CC_LEAK_DATE, R | Y, "7月初", "7月初"},
    {CC_LEAK_DATE, R | Y, "summer 2022", "summer 2022"},
    {CC_LEAK_DATE, R | Y, "in October", "in October"},
    {CC_LEAK_DATE, R, "since 2022", "since 2022"},
    {CC_LEAK_DATE, R, "2022年", "2022年"},

    /* A feast is a day. */
    {CC_LEAK_DATE, ALL, "Sepsis am Valentinstag", "Valentinstag"},
    {CC_LEAK_DATE, ALL, "zu Weihnachten", "Weihnachten"},
    {CC_LEAK_DATE, ALL, "Herzinfarkt an Pfingsten", "Pfingsten"},
    {CC_LEAK_DATE, ALL, "am Pfingstmontag", "Pfingstmontag"},
    {CC_LEAK_DATE, ALL, "seit Allerheiligen", "Allerheiligen"},
    {CC_LEAK_DATE, ALL, "on Christmas Eve", "Christmas Eve"},
    {CC_LEAK_DATE, ALL, "before Boxing Day", "Boxing Day"},
    {CC_LEAK_DATE, ALL, "St Patrick's Day", "St Patrick's Day"},
    {CC_LEAK_DATE, ALL, "春节期间发热", "春节"},
    {CC_LEAK_DATE, ALL, "情人节当天", "情人节"},
    {CC_LEAK_DATE, R | Y, "im Advent", "Advent"},

    {CC_LEAK_NAME, ALL, "Schwester Ursula Müller", "Schwester Ursula Müller"},
    {CC_LEAK_NAME, ALL, "von Pfleger Jan", "Pfleger Jan"},
    {CC_LEAK_NAME, ALL, "his brother John Smith", "brother John Smith"},
    {CC_LEAK_NAME, ALL, "胞弟王小明供者", NULL},
    {CC_LEAK_NAME, ALL, "seen by Dr X", "Dr X"},
    {CC_LEAK_NAME, ALL, "Prof. J. van Dyk agreed", NULL},
    {CC_LEAK_NAME, ALL, "Mrs Smith-Jones", "Mrs Smith-Jones"},
    {CC_LEAK_NAME, ALL, "Name: Zhang San", "Name: Zhang San"},
    {CC_LEAK_NAME, ALL, "由张医生会诊", "张医生"},
    {CC_LEAK_NAME, ALL, "李某某先生", "李某某先生"},
    {CC_LEAK_NAME, ALL, "欧阳主任医师", "欧阳主任医师"},
    {CC_LEAK_NAME, ALL, "姓名：王小明", "姓名：王小明"},

    {CC_LEAK_RECORD, ALL, "MRN 123456", "MRN 123456"},
    {CC_LEAK_RECORD, ALL, "hospital no. A-12345", "hospital no. A-12345"},
    {CC_LEAK_RECORD, ALL, "住院号：123456", "住院号：123456"},
    {CC_LEAK_RECORD, ALL, "病案号 B0012", "病案号 B0012"},
    {CC_LEAK_RECORD, ALL, "0123456789", "0123456789"},

    {CC_LEAK_IDENTITY, ALL, "11010519491231002X", "11010519491231002X"},
    {CC_LEAK_IDENTITY, ALL, "SSN 123-45-6789", "SSN 123-45-6789"},

    {CC_LEAK_PHONE, ALL, "13800138000", "13800138000"},
    {CC_LEAK_PHONE, ALL, "电话：１３８００１３８０００，女儿",
	"电话：１３８００１３８０００"},
    {CC_LEAK_DATE, ALL, "于２０２２年７月１２日入院", "２０２２年７月１２日"},
    {CC_LEAK_PHONE, ALL, "+86 138-0013-8000", "+86 138-0013-8000"},
    {CC_LEAK_PHONE, ALL, "010-12345678", "010-12345678"},
    {CC_LEAK_PHONE, ALL, "(212) 555-0100", "(212) 555-0100"},
    {CC_LEAK_PHONE, ALL, "+49 30 1234 5678", "+49 30 1234 5678"},

    {CC_LEAK_ADDRESS, ALL, "to a.b@example.org today", "a.b@example.org"},

    {CC_LEAK_ADDRESS, ALL, "Klinikum rechts der Isar",
	"Klinikum rechts der Isar"},
    {CC_LEAK_ADDRESS, ALL, "im Robert-Bosch-Krankenhaus",
	"Robert-Bosch-Krankenhaus"},
    {CC_LEAK_ADDRESS, ALL, "Krankenhaus der Barmherzigen Brüder",
	"Krankenhaus der Barmherzigen Brüder"},
    {CC_LEAK_ADDRESS, ALL, "Universitätsmedizin Mainz",
	"Universitätsmedizin Mainz"},
    {CC_LEAK_ADDRESS, ALL, "in der Charité", "Charité"},
    {CC_LEAK_ADDRESS, ALL, "at MD Anderson", "MD Anderson"},
    {CC_LEAK_ADDRESS, ALL, "the University of Texas", "University of Texas"},
    {CC_LEAK_ADDRESS, ALL, "于华西就诊", "华西"},

    {CC_LEAK_AGE, ALL, "a 93-year-old man", "93-year-old"},
    {CC_LEAK_AGE, ALL, "aged 90", "aged 90"},
    {CC_LEAK_AGE, ALL, "男，93岁", "93岁"},
};

/* What medicine writes and names nobody. */
static const char *const innocents[] = {
    "IMWG 2016", "ELN 2022 favourable", "2016 年版 WHO 分类", "47,XY,+8,+21",
    "t(4;14)(p16;q32)", "NM_004380.3:c.4123C>T", "NPM1 c.860_863dup",
    "rs113488022", "MR of the spine", "MR T2", "stage IIIB, ISS III", "7 个月",
    "7 月龄", "4 cycles of 21 days", "day 28", "β2-microglobulin 8.72 mg/L",
    "10^9/L", "5-10-15 mg", "89 岁", "90 岁以上", "aged 90+",
    "血液科主任医师查房", "主管医生", "May improve", "a march of events",
    "ＩｇＧ 型，４ 个疗程", "Deauville 4/5", "ECOG 0-1",
    "7/8 matched unrelated donor", "HLA 9/10", "cycles 7-12", "CA 19-9",
    "2000 mg/m2", "EBV 1200000 copies/mL", "c.1976A>G", "p.R1975Q",
    "chr7:140453136", "NCT01234567", "PMID 12345678", "1q21 gain",
    "90Y-ibritumomab", "M. Hodgkin", "1 × 10⁶ CD3/kg", "PD Lenalidomid",
    "患者高热，白细胞升高", "患者曾接受化疗", "患者白血病复发", "患者黄疸加重",
    "患者周围神经病变", "转入外院", "第3天", "十日后好转", "医生建议",
    "Mutter Mammakarzinom", "Vater Darmkrebs", "Schwester Spenderin",
    "Schwester, HLA-identisch", "Bruder HLA 10/10", "sister HLA-identical",
    "mother Hodgkin lymphoma", "Krankenhaus", "Tagesklinik", "hospital stay",
    "Osteomyelitis", "Patient refused transplant", "Patientin lehnte ab", "Tag 8", "Zyklus 7-12",
};

static struct cc_forms *forms; /* read once, for all tests */

static bool
first_find(int level, const char *text, struct cc_leak_found *first)
{
	g_autoptr(GArray) found = cc_leaks_find(
	    cc_forms_leaks(forms, (enum cc_privacy)level), text);

	if (found == NULL)
		return false;
	*first = g_array_index(found, struct cc_leak_found, 0);
	return true;
}

static void
test_sightings(void)
{
	for (int level = CC_PRIVACY_RELATIVE; level < CC_PRIVACY_COUNT; level++)
		for (size_t i = 0; i < G_N_ELEMENTS(sightings); i++) {
			const struct sighting *s = &sightings[i];
			struct cc_leak_found found = {0};
			bool seen = first_find(level, s->text, &found);
			g_autofree char *part =
			    g_strndup(s->text + found.at, found.length);

			g_test_message("level %d: %s", level, s->text);
			g_assert_cmpint(seen, ==, (s->levels >> level) & 1);
			if (!seen)
				continue;
			g_assert_cmpint(found.kind, ==, s->kind);
			if (s->found != NULL)
				g_assert_cmpstr(part, ==, s->found);
		}
}

static void
test_innocents(void)
{
	struct cc_leak_found found;

	for (size_t i = 0; i < G_N_ELEMENTS(innocents); i++) {
		g_test_message("%s", innocents[i]);
		g_assert_false(first_find(
		    CC_PRIVACY_RELATIVE, innocents[i], &found));
	}
}

/* A case and what a level makes of it. */
struct veiled {
	struct test_case test;
	struct cc_vocab *vocab;
	struct cc_case *course;
};

static void
veil(struct veiled *veiled, enum cc_privacy level, const char *zero,
    const char *body)
{
	g_autofree char *xml =
	    g_strconcat("<case xmlns='urn:clincourse:case:1' id='zhang-san' "
			"xml:lang='en'>",
		body, "</case>", NULL);
	struct cc_privacy_way way = {
	    .level = level, .zero = zero, .id = "case-0001"};

	veiled->vocab = test_vocab_load();
	test_case_parse(&veiled->test, xml, veiled->vocab);
	g_assert_nonnull(veiled->test.course);
	way.forms = forms;
	way.vocab = veiled->vocab;
	veiled->course = cc_case_private(&veiled->test.arena,
	    veiled->test.course, &way, &veiled->test.diags);
}

static void
unveil(struct veiled *veiled)
{
	test_case_close(&veiled->test);
	test_vocab_unload(veiled->vocab);
}

static void
assert_stretch(
    struct cc_instant from, struct cc_instant to, int64_t first, int64_t after)
{
	g_assert_cmpint(from.minute, ==, first);
	g_assert_cmpint(to.minute, ==, after);
}

#define DATED                                                                  \
	"<diagnosis id='dx' code='aml' time='2022-07-12'/>"                    \
	"<event time='2022-07-20/2022-09-02'><label>a</label></event>"         \
	"<event time='2022-10'><label>b</label></event>"                       \
	"<event time='2023'><label>c</label></event>"

static int64_t
date(int year, int month)
{
	return cc_instant_from_date(year, month, 1).minute;
}

static void
test_month(void)
{
	struct veiled v;
	const struct cc_span *span;

	veil(&v, CC_PRIVACY_MONTH, NULL, DATED);
	span = &v.course->facts[0].when.span;
	assert_stretch(span->earliest_start, span->latest_start, date(2022, 7),
	    date(2022, 8));
	g_assert_cmpint(span->start_precision, ==, CC_PRECISION_MONTH);
	span = &v.course->facts[1].when.span;
	assert_stretch(span->earliest_start, span->latest_start, date(2022, 7),
	    date(2022, 8));
	assert_stretch(span->earliest_end, span->latest_end, date(2022, 9),
	    date(2022, 10));
	span = &v.course->facts[3].when.span;
	g_assert_cmpint(span->start_precision, ==, CC_PRECISION_YEAR);
	g_assert_cmpint(v.course->first_dated.minute, ==, date(2022, 7));
	g_assert_cmpint(v.course->finest, ==, CC_PRECISION_MONTH);
	unveil(&v);
}

static void
test_year(void)
{
	struct veiled v;
	const struct cc_span *span;

	veil(&v, CC_PRIVACY_YEAR, NULL, DATED);
	span = &v.course->facts[1].when.span;
	assert_stretch(span->earliest_start, span->latest_start, date(2022, 1),
	    date(2023, 1));
	assert_stretch(
	    span->earliest_end, span->latest_end, date(2022, 1), date(2023, 1));
	unveil(&v);
}

#define DAYS(n) ((int64_t)(n)*CC_MINUTES_A_DAY)
#define MONTHS(n) ((int64_t)(n)*43830)

static void
test_relative_days(void)
{
	struct veiled v;
	const struct cc_span *span;

	veil(&v, CC_PRIVACY_RELATIVE, NULL, DATED);
	g_assert_cmpint(v.course->clock, ==, CC_CLOCK_ELAPSED);
	span = &v.course->facts[0].when.span;
	assert_stretch(span->earliest_start, span->latest_start, 0, DAYS(1));
	span = &v.course->facts[1].when.span;
	assert_stretch(
	    span->earliest_start, span->latest_start, DAYS(8), DAYS(9));
	/* October is in the third and fourth month; where it begins in them
	 * would tell the day on which all began. */
	span = &v.course->facts[2].when.span;
	assert_stretch(
	    span->earliest_start, span->latest_start, MONTHS(2), MONTHS(4));
	span = &v.course->facts[3].when.span;
	assert_stretch(
	    span->earliest_start, span->latest_start, MONTHS(0), MONTHS(24));
	unveil(&v);
}

/* From a zero that is known to the month, months are counted. */
static void
test_relative_months(void)
{
	struct veiled v;
	const struct cc_span *span;
	struct cc_interval pfs;
	struct cc_terms terms;

	veil(&v, CC_PRIVACY_RELATIVE, NULL,
	    "<diagnosis code='multiple-myeloma' time='2022-07'/>"
	    "<line><treatment code='VCd' time='2023-03/2023-09'/>"
	    "<relapse time='2024-10'/></line>"
	    "<event time='2023-02-14'><label>a</label></event>");
	span = &v.course->facts[3].when.span;
	assert_stretch(
	    span->earliest_start, span->latest_start, MONTHS(7), MONTHS(8));
	g_assert_cmpint(span->start_precision, ==, CC_PRECISION_MONTH);
	cc_terms_init(&terms, &v.test.arena, v.vocab, v.course);
	cc_case_resolve(v.course, &terms);
	g_assert_true(
	    cc_line_interval(cc_follow_create(&v.test.arena, v.course, &terms),
		0, CC_INTERVAL_PFS, &pfs));
	g_assert_cmpint(pfs.duration.value, ==, 19);
	g_assert_cmpint(pfs.duration.low, ==, 18);
	g_assert_cmpint(pfs.duration.high, ==, 20);
	unveil(&v);
}

/* Hours stand on their own where the zero is known to the day. */
static void
test_relative_hours(void)
{
	struct veiled v;
	const struct cc_span *span;

	veil(&v, CC_PRIVACY_RELATIVE, NULL,
	    "<diagnosis id='dx' code='aml' time='2022-07-12'/>"
	    "<event time='2022-07-13T06:30'><label>a</label></event>"
	    "<event after='dx'><label>b</label></event>");
	span = &v.course->facts[1].when.span;
	assert_stretch(span->earliest_start, span->latest_start, DAYS(1) + 390,
	    DAYS(1) + 391);
	span = &v.course->facts[2].when.span;
	g_assert_false(span->dated);
	g_assert_cmpint(span->earliest_start.minute, ==, 0);
	g_assert_cmpuint(v.test.diags.list->len, ==, 0);
	unveil(&v);
}

static void
test_ongoing(void)
{
	struct veiled v;
	const struct cc_span *span;

	veil(&v, CC_PRIVACY_MONTH, NULL,
	    "<diagnosis code='aml' time='2022-07-12'/>"
	    "<treatment code='VCd' time='2022-07-20/..'/>"
	    "<event time='2022-10-05'><label>a</label></event>");
	span = &v.course->facts[1].when.span;
	g_assert_cmpint(span->end_form, ==, CC_MOMENT_OPEN);
	g_assert_cmpint(span->earliest_end.minute, ==, date(2022, 11));
	g_assert_cmpint(v.course->last_dated.minute, ==, date(2022, 11));
	unveil(&v);
}

static void
test_names(void)
{
	struct veiled v;
	const struct cc_fact *fact;

	veil(&v, CC_PRIVACY_RELATIVE, "zhang",
	    "<patient id='lisi' sex='female' age='95'/>"
	    "<diagnosis id='zhang' code='aml' time='2022-07-12'/>"
	    "<event since='zhang' time='3d' because='zhang'>"
	    "<label>seen by Dr X, then Dr Y</label></event>"
	    "<treatment code='azacitidine' time='2022-08/2022-12'"
	    " stop-because='zhang choice'/>");
	g_assert_cmpstr(v.course->id, ==, "case-0001");
	g_assert_cmpstr(v.course->patients[0].id, ==, "P1");
	g_assert_cmpstr(v.course->patients[0].age_written, ==, "90+");
	fact = &v.course->facts[1];
	g_assert_cmpstr(v.course->facts[0].id, ==, "f1");
	g_assert_cmpstr(v.course->zero, ==, "f1");
	g_assert_cmpstr(fact->when.since_id, ==, "f1");
	g_assert_true(fact->when.since == &v.course->facts[0]);
	g_assert_true(fact->because.fact[0] == &v.course->facts[0]);
	g_assert_cmpstr(fact->because.words.word[0], ==, "f1");
	g_assert_cmpstr(fact->labels.item[0].text, ==, "seen by […], then […]");
	fact = &v.course->facts[2];
	g_assert_true(fact->stop.fact[0] == &v.course->facts[0]);
	g_assert_cmpstr(fact->stop.words.word[0], ==, "f1");
	g_assert_null(fact->stop.fact[1]);
	g_assert_cmpstr(fact->stop.words.word[1], ==, "choice");
	/* The case itself is as it was. */
	g_assert_cmpstr(v.test.course->id, ==, "zhang-san");
	g_assert_cmpstr(v.test.course->facts[1].labels.item[0].text, ==,
	    "seen by Dr X, then Dr Y");
	unveil(&v);
}

static void
test_ages(void)
{
	static const struct {
		const char *age, *last, *shown;
	} rows[] = {
	    {"89", "2022-07-13", NULL},
	    {"88", "2022-07-13", "88"},
	    {"85", "2030", NULL},
	    {"40", "2030", "40"},
	    {"90", "2022-07-13", "90+"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *body =
		    g_strdup_printf("<patient age='%s'/>"
				    "<diagnosis code='aml' time='2022-07-12'/>"
				    "<event time='%s'><label>a</label></event>",
			rows[i].age, rows[i].last);
		struct veiled v;

		veil(&v, CC_PRIVACY_YEAR, NULL, body);
		g_assert_cmpstr(
		    v.course->patients[0].age_written, ==, rows[i].shown);
		unveil(&v);
	}
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/privacy/sightings", test_sightings);
	g_test_add_func("/privacy/innocents", test_innocents);
	g_test_add_func("/privacy/month", test_month);
	g_test_add_func("/privacy/year", test_year);
	g_test_add_func("/privacy/relative-days", test_relative_days);
	g_test_add_func("/privacy/relative-months", test_relative_months);
	g_test_add_func("/privacy/relative-hours", test_relative_hours);
	g_test_add_func("/privacy/ongoing", test_ongoing);
	g_test_add_func("/privacy/names", test_names);
	g_test_add_func("/privacy/ages", test_ages);
	forms = test_forms_load();
	result = g_test_run();
	test_forms_unload(forms);
	return result;
}
