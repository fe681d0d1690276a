/* How long responses stand: held until somebody looks again, assumed beyond
 * that, and each patient's and scheme's by themselves. */
#include "follow-case.h"

#include <math.h>

static const struct cc_state *
state_of(const struct test_follow *f, const char *id)
{
	const struct cc_fact *fact = test_follow_fact(f, id);

	for (size_t r = 0; r < f->follow->states.count; r++) {
		const struct cc_responses *row = &f->follow->states.of[r];

		for (size_t i = 0; i < row->count; i++)
			if (row->item[i].fact == fact)
				return &row->item[i];
	}
	return NULL;
}

static void
assert_day(struct cc_instant at, int year, int month, int day)
{
	g_assert_cmpint(
	    at.minute, ==, cc_instant_from_date(year, month, day).minute);
}

#define DISEASE                                                                \
	"><diagnosis code='multiple-myeloma' time='2020-01-10'/>"              \
	"<line n='1'><treatment code='VRd' time='2020-02-01/2020-07-31'/>"

/* VGPR to the CR, CR to the relapse: both were borne out. */
static void
test_held(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f,
	    DISEASE "<response id='vgpr' code='VGPR' time='2020-05-04'/>"
		    "<response id='cr' code='CR' time='2020-09-07'/>"
		    "<relapse id='rel' time='2022-03'/></line>"
		    "<outcome code='alive' time='2022-06-01'/>");
	state = state_of(&f, "vgpr");
	g_assert_cmpint(state->form, ==, CC_STATE_ASSESSED);
	assert_day(state->from.earliest_start, 2020, 5, 4);
	assert_day(state->assessed_until, 2020, 9, 7);
	assert_day(state->carried_until, 2020, 9, 7);
	g_assert_cmpint(state->end, ==, CC_STATE_CHANGED);
	g_assert_true(state->ended_by == test_follow_fact(&f, "cr"));
	state = state_of(&f, "cr");
	assert_day(state->assessed_until, 2022, 3, 1);
	g_assert_false(cc_state_is_carried(state));
	g_assert_cmpint(state->end, ==, CC_STATE_GONE);
	state = state_of(&f, "rel");
	g_assert_cmpint(state->form, ==, CC_STATE_LOST);
	g_assert_cmpstr(state->slot, ==, "pd");
	g_assert_null(state->code);
	/* Nobody looked again: no progression is carried. */
	assert_day(state->carried_until, 2022, 4, 1);
	g_assert_cmpuint(f.follow->states.count, ==, 1);
	g_assert_cmpstr(f.follow->states.of[0].scheme, ==, "imwg-2016");
	test_follow_close(&f);
}

