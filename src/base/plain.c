#include "base/plain.h"

#include <string.h>

/* Between letters and digits these part words or say nothing; at an end they
 * mean something: -7, 17p-, MRD-. */
static bool
is_joint(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	if (c < 0x80)
		return c != 0 && strchr(" -_:/.,\t\n", (int)c) != NULL;
	return type == G_UNICODE_SPACE_SEPARATOR ||
	       type == G_UNICODE_DASH_PUNCTUATION || c == 0x2212 || c == 0xB7 ||
	       c == 0x30FB;
}

/* Said as well without: del(17p), Hodgkin's. */
static bool
is_dropped(gunichar c)
{
	return c == '(' || c == ')' || c == '\'' || c == 0x2019 ||
	       g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK ||
	       g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* Letters whose names are written for them. */
static const char *
letter_name(gunichar c)
{
	switch (c) {
	case 0x3B1:
		return "alfa";
	case 0x3B2:
		return "beta";
	case 0x3B3:
		return "gamma";
	case 0x3B4:
		return "delta";
	case 0x3BA:
		return "kappa";
	case 0x3BB:
		return "lambda";
	default:
		return NULL;
	}
}

/* What follows on a letter that British and American English, or older and
 * newer names, spell in two ways, and how it is spelt here. */
static const struct {
	const char *written, *plain;
} spellings[] = {
    {"ae", "e"},   /* haematoma */
    {"oe", "e"},   /* oedema */
    {"our", "or"}, /* tumour */
    {"ph", "f"},   /* sulphasalazine, interferon alpha */
    {"iz", "is"},  /* mobilization */
    {"yz", "ys"},  /* dialyze */
};

/* Of letters without capitals and accents; only forwards, so that a word is
 * spelt alike wherever it stands. */
static void
spell(GString *to, const char *letters)
{
	while (*letters != '\0') {
		size_t i = 0;

		while (i < G_N_ELEMENTS(spellings) &&
		       !g_str_has_prefix(letters, spellings[i].written))
			i++;
		if (i == G_N_ELEMENTS(spellings)) {
			g_string_append_c(to, *letters++);
			continue;
		}
		g_string_append(to, spellings[i].plain);
		letters += strlen(spellings[i].written);
	}
}

/* Platelets are a platelet; sepsis and virus are what they are. */
#define PLURAL_LEAST 5 /* [bytes] */

static void
drop_plural(GString *word)
{
	const char *end = word->str + word->len;

	if (word->len < PLURAL_LEAST || end[-1] != 's' ||
	    !g_ascii_isalpha(end[-2]) || strchr("siu", end[-2]) != NULL)
		return;
	g_string_truncate(word, word->len - 1);
}

static void
append_letter(GString *to, gunichar c)
{
	const char *name = letter_name(c);

	if (name != NULL)
		g_string_append(to, name);
	else
		g_string_append_unichar(to, c);
}

/* Without capitals, accents and full width apart from their letters. */
static char *
apart_of(const char *word)
{
	g_autofree char *valid = NULL, *folded = NULL;

	if (g_str_is_ascii(word))
		return g_ascii_strdown(word, -1);
	valid = g_utf8_make_valid(word, -1);
	folded = g_utf8_casefold(valid, -1);
	return g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
}

/* Its letters: no capitals, no accents, nothing between them. */
static char *
letters_of(const char *word)
{
	g_autofree char *apart = apart_of(word);
	GString *to = g_string_sized_new(strlen(word) + 1);

	for (const char *p = apart; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		const char *next = g_utf8_next_char(p);

		if ((c == '\'' || c == 0x2019) && *next == 's')
			p = next; /* the genitive goes as a whole */
		else if (is_dropped(c) ||
			 (is_joint(c) && to->len > 0 && *next != '\0'))
			continue;
		else
			append_letter(to, c);
	}
	return g_string_free(to, FALSE);
}

char *
cc_plain(const char *word)
{
	g_autofree char *letters = letters_of(word);
	GString *to = g_string_sized_new(strlen(letters) + 1);

	spell(to, letters);
	drop_plural(to);
	return g_string_free(to, FALSE);
}

char *
cc_plain_german(const char *word)
{
	g_autofree char *whole = NULL;
	g_autoptr(GString) spelt = NULL;
	bool german = false;

	if (g_str_is_ascii(word))
		return NULL;
	whole = g_utf8_normalize(word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	spelt = g_string_new(NULL);
	for (const char *p = whole; p != NULL && *p != '\0';
	     p = g_utf8_next_char(p)) {
		gunichar c = g_unichar_tolower(g_utf8_get_char(p));

		g_string_append_unichar(spelt, c == 0xE4   ? 'a'
					       : c == 0xF6 ? 'o'
					       : c == 0xFC ? 'u'
							   : c);
		if (c != 0xE4 && c != 0xF6 && c != 0xFC)
			continue;
		g_string_append_c(spelt, 'e');
		german = true;
	}
	return german ? cc_plain(spelt->str) : NULL;
}

GStrv
cc_plain_words(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	GStrvBuilder *words = g_strv_builder_new();
	g_autoptr(GString) word = g_string_new(NULL);
	GStrv list;

	for (const char *p = valid;; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c != '\0' && (g_unichar_isalnum(c) || g_unichar_ismark(c) ||
				     is_dropped(c) || c == '+')) {
			g_string_append_unichar(word, c);
			continue;
		}
		if (word->len > 0) {
			g_autofree char *plain = cc_plain(word->str);

			g_strv_builder_add(words, plain);
		}
		g_string_truncate(word, 0);
		if (c == '\0')
			break;
	}
	list = g_strv_builder_end(words);
	g_strv_builder_unref(words);
	return list;
}
