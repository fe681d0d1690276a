/* Attributes: each type of field has its reader. */
#include "model/read.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* Of a case that does not say; its words are in it. */
#define LANGUAGE_DEFAULT "en"

/* Nearest words are looked for this often in one case. */
#define HINTS_MAX 200

/* Larger than any real count of cycles or lines. */
#define COUNT_MAX 9999

/* PubMed's identifiers have eight digits. */
#define PMID_MAX 999999999

const char *
cc_reading_hint(struct cc_reading *reading, const char *word,
    const char *const *words, size_t count)
{
	const char *nearest;

	if (reading->hints >= HINTS_MAX)
		return "";
	reading->hints++;
	nearest = cc_nearest(word, words, count);
	if (nearest == NULL)
		return "";
	return cc_arena_printf(
	    reading->arena, "; did you mean \"%s\"?", nearest);
}

/* What turns the direction of writing or rings a bell: two readers of one
 * label would see different words. */
static bool
unwelcome(gunichar c)
{
	return (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* Where the letter stands in the source; `pos` begins at or before it. */
static struct cc_pos
place_of(struct cc_pos pos, gunichar c)
{
	char letter[6];
	int length = g_unichar_to_utf8(c, letter);
	const char *from, *found;

	if (pos.source == NULL)
		return pos;
	from = pos.source->bytes + pos.at;
	found =
	    memmem(from, pos.source->length - pos.at, letter, (size_t)length);
	if (found == NULL) /* written as a character reference */
		return pos;
	pos.at = (uint32_t)(found - pos.source->bytes);
	pos.length = (uint32_t)length;
	return pos;
}

static bool
white(gunichar c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 ||
	       c == 0x2029;
}

/* White space at the ends dropped, within made one space. */
static const char *
collapse(struct cc_arena *arena, const char *text)
{
	char *copy = cc_arena_alloc(arena, strlen(text) + 1);
	char *to = copy;
	bool gap = false;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (white(c)) {
			gap = to > copy;
			continue;
		}
		if (gap)
			*to++ = ' ';
		gap = false;
		to += g_unichar_to_utf8(c, to);
	}
	return copy;
}

const char *
cc_read_prose(struct cc_reading *reading, const char *text, struct cc_pos pos)
{
	const char *words = collapse(reading->arena, text);

	if (*words == '\0') {
		cc_diag(reading->diags, CC_E313, pos);
		return NULL;
	}
	for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!unwelcome(c))
			continue;
		cc_diag(reading->diags, CC_E315, place_of(pos, c), (unsigned)c);
		return NULL;
	}
	return words;
}

const char *
cc_read_code(struct cc_reading *reading, const char *text, struct cc_pos pos)
{
	const char *code = cc_read_prose(reading, text, pos);

	if (code == NULL)
		return NULL;
	if (g_utf8_strlen(code, -1) > CC_CODE_MAX) {
		cc_diag(reading->diags, CC_E314, pos, CC_CODE_MAX);
		return NULL;
	}
	return code;
}

bool
cc_read_number(struct cc_reading *reading, const char *text, struct cc_pos pos,
    double *number, const char **written)
{
	const char *digits = collapse(reading->arena, text);

	if (!cc_number_read(digits, number)) {
		cc_diag(reading->diags, CC_E309, pos, digits);
		return false;
	}
	*written = digits;
	return true;
}

struct field_read {
	struct cc_reading *reading;
	const struct cc_attribute *attribute;
	const struct cc_field *field;
	unsigned target; /* what the element is */
	void *to;        /* the element's struct */
};

static void
read_text(const struct field_read *in)
{
	const struct cc_attribute *from = in->attribute;

	*CC_AT(const char *, in->to, in->field->at) =
	    cc_read_code(in->reading, from->value, from->pos);
	if (in->field->also != 0)
		*CC_AT(struct cc_pos, in->to, in->field->also) = from->pos;
}

/* BCP 47 in its outer shape: en, zh-Hans, de-CH-1996. */
static bool
language_tag(const char *text)
{
	size_t letters = 0;
	bool first = true;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '-') {
			if (letters == 0)
				return false;
			letters = 0;
			first = false;
			continue;
		}
		if (!g_ascii_isalpha(*p) && (first || !g_ascii_isdigit(*p)))
			return false;
		if (++letters > 8)
			return false;
	}
	return letters > 0;
}

