#include "base/append.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct cc_append {
	int folder; /* borrowed */
	int fd;
	char *name, *path;
	uint64_t length; /* [bytes] with what is held */
	GString *held;
	bool failed;
};

/* 0, or errno. False alarm where the one that had it has just removed it. */
static int
lock(int fd)
{
	struct stat status;

	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		return errno;
	if (fstat(fd, &status) != 0)
		return errno;
	return status.st_nlink > 0 ? 0 : EAGAIN;
}

static int
open_locked(int folder, const char *name, int *error)
{
	enum { TRIES = 10 };
	int fd = -1;

	for (int i = 0; i < TRIES; i++) {
		fd = openat(folder, name,
		    O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC |
			O_NONBLOCK | O_NOCTTY,
		    0666);
		if (fd < 0) {
			*error = errno;
			return -1;
		}
		*error = lock(fd);
		if (*error == 0)
			return fd;
		close(fd);
	}
	return -1;
}

/* What a line was cut short by stands on a line of its own. */
static void
line_end(struct cc_append *append)
{
	char last = '\n';

	if (append->length > 0 &&
	    pread(append->fd, &last, 1, (off_t)append->length - 1) == 1 &&
	    last != '\n') {
		g_string_append_c(append->held, '\n');
		append->length++;
	}
}

struct cc_append *
cc_append_open(int folder, const char *name, const char *path, bool afresh,
    struct cc_diags *diags)
{
	struct cc_append *append;
	struct stat status;
	int error, fd = open_locked(folder, name, &error);

	if (fd >= 0 && (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))) {
		close(fd);
		fd = -1;
		error = EINVAL;
	}
	if (fd >= 0 && afresh && ftruncate(fd, 0) == 0)
		status.st_size = 0;
	if (fd < 0 && (error == EWOULDBLOCK || error == EAGAIN))
		cc_diag_file(diags, CC_E502, path);
	else if (fd < 0)
		cc_diag_file(diags, CC_E003, path, g_strerror(error));
	if (fd < 0)
		return NULL;
	append = g_new0(struct cc_append, 1);
	append->folder = folder;
	append->fd = fd;
	append->name = g_strdup(name);
	append->path = g_strdup(path);
	append->length = (uint64_t)status.st_size;
	append->held = g_string_new(NULL);
	line_end(append);
	return append;
}

uint64_t
cc_append_line(struct cc_append *append, const char *line, size_t length)
{
	uint64_t at = append->length;

	g_string_append_len(append->held, line, (gssize)length);
	g_string_append_c(append->held, '\n');
	append->length += length + 1;
	return at;
}

bool
cc_append_flush(struct cc_append *append, struct cc_diags *diags)
{
	const char *bytes = append->held->str;
	size_t left = append->held->len;

	while (left > 0 && !append->failed) {
		ssize_t n = write(append->fd, bytes, left);

		if (n < 0 && errno != EINTR) {
			cc_diag_file(
			    diags, CC_E003, append->path, g_strerror(errno));
			append->failed = true;
		}
		if (n <= 0)
			continue;
		bytes += n;
		left -= (size_t)n;
	}
	g_string_truncate(append->held, 0);
	return !append->failed;
}

size_t
cc_append_read(
    const struct cc_append *append, uint64_t from, char *to, size_t most)
{
	ssize_t n;

	do {
		n = pread(append->fd, to, most, (off_t)from);
	} while (n < 0 && errno == EINTR);
	return n > 0 ? (size_t)n : 0;
}

static void
append_free(struct cc_append *append)
{
	close(append->fd);
	g_free(append->name);
	g_free(append->path);
	g_string_free(append->held, TRUE);
	g_free(append);
}

void
cc_append_close(struct cc_append *append)
{
	if (append == NULL)
		return;
	/* While it is locked: a new one is somebody else's. */
	if (append->length == 0)
		unlinkat(append->folder, append->name, 0);
	append_free(append);
}

bool
cc_append_remove(struct cc_append *append, struct cc_diags *diags)
{
	const bool removed =
	    unlinkat(append->folder, append->name, 0) == 0 || errno == ENOENT;

	if (!removed)
		cc_diag_file(diags, CC_E003, append->path, g_strerror(errno));
	append_free(append);
	return removed;
}
