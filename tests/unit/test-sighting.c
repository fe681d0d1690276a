/* Findings over their tests, lesions over their time. */
#include "follow-case.h"

#include <math.h>

/* The trail of a finding of a patient; there is one. */
static const struct cc_trail *
trail_of(const struct test_follow *f, size_t patient, const char *text)
{
	const struct cc_trails *trails = &f->follow->findings;

	for (size_t i = 0; i < trails->count; i++)
		if (trails->item[i].patient == patient &&
		    strcmp(trails->item[i].sighting[0].finding->text, text) ==
			0)
			return &trails->item[i];
	g_assert_not_reached();
}

/* The sights of a trail, a letter each. */
static const char *
sights(const struct cc_trail *trail)
{
	static char word[8];

	g_assert_cmpuint(trail->count, <, sizeof(word));
	for (size_t i = 0; i < trail->count; i++)
		word[i] = "?-fN"[trail->sighting[i].sight];
	word[trail->count] = '\0';
	return word;
}

/* The tests stand in the file against the order of time, and one of them
 * calls the gene by another of its names. */
static void
test_trails(void)
{
	struct test_follow f;
	const struct cc_trails *trails;

	test_follow_open(&f,
	    "><diagnosis code='cll' time='2015-03-02'/>"
	    "<genetics id='late' time='2019-05-20'>"
	    "<finding vaf='31'>TP53 mutation</finding>"
	    "<finding>IGHV unmutated</finding>"
	    "<finding result='absent'>trisomy 12</finding>"
	    "<finding vaf='4.5'>BTK C481S</finding></genetics>"
	    "<genetics id='early' time='2015-03-09'>"
	    "<finding result='absent'>NOTCH1</finding>"
	    "<finding>trisomy 12</finding>"
	    "<finding result='absent'>TP53</finding></genetics>"
	    "<genetics id='last' time='2021-01-11'>"
	    "<finding vaf='40'>TP53</finding></genetics>");
	trails = &f.follow->findings;
	g_assert_cmpuint(trails->count, ==, 5);
	g_assert_true(trails->first == test_follow_fact(&f, "early"));
	g_assert_cmpstr(
	    trails->item[0].sighting[0].finding->text, ==, "trisomy 12");
	g_assert_cmpstr(sights(trail_of(&f, 0, "trisomy 12")), ==, "f-");
	g_assert_cmpstr(sights(trail_of(&f, 0, "TP53")), ==, "-Nf");
	g_assert_cmpstr(sights(trail_of(&f, 0, "BTK C481S")), ==, "N");
	/* The clone's from the first: found late, not gained. */
	g_assert_cmpstr(sights(trail_of(&f, 0, "IGHV unmutated")), ==, "f");
	/* What was never found stands last. */
	g_assert_true(&trails->item[4] == trail_of(&f, 0, "NOTCH1"));
	g_assert_false(trails->item[4].found);
	test_follow_close(&f);
}

/* The child's test is no earlier one of its mother's. */
static void
test_patients(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='30'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<diagnosis code='aml' time='2020-01-01'/>"
	    "<genetics for='c' time='2018-02-01'>"
	    "<finding>RUNX1</finding></genetics>"
	    "<genetics time='2020-01-03'>"
	    "<finding>RUNX1</finding><finding>IDH2</finding></genetics>");
	g_assert_cmpuint(f.follow->findings.count, ==, 3);
	g_assert_cmpstr(sights(trail_of(&f, 0, "IDH2")), ==, "f");
	g_assert_cmpstr(sights(trail_of(&f, 0, "RUNX1")), ==, "f");
	g_assert_cmpstr(sights(trail_of(&f, 1, "RUNX1")), ==, "f");
	g_assert_cmpuint(f.follow->findings.item[2].patient, ==, 1);
	test_follow_close(&f);
}

/* Found in a month in which the first test may have been: nobody knows that
 * it was found later. What has no date was after what it comes after. */
static void
test_doubt(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='nsclc' time='2018-01-03'/>"
	    "<genetics time='2018-02'>"
	    "<finding>EGFR L858R</finding></genetics>"
	    "<genetics time='2018-02-20'>"
	    "<finding>MET amplification</finding></genetics>"
	    "<treatment id='t' code='erlotinib' time='2018-03-01/2019-01-10'/>"
	    "<genetics after='t'><finding>EGFR C797S</finding></genetics>"
	    "<genetics status='planned' time='2020-02-01'>"
	    "<finding>EGFR L858R</finding></genetics>"
	    "<outcome code='alive' time='2020-01-01'/>");
	g_assert_cmpstr(sights(trail_of(&f, 0, "MET amplification")), ==, "f");
	g_assert_cmpstr(sights(trail_of(&f, 0, "EGFR C797S")), ==, "N");
	g_assert_cmpstr(sights(trail_of(&f, 0, "EGFR L858R")), ==, "f?");
	test_follow_close(&f);
}

