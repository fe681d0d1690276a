#include "base/diag.h"

#include <string.h>
#include <unistd.h>

static struct cc_source
source_of(const char *name, const char *bytes)
{
	return (struct cc_source){.name = name,
	    .bytes = bytes,
	    .length = strlen(bytes),
	    .first_line = 1};
}

/* The place of `word` in the source. */
static struct cc_pos
pos_of(const struct cc_source *source, const char *word)
{
	const char *found = strstr(source->bytes, word);

	g_assert_nonnull(found);
	return (struct cc_pos){
	    source, (uint32_t)(found - source->bytes), (uint32_t)strlen(word)};
}

static void
assert_text(const struct cc_diags *diags, const char *expected)
{
	g_autoptr(GString) text = g_string_new(NULL);

	cc_diags_text(diags, CC_NOTE, text);
	g_assert_cmpstr(text->str, ==, expected);
}

static void
assert_place(
    const struct cc_source *source, uint32_t at, uint32_t line, uint32_t column)
{
	struct cc_place place = cc_pos_place((struct cc_pos){source, at, 0});

	g_assert_cmpuint(place.line, ==, line);
	g_assert_cmpuint(place.column, ==, column);
}

static void
test_place(void)
{
	struct cc_source source =
	    source_of("a", "ab\r\n\xE9\xAB\x93\xE5\xA4\x96x\n");

	assert_place(&source, 0, 1, 1);
	assert_place(&source, 1, 1, 2);
	assert_place(&source, 4, 2, 1);
	assert_place(&source, 7, 2, 2);
	assert_place(&source, 10, 2, 3);
	assert_place(&source, 12, 3, 1);
	assert_place(&source, 99, 3, 1);
	assert_place(NULL, 0, 0, 0);
	source.first_line = 70000;
	assert_place(&source, 4, 70001, 1);
	source = source_of("bom", "\xEF\xBB\xBF<case>");
	assert_place(&source, 3, 1, 1);
	assert_place(&source, 4, 1, 2);
}

static void
test_text(void)
{
	struct cc_source source =
	    source_of("samples/x.xml", "<case>\n  <line n='1'/>\n</case>\n");
	struct cc_diags diags;

	cc_diags_init(&diags);
	cc_diag(&diags, CC_E001, pos_of(&source, "n='1'"), "why");
	assert_text(&diags,
	    "samples/x.xml:2:9: error: cannot be read: why [E001]\n"
	    "  <line n='1'/>\n"
	    "        ^~~~~\n");
	cc_diags_finish(&diags);
}

static void
test_text_no_place(void)
{
	struct cc_diags diags;

	cc_diags_init(&diags);
	cc_diag_file(&diags, CC_E002, "out\x1B[2J\xFF.svg");
	cc_diag(&diags, CC_E004, (struct cc_pos){0});
	assert_text(&diags,
	    "out?[2J\xEF\xBF\xBD.svg: error: is a directory, a file is "
	    "needed [E002]\n"
	    "error: no font at all is installed (fonts-liberation and "
	    "fonts-wqy-microhei are enough) [E004]\n");
	g_assert_cmpuint(diags.count[CC_FATAL], ==, 2);
	cc_diags_finish(&diags);
}

/* A tab is one space, a Chinese letter two cells, a control none of ours. */
static void
test_underline(void)
{
	struct cc_source source = source_of("a.xml",
	    "\t<label>\xE9\xAB\x93\xE5\xA4\x96 PR\x1B\xE7\x97\x85\xE7\x81\xB6"
	    "</label>\r\n");
	struct cc_diags diags;
	struct cc_diag *diag;

	cc_diags_init(&diags);
	cc_diag(&diags, CC_E002, pos_of(&source, "PR"));
	cc_diag(&diags, CC_E002, pos_of(&source, "\xE7\x97\x85\xE7\x81\xB6"));
	diag = diags.list->pdata[1];
	g_assert_cmpuint(diag->width, ==, 2);
	g_assert_cmpuint(diag->indent, ==, 14);
	g_assert_cmpuint(diag->place.column, ==, 15);
	assert_text(&diags,
	    "a.xml:1:12: error: is a directory, a file is needed [E002]\n"
	    " <label>\xE9\xAB\x93\xE5\xA4\x96 PR\xEF\xBF\xBD"
	    "\xE7\x97\x85\xE7\x81\xB6</label>\n"
	    "             ^~\n"
	    "a.xml:1:15: error: is a directory, a file is needed [E002]\n"
	    " <label>\xE9\xAB\x93\xE5\xA4\x96 PR\xEF\xBF\xBD"
	    "\xE7\x97\x85\xE7\x81\xB6</label>\n"
	    "                ^~~~\n");
	cc_diags_finish(&diags);
}

