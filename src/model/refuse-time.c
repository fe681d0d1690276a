/* A time that is said in pieces: start="2021-04" end="2021-07", or a date
 * beside ongoing="yes". Each is refused once, with the time that they are
 * together. */
#include "model/foreign.h"
#include "model/misfit.h"

#include "base/time-guess.h"

#include <string.h>

char *
cc_misfit_time(const struct cc_misfit *misfit, const char *text)
{
	const struct cc_reading *reading = misfit->reading;
	g_autoptr(GString) guess = g_string_new(NULL);
	struct cc_diags deaf = CC_DIAGS_DEAF;
	struct cc_time read;

	if (cc_time_read(
		reading->arena, text, (struct cc_pos){0}, &read, &deaf))
		return g_strdup(text);
	if (!cc_time_guess(text, reading->course->clock, true, guess) ||
	    strstr(guess->str, " or ") != NULL ||
	    strchr(guess->str, ',') != NULL)
		return NULL;
	return g_strdup(guess->str);
}

bool
cc_misfit_reason(
    const struct cc_misfit *misfit, const struct cc_attribute *attribute)
{
	const char *value = attribute->value;
	g_autofree char *text = NULL, *time = NULL;

	if (!cc_foreign_end(attribute->name) ||
	    !cc_owner_has(&misfit->here, "stop-because") || value[0] == '\0' ||
	    g_ascii_isdigit(value[0]))
		return false;
	text = g_strdup_printf("%s/%s",
	    misfit->reading->course->clock == CC_CLOCK_DATE ? "1900" : "-99",
	    value);
	time = cc_misfit_time(misfit, text);
	return time == NULL;
}

/* A start, an end, or that it goes on. */
static bool
is_bound(const struct cc_misfit *misfit, const struct cc_attribute *attribute)
{
	const char *name = attribute->name;

	return (cc_foreign_start(name) || cc_foreign_end(name) ||
		   cc_foreign_going(name)) &&
	       !cc_owner_has(&misfit->here, name) &&
	       !cc_misfit_reason(misfit, attribute);
}

/* The time by another name, which has bounds beside it. */
static bool
is_bounded(const struct cc_misfit *misfit, const struct cc_attribute *attribute)
{
	const struct cc_element *element = misfit->element;

	if (g_strcmp0(cc_foreign_attribute(attribute->name), "time") != 0 ||
	    cc_owner_has(&misfit->here, attribute->name))
		return false;
	for (size_t i = 0; i < element->attribute_count; i++)
		if (is_bound(misfit, &element->attributes[i]))
			return true;
	return false;
}

bool
cc_misfit_piece(
    const struct cc_misfit *misfit, const struct cc_attribute *attribute)
{
	return cc_owner_has(&misfit->here, "time") &&
	       (is_bound(misfit, attribute) || is_bounded(misfit, attribute));
}

static const char *
value_of(const struct cc_misfit *misfit, bool (*is)(const char *))
{
	const struct cc_element *element = misfit->element;

	for (size_t i = 0; i < element->attribute_count; i++)
		if (is(element->attributes[i].name) &&
		    is_bound(misfit, &element->attributes[i]))
			return element->attributes[i].value;
	return NULL;
}

/* ongoing="yes" */
static bool
goes_on(const struct cc_misfit *misfit)
{
	const char *going = value_of(misfit, cc_foreign_going);

	return going != NULL &&
	       g_strcmp0(cc_foreign_same(&cc_closed_yes, going), "yes") == 0;
}

bool
cc_misfit_first(const struct cc_misfit *misfit)
{
	const struct cc_element *element = misfit->element;

	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *other = &element->attributes[i];

		if (other == misfit->attribute)
			return true;
		if (cc_misfit_piece(misfit, other))
			return false;
	}
	return true;
}

#define GOES_ON ".." /* the end of what does */

/* The time, by whichever name, that stands beside pieces of one. */
static const struct cc_attribute *
time_there(const struct cc_element *element)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const char *name = element->attributes[i].name;

		if (strcmp(name, "time") == 0 ||
		    g_strcmp0(cc_foreign_attribute(name), "time") == 0)
			return &element->attributes[i];
	}
	return NULL;
}

/* 2021-04/2021-07 for start="2021-04" end="2021-07"; owned by the caller.
 * *legal: it is a time; else what is wrong is told where it is read. */
static char *
join_pieces(const struct cc_misfit *misfit, bool *legal)
{
	const struct cc_attribute *time = time_there(misfit->element);
	const char *start = value_of(misfit, cc_foreign_start);
	const char *end = value_of(misfit, cc_foreign_end);
	g_autofree char *text = NULL, *words = NULL, *there = NULL;
	char *found;

	if (start == NULL && time != NULL)
		start = there =
		    g_strndup(time->value, strcspn(time->value, "/"));
	if (end == NULL && goes_on(misfit))
		end = GOES_ON;
	text = g_strdup_printf(
	    "%s/%s", start != NULL ? start : "", end != NULL ? end : "");
	*legal = true;
	found = cc_misfit_time(misfit, text);
	if (found != NULL)
		return found;
	words = g_strdup_printf("%s to %s", start != NULL ? start : "unknown",
	    end != NULL ? end : "unknown");
	found = cc_misfit_time(misfit, words);
	*legal = found != NULL;
	return found != NULL ? found : g_steal_pointer(&text);
}

char *
cc_misfit_pieces(const struct cc_misfit *misfit, char **time)
{
	const struct cc_attribute *there = time_there(misfit->element);
	const char *slash = there != NULL ? strchr(there->value, '/') : NULL;
	bool legal;

	*time = NULL;
	if (slash != NULL && slash[1] != '\0')
		return g_strdup_printf(
		    "; leave it out, %s has both ends", there->name);
	*time = join_pieces(misfit, &legal);
	return g_strdup_printf(
	    "; write time=\"%s\"", legal ? *time : "start/end");
}
