#include "follow/story.h"

#include <glib.h>
#include <string.h>

static enum cc_act_look
look_of(const struct cc_fact *fact)
{
	static const struct {
		const char *class;
		enum cc_act_look look;
	} looks[] = {
	    {"transplant", CC_ACT_TRANSPLANT},
	    {"cell-therapy", CC_ACT_CELLS},
	    {"collection", CC_ACT_COLLECTION},
	    {"transfusion", CC_ACT_TRANSFUSION},
	    {"surgery", CC_ACT_SURGERY},
	};
	const char *class = fact->term != NULL ? fact->term->class : NULL;

	for (size_t i = 0; class != NULL && i < G_N_ELEMENTS(looks); i++)
		if (strcmp(looks[i].class, class) == 0)
			return looks[i].look;
	return CC_ACT_PLAIN;
}

static enum cc_story_part
part_of_event(const struct cc_fact *fact, const struct cc_harm *harm)
{
	return harm->group == CC_HARM_NONE && !harm->visit && fact->happened
	           ? CC_STORY_EVENT
	           : CC_STORY_HARM;
}

static enum cc_story_part
part_of(const struct cc_fact *fact, const struct cc_turns *turns,
    const struct cc_harms *harms)
{
	if (turns->of[fact->index] != NULL)
		return CC_STORY_TURN;
	if (harms->of[fact->index] != NULL)
		return part_of_event(fact, harms->of[fact->index]);
	if (fact->kind == CC_KIND_COMMENT)
		return CC_STORY_REMARK;
	if (fact->kind == CC_KIND_PROCEDURE || fact->kind == CC_KIND_TREATMENT)
		return CC_STORY_CARE;
	return CC_STORY_NONE;
}

/* An event of which no more is told than its name. */
static bool
is_bare(const struct cc_fact *event)
{
	return event->grade == NULL && event->grade_count == 0 &&
	       !event->when.span.interval && event->key != CC_KEY_YES;
}

/* Events that are only why an act was not done: it names the first. */
static void
find_reasons(const struct cc_case *course, enum cc_story_part *of)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind != CC_KIND_PROCEDURE ||
		    fact->status != CC_STATUS_NOT_DONE ||
		    fact->because.words.count == 0)
			continue;
		const struct cc_fact *reason = fact->because.fact[0];

		if (reason != NULL && reason->kind == CC_KIND_EVENT &&
		    is_bare(reason))
			of[reason->index] = CC_STORY_REASON;
	}
}

struct cc_story
cc_story_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_turns *turns, const struct cc_harms *harms)
{
	enum cc_story_part *of =
	    cc_arena_new_array(arena, enum cc_story_part, course->fact_count);
	struct cc_act *acts;
	size_t count = 0;

	for (size_t i = 0; i < course->fact_count; i++) {
		of[i] = part_of(&course->facts[i], turns, harms);
		count += course->facts[i].kind == CC_KIND_PROCEDURE;
	}
	find_reasons(course, of);
	acts = cc_arena_new_array(arena, struct cc_act, count);
	count = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_PROCEDURE)
			acts[count++] = (struct cc_act){fact, look_of(fact)};
	}
	return (struct cc_story){of, acts, count};
}