/* Assumed until the last contact, the next line, the death of another cause. */
static void
test_carried(void)
{
	static const struct {
		const char *rest;
		int year, month, day;
		enum cc_state_end end;
	} cases[] = {
	    {"</line><outcome code='alive' time='2022-06-01'/>", 2022, 6, 2,
		CC_STATE_LAST_CONTACT},
	    {"</line><line n='2'><treatment code='DRd' time='2021-08-09/'/>"
	     "</line><outcome code='alive' time='2022-06-01'/>",
		2021, 8, 9, CC_STATE_TREATED},
	    {"</line><outcome code='death' cause='infection' time='2022-06'/>",
		2022, 6, 1, CC_STATE_DIED},
	    /* Nothing is carried into a death of the disease, past a relapse
	     * or a line of which the day is not known. */
	    {"</line><outcome code='death' cause='progression'"
	     " time='2022-06'/>",
		2020, 9, 8, CC_STATE_DIED},
	    {"</line><outcome code='death' cause='relapse' after='r'/>", 2020,
		9, 8, CC_STATE_DIED},
	    /* Nor into one that may be of the disease. */
	    {"</line><outcome code='death' cause='progression of the myeloma'"
	     " time='2022-06'/>",
		2020, 9, 8, CC_STATE_DIED},
	    {"<relapse id='x' after='r'/></line>"
	     "<outcome code='alive' time='2022-06-01'/>",
		2020, 9, 8, CC_STATE_GONE},
	    {"</line><line n='2'><treatment code='DRd' after='r'/></line>"
	     "<outcome code='alive' time='2022-06-01'/>",
		2020, 9, 8, CC_STATE_TREATED},
	    /* Neither a plan nor an antiviral drug ends it. */
	    {"</line><line n='2'><treatment code='DRd' time='2021-08-09/'"
	     " status='planned'/></line>"
	     "<outcome code='alive' time='2022-06-01'/>",
		2022, 6, 2, CC_STATE_LAST_CONTACT},
	    {"</line><line n='2'><treatment code='entecavir'"
	     " time='2021-08-09/2021-09-01'/></line>"
	     "<outcome code='alive' time='2022-06-01'/>",
		2022, 6, 2, CC_STATE_LAST_CONTACT},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct test_follow f;
		const struct cc_state *state;
		g_autofree char *xml = g_strconcat(DISEASE
		    "<response id='r' code='VGPR' time='2020-09-07'/>",
		    cases[i].rest, NULL);

		test_follow_open(&f, xml);
		state = state_of(&f, "r");
		assert_day(state->assessed_until, 2020, 9, 8);
		assert_day(state->carried_until, cases[i].year, cases[i].month,
		    cases[i].day);
		g_assert_cmpint(state->end, ==, cases[i].end);
		test_follow_close(&f);
	}
}

/* A progression in the month in which the next line begins made it begin; a
 * response after that tells of the next line. */
static void
test_next_line(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    DISEASE "<response id='pr' code='PR' time='2020-06-08'/>"
		    "<response id='pd' code='PD' time='2021-03'/></line>"
		    "<line n='2'><treatment code='DRd' time='2021-03/2021-09'/>"
		    "<response id='cr' code='CR' time='2021-08-02'/></line>"
		    "<line n='3'><treatment code='KPd' time='2022-02-01/'/>"
		    "<response id='sd' code='SD' time='2022-05-03'/></line>");
	assert_day(state_of(&f, "pr")->assessed_until, 2021, 3, 1);
	g_assert_cmpint(state_of(&f, "pr")->end, ==, CC_STATE_GONE);
	/* There until it was found gone, whatever began before. */
	assert_day(state_of(&f, "pd")->assessed_until, 2021, 8, 2);
	assert_day(state_of(&f, "cr")->assessed_until, 2021, 8, 3);
	assert_day(state_of(&f, "cr")->carried_until, 2022, 2, 1);
	g_assert_cmpint(state_of(&f, "cr")->end, ==, CC_STATE_TREATED);
	test_follow_close(&f);
}

/* The treatment for a loss begins on its day: its best is not drawn upon it. */
static void
test_lost_as_treatment_begins(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    DISEASE "<response code='PR' time='2020-06-08'/></line>"
		    "<line n='2'><response id='pd' code='PD'"
		    " time='2021-03-30'/>"
		    "<treatment id='svd' code='SVd'"
		    " time='2021-03-30/2022-01-04' best='VGPR'/></line>"
		    "<outcome code='alive' time='2023-05-01'/>");
	assert_day(state_of(&f, "pd")->assessed_until, 2021, 3, 30);
	assert_day(state_of(&f, "pd")->carried_until, 2021, 3, 30);
	g_assert_cmpint(state_of(&f, "svd")->form, ==, CC_STATE_BEST);
	assert_day(state_of(&f, "svd")->from.earliest_start, 2021, 3, 30);
	test_follow_close(&f);
}

