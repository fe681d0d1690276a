/* What follows from a course: each patient's own, and nothing that did not
 * happen. */
#include "follow-case.h"

/* A mother and her child: neither ends what is the other's. */
static void
test_patients(void)
{
	struct test_follow f;
	const struct cc_patient_course *mother, *child;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='33'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<diagnosis id='dx' code='multiple-myeloma' time='2020-03-01'/>"
	    "<diagnosis id='nb' code='neuroblastoma' for='c'"
	    " time='2020-09-01'/>"
	    "<event time='2022-05-04'>"
	    "<label>Delivered of a second child</label></event>"
	    "<outcome id='dead' code='death' for='c' time='2021-02-03'/>");
	mother = &f.follow->patients[0];
	child = &f.follow->patients[1];
	g_assert_true(mother->diagnosis == test_follow_fact(&f, "dx"));
	g_assert_true(child->diagnosis == test_follow_fact(&f, "nb"));
	g_assert_null(mother->death);
	g_assert_true(child->death == test_follow_fact(&f, "dead"));
	g_assert_cmpint(mother->over.minute, ==,
	    cc_instant_from_date(2022, 5, 5).minute);
	g_assert_cmpint(child->over.minute, ==,
	    cc_instant_from_date(2021, 2, 4).minute);
	test_follow_close(&f);
}

/* In the order of time; one without a date stands last. */
static void
test_turns(void)
{
	struct test_follow f;
	const enum cc_turn_kind kinds[] = {CC_TURN_DIAGNOSIS,
	    CC_TURN_PROGRESSION, CC_TURN_RELAPSE, CC_TURN_DEATH};
	const struct cc_turns *turns;

	test_follow_open(&f,
	    "><outcome id='dead' code='death' after='rel'/>"
	    "<relapse id='rel' time='2021-06'/>"
	    "<diagnosis id='dx' code='multiple-myeloma' time='2020-01'/>"
	    "<treatment code='VRd' time='2020-02/2020-08'/>"
	    "<response id='vgpr' code='VGPR' time='2020-06'/>"
	    "<response id='pd' code='PD' time='2020-11'/>");
	turns = &f.follow->turns;
	g_assert_cmpuint(turns->count, ==, G_N_ELEMENTS(kinds));
	for (size_t i = 0; i < turns->count; i++)
		g_assert_cmpint(turns->item[i].kind, ==, kinds[i]);
	g_assert_true(turns->item[0].index);
	g_assert_false(turns->item[1].index);
	g_assert_null(turns->of[test_follow_fact(&f, "vgpr")->index]);
	g_assert_true(cc_turn_is_back(
	    turns->of[test_follow_fact(&f, "pd")->index]));
	g_assert_true(cc_turn_is_death(
	    turns->of[test_follow_fact(&f, "dead")->index]));
	test_follow_close(&f);
}

/* Codes are looked up once, by the scheme in force. */
static void
test_resolved(void)
{
	struct test_follow f;
	const struct cc_fact *fact;

	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2020-01'/>"
	    "<treatment id='t' code='VRd' time='2020-02/2020-08' best='VGPR'/>"
	    "<procedure id='p' code='auto-sct' status='planned'"
	    " time='2020-09'/>"
	    "<response id='r' code='CR' criteria='lugano-2014'"
	    " time='2020-10'/>");
	fact = test_follow_fact(&f, "t");
	g_assert_cmpstr(fact->term->code, ==, "VRd");
	g_assert_cmpstr(fact->scheme, ==, "imwg-2016");
	g_assert_cmpstr(fact->best_term->code, ==, "VGPR");
	g_assert_true(fact->happened);
	g_assert_false(test_follow_fact(&f, "p")->happened);
	fact = test_follow_fact(&f, "r");
	g_assert_cmpstr(fact->scheme, ==, "lugano-2014");
	g_assert_cmpstr(fact->term->scheme, ==, "lugano-2014");
	test_follow_close(&f);
}

int
main(int argc, char **argv)
{
	int failed;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/follow/patients", test_patients);
	g_test_add_func("/follow/turns", test_turns);
	g_test_add_func("/follow/resolved", test_resolved);
	failed = g_test_run();
	test_follow_finish();
	return failed;
}
