/* Commands: one file each, a row of the table in main.c. */
#ifndef CC_CLI_CLI_H
#define CC_CLI_CLI_H

#include "base/diag.h"
#include "cli/option.h"
#include "cli/settings.h"

#include <clincourse.h>
#include <glib.h>

/* The exit codes are a contract with scripts. The environment beats refused
 * input: the larger wins, but wrong usage ends a run before either. */
enum cc_exit {
	CC_EXIT_WELL = 0,
	CC_EXIT_REFUSED = 1,
	CC_EXIT_USAGE = 2,
	CC_EXIT_ENVIRONMENT = 3,
};

struct cc_command {
	const char *name;
	const char *arguments; /* "CASE.xml..." */
	const char *about;     /* one line */
	const char *more;      /* paragraphs for --help; may be NULL */
	const char *examples;  /* lines for --help, each indented by two */
	enum cc_exit (*run)(
	    const struct cc_command *command, int argc, char **argv);
};

extern const struct cc_command cc_command_batch, cc_command_check,
    cc_command_find, cc_command_list, cc_command_new, cc_command_render,
    cc_command_show;

/* Reads the options of a command; operands are left in argv. True where the
 * command shall go on; else *code is what to exit with (--help was asked for,
 * or the usage is wrong). */
bool cc_command_parse(const struct cc_command *command,
    const struct cc_option *options, int *argc, char **argv,
    enum cc_exit *code);

/* "clincourse render: SENTENCE", and where help is. Returns CC_EXIT_USAGE. */
enum cc_exit cc_usage(const struct cc_command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* To standard output, complete or CC_EXIT_ENVIRONMENT. */
enum cc_exit cc_print(const char *text);

/* The same of lines whose columns are parted by tabs: at a terminal they stand
 * one below the other. */
enum cc_exit cc_print_table(const char *text);

/* How diagnostics are written by `color`: auto (also where it is NULL) is in
 * colour on a terminal, unless NO_COLOR asks for none. */
enum clincourse_diags_format cc_text_format(const struct cc_settings *settings);

/* The diagnostics from `least` on to standard error, and what they mean for
 * the exit code. */
enum cc_exit cc_report(struct clincourse_diags *diags,
    enum clincourse_diags_format format, enum clincourse_severity least);

/* True where an error is of what was asked for, not of an input: a picture of
 * two cases in a format of one page, a file that would be written over itself,
 * a track or a stretch that the case does not have. */
bool cc_asked_wrong(const struct clincourse_diags *diags);

/* What the diagnostics mean for the exit code. */
enum cc_exit cc_verdict(const struct clincourse_diags *diags);

/* From now on a signal that ends the program, or a lack of memory, removes its
 * temporaries first. */
void cc_signals_watch(void);

/* The worse of two. */
enum cc_exit cc_worse(enum cc_exit a, enum cc_exit b);

#endif
