#include "output/zip.h"

#include <string.h>

/* What the format says (PKWARE, APPNOTE 6.3). */
#define SIGN_LOCAL 0x04034b50u
#define SIGN_CENTRAL 0x02014b50u
#define SIGN_END 0x06054b50u
#define VERSION 20      /* 2.0: folders and deflate */
#define FLAG_UTF8 0x800 /* names are */
#define METHOD_STORED 0
#define METHOD_DEFLATED 8
#define DATE_FIRST 0x21 /* 1980-01-01 */
#define MEMBERS_MOST 0xFFFFu
#define BYTES_MOST 0xFFFFFFFFu
#define LOCAL_LENGTH 30   /* without the name */
#define CENTRAL_LENGTH 46 /* without the name */
#define END_LENGTH 22

/* NULL where they would not be fewer. */
static void *
deflated(
    struct cc_deflater *deflater, const void *bytes, size_t length, size_t *to)
{
	g_autofree void *out = NULL;

	if (length == 0 || length > BYTES_MOST)
		return NULL;
	out = g_malloc(length);
	*to = cc_deflate_into(deflater, bytes, length, out, length - 1);
	return *to > 0 ? g_realloc(g_steal_pointer(&out), *to) : NULL;
}

struct cc_zip_member
cc_deflate(struct cc_deflater *deflater, const char *name, const void *bytes,
    size_t length)
{
	struct cc_zip_member member = {
	    .name = name,
	    .plain = length,
	    .crc = cc_crc(bytes, length),
	};

	member.bytes = deflated(deflater, bytes, length, &member.length);
	member.deflated = member.bytes != NULL;
	if (!member.deflated) {
		member.bytes = g_memdup2(bytes, length);
		member.length = length;
	}
	return member;
}

/* Numbers stand with their low byte first. */
static void
put(GString *to, uint64_t number, int bytes)
{
	for (; bytes > 0; bytes--, number >>= 8)
		g_string_append_c(to, (char)(number & 0xFF));
}

static void
put_member(GString *to, const struct cc_zip_member *member)
{
	put(to, VERSION, 2);
	put(to, FLAG_UTF8, 2);
	put(to, member->deflated ? METHOD_DEFLATED : METHOD_STORED, 2);
	put(to, 0, 2); /* midnight */
	put(to, DATE_FIRST, 2);
	put(to, member->crc, 4);
	put(to, member->length, 4);
	put(to, member->plain, 4);
	put(to, strlen(member->name), 2);
	put(to, 0, 2); /* no extra fields */
}

static void
put_entry(GString *to, const struct cc_zip_member *member, uint64_t at)
{
	put(to, SIGN_CENTRAL, 4);
	put(to, VERSION, 2); /* that wrote it */
	put_member(to, member);
	put(to, 0, 2); /* no comment */
	put(to, 0, 2); /* the first disk */
	put(to, 0, 2); /* says nothing of what it holds */
	put(to, 0, 4); /* no permissions */
	put(to, at, 4);
	g_string_append(to, member->name);
}

void
cc_zip_init(struct cc_zip *zip, struct cc_sink *sink)
{
	*zip = (struct cc_zip){.sink = sink, .directory = g_string_new(NULL)};
}

/* Whether a member can be told of: how many there are, and where each lies. */
static bool
has_room(const struct cc_zip *zip, const struct cc_zip_member *member)
{
	const uint64_t names = 2 * strlen(member->name);

	return zip->count < MEMBERS_MOST && member->plain <= BYTES_MOST &&
	       zip->at + zip->directory->len + member->length + names +
	               LOCAL_LENGTH + CENTRAL_LENGTH + END_LENGTH <=
	           BYTES_MOST;
}

void
cc_zip_add(struct cc_zip *zip, const struct cc_zip_member *member)
{
	g_autoptr(GString) head = NULL;

	if (zip->full || !has_room(zip, member)) {
		zip->full = true;
		return;
	}
	head = g_string_new(NULL);
	put(head, SIGN_LOCAL, 4);
	put_member(head, member);
	g_string_append(head, member->name);
	cc_sink_write(zip->sink, head->str, head->len);
	cc_sink_write(zip->sink, member->bytes, member->length);
	put_entry(zip->directory, member, zip->at);
	zip->at += head->len + member->length;
	zip->count++;
}

bool
cc_zip_finish(struct cc_zip *zip, struct cc_diags *diags)
{
	const bool full = zip->full;
	GString *directory = zip->directory;
	const size_t length = directory->len;

	put(directory, SIGN_END, 4);
	put(directory, 0, 2); /* the first disk, on which it begins, too */
	put(directory, 0, 2);
	put(directory, zip->count, 2);
	put(directory, zip->count, 2);
	put(directory, length, 4);
	put(directory, zip->at, 4);
	put(directory, 0, 2); /* no comment */
	cc_sink_write(zip->sink, directory->str, directory->len);
	g_string_free(directory, TRUE);
	if (full)
		cc_diag(diags, CC_E496, (struct cc_pos){0});
	return !full;
}
