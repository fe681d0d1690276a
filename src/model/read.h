/* What the files that read a case share. */
#ifndef CC_MODEL_READ_H
#define CC_MODEL_READ_H

#include "model/hint.h"
#include "model/model.h"
#include "model/shape.h"
#include "model/synonyms.h"

/* A thing with an id. */
struct cc_named {
	unsigned target;   /* enum cc_target: what it is */
	const void *thing; /* its struct */
	struct cc_pos pos; /* of the id */
};

/* A name that refers to an id; found when all ids are known. */
struct cc_link {
	const char *id;
	struct cc_pos pos;
	const char *attribute;
	unsigned target;             /* enum cc_target: what it may be */
	const struct cc_fact **fact; /* NULL, or where the fact found goes */
	struct cc_relations *list;   /* NULL, or what it is appended to */
};

/* One reading. Owned by cc_case_read; the rest borrow it. */
struct cc_reading {
	struct cc_arena *arena;
	struct cc_diags *diags;
	struct cc_case *course;
	const struct cc_vocab *vocab;       /* NULL: no code is looked up */
	const struct cc_terms *terms;       /* with the case's own words */
	const struct cc_element **elements; /* of each fact, by its index */
	size_t images;                      /* read so far */
	bool clockless;    /* by what its times count was refused */
	GHashTable *names; /* id -> struct cc_named */
	GHashTable *lists; /* element -> struct cc_owner that it
	                    * stands in as a list: refuse.c */
	/* model/called.c; NULL: not asked. */
	GHashTable *codes, *meanings, *phrases;
	GArray *links;                /* of struct cc_link */
	guint hints;                  /* left of CC_HINTS_MAX */
	struct cc_callings *callings; /* by which words */
};

/* One attribute on its way into its element's struct. */
struct cc_field_read {
	struct cc_reading *reading;
	const struct cc_element *element;
	const struct cc_attribute *attribute;
	const struct cc_field *field;
	unsigned target; /* enum cc_target: what the element is */
	void *to;        /* the element's struct */
};

/* Ids and names; the rest of the types are read in read-field.c. */
void cc_field_read_id(const struct cc_field_read *in);
void cc_field_read_name(const struct cc_field_read *in);
void cc_field_read_names(const struct cc_field_read *in);
void cc_field_read_order(const struct cc_field_read *in);
void cc_field_read_reasons(const struct cc_field_read *in);

/* What a name refers to: the thing of that id, else the one fact without an id
 * that is the only one of that code, whose id it then is. NULL: nothing, or
 * nobody can tell which. */
const struct cc_named *cc_read_named(
    struct cc_reading *reading, const char *name, unsigned target);

/* Doses: read-dose.c. */
void cc_field_read_count(const struct cc_field_read *in);
void cc_field_read_digits(const struct cc_field_read *in);
void cc_field_read_age(const struct cc_field_read *in);
void cc_field_read_gestation(const struct cc_field_read *in);

/* read-time.c */
void cc_field_read_time(const struct cc_field_read *in);
void cc_field_read_period(const struct cc_field_read *in);
/* Whether time and code of an element say each what the other should, as in
 * <response code="2021-08" time="VGPR">. */
bool cc_field_exchanged(const struct cc_field_read *in);

void cc_field_read_amount(const struct cc_field_read *in);
void cc_field_read_frequency(const struct cc_field_read *in);
void cc_field_read_schedule(const struct cc_field_read *in);
/* A number or a range with its unit, as a dose is written, and perhaps how it
 * is given. */
bool cc_is_amount(struct cc_arena *arena, const char *text);
bool cc_read_amount(struct cc_reading *reading, const char *text,
    struct cc_pos pos, struct cc_amount *amount);

/* What may be an id: XML's NCName. */
bool cc_name_valid(const char *name);
void cc_refuse_name(
    struct cc_reading *reading, const char *name, struct cc_pos pos);

/* An id of what could not be read: who refers to it is no error of his own. */
void cc_forget_id(struct cc_reading *reading, const char *id);

/* A list separated by spaces, each word with its place; an empty one is
 * diagnosed. */
struct cc_words cc_field_split(const struct cc_field_read *in);

/* The name of a fact that is called by a code which is no name, for who refers
 * to it from an element; NULL: the case has no such code. */
const char *cc_read_phrase(struct cc_reading *reading,
    const struct cc_element *element, const char *text);
/* The text with the letters that a name may have: itself where it is one. */
const char *cc_name_made(struct cc_arena *arena, const char *text);

/* Reads the attributes of an element into its struct. */
void cc_read_fields(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_shape *shape,
    struct cc_mask mask, void *to);

/* codes.c: the code that the words are which stand in a fact of the kind
 * without one; NULL: they are its label. */
struct cc_kind;
const char *cc_words_code(const struct cc_terms *terms,
    const struct cc_kind *kind, const char *words);

/* A fact, or (kind NULL) a drug in one, that is called by words of the case or
 * the vocabulary: with these as its code. Else the element itself. */
const struct cc_element *cc_read_coded(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_kind *kind);

/* The element with an attribute `code` more. */
void cc_add_code(struct cc_arena *arena, struct cc_element *element,
    const char *code, struct cc_pos pos);

/* Words that stand directly in an element of children: its label, dose or
 * note; refused where it has none of them. */
void cc_read_own_words(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_shape *shape,
    struct cc_mask mask, void *to);

/* The tree with the elements as they were meant, where that is plain: so that
 * what is wrong in them is told in the same run. Those that were not are
 * refused here. The root itself where there are none. */
