#include "follow/stay.h"

#include <string.h>

static const char *const classes[] = {
    [CC_STAY_HOME] = "home-stay",
    [CC_STAY_WARD] = "stay",
    [CC_STAY_INTENSIVE] = "intensive-stay",
};

static bool
is_stay(const struct cc_fact *fact, enum cc_stay_place place)
{
	return fact->kind == CC_KIND_EVENT && fact->happened &&
	       fact->patient == 0 && fact->when.span.interval &&
	       fact->term != NULL && fact->term->class != NULL &&
	       strcmp(fact->term->class, classes[place]) == 0;
}

struct cc_stays
cc_stays_follow(struct cc_arena *arena, const struct cc_case *course)
{
	struct cc_stay *all =
	    cc_arena_new_array(arena, struct cc_stay, course->fact_count);
	size_t count = 0;

	for (enum cc_stay_place place = CC_STAY_HOME;
	     place <= CC_STAY_INTENSIVE; place++)
		for (size_t i = 0; i < course->fact_count; i++)
			if (is_stay(&course->facts[i], place))
				all[count++] = (struct cc_stay){
				    &course->facts[i], place};
	return (struct cc_stays){all, count};
}
