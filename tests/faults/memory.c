/* Draws the same files again and again in one process; memory must not grow.
 * memory ROUNDS FILE...: prints TAP. */
#include <clincourse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WARM_UP 200      /* renders until caches are full */
#define GROWTH_MAX 1024L /* [KiB] */

static long
resident_kib(void)
{
	FILE *status = fopen("/proc/self/status", "r");
	char line[256];
	long kib = -1;

	if (status == NULL)
		return -1;
	while (fgets(line, sizeof line, status) != NULL)
		if (strncmp(line, "VmRSS:", 6) == 0)
			kib = strtol(line + 6, NULL, 10);
	fclose(status);
	return kib;
}

static bool
draw(struct clincourse *context, const char *path, const char *format)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct clincourse_reader *reader =
	    clincourse_open(context, path, diags);
	struct clincourse_render *render = clincourse_render_create(context);
	const struct clincourse_case *course =
	    reader != NULL ? clincourse_next(reader, NULL, diags) : NULL;
	char *bytes = NULL;
	size_t length;
	bool drawn = course != NULL && clincourse_draw_memory(render, course,
					   format, &bytes, &length, diags);

	free(bytes);
	clincourse_render_destroy(render);
	clincourse_close(reader);
	clincourse_diags_destroy(diags);
	return drawn;
}

int
main(int argc, char **argv)
{
	static const char *const formats[] = {"svg", "pdf", "png", "pptx", "html", "eps", "tiff"};
	const int kinds = sizeof formats / sizeof *formats;
	const int rounds = argc > 2 ? atoi(argv[1]) : 0;
	struct clincourse_diags *diags = clincourse_diags_create();
	struct clincourse *context = clincourse_create(NULL, diags);
	long warm = -1, last;
	int i;

	if (context == NULL || rounds <= WARM_UP)
		return 2;
	for (i = 0; i < rounds; i++) {
		if (i == WARM_UP)
			warm = resident_kib();
		if (!draw(context, argv[2 + i % (argc - 2)],
			formats[i / (argc - 2) % kinds])) {
			printf("Bail out! render %d failed\n", i);
			return 1;
		}
	}
	last = resident_kib();
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	if (warm < 0)
		printf("ok 1 - memory # SKIP no /proc\n");
	else
		printf("%s 1 - %d renders: %ld KiB after %d, %ld KiB at the "
		       "end\n",
		    last - warm <= GROWTH_MAX ? "ok" : "not ok", rounds, warm,
		    WARM_UP, last);
	printf("1..1\n");
	return 0;
}
