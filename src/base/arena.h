/* Bump allocator: everything of one case lives in one arena. */
#ifndef CC_BASE_ARENA_H
#define CC_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct cc_arena_block;

struct cc_arena {
	struct cc_arena_block *head; /* the block being filled */
	unsigned char *next;         /* in it: what is handed out next */
	size_t left;                 /* [bytes] from there to its end */
	size_t used;                 /* bytes handed out since the reset */
};

void cc_arena_init(struct cc_arena *arena);
void cc_arena_finish(struct cc_arena *arena);

/* Forgets all that was allocated; keeps the largest block for the next case.
 */
void cc_arena_reset(struct cc_arena *arena);

/* Zeroed memory, aligned for any type. Never NULL: out of memory aborts, as
 * GLib does. */
void *cc_arena_alloc(struct cc_arena *arena, size_t size)
    __attribute__((malloc, returns_nonnull));
void *cc_arena_array(struct cc_arena *arena, size_t count, size_t size)
    __attribute__((malloc, returns_nonnull));

/* Not zeroed: for what is filled in whole at once. */
void *cc_arena_room(struct cc_arena *arena, size_t count, size_t size)
    __attribute__((malloc, returns_nonnull));

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