static void
read_lang(const struct field_read *in)
{
	const struct cc_attribute *from = in->attribute;

	if (!language_tag(from->value)) {
		cc_diag(in->reading->diags, CC_E335, from->pos, from->value);
		return;
	}
	*CC_AT(const char *, in->to, in->field->at) =
	    cc_arena_strdup(in->reading->arena, from->value);
}

/* A word outside of its closed set. */
static void
refuse_word(const struct field_read *in, const char *const *words, size_t count)
{
	g_autoptr(GString) legal = g_string_new(NULL);
	const char *word = in->attribute->value;

	for (size_t i = 0; i < count; i++)
		g_string_append_printf(
		    legal, "%s%s", i > 0 ? ", " : "", words[i]);
	cc_diag(in->reading->diags, CC_E304, in->attribute->pos, word,
	    legal->str, cc_reading_hint(in->reading, word, words, count));
}

static bool
find_word(const struct field_read *in, int *index)
{
	const struct cc_closed *closed = in->field->closed;
	size_t skip = closed->words[0] == NULL;

	if (cc_closed_find(closed, in->attribute->value, index))
		return true;
	while (closed->words[skip] == NULL)
		skip++;
	refuse_word(in, closed->words + skip, closed->count - skip);
	return false;
}

static void
read_choice(const struct field_read *in)
{
	int index;

	if (find_word(in, &index))
		*CC_AT(const char *, in->to, in->field->at) =
		    in->field->closed->words[index];
}

static void
read_word(const struct field_read *in)
{
	int index;

	if (find_word(in, &index))
		*CC_AT(int, in->to, in->field->at) = index;
}

static void
read_flag(const struct field_read *in)
{
	int index;

	if (find_word(in, &index))
		*CC_AT(bool, in->to, in->field->at) = true;
}

static void
read_clock(const struct field_read *in)
{
	enum cc_clock *clock = CC_AT(enum cc_clock, in->to, in->field->at);
	const char *words[CC_CLOCK_COUNT];

	if (cc_clock_find(in->attribute->value, clock))
		return;
	for (int i = 0; i < CC_CLOCK_COUNT; i++)
		words[i] = cc_clock_word((enum cc_clock)i);
	refuse_word(in, words, CC_CLOCK_COUNT);
}

/* A list separated by spaces, each word with its place. */
static struct cc_words
split(const struct field_read *in)
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

