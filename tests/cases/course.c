/* A whole case: head, course, tail. */
#include "course.h"

#include <string.h>

/* How often a fact gets words of its own, by labelling [%]. */
static const int worded[] = {
    [CC_LABELLING_NONE] = 0,
    [CC_LABELLING_SHORT] = 15,
    [CC_LABELLING_NORMAL] = 30,
    [CC_LABELLING_LONG] = 60,
    [CC_LABELLING_HUGE] = 30,
};

void
cc_course_fact(struct cc_course *course, const char *element, const char *code)
{
	course->facts++;
	course->inherited = course->line_anchor;
	cc_out_open(&course->out, element);
	course->fact_depth = course->out.depth;
	if (code != NULL)
		cc_out_attribute(&course->out, "code", code);
}

void
cc_course_id(struct cc_course *course, const char *stem, char id[12])
{
	g_snprintf(id, 12, "%s%d", stem, ++course->ids);
	cc_out_attribute(&course->out, "id", id);
}

void
cc_course_anchor(struct cc_course *course, const char *id, int64_t at)
{
	struct cc_anchor anchor = {
	    .at = cc_course_placed(course, at),
	    .exact = course->exact,
	};

	/* They are pointed at: no more than there is room for. What is told
	 * in hours is counted from what is told to the minute only, or the
	 * truth would not lie in what is written. */
	if (course->anchors->len == CC_ANCHORS_MAX ||
	    (course->knobs.known == CC_KNOWN_MINUTE && !course->exact))
		return;
	g_strlcpy(anchor.id, id, sizeof(anchor.id));
	g_array_append_val(course->anchors, anchor);
}

void
cc_course_words(struct cc_course *course, const char *element,
    enum cc_saying saying, enum cc_labelling labelling)
{
	const enum cc_script script = course->knobs.script;

	cc_saying_draw(
	    &course->random, saying, labelling, course->en, course->zh);
	if (script != CC_SCRIPT_ZH)
		cc_out_words(&course->out, element, NULL, course->en->str);
	if (script == CC_SCRIPT_MIXED)
		cc_out_words(&course->out, element, "zh", course->zh->str);
	if (script == CC_SCRIPT_ZH)
		cc_out_words(&course->out, element, NULL, course->zh->str);
}

void
cc_course_prose(struct cc_course *course, enum cc_saying saying, bool needed)
{
	const enum cc_labelling labelling = course->knobs.labelling;

	if (needed || cc_random_chance(&course->random, worded[labelling]))
		cc_course_words(course, "label", saying, labelling);
	if (labelling > CC_LABELLING_SHORT &&
	    cc_random_chance(&course->random, 12))
		cc_course_words(course, "note", CC_SAYING_NOTE, labelling);
}

/* Three significant digits, as a laboratory would print them. */
void
cc_course_number(GString *to, int64_t millionths)
{
	int64_t unit = 1;

	for (; millionths / unit >= 1000; unit *= 10)
		;
	millionths = (millionths + unit / 2) / unit * unit;
	g_string_append_printf(to, "%" G_GINT64_FORMAT, millionths / 1000000);
	if (millionths % 1000000 == 0)
		return;
	g_string_append_printf(to, ".%06d", (int)(millionths % 1000000));
	while (to->str[to->len - 1] == '0')
		g_string_truncate(to, to->len - 1);
}

int
cc_course_level(const struct cc_course *course, int64_t at)
{
	const struct cc_activity *a =
	    (const struct cc_activity *)course->activity->data;
	const guint count = course->activity->len;
	guint i;

	for (i = 0; i < count && a[i].at <= at; i++)
		;
	if (i == 0)
		return 1000;
	if (i == count || a[i].at <= a[i - 1].at)
		return a[i - 1].level;
	return a[i - 1].level +
	       (int)((a[i].level - a[i - 1].level) * (at - a[i - 1].at) /
		     (a[i].at - a[i - 1].at));
}

/* Courses are denser at their beginning. */
int64_t
cc_course_somewhen(struct cc_course *course)
{
	int64_t at =
	    cc_random_between(&course->random, course->diagnosis, course->end);
	const int64_t other =
	    cc_random_between(&course->random, course->diagnosis, course->end);

	return cc_random_chance(&course->random, 50) ? MIN(at, other) : at;
}

