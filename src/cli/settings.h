/* What pictures and runs are set to: by the command line, else by the
 * environment, else by the file .clincourse beside the case. */
#ifndef CC_CLI_SETTINGS_H
#define CC_CLI_SETTINGS_H

#include "cli/option.h"

#include <clincourse.h>
#include <glib.h>

enum cc_setting {
	/* Of the picture, by the library's names. */
	CC_SETTING_SIZE,
	CC_SETTING_THEME,
	CC_SETTING_LANG,
	CC_SETTING_AXIS,
	CC_SETTING_ZERO,
	CC_SETTING_UNIT,
	CC_SETTING_TEXT,
	CC_SETTING_DPI,
	CC_SETTING_TITLE,
	CC_SETTING_TRACKS,
	CC_SETTING_INTERVALS,
	CC_SETTING_FIGURE,
	CC_SETTING_PRIVACY,
	CC_SETTING_KEEP_ID,
	CC_SETTING_BREAKS,
	CC_SETTING_FOLD,
	CC_SETTING_DETAIL,
	CC_SETTING_CONTINUE,
	CC_SETTING_PPTX,
	CC_SETTING_PICTURE, /* how many those are */
	/* Of the run. */
	CC_SETTING_FORMAT = CC_SETTING_PICTURE,
	CC_SETTING_TEMPLATES,
	CC_SETTING_STRICT,
	CC_SETTING_QUIET,
	CC_SETTING_COLOR,
	CC_SETTING_COUNT
};

struct cc_settings {
	struct cc_given given[CC_SETTING_COUNT];
};

const char *cc_setting_name(enum cc_setting setting);

/* True where it may be set once for all cases. */
bool cc_setting_standing(enum cc_setting setting);

/* The row of an option that sets it. */
struct cc_option cc_setting_option(
    struct cc_settings *settings, enum cc_setting setting);

/* Files and variables that settings were read from; what they gave is borrowed
 * from here. */
struct cc_origins {
	GPtrArray *sources;  /* of struct cc_source; owned */
	GStringChunk *texts; /* values, and names of files */
};

void cc_origins_init(struct cc_origins *origins);
void cc_origins_finish(struct cc_origins *origins);

/* Each standing one that is not given is read from the variable of its name,
 * CLINCOURSE_SIZE for size, unless that is empty. */
void cc_settings_environment(
    struct cc_settings *settings, struct cc_origins *origins);

/* The same from FOLDER/.clincourse, a setting a line: "theme = print". False
 * after diagnostics; a folder without one gives nothing. */
bool cc_settings_file(struct cc_settings *settings, const char *folder,
    struct cc_origins *origins, struct clincourse_diags *diags);

/* Where that file would be. The caller frees it. */
char *cc_settings_path(const char *folder);

bool cc_settings_equal(
    const struct cc_settings *a, const struct cc_settings *b);

/* Whether those of the run have a value that they can have: the library knows
 * the others. False after diagnostics. */
bool cc_settings_legal(
    const struct cc_settings *settings, struct clincourse_diags *diags);

/* Sets what is given of the picture. False after diagnostics, each with what
 * set it. */
bool cc_settings_apply(const struct cc_settings *settings,
    struct clincourse_render *render, struct clincourse_diags *diags);

#endif
