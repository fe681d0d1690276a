/* The survey of a scene, and what is counted of its texts alone. */
#include "scene/buckets.h"
#include "scene/shape.h"
#include "scene/survey.h"

#include <math.h>

/* A coordinate's rounding is no fault. [unit] */
#define ROUNDING 0.01

static const char *const fault_words[] = {
    [CC_FAULT_TEXT_TEXT] = "text_text",
    [CC_FAULT_TEXT_SHAPE] = "text_shape",
    [CC_FAULT_TEXT_CLIPPED] = "text_clipped",
    [CC_FAULT_STEM_STEM] = "stem_stem",
    [CC_FAULT_STEM_TEXT] = "stem_text",
    [CC_FAULT_LOW_CONTRAST] = "low_contrast",
    [CC_FAULT_WORD_CUT] = "word_cut",
    [CC_FAULT_ENTRY_ENTRY] = "entry_entry",
    [CC_FAULT_ENTRY_NONE] = "entry_none",
    [CC_FAULT_SIGN_NONE] = "sign_none",
};
G_STATIC_ASSERT(G_N_ELEMENTS(fault_words) == CC_FAULT_COUNT);

const char *
cc_fault_word(enum cc_fault fault)
{
	return fault_words[fault];
}

void
cc_survey_fault(struct cc_survey *survey, enum cc_fault fault, guint item,
    guint other, struct cc_box box)
{
	struct cc_metrics *metrics = survey->metrics;
	const struct cc_place_of_fault place = {fault, item, other, box};

	if (metrics->faults[fault] == CC_FAULTS_MOST)
		return;
	metrics->faults[fault]++;
	if (metrics->places->len < CC_PLACES_MOST)
		g_array_append_val(metrics->places, place);
}

static struct cc_box
text_ink(const struct cc_item *item, struct cc_ink *ink)
{
	const struct cc_box whole = cc_item_box(item);
	const double size = item->text.size;
	struct cc_box box;

	if (ink == NULL)
		return whole;
	box = ink->box(ink, item->text.string, item->text.bold);
	return (struct cc_box){whole.x + box.x * size,
	    item->text.at.y + box.y * size, box.width * size,
	    box.height * size};
}

static void
text_add(struct cc_survey *survey, guint index, struct cc_ink *ink)
{
	struct cc_metrics *metrics = survey->metrics;
	const struct cc_item *item = cc_survey_item(survey, index);
	const struct cc_survey_text text = {index, text_ink(item, ink)};
	const double points = item->text.size * survey->scene->unit;

	g_array_append_val(survey->texts, text);
	if (metrics->texts++ == 0 || points < metrics->least_text)
		metrics->least_text = points;
}

static bool
is_fact(const struct cc_item *item)
{
	return item->op == CC_OP_GROUP && item->group.kind == CC_GROUP_FACT;
}

static void
survey_init(struct cc_survey *survey, const struct cc_scene *scene,
    struct cc_metrics *metrics, struct cc_ink *ink)
{
	/* The fact that each open group is, or is in. */
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));

	*survey = (struct cc_survey){
	    .scene = scene,
	    .metrics = metrics,
	    .touch = CC_TOUCH / scene->unit,
	    .group = g_new(int, scene->count),
	    .texts = g_array_new(FALSE, FALSE, sizeof(struct cc_survey_text)),
	};
	for (guint i = 0; i < scene->count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);
		const int fact = open->len > 0
		                     ? g_array_index(open, int, open->len - 1)
		                     : -1;
		const int within = is_fact(item) ? (int)i : fact;

		survey->group[i] = fact;
		if (item->op == CC_OP_GROUP)
			g_array_append_val(open, within);
		else if (item->op == CC_OP_END)
			g_array_set_size(open, open->len - 1);
		else if (item->op == CC_OP_TEXT)
			text_add(survey, i, ink);
	}
}

static void
survey_finish(struct cc_survey *survey)
{
	g_free(survey->group);
	g_array_unref(survey->texts);
}

static void
survey_page(struct cc_survey *survey)
{
	const struct cc_scene *scene = survey->scene;

	for (guint i = 0; i < survey->texts->len; i++) {
		const struct cc_survey_text *text =
		    &g_array_index(survey->texts, struct cc_survey_text, i);
		const struct cc_box ink = cc_box_grown(text->ink, -ROUNDING);

		if (ink.x < 0 || ink.y < 0 ||
		    cc_box_right(ink) > scene->width ||
		    cc_box_bottom(ink) > scene->height)
			cc_survey_fault(survey, CC_FAULT_TEXT_CLIPPED,
			    text->item, text->item, text->ink);
	}
}

static void
survey_texts(struct cc_survey *survey)
{
	const guint count = survey->texts->len;
	g_autofree struct cc_box *boxes = g_new(struct cc_box, count);
	g_autoptr(GArray) near = g_array_new(FALSE, FALSE, sizeof(guint));
	struct cc_buckets buckets;

	for (guint i = 0; i < count; i++)
		boxes[i] =
		    g_array_index(survey->texts, struct cc_survey_text, i).ink;
	cc_buckets_init(&buckets, boxes, count);
	for (guint i = 0; i < count; i++) {
		const struct cc_survey_text *text =
		    &g_array_index(survey->texts, struct cc_survey_text, i);

		if (survey->metrics->faults[CC_FAULT_TEXT_TEXT] ==
		    CC_FAULTS_MOST)
			break;
		cc_buckets_find(&buckets,
		    cc_box_grown(text->ink, survey->touch - ROUNDING), near);
		for (guint k = 0; k < near->len; k++) {
			const guint j = g_array_index(near, guint, k);

			if (j < i)
				cc_survey_fault(survey, CC_FAULT_TEXT_TEXT,
				    text->item,
				    g_array_index(
					survey->texts, struct cc_survey_text, j)
					.item,
				    text->ink);
		}
	}
	cc_buckets_finish(&buckets);
}

void
cc_metrics_count(struct cc_metrics *metrics, const struct cc_scene *scene,
    struct cc_ink *ink)
{
	struct cc_survey survey;

	*metrics = (struct cc_metrics){
	    .items = scene->count,
	    .places =
		g_array_new(FALSE, FALSE, sizeof(struct cc_place_of_fault)),
	    .least_contrast = 21,
	};
	survey_init(&survey, scene, metrics, ink);
	survey_page(&survey);
	survey_texts(&survey);
	cc_survey_shapes(&survey);
	cc_survey_stems(&survey);
	cc_survey_legend(&survey);
	cc_survey_signs(&survey);
	cc_survey_blank(&survey);
	cc_survey_words(&survey);
	survey_finish(&survey);
}

void
cc_metrics_finish(struct cc_metrics *metrics)
{
	g_array_unref(metrics->places);
}

int
cc_metrics_group(const struct cc_scene *scene, guint item)
{
	int depth = 0;

	while (item-- > 0) {
		const struct cc_item *before = &scene->items[item];

		if (before->op == CC_OP_END)
			depth++;
		else if (before->op == CC_OP_GROUP && depth > 0)
			depth--;
		else if (is_fact(before))
			return (int)item;
	}
	return -1;
}
