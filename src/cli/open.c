#include "cli/open.h"

#include <stdio.h>

#ifdef __APPLE__
#define OPENER "open"
#else
#define OPENER "xdg-open"
#endif

enum cc_exit
cc_open(const char *path)
{
	const char *opener = g_getenv("CLINCOURSE_OPENER");
	/* A name that begins with a dash is no option. */
	g_autofree char *file =
	    *path == '-' ? g_build_filename(".", path, NULL) : g_strdup(path);
	char *words[] = {NULL, file, NULL};
	g_autoptr(GError) error = NULL;

	words[0] = (char *)(opener != NULL && *opener != '\0' ? opener : OPENER);
	if (g_spawn_async(NULL, words, NULL,
		G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
		    G_SPAWN_STDERR_TO_DEV_NULL,
		NULL, NULL, NULL, &error))
		return CC_EXIT_WELL;
	fprintf(stderr,
	    "clincourse render: --open: %s (CLINCOURSE_OPENER names another "
	    "program)\n",
	    error->message);
	return CC_EXIT_ENVIRONMENT;
}
