/* The element table: one row per kind of fact. */
#ifndef CC_MODEL_KIND_H
#define CC_MODEL_KIND_H

#include "base/diag.h"
#include "model/case.h"
#include "model/closed.h"
#include "model/vocab.h"
#include "xml/xml.h"

/* Attributes beyond those of every fact, as a set of bits. */
enum cc_extra {
	CC_EXTRA_INTENT = 1 << 0,
	CC_EXTRA_CYCLES = 1 << 1,
	CC_EXTRA_EVERY = 1 << 2,
	CC_EXTRA_UNIT = 1 << 3,
	CC_EXTRA_BEST = 1 << 4,
	CC_EXTRA_SITE = 1 << 5,
	CC_EXTRA_DONOR = 1 << 6,
	CC_EXTRA_RESULT = 1 << 7,
	CC_EXTRA_CRITERIA = 1 << 8,
	CC_EXTRA_GRADE = 1 << 9,
	CC_EXTRA_CAUSALITY = 1 << 10,
	CC_EXTRA_SERIOUS = 1 << 11,
	CC_EXTRA_METHOD = 1 << 12,
	CC_EXTRA_SCALE = 1 << 13,
	CC_EXTRA_STAGE = 1 << 14,
	CC_EXTRA_EVOLVED_FROM = 1 << 15,
	CC_EXTRA_CAUSE = 1 << 16,
	/* what all have but a series, whose values are dated one by one */
	CC_EXTRA_DATED = 1 << 17,
	/* may be planned or not done: an act, a visit, what can be prevented;
	 * not what is there only once it was found */
	CC_EXTRA_STATUS = 1 << 18,
	CC_EXTRA_INDEX = 1 << 19,
	CC_EXTRA_DISEASE = 1 << 20,
	CC_EXTRA_DOSING = 1 << 21,
	CC_EXTRA_LASTING = 1 << 22,
	CC_EXTRA_LISTED = 1 << 23, /* what a series alone has */
	CC_EXTRA_STOP = 1 << 24,   /* why it ended */
	CC_EXTRA_COUNT = 1 << 25,  /* how many times it was done */
};

enum cc_child {
	CC_CHILD_LABEL = 1 << 0,
	CC_CHILD_NOTE = 1 << 1,
	CC_CHILD_IMAGE = 1 << 2,
	CC_CHILD_DOSE = 1 << 3,
	CC_CHILD_DRUG = 1 << 4,
	CC_CHILD_GRADE = 1 << 5,
	CC_CHILD_FINDING = 1 << 6,
	CC_CHILD_VALUE = 1 << 7,
	CC_CHILD_RANGE = 1 << 8,
	CC_CHILD_CHANGE = 1 << 9,
	/* words directly in it are a list of values, and no label */
	CC_CHILD_LIST = 1 << 10,
	CC_CHILD_FOUND = 1 << 11, /* a <finding> of what is no test of genes */
};

struct cc_check {
	const struct cc_case *course;
	const struct cc_terms *terms;
	struct cc_diags *diags;
	guint *hints; /* left of CC_HINTS_MAX (model/hint.h) */
	GHashTable
	    *told; /* unknown words: each is told once, where it is first */
	/* The case's element, and that of each fact by its index; NULL outside
	 * of reading. */
	const struct cc_element *root;
	const struct cc_element *const *elements;
};

struct cc_kind {
	enum cc_kind_id id;
	const char *element;
	enum cc_scope scope; /* where `code` is looked up; CC_IN_COUNT: none */
	const struct cc_closed *closed; /* or all that it may be; NULL */
	/* Where it is looked up that the scope lacks, as CC_KIND_ALSO(scope):
	 * one infusion of a treatment is an act, what is a disease to one
	 * patient complicates the course of another. */
	unsigned also;
	unsigned extras;   /* enum cc_extra */
	unsigned children; /* enum cc_child */
	/* With neither `time` nor `after` it comes after everything else of its
	 * patient; of other kinds nobody could say where they stand. */
	bool last;
	/* May be dated after death: what an autopsy finds, what was examined
	 * of stored samples, what somebody remarks. */
	bool outlives;
	/* False, after a diagnostic, where the code is none that this kind can
	 * have, whatever vocabularies say; NULL: they alone say. */
	bool (*check_code)(
	    const struct cc_check *check, const struct cc_fact *fact);
	/* What makes it a fact beyond `time`/`after` and `code`/`label`, and
	 * what is wrong within it; NULL: nothing more. */
	void (*check)(const struct cc_check *check, const struct cc_fact *fact);
};

#define CC_KIND_ALSO(scope) (1u << (scope))

/* The scope in which a fact of the kind has the code: the kind's own, where
 * none has it. */
enum cc_scope cc_kind_scope(
    const struct cc_kind *kind, const struct cc_terms *terms, const char *code);

/* The code that a word is in a fact of the kind: an outcome's is one of its
 * set, a response's one of any criteria. NULL: it is none. The other one: of
 * the first of the words, "alive" in "alive, in remission"; the caller frees
 * it. */
const char *cc_kind_code(
    const struct cc_terms *terms, const struct cc_kind *kind, const char *word);
char *cc_kind_code_first(const struct cc_terms *terms,
    const struct cc_kind *kind, const char *words);

#define CC_KIND(NAME, name) extern const struct cc_kind cc_kind_##name;
#include "model/kind-list.h"
#undef CC_KIND

/* What holds for every kind, then the kind's own check. */
void cc_kind_check(const struct cc_check *check, const struct cc_fact *fact);

/* Where an attribute of the fact stands, else the fact itself. */
struct cc_pos cc_check_place(const struct cc_check *check,
    const struct cc_fact *fact, const char *attribute);

/* "<element> needs what". */
void cc_check_needs(
    const struct cc_check *check, const struct cc_fact *fact, const char *what);

/* The same of a code that has to be there: the one that the fact's words begin
 * with, where they do, else which there are. */
void cc_check_needs_code(
    const struct cc_check *check, const struct cc_fact *fact);

/* A code that the vocabulary should know: unknown it is drawn as written, with
 * a warning, or a note where a label stands in for it; a scheme that is unknown
 * is an error, and so is what may be several things. NULL codes are fine, here
 * and below. */
void cc_check_code(const struct cc_check *check, enum cc_scope in,
    const char *code, struct cc_pos pos, bool labelled);

/* A word that is drawn as written where the vocabulary lacks it: a note. */
void cc_check_word(const struct cc_check *check, enum cc_scope in,
    const char *word, struct cc_pos pos);

/* A response code of a fact under the scheme in force. */
void cc_check_response(const struct cc_check *check, const struct cc_fact *fact,
    const char *code, struct cc_pos pos);

/* A dose needs a unit: its own, or that of what is given; `cumulative` needs a
 * dose. */
void cc_check_dosing(const struct cc_check *check,
    const struct cc_dosing *dosing, const char *unit, struct cc_pos pos);

/* A part of a fact that has to say its own time. */
void cc_check_timed(const struct cc_check *check, const char *element,
    const struct cc_when *when, struct cc_pos pos);

/* Values: each has a time, a code in a panel, and a unit: its own, the
 * fact's or the test's. */
void cc_check_range(const struct cc_check *check, const struct cc_range *range);
void cc_check_values(const struct cc_check *check, const struct cc_fact *fact);

/* The rows by cc_kind_id. */
const struct cc_kind *cc_kind_row(enum cc_kind_id id);

/* The row of an element, or NULL. */
const struct cc_kind *cc_kind_find(const char *element);

#endif
