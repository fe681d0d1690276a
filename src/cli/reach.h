/* What drawing some inputs may have to read. */
#ifndef CC_CLI_REACH_H
#define CC_CLI_REACH_H

#include "cli/session.h"

/* The folders of the inputs and of the templates that they are drawn with, as
 * far as they are known beforehand; NULL where inputs are named by a list. Ends
 * with NULL, g_strfreev. */
char **cc_reach(struct cc_sessions *sessions, char *const *inputs);

#endif
