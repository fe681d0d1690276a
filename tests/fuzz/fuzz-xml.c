/* Whole documents and streams of cases. libxml2 itself is not instrumented,
 * so this explores the guard and the scanner; that libxml2 and the scanner
 * read the same tags is asserted. */
#include "xml/xml.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define TWO_WAYS "its tags can be understood in two ways"
#define NS "urn:clincourse:case:1"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every place lies inside the source. */
static void
check_element(const struct cc_element *element, size_t length)
{
	g_assert_cmpuint(element->pos.at + element->pos.length, <=, length);
	g_assert_cmpuint(
	    element->text_pos.at + element->text_pos.length, <=, length);
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *attribute = &element->attributes[i];

		g_assert_cmpuint(
		    attribute->pos.at + attribute->pos.length, <=, length);
		g_assert_cmpuint(attribute->name_pos.at, <,
		    attribute->pos.at + (attribute->pos.source == NULL));
		g_assert_true(g_utf8_validate(attribute->value, -1, NULL));
	}
	g_assert_true(g_utf8_validate(element->text, -1, NULL));
	for (element = element->first; element != NULL; element = element->next)
		check_element(element, length);
}

static void
check_diags(const struct cc_diags *diags, bool failed)
{
	g_autoptr(GString) text = g_string_new(NULL);

	cc_diags_text(diags, CC_NOTE, text);
	g_assert_true(g_utf8_validate(text->str, (gssize)text->len, NULL));
	for (guint i = 0; i < diags->list->len; i++) {
		const struct cc_diag *diag = diags->list->pdata[i];

		g_assert_false(
		    g_str_has_suffix(diag->sentence, "XML: " TWO_WAYS));
	}
	g_assert_true(!failed || diags->list->len > 0);
}

static void
read_whole(const char *data, size_t size, const char *ns, const char *root)
{
	struct cc_source source = {
	    .name = "fuzz", .bytes = data, .length = size, .first_line = 1};
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_element *element;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	element = cc_xml_read(&arena, &source, ns, root, &diags);
	if (element != NULL)
		check_element(element, size);
	check_diags(&diags, element == NULL);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

static void
read_stream(const char *data, size_t size)
{
	int fd = memfd_create("fuzz", MFD_CLOEXEC);
	g_autofree char *name = g_strdup_printf("/proc/self/fd/%d", fd);
	struct cc_xml_reader *reader;
	struct cc_element *element;
	struct cc_arena arena;
	struct cc_diags diags;

	g_assert_cmpint(write(fd, data, size), ==, (gssize)size);
	cc_arena_init(&arena);
	cc_diags_init(&diags);
	reader = cc_xml_open(name, NS, &diags);
	while ((element = cc_xml_next_case(reader, &arena, &diags)) != NULL) {
		check_element(element, size);
		cc_arena_reset(&arena);
	}
	check_diags(&diags, cc_xml_failed(reader));
	cc_xml_close(reader);
	close(fd);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
}

/* As it comes, as the inside of a case, and as the inside of a stream: short
 * inputs get far. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GString) text = g_string_new("<case xmlns='" NS "'>");

	read_whole((const char *)data, size, NULL, NULL);
	g_string_append_len(text, (const char *)data, (gssize)size);
	g_string_append(text, "</case>");
	read_whole(text->str, text->len, NS, "case");
	g_string_assign(text, "<cases xmlns='" NS "' xmlns:c='" NS "'>");
	g_string_append_len(text, (const char *)data, (gssize)size);
	g_string_append(text, "<case/></cases>");
	read_stream(text->str, text->len);
	return 0;
}
