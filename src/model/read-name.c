/* Ids, names that refer to them, and lists. */
#include "model/read.h"

#include <string.h>

/* A list separated by spaces, each word with its place. */
struct cc_words
cc_field_split(const struct cc_field_read *in)
{
	const char *text = in->attribute->value;
	struct cc_arena *arena = in->reading->arena;
	struct cc_words words = {0};
	size_t room = 0;

	for (const char *p = text; *p != '\0'; p++)
		room += *p != ' ' && (p == text || p[-1] == ' ');
	words.word = cc_arena_new_array(arena, const char *, room);
	words.pos = cc_arena_new_array(arena, struct cc_pos, room);
	for (const char *p = text; *p != '\0';) {
		size_t length = strcspn(p, " ");
		struct cc_pos pos = in->attribute->pos;

		/* The places hold where no character reference is written. */
		if (pos.length == strlen(text)) {
			pos.at += (uint32_t)(p - text);
			pos.length = (uint32_t)length;
		}
		if (length > 0) {
			words.pos[words.count] = pos;
			words.word[words.count++] =
			    cc_arena_strndup(arena, p, length);
		}
		p += length + (p[length] == ' ');
	}
	if (words.count == 0)
		cc_diag(in->reading->diags, CC_E313, in->attribute->pos);
	return words;
}

/* XML's NCName: what may be an id and needs no quoting anywhere. */
static bool
name_first(gunichar c)
{
	return c == '_' || (c < 0x80 && g_ascii_isalpha((char)c)) ||
	       (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) ||
	       (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || c == 0x200C ||
	       c == 0x200D || (c >= 0x2070 && c <= 0x218F) ||
	       (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
	       (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) ||
	       (c >= 0x10000 && c <= 0xEFFFF);
}

static bool
name_later(gunichar c)
{
	return name_first(c) || c == '-' || c == '.' || c == 0xB7 ||
	       (c >= '0' && c <= '9') || (c >= 0x300 && c <= 0x36F) ||
	       c == 0x203F || c == 0x2040;
}

bool
cc_name_valid(const char *name)
{
	const char *p = name;
	bool good = name_first(g_utf8_get_char(p));

	for (; good && *p != '\0'; p = g_utf8_next_char(p))
		good = name_later(g_utf8_get_char(p));
	return good;
}

/* The name with the letters that one may have; owned by the caller. */
static char *
make_name(const char *name)
{
	GString *to = g_string_new(NULL);

	for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (name_later(c) && (c != '-' || to->len > 0))
			g_string_append_unichar(to, c);
		else if (to->len > 0 && to->str[to->len - 1] != '-')
			g_string_append_c(to, '-');
	}
	if (to->len > 0 && to->str[to->len - 1] == '-')
		g_string_truncate(to, to->len - 1);
	if (to->len == 0 || !name_first(g_utf8_get_char(to->str)))
		g_string_prepend(to, "id-");
	return g_string_free(to, FALSE);
}

const char *
cc_name_made(struct cc_arena *arena, const char *text)
{
	g_autofree char *name = NULL;

	if (cc_name_valid(text))
		return text;
	name = make_name(text);
	return cc_arena_strdup(arena, name);
}

void
cc_refuse_name(struct cc_reading *reading, const char *name, struct cc_pos pos)
{
	g_autofree char *hint = make_name(name);

	cc_diag(reading->diags, CC_E305, pos, name, hint);
}

void
cc_forget_id(struct cc_reading *reading, const char *id)
{
	static const struct cc_named nothing;

	if (!g_hash_table_contains(reading->names, id))
		g_hash_table_insert(reading->names,
		    cc_arena_strdup(reading->arena, id), (gpointer)&nothing);
}

void
cc_field_read_id(const struct cc_field_read *in)
{
	struct cc_reading *reading = in->reading;
	const struct cc_attribute *from = in->attribute;
	const char *id = cc_arena_strdup(reading->arena, from->value);
	const struct cc_named *other;
	struct cc_named *named;

	if (!cc_name_valid(id)) {
		cc_refuse_name(reading, id, from->pos);
		cc_forget_id(reading, id);
		return;
	}
	*CC_AT(const char *, in->to, in->field->at) = id;
	other = g_hash_table_lookup(reading->names, id);
	if (other != NULL) {
		cc_diag(reading->diags, CC_E306, from->pos, id,
		    cc_pos_place(other->pos).line);
		return;
	}
	named = cc_arena_new(reading->arena, struct cc_named);
	*named = (struct cc_named){in->target, in->to, from->pos};
	g_hash_table_insert(reading->names, (void *)id, named);
}

/* The words that `zero` may be beside an id. */
static bool
zero_word(const char *word)
{
	return strcmp(word, "diagnosis") == 0 ||
	       strcmp(word, "first-treatment") == 0;
}

void
cc_field_read_name(const struct cc_field_read *in)
{
	const struct cc_field *field = in->field;
	struct cc_link link = {
	    .id = cc_arena_strdup(in->reading->arena, in->attribute->value),
	    .pos = in->attribute->pos,
	    .attribute = field->name,
	    .target = field->target,
	};

	*CC_AT(const char *, in->to, field->at) = link.id;
	if (field->target == CC_TARGET_ZERO && zero_word(link.id))
		return;
	if (field->also != CC_NOWHERE)
		link.fact = CC_AT(const struct cc_fact *, in->to, field->also);
	g_array_append_val(in->reading->links, link);
}

static void
link_words(const struct cc_field_read *in, const struct cc_words *words,
    struct cc_relations *to)
{
	if (to != NULL)
		to->fact = cc_arena_new_array(
		    in->reading->arena, const struct cc_fact *, words->count);
	for (size_t i = 0; i < words->count; i++) {
		struct cc_link link = {
		    .id = words->word[i],
		    .pos = words->pos[i],
		    .attribute = in->field->name,
		    .target = in->field->target,
		    .list = to,
		};

		g_array_append_val(in->reading->links, link);
	}
}

/* Names, or codes of facts: the whole text may be one with spaces in it. */
static struct cc_words
split_names(const struct cc_field_read *in)
{
	const char *phrase =
	    cc_read_phrase(in->reading, in->element, in->attribute->value);
	struct cc_words words;

	if (phrase != NULL) {
		words.word =
		    cc_arena_new_array(in->reading->arena, const char *, 1);
		words.pos =
		    cc_arena_new_array(in->reading->arena, struct cc_pos, 1);
		words.word[0] = phrase;
		words.pos[0] = in->attribute->pos;
		words.count = 1;
		return words;
	}
	words = cc_field_split(in);
	for (size_t i = 0; i < words.count; i++) {
		phrase =
		    cc_read_phrase(in->reading, in->element, words.word[i]);
		if (phrase != NULL)
			words.word[i] = phrase;
	}
	return words;
}

void
cc_field_read_names(const struct cc_field_read *in)
{
	struct cc_words *words = CC_AT(struct cc_words, in->to, in->field->at);
	struct cc_relations *to = NULL;

	if (in->field->also != CC_NOWHERE)
		to = CC_AT(struct cc_relations, in->to, in->field->also);
	*words = split_names(in);
	link_words(in, words, to);
}

void
cc_field_read_order(const struct cc_field_read *in)
{
	struct cc_order *order =
	    cc_arena_new(in->reading->arena, struct cc_order);

	order->ids = split_names(in);
	link_words(in, &order->ids, &order->facts);
	*CC_AT(struct cc_order *, in->to, in->field->at) = order;
}
