#include "model/veil.h"

#include "model/model.h"
#include "model/vocab-data.h"

#include <math.h>
#include <string.h>

#define WITHHELD "[…]"
#define AGE_MOST 89 /* [years] */

_Static_assert(
    offsetof(struct cc_when, time) == 0, "a row of a time is its moment's");

void
cc_cloak_init(struct cc_cloak *cloak, struct cc_arena *arena,
    const struct cc_case *from, struct cc_case *to)
{
	*cloak = (struct cc_cloak){
	    .arena = arena,
	    .from = from,
	    .to = to,
	    .codes = g_hash_table_new(g_str_hash, g_str_equal),
	    .shown = g_hash_table_new(g_str_hash, g_str_equal),
	    .langs = g_hash_table_new(g_str_hash, g_str_equal),
	};
}

void
cc_cloak_finish(struct cc_cloak *cloak)
{
	g_hash_table_unref(cloak->codes);
	g_hash_table_unref(cloak->shown);
	g_hash_table_unref(cloak->langs);
}

/* Free text. */

static enum cc_code
leak_code(enum cc_leak kind)
{
	static const enum cc_code codes[] = {
	    [CC_LEAK_DATE] = CC_W360,
	    [CC_LEAK_NAME] = CC_W361,
	    [CC_LEAK_RECORD] = CC_W362,
	    [CC_LEAK_IDENTITY] = CC_W363,
	    [CC_LEAK_PHONE] = CC_W364,
	    [CC_LEAK_ADDRESS] = CC_W365,
	    [CC_LEAK_AGE] = CC_W366,
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(codes) == CC_LEAK_COUNT);

	return codes[kind];
}

/* Where the find stands in the source, at or after `pos`; the text was read
 * from there with its white space collapsed and its references replaced, so
 * that it may not be found: then the text as a whole is meant. */
static struct cc_pos
find_place(struct cc_pos pos, struct cc_pos text, const char *word,
    size_t length, size_t reach)
{
	const char *from, *at;

	if (pos.source == NULL)
		return text;
	from = pos.source->bytes + pos.at;
	at =
	    memmem(from, MIN(pos.source->length - pos.at, reach), word, length);
	if (at == NULL)
		return text;
	pos.at = (uint32_t)(at - pos.source->bytes);
	pos.length = (uint32_t)length;
	return pos;
}

const char *
cc_text_private(struct cc_arena *arena, const struct cc_leaks *leaks,
    const char *text, struct cc_pos pos, struct cc_diags *diags)
{
	/* Tags and references between the place and the words. */
	const size_t reach = 2 * strlen(text) + 256;
	g_autoptr(GArray) found = cc_leaks_find(leaks, text);
	g_autoptr(GString) to = NULL;
	struct cc_pos next = pos, place;
	size_t done = 0;

	if (found == NULL)
		return text;
	to = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const struct cc_leak_found *one =
		    &g_array_index(found, struct cc_leak_found, i);
		const char *word = text + one->at;

		place = find_place(next, pos, word, one->length, reach);
		cc_diag(diags, leak_code(one->kind), place,
		    (unsigned)g_utf8_strlen(word, (gssize)one->length));
		next = place;
		next.at += next.length;
		g_string_append_len(to, text + done, (gssize)(one->at - done));
		g_string_append(to, WITHHELD);
		done = one->at + one->length;
	}
	g_string_append(to, text + done);
	return cc_arena_strdup(arena, to->str);
}

static const char *
text_copy(const struct cc_cloak *cloak, const char *text, struct cc_pos pos)
{
	if (text == NULL)
		return NULL;
	return cc_text_private(
	    cloak->arena, cloak->leaks, text, pos, cloak->diags);
}

/* Codes. */

/* What the vocabulary calls so names nobody, whatever it looks like. */
static bool
is_term(const struct cc_cloak *cloak, const char *word)
{
	if (cloak->vocab == NULL)
		return false;
	for (int in = 0; in < CC_IN_COUNT; in++)
		if (cc_vocab_entry(
			cloak->vocab, (enum cc_scope)in, NULL, word) != NULL)
			return true;
	return false;
}

/* A code has hyphens where a text has spaces: Dr-Smith. The same place in
 * both. */
