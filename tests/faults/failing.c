/* Put before the program's libraries by LD_PRELOAD: one call to the system, or
 * one that asks for memory, fails, the one that CC_FAIL names: "linkat:3" is
 * the third call of linkat in the process that is started, "malloc:3:worker"
 * the third that asks for memory in those that it forks, counted as if they
 * were one. Says so on standard error when it does. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static pid_t first;
static const char *wanted;
static size_t wanted_length;
static bool in_workers;
static atomic_long *left; /* of all processes; NULL: nothing is to fail */

__attribute__((constructor)) static void
begin(void)
{
	const char *colon;

	first = getpid();
	wanted = getenv("CC_FAIL");
	colon = wanted != NULL ? strchr(wanted, ':') : NULL;
	if (colon == NULL)
		return;
	wanted_length = (size_t)(colon - wanted);
	in_workers = strstr(colon, ":worker") != NULL;
	left = mmap(NULL, sizeof *left, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (left == MAP_FAILED)
		abort();
	atomic_store(left, atol(colon + 1));
}

static bool
fails(const char *name, int error)
{
	static const char told[] = "failing: now\n";

	if (left == NULL || strlen(name) != wanted_length ||
	    strncmp(name, wanted, wanted_length) != 0 ||
	    (getpid() != first) != in_workers || atomic_fetch_sub(left, 1) != 1)
		return false;
	syscall(SYS_write, STDERR_FILENO, told, sizeof told - 1);
	errno = error;
	return true;
}

#define EXPORT __attribute__((visibility("default")))

/* A function as it is declared, the name that it is asked for by, and how the
 * next one of its name is called. */
#define WRAP(type, symbol, name, declared, call)                               \
	EXPORT type symbol declared;                                           \
	type symbol declared                                                   \
	{                                                                      \
		type(*next) declared;                                          \
                                                                               \
		if (fails(name, ENOSPC))                                       \
			return -1;                                             \
		*(void **)&next = dlsym(RTLD_NEXT, #symbol);                   \
		return next call;                                              \
	}

WRAP(ssize_t, write, "write", (int fd, const void *bytes, size_t length),
    (fd, bytes, length))
WRAP(int, linkat, "linkat",
    (int a, const char *from, int b, const char *to, int flags),
    (a, from, b, to, flags))
WRAP(int, renameat, "renameat",
    (int a, const char *from, int b, const char *to), (a, from, b, to))
WRAP(int, unlinkat, "unlinkat", (int folder, const char *name, int flags),
    (folder, name, flags))
WRAP(int, flock, "flock", (int fd, int operation), (fd, operation))
WRAP(int, close, "close", (int fd), (fd))
WRAP(int, syncfs, "syncfs", (int fd), (fd))

/* The mode is there where a file may be made; elsewhere it is passed on as
 * whatever it is. */
#define WRAP_OPEN(symbol)                                                      \
	EXPORT int symbol(int folder, const char *path, int flags, ...);       \
	int symbol(int folder, const char *path, int flags, ...)               \
	{                                                                      \
		int (*next)(int, const char *, int, ...);                      \
		va_list more;                                                  \
		mode_t mode;                                                   \
                                                                               \
		va_start(more, flags);                                         \
		mode = va_arg(more, mode_t);                                   \
		va_end(more);                                                  \
		if (fails("openat", ENOSPC))                                   \
			return -1;                                             \
		*(void **)&next = dlsym(RTLD_NEXT, #symbol);                   \
		return next(folder, path, flags, mode);                        \
	}

/* Where offsets have 64 bits this is called openat64 in the library, as in the
 * program. */
WRAP_OPEN(openat)

/* ---- memory: the names by which the program asks for it ---- */

#define WRAP_MEMORY(symbol, declared, call)                                    \
	EXPORT void *symbol declared;                                          \
	void *symbol declared                                                  \
	{                                                                      \
		void *(*next)declared;                                         \
                                                                               \
		if (fails("malloc", ENOMEM))                                   \
			return NULL;                                           \
		*(void **)&next = dlsym(RTLD_NEXT, #symbol);                   \
		return next call;                                              \
	}

WRAP_MEMORY(__libc_malloc, (size_t size), (size))
WRAP_MEMORY(__libc_calloc, (size_t count, size_t size), (count, size))
WRAP_MEMORY(__libc_realloc, (void *old, size_t size), (old, size))
WRAP_MEMORY(__libc_memalign, (size_t alignment, size_t size), (alignment, size))
