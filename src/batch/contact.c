#include "batch/contact.h"

#include "base/sink.h"
#include "batch/record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE "index.html"

/* No script, and nothing from elsewhere; a picture is loaded when it comes into
 * view. */
static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>clincourse</title>\n<style>\n"
    "body{font:14px sans-serif;margin:16px;color:#222;background:#fff}\n"
    "ul{list-style:none;margin:0;padding:0;display:grid;gap:16px;"
    "grid-template-columns:repeat(auto-fill,minmax(320px,1fr))}\n"
    "img{width:100%;height:200px;object-fit:contain;"
    "border:1px solid #ccc}\n"
    "a{color:inherit;text-decoration:none}\n"
    "</style>\n<ul>\n";

/* What a browser shows as a picture. */
static bool
is_shown(const char *output)
{
	return g_str_has_suffix(output, ".svg") ||
	       g_str_has_suffix(output, ".png");
}

static void
write_case(struct cc_sink *sink, const struct cc_record *record)
{
	g_autofree char *path = g_uri_escape_string(record->output, "/", TRUE);
	g_autofree char *link = g_markup_escape_text(path, -1);
	g_autofree char *name = g_markup_escape_text(record->id, -1);
	g_autoptr(GString) text = g_string_new(NULL);

	if (record->outcome != CC_DRAWN)
		g_string_append_printf(text, "<li>%s: %s %s</li>\n", name,
		    cc_outcome_word(record->outcome), record->code);
	else if (is_shown(record->output))
		g_string_append_printf(text,
		    "<li><a href=\"%s\"><img loading=\"lazy\" src=\"%s\" "
		    "alt=\"\"><br>%s</a></li>\n",
		    link, link, name);
	else
		g_string_append_printf(
		    text, "<li><a href=\"%s\">%s</a></li>\n", link, name);
	cc_sink_write(sink, text->str, text->len);
}

static void
write_all(struct cc_sink *sink, FILE *report)
{
	GStringChunk *keep = g_string_chunk_new(1024);
	struct cc_record record;
	char *line = NULL;
	size_t room = 0;
	ssize_t length;

	cc_sink_write(sink, head, strlen(head));
	while ((length = getline(&line, &room, report)) > 0) {
		length -= line[length - 1] == '\n';
		if (cc_record_read(line, (size_t)length, keep, &record))
			write_case(sink, &record);
		g_string_chunk_clear(keep);
	}
	cc_sink_write(sink, "</ul>\n", strlen("</ul>\n"));
	free(line);
	g_string_chunk_free(keep);
}

bool
cc_contact_write(
    int folder, const char *path, const char *report, struct cc_diags *diags)
{
	g_autofree char *page = g_build_filename(path, PAGE, NULL);
	int fd = openat(folder, report, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct cc_sink *sink;
	FILE *file;

	if (fd < 0) {
		cc_diag_file(diags, CC_E001, report, g_strerror(errno));
		return false;
	}
	file = fdopen(fd, "r");
	sink = cc_sink_open_in(folder, PAGE, page, diags);
	if (sink != NULL)
		write_all(sink, file);
	fclose(file);
	return sink != NULL && cc_sink_commit(sink, diags);
}
