#include "words/language.h"
#include "words/prose.h"

#include "base/number.h"

#include <stdarg.h>
#include <string.h>

#define FILLS_MAX 8

const char *
cc_words_take(const struct cc_words_in *in, GString *text)
{
	const char *copy = cc_arena_strndup(in->arena, text->str, text->len);

	g_string_free(text, TRUE);
	return copy;
}

void
cc_words_append_mark(
    const struct cc_words_in *in, GString *to, enum cc_message message)
{
	const char *mark = cc_say(in, message);
	const char *rest = g_utf8_next_char(mark);
	const size_t length = (size_t)(rest - mark);

	/* An abbreviation ends a sentence with its own. */
	if (to->len >= length &&
	    memcmp(to->str + to->len - length, mark, length) == 0)
		mark = rest;
	g_string_append(to, mark);
}

static bool
is_han(gunichar c)
{
	return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

/* Letters and digits that Chinese typography sets apart from its own. */
static bool
is_western(gunichar c)
{
	return g_unichar_isalnum(c) && !is_han(c);
}

/* Text in the making: its room was found before. */
struct line {
	char *start, *end;
};

/* With a space where Chinese meets Latin letters or digits. */
static void
append_spaced(struct line *to, const char *text, size_t length)
{
	gunichar before, after;

	if (length == 0)
		return;
	/* Latin beside Latin is decided by the bytes alone. */
	if (to->end > to->start && ((to->end[-1] | *text) & 0x80) != 0) {
		before =
		    g_utf8_get_char(g_utf8_find_prev_char(to->start, to->end));
		after = g_utf8_get_char(text);
		if ((is_han(before) && is_western(after)) ||
		    (is_western(before) && is_han(after)))
			*to->end++ = ' ';
	}
	memcpy(to->end, text, length);
	to->end += length;
}

#define NUMBER_MAX 11 /* digits of an int, and its sign */

/* The most bytes that a message takes when it is filled, with a space on both
 * sides of every place. */
static size_t
room_for(
    size_t length, size_t places, const struct cc_fill *fills, size_t count)
{
	size_t longest = 0;

	for (size_t i = 0; i < count && places > 0; i++)
		longest = MAX(longest,
		    fills[i].text != NULL ? strlen(fills[i].text) : NUMBER_MAX);
	return length + places * (longest + 2) + 1;
}

static const char *
text_of(const struct cc_words_in *in, const struct cc_fill *fill)
{
	return fill->text != NULL ? fill->text
	                          : cc_number_whole(in->arena, fill->number);
}

/* What fills the place of this name, which ends with a brace; *end is behind
 * that. NULL: it is none, or nobody fills it. */
static const struct cc_fill *
find_fill(const char *name, const struct cc_fill *fills, size_t count,
    const char **end)
{
	for (size_t i = 0; i < count; i++) {
		const char *a = name, *b = fills[i].name;

		while (*b != '\0' && *a == *b)
			a++, b++;
		if (*b == '\0' && *a == '}') {
			*end = a + 1;
			return &fills[i];
		}
	}
	return NULL;
}

const char *
cc_say_filled(const struct cc_words_in *in, enum cc_message message,
    const struct cc_fill *fills, size_t count)
{
	const struct cc_message_forms *forms =
	    cc_language_forms(in->language, message);
	const char *text, *place, *end = NULL;
	const struct cc_fill *n;
	struct line to;

	if (forms == NULL)
		return cc_message_id(message);
	n = forms->one != NULL ? find_fill("n}", fills, count, &end) : NULL;
	text = n != NULL && strcmp(text_of(in, n), "1") == 0 ? forms->one
	                                                     : forms->other;
	place = text;
	to.start = to.end = cc_arena_new_room(in->arena, char,
	    room_for(forms->length, forms->places, fills, count));
	while (*place != '\0') {
		const struct cc_fill *fill =
		    *place == '{' ? find_fill(place + 1, fills, count, &end)
				  : NULL;
		const char *value;

		/* What nobody fills stays as it is written. */
		if (fill == NULL) {
			place++;
			continue;
		}
		append_spaced(&to, text, (size_t)(place - text));
		value = text_of(in, fill);
		append_spaced(&to, value, strlen(value));
		place = text = end;
	}
	append_spaced(&to, text, (size_t)(place - text));
	*to.end = '\0';
	return to.start;
}

const char *
cc_say(const struct cc_words_in *in, enum cc_message message)
{
	const struct cc_message_forms *forms =
	    cc_language_forms(in->language, message);

	return forms != NULL ? forms->other : cc_message_id(message);
}

const char *
cc_say_with(const struct cc_words_in *in, enum cc_message message, ...)
{
	struct cc_fill fills[FILLS_MAX];
	size_t count = 0;
	const char *name, *text;
	va_list args;

	va_start(args, message);
	while ((name = va_arg(args, const char *)) != NULL) {
		text = va_arg(args, const char *);
		if (text == NULL)
			continue;
		g_assert(count < FILLS_MAX);
		fills[count++] = (struct cc_fill){name, text, 0};
	}
	va_end(args);
	return cc_say_filled(in, message, fills, count);
}

const char *
cc_say_count(const struct cc_words_in *in, enum cc_message message, int n)
{
	const struct cc_fill fill = {"n", .number = n};

	return cc_say_filled(in, message, &fill, 1);
}

const char *
cc_line_text(const struct cc_words_in *in, int number)
{
	static const enum cc_message numerals[] = {
	    CC_MSG_NUMERAL_1,
	    CC_MSG_NUMERAL_2,
	    CC_MSG_NUMERAL_3,
	    CC_MSG_NUMERAL_4,
	    CC_MSG_NUMERAL_5,
	    CC_MSG_NUMERAL_6,
	    CC_MSG_NUMERAL_7,
	    CC_MSG_NUMERAL_8,
	    CC_MSG_NUMERAL_9,
	    CC_MSG_NUMERAL_10,
	};

	if (number < 1 || number > (int)G_N_ELEMENTS(numerals))
		return cc_say_count(in, CC_MSG_LINE_MANY, number);
	return cc_say_with(
	    in, CC_MSG_LINE_N, "n", cc_say(in, numerals[number - 1]), NULL);
}
