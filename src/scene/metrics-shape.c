/* Texts against shapes: what runs into words, and what they stand on. */
#include "scene/buckets.h"
#include "scene/shape.h"
#include "scene/survey.h"

#include <math.h>

/* What is looked for near a text: the area of a filled shape, or one edge of a
 * line. */
struct piece {
	guint item;
	bool area;
	struct cc_edge edge;
	double reach; /* half the stroke [unit] */
};

struct pieces {
	struct cc_survey *survey;
	GArray *all;   /* of struct piece, in paint order */
	GArray *boxes; /* of struct cc_box, strokes included */
	struct cc_buckets buckets;
	guint *met;           /* by item: 1 + the last text that met it */
	GArray *near, *edges; /* scratch */
};

static bool
is_backdrop(enum cc_role role)
{
	return role == CC_ROLE_PAGE || role == CC_ROLE_PANEL ||
	       role == CC_ROLE_BAND || role == CC_ROLE_GRID ||
	       role == CC_ROLE_DIVIDE || role == CC_ROLE_FILL;
}

static bool
is_shape(const struct cc_item *item)
{
	return cc_item_is_shape(item) || item->op == CC_OP_IMAGE;
}

static void
piece_add(struct pieces *pieces, struct piece piece, struct cc_box box)
{
	box = cc_box_grown(box, piece.reach);
	g_array_append_val(pieces->all, piece);
	g_array_append_val(pieces->boxes, box);
}

/* A line is added edge by edge: the box of a long curve is near everything. */
static void
line_add(struct pieces *pieces, guint index, const struct cc_item *item)
{
	cc_shape_edges(item, pieces->edges);
	for (guint e = 0; e < pieces->edges->len; e++) {
		const struct piece piece = {
		    .item = index,
		    .edge = g_array_index(pieces->edges, struct cc_edge, e),
		    .reach = item->paint.width / 2,
		};

		if (piece.edge.drawn)
			piece_add(pieces, piece, cc_edge_box(&piece.edge));
	}
}

/* From its top to its bottom: it is painted with gaps where words stand. */
static void
divide_add(struct pieces *pieces, guint index, const struct cc_item *item)
{
	const struct cc_box box = cc_item_box(item);
	const double x = cc_box_centre(box).x;
	const struct piece piece = {
	    .item = index,
	    .edge = {{x, box.y}, {x, cc_box_bottom(box)}, true},
	    .reach = item->paint.width / 2,
	};

	piece_add(pieces, piece, cc_edge_box(&piece.edge));
}

static void
shape_add(struct pieces *pieces, guint index, const struct cc_item *item)
{
	const struct piece area = {.item = index, .area = true};

	if (item->role == CC_ROLE_DIVIDE)
		divide_add(pieces, index, item);
	/* The box has the stroke already. */
	else if (item->op == CC_OP_IMAGE || item->paint.fill != CC_NO_COLOUR)
		piece_add(pieces, area, cc_item_box(item));
	else if (item->paint.stroke != CC_NO_COLOUR && !is_backdrop(item->role))
		line_add(pieces, index, item);
}

static void
pieces_init(struct pieces *pieces, struct cc_survey *survey)
{
	const size_t count = survey->scene->count;

	*pieces = (struct pieces){
	    .survey = survey,
	    .all = g_array_new(FALSE, FALSE, sizeof(struct piece)),
	    .boxes = g_array_new(FALSE, FALSE, sizeof(struct cc_box)),
	    .met = g_new0(guint, count),
	    .near = g_array_new(FALSE, FALSE, sizeof(guint)),
	    .edges = g_array_new(FALSE, FALSE, sizeof(struct cc_edge)),
	};
	for (guint i = 0; i < count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);

		if (is_shape(item))
			shape_add(pieces, i, item);
	}
	cc_buckets_init(&pieces->buckets,
	    (const struct cc_box *)(void *)pieces->boxes->data,
	    pieces->boxes->len);
}

static void
pieces_finish(struct pieces *pieces)
{
	cc_buckets_finish(&pieces->buckets);
	g_array_unref(pieces->all);
	g_array_unref(pieces->boxes);
	g_array_unref(pieces->near);
	g_array_unref(pieces->edges);
	g_free(pieces->met);
}

static const struct piece *
piece_near(const struct pieces *pieces, guint k)
{
	return &g_array_index(
	    pieces->all, struct piece, g_array_index(pieces->near, guint, k));
}

/* The topmost area below the item that covers the point, or holds the box
 * where one is given; -1: none. */
