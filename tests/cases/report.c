/* Courses as case reports tell them: few facts over years, half of them known
 * by their order alone, plans beside what was done, two people, children. What
 * is true of each is a moment again, and what is written holds it. */
#include "course.h"

#include <string.h>

/* How often, of a hundred facts [%]. */
struct habits {
	int least, most; /* facts of a person */
	int undated;     /* told as after another, or counted from one */
	int thought;     /* planned or not done, of what may be */
	bool dateless;   /* no fact of it has a date */
};

static const struct habits habits[CC_STRUCTURE_COUNT] = {
    [CC_STRUCTURE_SPARSE] = {2, 6, 10, 6, false},
    [CC_STRUCTURE_CHAIN] = {4, 10, 60, 6, false},
    [CC_STRUCTURE_DATELESS] = {3, 9, 100, 6, true},
    [CC_STRUCTURE_PLANS] = {5, 12, 10, 55, false},
    [CC_STRUCTURE_CLOCKED] = {4, 14, 10, 6, false},
    [CC_STRUCTURE_PAIR] = {4, 9, 12, 8, false},
    [CC_STRUCTURE_YOUNG] = {4, 10, 10, 6, false},
};

bool
cc_course_is_report(const struct cc_course *course)
{
	return habits[course->knobs.structure].most > 0;
}

struct person {
	const char *id; /* NULL: the first, whom no fact names */
	const struct habits *habits;
	int64_t from, to;        /* what is told of [min] */
	int64_t at, next;        /* of the fact at hand, and of the one after */
	char last[12], held[12]; /* what later ones come after; "" none */
	bool held_undated;
	bool treated, dead, thought;
};

static bool
chance(struct cc_course *course, int percent)
{
	return cc_random_chance(&course->random, percent);
}

/* Until shortly before the next fact. */
static int64_t
while_it_lasts(struct cc_course *course, const struct person *person)
{
	return person->at + (person->next - person->at) *
	                        cc_random_between(&course->random, 20, 90) /
	                        100;
}

/* "+11 months", counted from what itself may have no date. */
static void
counted(struct cc_course *course, const struct person *person)
{
	char text[16];

	g_snprintf(text, sizeof(text), "%dm",
	    (int)cc_random_between(&course->random, 1, 11));
	cc_out_attribute(&course->out, "since", person->held);
	cc_out_attribute(&course->out, "time", text);
}

static bool
is_undated(struct cc_course *course, const struct person *person)
{
	return person->last[0] != '\0' &&
	       chance(course, person->habits->undated);
}

static void
write_when(struct cc_course *course, struct person *person,
    struct cc_stretch when, bool undated)
{
	if (undated && person->held_undated && person->habits->dateless &&
	    chance(course, 20))
		counted(course, person);
	else if (undated)
		cc_out_attribute(&course->out, "after", person->last);
	else if (person->habits->dateless)
		cc_out_attribute(&course->out, "time", "[..2015]");
	else
		cc_course_when(course, "time", when);
}

/* Opens a fact that may be only thought of where `thinkable`. */
static void
begin(struct cc_course *course, struct person *person, const char *element,
    const char *code, bool thinkable, struct cc_stretch when)
{
	const bool undated = is_undated(course, person);
	char id[12];

	person->thought = thinkable && chance(course, person->habits->thought);
	cc_course_fact(course, element, code);
	cc_course_id(course, "f", id);
	if (person->id != NULL)
		cc_out_attribute(&course->out, "for", person->id);
	write_when(course, person, when, undated);
	if (person->thought)
		cc_out_attribute(&course->out, "status",
		    chance(course, 50) ? "planned" : "not-done");
	if (!person->thought && when.ends == CC_ENDS_MOMENT) {
		g_strlcpy(person->last, id, sizeof(person->last));
		g_strlcpy(person->held, id, sizeof(person->held));
		person->held_undated = undated;
	}
}

static struct cc_stretch
moment(const struct person *person)
{
	return (struct cc_stretch){person->at, person->at, CC_ENDS_MOMENT};
}

static struct cc_stretch
stretch(struct cc_course *course, const struct person *person)
{
	static const int weights[] = {[CC_ENDS_MOMENT] = 12,
	    [CC_ENDS_CLOSED] = 50,
	    [CC_ENDS_ONGOING] = 12,
	    [CC_ENDS_UNSAID] = 14,
	    [CC_ENDS_RUNNING] = 6,
	    [CC_ENDS_UNBEGUN] = 6};
	struct cc_stretch when = {person->at, while_it_lasts(course, person),
	    cc_random_weighted(
		&course->random, weights, G_N_ELEMENTS(weights))};

	if (when.ends == CC_ENDS_ONGOING && course->dead)
		when.ends = CC_ENDS_CLOSED;
	return when;
}

