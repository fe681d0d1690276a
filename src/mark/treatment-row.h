/* A row of treatments and the words of its bars. Shared by treatment*.c only.
 */
#ifndef CC_MARK_TREATMENT_ROW_H
#define CC_MARK_TREATMENT_ROW_H

#include "place/lanes.h"
#include "mark/treatment.h"

/* All that there is to say: it does not depend on the room for it. */
struct cc_said {
	enum cc_type_role type;    /* of the name */
	const char *name;          /* "VCd × 4"; NULL: not asked for yet */
	const char *code, *cycles; /* its two parts */
	const char *full_intent, *short_intent; /* NULL: none */
	/* What is said beside the name, from the most to the least: with why
	 * it ended; the dose with how it is given; the dose alone. Of what
	 * ended without a dose its intent comes last. */
	const char *part[3];
	double part_width[3];
	size_t part_count;
	bool dosed, stopped; /* the parts say a dose; why it ended */
	/* [unit] */
	double name_width, code_width, cycles_width;
	double full_width, short_width;
};

struct cc_treated {
	const struct cc_fact *fact;
	struct cc_said said;
	struct cc_bar bar;
	struct cc_swatch swatch;
	const char *name;          /* "VCd × 4" */
	const char *code, *cycles; /* the name's two parts */
	const char *sub;           /* "induction"; "" where nothing is said */
	double name_width, sub_width;
	bool two_lines; /* name over sub */
	bool folded;    /* then: the sub is the rest of the name */
	bool cut;       /* the name is: no line has room for it */
	bool anywhere;  /* in the bar, certain or not: nowhere else is room */
	bool in_rows;   /* of drugs: the doses are said there */
	bool profile;   /* doses are drawn as height, words above */
	struct cc_lane_item item;
};

struct cc_divides;

struct cc_line_bracket {
	double left, right;
	const struct cc_line *line;
	size_t row;
	const struct cc_divides *divides;
};

struct cc_treatments {
	struct cc_treated *all; /* bars */
	size_t count, lanes;
	/* What the lines are made of: those, and drugs with a row each. */
	const struct cc_fact **given;
	size_t given_count;
	double *lane_height;
	bool compact; /* bars of a line's height */
	bool bare;    /* names beside bars go without sub-names */
	bool stacked; /* there too the cycles stand below the name */
	struct cc_line_bracket *bracket;
	size_t bracket_count, bracket_rows;
	bool numbered; /* the brackets: no room for "line 1" in some */
	double wanted; /* height, before the row was stretched */
};

/* Chooses the words for the bar, whose reach is known, and says in its lane
 * item what room they take inside the bar or beside it. */
void cc_treatment_fit(struct cc_figure *figure, const struct cc_treatments *row,
    struct cc_treated *t);

/* What is said beside the name is one of the parts. */
bool cc_treatment_says_part(const struct cc_treated *t);

/* Writes them where the lanes put them. */
void cc_treatment_write(struct cc_figure *figure, const struct cc_treated *t);

/* Under the bars, what each line of therapy spans and its number. Returns what
 * they ask of the column of names [unit]. */
double cc_brackets_measure(struct cc_figure *figure, struct cc_treatments *row);
double cc_brackets_height(
    const struct cc_figure *figure, const struct cc_treatments *row);
void cc_brackets_draw(struct cc_figure *figure, struct cc_track *track,
    const struct cc_treatments *row);

#endif
