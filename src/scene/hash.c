/* A number of all that is painted: what differs in ink has another. */
#include "scene/scene.h"

#include "base/hash.h"

static uint64_t
hash_number(uint64_t hash, double number)
{
	return cc_hash_word(hash, (uint64_t)(int64_t)(number * 1000));
}

static uint64_t
hash_box(uint64_t hash, struct cc_box box)
{
	hash = hash_number(hash, box.x);
	hash = hash_number(hash, box.y);
	hash = hash_number(hash, box.width);
	return hash_number(hash, box.height);
}

static uint64_t
hash_paint(uint64_t hash, const struct cc_paint *paint)
{
	hash = cc_hash_word(hash, (uint64_t)paint->fill);
	hash = cc_hash_word(hash, (uint64_t)paint->stroke);
	hash = hash_number(hash, paint->width);
	hash = hash_number(hash, paint->dash[0]);
	return cc_hash_word(
	    hash, paint->fade ? (uint64_t)paint->fade_to : paint->round);
}

static uint64_t
hash_path(uint64_t hash, const struct cc_item *item)
{
	for (size_t i = 0; i < item->path.count; i++) {
		const struct cc_segment *segment = &item->path.segments[i];
		const size_t points = segment->op == CC_CLOSE   ? 0
		                      : segment->op == CC_CURVE ? 3
		                                                : 1;

		hash = cc_hash_word(hash, segment->op);
		for (size_t k = 0; k < points; k++) {
			hash = hash_number(hash, segment->point[k].x);
			hash = hash_number(hash, segment->point[k].y);
		}
	}
	return hash;
}

static uint64_t
hash_text(uint64_t hash, const struct cc_item *item)
{
	hash = hash_number(hash, item->text.at.x);
	hash = hash_number(hash, item->text.at.y);
	hash = hash_number(hash, item->text.size);
	hash = cc_hash_word(hash, (uint64_t)item->text.colour);
	hash = cc_hash_word(hash, item->text.anchor);
	hash = cc_hash_word(hash, item->text.bold);
	return cc_hash_string(hash, item->text.string);
}

static uint64_t
hash_item(uint64_t hash, const struct cc_item *item)
{
	hash = cc_hash_word(hash, item->op);
	switch (item->op) {
	case CC_OP_RECT:
		hash = hash_paint(hash, &item->paint);
		hash = hash_box(hash, item->rect.box);
		return hash_number(hash, item->rect.radius);
	case CC_OP_PATH:
		return hash_path(hash_paint(hash, &item->paint), item);
	case CC_OP_CIRCLE:
		return hash_box(
		    hash_paint(hash, &item->paint), cc_circle_box(item));
	case CC_OP_TEXT:
		return hash_text(hash, item);
	case CC_OP_IMAGE:
		hash = hash_box(hash, item->image.box);
		return cc_hash_bytes(
		    hash, item->image.bytes, item->image.length);
	case CC_OP_GROUP:
		return item->group.title == NULL
		           ? hash
		           : cc_hash_string(hash, item->group.title);
	case CC_OP_END:
		break;
	}
	return hash;
}

uint64_t
cc_scene_hash(const struct cc_scene *scene)
{
	uint64_t hash = cc_hash_word(CC_HASH_START, (uint64_t)scene->background);

	hash = hash_number(hash, scene->width);
	hash = hash_number(hash, scene->height);
	for (size_t i = 0; i < scene->count; i++)
		hash = hash_item(hash, &scene->items[i]);
	return hash;
}
