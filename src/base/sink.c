#include "base/sink.h"

#include "base/identity.h"
#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (64u << 10) /* [bytes] */

struct cc_sink {
	char *path;      /* as given, for diagnostics */
	GString *memory; /* borrowed; NULL for files */
	int fd;          /* -1 for memory; of a temporary its own */
	int folder;      /* where the temporary is; -1 when written through */
	char *name;      /* in the folder */
	struct cc_temporary temporary;
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
	if (sink->folder >= 0)
		close(sink->folder);
	else if (sink->fd >= 0)
		close(sink->fd);
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

static struct cc_sink *
refuse_and_destroy(struct cc_sink *sink, int error, struct cc_diags *diags)
{
	refuse(sink->path, error, diags);
	sink_destroy(sink);
	return NULL;
}

/* Takes folder and name. `path` is for diagnostics only. */
static struct cc_sink *
open_replacing(
    const char *path, int folder, char *name, struct cc_diags *diags)
{
	struct cc_sink *sink = sink_create(path);
	struct stat old;
	bool exists;
	int error;

	sink->name = name;
	sink->folder = folder;
	exists = fstatat(folder, name, &old, AT_SYMLINK_NOFOLLOW) == 0 &&
	         S_ISREG(old.st_mode);
	/* A rename would not ask whether the old file may be written. */
	if (exists && faccessat(folder, name, W_OK, AT_EACCESS) != 0)
		return refuse_and_destroy(sink, errno, diags);
	error = cc_temporary_open(
	    &sink->temporary, folder, exists ? old.st_mode & 0777 : 0666);
	if (error != 0)
		return refuse_and_destroy(sink, error, diags);
	sink->fd = sink->temporary.fd;
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
	int opened;

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
	target = cc_links_follow(path);
	if (target == NULL)
		return refuse(path, errno, diags);
	folder = g_path_get_dirname(target);
	opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (opened < 0)
		return folder_refuse(path, folder, diags);
	return open_replacing(path, opened, g_path_get_basename(target), diags);
}

/* NULL, always. */
static struct cc_sink *
refuse_kind(const char *path, mode_t mode, struct cc_diags *diags)
{
	if (S_ISDIR(mode))
		cc_diag_file(diags, CC_E002, path);
	else
		cc_diag_file(diags, CC_E003, path,
		    "it exists and is not a regular file");
	return NULL;
}

struct cc_sink *
cc_sink_open_in(int folder, const char *name, const char *path,
    struct cc_diags *diags)
{
	struct stat status;
	int own;

	if (*name == '\0' || strchr(name, '/') != NULL ||
	    strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return refuse(path, EINVAL, diags);
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	    !S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode))
		return refuse_kind(path, status.st_mode, diags);
	own = fcntl(folder, F_DUPFD_CLOEXEC, 3);
	if (own < 0)
		return refuse(path, errno, diags);
	return open_replacing(path, own, g_strdup(name), diags);
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

bool
cc_sink_failed(const struct cc_sink *sink)
{
	return sink->error != 0;
}

/* Under its name, or out of the world. */
static void
file_finish(struct cc_sink *sink)
{
	int error = 0;

	if (sink->folder < 0)
		/* After EINTR Linux has closed it all the same. */
		error = close(sink->fd) != 0 && errno != EINTR ? errno : 0;
	else if (sink->error == 0)
		error = cc_temporary_keep(&sink->temporary, sink->name);
	else
		cc_temporary_abandon(&sink->temporary);
	sink->fd = -1;
	if (sink->error == 0)
		sink->error = error;
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
	file_finish(sink);
	if (sink->durable && sink->error == 0)
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
		cc_temporary_abandon(&sink->temporary);
	sink_destroy(sink);
}