/* Held from its start to its end, and then no longer. */
static void
test_lasting(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f,
	    DISEASE "<response id='scr' code='sCR'"
		    " time='2020-09-07/2022-09-06'/></line>"
		    "<outcome code='alive' time='2023-05-01'/>");
	state = state_of(&f, "scr");
	g_assert_cmpint(state->form, ==, CC_STATE_LASTING);
	assert_day(state->from.earliest_start, 2020, 9, 7);
	assert_day(state->assessed_until, 2022, 9, 7);
	assert_day(state->carried_until, 2022, 9, 7);
	g_assert_cmpint(state->end, ==, CC_STATE_ENDED);
	test_follow_close(&f);
	/* An end that is not stated tells of the start alone. */
	test_follow_open(&f,
	    DISEASE "<response id='scr' code='sCR' time='2020-09-07/'/></line>"
		    "<outcome code='alive' time='2023-05-01'/>");
	state = state_of(&f, "scr");
	g_assert_cmpint(state->form, ==, CC_STATE_ASSESSED);
	assert_day(state->assessed_until, 2020, 9, 8);
	assert_day(state->carried_until, 2023, 5, 2);
	test_follow_close(&f);
	/* One that goes on does so until the last contact. */
	test_follow_open(&f,
	    DISEASE "<response id='scr' code='sCR' time='2020-09-07/..'/>"
		    "</line><outcome code='alive' time='2023-05-01'/>");
	assert_day(state_of(&f, "scr")->assessed_until, 2023, 5, 2);
	test_follow_close(&f);
}

/* What was found within the time of a better best undoes nothing. */
static void
test_best(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2020-01-10'/>"
	    "<line n='1'><treatment id='t' code='VRd' best='CR'"
	    " time='2020-02-03/2020-07-30'/>"
	    "<response id='mr' code='MR' time='2020-03-09'/>"
	    "<response id='pr' code='PR' time='2020-05-04'/></line>"
	    "<outcome code='alive' time='2021-06-01'/>");
	state = state_of(&f, "t");
	g_assert_cmpint(state->form, ==, CC_STATE_BEST);
	assert_day(state->from.latest_end, 2020, 7, 31);
	assert_day(state->assessed_until, 2020, 7, 31);
	assert_day(state->carried_until, 2021, 6, 2);
	/* Between two assessments, and for its own day. */
	assert_day(state_of(&f, "mr")->assessed_until, 2020, 5, 4);
	state = state_of(&f, "pr");
	assert_day(state->carried_until, 2020, 5, 5);
	g_assert_cmpint(state->end, ==, CC_STATE_BETTER);
	g_assert_true(state->ended_by == test_follow_fact(&f, "t"));
	test_follow_close(&f);
	/* One after the treatment does, and so does a progression in it. */
	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2020-01-10'/>"
	    "<line n='1'><treatment id='t' code='VRd' best='VGPR'"
	    " time='2020-02-03/2020-07-30'/>"
	    "<response id='pr' code='PR' time='2020-10-05'/></line>"
	    "<line n='2'><treatment id='u' code='DRd' best='PR'"
	    " time='2021-01-04/2021-07-30'/>"
	    "<response id='pd' code='PD' time='2021-06-07'/></line>");
	assert_day(state_of(&f, "t")->from.latest_end, 2020, 7, 31);
	assert_day(state_of(&f, "t")->assessed_until, 2020, 10, 5);
	assert_day(state_of(&f, "pr")->carried_until, 2021, 1, 4);
	assert_day(state_of(&f, "u")->from.latest_end, 2021, 6, 7);
	assert_day(state_of(&f, "u")->assessed_until, 2021, 6, 7);
	test_follow_close(&f);
	/* A dated one says it already. */
	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2020-01-10'/>"
	    "<line n='1'><treatment id='t' code='VRd' best='CR'"
	    " time='2020-02-03/2020-07-30'/>"
	    "<response id='cr' code='CR' time='2020-05-04'/></line>");
	g_assert_null(state_of(&f, "t"));
	test_follow_close(&f);
}

/* The best after a procedure was reached nobody knows when. */
static void
test_best_of_procedure(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f,
	    "><diagnosis code='dlbcl' time='2020-01-10'/>"
	    "<line n='1'><procedure id='p' code='car-t' best='CR'"
	    " time='2020-06-01'/>"
	    "<response id='pr' code='PR' time='2020-06-29'/></line>"
	    "<line n='2'><treatment code='R-CHOP' time='2021-02-01/'/></line>");
	state = state_of(&f, "p");
	assert_day(state->from.earliest_start, 2020, 6, 1);
	assert_day(state->from.latest_end, 2021, 2, 1);
	assert_day(state->carried_until, 2021, 2, 1);
	assert_day(state_of(&f, "pr")->carried_until, 2020, 6, 30);
	test_follow_close(&f);
}