static char *
code_spaced(const char *code)
{
	return g_strdelimit(g_strdup(code), "-_", ' ');
}

/* Two codes that were different stay so: what was defined for one is not the
 * other's. */
static const char *
code_show(const struct cc_cloak *cloak, const char *code, const char *plain)
{
	const char *shown = plain;

	for (int n = 2; g_hash_table_contains(cloak->shown, shown); n++)
		shown = cc_arena_printf(cloak->arena, "%s %d", plain, n);
	g_hash_table_add(cloak->shown, (char *)shown);
	g_hash_table_insert(cloak->codes, (char *)code, (char *)shown);
	return shown;
}

static const char *
code_copy(const struct cc_cloak *cloak, const char *code, struct cc_pos pos)
{
	g_autofree char *spaced = NULL;
	const char *known, *plain;

	if (code == NULL || is_term(cloak, code))
		return code;
	plain = text_copy(cloak, code, pos);
	if (plain == code) {
		spaced = code_spaced(code);
		plain = text_copy(cloak, spaced, pos);
		if (plain == spaced)
			return code;
	}
	known = g_hash_table_lookup(cloak->codes, code);
	return known != NULL ? known : code_show(cloak, code, plain);
}

/* A name may be two words of a list: they are searched as one text, and what
 * a find touches goes as a whole. */
static void
words_copy(const struct cc_cloak *cloak, struct cc_words *to,
    const struct cc_words *from)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) found = NULL;
	size_t at = 0;

	*to = *from;
	to->word =
	    cc_arena_memdup(cloak->arena, from->word,
		from->count * sizeof *from->word);
	for (size_t i = 0; i < from->count; i++) {
		g_autofree char *spaced = code_spaced(from->word[i]);

		to->word[i] =
		    code_copy(cloak, from->word[i], from->pos[i]);
		g_string_append_printf(text, "%s ", spaced);
	}
	found = cc_leaks_find(cloak->leaks, text->str);
	for (size_t i = 0; found != NULL && i < from->count; i++) {
		const size_t end = at + strlen(from->word[i]);

		for (guint k = 0; k < found->len; k++) {
			const struct cc_leak_found *one =
			    &g_array_index(found, struct cc_leak_found, k);

			if (one->at >= end || one->at + one->length <= at ||
			    to->word[i] != from->word[i] ||
			    is_term(cloak, from->word[i]))
				continue;
			cc_diag(cloak->diags, leak_code(one->kind),
			    from->pos[i],
			    (unsigned)g_utf8_strlen(from->word[i], -1));
			to->word[i] = WITHHELD;
		}
		at = end + 1;
	}
}

/* Ids. */

const struct cc_fact *
cc_cloak_fact(const struct cc_cloak *cloak, const struct cc_fact *fact)
{
	return fact == NULL ? NULL : &cloak->to->facts[fact->index];
}

const char *
cc_cloak_id(const struct cc_cloak *cloak, const struct cc_fact *fact)
{
	return fact == NULL ? NULL : cloak->to->facts[fact->index].id;
}

/* The facts, and the ids by which they were named. */
static void
relations_copy(const struct cc_cloak *cloak, struct cc_relations *facts,
    struct cc_words *ids, const struct cc_relations *from,
    const struct cc_words *from_ids)
{
	const size_t count = from->count;

	*facts = (struct cc_relations){
	    cc_arena_new_array(cloak->arena, const struct cc_fact *, count),
	    count};
	*ids = (struct cc_words){
	    cc_arena_new_array(cloak->arena, const char *, count),
	    from_ids->pos, count};
	for (size_t i = 0; i < count; i++) {
		facts->fact[i] = cc_cloak_fact(cloak, from->fact[i]);
		ids->word[i] = cc_cloak_id(cloak, from->fact[i]);
	}
}

/* An id by its new one; the words that are no ids stay. NULL where it names
 * nothing. */
static const char *
zero_copy(const struct cc_cloak *cloak, const char *zero)
{
	if (zero == NULL || strcmp(zero, "diagnosis") == 0 ||
	    strcmp(zero, "first-treatment") == 0)
		return zero;
	return cc_cloak_id(cloak, cc_case_zero(cloak->from, zero));
}

