/* What the templates know of medicine: codes, names, classes. */
#ifndef CC_MODEL_VOCAB_H
#define CC_MODEL_VOCAB_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/case.h"
#include "xml/xml.h"

#include <glib.h>

enum cc_scope {
	CC_IN_DISEASE,
	CC_IN_TREATMENT, /* drugs, regimens, products */
	CC_IN_PROCEDURE,
	CC_IN_EVENT,
	CC_IN_TEST,
	CC_IN_RESPONSE,
	CC_IN_SCHEME,
	CC_IN_SITE,
	CC_IN_INTENT,
	CC_IN_CLASS,
	CC_IN_FINDING,
	CC_IN_OUTCOME,
	CC_IN_CAUSE,
	CC_IN_STOP,     /* why a treatment ended */
	CC_IN_INTERVAL, /* PFS, OS; see model/interval.h */
	CC_IN_COUNT
};

const char *cc_scope_word(enum cc_scope scope); /* "treatment" */
bool cc_scope_find(const char *word, enum cc_scope *scope);

/* Another unit of a test: a value times the factor is in the test's own. 0: it
 * cannot be told in that, as copies of a virus in international units, which
 * differ from assay to assay. */
struct cc_unit {
	const char *unit;
	double factor;
};

/* A reference range; NAN: open on that side. */
struct cc_norm {
	double low, high;
};

/* The range of an age and sex; before the test's own, which is for adults. */
struct cc_band {
	enum cc_sex sex;     /* CC_SEX_UNSAID: any */
	double from, to;     /* [completed years], both within */
	struct cc_norm is; /* in the test's own unit */
};

/* A diagnosis, event or act that begins or ends a pregnancy. */
enum cc_pregnancy {
	CC_PREGNANCY_NONE,
	CC_PREGNANCY_IS,
	CC_PREGNANCY_ENDS,
};

struct cc_units {
	struct cc_unit *item;
	size_t count;
};

/* An abbreviation that several entries share: in those diseases (codes or
 * classes) it is this one. None: it is nobody's by its disease. */
struct cc_shared {
	const char *word;
	struct cc_words of;
};

/* What a fact means for progression-free time, as its entry says. */
enum cc_progression {
	CC_PROGRESSION_NONE, /* it does not end it */
	CC_PROGRESSION_YES,  /* responses: it does; causes: of the disease */
	/* responses: from its own date, once one that confirms comes later
	 * (iUPD) */
	CC_PROGRESSION_UNCONFIRMED,
	/* responses: it confirms such a one; else it ends it itself (iCPD) */
	CC_PROGRESSION_CONFIRMING,
	CC_PROGRESSION_UNKNOWN, /* causes of death: nobody can tell */
	/* events: where the scheme's `transformation` says so */
	CC_PROGRESSION_TRANSFORMATION,
};

/* Whether a treatment or procedure makes a line of therapy. */
enum cc_line_role {
	CC_LINE_UNSAID,
	CC_LINE_STARTS,   /* a line may start with it, and end the one before */
	CC_LINE_APART,    /* it starts and ends none: supportive, bridging */
	CC_LINE_INFUSION, /* cells: the line that has them counts from here */
};

