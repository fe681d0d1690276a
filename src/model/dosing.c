#include "model/dosing.h"

#include <glib.h>
#include <string.h>

/* The words of prescriptions: Latin, and what stands for it. */
static const struct {
	const char *word;
	struct cc_frequency is;
} words[] = {
    {"qd", {CC_FREQUENCY_TIMES, 1, 1, 'd'}},
    {"od", {CC_FREQUENCY_TIMES, 1, 1, 'd'}},
    {"daily", {CC_FREQUENCY_TIMES, 1, 1, 'd'}},
    {"bid", {CC_FREQUENCY_TIMES, 2, 1, 'd'}},
    {"bd", {CC_FREQUENCY_TIMES, 2, 1, 'd'}},
    {"tid", {CC_FREQUENCY_TIMES, 3, 1, 'd'}},
    {"tds", {CC_FREQUENCY_TIMES, 3, 1, 'd'}},
    {"qid", {CC_FREQUENCY_TIMES, 4, 1, 'd'}},
    {"qds", {CC_FREQUENCY_TIMES, 4, 1, 'd'}},
    {"qod", {CC_FREQUENCY_TIMES, 1, 2, 'd'}},
    {"qw", {CC_FREQUENCY_TIMES, 1, 1, 'w'}},
    {"weekly", {CC_FREQUENCY_TIMES, 1, 1, 'w'}},
    {"biw", {CC_FREQUENCY_TIMES, 2, 1, 'w'}},
    {"tiw", {CC_FREQUENCY_TIMES, 3, 1, 'w'}},
    {"qm", {CC_FREQUENCY_TIMES, 1, 1, 'm'}},
    {"monthly", {CC_FREQUENCY_TIMES, 1, 1, 'm'}},
    {"qn", {.how = CC_FREQUENCY_NIGHT}},
    {"hs", {.how = CC_FREQUENCY_NIGHT}},
    {"prn", {.how = CC_FREQUENCY_NEEDED}},
    {"once", {.how = CC_FREQUENCY_ONCE}},
    {"continuous", {.how = CC_FREQUENCY_CONTINUOUS}},
    {"ci", {.how = CC_FREQUENCY_CONTINUOUS}},
};

#define TIMES_MOST 99

/* Digits of a number from 1 to TIMES_MOST; returns what follows, or NULL. */
static const char *
count_read(const char *text, int *count)
{
	const char *p = text;

	*count = 0;
	while (g_ascii_isdigit(*p) && *count <= TIMES_MOST)
		*count = *count * 10 + (*p++ - '0');
	return p > text && *text != '0' && *count <= TIMES_MOST ? p : NULL;
}

/* "q8h", "q3w". */
static bool
every_read(const char *text, struct cc_frequency *frequency)
{
	const char *p;
	int per;

	if (g_ascii_tolower(text[0]) != 'q')
		return false;
	p = count_read(text + 1, &per);
	if (p == NULL || p[0] == '\0' || p[1] != '\0' ||
	    strchr("hdwm", g_ascii_tolower(p[0])) == NULL)
		return false;
	*frequency = (struct cc_frequency){
	    CC_FREQUENCY_TIMES, 1, per, g_ascii_tolower(p[0])};
	return true;
}

/* "2/week", "3/day". */
static bool
rate_read(const char *text, struct cc_frequency *frequency)
{
	static const struct {
		const char *word;
		char unit;
	} units[] = {{"d", 'd'}, {"day", 'd'}, {"w", 'w'}, {"wk", 'w'},
	    {"week", 'w'}, {"m", 'm'}, {"month", 'm'}};
	int times;
	const char *p = count_read(text, &times);

	if (p == NULL || *p != '/')
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (g_ascii_strcasecmp(p + 1, units[i].word) != 0)
			continue;
		*frequency = (struct cc_frequency){
		    CC_FREQUENCY_TIMES, times, 1, units[i].unit};
		return true;
	}
	return false;
}

bool
cc_frequency_read(const char *text, struct cc_frequency *frequency)
{
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (g_ascii_strcasecmp(words[i].word, text) != 0)
			continue;
		*frequency = words[i].is;
		return true;
	}
	return every_read(text, frequency) || rate_read(text, frequency);
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
