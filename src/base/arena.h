/* Bump allocator: everything of one case lives in one arena. */
#ifndef CC_BASE_ARENA_H
#define CC_BASE_ARENA_H

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct cc_arena_block;

struct cc_arena {
	struct cc_arena_block *head; /* the block being filled */
	unsigned char *next, *end;   /* in it: what is handed out next */
	size_t full;                 /* bytes handed out of blocks before it */
};

void cc_arena_init(struct cc_arena *arena);
void cc_arena_finish(struct cc_arena *arena);

/* Bytes handed out since the reset. */
size_t cc_arena_used(const struct cc_arena *arena);

/* Forgets all that was allocated; keeps the largest block for the next case.
 */
void cc_arena_reset(struct cc_arena *arena);

/* Memory for any type. Never NULL: out of memory aborts, as GLib does. In the
 * header, since it is asked for all the time and mostly of a known size: then
 * this is two additions and a comparison. */
#define CC_ARENA_ALIGNMENT alignof(max_align_t)
void *cc_arena_more(struct cc_arena *arena, size_t whole)
    __attribute__((returns_nonnull)); /* where the block has no such room */
/* More than can be counted aborts, too. */
void cc_arena_too_much(size_t count, size_t size) __attribute__((noreturn));
static inline void *
cc_arena_take(struct cc_arena *arena, size_t size)
{
	/* Nothing at all still has an address of its own. What is too much to
	 * be rounded up comes out as none. */
	size_t whole = ((size > 0 ? size : 1) + CC_ARENA_ALIGNMENT - 1) /
	               CC_ARENA_ALIGNMENT * CC_ARENA_ALIGNMENT;
	unsigned char *memory = arena->next;

	if (whole == 0)
		cc_arena_too_much(1, size);
	if (whole > (size_t)(arena->end - memory))
		return cc_arena_more(arena, whole);
	arena->next = memory + whole;
	return memory;
}

/* Of an array. */
static inline size_t
cc_arena_bytes(size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes))
		cc_arena_too_much(count, size);
	return bytes;
}

/* Zeroed. */
static inline void *
cc_arena_alloc(struct cc_arena *arena, size_t size)
{
	return memset(cc_arena_take(arena, size), 0, size);
}

static inline void *
cc_arena_array(struct cc_arena *arena, size_t count, size_t size)
{
	return cc_arena_alloc(arena, cc_arena_bytes(count, size));
}

/* Not zeroed: for what is filled in whole at once. */
static inline void *
cc_arena_room(struct cc_arena *arena, size_t count, size_t size)
{
	return cc_arena_take(arena, cc_arena_bytes(count, size));
}

/* Room for one more in an array that was grown by this alone, NULL at first:
 * whenever it is full it moves to room for twice as many. */
#define CC_GROWN_LEAST 16
void *cc_arena_grow_full(
    struct cc_arena *arena, void *items, size_t count, size_t size)
    __attribute__((returns_nonnull));
static inline void *
cc_arena_grow(struct cc_arena *arena, void *items, size_t count, size_t size)
{
	/* Full at CC_GROWN_LEAST and each power of two from there on. */
	bool full = count == 0 ||
	            (count >= CC_GROWN_LEAST && (count & (count - 1)) == 0);

	return full ? cc_arena_grow_full(arena, items, count, size) : items;
}

/* Copies into the arena; the copies are NUL-terminated. */
char *cc_arena_strdup(struct cc_arena *arena, const char *text);
char *cc_arena_strndup(
    struct cc_arena *arena, const char *text, size_t length);
/* The text itself where it lies there already, in the block being filled;
 * else a copy. */
const char *cc_arena_keep(struct cc_arena *arena, const char *text);
void *cc_arena_memdup(
    struct cc_arena *arena, const void *from, size_t size);
/* All of them, the last NULL, one after the other. */
char *cc_arena_join(struct cc_arena *arena, const char *first, ...)
    __attribute__((sentinel));
char *cc_arena_printf(struct cc_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define cc_arena_new(arena, type) \
	((type *)cc_arena_alloc((arena), sizeof(type)))
#define cc_arena_new_array(arena, type, n) \
	((type *)cc_arena_array((arena), (n), sizeof(type)))
#define cc_arena_new_room(arena, type, n) \
	((type *)cc_arena_room((arena), (n), sizeof(type)))

#endif
