/* What a stranger writes against the installed library: read, draw, list. */
#define _GNU_SOURCE /* memmem */
#include <clincourse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
draw(struct clincourse *context, const char *path, const char *out,
    struct clincourse_diags *diags)
{
	struct clincourse_reader *reader =
	    clincourse_open(context, path, diags);
	struct clincourse_render *render;
	const struct clincourse_case *course;
	bool bad = false, drawn = false;
	char *bytes = NULL;
	size_t length = 0;

	if (reader == NULL)
		return false;
	render = clincourse_render_create(context);
	course = clincourse_next(reader, &bad, diags);
	if (course != NULL && !bad)
		drawn = clincourse_render_set(render, "lang", "zh", diags) &&
		        clincourse_draw(render, course, NULL, out, diags) &&
		        clincourse_draw_memory(
			    render, course, "svg", &bytes, &length, diags) &&
		        length > 0 && memmem(bytes, length, "<svg", 4) != NULL;
	if (drawn) {
		char *print =
		    clincourse_render_fingerprint(render, "svg", path, diags);

		drawn = print != NULL && strlen(print) == 32;
		free(print);
	}
	free(bytes);
	clincourse_render_destroy(render);
	clincourse_close(reader);
	return drawn;
}

int
main(int argc, char **argv)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct clincourse *context = clincourse_create(NULL, diags);
	char *text;
	bool drawn;

	if (argc != 3 || context == NULL)
		return 1;
	drawn = draw(context, argv[1], argv[2], diags);
	text = clincourse_diags_text(
	    diags, CLINCOURSE_DIAGS_TEXT, CLINCOURSE_WARNING);
	fputs(text, stderr);
	free(text);
	text = clincourse_list(context, "formats");
	fputs(text, stdout);
	free(text);
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	return drawn ? 0 : 1;
}
