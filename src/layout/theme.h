/* Colours and looks of a figure: templates/themes/, one XML file each. */
#ifndef CC_LAYOUT_THEME_H
#define CC_LAYOUT_THEME_H

#include "base/diag.h"
#include "scene/scene.h"

/* What a colour says; a colour means one thing in one figure. */
enum cc_colour_role {
	CC_COLOUR_PAGE,
	CC_COLOUR_PANEL, /* baseline strip */
	CC_COLOUR_PANEL_EDGE,
	CC_COLOUR_BAND, /* event band */
	CC_COLOUR_BAND_EDGE,
	CC_COLOUR_INK,
	CC_COLOUR_MID, /* grey words: units, sub-names, ticks */
	CC_COLOUR_BRACKET,
	CC_COLOUR_HAIRLINE,
	CC_COLOUR_JANUARY,
	CC_COLOUR_AXIS,
	CC_COLOUR_CURVE, /* measured values */
	CC_COLOUR_CURVE_RIGHT, /* those on the right axis of a row */
	CC_COLOUR_NUMBER_RIGHT, /* their numbers */
	CC_COLOUR_RANGE, /* ground of a reference range */
	CC_COLOUR_THRESHOLD,
	CC_COLOUR_PROGRESSION, /* words and stem */
	CC_COLOUR_PD,          /* mark of progression in swimmers */
	CC_COLOUR_CELL,        /* cell products */
	CC_COLOUR_LESION,
	CC_COLOUR_HARM1, /* adverse events by grade */
	CC_COLOUR_HARM2,
	CC_COLOUR_HARM3,
	CC_COLOUR_HARM4,
	CC_COLOUR_HARM5,
	CC_COLOUR_INFECTION,
	CC_COLOUR_PLAIN,   /* treatment of unknown class; regimens over rows */
	CC_COLOUR_UNDATED, /* ground of the undated panel */
	CC_COLOUR_NEW_FINDING,
	CC_COLOUR_WHITE, /* words on dark marks */
	CC_COLOUR_BLACK, /* words on pale marks where ink would not do */
	CC_COLOUR_DEATH,
	CC_COLOUR_COUNT
};

/* "panel-edge", as in theme files. */
const char *cc_colour_role_word(enum cc_colour_role role);

enum cc_look {
	CC_LOOK_PALE,          /* share of a bar's colour in its pale ends */
	CC_LOOK_RESPONSE_FILL, /* share in the area under a response */
	CC_LOOK_HATCHED_ENDS,  /* 1: uncertain ends are hatched, not pale */
	CC_LOOK_PD_HEXAGON,    /* 1: progression is a hexagon, not a pill */
	CC_LOOK_TONE_APART,    /* share of black to white between two fills
	                          that no pattern needs to part */
	CC_LOOK_COUNT
};

/* Of the fill of a class; see layout/pattern.c. */
enum cc_pattern {
	CC_PATTERN_NONE,
	CC_PATTERN_DIAGONAL,
	CC_PATTERN_CROSS,
	CC_PATTERN_LEVEL,
	CC_PATTERN_COUNT
};

struct cc_swatch {
	cc_colour fill;
	cc_colour text;    /* words on the fill */
	cc_colour outline; /* 3 : 1 or better against the page */
	bool pale;         /* the fill is below that: it needs an edge */
	cc_colour edge;    /* of the fill's hue, see cc_theme_edge */
	const char *class; /* of a treatment; NULL: none the theme knows */
	bool hatch;  /* of a class: where another one has its tone */
	bool dashed; /* the outline */
	enum cc_pattern pattern;
};

/* A theme with all that its base gives it; owned by its cc_themes. */
struct cc_theme;

struct cc_themes; /* all themes of a context */

struct cc_themes *cc_themes_create(void);
void cc_themes_destroy(struct cc_themes *themes); /* takes NULL */

/* Adds a theme file; one of the same name is replaced. The source must
 * outlive the themes. */
bool cc_themes_add(struct cc_themes *themes, const struct cc_source *source,
    struct cc_diags *diags);

/* The theme of that name, complete; NULL after a diagnostic (unknown, at the
 * place where the name stands, or its base is, or a colour is missing).
 * Borrowed. */
const struct cc_theme *cc_themes_find(struct cc_themes *themes,
    const char *name, struct cc_pos pos, struct cc_diags *diags);

/* Names in the order of adding. Borrowed. */
const char *const *cc_themes_list(
    const struct cc_themes *themes, size_t *count);

const char *cc_theme_name(const struct cc_theme *theme);
const char *cc_theme_about(const struct cc_theme *theme); /* "" if unsaid */
const char *cc_theme_families(const struct cc_theme *theme);

cc_colour cc_theme_colour(
    const struct cc_theme *theme, enum cc_colour_role role);
double cc_theme_look(const struct cc_theme *theme, enum cc_look look);

/* White or black, for words on both grounds: the one with the higher lowest
 * contrast. */
cc_colour cc_theme_text_on(
    const struct cc_theme *theme, cc_colour ground, cc_colour other);
/* Whether no colour of it is any but a grey. */
bool cc_theme_is_grey(const struct cc_theme *theme);

/* With the page. */
double cc_theme_contrast(const struct cc_theme *theme, cc_colour colour);

/* Whether a fill is below 3 : 1 against the page, the least that WCAG 2.1
 * (1.4.11) asks of graphics, and the edge that such a bar has: the fill with as
 * much ink as that takes. Swatches have both. */
bool cc_theme_is_pale(const struct cc_theme *theme, cc_colour fill);
cc_colour cc_theme_edge(const struct cc_theme *theme, cc_colour fill);

/* Of a response by its slot (deepest cr vgpr pr mr sd pd ne). NULL or
 * unknown: that of "ne". */
struct cc_swatch cc_theme_response(
    const struct cc_theme *theme, const char *slot);

/* Of a treatment by the code of its class and its shade, 1 or 2. NULL or
 * unknown: plain. */
struct cc_term;
/* Of what a treatment is of; NULL: plain. */
struct cc_swatch cc_theme_term(
    const struct cc_theme *theme, const struct cc_term *term);
struct cc_swatch cc_theme_class(
    const struct cc_theme *theme, const char *class, int shade);

/* Codes of the classes that the theme knows, sorted. The caller frees the
 * array. */
const char **cc_theme_classes(const struct cc_theme *theme, size_t *count);

#endif
