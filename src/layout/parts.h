/* What stands round the rows: axis rows, grid, bands, steps, legend,
 * header. Each has a height to be asked for and a place to be drawn at. */
#ifndef CC_LAYOUT_PARTS_H
#define CC_LAYOUT_PARTS_H

#include "layout/mark.h"

/* A panel of the page: what is asked of it is filled in before it starts.
 * Settling sets its columns by what its rows want there; measuring returns the
 * height at these; drawing returns where it ends. */
void cc_panel_start(struct cc_figure *figure);
void cc_panel_finish(struct cc_figure *figure);
void cc_panel_settle(struct cc_figure *figure);
double cc_panel_measure(struct cc_figure *figure);
/* More height, to be read well; once it is measured. */
double cc_panel_wants(const struct cc_figure *figure);
double cc_panel_draw(struct cc_figure *figure, double y, double spare);

/* A row as far as it has given way, at the present columns: its measure; what
 * it asks of the legend, without ink; and drawing it in its box. */
void cc_offer_take(struct cc_figure *figure, struct cc_track *track);
void cc_offer_ask(struct cc_figure *figure, struct cc_track *track);
void cc_offer_draw(struct cc_figure *figure, struct cc_track *track);

/* The column of names: what a row asks of it, and setting it and the plot by
 * what all rows asked. */
double cc_column_wanted(struct cc_figure *figure, const struct cc_track *track);
void cc_columns_set(struct cc_figure *figure);
/* Whether a row that is left out would leave them as they are. */
bool cc_columns_hold(
    const struct cc_figure *figure, const struct cc_track *track);
void cc_name_draw(struct cc_figure *figure, struct cc_track *track);

/* What the axis is to count from: an id or a word; NULL: nobody says. */
const char *cc_zero_asked(const struct cc_figure *figure);

/* What a row is called where it is spoken of: its name, else its mark's. */
const char *cc_track_title(const struct cc_track *track);

/* Takes the words of --tracks or of the <figure>. */
void cc_tracks_choose(struct cc_figure *figure);
/* E485 and false for a word that names none. */
bool cc_tracks_known(const struct cc_figure *figure);

/* Of several pages: which facts the one before left in a row, before rows are
 * collected; and what is not this one's goes, once they are. */
void cc_shares_find(struct cc_figure *figure);
void cc_shares_keep(struct cc_figure *figure);

/* Which of the two axis rows a figure has. */
bool cc_axis_has_relative(const struct cc_figure *figure);
bool cc_axis_has_calendar(const struct cc_figure *figure);
/* True where the first has given way. */
bool cc_axis_lost_relative(const struct cc_figure *figure);
double cc_axis_top_height(const struct cc_figure *figure);
double cc_axis_bottom_height(const struct cc_figure *figure);
void cc_axis_draw_top(struct cc_figure *figure, double y);
void cc_axis_draw_bottom(struct cc_figure *figure, double y);
/* The ticks that the grid follows. */
struct cc_ticks cc_axis_grid(const struct cc_figure *figure);
double cc_axis_name_width(struct cc_figure *figure);

/* Time that nothing was recorded in is cut out of the axis. */
void cc_axis_cut(struct cc_figure *figure);

/* Bands of progression go to the ground first, and the lines through all rows
 * are found; with the grid they are drawn when all words are placed, cut around
 * them, onto `scene`. */
void cc_backdrop_bands(struct cc_figure *figure);
void cc_backdrop_grid(struct cc_figure *figure, struct cc_scene *scene);

/* The steps behind the time axis, of what is ordered but not dated: their
 * width, their ground and their axis, which is no time. */
double cc_steps_width(const struct cc_figure *figure);
void cc_steps_draw_ground(struct cc_figure *figure);
void cc_steps_draw_axis(struct cc_figure *figure, double y);

/* Which classes have a pattern, once the course is known. */
void cc_patterns_find(struct cc_figure *figure);

/* Adds the classes of treatments that the rows of a panel show. */
void cc_classes_gather(struct cc_figure *figure, const struct cc_figure *panel);
/* At y is its middle. */
void cc_class_draw(struct cc_figure *figure, const struct cc_class_entry *entry,
    double x, double y);

/* An entry of the legend: whether it is shown here, how wide its icon and
 * words are, and the drawing of them from x on, round the height y. */
bool cc_legend_shows(const struct cc_figure *figure, enum cc_legend id);
double cc_legend_width(struct cc_figure *figure, enum cc_legend id);
void cc_legend_draw(
    struct cc_figure *figure, enum cc_legend id, double x, double y);
/* All that are, a bit each. */
uint64_t cc_legend_shown(const struct cc_figure *figure);
/* Notes on the page's scene all that its legend does not have, for who looks
 * whether any of it was drawn. */
void cc_legend_missing(
    const struct cc_figure *panels, size_t count, struct cc_scene *scene);

/* Adds the rows of a panel to those of the page. */
void cc_legend_gather(struct cc_figure *figure, const struct cc_figure *panel);
/* The names of those for which an entry is there: of signs, by their bits; of a
 * class of treatments. Up to a NULL; NULL: something else needs it, too. */
const char *const *cc_legend_rows(
    const struct cc_figure *figure, uint64_t entries);
const char *const *cc_class_rows(
    const struct cc_figure *figure, const struct cc_class_entry *entry);
const char *const *cc_abbreviation_rows(
    const struct cc_figure *figure, const struct cc_abbreviation *row);
/* An entry and those in whose stead it is shown, a bit each. */
uint64_t cc_legend_bits(enum cc_legend id);

/* Legend and abbreviations: `figure` holds the union of the page's entries.
 * Draws nothing where `draw` is false; returns the height. */
double cc_legend_layout(
    struct cc_figure *figure, double x, double y, double width, bool draw);
/* Adds an abbreviation, of this figure or another of the page, that is not
 * there yet. */
void cc_abbreviation_take(
    struct cc_figure *figure, struct cc_abbreviation *row);

/* What became of the page: the lists are of words in the panels' arena. */
void cc_report_fill(struct cc_layout_report *report,
    const struct cc_figure *panels, size_t count, const GPtrArray *dropped,
    const GPtrArray *left_out);

/* Title and patient line. */
double cc_header_height(const struct cc_figure *figure);
void cc_header_draw(struct cc_figure *figure);

#endif
