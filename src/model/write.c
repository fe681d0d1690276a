/* Case -> XML in one canonical form: attributes in the order of the shape,
 * what was inherited left out, facts in the order of the file. */
#include "model/compound.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/shape.h"
#include "model/synonyms.h"

#include <string.h>

struct writing {
	GString *to;
	const struct cc_case *course;
	/* What the enclosing elements hand down, and so is not repeated. */
	const char *since_id, *for_id;
	const struct cc_shape *shape; /* of the tag that is being written */
	int depth;
};

static void
append_escaped(GString *to, const char *text, bool attribute)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '&')
			g_string_append(to, "&amp;");
		else if (*p == '<')
			g_string_append(to, "&lt;");
		else if (*p == '>')
			g_string_append(to, "&gt;");
		else if (*p == '"' && attribute)
			g_string_append(to, "&quot;");
		else
			g_string_append_c(to, *p);
	}
}

static void
attribute(struct writing *writing, const char *name, const char *value)
{
	g_string_append_printf(writing->to, " %s=\"", name);
	append_escaped(writing->to, value, true);
	g_string_append_c(writing->to, '"');
}

static void
attribute_words(
    struct writing *writing, const char *name, const struct cc_words *words)
{
	g_autoptr(GString) list = g_string_new(NULL);
	const char *between = " ";

	/* Sites may have names of several words. */
	for (size_t i = 0; i < words->count; i++)
		if (strchr(words->word[i], ' ') != NULL)
			between = ", ";
	for (size_t i = 0; i < words->count; i++)
		g_string_append_printf(
		    list, "%s%s", i > 0 ? between : "", words->word[i]);
	if (words->count > 0)
		attribute(writing, name, list->str);
}

/* What an element inherits is not written again. */
static bool
inherited(const struct writing *writing, const struct cc_field *field,
    const char *value)
{
	if (strcmp(field->name, "since") == 0)
		return g_strcmp0(value, writing->since_id) == 0;
	if (strcmp(field->name, "for") == 0)
		return g_strcmp0(value, writing->for_id) == 0;
	return false;
}

/* A code as the author wrote it, by the words of the case; "" for a treatment
 * that its drugs name. */
static char *
written_code(const struct writing *writing, const void *from, const char *code)
{
	const struct cc_case *course = writing->course;
	const char *element = writing->shape->element;
	const struct cc_fact *fact = from;
	g_autofree char *drugs = NULL;
	enum cc_scope in;

	if (g_strcmp0(element, "value") == 0)
		return g_strdup(cc_case_word(course, CC_IN_TEST, code));
	if (g_strcmp0(element, "drug") == 0)
		return g_strdup(cc_case_word(course, CC_IN_TREATMENT, code));
	if (writing->shape != &cc_shape_fact)
		return g_strdup(code);
	in = cc_kind_row(fact->kind)->scope;
	if (in == CC_IN_COUNT)
		return g_strdup(code);
	if (fact->term != NULL)
		in = fact->term->in;
	if (fact->kind != CC_KIND_TREATMENT)
		return g_strdup(cc_case_word(course, in, code));
	drugs = fact->labels.count == 0 ? cc_drugs_code(fact) : NULL;
	return g_strcmp0(drugs, code) == 0 ? g_strdup("")
	                                   : cc_compound_words(course, code);
}

static void
write_string(
    struct writing *writing, const struct cc_field *field, const void *from)
{
	const char *value = *CC_AT_CONST(char *, from, field->at);
	g_autofree char *code = NULL;

	if (value == NULL || inherited(writing, field, value))
		return;
	if (strcmp(field->name, "code") == 0)
		value = code = written_code(writing, from, value);
	if (*value == '\0')
		return;
	/* A label in the case's own language does not say so. */
	if (field->type == CC_FIELD_LANG && from != writing->course &&
	    strcmp(value, writing->course->lang) == 0)
		return;
	attribute(writing, field->name, value);
}

static void
write_number(
    struct writing *writing, const struct cc_field *field, const void *from)
{
	const char *digits = *CC_AT_CONST(char *, from, field->also);

	if (digits != NULL)
		attribute(writing, field->name, digits);
}

