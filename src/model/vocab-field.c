/* An entry of the vocabulary as bytes: each field that says something, as its
 * place in the table below + 1 and what it says; then 0. */
#include "base/bytes.h"
#include "model/terms.h"
#include "model/vocab-pack.h"

#include <string.h>

/* What an entry is unpacked from, and into. */
struct unpacking {
	struct cc_arena *arena;
	const struct cc_vocab_pack *pack;
	const struct cc_source *const *files;
	const unsigned char *from;
};

/* ---- each type, there and back ---- */

static void
put_number(struct cc_packing *packing, size_t number)
{
	cc_bytes_put_number(packing->to, (uint32_t)number);
}

static uint32_t
take_number(struct unpacking *unpacking)
{
	return cc_bytes_take_number(&unpacking->from);
}

static void
put_string(struct cc_packing *packing, const void *field)
{
	const char *const *string = field;

	put_number(packing, cc_pack_string(packing, *string));
}

static void
take_string(struct unpacking *unpacking, void *field)
{
	const char **string = field;
	uint32_t at = take_number(unpacking);

	*string = at > 0 ? unpacking->pack->strings + at : NULL;
}

static void
put_double(struct cc_packing *packing, const void *field)
{
	const double *number = field;

	cc_bytes_put_double(packing->to, *number);
}

static void
take_double(struct unpacking *unpacking, void *field)
{
	double *number = field;

	*number = cc_bytes_take_double(&unpacking->from);
}

static void
put_flag(struct cc_packing *packing, const void *field)
{
	const bool *flag = field;

	put_number(packing, *flag);
}

static void
take_flag(struct unpacking *unpacking, void *field)
{
	bool *flag = field;

	*flag = take_number(unpacking) != 0;
}

/* Enums are as large as ints, and have no negative values. */
static void
put_choice(struct cc_packing *packing, const void *field)
{
	const unsigned *choice = field;

	put_number(packing, *choice);
}

static void
take_choice(struct unpacking *unpacking, void *field)
{
	unsigned *choice = field;

	*choice = take_number(unpacking);
}

static void
put_count(struct cc_packing *packing, const void *field)
{
	const size_t *count = field;

	put_number(packing, *count);
}

static void
take_count(struct unpacking *unpacking, void *field)
{
	size_t *count = field;

	*count = take_number(unpacking);
}

/* The file's place in the list + 1; 0: nowhere. */
static void
put_place(struct cc_packing *packing, const void *field)
{
	const struct cc_pos *pos = field;
	size_t file = 0;

	while (file < packing->file_count &&
	       packing->files[file] != pos->source)
		file++;
	g_assert(pos->source == NULL || file < packing->file_count);
	put_number(packing, pos->source != NULL ? file + 1 : 0);
	put_number(packing, pos->at);
	put_number(packing, pos->length);
}

static void
take_place(struct unpacking *unpacking, void *field)
{
	struct cc_pos *pos = field;
	uint32_t file = take_number(unpacking);

	pos->source = file > 0 ? unpacking->files[file - 1] : NULL;
	pos->at = take_number(unpacking);
	pos->length = take_number(unpacking);
}

static void
put_words(struct cc_packing *packing, const void *field)
{
	const struct cc_words *words = field;

	put_number(packing, words->count);
	for (size_t i = 0; i < words->count; i++) {
		put_string(packing, &words->word[i]);
		put_place(packing, &words->pos[i]);
	}
}

static void
take_words(struct unpacking *unpacking, void *field)
{
	struct cc_words *words = field;

	words->count = take_number(unpacking);
	words->word =
	    cc_arena_new_room(unpacking->arena, const char *, words->count);
	words->pos =
	    cc_arena_new_room(unpacking->arena, struct cc_pos, words->count);
	for (size_t i = 0; i < words->count; i++) {
		take_string(unpacking, &words->word[i]);
		take_place(unpacking, &words->pos[i]);
	}
}

static void
put_texts(struct cc_packing *packing, const void *field)
{
	const struct cc_texts *texts = field;

	put_number(packing, texts->count);
	for (size_t i = 0; i < texts->count; i++) {
		put_string(packing, &texts->item[i].lang);
		put_string(packing, &texts->item[i].text);
		put_place(packing, &texts->item[i].pos);
	}
}

static void
take_texts(struct unpacking *unpacking, void *field)
{
	struct cc_texts *texts = field;

	texts->count = take_number(unpacking);
	texts->item =
	    cc_arena_new_array(unpacking->arena, struct cc_text, texts->count);
	for (size_t i = 0; i < texts->count; i++) {
		take_string(unpacking, &texts->item[i].lang);
		take_string(unpacking, &texts->item[i].text);
		take_place(unpacking, &texts->item[i].pos);
	}
}

static void
put_units(struct cc_packing *packing, const void *field)
{
	const struct cc_units *units = field;

	put_number(packing, units->count);
	for (size_t i = 0; i < units->count; i++) {
		put_string(packing, &units->item[i].unit);
		put_double(packing, &units->item[i].factor);
	}
}

static void
take_units(struct unpacking *unpacking, void *field)
{
	struct cc_units *units = field;

	units->count = take_number(unpacking);
	units->item =
	    cc_arena_new_array(unpacking->arena, struct cc_unit, units->count);
	for (size_t i = 0; i < units->count; i++) {
		take_string(unpacking, &units->item[i].unit);
		take_double(unpacking, &units->item[i].factor);
	}
}