static int
area_below(struct pieces *pieces, guint item, struct cc_point point,
    const struct cc_box *box)
{
	const struct cc_box spot = {point.x, point.y, 0, 0};

	/* One cell is asked: what it gives is in paint order. */
	cc_buckets_find(&pieces->buckets, spot, pieces->near);
	for (guint k = pieces->near->len; k-- > 0;) {
		const struct piece *piece = piece_near(pieces, k);
		const struct cc_item *shape =
		    cc_survey_item(pieces->survey, piece->item);

		if (piece->item > item || shape->paint.fill == CC_NO_COLOUR)
			continue;
		cc_shape_edges(shape, pieces->edges);
		if (box != NULL ? cc_area_holds(pieces->edges, *box)
				: cc_area_covers(pieces->edges, point))
			return (int)piece->item;
	}
	return -1;
}

static bool
piece_meets(struct pieces *pieces, const struct piece *piece, struct cc_box box)
{
	const struct cc_item *item =
	    cc_survey_item(pieces->survey, piece->item);
	const double stroke =
	    item->paint.stroke != CC_NO_COLOUR ? item->paint.width / 2 : 0;

	box = cc_box_grown(box, stroke);
	if (!piece->area)
		return cc_edge_meets(&piece->edge, box);
	cc_shape_edges(item, pieces->edges);
	return cc_area_meets(pieces->edges, box);
}

/* What it is that a shape, which is not the text's own, is in its way; none is
 * CC_FAULT_COUNT. */
static enum cc_fault
fault_of(const struct cc_survey *survey, enum cc_role role,
    const struct cc_survey_text *text)
{
	if (role == CC_ROLE_DIVIDE)
		return cc_survey_has_side(survey, text) ? CC_FAULT_WORD_CUT
		                                        : CC_FAULT_COUNT;
	if (is_backdrop(role))
		return CC_FAULT_COUNT;
	return role == CC_ROLE_STEM ? CC_FAULT_STEM_TEXT : CC_FAULT_TEXT_SHAPE;
}

/* `number` is the text's, from 1. */
static void
text_meets(
    struct pieces *pieces, const struct cc_survey_text *text, guint number)
{
	struct cc_survey *survey = pieces->survey;
	const int ground = area_below(
	    pieces, text->item, cc_box_centre(text->ink), &text->ink);
	const struct cc_box box = cc_box_grown(text->ink, survey->touch);

	cc_buckets_find(&pieces->buckets, box, pieces->near);
	for (guint k = 0; k < pieces->near->len; k++) {
		const struct piece *piece = piece_near(pieces, k);
		enum cc_fault fault;

		if ((int)piece->item <= ground ||
		    pieces->met[piece->item] == number ||
		    cc_survey_own(survey, piece->item, text->item) ||
		    !piece_meets(pieces, piece, box))
			continue;
		fault = fault_of(
		    survey, cc_survey_item(survey, piece->item)->role, text);
		if (fault == CC_FAULT_COUNT)
			continue;
		pieces->met[piece->item] = number;
		cc_survey_fault(
		    survey, fault, text->item, piece->item, text->ink);
	}
}

static double
contrast_at(struct pieces *pieces, guint item, struct cc_point point)
{
	const struct cc_survey *survey = pieces->survey;
	const int ground = area_below(pieces, item, point, NULL);
	const cc_colour below =
	    ground < 0
		? survey->scene->background
		: cc_item_fill(cc_survey_item(survey, (guint)ground), point.x);

	return cc_colour_contrast(
	    cc_survey_item(survey, item)->text.colour, below);
}

static void
text_contrast(struct pieces *pieces, const struct cc_survey_text *text)
{
	struct cc_metrics *metrics = pieces->survey->metrics;
	const struct cc_box ink = text->ink;
	const double right = cc_box_right(ink), bottom = cc_box_bottom(ink);
	const struct cc_point points[] = {cc_box_centre(ink), {ink.x, ink.y},
	    {right, ink.y}, {ink.x, bottom}, {right, bottom}};
	double least = INFINITY;

	for (guint i = 0; i < G_N_ELEMENTS(points); i++)
		least = fmin(least, contrast_at(pieces, text->item, points[i]));
	metrics->least_contrast = fmin(metrics->least_contrast, least);
	if (least < CC_CONTRAST_LEAST)
		cc_survey_fault(pieces->survey, CC_FAULT_LOW_CONTRAST,
		    text->item, text->item, ink);
}

void
cc_survey_shapes(struct cc_survey *survey)
{
	struct pieces pieces;

	pieces_init(&pieces, survey);
	for (guint i = 0; i < survey->texts->len; i++) {
		const struct cc_survey_text *text =
		    &g_array_index(survey->texts, struct cc_survey_text, i);

		if (survey->metrics->faults[CC_FAULT_TEXT_SHAPE] <
		    CC_FAULTS_MOST)
			text_meets(&pieces, text, i + 1);
		text_contrast(&pieces, text);
	}
	pieces_finish(&pieces);
}