/* The letter before the number of a thing of this kind. */
static char
id_letter(unsigned target)
{
	if (target & CC_TARGET_PATIENT)
		return 'P';
	return target & CC_TARGET_FIGURE ? 'F' : 'f';
}

#define STRING(base, offset) (*CC_AT(const char *, base, offset))
#define STRING_OF(base, offset) (*CC_AT_CONST(char *, base, offset))

static void
order_copy(const struct cc_cloak *cloak, struct cc_order **to,
    const struct cc_order *from)
{
	if (from == NULL)
		return;
	*to = cc_arena_new(cloak->arena, struct cc_order);
	relations_copy(
	    cloak, &(*to)->facts, &(*to)->ids, &from->facts, &from->ids);
}

/* Of reasons, the words that are no ids: those of the vocabulary, or the
 * author's. */
static struct cc_words
reason_codes(const struct cc_cloak *cloak, const struct cc_reasons *from)
{
	const size_t count = from->words.count;
	struct cc_words codes = {
	    cc_arena_new_array(cloak->arena, const char *, count),
	    cc_arena_new_array(cloak->arena, struct cc_pos, count), 0};

	for (size_t i = 0; i < count; i++) {
		if (from->fact[i] != NULL)
			continue;
		codes.pos[codes.count] = from->words.pos[i];
		codes.word[codes.count++] = from->words.word[i];
	}
	return codes;
}

static void
reasons_copy(const struct cc_cloak *cloak, struct cc_reasons *to,
    const struct cc_reasons *from)
{
	const size_t count = from->words.count;
	const struct cc_words codes = reason_codes(cloak, from);
	struct cc_words searched;
	size_t at = 0;

	words_copy(cloak, &searched, &codes);
	to->words = (struct cc_words){
	    cc_arena_new_array(cloak->arena, const char *, count),
	    from->words.pos, count};
	to->fact =
	    cc_arena_new_array(cloak->arena, const struct cc_fact *, count);
	for (size_t i = 0; i < count; i++) {
		to->fact[i] = cc_cloak_fact(cloak, from->fact[i]);
		to->words.word[i] = to->fact[i] != NULL
		                        ? cc_cloak_id(cloak, from->fact[i])
		                        : searched.word[at++];
	}
}

/* An id by its new one; of a code what the vocabulary has. */
static const char *
called_copy(const struct cc_cloak *cloak, const char *name,
    const struct cc_fact *fact, struct cc_pos pos)
{
	if (fact != NULL && g_strcmp0(fact->id, name) == 0)
		return cc_cloak_id(cloak, fact);
	return code_copy(cloak, name, pos);
}

static void
rename_field(const struct cc_cloak *cloak, const struct cc_shape *shape,
    const struct cc_field *field, void *to, const void *from, size_t index)
{
	const struct cc_fact *fact;

	if (field->type == CC_FIELD_ORDER) {
		order_copy(cloak, CC_AT(struct cc_order *, to, field->at),
		    *CC_AT_CONST(struct cc_order *, from, field->at));
	} else if (field->type == CC_FIELD_NAMES) {
		relations_copy(cloak,
		    CC_AT(struct cc_relations, to, field->also),
		    CC_AT(struct cc_words, to, field->at),
		    CC_AT_CONST(struct cc_relations, from, field->also),
		    CC_AT_CONST(struct cc_words, from, field->at));
	} else if (field->type == CC_FIELD_REASONS) {
		reasons_copy(cloak, CC_AT(struct cc_reasons, to, field->at),
		    CC_AT_CONST(struct cc_reasons, from, field->at));
	} else if (field->type == CC_FIELD_NAME &&
		   field->also == CC_NOWHERE) {
		STRING(to, field->at) =
		    zero_copy(cloak, STRING_OF(from, field->at));
	} else if (field->type == CC_FIELD_NAME) {
		fact = *CC_AT_CONST(struct cc_fact *, from, field->also);
		STRING(to, field->at) = cc_cloak_id(cloak, fact);
		*CC_AT(const struct cc_fact *, to, field->also) =
		    cc_cloak_fact(cloak, fact);
	} else if (field->type == CC_FIELD_CALLED) {
		fact = *CC_AT_CONST(struct cc_fact *, from, field->also);
		STRING(to, field->at) =
		    called_copy(cloak, STRING_OF(from, field->at), fact,
			*CC_AT_CONST(struct cc_pos, from, shape->pos));
		*CC_AT(const struct cc_fact *, to, field->also) =
		    cc_cloak_fact(cloak, fact);
	} else if (STRING(to, field->at) == NULL &&
		   STRING_OF(from, field->at) != NULL) {
		STRING(to, field->at) = cc_arena_printf(cloak->arena, "%c%zu",
		    id_letter(shape->target), index + 1);
	}
}

