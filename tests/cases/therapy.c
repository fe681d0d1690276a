/* Lines of therapy in order, and what is given beside them. */
#include "course.h"

#include <string.h>

struct stage { /* one line of therapy while it is written */
	int number;
	bool last;
	int64_t from, to; /* of the line [min] */
	int64_t at;       /* told up to here [min] */
	int rung;         /* of the ladder: what was reached */
	char cause[12];   /* the relapse that led here; "" none */
};

static int64_t
share(const struct stage *stage, int percent)
{
	return (stage->to - stage->from) * percent / 100;
}

static const struct cc_dosing *
dosing_find(const char *code)
{
	for (size_t i = 0; i < cc_dosing_count; i++)
		if (strcmp(cc_dosings[i].code, code) == 0)
			return &cc_dosings[i];
	return NULL;
}

static void
dose(struct cc_course *course, int64_t at, int64_t amount)
{
	g_autoptr(GString) text = g_string_new(NULL);

	cc_course_number(text, amount);
	cc_out_open(&course->out, "dose");
	cc_course_moment(course, at);
	cc_out_content(&course->out, text->str);
}

static void
taper(struct cc_course *course, struct cc_stretch when, int64_t amount)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) to = g_string_new(NULL);

	cc_course_number(text, amount);
	cc_course_number(
	    to, cc_random_chance(&course->random, 50) ? amount / 10 : 0);
	cc_out_open(&course->out, "dose");
	cc_course_span(course, when.from + (when.to - when.from) / 3, when.to);
	cc_out_attribute(&course->out, "to", to->str);
	cc_out_content(&course->out, text->str);
}

/* Steps, holds and tapers inside of the treatment. */
static void
doses(struct cc_course *course, struct cc_stretch when, int64_t amount,
    bool tapers)
{
	const int steps = cc_random_below(&course->random, 4);
	const int64_t step = (when.to - when.from) / (steps + 1);

	if (tapers && when.ends == CC_ENDS_CLOSED) {
		dose(course, when.from, amount);
		taper(course, when, amount / 2);
		return;
	}
	if (steps == 0 || step < CC_DAY) {
		g_autoptr(GString) text = g_string_new(NULL);

		cc_course_number(text, amount);
		cc_out_open(&course->out, "dose");
		cc_out_content(&course->out, text->str);
		return;
	}
	for (int i = 0; i <= steps; i++) {
		dose(course, when.from + i * step, amount);
		amount = cc_random_chance(&course->random, 25) && amount > 0
		             ? 0
		             : MAX(amount, 2000000) * (i % 2 == 0 ? 3 : 6) / 4;
	}
}

static void
dosing(struct cc_course *course, const char *code, struct cc_stretch when)
{
	const struct cc_dosing *drug = dosing_find(code);

	if (drug != NULL)
		doses(course, when, drug->amount, drug->tapers);
}

/* A component of a regimen that departs from it. */
static void
component(struct cc_course *course, const char *code, struct cc_stretch when)
{
	if (strcmp(code, "VRd") != 0 && strcmp(code, "DRd") != 0 &&
	    strcmp(code, "Rd") != 0 && strcmp(code, "DVRd") != 0)
		return;
	if (when.to - when.from < 60 * CC_DAY ||
	    !cc_random_chance(&course->random, 40))
		return;
	cc_out_open(&course->out, "drug");
	cc_out_attribute(&course->out, "code", "lenalidomide");
	cc_out_attribute(&course->out, "unit", "mg/d");
	doses(course, when, 25000000, false);
	cc_out_close(&course->out);
}

static void
cycles(struct cc_course *course, struct cc_stretch when)
{
	const int64_t days = (cc_course_placed(course, when.to) -
				 cc_course_placed(course, when.from)) /
	                     CC_DAY;
	char count[16];

	if (days < 14 || days > 1500 || !cc_random_chance(&course->random, 70))
		return;
	g_snprintf(count, sizeof(count), "%d", (int)CLAMP(days / 28, 1, 24));
	cc_out_attribute(&course->out, "cycles", count);
	if (course->knobs.known <= CC_KNOWN_DAY &&
	    cc_random_chance(&course->random, 50))
		cc_out_attribute(&course->out, "every",
		    cc_random_chance(&course->random, 50) ? "21d" : "28d");
}

#define STOP_DAYS 12 /* of the days on which things end, one in so many */

