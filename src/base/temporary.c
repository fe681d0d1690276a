#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRIES 100

/* The handler of a signal is handed nothing: what it shall remove can stand in
 * no other place. Where no slot is free, the next start sweeps. */
static struct cc_temporary *_Atomic named[16];

static void
note(struct cc_temporary *temporary)
{
	size_t i;

	temporary->named = true;
	for (i = 0; i < G_N_ELEMENTS(named); i++) {
		struct cc_temporary *none = NULL;

		if (atomic_compare_exchange_strong(&named[i], &none, temporary))
			return;
	}
}

static void
forget(struct cc_temporary *temporary)
{
	size_t i;

	temporary->named = false;
	for (i = 0; i < G_N_ELEMENTS(named); i++) {
		struct cc_temporary *it = temporary;

		atomic_compare_exchange_strong(&named[i], &it, NULL);
	}
}

void
cc_temporaries_remove(void)
{
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(named); i++) {
		const struct cc_temporary *it = atomic_load(&named[i]);

		if (it != NULL)
			unlinkat(it->folder, it->name, 0);
	}
}

static void
choose_name(struct cc_temporary *temporary)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	char *p = g_stpcpy(temporary->name, CC_TEMPORARY_PREFIX);
	int i;

	for (i = 0; i < CC_TEMPORARY_RANDOM; i++)
		*p++ = letters[g_random_int_range(0, sizeof letters - 1)];
	*p = '\0';
}

/* False where a sweep was faster, which took it for nobody's. A file system
 * without locks is one without sweeps. */
static bool
lock(int fd)
{
	struct stat status;

	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		return errno != EWOULDBLOCK;
	return fstat(fd, &status) == 0 && status.st_nlink > 0;
}

/* Never wider than the file that it will replace, not even for a moment. */
static int
open_named(struct cc_temporary *temporary, mode_t mode)
{
	int i;

	for (i = 0; i < TRIES; i++) {
		choose_name(temporary);
		temporary->fd = openat(temporary->folder, temporary->name,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		if (temporary->fd < 0 && errno != EEXIST)
			return errno;
		if (temporary->fd < 0)
			continue;
		note(temporary);
		if (lock(temporary->fd))
			return 0;
		forget(temporary);
		close(temporary->fd);
	}
	return EEXIST;
}

static void
path_of(int fd, char path[32])
{
	snprintf(path, 32, "/proc/self/fd/%d", fd);
}

/* False where the file system has none, or nothing could name it later. */
static bool
open_nameless(struct cc_temporary *temporary, mode_t mode)
{
	char path[32];

	temporary->fd = openat(
	    temporary->folder, ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, mode);
	if (temporary->fd < 0)
		return false;
	path_of(temporary->fd, path);
	if (access(path, F_OK) == 0 && flock(temporary->fd, LOCK_EX) == 0)
		return true;
	close(temporary->fd);
	return false;
}

int
cc_temporary_open(struct cc_temporary *temporary, int folder, mode_t mode)
{
	*temporary = (struct cc_temporary){.folder = folder, .fd = -1};
	return open_nameless(temporary, mode) ? 0 : open_named(temporary, mode);
}

static int
give_name(struct cc_temporary *temporary)
{
	char path[32];
	int i;

	path_of(temporary->fd, path);
	for (i = 0; i < TRIES; i++) {
		choose_name(temporary);
		/* Noted first, or a signal could come between. */
		note(temporary);
		if (linkat(AT_FDCWD, path, temporary->folder, temporary->name,
			AT_SYMLINK_FOLLOW) == 0)
			return 0;
		forget(temporary);
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

/* A nameless file goes straight to a name that nothing has: there is no moment
 * in which a kill could leave another. */
static bool
name_directly(const struct cc_temporary *temporary, const char *name)
{
	char path[32];

	path_of(temporary->fd, path);
	return linkat(AT_FDCWD, path, temporary->folder, name,
		   AT_SYMLINK_FOLLOW) == 0;
}

static int
take_place(struct cc_temporary *temporary, const char *name)
{
	int error = temporary->named ? 0 : give_name(temporary);

	if (error == 0 && renameat(temporary->folder, temporary->name,
			      temporary->folder, name) != 0)
		error = errno;
	if (error == 0)
		forget(temporary);
	return error;
}

int
cc_temporary_keep(struct cc_temporary *temporary, const char *name)
{
	int error = 0;
	/* Closing tells of late errors; the lock outlives it. */
	int locked = fcntl(temporary->fd, F_DUPFD_CLOEXEC, 3);

	if (locked < 0)
		error = errno;
	/* After EINTR Linux has closed it all the same. */
	if (close(temporary->fd) != 0 && errno != EINTR && error == 0)
		error = errno;
	temporary->fd = locked;
	if (error == 0 &&
	    (temporary->named || !name_directly(temporary, name)))
		error = take_place(temporary, name);
	cc_temporary_abandon(temporary);
	return error;
}

void
cc_temporary_abandon(struct cc_temporary *temporary)
{
	if (temporary->named)
		unlinkat(temporary->folder, temporary->name, 0);
	forget(temporary);
	if (temporary->fd >= 0)
		close(temporary->fd);
	temporary->fd = -1;
}

static bool
sweep(int folder, const char *name)
{
	int fd = openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat status;
	bool stray;

	if (fd < 0)
		return false;
	stray = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
	        flock(fd, LOCK_EX | LOCK_NB) == 0 &&
	        unlinkat(folder, name, 0) == 0;
	close(fd);
	return stray;
}

unsigned
cc_temporaries_sweep(const char *folder)
{
	const struct cc_temporary *it;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	unsigned swept = 0;
	const char *name;

	while (dir != NULL && fd >= 0 && (name = g_dir_read_name(dir)) != NULL)
		if (g_str_has_prefix(name, CC_TEMPORARY_PREFIX) &&
		    strlen(name) == sizeof it->name - 1)
			swept += sweep(fd, name);
	if (fd >= 0)
		close(fd);
	return swept;
}