static void
doses(struct cc_course *course, const struct person *person, int64_t to)
{
	const int count = (int)cc_random_between(&course->random, 2, 3);

	for (int i = 0; i < count; i++) {
		cc_out_open(&course->out, "dose");
		cc_course_moment(
		    course, person->at + (to - person->at) * i / count);
		cc_out_content(&course->out, i % 2 == 0 ? "15" : "7.5");
	}
}

static void
treatment(struct cc_course *course, struct person *person)
{
	const struct cc_profile *profile = course->profile;
	const struct cc_stretch when = stretch(course, person);
	const bool beside = chance(course, 25);
	const char *code =
	    cc_random_pick(&course->random, beside            ? profile->support
					    : person->treated ? profile->later
							      : profile->first);
	bool dosed;

	begin(course, person, "treatment", code, true, when);
	dosed = !person->thought && when.ends == CC_ENDS_CLOSED &&
	        !person->habits->dateless && chance(course, 40);
	if (dosed)
		cc_out_attribute(&course->out, "unit", "mg/d");
	cc_course_prose(course, CC_SAYING_TREATMENT, false);
	if (dosed)
		doses(course, person, when.to);
	cc_out_close(&course->out);
	person->treated |= !person->thought && !beside;
}

/* One treatment, or what supports beside it; a last line may be a plan. */
static void
line(struct cc_course *course, struct person *person)
{
	cc_out_open(&course->out, "line");
	if (person->id != NULL)
		cc_out_attribute(&course->out, "for", person->id);
	treatment(course, person);
	cc_out_close(&course->out);
}

static void
response(struct cc_course *course, struct person *person)
{
	static const char *const codes[] = {"CR", "PR", "SD", "PD"};
	const char *code =
	    codes[cc_random_below(&course->random, person->treated ? 4 : 3)];
	struct cc_stretch when = moment(person);

	if (chance(course, 20))
		when = (struct cc_stretch){
		    person->at, while_it_lasts(course, person), CC_ENDS_CLOSED};
	begin(course, person, "response", code, false, when);
	cc_out_attribute(&course->out, "criteria", "recist-1.1");
	cc_course_prose(course, CC_SAYING_RESPONSE, false);
	cc_out_close(&course->out);
}

static void
occasion(struct cc_course *course, struct person *person)
{
	begin(course, person, "event", NULL, true, moment(person));
	cc_course_prose(course, CC_SAYING_EVENT, true);
	cc_out_close(&course->out);
}

/* Nothing comes back that was never treated. */
static void
relapse(struct cc_course *course, struct person *person)
{
	if (!person->treated) {
		occasion(course, person);
		return;
	}
	begin(course, person, "relapse", NULL, false, moment(person));
	cc_course_prose(course, CC_SAYING_RELAPSE, false);
	cc_out_close(&course->out);
}

/* Grades of an event, as finely or as coarsely known as all else. */
static void
grades(struct cc_course *course, const struct person *person, int64_t to)
{
	static const char *const given[] = {"1", "3", "2"};

	for (int i = 0; i < 3; i++) {
		cc_out_open(&course->out, "grade");
		cc_course_moment(
		    course, person->at + (to - person->at) * i / 3);
		cc_out_content(&course->out, given[i]);
	}
}

static void
harm(struct cc_course *course, struct person *person)
{
	static const char *const codes[] = {
	    "pneumonia", "neutropenia", "rash", "diarrhoea", "fatigue", NULL};
	const struct cc_stretch when = stretch(course, person);
	const bool because = person->last[0] != '\0' && chance(course, 25);
	char cause[12];

	g_strlcpy(cause, person->last, sizeof(cause));
	begin(course, person, "event", cc_random_pick(&course->random, codes),
	    true, when);
	if (because)
		cc_out_attribute(&course->out, "because", cause);
	cc_course_prose(course, CC_SAYING_EVENT, false);
	if (!person->thought && when.ends == CC_ENDS_CLOSED &&
	    !person->habits->dateless && chance(course, 40))
		grades(course, person, when.to);
	cc_out_close(&course->out);
}