/* Why it ended: by its last day, so that no other draw of chance moves. */
static void
stop(struct cc_course *course, struct cc_stretch when)
{
	static const char *const reasons[] = {"toxicity", "progression",
	    "completed", "choice", "cost", "transplant", "other"};

	const int64_t day = llabs(when.to / CC_DAY);

	if (when.ends == CC_ENDS_CLOSED && day % STOP_DAYS == 0)
		cc_out_attribute(&course->out, "stop-because",
		    reasons[day / STOP_DAYS %
			    (int64_t)G_N_ELEMENTS(reasons)]);
}

void
cc_course_treatment(struct cc_course *course, const char *code,
    const char *intent, struct cc_stretch when, const char *because,
    const char *best)
{
	const struct cc_dosing *drug = dosing_find(code);

	/* A treatment at the end of what is told often goes on. */
	if (when.ends == CC_ENDS_CLOSED && cc_random_chance(&course->random, 2))
		when.ends = CC_ENDS_UNSAID;
	cc_course_fact(course, "treatment", code);
	if (intent != NULL)
		cc_out_attribute(&course->out, "intent", intent);
	cc_course_when(course, "time", when);
	if (drug != NULL)
		cc_out_attribute(&course->out, "unit", drug->unit);
	else
		cycles(course, when);
	if (best != NULL)
		cc_out_attribute(&course->out, "best", best);
	if (because != NULL && because[0] != '\0')
		cc_out_attribute(&course->out, "because", because);
	stop(course, when);
	cc_course_prose(course, CC_SAYING_TREATMENT, false);
	if (when.ends != CC_ENDS_RUNNING && when.ends != CC_ENDS_UNSAID) {
		dosing(course, code, when);
		component(course, code, when);
	}
	cc_out_close(&course->out);
}

/* Reached at `at`: a rung, or progression where `rung` is negative. */
static void
response(struct cc_course *course, struct stage *stage, int64_t at, int rung)
{
	const struct cc_ladder *ladder = course->profile->ladder;
	struct cc_activity activity = {at, 850};
	const int64_t day = cc_course_placed(course, at) / CC_DAY;

	stage->at = at;
	if (rung >= 0)
		activity.level = 60 * rung;
	g_array_append_val(course->activity, activity);
	/* A second one on a day would contradict the first. */
	if (day == course->assessed)
		return;
	course->assessed = day;
	if (ladder == NULL) {
		cc_course_fact(course, "event", rung < 0 ? "flare" : NULL);
		cc_course_moment(course, at);
		cc_course_prose(course, CC_SAYING_RESPONSE, rung >= 0);
		cc_out_close(&course->out);
		return;
	}
	cc_course_fact(course, "response",
	    rung < 0 ? ladder->progression : ladder->rungs[rung]);
	cc_course_moment(course, at);
	cc_course_prose(course, CC_SAYING_RESPONSE, false);
	cc_out_close(&course->out);
}

static int
rung_count(const struct cc_course *course)
{
	int count = 0;

	if (course->profile->ladder == NULL)
		return 3;
	while (course->profile->ladder->rungs[count] != NULL)
		count++;
	return count;
}

static const char *
rung_code(const struct cc_course *course, int rung)
{
	return course->profile->ladder == NULL
	           ? NULL
	           : course->profile->ladder->rungs[rung];
}

static void
procedure(struct cc_course *course, const char *code, int64_t at)
{
	cc_course_fact(course, "procedure", code);
	cc_course_moment(course, at);
	cc_out_close(&course->out);
}

/* Collection, conditioning and graft. */
static void
transplant(struct cc_course *course, struct stage *stage)
{
	static const char *const donors[] = {
	    "MUD 10/10", "sibling", "haplo, mother", "cord blood", NULL};
	const struct cc_profile *profile = course->profile;
	const int64_t at = stage->at + share(stage, 8) + 8 * CC_DAY;
	const bool own = strcmp(profile->graft, "auto-sct") == 0;
	const bool done = !cc_random_chance(&course->random, 8);
	char id[12];

	if (own && cc_random_chance(&course->random, 70))
		procedure(course, "stem-cell-collection", stage->at + CC_DAY);
	if (done)
		cc_course_treatment(course,
		    cc_random_pick(&course->random, profile->conditioning),
		    "conditioning",
		    (struct cc_stretch){
			at - 6 * CC_DAY, at - 2 * CC_DAY, CC_ENDS_CLOSED},
		    NULL, NULL);
	cc_course_fact(course, "procedure", profile->graft);
	cc_course_id(course, "sct", id);
	cc_course_moment(course, at);
	if (!done)
		cc_out_attribute(&course->out, "status",
		    cc_random_chance(&course->random, 50) ? "not-done"
							  : "planned");
	if (!own)
		cc_out_attribute(&course->out, "donor",
		    cc_random_pick(&course->random, donors));
	cc_course_prose(course, CC_SAYING_NOTE, false);
	cc_out_close(&course->out);
	if (done)
		cc_course_anchor(course, id, at);
	stage->at = at;
}