/* Ages. */

/* How long the patient lived on that is known, after the age was told. */
static double
years_seen(const struct cc_case *course, const struct cc_span *told)
{
	const struct cc_fact *diagnosis = course->diagnosis;

	if (!told->dated && diagnosis != NULL)
		told = &diagnosis->when.span;
	if (!told->dated || told->earliest_start.minute == INT64_MIN)
		return 0;
	return (double)(course->last_dated.minute -
			told->earliest_start.minute) /
	       (double)cc_precision_minutes(CC_PRECISION_YEAR);
}

/* An age that the course carries beyond 89 would tell the age at its end. */
static void
age_copy(const struct cc_cloak *cloak, const struct cc_field *field, void *to,
    const struct cc_patient *from)
{
	const double age = from->age;
	const char *written = from->age_written;

	*CC_AT(double, to, field->at) = NAN;
	if (written == NULL)
		return;
	if (age > AGE_MOST) {
		*CC_AT(double, to, field->at) = AGE_MOST + 1;
		STRING(to, field->also) = "90+";
		return;
	}
	/* Completed years: nearly one more may have passed at the start. */
	if (age + 1 + years_seen(cloak->from, &from->age_at.span) >
	    AGE_MOST + 1) {
		cc_diag(cloak->diags, CC_W367, from->pos);
		return;
	}
	*CC_AT(double, to, field->at) = age;
	STRING(to, field->also) = written;
}

/* The rest of a row's doings. */

static void
time_copy(const struct cc_cloak *cloak, struct cc_when *to,
    const struct cc_when *from, const struct cc_when *owner)
{
	to->span = cc_veil_span(&cloak->veil, from, owner);
	/* That it has a time of its own is all that is left of the words. */
	to->time = (struct cc_time){
	    .text = from->time.text != NULL ? "" : NULL,
	    .pos = from->time.pos,
	    .interval = from->time.interval,
	};
}

/* A tag's private part ("-x-...") is the author's. */
static const char *
lang_copy(const struct cc_cloak *cloak, const char *lang, struct cc_pos pos)
{
	const char *own = lang == NULL ? NULL : strstr(lang, "-x-");

	if (lang == NULL)
		return NULL;
	if (own != NULL || g_ascii_strncasecmp(lang, "x-", 2) == 0)
		lang = own == NULL ? "und"
		                   : cc_arena_printf(cloak->arena, "%.*s",
					 (int)(own - lang), lang);
	if (cc_forms_speak(cloak->forms, lang))
		return lang;
	own = cc_arena_printf(
	    cloak->arena, "%.*s", (int)strcspn(lang, "-"), lang);
	if (g_hash_table_add(cloak->langs, (char *)own))
		cc_diag(cloak->diags, CC_W369, pos, own);
	return lang;
}

