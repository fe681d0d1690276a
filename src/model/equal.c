/* Whether two cases say the same: the walk of the shape over both. */
#include "model/model.h"
#include "model/shape.h"

#include <string.h>

static bool
words_equal(const struct cc_words *a, const struct cc_words *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->word[i], b->word[i]) != 0)
			return false;
	return true;
}

static bool
order_equal(const struct cc_order *a, const struct cc_order *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return words_equal(&a->ids, &b->ids);
}

#define STRING(base, offset) (*CC_AT_CONST(char *, base, offset))

static bool
field_equal(const struct cc_field *field, const void *a, const void *b)
{
	size_t at = field->at;

	switch (field->type) {
	case CC_FIELD_TEXT:
	case CC_FIELD_LANG:
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
	case CC_FIELD_AMOUNT: /* its text is its first member */
		return g_strcmp0(STRING(a, at), STRING(b, at)) == 0;
	case CC_FIELD_WORD:
	case CC_FIELD_CLOCK:
	case CC_FIELD_COUNT:
		return *CC_AT_CONST(int, a, at) == *CC_AT_CONST(int, b, at);
	case CC_FIELD_FLAG:
		return *CC_AT_CONST(bool, a, at) == *CC_AT_CONST(bool, b, at);
	case CC_FIELD_WORDS:
	case CC_FIELD_NAMES:
		return words_equal(CC_AT_CONST(struct cc_words, a, at),
		    CC_AT_CONST(struct cc_words, b, at));
	case CC_FIELD_REASONS:
		return words_equal(&CC_AT_CONST(struct cc_reasons, a, at)->words,
		    &CC_AT_CONST(struct cc_reasons, b, at)->words);
	case CC_FIELD_ORDER:
		return order_equal(*CC_AT_CONST(struct cc_order *, a, at),
		    *CC_AT_CONST(struct cc_order *, b, at));
	case CC_FIELD_NUMBER:
	case CC_FIELD_AGE:
		return g_strcmp0(
			   STRING(a, field->also), STRING(b, field->also)) == 0;
	case CC_FIELD_TIME:
		return g_strcmp0(CC_AT_CONST(struct cc_time, a, at)->text,
			   CC_AT_CONST(struct cc_time, b, at)->text) == 0;
	case CC_FIELD_BELOW:
	case CC_FIELD_ABOVE:
		return ((const struct cc_value *)a)->limit ==
		       ((const struct cc_value *)b)->limit;
	case CC_FIELD_TABLE: /* what it holds is compared */
	case CC_FIELD_COLUMNS:
		return true;
	case CC_FIELD_TYPE_COUNT:
		break;
	}
	return false;
}

/* NULL where equal, else the name of what differs. */
static const char *
difference(const struct cc_shape *shape, struct cc_mask mask, const void *a,
    const void *b)
{
	for (size_t i = 0; i < shape->field_count; i++) {
		const struct cc_field *field = &shape->fields[i];

		if (cc_field_holds(field, mask) && !field_equal(field, a, b))
			return field->name;
	}
	if (shape->content != CC_CONTENT_NONE &&
	    g_strcmp0(STRING(a, shape->text), STRING(b, shape->text)) != 0)
		return shape->element;
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];
		const struct cc_shape *child = branch->shape;
		const char *left = STRING(a, branch->items);
		const char *right = STRING(b, branch->items);
		size_t count = *CC_AT_CONST(size_t, a, branch->count);
		const char *where = NULL;

		if (!cc_branch_holds(branch, mask))
			continue;
		if (count != *CC_AT_CONST(size_t, b, branch->count))
			return child->element;
		for (size_t k = 0; k < count && where == NULL; k++)
			where = difference(child, CC_MASK_ALL,
			    left + k * child->size, right + k * child->size);
		if (where != NULL)
			return where;
	}
	return NULL;
}

static const char *
fact_difference(const struct cc_fact *a, const struct cc_fact *b)
{
	const struct cc_kind *kind = cc_kind_row(a->kind);

	if (a->kind != b->kind)
		return kind->element;
	if (a->line != b->line)
		return "line";
	return difference(&cc_shape_fact, cc_kind_mask(kind), a, b);
}

bool
cc_case_equal(
    const struct cc_case *a, const struct cc_case *b, const char **where)
{
	const char *what = difference(&cc_shape_case, CC_MASK_ALL, a, b);

	if (what == NULL && a->fact_count != b->fact_count)
		what = "number of facts";
	for (size_t i = 0; what == NULL && i < a->fact_count; i++)
		what = fact_difference(&a->facts[i], &b->facts[i]);
	if (where != NULL)
		*where = what;
	return what == NULL;
}
