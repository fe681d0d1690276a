/* XML, an element at a time. */
#ifndef CC_CASES_OUT_H
#define CC_CASES_OUT_H

#include <glib.h>
#include <stdbool.h>

struct cc_out {
	GString *to;
	const char *open[8]; /* names, from the root; static strings */
	int depth;
	bool pending; /* the last start tag is not closed yet */
};

void cc_out_open(struct cc_out *out, const char *element);
void cc_out_attribute(struct cc_out *out, const char *name, const char *value);
void cc_out_close(struct cc_out *out);

/* <element lang>text</element>; `lang` NULL: none is said. */
void cc_out_words(struct cc_out *out, const char *element, const char *lang,
    const char *text);

/* Content of the element that is open, which this closes. */
void cc_out_content(struct cc_out *out, const char *text);

#endif
