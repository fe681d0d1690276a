/* A file that has no name yet, or only one of its own until it is whole. */
#ifndef CC_BASE_TEMPORARY_H
#define CC_BASE_TEMPORARY_H

#include <stdbool.h>
#include <sys/types.h>

#define CC_TEMPORARY_PREFIX ".clincourse-"
#define CC_TEMPORARY_RANDOM 6

/* Where the file system can, the file is nameless until it is kept, and then
 * gets its last name at once: whatever ends the process, nothing is left.
 * Elsewhere, and for the moment in which it takes the place of an older one,
 * it is called .clincourse-x7f2qa. It is locked from before it has a name until
 * it has its last: what is not locked is nobody's any more. */
struct cc_temporary {
	int folder; /* borrowed */
	int fd;     /* to be written to; owned, closed by keep and abandon */
	bool named;
	char name[sizeof CC_TEMPORARY_PREFIX + CC_TEMPORARY_RANDOM];
};

/* Opens one in a folder that stays open for as long. Returns 0 or errno. The
 * struct is not moved before it was kept or abandoned. */
int cc_temporary_open(struct cc_temporary *temporary, int folder, mode_t mode);

/* Closes it and puts it in the place of `name`. On failure nothing is left,
 * and errno is returned. */
int cc_temporary_keep(struct cc_temporary *temporary, const char *name);

void cc_temporary_abandon(struct cc_temporary *temporary);

/* Removes those of this process that have a name. For the handler of a signal
 * that ends it, and on the thread that opened them. */
void cc_temporaries_remove(void);

/* Removes those that others left in a folder. Returns their number. */
unsigned cc_temporaries_sweep(const char *folder);

#endif
