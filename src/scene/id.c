/* Ids of groups: one each, however often a thing is drawn. */
#include "scene/scene.h"

#include "base/hash.h"

#include <string.h>

/* An id and how many groups have it. */
struct seen {
	const char *id;
	unsigned count;
};

/* Of a table with room for twice as many. */
static struct seen *
find_seen(struct seen *table, size_t room, const char *id)
{
	size_t at = cc_hash_string(CC_HASH_START, id) & (room - 1);

	while (table[at].id != NULL && strcmp(table[at].id, id) != 0)
		at = (at + 1) & (room - 1);
	table[at].id = id;
	return &table[at];
}

static bool
has_id(const struct cc_item *item)
{
	return item->op == CC_OP_GROUP && item->group.id != NULL;
}

void
cc_scene_part_ids(struct cc_scene *scene)
{
	g_autofree struct seen *table = NULL;
	size_t count = 0, room = 2;

	for (size_t i = 0; i < scene->count; i++)
		count += has_id(&scene->items[i]);
	while (room < 2 * count)
		room *= 2;
	table = g_new0(struct seen, room);
	for (size_t i = 0; i < scene->count; i++) {
		struct cc_item *item = &scene->items[i];
		struct seen *seen;

		if (!has_id(item))
			continue;
		seen = find_seen(table, room, item->group.id);
		if (++seen->count > 1)
			item->group.id = cc_arena_printf(
			    scene->arena, "%s-%u", item->group.id, seen->count);
	}
}
