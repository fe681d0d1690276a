/* Files that are made to hurt; each prints the CPU time that it took. */
#include "xml/xml.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/xmlversion.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define NS "urn:clincourse:case:1"
#define HEAD "<case xmlns='" NS "'>"

/* Appends `word` so many times. */
static void
repeat(GString *to, const char *word, size_t times)
{
	size_t length = strlen(word);

	while (times-- > 0)
		g_string_append_len(to, word, (gssize)length);
}

static char *
first_code(const struct cc_diags *diags)
{
	const struct cc_diag *diag;

	if (diags->list->len == 0)
		return g_strdup("read");
	diag = diags->list->pdata[0];
	return g_strdup_printf("%s %u:%u", cc_code_word(diag->code),
	    diag->place.line, diag->place.column);
}

/* Reads the text whole; `expected` is "E118 1:1", "E118" or "read". */
static void
assert_read(const char *what, const GString *text, const char *expected)
{
	struct cc_source source = {.name = what,
	    .bytes = text->str,
	    .length = text->len,
	    .first_line = 1};
	struct cc_arena arena;
	struct cc_diags diags;
	g_autofree char *found = NULL;
	clock_t start = clock();

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	cc_xml_read(&arena, &source, NS, "case", &diags);
	found = first_code(&diags);
	g_test_message("%s: %s, %ld ms, %zu bytes in the arena", what, found,
	    (long)((clock() - start) * 1000 / CLOCKS_PER_SEC), cc_arena_used(&arena));
	/* The places of libxml2's own limits are not promised. */
	g_assert_true(g_str_has_prefix(found, expected));
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

/* HEAD, `open` so many times, `close` so many times, </case>. */
static void
assert_repeated(const char *what, const char *open, const char *close,
    size_t times, const char *expected)
{
	g_autoptr(GString) text = g_string_new(HEAD);

	repeat(text, open, times);
	repeat(text, close, times);
	g_string_append(text, "</case>");
	assert_read(what, text, expected);
}

/* One tag with the attributes a0, a1, ... */
static void
assert_attributes(const char *what, int count, const char *expected)
{
	g_autoptr(GString) text = g_string_new(HEAD "\n<a");

	for (int i = 0; i < count; i++)
		g_string_append_printf(text, " a%d=''", i);
	g_string_append(text, "/></case>");
	assert_read(what, text, expected);
}

static void
assert_value(
    const char *what, const char *letter, size_t length, const char *expected)
{
	g_autoptr(GString) text = g_string_new(HEAD "\n<a b='");

	repeat(text, letter, length);
	g_string_append(text, "'/></case>");
	assert_read(what, text, expected);
}

static void
test_tags(void)
{
	g_autoptr(GString) text = g_string_new(HEAD "\n<a");

	assert_attributes("64 attributes", 64, "read");
	/* Above the 65th; the tag itself is below its limit. */
	assert_attributes("65 attributes", 65, "E117 2:442");
	assert_attributes("100,000 attributes", 100000, "E118 2:1");
	assert_value("a value of 5 MB", "x", 5000000, "E118 2:1");
	assert_value("a value of 2,000", "\xE9\xAA\xA8", 2000, "read");
	assert_value("a value of 2,001", "\xE9\xAA\xA8", 2001, "E120 2:7");
	repeat(text, " ", CC_XML_START_TAG_MAX - strlen("<a/>"));
	g_string_append(text, "/></case>");
	assert_read("a tag of 64 KiB", text, "read");
	g_string_insert_c(text, (gssize)(text->len - strlen("/></case>")), ' ');
	assert_read("a tag of 64 KiB and a byte", text, "E118 2:1");
	g_string_truncate(text, 0);
	g_string_append(text, "<case ");
	repeat(text, "x", 60 << 20);
	assert_read("a tag without an end", text, "E118 1:1");
}

static void
test_depth(void)
{
	assert_repeated("depth 32", "<a>", "</a>", 31, "read");
	assert_repeated("depth 33", "<a>", "</a>", 32, "E116 1:130");
	assert_repeated("depth 10,000", "<a>", "</a>", 10000, "E116 1:130");
	assert_repeated(
	    "10 million open tags", "<a>", "", 10000000, "E116 1:130");
}

static void
test_text(void)
{
	g_autoptr(GString) text = g_string_new(HEAD "\n <a>\n");
	/* libxml2 grows its buffer by a realloc a section, and a sanitizer
	 * copies it every time. */
	const bool sanitized = g_getenv("CLINCOURSE_SANITIZED") != NULL;

	repeat(text, "\xE9\xAA\xA8", 2000);
	g_string_append(text, "\n\n </a></case>");
	assert_read("a text of 2,000", text, "read");
	g_string_insert(text, (gssize)strlen(HEAD "\n <a>\n"), "x &amp;");
	assert_read("a text of 2,003", text, "E119 3:1");
	assert_repeated(
	    "20 MB of text", "0123456789", "", 2000000, "E119 1:37");
	assert_repeated("20 MB of white", "         \n", "", 2000000, "read");
	assert_repeated(
	    "9 MB of references", "&#65;&lt;", "", 1000000, "E119 1:37");
	assert_repeated("13 MB of CDATA", "<![CDATA[x]]>", "",
	    sanitized ? 20000 : 1000000, "E119 1:46");
}

static void
test_size(void)
{
	g_autoptr(GString) text = g_string_new(HEAD);

	repeat(text, "<!-- x -->", 2000000);
	repeat(text, " ", CC_XML_CASE_MAX - text->len - strlen("</case>"));
	g_string_append(text, "</case>");
	assert_read("64 MiB", text, "read");
	g_string_append_c(text, ' ');
	assert_read("64 MiB and a byte", text, "E121 1:1");
	assert_repeated(
	    "4 million elements", "<a/>", "", 4 << 20, "E122 1:16777245");
	assert_repeated("500,000 elements", "<a b=''/>", "", 500000, "read");
}

/* What libxml2 limits itself. */
static void
test_own_limits(void)
{
	g_autoptr(GString) text = g_string_new(HEAD);

	for (int i = 0; i < 400000; i++)
		g_string_append_printf(text, "<a%060d/>", i);
	g_string_append(text, "</case>");
	/* It has no such limit any more. */
	assert_read(
	    "400,000 names", text, LIBXML_VERSION < 21400 ? "E101" : "read");
	g_string_assign(text, HEAD "\n<![CDATA[");
	repeat(text, "x", 11000000);
	g_string_append(text, "]]></case>");
	assert_read("11 MB of CDATA", text, "E101");
}

static void
test_namespaces(void)
{
	g_autoptr(GString) text = g_string_new(HEAD);
	char tag[64];

	assert_repeated("a million of another namespace", "<a xmlns='x'/>\n",
	    "", 1000000, "E114 1:37");
	assert_repeated(
	    "300,000 declarations", "<a xmlns='" NS "'/>", "", 300000, "read");
	g_string_append(text, "<a");
	for (int i = 0; i < 62; i++)
		g_string_append_printf(text, " xmlns:n%d='%s'", i, NS);
	g_string_append_c(text, '>');
	g_snprintf(tag, sizeof tag, "<n0:a/>");
	repeat(text, tag, 1000000);
	g_string_append(text, "</a></case>");
	assert_read("a million look-ups among 63", text, "read");
	assert_repeated("65 declarations in force",
	    "<a xmlns:a='a' xmlns:b='b' xmlns:c='c' xmlns:d='d'>", "</a>", 20,
	    "E123 1:802");
}

/* Each attribute is compared with those before it. */
static void
test_attribute_flood(void)
{
	g_autoptr(GString) tag = g_string_new("<a");

	for (int i = 0; i < 60; i++)
		g_string_append_printf(
		    tag, " %c%c=''", 'a' + i % 26, 'a' + i / 26);
	g_string_append(tag, "/>");
	assert_repeated(
	    "20,000 tags of 60 attributes", tag->str, "", 20000, "read");
}

static void
assert_file(const char *name, const char *expected)
{
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_xml_reader *reader;
	g_autofree char *found = NULL;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	reader = cc_xml_open(name, NS, &diags);
	g_assert_nonnull(reader);
	while (cc_xml_next_case(reader, &arena, &diags) != NULL)
		cc_arena_reset(&arena);
	found = first_code(&diags);
	if (expected != NULL)
		g_assert_cmpstr(found, ==, expected);
	else
		g_assert_true(cc_xml_failed(reader));
	cc_xml_close(reader);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

/* Compressed, and in another encoding: libxml2 would unpack the one and
 * convert the other. */
static void
test_encodings(void)
{
	static const char text[] = HEAD "</case>";
	static const char *const encodings[] = {
	    "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"};
	g_autofree char *name = NULL;
	g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();
	g_autoptr(GZlibCompressor) gzip =
	    g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
	g_autoptr(GOutputStream) in =
	    g_converter_output_stream_new(out, G_CONVERTER(gzip));
	int fd = g_file_open_tmp("xml-XXXXXX", &name, NULL);

	close(fd);
	g_output_stream_write_all(in, text, sizeof text - 1, NULL, NULL, NULL);
	g_output_stream_close(in, NULL, NULL);
	g_file_set_contents(name,
	    g_memory_output_stream_get_data(G_MEMORY_OUTPUT_STREAM(out)),
	    (gssize)g_memory_output_stream_get_data_size(
		G_MEMORY_OUTPUT_STREAM(out)),
	    NULL);
	assert_file(name, "E107 0:0");
	for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++) {
		gsize length;
		g_autofree char *converted = g_convert(text, sizeof text - 1,
		    encodings[i], "UTF-8", NULL, &length, NULL);

		g_file_set_contents(name, converted, (gssize)length, NULL);
		assert_file(name, "E106 0:0");
	}
	g_file_set_contents(
	    name, HEAD "\n<label>M\xFCller</label></case>", -1, NULL);
	assert_file(name, "E105 2:9");
	g_unlink(name);
}

static void
test_entities(void)
{
	g_autoptr(GString) text = g_string_new("<?xml version='1.0'?>\n"
					       "<!DOCTYPE case [\n");

	g_string_append(text, "<!ENTITY a0 'ha'>\n");
	for (int i = 1; i < 30; i++)
		g_string_append_printf(text,
		    "<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;'>\n", i, i - 1, i - 1,
		    i - 1, i - 1);
	g_string_append(text, "]>\n" HEAD "&a29;</case>");
	assert_read("billion laughs", text, "E103 2:1");
	g_string_assign(text, "<!DOCTYPE case [<!ENTITY x SYSTEM "
			      "'file:///etc/passwd'>]>" HEAD "&x;</case>");
	assert_read("external entity", text, "E103 1:1");
	g_string_assign(
	    text, "<!DOCTYPE case SYSTEM '/etc/x.dtd'>" HEAD "</case>");
	assert_read("external subset", text, "E103 1:1");
	g_string_assign(text,
	    "<?oasis-xml-catalog catalog='/etc/passwd'?>"
	    "<?xml-stylesheet href='/etc/passwd'?>" HEAD "</case>");
	assert_read("catalogue", text, "read");
}

#if defined(__SANITIZE_ADDRESS__)
#define KEEPS_FREED_MEMORY 1
#else
#define KEEPS_FREED_MEMORY 0
#endif

#define STREAM_CASES 300
#define STREAM_CASE_SIZE 100000 /* [bytes] */

static gpointer
write_stream(gpointer data)
{
	int fd = GPOINTER_TO_INT(data);
	g_autoptr(GString) text = g_string_new("<case>");
	FILE *to = fdopen(fd, "w");

	repeat(text, "<event id='x'>abc</event>", STREAM_CASE_SIZE / 25);
	g_string_append(text, "</case>");
	/* No line ends at all: one line of 30 MB. */
	fputs("<cases xmlns='" NS "'>", to);
	for (int i = 0; i < STREAM_CASES; i++)
		fwrite(text->str, 1, text->len, to);
	fputs("</cases><!-- & --", to);
	fclose(to);
	return NULL;
}

static long
peak_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss; /* [KiB] */
}

