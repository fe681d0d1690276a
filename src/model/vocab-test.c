/* What an entry of a test has of its own: units, ranges, compartments. */
#include "model/vocab-data.h"

#include "base/number.h"
#include "model/closed.h"
#include "xml/template.h"

#include <math.h>
#include <string.h>

static void
read_pair(struct cc_vocab_reading *reading, const struct cc_element *element,
    const char *low_name, const char *high_name, double *low, double *high)
{
	cc_template_number(element, low_name, low, reading->diags);
	cc_template_number(element, high_name, high, reading->diags);
	if (*low > *high)
		cc_diag(reading->diags, CC_E325,
		    cc_element_attribute(element, low_name)->pos,
		    cc_element_value(element, low_name),
		    cc_element_value(element, high_name));
}

static void
read_units(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	struct cc_vocab *vocab = reading->vocab;

	term->units.item = cc_arena_new_array(
	    &vocab->arena, struct cc_unit, cc_term_count(element, "unit"));
	for (const struct cc_element *e = element->first; e; e = e->next) {
		struct cc_unit *unit = &term->units.item[term->units.count];
		const char *text;
		const struct cc_attribute *written =
		    cc_element_attribute(e, "factor");
		double factor = 0;

		if (strcmp(e->name, "unit") != 0)
			continue;
		cc_template_only(e, reading->diags, "factor", NULL);
		text = cc_term_text(e, CC_TERM_CODE_MAX, reading->diags);
		if ((written != NULL && !cc_template_number(e, "factor",
					    &factor, reading->diags)) ||
		    text == NULL)
			continue;
		if (written != NULL && factor <= 0) {
			cc_template_wrong(written, "above 0", reading->diags);
			continue;
		}
		*unit = (struct cc_unit){
		    cc_arena_strdup(&vocab->arena, text), factor};
		term->units.count++;
	}
}

static void
read_band(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_band *band)
{
	static const char *const sexes[] = {"female", "male"};
	struct cc_diags *diags = reading->diags;
	int sex = cc_term_choice(
	    reading, element, "sex", sexes, G_N_ELEMENTS(sexes), -1);

	*band = (struct cc_band){.sex = sex == 0   ? CC_SEX_FEMALE
	                                : sex == 1 ? CC_SEX_MALE
	                                           : CC_SEX_UNSAID,
	    .to = INFINITY,
	    .is = {NAN, NAN}};
	cc_template_only(
	    element, diags, "sex", "from", "to", "low", "high", NULL);
	cc_template_bare(element, diags);
	read_pair(reading, element, "from", "to", &band->from, &band->to);
	read_pair(
	    reading, element, "low", "high", &band->is.low, &band->is.high);
	if (isnan(band->is.low) && isnan(band->is.high))
		cc_diag(
		    diags, CC_E303, element->pos, element->name, "low or high");
}

static void
read_bands(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	term->bands = cc_arena_new_array(&reading->vocab->arena, struct cc_band,
	    cc_term_count(element, "range"));
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, "range") == 0)
			read_band(reading, e, &term->bands[term->band_count++]);
}

/* Seven digits at most, a hyphen, and the check digit (Luhn, mod 10). */
static bool
is_loinc(const char *text)
{
	size_t digits = strspn(text, "0123456789");
	int sum = 0;

	if (digits == 0 || digits > 7 || text[digits] != '-' ||
	    !g_ascii_isdigit(text[digits + 1]) || text[digits + 2] != '\0')
		return false;
	for (size_t i = 0; i < digits; i++) {
		int digit = text[digits - 1 - i] - '0';

		if (i % 2 == 0)
			digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
		sum += digit;
	}
	return (sum + text[digits + 1] - '0') % 10 == 0;
}

void
cc_term_test(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	const struct cc_attribute *loinc =
	    cc_element_attribute(element, "loinc");
	const struct cc_attribute *group =
	    cc_element_attribute(element, "group");
	size_t parts = cc_term_count(element, "part");
	struct cc_diags *diags = reading->diags;

	cc_template_need(element, "unit", diags);
	read_pair(
	    reading, element, "low", "high", &term->low[0], &term->high[0]);
	read_pair(reading, element, "low-female", "high-female", &term->low[1],
	    &term->high[1]);
	read_pair(reading, element, "low-male", "high-male", &term->low[2],
	    &term->high[2]);
	read_pair(reading, element, "least", "most", &term->least, &term->most);
	read_units(reading, element, term);
	read_bands(reading, element, term);
	if (loinc != NULL && !is_loinc(loinc->value))
		cc_template_wrong(loinc,
		    "a LOINC code (its last digit is a check digit)", diags);
	/* A compartment is called by its part of the track that it shares. */
	if (group != NULL && parts == 0)
		cc_diag(diags, CC_E303, element->pos, element->name,
		    "a <part> beside group");
	if (group == NULL && parts > 0)
		cc_template_need(element, "group", diags);
}