static void
act(struct cc_course *course, struct person *person)
{
	const struct cc_profile *profile = course->profile;
	const bool graft = profile->graft != NULL && chance(course, 30);
	const bool cells = profile->cells != NULL && chance(course, 15);

	const struct cc_stretch when = moment(person);
	const char *code =
	    cells   ? cc_random_pick(&course->random, profile->cells)
	    : graft ? profile->graft
		    : cc_random_pick(&course->random, profile->acts);

	begin(course, person, "procedure", code, true, when);
	if (graft && !cells && strcmp(profile->graft, "auto-sct") != 0)
		cc_out_attribute(&course->out, "donor", "sibling");
	cc_course_prose(course, CC_SAYING_FINDING, false);
	cc_out_close(&course->out);
}

static void
lesion(struct cc_course *course, struct person *person)
{
	begin(course, person, "lesion", NULL, false, stretch(course, person));
	cc_out_attribute(&course->out, "site", "liver");
	cc_out_close(&course->out);
}

static void
genetics(struct cc_course *course, struct person *person)
{
	begin(course, person, "genetics", NULL, true, moment(person));
	cc_out_open(&course->out, "finding");
	if (chance(course, 20))
		cc_out_attribute(&course->out, "result", "absent");
	cc_out_content(&course->out, "TP53");
	cc_out_close(&course->out);
}

static void
panel(struct cc_course *course, struct person *person)
{
	begin(course, person, "panel", NULL, false, moment(person));
	cc_out_open(&course->out, "value");
	cc_out_attribute(&course->out, "code", "haemoglobin");
	cc_out_attribute(&course->out, "unit", "g/L");
	cc_out_content(&course->out, "87");
	cc_out_close(&course->out);
}

static void
comment(struct cc_course *course, struct person *person)
{
	begin(course, person, "comment", NULL, true, moment(person));
	cc_course_prose(course, CC_SAYING_COMMENT, true);
	cc_out_close(&course->out);
}

static void
diagnosis(struct cc_course *course, struct person *person)
{
	begin(course, person, "diagnosis", course->profile->code, false,
	    moment(person));
	cc_out_close(&course->out);
}

/* A second disease beside the one that all is about. */
static void
other_diagnosis(struct cc_course *course, struct person *person)
{
	begin(course, person, "diagnosis",
	    strcmp(course->profile->code, "nsclc") == 0 ? "cll" : "nsclc",
	    false, moment(person));
	cc_out_close(&course->out);
}

static void
any(struct cc_course *course, struct person *person)
{
	static void (*const kinds[])(struct cc_course *, struct person *) = {
	    treatment, line, response, relapse, harm, occasion, act, lesion,
	    genetics, panel, comment, other_diagnosis};
	static const int weights[] = {14, 20, 20, 6, 12, 6, 14, 4, 4, 3, 3, 2};

	_Static_assert(
	    G_N_ELEMENTS(kinds) == G_N_ELEMENTS(weights), "a weight each");
	kinds[cc_random_weighted(
	    &course->random, weights, G_N_ELEMENTS(weights))](course, person);
}

static void
ending(struct cc_course *course, struct person *person)
{
	if (!person->dead && chance(course, 40))
		return;
	begin(course, person, "outcome", person->dead ? "death" : "alive",
	    false, moment(person));
	if (person->dead && chance(course, 60))
		cc_out_attribute(&course->out, "cause",
		    chance(course, 50) ? "progression" : "infection");
	cc_out_close(&course->out);
}

static void
tell(struct cc_course *course, struct person person)
{
	const int count = (int)cc_random_between(
	    &course->random, person.habits->least, person.habits->most);
	const int64_t step = (person.to - person.from) / (count + 1);

	person.at = person.from;
	diagnosis(course, &person);
	for (int i = 1; i < count; i++) {
		person.at = person.from + i * step;
		person.next = person.at + step;
		any(course, &person);
	}
	person.at = person.to;
	ending(course, &person);
}

void
cc_course_report(struct cc_course *course)
{
	const struct person first = {
	    .habits = &habits[course->knobs.structure],
	    .from = course->diagnosis,
	    .to = course->end,
	    .dead = course->dead,
	};
	struct person second = first;

	tell(course, first);
	if (course->second == NULL)
		return;
	second.id = course->second;
	second.from += (second.to - second.from) / 3;
	second.to -= (second.to - second.from) / 5;
	second.dead = chance(course, 30);
	tell(course, second);
}
