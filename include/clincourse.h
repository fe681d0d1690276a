/* clincourse: a patient's clinical course as a figure.
 *
 * All types are opaque. A context owns the vocabularies, themes, languages,
 * fonts and caches; nothing is global, so two contexts may work side by side
 * in two threads, one context only in one thread at a time. Out of memory
 * ends the process, as GLib does. Strings are UTF-8. */
#ifndef CLINCOURSE_H
#define CLINCOURSE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CLINCOURSE_API __attribute__((visibility("default")))

struct clincourse;        /* a context */
struct clincourse_case;   /* a clinical course that was read */
struct clincourse_render; /* options of a picture */
struct clincourse_diags;  /* what was wrong, in order */

/* "0.1.0". Borrowed, static. */
CLINCOURSE_API const char *clincourse_version(void);

/* Diagnostics. The caller owns what create returns; destroy takes NULL. */
CLINCOURSE_API struct clincourse_diags *clincourse_diags_create(void);
CLINCOURSE_API void clincourse_diags_destroy(struct clincourse_diags *diags);

enum clincourse_severity {
	CLINCOURSE_NOTE,
	CLINCOURSE_WARNING,
	CLINCOURSE_ERROR,
	CLINCOURSE_FATAL /* the environment failed, not the input */
};

/* From now on warnings are added as errors. */
CLINCOURSE_API void clincourse_diags_strict(struct clincourse_diags *diags);

/* From now on what is added repeats no word of an input: no source lines,
 * nothing quoted, and the files that are opened are called input-N, beginning
 * with `first`. For reports that go where the pictures go. */
CLINCOURSE_API void clincourse_diags_discreet(
    struct clincourse_diags *diags, size_t first);

/* How many of a severity and above were added. */
CLINCOURSE_API size_t clincourse_diags_count(
    const struct clincourse_diags *diags, enum clincourse_severity least);

enum clincourse_diags_format {
	CLINCOURSE_DIAGS_TEXT, /* file:line:col: error: … with the source line */
	CLINCOURSE_DIAGS_JSON, /* an array, always of all severities */
	CLINCOURSE_DIAGS_COLOUR /* text with the colours of a terminal */
};

/* All of them sorted by place, as one string that the caller frees with
 * free(). Never NULL. */
CLINCOURSE_API char *clincourse_diags_text(struct clincourse_diags *diags,
    enum clincourse_diags_format format, enum clincourse_severity least);

/* A context with the built-in templates, then those of the XDG data folders
 * (clincourse/), then of `templates` (a folder, or NULL). NULL after
 * diagnostics. The caller owns it; destroy takes NULL. */
CLINCOURSE_API struct clincourse *clincourse_create(
    const char *templates, struct clincourse_diags *diags);
CLINCOURSE_API void clincourse_destroy(struct clincourse *context);

/* Cases of a file ("-" = standard input), one at a time. Open returns NULL
 * after diagnostics; next returns NULL at the end, and sets *bad (may be NULL)
 * where the case was refused (the stream may go on). A case is borrowed until
 * the next call of next or close. */
struct clincourse_reader;
CLINCOURSE_API struct clincourse_reader *clincourse_open(
    struct clincourse *context, const char *path,
    struct clincourse_diags *diags);

/* The same of a file's bytes in memory. They are borrowed until the reader is
 * closed. `name` is the path that they would have: diagnostics call them by it,
 * and vocabularies, tables and images of the case are looked for beside it; "-"
 * has no vocabularies. */
CLINCOURSE_API struct clincourse_reader *clincourse_open_memory(
    struct clincourse *context, const char *name, const char *bytes,
    size_t length, struct clincourse_diags *diags);

/* The same of whole <case>s cut out of a stream of them: `root` is the start
 * tag that they stood behind, <cases xmlns="...">, and the first byte stood in
 * this line and column, from 1, so that diagnostics tell the places of the
 * stream. Of the root's end tag nothing is expected. With NULL for `root` the
 * bytes are a file from there on. */
