#include "batch/memory.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

/* Whoever asks for memory hands over nothing: this can stand in no other
 * place. */
static struct {
	void (*last)(void);
	int code;
} end;

void
cc_memory_ends(void (*last)(void), int code)
{
	end.last = last;
	end.code = code;
}

#ifdef CC_MEMORY_IS_SURE

/* The C library's own, by the names that they have behind those that a program
 * may give to others. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static void *
sure(void *memory, size_t size)
{
	if (memory != NULL || size == 0 || end.code == 0)
		return memory;
	if (end.last != NULL)
		end.last();
	_exit(end.code);
}

#define EXPORT __attribute__((visibility("default")))

EXPORT void *
malloc(size_t size)
{
	return sure(__libc_malloc(size), size);
}

EXPORT void *
calloc(size_t count, size_t size)
{
	return sure(__libc_calloc(count, size), count > 0 ? size : 0);
}

EXPORT void *
realloc(void *old, size_t size)
{
	return sure(__libc_realloc(old, size), size);
}

EXPORT void *
aligned_alloc(size_t alignment, size_t size)
{
	return sure(__libc_memalign(alignment, size), size);
}

EXPORT int
posix_memalign(void **to, size_t alignment, size_t size)
{
	*to = sure(__libc_memalign(alignment, size), size);
	return *to != NULL || size == 0 ? 0 : ENOMEM;
}

#endif