/* Runs first, while the peak is low. */
static void
test_stream_memory(void)
{
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_xml_reader *reader;
	const struct cc_diag *diag;
	g_autofree char *name = NULL;
	long before = 0;
	int fds[2], count = 0;
	GThread *thread;
	clock_t start = clock();

	if (g_getenv("CLINCOURSE_SANITIZED") != NULL) {
		g_test_skip("a sanitizer keeps what was freed");
		return;
	}
	g_assert_cmpint(pipe(fds), ==, 0);
	name = g_strdup_printf("/dev/fd/%d", fds[0]);
	cc_arena_init(&arena);
	cc_diags_init(&diags);
	reader = cc_xml_open(name, NS, &diags);
	close(fds[0]);
	thread = g_thread_new("stream", write_stream, GINT_TO_POINTER(fds[1]));
	while (cc_xml_next_case(reader, &arena, &diags) != NULL) {
		cc_arena_reset(&arena);
		if (++count == 10)
			before = peak_memory();
	}
	g_thread_join(thread);
	g_assert_cmpint(count, ==, STREAM_CASES);
	g_assert_true(cc_xml_failed(reader));
	g_test_message("%d cases of %d bytes: %ld ms, %ld KiB more",
	    STREAM_CASES, STREAM_CASE_SIZE,
	    (long)((clock() - start) * 1000 / CLOCKS_PER_SEC),
	    peak_memory() - before);
	if (!KEEPS_FREED_MEMORY)
		g_assert_cmpint(peak_memory() - before, <, 4096);
	diag = diags.list->pdata[0];
	/* <cases ...>, the cases, </cases> */
	g_assert_cmpuint(diag->place.column, ==,
	    37 + STREAM_CASES * (STREAM_CASE_SIZE + 13) + 8 + 1);
	cc_xml_close(reader);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

static void
test_stream_case_too_large(void)
{
	g_autoptr(GString) text =
	    g_string_new("<cases xmlns='" NS "'><case/>\n<case>");
	g_autofree char *name = NULL;
	int fd = g_file_open_tmp("xml-XXXXXX", &name, NULL);

	close(fd);
	repeat(text, " ", CC_XML_CASE_MAX + (1 << 20));
	g_string_append(text, "</case></cases>");
	g_file_set_contents(name, text->str, (gssize)text->len, NULL);
	assert_file(name, "E121 2:1");
	g_unlink(name);
}

/* The corpora: attacks, and the W3C's suite of conformance. */

static bool
any_file(const char *folder, void (*visit)(const char *name))
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *entry;
	bool found = false;

	while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, entry, NULL);

		if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
			found = any_file(path, visit) || found;
			continue;
		}
		visit(path);
		found = true;
	}
	if (dir != NULL)
		g_dir_close(dir);
	return found;
}