CLINCOURSE_API struct clincourse_reader *clincourse_open_bytes(
    struct clincourse *context, const char *name, const char *bytes,
    size_t length, unsigned line, unsigned column, const char *root,
    struct clincourse_diags *diags);

CLINCOURSE_API const struct clincourse_case *clincourse_next(
    struct clincourse_reader *reader, bool *bad,
    struct clincourse_diags *diags);
CLINCOURSE_API void clincourse_close(struct clincourse_reader *reader);

/* Borrowed; "" where the file gives none. */
CLINCOURSE_API const char *clincourse_case_id(
    const struct clincourse_case *course);

/* Adds a note for each thing that has no words in the language and would be
 * drawn in another one. False where no such language is loaded. */
CLINCOURSE_API bool clincourse_check_language(
    const struct clincourse_case *course, const char *lang,
    struct clincourse_diags *diags);

/* Adds a note for each thing that a case report's timeline has to show by the
 * CARE guideline and this case lacks, placed where it would go. */
CLINCOURSE_API void clincourse_check_care(
    const struct clincourse_case *course, struct clincourse_diags *diags);

/* Adds what a picture of this privacy ("relative", "month", "year") would say:
 * a warning for each thing in a text that names the patient or a date and
 * would be left out. False where the level is none of these. */
CLINCOURSE_API bool clincourse_check_privacy(
    const struct clincourse_case *course, const char *level,
    struct clincourse_diags *diags);

/* Adds the errors for which drawing the case with these options would be
 * refused, for each <figure> that it has, and draws nothing: a theme that is
 * none, a page that is too small, letters that no font has. False where there
 * are any. Warnings are those of drawing; where no font is installed, it says
 * nothing. */
CLINCOURSE_API bool clincourse_check_picture(
    const struct clincourse_render *render,
    const struct clincourse_case *course, struct clincourse_diags *diags);

/* Options of a picture, by the names of the command line without dashes:
 * "size", "theme", "lang", "axis", "zero", "unit", "text", "dpi", "title"
 * ("" = none), "tracks", "intervals" (of PFS TTNT TTR DoR OS follow-up),
 * "figure", "privacy", "keep-id" ("yes", "no"), "breaks" ("yes", "no"), "fold"
 * (1 to 6), "detail" (FROM/TO), "continue" ("yes", "no"),
 * "pptx" ("shapes", "picture"). An unknown name or
 * value is diagnosed with the nearest legal one and false returned. */
CLINCOURSE_API struct clincourse_render *clincourse_render_create(
    struct clincourse *context);
CLINCOURSE_API void clincourse_render_destroy(
    struct clincourse_render *render);
CLINCOURSE_API bool clincourse_render_set(struct clincourse_render *render,
    const char *name, const char *value, struct clincourse_diags *diags);

/* What a picture depends on besides its case, as 32 hexadecimal digits: options,
 * format, templates, vocabularies beside the case file `path` (NULL: none),
 * fonts and version. As long as it is the same, so are the bytes that are drawn
 * of the same case with the same number; tables and images of the case are part
 * of the case. The caller frees with free(). NULL after diagnostics. */
CLINCOURSE_API char *clincourse_render_fingerprint(
    struct clincourse_render *render, const char *format, const char *path,
    struct clincourse_diags *diags);

/* Measurements of pictures: faults that were counted, what was dropped, time,
 * fonts. One JSON object a line, a line for each picture of the renders that
 * were told to measure, written to a file ("-" = standard output); see
 * clincourse(1). Open returns NULL after diagnostics. Close puts the file under
 * its name, false after diagnostics, and takes NULL; close it after the last
 * draw and before the context is destroyed. */
struct clincourse_metrics;
CLINCOURSE_API struct clincourse_metrics *clincourse_metrics_open(
    const char *path, struct clincourse_diags *diags);