static enum cc_clock
clock_draw(struct cc_course *course)
{
	static const int weights[] = {[CC_CLOCK_DATE] = 82,
	    [CC_CLOCK_DAY] = 3,
	    [CC_CLOCK_STUDY_DAY] = 4,
	    [CC_CLOCK_WEEK] = 3,
	    [CC_CLOCK_MONTH] = 3,
	    [CC_CLOCK_YEAR] = 2,
	    [CC_CLOCK_AGE] = 2,
	    [CC_CLOCK_GESTATION] = 1};
	enum cc_clock clock =
	    cc_random_weighted(&course->random, weights, G_N_ELEMENTS(weights));

	if (course->knobs.structure == CC_STRUCTURE_CLOCKED)
		return cc_random_between(&course->random, CC_CLOCK_DAY,
		    course->knobs.span > 365 * CC_DAY ? CC_CLOCK_AGE
						      : CC_CLOCK_GESTATION);
	/* A child is told by its age as often as by dates. */
	if (course->knobs.structure == CC_STRUCTURE_YOUNG)
		return cc_random_chance(&course->random, 50) ? CC_CLOCK_AGE
		                                             : CC_CLOCK_DATE;
	/* Counts have no order without a zero that is known. */
	if (cc_course_is_report(course))
		return CC_CLOCK_DATE;
	/* A century is told by dates, a pregnancy in months. */
	if (course->knobs.span > 90 * 365 * CC_DAY ||
	    (clock == CC_CLOCK_GESTATION &&
		course->knobs.span > 3 * 365 * CC_DAY))
		return CC_CLOCK_DATE;
	return clock;
}

static int64_t
clock_zero(struct cc_course *course)
{
	if (course->clock == CC_CLOCK_AGE)
		return course->diagnosis - course->age * INT64_C(525960) -
		       200 * CC_DAY;
	if (course->clock == CC_CLOCK_GESTATION)
		return course->diagnosis -
		       cc_random_between(&course->random, 8, 30) * 7 * CC_DAY;
	return course->diagnosis;
}

static void
course_draw(struct cc_course *course)
{
	const struct cc_profile *profile = course->profile;
	const int64_t last =
	    cc_instant_from_date(9990, 1, 1).minute - course->knobs.span;
	const int64_t first = cc_instant_from_date(2003, 1, 1).minute;
	const int64_t whole = 19 * 365 * CC_DAY;

	course->diagnosis =
	    course->knobs.span > 4000 * 365 * CC_DAY
		? cc_instant_from_date(1150, 3, 1).minute
		: MIN(first + cc_random_between(&course->random, 0, whole),
		      last);
	course->end = course->diagnosis + course->knobs.span;
	course->age = (int)cc_random_between(
	    &course->random, profile->age_least, profile->age_most);
	if (course->knobs.structure == CC_STRUCTURE_YOUNG)
		course->age %= 4;
	course->female = cc_random_chance(&course->random, 50);
	course->dead = cc_random_chance(&course->random, 40);
	course->clock = clock_draw(course);
	if (course->clock == CC_CLOCK_GESTATION)
		course->female = course->child = true;
	course->clock_zero = clock_zero(course);
	course->offsets = cc_random_chance(&course->random, 40);
	if (course->knobs.structure == CC_STRUCTURE_PAIR)
		course->second =
		    course->female && cc_random_chance(&course->random, 50)
			? "child"
			: "donor";
}

static void
title(struct cc_course *course)
{
	const struct cc_profile *profile = course->profile;
	const enum cc_script script = course->knobs.script;
	g_autofree char *en = NULL, *zh = NULL;

	cc_saying_draw(&course->random, CC_SAYING_TITLE, CC_LABELLING_SHORT,
	    course->en, course->zh);
	en = g_strdup_printf("%s: %s", profile->en, course->en->str);
	zh = g_strdup_printf("%s：%s", profile->zh, course->zh->str);
	if (script != CC_SCRIPT_ZH)
		cc_out_words(&course->out, "title", NULL, en);
	if (script != CC_SCRIPT_EN)
		cc_out_words(&course->out, "title",
		    script == CC_SCRIPT_ZH ? NULL : "zh", zh);
}

