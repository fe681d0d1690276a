/* Stems that run through other stems. */
#include "scene/buckets.h"
#include "scene/shape.h"
#include "scene/survey.h"

struct stems {
	GArray *items; /* of guint, by edge */
	GArray *edges; /* of struct cc_edge */
	GArray *boxes; /* of struct cc_box */
};

static void
stem_add(struct stems *stems, guint index, const struct cc_item *item,
    GArray *scratch)
{
	cc_shape_edges(item, scratch);
	for (guint e = 0; e < scratch->len; e++) {
		const struct cc_edge *edge =
		    &g_array_index(scratch, struct cc_edge, e);
		const struct cc_box box = cc_edge_box(edge);

		if (!edge->drawn)
			continue;
		g_array_append_val(stems->items, index);
		g_array_append_val(stems->edges, *edge);
		g_array_append_val(stems->boxes, box);
	}
}

static void
stems_init(struct stems *stems, const struct cc_survey *survey)
{
	g_autoptr(GArray) scratch =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_edge));

	*stems = (struct stems){
	    .items = g_array_new(FALSE, FALSE, sizeof(guint)),
	    .edges = g_array_new(FALSE, FALSE, sizeof(struct cc_edge)),
	    .boxes = g_array_new(FALSE, FALSE, sizeof(struct cc_box)),
	};
	for (guint i = 0; i < survey->scene->count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);

		if (item->op == CC_OP_PATH && item->role == CC_ROLE_STEM)
			stem_add(stems, i, item, scratch);
	}
}

static void
stems_finish(struct stems *stems)
{
	g_array_unref(stems->items);
	g_array_unref(stems->edges);
	g_array_unref(stems->boxes);
}

static void
edge_cross(struct cc_survey *survey, const struct stems *stems, guint at,
    const GArray *near)
{
	const struct cc_edge *edge =
	    &g_array_index(stems->edges, struct cc_edge, at);
	const guint item = g_array_index(stems->items, guint, at);

	for (guint k = 0; k < near->len; k++) {
		const guint i = g_array_index(near, guint, k);
		const guint other = g_array_index(stems->items, guint, i);

		if (i < at && other != item &&
		    !cc_survey_own(survey, item, other) &&
		    cc_edges_cross(
			edge, &g_array_index(stems->edges, struct cc_edge, i)))
			cc_survey_fault(survey, CC_FAULT_STEM_STEM, item, other,
			    cc_edge_box(edge));
	}
}

void
cc_survey_stems(struct cc_survey *survey)
{
	g_autoptr(GArray) near = g_array_new(FALSE, FALSE, sizeof(guint));
	struct cc_buckets buckets;
	struct stems stems;

	stems_init(&stems, survey);
	cc_buckets_init(&buckets,
	    (const struct cc_box *)(void *)stems.boxes->data, stems.boxes->len);
	for (guint i = 0; i < stems.edges->len; i++) {
		if (survey->metrics->faults[CC_FAULT_STEM_STEM] ==
		    CC_FAULTS_MOST)
			break;
		cc_buckets_find(&buckets,
		    g_array_index(stems.boxes, struct cc_box, i), near);
		edge_cross(survey, &stems, i, near);
	}
	cc_buckets_finish(&buckets);
	stems_finish(&stems);
}
