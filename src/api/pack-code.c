#include "api/pack-code.h"

#include <string.h>

#define IN_A_LINE 20 /* numbers */

static void
append_numbers(GString *to, const uint32_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		g_string_append_printf(to, "%u,%s", numbers[i],
		    i % IN_A_LINE == IN_A_LINE - 1 ? "\n" : "");
}

static void
code_numbers(
    GString *to, const char *name, const uint32_t *numbers, size_t count)
{
	g_string_append_printf(to, "static const uint32_t %s[] = {\n", name);
	append_numbers(to, numbers, count);
	g_string_append(to, "};\n");
}

void
cc_code_bytes(
    GString *to, const char *name, const unsigned char *bytes, size_t count)
{
	g_string_append_printf(
	    to, "static const unsigned char %s[] = {\n", name);
	for (size_t i = 0; i < count; i++)
		g_string_append_printf(to, "%u,%s", bytes[i],
		    i % IN_A_LINE == IN_A_LINE - 1 ? "\n" : "");
	g_string_append(to, "};\n");
}

/* A string and the 0 behind it a line. */
static void
code_strings(GString *to, const char *name, const char *strings, size_t count)
{
	g_string_append_printf(to, "static const char %s[] =\n", name);
	for (const char *p = strings; p < strings + count; p += strlen(p) + 1) {
		g_autofree char *escaped = g_strescape(p, NULL);

		g_string_append_printf(to, "\"%s\\0\"\n", escaped);
	}
	g_string_append(to, ";\n");
}

static void
code_index(GString *to, const char *name, const struct cc_vocab_pack *pack)
{
	g_string_append_printf(
	    to, "static const struct cc_packed_entry %s[] = {\n", name);
	for (uint32_t i = 0; i < pack->first[CC_IN_COUNT]; i++)
		g_string_append_printf(
		    to, "{%u,%u},\n", pack->index[i].at, pack->index[i].scheme);
	g_string_append(to, "};\n");
}

static void
code_names(GString *to, const char *name, const struct cc_vocab_pack *pack)
{
	g_string_append_printf(
	    to, "static const struct cc_packed_name %s[] = {\n", name);
	for (uint32_t i = 0; i < pack->name_count; i++) {
		const struct cc_packed_name *row = &pack->names[i];

		g_string_append_printf(to, "{%u,%u,%u,%u,%u,%u},\n", row->plain,
		    row->word, row->lang, row->entry, row->in, row->by);
	}
	g_string_append(to, "};\n");
}

void
cc_code_vocab(GString *to, const char *name, const struct cc_vocab_pack *pack)
{
	code_strings(to, "strings", pack->strings, pack->string_bytes);
	cc_code_bytes(to, "entries", pack->entries, pack->entry_bytes);
	code_index(to, "entry_index", pack);
	code_names(to, "names", pack);
	code_numbers(to, "keys", pack->keys, pack->key_mask + 1);
	code_numbers(to, "files", pack->files, pack->file_count);
	g_string_append_printf(to,
	    "const struct cc_vocab_pack %s = {\n"
	    "\t.strings = strings, .entries = entries,\n"
	    "\t.index = entry_index, .names = names, .keys = keys,\n"
	    "\t.files = files, .string_bytes = %u, .entry_bytes = %u,\n"
	    "\t.name_count = %u, .key_mask = %u, .file_count = %u,\n"
	    "\t.first = {",
	    name, pack->string_bytes, pack->entry_bytes, pack->name_count,
	    pack->key_mask, pack->file_count);
	append_numbers(to, pack->first, CC_IN_COUNT + 1);
	g_string_append(to, "},\n};\n");
}

static void
append_text(GString *to, const char *text)
{
	g_autofree char *escaped =
	    text != NULL ? g_strescape(text, NULL) : NULL;

	if (escaped != NULL)
		g_string_append_printf(to, "\"%s\",", escaped);
	else
		g_string_append(to, "NULL,");
}

void
cc_code_language(
    GString *to, const char *name, const struct cc_language_pack *pack)
{
	g_string_append_printf(
	    to, "static const struct cc_language_pack %s = {\n", name);
	append_text(to, pack->lang);
	append_text(to, pack->name);
	append_text(to, pack->small);
	g_string_append(to, "{\n");
	for (int i = 0; i < CC_MESSAGE_COUNT; i++) {
		const struct cc_message_forms *forms = &pack->message[i];

		g_string_append_c(to, '{');
		append_text(to, forms->other);
		append_text(to, forms->one);
		g_string_append_printf(
		    to, "%zu,%zu},\n", forms->length, forms->places);
	}
	g_string_append(to, "}};\n");
}
