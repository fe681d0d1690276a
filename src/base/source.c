#include "base/source.h"

#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BOM "\xEF\xBB\xBF"

void
cc_lines_forget(struct cc_lines *lines)
{
	g_free(lines->starts);
	*lines = (struct cc_lines){0};
}

static void
lines_add(struct cc_lines *lines, size_t start)
{
	if (lines->count == lines->room) {
		lines->room = MAX(2 * lines->room, 64);
		lines->starts =
		    g_renew(uint32_t, lines->starts, lines->room);
	}
	lines->starts[lines->count++] = (uint32_t)start;
}

static void
lines_extend(struct cc_lines *lines, const struct cc_source *source, size_t at)
{
	const char *bytes = source->bytes, *found;

	if (lines->count == 0)
		lines_add(lines, 0);
	while (lines->seen < at &&
	       (found = memchr(bytes + lines->seen, '\n',
		    at - lines->seen)) != NULL) {
		lines->seen = (size_t)(found + 1 - bytes);
		lines_add(lines, lines->seen);
	}
	lines->seen = MAX(lines->seen, at);
}

/* The index of the last line that starts at or before the place. */
static size_t
lines_find(const struct cc_lines *lines, size_t at)
{
	size_t low = 0, high = lines->count;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (lines->starts[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Where the line of a place starts, and its number in the source from 0. */
static size_t
line_start(const struct cc_source *source, size_t at, uint32_t *number)
{
	struct cc_lines *lines = source->lines;
	const char *bytes = source->bytes, *found;
	size_t start = 0;

	*number = 0;
	if (lines != NULL) {
		lines_extend(lines, source, at);
		*number = (uint32_t)lines_find(lines, at);
		return lines->starts[*number];
	}
	while (start < at && (found = memchr(bytes + start, '\n',
				  at - start)) != NULL) {
		start = (size_t)(found + 1 - bytes);
		++*number;
	}
	return start;
}

static uint32_t
letters_between(const char *from, const char *to)
{
	uint32_t count = 0;

	for (; from < to; from++)
		count += ((unsigned char)*from & 0xC0) != 0x80;
	return count;
}

/* From `start`, which is that of a line or what stands behind its mark. A line
 * may be as long as its file: counted is what lies behind the place before. */
static uint32_t
letters_to(const struct cc_source *source, size_t start, size_t at)
{
	struct cc_lines *lines = source->lines;
	const char *bytes = source->bytes;

	if (lines == NULL)
		return letters_between(bytes + start, bytes + at);
	if (lines->start != start || lines->at < start || lines->at > at) {
		lines->start = (uint32_t)start;
		lines->at = (uint32_t)start;
		lines->column = 0;
	}
	lines->column += letters_between(bytes + lines->at, bytes + at);
	lines->at = (uint32_t)at;
	return lines->column;
}

struct cc_place
cc_pos_place(struct cc_pos pos)
{
	const struct cc_source *source = pos.source;
	struct cc_place place = {0, 1};
	size_t at, start;

	if (source == NULL)
		return (struct cc_place){0, 0};
	at = MIN(pos.at, source->length);
	start = line_start(source, at, &place.line);
	place.line += source->first_line;
	/* No editor counts the mark before the first letter. */
	if (place.line == 1 && at - start >= 3 &&
	    memcmp(source->bytes + start, BOM, 3) == 0)
		start += 3;
	if (place.line == source->first_line)
		place.column += source->columns_before;
	place.column += letters_to(source, start, at);
	return place;
}

struct cc_pos
cc_pos_letter(struct cc_pos pos, uint32_t letter)
{
	char bytes[6];
	int length = g_unichar_to_utf8(letter, bytes);
	const char *from, *found;

	if (pos.source == NULL)
		return pos;
	from = pos.source->bytes + pos.at;
	found =
	    memmem(from, pos.source->length - pos.at, bytes, (size_t)length);
	if (found == NULL)
		return pos;
	pos.at = (uint32_t)(found - pos.source->bytes);
	pos.length = (uint32_t)length;
	return pos;
}

static void
too_large(const char *name, size_t limit, struct cc_diags *diags)
{
	g_autofree char *words = limit >= 1 << 20 && limit % (1 << 20) == 0
	                             ? g_strdup_printf("%zu MiB", limit >> 20)
	                             : g_strdup_printf("%zu bytes", limit);

	cc_diag_file(diags, CC_E005, name, words);
}

/* Takes one byte more than the limit, to tell a full file from a larger. */
static GByteArray *
read_all(int fd, size_t limit, int *error)
{
	GByteArray *bytes = g_byte_array_new();
	guint8 piece[64 << 10];
	ssize_t n = 1;

	*error = 0;
	while (n > 0 && bytes->len <= limit) {
		size_t most = MIN(sizeof piece, limit + 1 - bytes->len);
		do {
			n = read(fd, piece, most);
		} while (n < 0 && errno == EINTR);
		if (n < 0)
			*error = errno;
		else
			g_byte_array_append(bytes, piece, (guint)n);
	}
	return bytes;
}

/* A pipe without a writer would be waited for. */
static int
open_regular(const char *name, struct cc_diags *diags)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat status;

	if (fd < 0) {
		cc_diag_file(diags, CC_E001, name, g_strerror(errno));
		return -1;
	}
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
		return fd;
	if (S_ISDIR(status.st_mode))
		cc_diag_file(diags, CC_E002, name);
	else
		cc_diag_file(diags, CC_E001, name, "it is no regular file");
	close(fd);
	return -1;
}

int
cc_source_open(const char *name, struct cc_diags *diags)
{
	bool standard = strcmp(name, "-") == 0;
	int fd = STDIN_FILENO;
	struct stat status;

	if (!standard)
		fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0) {
		cc_diag_file(diags, CC_E001, name, g_strerror(errno));
		return -1;
	}
	if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
		cc_diag_file(diags, CC_E002, name);
		if (!standard)
			close(fd);
		return -1;
	}
	return fd;
}

bool
cc_source_read(struct cc_source *source, const char *name, size_t limit,
    struct cc_diags *diags)
{
	GByteArray *bytes;
	int error, fd;

	*source = (struct cc_source){.name = name, .first_line = 1};
	g_assert(limit < G_MAXUINT32); /* struct cc_pos counts in 32 bits */
	fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open_regular(name, diags);
	if (fd < 0)
		return false;
	bytes = read_all(fd, limit, &error);
	if (fd != STDIN_FILENO)
		close(fd);
	if (error != 0)
		cc_diag_file(diags, CC_E001, name, g_strerror(error));
	else if (bytes->len > limit)
		too_large(name, limit, diags);
	if (error != 0 || bytes->len > limit) {
		g_byte_array_unref(bytes);
		return false;
	}
	source->length = bytes->len;
	source->owned = g_byte_array_free(bytes, FALSE);
	source->bytes = source->owned != NULL ? source->owned : "";
	return true;
}

void
cc_source_finish(struct cc_source *source)
{
	g_free(source->owned);
	*source = (struct cc_source){0};
}
