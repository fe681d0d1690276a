#include "out.h"

static void
indent(struct cc_out *out)
{
	for (int i = 0; i < out->depth; i++)
		g_string_append(out->to, "  ");
}

static void
tag_end(struct cc_out *out)
{
	if (out->pending)
		g_string_append(out->to, ">\n");
	out->pending = false;
}

static void
escaped(struct cc_out *out, const char *text)
{
	g_autofree char *safe = g_markup_escape_text(text, -1);

	g_string_append(out->to, safe);
}

void
cc_out_open(struct cc_out *out, const char *element)
{
	g_assert(out->depth < (int)G_N_ELEMENTS(out->open));
	tag_end(out);
	indent(out);
	g_string_append_printf(out->to, "<%s", element);
	out->open[out->depth++] = element;
	out->pending = true;
}

void
cc_out_attribute(struct cc_out *out, const char *name, const char *value)
{
	g_assert(out->pending);
	g_string_append_printf(out->to, " %s=\"", name);
	escaped(out, value);
	g_string_append_c(out->to, '"');
}

void
cc_out_close(struct cc_out *out)
{
	const char *element = out->open[--out->depth];

	if (out->pending) {
		g_string_append(out->to, "/>\n");
		out->pending = false;
		return;
	}
	indent(out);
	g_string_append_printf(out->to, "</%s>\n", element);
}

void
cc_out_content(struct cc_out *out, const char *text)
{
	g_assert(out->pending);
	g_string_append_c(out->to, '>');
	escaped(out, text);
	g_string_append_printf(out->to, "</%s>\n", out->open[--out->depth]);
	out->pending = false;
}

void
cc_out_words(
    struct cc_out *out, const char *element, const char *lang, const char *text)
{
	cc_out_open(out, element);
	if (lang != NULL)
		cc_out_attribute(out, "xml:lang", lang);
	cc_out_content(out, text);
}
