/* Bytes that were read, and places in them. */
#ifndef CC_BASE_SOURCE_H
#define CC_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cc_diags;

/* Where the lines of a source start, as far as anybody asked. A file of many
 * errors would else be walked from its start for each. Zeroed, and forgotten as
 * soon as the bytes of its source change. */
struct cc_lines {
	uint32_t *starts; /* [bytes]; owned */
	size_t count, room;
	size_t seen;               /* [bytes] searched for ends of lines */
	uint32_t start, at, column; /* the place asked for last */
};

void cc_lines_forget(struct cc_lines *lines);

/* A file in memory. A window on a longer stream says in first_line and
 * columns_before where its first byte stands. */
struct cc_source {
	const char *name; /* as the user gave it; "-" for standard input */
	const char *bytes;
	size_t length;           /* [bytes] */
	uint32_t first_line;     /* 1 for a whole file */
	uint32_t columns_before; /* [code points] of the first line; else 0 */
	struct cc_lines *lines;  /* borrowed; NULL: walked each time */
	void *owned;             /* what cc_source_finish frees, or NULL */
	/* NULL, or its element tree as it was read when the program was built
	 * (xml/pack.h). */
	const unsigned char *tree;
};

/* A stretch of a source; source NULL = no place known. Line and column are
 * computed when a diagnostic is made, not before. */
struct cc_pos {
	const struct cc_source *source;
	uint32_t at;     /* [bytes] from the start of the source */
	uint32_t length; /* [bytes] to underline, 0 = just the place */
};

/* From one place to the end of another that is not before it. */
static inline struct cc_pos
cc_pos_join(struct cc_pos from, struct cc_pos to)
{
	uint32_t length = to.at + to.length - from.at;

	if (length > from.length)
		from.length = length;
	return from;
}

/* Both from 1; columns count Unicode code points. */
struct cc_place {
	uint32_t line, column;
};

struct cc_place cc_pos_place(struct cc_pos pos);

/* Where a letter stands first from a place on; the place itself where it is
 * written as a reference. */
struct cc_pos cc_pos_letter(struct cc_pos pos, uint32_t letter);

/* Opens a file for reading ("-" = standard input, which is not to be closed).
 * On failure adds a diagnostic and returns -1. */
int cc_source_open(const char *name, struct cc_diags *diags);

/* Reads a whole file of at most limit bytes ("-" = standard input); it must be
 * a regular one. On failure adds a diagnostic (environment or too large) and
 * returns false. */
bool cc_source_read(struct cc_source *source, const char *name, size_t limit,
    struct cc_diags *diags);
void cc_source_finish(struct cc_source *source);

#endif
