#include "batch/feed.h"

#include "model/model.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX ".xml"
#define NO_CASE ".vocabulary.xml"

/* Where names come from: the operands, a folder's entries, the lines of a
 * list. A folder in a folder is one level more. */
struct level {
	char *folder;       /* before each name; NULL: nothing */
	char *shown;        /* what to call it where it holds nothing */
	GStringChunk *text; /* of the names, NULL where they are borrowed */
	GPtrArray *names;   /* NULL: `list` is read */
	guint at;
	FILE *list;
	uint32_t line; /* of it, the last one read */
	bool operands; /* "@" and "-" have a meaning */
	bool any;      /* something was found */
};

struct cc_feed {
	GPtrArray *levels; /* of struct level; the last is at work */
	struct cc_xml_reader *reader;
	char *name; /* of the file that it reads */
	char *line; /* of a list */
	size_t line_room;
	uint64_t opened;
	void (*meet)(void *data, const char *name, uint64_t number);
	void *data;
};

static void
level_free(gpointer data)
{
	struct level *level = data;

	if (level->names != NULL)
		g_ptr_array_unref(level->names);
	if (level->text != NULL)
		g_string_chunk_free(level->text);
	if (level->list != NULL)
		fclose(level->list);
	g_free(level->folder);
	g_free(level->shown);
	g_free(level);
}

static struct level *
level_push(struct cc_feed *feed)
{
	struct level *level = g_new0(struct level, 1);

	g_ptr_array_add(feed->levels, level);
	return level;
}

static struct level *
level_last(const struct cc_feed *feed)
{
	return feed->levels->len > 0
	           ? feed->levels->pdata[feed->levels->len - 1]
	           : NULL;
}

struct cc_feed *
cc_feed_create(char *const *inputs,
    void (*meet)(void *data, const char *name, uint64_t number), void *data)
{
	struct cc_feed *feed = g_new0(struct cc_feed, 1);
	struct level *level;

	feed->meet = meet;
	feed->data = data;
	feed->levels = g_ptr_array_new_with_free_func(level_free);
	level = level_push(feed);
	level->names = g_ptr_array_new();
	level->operands = level->any = true;
	for (; *inputs != NULL; inputs++)
		g_ptr_array_add(level->names, *inputs);
	return feed;
}

void
cc_feed_destroy(struct cc_feed *feed)
{
	if (feed == NULL)
		return;
	cc_xml_close(feed->reader);
	g_ptr_array_unref(feed->levels);
	g_free(feed->name);
	free(feed->line);
	g_free(feed);
}

/* ---- folders ---- */

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A link to a folder is not followed: it may lead round in a circle. */
static bool
is_folder(int folder, const struct dirent *entry)
{
	struct stat status;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) ==
	           0 &&
	       S_ISDIR(status.st_mode);
}

static void
folder_list(struct level *level, DIR *dir)
{
	const struct dirent *entry;

	level->text = g_string_chunk_new(64 << 10);
	level->names = g_ptr_array_new();
	while ((entry = readdir(dir)) != NULL) {
		const char *name = entry->d_name;

		if (name[0] == '.' || (!is_folder(dirfd(dir), entry) &&
					  (!g_str_has_suffix(name, SUFFIX) ||
					      g_str_has_suffix(name, NO_CASE))))
			continue;
		g_ptr_array_add(
		    level->names, g_string_chunk_insert(level->text, name));
	}
	g_ptr_array_sort(level->names, compare_names);
}

static bool
folder_open(struct cc_feed *feed, const char *path, struct cc_diags *diags)
{
	DIR *dir = opendir(path);
	struct level *level;

	if (dir == NULL) {
		cc_diag_file(diags, CC_E001, path, g_strerror(errno));
		return false;
	}
	level = level_push(feed);
	level->folder = g_strdup(path);
	level->shown = g_strdup(path);
	folder_list(level, dir);
	level->any = level->names->len > 0;
	closedir(dir);
	return true;
}

/* ---- lists ---- */

static bool
list_open(struct cc_feed *feed, const char *path, struct cc_diags *diags)
{
	int fd = cc_source_open(path, diags);
	struct level *level;

	if (fd < 0)
		return false;
	/* Standard input is not ours to close. */
	if (strcmp(path, "-") == 0)
		fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	level = level_push(feed);
	level->shown = g_strdup(path);
	level->list = fdopen(fd, "r");
	return true;
}