static void
patients(struct cc_course *course)
{
	char age[8];

	cc_out_open(&course->out, "patient");
	if (course->child || course->second != NULL)
		cc_out_attribute(&course->out, "id",
		    course->female ? "mother" : "recipient");
	cc_out_attribute(
	    &course->out, "sex", course->female ? "female" : "male");
	g_snprintf(age, sizeof(age), "%d", course->age);
	if (cc_random_chance(&course->random, 90))
		cc_out_attribute(&course->out, "age", age);
	cc_out_close(&course->out);
	if (!course->child && course->second == NULL)
		return;
	cc_out_open(&course->out, "patient");
	cc_out_attribute(&course->out, "id",
	    course->second != NULL ? course->second : "child");
	cc_out_attribute(&course->out, "sex", "male");
	cc_out_close(&course->out);
}

/* References, words of the case's own, options of its figure. */
static void
furniture(struct cc_course *course)
{
	static const char *const axes[] = {
	    "calendar", "relative", "both", NULL};

	if (cc_random_chance(&course->random, 6)) {
		cc_out_open(&course->out, "reference");
		cc_out_attribute(&course->out, "id", "ref1");
		cc_out_attribute(&course->out, "doi", "10.1000/example.1");
		cc_out_close(&course->out);
	}
	cc_out_open(&course->out, "define");
	cc_out_attribute(&course->out, "in", "treatment");
	cc_out_attribute(&course->out, "code", "AB-101");
	cc_out_attribute(&course->out, "class", "kinase-inhibitor");
	cc_out_close(&course->out);
	if (cc_random_chance(&course->random, 5) &&
	    course->clock == CC_CLOCK_DATE) {
		cc_out_open(&course->out, "figure");
		cc_out_attribute(&course->out, "axis",
		    cc_random_pick(&course->random, axes));
		cc_out_close(&course->out);
	}
}

static void
diagnosis(struct cc_course *course)
{
	const struct cc_profile *profile = course->profile;

	cc_course_fact(course, "diagnosis", profile->code);
	cc_out_attribute(&course->out, "id", "dx");
	cc_course_moment(course, course->diagnosis);
	if (cc_random_chance(&course->random, 70))
		cc_out_attribute(&course->out, "stage",
		    cc_random_pick(&course->random, profile->stages));
	cc_out_close(&course->out);
	cc_course_anchor(course, "dx", course->diagnosis);
}

static void
evolution(struct cc_course *course)
{
	if (course->profile->evolves == NULL ||
	    !cc_random_chance(&course->random, 20))
		return;
	cc_course_fact(course, "diagnosis", course->profile->evolves);
	cc_course_moment(course,
	    course->diagnosis + (course->end - course->diagnosis) * 3 / 4);
	cc_out_attribute(&course->out, "evolved-from", "dx");
	cc_out_close(&course->out);
}

static void
child(struct cc_course *course)
{
	const int64_t birth = course->clock_zero + 268 * CC_DAY;

	if (!course->child || birth > course->end)
		return;
	cc_course_fact(course, "event", "birth");
	cc_out_attribute(&course->out, "for", "child");
	cc_course_moment(course, birth);
	cc_out_close(&course->out);
}

static void
outcome(struct cc_course *course)
{
	static const char *const causes[] = {
	    "progression", "infection", "gvhd", "cardiac", "unknown", NULL};
	const bool lost = cc_random_chance(&course->random, 8);

	if (!course->dead && cc_random_chance(&course->random, 20))
		return;
	cc_course_fact(course, "outcome",
	    course->dead ? "death"
	    : lost       ? "lost-to-follow-up"
			 : "alive");
	cc_course_moment(course, course->end);
	if (course->dead)
		cc_out_attribute(&course->out, "cause",
		    cc_random_pick(&course->random, causes));
	cc_out_close(&course->out);
}

