/* What a picture depends on besides its case. */
#include "api/context.h"

#include <string.h>

#define DIGITS 32

/* With its length: two pieces never read as one. NULL is not "". */
static void
add_piece(GChecksum *to, const void *bytes, size_t length)
{
	g_autofree char *head = g_strdup_printf("%zu:", length);

	g_checksum_update(to, (const guchar *)head, -1);
	g_checksum_update(to, bytes, (gssize)length);
}

static void
add_string(GChecksum *to, const char *string)
{
	if (string != NULL)
		add_piece(to, string, strlen(string));
	else
		g_checksum_update(to, (const guchar *)"-", 1);
}

static void
add_sources(GChecksum *to, const GPtrArray *sources)
{
	for (guint i = 0; i < sources->len; i++) {
		const struct cc_source *source = sources->pdata[i];

		add_piece(to, source->bytes, source->length);
	}
}

static void
add_options(GChecksum *to, const struct clincourse_render *render)
{
	const char *value;

	for (size_t i = 0; cc_render_option(render, i, &value); i++)
		add_string(to, value);
}

static bool
add_beside(GChecksum *to, struct clincourse *context, const char *path,
    struct cc_diags *diags)
{
	struct cc_beside *beside;

	if (path == NULL)
		return true;
	beside = cc_beside_find(context, path, diags);
	if (beside == NULL)
		return false;
	add_sources(to, beside->sources);
	cc_beside_release(beside);
	return true;
}

/* Some megabytes, which a folder of one case does not change. */
static const char *
foundation(struct clincourse *context)
{
	g_autoptr(GChecksum) sum = NULL;

	if (context->foundation != NULL)
		return context->foundation;
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	add_sources(sum, context->sources);
	cc_fonts_fingerprint(sum);
	context->foundation = g_strdup(g_checksum_get_string(sum));
	return context->foundation;
}

char *
clincourse_render_fingerprint(struct clincourse_render *render,
    const char *format, const char *path, struct clincourse_diags *diags)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	add_string(sum, CC_VERSION);
	add_string(sum, format);
	add_options(sum, render);
	add_string(sum, foundation(render->context));
	if (!add_beside(sum, render->context, path, &diags->list))
		return NULL;
	return g_strndup(g_checksum_get_string(sum), DIGITS);
}
