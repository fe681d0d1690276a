/* A scene as its counters look at it; shared by metrics*.c only. */
#ifndef CC_SCENE_SURVEY_H
#define CC_SCENE_SURVEY_H

#include "scene/metrics.h"

#define CC_TOUCH 0.5 /* [pt] */

struct cc_survey_text {
	guint item;
	struct cc_box ink;
};

struct cc_survey {
	const struct cc_scene *scene;
	struct cc_metrics *metrics;
	double touch;  /* [unit] */
	int *group;    /* by item: the innermost fact's GROUP, or -1 */
	GArray *texts; /* of struct cc_survey_text, in paint order */
};

static inline const struct cc_item *
cc_survey_item(const struct cc_survey *survey, guint item)
{
	return &survey->scene->items[item];
}

static inline bool
cc_survey_own(const struct cc_survey *survey, guint a, guint b)
{
	return survey->group[a] >= 0 && survey->group[a] == survey->group[b];
}

void cc_survey_fault(struct cc_survey *survey, enum cc_fault fault, guint item,
    guint other, struct cc_box box);

/* True where words have room beside what they name without crossing a line
 * that parts time. */
bool cc_survey_has_side(
    const struct cc_survey *survey, const struct cc_survey_text *text);

/* True where two are drawn alike, wherever they stand: as lines of the same
 * commands, in the same paint. */
bool cc_survey_same_form(const struct cc_item *a, const struct cc_item *b);
bool cc_survey_same_sign(const struct cc_item *a, const struct cc_item *b);
/* The same of two that have one form, as far as a triangle up is none down. */
bool cc_survey_same_way(const struct cc_item *a, const struct cc_item *b);

/* The counters beyond those of texts alone. */
void cc_survey_shapes(struct cc_survey *survey);
void cc_survey_stems(struct cc_survey *survey);
void cc_survey_legend(struct cc_survey *survey);
void cc_survey_signs(struct cc_survey *survey);
void cc_survey_blank(struct cc_survey *survey);
void cc_survey_words(struct cc_survey *survey);

#endif