const struct cc_element *cc_read_meant(
    struct cc_reading *reading, const struct cc_element *root);

/* The language of words that do not say theirs. */
const char *cc_read_lang(const struct cc_reading *reading);

/* What an element was meant to be: its name here, and the one of the elements
 * round it in which it has its place; NULL: where it stands, if that holds it.
 */
struct cc_meant_element {
	const char *name; /* NULL: nobody can tell */
	const char *outer;
	const char *code; /* that its own name stands for; NULL: none */
	bool opened;      /* it is none, but holds what stands where it does */
};

/* The attribute that one stands for, which nobody is to ask for any more; and
 * its value here. NULL: nobody can tell. */
struct cc_meant_attribute {
	const char *name, *value;
};

/* Refuses an element, or an attribute, that has no place there: with what was
 * meant, or where it belongs. */
struct cc_meant_element cc_refuse_element(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_shape *shape,
    struct cc_mask mask);
struct cc_meant_attribute cc_refuse_attribute(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_attribute *attribute,
    const struct cc_shape *shape, struct cc_mask mask);

/* Whether an attribute that was refused says what the element says between its
 * tags. */
bool cc_content_is_meant(const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask);

/* Words of an author: white space collapsed, copied into the arena. NULL,
 * after a diagnostic, where they are empty or hold what no picture should. */
const char *cc_read_prose(
    struct cc_reading *reading, const char *text, struct cc_pos pos);

/* The same for a code, which has at most CC_CODE_MAX letters. */
const char *cc_read_code(
    struct cc_reading *reading, const char *text, struct cc_pos pos);

/* White space at the ends dropped, within made one space. */
const char *cc_read_collapsed(struct cc_reading *reading, const char *text);

/* A plain decimal number, of an attribute or (NULL) the element's text;
 * *written gets its digits. */
bool cc_read_number(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_attribute *attribute,
    double *number, const char **written);

/* Digits of a measured value, which may have a power of ten (5.2e5) or a
 * decimal comma: *written gets them plain. False, and no diagnostic, where they
 * are no number. */
bool cc_read_digits(struct cc_reading *reading, const char *text,
    double *number, const char **written);

/* The same of one text among others of an element. */
bool cc_read_number_text(struct cc_reading *reading,
    const struct cc_element *element, const char *text, struct cc_pos pos,
    double *number, const char **written);

/* The content of a value: a number, a limit (<5), a range (95-100), a pair
 * (135/70). Its attributes were read. */
void cc_read_value(struct cc_reading *reading, const struct cc_element *element,
    struct cc_value *value);

/* The same of a text, as one of a list; false after a diagnostic. */
bool cc_read_value_text(struct cc_reading *reading,
    const struct cc_element *element, const char *text, struct cc_pos pos,
    struct cc_value *value);

/* The bytes of a file below the case's folder that an attribute names; NULL,
 * with *why in words, where there are none. In `arena`. */
const char *cc_read_beside(struct cc_arena *arena,
    const struct cc_attribute *from, const char *path, size_t limit,
    size_t *length, const char **why);

/* The picture that an <image> names, or a diagnostic. */
void cc_read_image(const struct cc_field_read *in);

/* The values of a series that stand in its text or in a file. */
void cc_read_lists(struct cc_reading *reading, const struct cc_element *element,
    struct cc_fact *series);

/* Finds what the links name; then lines hand down to their facts, and facts
 * to their parts, what these leave unsaid. */
void cc_read_relations(struct cc_reading *reading);

/* True where a time counts from something: it holds an offset. */
bool cc_time_counts(const struct cc_time *time);

/* Facts in an order in which each comes after all that its time hangs on:
 * since and after. Circles are diagnosed once each; their facts are left out.
 * An array of indices; *count gets its length. */
size_t *cc_read_order(struct cc_reading *reading, size_t *count);

/* What would be right in place of a name that nothing has: an id that is
 * nearly that, or a fact of that code. "": nothing is near. g_free it. */
char *cc_read_nearest(
    struct cc_reading *reading, const char *name, unsigned target);

/* Why something was done or happened, and why it ended: what the words name. */
void cc_read_causes(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_reasons *because);
void cc_read_ends(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_reasons *stop);

/* The element of a thing with an id. */
const char *cc_named_word(const struct cc_named *named);

/* Codes of aliases and names become those of the vocabulary. */
void cc_read_codes(struct cc_reading *reading, const struct cc_terms *terms);

/* What stands in the row of a series by its code, where no id names it. */
void cc_read_company(struct cc_reading *reading, const struct cc_terms *terms);

/* grades.c: "G3" is the grade 3. */
void cc_read_grades(struct cc_reading *reading, const struct cc_terms *terms);

/* Names of several words that a list of sites was cut into are whole again. */
void cc_read_sites(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_words *words);

/* Finds each patient's index diagnosis, and which one each fact is of: by that
 * its response codes are read. */
void cc_read_index(struct cc_reading *reading, const struct cc_terms *terms);

/* Works out, once, what later stages ask of the lines of therapy: where each
 * begins, and what stands within it. */
void cc_read_lines(struct cc_reading *reading, const struct cc_terms *terms);

/* The first and the last instant of all that is dated; first after last where
 * nothing is. What is only planned does not make the last report later. */
struct cc_bounds cc_case_bounds(const struct cc_case *course, bool planned);

/* Facts without a time get that of their parts, whose spans are known. */
void cc_read_times_of_parts(struct cc_reading *reading);

/* Gives every time of the case its four instants. */
void cc_read_times(struct cc_reading *reading);

#endif