CLINCOURSE_API bool clincourse_metrics_close(
    struct clincourse_metrics *metrics, struct clincourse_diags *diags);

/* From now on its pictures are measured; NULL: no more. Borrowed. */
CLINCOURSE_API void clincourse_render_measure(
    struct clincourse_render *render, struct clincourse_metrics *metrics);

/* Whether a picture that leaves something out is told with an option by which it
 * would leave out less. Such are drawn before they are named, which takes as long
 * again, several times; so who draws many does without. From the start: yes. */
CLINCOURSE_API void clincourse_render_advise(
    struct clincourse_render *render, bool advise);

/* Which case of a run is drawn next, from 1: under "privacy" it is called by
 * that, case-0001. clincourse_draw_files counts by itself. */
CLINCOURSE_API void clincourse_render_number(
    struct clincourse_render *render, size_t number);

/* What the case is called in a picture drawn now: its id, or under "privacy"
 * its number, and "" where it has none. Borrowed until the next call. */
CLINCOURSE_API const char *clincourse_render_id(
    struct clincourse_render *render, const struct clincourse_case *course);

/* A file that no picture of the context's shall be written over, in addition
 * to those that it has read: its templates, and of a case that is drawn its own
 * file, the vocabularies beside it and its images. For cases that are still to
 * be opened. "-" is what standard input reads from. The path is looked up at
 * once and not kept: the file itself is meant, by whatever name, until the
 * context ends. What is no file yet is passed over, without an error. */
CLINCOURSE_API void clincourse_keep(
    struct clincourse *context, const char *path);

/* Draws one case to a file ("-" = standard output) in a format of
 * `clincourse list formats`; NULL takes it from the path's suffix. Nothing is
 * written on failure, and a file of that name stays as it was; one that the
 * picture is made of is refused. */
CLINCOURSE_API bool clincourse_draw(struct clincourse_render *render,
    const struct clincourse_case *course, const char *format,
    const char *path, struct clincourse_diags *diags);

/* The same into memory: *bytes is the caller's, to be freed with free(). */
CLINCOURSE_API bool clincourse_draw_memory(struct clincourse_render *render,
    const struct clincourse_case *course, const char *format, char **bytes,
    size_t *length, struct clincourse_diags *diags);

/* The cases of all files into one file, a page each; a format of one page
 * refuses a second case. A refused case is left out and makes the result
 * false; the others are written. */
CLINCOURSE_API bool clincourse_draw_files(struct clincourse_render *render,
    const char *const *paths, size_t count, const char *format,
    const char *path, struct clincourse_diags *diags);

/* What there is: "formats", "themes", "sizes", "languages", "diseases", "vocab",
 * and of that one kind, "vocab test". One a line, name TAB about; the caller frees with free(). NULL where `what` is
 * none of them. */
CLINCOURSE_API char *clincourse_list(
    struct clincourse *context, const char *what);

/* The entries of the vocabulary that some words may mean, best first: by a name
 * in any language, a brand, an abbreviation, an alias, its beginning or a part.
 * One a line, code TAB kind and English name TAB the name that was found, empty
 * where that is the code or the English name; the caller frees with free().
 * NULL after a diagnostic: none. */
CLINCOURSE_API char *clincourse_find(struct clincourse *context,
    const char *words, struct clincourse_diags *diags);

/* One vocabulary entry, theme or size as readable text; the caller frees with
 * free(). NULL after diagnostics (unknown name, nearest offered). */
CLINCOURSE_API char *clincourse_show(struct clincourse *context,
    const char *name, struct clincourse_diags *diags);

/* A blank case of a disease (templates/cases/), as XML; the caller frees with
 * free(). Of one that is not known it is that of the nearest name, else the
 * general one, after a warning. NULL after diagnostics: no words at all. */
CLINCOURSE_API char *clincourse_blank(struct clincourse *context,
    const char *disease, struct clincourse_diags *diags);

#ifdef __cplusplus
}
#endif

#endif
