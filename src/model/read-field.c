/* Attributes: each type of field has its reader. */
#include "model/foreign.h"
#include "model/read.h"
#include "model/terms.h"

#include <math.h>
#include <string.h>

/* Of a case that does not say; its words are in it. */
#define LANGUAGE_DEFAULT "en"

static void
read_text(const struct cc_field_read *in)
{
	const struct cc_attribute *from = in->attribute;

	if (in->field->also != 0)
		*CC_AT(struct cc_pos, in->to, in->field->also) = from->pos;
	/* Told where the time stands. */
	if (strcmp(from->name, "code") == 0 && cc_field_exchanged(in))
		return;
	*CC_AT(const char *, in->to, in->field->at) =
	    cc_read_code(in->reading, from->value, from->pos);
}

static void
read_lang(const struct cc_field_read *in)
{
	const struct cc_attribute *from = in->attribute;

	if (!cc_lang_valid(from->value)) {
		cc_diag(in->reading->diags, CC_E335, from->pos, from->value);
		return;
	}
	*CC_AT(const char *, in->to, in->field->at) =
	    cc_arena_strdup(in->reading->arena, from->value);
}

static bool
find_word(const struct cc_field_read *in, int *index)
{
	const struct cc_closed *closed = in->field->closed;
	const char *word = cc_closed_read(closed, in->attribute->value,
	    in->attribute->pos, in->reading->diags);

	return word != NULL && cc_closed_find(closed, word, index);
}

static void
read_choice(const struct cc_field_read *in)
{
	int index;

	if (find_word(in, &index))
		*CC_AT(const char *, in->to, in->field->at) =
		    in->field->closed->words[index];
}

static void
read_word(const struct cc_field_read *in)
{
	int index;

	if (find_word(in, &index))
		*CC_AT(int, in->to, in->field->at) = index;
}

static void
read_flag(const struct cc_field_read *in)
{
	int index;

	if (find_word(in, &index))
		*CC_AT(bool, in->to, in->field->at) = true;
}

/* Another word for a clock is read as that. One that names what it counts is
 * refused and read on; where nobody can tell, times say nothing of themselves.
 */
static void
settle_clock(const struct cc_field_read *in, enum cc_clock *clock)
{
	const char *word = in->attribute->value;
	const char *words[CC_CLOCK_WRITTEN];
	struct cc_closed closed = {words, CC_CLOCK_WRITTEN};
	bool named = false;
	const char *ours = cc_foreign_clock(word, &named);
	g_autofree char *hint = NULL;

	for (int i = 0; i < CC_CLOCK_WRITTEN; i++)
		words[i] = cc_clock_word((enum cc_clock)i);
	in->reading->clockless = ours == NULL || !cc_clock_find(ours, clock);
	if (!named && ours != NULL) {
		cc_diag(in->reading->diags, CC_N319, in->attribute->pos, word,
		    ours);
		return;
	}
	if (!named) {
		cc_closed_refuse_for(&closed, word, ours, in->attribute->pos,
		    in->reading->diags);
		return;
	}
	hint = g_strdup_printf(
	    "%s, and in the case <clock-name>%s</clock-name>", ours, word);
	cc_closed_refuse_for(
	    &closed, word, hint, in->attribute->pos, in->reading->diags);
}

static void
read_clock(const struct cc_field_read *in)
{
	enum cc_clock *clock = CC_AT(enum cc_clock, in->to, in->field->at);

	if (!cc_clock_find(in->attribute->value, clock))
		settle_clock(in, clock);
}

static void
read_words(const struct cc_field_read *in)
{
	struct cc_words *to = CC_AT(struct cc_words, in->to, in->field->at);
	struct cc_words words = cc_field_split(in);

	for (size_t i = 0; i < words.count; i++)
		if (cc_read_code(in->reading, words.word[i], words.pos[i]) ==
		    NULL)
			return;
	*to = words;
}

static void
read_number(const struct cc_field_read *in)
{
	const char **written = CC_AT(const char *, in->to, in->field->also);

	/* No number, but written: so that nobody asks for one again. */
	if (!cc_read_number(in->reading, in->element, in->attribute,
		CC_AT(double, in->to, in->field->at), written))
		*written = "";
}

static void
read_prose(const struct cc_field_read *in)
{
	*CC_AT(const char *, in->to, in->field->at) = cc_read_prose(
	    in->reading, in->attribute->value, in->attribute->pos);
}

static void
read_limit(const struct cc_field_read *in)
{
	struct cc_value *value = in->to;

	if (value->limit != CC_LIMIT_NONE) {
		cc_diag(in->reading->diags, CC_E323, in->attribute->name_pos);
		return;
	}
	value->limit =
	    in->field->type == CC_FIELD_BELOW ? CC_LIMIT_BELOW : CC_LIMIT_ABOVE;
	if (cc_read_number(in->reading, in->element, in->attribute,
		&value->number, &value->written))
		value->text = value->written;
}