static void
refuse(const char *name)
{
	assert_file(name, NULL);
}

static void
test_attacks(void)
{
	const char *corpus = g_getenv("CLINCOURSE_CORPUS");
	g_autofree char *folder = NULL;

	if (corpus == NULL) {
		g_test_skip("no corpus");
		return;
	}
	folder = g_build_filename(corpus, "data", "xxe", NULL);
	g_assert_true(any_file(folder, refuse));
}

enum column {
	TYPE,
	ENTITIES,
	VERSION,
	RECOMMENDATION,
	NAMESPACE,
	ID,
	PATH,
	EDITION,
	COLUMNS
};

/* What refuses well-formed files: document types, other encodings, XML 1.1
 * and colons in names. */
static bool
refused_by_policy(char **row, const struct cc_diags *diags)
{
	const struct cc_diag *diag = diags->list->pdata[0];

	return diag->code == CC_E103 || diag->code == CC_E104 ||
	       diag->code == CC_E106 ||
	       strstr(diag->sentence, "version 1.0") != NULL ||
	       strstr(diag->sentence, "colon") != NULL ||
	       strcmp(row[TYPE], "error") == 0;
}

static bool
conforms(char **row, const char *folder)
{
	g_autofree char *path = g_build_filename(folder, row[PATH], NULL);
	/* The fifth edition made some names legal. */
	bool current = *row[EDITION] == '\0' || strchr(row[EDITION], '5');
	bool broken = strcmp(row[TYPE], "not-wf") == 0, good;
	struct cc_source source;
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_element *root;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	g_assert_true(cc_source_read(&source, path, CC_XML_CASE_MAX, &diags));
	root = cc_xml_read(&arena, &source, NULL, NULL, &diags);
	if (root != NULL)
		good = !broken || !current;
	else
		good = broken || refused_by_policy(row, &diags);
	cc_source_finish(&source);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
	return good;
}

