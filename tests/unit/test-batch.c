/* The parts of a batch that need no worker: what is taken apart, however it was
 * put together. */
#include "base/hash.h"
#include "batch/claims.h"
#include "batch/message.h"
#include "batch/name.h"
#include "batch/record.h"

#include <string.h>

/* ---- frames ---- */

static void
test_messages(void)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const struct cc_task task = {.number = 7,
	    .input = 3,
	    .name = "a.xml",
	    .line = 12,
	    .column = 5,
	    .root = NULL,
	    .bytes = "<case>\0</case>",
	    .length = 14};
	struct cc_frame frame;
	struct cc_task back;
	size_t length;

	cc_task_put(bytes, &task);
	for (guint i = 0; i < bytes->len; i++)
		g_assert_cmpint(cc_frame_find(bytes->data, i, &frame, &length),
		    ==, CC_FRAME_MORE);
	g_assert_cmpint(cc_frame_find(bytes->data, bytes->len, &frame,
			    &length),
	    ==, CC_FRAME_WHOLE);
	g_assert_cmpuint(length, ==, bytes->len);
	g_assert_cmpuint(cc_frame_take_number(&frame), ==, CC_MESSAGE_TASK);
	g_assert_true(cc_task_take(&frame, &back));
	g_assert_cmpuint(back.number, ==, 7);
	g_assert_cmpstr(back.name, ==, "a.xml");
	g_assert_cmpstr(back.root, ==, "");
	g_assert_cmpmem(back.bytes, back.length, task.bytes, task.length);
}

/* Whatever one byte of a message becomes, nothing is read beyond its end. */
static void
test_nonsense(void)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const struct cc_delivery made = {.number = 1,
	    .id = "x",
	    .code = "E201",
	    .said = "no",
	    .bytes = "<svg/>",
	    .length = 6};
	guint refused = 0;

	cc_delivery_put(bytes, &made);
	for (guint i = 0; i < bytes->len; i++) {
		/* Memory of its own size, for whoever watches over memory. */
		g_autofree guint8 *copy = g_memdup2(bytes->data, bytes->len);
		struct cc_frame frame;
		struct cc_delivery back;
		size_t length;

		copy[i] ^= 0xFF;
		if (cc_frame_find(copy, bytes->len, &frame, &length) ==
		    CC_FRAME_WHOLE)
			refused += !cc_delivery_take(&frame, &back);
	}
	g_assert_cmpuint(refused, >, 40);
}

/* ---- lines of the journal ---- */

static const struct cc_record drawn = {
    .number = 12,
    .id = "n\xc3\xbc \"q\" \\ \t",
    .input = "a/b.xml",
    .line = 3,
    .column = 9,
    .hash = UINT64_C(0x0123456789abcdef),
    .fingerprint = "00ff",
    .outcome = CC_TIMEOUT,
    .code = "E504",
    .error_line = 3,
    .error_column = 9,
    .warnings = 2,
    .cpu_us = 512,
    .output = "7f/x.svg",
    .bytes = G_MAXUINT64 / 20,
};

static void
test_record(void)
{
	g_autoptr(GString) line = g_string_new(NULL);
	g_autoptr(GString) again = g_string_new(NULL);
	GStringChunk *keep = g_string_chunk_new(256);
	struct cc_record back;

	cc_record_append(line, &drawn);
	g_assert_true(cc_record_read(line->str, line->len, keep, &back));
	cc_record_append(again, &back);
	g_assert_cmpstr(again->str, ==, line->str);
	g_assert_cmpint(back.outcome, ==, CC_TIMEOUT);
	for (gsize i = 0; i < line->len; i++)
		g_assert_false(cc_record_read(line->str, i, keep, &back));
	/* What another version adds does not matter. */
	g_string_truncate(line, line->len - 1);
	g_string_append(line, ", \"pages\" : 3,\"note\":\"\\u00e4\"}");
	g_assert_true(cc_record_read(line->str, line->len, keep, &back));
	g_string_chunk_free(keep);
}