/* A cell product with what it does to people. */
static void
cells(struct cc_course *course, struct stage *stage)
{
	const int64_t at = stage->from + share(stage, 20) + 20 * CC_DAY;
	char id[12];

	procedure(course, "apheresis", stage->from + share(stage, 4));
	cc_course_treatment(course, "Flu-Cy", "lymphodepletion",
	    (struct cc_stretch){
		at - 5 * CC_DAY, at - 3 * CC_DAY, CC_ENDS_CLOSED},
	    NULL, NULL);
	cc_course_fact(course, "procedure",
	    cc_random_pick(&course->random, course->profile->cells));
	cc_course_id(course, "car", id);
	cc_course_moment(course, at);
	cc_out_close(&course->out);
	cc_course_anchor(course, id, at);
	cc_course_harm(course, "crs", at + CC_DAY, at + 6 * CC_DAY, id);
	if (cc_random_chance(&course->random, 50))
		cc_course_harm(
		    course, "icans", at + 5 * CC_DAY, at + 11 * CC_DAY, id);
	stage->at = at + 12 * CC_DAY;
}

static void
induction(struct cc_course *course, struct stage *stage)
{
	const struct cc_profile *profile = course->profile;
	const bool whole =
	    profile->maintenance == NULL && profile->conditioning == NULL;
	const int part = (int)cc_random_between(
	    &course->random, whole ? 55 : 22, whole ? 85 : 42);
	struct cc_stretch when = {
	    stage->from, stage->from + share(stage, part), CC_ENDS_CLOSED};
	const char *code = cc_random_pick(&course->random,
	    stage->number == 1 ? profile->first : profile->later);
	struct cc_activity begin = {
	    stage->from, stage->number == 1 ? 1000 : 850};

	g_array_append_val(course->activity, begin);
	if (stage->last && !course->dead && whole &&
	    cc_random_chance(&course->random, 60))
		when = (struct cc_stretch){
		    stage->from, course->end, CC_ENDS_ONGOING};
	cc_course_treatment(course, code,
	    stage->number == 1 ? "induction" : NULL, when, stage->cause,
	    cc_random_chance(&course->random, 60)
		? rung_code(course, stage->rung)
		: NULL);
	stage->at = stage->from + share(stage, part);
}

static void
upkeep(struct cc_course *course, struct stage *stage)
{
	const int64_t from = stage->at + share(stage, 5) + CC_DAY;
	struct cc_stretch when = {
	    from, stage->to - share(stage, 4), CC_ENDS_CLOSED};
	const char *code, *intent;

	if (course->profile->maintenance == NULL || when.to <= when.from)
		return;
	if (stage->last && !course->dead)
		when = (struct cc_stretch){from, course->end, CC_ENDS_ONGOING};
	intent = cc_random_chance(&course->random, 50) ? "maintenance"
	                                               : "consolidation";
	code = cc_random_pick(&course->random, course->profile->maintenance);
	cc_course_treatment(course, code, intent, when, NULL, NULL);
	stage->at = MIN(when.to, stage->to - share(stage, 2));
}

/* How the line ends: by relapse, by progression, or not at all. */
static void
line_end(struct cc_course *course, struct stage *stage)
{
	const struct cc_ladder *ladder = course->profile->ladder;
	const int64_t at = MAX(stage->to - share(stage, 1), stage->at);
	struct cc_activity activity = {at, 850};
	char id[12];

	if (stage->last && !course->dead)
		return;
	if (ladder != NULL && ladder->progression != NULL &&
	    cc_random_chance(&course->random, 45)) {
		response(course, stage, at, -1);
		return;
	}
	g_array_append_val(course->activity, activity);
	cc_course_fact(course, "relapse", NULL);
	cc_course_id(course, "rel", id);
	cc_course_moment(course, at);
	cc_course_prose(course, CC_SAYING_RELAPSE, false);
	cc_out_close(&course->out);
	g_strlcpy(stage->cause, id, sizeof(stage->cause));
	cc_course_anchor(course, id, at);
}