/* A mother with myeloma and her child with a neuroblastoma, and a second
 * scheme in the mother: neither acts on another's row. */
static void
test_rows(void)
{
	struct test_follow f;
	const struct cc_states *states;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='33'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<diagnosis code='multiple-myeloma' time='2020-01-10'/>"
	    "<response id='vgpr' code='VGPR' time='2020-05-04'/>"
	    "<response id='child' code='PD' criteria='recist-1.1' for='c'"
	    " time='2020-08-03'/>"
	    "<response id='sd' code='SD' criteria='recist-1.1'"
	    " time='2020-09-07'/>"
	    "<outcome code='death' cause='progression' for='c'"
	    " time='2021-02-01'/>"
	    "<relapse id='rel' time='2021-10-04'/>"
	    "<outcome code='alive' time='2022-03-07'/>");
	states = &f.follow->states;
	g_assert_cmpuint(states->count, ==, 3);
	g_assert_cmpuint(states->of[0].patient, ==, 0);
	g_assert_cmpuint(states->of[0].count, ==, 2);
	g_assert_cmpuint(states->of[1].patient, ==, 1);
	g_assert_cmpstr(states->of[1].scheme, ==, "recist-1.1");
	g_assert_cmpstr(states->of[2].scheme, ==, "recist-1.1");
	assert_day(state_of(&f, "vgpr")->assessed_until, 2021, 10, 4);
	/* A death of the disease bears a progression out. */
	assert_day(state_of(&f, "child")->assessed_until, 2021, 2, 1);
	/* By another scheme no loss was found, yet none is assumed away. */
	assert_day(state_of(&f, "sd")->assessed_until, 2020, 9, 8);
	assert_day(state_of(&f, "sd")->carried_until, 2021, 10, 4);
	g_assert_cmpint(state_of(&f, "sd")->end, ==, CC_STATE_GONE);
	test_follow_close(&f);
}

/* A relapse whose scheme found nothing ends what another found. */
static void
test_relapse_of_no_row(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='cll' time='2020-01-10'/>"
	    "<response id='cmr' code='CMR' criteria='lugano-2014'"
	    " time='2020-05-04'/>"
	    "<relapse time='2021-10-04'/>");
	g_assert_cmpuint(f.follow->states.count, ==, 1);
	g_assert_cmpuint(f.follow->states.of[0].count, ==, 2);
	assert_day(state_of(&f, "cmr")->assessed_until, 2021, 10, 4);
	test_follow_close(&f);
}

/* From the best to the worst that was reached, with the scheme's whole ranks
 * between; equal ranks are one level, called by what was reached. */
static void
test_levels(void)
{
	static const struct {
		const char *scheme, *facts, *levels;
		bool floored;
	} cases[] = {
	    {"imwg-2016",
		"<response code='CR' time='2020-09-07'/>"
		"<response code='PR' time='2020-05-04'/>",
		"CR VGPR PR", false},
	    {"imwg-2016",
		"<response code='PR' time='2020-05-04'/>"
		"<relapse time='2021-05-04'/>",
		"PR MR SD PD", true},
	    {"lugano-2014",
		"<response code='PMR' time='2020-05-04'/>"
		"<response code='CR' time='2020-09-07'/>"
		"<relapse time='2021-05-04'/>",
		"CR PR SD PD", true},
	    {"iwcll-2018",
		"<response code='CR' time='2020-05-04'/>"
		"<response code='PR-L' time='2021-05-04'/>",
		"CR CRi PR PR-L", false},
	    {"none", "<response code='better' time='2020-05-04'/>", "", false},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct test_follow f;
		const struct cc_responses *row;
		g_autoptr(GString) levels = g_string_new("");
		g_autofree char *xml =
		    g_strdup_printf("criteria='%s'><diagnosis"
				    " code='multiple-myeloma' time='2020-01'/>"
				    "%s",
			cases[i].scheme, cases[i].facts);

		test_follow_open(&f, xml);
		row = &f.follow->states.of[0];
		for (size_t l = 0; l < row->level_count; l++)
			g_string_append_printf(levels, "%s%s", l > 0 ? " " : "",
			    row->levels[l].term->code);
		g_assert_cmpstr(levels->str, ==, cases[i].levels);
		g_assert_true(row->floored == cases[i].floored);
		g_assert_true(row->ranked == (row->level_count > 0));
		test_follow_close(&f);
	}
}

