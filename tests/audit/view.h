/* A case laid out without fonts, and where in it each fact is. */
#ifndef CC_AUDIT_VIEW_H
#define CC_AUDIT_VIEW_H

#include "api/context.h"
#include "layout/axis.h"

/* Of a fact's signs, bars and curves; words and their stems may stand beside
 * what they name. */
struct cc_trace {
	bool drawn;          /* it has a group of its own */
	double left, right;  /* INFINITY, -INFINITY: no ink [unit] */
	double first, last;  /* of its signs alone [unit] */
	bool solid;          /* a sign or bar of it is filled */
	const char *tip;     /* of its first group */
	struct cc_box place; /* of the first solid thing */
};

struct cc_view {
	const struct clincourse_case *course;
	const struct cc_follow *follow;
	struct cc_words_in words;
	struct cc_arena arena;
	struct cc_scene scene;
	struct cc_diags told;
	struct cc_axis axis;
	double u; /* leading [unit] */
	bool drawn;
	struct cc_trace *traces; /* by fact index */
	GString *said;           /* its words and tooltips, a line each */
};

/* `course` was read in a context, and stays until the end. */
void cc_view_init(struct cc_view *view, const struct clincourse_case *course,
    const char *size, const char *lang);
void cc_view_finish(struct cc_view *view);

/* Where the line of the patient's death stands; NAN: nobody died, or on a day
 * that nobody knows, or the fact is the death. */
double cc_view_death(const struct cc_view *view, const struct cc_fact *fact);

/* Tells of the words of each fact, but those of callouts, which stand above
 * all lines. */
typedef void cc_view_tell(
    void *to, const struct cc_fact *fact, const struct cc_item *text);
void cc_view_words(const struct cc_view *view, cc_view_tell *tell, void *to);

#endif
