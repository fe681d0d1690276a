#include "base/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_PREFIX ".clincourse-"
#define TEMPORARY_RANDOM 6
#define TEMPORARY_SIZE (sizeof TEMPORARY_PREFIX + TEMPORARY_RANDOM)
#define TEMPORARY_TRIES 100
#define LINKS_MAX 40            /* as the kernel counts them */
#define BUFFER_SIZE (64u << 10) /* [bytes] */

struct cc_sink {
	char *path;      /* as given, for diagnostics */
	GString *memory; /* borrowed; NULL for files */
	int fd;          /* -1 for memory */
	int folder;      /* where the temporary is; -1 when written through */
	char *name;      /* in the folder */
	char temporary[TEMPORARY_SIZE];
	bool durable;
	int error; /* errno of the first failure */
	size_t used;
	unsigned char buffer[BUFFER_SIZE];
};

static struct cc_sink *
sink_create(const char *path)
{
	struct cc_sink *sink = g_new(struct cc_sink, 1);

	/* All but the buffer, which a small file hardly touches. */
	memset(sink, 0, offsetof(struct cc_sink, buffer));
	sink->path = g_strdup(path);
	sink->fd = sink->folder = -1;
	return sink;
}

static void
sink_destroy(struct cc_sink *sink)
{
	if (sink->fd >= 0)
		close(sink->fd);
	if (sink->folder >= 0)
		close(sink->folder);
	g_free(sink->path);
	g_free(sink->name);
	g_free(sink);
}

static struct cc_sink *
refuse(const char *path, int error, struct cc_diags *diags)
{
	cc_diag_file(diags, CC_E003, path, g_strerror(error));
	return NULL;
}

static struct cc_sink *
open_through(const char *path, struct cc_diags *diags)
{
	bool standard = strcmp(path, "-") == 0;
	struct cc_sink *sink;
	/* Of standard output a copy: closing it tells of late errors. */
	int fd = standard ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
	                  : open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return refuse(path, errno, diags);
	sink = sink_create(path);
	sink->fd = fd;
	return sink;
}

/* Follows links at the last component; NULL with errno where they circle. */
static char *
links_follow(const char *path)
{
	char *at = g_strdup(path);
	int i;

	for (i = 0; i < LINKS_MAX; i++) {
		g_autofree char *to = g_file_read_link(at, NULL);
		g_autofree char *folder = NULL;
		char *next;

		if (to == NULL)
			return at;
		folder = g_path_get_dirname(at);
		next = g_path_is_absolute(to)
		           ? g_strdup(to)
		           : g_build_filename(folder, to, NULL);
		g_free(at);
		at = next;
	}
	g_free(at);
	errno = ELOOP;
	return NULL;
}

static void
temporary_name(char name[TEMPORARY_SIZE])
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	char *p = g_stpcpy(name, TEMPORARY_PREFIX);
	int i;

	for (i = 0; i < TEMPORARY_RANDOM; i++)
		*p++ = letters[g_random_int_range(0, sizeof letters - 1)];
	*p = '\0';
}

