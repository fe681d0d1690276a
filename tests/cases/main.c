/* cases [--KNOB VALUE]... [--count N] [-o FOLDER]
 * Writes made-up cases: one as a document of its own, several as one <cases>
 * or, with -o, a file each. The case after that of --seed 7 is that of
 * --seed 8. */
#include "cases.h"

#include "base/sink.h"

#include <stdio.h>
#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

struct options {
	struct cc_knobs knobs;
	const char *folder; /* NULL: standard output */
	int count;
	bool list; /* say what was drawn instead of writing cases */
};

static bool
options_read(struct options *options, int argc, char **argv)
{
	for (int i = 1; i + 1 < argc; i += 2) {
		const char *value = argv[i + 1];
		g_autofree char *legal = NULL;

		if (strcmp(argv[i], "-o") == 0) {
			options->folder = value;
		} else if (strcmp(argv[i], "--count") == 0) {
			options->count = (int)g_ascii_strtoull(value, NULL, 10);
		} else if (!g_str_has_prefix(argv[i], "--") ||
			   !cc_knobs_set(
			       &options->knobs, argv[i] + 2, value, &legal)) {
			fprintf(stderr, "cases: %s %s%s%s\n", argv[i], value,
			    legal != NULL ? " is not " : ": no such knob",
			    legal != NULL ? legal : "");
			return false;
		}
	}
	options->list = argc % 2 == 0 && strcmp(argv[argc - 1], "--list") == 0;
	return (argc % 2 == 1 || options->list) && options->count > 0;
}

static bool
text_write(const char *path, const GString *text, struct cc_diags *diags)
{
	struct cc_sink *sink = cc_sink_open(path, diags);

	if (sink == NULL)
		return false;
	cc_sink_write(sink, text->str, text->len);
	return cc_sink_commit(sink, diags);
}

static bool
folder_write(struct options *options, struct cc_diags *diags)
{
	g_autoptr(GString) text = g_string_new(NULL);
	bool written = true;

	for (int i = 0; i < options->count && written; i++) {
		g_autofree char *path =
		    g_strdup_printf("%s/s%" G_GUINT64_FORMAT ".xml",
			options->folder, options->knobs.seed);

		g_string_assign(text, HEAD);
		cc_case_generate(&options->knobs, text);
		written = text_write(path, text, diags);
		options->knobs.seed++;
	}
	return written;
}

static bool
stream_write(struct options *options, struct cc_diags *diags)
{
	const bool many = options->count > 1;
	g_autoptr(GString) text = g_string_new(HEAD);

	if (many)
		g_string_append(
		    text, "<cases xmlns=\"urn:clincourse:case:1\">\n");
	for (int i = 0; i < options->count; i++) {
		cc_case_generate(&options->knobs, text);
		options->knobs.seed++;
	}
	if (many)
		g_string_append(text, "</cases>\n");
	return text_write("-", text, diags);
}

static bool
list_write(struct options *options, struct cc_diags *diags)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (int i = 0; i < options->count; i++) {
		struct cc_knobs knobs = options->knobs;

		cc_knobs_draw(&knobs);
		cc_knobs_describe(&knobs, text);
		g_string_append_c(text, '\n');
		options->knobs.seed++;
	}
	return text_write("-", text, diags);
}

int
main(int argc, char **argv)
{
	struct options options = {.count = 1};
	struct cc_diags diags;
	bool written;

	cc_knobs_init(&options.knobs, 1);
	if (!options_read(&options, argc, argv)) {
		fputs("usage: cases [--seed N] [--count N] [--events N]"
		      " [--span 36h|40d|12y]\n"
		      "             [--precision WORD] [--labels WORD]"
		      " [--script WORD]\n"
		      "             [--structure WORD] [--doubt PERCENT]"
		      " [--disease CODE]\n"
		      "             [-o FOLDER] [--list]\n",
		    stderr);
		return 2;
	}
	cc_diags_init(&diags);
	if (options.list)
		written = list_write(&options, &diags);
	else if (options.folder != NULL)
		written = folder_write(&options, &diags);
	else
		written = stream_write(&options, &diags);
	if (!written) {
		g_autoptr(GString) text = g_string_new(NULL);

		cc_diags_text(&diags, CC_NOTE, text);
		fputs(text->str, stderr);
	}
	cc_diags_finish(&diags);
	return written ? 0 : 3;
}
