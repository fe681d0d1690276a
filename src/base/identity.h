/* Which file a path leads to. */
#ifndef CC_BASE_IDENTITY_H
#define CC_BASE_IDENTITY_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

struct cc_identity {
	dev_t device;
	ino_t inode;
};

/* Of a regular file, through links; "-" is what lies open as `standard`. False
 * where there is none: a device or a pipe is not lost by being written to. */
bool cc_identity_find(
    const char *path, int standard, struct cc_identity *identity);

bool cc_identity_equal(
    const struct cc_identity *a, const struct cc_identity *b);

/* True where both paths are written to the same file, be it there or not. */
bool cc_identity_same_target(const char *a, const char *b);

/* The path at the end of a chain of links, be there a file or not; NULL with
 * errno where they circle. The caller frees it. */
char *cc_links_follow(const char *path);

/* A set of files, each with a word for what it is (static). */
GHashTable *cc_identities_create(void);
void cc_identities_add(
    GHashTable *set, const struct cc_identity *identity, const char *what);
/* NULL where it is none of them. */
const char *cc_identities_find(
    GHashTable *set, const struct cc_identity *identity);

#endif
