/* What decides how letters look on this machine. */
#include "text/line.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static gint
compare_lines(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A line a face: its file may be replaced, which shows in the version. */
static void
add_fonts(GChecksum *to)
{
	const FcFontSet *set = FcConfigGetFonts(NULL, FcSetSystem);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

	for (int i = 0; set != NULL && i < set->nfont; i++) {
		FcChar8 *file = NULL;
		int index = 0, version = 0;

		FcPatternGetString(set->fonts[i], FC_FILE, 0, &file);
		FcPatternGetInteger(set->fonts[i], FC_INDEX, 0, &index);
		FcPatternGetInteger(set->fonts[i], FC_FONTVERSION, 0, &version);
		g_ptr_array_add(
		    lines, g_strdup_printf("%s %d %d\n",
			       file != NULL ? (const char *)file : "", index,
			       version));
	}
	/* The order of a folder is nobody's wish. */
	g_ptr_array_sort(lines, compare_lines);
	for (guint i = 0; i < lines->len; i++)
		g_checksum_update(to, lines->pdata[i], -1);
}

static void
add_configuration(GChecksum *to)
{
	FcStrList *files = FcConfigGetConfigFiles(NULL);
	FcChar8 *file;

	while (files != NULL && (file = FcStrListNext(files)) != NULL) {
		g_autofree char *text = NULL;
		gsize length;

		if (g_file_get_contents(
			(const char *)file, &text, &length, NULL))
			g_checksum_update(
			    to, (const guchar *)text, (gssize)length);
	}
	if (files != NULL)
		FcStrListDone(files);
}

void
cc_fonts_fingerprint(GChecksum *to)
{
	g_autofree char *libraries = g_strdup_printf("%s %s %d\n",
	    pango_version_string(), cairo_version_string(), FcGetVersion());

	g_checksum_update(to, (const guchar *)libraries, -1);
	add_configuration(to);
	add_fonts(to);
}
