/* Any bytes as a line of a journal: what is read is written, and read again as
 * the same. */
#include "batch/record.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

int
LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
	GStringChunk *keep = g_string_chunk_new(256);
	g_autoptr(GString) first = g_string_new(NULL);
	g_autoptr(GString) second = g_string_new(NULL);
	struct cc_record record;

	if (cc_record_read((const char *)data, size, keep, &record)) {
		cc_record_append(first, &record);
		g_assert_true(
		    cc_record_read(first->str, first->len, keep, &record));
		cc_record_append(second, &record);
		g_assert_cmpstr(first->str, ==, second->str);
	}
	g_string_chunk_free(keep);
	return 0;
}
