/* What a fact is to the story that callouts tell, and what the acts of a course
 * are to the reader. */
#ifndef CC_FOLLOW_STORY_H
#define CC_FOLLOW_STORY_H

#include "follow/harm.h"
#include "follow/turn.h"

enum cc_story_part {
	CC_STORY_NONE,   /* told by its own row alone */
	CC_STORY_TURN,   /* see follow/turn.h */
	CC_STORY_REMARK, /* the author's comment */
	CC_STORY_CARE,   /* a treatment or an act */
	CC_STORY_EVENT,  /* it befell the patient and did no harm */
	CC_STORY_HARM,   /* it did, or is a visit, or did not happen */
	/* Merely why something was not done, and said there. */
	CC_STORY_REASON,
};

/* What an act is, by the class of its term. */
enum cc_act_look {
	CC_ACT_PLAIN,
	CC_ACT_TRANSPLANT,
	CC_ACT_CELLS, /* a product of cells */
	CC_ACT_COLLECTION,
	CC_ACT_TRANSFUSION,
	CC_ACT_SURGERY,
};

/* A procedure; planned ones and those that were not done say so. */
struct cc_act {
	const struct cc_fact *fact;
	enum cc_act_look look;
};

struct cc_story {
	const enum cc_story_part *of; /* by fact index */
	const struct cc_act *act;     /* as in the file */
	size_t act_count;
};

struct cc_story cc_story_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_turns *turns,
    const struct cc_harms *harms);

#endif
