#include "model/veil-copy.h"

#include "model/model.h"

#include <math.h>
#include <string.h>

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
	to->unit = cc_veil_code(cloak, from->unit, pos);
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
		cc_veil_words(cloak, CC_AT(struct cc_words, to, field->at),
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
		? cc_veil_code(cloak, STRING_OF(from, field->at), pos)
		: cc_veil_text(cloak, STRING_OF(from, field->at), pos);
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
		cc_veil_rename(cloak, shape, field, to, from, index);
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
		text = cc_veil_text(cloak, text, pos);
	else if (shape->veil == CC_VEIL_TERM)
		text = cc_veil_code(cloak, text, pos);
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