static void
put_bands(struct cc_packing *packing, const void *whole)
{
	const struct cc_term *term = whole;

	put_number(packing, term->band_count);
	for (size_t i = 0; i < term->band_count; i++) {
		const struct cc_band *band = &term->bands[i];

		put_choice(packing, &band->sex);
		put_double(packing, &band->from);
		put_double(packing, &band->to);
		put_double(packing, &band->is.low);
		put_double(packing, &band->is.high);
	}
}

static void
take_bands(struct unpacking *unpacking, void *whole)
{
	struct cc_term *term = whole;

	term->band_count = take_number(unpacking);
	term->bands = cc_arena_new_array(
	    unpacking->arena, struct cc_band, term->band_count);
	for (size_t i = 0; i < term->band_count; i++) {
		struct cc_band *band = &term->bands[i];

		take_choice(unpacking, &band->sex);
		take_double(unpacking, &band->from);
		take_double(unpacking, &band->to);
		take_double(unpacking, &band->is.low);
		take_double(unpacking, &band->is.high);
	}
}

static void
put_shared(struct cc_packing *packing, const void *whole)
{
	const struct cc_term *term = whole;

	put_number(packing, term->shared_count);
	for (size_t i = 0; i < term->shared_count; i++) {
		put_string(packing, &term->shared[i].word);
		put_words(packing, &term->shared[i].of);
	}
}

static void
take_shared(struct unpacking *unpacking, void *whole)
{
	struct cc_term *term = whole;

	term->shared_count = take_number(unpacking);
	term->shared = cc_arena_new_array(
	    unpacking->arena, struct cc_shared, term->shared_count);
	for (size_t i = 0; i < term->shared_count; i++) {
		take_string(unpacking, &term->shared[i].word);
		take_words(unpacking, &term->shared[i].of);
	}
}

/* ---- the entry ---- */

#define FIELD(member, type)                                                    \
	{offsetof(struct cc_term, member), put_##type, take_##type}
#define WHOLE(type) /* an array whose length stands beside it */               \
	{0, put_##type, take_##type}

/* All but the scope and what only a case's own words have. */
static const struct {
	size_t offset;
	void (*put)(struct cc_packing *packing, const void *field);
	void (*take)(struct unpacking *unpacking, void *field);
} fields[] = {
    FIELD(code, string),
    FIELD(class, string),
    FIELD(scheme, string),
    FIELD(criteria, string),
    FIELD(intervals, words),
    FIELD(response, string),
    FIELD(unit, string),
    FIELD(loinc, string),
    FIELD(mark, string),
    FIELD(risk, string),
    FIELD(risk_of, words),
    FIELD(parts, words),
    FIELD(grades, words),
    FIELD(shade, choice),
    FIELD(rank, double),
    FIELD(slot, string),
    FIELD(endpoint, string),
    FIELD(progression, choice),
    FIELD(transformation, flag),
    FIELD(disease_deaths, flag),
    FIELD(markers, words),
    FIELD(open, flag),
    FIELD(own_cells, flag),
    FIELD(assesses, flag),
    FIELD(serves, words),
    FIELD(line, choice),
    FIELD(line_in, words),
    FIELD(low[0], double),
    FIELD(low[1], double),
    FIELD(low[2], double),
    FIELD(high[0], double),
    FIELD(high[1], double),
    FIELD(high[2], double),
    WHOLE(bands),
    FIELD(pregnancy, choice),
    FIELD(least, double),
    FIELD(most, double),
    FIELD(units, units),
    FIELD(scale, choice),
    FIELD(pair, flag),
    FIELD(group, string),
    FIELD(labels, texts),
    FIELD(abbreviations, texts),
    FIELD(part_names, texts),
    FIELD(aliases, words),
    FIELD(former, count),
    WHOLE(shared),
    FIELD(from, words),
    FIELD(extramedullary, flag),
    FIELD(constant, flag),
    FIELD(source, string),
    FIELD(reviewed, flag),
    FIELD(pos, place),
};
_Static_assert(sizeof(enum cc_progression) == sizeof(unsigned) &&
		   sizeof(int) == sizeof(unsigned),
    "choices are put as such");

static GByteArray *
field_pack(struct cc_packing *packing, size_t field, const struct cc_term *term)
{
	struct cc_packing alone = *packing;

	alone.to = g_byte_array_new();
	fields[field].put(&alone, (const char *)term + fields[field].offset);
	return alone.to;
}

void
cc_term_pack(struct cc_packing *packing, const struct cc_term *term)
{
	struct cc_term silent = {.in = term->in};

	cc_term_clear(&silent);
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		g_autoptr(GByteArray) says = field_pack(packing, i, term);
		g_autoptr(GByteArray) nothing = field_pack(packing, i, &silent);

		if (says->len == nothing->len &&
		    memcmp(says->data, nothing->data, says->len) == 0)
			continue;
		put_number(packing, i + 1);
		g_byte_array_append(packing->to, says->data, says->len);
	}
	put_number(packing, 0);
}

void
cc_term_unpack(struct cc_term *term, struct cc_arena *arena,
    const struct cc_vocab_pack *pack, const struct cc_source *const *files,
    const unsigned char *from)
{
	struct unpacking unpacking = {arena, pack, files, from};
	uint32_t field;

	cc_term_clear(term);
	while ((field = take_number(&unpacking)) > 0)
		fields[field - 1].take(
		    &unpacking, (char *)term + fields[field - 1].offset);
}
