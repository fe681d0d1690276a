#include "words/language.h"

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

	/* Latin beside Latin is decided by the bytes alone. */
	if (length > 0 && to->end > to->start &&
	    ((to->end[-1] | *text) & 0x80) != 0) {
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

static const char *
fill_value(
    const struct cc_fill *fills, size_t count, const char *name, size_t length)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(fills[i].name, name, length) == 0 &&
		    fills[i].name[length] == '\0')
			return fills[i].value;
	return NULL;
}

/* A message up to and with its first place. */
struct part {
	size_t plain;      /* bytes before what fills the place */
	const char *value; /* of the place; NULL: there is none */
	size_t length;     /* of all, as it is written */
};

static struct part
first_part(const char *text, const struct cc_fill *fills, size_t count)
{
	struct part part = {.plain = strcspn(text, "{")};
	const char *place = text + part.plain;
	size_t name = *place == '{' ? strcspn(place, "}") : 0;

	if (name >= 2)
		part.value = fill_value(fills, count, place + 1, name - 1);
	/* A place that nobody fills stays as it is written. */
	if (part.value == NULL && name > 0)
		part.plain++;
	part.length = part.plain + (part.value != NULL ? name + 1 : 0);
	return part;
}

/* The most bytes that a message takes when it is filled. */
static size_t
room_for(const char *text, const struct cc_fill *fills, size_t count)
{
	size_t room = 1;

	for (struct part part; *text != '\0'; text += part.length) {
		part = first_part(text, fills, count);
		room += part.plain;
		/* And a space on both sides. */
		if (part.value != NULL)
			room += strlen(part.value) + 2;
	}
	return room;
}

const char *
cc_say_fills(const struct cc_words_in *in, enum cc_message message,
    const struct cc_fill *fills, size_t count)
{
	struct cc_message_forms forms =
	    cc_language_forms(in->language, message);
	const char *n = fill_value(fills, count, "n", 1);
	bool singular = forms.one != NULL && n != NULL && strcmp(n, "1") == 0;
	const char *text = singular ? forms.one : forms.other;
	struct line to;

	to.start = to.end =
	    cc_arena_alloc(in->arena, room_for(text, fills, count));
	for (struct part part; *text != '\0'; text += part.length) {
		part = first_part(text, fills, count);
		append_spaced(&to, text, part.plain);
		if (part.value != NULL)
			append_spaced(&to, part.value, strlen(part.value));
	}
	*to.end = '\0';
	return to.start;
}

const char *
cc_say(const struct cc_words_in *in, enum cc_message message)
{
	return cc_language_forms(in->language, message).other;
}

const char *
cc_say_with(const struct cc_words_in *in, enum cc_message message, ...)
{
	struct cc_fill fills[FILLS_MAX];
	size_t count = 0;
	const char *name;
	va_list args;

	va_start(args, message);
	while ((name = va_arg(args, const char *)) != NULL) {
		g_assert(count < FILLS_MAX);
		fills[count].name = name;
		fills[count++].value = va_arg(args, const char *);
	}
	va_end(args);
	return cc_say_fills(in, message, fills, count);
}

const char *
cc_say_count(const struct cc_words_in *in, enum cc_message message, int n)
{
	return cc_say_with(
	    in, message, "n", cc_number_whole(in->arena, n), NULL);
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
