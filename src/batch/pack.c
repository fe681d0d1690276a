#include "batch/pack.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMBERS_MOST 50000
#define BYTES_MOST (UINT64_C(3) << 30) /* room for the last one is left */
#define NUMBER_MOST 99999999u
#define SUFFIX ".zip"

struct cc_packs {
	int folder; /* borrowed */
	char *path, *prefix;
	unsigned number;      /* of the last one */
	struct cc_sink *sink; /* NULL: none is open */
	struct cc_zip zip;
	GHashTable *whole; /* name -> 1: it is, 2: it is not; owned */
};

/* The number of a pack by its name up to a length; 0: it is none of these. */
static unsigned
number_of(const struct cc_packs *packs, const char *name, size_t length)
{
	const size_t head = strlen(packs->prefix), tail = strlen(SUFFIX);
	g_autofree char *digits = NULL;
	guint64 number;

	if (length <= head + tail || strncmp(name, packs->prefix, head) != 0 ||
	    strncmp(name + length - tail, SUFFIX, tail) != 0)
		return 0;
	digits = g_strndup(name + head, length - head - tail);
	if (!g_ascii_string_to_unsigned(
		digits, 10, 1, NUMBER_MOST, &number, NULL))
		return 0;
	return (unsigned)number;
}

static unsigned
last_number(const struct cc_packs *packs)
{
	int fd = openat(packs->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *entry;
	unsigned last = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		last = MAX(last,
		    number_of(packs, entry->d_name, strlen(entry->d_name)));
	if (dir != NULL)
		closedir(dir);
	return last;
}

struct cc_packs *
cc_packs_create(int folder, const char *path, const char *part, bool begin,
    struct cc_diags *diags)
{
	struct cc_packs *packs = g_new0(struct cc_packs, 1);

	packs->folder = folder;
	packs->path = g_strdup(path);
	packs->prefix = g_strdup_printf("charts%s-", part);
	packs->whole =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	packs->number = last_number(packs);
	if (!begin || packs->number == 0)
		return packs;
	cc_diag_file(diags, CC_E506, path);
	cc_packs_destroy(packs);
	return NULL;
}

void
cc_packs_destroy(struct cc_packs *packs)
{
	if (packs == NULL)
		return;
	if (packs->sink != NULL) {
		g_string_free(packs->zip.directory, TRUE);
		cc_sink_abandon(packs->sink);
	}
	g_hash_table_unref(packs->whole);
	g_free(packs->path);
	g_free(packs->prefix);
	g_free(packs);
}

static char *
pack_name(const struct cc_packs *packs)
{
	return g_strdup_printf("%s%04u" SUFFIX, packs->prefix, packs->number);
}

static bool
pack_begin(struct cc_packs *packs, struct cc_diags *diags)
{
	g_autofree char *name = NULL, *path = NULL;

	packs->number++;
	name = pack_name(packs);
	path = g_build_filename(packs->path, name, NULL);
	packs->sink = cc_sink_open_in(packs->folder, name, path, diags);
	if (packs->sink == NULL)
		return false;
	cc_zip_init(&packs->zip, packs->sink);
	return true;
}

bool
cc_packs_add(struct cc_packs *packs, const struct cc_zip_member *member,
    char **place, struct cc_diags *diags)
{
	g_autofree char *name = NULL;

	if (packs->sink == NULL && !pack_begin(packs, diags))
		return false;
	name = pack_name(packs);
	*place = g_strconcat(name, "/", member->name, NULL);
	cc_zip_add(&packs->zip, member);
	/* Why is told by the end. */
	if (cc_sink_failed(packs->sink) || packs->zip.count >= MEMBERS_MOST ||
	    packs->zip.at >= BYTES_MOST)
		return cc_packs_finish(packs, diags);
	return true;
}

bool
cc_packs_finish(struct cc_packs *packs, struct cc_diags *diags)
{
	struct cc_sink *sink = g_steal_pointer(&packs->sink);

	if (sink == NULL)
		return true;
	if (cc_zip_finish(&packs->zip, diags))
		return cc_sink_commit(sink, diags);
	cc_sink_abandon(sink);
	return false;
}

/* ---- packs of an earlier run ---- */

#define END_LENGTH 22 /* [bytes], without a comment; ours have none */
#define END_SIGN "PK\5\6"
#define END_SIZE 12 /* where the size of the directory stands, */
#define END_AT 16   /* and the directory itself */

static uint64_t
number_at(const unsigned char *bytes)
{
	return bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
	       (uint64_t)bytes[3] << 24;
}

/* Its end says how long it is. */
static bool
is_whole(int folder, const char *name)
{
	unsigned char end[END_LENGTH];
	struct stat status;
	bool whole = false;
	int fd = openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return false;
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
	    status.st_size >= END_LENGTH &&
	    pread(fd, end, END_LENGTH, status.st_size - END_LENGTH) ==
		END_LENGTH)
		whole = memcmp(end, END_SIGN, strlen(END_SIGN)) == 0 &&
		        number_at(end + END_AT) + number_at(end + END_SIZE) +
		                END_LENGTH ==
		            (uint64_t)status.st_size;
	close(fd);
	return whole;
}

/* Of the pack that a place is in; 0: in none of these. */
static unsigned
number_at_place(const struct cc_packs *packs, const char *place)
{
	const char *stop = strchr(place, '/');

	return stop != NULL ? number_of(packs, place, (size_t)(stop - place))
	                    : 0;
}

void
cc_packs_meet(struct cc_packs *packs, const char *place)
{
	packs->number = MAX(packs->number, number_at_place(packs, place));
}

bool
cc_packs_hold(struct cc_packs *packs, const char *place)
{
	g_autofree char *name = NULL;
	gpointer known;

	if (number_at_place(packs, place) == 0)
		return false;
	name = g_strndup(place, strcspn(place, "/"));
	known = g_hash_table_lookup(packs->whole, name);
	if (known == NULL) {
		known = GINT_TO_POINTER(is_whole(packs->folder, name) ? 1 : 2);
		g_hash_table_insert(
		    packs->whole, g_steal_pointer(&name), known);
	}
	return GPOINTER_TO_INT(known) == 1;
}
