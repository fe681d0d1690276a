/* What a group has that can be painted only when others are: words beside a
 * curve, which keep clear of all curves. */
#include "scene/scene.h"

#include <string.h>

void
cc_scene_gather(struct cc_scene *scene, size_t first, size_t end)
{
	struct cc_item *to = scene->items + end;
	const size_t between = first - end, count = scene->count - first;
	struct cc_item *late;

	g_assert(end < first && first <= scene->count);
	g_assert(to->op == CC_OP_END);
	if (count == 0)
		return;
	late = cc_arena_memdup(
	    scene->arena, scene->items + first, count * sizeof *late);
	memmove(to + count, to, between * sizeof *to);
	memcpy(to, late, count * sizeof *to);
}
