#include "xml/xml.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define NS "urn:clincourse:case:1"
#define XMLNS " xmlns='" NS "'"

static struct cc_source
source_of(const char *bytes, size_t length)
{
	return (struct cc_source){
	    .name = "x.xml", .bytes = bytes, .length = length, .first_line = 1};
}

static void
append_place(GString *to, struct cc_pos pos)
{
	struct cc_place place = cc_pos_place(pos);

	g_string_append_printf(to, " %u:%u+%u", place.line, place.column,
	    pos.source != NULL ? pos.length : 0);
}

/* One line an element: name, place, attributes with the places of name and
 * value, text with its place. */
static void
append_element(GString *to, const struct cc_element *element, int depth)
{
	g_string_append_printf(to, "%*s%s", depth, "", element->name);
	append_place(to, element->pos);
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *attribute = &element->attributes[i];

		g_string_append_printf(to, " | %s", attribute->name);
		append_place(to, attribute->name_pos);
		g_string_append_printf(to, " =%s", attribute->value);
		append_place(to, attribute->pos);
	}
	if (*element->text != '\0') {
		g_string_append_printf(to, " | \"%s\"", element->text);
		append_place(to, element->text_pos);
	}
	g_string_append_c(to, '\n');
	for (const struct cc_element *child = element->first; child != NULL;
	     child = child->next) {
		g_assert_true(child->parent == element);
		append_element(to, child, depth + 1);
	}
}

/* "E101 3:7;" for each. */
static char *
summary(const struct cc_diags *diags)
{
	GString *to = g_string_new(NULL);

	for (guint i = 0; i < diags->list->len; i++) {
		const struct cc_diag *diag = diags->list->pdata[i];

		g_string_append_printf(to, "%s%s %u:%u", i > 0 ? "; " : "",
		    cc_code_word(diag->code), diag->place.line,
		    diag->place.column);
	}
	return g_string_free(to, FALSE);
}

