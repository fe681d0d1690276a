#include "xml/magic.h"

#include <glib.h>
#include <string.h>

static const struct magic {
	size_t length;
	const char *bytes, *word;
	enum cc_code code;
} magics[] = {
    {2, "\x1F\x8B", "gzip", CC_E107},
    {5, "{\\rtf", "RTF, of a word processor", CC_E127},
    {5, "%PDF-", "a PDF", CC_E127},
    {4, "\xD0\xCF\x11\xE0", "of an old Word or Excel", CC_E127},
    {4, "PK\x03\x04", "zip", CC_E107},
    {3, "BZh", "bzip2", CC_E107},
    {5, "\3757zXZ", "xz", CC_E107},
    {4, "\x28\xB5\x2F\xFD", "zstd", CC_E107},
    {4, "\xFF\xFE\0\0", "UTF-32", CC_E106},
    {4, "\0\0\xFE\xFF", "UTF-32", CC_E106},
    {2, "\xFF\xFE", "UTF-16", CC_E106},
    {2, "\xFE\xFF", "UTF-16", CC_E106},
    {2, "<\0", "UTF-16 or UTF-32", CC_E106},
    {2, "\0<", "UTF-16", CC_E106},
    {4, "\0\0\0<", "UTF-32", CC_E106},
    {4, "\x4C\x6F\xA7\x94", "EBCDIC", CC_E106},
};

/* The first file in a zip has its name here. */
#define ZIP_NAME 30 /* [bytes] */

/* Word, Excel and LibreOffice pack their documents. */
static bool
is_office(const struct cc_source *source)
{
	static const char *const names[] = {
	    "[Content_Types].xml", "_rels/", "word/", "xl/", "mimetype"};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (source->length >= ZIP_NAME + strlen(names[i]) &&
		    memcmp(source->bytes, "PK\x03\x04", 4) == 0 &&
		    memcmp(source->bytes + ZIP_NAME, names[i],
			strlen(names[i])) == 0)
			return true;
	return false;
}

bool
cc_magic_allowed(const struct cc_source *source, struct cc_diags *diags)
{
	if (is_office(source)) {
		cc_diag_file(diags, CC_E127, source->name,
		    "of Word, Excel or LibreOffice");
		return false;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(magics); i++) {
		const struct magic *magic = &magics[i];

		if (source->length < magic->length ||
		    memcmp(source->bytes, magic->bytes, magic->length) != 0)
			continue;
		cc_diag_file(diags, magic->code, source->name, magic->word);
		return false;
	}
	return true;
}

uint32_t
cc_magic_mark(const struct cc_source *source)
{
	static const char mark[] = {'\xEF', '\xBB', '\xBF'};

	if (source->length < sizeof mark ||
	    memcmp(source->bytes, mark, sizeof mark) != 0)
		return 0;
	return sizeof mark;
}
