#include "model/dosing.h"

#include <glib.h>
#include <string.h>

#define COUNT_MOST 99

/* Digits of a number from 1 to COUNT_MOST; returns what follows, or NULL. */
static const char *
count_read(const char *text, int *count)
{
	const char *p = text;

	*count = 0;
	while (g_ascii_isdigit(*p) && *count <= COUNT_MOST)
		*count = *count * 10 + (*p++ - '0');
	return p > text && *text != '0' && *count <= COUNT_MOST ? p : NULL;
}

/* "4w" */
static const char *
period_end(const char *text)
{
	int count;
	const char *p = count_read(text, &count);

	return p != NULL && *p != '\0' && strchr("hdwm", *p) != NULL ? p + 1
	                                                             : NULL;
}

const char *
cc_schedule_off(const char *text)
{
	const char *on = period_end(text), *off;

	if (on == NULL || *on != '/')
		return NULL;
	off = period_end(on + 1);
	return off != NULL && *off == '\0' ? on + 1 : NULL;
}
