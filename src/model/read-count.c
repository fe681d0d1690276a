/* Attributes that are whole numbers, and ages. */
#include "model/read.h"

#include "base/number-guess.h"

#include <string.h>

/* Larger than any real count of cycles or lines. */
#define COUNT_MAX 9999

/* PubMed's identifiers have eight digits so far. */
#define PMID_MAX 999999999

static void
refuse_whole(const struct cc_field_read *in, int most)
{
	const char *text = in->attribute->value;
	struct cc_number_guess guess = cc_number_guess(text);
	g_autofree char *hint = NULL;

	/* 6 cycles */
	if (guess.kind == CC_NUMBER_ONE && guess.sign == 0 &&
	    strlen(guess.number[0]) <= 4 &&
	    guess.number[0][strspn(guess.number[0], "0123456789")] == '\0' &&
	    guess.number[0][0] != '0')
		hint = g_strdup_printf("; write %s", guess.number[0]);
	cc_diag(in->reading->diags, CC_E311, in->attribute->pos, text, most,
	    hint != NULL ? hint : "");
}

/* Digits of a number from 1 to `most`, without a leading zero. */
static bool
whole_number(const struct cc_field_read *in, int most, int *number)
{
	const char *text = in->attribute->value;
	int64_t count = 0;

	for (const char *p = text; g_ascii_isdigit(*p) && count <= most; p++)
		count = count * 10 + (*p - '0');
	if (count < 1 || count > most || text[0] == '0' ||
	    text[strspn(text, "0123456789")] != '\0') {
		refuse_whole(in, most);
		return false;
	}
	*number = (int)count;
	return true;
}

void
cc_field_read_count(const struct cc_field_read *in)
{
	whole_number(in, COUNT_MAX, CC_AT(int, in->to, in->field->at));
}

void
cc_field_read_digits(const struct cc_field_read *in)
{
	int number;

	if (whole_number(in, PMID_MAX, &number))
		*CC_AT(const char *, in->to, in->field->at) =
		    cc_arena_strdup(in->reading->arena, in->attribute->value);
}

#define YEAR_DAYS 365.25

/* "61", or of the young "8m", "12d", "6w". */
void
cc_field_read_age(const struct cc_field_read *in)
{
	static const struct {
		char letter;
		double years;
	} units[] = {
	    {'y', 1},
	    {'m', 1.0 / 12},
	    {'w', 7 / YEAR_DAYS},
	    {'d', 1 / YEAR_DAYS},
	};
	const char *text = in->attribute->value;
	size_t digits = strspn(text, "0123456789");
	double *age = CC_AT(double, in->to, in->field->at);
	const char **written = CC_AT(const char *, in->to, in->field->also);

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (digits == 0 || digits > 4 || text[digits] == '\0' ||
		    text[digits] != units[i].letter ||
		    text[digits + 1] != '\0')
			continue;
		*age = (double)g_ascii_strtoull(text, NULL, 10) *
		       units[i].years;
		*written = cc_arena_strndup(in->reading->arena, text,
		    digits + (units[i].letter != 'y'));
		return;
	}
	cc_read_number(in->reading, in->element, in->attribute, age, written);
}

#define GESTATION_LEAST 20 /* [weeks] */
#define GESTATION_MOST 45

/* "34w", "34w2d". */
void
cc_field_read_gestation(const struct cc_field_read *in)
{
	const char *text = in->attribute->value;
	char *end;
	guint64 weeks = g_ascii_strtoull(text, &end, 10);
	bool days = end[0] == 'w' && end[1] >= '1' && end[1] <= '6' &&
	            end[2] == 'd' && end[3] == '\0';

	if (!g_ascii_isdigit(*text) || weeks < GESTATION_LEAST ||
	    weeks > GESTATION_MOST ||
	    (strcmp(end, "w") != 0 && !days)) {
		cc_diag(in->reading->diags, CC_E380, in->attribute->pos, text);
		return;
	}
	*CC_AT(const char *, in->to, in->field->at) =
	    cc_arena_strdup(in->reading->arena, text);
}