static void
test_conformance(void)
{
	const char *corpus = g_getenv("CLINCOURSE_CORPUS");
	g_autofree char *folder = g_dir_make_tmp("xmlconf-XXXXXX", NULL);
	g_autofree char *unpacked = g_build_filename(folder, "xmlconf", NULL);
	g_autofree char *index = NULL, *archive = NULL, *table = NULL;
	g_auto(GStrv) lines = NULL;
	int wrong = 0, count = 0;

	if (corpus == NULL) {
		g_test_skip("no corpus");
		return;
	}
	index = g_build_filename(corpus, "data", "xmlconf", "index.tsv", NULL);
	archive =
	    g_build_filename(corpus, "data", "xmlconf", "xmlconf.tar.gz", NULL);
	g_assert_true(g_spawn_sync(NULL,
	    (char *[]){"tar", "xzf", archive, "-C", folder, NULL}, NULL,
	    G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
	g_assert_true(g_file_get_contents(index, &table, NULL, NULL));
	lines = g_strsplit(table, "\n", -1);
	for (char **line = lines + 1; *line != NULL && **line != '\0'; line++) {
		g_auto(GStrv) row = g_strsplit(*line, "\t", COLUMNS);

		count++;
		if (conforms(row, unpacked))
			continue;
		g_printerr("%s: %s\n", row[TYPE], row[PATH]);
		wrong++;
	}
	g_spawn_sync(NULL, (char *[]){"rm", "-rf", folder, NULL}, NULL,
	    G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
	g_test_message("%d files, %d wrong", count, wrong);
	g_assert_cmpint(wrong, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	signal(SIGPIPE, SIG_IGN);
	g_test_add_func("/xml/hostile/stream-memory", test_stream_memory);
	g_test_add_func("/xml/hostile/tags", test_tags);
	g_test_add_func("/xml/hostile/depth", test_depth);
	g_test_add_func("/xml/hostile/text", test_text);
	g_test_add_func("/xml/hostile/size", test_size);
	g_test_add_func("/xml/hostile/own-limits", test_own_limits);
	g_test_add_func("/xml/hostile/namespaces", test_namespaces);
	g_test_add_func("/xml/hostile/attribute-flood", test_attribute_flood);
	g_test_add_func("/xml/hostile/encodings", test_encodings);
	g_test_add_func("/xml/hostile/entities", test_entities);
	g_test_add_func(
	    "/xml/hostile/stream-case-too-large", test_stream_case_too_large);
	g_test_add_func("/xml/corpus/attacks", test_attacks);
	g_test_add_func("/xml/corpus/conformance", test_conformance);
	return g_test_run();
}
