/* A row of callouts. Shared by flag*.c only. */
#ifndef CC_MARK_FLAG_H
#define CC_MARK_FLAG_H

#include "layout/draw.h"
#include "place/air.h"
#include "place/stems.h"

/* Lines of a head and of a tail. */
#define HEAD_MOST 3
#define TAIL_MOST 3
/* Widths that are tried. */
#define LIMITS 4

enum rank {         /* who goes first when there is no room: the last */
	RANK_TURN,  /* diagnosis, progression, relapse, outcome */
	RANK_KEY,   /* marked by the author */
	RANK_PLAIN, /* any other moment */
};

enum lost { /* of the words of a flag, the least first */
	LOST_NOTHING,
	LOST_DATE, /* or it is broken */
	LOST_NOTE, /* or the end of it */
	LOST_HEAD, /* the end of it */
};

/* The words of a flag, wrapped to a width. */
struct sizing {
	bool valid;
	const char *line[HEAD_MOST + TAIL_MOST]; /* head, then tail */
	int head_lines, tail_lines;
	double width; /* of the widest line [unit] */
	enum lost lost;
	bool too_long; /* the head for this width */
	bool no_note;  /* the tail is the date alone */
};

struct flag {
	const struct cc_fact *fact;
	bool onset;          /* of a harm, whose course stands in its row */
	struct cc_span span; /* its own, or that of the onset */
	enum rank rank;
	bool turn_back; /* progression or relapse: its colour */
	struct cc_reach reach;
	const char *head;
	const char *kind;           /* of a progression; NULL: any other */
	const char *note, *when;    /* "" where there is nothing to add */
	const char *tail;           /* both of them */
	const char *offset; /* `when` in short, "+4 months"; or NULL */
	const char *both;           /* as one line where that fits; or NULL */
	const struct sizing *words; /* as wrapped at the width last tried */
	/* With the tail, and bare: of the widest that the row keeps. */
	struct sizing sizings[LIMITS][2];
	bool bare;    /* the head alone */
	bool brief;   /* its kind alone */
	bool dropped; /* a mark without words */
	struct cc_stem_item item;
	double bottom; /* of the stem */
	double sign;   /* x of what stands there */
	double radius; /* of it, 0: the stem alone */
};

struct flags {
	struct flag *all;
	struct cc_stem_item *items; /* of those with words, while placed */
	size_t count;
	bool worded;
	double widest; /* that the flags' words were last wrapped to [unit] */
	double height; /* of the words */
};

/* From one line of words to the next [unit]. */
double cc_flag_pitch(const struct cc_figure *figure);

/* Says all; once, as the words do not depend on the room for them. */
void cc_flags_word(struct cc_figure *figure, struct flags *row);

/* "infection, 3 Mar 2021"; either may be NULL or "". Never NULL. */
const char *cc_flag_join(
    struct cc_figure *figure, const char *a, const char *b);

/* The widest that words are wrapped to [unit]. */
double cc_flag_widest(const struct cc_figure *figure);

/* Takes the flag's words at the n-th width; returns what is lost. */
enum lost cc_flag_size(struct cc_figure *figure, struct flag *flag, size_t n);

/* Wraps the words and places the flags in the least height, as many of them as
 * there is room for; what goes without words is `dropped`. */
void cc_flags_fit(struct cc_figure *figure, struct flags *row);

#endif
