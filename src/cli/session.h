/* What cases of the same settings share. */
#ifndef CC_CLI_SESSION_H
#define CC_CLI_SESSION_H

#include "cli/cli.h"
#include "output/output.h"

struct cc_session {
	struct cc_settings settings;
	struct clincourse *context;
	struct clincourse_render *render; /* NULL where no pictures are made */
	const struct cc_output *output;   /* for whoever chooses one */
	enum cc_exit code; /* not WELL: nothing can be done with it, and why is
			      said */
};

/* The sessions of a run. Cases of one folder share one, and folders do whose
 * settings are equal. */
struct cc_sessions {
	struct cc_settings given; /* by the command line or the environment */
	struct cc_origins origins;
	bool files;        /* .clincourse is read */
	bool pictures;     /* a render is wanted */
	char **inputs;     /* no picture is written over them; may be NULL */
	GString *told;     /* what is wrong with them; NULL: standard error */
	GPtrArray *made;   /* of struct cc_session; owned */
	GHashTable *known; /* folder -> struct cc_session, borrowed */
};

/* `given` is what the command line set. Without `defaults` that is all. */
void cc_sessions_init(struct cc_sessions *sessions,
    const struct cc_settings *given, bool defaults, char **inputs);
void cc_sessions_finish(struct cc_sessions *sessions);

/* The session for a case file; NULL: for a command without one, which reads
 * the settings of the current folder. Standard input has none but those of the
 * environment. Never NULL: see its code. */
struct cc_session *cc_session_for(
    struct cc_sessions *sessions, const char *input);

/* For the commands that ask what is known of a word: prints the answer of `ask`,
 * which the caller of it owns, by `print`, and reports why there is none. */
enum cc_exit cc_answer(const struct cc_settings *given,
    char *(*ask)(struct clincourse *context, const char *word,
	struct clincourse_diags *diags),
    const char *word, enum cc_exit (*print)(const char *text));

#endif
