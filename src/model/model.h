/* Element tree -> checked case, and back to XML. */
#ifndef CC_MODEL_MODEL_H
#define CC_MODEL_MODEL_H

#include "base/diag.h"
#include "model/case.h"
#include "model/vocab.h"
#include "xml/xml.h"

#include <glib.h>

#define CC_CASE_NAMESPACE "urn:clincourse:case:1"

/* Limits of a case beyond those of xml/xml.h. */
#define CC_FACTS_MAX 1000000
#define CC_IMAGES_MAX 64

/* Reads a <case>: shape, words, times, relations, then the rules of
 * model/check. All problems are diagnosed in one run. Returns the case even
 * where there were errors that leave one (the caller draws only without
 * errors: compare diags->count before and after); NULL where none is left.
 * Nothing in the case points into the tree's source but `pos`. Where `vocab` is
 * NULL no code is looked up. */
struct cc_case *cc_case_read(struct cc_arena *arena,
    const struct cc_element *root, const struct cc_vocab *vocab,
    struct cc_diags *diags);

/* Gives every fact, drug, value and finding its term, every fact its scheme
 * and whether it happened. Part of reading; a copy of a case has to be
 * resolved anew, since its own words may be others. */
void cc_case_resolve(struct cc_case *course, const struct cc_terms *terms);

/* Notes on what the timeline of a case report lacks by the CARE guideline,
 * each where it would go: asked for, never a part of reading. */
void cc_case_care(const struct cc_case *course, const struct cc_terms *terms,
    struct cc_diags *diags);

/* A picture, and whose it is: one of these. */
struct cc_image_of {
	const struct cc_image *image;
	const struct cc_patient *patient;
	const struct cc_history *history;
	const struct cc_line *line;
	const struct cc_fact *fact;
};

/* Of all pictures, by their owners; those of facts as in the file. */
GArray *cc_case_images(const struct cc_case *course);

/* Appends the case as XML; reading it again gives an equal case. */
void cc_case_write(const struct cc_case *course, GString *to);

/* True where the two say the same (positions apart). On false, *where (may
 * be NULL) names the first difference, for tests. */
bool cc_case_equal(
    const struct cc_case *a, const struct cc_case *b, const char **where);

/* Derived facts (model/derive.c); what follows of lines of therapy and
 * intervals is in follow/. Borrowed or by value. */

/* The response scheme in force for a fact: its own, the case's, that of the
 * diagnosis which it is of, the index diagnosis's; "none" at last. */
const char *cc_case_criteria(const struct cc_case *course,
    const struct cc_terms *terms, const struct cc_fact *fact);

/* The fact that is the zero of the relative axis: `zero` is diagnosis,
 * first-treatment (of the first line, where there are lines) or an id; NULL
 * means the case's own, else the index diagnosis, else the first one, else the
 * first dated fact. NULL where nothing is dated, and where what was named has
 * no earliest start. */
const struct cc_fact *cc_case_zero(
    const struct cc_case *course, const char *zero);

/* Each time that a part of a fact may have of its own: of values, changes,
 * grades, doses, drugs and their doses. */
typedef void (*cc_part_func)(const struct cc_when *when, void *data);
void cc_fact_each_part(
    const struct cc_fact *fact, cc_part_func each, void *data);

/* What a fact's own words repeat: four cycles every 21 days, a drug of it that is
 * given "weekly × 4". */
struct cc_repeats {
	/* From the first to the last, at least [minutes]: 63 days, 21. 0 where
	 * nothing says how often or how far apart. */
	int64_t lasts;
	const char *freq; /* by whose words; NULL: cycles and every */
};

struct cc_repeats cc_fact_repeats(const struct cc_fact *fact);

/* The same in words, "4 cycles every 21d". Owned by the caller. */
char *cc_repeats_text(
    const struct cc_fact *fact, const struct cc_repeats *repeats);

/* The first and the last instant of a fact and its parts; backwards where
 * nothing of it is dated. */
struct cc_bounds {
	struct cc_instant first, last;
};
struct cc_bounds cc_fact_bounds(const struct cc_fact *fact);

/* So many times a disease may have become another: ids that lead in a circle
 * are not walked for ever. */
#define CC_GENERATIONS_MOST 16

/* Whether two things may be of one disease: so far as the author says of which
 * they are (cc_fact.disease, cc_line.disease). */
bool cc_same_disease(const struct cc_fact *a, const struct cc_fact *b);

/* Dated, and not only planned or put off. */
bool cc_fact_took_place(const struct cc_fact *fact);

/* May be dated after the death of its patient: what its kind says, and the
 * autopsy or biopsy. */
bool cc_fact_outlives(const struct cc_fact *fact);

#endif
