/* Words, colours and pens of a figure: how wide words are, where they break,
 * what stands with a name; all in page units. */
#ifndef CC_LAYOUT_WRITE_H
#define CC_LAYOUT_WRITE_H

#include "layout/figure.h"

/* The first letter of a name from the vocabulary raised. */
const char *cc_upper(const struct cc_figure *figure, const char *text);
/* The same of a text that may begin with the author's words for a fact, which
 * stay as they are. */
const char *cc_upper_of(const struct cc_figure *figure,
    const struct cc_fact *fact, const char *text);

double cc_type_size(const struct cc_figure *figure, enum cc_type_role type);
cc_colour cc_ink(const struct cc_figure *figure, enum cc_colour_role role);
/* White or black, for words on both grounds: the one with the higher lowest
 * contrast. */
cc_colour cc_ink_on(
    const struct cc_figure *figure, cc_colour ground, cc_colour other);

/* The height of a lane: `loose`, or `tight` where height is dear [u]. */
double cc_lane(const struct cc_figure *figure, double loose, double tight);

/* The same of a lane of names, which never overlap those of the next: on slides
 * they are in larger type than the body, whose leading is u. */
double cc_lane_of_names(
    const struct cc_figure *figure, double loose, double tight);

double cc_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold);

/* Writes one line on the fore layer; returns its width (0 where the layer is
 * muted). `x` is where the
 * anchor says, `y` the baseline. */
double cc_write(struct cc_figure *figure, enum cc_type_role type, bool bold,
    enum cc_colour_role role, enum cc_anchor anchor, double x, double y,
    const char *text);
double cc_write_in(struct cc_figure *figure, enum cc_type_role type, bool bold,
    cc_colour colour, enum cc_anchor anchor, double x, double y,
    const char *text);

/* The same of words whose width is known. */
void cc_write_measured(struct cc_figure *figure, enum cc_type_role type,
    bool bold, cc_colour colour, enum cc_anchor anchor, struct cc_point at,
    const char *text, double width);

/* The baseline that centres a face's capitals on y. */
double cc_centre(
    const struct cc_figure *figure, enum cc_type_role type, double y);

struct cc_paint cc_pen(cc_colour colour, double width);
struct cc_paint cc_brush(cc_colour colour);

/* Shortens to a width at a sensible point with an ellipsis; returns the text
 * itself where it fits. */
const char *cc_shorten(struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold, double width);

/* Breaks into at most `most` lines of at most `width` at spaces, CJK
 * characters and after hyphens, never inside brackets; the last line is
 * shortened where it must be. Returns how many lines. */
int cc_wrap(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double width, int most, const char **lines);

/* Breaks once, after the first comma or colon; returns the width of the longer
 * line, INFINITY where there is no such place. */
double cc_wrap_clauses(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, const char *lines[2]);

/* The least width in which cc_wrap() needs no more than two lines for it. */
double cc_wrap_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold);

/* The same words on two lines, as even as they can be. */
struct cc_fold {
	const char *line[2];
	bool bold[2];
	double width; /* of the longer one [unit] */
};

/* False where nothing of at most `most` width holds all of them so. */
bool cc_fold(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double most, struct cc_fold *fold);
/* Writes them around `y`, in ink, the first line centred on it, the second one
 * `pitch` below; `x` is where the anchor says. */
void cc_fold_write(struct cc_figure *figure, const struct cc_fold *fold,
    enum cc_type_role type, enum cc_anchor anchor, struct cc_point at,
    double pitch);

/* A name with the patient's before it where that is not the first: a child
 * beside its mother, a donor beside the recipient. */
const char *cc_of_patient(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name);

/* A word or a number with ~ or ? behind it where the file has them at its time;
 * the sign alone where it is NULL. */
const char *cc_marked_doubt(const struct cc_figure *figure, const char *text,
    const struct cc_span *span);

/* The same, with "+4 months" before these where that is counted from what has
 * no date, so that no place on the axis says it. */
const char *cc_marked_time(const struct cc_figure *figure, const char *text,
    const struct cc_span *span);

/* All of that: the name as it is drawn. */
const char *cc_drawn_name(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name);

#endif
