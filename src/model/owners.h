/* The elements of the format and what each may hold: for messages that say
 * where a thing belongs. Shared by refuse*.c alone. */
#ifndef CC_MODEL_OWNERS_H
#define CC_MODEL_OWNERS_H

#include "model/read.h"

/* An element of the format, as a row of shapes has it. */
struct cc_owner {
	const char *element;
	const struct cc_shape *shape;
	struct cc_mask mask;
};

#define CC_OWNERS_MAX 64  /* more elements than there are */
#define CC_OWNER_WORDS 64 /* more than may stand in any element, or on it */

struct cc_owners {
	struct cc_owner list[CC_OWNERS_MAX];
	size_t count;
};

/* Every element, outer ones first. */
void cc_owners_list(struct cc_owners *owners);
bool cc_owners_have(const struct cc_owners *owners, const char *element);

bool cc_owner_holds(const struct cc_owner *owner, const char *element);
bool cc_owner_has(const struct cc_owner *owner, const char *attribute);

/* "<treatment>, <procedure> or <drug>": those that hold the element, or have
 * the attribute. NULL where there are none, or too many to be told; owned by
 * the caller. */
char *cc_owners_text(const struct cc_owners *owners, const char *name,
    bool (*holds)(const struct cc_owner *, const char *));

/* "; write <event code="fever">": what an element is meant to be. */
char *cc_write_hint(const struct cc_meant_element *meant);

/* refuse-word.c: the same of an element that is called by a word of the
 * vocabulary, <fever>; NULL: it is none. Owned by the caller. */
char *cc_word_hint(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_owner *here,
    struct cc_meant_element *meant);

/* The code of one whose name for us is known, <died> for <outcome>; NULL where
 * it has one, is told by its own words, or is called by none. */
const char *cc_word_code(struct cc_reading *reading,
    const struct cc_element *element, const char *name);

#endif
