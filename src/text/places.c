/* Where fonts are. */
#include "text/text.h"

#include <fontconfig/fontconfig.h>

static void
places_add(FcStrList *list, GPtrArray *to)
{
	FcChar8 *place;

	if (list == NULL)
		return;
	while ((place = FcStrListNext(list)) != NULL)
		g_ptr_array_add(to, g_strdup((const char *)place));
	FcStrListDone(list);
}

void
cc_fonts_places(GPtrArray *to)
{
	places_add(FcConfigGetConfigFiles(NULL), to);
	places_add(FcConfigGetFontDirs(NULL), to);
	places_add(FcConfigGetCacheDirs(NULL), to);
}
