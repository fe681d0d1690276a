#include "xml/magic.h"

#include <string.h>

static const struct magic {
	size_t length;
	const char *bytes, *word;
	enum cc_code code;
} magics[] = {
    {2, "\x1F\x8B", "gzip", CC_E107},
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

bool
cc_magic_allowed(const struct cc_source *source, struct cc_diags *diags)
{
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
