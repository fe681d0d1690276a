#include "base/arena.h"

#include <glib.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

/* One case of a few dozen facts fits the first block. */
#define BLOCK_MIN (64u << 10) /* [bytes] */

struct cc_arena_block {
	struct cc_arena_block *previous;
	size_t size; /* [bytes] of `bytes` */
	alignas(max_align_t) unsigned char bytes[];
};

void
cc_arena_init(struct cc_arena *arena)
{
	*arena = (struct cc_arena){0};
}

static void
blocks_free(struct cc_arena_block *block)
{
	while (block != NULL) {
		struct cc_arena_block *previous = block->previous;
		g_free(block);
		block = previous;
	}
}

/* From its start. */
static void
block_fill(struct cc_arena *arena)
{
	arena->next = arena->head->bytes;
	arena->end = arena->next + arena->head->size;
}

void
cc_arena_finish(struct cc_arena *arena)
{
	blocks_free(arena->head);
	*arena = (struct cc_arena){0};
}

void
cc_arena_reset(struct cc_arena *arena)
{
	arena->full = 0;
	if (arena->head == NULL)
		return;
	/* Blocks only grow, so the newest is the largest. */
	blocks_free(arena->head->previous);
	arena->head->previous = NULL;
	block_fill(arena);
}

/* Of the block being filled: what is handed out. */
static size_t
block_used(const struct cc_arena *arena)
{
	return arena->head == NULL ? 0
	                           : (size_t)(arena->next - arena->head->bytes);
}

size_t
cc_arena_used(const struct cc_arena *arena)
{
	return arena->full + block_used(arena);
}

/* Doubling keeps the number of blocks small; what is not handed out is never
 * touched and costs no memory. */
static void
block_push(struct cc_arena *arena, size_t least)
{
	size_t size = arena->head == NULL ? BLOCK_MIN : arena->head->size;
	struct cc_arena_block *block;

	if (arena->head != NULL && size <= SIZE_MAX / 4)
		size *= 2;
	size = MAX(size, least);
	if (size > SIZE_MAX - sizeof *block)
		g_error("arena: %zu bytes asked for", least);
	block = g_malloc(sizeof *block + size);
	arena->full += block_used(arena);
	block->previous = arena->head;
	block->size = size;
	arena->head = block;
	block_fill(arena);
}

void *
cc_arena_more(struct cc_arena *arena, size_t whole)
{
	block_push(arena, whole);
	return cc_arena_take(arena, whole);
}

void
cc_arena_too_much(size_t count, size_t size)
{
	g_error("arena: %zu x %zu bytes asked for", count, size);
}

void *
cc_arena_grow_full(
    struct cc_arena *arena, void *items, size_t count, size_t size)
{
	void *more = cc_arena_room(arena, MAX(2 * count, CC_GROWN_LEAST), size);

	if (count > 0)
		memcpy(more, items, count * size);
	return more;
}

char *
cc_arena_strdup(struct cc_arena *arena, const char *text)
{
	return cc_arena_strndup(arena, text, strlen(text));
}

const char *
cc_arena_keep(struct cc_arena *arena, const char *text)
{
	/* By their addresses as numbers: it may lie anywhere. */
	const uintptr_t at = (uintptr_t)text, end = (uintptr_t)arena->next;

	if (arena->head != NULL && at >= (uintptr_t)arena->head->bytes &&
	    at < end)
		return text;
	return cc_arena_strdup(arena, text);
}

char *
cc_arena_strndup(struct cc_arena *arena, const char *text, size_t length)
{
	char *copy = cc_arena_take(arena, length + 1);

	if (length > 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

void *
cc_arena_memdup(struct cc_arena *arena, const void *from, size_t size)
{
	void *copy = cc_arena_take(arena, size);

	if (size > 0)
		memcpy(copy, from, size);
	return copy;
}

#define JOINED_MOST 12

char *
cc_arena_join(struct cc_arena *arena, const char *first, ...)
{
	const char *texts[JOINED_MOST];
	size_t lengths[JOINED_MOST], count = 0, length = 0;
	char *joined, *to;
	va_list args;

	va_start(args, first);
	for (const char *text = first; text != NULL;
	     text = va_arg(args, const char *)) {
		g_assert(count < JOINED_MOST);
		texts[count] = text;
		length += lengths[count++] = strlen(text);
	}
	va_end(args);
	joined = to = cc_arena_take(arena, length + 1);
	for (size_t i = 0; i < count; to += lengths[i++])
		memcpy(to, texts[i], lengths[i]);
	*to = '\0';
	return joined;
}

char *
cc_arena_printf(struct cc_arena *arena, const char *format, ...)
{
	va_list args;
	char brief[128]; /* most are */
	char *text;
	int length;

	va_start(args, format);
	length = g_vsnprintf(brief, sizeof(brief), format, args);
	va_end(args);
	if ((size_t)length < sizeof(brief))
		return cc_arena_strndup(arena, brief, (size_t)length);
	text = cc_arena_take(arena, (size_t)length + 1);
	va_start(args, format);
	g_vsnprintf(text, (gulong)length + 1, format, args);
	va_end(args);
	return text;
}