static void
read_words(const struct field_read *in)
{
	struct cc_words *to = CC_AT(struct cc_words, in->to, in->field->at);
	struct cc_words words = split(in);

	for (size_t i = 0; i < words.count; i++)
		if (cc_read_code(in->reading, words.word[i], words.pos[i]) ==
		    NULL)
			return;
	*to = words;
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

static bool
check_name(struct cc_reading *reading, const char *name, struct cc_pos pos)
{
	const char *p = name;
	bool good = name_first(g_utf8_get_char(p));

	for (; good && *p != '\0'; p = g_utf8_next_char(p))
		good = name_later(g_utf8_get_char(p));
	if (!good)
		cc_diag(reading->diags, CC_E305, pos, name);
	return good;
}

static void
read_id(const struct field_read *in)
{
	struct cc_reading *reading = in->reading;
	const struct cc_attribute *from = in->attribute;
	const char *id = cc_arena_strdup(reading->arena, from->value);
	const struct cc_named *other;
	struct cc_named *named;

	if (!check_name(reading, id, from->pos))
		return;
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

static void
read_name(const struct field_read *in)
{
	const struct cc_field *field = in->field;
	struct cc_link link = {
	    .id = cc_arena_strdup(in->reading->arena, in->attribute->value),
	    .pos = in->attribute->pos,
	    .attribute = field->name,
	    .target = field->target,
	};

	if (!check_name(in->reading, link.id, link.pos))
		return;
	*CC_AT(const char *, in->to, field->at) = link.id;
	if (field->target == CC_TARGET_ZERO && zero_word(link.id))
		return;
	if (field->also != CC_NOWHERE)
		link.fact = CC_AT(const struct cc_fact *, in->to, field->also);
	g_array_append_val(in->reading->links, link);
}

static void
link_words(const struct field_read *in, const struct cc_words *words,
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

		if (check_name(in->reading, link.id, link.pos))
			g_array_append_val(in->reading->links, link);
	}
}

static void
read_names(const struct field_read *in)
{
	struct cc_words *words = CC_AT(struct cc_words, in->to, in->field->at);
	struct cc_relations *to = NULL;

	if (in->field->also != CC_NOWHERE)
		to = CC_AT(struct cc_relations, in->to, in->field->also);
	*words = split(in);
	link_words(in, words, to);
}

static void
read_order(const struct field_read *in)
{
	struct cc_order *order =
	    cc_arena_new(in->reading->arena, struct cc_order);

	order->ids = split(in);
	link_words(in, &order->ids, &order->facts);
	*CC_AT(struct cc_order *, in->to, in->field->at) = order;
}

static void
read_number(const struct field_read *in)
{
	cc_read_number(in->reading, in->attribute->value, in->attribute->pos,
	    CC_AT(double, in->to, in->field->at),
	    CC_AT(const char *, in->to, in->field->also));
}

/* Digits of a number from 1 to `most`, without a leading zero. */
static bool
whole_number(const struct field_read *in, int most, int *number)
{
	const char *text = in->attribute->value;
	int64_t count = 0;

	for (const char *p = text; g_ascii_isdigit(*p) && count <= most; p++)
		count = count * 10 + (*p - '0');
	if (count < 1 || count > most || text[0] == '0' ||
	    text[strspn(text, "0123456789")] != '\0') {
		cc_diag(in->reading->diags, CC_E311, in->attribute->pos, text,
		    most);
		return false;
	}
	*number = (int)count;
	return true;
}

static void
read_count(const struct field_read *in)
{
	whole_number(in, COUNT_MAX, CC_AT(int, in->to, in->field->at));
}

static void
read_digits(const struct field_read *in)
{
	int number;

	if (whole_number(in, PMID_MAX, &number))
		*CC_AT(const char *, in->to, in->field->at) =
		    cc_arena_strdup(in->reading->arena, in->attribute->value);
}

static void
read_time(const struct field_read *in)
{
	struct cc_time *time = CC_AT(struct cc_time, in->to, in->field->at);

	if (cc_time_read(in->reading->arena, in->attribute->value,
		in->attribute->pos, time, in->reading->diags))
		return;
	/* No time, but a place: so that nobody asks for one again. */
	*time = (struct cc_time){.pos = in->attribute->pos};
}

/* A number and one unit of time: 21d, 4w. */
static void
read_period(const struct field_read *in)
{
	const char *text = in->attribute->value;
	size_t digits = strspn(text, "0123456789");

	if (digits == 0 || digits > 4 || text[0] == '0' ||
	    strlen(text) != digits + 1 ||
	    strchr("hdwmy", text[digits]) == NULL) {
		cc_diag(in->reading->diags, CC_E333, in->attribute->pos, text);
		return;
	}
	*CC_AT(const char *, in->to, in->field->at) =
	    cc_arena_strdup(in->reading->arena, text);
}

/* Why a path is not one of a picture below the case, or NULL. */
static const char *
file_trouble(const char *path)
{
	static const char *const suffixes[] = {".png", ".jpg", ".jpeg"};
	bool picture = false;

	if (path[0] == '/' || strchr(path, '\\') != NULL ||
	    strchr(path, ':') != NULL)
		return "give a path below the case's folder, with \"/\"";
	for (const char *p = path; p != NULL; p = strchr(p, '/')) {
		p += *p == '/';
		if (strncmp(p, "..", 2) == 0 && (p[2] == '\0' || p[2] == '/'))
			return "\"..\" would leave the case's folder";
	}
	for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
		picture = picture || (g_str_has_suffix(path, suffixes[i]) &&
					 strlen(path) > strlen(suffixes[i]));
	return picture ? NULL : "only .png, .jpg and .jpeg are drawn";
}

static void
read_file(const struct field_read *in)
{
	const struct cc_attribute *from = in->attribute;
	const char *path = cc_read_prose(in->reading, from->value, from->pos);
	const char *trouble = path != NULL ? file_trouble(path) : NULL;

	if (trouble != NULL)
		cc_diag(in->reading->diags, CC_E330, from->pos, path, trouble);
	else
		*CC_AT(const char *, in->to, in->field->at) = path;
}

static void
read_limit(const struct field_read *in)
{
	struct cc_value *value = in->to;

	if (value->limit != CC_LIMIT_NONE) {
		cc_diag(in->reading->diags, CC_E323, in->attribute->name_pos);
		return;
	}
	value->limit =
	    in->field->type == CC_FIELD_BELOW ? CC_LIMIT_BELOW : CC_LIMIT_ABOVE;
	cc_read_number(in->reading, in->attribute->value, in->attribute->pos,
	    &value->number, &value->written);
}

static void (*const readers[])(const struct field_read *) = {
    [CC_FIELD_TEXT] = read_text,
    [CC_FIELD_LANG] = read_lang,
    [CC_FIELD_CHOICE] = read_choice,
    [CC_FIELD_WORD] = read_word,
    [CC_FIELD_CLOCK] = read_clock,
    [CC_FIELD_FLAG] = read_flag,
    [CC_FIELD_WORDS] = read_words,
    [CC_FIELD_ID] = read_id,
    [CC_FIELD_NAME] = read_name,
    [CC_FIELD_NAMES] = read_names,
    [CC_FIELD_ORDER] = read_order,
    [CC_FIELD_NUMBER] = read_number,
    [CC_FIELD_COUNT] = read_count,
    [CC_FIELD_DIGITS] = read_digits,
    [CC_FIELD_TIME] = read_time,
    [CC_FIELD_PERIOD] = read_period,
    [CC_FIELD_FILE] = read_file,
    [CC_FIELD_BELOW] = read_limit,
    [CC_FIELD_ABOVE] = read_limit,
};
_Static_assert(G_N_ELEMENTS(readers) == CC_FIELD_TYPE_COUNT, "a reader each");

static const struct cc_field *
find_field(const struct cc_shape *shape, struct cc_mask mask, const char *name)
{
	for (size_t i = 0; i < shape->field_count; i++)
		if (cc_field_holds(&shape->fields[i], mask) &&
		    strcmp(shape->fields[i].name, name) == 0)
			return &shape->fields[i];
	return NULL;
}

#define FIELDS_MAX 32 /* more than any element has */

static void
refuse_attribute(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_attribute *attribute, const struct cc_shape *shape,
    struct cc_mask mask)
{
	const char *words[FIELDS_MAX];
	size_t count = 0;

	for (size_t i = 0; i < shape->field_count && count < FIELDS_MAX; i++)
		if (cc_field_holds(&shape->fields[i], mask))
			words[count++] = shape->fields[i].name;
	cc_diag(reading->diags, CC_E302, attribute->name_pos, element->name,
	    attribute->name,
	    cc_reading_hint(reading, attribute->name, words, count));
}

/* What a member is where its attribute is not written. */
static void
default_field(
    const struct cc_reading *reading, const struct cc_field *field, void *to)
{
	const char *lang = reading->course->lang;

	if (field->type == CC_FIELD_NUMBER)
		*CC_AT(double, to, field->at) = NAN;
	if (field->type == CC_FIELD_LANG)
		*CC_AT(const char *, to, field->at) =
		    lang != NULL ? lang : LANGUAGE_DEFAULT;
}

void
cc_read_fields(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask, void *to)
{
	for (size_t i = 0; i < shape->field_count; i++) {
		const struct cc_field *field = &shape->fields[i];

		default_field(reading, field, to);
		if (field->required &&
		    cc_element_attribute(element, field->name) == NULL)
			cc_diag(reading->diags, CC_E303, element->pos,
			    element->name, field->name);
	}
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *from = &element->attributes[i];
		struct field_read in = {
		    .reading = reading,
		    .attribute = from,
		    .field = find_field(shape, mask, from->name),
		    .target = shape->target,
		    .to = to,
		};

		if (in.field == NULL) {
			refuse_attribute(reading, element, from, shape, mask);
			continue;
		}
		/* What a fact's id is hangs on its kind, set before. */
		if (shape->target == CC_TARGET_FACT)
			in.target =
			    cc_kind_target(((const struct cc_fact *)to)->kind);
		readers[in.field->type](&in);
	}
}
