/* All that needs Cairo and Pango, the fonts and the outputs, as one table. A
 * library has it in itself; the program loads it when it is first asked for:
 * most of what a start would cost is theirs. */
#ifndef CC_OUTPUT_PAINTER_H
#define CC_OUTPUT_PAINTER_H

#include "output/output.h"

#include <glib.h>

/* The functions of text/text.h and output/output.h by their names there. */
struct cc_painter {
	const char *version; /* that of the program, or it is another's */
	struct cc_fonts *(*fonts_create)(
	    const char *families, const char *lang, struct cc_diags *diags);
	void (*fonts_destroy)(struct cc_fonts *fonts);
	struct cc_measure *(*fonts_measure)(struct cc_fonts *fonts);
	int (*fonts_missing)(
	    struct cc_fonts *fonts, const char *string, GString *missing);
	char *(*fonts_respell)(struct cc_fonts *fonts, const char *string);
	void (*fonts_fingerprint)(GChecksum *to);
	void (*fonts_places)(GPtrArray *to);
	struct cc_ink *(*fonts_ink)(struct cc_fonts *fonts);
	const char *const *(*fonts_used)(struct cc_fonts *fonts, size_t *count);
	void (*fonts_forget_used)(struct cc_fonts *fonts);
	const struct cc_output *const *(*outputs)(void);
};

/* The one symbol of the module; CC_PAINTER is its name as a string. */
extern const struct cc_painter cc_painter
    __attribute__((visibility("default")));
#define CC_PAINTER "cc_painter"

#endif