static void
keep_field(const struct cc_cloak *cloak, const struct cc_field *field, void *to,
    const void *from, struct cc_pos pos)
{
	const size_t at = field->at;

	switch (field->type) {
	case CC_FIELD_LANG:
		STRING(to, at) = lang_copy(cloak, STRING_OF(from, at), pos);
		break;
	case CC_FIELD_TEXT:
	case CC_FIELD_CHOICE:
	case CC_FIELD_ID:
	case CC_FIELD_NAME:
	case CC_FIELD_CALLED:
	case CC_FIELD_DIGITS:
	case CC_FIELD_PERIOD:
	case CC_FIELD_FILE:
	case CC_FIELD_FREQUENCY:
	case CC_FIELD_SCHEDULE:
	case CC_FIELD_GESTATION:
		STRING(to, at) = STRING_OF(from, at);
		break;
	case CC_FIELD_WORD:
	case CC_FIELD_CLOCK:
	case CC_FIELD_COUNT:
		*CC_AT(int, to, at) = *CC_AT_CONST(int, from, at);
		break;
	case CC_FIELD_FLAG:
		*CC_AT(bool, to, at) = *CC_AT_CONST(bool, from, at);
		break;
	case CC_FIELD_WORDS:
	case CC_FIELD_NAMES:
		*CC_AT(struct cc_words, to, at) =
		    *CC_AT_CONST(struct cc_words, from, at);
		break;
	case CC_FIELD_NUMBER:
		*CC_AT(double, to, at) = *CC_AT_CONST(double, from, at);
		STRING(to, field->also) = STRING_OF(from, field->also);
		break;
	case CC_FIELD_BELOW:
	case CC_FIELD_ABOVE:
		((struct cc_value *)to)->limit =
		    ((const struct cc_value *)from)->limit;
		break;
	case CC_FIELD_AGE: /* has a veil of its own */
	case CC_FIELD_TABLE: /* never kept: they name files */
	case CC_FIELD_COLUMNS:
	case CC_FIELD_AMOUNT: /* never kept: its unit may be any words */
		break;
	case CC_FIELD_REASONS: /* never kept: they point into the original */
	case CC_FIELD_ORDER:
	case CC_FIELD_TIME:
	case CC_FIELD_TYPE_COUNT:
		break;
	}
}

/* A dose is a number; its unit is the author's words. */
static void
amount_copy(const struct cc_cloak *cloak, struct cc_amount *to,
    const struct cc_amount *from, struct cc_pos pos)
{
	*to = *from;
	if (from->text == NULL || from->unit == NULL || from->unit_first)
		return;
	to->unit = code_copy(cloak, from->unit, pos);
	if (to->unit == from->unit)
		return;
	to->text = cc_arena_printf(cloak->arena, "%s%s%s %s", from->digits,
	    from->most_digits != NULL ? "-" : "",
	    from->most_digits != NULL ? from->most_digits : "", to->unit);
}

static void
search_field(const struct cc_cloak *cloak, const struct cc_field *field,
    void *to, const void *from, struct cc_pos pos)
{
	if (field->type == CC_FIELD_WORDS) {
		words_copy(cloak, CC_AT(struct cc_words, to, field->at),
		    CC_AT_CONST(struct cc_words, from, field->at));
		return;
	}
	if (field->type == CC_FIELD_AMOUNT) {
		amount_copy(cloak, CC_AT(struct cc_amount, to, field->at),
		    CC_AT_CONST(struct cc_amount, from, field->at), pos);
		return;
	}
	if (field->also != 0) {
		pos = *CC_AT_CONST(struct cc_pos, from, field->also);
		*CC_AT(struct cc_pos, to, field->also) = pos;
	}
	STRING(to, field->at) =
	    field->veil == CC_VEIL_TERM
		? code_copy(cloak, STRING_OF(from, field->at), pos)
		: text_copy(cloak, STRING_OF(from, field->at), pos);
}

static void
field_copy(const struct cc_cloak *cloak, const struct cc_shape *shape,
    const struct cc_field *field, void *to, const void *from,
    const struct cc_when *owner, size_t index)
{
	const struct cc_pos pos = *CC_AT_CONST(struct cc_pos, from, shape->pos);

	switch (field->veil) {
	case CC_VEIL_KEEP:
		keep_field(cloak, field, to, from, pos);
		break;
	case CC_VEIL_SEARCH:
	case CC_VEIL_TERM:
		search_field(cloak, field, to, from, pos);
		break;
	case CC_VEIL_RENAME:
		rename_field(cloak, shape, field, to, from, index);
		break;
	case CC_VEIL_TIME:
		time_copy(cloak, CC_AT(struct cc_when, to, field->at),
		    CC_AT_CONST(struct cc_when, from, field->at), owner);
		break;
	case CC_VEIL_AGE:
		age_copy(cloak, field, to, from); /* only patients have one */
		break;
	case CC_VEIL_DROP:
		if (field->type == CC_FIELD_NUMBER)
			*CC_AT(double, to, field->at) = NAN;
		break;
	case CC_VEIL_SAFE: /* of branches alone */
	case CC_VEIL_COUNT:
		break;
	}
}

