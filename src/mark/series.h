/* A row of curves. Shared by series*.c only. */
#ifndef CC_MARK_SERIES_H
#define CC_MARK_SERIES_H

#include "follow/follow.h"
#include "layout/draw.h"
#include "mark/act.h"
#include "mark/spot.h"

#define GROUP_MAX 4
#define GUIDES_MAX 5
/* How far a comma and names reach below the line of digits [type size]. */
#define DEEP 0.18
/* Digits stand on the baseline; names and Chinese signs are higher. */
#define DIGITS_HIGH 0.78
#define NAMES_HIGH 0.9

struct sample {
	double x;      /* as drawn: two of one day stand side by side [unit] */
	double number; /* of two the greater */
	const struct cc_reading *reading;
	const struct cc_value *value; /* as the file has it */
	const struct cc_value *shown; /* the same in the plot's unit */
	double y;
	double radius;         /* of its sign; 0: it has none [unit] */
	struct cc_reach reach; /* of the days that it may be of */
	bool silence;          /* a long one, since the one before */
	bool joined;           /* by a line to that; dashed across a silence */
	bool alone;            /* no line joins it */
	bool loose;            /* it has no date: at its place in the order */
	bool off;      /* below what a log scale has a place for: at its foot */
	bool labelled; /* its value has words */
};

/* Two numbers, a range or a pair: a bar between them, joined to nothing. */
static inline bool
cc_sample_is_bar(const struct sample *sample)
{
	return sample->shown->form != CC_VALUE_ONE;
}

/* The side of the plot that a value axis stands on. */
enum side { SIDE_LEFT, SIDE_RIGHT, SIDES };

struct curve {
	const struct cc_curve *source;
	enum side side;
	/* What tells it from the others of its row. */
	enum cc_sign sign;
	bool light;
	bool step;
	const struct cc_fact *fact; /* the series that began it */
	const char *part; /* compartment within the group; NULL alone */
	const char *unit; /* of the axis, as written; NULL unknown */
	/* In a row that several tests share: what the key calls it. */
	const char *name, *brief; /* brief: its code, where that is short */
	struct sample *samples;   /* dated, behind those the loose ones */
	size_t count, loose;
	size_t end; /* of its group: that item; 0: nothing was painted */
	/* Of what the value axis has to show; and the least above zero. */
	double least, most, least_above;
	/* From there on words are behind its patient's death [unit]. */
	double over;
};

/* Those without a date too. */
static inline size_t
cc_curve_shown(const struct curve *curve)
{
	return curve->count + curve->loose;
}

struct guide { /* a tick of the value axis */
	double number;
	const char *text; /* in the language */
	double width;     /* of that [unit] */
};

/* A value axis. */
struct scale {
	bool log;
	double low, high; /* log: decades */
	struct guide guides[GUIDES_MAX];
	size_t guide_count; /* 0: there is no such axis */
	double greatest;    /* number on it: others are grouped like it */
};

struct plot {
	struct curve curves[GROUP_MAX];
	size_t curve_count;
	const char *unit;
	const char *brief; /* code of the row's short name; NULL: in full */
	struct scale scales[SIDES];
	double top, bottom;
	struct cc_act_row **served; /* lines of ticks below the curves */
	size_t served_count;
	bool shared;      /* by several tests, or by a dose: there is a key */
	double margin;    /* of numbers to the right of the plot [unit] */
	double margin_y;  /* of the last one of a threshold there [unit] */
	bool parts_named; /* at the dots: no room in the left column */
	/* While the row is drawn: what words keep clear of, and the words. */
	struct cc_spots spots;
	struct label *labels; /* one for each that is placed */
};

static inline const struct scale *
cc_curve_scale(const struct plot *plot, const struct curve *curve)
{
	return &plot->scales[curve->side];
}

/* A value beside its point. */
struct label {
	const struct cc_fact *fact; /* whose value it is */
	const struct curve *curve;
	cc_colour ink;
	const char *text;
	const char *part; /* its compartment, before it; NULL: not said */
	double lead;      /* of that [unit] */
	double width;     /* of the text [unit] */
	double deep;      /* below the baseline [unit] */
};

