/* Any bytes as an id: its name leads nowhere, is not hidden and fits. And as the
 * text of a case: its id is found without a look beyond the end. */
#include "batch/name.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

int
LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
	const char *bytes = size > 0 ? (const char *)data : "";
	g_autofree char *id = g_strndup(bytes, size);
	g_autofree char *stem = cc_name_stem(id);
	const struct cc_xml_text text = {
	    .bytes = bytes, .length = size};
	g_autofree char *found = NULL;
	uint32_t at;

	g_assert_cmpuint(strlen(stem), <=, 120);
	g_assert_null(strpbrk(stem, "/\\:*?\"<>|\n\r\t"));
	g_assert_true(*stem != '.' && *stem != '-');
	g_assert_true(!g_utf8_validate(id, -1, NULL) ||
	              g_utf8_validate(stem, -1, NULL));
	found = cc_name_id(&text, &at);
	g_assert_cmpuint(at, <=, size);
	return 0;
}