static void
test_record_broken(void)
{
	static const char *const broken[] = {"", "{}", "{\"number\":1}",
	    "{\"number\":99999999999999999999}", "{\"id\":\"\\u0000\"}",
	    "{\"id\":\"\\ud800\"}", "{\"id\":\"\xff\"}", "{\"id\":\"\\q\"}",
	    "{\"hash\":\"012\"}", "{\"status\":\"fine\"}", "[1]",
	    "{\"x\":{\"y\":1}}"};
	GStringChunk *keep = g_string_chunk_new(256);
	struct cc_record back;

	for (size_t i = 0; i < G_N_ELEMENTS(broken); i++)
		g_assert_false(cc_record_read(
		    broken[i], strlen(broken[i]), keep, &back));
	g_string_chunk_free(keep);
}

/* ---- names ---- */

static void
test_stems(void)
{
	static const struct {
		const char *id, *stem;
	} rows[] = {
	    {"emm", "emm"},
	    {"../x", "_._x"},
	    {"-x", "_x"},
	    {"a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"},
	    {"a\nb", "a_b"},
	    {"\xe4\xb8\xad", "\xe4\xb8\xad"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *stem = cc_name_stem(rows[i].id);

		g_assert_cmpstr(stem, ==, rows[i].stem);
	}
}

static void
test_id(void)
{
	static const struct {
		const char *text, *id;
		uint32_t tag;
	} rows[] = {
	    {"<case id='a'/>", "a", 0},
	    {" \n<!-- <case id='x'> --><case xml:id='n' id=\"b\">", "b", 24},
	    {"<case id='a&amp;&#x62;'/>", "a&b", 0},
	    {"<case id='a\tb'/>", "a b", 0},
	    {"<case id='&no;'/>", NULL, 0},
	    {"<case/>", NULL, 0},
	    {"", NULL, 0},
	    {"<case id='a", NULL, 0},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct cc_xml_text text = {
		    .bytes = rows[i].text, .length = strlen(rows[i].text)};
		uint32_t tag;
		g_autofree char *id = cc_name_id(&text, &tag);

		g_assert_cmpstr(id, ==, rows[i].id);
		g_assert_cmpuint(tag, ==, rows[i].tag);
	}
}

static void
test_claims(void)
{
	struct cc_claims *claims = cc_claims_create();
	const struct cc_claim *claim;

	for (uint32_t i = 0; i < 5000; i++) {
		g_autofree char *name = g_strdup_printf("case-%u", i);

		g_assert_null(
		    cc_claims_add(claims, name, "stream.xml", i + 1, 1));
	}
	claim = cc_claims_add(claims, "CASE-4000", "b.xml", 1, 1);
	g_assert_nonnull(claim);
	g_assert_cmpstr(claim->input, ==, "stream.xml");
	g_assert_cmpuint(claim->line, ==, 4001);
	cc_claims_destroy(claims);
}

/* Parts of a run are of much the same size. */
static void
test_shares(void)
{
	enum { PARTS = 8, CASES = 8000 };
	unsigned count[PARTS] = {0};

	for (unsigned i = 0; i < CASES; i++) {
		g_autofree char *name = g_strdup_printf("s%u", i);

		count[cc_claims_hash(name) / 2 % PARTS]++;
	}
	for (unsigned i = 0; i < PARTS; i++) {
		g_assert_cmpuint(count[i], >, CASES / PARTS * 9 / 10);
		g_assert_cmpuint(count[i], <, CASES / PARTS * 11 / 10);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/batch/messages", test_messages);
	g_test_add_func("/batch/nonsense", test_nonsense);
	g_test_add_func("/batch/record", test_record);
	g_test_add_func("/batch/record-broken", test_record_broken);
	g_test_add_func("/batch/stems", test_stems);
	g_test_add_func("/batch/id", test_id);
	g_test_add_func("/batch/claims", test_claims);
	g_test_add_func("/batch/shares", test_shares);
	return g_test_run();
}
