/* Sizes of a figure: templates/sizes/, files of several sizes each. */
#ifndef CC_LAYOUT_SIZE_H
#define CC_LAYOUT_SIZE_H

#include "base/arena.h"
#include "base/diag.h"

enum cc_type_role {
	CC_TYPE_TITLE,
	CC_TYPE_SUBTITLE,
	CC_TYPE_BAR,  /* names in bars */
	CC_TYPE_NAME, /* rows, callouts, events */
	CC_TYPE_BODY, /* ticks, sub-names, legend, caption */
	CC_TYPE_LEAST,
	CC_TYPE_COUNT
};

enum cc_stroke {
	CC_STROKE_HAIRLINE,
	CC_STROKE_AXIS,
	CC_STROKE_WHISKER,
	CC_STROKE_CURVE,
	CC_STROKE_RESPONSE,
	CC_STROKE_COUNT
};

/* What a size has no room for, or its publisher sets itself. */
enum cc_part {
	CC_PART_TITLE,
	CC_PART_SUBTITLE,
	CC_PART_BASELINE, /* strip of values at diagnosis */
	CC_PART_GENETICS,
	CC_PART_LEGEND,
	CC_PART_CAPTION,
	CC_PART_COUNT
};

/* Lengths in the size's own unit: px for screens, pt for all else. */
struct cc_size {
	const char *name;
	const char *about;   /* "" where unsaid, as the next two */
	const char *source;  /* where the numbers were read */
	const char *checked; /* when: "2024-05-01" */
	bool reviewed;
	double unit; /* [pt a unit] */
	double width;
	double height;     /* of a fixed page, else 0: the content's */
	double max_height; /* the page's, or the publisher's; INFINITY: none */
	bool fixed_height;
	double margin;
	double leading; /* u */
	double type[CC_TYPE_COUNT];
	double stroke[CC_STROKE_COUNT];
	double text_min; /* what the publisher allows; 0: nothing said */
	double line_min;
	bool part[CC_PART_COUNT];
	bool patterns; /* false: the publisher forbids hatching */
	bool goes_on;  /* a course takes as many pages as it needs */
};

struct cc_sizes; /* all sizes of a context */

struct cc_sizes *cc_sizes_create(void);
void cc_sizes_destroy(struct cc_sizes *sizes); /* takes NULL */

/* Adds a file of sizes; one of the same name is replaced. The source must
 * outlive the sizes. */
bool cc_sizes_add(struct cc_sizes *sizes, const struct cc_source *source,
    struct cc_diags *diags);

/* A size by name, or "WxH" with mm, in, px or pt: "180x120mm". NULL after a
 * diagnostic that offers the nearest name, at the place where the name stands.
 * Borrowed. */
const struct cc_size *cc_sizes_find(struct cc_sizes *sizes, const char *name,
    struct cc_pos pos, struct cc_diags *diags);

/* The size for words of a language: Chinese, Japanese and Korean are set at
 * 1.2 times the least text that the publisher asks for, as their signs have
 * more strokes. The size itself, or a copy in the arena. */
const struct cc_size *cc_size_for(
    const struct cc_size *size, const char *lang, struct cc_arena *arena);

/* All in the order of adding. Borrowed. */
const struct cc_size *const *cc_sizes_list(
    const struct cc_sizes *sizes, size_t *count);

#endif