static void
test_same(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    DISEASE "<response id='a' code='CR' time='2020-05-04'/>"
		    "<response id='b' code='CR' time='2020-09-07'/></line>"
		    "<line n='2'><treatment code='DRd'"
		    " time='2021-01-04/2021-06-30'/>"
		    "<response id='c' code='CR' time='2021-03-01'/></line>");
	g_assert_false(state_of(&f, "a")->same);
	g_assert_true(state_of(&f, "b")->same);
	g_assert_false(state_of(&f, "c")->same);
	test_follow_close(&f);
}

/* ---- made-up courses ---- */

static void
add_date(GString *xml, GRand *rand, int from, int to)
{
	g_string_append_printf(xml, "%d", g_rand_int_range(rand, from, to));
}

/* A course in days of up to twelve responses, three treatments with a best one
 * and what may end them, in any order. */
static char *
make_course(GRand *rand)
{
	static const char *const codes[] = {"CR", "PR", "SD", "PD"};
	static const char *const causes[] = {
	    "", "cause='progression'", "cause='infection'"};
	GString *xml = g_string_new("clock='day'>"
				    "<patient id='a'/><patient id='b'/>"
				    "<diagnosis code='multiple-myeloma'"
				    " time='0'/>");
	int count = g_rand_int_range(rand, 1, 13);

	for (int i = 0; i < 3 && g_rand_boolean(rand); i++) {
		int from = g_rand_int_range(rand, 0, 500);

		g_string_append_printf(xml,
		    "<line n='%d'><treatment code='VRd' %s time='%d/%d'/>"
		    "</line>",
		    i + 1, g_rand_boolean(rand) ? "best='VGPR'" : "", from,
		    from + g_rand_int_range(rand, 0, 200));
	}
	for (int i = 0; i < count; i++) {
		int from = g_rand_int_range(rand, 0, 800);

		g_string_append_printf(xml,
		    "<response code='%s' criteria='%s' for='%s' time='%d",
		    codes[g_rand_int_range(rand, 0, 4)],
		    g_rand_boolean(rand) ? "imwg-2016" : "recist-1.1",
		    g_rand_boolean(rand) ? "a" : "b", from);
		if (g_rand_int_range(rand, 0, 5) == 0) {
			g_string_append_c(xml, '/');
			add_date(xml, rand, from, 801);
		}
		g_string_append(xml, "'/>");
	}
	if (g_rand_boolean(rand)) {
		g_string_append(xml, "<relapse time='");
		add_date(xml, rand, 0, 800);
		g_string_append(xml, "'/>");
	}
	g_string_append_printf(xml, "<outcome code='death' %s time='%d'/>",
	    causes[g_rand_int_range(rand, 0, 3)],
	    g_rand_int_range(rand, 801, 1000));
	return g_string_free(xml, FALSE);
}

