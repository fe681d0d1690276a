/* The inside of a vocabulary. */
#ifndef CC_MODEL_VOCAB_DATA_H
#define CC_MODEL_VOCAB_DATA_H

#include "model/names.h"
#include "model/terms.h"

struct cc_term_key {
	enum cc_scope in;
	const char *scheme; /* responses; NULL for all others */
	const char *word;
};

/* The list of model/names.h. */
struct cc_names {
	GStringChunk *words; /* the plain ones */
	GArray *list;        /* of struct cc_naming, sorted */
};

struct cc_vocab {
	struct cc_arena arena; /* entries and their words */
	GHashTable *codes;     /* struct cc_term_key -> struct cc_term */
	GHashTable *aliases;
	struct cc_names *names; /* NULL until first asked for */
	GPtrArray *terms[CC_IN_COUNT]; /* of struct cc_term, as listed */
};

/* One document being read. */
struct cc_vocab_reading {
	struct cc_vocab *vocab;
	const struct cc_source *source;
	struct cc_diags *diags;
	const char *origin; /* the document's own source sentence */
	bool reviewed;
	bool override;
};

/* Reads a <define>; false where it cannot be used. *replaces: the entry says
 * that it takes the place of another. */
bool cc_term_read(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term, bool *replaces);

/* The children of that name as texts, each in its language. */
struct cc_texts cc_term_texts(struct cc_vocab *vocab,
    const struct cc_element *element, const char *name, const char *lang,
    struct cc_diags *diags);

#define CC_TERM_CODE_MAX 80 /* [characters] as in case files */

/* How many children of that name there are. */
size_t cc_term_count(const struct cc_element *element, const char *name);

/* What a child says; NULL after a diagnostic. */
const char *cc_term_text(
    const struct cc_element *child, glong most, struct cc_diags *diags);

/* What an entry of a test has of its own. */
void cc_term_test(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term);

/* The words of an attribute that is a list. */
struct cc_words cc_term_list(struct cc_vocab_reading *reading,
    const struct cc_element *element, const char *name);

/* The attribute's place in the words; `none` where it is absent. */
int cc_term_choice(struct cc_vocab_reading *reading,
    const struct cc_element *element, const char *name,
    const char *const *words, size_t count, int none);

/* What the entry says of the course: progression and lines of therapy. */
void cc_term_course(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term);

/* The entry of a code, else of an alias. */
struct cc_term *cc_vocab_entry(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *word);

/* Forgets the list of names: an entry changed. */
void cc_vocab_forget_names(struct cc_vocab *vocab);

/* The words of all scopes, CC_IN_COUNT of them. */
const char *const *cc_scope_list(void);

#endif
