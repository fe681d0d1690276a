/* Inside of a reader; only for this room. */
#ifndef CC_XML_READER_H
#define CC_XML_READER_H

#include "xml/guard.h"

/* The window of the stream that is held: what stands between the end of the
 * last case and the end of this one, and what was read beyond it. */
struct cc_xml_reader {
	char *name, *ns;
	int fd;             /* -1: `left` is read */
	const char *left;   /* borrowed */
	size_t left_length; /* [bytes] */
	char *buffer;
	size_t capacity, start, end; /* [bytes] in the buffer */
	bool complete;               /* the file's end was read */
	bool done, failed;
	struct cc_source window;
	struct cc_lines lines; /* of the window */
	struct cc_guard guard;
	/* Of a stream of cases, put round each case but the first. */
	char *root_start, *root_end;
};

/* One more piece of the file at the end of the window. */
bool cc_reader_piece(struct cc_xml_reader *reader, struct cc_diags *diags);

/* Forgets the case that was handed out, but not where it stood. */
void cc_reader_shift(struct cc_xml_reader *reader);

/* Walks to the end of the next case, or of the file. */
enum cc_guard_verdict cc_reader_walk(
    struct cc_xml_reader *reader, struct cc_diags *diags);

/* Kept from the first window, for the namespaces that it declares. */
void cc_reader_keep_root(struct cc_xml_reader *reader);

/* The root opened in the window that was read last: no case moved it. */
void cc_reader_warn_of_none(
    const struct cc_xml_reader *reader, struct cc_diags *diags);

#endif
