#include "batch/stream.h"

#include "base/json.h"

#include <errno.h>
#include <stdio.h>

#define WAITING_MOST 1000

struct cc_stream {
	GHashTable *waiting; /* number of a case -> its line; owned */
	uint64_t next;       /* number to be written */
};

struct cc_stream *
cc_stream_create(void)
{
	struct cc_stream *stream = g_new0(struct cc_stream, 1);

	stream->waiting =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	stream->next = 1;
	return stream;
}

void
cc_stream_destroy(struct cc_stream *stream)
{
	if (stream == NULL)
		return;
	g_hash_table_unref(stream->waiting);
	g_free(stream);
}

static void
append_picture(GString *to, const char *picture, size_t length)
{
	g_autofree char *coded = NULL;

	/* Behind the last member of the record. */
	g_string_truncate(to, to->len - 1);
	if (g_utf8_validate(picture, (gssize)length, NULL)) {
		g_string_append(to, ",\"picture\":");
		cc_json_append_string(to, picture);
	} else {
		coded = g_base64_encode((const guchar *)picture, length);
		g_string_append(to, ",\"picture-base64\":");
		cc_json_append_string(to, coded);
	}
	g_string_append_c(to, '}');
}

void
cc_stream_add(struct cc_stream *stream, const struct cc_record *record,
    const char *picture, size_t length)
{
	GString *line = g_string_new(NULL);

	cc_record_append(line, record);
	if (picture != NULL)
		append_picture(line, picture, length);
	g_string_append_c(line, '\n');
	g_hash_table_insert(stream->waiting,
	    g_memdup2(&record->number, sizeof record->number),
	    g_string_free(line, FALSE));
}

bool
cc_stream_room(const struct cc_stream *stream, uint64_t number)
{
	return number < stream->next + WAITING_MOST;
}

bool
cc_stream_flush(struct cc_stream *stream, struct cc_diags *diags)
{
	const char *line;

	while ((line = g_hash_table_lookup(stream->waiting, &stream->next)) !=
	       NULL) {
		fputs(line, stdout);
		g_hash_table_remove(stream->waiting, &stream->next);
		stream->next++;
	}
	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	cc_diag_file(diags, CC_E003, "-", g_strerror(errno));
	return false;
}
