/* Element tree -> case: walks the shape, then relations, times and checks. */
#include "model/read.h"

#include "model/model.h"
#include "model/rules.h"

#include <string.h>

static bool
is_blank(const struct cc_element *element)
{
	return element->text[strspn(element->text, " \t\r\n")] == '\0';
}

static void
read_content(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask, void *to)
{
	struct cc_pos pos = element->text_pos;
	const char **text = CC_AT(const char *, to, shape->text);

	if (pos.source == NULL)
		pos = element->pos;
	if (is_blank(element) && cc_content_is_meant(element, shape, mask))
		return;
	switch (shape->content) {
	case CC_CONTENT_NONE: /* see cc_read_own_words */
		break;
	case CC_CONTENT_PROSE:
		*text = cc_read_prose(reading, element->text, pos);
		break;
	case CC_CONTENT_CODE:
		*text = cc_read_code(reading, element->text, pos);
		break;
	case CC_CONTENT_NUMBER:
		cc_read_number(reading, element, NULL,
		    CC_AT(double, to, shape->number), text);
		break;
	case CC_CONTENT_AMOUNT:
		cc_read_amount(reading, element->text, pos,
		    CC_AT(struct cc_amount, to, shape->text));
		break;
	case CC_CONTENT_VALUE:
		cc_read_value(reading, element, to);
		break;
	}
}

static void read_element(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_shape *shape,
    struct cc_mask mask, void *to);

/* The children of one row, in the order of the file. */
static void
read_branch(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_branch *branch, void *to)
{
	const struct cc_shape *shape = branch->shape;
	size_t count = 0;
	char *items;

	for (const struct cc_element *e = element->first; e; e = e->next)
		count += strcmp(e->name, shape->element) == 0;
	if (count == 0)
		return;
	items = cc_arena_array(reading->arena, count, shape->size);
	*CC_AT(void *, to, branch->items) = items;
	*CC_AT(size_t, to, branch->count) = count;
	for (const struct cc_element *e = element->first; e; e = e->next) {
		if (strcmp(e->name, shape->element) != 0)
			continue;
		read_element(reading,
		    strcmp(e->name, "drug") == 0
			? cc_read_coded(reading, e, NULL)
			: e,
		    shape, CC_MASK_ALL, items);
		items += shape->size;
	}
}

static void
forget_ids(struct cc_reading *reading, const struct cc_element *element)
{
	const struct cc_attribute *id = cc_element_attribute(element, "id");

	if (id != NULL)
		cc_forget_id(reading, id->value);
	for (const struct cc_element *e = element->first; e; e = e->next)
		forget_ids(reading, e);
}

/* One that was refused, and nobody could tell what was meant. */
static void
pass_child(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, void *to)
{
	forget_ids(reading, element);
	reading->course->gap = true;
	if (shape == &cc_shape_line)
		((struct cc_line *)to)->gap = true;
	if (shape == &cc_shape_fact)
		((struct cc_fact *)to)->gap = true;
}

static void
read_element(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask, void *to)
{
	*CC_AT(struct cc_pos, to, shape->pos) = element->pos;
	cc_read_fields(reading, element, shape, mask, to);
	read_content(reading, element, shape, mask, to);

	for (const struct cc_element *e = element->first; e; e = e->next) {
		if (!cc_shape_holds(shape, mask, e->name))
			pass_child(reading, e, shape, to);
	}
	for (size_t i = 0; i < shape->branch_count; i++)
		if (cc_branch_holds(&shape->branches[i], mask))
			read_branch(reading, element, &shape->branches[i], to);
	if (shape->content == CC_CONTENT_NONE &&
	    !(mask.children & CC_CHILD_LIST) && !is_blank(element))
		cc_read_own_words(reading, element, shape, mask, to);
}

static size_t
count_own_facts(const struct cc_element *element)
{
	size_t count = 0;

	for (const struct cc_element *e = element->first; e; e = e->next)
		count += cc_kind_find(e->name) != NULL;
	return count;
}

/* Of the case and of its lines; a line in a line is refused. */
static size_t
count_facts(const struct cc_element *root)
{
	size_t count = count_own_facts(root);

	for (const struct cc_element *e = root->first; e; e = e->next)
		if (strcmp(e->name, cc_shape_line.element) == 0)
			count += count_own_facts(e);
	return count;
}

static void
read_fact(struct cc_reading *reading, const struct cc_element *element,
    size_t index, size_t line)
{
	struct cc_fact *fact = &reading->course->facts[index];
	const struct cc_kind *kind = cc_kind_find(element->name);

	element = cc_read_coded(reading, element, kind);
	fact->kind = kind->id;
	fact->index = index;
	fact->line = line;
	reading->elements[index] = element;
	read_element(
	    reading, element, &cc_shape_fact, cc_kind_mask(kind), fact);
	if (kind->children & CC_CHILD_LIST)
		cc_read_lists(reading, element, fact);
}

/* Facts of the case and of its lines as one list in the order of the file. */
static void
read_facts(struct cc_reading *reading, const struct cc_element *root)
{
	struct cc_case *course = reading->course;
	size_t index = 0, line = 0;

	course->facts = cc_arena_new_array(
	    reading->arena, struct cc_fact, course->fact_count);
	reading->elements = cc_arena_new_array(
	    reading->arena, const struct cc_element *, course->fact_count);
	for (const struct cc_element *e = root->first; e; e = e->next) {
		if (cc_kind_find(e->name) != NULL)
			read_fact(reading, e, index++, CC_NO_LINE);
		if (strcmp(e->name, cc_shape_line.element) != 0)
			continue;
		for (const struct cc_element *f = e->first; f; f = f->next)
			if (cc_kind_find(f->name) != NULL)
				read_fact(reading, f, index++, line);
		line++;
	}
}