static void
test_excerpt_cut(void)
{
	GString *line = g_string_new("first\n");
	struct cc_source source;
	struct cc_diags diags;
	struct cc_diag *diag;
	const char *at;
	int i;

	for (i = 0; i < 1000; i++)
		g_string_append(line, "\xE9\xAB\x93");
	g_string_append(line, "HERE");
	for (i = 0; i < 1000; i++)
		g_string_append(line, "\xE5\xA4\x96");
	source = source_of("long.xml", line->str);
	cc_diags_init(&diags);
	cc_diag(&diags, CC_E002, pos_of(&source, "HERE"));
	diag = diags.list->pdata[0];
	g_assert_cmpuint(diag->place.line, ==, 2);
	g_assert_cmpuint(diag->place.column, ==, 1001);
	g_assert_true(g_utf8_validate(diag->excerpt, -1, NULL));
	g_assert_cmpint(g_utf8_strlen(diag->excerpt, -1), ==, 200);
	at = g_utf8_offset_to_pointer(diag->excerpt, diag->indent);
	g_assert_true(g_str_has_prefix(at, "HERE"));
	g_assert_cmpuint(diag->width, ==, 4);
	cc_diags_finish(&diags);
	g_string_free(line, TRUE);
}

/* Whatever the bytes and the place: valid text, place inside the excerpt. */
static void
test_excerpt_random(void)
{
	GRand *rand = g_rand_new_with_seed(3);
	char bytes[600];
	int i, j;

	for (i = 0; i < 3000; i++) {
		struct cc_source source = {.name = "\xFF", .bytes = bytes};
		struct cc_diags diags;
		struct cc_diag *diag;
		struct cc_pos pos = {.source = &source};
		g_autoptr(GString) json = g_string_new(NULL);

		source.first_line = 1;
		source.length = (size_t)g_rand_int_range(rand, 0, 600);
		for (j = 0; j < 600; j++)
			bytes[j] =
			    (char)(i % 2 == 0
				       ? g_rand_int_range(rand, 0, 256)
				       : g_rand_int_range(rand, 0x80, 0xFF));
		pos.at = (uint32_t)g_rand_int_range(rand, 0, 620);
		pos.length = (uint32_t)g_rand_int_range(rand, 0, 620);
		cc_diags_init(&diags);
		cc_diag(&diags, CC_E001, pos, "\"\\\n\x01\xC0");
		diag = diags.list->pdata[0];
		g_assert_true(g_utf8_validate(diag->excerpt, -1, NULL));
		g_assert_cmpint(g_utf8_strlen(diag->excerpt, -1), <=, 200);
		g_assert_cmpint(
		    g_utf8_strlen(diag->excerpt, -1), >=, diag->indent);
		g_assert_cmpuint(diag->width, >=, 1);
		cc_diags_json(&diags, json);
		g_assert_true(g_utf8_validate(json->str, -1, NULL));
		cc_diags_finish(&diags);
	}
	g_rand_free(rand);
}

static void
test_json(void)
{
	struct cc_source source = source_of("a\"b\xFF.xml", "<case/>");
	struct cc_diags diags;
	g_autoptr(GString) json = g_string_new(NULL);

	cc_diags_init(&diags);
	cc_diags_json(&diags, json);
	g_assert_cmpstr(json->str, ==, "[]\n");
	g_string_truncate(json, 0);
	cc_diag(&diags, CC_E001, pos_of(&source, "case"), "a\\b\n\xFE");
	cc_diag_file(&diags, CC_E002, "dir");
	cc_diags_json(&diags, json);
	g_assert_cmpstr(json->str, ==,
	    "[\n {\"file\":\"a\\\"b\xEF\xBF\xBD.xml\",\"line\":1,"
	    "\"column\":2,\"width\":4,\"severity\":\"error\","
	    "\"code\":\"E001\",\"message\":"
	    "\"cannot be read: a\\\\b\xEF\xBF\xBD\xEF\xBF\xBD\"},\n"
	    " {\"file\":\"dir\",\"line\":null,\"column\":null,"
	    "\"width\":null,\"severity\":\"error\",\"code\":\"E002\","
	    "\"message\":\"is a directory, a file is needed\"}\n]\n");
	cc_diags_finish(&diags);
}

