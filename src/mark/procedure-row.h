/* A row of procedures. Shared by procedure*.c only. */
#ifndef CC_MARK_PROCEDURE_ROW_H
#define CC_MARK_PROCEDURE_ROW_H

#include "layout/draw.h"
#include "mark/act.h"
#include "mark/cluster.h"
#include "place/lanes.h"

struct done {
	const struct cc_fact *fact;
	enum cc_act_look look;
	struct cc_reach reach;
	const char *bare;        /* what was done, nothing more */
	const char *name, *rest; /* bold, then plain */
	const char *alone;       /* the name where nothing follows; or NULL */
	double gap;              /* between them [unit] */
	double name_width;
	bool bold;
	bool untold;     /* there was no room for what follows the name */
	bool on_whisker; /* words behind the sign, over the whisker */
	enum cc_sign sign;
	enum cc_colour_role colour;
	enum cc_legend legend;
	size_t stands_for; /* 1; of a cluster all, or 0: behind its mark */
	bool again;        /* done from the first to the last day of its reach */
	bool cut;          /* some of those are not named */
	struct cc_lane_item item;
	double x, y;
};

struct procedures {
	struct done *all;
	struct cc_cluster_member *members; /* as many */
	size_t count, lanes;
};

/* Gives it its words, and the sign of what was planned or not done. */
void cc_procedure_name(struct cc_figure *figure, struct done *d);

const char *cc_procedure_in_list(
    struct cc_figure *figure, const struct done *d);

#endif
