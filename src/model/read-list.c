/* Series in short: "2020-03-17 684; 2020-04-14 <120", in the text of the
 * element or in the rows of a file. People part the values with commas, too,
 * and a time from its value with a colon: "2020-03-17: 684, 2020-04-14: 120";
 * in Chinese with the signs of that script: "2020-03-17 684；2020-04-14 120".
 */
#include "model/read-list.h"

#include <math.h>
#include <string.h>

#define NOT_DETECTED "n/d"

void
cc_list_value(struct cc_reading *reading, const struct cc_element *element,
    struct cc_value *value, struct cc_cell time, struct cc_cell number)
{
	const struct cc_time_place place = {
	    .pos = time.pos,
	    .clock = reading->course->clock,
	    .anchored = cc_element_attribute(element, "since") != NULL,
	};
	struct cc_diags deaf = CC_DIAGS_DEAF;
	int result;

	*value = (struct cc_value){
	    .number = NAN, .low = NAN, .high = NAN, .pos = number.pos};
	if (!cc_time_read_at(reading->arena, time.text, &place,
		&value->when.time, reading->clockless ? &deaf : reading->diags))
		value->when.time = (struct cc_time){.pos = time.pos};
	if (g_ascii_strcasecmp(number.text, NOT_DETECTED) == 0)
		value->result = CC_RESULT_NOT_DETECTED;
	else if (cc_closed_find(&cc_closed_result, number.text, &result))
		value->result = (enum cc_result)result;
	else
		cc_read_value_text(
		    reading, element, number.text, number.pos, value);
}

/* ---- the text of an element ---- */

/* Where a stretch of an element's text is written: one reference, &lt;, is one
 * letter of the text. */
static struct cc_pos
text_place(const struct cc_element *element, size_t at, size_t length)
{
	struct cc_pos pos = element->text_pos;
	const char *p = pos.source->bytes + pos.at;
	const char *end = pos.source->bytes + pos.source->length, *from = p;

	for (size_t i = 0; i < at + length && p < end; i++) {
		if (i == at)
			from = p;
		if (*p == '\r' && p + 1 < end && p[1] == '\n')
			p++;
		if (*p == '&')
			while (p + 1 < end && *p != ';')
				p++;
		p++;
	}
	pos.at = (uint32_t)(from - pos.source->bytes);
	pos.length = (uint32_t)(p - from);
	return pos;
}

/* A sign as its bytes: of Latin script and of Chinese. */
static const char *const blanks[] = {
    " ", "\t", "\r", "\n", "\u00a0", "\u3000", NULL};
static const char *const colons[] = {":", "=", "：", NULL};
static const char *const marks[] = {";", "\n", "；", "，", "、", NULL};

/* The bytes of the sign of a set that stands here; 0: none does. */
static size_t
sign_length(const char *p, const char *const *set)
{
	for (; *set != NULL; set++)
		if (g_str_has_prefix(p, *set))
			return strlen(*set);
	return 0;
}

/* What parts entries; a comma within a number has no blank behind it. */
static size_t
mark_length(const char *p)
{
	if (*p == ',')
		return p[1] == '\0' || sign_length(p + 1, blanks) > 0;
	return sign_length(p, marks);
}

static const char *
skip(const char *p, const char *end, const char *const *set)
{
	for (size_t length; p < end && (length = sign_length(p, set)) > 0;)
		p += length;
	return p;
}

/* Without the blanks behind it. */
static struct cc_cell
cell_of(struct cc_reading *reading, const struct cc_element *element,
    const char *from, const char *end)
{
	const char *last = from;

	for (const char *p = from; p < end; p = g_utf8_next_char(p))
		if (sign_length(p, blanks) == 0)
			last = g_utf8_next_char(p);
	return (struct cc_cell){
	    cc_arena_strndup(reading->arena, from, (size_t)(last - from)),
	    text_place(element, (size_t)(from - element->text),
		(size_t)(last - from))};
}

/* Where the time of an entry ends: before its colon, else before its first
 * blank; the colon of an hour has none behind it. */
static const char *
time_end(const char *from, const char *end)
{
	const char *p = from;

	for (; p < end; p = g_utf8_next_char(p)) {
		size_t colon = sign_length(p, colons);

		if (colon > 1 ||
		    (colon == 1 && sign_length(p + colon, blanks) > 0))
			return p;
	}
	for (p = from; p < end && sign_length(p, blanks) == 0;)
		p = g_utf8_next_char(p);
	return p;
}

/* "2020-03-17 684" */
static bool
read_entry(struct cc_reading *reading, const struct cc_element *element,
    const char *from, const char *end, struct cc_value *value)
{
	const char *gap, *number;

	from = skip(from, end, blanks);
	if (from >= end)
		return false;
	gap = time_end(from, end);
	number = skip(gap, end, blanks);
	number = skip(skip(number, end, colons), end, blanks);
	if (number >= end) {
		struct cc_cell cell = cell_of(reading, element, from, end);

		cc_diag(reading->diags, CC_E377, cell.pos, cell.text);
		return false;
	}
	cc_list_value(reading, element, value,
	    cell_of(reading, element, from, gap),
	    cell_of(reading, element, number, end));
	return true;
}

static struct cc_list
read_text(struct cc_reading *reading, const struct cc_element *element)
{
	const char *p = element->text;
	struct cc_list list = {0};
	size_t room = 1;

	for (const char *q = p; *q != '\0'; q++)
		room += mark_length(q) > 0;
	list.value = cc_arena_new_array(reading->arena, struct cc_value, room);
	while (*p != '\0') {
		const char *end = p;

		while (*end != '\0' && mark_length(end) == 0)
			end++;
		list.count += read_entry(
		    reading, element, p, end, &list.value[list.count]);
		p = end + mark_length(end);
	}
	return list;
}

/* ---- a series ---- */

static void
add_list(struct cc_reading *reading, struct cc_fact *series,
    const struct cc_list *list)
{
	size_t count = list->count + series->value_count;
	struct cc_value *all =
	    cc_arena_new_array(reading->arena, struct cc_value, count);

	for (size_t i = 0; i < count; i++)
		all[i] = i < list->count ? list->value[i]
		                         : series->values[i - list->count];
	series->values = all;
	series->value_count = count;
}

void
cc_read_lists(struct cc_reading *reading, const struct cc_element *element,
    struct cc_fact *series)
{
	struct cc_list list = {0};

	if (series->source_file != NULL) {
		list = cc_read_table(reading, element, series);
		add_list(reading, series, &list);
	} else if (series->columns != NULL) {
		cc_diag(reading->diags, CC_E303, series->pos, element->name,
		    "src=\"...\", the file that has these columns");
	}
	if (*element->text == '\0')
		return;
	list = read_text(reading, element);
	add_list(reading, series, &list);
}