/* Never wider than the file that it will replace, not even for a moment. */
static int
temporary_open(struct cc_sink *sink, mode_t mode)
{
	int i, fd = -1;

	for (i = 0; fd < 0 && i < TEMPORARY_TRIES; i++) {
		temporary_name(sink->temporary);
		fd = openat(sink->folder, sink->temporary,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	/* Best effort: it only keeps a sweep from taking us for dead. */
	if (fd >= 0)
		flock(fd, LOCK_EX | LOCK_NB);
	return fd;
}

static struct cc_sink *
folder_refuse(const char *path, const char *folder, struct cc_diags *diags)
{
	g_autofree char *reason =
	    errno == ENOENT
		? g_strdup_printf("there is no folder %s", folder)
		: g_strdup_printf("folder %s: %s", folder, g_strerror(errno));

	cc_diag_file(diags, CC_E003, path, reason);
	return NULL;
}

/* Takes name. `path` is for diagnostics only. */
static struct cc_sink *
open_replacing(
    const char *path, const char *folder, char *name, struct cc_diags *diags)
{
	struct cc_sink *sink = sink_create(path);
	struct stat old;
	bool exists;
	int error;

	sink->name = name;
	sink->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (sink->folder < 0) {
		folder_refuse(path, folder, diags);
		sink_destroy(sink);
		return NULL;
	}
	exists = fstatat(sink->folder, name, &old, AT_SYMLINK_NOFOLLOW) == 0 &&
	         S_ISREG(old.st_mode);
	/* A rename would not ask whether the old file may be written. */
	if (exists && faccessat(sink->folder, name, W_OK, AT_EACCESS) != 0) {
		error = errno;
		sink_destroy(sink);
		return refuse(path, error, diags);
	}
	sink->fd = temporary_open(sink, exists ? old.st_mode & 0777 : 0666);
	if (sink->fd < 0) {
		error = errno;
		sink_destroy(sink);
		return refuse(path, error, diags);
	}
	if (exists)
		fchmod(sink->fd, old.st_mode & 0777);
	return sink;
}

struct cc_sink *
cc_sink_open(const char *path, struct cc_diags *diags)
{
	g_autofree char *target = NULL, *folder = NULL;
	struct stat status;
	bool exists;

	if (strcmp(path, "-") == 0)
		return open_through(path, diags);
	exists = stat(path, &status) == 0;
	if ((exists && S_ISDIR(status.st_mode)) ||
	    g_str_has_suffix(path, "/")) {
		cc_diag_file(diags, CC_E002, path);
		return NULL;
	}
	if (exists && !S_ISREG(status.st_mode))
		return open_through(path, diags);
	if (*path == '\0')
		return refuse(path, ENOENT, diags);
	target = links_follow(path);
	if (target == NULL)
		return refuse(path, errno, diags);
	folder = g_path_get_dirname(target);
	return open_replacing(path, folder, g_path_get_basename(target), diags);
}

struct cc_sink *
cc_sink_open_in(const char *folder, const char *name, struct cc_diags *diags)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	struct stat status;

	if (*name == '\0' || strchr(name, '/') != NULL ||
	    strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return refuse(path, EINVAL, diags);
	if (lstat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
	    !S_ISLNK(status.st_mode)) {
		if (S_ISDIR(status.st_mode))
			cc_diag_file(diags, CC_E002, path);
		else
			cc_diag_file(diags, CC_E003, path,
			    "it exists and is not a regular file");
		return NULL;
	}
	return open_replacing(path, folder, g_strdup(name), diags);
}

struct cc_sink *
cc_sink_open_memory(GString *to)
{
	struct cc_sink *sink = sink_create("memory");

	sink->memory = to;
	return sink;
}

void
cc_sink_make_durable(struct cc_sink *sink)
{
	sink->durable = true;
}

static void
write_all(struct cc_sink *sink, const unsigned char *bytes, size_t length)
{
	while (length > 0 && sink->error == 0) {
		ssize_t n = write(sink->fd, bytes, length);

		if (n < 0 && errno != EINTR)
			sink->error = errno;
		if (n <= 0)
			continue;
		bytes += n;
		length -= (size_t)n;
	}
}

bool
cc_sink_write(struct cc_sink *sink, const void *bytes, size_t length)
{
	if (sink->memory != NULL) {
		g_string_append_len(sink->memory, bytes, (gssize)length);
		return true;
	}
	if (sink->used + length > BUFFER_SIZE) {
		write_all(sink, sink->buffer, sink->used);
		sink->used = 0;
	}
	if (length > BUFFER_SIZE) {
		write_all(sink, bytes, length);
	} else if (length > 0) {
		memcpy(sink->buffer + sink->used, bytes, length);
		sink->used += length;
	}
	return sink->error == 0;
}

static void
close_checked(struct cc_sink *sink)
{
	/* After EINTR Linux has closed it all the same. */
	if (close(sink->fd) != 0 && errno != EINTR && sink->error == 0)
		sink->error = errno;
	sink->fd = -1;
}

static void
file_sync(struct cc_sink *sink, int fd)
{
	/* A pipe cannot be waited for; that is no failure. */
	if (fd >= 0 && fsync(fd) != 0 && errno != EINVAL && errno != EROFS &&
	    sink->error == 0)
		sink->error = errno;
}

bool
cc_sink_commit(struct cc_sink *sink, struct cc_diags *diags)
{
	bool done;

	if (sink->memory != NULL) {
		sink_destroy(sink);
		return true;
	}
	write_all(sink, sink->buffer, sink->used);
	if (sink->durable)
		file_sync(sink, sink->fd);
	close_checked(sink);
	if (sink->folder >= 0 && sink->error == 0 &&
	    renameat(sink->folder, sink->temporary, sink->folder, sink->name) !=
		0)
		sink->error = errno;
	if (sink->folder >= 0 && sink->error != 0)
		unlinkat(sink->folder, sink->temporary, 0);
	else if (sink->durable)
		file_sync(sink, sink->folder);
	done = sink->error == 0;
	if (!done)
		refuse(sink->path, sink->error, diags);
	sink_destroy(sink);
	return done;
}

void
cc_sink_abandon(struct cc_sink *sink)
{
	if (sink == NULL)
		return;
	if (sink->folder >= 0)
		unlinkat(sink->folder, sink->temporary, 0);
	sink_destroy(sink);
}

/* Between the birth of a temporary and its lock lie some microseconds. */
#define SWEEP_AGE 60 /* [s] */

static bool
temporary_sweep(int folder, const char *name)
{
	int fd = openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat status;
	bool stray;

	if (fd < 0)
		return false;
	stray =
	    fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
	    status.st_mtime < g_get_real_time() / G_USEC_PER_SEC - SWEEP_AGE &&
	    flock(fd, LOCK_EX | LOCK_NB) == 0 && unlinkat(folder, name, 0) == 0;
	close(fd);
	return stray;
}

unsigned
cc_sink_sweep(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	unsigned swept = 0;
	const char *name;

	while (dir != NULL && fd >= 0 && (name = g_dir_read_name(dir)) != NULL)
		if (g_str_has_prefix(name, TEMPORARY_PREFIX) &&
		    strlen(name) == TEMPORARY_SIZE - 1)
			swept += temporary_sweep(fd, name);
	if (fd >= 0)
		close(fd);
	return swept;
}
