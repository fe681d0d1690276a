/* Shows a picture with whatever the person shows pictures with. */
#ifndef CC_CLI_OPEN_H
#define CC_CLI_OPEN_H

#include "cli/cli.h"

/* Starts CLINCOURSE_OPENER, else the system's own, and waits for nothing. */
enum cc_exit cc_open(const char *path);

#endif