static void (*const readers[])(const struct cc_field_read *) = {
    [CC_FIELD_TEXT] = read_text,
    [CC_FIELD_LANG] = read_lang,
    [CC_FIELD_CHOICE] = read_choice,
    [CC_FIELD_WORD] = read_word,
    [CC_FIELD_CLOCK] = read_clock,
    [CC_FIELD_FLAG] = read_flag,
    [CC_FIELD_WORDS] = read_words,
    [CC_FIELD_ID] = cc_field_read_id,
    [CC_FIELD_NAME] = cc_field_read_name,
    [CC_FIELD_CALLED] = cc_field_read_name,
    [CC_FIELD_NAMES] = cc_field_read_names,
    [CC_FIELD_REASONS] = cc_field_read_reasons,
    [CC_FIELD_ORDER] = cc_field_read_order,
    [CC_FIELD_NUMBER] = read_number,
    [CC_FIELD_AGE] = cc_field_read_age,
    [CC_FIELD_GESTATION] = cc_field_read_gestation,
    [CC_FIELD_COUNT] = cc_field_read_count,
    [CC_FIELD_DIGITS] = cc_field_read_digits,
    [CC_FIELD_TIME] = cc_field_read_time,
    [CC_FIELD_PERIOD] = cc_field_read_period,
    [CC_FIELD_FILE] = cc_read_image,
    [CC_FIELD_BELOW] = read_limit,
    [CC_FIELD_ABOVE] = read_limit,
    [CC_FIELD_AMOUNT] = cc_field_read_amount,
    [CC_FIELD_FREQUENCY] = cc_field_read_frequency,
    [CC_FIELD_SCHEDULE] = cc_field_read_schedule,
    [CC_FIELD_TABLE] = read_prose,
    [CC_FIELD_COLUMNS] = read_prose,
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

const char *
cc_read_lang(const struct cc_reading *reading)
{
	const char *lang = reading->course->lang;

	return lang != NULL ? lang : LANGUAGE_DEFAULT;
}

/* What a member is where its attribute is not written. */
static void
default_field(
    const struct cc_reading *reading, const struct cc_field *field, void *to)
{
	if (field->type == CC_FIELD_NUMBER || field->type == CC_FIELD_AGE)
		*CC_AT(double, to, field->at) = NAN;
	if (field->type == CC_FIELD_LANG)
		*CC_AT(const char *, to, field->at) = cc_read_lang(reading);
}

/* One that another name stood for: nobody is to ask for it again. */
static void
mark_meant(const struct cc_field *field, struct cc_pos pos, void *to)
{
	struct cc_pos *place = NULL;

	if (field->type == CC_FIELD_TIME)
		place = &CC_AT(struct cc_time, to, field->at)->pos;
	else if (field->type == CC_FIELD_TEXT && field->also != 0)
		place = CC_AT(struct cc_pos, to, field->also);
	if (place != NULL && place->source == NULL)
		*place = pos;
}

#define MEANT_MAX 8 /* wrong names beyond that are told twice at worst */

/* Fields that attributes of other names stand for. */
struct meant {
	const struct cc_field *field[MEANT_MAX];
	size_t count;
};

static bool
is_meant(const struct meant *meant, const struct cc_field *field)
{
	for (size_t i = 0; i < meant->count; i++)
		if (meant->field[i] == field)
			return true;
	return false;
}

/* An attribute by another name: read as the field that it stands for, where it
 * is plain what it says. */
static void
read_meant(const struct cc_field_read *in, const struct cc_field *field,
    const char *value)
{
	struct cc_attribute attribute = *in->attribute;
	struct cc_field_read as = *in;

	attribute.name = field->name;
	attribute.value = value;
	as.attribute = &attribute;
	as.field = field;
	if (value != NULL)
		readers[field->type](&as);
	mark_meant(field, in->attribute->name_pos, in->to);
}

static void
read_field(const struct cc_field_read *in, const struct cc_shape *shape,
    struct cc_mask mask, struct meant *meant)
{
	struct cc_meant_attribute as;
	const struct cc_field *field;

	if (in->field != NULL) {
		readers[in->field->type](in);
		return;
	}
	as = cc_refuse_attribute(
	    in->reading, in->element, in->attribute, shape, mask);
	field = as.name != NULL ? find_field(shape, mask, as.name) : NULL;
	/* What names it, its label too. */
	if (as.value == NULL && g_strcmp0(as.name, "code") == 0 &&
	    shape == &cc_shape_fact)
		((struct cc_fact *)in->to)->gap = true;
	if (field == NULL || is_meant(meant, field))
		return;
	read_meant(in, field, as.value);
	if (meant->count < MEANT_MAX)
		meant->field[meant->count++] = field;
}

static void
check_required(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, const struct meant *meant)
{
	for (size_t i = 0; i < shape->field_count; i++) {
		const struct cc_field *field = &shape->fields[i];

		if (!field->required ||
		    cc_element_attribute(element, field->name) != NULL ||
		    is_meant(meant, field))
			continue;
		if (field->closed != NULL)
			cc_closed_lack(field->closed, element->name,
			    field->name, element->pos, reading->diags);
		else
			cc_diag(reading->diags, CC_E303, element->pos,
			    element->name, field->name);
	}
}

void
cc_read_fields(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask, void *to)
{
	struct meant meant = {.count = 0};

	for (size_t i = 0; i < shape->field_count; i++)
		default_field(reading, &shape->fields[i], to);
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *from = &element->attributes[i];
		struct cc_field_read in = {
		    .reading = reading,
		    .element = element,
		    .attribute = from,
		    .field = find_field(shape, mask, from->name),
		    .target = shape->target,
		    .to = to,
		};

		/* What a fact's id is hangs on its kind, set before. */
		if (shape->target == CC_TARGET_FACT)
			in.target =
			    cc_kind_target(((const struct cc_fact *)to)->kind);
		read_field(&in, shape, mask, &meant);
	}
	check_required(reading, element, shape, &meant);
}
