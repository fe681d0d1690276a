/* A case for strangers: the same course with less of the calendar and without
 * what names the patient. A pure transformation, made before anything is laid
 * out, so that no output can show what it has dropped.
 *
 * Nothing is shifted: times are widened to the precision that is left, and the
 * picture says so as it says of any uncertain time. */
#ifndef CC_MODEL_PRIVACY_H
#define CC_MODEL_PRIVACY_H

#include "base/diag.h"
#include "model/case.h"
#include "model/leak.h"
#include "model/vocab.h"

struct cc_privacy_way {
	enum cc_privacy level;  /* not NONE */
	const char *zero;       /* as asked for; NULL: the case's own */
	const char *id;         /* the case's new id; NULL: it keeps its own */
	struct cc_forms *forms; /* what texts are searched for */
	const struct cc_vocab *vocab; /* codes it has are kept; NULL: none */
};

/* A copy in the arena, made by what the shape says of each field (its `veil`).
 * Ids are new ones, and free text and the author's own codes have "[…]" in
 * place of what looks as if it named somebody or a date, with a warning for
 * each; and there is one for each language of texts that has no forms. The
 * copy's `zero` is the fact that `way->zero` meant, by its new id. It is to be
 * drawn, not to be written: times no longer have the text they were read from.
 */
struct cc_case *cc_case_private(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_privacy_way *way,
    struct cc_diags *diags);

/* A time of the caller's, under the clock of the case, as the copy has it. */
struct cc_span cc_span_private(const struct cc_case *course,
    const struct cc_privacy_way *way, struct cc_span span);

/* A text without what looks so; the text itself where nothing is found. */
const char *cc_text_private(struct cc_arena *arena,
    const struct cc_leaks *leaks, const char *text, struct cc_pos pos,
    struct cc_diags *diags);

/* privacy-time.c: what a time of the case becomes. */
struct cc_veil {
	enum cc_privacy level;
	enum cc_clock clock;      /* of the case */
	bool elapsed;             /* the clock becomes CC_CLOCK_ELAPSED */
	struct cc_instant origin; /* elapsed: what becomes zero */
	/* elapsed: in which the origin is known; NONE: to the day or better */
	enum cc_precision precision;
};

/* `zero` may be NULL. */
struct cc_veil cc_veil_over(const struct cc_case *course,
    const struct cc_fact *zero, enum cc_privacy level);

/* The finest precision that is left; NONE where it is not limited. */
enum cc_precision cc_veil_finest(const struct cc_veil *veil);

/* `owner` is the time of what the thing is a part of, or NULL. An end that
 * goes on is left at its start: where it ends is known when all others are. */
struct cc_span cc_veil_span(const struct cc_veil *veil,
    const struct cc_when *when, const struct cc_when *owner);

#endif
