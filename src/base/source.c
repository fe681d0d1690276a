#include "base/source.h"

#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BOM "\xEF\xBB\xBF"

struct cc_place
cc_pos_place(struct cc_pos pos)
{
	const struct cc_source *source = pos.source;
	struct cc_place place = {0, 1};
	const char *line, *at, *found;

	if (source == NULL)
		return (struct cc_place){0, 0};
	line = source->bytes;
	at = line + MIN(pos.at, source->length);
	place.line = source->first_line;
	while (line < at && (found = memchr(line, '\n', at - line)) != NULL) {
		line = found + 1;
		place.line++;
	}
	/* No editor counts the mark before the first letter. */
	if (place.line == 1 && at - line >= 3 && memcmp(line, BOM, 3) == 0)
		line += 3;
	if (place.line == source->first_line)
		place.column += source->columns_before;
	for (; line < at; line++)
		place.column += ((unsigned char)*line & 0xC0) != 0x80;
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
