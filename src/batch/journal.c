#include "batch/journal.h"

#include "base/append.h"
#include "base/hash.h"
#include "base/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where a line of this run is. */
struct place {
	uint64_t number, at;
};

/* What was drawn by an earlier run: a hash of what, how and where to. */
struct drawn {
	uint64_t key; /* 0: free */
	uint64_t bytes;
	const char *where; /* before the name: "", "7f/"; borrowed */
	uint32_t cpu_us, warnings;
};

struct cc_journal {
	struct cc_journal_rules rules; /* `path` and `part` are not kept */
	char *path, *report;
	struct cc_append *lines;
	GArray *places; /* of struct place */
	GString *line;
	struct drawn *drawn;
	size_t drawn_count, drawn_room; /* a power of two, or 0 */
	GStringChunk *wheres;
};

#define LINE_USUAL (1u << 10)      /* [bytes] */
#define LINE_MAX_BYTES (64u << 10) /* [bytes] */

char *
cc_report_name(const char *part)
{
	return g_strdup_printf("report%s.jsonl", part);
}

/* ---- what was drawn before ---- */

static uint64_t
key_of(const struct cc_record *record, const char *name)
{
	uint64_t key =
	    cc_hash_bytes(CC_HASH_START, &record->hash, sizeof record->hash);

	key = cc_hash_string(key, record->fingerprint);
	return cc_hash_string(key, name) | 1;
}

static struct drawn *
drawn_find(struct drawn *drawn, size_t room, uint64_t key)
{
	size_t at = key & (room - 1);

	while (drawn[at].key != 0 && drawn[at].key != key)
		at = (at + 1) & (room - 1);
	return &drawn[at];
}

static void
drawn_grow(struct cc_journal *journal)
{
	const size_t room = MAX(2 * journal->drawn_room, 1024);
	struct drawn *drawn = g_new0(struct drawn, room);

	for (size_t i = 0; i < journal->drawn_room; i++)
		if (journal->drawn[i].key != 0)
			*drawn_find(drawn, room, journal->drawn[i].key) =
			    journal->drawn[i];
	g_free(journal->drawn);
	journal->drawn = drawn;
	journal->drawn_room = room;
}

static void
drawn_add(struct cc_journal *journal, const struct cc_record *record)
{
	const char *slash = strrchr(record->output, '/');
	const char *name = slash != NULL ? slash + 1 : record->output;
	const uint64_t key = key_of(record, name);
	g_autofree char *where =
	    g_strndup(record->output, (gsize)(name - record->output));
	struct drawn *drawn;

	if (record->outcome != CC_DRAWN)
		return;
	journal->rules.meet(journal->rules.data, record->output);
	if (journal->drawn_count >= journal->drawn_room / 4 * 3)
		drawn_grow(journal);
	drawn = drawn_find(journal->drawn, journal->drawn_room, key);
	journal->drawn_count += drawn->key == 0;
	*drawn = (struct drawn){
	    .key = key,
	    .bytes = record->bytes,
	    .where = g_string_chunk_insert_const(journal->wheres, where),
	    .cpu_us = (uint32_t)record->cpu_us,
	    .warnings = (uint32_t)record->warnings,
	};
}

char *
cc_journal_known(const struct cc_journal *journal, const char *name,
    struct cc_record *record)
{
	const struct drawn *drawn;

	if (journal->drawn_room == 0)
		return NULL;
	drawn = drawn_find(
	    journal->drawn, journal->drawn_room, key_of(record, name));
	if (drawn->key == 0)
		return NULL;
	record->outcome = CC_DRAWN;
	record->bytes = drawn->bytes;
	record->cpu_us = drawn->cpu_us;
	record->warnings = drawn->warnings;
	return g_strconcat(drawn->where, name, NULL);
}

/* Lines that a kill has cut short, or that nobody wrote here, are passed
 * over: their cases are drawn again. */
static void
lines_learn(struct cc_journal *journal, const char *bytes, size_t length)
{
	GStringChunk *keep = g_string_chunk_new(1024);
	const char *end = bytes + length, *stop;

	for (; bytes < end; bytes = stop + 1) {
		struct cc_record record;

		stop = memchr(bytes, '\n', (size_t)(end - bytes));
		if (stop == NULL)
			stop = end;
		if (cc_record_read(
			bytes, (size_t)(stop - bytes), keep, &record))
			drawn_add(journal, &record);
		g_string_chunk_clear(keep);
	}
	g_string_chunk_free(keep);
}

/* Piece by piece: a line that a piece cuts is begun again with the next. */
static void
learn(struct cc_journal *journal,
    size_t (*take)(void *from, uint64_t at, char *to, size_t most), void *from)
{
	const size_t most = 16 * LINE_MAX_BYTES;
	g_autofree char *piece = g_malloc(most);
	uint64_t at = 0;
	size_t length;

	while ((length = take(from, at, piece, most)) > 0) {
		const char *last = memrchr(piece, '\n', length);

		if (last != NULL)
			length = (size_t)(last + 1 - piece);
		lines_learn(journal, piece, length);
		at += length;
	}
}