static void
test_places(void)
{
	static const char text[] =
	    "\xEF\xBB\xBF<?xml version='1.0' encoding=\"utf-8\"?>\r\n"
	    "<!-- <no tag> -->\r\n"
	    "<case xmlns=\"" NS "\" id='\xE9\xAA\xA8' xml:lang=\"zh\">\r\n"
	    "\t<label>\xE9\xAA\xA8\xE9\xAB\x93 &amp; x</label><note\r\n"
	    "\t\ttime = \"2022\tx\"\r\n"
	    "\tcode='a>b &#x9AA8;'\r\n"
	    "/>\xE9\xAB\x93<value> <![CDATA[ <5 ]]><!-- - -->mg <?pi <a> ?>\r\n"
	    "  <sub/> </value>\r\n"
	    "</case>\r\n<!-- end -->\r\n";
	static const char expected[] =
	    "case 3:1+5 | id 3:37+2 =\xE9\xAA\xA8 3:41+3"
	    " | xml:lang 3:44+8 =zh 3:54+2 | \"\xE9\xAB\x93\" 7:3+3\n"
	    " label 4:2+6 | \"\xE9\xAA\xA8\xE9\xAB\x93 & x\" 4:9+14\n"
	    " note 4:27+5 | time 5:3+4 =2022 x 5:11+6"
	    " | code 6:2+4 =a>b \xE9\xAA\xA8 6:8+12\n"
	    " value 7:4+6 | \"<5 mg\" 7:22+2\n"
	    "  sub 8:3+4\n";
	struct cc_source source = source_of(text, sizeof text - 1);
	g_autoptr(GString) found = g_string_new(NULL);
	struct cc_element *root;
	struct cc_arena arena;
	struct cc_diags diags;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	root = cc_xml_read(&arena, &source, NS, "case", &diags);
	g_assert_nonnull(root);
	append_element(found, root, 0);
	g_assert_cmpstr(found->str, ==, expected);
	g_assert_cmpstr(cc_element_value(root, "xml:lang"), ==, "zh");
	g_assert_null(cc_element_attribute(root, "lang"));
	g_assert_cmpuint(diags.list->len, ==, 0);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

/* References and accents, in values as in text. */
static void
test_letters(void)
{
	static const char text[] =
	    "<case" XMLNS " id='R&amp;D &amp;&lt; &#38;'"
	    " code='&amp;#38;&amp;amp;' site='e\xCC\x81 \xE2\x84\xAB'>"
	    "<label>U\xCC\x88"
	    "belkeit &amp; n\xCC\x83 \xE9\xAA\xA8</label>"
	    "<note>\xC3\xA9 q\xCC\x81</note>"
	    "</case>";
	struct cc_source source = source_of(text, sizeof text - 1);
	struct cc_element *root;
	struct cc_arena arena;
	struct cc_diags diags;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	root = cc_xml_read(&arena, &source, NS, "case", &diags);
	g_assert_nonnull(root);
	g_assert_cmpstr(cc_element_value(root, "id"), ==, "R&D &< &");
	g_assert_cmpstr(cc_element_value(root, "code"), ==, "&#38;&amp;");
	g_assert_cmpstr(
	    cc_element_value(root, "site"), ==, "\xC3\xA9 \xC3\x85");
	g_assert_cmpstr(root->first->text, ==,
	    "\xC3\x9C"
	    "belkeit & \xC3\xB1 \xE9\xAA\xA8");
	/* There is no such letter in one piece. */
	g_assert_cmpstr(root->first->next->text, ==, "\xC3\xA9 q\xCC\x81");
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

/* A tag far below line 65,535, where libxml2 stops to count. */
static void
test_far_line(void)
{
	g_autoptr(GString) text = g_string_new("<case" XMLNS ">");
	struct cc_source source;
	struct cc_element *root;
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_place place;

	for (int i = 0; i < 70000; i++)
		g_string_append(text, "\n");
	g_string_append(text, "  <event id='x'/></case>");
	source = source_of(text->str, text->len);
	cc_arena_init(&arena);
	cc_diags_init(&diags);
	root = cc_xml_read(&arena, &source, NS, "case", &diags);
	g_assert_nonnull(root);
	place = cc_pos_place(root->first->attributes[0].pos);
	g_assert_cmpuint(place.line, ==, 70001);
	g_assert_cmpuint(place.column, ==, 14);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

struct refusal {
	const char *text, *diags, *word;
};

#define C(inside) "<case" XMLNS ">\n" inside "</case>"

static const struct refusal refusals[] = {
    /* Tags. */
    {C("<a>\n <b>\n</a>"), "E101 4:1",
	"</a> where </b> should close <b> of "
	"line 3, column 2"},
    {C("</b>"), "E101 2:1", "</b> where </case> should close"},
    {C("") "\n</case>", "E101 3:1", "</case> closes nothing"},
    {C("<a>\n<b>"), "E101 3:4", "</case> where </b>"},
    {"<case" XMLNS ">\n <a>\n", "E101 2:2", "<a> is never closed"},
    {"<case" XMLNS ">\n <a", "E101 2:2", "the tag <a is not closed by a >"},
    {"<case" XMLNS ">\n <", "E101 2:2", "a < that begins no tag"},
    {"<case" XMLNS ">\n </cas", "E101 2:2", "end tag is not closed"},
    {"<case" XMLNS ">\n </case <b>", "E101 2:2", "end tag is not closed"},
    {"<case" XMLNS ">\n </case b>", "E101 2:9", "a name and no more"},
    {"<case" XMLNS ">\n<!-- x -", "E101 2:1", "comment is not closed by -->"},
    {"<case" XMLNS ">\n<![CDATA[ x ]]", "E101 2:1", "not closed by ]]>"},
    {"<case" XMLNS ">\n<?x y", "E101 2:1", "not closed by ?>"},
    {C("<a <b/>"), "E101 2:1", "the tag <a is not closed"},
    {C("p < 0.05"), "E101 2:3", "a < that begins no tag must be written &lt;"},
    {C("<a/ >"), "E101 2:3", "only > or />"},
    {C("<1/>"), "E101 2:1", "begins no tag"},
    {C("<a\xC3\x97/>"), "E101 2:3", ""},
    {C("<b>x</b><!ELEMENT a>"), "E101 2:9", "<! begins no comment"},
    /* Attributes. */
    {C("<a id='1' b='' id='2'/>"), "E101 2:16", "id stands twice"},
    {C("<a b/>"), "E101 2:4", "b has no value: write b=\"...\""},
    {C("<a b=1/>"), "E101 2:6", "b lacks its opening quote"},
    {C("<a b=x\">\n<c/>"), "E101 2:6", "b lacks its opening quote"},
    {C("<a b=\"x>\n<c d=\"y\"/>"), "E101 2:6", "b lacks its closing quote"},
    {C("<a b=\"x c=\"y\"/>"), "E101 2:6", "b lacks its closing quote"},
    {C("<a b=\"x\"c=\"y\"/>"), "E101 2:9", "only white space"},
    {C("<a b=\"p < 1\"/>"), "E101 2:9",
	"a < in the value of b must be written &lt;"},
    {C("<a b=\"x<c\"/>"), "E101 2:8",
	"a < in the value of b must be written &lt;"},
    {C("<a =\"x\"/>"), "E101 2:4", "the name of an attribute is missing"},
    {"<case" XMLNS ">\n<a b='x", "E101 2:6", "b lacks its closing quote"},
    /* References and characters. */
    {C("x &foo; y"), "E102 2:3", "&foo;"},
    {C("<a b='&nbsp;'/>"), "E102 2:7", "&nbsp;"},
    {C("R & D"), "E101 2:3", "written &amp;"},
    {C("<a b='R&D'/>"), "E101 2:8", "written &amp;"},
    {C("&#1;"), "E101 2:1", "no character that XML allows"},
    {C("&#xD800;"), "E101 2:1", "no character that XML allows"},
    {C("&#4294967361;"), "E101 2:1", "no character that XML allows"},
    {C("&#x;"), "E101 2:1", "looks like"},
    {C("&#65"), "E101 2:1", "looks like"},
    {C("a\x01z"), "E101 2:2", "a control character"},
    {C("<a b='\x02'/>"), "E101 2:7", "a control character"},
    {C("\xEF\xBF\xBF"), "E101 2:1", ""},
    {C("a ]]> b"), "E101 2:3", "]]&gt;"},
    {C("<!-- a -- b -->"), "E101 2:8", "inside a comment"},
    {C("Gr\xFC\xDF"), "E105 2:3", "0xFC"},
    {C("<a b='\xD6\xD0'/>"), "E105 2:7", "0xD6"},
    {C("\xC0\x80"), "E105 2:1", "0xC0"},
    {C("\xED\xA0\x80"), "E105 2:1", "0xED"},
    /* The document. */
    {"", "E108 0:0", ""},
    {" \n\t ", "E108 0:0", ""},
    {"\xEF\xBB\xBF", "E108 0:0", ""},
    {"<!-- x -->\n", "E109 0:0", ""},
    {"hello", "E101 1:1", "before the root"},
    {"{\"id\": 1}", "E101 1:1", "before the root"},
    {C("") "x", "E101 2:8", "behind the end of the root"},
    {C("") "<![CDATA[]]>", "E101 2:8", "behind the end of the root"},
    {C("") "\n<case/>", "E110 3:1", "second root element <case>"},
    {"<kase" XMLNS "/>", "E111 1:1", "<kase>, expected <case>"},
    {"<kase/>", "E111 1:1", "<kase>, expected <case>"},
    {"<case/>", "W113 1:1", "read as <case xmlns=\"" NS "\">"},
    {"<x:case" XMLNS "/>", "E113 1:1", "no namespace"},
    {"<case xmlns='urn:x'/>", "E112 1:14", "\"urn:x\", expected \"" NS "\""},
    {"<!DOCTYPE case>" C(""), "E103 1:1", "remove"},
    {"\n<!DOCTYPE case [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n" C("&x;"),
	"E103 2:1", ""},
    {"<?xml version='1.0' encoding='GB18030'?>" C(""), "E104 1:31", "GB18030"},
    {"<?xml version='1.1'?>" C(""), "E101 1:16", "only XML version 1.0"},
    {"<?xml encoding='UTF-8'?>" C(""), "E101 1:7", "version"},
    {"<?xml version='1.0' standalone='x'?>" C(""), "E101 1:33", "yes or no"},
    {"\n<?xml version='1.0'?>" C(""), "E101 2:1", "the very first"},
    {"\x1F\x8B\x08 not really", "E107 0:0", "gzip"},
    {"PK\x03\x04 not really", "E107 0:0", "zip"},
    {"\xFE\xFF not really", "E106 0:0", "UTF-16"},
    /* Namespaces: reading goes on. */
    {C("<a xmlns='urn:y'><b/></a><c/>\n<d xmlns='urn:y'/>"),
	"E114 2:1; E114 3:1", "<a> is of another namespace"},
    {C("<u:a/>"), "E114 2:1", "<u:a>"},
    {C("<a u:b='' c='' xmlns:v='urn:v' v:d=''/>"), "E115 2:4; E115 2:32",
	"attribute u:b"},
    {C("<a xmlns:v='' b='x'/>"), "E101 2:14", "a prefix"},
    {C("<a:b:c/>"), "E101 2:5", "one colon"},
};

static void
assert_refused(const struct refusal *row, struct cc_diags *diags)
{
	g_autofree char *found = summary(diags);
	g_autoptr(GString) text = g_string_new(NULL);

	cc_diags_text(diags, CC_NOTE, text);
	if (strcmp(found, row->diags) != 0 ||
	    strstr(text->str, row->word) == NULL) {
		g_printerr("%s\nfound: %s\n%s", row->text, found, text->str);
		g_test_fail();
	}
}

static void
test_refusals(void)
{
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (size_t i = 0; i < G_N_ELEMENTS(refusals); i++) {
		const struct refusal *row = &refusals[i];
		struct cc_source source =
		    source_of(row->text, strlen(row->text));
		struct cc_diags diags;
		/* What E114 and E115 tell of is passed over, a bare <case> is
		 * read as it was meant. */
		bool goes_on =
		    (row->diags[2] == '1' &&
			(row->diags[3] == '4' || row->diags[3] == '5')) ||
		    g_str_has_prefix(row->text, "<case/>");
		struct cc_element *root;

		cc_diags_init(&diags);
		root = cc_xml_read(&arena, &source, NS, "case", &diags);
		assert_refused(row, &diags);
		g_assert_true((root != NULL) == goes_on);
		cc_diags_finish(&diags);
	}
	cc_arena_finish(&arena);
}

struct pipe_end {
	const char *text;
	size_t length;
	int fd;
};

/* Byte by byte, so that any place in the text is once the end of a piece. */
static gpointer
trickle(gpointer data)
{
	struct pipe_end *end = data;

	/* Nobody reads on behind a fault. */
	for (size_t i = 0; i < end->length; i++)
		if (write(end->fd, end->text + i, 1) != 1)
			break;
	close(end->fd);
	return NULL;
}

/* All cases of the text, read through a pipe, with its diagnostics. */
static char *
read_trickled(const char *text, size_t length, bool *failed)
{
	GString *found = g_string_new(NULL);
	struct pipe_end end = {text, length, -1};
	struct cc_xml_reader *reader;
	struct cc_element *element;
	struct cc_arena arena;
	struct cc_diags diags;
	g_autofree char *name = NULL, *rest = NULL;
	GThread *thread;
	int fds[2];

	/* O_DIRECT: each read returns what one write wrote. */
	g_assert_cmpint(pipe2(fds, O_DIRECT), ==, 0);
	name = g_strdup_printf("/dev/fd/%d", fds[0]);
	cc_arena_init(&arena);
	cc_diags_init(&diags);
	reader = cc_xml_open(name, NS, &diags);
	g_assert_nonnull(reader);
	end.fd = fds[1];
	thread = g_thread_new("trickle", trickle, &end);
	while ((element = cc_xml_next_case(reader, &arena, &diags)) != NULL) {
		append_element(found, element, 0);
		cc_arena_reset(&arena);
	}
	*failed = cc_xml_failed(reader);
	rest = summary(&diags);
	g_string_append(found, rest);
	cc_xml_close(reader);
	close(fds[0]);
	g_thread_join(thread);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
	return g_string_free(found, FALSE);
}

static void
test_refusals_in_pieces(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(refusals); i++) {
		const struct refusal *row = &refusals[i];
		bool failed;
		g_autofree char *found =
		    read_trickled(row->text, strlen(row->text), &failed);

		if (g_str_has_suffix(found, row->diags))
			continue;
		g_printerr("%s\nexpected: %s\n", row->text, row->diags);
		g_assert_cmpstr(found, ==, row->diags);
	}
}

#define STREAM "<?xml version='1.0'?>\n<c:cases xmlns:c='" NS "'" XMLNS ">"

static void
assert_stream(const char *text, const char *expected, bool expect_failure)
{
	bool failed;
	g_autofree char *found = read_trickled(text, strlen(text), &failed);

	g_assert_cmpstr(found, ==, expected);
	g_assert_true(failed == expect_failure);
}

static void
test_stream(void)
{
	assert_stream(STREAM "<!-- > --><case id='1'/>\n"
			     "<c:case id='2'>\n<a/>\n</c:case><case id='3'>"
			     "x</case>\n\n</c:cases>\n<!-- z -->",
	    "case 2:82+5 | id 2:88+2 =1 2:92+1\n"
	    "case 3:1+7 | id 3:9+2 =2 3:13+1\n a 4:1+2\n"
	    "case 5:10+5 | id 5:16+2 =3 5:20+1 | \"x\" 5:23+1\n",
	    false);
	/* What came before the fault stands. */
	assert_stream(STREAM "\n<case id='1'/>\n<case id='2'><a></case>\n"
			     "<case id='3'/></c:cases>",
	    "case 3:1+5 | id 3:7+2 =1 3:11+1\nE101 4:17", true);
	assert_stream(STREAM "\n<case/>\n<case>a\x01</case></c:cases>",
	    "case 3:1+5\nE101 4:8", true);
	assert_stream(STREAM "\n<case/>\n", "case 3:1+5\nE101 4:1", true);
	assert_stream(STREAM "\n<case/>\n<!-- -- --></c:cases>",
	    "case 3:1+5\nE101 4:6", true);
	assert_stream(
	    STREAM "<case/></c:cases>\n<x/>", "case 2:72+5\nE110 3:1", true);
	/* What is no case is left out. */
	assert_stream(
	    STREAM "\n<case/>x<case/></c:cases>", "case 3:1+5\nE124 3:8", true);
	assert_stream(STREAM "\n<b/><case/><x:y/><case/></c:cases>",
	    "case 3:5+5\ncase 3:18+5\nE124 3:1; E114 3:12", false);
	assert_stream(STREAM "</c:cases>", "W102 2:1", false);
	assert_stream("<cases" XMLNS "/>", "W102 1:1", false);
	assert_stream("<case" XMLNS " id='1'/>\n",
	    "case 1:1+5 | id 1:37+2 =1 1:41+1\n", false);
}

static void
test_open(void)
{
	struct cc_diags diags;
	struct cc_xml_reader *reader;

	cc_diags_init(&diags);
	reader = cc_xml_open("/nowhere/x.xml", NS, &diags);
	g_assert_null(reader);
	g_assert_null(cc_xml_open("/", NS, &diags));
	g_assert_cmpuint(diags.list->len, ==, 2);
	cc_xml_close(reader);
	cc_diags_finish(&diags);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	signal(SIGPIPE, SIG_IGN);
	g_test_add_func("/xml/places", test_places);
	g_test_add_func("/xml/letters", test_letters);
	g_test_add_func("/xml/far-line", test_far_line);
	g_test_add_func("/xml/refusals", test_refusals);
	g_test_add_func("/xml/refusals-in-pieces", test_refusals_in_pieces);
	g_test_add_func("/xml/stream", test_stream);
	g_test_add_func("/xml/open", test_open);
	return g_test_run();
}
