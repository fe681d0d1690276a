/* Diagnostics: a list that is passed, and the one catalogue of sentences. */
#ifndef CC_BASE_DIAG_H
#define CC_BASE_DIAG_H

#include "base/source.h"

#include <glib.h>

enum cc_severity {
	CC_NOTE,
	CC_WARNING,
	CC_ERROR,
	CC_FATAL, /* the environment failed: exit code 3; printed as "error" */
};

/* The catalogue: base/catalogue.h holds one row a code,
 * CC_DIAG(E201, ERROR, "end lies before start: %s < %s")
 * in the order of codes. E0xx environment, E1xx XML, E2xx time, E3xx model
 * and vocabulary, E4xx figure and output, W.. warnings and N.. notes with the
 * same hundreds. */
enum cc_code {
#define CC_DIAG(code, severity, sentence) CC_##code,
#include "base/catalogue.h"
#undef CC_DIAG
	CC_CODE_COUNT
};

struct cc_diag {
	enum cc_code code;
	enum cc_severity severity; /* after `~`, `?` and --strict */
	char *file;                /* NULL: no place */
	struct cc_place place;
	uint32_t width;  /* [code points] underlined */
	char *excerpt;   /* the source line, cut to at most 200 code points */
	uint32_t indent; /* [code points] from the excerpt's start to place */
	char *sentence;
};

struct cc_diags {
	GPtrArray *list; /* of struct cc_diag, in order of adding; owned */
	guint count[CC_FATAL + 1];
	/* More of one severity in one section, a case, are counted, not kept;
	 * 0 = all. */
	guint limit;
	guint here[CC_FATAL + 1]; /* added in this section */
	bool strict; /* warnings are added as errors */
	/* Discreet: no words of a file are repeated, neither its lines nor
	 * what a sentence would quote of it, and the input at hand is called
	 * by `alias` in place of its name. */
	bool discreet;
	const char *input; /* the name of the input at hand; borrowed */
	char alias[24];    /* "input-1" */
};

/* Hears nothing and holds nothing: for a try whose refusal nobody reads. */
#define CC_DIAGS_DEAF {.limit = 1, .here = {1, 1, 1, 1}}

static inline bool
cc_diags_deaf(const struct cc_diags *diags)
{
	return diags->list == NULL;
}

void cc_diags_init(struct cc_diags *diags);
void cc_diags_finish(struct cc_diags *diags);

/* Adds a diagnostic of the code's own severity. The arguments are those of
 * the catalogue's sentence. `pos` may have a NULL source. */
void cc_diag(struct cc_diags *diags, enum cc_code code, struct cc_pos pos, ...);

/* The same one step milder (error -> warning -> note): a rule on a time
 * written `~` or `?`. */
void cc_diag_mild(
    struct cc_diags *diags, enum cc_code code, struct cc_pos pos, ...);

/* A trouble with a file as a whole: "name: error: ...". */
void cc_diag_file(
    struct cc_diags *diags, enum cc_code code, const char *name, ...);

/* Those from the number `since` on that have no place get this one: of what was
 * set somewhere, and found wrong where nobody knows of that any more. */
void cc_diags_place(struct cc_diags *diags, guint since, struct cc_pos pos);

/* Moves those of one severity that are not said yet of the same place; `from`
 * is empty then. */
void cc_diags_adopt(
    struct cc_diags *diags, struct cc_diags *from, enum cc_severity severity);

const char *cc_code_word(enum cc_code code); /* "E201" */
enum cc_severity cc_code_severity(enum cc_code code);
const char *cc_code_sentence(enum cc_code code); /* the printf format */

/* Ends a section: how many were not kept is said after the last that was. */
void cc_diags_section(struct cc_diags *diags);

/* Sorts by file, line and column (stable), then appends to `to` as text with
 * underlined source lines, the same in the colours of a terminal, or as a JSON
 * array, leaving out what is milder than `least`. */
void cc_diags_sort(struct cc_diags *diags);
void cc_diags_text(
    const struct cc_diags *diags, enum cc_severity least, GString *to);
void cc_diags_coloured(
    const struct cc_diags *diags, enum cc_severity least, GString *to);
void cc_diags_json(const struct cc_diags *diags, GString *to);

/* The nearest of the words to `word` by edit distance, or NULL where none is
 * near (more than a third of its length away). Borrowed from `words`. */
const char *cc_nearest(
    const char *word, const char *const *words, size_t count);

/* The end of a sentence on an unknown word: "; the nearest is "x"", all that
 * are equally near, else the few that there are, else "". The caller frees
 * it. */
char *cc_nearest_text(
    const char *word, const char *const *words, size_t count);

#endif
