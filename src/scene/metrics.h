/* What can be counted on a finished scene by roles and groups: the faults that
 * a figure must not have, and a few sizes. Pure functions. */
#ifndef CC_SCENE_METRICS_H
#define CC_SCENE_METRICS_H

#include "scene/scene.h"

/* A text is its ink box. It touches what comes nearer than 0.5 pt.
 *
 * A shape is a RECT or a PATH with fill or stroke, or an IMAGE; rounded corners
 * count as square, dashes as solid. Backdrop is what has the role page, panel,
 * band, grid or fill: words may stand on it and cross its edges.
 *
 * A text's ground is the topmost area, painted before it, that holds its ink
 * box whole (a bar, a pill, a panel): it is the text's own, and what was
 * painted before the ground is hidden there. Its own, too, is all that has the
 * same innermost group of a fact; outside of facts nothing is. Everything else
 * that it touches is a fault, whether painted below or above it.
 *
 * Stems are PATHs of the role stem. Two cross where they run through each
 * other at an angle: stems on one line, as of one day's events, do not. */
enum cc_fault {
	CC_FAULT_TEXT_TEXT,    /* two texts touch */
	CC_FAULT_TEXT_SHAPE,   /* a text and a strange shape, stems apart */
	CC_FAULT_TEXT_CLIPPED, /* ink beyond the page */
	CC_FAULT_STEM_STEM,    /* stems of two groups cross */
	CC_FAULT_STEM_TEXT,    /* a stem through words of another group */
	CC_FAULT_LOW_CONTRAST, /* a text below CC_CONTRAST_LEAST */
	/* Words cross a line that parts time, and have room beside what they
	 * name without. */
	CC_FAULT_WORD_CUT,
	CC_FAULT_ENTRY_ENTRY, /* two entries of the legend look alike */
	CC_FAULT_ENTRY_NONE,  /* the sign of one is nowhere in the picture */
	/* A sign that neither the legend nor words explain, of those in
	 * scene->missing: once for each entry that is. */
	CC_FAULT_SIGN_NONE,
	CC_FAULT_COUNT
};

const char *cc_fault_word(enum cc_fault fault); /* "text_text" */

/* WCAG 2.1, 1.4.3 (AA). */
#define CC_CONTRAST_LEAST 4.5

/* Each kind is counted so far: a heap of n texts has n * n faults. */
#define CC_FAULTS_MOST 9999
/* So many are kept with their places. */
#define CC_PLACES_MOST 100

struct cc_place_of_fault {
	enum cc_fault fault;
	guint item;  /* the text, or the later stem */
	guint other; /* the other text, shape or stem; else the item again */
	struct cc_box box; /* of the item's ink [unit] */
};

struct cc_metrics {
	size_t items, texts;
	size_t faults[CC_FAULT_COUNT];
	GArray *places;    /* of struct cc_place_of_fault; owned */
	double least_text; /* [pt] as printed; 0: no text */
	/* Text against the topmost area under its centre and corners; 21 where
	 * there is no text. */
	double least_contrast;
	/* Of the page's height: bands in which nothing but ground, grid and
	 * stems is, less the air that parts rows. */
	double blank;
	double word_far; /* the farthest from what it names [pt] */
	guint far_word;  /* which text that is; where it is far */
};

/* Lends the extents of ink; the room text/ has one. */
struct cc_ink {
	/* Of one line of text that starts at the origin, y downward [em]. */
	struct cc_box (*box)(struct cc_ink *ink, const char *text, bool bold);
};

/* Counts, in a time near linear where items are spread over the page. Where
 * `ink` is NULL a text's ink reaches from the capitals' height to the
 * descenders (cc_item_box). */
void cc_metrics_count(struct cc_metrics *metrics, const struct cc_scene *scene,
    struct cc_ink *ink);
void cc_metrics_finish(struct cc_metrics *metrics);

/* The innermost fact that holds the item: the index of its GROUP, or -1. */
int cc_metrics_group(const struct cc_scene *scene, guint item);

#endif