/* A lifetime before the rest. */
static void
outlier(struct cc_course *course)
{
	if (course->knobs.structure != CC_STRUCTURE_OUTLIER)
		return;
	cc_course_fact(course, "event", NULL);
	cc_course_moment(course, course->diagnosis - 119 * 365 * CC_DAY);
	cc_course_prose(course, CC_SAYING_EVENT, true);
	cc_out_close(&course->out);
}

/* What share of the facts each part gets [%]; the lines have had theirs. */
static void
fill(struct cc_course *course, int events)
{
	const enum cc_structure structure = course->knobs.structure;
	const int labs = structure == CC_STRUCTURE_LABS ? 40 : 9;
	const int left = MAX(events - course->facts, 0);
	const int series =
	    left * labs / 100 + cc_random_below(&course->random, 2);
	const int support = structure == CC_STRUCTURE_PARALLEL ? 60 : 18;
	const int values = structure == CC_STRUCTURE_LABS
	                       ? 150
	                       : (int)cc_random_between(&course->random, 3, 40);

	cc_course_supports(course, left * support / 100);
	cc_course_harms(course, left * 28 / 100);
	cc_course_acts(
	    course, left * (structure == CC_STRUCTURE_UNDATED ? 40 : 13) / 100);
	cc_course_plain(course, left * 9 / 100);
	cc_course_lesions(course, MIN(left * 8 / 100 + 1, 40));
	cc_course_genetics(course, MIN(left * 6 / 100 + 1, 30));
	cc_course_comments(course, left * 3 / 100);
	if (cc_random_chance(&course->random, 60))
		cc_course_panel(course, course->diagnosis);
	if (left > 2)
		cc_course_labs(course, MIN(series, 24), values);
	/* What rounding left over. */
	cc_course_harms(course, events - course->facts - 1);
}

static void
facts(struct cc_course *course)
{
	const int events = course->knobs.events;

	if (cc_course_is_report(course)) {
		cc_course_report(course);
		return;
	}
	if (cc_random_chance(&course->random, 30))
		cc_course_plain(course, 1);
	outlier(course);
	diagnosis(course);
	cc_course_lines(course, MIN(events, 50));
	fill(course, events);
	evolution(course);
	child(course);
	outcome(course);
}

static const struct cc_profile *
profile_of(const char *code)
{
	for (size_t i = 0; i < cc_profile_count; i++)
		if (strcmp(cc_profiles[i].code, code) == 0)
			return &cc_profiles[i];
	g_assert_not_reached();
}

static void
head(struct cc_course *course)
{
	char id[32];

	g_snprintf(id, sizeof(id), "s%" G_GUINT64_FORMAT, course->knobs.seed);
	cc_out_attribute(&course->out, "xmlns", "urn:clincourse:case:1");
	cc_out_attribute(&course->out, "id", id);
	if (course->clock != CC_CLOCK_DATE)
		cc_out_attribute(
		    &course->out, "clock", cc_clock_word(course->clock));
	if (course->profile->ladder == NULL)
		cc_out_attribute(&course->out, "criteria", "none");
	if (cc_random_chance(&course->random, 10))
		cc_out_attribute(&course->out, "zero", "first-treatment");
	cc_out_attribute(&course->out, "xml:lang",
	    course->knobs.script == CC_SCRIPT_ZH ? "zh" : "en");
	title(course);
	patients(course);
	if (cc_random_chance(&course->random, 12))
		furniture(course);
}

void
cc_case_generate(const struct cc_knobs *given, GString *to)
{
	g_autoptr(GArray) anchors = g_array_sized_new(
	    FALSE, FALSE, sizeof(struct cc_anchor), CC_ANCHORS_MAX);
	g_autoptr(GArray) activity =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_activity));
	g_autoptr(GString) en = g_string_new(NULL);
	g_autoptr(GString) zh = g_string_new(NULL);
	struct cc_course course = {
	    .knobs = *given,
	    .out = {.to = to},
	    .anchors = anchors,
	    .activity = activity,
	    .en = en,
	    .zh = zh,
	};

	cc_knobs_draw(&course.knobs);
	course.profile = profile_of(course.knobs.disease);
	cc_random_init(&course.random, course.knobs.seed, 2);
	course_draw(&course);
	cc_out_open(&course.out, "case");
	head(&course);
	facts(&course);
	cc_out_close(&course.out);
}
