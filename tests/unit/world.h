/* A program that was started, and what it makes of a case: a fixture. */
#ifndef CC_TEST_WORLD_H
#define CC_TEST_WORLD_H

#include <clincourse.h>

#include <glib.h>

struct world {
	struct clincourse_diags *diags;
	struct clincourse *context;
};

void world_init(struct world *world, gconstpointer unused);
void world_finish(struct world *world, gconstpointer unused);

/* The first case of a file, or of a text, as an output in a language: bytes
 * that end with a 0; g_free. The text is legal. */
char *world_write_file(struct world *world, const char *path, const char *lang,
    const char *format);
char *world_write_text(
    struct world *world, const char *xml, const char *lang, const char *format);

/* The same of what stands in a <case>, in English; `clock`: which times of day
 * are told, or NULL. */
char *world_write_body(struct world *world, const char *clock, const char *body,
    const char *lang, const char *format);

#endif