/* One entry; see clincourse-templates(5). Strings NULL where unsaid. */
struct cc_term {
	enum cc_scope in;
	const char *code;
	const char *class;  /* of treatments, procedures, events, diseases */
	const char *scheme; /* responses */
	const char *criteria;
	struct cc_words intervals; /* schemes: which they define */
	const char *response; /* schemes: the least that counts as one */
	const char *unit, *loinc, *mark, *risk;
	struct cc_words
	    risk_of;           /* diseases in which a finding is of high risk */
	struct cc_words parts; /* drug codes of a regimen */
	struct cc_words grades; /* of events that have others than CTCAE */
	int shade;              /* 1 or 2 */
	double rank;            /* responses; NAN: unranked */
	const char *slot;       /* responses: deepest cr vgpr pr mr sd pd ne */
	/* Responses: what they tell of beside the disease as a whole, an organ,
	 * a marker. They end no other response, and none ends them. NULL: the
	 * disease. */
	const char *endpoint;
	/* Responses (unsaid: YES where the slot is pd), events, causes. */
	enum cc_progression progression;
	/* Schemes: a transformation, an event that says so or a diagnosis
	 * evolved from the one that is treated, ends progression-free time. */
	bool transformation;
	/* Schemes: only a death of the disease ends the duration of response,
	 * one of another cause censors it, one of an unknown cause leaves it
	 * without a number; else any death ends it. */
	bool disease_deaths;
	/* Schemes: tests whose values show that the disease did not progress,
	 * as an assessment of response does. */
	struct cc_words markers;
	bool open;     /* schemes: other codes than its own are no error */
	bool own_cells; /* procedures: the graft is the patient's own */
	bool assesses; /* procedures: the disease is looked at, as above */
	/* Procedures, treatments: tests whose value each act is done for. */
	struct cc_words serves;
	/* Classes, intents, treatments, procedures; ask cc_line_role. */
	enum cc_line_role line;
	struct cc_words line_in; /* diseases, or classes of them, in which it
	                            starts lines yet */
	/* Tests, of adults: any sex, female, male; NAN unsaid. */
	double low[3], high[3];
	struct cc_band *bands; /* of tests: of an age */
	size_t band_count;
	enum cc_pregnancy pregnancy; /* diseases, events, procedures */
	double least, most;     /* what a test can be at all; NAN unsaid */
	struct cc_units units;  /* of tests, beside their own */
	enum cc_scale scale;
	bool pair;         /* its values may be two: 135/70 */
	const char *group; /* tests that share a track */
	struct cc_texts labels, abbreviations, part_names;
	/* Of a case's own: whether its define says it; whether it has the
	 * author's word for its name, and what the house calls it. */
	bool defined, renamed;
	struct cc_texts meant;
	struct cc_words aliases; /* the former ones last */
	size_t former; /* names that were wrong or have changed: read, not shown
	                  to who looks for one to write */
	struct cc_shared *shared; /* what is also written, where it is clear */
	size_t shared_count;
	struct cc_words from; /* diseases: those that it grows out of */
	bool extramedullary; /* diseases: what their lesions are called */
	bool constant; /* findings: the clone's from the first, whenever it was
	                  looked for */
	const char *source;
	bool reviewed;
	struct cc_pos pos;
};

struct cc_vocab;

struct cc_vocab *cc_vocab_create(void);
void cc_vocab_destroy(struct cc_vocab *vocab); /* takes NULL */

/* Adds the entries of one vocabulary document. A code or alias that is taken
 * is diagnosed with both places: as an error, or, where the document may
 * `override` earlier ones, as a warning that replaces="yes" answers. What an
 * override takes away from the checks is a warning in any case. The source
 * must outlive the vocabulary. */
bool cc_vocab_add(struct cc_vocab *vocab, const struct cc_source *source,
    bool override, struct cc_diags *diags);

/* Adds a language's <name>s, children of the root of its file, to the entries
 * that are there; a name of the same language is replaced. */
bool cc_vocab_name(struct cc_vocab *vocab, const struct cc_element *root,
    struct cc_diags *diags);

/* After the last document: what entries name is there. */
bool cc_vocab_settle(const struct cc_vocab *vocab, struct cc_diags *diags);

/* Finds by code, then by alias, then by a name in any language that is one
 * entry's alone; capitals, accents, hyphens and spaces do not matter
 * (base/plain.h), but in classes and intervals. Responses by scheme too (else scheme
 * NULL). NULL where there is none. Borrowed. */
const struct cc_term *cc_vocab_find(const struct cc_vocab *vocab,
    enum cc_scope in, const char *scheme, const char *code);

/* The entries that a word may mean, where it is an abbreviation that is shared
 * or the name of several; NULL where it is not. Such a word is found by none
 * of the above. The caller unrefs the array; the entries are borrowed. */
GPtrArray *cc_vocab_meanings(
    const struct cc_vocab *vocab, enum cc_scope in, const char *word);