/* Adds a row for each test, or group of tests, of which the figure shows a
 * value. */
void cc_series_collect(const struct cc_mark *mark, struct cc_figure *figure);

/* Gives every value of a row its place and its sign. */
void cc_series_place(struct cc_figure *figure, struct cc_track *track);

/* A number's place on a value axis, on its end where it is beyond [unit]. */
double cc_series_y(
    const struct plot *plot, const struct scale *scale, double number);

/* What is beyond the axis would stand on its edge, as if it were there. */
bool cc_series_on_scale(const struct scale *scale, double number);

/* Of a curve and its signs; of the numbers of the right axis. */
cc_colour cc_series_ink(
    const struct cc_figure *figure, const struct curve *curve);
cc_colour cc_series_right_ink(
    const struct cc_figure *figure, const struct plot *plot);

/* Ranges and thresholds behind the curves, the ticks of both axes, and the
 * words of thresholds: those with a name of the author's, or the others. */
void cc_series_guides_measure(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot);
void cc_series_ranges_draw(struct cc_figure *figure, struct plot *plot);
void cc_series_guides_draw(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot);
void cc_series_thresholds_name(
    struct cc_figure *figure, struct plot *plot, bool named);

/* Doses under the curves. */
struct cc_area_look {
	cc_colour fill, unsure, edge;
};
const char *cc_series_area_name(
    struct cc_figure *figure, const struct cc_dose_area *area);
struct cc_area_look cc_series_area_look(
    const struct cc_figure *figure, const struct cc_dose_area *area);
void cc_series_areas_draw(struct cc_figure *figure, const struct plot *plot);
/* Whether one is drawn anywhere from `left` to `right`: words on it are ink,
 * since what is dimmer is lost on a tint. */
bool cc_series_area_within(const struct cc_figure *figure,
    const struct plot *plot, double left, double right);

/* Whether words in the row say what a silence is: one is long enough. */
bool cc_series_silence_told(struct cc_figure *figure, const struct plot *plot);

/* Finds the ends and the ticks of the value axis from what it has to show. A
 * log scale becomes a linear one where nothing is above zero. */
void cc_series_scale(struct cc_figure *figure, struct plot *plot);

/* What is in the way before the row is drawn: words of its neighbours. */
void cc_series_clear(
    struct cc_figure *figure, const struct cc_track *track, struct plot *plot);

/* From a value to the hairline of its row where its words are between them and
 * `clear` of it [unit]. */
double cc_series_room(const struct cc_figure *figure, double clear);

/* Adds what was drawn. */
void cc_series_keep_line(
    struct plot *plot, const struct cc_point *points, size_t count);
void cc_series_keep_sign(struct plot *plot, double x, double y, double radius);

/* Words at the curves, where there is room for them: values, which move for
 * each other until the turns are there, the name of a threshold at height y,
 * that nothing is known of a long time. */
void cc_series_label_ends(struct cc_figure *figure, struct plot *plot);
void cc_series_label_turns(struct cc_figure *figure, struct plot *plot);
void cc_series_label_threshold(
    struct cc_figure *figure, struct plot *plot, double y, const char *name);
void cc_series_label_silence(struct cc_figure *figure, struct plot *plot);

/* Lines of what was given for the sake of a value, below its curve: in whose
 * rows curves are is known; how high they are together; where they leave words
 * under the curves room to, else the next row does, or nothing [unit]. */
void cc_series_served_collect(
    struct cc_figure *figure, const struct cc_mark *mark);
void cc_series_served_measure(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot);
double cc_series_served_height(
    const struct cc_figure *figure, const struct plot *plot);
double cc_series_floor(const struct cc_figure *figure,
    const struct cc_track *track, const struct plot *plot);
void cc_series_served_draw(struct cc_figure *figure,
    const struct cc_track *track, const struct plot *plot);

/* What the mark writes below the name: which compartment is which, "● marrow
 * ○ blood", or the other tests of the row with their units. */
void cc_series_key_measure(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot);
void cc_series_key_draw(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot);

#endif
