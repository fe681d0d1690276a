/* Case files -> pictures, once. */
#ifndef CC_CLI_DRAW_H
#define CC_CLI_DRAW_H

#include "cli/session.h"

/* What was asked for, and what came of it. */
struct cc_run {
	const struct cc_command *command;
	struct cc_settings given; /* by the command line */
	bool defaults;            /* the environment and .clincourse count */
	const char *out;          /* file, folder, "-"; NULL: the folder here */
	const char *metrics;      /* a file, "-"; NULL: none */
	bool notes;               /* what is no warning is told, too */
	char **inputs;            /* NULL-terminated */
	/* Of the last drawing; cc_run_clear frees them. */
	char *first;      /* the first picture that was written, or NULL */
	GPtrArray *templates; /* folders of them; NULL: not drawn yet */
};

enum cc_exit cc_run_draw(struct cc_run *run);
void cc_run_clear(struct cc_run *run);

#endif
