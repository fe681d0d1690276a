/* Measures text. */
#ifndef CC_TEXT_TEXT_H
#define CC_TEXT_TEXT_H

#include "base/diag.h"
#include "layout/measure.h"
#include "scene/metrics.h"

#include <glib.h>

/* Fonts of a context: font map and Pango context (no rounding of glyph
 * positions, no hinting), cache of widths. Not shared between threads. */
struct cc_fonts;

/* `families` as in a theme: "Liberation Sans, Arial, …". One sign may look
 * otherwise in Chinese and in Japanese: `lang` says which is meant; Han signs
 * in a language without them are Chinese. E004 and NULL where no font at all
 * is installed. */
struct cc_fonts *cc_fonts_create(
    const char *families, const char *lang, struct cc_diags *diags);
void cc_fonts_destroy(struct cc_fonts *fonts);               /* takes NULL */
struct cc_measure *cc_fonts_measure(struct cc_fonts *fonts); /* borrowed */

/* Code points of the string that no installed font has; appends each once as
 * U+XXXX to `missing` (may be NULL) and returns how many. */
int cc_fonts_missing(
    struct cc_fonts *fonts, const char *string, GString *missing);

/* The string in letters that the fonts have, where some of its own are missing
 * and a plainer spelling means the same: 10⁹ as 10^9, CO₂ as CO2, ≥ as >=.
 * NULL where nothing changes; else the caller owns it. Widths are measured of
 * strings respelled, so what is drawn must be, too. */
char *cc_fonts_respell(struct cc_fonts *fonts, const char *string);

/* Adds what letters look like here: the fonts that are installed, how they are
 * chosen, and who draws them. */
void cc_fonts_fingerprint(GChecksum *to);

/* Adds the files and folders that fonts, and how they are chosen, are read
 * from; strings of the caller's. */
void cc_fonts_places(GPtrArray *to);

/* The ink of texts, for counters. Not cached, some 15 us a text. Borrowed. */
struct cc_ink *cc_fonts_ink(struct cc_fonts *fonts);

/* File names of the fonts that came into use when texts were measured, sorted,
 * since the fonts were made or last forgot them. Owned by fonts. */
const char *const *cc_fonts_used(struct cc_fonts *fonts, size_t *count);
void cc_fonts_forget_used(struct cc_fonts *fonts);

/* The fixed measurer: 0.5 em a Latin letter, 0.53 bold, 1 em a CJK one. */
struct cc_measure *cc_measure_fixed(void);

#endif
