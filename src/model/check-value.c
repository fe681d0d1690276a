#include "model/model.h"
#include "model/rules.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static const struct cc_term *
test_of(const struct cc_check *check, const char *code)
{
	if (code == NULL)
		return NULL;
	return cc_terms_find(check->terms, CC_IN_TEST, NULL, code);
}

/* What a logarithmic scale has no place for. */
void
cc_rule_log_scale(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		enum cc_scale scale = fact->scale;
		const struct cc_term *test;

		if (fact->kind != CC_KIND_SERIES)
			continue;
		test = test_of(check, fact->code);
		if (scale == CC_SCALE_DEFAULT && test != NULL)
			scale = test->scale;
		if (scale != CC_SCALE_LOG)
			continue;
		for (size_t k = 0; k < fact->value_count; k++)
			if (fact->values[k].written != NULL &&
			    fact->values[k].number <= 0)
				cc_diag(check->diags, CC_W316,
				    fact->values[k].pos,
				    fact->values[k].written);
	}
}

/* "g/L, g/dL or mmol/L" */
static char *
known_units(const struct cc_term *test)
{
	GString *text = g_string_new(test->unit);

	for (size_t i = 0; i < test->units.count; i++)
		g_string_append_printf(text, "%s%s",
		    i + 1 < test->units.count ? ", " : " or ",
		    test->units.item[i].unit);
	return g_string_free(text, FALSE);
}

static void
ask_unit(const struct cc_check *check, GHashTable *told,
    const struct cc_fact *fact, const struct cc_value *value)
{
	const struct cc_term *test = value->term;
	const char *code = value->code != NULL ? value->code : fact->code;
	const char *unit = value->unit != NULL ? value->unit : fact->unit;
	g_autofree char *known = NULL;

	if (test == NULL || test->unit == NULL || unit == NULL ||
	    value->text == NULL || cc_unit_known(test, unit) ||
	    !g_hash_table_add(told, g_strdup_printf("%s %s", unit, code)))
		return;
	known = known_units(test);
	cc_diag(check->diags, CC_W342,
	    value->unit != NULL || fact->kind == CC_KIND_PANEL ? value->pos
	                                                       : fact->pos,
	    unit, code, known);
}

/* A number in a unit that its test is not given in is drawn as it stands: once
 * a unit and test. */
void
cc_rule_units_known(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autoptr(GHashTable) told =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_LESION)
			continue;
		for (size_t v = 0; v < fact->value_count; v++)
			ask_unit(check, told, fact, &fact->values[v]);
	}
}

/* One value with all that its series or panel says of it. */
struct reading {
	const struct cc_value *value;
	const char *code, *unit;
	size_t patient;
	bool series; /* of one, and not of a panel */
};

/* Of series and panels; a lesion's sizes are its own. */
static GArray *
list_readings(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	GArray *readings = g_array_new(FALSE, FALSE, sizeof(struct reading));

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_LESION)
			continue;
		for (size_t k = 0; k < fact->value_count; k++) {
			const struct cc_value *value = &fact->values[k];
			struct reading reading = {
			    .value = value,
			    .code =
				value->code != NULL ? value->code : fact->code,
			    .unit = cc_value_unit(check->terms, fact, value),
			    .patient = fact->patient,
			    .series = fact->kind == CC_KIND_SERIES,
			};

			if (value->text != NULL && reading.code != NULL &&
			    reading.unit != NULL)
				g_array_append_val(readings, reading);
		}
	}
	return readings;
}

/* One test in two units: a value goes on an axis in another unit where the
 * vocabulary knows the factor, and is not drawn there where it does not. */
static void
compare_units(const struct cc_check *check, const struct reading *reading,
    const struct reading *other)
{
	g_autoptr(GString) text = g_string_new(NULL);
	double factor;

	if (!cc_unit_factor(test_of(check, reading->code), reading->unit,
		other->unit, &factor)) {
		cc_diag(check->diags, CC_W317, reading->value->pos,
		    reading->code, reading->unit, other->unit,
		    cc_line_of(check, CC_W317, other->value->pos));
		return;
	}
	if (factor == 1 || !other->series)
		return;
	cc_number_append(text, factor, 6);
	cc_diag(check->diags, CC_N314, reading->value->pos, reading->code,
	    reading->unit, other->unit,
	    cc_line_of(check, CC_N314, other->value->pos), text->str);
}

/* Series first: theirs are the axes. */
void
cc_rule_units(const struct cc_check *check)
{
	g_autoptr(GArray) readings = list_readings(check);
	g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) told =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < 2 * readings->len; i++) {
		const struct reading *reading =
		    &g_array_index(readings, struct reading, i % readings->len);
		const struct reading *other =
		    g_hash_table_lookup(first, reading->code);

		if (reading->series != (i < readings->len))
			continue;
		if (other == NULL)
			g_hash_table_insert(
			    first, (void *)reading->code, (void *)reading);
		else if (strcmp(other->unit, reading->unit) != 0 &&
			 g_hash_table_add(
			     told, g_strdup_printf(
				       "%s %s", reading->unit, reading->code)))
			compare_units(check, reading, other);
	}
}

static int
reading_compare(const void *left, const void *right)
{
	const struct reading *a = left, *b = right;
	int64_t at = a->value->when.span.earliest_start.minute;
	int64_t other = b->value->when.span.earliest_start.minute;
	int order = strcmp(a->code, b->code);

	if (order != 0)
		return order;
	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	if (at != other)
		return at < other ? -1 : 1;
	return 0;
}

void
cc_rule_values_twice(const struct cc_check *check)
{
	g_autoptr(GArray) readings = list_readings(check);

	g_array_sort(readings, reading_compare);
	for (guint i = 1; i < readings->len; i++) {
		const struct reading *a =
		    &g_array_index(readings, struct reading, i - 1);
		const struct reading *b = a + 1;

		if (reading_compare(a, b) != 0 ||
		    !cc_is_of_a_day(&a->value->when.span) ||
		    !cc_is_of_a_day(&b->value->when.span))
			continue;
		cc_diag(check->diags, CC_N313, b->value->pos, b->code,
		    cc_line_of(check, CC_N313, a->value->pos));
	}
}
