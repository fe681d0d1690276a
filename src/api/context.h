/* What stands behind the opaque types of clincourse.h. */
#ifndef CC_API_CONTEXT_H
#define CC_API_CONTEXT_H

#include "base/diag.h"
#include "base/identity.h"
#include "layout/layout.h"
#include "model/model.h"
#include "model/privacy.h"
#include "output/output.h"
#include "text/text.h"
#include "words/words.h"
#include "xml/xml.h"

#include <clincourse.h>
#include <glib.h>

struct clincourse_diags {
	struct cc_diags list;
	char *input;       /* while discreet: the file opened last */
	size_t next_input; /* its successor's number */
};

/* A folder's own words, `*.vocabulary.xml` beside a case, over those of the
 * context. Shared by counting (g_rc_box). */
struct cc_beside {
	char *folder;
	GPtrArray *sources;     /* of struct cc_source; owned */
	GHashTable *kept;       /* the files they were read from */
	struct cc_vocab *vocab; /* NULL: nothing there, the context's serves */
};

/* A file with words of medicine: a vocabulary, or a language with names. */
struct cc_wording {
	const struct cc_source *source;
	const struct cc_element *names; /* a language's root; NULL: none */
};

struct clincourse {
	GPtrArray *sources;  /* bytes of all templates; owned */
	const struct cc_source **packed; /* those of the pack, borrowed */
	GStringChunk *names; /* of those on disk */
	GArray *words;       /* of struct cc_wording on disk, in order */
	struct cc_vocab *vocab;
	struct cc_languages *languages;
	struct cc_themes *themes;
	struct cc_sizes *sizes;
	GPtrArray *form_sources;  /* of struct cc_source, borrowed, in order */
	struct cc_forms *forms;   /* NULL until a case is to be private */
	GHashTable *blanks;       /* disease -> struct cc_source, borrowed */
	GHashTable *fonts;        /* "zh:families" -> struct cc_fonts, owned */
	GHashTable *kept;         /* files that no picture takes the place of */
	GHashTable *swept;        /* folders written to; names, owned */
	char *foundation; /* a hash of templates and fonts; NULL: not asked */
	struct cc_beside *beside; /* of the last folder read; may be NULL */
	bool overriding;          /* while loading: past what is built in */
};

struct clincourse_case {
	struct clincourse *context;
	const struct clincourse_reader *reader;
	const struct cc_case *data;
	struct cc_terms terms;
	const struct cc_follow *follow; /* what follows from `data` */
	double read_ms; /* CPU time that reading it took */
};

struct clincourse_reader {
	struct clincourse *context;
	struct cc_xml_reader *xml;
	struct cc_beside *beside;
	struct cc_identity file;
	bool regular;          /* `file` is one */
	struct cc_arena arena; /* of the case at hand */
	struct clincourse_case course;
	double open_ms; /* CPU time until the first case could be read */
	bool ended;
};

/* The options as given, NULL where not. */
struct clincourse_render {
	struct clincourse *context;
	char *size, *theme, *lang;
	char *axis, *zero, *unit, *title, *tracks, *intervals, *figure;
	char *text, *dpi_written, *breaks, *fold_written, *detail;
	char *goes_on; /* --continue */
	char *pptx;    /* what slides are made of */
	int fold;                           /* strips; 0: by itself */
	double dpi;                         /* 0: the output's own */
	struct clincourse_metrics *metrics; /* borrowed; NULL: none wanted */
	char *privacy, *keep_id;
	bool tacit;       /* names no way out where something is left out */
	size_t number;    /* of the case in its run, from 1 */
	char *private_id; /* what clincourse_render_id returned last */
};

/* What a draw works with; one at a time in a context. */
struct cc_page_maker {
	const struct clincourse_render *render;
	struct cc_diags *diags;
	struct cc_arena arena;
	struct cc_scene scene;
	struct cc_page page;
	const struct cc_output *output; /* NULL: a picture of any kind */
	size_t tongue; /* of the languages that a case speaks, from 0 */
	struct cc_prose prose;
	/* Of the last page, the context's. */
	struct cc_fonts *fonts;
	const struct cc_size *size;
	const struct cc_theme *theme;
	bool measured; /* the report is wanted: as its render says, or set */
	struct cc_layout_report report;
	double layout_ms;               /* CPU time */
	/* The case at hand: as it is shown, and as the caller wrote it. */
	struct clincourse_case shown;
	const struct cc_case *written;
	/* Of the page that is laid out; what it leaves to the next; that of the
	 * second page and on, of GArray of struct cc_layout_left. */
	struct cc_layout_share share;
	GArray *rest;
	GPtrArray *shares;
	bool alone; /* the rest fits on no page: it is lost */
	bool counting; /* pages are laid out to know how many there are */
	/* What has no room on any of its pages, told when the last is made; a
	 * way out that is tried (api/way-out.c) keeps it for that. */
	struct cc_losses *losses;
	bool trying;
	struct cc_privacy_way privacy; /* level NONE: none */
	size_t number; /* of the case in its run, from 1 */
};

void cc_page_maker_init(struct cc_page_maker *maker,
    const struct clincourse_render *render, struct cc_diags *diags);
void cc_page_maker_finish(struct cc_page_maker *maker);

/* The layout's options for a case: ids and dates are those of `written`; `shown`
 * is the same, or a case for strangers by `way` (else NULL), in which offsets
 * count from its zero. False after diagnostics. */
