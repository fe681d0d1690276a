/* The packing of a vocabulary: while the program is built, and in tests. */
#include "model/vocab-pack.h"

#include "model/names.h"
#include "model/vocab-data.h"

#include <string.h>

uint32_t
cc_pack_string(struct cc_packing *packing, const char *string)
{
	guint at = packing->strings->len;
	gpointer known;

	if (string == NULL)
		return 0;
	if (g_hash_table_lookup_extended(packing->known, string, NULL, &known))
		return GPOINTER_TO_UINT(known);
	g_byte_array_append(packing->strings, (const guint8 *)string,
	    (guint)strlen(string) + 1);
	g_hash_table_insert(
	    packing->known, (gpointer)string, GUINT_TO_POINTER(at));
	return at;
}

/* FNV-1a. */
uint32_t
cc_pack_hash(enum cc_scope in, const char *scheme, const char *word)
{
	const uint32_t prime = 16777619;
	uint32_t hash = 2166136261u ^ (uint32_t)in;

	for (const char *p = word; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * prime;
	for (const char *p = scheme; p != NULL && *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * prime;
	return hash;
}

/* What is being packed, until it is a struct cc_vocab_pack. */
struct job {
	const struct cc_vocab *vocab;
	struct cc_packing packing;
	GArray *index, *names;
	GHashTable *numbers; /* struct cc_term -> its number */
	struct cc_vocab_pack *to;
};

/* Side by side, as a search goes through them. */
static void
pack_plain_words(struct job *job)
{
	struct cc_names_walk walk = cc_names_from(job->vocab, NULL);
	struct cc_naming name;

	while (cc_names_next(&walk, &name))
		cc_pack_string(&job->packing, name.plain);
}

static void
pack_entries(struct job *job)
{
	uint32_t number = 0;

	for (int in = 0; in < CC_IN_COUNT; in++) {
		size_t count;
		const struct cc_term *const *terms =
		    cc_vocab_list(job->vocab, (enum cc_scope)in, &count);

		job->to->first[in] = number;
		for (size_t i = 0; i < count; i++) {
			const struct cc_packed_entry entry = {
			    job->packing.to->len,
			    cc_pack_string(&job->packing, terms[i]->scheme)};

			g_array_append_val(job->index, entry);
			g_hash_table_insert(job->numbers, (gpointer)terms[i],
			    GUINT_TO_POINTER(number++));
			cc_term_pack(&job->packing, terms[i]);
		}
	}
	job->to->first[CC_IN_COUNT] = number;
}

static void
pack_names(struct job *job)
{
	struct cc_names_walk walk = cc_names_from(job->vocab, NULL);
	struct cc_packing *packing = &job->packing;
	struct cc_naming name;

	while (cc_names_next(&walk, &name)) {
		const struct cc_packed_name packed = {
		    .plain = cc_pack_string(packing, name.plain),
		    .word = cc_pack_string(packing, name.word),
		    .lang = cc_pack_string(packing, name.lang),
		    .entry = GPOINTER_TO_UINT(g_hash_table_lookup(
			job->numbers, cc_naming_term(job->vocab, &name))),
		    .in = (uint8_t)name.in,
		    .by = (uint8_t)name.by,
		};

		g_array_append_val(job->names, packed);
	}
}

static void
pack_files(struct job *job)
{
	uint32_t *files = g_new(uint32_t, job->packing.file_count);

	for (size_t i = 0; i < job->packing.file_count; i++)
		files[i] =
		    cc_pack_string(&job->packing, job->packing.files[i]->name);
	job->to->files = files;
	job->to->file_count = (uint32_t)job->packing.file_count;
}

static void
add_key(struct cc_vocab_pack *pack, uint32_t *keys, uint32_t number)
{
	const struct cc_packed_name *name = &pack->names[number];
	const char *word = pack->strings + name->word;
	const uint32_t scheme = pack->index[name->entry].scheme;
	uint32_t at = cc_pack_hash((enum cc_scope)name->in,
	    scheme > 0 ? pack->strings + scheme : NULL, word);

	while (keys[at & pack->key_mask] != 0)
		at++;
	keys[at & pack->key_mask] = number + 1;
}

static bool
is_key(const struct cc_packed_name *name)
{
	return cc_named_is_key((enum cc_named_by)name->by);
}

/* Half of the places stay free: most words are found at the first. */
static void
pack_keys(struct cc_vocab_pack *pack)
{
	uint32_t *keys, count = 0;

	for (uint32_t i = 0; i < pack->name_count; i++)
		count += is_key(&pack->names[i]);
	for (pack->key_mask = 1; pack->key_mask < 2 * count;)
		pack->key_mask = 2 * pack->key_mask + 1;
	keys = g_new0(uint32_t, pack->key_mask + 1);
	for (uint32_t i = 0; i < pack->name_count; i++)
		if (is_key(&pack->names[i]))
			add_key(pack, keys, i);
	pack->keys = keys;
}

static void
job_begin(struct job *job)
{
	struct cc_packing *packing = &job->packing;

	packing->to = g_byte_array_new();
	packing->strings = g_byte_array_new();
	packing->known = g_hash_table_new(g_str_hash, g_str_equal);
	/* Nothing begins at 0: that is NULL. */
	g_byte_array_append(packing->strings, (const guint8 *)"", 1);
	job->index = g_array_new(FALSE, FALSE, sizeof(struct cc_packed_entry));
	job->names = g_array_new(FALSE, TRUE, sizeof(struct cc_packed_name));
	job->numbers = g_hash_table_new(NULL, NULL);
}

static void
job_end(struct job *job)
{
	struct cc_vocab_pack *to = job->to;

	to->name_count = job->names->len;
	to->string_bytes = job->packing.strings->len;
	to->entry_bytes = job->packing.to->len;
	to->strings =
	    (const char *)g_byte_array_free(job->packing.strings, FALSE);
	to->entries = g_byte_array_free(job->packing.to, FALSE);
	to->index = (void *)g_array_free(job->index, FALSE);
	to->names = (void *)g_array_free(job->names, FALSE);
	g_hash_table_unref(job->numbers);
	g_hash_table_unref(job->packing.known);
	pack_keys(to);
}

struct cc_vocab_pack *
cc_vocab_pack_create(const struct cc_vocab *vocab,
    const struct cc_source *const *files, size_t file_count)
{
	struct job job = {
	    .vocab = vocab,
	    .packing = {.files = files, .file_count = file_count},
	    .to = g_new0(struct cc_vocab_pack, 1),
	};

	job_begin(&job);
	pack_plain_words(&job);
	pack_entries(&job);
	pack_names(&job);
	pack_files(&job);
	job_end(&job);
	return job.to;
}

void
cc_vocab_pack_destroy(struct cc_vocab_pack *pack)
{
	g_free((gpointer)pack->strings);
	g_free((gpointer)pack->entries);
	g_free((gpointer)pack->index);
	g_free((gpointer)pack->names);
	g_free((gpointer)pack->keys);
	g_free((gpointer)pack->files);
	g_free(pack);
}