/* The reference range of a test, in its own unit, for somebody of that sex and
 * age [completed years]; whatever both ages share where it is not known which.
 * False where none fits: of a child, unless a band says so; where the age is
 * not known (NAN), and where ranges differ by a sex that is not known. */
bool cc_term_range(const struct cc_term *test, enum cc_sex sex,
    double youngest, double oldest, struct cc_norm *limits);

/* Whether two units are one that is spelled in two ways: "mg/day" and "mg/d",
 * "µg" and "ug", "/ul" and "/uL". Nothing is converted; NULL is NULL's alone. */
bool cc_unit_same(const char *one, const char *other);

/* "×ULN", "xULN", "x ULN": how many times the upper limit of its laboratory,
 * in which any test may be given, and to which no factor leads. */
bool cc_unit_of_limit(const char *unit);

/* What a value of the test in `from` is to be multiplied by to be in `to`;
 * units that are the same are known. False where that is not known. */
bool cc_unit_known(const struct cc_term *test, const char *unit);
bool cc_unit_factor(const struct cc_term *test, const char *from,
    const char *to, double *factor);

/* The value as it would be in unit `to`, with as many significant digits as
 * were typed and at least three. False where that is not known. */
bool cc_value_convert(const struct cc_term *test, const struct cc_value *value,
    const char *from, const char *to, struct cc_value *converted);

/* Entries of a scope in the order of files (and of rank, for a scheme's
 * responses, best first). Borrowed. */
const struct cc_term *const *cc_vocab_list(
    const struct cc_vocab *vocab, enum cc_scope in, size_t *count);

/* A case's view: its own <define>s before the vocabulary. The same find, for
 * all that comes after reading. */
struct cc_terms {
	const struct cc_vocab *vocab;
	struct cc_term *own;
	size_t own_count;
};

void cc_terms_init(struct cc_terms *terms, struct cc_arena *arena,
    const struct cc_vocab *vocab, const struct cc_case *course);
const struct cc_term *cc_terms_find(const struct cc_terms *terms,
    enum cc_scope in, const char *scheme, const char *code);

/* The one meaning of a shared abbreviation in this case: by its diagnoses, or,
 * of tests, by the unit that is written (may be NULL). NULL where that leaves
 * none or several. */
const struct cc_term *cc_terms_mean(const struct cc_terms *terms,
    const struct cc_case *course, enum cc_scope in, const char *word,
    const char *unit);

/* The role of a treatment or procedure in a line of therapy for `disease` (a
 * code, or NULL): by its intent, where that stands apart, else by its own
 * entry, else by its class; STARTS where none of them says. */
enum cc_line_role cc_line_role(const struct cc_terms *terms,
    const struct cc_fact *fact, const char *disease);

/* The entry that a level of responses is called by: the first of the scheme's
 * that rank, the plain word ("PR", where "PMR" shares its level). NULL where
 * the rank is no whole number: such a level is called by what reached it. */
const struct cc_term *cc_level_term(
    const struct cc_terms *terms, const char *scheme, double rank);

/* Where a relapse without a code stands: with the scheme's PD, else on its
 * lowest level; NAN where nothing is ranked. */
double cc_relapse_rank(const struct cc_terms *terms, const char *scheme);

/* Of numbers without a unit. */
#define CC_UNIT_NONE "1"

/* The unit of a value: its own, its series' or panel's, the test's; NULL
 * where none of them says. */
const char *cc_value_unit(const struct cc_terms *terms,
    const struct cc_fact *fact, const struct cc_value *value);

/* The same, where it is known whether the test is; NULL: it is not, and then a
 * number without a unit has none. */
const char *cc_test_unit(const struct cc_term *test,
    const struct cc_fact *fact, const struct cc_value *value);

/* The unit of a series' axis. */
const char *cc_series_unit(
    const struct cc_terms *terms, const struct cc_fact *series);

/* The text in `lang`, else in the language without region, else NULL. */
const char *cc_texts_find(const struct cc_texts *texts, const char *lang);

#endif
