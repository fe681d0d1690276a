/* Options of a command: a row each, and what they were given. */
#ifndef CC_CLI_OPTION_H
#define CC_CLI_OPTION_H

#include "base/source.h"

#include <stdbool.h>

/* What an option is set to. Where it is wrong, the message says what set it:
 * a line of a file, a variable of the environment, or nothing, the command
 * line. */
struct cc_given {
	const char *text; /* NULL: not given; borrowed */
	struct cc_pos pos;
};

struct cc_option {
	const char *name;     /* "size": --size; NULL ends the rows */
	char letter;          /* 'o': -o; 0: none */
	const char *argument; /* "SIZE"; NULL: a flag, given "yes" or "no" */
	const char *about;    /* one sentence without its stop */
	struct cc_given *given;
};

/* True where a flag is set. */
bool cc_given_yes(const struct cc_given *given);

enum cc_option_fault {
	CC_OPTION_FINE,
	CC_OPTION_HELP,    /* -h or --help */
	CC_OPTION_UNKNOWN, /* *word: as it was written */
	CC_OPTION_BARE,    /* *word: it needs a value and has none */
	CC_OPTION_FLAG,    /* *word: it takes none but yes and no */
};

/* Reads them as POSIX and GNU have it: -q, -qo FILE, -oFILE, --output FILE,
 * --output=FILE, between operands too; "--" ends them, "-" is an operand. The
 * last of several wins. Operands are moved to the front, argv[1] and on; argc
 * is their number and one. The caller frees *word. */
enum cc_option_fault cc_options_parse(const struct cc_option *options,
    int *argc, char **argv, char **word);

/* A line each in two columns, wrapped. The caller frees it. */
char *cc_options_help(const struct cc_option *options);

#endif
