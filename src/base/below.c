#include "base/below.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
cc_below_trouble(const char *path)
{
	if (path[0] == '/' || strchr(path, '\\') != NULL ||
	    strchr(path, ':') != NULL)
		return "give a path below the case's folder, with \"/\"";
	for (const char *p = path; p != NULL; p = strchr(p, '/')) {
		p += *p == '/';
		if (strncmp(p, "..", 2) == 0 && (p[2] == '\0' || p[2] == '/'))
			return "\"..\" would leave the case's folder";
	}
	return NULL;
}

static const char *
open_trouble(int error)
{
	if (error == ELOOP || error == ENOTDIR)
		return "a link on its way may lead anywhere";
	return error == ENOENT ? "there is no such file" : g_strerror(error);
}

/* Step by step, so that no link is followed; -1 with errno. */
static int
open_below(const char *folder, const char *path)
{
	g_auto(GStrv) steps = g_strsplit(path, "/", -1);
	int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (size_t i = 0; at >= 0 && steps[i] != NULL; i++) {
		bool last = steps[i + 1] == NULL;
		int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK |
		            O_NOCTTY | (last ? 0 : O_DIRECTORY);
		int next = openat(at, steps[i], flags), error = errno;

		close(at);
		errno = error;
		at = next;
	}
	return at;
}

/* One byte more than the limit tells a full file from a larger one. */
static const char *
read_most(struct cc_arena *arena, int fd, size_t limit, size_t *length,
    const char **why)
{
	g_autoptr(GByteArray) all = g_byte_array_new();
	guint8 piece[16 << 10];
	ssize_t n = 1;

	while (n > 0 && all->len <= limit) {
		do {
			n = read(fd, piece, sizeof(piece));
		} while (n < 0 && errno == EINTR);
		if (n > 0)
			g_byte_array_append(all, piece, (guint)n);
	}
	*length = all->len;
	*why = n < 0 ? g_strerror(errno)
	       : all->len > limit
	           ? cc_arena_printf(arena, "it is larger than %zu MiB",
			 limit >> 20)
	           : NULL;
	return *why != NULL ? NULL
	                    : cc_arena_strndup(
				  arena, (const char *)all->data, all->len);
}

const char *
cc_below_read(struct cc_arena *arena, const char *folder, const char *path,
    size_t limit, size_t *length, const char **why)
{
	int fd = open_below(folder, path);
	struct stat status;
	const char *bytes = NULL;

	if (fd < 0) {
		*why = open_trouble(errno);
		return NULL;
	}
	if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
		*why = "it is no regular file";
	else
		bytes = read_most(arena, fd, limit, length, why);
	close(fd);
	return bytes;
}
