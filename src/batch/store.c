#include "batch/store.h"

#include "api/target.h"
#include "base/hash.h"
#include "base/sink.h"
#include "base/temporary.h"
#include "batch/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDERS 256
#define FOLDER_DIGITS 2 /* and "/" behind them */

struct cc_store {
	char *path;
	int folder;
	bool spread;
	int below[FOLDERS];     /* 0: not opened yet */
	struct cc_packs *packs; /* NULL: files */
};

static bool
refuse(const char *path, int error, struct cc_diags *diags)
{
	cc_diag_file(diags, CC_E003, path, g_strerror(error));
	return false;
}

static int
folder_open(const char *folder, struct cc_diags *diags)
{
	int fd = -1;

	if (mkdir(folder, 0777) == 0 || errno == EEXIST)
		fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		refuse(folder, errno, diags);
	return fd;
}

struct cc_store *
cc_store_open(const struct cc_store_rules *rules, struct cc_diags *diags)
{
	int fd = folder_open(rules->folder, diags);
	struct cc_store *store;

	if (fd < 0)
		return NULL;
	cc_temporaries_sweep(rules->folder);
	store = g_new0(struct cc_store, 1);
	store->path = g_strdup(rules->folder);
	store->folder = fd;
	store->spread = rules->spread;
	if (!rules->pack)
		return store;
	store->packs = cc_packs_create(
	    fd, rules->folder, rules->part, !rules->resume, diags);
	if (store->packs != NULL)
		return store;
	cc_store_close(store);
	return NULL;
}

void
cc_store_close(struct cc_store *store)
{
	if (store == NULL)
		return;
	cc_packs_destroy(store->packs);
	for (int i = 0; i < FOLDERS; i++)
		if (store->below[i] > 0)
			close(store->below[i]);
	close(store->folder);
	g_free(store->path);
	g_free(store);
}

int
cc_store_folder(const struct cc_store *store)
{
	return store->folder;
}

/* "7f/emm.svg" for "emm.svg". */
static char *
place_of(const struct cc_store *store, const char *name)
{
	const unsigned below = cc_hash_string(CC_HASH_START, name) % FOLDERS;

	return store->spread ? g_strdup_printf("%02x/%s", below, name)
	                     : g_strdup(name);
}

/* One of the 256; a link that somebody planted there is not followed. */
static int
below_open(struct cc_store *store, const char *place)
{
	char name[FOLDER_DIGITS + 1] = {place[0], place[1]};
	unsigned index = 0;

	sscanf(name, "%x", &index);
	if (store->below[index] > 0)
		return store->below[index];
	if (mkdirat(store->folder, name, 0777) != 0 && errno != EEXIST)
		return -1;
	store->below[index] = openat(store->folder, name,
	    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	return store->below[index];
}

static bool
is_spread(const struct cc_store *store, const char *place)
{
	return store->spread && strlen(place) > FOLDER_DIGITS &&
	       place[FOLDER_DIGITS] == '/';
}

/* Something stands at the name that no picture can take the place of. */
static bool
is_taken(int folder, const char *name, const char *path, struct cc_diags *diags)
{
	struct stat status;

	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
	    S_ISLNK(status.st_mode))
		return false;
	if (S_ISDIR(status.st_mode)) {
		cc_diag_file(diags, CC_E002, path);
		return true;
	}
	if (S_ISREG(status.st_mode) && !cc_target_is_source(folder, name))
		return false;
	cc_diag_file(diags, CC_E486, path,
	    S_ISREG(status.st_mode) ? "a file that clincourse reads"
				    : "no regular file");
	return true;
}

static enum cc_stored
file_put(struct cc_store *store, const char *place,
    const struct cc_zip_member *picture, struct cc_diags *diags)
{
	const bool spread = is_spread(store, place);
	g_autofree char *path = g_build_filename(store->path, place, NULL);
	const int folder = spread ? below_open(store, place) : store->folder;
	const char *name = spread ? place + FOLDER_DIGITS + 1 : place;
	struct cc_sink *sink;

	if (folder < 0) {
		refuse(path, errno, diags);
		return CC_NO_PLACE;
	}
	if (is_taken(folder, name, path, diags))
		return CC_NO_PLACE;
	sink = cc_sink_open_in(folder, name, path, diags);
	if (sink == NULL)
		return CC_NO_DISK;
	cc_sink_write(sink, picture->bytes, picture->length);
	return cc_sink_commit(sink, diags) ? CC_STORED : CC_NO_DISK;
}

enum cc_stored
cc_store_put(struct cc_store *store, const struct cc_zip_member *picture,
    char **place, struct cc_diags *diags)
{
	enum cc_stored stored;

	*place = NULL;
	if (store->packs != NULL) {
		stored = cc_packs_add(store->packs, picture, place, diags)
		             ? CC_STORED
		             : CC_NO_DISK;
	} else {
		*place = place_of(store, picture->name);
		stored = file_put(store, *place, picture, diags);
	}
	if (stored != CC_STORED)
		g_clear_pointer(place, g_free);
	return stored;
}

static bool
file_holds(const struct cc_store *store, const char *place, const char *name,
    uint64_t bytes)
{
	g_autofree char *wanted = place_of(store, name);
	struct stat status;

	return strcmp(wanted, place) == 0 &&
	       fstatat(store->folder, place, &status, AT_SYMLINK_NOFOLLOW) ==
	           0 &&
	       S_ISREG(status.st_mode) && (uint64_t)status.st_size == bytes;
}

bool
cc_store_holds(
    struct cc_store *store, const char *place, const char *name, uint64_t bytes)
{
	return store->packs != NULL ? cc_packs_hold(store->packs, place)
	                            : file_holds(store, place, name, bytes);
}

void
cc_store_meet(struct cc_store *store, const char *place)
{
	if (store->packs != NULL)
		cc_packs_meet(store->packs, place);
}

bool
cc_store_finish(struct cc_store *store, bool durable, struct cc_diags *diags)
{
	if (store->packs != NULL && !cc_packs_finish(store->packs, diags))
		return false;
	return !durable || syncfs(store->folder) == 0 ||
	       refuse(store->path, errno, diags);
}
