/* Fonts and outputs of the program: those of a module that is loaded when one
 * is first asked for. The dynamic linker finds it as it finds a library, by the
 * path that the program carries (src/meson.build). */
#include "output/painter.h"

#include "cli/cli.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As where a library is missing: nothing can go on. */
static _Noreturn void
painter_missing(const char *why)
{
	fprintf(stderr,
	    "clincourse: error: what draws cannot be loaded: %s\n"
	    "  clincourse-painter.so belongs to this program; install both\n",
	    why);
	exit(CC_EXIT_ENVIRONMENT);
}

static const struct cc_painter *
painter_load(void)
{
	void *module = dlopen("clincourse-painter.so", RTLD_NOW);
	const struct cc_painter *found =
	    module != NULL ? dlsym(module, CC_PAINTER) : NULL;

	if (found == NULL)
		painter_missing(dlerror());
	if (strcmp(found->version, CC_VERSION) != 0)
		painter_missing("it is of another version");
	return found;
}

/* Loading it twice gives the same one. */
static const struct cc_painter *
painter(void)
{
	static const struct cc_painter *loaded;

	if (loaded == NULL)
		loaded = painter_load();
	return loaded;
}

struct cc_fonts *
cc_fonts_create(const char *families, const char *lang, struct cc_diags *diags)
{
	return painter()->fonts_create(families, lang, diags);
}

void
cc_fonts_destroy(struct cc_fonts *fonts)
{
	painter()->fonts_destroy(fonts);
}

struct cc_measure *
cc_fonts_measure(struct cc_fonts *fonts)
{
	return painter()->fonts_measure(fonts);
}

int
cc_fonts_missing(struct cc_fonts *fonts, const char *string, GString *missing)
{
	return painter()->fonts_missing(fonts, string, missing);
}

char *
cc_fonts_respell(struct cc_fonts *fonts, const char *string)
{
	return painter()->fonts_respell(fonts, string);
}

void
cc_fonts_fingerprint(GChecksum *to)
{
	painter()->fonts_fingerprint(to);
}

void
cc_fonts_places(GPtrArray *to)
{
	painter()->fonts_places(to);
}

struct cc_ink *
cc_fonts_ink(struct cc_fonts *fonts)
{
	return painter()->fonts_ink(fonts);
}

const char *const *
cc_fonts_used(struct cc_fonts *fonts, size_t *count)
{
	return painter()->fonts_used(fonts, count);
}

void
cc_fonts_forget_used(struct cc_fonts *fonts)
{
	painter()->fonts_forget_used(fonts);
}

const struct cc_output *const *
cc_outputs(void)
{
	return painter()->outputs();
}