/* The next line that says something, NULL at the end. */
static const char *
list_next(struct cc_feed *feed, struct level *level)
{
	ssize_t length;

	while (level->list != NULL &&
	       (length = getline(&feed->line, &feed->line_room, level->list)) >
		   0) {
		level->line++;
		while (length > 0 && strchr("\r\n", feed->line[length - 1]))
			feed->line[--length] = '\0';
		if (length > 0)
			return feed->line;
	}
	return NULL;
}

/* ---- the next file ---- */

/* Borrowed until the next call; NULL at the end of the level. */
static char *
level_next(struct cc_feed *feed, struct level *level)
{
	const char *name = NULL;

	if (level->names == NULL)
		name = list_next(feed, level);
	else if (level->at < level->names->len)
		name = level->names->pdata[level->at++];
	if (name == NULL)
		return NULL;
	level->any = true;
	return level->folder != NULL
	           ? g_build_filename(level->folder, name, NULL)
	           : g_strdup(name);
}

/* A pipe may bring a stream; of a disk nobody means all bytes. */
static bool
is_device(mode_t mode)
{
	return S_ISCHR(mode) || S_ISBLK(mode);
}

static bool
file_open(struct cc_feed *feed, const char *path, struct cc_diags *diags)
{
	struct stat status = {0};
	const bool there = stat(path, &status) == 0;

	if (there && S_ISDIR(status.st_mode))
		return folder_open(feed, path, diags);
	feed->meet(feed->data, path, ++feed->opened);
	if (there && is_device(status.st_mode)) {
		cc_diag_file(diags, CC_E001, path, "it is a device");
		return false;
	}
	feed->reader = cc_xml_open(path, CC_CASE_NAMESPACE, diags);
	return feed->reader != NULL;
}

/* A line of a list that is a case itself, as programs pass them on. */
static bool
is_case(const struct level *level, const char *name)
{
	return level->list != NULL && name[0] == '<';
}

static void
line_take(
    struct cc_feed *feed, const struct level *level, struct cc_xml_text *text)
{
	feed->meet(feed->data, level->shown, ++feed->opened);
	*text = (struct cc_xml_text){
	    .name = level->shown,
	    .bytes = feed->name,
	    .length = strlen(feed->name),
	    .line = level->line,
	    .column = 1,
	};
}

static bool
name_open(struct cc_feed *feed, const struct level *level, const char *name,
    struct cc_diags *diags)
{
	if (level->operands && strcmp(name, "-") == 0)
		return list_open(feed, name, diags);
	if (level->operands && name[0] == '@')
		return list_open(feed, name + 1, diags);
	return file_open(feed, name, diags);
}

/* The level is done: on with the one that it was found in. */
static void
level_pop(struct cc_feed *feed, struct cc_diags *diags)
{
	const struct level *level = level_last(feed);

	if (!level->any)
		cc_diag_file(diags, CC_W501, level->shown);
	g_ptr_array_set_size(feed->levels, (gint)feed->levels->len - 1);
}

enum cc_fed
cc_feed_next(
    struct cc_feed *feed, struct cc_xml_text *text, struct cc_diags *diags)
{
	struct level *level;
	bool failed;

	for (;;) {
		if (feed->reader != NULL) {
			if (cc_xml_next_text(feed->reader, text, diags))
				return CC_FED_CASE;
			failed = cc_xml_failed(feed->reader);
			g_clear_pointer(&feed->reader, cc_xml_close);
			if (failed)
				break;
		}
		level = level_last(feed);
		if (level == NULL)
			return CC_FED_END;
		g_free(feed->name);
		feed->name = level_next(feed, level);
		if (feed->name != NULL && is_case(level, feed->name)) {
			line_take(feed, level, text);
			return CC_FED_CASE;
		}
		if (feed->name == NULL)
			level_pop(feed, diags);
		else if (!name_open(feed, level, feed->name, diags))
			break;
	}
	*text = (struct cc_xml_text){
	    .name = feed->name, .bytes = "", .line = 1, .column = 1};
	return CC_FED_TROUBLE;
}

uint64_t
cc_feed_opened(const struct cc_feed *feed)
{
	return feed->opened;
}

uint64_t
cc_feed_coming(const struct cc_feed *feed)
{
	uint64_t coming = feed->reader != NULL;

	for (guint i = 0; i < feed->levels->len; i++) {
		const struct level *level = feed->levels->pdata[i];

		if (level->names != NULL)
			coming += level->names->len - level->at;
	}
	return coming;
}
