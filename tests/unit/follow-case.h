/* A case and what follows from it, for tests without a figure. */
#ifndef CC_TEST_FOLLOW_CASE_H
#define CC_TEST_FOLLOW_CASE_H

#include "follow/follow.h"
#include "model-case.h"

struct test_follow {
	struct test_case test;
	struct cc_terms terms;
	const struct cc_follow *follow;
};

/* Reads a case that begins with the attributes of <case>, "clock='day'>…",
 * without its end tag, by the shipped vocabulary; it has no error. */
void test_follow_open(struct test_follow *f, const char *body);
void test_follow_close(struct test_follow *f);

/* The fact of an id; there is one. */
const struct cc_fact *test_follow_fact(
    const struct test_follow *f, const char *id);

/* The shipped vocabulary, loaded at first use; test_follow_finish frees it. */
void test_follow_finish(void);

#endif
