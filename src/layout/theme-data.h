/* A theme as data: shared by theme.c and theme-read.c only. */
#ifndef CC_LAYOUT_THEME_DATA_H
#define CC_LAYOUT_THEME_DATA_H

#include "layout/theme.h"
#include "xml/xml.h"

/* The slots of response vocabularies. */
enum cc_theme_slot {
	CC_SLOT_DEEPEST,
	CC_SLOT_CR,
	CC_SLOT_VGPR,
	CC_SLOT_PR,
	CC_SLOT_MR,
	CC_SLOT_SD,
	CC_SLOT_PD,
	CC_SLOT_NE,
	CC_SLOT_COUNT
};

#define CC_THEME_SHADES 2

struct cc_theme_hue {
	const char *name;
	struct cc_swatch shade[CC_THEME_SHADES];
};

struct cc_theme_class {
	const char *code;
	const char *hue;
	bool light; /* always the hue's shade 2 */
	bool hatch;
	/* Its hue's, once the theme is complete. */
	struct cc_swatch shade[CC_THEME_SHADES];
};

struct cc_theme {
	const char *name, *base, *about, *families;
	struct cc_pos pos, base_pos;
	cc_colour colour[CC_COLOUR_COUNT];
	double look[CC_LOOK_COUNT]; /* NAN: unsaid */
	struct cc_swatch response[CC_SLOT_COUNT];
	/* What follows from the colours, once it is complete. */
	struct cc_swatch plain; /* of no class */
	double white, black, page; /* luminance */
	GArray *hues;        /* of struct cc_theme_hue */
	GHashTable *classes; /* code -> struct cc_theme_class, borrowed key */
	bool grey;           /* all colours are greys */
	bool complete;
	bool visited; /* while its base is being followed */
};

extern const char *const cc_theme_role_words[CC_COLOUR_COUNT];
extern const char *const cc_theme_look_words[CC_LOOK_COUNT];
extern const char *const cc_theme_slot_words[CC_SLOT_COUNT];

extern const struct cc_swatch cc_no_swatch;

/* A theme that says nothing. Its tables are freed by cc_theme_finish, the
 * rest with the arena. */
struct cc_theme *cc_theme_new(struct cc_arena *arena);
void cc_theme_finish(struct cc_theme *theme);

const struct cc_theme_hue *cc_theme_hue_find(
    const struct cc_theme *theme, const char *name); /* may be NULL */

/* Fills the theme from its root element; what is wrong is diagnosed. */
void cc_theme_read(struct cc_theme *theme, struct cc_arena *arena,
    const struct cc_element *root, struct cc_diags *diags);

#endif