/* Lines without a number count on. */
static void
number_lines(struct cc_case *course)
{
	int number = 0;

	for (size_t i = 0; i < course->line_count; i++) {
		if (course->lines[i].number == 0)
			course->lines[i].number = number + 1;
		number = course->lines[i].number;
	}
}

/* A case's id becomes a file name. */
static const char *
id_trouble(const char *id)
{
	/* Names that Windows keeps for devices, with any suffix. */
	static const char *const devices[] = {"con", "prn", "aux", "nul",
	    "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
	    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
	    "lpt8", "lpt9"};

	if (id[0] == '-' || id[0] == '.')
		return "it becomes a file name and must not begin with "
		       "\"-\" or \".\"";
	if (strpbrk(id, "/\\:*?\"<>|") != NULL)
		return "it becomes a file name and must not hold "
		       "/ \\ : * ? \" < > |";
	for (size_t i = 0; i < G_N_ELEMENTS(devices); i++) {
		size_t length = strlen(devices[i]);

		if (g_ascii_strncasecmp(id, devices[i], length) == 0 &&
		    (id[length] == '\0' || id[length] == '.'))
			return "Windows keeps that name for a device";
	}
	return g_str_has_suffix(id, ".") ? "it must not end with \".\"" : NULL;
}

static void
read_dose_reasons(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_dose *doses, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cc_read_causes(reading, terms, &doses[i].because);
}

static void
read_reasons(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		cc_read_causes(reading, terms, &fact->because);
		cc_read_ends(reading, terms, &fact->stop);
		read_dose_reasons(
		    reading, terms, fact->doses, fact->dose_count);
		for (size_t k = 0; k < fact->drug_count; k++) {
			struct cc_drug *drug = &fact->drugs[k];

			cc_read_causes(reading, terms, &drug->because);
			cc_read_ends(reading, terms, &drug->stop);
			read_dose_reasons(
			    reading, terms, drug->doses, drug->dose_count);
		}
	}
}

static void
check_id(struct cc_reading *reading, const struct cc_element *root)
{
	const char *id = reading->course->id;
	const char *trouble = id != NULL ? id_trouble(id) : NULL;

	if (trouble != NULL)
		cc_diag(reading->diags, CC_E316,
		    cc_element_attribute(root, "id")->pos, id, trouble);
}

static void
check_case(struct cc_reading *reading, const struct cc_element *root,
    const struct cc_terms *terms)
{
	const struct cc_case *course = reading->course;
	g_autoptr(GHashTable) told =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct cc_check check = {
	    .course = course,
	    .terms = terms,
	    .diags = reading->diags,
	    .hints = &reading->hints,
	    .told = told,
	    .root = root,
	    .elements = reading->elements,
	};

	for (size_t i = 0; i < course->fact_count; i++)
		cc_kind_check(&check, &course->facts[i]);
	cc_rules_run(&check);
}

static struct cc_case *
read_case(struct cc_reading *reading, const struct cc_element *root)
{
	struct cc_case *course = reading->course;
	struct cc_terms terms;

	root = cc_read_meant(reading, root);
	course->fact_count = count_facts(root);
	if (course->fact_count > CC_FACTS_MAX) {
		cc_diag(reading->diags, CC_E328, root->pos, course->fact_count,
		    CC_FACTS_MAX);
		return NULL;
	}
	read_element(reading, root, &cc_shape_case, CC_MASK_ALL, course);
	check_id(reading, root);
	cc_terms_init(&terms, reading->arena, reading->vocab, course);
	reading->terms = &terms;
	read_facts(reading, root);
	number_lines(course);
	cc_read_relations(reading);
	cc_read_times(reading);
	cc_read_index(reading, &terms);
	/* Its own words for responses are of the scheme now in force. */
	if (course->define_count > 0)
		cc_terms_init(&terms, reading->arena, reading->vocab, course);
	cc_read_codes(reading, &terms);
	cc_read_grades(reading, &terms);
	read_reasons(reading, &terms);
	cc_terms_init(&terms, reading->arena, reading->vocab, course);
	cc_case_resolve(course, &terms);
	cc_read_company(reading, &terms);
	cc_read_lines(reading, &terms);
	check_case(reading, root, &terms);
	return course;
}

struct cc_case *
cc_case_read(struct cc_arena *arena, const struct cc_element *root,
    const struct cc_vocab *vocab, struct cc_diags *diags)
{
	struct cc_reading reading = {
	    .arena = arena,
	    .diags = diags,
	    .hints = CC_HINTS_MAX,
	    .course = cc_arena_new(arena, struct cc_case),
	    .vocab = vocab,
	    .names = g_hash_table_new(g_str_hash, g_str_equal),
	    .lists = g_hash_table_new(NULL, NULL),
	    .links = g_array_new(FALSE, FALSE, sizeof(struct cc_link)),
	    .callings = cc_callings_create(arena),
	};
	struct cc_case *course = read_case(&reading, root);

	g_hash_table_unref(reading.names);
	g_hash_table_unref(reading.lists);
	g_clear_pointer(&reading.codes, g_hash_table_unref);
	g_clear_pointer(&reading.meanings, g_hash_table_unref);
	g_clear_pointer(&reading.phrases, g_hash_table_unref);
	g_array_unref(reading.links);
	cc_callings_destroy(reading.callings);
	return course;
}