static void
write_limit(struct writing *writing, const struct cc_field *field,
    const struct cc_value *value)
{
	enum cc_limit limit =
	    field->type == CC_FIELD_BELOW ? CC_LIMIT_BELOW : CC_LIMIT_ABOVE;

	if (value->limit == limit && value->written != NULL)
		attribute(writing, field->name, value->written);
}

static void
write_field(
    struct writing *writing, const struct cc_field *field, const void *from)
{
	char digits[16];
	int number;

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
		write_string(writing, field, from);
		break;
	case CC_FIELD_WORD:
		number = *CC_AT_CONST(int, from, field->at);
		if (field->closed->words[number] != NULL && number != 0)
			attribute(
			    writing, field->name, field->closed->words[number]);
		break;
	case CC_FIELD_CLOCK:
		number = *CC_AT_CONST(int, from, field->at);
		if (number != CC_CLOCK_DATE)
			attribute(writing, field->name,
			    cc_clock_word((enum cc_clock)number));
		break;
	case CC_FIELD_FLAG:
		if (*CC_AT_CONST(bool, from, field->at))
			attribute(
			    writing, field->name, field->closed->words[0]);
		break;
	case CC_FIELD_WORDS:
	case CC_FIELD_NAMES:
		attribute_words(writing, field->name,
		    CC_AT_CONST(struct cc_words, from, field->at));
		break;
	case CC_FIELD_REASONS:
		attribute_words(writing, field->name,
		    &CC_AT_CONST(struct cc_reasons, from, field->at)->words);
		break;
	case CC_FIELD_ORDER:
		if (*CC_AT_CONST(struct cc_order *, from, field->at) != NULL)
			attribute_words(writing, field->name,
			    &(*CC_AT_CONST(struct cc_order *, from, field->at))
				 ->ids);
		break;
	case CC_FIELD_NUMBER:
	case CC_FIELD_AGE:
		write_number(writing, field, from);
		break;
	case CC_FIELD_COUNT:
		number = *CC_AT_CONST(int, from, field->at);
		g_snprintf(digits, sizeof(digits), "%d", number);
		if (number != 0)
			attribute(writing, field->name, digits);
		break;
	case CC_FIELD_TIME:
		if (CC_AT_CONST(struct cc_time, from, field->at)->text != NULL)
			attribute(writing, field->name,
			    CC_AT_CONST(struct cc_time, from, field->at)->text);
		break;
	case CC_FIELD_BELOW:
	case CC_FIELD_ABOVE:
		write_limit(writing, field, from);
		break;
	case CC_FIELD_TABLE: /* what it holds is written */
	case CC_FIELD_COLUMNS:
	case CC_FIELD_TYPE_COUNT:
		break;
	}
}

static const char *
content_of(const struct cc_shape *shape, const void *from)
{
	const struct cc_value *value = from;

	if (shape->content == CC_CONTENT_NONE)
		return NULL;
	if (shape->content == CC_CONTENT_VALUE && value->limit != CC_LIMIT_NONE)
		return NULL;
	return *CC_AT_CONST(char *, from, shape->text);
}

static size_t
count_children(
    const struct cc_shape *shape, struct cc_mask mask, const void *from)
{
	size_t count = 0;

	for (size_t i = 0; i < shape->branch_count; i++)
		if (cc_branch_holds(&shape->branches[i], mask))
			count += *CC_AT_CONST(
			    size_t, from, shape->branches[i].count);
	return count;
}

static void
indent(struct writing *writing)
{
	for (int i = 0; i < writing->depth; i++)
		g_string_append(writing->to, "  ");
}

static void
open_tag(struct writing *writing, const char *element,
    const struct cc_shape *shape, struct cc_mask mask, const void *from)
{
	indent(writing);
	g_string_append_printf(writing->to, "<%s", element);
	if (shape == &cc_shape_case)
		attribute(writing, "xmlns", CC_CASE_NAMESPACE);
	writing->shape = shape;
	for (size_t i = 0; i < shape->field_count; i++)
		if (cc_field_holds(&shape->fields[i], mask))
			write_field(writing, &shape->fields[i], from);
}

static void
close_tag(struct writing *writing, const char *element)
{
	indent(writing);
	g_string_append_printf(writing->to, "</%s>\n", element);
}