/* The rules read off the finished row, each state against all others. */
static void
assert_state(
    const struct test_follow *f, const struct cc_responses *row, size_t i)
{
	const struct cc_state *state = &row->item[i];
	int64_t from = state->from.earliest_start.minute;
	int64_t carried = state->carried_until.minute;

	g_assert_cmpuint(state->fact->patient, ==, row->patient);
	g_assert_cmpint(from, <=, state->assessed_until.minute);
	g_assert_cmpint(state->assessed_until.minute, <=, carried);
	g_assert_cmpint(
	    carried, <=, f->follow->patients[row->patient].over.minute);
	if (state->form == CC_STATE_LASTING || state->form == CC_STATE_LOST)
		g_assert_false(cc_state_is_carried(state));
	for (size_t j = 0; j < row->count; j++) {
		const struct cc_state *other = &row->item[j];
		int64_t at = other->from.earliest_start.minute;

		if (j > i)
			g_assert_cmpint(from, <=, at);
		/* Nothing stands beyond a loss, no assessment beyond the
		 * next, no best beyond one after its time. */
		if (at <= from || other == state)
			continue;
		if (other->form == CC_STATE_LOST ||
		    (state->form != CC_STATE_BEST &&
			other->form != CC_STATE_BEST) ||
		    at > state->from.latest_end.minute)
			g_assert_cmpint(carried, <=, at);
	}
	if (f->follow->patients[row->patient].died_of_disease &&
	    state->form != CC_STATE_LOST && state->form != CC_STATE_LASTING)
		g_assert_cmpint(carried, <,
		    f->follow->patients[row->patient]
			.death->when.span.earliest_start.minute);
}

static void
test_made_up(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(4711);

	for (int n = 0; n < 2000; n++) {
		struct test_follow f;
		g_autofree char *xml = make_course(rand);

		test_follow_open(&f, xml);
		for (size_t r = 0; r < f.follow->states.count; r++)
			for (size_t i = 0; i < f.follow->states.of[r].count;
			     i++)
				assert_state(&f, &f.follow->states.of[r], i);
		test_follow_close(&f);
	}
}

/* A disease that became another: what it had responded with ends there, where
 * its criteria count that, and a later response is of the other disease. */
static void
test_transformation(void)
{
	static const struct {
		const char *disease, *how;
		int year, month, day;
		enum cc_state_end end;
	} cases[] = {
	    {"follicular-lymphoma",
		"<event id='x' code='transformation' time='2021-06-07'/>", 2021,
		6, 7, CC_STATE_GONE},
	    {"follicular-lymphoma",
		"<diagnosis id='x' code='dlbcl' evolved-from='dx'"
		" time='2021-06'/>",
		2021, 6, 1, CC_STATE_GONE},
	    /* It was there before. */
	    {"follicular-lymphoma",
		"<event id='x' code='transformation' time='2020-02-07'/>", 2022,
		6, 2, CC_STATE_LAST_CONTACT},
	    {"follicular-lymphoma",
		"<event id='x' code='transformation' status='not-done'"
		" time='2021-06-07'/>",
		2022, 6, 2, CC_STATE_LAST_CONTACT},
	    /* Not by these criteria. */
	    {"aml", "<event id='x' code='transformation' time='2021-06-07'/>",
		2022, 6, 2, CC_STATE_LAST_CONTACT},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct test_follow f;
		const struct cc_state *state;
		g_autofree char *body = g_strdup_printf(
		    "><diagnosis id='dx' code='%s' time='2020-01-10'/>"
		    "<response id='r' code='PR' time='2020-09-07'/>%s"
		    "<outcome code='alive' time='2022-06-01'/>",
		    cases[i].disease, cases[i].how);

		test_follow_open(&f, body);
		state = state_of(&f, "r");
		/* It was looked at when it was found to have turned. */
		if (cases[i].end == CC_STATE_GONE)
			assert_day(state->assessed_until, cases[i].year,
			    cases[i].month, cases[i].day);
		else
			assert_day(state->assessed_until, 2020, 9, 8);
		assert_day(state->carried_until, cases[i].year, cases[i].month,
		    cases[i].day);
		g_assert_cmpint(state->end, ==, cases[i].end);
		test_follow_close(&f);
	}
}

/* What could not be evaluated is of its day: what was found before goes on to
 * the next finding, and nothing is carried. */
