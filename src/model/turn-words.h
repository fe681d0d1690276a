/* What words tell of that a course turns with. */
#ifndef CC_MODEL_TURN_WORDS_H
#define CC_MODEL_TURN_WORDS_H

enum cc_turn_words {
	CC_TURN_WORDS_NONE,
	CC_TURN_WORDS_DEATH,
	CC_TURN_WORDS_RELAPSE, /* or a progression */
};

/* The first that an author's words tell of, in whichever language that ships:
 * "CNS relapse", 死亡（脓毒症）. Words that deny it tell of none. */
enum cc_turn_words cc_turn_words(const char *text);

#endif
