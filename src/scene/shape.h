/* Shapes as straight edges, and where these run. For the counters. */
#ifndef CC_SCENE_SHAPE_H
#define CC_SCENE_SHAPE_H

#include "scene/scene.h"

struct cc_edge {
	struct cc_point from, to;
	bool drawn; /* false: only closes an area */
};

/* Replaces `edges` (of struct cc_edge) by those of a RECT, PATH or IMAGE;
 * curves become chords. */
void cc_shape_edges(const struct cc_item *item, GArray *edges);

/* True where the area inside of the edges has the point (non-zero winding). */
bool cc_area_covers(const GArray *edges, struct cc_point point);
/* True where it has any of the box, or all of it. */
bool cc_area_meets(const GArray *edges, struct cc_box box);
bool cc_area_holds(const GArray *edges, struct cc_box box);

bool cc_edge_meets(const struct cc_edge *edge, struct cc_box box);
/* True where they run through each other; touching is not crossing. */
bool cc_edges_cross(const struct cc_edge *a, const struct cc_edge *b);
struct cc_box cc_edge_box(const struct cc_edge *edge);

struct cc_point cc_box_centre(struct cc_box box);
struct cc_box cc_box_grown(struct cc_box box, double by);

#endif
