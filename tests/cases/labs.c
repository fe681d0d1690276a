/* Curves of tests that follow the disease. */
#include "course.h"

#include <string.h>

/* 10^(i/20) in thousandths: a decade in twenty steps, without libm. */
static const int decade[] = {1000, 1122, 1259, 1413, 1585, 1778, 1995, 2239,
    2512, 2818, 3162, 3548, 3981, 4467, 5012, 5623, 6310, 7079, 7943, 8913};

/* Between quiet and active as the level says; by equal ratios where the
 * scale is logarithmic. */
static int64_t
value_at(const struct cc_assay *assay, int level)
{
	int64_t low = MIN(assay->quiet, assay->active), top;
	const int64_t high = MAX(assay->quiet, assay->active);
	int steps = 0, at;

	if (!assay->log)
		return assay->quiet +
		       (assay->active - assay->quiet) * level / 1000;
	for (top = low; top < high; top = top * 1122 / 1000 + 1)
		steps++;
	at = steps * (assay->active > assay->quiet ? level : 1000 - level) /
	     1000;
	for (; at >= 20; at -= 20)
		low *= 10;
	return low * decade[at] / 1000;
}

static int64_t
reading(struct cc_course *course, const struct cc_assay *assay, int64_t at)
{
	const int64_t value = value_at(assay, cc_course_level(course, at));
	const int noise = (int)cc_random_between(
	    &course->random, -assay->noise, assay->noise);

	return MAX(value + value / 100 * noise, 0);
}

static void
number_attribute(struct cc_course *course, const char *name, int64_t number)
{
	g_autoptr(GString) text = g_string_new(NULL);

	cc_course_number(text, number);
	cc_out_attribute(&course->out, name, text->str);
}

static void
measured(struct cc_course *course, const struct cc_assay *assay, int64_t value)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (value < assay->limit) {
		number_attribute(course, "below", assay->limit);
		cc_out_close(&course->out);
		return;
	}
	cc_course_number(text, value);
	cc_out_content(&course->out, text->str);
}

static const struct cc_assay *
assay_at(const struct cc_course *course, int index)
{
	int own = 0;

	while (course->profile->assays[own].code != NULL)
		own++;
	return index < own ? &course->profile->assays[index]
	                   : &cc_common_assays[index - own];
}

/* A common test that the disease has as one of its own. */
static bool
assay_again(const struct cc_course *course, const struct cc_assay *assay)
{
	const struct cc_assay *own = course->profile->assays;

	for (; own->code != NULL && own != assay; own++)
		if (strcmp(own->code, assay->code) == 0)
			return true;
	return false;
}

static int
assay_count(const struct cc_course *course)
{
	int count = 0;

	for (int i = 0; course->profile->assays[i].code != NULL; i++)
		count++;
	for (int i = 0; cc_common_assays[i].code != NULL; i++)
		count++;
	return count;
}

void
cc_course_panel(struct cc_course *course, int64_t at)
{
	const int count = (int)cc_random_between(&course->random, 2, 7);
	int index = cc_random_below(&course->random, 4);

	cc_course_fact(course, "panel", NULL);
	cc_course_moment(course, at);
	for (int i = 0; i < count && index < assay_count(course); i++) {
		const struct cc_assay *assay = assay_at(course, index);

		if (assay_again(course, assay))
			assay = assay_at(course, 0);
		cc_out_open(&course->out, "value");
		cc_out_attribute(&course->out, "code", assay->code);
		cc_out_attribute(&course->out, "unit", assay->unit);
		measured(course, assay, reading(course, assay, at));
		index += 1 + cc_random_below(&course->random, 3);
	}
	cc_out_close(&course->out);
}

static void
range(struct cc_course *course, const struct cc_assay *assay)
{
	if (assay->low < 0 && assay->high < 0)
		return;
	cc_out_open(&course->out, "range");
	if (assay->low >= 0)
		number_attribute(course, "low", assay->low);
	if (assay->high >= 0)
		number_attribute(course, "high", assay->high);
	cc_out_close(&course->out);
}

/* A target that changes half way. */
static void
targets(struct cc_course *course, const struct cc_assay *assay)
{
	const int64_t half =
	    course->diagnosis + (course->end - course->diagnosis) / 2;

	for (int i = 0; i < 2; i++) {
		cc_out_open(&course->out, "range");
		if (i == 0)
			cc_course_span(course, course->diagnosis, half);
		else
			cc_course_span(course, half + 1, course->end);
		if (assay->low >= 0)
			number_attribute(course, "low", assay->low / (i + 1));
		number_attribute(course, "high", assay->high / (i + 1));
		cc_out_close(&course->out);
	}
}

static void
series(struct cc_course *course, const struct cc_assay *assay, int values)
{
	const int64_t span = course->end - course->diagnosis;
	int64_t at = course->diagnosis;

	cc_course_fact(course, "series", assay->code);
	cc_out_attribute(&course->out, "unit", assay->unit);
	if (assay->log && cc_random_chance(&course->random, 70))
		cc_out_attribute(&course->out, "scale", "log");
	if (cc_random_chance(&course->random, 15))
		cc_out_attribute(&course->out, "key", "yes");
	if (assay->high > 0 && cc_random_chance(&course->random, 8))
		targets(course, assay);
	else if (cc_random_chance(&course->random, 60))
		range(course, assay);
	for (int i = 0; i < values && at <= course->end; i++) {
		cc_out_open(&course->out, "value");
		cc_course_moment(course, at);
		measured(course, assay, reading(course, assay, at));
		/* Now and then two of one day, or a gap. */
		if (!cc_random_chance(&course->random, 4))
			at += cc_random_between(&course->random,
			    span / values / 3, span / values * 5 / 3);
	}
	cc_out_close(&course->out);
}

void
cc_course_labs(struct cc_course *course, int count, int values)
{
	const int all = assay_count(course);
	int index = cc_random_below(&course->random, 2);

	for (int i = 0; i < count && index < all; i++) {
		if (!assay_again(course, assay_at(course, index)))
			series(course, assay_at(course, index), values);
		index += 1 + cc_random_below(
				 &course->random, MAX(all / (count + 1), 1));
	}
}