static void
test_not_evaluable(void)
{
	struct test_follow f;

	test_follow_open(&f, "><diagnosis code='nsclc' time='2020-01-10'/>"
			     "<response id='a' code='PR' time='2020-03-07'/>"
			     "<response id='b' code='NE' time='2020-05-07'/>"
			     "<response id='c' code='SD' time='2020-07-07'/>"
			     "<response id='d' code='NE' time='2020-09-07'/>"
			     "<outcome code='alive' time='2021-06-01'/>");
	assert_day(state_of(&f, "a")->assessed_until, 2020, 7, 7);
	assert_day(state_of(&f, "b")->carried_until, 2020, 5, 8);
	assert_day(state_of(&f, "c")->assessed_until, 2020, 7, 8);
	assert_day(state_of(&f, "c")->carried_until, 2021, 6, 2);
	assert_day(state_of(&f, "d")->carried_until, 2020, 9, 8);
	g_assert_false(cc_state_is_last(state_of(&f, "d")));
	test_follow_close(&f);
}

/* By the name of the disease a death is one of it. */
static void
test_death_by_name(void)
{
	static const struct {
		const char *cause;
		bool of_disease;
	} rows[] = {{"myeloma", true}, {"multiple myeloma", true},
	    {"progression", true}, {"CLL", false}, {"fall", false}};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_follow f;
		g_autofree char *body = g_strdup_printf(
		    "><diagnosis code='multiple-myeloma' time='2020-01-10'/>"
		    "<outcome code='death' cause='%s' time='2022-06-01'/>",
		    rows[i].cause);

		g_test_message("%s", rows[i].cause);
		test_follow_open(&f, body);
		g_assert_cmpint(f.follow->patients[0].died_of_disease, ==,
		    rows[i].of_disease);
		test_follow_close(&f);
	}
}

/* What a line found is not drawn as if it may have been before the line. */
static void
test_in_line(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2018-03-10'/>"
	    "<line n='1'><treatment code='VRd' time='2018-04-01/2018-10-01'/>"
	    "<response id='r' code='PR' time='2018'/></line>"
	    "<outcome code='alive' time='2020-01-01'/>");
	assert_day(state_of(&f, "r")->from.earliest_start, 2018, 4, 1);
	assert_day(state_of(&f, "r")->from.latest_start, 2019, 1, 1);
	test_follow_close(&f);
}

/* It had lasted until it turned; what is found after that is not the same. */
static void
test_turned(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f,
	    "><diagnosis code='cll' time='2020-01-10'/>"
	    "<response id='pr' code='PR' time='2020-09-07'/>"
	    "<event id='x' code='transformation' time='2021-06-07'/>"
	    "<response id='cr' code='CR' time='2021-12-07'/>"
	    "<outcome code='alive' time='2022-06-01'/>");
	state = state_of(&f, "pr");
	g_assert_true(state->borne_out);
	assert_day(state->assessed_until, 2021, 6, 7);
	assert_day(state->carried_until, 2021, 6, 7);
	g_assert_true(state->ended_by == test_follow_fact(&f, "x"));
	state = state_of(&f, "cr");
	assert_day(state->carried_until, 2022, 6, 2);
	test_follow_close(&f);
}

/* An organ recovers beside the disease: neither ends the other, nor does the
 * other's progression. */
static void
test_endpoints(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f,
	    "><diagnosis code='al-amyloidosis' time='2021-01-10'/>"
	    "<line n='1'><treatment code='VCd' time='2021-02-01/2021-07-31'/>"
	    "<response id='cr' code='CR' time='2021-08-10'/>"
	    "<response id='heart' code='cardiac' time='2022-02-15'/>"
	    "<response id='kidney' code='renal' time='2022-02-15'/>"
	    "<response id='pd' code='PD' time='2023-09-12'/></line>"
	    "<outcome code='alive' time='2024-02-01'/>");
	g_assert_cmpuint(f.follow->states.count, ==, 3);
	state = state_of(&f, "cr");
	assert_day(state->assessed_until, 2023, 9, 12);
	g_assert_true(state->ended_by == test_follow_fact(&f, "pd"));
	state = state_of(&f, "heart");
	g_assert_cmpint(state->end, ==, CC_STATE_LAST_CONTACT);
	assert_day(state->assessed_until, 2022, 2, 16);
	assert_day(state->carried_until, 2024, 2, 2);
	g_assert_cmpstr(f.follow->lines[0].best->code, ==, "CR");
	g_assert_false(f.follow->states.several[0]);
	test_follow_close(&f);
}

