/* Attributes that say when, and how long. */
#include "model/read.h"

#include "base/time-guess.h"

#include <string.h>

static bool
is_time(const struct cc_field_read *in, const char *text)
{
	struct cc_diags deaf = CC_DIAGS_DEAF;
	struct cc_time time;

	return cc_time_read(
	    in->reading->arena, text, (struct cc_pos){0}, &time, &deaf);
}

/* <response code="2021-08" time="VGPR"> */
bool
cc_field_exchanged(const struct cc_field_read *in)
{
	const struct cc_attribute *code =
	    cc_element_attribute(in->element, "code");
	const struct cc_attribute *time =
	    cc_element_attribute(in->element, "time");
	g_autoptr(GString) guess = NULL;

	if (code == NULL || time == NULL || *time->value == '\0' ||
	    !g_ascii_isdigit(*code->value) || !is_time(in, code->value) ||
	    is_time(in, time->value))
		return false;
	guess = g_string_new(NULL);
	return !cc_time_guess(time->value, CC_CLOCK_DATE, true, guess);
}

/* Times in an element count from what it, or what holds it, names. */
static bool
is_anchored(const struct cc_element *element)
{
	for (; element != NULL; element = element->parent)
		if (cc_element_attribute(element, "since") != NULL)
			return true;
	return false;
}

void
cc_field_read_time(const struct cc_field_read *in)
{
	struct cc_time *time = CC_AT(struct cc_time, in->to, in->field->at);
	struct cc_time_place place = {
	    .pos = in->attribute->pos,
	    .clock = in->reading->course->clock,
	    .anchored = is_anchored(in->element),
	};
	struct cc_diags deaf = CC_DIAGS_DEAF;

	if (cc_field_exchanged(in))
		cc_diag(in->reading->diags, CC_E345, in->attribute->pos,
		    in->attribute->value,
		    cc_element_attribute(in->element, "code")->value);
	else if (cc_time_read_at(in->reading->arena, in->attribute->value,
		     &place, time,
		     in->reading->clockless ? &deaf : in->reading->diags))
		return;
	/* No time, but a place: so that nobody asks for one again. */
	*time = (struct cc_time){.pos = in->attribute->pos};
}

static bool
is_period(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && digits <= 4 && text[0] != '0' &&
	       strlen(text) == digits + 1 &&
	       strchr("hdwmy", text[digits]) != NULL;
}

/* A number and one unit of time, 21d, 4w, or that in words: "3 weeks",
 * "monthly". */
void
cc_field_read_period(const struct cc_field_read *in)
{
	const char *text = in->attribute->value;
	char period[CC_TIME_HINT];

	if (is_period(text) ||
	    (cc_time_worded_period(text, period) && is_period(period)))
		*CC_AT(const char *, in->to, in->field->at) = cc_arena_strdup(
		    in->reading->arena, is_period(text) ? text : period);
	else
		cc_diag(in->reading->diags, CC_E333, in->attribute->pos, text,
		    cc_time_guess_period(text, period)
			? period
			: "a number and its unit, as 21d or 4w");
}