/* Parts count from what their owner counts from. */
static const char *
handed_down(const struct writing *writing, const struct cc_shape *shape,
    const void *from)
{
	for (size_t i = 0; i < shape->field_count; i++) {
		const struct cc_field *field = &shape->fields[i];
		const char *id;

		if (strcmp(field->name, "since") != 0)
			continue;
		id = *CC_AT_CONST(char *, from, field->at);
		return id != NULL ? id : writing->since_id;
	}
	return writing->since_id;
}

static void write_branches(struct writing *writing,
    const struct cc_shape *shape, struct cc_mask mask, const void *from);

static void
write_element(struct writing *writing, const char *element,
    const struct cc_shape *shape, struct cc_mask mask, const void *from)
{
	const char *content = content_of(shape, from);
	const char *since_id = writing->since_id;
	const bool parent = count_children(shape, mask, from) > 0;

	open_tag(writing, element, shape, mask, from);
	if (content == NULL && !parent) {
		g_string_append(writing->to, "/>\n");
		return;
	}
	g_string_append_c(writing->to, '>');
	if (content != NULL)
		append_escaped(writing->to, content, false);
	if (!parent) {
		g_string_append_printf(writing->to, "</%s>\n", element);
		return;
	}
	g_string_append_c(writing->to, '\n');
	writing->since_id = handed_down(writing, shape, from);
	write_branches(writing, shape, mask, from);
	writing->since_id = since_id;
	close_tag(writing, element);
}

/* The children of an element; lines are written with their facts. */
static void
write_branches(struct writing *writing, const struct cc_shape *shape,
    struct cc_mask mask, const void *from)
{
	writing->depth++;
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];
		const struct cc_shape *child = branch->shape;
		const char *items = *CC_AT_CONST(char *, from, branch->items);
		size_t count = *CC_AT_CONST(size_t, from, branch->count);

		if (!cc_branch_holds(branch, mask) || child->holds_facts)
			continue;
		for (size_t k = 0; k < count; k++)
			write_element(writing, child->element, child,
			    CC_MASK_ALL, items + k * child->size);
	}
	writing->depth--;
}

static void
write_fact(struct writing *writing, const struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);

	writing->depth++;
	write_element(
	    writing, kind->element, &cc_shape_fact, cc_kind_mask(kind), fact);
	writing->depth--;
}

/* A line and its facts, which stand together from `at`. */
static size_t
write_line(struct writing *writing, size_t line, size_t at)
{
	const struct cc_case *course = writing->course;
	const struct cc_line *from = &course->lines[line];
	bool empty = at >= course->fact_count || course->facts[at].line != line;

	writing->depth++;
	open_tag(
	    writing, cc_shape_line.element, &cc_shape_line, CC_MASK_ALL, from);
	if (empty && count_children(&cc_shape_line, CC_MASK_ALL, from) == 0) {
		g_string_append(writing->to, "/>\n");
		writing->depth--;
		return at;
	}
	g_string_append(writing->to, ">\n");
	write_branches(writing, &cc_shape_line, CC_MASK_ALL, from);
	writing->since_id = from->since_id;
	writing->for_id = from->for_id;
	for (; at < course->fact_count && course->facts[at].line == line; at++)
		write_fact(writing, &course->facts[at]);
	writing->since_id = writing->for_id = NULL;
	close_tag(writing, cc_shape_line.element);
	writing->depth--;
	return at;
}

/* Facts in their order; a line stands where its first fact does, one without
 * facts before the next. */
static void
write_facts(struct writing *writing)
{
	const struct cc_case *course = writing->course;
	size_t line = 0, at = 0;

	while (at < course->fact_count || line < course->line_count) {
		bool outside = at < course->fact_count &&
		               course->facts[at].line == CC_NO_LINE;

		if (outside)
			write_fact(writing, &course->facts[at++]);
		else if (line < course->line_count)
			at = write_line(writing, line++, at);
		else
			break;
	}
}

void
cc_case_write(const struct cc_case *course, GString *to)
{
	struct writing writing = {.to = to, .course = course};

	g_string_append(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	open_tag(&writing, cc_shape_case.element, &cc_shape_case, CC_MASK_ALL,
	    course);
	g_string_append(to, ">\n");
	write_branches(&writing, &cc_shape_case, CC_MASK_ALL, course);
	write_facts(&writing);
	close_tag(&writing, cc_shape_case.element);
}
