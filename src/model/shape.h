/* The shape of a case, once: a row per attribute and child of each element,
 * walked alike by the reader, the writer and the comparison. */
#ifndef CC_MODEL_SHAPE_H
#define CC_MODEL_SHAPE_H

#include "model/closed.h"
#include "model/kind.h"

#include <string.h>

/* What an attribute holds, and the member it goes to. */
enum cc_field_type {
	CC_FIELD_TEXT,   /* const char *: a code or words of the author's */
	CC_FIELD_LANG,   /* const char *: a language tag */
	CC_FIELD_CHOICE, /* const char *: a word of a closed set */
	CC_FIELD_WORD,   /* an enum: a word of a closed set */
	CC_FIELD_CLOCK,  /* enum cc_clock: its words are those of base/time */
	CC_FIELD_FLAG,   /* bool: its only word is written or not */
	CC_FIELD_WORDS,  /* struct cc_words: separated by spaces */
	CC_FIELD_ID,     /* const char *: a name that others refer to */
	CC_FIELD_NAME,   /* const char *: refers to an id */
	CC_FIELD_CALLED, /* const char *: refers to an id, else to a code */
	CC_FIELD_NAMES,  /* struct cc_words: refers to ids */
	CC_FIELD_REASONS, /* struct cc_reasons: refers to ids, or codes */
	CC_FIELD_ORDER,  /* struct cc_order *: refers to ids */
	CC_FIELD_NUMBER, /* double, NAN where unsaid, and its digits */
	CC_FIELD_AGE,    /* double, years: 61, 8m, 12d; and as written */
	CC_FIELD_GESTATION, /* const char *: 34w, 34w2d */
	CC_FIELD_COUNT,  /* int from 1; 0 where unsaid */
	CC_FIELD_DIGITS, /* const char *: a whole number from 1 */
	CC_FIELD_TIME,   /* struct cc_time */
	CC_FIELD_PERIOD, /* const char *: 21d */
	CC_FIELD_FILE,   /* const char *: a picture below the case's folder */
	CC_FIELD_BELOW,  /* the limit of a struct cc_value */
	CC_FIELD_ABOVE,
	CC_FIELD_AMOUNT,    /* struct cc_amount: 80 mg/d */
	CC_FIELD_FREQUENCY, /* const char *: bid, q8h, 2/week */
	CC_FIELD_SCHEDULE,  /* const char *: 4w/2w */
	/* Where values come from: they are there from then on, and this is
	 * neither written nor compared. */
	CC_FIELD_TABLE,   /* const char *: a file below the case's folder */
	CC_FIELD_COLUMNS, /* const char *: "date,ldh" */
	CC_FIELD_TYPE_COUNT
};

/* What becomes of a field in a case for strangers (model/veil.c). There is no
 * default: a row that leaves it out has none of these, and is left out. */
enum cc_veiling {
	CC_VEIL_KEEP = 1, /* a number, or a word of a closed set */
	CC_VEIL_SEARCH,   /* free text: without what names somebody or a date */
	CC_VEIL_TERM,     /* a code: itself where the vocabulary has it, else
	                     searched as text is */
	CC_VEIL_RENAME,   /* an id, or what refers to one: by new ids */
	CC_VEIL_TIME,     /* with less of the calendar */
	CC_VEIL_AGE,      /* what may be said of an age */
	CC_VEIL_SAFE,     /* pictures: those that the author calls safe */
	CC_VEIL_DROP,     /* left out */
	CC_VEIL_COUNT
};

/* What an id may be that a name refers to: a set of bits. */
enum cc_target {
	CC_TARGET_FACT = 1 << 0, /* any that is dated; not a diagnosis */
	CC_TARGET_DIAGNOSIS = 1 << 1,
	CC_TARGET_SERIES = 1 << 2,
	CC_TARGET_PATIENT = 1 << 3,
	CC_TARGET_REFERENCE = 1 << 4,
	CC_TARGET_FIGURE = 1 << 5,
	CC_TARGET_DATED = CC_TARGET_FACT | CC_TARGET_DIAGNOSIS,
	CC_TARGET_ZERO = 1 << 6 | CC_TARGET_DATED, /* or a word: diagnosis */
	CC_TARGET_CODED = 1 << 7, /* or a code, found by model/company.c */
};

