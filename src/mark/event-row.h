/* A row of events. Shared by event*.c only. */
#ifndef CC_MARK_EVENT_ROW_H
#define CC_MARK_EVENT_ROW_H

#include "mark/cluster.h"
#include "layout/bar.h"
#include "layout/write.h"
#include "place/lanes.h"

/* Rows from top to bottom. */
enum group { GROUP_INFECTION, GROUP_ADVERSE, GROUP_EVENT };

struct happened {
	const struct cc_fact *fact;
	enum group group;
	struct cc_bar bar;
	const char *words;   /* its own: its name with the signs of its time */
	const char *name;    /* as drawn: a list of several, or cut */
	double from;         /* where it begins [unit] */
	double name_width;   /* [unit] */
	struct cc_fold fold; /* of the name, where that is wanted */
	const char *grade;   /* as drawn; NULL: none */
	bool moment;
	size_t stands_for; /* 1; of a cluster all, or 0: behind its mark */
	bool cut;          /* some of those are not named */
	bool grave;        /* it keeps its row */
	bool lost;         /* its row stays for others */
	struct cc_lane_item item;
};

struct events {
	enum group group;
	struct happened *all;
	struct cc_cluster_member *members; /* as many */
	size_t count, graves, lanes;
	bool keyed; /* the legend says what digits are, not the row's name */
};

/* The box in the middle of a moment's whisker: its grade, or how many it
 * stands for; its width. 0: a dot. */
double cc_event_box(const struct cc_figure *figure, const struct happened *e);

/* Whether a grade is drawn as a number, which has to be explained; and whether
 * the legend does it. */
bool cc_events_have_grades(const struct events *row);
bool cc_events_keyed(const struct cc_figure *figure, const struct events *row);

void cc_events_draw(struct cc_figure *figure, struct cc_track *track);

#endif
