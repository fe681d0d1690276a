/* What the commands that draw are told of a picture. */
#ifndef CC_CLI_PICTURE_H
#define CC_CLI_PICTURE_H

#include "cli/cli.h"
#include "output/output.h"

struct cc_picture {
	struct cc_settings given; /* by the command line */
	struct cc_given no_title, no_defaults;
};

/* All settings, and those two. */
#define CC_PICTURE_ROWS (CC_SETTING_COUNT + 2)

/* Fills in the rows of as many options. */
void cc_picture_rows(struct cc_picture *picture, struct cc_option *rows);

/* After they were read. Not WELL: wrong usage, which was said. */
enum cc_exit cc_picture_settle(
    const struct cc_command *command, struct cc_picture *picture);

/* Says that a format is none, or, where that is NULL, that the suffix of a file
 * names none, and which there are. */
enum cc_exit cc_format_refuse(
    const struct cc_command *command, const char *format, const char *file);

/* "case-0001" in place of an id: under --privacy, unless that is kept. */
bool cc_picture_numbered(const struct cc_settings *settings);

#endif
