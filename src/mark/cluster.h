/* Things of one day that are too many for a mark each: one mark with their
 * number, and a list. Shared by the rows of moments. */
#ifndef CC_MARK_CLUSTER_H
#define CC_MARK_CLUSTER_H

#include "layout/draw.h"

#define CC_CLUSTER_ALONE SIZE_MAX

/* A moment of a row, in the order of starts. */
struct cc_cluster_member {
	const struct cc_fact *fact;
	bool may;         /* stand in a list: a moment of no rank of its own */
	const char *name; /* of it in the list */
	size_t leader;    /* index of the first of its cluster, or ALONE */
	size_t count;     /* of a leader: all that it stands for */
};

/* Finds the clusters: more of one time than the figure has room to list below
 * each other. */
void cc_clusters_find(const struct cc_figure *figure,
    struct cc_cluster_member *members, size_t count);

/* The names behind the mark of the leader `first`, "fever, rash, fall +5" in
 * at most `room`; `cut` where some are not named. NULL, and the cluster is no
 * more, where there is height to name all of them one by one. */
const char *cc_cluster_list(struct cc_figure *figure,
    struct cc_cluster_member *members, size_t count, size_t first, double room,
    bool *cut);

/* The tooltip of the mark of the leader `first`: of each its own. */
const char *cc_cluster_tip(struct cc_figure *figure,
    const struct cc_cluster_member *members, size_t first);

/* The mark: a box round "×8", centred; its width. */
double cc_cluster_width(const struct cc_figure *figure, size_t count);
void cc_draw_cluster(
    struct cc_figure *figure, double x, double y, size_t count);

#endif
