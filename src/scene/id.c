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

/* Those of groups, in their order; *count of them. */
static const char ***
find_ids(struct cc_scene *scene, size_t *count)
{
	const char ***ids =
	    cc_arena_new_room(scene->arena, const char **, scene->count);

	*count = 0;
	for (size_t i = 0; i < scene->count; i++) {
		struct cc_item *item = &scene->items[i];

		if (item->op == CC_OP_GROUP && item->group.id != NULL)
			ids[(*count)++] = &item->group.id;
	}
	return ids;
}

void
cc_scene_part_ids(struct cc_scene *scene)
{
	size_t count, room = 2;
	const char ***ids = find_ids(scene, &count);
	struct seen *table;

	while (room < 2 * count)
		room *= 2;
	table = cc_arena_new_array(scene->arena, struct seen, room);
	for (size_t i = 0; i < count; i++) {
		struct seen *seen = find_seen(table, room, *ids[i]);

		if (++seen->count > 1)
			*ids[i] = cc_arena_printf(
			    scene->arena, "%s-%u", *ids[i], seen->count);
	}
}
