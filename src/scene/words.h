/* How the words of a scene hang together, for outputs whose text is edited:
 * which shape they stand in, which pieces are one line, which lines are one
 * block. Pure; needs no fonts. */
#ifndef CC_SCENE_WORDS_H
#define CC_SCENE_WORDS_H

#include "scene/scene.h"

/* By item index; what is told is of TEXTs alone. */
struct cc_text_ties {
	/* The shape around its ink: the last RECT or circle of its own group
	 * that is painted before it, or a bracket in whose gap it stands; -1:
	 * none. Of facts and legends. */
	const int *holder;
	/* The first TEXT of its line: itself, or one on the same baseline that
	 * it goes on from, as "ASCT put off:" in bold and what was the matter.
	 * The pieces of a line are painted one after the other, with no other
	 * TEXT of the group between them. */
	const guint *line;
	/* The first TEXT of its block: lines below each other in one shape or
	 * in none, that begin, end or have their middle at one place. Of facts
	 * and titles; elsewhere each line is a block. */
	const guint *block;
	/* Of a block's first TEXT: where its lines are even. Of a single line
	 * of one piece, its own anchor. */
	const enum cc_anchor *even;
};

/* Of a TEXT, from the capitals' top to the baseline: what few letters have
 * below that may stick out of a shape. */
struct cc_box cc_capitals_box(const struct cc_item *text);
/* Whether words of that ink stand in a shape that is seen: in a RECT or circle,
 * or in the gap of a bracket. *box is that shape; a bracket, which is less high
 * than its words, with them. */
bool cc_item_surrounds(
    const struct cc_item *shape, struct cc_box ink, struct cc_box *box);

/* The arrays lie in the arena. */
struct cc_text_ties cc_text_ties_find(
    struct cc_arena *arena, const struct cc_scene *scene);

#endif
