/* A row of procedures. Shared by procedure*.c only. */
#ifndef CC_MARK_PROCEDURE_ROW_H
#define CC_MARK_PROCEDURE_ROW_H

#include "layout/divide.h"
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
	struct cc_fold fold; /* of all of its words, where that is wanted */
	bool bold;
	bool untold;     /* there was no room for what follows the name */
	bool on_whisker; /* words behind the sign, over the whisker */
	enum cc_sign sign;
	enum cc_colour_role colour;
	enum cc_legend legend;
	size_t stands_for; /* 1; of a cluster all, or 0: behind its mark */
	bool again; /* done from the first to the last day of its reach */
	bool cut;   /* some of those are not named */
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

/* Half the width of its sign. */
double cc_procedure_radius(
    const struct cc_figure *figure, const struct done *d);
/* The first and the last day of an act that was done again and again: not some
 * day within. */
bool cc_procedure_is_stretch(const struct done *d, double radius);

/* For the words on the wider side of the mark; where its time is so uncertain
 * that there is little, behind the sign on the whisker. */
double cc_procedure_room(const struct cc_figure *figure, struct done *d);
/* Its place in a lane, with the words that there is room for. */
void cc_procedure_fit(
    struct cc_figure *figure, const struct cc_divides *divides, struct done *d);
/* Room for its words on two lines behind the line of a death, at the least. */
void cc_procedure_ask_behind(
    struct cc_figure *figure, struct cc_track *track, const struct done *d);
/* Writes them where the lanes put them. */
void cc_procedure_write(struct cc_figure *figure, const struct done *d);

const char *cc_procedure_in_list(
    struct cc_figure *figure, const struct done *d);

#endif
