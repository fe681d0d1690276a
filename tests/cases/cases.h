/* Realistic random cases over the whole model, for the audit, the benchmark,
 * the goldens and the fuzzers. The same knobs give the same bytes. */
#ifndef CC_CASES_H
#define CC_CASES_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Each is one word of the command line; 0 leaves it to the seed. */
enum cc_known { /* how finely times are known */
	CC_KNOWN_DRAWN,
	CC_KNOWN_MINUTE,
	CC_KNOWN_DAY,
	CC_KNOWN_MONTH,
	CC_KNOWN_YEAR,
	CC_KNOWN_MIXED,
	CC_KNOWN_COUNT
};

enum cc_labelling { /* how long the words of the case's own are */
	CC_LABELLING_DRAWN,
	CC_LABELLING_NONE, /* only where there is no code */
	CC_LABELLING_SHORT,
	CC_LABELLING_NORMAL,
	CC_LABELLING_LONG,
	CC_LABELLING_HUGE, /* 2,000 characters, the most that is legal */
	CC_LABELLING_COUNT
};

enum cc_script {
	CC_SCRIPT_DRAWN,
	CC_SCRIPT_EN,
	CC_SCRIPT_ZH,
	CC_SCRIPT_MIXED, /* both */
	CC_SCRIPT_COUNT
};

enum cc_structure {
	CC_STRUCTURE_DRAWN,
	CC_STRUCTURE_NATURAL,
	CC_STRUCTURE_ONE_DAY,  /* everything on one day */
	CC_STRUCTURE_HEAP,     /* most of it on two or three days */
	CC_STRUCTURE_OUTLIER,  /* one thing a lifetime off */
	CC_STRUCTURE_PARALLEL, /* many treatments at once */
	CC_STRUCTURE_LABS,     /* many tests, many values */
	CC_STRUCTURE_UNDATED,  /* most of it known only as after another */
	/* As case reports tell them (report.c); drawn only where asked for. */
	CC_STRUCTURE_SPARSE,   /* a handful over years */
	CC_STRUCTURE_CHAIN,    /* half of it known by its order alone */
	CC_STRUCTURE_DATELESS, /* all of it */
	CC_STRUCTURE_PLANS,    /* half of it planned or not done */
	CC_STRUCTURE_CLOCKED,  /* counted by a clock, in decimals */
	CC_STRUCTURE_PAIR,     /* two patients */
	CC_STRUCTURE_YOUNG,    /* a child */
	CC_STRUCTURE_COUNT
};

struct cc_knobs {
	uint64_t seed;
	int events;   /* facts wanted, about; 0: drawn */
	int64_t span; /* from the first to the last [min]; 0: drawn */
	int doubt;    /* share of times with ~ ? or brackets [%]; -1: drawn */
	const char *disease; /* a code of the profiles; NULL: drawn */
	enum cc_known known;
	enum cc_labelling labelling;
	enum cc_script script;
	enum cc_structure structure;
};

/* Most that a knob can ask for. */
#define CC_KNOBS_EVENTS_MAX 1000000
#define CC_KNOBS_SPAN_MAX (INT64_C(8700) * 525960) /* [min] */

void cc_knobs_init(struct cc_knobs *knobs, uint64_t seed);

/* Sets a knob by its word of the command line without dashes: seed, events,
 * span (36h, 40d, 7w, 5m, 12y), doubt, disease, precision, labels, script,
 * structure. False where there is no such knob or value; *legal then says what
 * would be right (the caller frees it). */
bool cc_knobs_set(
    struct cc_knobs *knobs, const char *name, const char *value, char **legal);

/* Draws from the seed what was left to it. */
void cc_knobs_draw(struct cc_knobs *knobs);

/* Appends "--seed 7 --span 12y ...": what repeats this case. */
void cc_knobs_describe(const struct cc_knobs *knobs, GString *to);

/* Appends one <case>, without the XML declaration. */
void cc_case_generate(const struct cc_knobs *knobs, GString *to);

#endif