/* The id of the lesion whose end all of the first patient's share; NULL. */
static const char *
gone_of(const char *lesions)
{
	static char id[8];
	struct test_follow f;
	const struct cc_lesion *gone;
	char *body = g_strconcat("><patient id='m' sex='female' age='30'/>"
				 "<patient id='c' sex='male' age='0'/>"
				 "<diagnosis code='dlbcl' time='2020-01-05'/>",
	    lesions, NULL);

	test_follow_open(&f, body);
	g_free(body);
	gone = f.follow->lesions.gone[0];
	if (gone != NULL)
		g_strlcpy(id, gone->fact->id, sizeof(id));
	test_follow_close(&f);
	return gone != NULL ? id : NULL;
}

#define SPLEEN "<lesion id='a' site='spleen' time='2020-01-05/2020-07-09'/>"
#define LIVER "<lesion id='b' site='liver' time='2020-03-01/2020-07-09'/>"
#define ALIVE "<outcome code='alive' time='2021-02-02'/>"

static void
test_gone(void)
{
	g_assert_cmpstr(gone_of(SPLEEN LIVER ALIVE), ==, "a");
	g_assert_cmpstr(gone_of(SPLEEN ALIVE), ==, NULL);
	g_assert_cmpstr(
	    gone_of(SPLEEN ALIVE
		"<lesion site='liver' time='2020-03-01/2020-07-10'/>"),
	    ==, NULL);
	/* The report ends there, and so do the bars: nothing was seen after. */
	g_assert_cmpstr(gone_of(SPLEEN LIVER), ==, NULL);
	g_assert_cmpstr(
	    gone_of(SPLEEN LIVER "<outcome code='alive' time='2020-07-09'/>"),
	    ==, NULL);
	/* Another patient was seen later, or has a lesion yet. */
	g_assert_cmpstr(
	    gone_of(SPLEEN LIVER
		"<outcome for='c' code='alive' time='2021-02-02'/>"),
	    ==, NULL);
	g_assert_cmpstr(gone_of(SPLEEN LIVER ALIVE
			    "<lesion for='c' site='skin' time='2020-01/..'/>"),
	    ==, "a");
	/* What goes on until the death is not gone; nor what ended at an
	 * unknown day. */
	g_assert_cmpstr(gone_of("<lesion site='liver' time='2020-02-01/..'/>"
				"<lesion site='spleen' time='2020-02-01/..'/>"
				"<outcome code='death' time='2020-08-01'/>"),
	    ==, NULL);
	g_assert_cmpstr(
	    gone_of("<lesion site='liver' time='2020-02-01/'/>"
		    "<lesion site='spleen' time='2020-02-01/'/>" ALIVE),
	    ==, NULL);
}

static const struct cc_lesion *
lesion_of(const struct test_follow *f, const char *id)
{
	const struct cc_lesions *lesions = &f->follow->lesions;

	for (size_t i = 0; i < lesions->count; i++)
		if (lesions->item[i].fact == test_follow_fact(f, id))
			return &lesions->item[i];
	g_assert_not_reached();
}

/* Against the largest of all lesions, in units that can be compared. */
static void
test_shares(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='dlbcl' time='2020-01-01'/>"
	    "<lesion id='neck' site='neck' unit='mm' time='2020-01-01/..'>"
	    "<value time='2020-01-01'>40</value>"
	    "<value time='2020-03-01'>10</value></lesion>"
	    "<lesion id='liver' site='liver' unit='cm' time='2020-01-01/..'>"
	    "<value time='2020-01-01'>5</value></lesion>"
	    "<lesion id='many' site='bone' unit='count' time='2020-01-01/..'>"
	    "<value time='2020-01-01'>12</value></lesion>"
	    "<lesion id='seen' site='skin' time='2020-01-01/..'/>"
	    "<outcome code='alive' time='2021-01-01'/>");
	g_assert_cmpfloat_with_epsilon(
	    lesion_of(&f, "neck")->share[0], 0.8, 1e-9);
	g_assert_cmpfloat_with_epsilon(
	    lesion_of(&f, "neck")->share[1], 0.2, 1e-9);
	g_assert_cmpfloat_with_epsilon(
	    lesion_of(&f, "liver")->share[0], 1, 1e-9);
	g_assert_true(isnan(lesion_of(&f, "many")->share[0]));
	g_assert_null(lesion_of(&f, "seen")->share);
	test_follow_close(&f);
}

/* One size, or several that are alike, are compared with nothing. */
static void
test_shares_alike(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='dlbcl' time='2020-01-01'/>"
	    "<lesion id='neck' site='neck' unit='mm' time='2020-01-01/..'>"
	    "<value time='2020-01-01'>40</value></lesion>"
	    "<lesion id='liver' site='liver' unit='cm' time='2020-01-01/..'>"
	    "<value time='2020-01-01'>4.0</value></lesion>"
	    "<outcome code='alive' time='2021-01-01'/>");
	g_assert_null(lesion_of(&f, "neck")->share);
	g_assert_null(lesion_of(&f, "liver")->share);
	test_follow_close(&f);
}

int
main(int argc, char **argv)
{
	int failed;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sighting/trails", test_trails);
	g_test_add_func("/sighting/patients", test_patients);
	g_test_add_func("/sighting/doubt", test_doubt);
	g_test_add_func("/sighting/gone", test_gone);
	g_test_add_func("/sighting/shares", test_shares);
	g_test_add_func("/sighting/shares-alike", test_shares_alike);
	failed = g_test_run();
	test_follow_finish();
	return failed;
}