/* A relapse of the disease is none of the heart, whose row is no row of the
 * disease either: the relapse ends what other criteria have found. */
static void
test_endpoint_relapse(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='al-amyloidosis' time='2020-01-10'/>"
	    "<response id='heart' code='cardiac' time='2021-03-01'/>"
	    "<response id='vgpr' criteria='imwg-2016' code='VGPR'"
	    " time='2020-08-01'/>"
	    "<relapse id='rel' time='2022-02-01'/>"
	    "<outcome code='alive' time='2023-01-01'/>");
	g_assert_cmpint(state_of(&f, "heart")->end, ==, CC_STATE_LAST_CONTACT);
	assert_day(state_of(&f, "heart")->carried_until, 2023, 1, 2);
	g_assert_true(
	    state_of(&f, "vgpr")->ended_by == test_follow_fact(&f, "rel"));
	g_assert_nonnull(state_of(&f, "rel"));
	test_follow_close(&f);
}

/* What is found at a site tells nothing of another; a progression, wherever it
 * is seen, is one of the disease. */
static void
test_sites(void)
{
	struct test_follow f;
	const struct cc_state *state;

	test_follow_open(&f, DISEASE
	    "<response id='skin' code='CR' site='skin' time='2020-06-20'/>"
	    "<response id='all' code='PR' time='2020-06-21'/>"
	    "<response id='gut' code='PR' site='gut' time='2020-06-22'/>"
	    "<response id='gut2' code='CR' site='gut' time='2020-07-22'/>"
	    "<response id='pd' code='PD' site='brain' "
	    "time='2020-10-05'/></line>"
	    "<outcome code='alive' time='2022-06-01'/>");
	g_assert_cmpuint(f.follow->states.count, ==, 3);
	state = state_of(&f, "gut");
	g_assert_true(state->ended_by == test_follow_fact(&f, "gut2"));
	for (const char *const *id =
		 (const char *const[]){"skin", "all", "gut2", NULL};
	     *id != NULL; id++) {
		state = state_of(&f, *id);
		g_assert_true(state->ended_by == test_follow_fact(&f, "pd"));
		assert_day(state->carried_until, 2020, 10, 5);
	}
	test_follow_close(&f);
}

int
main(int argc, char **argv)
{
	int failed;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/state/held", test_held);
	g_test_add_func("/state/carried", test_carried);
	g_test_add_func("/state/next-line", test_next_line);
	g_test_add_func(
	    "/state/lost-as-treatment-begins", test_lost_as_treatment_begins);
	g_test_add_func("/state/lasting", test_lasting);
	g_test_add_func("/state/best", test_best);
	g_test_add_func("/state/best-of-procedure", test_best_of_procedure);
	g_test_add_func("/state/rows", test_rows);
	g_test_add_func("/state/relapse-of-no-row", test_relapse_of_no_row);
	g_test_add_func("/state/levels", test_levels);
	g_test_add_func("/state/same", test_same);
	g_test_add_func("/state/not-evaluable", test_not_evaluable);
	g_test_add_func("/state/death-by-name", test_death_by_name);
	g_test_add_func("/state/transformation", test_transformation);
	g_test_add_func("/state/in-line", test_in_line);
	g_test_add_func("/state/turned", test_turned);
	g_test_add_func("/state/made-up", test_made_up);
	g_test_add_func("/state/endpoints", test_endpoints);
	g_test_add_func("/state/endpoint-relapse", test_endpoint_relapse);
	g_test_add_func("/state/sites", test_sites);
	failed = g_test_run();
	test_follow_finish();
	return failed;
}
