#include "output/zip.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#define REPEATED "words that return, words that return, words that return"

static void
add(struct cc_zip *zip, struct cc_deflater *deflater, const char *name,
    const void *bytes, size_t length)
{
	struct cc_zip_member member = cc_deflate(deflater, name, bytes, length);

	cc_zip_add(zip, &member);
	g_free((void *)member.bytes);
}

/* What deflates, what does not, nothing, and a name in Chinese. */
static void
write_sample(struct cc_zip *zip)
{
	struct cc_deflater *deflater = cc_deflater_create();

	add(zip, deflater, "[Content_Types].xml", REPEATED, strlen(REPEATED));
	add(zip, deflater, "ppt/short", "?", 1);
	add(zip, deflater, "ppt/empty", "", 0);
	add(zip, deflater, "\xE7\x97\x85\xE4\xBE\x8B.xml", REPEATED,
	    strlen(REPEATED));
	cc_deflater_destroy(deflater);
}

static GString *
sample(void)
{
	GString *to = g_string_new(NULL);
	struct cc_sink *sink = cc_sink_open_memory(to);
	struct cc_diags diags;
	struct cc_zip zip;

	cc_diags_init(&diags);
	cc_zip_init(&zip, sink);
	write_sample(&zip);
	g_assert_true(cc_zip_finish(&zip, &diags));
	g_assert_true(cc_sink_commit(sink, &diags));
	cc_diags_finish(&diags);
	return to;
}

static void
test_same(void)
{
	g_autoptr(GString) one = sample(), two = sample();

	g_assert_cmpmem(one->str, one->len, two->str, two->len);
}

static void
test_deflate(void)
{
	struct cc_deflater *deflater = cc_deflater_create();
	struct cc_zip_member member;
	unsigned char plain[sizeof REPEATED];
	z_stream stream = {0};

	member = cc_deflate(deflater, "a", REPEATED, strlen(REPEATED));
	cc_deflater_destroy(deflater);
	g_assert_true(member.deflated);
	g_assert_cmpuint(member.length, <, member.plain);
	g_assert_cmphex(member.crc, ==,
	    crc32(0, (const Bytef *)REPEATED, (uInt)strlen(REPEATED)));
	stream.next_in = (Bytef *)member.bytes;
	stream.avail_in = (uInt)member.length;
	stream.next_out = plain;
	stream.avail_out = sizeof plain;
	g_assert_cmpint(inflateInit2(&stream, -MAX_WBITS), ==, Z_OK);
	g_assert_cmpint(inflate(&stream, Z_FINISH), ==, Z_STREAM_END);
	g_assert_cmpmem(plain, stream.total_out, REPEATED, strlen(REPEATED));
	inflateEnd(&stream);
	g_free((void *)member.bytes);
}

/* Others read it: each that is installed. */
static void
test_readers(void)
{
	static const char python[] =
	    "import sys, zipfile\n"
	    "z = zipfile.ZipFile(sys.argv[1])\n"
	    "assert z.testzip() is None\n"
	    "assert z.namelist()[0] == '[Content_Types].xml'\n"
	    "assert z.namelist()[3] == '\\u75c5\\u4f8b.xml'\n"
	    "assert z.read('ppt/short') == b'?'\n"
	    "assert all(i.flag_bits & 8 == 0 for i in z.infolist())\n";
	g_autofree char *path = NULL;
	const char *const readers[][5] = {
	    {"unzip", "-tqq", "FILE"},
	    {"python3", "-c", python, "FILE"},
	    {"bsdtar", "-tf", "FILE"},
	};
	g_autoptr(GString) bytes = sample();
	int fd = g_file_open_tmp("zip-XXXXXX.zip", &path, NULL);

	g_assert_cmpint(write(fd, bytes->str, bytes->len), ==, bytes->len);
	g_close(fd, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
		g_autofree char *program =
		    g_find_program_in_path(readers[i][0]);
		const char *words[6] = {NULL};
		int status = -1;

		if (program == NULL) {
			g_test_message("skipped: no %s", readers[i][0]);
			continue;
		}
		for (size_t j = 0; j < 5 && readers[i][j] != NULL; j++)
			words[j] = strcmp(readers[i][j], "FILE") == 0
			               ? path
			               : readers[i][j];
		g_assert_true(g_spawn_sync(NULL, (char **)words, NULL,
		    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
		    NULL, NULL, NULL, &status, NULL));
		g_assert_cmpint(status, ==, 0);
	}
	g_unlink(path);
}

static void
finish_full(struct cc_zip *zip, struct cc_sink *sink)
{
	struct cc_diags diags;
	const struct cc_diag *diag;

	cc_diags_init(&diags);
	g_assert_false(cc_zip_finish(zip, &diags));
	g_assert_cmpuint(diags.list->len, ==, 1);
	diag = diags.list->pdata[0];
	g_assert_cmpint(diag->code, ==, CC_E496);
	cc_sink_abandon(sink);
	cc_diags_finish(&diags);
}

static void
test_many(void)
{
	g_autoptr(GString) to = g_string_new(NULL);
	struct cc_sink *sink = cc_sink_open_memory(to);
	const struct cc_zip_member nothing = {.name = "a", .bytes = ""};
	struct cc_zip zip;

	cc_zip_init(&zip, sink);
	for (int i = 0; i < 65535; i++)
		cc_zip_add(&zip, &nothing);
	g_assert_false(zip.full);
	cc_zip_add(&zip, &nothing);
	g_assert_cmpuint(zip.count, ==, 65535);
	finish_full(&zip, sink);
}

/* Two of 2.2 GB, of which no byte is ever there. */
static void
test_large(void)
{
	const size_t length = (size_t)2200 << 20;
	struct cc_diags diags;
	struct cc_sink *sink;
	struct cc_zip zip;
	struct cc_zip_member member = {
	    .name = "a", .length = length, .plain = length};

	if (sizeof(size_t) < 8) {
		g_test_skip("no room for 2 GiB");
		return;
	}
	member.bytes = mmap(NULL, length, PROT_READ,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	g_assert_true(member.bytes != MAP_FAILED);
	cc_diags_init(&diags);
	sink = cc_sink_open("/dev/null", &diags);
	cc_zip_init(&zip, sink);
	cc_zip_add(&zip, &member);
	g_assert_false(zip.full);
	cc_zip_add(&zip, &member);
	g_assert_true(zip.full);
	finish_full(&zip, sink);
	cc_diags_finish(&diags);
	munmap((void *)member.bytes, length);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/zip/same", test_same);
	g_test_add_func("/zip/deflate", test_deflate);
	g_test_add_func("/zip/readers", test_readers);
	g_test_add_func("/zip/many", test_many);
	g_test_add_func("/zip/large", test_large);
	return g_test_run();
}