#define CC_NOWHERE ((size_t)-1)

struct cc_field {
	const char *name;
	enum cc_field_type type;
	size_t at; /* of the member in the element's struct */
	/* NUMBER: of its digits; NAME: of the fact found, or CC_NOWHERE;
	 * CALLED: of the fact found;
	 * NAMES: of the facts found, or CC_NOWHERE; TEXT: of its place, 0 for
	 * none (no struct begins with one) */
	size_t also;
	const struct cc_closed *closed; /* CHOICE, WORD, FLAG */
	/* NAME, CALLED, NAMES, REASONS, ORDER: enum cc_target */
	unsigned target;
	unsigned extra; /* only kinds with this bit; 0: every kind */
	bool required;
	enum cc_veiling veil;
};

enum cc_content {
	CC_CONTENT_NONE,   /* children only */
	CC_CONTENT_PROSE,  /* const char * */
	CC_CONTENT_CODE,   /* const char *, at most CC_CODE_MAX long */
	CC_CONTENT_NUMBER, /* double and its digits */
	CC_CONTENT_AMOUNT, /* struct cc_amount */
	CC_CONTENT_VALUE,  /* of a struct cc_value: a number, two, or nothing where a limit is given */
};

#define CC_CODE_MAX 80 /* [code points] */

struct cc_shape;

struct cc_branch {
	const struct cc_shape *shape;
	size_t items, count; /* of the array and its length */
	unsigned child;      /* only kinds with this bit; 0: every kind */
	enum cc_veiling veil; /* KEEP: by the shape's own rows; SAFE, DROP */
};

struct cc_shape {
	const char *element; /* NULL: the kind's */
	size_t size;         /* of the struct */
	size_t pos;          /* of its struct cc_pos */
	unsigned target;     /* enum cc_target: what its id is */
	const struct cc_field *fields;
	size_t field_count;
	const struct cc_branch *branches;
	size_t branch_count;
	enum cc_content content;
	size_t text, number; /* of the members of the content */
	enum cc_veiling veil; /* of the content, where there is one */
	bool holds_facts;
	bool words_label; /* words directly in it are its label */
};

extern const struct cc_shape cc_shape_case, cc_shape_line, cc_shape_fact;

/* Which rows hold for an element: all, or those of a kind of fact. */
struct cc_mask {
	unsigned extras, children;
};

/* Words in what is no fact are its label. */
#define CC_MASK_ALL ((struct cc_mask){~0u, ~(unsigned)CC_CHILD_LIST})

static inline bool
cc_field_holds(const struct cc_field *field, struct cc_mask mask)
{
	return field->extra == 0 || (field->extra & mask.extras) != 0;
}

static inline bool
cc_branch_holds(const struct cc_branch *branch, struct cc_mask mask)
{
	return branch->child == 0 || (branch->child & mask.children) != 0;
}

/* The row of a child; NULL where the element has none of that name. */
static inline const struct cc_branch *
cc_shape_branch(
    const struct cc_shape *shape, struct cc_mask mask, const char *name)
{
	for (size_t i = 0; i < shape->branch_count; i++)
		if (cc_branch_holds(&shape->branches[i], mask) &&
		    strcmp(shape->branches[i].shape->element, name) == 0)
			return &shape->branches[i];
	return NULL;
}

/* A row of the shape, or a fact where these stand. */
static inline bool
cc_shape_holds(
    const struct cc_shape *shape, struct cc_mask mask, const char *name)
{
	return (shape->holds_facts && cc_kind_find(name) != NULL) ||
	       cc_shape_branch(shape, mask, name) != NULL;
}

static inline struct cc_mask
cc_kind_mask(const struct cc_kind *kind)
{
	return (struct cc_mask){kind->extras, kind->children};
}

static inline unsigned
cc_kind_target(enum cc_kind_id kind)
{
	if (kind == CC_KIND_DIAGNOSIS)
		return CC_TARGET_DIAGNOSIS;
	return kind == CC_KIND_SERIES ? CC_TARGET_SERIES : CC_TARGET_FACT;
}

/* The member at an offset. */
#define CC_AT(type, base, offset) ((type *)(void *)((char *)(base) + (offset)))
#define CC_AT_CONST(type, base, offset)                                        \
	((const type *)(const void *)((const char *)(base) + (offset)))

#endif
