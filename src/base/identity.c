#include "base/identity.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MAX 40 /* as the kernel counts them */

bool
cc_identity_equal(const struct cc_identity *a, const struct cc_identity *b)
{
	return a->device == b->device && a->inode == b->inode;
}

static bool
is_standard(const char *path)
{
	return strcmp(path, "-") == 0;
}

bool
cc_identity_find(const char *path, int standard, struct cc_identity *identity)
{
	struct stat status;
	int failed = is_standard(path) ? fstat(standard, &status)
	                               : stat(path, &status);

	if (failed != 0 || !S_ISREG(status.st_mode))
		return false;
	*identity = (struct cc_identity){status.st_dev, status.st_ino};
	return true;
}

char *
cc_links_follow(const char *path)
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

/* A name in a folder, which has an identity where the file has none yet. */
struct target {
	char *name;
	struct stat folder;
};

static bool
target_find(const char *path, struct target *target)
{
	g_autofree char *end = cc_links_follow(path);
	g_autofree char *folder = NULL;

	target->name = NULL;
	if (end == NULL)
		return false;
	folder = g_path_get_dirname(end);
	target->name = g_path_get_basename(end);
	return stat(folder, &target->folder) == 0;
}

static bool
same_name(const char *a, const char *b)
{
	struct target one, other;
	bool same = target_find(a, &one);

	same = target_find(b, &other) && same &&
	       one.folder.st_dev == other.folder.st_dev &&
	       one.folder.st_ino == other.folder.st_ino &&
	       strcmp(one.name, other.name) == 0;
	g_free(one.name);
	g_free(other.name);
	return same;
}

bool
cc_identity_same_target(const char *a, const char *b)
{
	struct cc_identity one, other;

	if (is_standard(a) && is_standard(b))
		return true;
	if (cc_identity_find(a, STDOUT_FILENO, &one) &&
	    cc_identity_find(b, STDOUT_FILENO, &other))
		return cc_identity_equal(&one, &other);
	return !is_standard(a) && !is_standard(b) && same_name(a, b);
}

static guint
key_hash(gconstpointer key)
{
	const struct cc_identity *identity = key;

	return (guint)identity->inode * 31 + (guint)identity->device;
}

static gboolean
key_equal(gconstpointer left, gconstpointer right)
{
	return cc_identity_equal(left, right);
}

GHashTable *
cc_identities_create(void)
{
	return g_hash_table_new_full(key_hash, key_equal, g_free, NULL);
}

void
cc_identities_add(
    GHashTable *set, const struct cc_identity *identity, const char *what)
{
	g_hash_table_replace(
	    set, g_memdup2(identity, sizeof *identity), (gpointer)what);
}

const char *
cc_identities_find(GHashTable *set, const struct cc_identity *identity)
{
	return g_hash_table_lookup(set, identity);
}
