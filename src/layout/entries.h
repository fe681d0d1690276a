/* What the legend and the caption explain, once anything that is drawn asks for
 * it: signs, colours of treatments, abbreviations. */
#ifndef CC_LAYOUT_ENTRIES_H
#define CC_LAYOUT_ENTRIES_H

#include "layout/theme.h"
#include "model/vocab.h"

#include <glib.h>

struct cc_figure;

/* Legend entries: each is shown once if anything asked for it. */
enum cc_legend {
	CC_LEGEND_COLLECTION,
	CC_LEGEND_TRANSPLANT,
	CC_LEGEND_PLANNED, /* a sign */
	CC_LEGEND_NOT_DONE,
	CC_LEGEND_CELL,
	CC_LEGEND_UNNAMED, /* a callout without words */
	CC_LEGEND_DEATH,
	CC_LEGEND_DEATH_UNNAMED, /* its callout has no words */
	CC_LEGEND_WHISKER,
	CC_LEGEND_PALE,
	CC_LEGEND_FADE,
	CC_LEGEND_STUB,
	CC_LEGEND_OPEN,
	CC_LEGEND_ONGOING,
	CC_LEGEND_BEFORE, /* began before the plot does */
	CC_LEGEND_CYCLES,
	CC_LEGEND_HELD,
	CC_LEGEND_DOSE,
	CC_LEGEND_DOSE_SLOPE, /* changed on some day of the slope */
	CC_LEGEND_REACHED,
	CC_LEGEND_IN_ORDER, /* a response among steps, until the next one */
	CC_LEGEND_CARRIED,
	CC_LEGEND_CARRIED_LOW, /* in a ribbon */
	CC_LEGEND_PROGRESSED,  /* likewise, where no word of it stands there */
	CC_LEGEND_RELAPSED,
	CC_LEGEND_BELOW,
	CC_LEGEND_ABOVE,
	CC_LEGEND_OFF_SCALE, /* nothing above 0, on a log scale */
	CC_LEGEND_SILENCE,   /* dashed, unless words say it */
	CC_LEGEND_RANGE,
	CC_LEGEND_THRESHOLD,
	CC_LEGEND_GRADE,
	CC_LEGEND_CTCAE_GRADE,
	CC_LEGEND_LARGER, /* a lesion, against the time before */
	CC_LEGEND_SMALLER,
	CC_LEGEND_SIZE, /* of a lesion, as the thickness of its bar */
	CC_LEGEND_SIZE_RING, /* the same, with one that is not written */
	CC_LEGEND_MEASURED, /* a lesion's size that is not written */
	CC_LEGEND_CLUSTER,
	CC_LEGEND_FOUND, /* in the genes, where others were not, or are new */
	CC_LEGEND_NEW_FINDING,
	CC_LEGEND_NOT_FOUND,
	CC_LEGEND_APPROXIMATE,
	CC_LEGEND_UNCERTAIN,
	CC_LEGEND_PLANNED_BAR, /* unless a sign says it */
	CC_LEGEND_NOT_DONE_BAR,
	CC_LEGEND_UNDATED,
	CC_LEGEND_OWN_RANGE, /* arrows of panels: what against */
	CC_LEGEND_ADULT_RANGE,
	CC_LEGEND_BREAK,
	CC_LEGEND_COUNT
};

struct cc_abbreviation {
	enum cc_scope scope;
	const char *scheme, *code;
	bool beside; /* something that is of no row has it, too */
	/* Its place in the caption, once somebody asked. */
	bool said;
	const char *text; /* NULL: it is obvious */
	double width;     /* of that [unit] */
};

/* What a colour of treatments stands for. */
struct cc_class_entry {
	struct cc_swatch swatch;
	const char **code; /* of classes */
	size_t count;
	const char *text; /* their names */
	double width;     /* of the entry [unit] */
};

struct cc_class_list {
	struct cc_class_entry *item; /* by appearance */
	size_t count;
};

static inline bool
cc_abbreviation_is(
    const struct cc_abbreviation *row, enum cc_scope scope, const char *code)
{
	return row->scope == scope && g_str_equal(row->code, code);
}

void cc_figure_legend(struct cc_figure *figure, enum cc_legend entry);
void cc_figure_abbreviation(struct cc_figure *figure, enum cc_scope scope,
    const char *scheme, const char *code);
/* The same of a fact's code, unless the author's words stand in its place. */
void cc_figure_abbreviation_of(
    struct cc_figure *figure, enum cc_scope scope, const struct cc_fact *fact);
/* The same where the author's own word for it is what is drawn. */
void cc_figure_word(
    struct cc_figure *figure, enum cc_scope scope, const char *code);
void cc_figure_word_of(
    struct cc_figure *figure, enum cc_scope scope, const struct cc_fact *fact);

#endif
