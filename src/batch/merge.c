#include "batch/merge.h"

#include "base/sink.h"
#include "batch/journal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PARTS_MOST 1000
#define WHOLE_START "{\"cases\":"
#define WHOLE_LINE                                                             \
	WHOLE_START "%" G_GUINT64_FORMAT                                       \
		    ",\"inputs\":\"%016" G_GINT64_MODIFIER                     \
		    "x\",\"fingerprints\":\"%016" G_GINT64_MODIFIER "x\"}"

char *
cc_whole_line(const struct cc_whole *whole)
{
	return g_strdup_printf(
	    WHOLE_LINE, whole->cases, whole->inputs, whole->ways);
}

/* A report that is read line by line; the next case of it is at hand. */
struct part {
	FILE *file;
	char *line;
	size_t room;
	ssize_t length;
	uint64_t number; /* of the case in the line; 0: the end */
	char *whole;     /* its last line */
};

struct merge {
	const char *folder;
	int fd;
	unsigned count;
	struct part *parts;
	struct cc_diags *diags;
};

static char *
part_name(const struct merge *merge, unsigned index)
{
	g_autofree char *part =
	    g_strdup_printf("-%u-of-%u", index + 1, merge->count);

	return cc_report_name(part);
}

static bool refuse(const struct merge *merge, const char *name,
    const char *format, ...) G_GNUC_PRINTF(3, 4);

/* `name` NULL: of the folder. False. */
static bool
refuse(const struct merge *merge, const char *name, const char *format, ...)
{
	g_autofree char *why = NULL;
	g_autofree char *path = g_build_filename(merge->folder, name, NULL);
	va_list args;

	va_start(args, format);
	why = g_strdup_vprintf(format, args);
	va_end(args);
	cc_diag_file(merge->diags, CC_E507, path, why);
	return false;
}

/* ---- lines ---- */

/* On to the next case of a part, or to its end, which tells of the whole. */
static bool
part_next(const struct merge *merge, unsigned index)
{
	struct part *part = &merge->parts[index];
	g_autofree char *name = part_name(merge, index);
	GStringChunk *keep;
	struct cc_record record;
	bool sound;

	part->length = getline(&part->line, &part->room, part->file);
	part->number = 0;
	if (part->length <= 0)
		return part->whole != NULL ||
		       refuse(merge, name, "its end is missing");
	if (part->line[part->length - 1] == '\n')
		part->line[--part->length] = '\0';
	if (g_str_has_prefix(part->line, WHOLE_START)) {
		part->whole = g_strdup(part->line);
		return part_next(merge, index);
	}
	keep = g_string_chunk_new(1024);
	sound = cc_record_read(part->line, (size_t)part->length, keep, &record);
	part->number = record.number;
	g_string_chunk_free(keep);
	return (sound && part->number > 0) ||
	       refuse(merge, name, "this is no report: %.40s", part->line);
}

static bool
part_open(const struct merge *merge, unsigned index)
{
	g_autofree char *name = part_name(merge, index);
	int fd = openat(merge->fd, name,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return refuse(merge, NULL,
		    "part %u of %u has no report: it is not done", index + 1,
		    merge->count);
	merge->parts[index].file = fdopen(fd, "r");
	return part_next(merge, index);
}

/* ---- the whole ---- */

/* The least number that is at hand; NULL: all have ended. */
static struct part *
next_case(const struct merge *merge)
{
	struct part *next = NULL;

	for (unsigned i = 0; i < merge->count; i++) {
		struct part *part = &merge->parts[i];

		if (part->number > 0 &&
		    (next == NULL || part->number < next->number))
			next = part;
	}
	return next;
}

/* All lines by their numbers, from 1 on without a gap. */
static bool
lines_write(const struct merge *merge, struct cc_sink *sink, uint64_t *cases)
{
	struct part *part;

	while ((part = next_case(merge)) != NULL) {
		if (part->number == *cases)
			return refuse(merge, NULL,
			    "case %" G_GUINT64_FORMAT " is in two parts",
			    *cases);
		if (part->number != *cases + 1)
			return refuse(merge, NULL,
			    "case %" G_GUINT64_FORMAT " is in none",
			    *cases + 1);
		++*cases;
		cc_sink_write(sink, part->line, (size_t)part->length);
		cc_sink_write(sink, "\n", 1);
		if (!part_next(merge, (unsigned)(part - merge->parts)))
			return false;
	}
	return true;
}

/* What the parts say of the whole, now that all are read. */
static bool
whole_check(const struct merge *merge, uint64_t cases)
{
	const char *whole = merge->parts[0].whole;
	uint64_t said = 0;

	for (unsigned i = 1; i < merge->count; i++) {
		g_autofree char *name = part_name(merge, i);

		if (strcmp(merge->parts[i].whole, whole) != 0)
			return refuse(merge, name,
			    "its inputs, options, templates, fonts or version "
			    "are not those of part 1");
	}
	sscanf(whole, WHOLE_START "%" G_GUINT64_FORMAT, &said);
	return said == cases ||
	       refuse(merge, NULL, "case %" G_GUINT64_FORMAT " is in none",
		   cases + 1);
}

static bool
report_write(const struct merge *merge)
{
	g_autofree char *name = cc_report_name("");
	g_autofree char *path = g_build_filename(merge->folder, name, NULL);
	struct cc_sink *sink =
	    cc_sink_open_in(merge->fd, name, path, merge->diags);
	uint64_t cases = 0;

	if (sink == NULL)
		return false;
	if (lines_write(merge, sink, &cases) && whole_check(merge, cases))
		return cc_sink_commit(sink, merge->diags);
	cc_sink_abandon(sink);
	return false;
}

/* Of how many parts there are reports; 0 after a diagnostic. */
static unsigned
count_parts(const struct merge *merge)
{
	DIR *dir = opendir(merge->folder);
	const struct dirent *entry;
	unsigned count = 0, one, of;
	bool same = true;

	while (dir != NULL && same && (entry = readdir(dir)) != NULL) {
		if (sscanf(entry->d_name, "report-%u-of-%u.jsonl", &one, &of) !=
			2 ||
		    of == 0 || of > PARTS_MOST)
			continue;
		same = count == 0 || count == of;
		count = of;
	}
	if (dir != NULL)
		closedir(dir);
	if (!same)
		refuse(
		    merge, NULL, "there are parts of %u and of others", count);
	else if (count == 0)
		refuse(merge, NULL, "there is no report-1-of-N.jsonl");
	return same ? count : 0;
}

static bool
merge_all(struct merge *merge)
{
	bool open = true;

	merge->count = count_parts(merge);
	merge->parts = g_new0(struct part, merge->count);
	/* All that are missing are told at once. */
	for (unsigned i = 0; i < merge->count; i++)
		open = part_open(merge, i) && open;
	return merge->count > 0 && open && report_write(merge);
}

bool
cc_merge(const char *folder, struct cc_diags *diags)
{
	struct merge merge = {.folder = folder, .diags = diags};
	bool merged;

	merge.fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (merge.fd < 0) {
		cc_diag_file(diags, CC_E001, folder, g_strerror(errno));
		return false;
	}
	merged = merge_all(&merge);
	for (unsigned i = 0; i < merge.count; i++) {
		if (merge.parts[i].file != NULL)
			fclose(merge.parts[i].file);
		free(merge.parts[i].line);
		g_free(merge.parts[i].whole);
	}
	g_free(merge.parts);
	close(merge.fd);
	return merged;
}