/* All times of a line may be counted from the diagnosis. */
static void
line_anchor(struct cc_course *course)
{
	if (!course->offsets || course->anchors->len == 0 ||
	    !cc_random_chance(&course->random, 8))
		return;
	course->line_anchor =
	    &g_array_index(course->anchors, struct cc_anchor, 0);
	cc_out_attribute(&course->out, "since", course->line_anchor->id);
}

static void
line(struct cc_course *course, struct stage *stage)
{
	const struct cc_profile *profile = course->profile;
	const bool long_enough = stage->to - stage->from > 120 * CC_DAY;
	char number[16];

	g_snprintf(number, sizeof(number), "%d", stage->number);
	cc_out_open(&course->out, "line");
	cc_out_attribute(&course->out, "n", number);
	line_anchor(course);
	stage->rung = cc_random_below(&course->random, rung_count(course));
	if (profile->cells != NULL && stage->number > 1 && long_enough &&
	    cc_random_chance(&course->random, 30))
		cells(course, stage);
	else
		induction(course, stage);
	stage->cause[0] = '\0';
	if (cc_random_chance(&course->random, 50))
		response(course, stage,
		    stage->from + (stage->at - stage->from) * 2 / 3,
		    MIN(stage->rung + 1, rung_count(course) - 1));
	stage->at = MAX(stage->at, stage->from + share(stage, 20));
	response(course, stage, stage->at + share(stage, 3), stage->rung);
	if (profile->graft != NULL && stage->number <= 2 && long_enough &&
	    cc_random_chance(&course->random, 45)) {
		transplant(course, stage);
		if (stage->at + share(stage, 5) < stage->to)
			response(course, stage, stage->at + share(stage, 5),
			    MAX(stage->rung - 1, 0));
	}
	if (stage->at < stage->to - share(stage, 20) &&
	    cc_random_chance(&course->random, 60))
		upkeep(course, stage);
	line_end(course, stage);
	cc_out_close(&course->out);
	course->line_anchor = NULL;
}

void
cc_course_lines(struct cc_course *course, int events)
{
	const int count =
	    (int)CLAMP(events / 9 + cc_random_below(&course->random, 2), 1, 8);
	const int64_t begin = course->diagnosis + course->knobs.span / 50;
	struct stage stage = {.to = begin};

	for (int i = 0; i < count; i++) {
		const int64_t left = course->end - stage.to;
		const int percent = (int)cc_random_between(
		    &course->random, 70 / (count - i), 130 / (count - i));

		stage.number = i + 1;
		stage.last = i + 1 == count;
		stage.from = stage.to + course->knobs.span / 100;
		stage.to = stage.last
		               ? course->end
		               : stage.to + left * MIN(percent, 95) / 100;
		line(course, &stage);
	}
}

void
cc_course_supports(struct cc_course *course, int count)
{
	const bool parallel = course->knobs.structure == CC_STRUCTURE_PARALLEL;
	static const char *const intents[] = {"supportive", "prophylaxis",
	    "gvhd-prophylaxis", "infection-prophylaxis", NULL};

	for (int i = 0; i < count; i++) {
		const int64_t from =
		    parallel ? course->diagnosis + course->knobs.span / 20
			     : cc_course_somewhen(course);
		const int64_t to =
		    from + (course->end - from) * (parallel ? 90 : 45) / 100 *
			       cc_random_below(&course->random, 100) / 100;
		struct cc_stretch when = {from, to, CC_ENDS_CLOSED};
		const char *code, *intent = NULL;

		if (!course->dead && cc_random_chance(&course->random, 12))
			when.ends = CC_ENDS_ONGOING;
		else if (cc_random_chance(&course->random, 4))
			when.ends = CC_ENDS_RUNNING;
		if (cc_random_chance(&course->random, 30))
			intent = cc_random_pick(&course->random, intents);
		code =
		    cc_random_pick(&course->random, course->profile->support);
		cc_course_treatment(course, code, intent, when, NULL, NULL);
	}
}
