#include "follow/follow.h"

const struct cc_follow *
cc_follow_create(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_terms *terms)
{
	struct cc_follow *follow = cc_arena_new(arena, struct cc_follow);

	*follow = (struct cc_follow){.course = course, .terms = terms};
	follow->patients = cc_patients_follow(
	    arena, course, terms, &follow->patient_count);
	follow->last = cc_last_in_life(course, follow->patients);
	follow->lines = cc_lines_follow(arena, course, terms);
	follow->turns = cc_turns_follow(
	    arena, course, follow->patients, follow->lines);
	follow->states = cc_states_follow(
	    arena, course, terms, follow->patients, &follow->turns);
	follow->exact = cc_exact_follow(course);
	follow->doubts = cc_doubts_follow(arena, course);
	follow->open = cc_open_follow(course);
	follow->order = cc_order_follow(
	    arena, course, follow->patients, follow->exact);
	follow->gravidities = cc_gravidities_follow(arena, course);
	follow->harms = cc_harms_follow(arena, course);
	follow->stays = cc_stays_follow(arena, course);
	follow->findings = cc_trails_follow(arena, follow);
	follow->story = cc_story_follow(
	    arena, course, &follow->turns, &follow->harms);
	follow->limits = cc_limits_follow(arena, course);
	follow->extents = cc_extents_follow(arena, follow);
	follow->lesions = cc_lesions_follow(arena, follow);
	follow->exposures = cc_exposures_follow(arena, follow);
	follow->curves = cc_curves_follow(arena, follow);
	follow->curves.served = cc_curves_served(arena, follow);
	follow->plates = cc_plates_follow(arena, follow);
	return follow;
}

enum cc_fact_state
cc_fact_state(const struct cc_fact *fact)
{
	if (fact->happened)
		return CC_STATE_DONE;
	return fact->status == CC_STATUS_PLANNED ? CC_STATE_PLANNED
	                                         : CC_STATE_NOT_DONE;
}

const struct cc_span *
cc_follow_span(const struct cc_follow *follow, const struct cc_fact *fact)
{
	return &follow->order.of[fact->index].span;
}

struct cc_span
cc_follow_part(const struct cc_follow *follow, const struct cc_fact *fact,
    const struct cc_span *part)
{
	return cc_span_in_life(&follow->patients[fact->patient], fact, part);
}

const struct cc_patient_course *
cc_follow_patient(const struct cc_follow *follow, const struct cc_fact *fact)
{
	return &follow->patients[fact->patient];
}

const struct cc_fact *
cc_follow_date(struct cc_arena *arena, const struct cc_span *span)
{
	struct cc_fact *fact = cc_arena_new(arena, struct cc_fact);

	fact->kind = CC_KIND_COUNT;
	fact->when.span = *span;
	return fact;
}
