#include "batch/hash.h"

#include "base/hash.h"
#include "xml/scan.h"

#include <string.h>
#include <sys/stat.h>

/* Attributes that name a file beside the case. */
static const char *const names[] = {"file", "src"};

static bool
is_file_name(const char *bytes, const struct cc_scan_attribute *attribute)
{
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (attribute->name_length == strlen(names[i]) &&
		    memcmp(bytes + attribute->name, names[i],
			attribute->name_length) == 0)
			return true;
	return false;
}

static uint64_t
add_file(uint64_t hash, const struct cc_xml_text *text,
    const struct cc_scan_attribute *attribute)
{
	g_autofree char *folder = g_path_get_dirname(text->name);
	g_autofree char *name =
	    g_strndup(text->bytes + attribute->value, attribute->value_length);
	g_autofree char *path = g_build_filename(folder, name, NULL);
	struct stat status;

	if (stat(path, &status) != 0)
		return hash;
	hash = cc_hash_bytes(hash, &status.st_size, sizeof status.st_size);
	return cc_hash_bytes(hash, &status.st_mtim, sizeof status.st_mtim);
}

static uint64_t
add_files(uint64_t hash, const struct cc_xml_text *text)
{
	struct cc_scan scan = {
	    .bytes = text->bytes, .length = (uint32_t)text->length};
	struct cc_scan_attribute attribute;
	struct cc_token token;

	while (cc_scan_next(&scan, &token)) {
		uint32_t at = token.at + 1;

		if (token.kind != CC_TOKEN_START &&
		    token.kind != CC_TOKEN_EMPTY)
			continue;
		at += cc_scan_name(text->bytes, at, token.end);
		while (cc_scan_attribute(text->bytes, token.end, &at,
			   &attribute) == CC_SCAN_ATTRIBUTE)
			if (is_file_name(text->bytes, &attribute))
				hash = add_file(hash, text, &attribute);
	}
	return hash;
}

/* Whether a name of these may end there. */
static bool
ends_name(const char *bytes, const char *end)
{
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		const size_t length = strlen(names[i]);

		if ((size_t)(end - bytes) >= length &&
		    memcmp(end - length, names[i], length) == 0)
			return true;
	}
	return false;
}

/* Hardly any case does, and then it need not be taken apart. White space may
 * stand before the sign. */
static bool
names_files(const struct cc_xml_text *text)
{
	const char *bytes = text->bytes, *end = bytes + text->length, *at;

	for (at = bytes; (at = memchr(at, '=', (size_t)(end - at))) != NULL;
	     at++) {
		const char *name = at;

		while (name > bytes && g_ascii_isspace(name[-1]))
			name--;
		if (ends_name(bytes, name))
			return true;
	}
	return false;
}

uint64_t
cc_case_hash(const struct cc_xml_text *text)
{
	uint64_t hash =
	    cc_hash_string(CC_HASH_START, text->root != NULL ? text->root : "");

	hash = cc_hash_text(hash, text->bytes, text->length);
	return names_files(text) ? add_files(hash, text) : hash;
}