static void
test_sort(void)
{
	struct cc_source b = source_of("b", "12\n34"), a = source_of("a", "1");
	const char *const expected[] = {"1", "2", "3", "4", "5"};
	struct cc_diags diags;
	size_t i;

	cc_diags_init(&diags);
	cc_diag(&diags, CC_E001, pos_of(&b, "34"), "5");
	cc_diag(&diags, CC_E001, pos_of(&b, "2"), "3");
	cc_diag(&diags, CC_E001, pos_of(&b, "2"), "4");
	cc_diag(&diags, CC_E001, pos_of(&b, "12"), "2");
	cc_diag(&diags, CC_E001, pos_of(&a, "1"), "1");
	cc_diags_sort(&diags);
	for (i = 0; i < G_N_ELEMENTS(expected); i++) {
		const struct cc_diag *diag = diags.list->pdata[i];

		g_assert_true(g_str_has_suffix(diag->sentence, expected[i]));
	}
	cc_diags_finish(&diags);
}

static void
test_limit_and_mild(void)
{
	struct cc_diags diags;
	g_autoptr(GString) text = g_string_new(NULL);

	cc_diags_init(&diags);
	diags.limit = 1;
	cc_diag_mild(&diags, CC_E005, (struct cc_pos){0}, "1 MiB");
	cc_diag_mild(&diags, CC_E005, (struct cc_pos){0}, "2 MiB");
	g_assert_cmpuint(diags.list->len, ==, 1);
	g_assert_cmpuint(diags.count[CC_WARNING], ==, 2);
	assert_text(
	    &diags, "warning: is larger than the limit of 1 MiB [E005]\n");
	cc_diags_text(&diags, CC_ERROR, text);
	g_assert_cmpstr(text->str, ==, "");
	/* What is milder takes no room away from what is not. */
	cc_diag(&diags, CC_E005, (struct cc_pos){0}, "3 MiB");
	cc_diag(&diags, CC_E005, (struct cc_pos){0}, "4 MiB");
	g_assert_cmpuint(diags.list->len, ==, 2);
	g_assert_cmpuint(diags.count[CC_ERROR], ==, 2);
	cc_diags_text(&diags, CC_ERROR, text);
	g_assert_cmpstr(
	    text->str, ==, "error: is larger than the limit of 3 MiB [E005]\n");
	cc_diags_finish(&diags);
}

/* Rows stand in order, each under a letter that says how grave it is, and no
 * sentence asks printf for what follows the locale. */
static void
test_catalogue(void)
{
	int code;

	for (code = 0; code < CC_CODE_COUNT; code++) {
		const char *word = cc_code_word(code);
		const char *sentence = cc_code_sentence(code);
		const char *p = sentence;

		g_assert_cmpuint(strlen(word), ==, 4);
		switch (cc_code_severity(code)) {
		case CC_NOTE:
			g_assert_cmpint(word[0], ==, 'N');
			break;
		case CC_WARNING:
			g_assert_cmpint(word[0], ==, 'W');
			break;
		case CC_ERROR:
		case CC_FATAL:
			g_assert_cmpint(word[0], ==, 'E');
			break;
		}
		while ((p = strchr(p, '%')) != NULL) {
			p += 1 + strspn(p + 1, "0123456789lz");
			g_assert_true(*p != '\0');
			g_assert_nonnull(strchr("sduxX%", *p++));
		}
		g_assert_false(g_str_has_suffix(sentence, "."));
	}
}

static void
test_nearest(void)
{
	static const char *const words[] = {
	    "VGPR", "PR", "sCR", "daratumumab", "relapse", "\xE9\xAB\x93"};
	size_t n = G_N_ELEMENTS(words);

	g_assert_cmpstr(cc_nearest("vgpr", words, n), ==, "VGPR");
	g_assert_cmpstr(cc_nearest("VGRP", words, n), ==, "VGPR");
	g_assert_cmpstr(cc_nearest("daratumomab", words, n), ==, "daratumumab");
	g_assert_cmpstr(cc_nearest("dartumumabs", words, n), ==, "daratumumab");
	g_assert_cmpstr(cc_nearest("relaps", words, n), ==, "relapse");
	g_assert_null(cc_nearest("PD", words, n));
	g_assert_null(cc_nearest("imatinib", words, n));
	g_assert_null(cc_nearest("", words, n));
	g_assert_null(cc_nearest("x", words, 0));
	g_assert_null(cc_nearest("\xFF\xFE", words, n));
}

