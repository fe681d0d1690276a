/* Ids in a case for strangers: new ones, by which facts still find each other.
 */
#include "model/veil-copy.h"

#include "model/model.h"

#include <string.h>

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

	cc_veil_words(cloak, &searched, &codes);
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
	return cc_veil_code(cloak, name, pos);
}

void
cc_veil_rename(const struct cc_cloak *cloak, const struct cc_shape *shape,
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
