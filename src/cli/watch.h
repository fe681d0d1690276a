/* Tells when something that a picture is made of was saved. */
#ifndef CC_CLI_WATCH_H
#define CC_CLI_WATCH_H

#include "cli/draw.h"

/* The state of all files when they were looked at last; zeroed, then looked. */
struct cc_watch {
	char *state, *templates;
};

/* Before a drawing: what is saved while it goes on is seen then. */
void cc_watch_look(struct cc_watch *watch, const struct cc_run *run);

/* Waits until they differ from that, and rest. */
void cc_watch_wait(struct cc_watch *watch, const struct cc_run *run);

#endif
