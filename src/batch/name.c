#include "batch/name.h"

#include "xml/scan.h"

#include <string.h>

char *
cc_name_stem(const char *id)
{
	enum { STEM_MAX = 120 }; /* [bytes]; with suffix below 255 */
	const char *end = id + MIN(strlen(id), STEM_MAX);
	char *stem, *p;

	while (end > id && ((unsigned char)*end & 0xC0) == 0x80)
		end--;
	stem = g_strndup(id, (gsize)(end - id));
	for (p = stem; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || strchr("/\\:*?\"<>|", *p))
			*p = '_';
	if (*stem == '.' || *stem == '-')
		*stem = '_';
	return stem;
}

char *
cc_name_stem_of_file(const char *input)
{
	g_autofree char *base = g_path_get_basename(input);

	if (g_str_has_suffix(base, ".xml"))
		base[strlen(base) - strlen(".xml")] = '\0';
	return cc_name_stem(base);
}

char *
cc_name_picture(const char *stem, const char *lang, const char *suffix)
{
	return g_strconcat(stem, lang != NULL ? "." : "",
	    lang != NULL ? lang : "", suffix, NULL);
}

/* References and white space mean what an XML reader says. */
static char *
value_read(const char *value, size_t length)
{
	g_autofree char *tag =
	    g_strdup_printf("<case id=\"%.*s\"/>", (int)length, value);
	const struct cc_source source = {
	    .bytes = tag, .length = strlen(tag), .first_line = 1};
	struct cc_arena arena;
	const struct cc_element *element;
	struct cc_diags diags;
	char *id = NULL;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	element = cc_xml_read(&arena, &source, NULL, NULL, &diags);
	if (element != NULL)
		id = g_strdup(cc_element_value(element, "id"));
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
	return id;
}

/* Each is taken as it stands but for what a reader would change. */
static char *
value_take(const char *value, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (strchr("&\t\n\r\"", value[i]) != NULL)
			return value_read(value, length);
	return g_strndup(value, length);
}

static bool
first_tag(const struct cc_xml_text *text, struct cc_token *token)
{
	struct cc_scan scan = {
	    .bytes = text->bytes, .length = (uint32_t)text->length};

	while (cc_scan_next(&scan, token))
		if (token->kind == CC_TOKEN_START ||
		    token->kind == CC_TOKEN_EMPTY)
			return true;
	return false;
}

char *
cc_name_id(const struct cc_xml_text *text, uint32_t *tag)
{
	struct cc_scan_attribute found;
	struct cc_token token;
	uint32_t at;

	*tag = 0;
	if (!first_tag(text, &token))
		return NULL;
	*tag = token.at;
	at = token.at + 1 + cc_scan_name(text->bytes, token.at + 1, token.end);
	while (cc_scan_attribute(text->bytes, token.end, &at, &found) ==
	       CC_SCAN_ATTRIBUTE)
		if (found.name_length == 2 &&
		    memcmp(text->bytes + found.name, "id", 2) == 0)
			return value_take(
			    text->bytes + found.value, found.value_length);
	return NULL;
}
