/* What is packed comes out again, by a reader that is not ours but the
 * specification's (TIFF 6.0, section 13). */
#include "output/lzw.h"

#include <string.h>

struct reader {
	const GString *packed;
	gsize bit;
	int width, next;
	/* Of each code: the one before, and its last byte. */
	int before[4096];
	unsigned char last[4096];
};

static int
code_next(struct reader *reader)
{
	int code = 0;

	for (int i = 0; i < reader->width; i++, reader->bit++) {
		const unsigned char byte =
		    (unsigned char)reader->packed->str[reader->bit / 8];

		g_assert_cmpuint(reader->bit / 8, <, reader->packed->len);
		code = code << 1 | (byte >> (7 - reader->bit % 8) & 1);
	}
	return code;
}

/* The string of a code; returns its first byte. */
static unsigned char
string_append(const struct reader *reader, int code, GString *to)
{
	const gsize start = to->len;

	for (; code >= 258; code = reader->before[code])
		g_string_insert_c(
		    to, (gssize)start, (char)reader->last[code]);
	g_string_insert_c(to, (gssize)start, (char)code);
	return (unsigned char)to->str[start];
}

static void
table_clear(struct reader *reader)
{
	reader->width = 9;
	reader->next = 258;
}

static GString *
unpack(const GString *packed)
{
	struct reader reader = {.packed = packed, .width = 9};
	GString *to = g_string_new(NULL);
	int old = -1, code;

	while ((code = code_next(&reader)) != 257) {
		gsize start = to->len;

		if (code == 256) {
			table_clear(&reader);
			old = -1;
			continue;
		}
		if (old < 0) {
			g_assert_cmpint(code, <, 256);
		} else {
			g_assert_cmpint(code, <=, reader.next);
			reader.before[reader.next] = old;
			/* Of a code that is just being made: its first. */
			reader.last[reader.next] =
			    string_append(&reader,
				code < reader.next ? code : old, to);
			g_string_truncate(to, start);
			reader.next++;
		}
		string_append(&reader, code, to);
		old = code;
		/* One early, as the specification has it. */
		if (reader.next + 1 >= 1 << reader.width && reader.width < 12)
			reader.width++;
	}
	return to;
}

static void
assert_round(const GString *bytes)
{
	g_autoptr(GString) packed = g_string_new(NULL);
	GString *back;

	cc_lzw_append(
	    packed, (const unsigned char *)bytes->str, bytes->len);
	back = unpack(packed);
	g_assert_cmpmem(back->str, back->len, bytes->str, bytes->len);
	g_string_free(back, TRUE);
}

static void
test_short(void)
{
	static const char *const texts[] = {"", "a", "aa", "aaa", "abababab",
	    "-----A---B", "TOBEORNOTTOBEORTOBEORNOT"};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GString) bytes = g_string_new(texts[i]);

		assert_round(bytes);
	}
}

/* Over each width of codes, and full tables, wherever the end falls. */
static void
test_lengths(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);

	for (gsize length = 250; length < 6000; length += 13) {
		g_autoptr(GString) bytes = g_string_sized_new(length);

		for (gsize i = 0; i < length; i++)
			g_string_append_c(
			    bytes, (char)g_rand_int_range(rand, 0, 256));
		assert_round(bytes);
	}
}

/* Few colours, as a figure has: small, and the same again. */
static void
test_flat(void)
{
	g_autoptr(GString) bytes = g_string_sized_new(300000);
	g_autoptr(GString) packed = g_string_new(NULL);

	for (int i = 0; i < 100000; i++)
		g_string_append_len(
		    bytes, i % 997 < 40 ? "\x1B\x2A\x38" : "\xFF\xFF\xFF", 3);
	cc_lzw_append(
	    packed, (const unsigned char *)bytes->str, bytes->len);
	g_assert_cmpuint(packed->len, <, bytes->len / 40);
	assert_round(bytes);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lzw/short", test_short);
	g_test_add_func("/lzw/lengths", test_lengths);
	g_test_add_func("/lzw/flat", test_flat);
	return g_test_run();
}
