/* The table of outputs: a row is a name, a suffix and one function. */
#ifndef CC_OUTPUT_OUTPUT_H
#define CC_OUTPUT_OUTPUT_H

#include "base/diag.h"
#include "base/sink.h"
#include "scene/scene.h"
#include "text/text.h"
#include "words/prose.h"

/* A language that a case is told in: "zh", "中文". */
struct cc_page_lang {
	const char *code, *name;
};

/* One page: scene and its text, already words. Borrowed from whoever made the
 * page; valid until the next is pulled. */
struct cc_page {
	const struct cc_scene *scene; /* empty for an output of words */
	const char *case_id;
	const char *lang;
	const char *title;   /* plain text; "" where there is none */
	const char *summary; /* one sentence; "" where there is none */
	/* NULL unless the output's row asks for it */
	const struct cc_prose *prose;
	/* Of an output with a page for each: those of the case, and which of
	 * them this page is in. Else none. */
	const struct cc_page_lang *langs;
	size_t lang_count, lang_at;
};

/* A figure without a title is still called something: by its case. */
static inline const char *
cc_page_name(const struct cc_page *page)
{
	return *page->title != '\0' ? page->title : page->case_id;
}

struct cc_output_options {
	bool outline; /* --text outline: svg */
	bool picture; /* --pptx picture: a slide has one */
	double dpi; /* of bitmaps: 0 = a pixel a unit for px sizes, else 300 */
};

/* Pages are pulled: one or a million cost the same memory. */
struct cc_pages {
	/* The next page, or NULL at the end or after a failure that the
	 * source of pages has diagnosed (then *failed). */
	const struct cc_page *(*next)(struct cc_pages *pages);
	struct cc_fonts *fonts;
	struct cc_output_options options;
	bool failed;
	void *source; /* of whoever implements next */
};

struct cc_output {
	const char *name;   /* "svg" */
	const char *suffix; /* ".svg" */
	const char *about;  /* one line for `list formats` */
	bool many;          /* takes more than one page */
	bool goes_on; /* a case may take several pages, of which it has many */
	/* Writes words only: its pages have prose and no scene is laid out. */
	bool words;
	bool told; /* its pages have a scene and prose */
	bool tips; /* it says of each thing in the picture what it is */
	/* Each case has a page for each language that it speaks, one after the
	 * other. */
	bool speaks;
	/* Of its pages, where nobody asks for another: a <figure> of print is
	 * none of a slide. NULL: as the figure says. */
	const char *size;
	/* False after diagnostics: the caller abandons the sink. A failed
	 * write is not diagnosed here: the output ends early and returns true,
	 * and cc_sink_commit says why. */
	bool (*write)(struct cc_pages *pages, struct cc_sink *sink,
	    struct cc_diags *diags);
};

/* The table, generated from the list in src/output/meson.build, ends with
 * NULL. */
const struct cc_output *const *cc_outputs(void);
const struct cc_output *cc_output_find(const char *name);      /* or NULL */
const struct cc_output *cc_output_by_suffix(const char *path); /* or NULL */

#endif