/* Its numbers. */
static void
value_copy(struct cc_value *to, const struct cc_value *from)
{
	to->number = from->number;
	to->written = from->written;
	to->form = from->form;
	for (size_t i = 0; i < G_N_ELEMENTS(to->ends); i++) {
		to->ends[i] = from->ends[i];
		to->end_written[i] = from->end_written[i];
	}
}

static void
content_copy(const struct cc_cloak *cloak, const struct cc_shape *shape,
    void *to, const void *from)
{
	const struct cc_pos pos = *CC_AT_CONST(struct cc_pos, from, shape->pos);
	const char *text = STRING_OF(from, shape->text);

	if (shape->content == CC_CONTENT_AMOUNT) {
		amount_copy(cloak, CC_AT(struct cc_amount, to, shape->text),
		    CC_AT_CONST(struct cc_amount, from, shape->text), pos);
		return;
	}
	if (shape->veil == CC_VEIL_SEARCH)
		text = text_copy(cloak, text, pos);
	else if (shape->veil == CC_VEIL_TERM)
		text = code_copy(cloak, text, pos);
	else if (shape->veil != CC_VEIL_KEEP)
		text = NULL;
	STRING(to, shape->text) = text;
	if (shape->content == CC_CONTENT_VALUE)
		value_copy(to, from);
	if (shape->content == CC_CONTENT_NUMBER)
		*CC_AT(double, to, shape->number) =
		    *CC_AT_CONST(double, from, shape->number);
}

/* What nobody vouched for is left out, and said. */
static size_t
images_copy(const struct cc_cloak *cloak, struct cc_image *to,
    const struct cc_image *from, size_t count, const struct cc_shape *shape)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (!from[i].safe) {
			cc_diag(cloak->diags, CC_W370, from[i].pos);
			continue;
		}
		cc_shape_copy(cloak, shape, &to[kept], &from[i], NULL, kept);
		to[kept++].picture = from[i].picture;
	}
	return kept;
}

static void
branch_copy(const struct cc_cloak *cloak, const struct cc_branch *branch,
    void *to, const void *from, const struct cc_when *owner)
{
	const struct cc_shape *shape = branch->shape;
	size_t count = *CC_AT_CONST(size_t, from, branch->count);
	const char *items = STRING_OF(from, branch->items);
	char *copies;

	if (branch->veil == CC_VEIL_DROP || count == 0)
		return;
	copies = cc_arena_array(cloak->arena, count, shape->size);
	if (branch->veil == CC_VEIL_SAFE)
		count = images_copy(cloak, (void *)copies,
		    (const void *)items, count, shape);
	else
		for (size_t i = 0; i < count; i++)
			cc_shape_copy(cloak, shape, copies + i * shape->size,
			    items + i * shape->size, owner, i);
	*CC_AT(void *, to, branch->items) = copies;
	*CC_AT(size_t, to, branch->count) = count;
}

/* When the parts of an element are that do not say so. */
static const struct cc_when *
parts_owner(const struct cc_shape *shape, const void *from,
    const struct cc_when *owner)
{
	for (size_t i = 0; i < shape->field_count; i++) {
		const struct cc_when *own;

		if (shape->fields[i].veil != CC_VEIL_TIME)
			continue;
		own = CC_AT_CONST(struct cc_when, from, shape->fields[i].at);
		return own->time.text != NULL || owner == NULL ? own : owner;
	}
	return owner;
}

void
cc_shape_copy(const struct cc_cloak *cloak, const struct cc_shape *shape,
    void *to, const void *from, const struct cc_when *owner, size_t index)
{
	const struct cc_when *parts = parts_owner(shape, from, owner);

	*CC_AT(struct cc_pos, to, shape->pos) =
	    *CC_AT_CONST(struct cc_pos, from, shape->pos);
	for (size_t i = 0; i < shape->field_count; i++)
		field_copy(
		    cloak, shape, &shape->fields[i], to, from, owner, index);
	if (shape->content != CC_CONTENT_NONE)
		content_copy(cloak, shape, to, from);
	for (size_t i = 0; i < shape->branch_count; i++)
		branch_copy(cloak, &shape->branches[i], to, from, parts);
}
