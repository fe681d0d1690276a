#include "world.h"

#include <string.h>

void
world_init(struct world *world, gconstpointer unused)
{
	(void)unused;
	world->diags = clincourse_diags_create();
	world->context = clincourse_create(NULL, world->diags);
	g_assert_nonnull(world->context);
}

void
world_finish(struct world *world, gconstpointer unused)
{
	(void)unused;
	clincourse_destroy(world->context);
	clincourse_diags_destroy(world->diags);
}

/* Takes the reader. */
static char *
write_next(struct world *world, struct clincourse_reader *reader,
    const char *lang, const char *format)
{
	struct clincourse_render *render =
	    clincourse_render_create(world->context);
	const struct clincourse_case *course;
	char *bytes = NULL, *text;
	size_t length = 0;
	bool bad;

	g_assert_nonnull(reader);
	course = clincourse_next(reader, &bad, world->diags);
	if (course == NULL || bad)
		g_error("%s", clincourse_diags_text(world->diags,
				  CLINCOURSE_DIAGS_TEXT, CLINCOURSE_NOTE));
	g_assert_true(
	    clincourse_render_set(render, "lang", lang, world->diags));
	g_assert_true(clincourse_draw_memory(
	    render, course, format, &bytes, &length, world->diags));
	text = g_strndup(bytes, length);
	g_free(bytes);
	clincourse_close(reader);
	clincourse_render_destroy(render);
	return text;
}

char *
world_write_file(
    struct world *world, const char *path, const char *lang, const char *format)
{
	return write_next(world,
	    clincourse_open(world->context, path, world->diags), lang, format);
}

char *
world_write_text(
    struct world *world, const char *xml, const char *lang, const char *format)
{
	return write_next(world,
	    clincourse_open_memory(
		world->context, "c.xml", xml, strlen(xml), world->diags),
	    lang, format);
}

char *
world_write_body(struct world *world, const char *clock, const char *body,
    const char *lang, const char *format)
{
	g_autofree char *xml = g_strconcat(
	    "<case xmlns=\"urn:clincourse:case:1\" id=\"c\" xml:lang=\"en\"",
	    clock != NULL ? " clock=\"" : "", clock != NULL ? clock : "",
	    clock != NULL ? "\">" : ">", body, "</case>", NULL);

	return world_write_text(world, xml, lang, format);
}