static size_t
take_journal(void *from, uint64_t at, char *to, size_t most)
{
	return cc_append_read(from, at, to, most);
}

static size_t
take_file(void *from, uint64_t at, char *to, size_t most)
{
	ssize_t n;

	do {
		n = pread(*(int *)from, to, most, (off_t)at);
	} while (n < 0 && errno == EINTR);
	return n > 0 ? (size_t)n : 0;
}

static void
learn_all(struct cc_journal *journal)
{
	int fd = openat(journal->rules.folder, journal->report,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd >= 0) {
		learn(journal, take_file, &fd);
		close(fd);
	}
	learn(journal, take_journal, journal->lines);
}

/* ---- this run ---- */

struct cc_journal *
cc_journal_open(const struct cc_journal_rules *rules, struct cc_diags *diags)
{
	g_autofree char *name =
	    g_strdup_printf(".clincourse-journal%s.jsonl", rules->part);
	g_autofree char *shown = g_build_filename(rules->path, name, NULL);
	struct cc_append *lines =
	    cc_append_open(rules->folder, name, shown, !rules->resume, diags);
	struct cc_journal *journal;

	if (lines == NULL)
		return NULL;
	journal = g_new0(struct cc_journal, 1);
	journal->rules = *rules;
	journal->path = g_strdup(rules->path);
	journal->report = cc_report_name(rules->part);
	journal->lines = lines;
	journal->places = g_array_new(FALSE, FALSE, sizeof(struct place));
	journal->line = g_string_new(NULL);
	journal->wheres = g_string_chunk_new(1024);
	if (rules->resume)
		learn_all(journal);
	return journal;
}

void
cc_journal_close(struct cc_journal *journal)
{
	if (journal == NULL)
		return;
	cc_append_close(journal->lines);
	g_array_unref(journal->places);
	g_string_free(journal->line, TRUE);
	g_string_chunk_free(journal->wheres);
	g_free(journal->drawn);
	g_free(journal->path);
	g_free(journal->report);
	g_free(journal);
}

void
cc_journal_add(struct cc_journal *journal, const struct cc_record *record)
{
	struct place place = {.number = record->number};

	g_string_truncate(journal->line, 0);
	cc_record_append(journal->line, record);
	place.at = cc_append_line(
	    journal->lines, journal->line->str, journal->line->len);
	g_array_append_val(journal->places, place);
}

bool
cc_journal_flush(struct cc_journal *journal, struct cc_diags *diags)
{
	return cc_append_flush(journal->lines, diags);
}

/* ---- the report ---- */

static int
compare_places(const void *a, const void *b)
{
	const struct place *first = a, *second = b;

	return (first->number > second->number) -
	       (first->number < second->number);
}

static bool
line_copy(const struct cc_journal *journal, uint64_t at, char *room,
    struct cc_sink *sink)
{
	size_t length = cc_append_read(journal->lines, at, room, LINE_USUAL);
	const char *stop = memchr(room, '\n', length);

	if (stop == NULL) {
		length =
		    cc_append_read(journal->lines, at, room, LINE_MAX_BYTES);
		stop = memchr(room, '\n', length);
	}
	return stop != NULL &&
	       cc_sink_write(sink, room, (size_t)(stop + 1 - room));
}

static bool
report_write(const struct cc_journal *journal, const char *last, bool durable,
    struct cc_diags *diags)
{
	g_autofree char *room = g_malloc(LINE_MAX_BYTES);
	g_autofree char *path =
	    g_build_filename(journal->path, journal->report, NULL);
	struct cc_sink *sink = cc_sink_open_in(
	    journal->rules.folder, journal->report, path, diags);
	bool whole = sink != NULL;

	for (guint i = 0; whole && i < journal->places->len; i++)
		whole = line_copy(journal,
		    g_array_index(journal->places, struct place, i).at, room,
		    sink);
	if (sink == NULL)
		return false;
	if (last != NULL) {
		cc_sink_write(sink, last, strlen(last));
		cc_sink_write(sink, "\n", 1);
	}
	if (!whole && !cc_sink_failed(sink)) {
		cc_diag_file(diags, CC_E003, path, "the journal is damaged");
		cc_sink_abandon(sink);
		return false;
	}
	if (durable)
		cc_sink_make_durable(sink);
	return cc_sink_commit(sink, diags);
}

bool
cc_journal_finish(struct cc_journal *journal, const char *last, bool durable,
    struct cc_diags *diags)
{
	if (journal->places->len > 0)
		qsort(journal->places->data, journal->places->len,
		    sizeof(struct place), compare_places);
	if (!cc_append_flush(journal->lines, diags) ||
	    !report_write(journal, last, durable, diags))
		return false;
	return cc_append_remove(g_steal_pointer(&journal->lines), diags);
}