static void
test_source_read(void)
{
	g_autofree char *name = NULL;
	int fd = g_file_open_tmp("cc-XXXXXX", &name, NULL);
	struct cc_source source;
	struct cc_diags diags;

	g_assert_cmpint(write(fd, "<case/>", 7), ==, 7);
	close(fd);
	cc_diags_init(&diags);
	g_assert_true(cc_source_read(&source, name, 7, &diags));
	g_assert_cmpmem(source.bytes, source.length, "<case/>", 7);
	cc_source_finish(&source);
	g_assert_false(cc_source_read(&source, name, 6, &diags));
	g_assert_false(cc_source_read(&source, "/nowhere/x", 6, &diags));
	g_assert_false(cc_source_read(&source, "/tmp", 6, &diags));
	g_assert_cmpuint(diags.count[CC_ERROR], ==, 1);
	/* Nobody waits for a device. */
	g_assert_false(cc_source_read(&source, "/dev/null", 6, &diags));
	g_assert_cmpuint(diags.count[CC_FATAL], ==, 3);
	g_assert_true(g_file_set_contents(name, "", 0, NULL));
	g_assert_true(cc_source_read(&source, name, 6, &diags));
	g_assert_cmpuint(source.length, ==, 0);
	g_assert_nonnull(source.bytes);
	cc_source_finish(&source);
	unlink(name);
	cc_diags_finish(&diags);
}

/* With an index or without, in whatever order places are asked for. */
static void
test_lines(void)
{
	g_autoptr(GString) text = g_string_new("\xEF\xBB\xBF");
	GRand *rand = g_rand_new_with_seed(7);
	struct cc_lines lines = {0};
	struct cc_source plain, indexed;

	for (int i = 0; i < 3000; i++) {
		static const char *const pieces[] = {
		    "a", "\n", "\r\n", "\xE7\x99\x8C", "long words "};

		g_string_append(text, pieces[g_rand_int_range(rand, 0, 5)]);
	}
	plain = (struct cc_source){.name = "x",
	    .bytes = text->str,
	    .length = text->len,
	    .first_line = 1};
	for (int window = 0; window < 2; window++) {
		indexed = plain;
		indexed.lines = &lines;
		for (int i = 0; i < 5000; i++) {
			const uint32_t at = (uint32_t)g_rand_int_range(
			    rand, 0, (gint32)text->len + 1);
			struct cc_place a =
			    cc_pos_place((struct cc_pos){&plain, at, 0});
			struct cc_place b =
			    cc_pos_place((struct cc_pos){&indexed, at, 0});

			g_assert_cmpuint(a.line, ==, b.line);
			g_assert_cmpuint(a.column, ==, b.column);
		}
		/* Then as the rest of a longer stream. */
		plain.first_line = 12;
		plain.columns_before = 34;
		cc_lines_forget(&lines);
	}
	g_rand_free(rand);
}

/* The limit is a section's; what is beyond it is told at its end. */
static void
test_sections(void)
{
	struct cc_diags diags;
	const struct cc_diag *more;

	cc_diags_init(&diags);
	diags.limit = 3;
	for (int i = 0; i < 3; i++)
		cc_diag_file(&diags, CC_E005, "a.xml", "1 MiB");
	cc_diags_section(&diags);
	g_assert_cmpuint(diags.list->len, ==, 3);
	for (int i = 0; i < 8; i++)
		cc_diag_file(&diags, CC_E005, "b.xml", "1 MiB");
	cc_diag_file(&diags, CC_W102, "b.xml");
	cc_diags_section(&diags);
	cc_diags_section(&diags);
	g_assert_cmpuint(diags.list->len, ==, 8);
	more = diags.list->pdata[7];
	g_assert_cmpstr(cc_code_word(more->code), ==, "E006");
	g_assert_cmpstr(more->file, ==, "b.xml");
	g_assert_true(g_str_has_prefix(more->sentence, "and 5 more errors"));
	/* They are counted once. */
	g_assert_cmpuint(diags.count[CC_ERROR], ==, 11);
	diags.strict = true;
	for (int i = 0; i < 4; i++)
		cc_diag_file(&diags, CC_W102, "c.xml");
	cc_diags_section(&diags);
	more = diags.list->pdata[diags.list->len - 1];
	g_assert_cmpuint(more->severity, ==, CC_ERROR);
	g_assert_true(g_str_has_prefix(more->sentence, "and 1 more"));
	cc_diags_finish(&diags);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/diag/place", test_place);
	g_test_add_func("/diag/text", test_text);
	g_test_add_func("/diag/text-no-place", test_text_no_place);
	g_test_add_func("/diag/underline", test_underline);
	g_test_add_func("/diag/excerpt-cut", test_excerpt_cut);
	g_test_add_func("/diag/excerpt-random", test_excerpt_random);
	g_test_add_func("/diag/json", test_json);
	g_test_add_func("/diag/sort", test_sort);
	g_test_add_func("/diag/limit-and-mild", test_limit_and_mild);
	g_test_add_func("/diag/catalogue", test_catalogue);
	g_test_add_func("/diag/nearest", test_nearest);
	g_test_add_func("/diag/source-read", test_source_read);
	g_test_add_func("/diag/lines", test_lines);
	g_test_add_func("/diag/sections", test_sections);
	return g_test_run();
}