bool cc_options_resolve(const struct clincourse_render *render,
    const struct cc_case *written, const struct cc_case *shown,
    const struct cc_privacy_way *way, struct cc_arena *arena, struct cc_layout_options *options,
    struct cc_diags *diags);

/* Every <figure> of a case that was read from `root`, refused or not. */
void cc_figures_check(const struct clincourse_case *course,
    const struct cc_element *root, struct cc_diags *diags);

/* E472 and false where nobody wrote down the language. */
bool cc_context_speaks(const struct clincourse *context, const char *lang,
    struct cc_pos pos, struct cc_diags *diags);

/* Writes a page's words with the letters that its fonts have. A box in place of
 * a letter would be a wrong figure: E479, and false. */
void cc_page_respell(struct cc_page_maker *maker);
bool cc_page_letters_there(
    const struct cc_page_maker *maker, const struct cc_case *course);

/* Says what the case's pages have no room for, and a way out that was gone. */
void cc_page_tell_lost(
    struct cc_page_maker *maker, const struct clincourse_case *course);
/* Whether what a page has no room for comes on another. */
bool cc_page_hands_on(const struct cc_page_maker *maker);

/* Lays a case out. The page holds nothing of the case's arena and stays until
 * the next one is made. NULL after diagnostics. */
const struct cc_page *cc_page_make(
    struct cc_page_maker *maker, const struct clincourse_case *course);

/* Whether the case of the last page has another, for what that had no room for
 * or in a further language; and that. NULL after diagnostics. */
bool cc_page_goes_on(const struct cc_page_maker *maker);
const struct cc_page *cc_page_make_next(
    struct cc_page_maker *maker, const struct clincourse_case *course);

/* Into the page that is being made: the languages that a case speaks, `first`
 * and those that it has its title in. */
void cc_page_tongues(struct cc_page_maker *maker, const struct cc_case *course,
    const char *first);

/* Draws the cases that `pull` hands out into one document, which the sink takes
 * piece by piece; it is called when the case before is done with, and ends with
 * NULL. Each has the number that the render has then. Ends the sink; false,
 * after diagnostics, where one of them is not in it. */
bool cc_draw_pulled(struct clincourse_render *render, const char *format,
    const struct clincourse_case *(*pull)(void *data), void *data,
    struct cc_sink *sink, struct clincourse_diags *diags);

/* Measures a page that was made. Its line is written by cc_metrics_end, with
 * the time since cc_metrics_start for the output's part. */
void cc_metrics_page(struct clincourse_metrics *metrics,
    const struct cc_page_maker *maker, const struct clincourse_case *course);
void cc_metrics_start(struct clincourse_metrics *metrics);
/* Where they are written to. Borrowed. */
const char *cc_metrics_path(const struct clincourse_metrics *metrics);
/* From now on they are not: closing leaves what has that name. */
void cc_metrics_spoil(struct clincourse_metrics *metrics);
/* A page that was not started, or not drawn, leaves no line. */
void cc_metrics_end(struct clincourse_metrics *metrics, bool drawn);

/* Files of a folder whose names end so, sorted: "DIR/NAME". NULL-terminated;
 * empty where there is no such folder. g_strfreev. */
char **cc_folder_list(const char *folder, const char *suffix);

/* Adds the names of the files that a folder of templates has. */
void cc_templates_list(const char *folder, GPtrArray *to);

/* The English name; a regimen without one is its drugs. NULL: none. The caller
 * frees it. */
char *cc_term_about(struct clincourse *context, const struct cc_term *term);

/* "; the nearest is "x"", or "" where none is near: the end of a sentence.
 * The caller frees it. */
char *cc_hint(const char *word, const char *const *words, size_t count);

/* "relative", NULL = none; CC_PRIVACY_COUNT where it is no level. */
enum cc_privacy cc_privacy_find(const char *word);

/* What a case is called under the render's privacy: its number, or its own id
 * where that is kept; NULL where it has none. The caller frees it. */
char *cc_render_id(const struct clincourse_render *render, size_t number,
    const struct cc_case *course);

/* Files are about to be read from here: discreet diagnostics call it by a
 * number. */
void cc_diags_input(struct clincourse_diags *diags, const char *path);

/* Errors and worse so far. */
guint cc_diags_errors(const struct cc_diags *diags);

/* The value of an option by its number from 0, NULL where it is not given;
 * false behind the last. */
bool cc_render_option(
    const struct clincourse_render *render, size_t index, const char **value);

/* The words beside a file; NULL after diagnostics. Release with
 * cc_beside_release. */
struct cc_beside *cc_beside_find(
    struct clincourse *context, const char *path, struct cc_diags *diags);
void cc_beside_release(struct cc_beside *beside); /* takes NULL */

/* What texts are searched for, read when it is first asked for. Borrowed. NULL
 * after diagnostics, which only a person's own files can give. */
struct cc_forms *cc_context_forms(
    struct clincourse *context, struct cc_diags *diags);

/* A source on the heap; cc_source_free finishes and frees it. */
void cc_source_free(gpointer source);

/* Fonts for a theme's families and a language, made at first use. E004 and NULL where there
 * are none. Borrowed. */
struct cc_fonts *cc_context_fonts(
    struct clincourse *context, const char *families, const char *lang,
    struct cc_diags *diags);

#endif
