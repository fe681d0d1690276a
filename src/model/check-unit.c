/* Numbers of which nobody says the unit: by the vocabulary's they may be far
 * from what any patient has, 7.1 g/L of haemoglobin, where by another one they
 * are what many have. */
#include "model/model.h"
#include "model/rules.h"

#include <math.h>
#include <string.h>

/* So many times below or above the range of reference lies what is seen, of
 * tests that have another unit than that in which the numbers fit. */
#define FAR 4

/* All numbers of a test without a unit, of one patient. */
struct unsaid {
	const struct cc_term *test;
	struct cc_pos pos; /* of the first */
	const char *code;
	double least, most;
};

/* The widest range of reference, of women and men. */
static struct cc_norm
norm_of(const struct cc_term *test)
{
	struct cc_norm norm = {NAN, NAN};

	for (size_t i = 0; i < G_N_ELEMENTS(test->low); i++) {
		norm.low = fmin(norm.low, test->low[i]);
		norm.high = fmax(norm.high, test->high[i]);
	}
	return norm;
}

static bool
is_seen(const struct cc_norm *norm, double number)
{
	return number >= norm->low / FAR && number <= norm->high * FAR;
}

/* Whether all are too low, or all too high, for the test's own unit. */
static bool
is_far(const struct unsaid *unsaid, const struct cc_norm *norm)
{
	return unsaid->most < norm->low / FAR ||
	       unsaid->least > norm->high * FAR;
}

/* "unit="g/dL" or unit="mmol/L"": in which the least or the greatest is what is
 * seen; the caller frees it. */
static char *
fitting_units(const struct unsaid *unsaid, const struct cc_norm *norm)
{
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < unsaid->test->units.count; i++) {
		const struct cc_unit *unit = &unsaid->test->units.item[i];

		if (unit->factor == 1 ||
		    (!is_seen(norm, unsaid->least * unit->factor) &&
			!is_seen(norm, unsaid->most * unit->factor)))
			continue;
		g_string_append_printf(text, "%sunit=\"%s\"",
		    text->len > 0 ? " or " : "", unit->unit);
	}
	return g_string_free(text, FALSE);
}

static void
check_unsaid(const struct cc_check *check, const struct unsaid *unsaid)
{
	const struct cc_norm norm = norm_of(unsaid->test);
	g_autofree char *units = NULL;

	if (!is_far(unsaid, &norm))
		return;
	units = fitting_units(unsaid, &norm);
	if (*units != '\0')
		cc_diag(check->diags, CC_W352, unsaid->pos, unsaid->code,
		    unsaid->test->unit, units);
}

static void
add_value(GArray *list, GHashTable *places, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const struct cc_term *test = value->term;
	const bool panel = value->code != NULL;
	g_autofree char *key = NULL;
	struct unsaid *unsaid;
	gpointer place;

	if (test == NULL || test->unit == NULL || value->unit != NULL ||
	    fact->unit != NULL || value->written == NULL ||
	    value->limit != CC_LIMIT_NONE)
		return;
	key = g_strdup_printf("%zu %s", fact->patient, test->code);
	if (!g_hash_table_lookup_extended(places, key, NULL, &place)) {
		const struct unsaid first = {test,
		    panel ? value->pos : fact->pos,
		    panel ? value->code : fact->code, value->number,
		    value->number};

		g_hash_table_insert(
		    places, g_steal_pointer(&key), GUINT_TO_POINTER(list->len));
		g_array_append_val(list, first);
		return;
	}
	unsaid = &g_array_index(list, struct unsaid, GPOINTER_TO_UINT(place));
	unsaid->least = fmin(unsaid->least, value->number);
	unsaid->most = fmax(unsaid->most, value->number);
}

void
cc_rule_units_unsaid(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autoptr(GArray) list =
	    g_array_new(FALSE, FALSE, sizeof(struct unsaid));
	g_autoptr(GHashTable) places =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_LESION)
			continue;
		for (size_t v = 0; v < fact->value_count; v++)
			add_value(list, places, fact, &fact->values[v]);
	}
	for (guint i = 0; i < list->len; i++)
		check_unsaid(check, &g_array_index(list, struct unsaid, i));
}
