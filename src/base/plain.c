#include "base/plain.h"

#include <string.h>

/* Between letters and digits these part words or say nothing; at an end they
 * mean something: -7, 17p-, MRD-. */
static bool
is_joint(gunichar c)
{
	GUnicodeType type;

	if (c < 0x80)
		return c != 0 && strchr(" -_:/.,\t\n", (int)c) != NULL;
	type = g_unichar_type(c);
	return type == G_UNICODE_SPACE_SEPARATOR ||
	       type == G_UNICODE_DASH_PUNCTUATION || c == 0x2212 || c == 0xB7 ||
	       c == 0x30FB;
}

/* Said as well without: del(17p), Hodgkin's. */
static bool
is_dropped(gunichar c)
{
	if (c < 0x80)
		return c == '(' || c == ')' || c == '\'';
	return c == 0x2019 || g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK ||
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

/* In place, of letters without capitals and accents; only forwards, so that a
 * word is spelt alike wherever it stands. */
static void
spell(char *letters)
{
	const char *from = letters;
	char *to = letters;

	while (*from != '\0') {
		size_t i = G_N_ELEMENTS(spellings);

		if (strchr("aoipy", *from) != NULL) /* with which one begins */
			for (i = 0; i < G_N_ELEMENTS(spellings); i++)
				if (g_str_has_prefix(
					from, spellings[i].written))
					break;
		if (i == G_N_ELEMENTS(spellings)) {
			*to++ = *from++;
			continue;
		}
		from += strlen(spellings[i].written);
		/* No end behind it: what is not read yet may begin there. */
		for (const char *p = spellings[i].plain; *p != '\0';)
			*to++ = *p++;
	}
	*to = '\0';
}

/* Platelets are a platelet, antibodies an antibody; sepsis and virus are what
 * they are. */
#define PLURAL_LEAST 5 /* [bytes] */

static void
drop_plural(char *word)
{
	size_t length = strlen(word);
	char *end = word + length;

	if (length < PLURAL_LEAST || end[-1] != 's' ||
	    !g_ascii_isalpha(end[-2]) || strchr("siu", end[-2]) != NULL)
		return;
	end[-1] = '\0';
	if (g_str_has_suffix(word, "ie"))
		strcpy(end - strlen("ies"), "y");
}

static void
append_letter(GString *to, gunichar c)
{
	const char *name = c < 0x80 ? NULL : letter_name(c);

	if (c < 0x80)
		g_string_append_c(to, (char)c);
	else if (name != NULL)
		g_string_append(to, name);
	else
		g_string_append_unichar(to, c);
}

/* Nothing but ASCII and Chinese signs, U+4000 to U+9FFF: most of the names. */
static bool
is_simple(const char *word)
{
	const guchar *p = (const guchar *)word;

	while (*p != '\0') {
		if (*p < 0x80)
			p++;
		else if (*p >= 0xE4 && *p <= 0xE9 && (p[1] & 0xC0) == 0x80 &&
			 (p[2] & 0xC0) == 0x80)
			p += 3;
		else
			return false;
	}
	return true;
}

/* Of ASCII and Chinese signs, byte by byte. */
static char *
simple_letters(const char *word)
{
	char *letters = g_malloc(strlen(word) + 1), *to = letters;

	for (const char *p = word; *p != '\0'; p++) {
		guchar c = (guchar)g_ascii_tolower(*p);

		if (c == '\'' && g_ascii_tolower(p[1]) == 's')
			p++; /* the genitive goes as a whole */
		else if (c >= 0x80 ||
			 !(is_dropped(c) ||
			     (is_joint(c) && to > letters && p[1] != '\0')))
			*to++ = (char)c;
	}
	*to = '\0';
	return letters;
}

/* Its letters: no capitals, no accents, nothing between them. */
static char *
letters_of(const char *word)
{
	g_autofree char *valid = NULL, *folded = NULL, *apart = NULL;
	GString *to;

	if (is_simple(word))
		return simple_letters(word);
	valid = g_utf8_make_valid(word, -1);
	folded = g_utf8_casefold(valid, -1);
	/* Accents and full width apart from their letters. */
	apart = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
	to = g_string_sized_new(strlen(word) + 1);
	for (const char *p = apart; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		const char *next = g_utf8_next_char(p);

		if ((c == '\'' || c == 0x2019) && *next == 's')
			p = next;
		else if (is_dropped(c) ||
			 (is_joint(c) && to->len > 0 && *next != '\0'))
			continue;
		else
			append_letter(to, c);
	}
	return g_string_free(to, FALSE);
}

/* Shorter ones are abbreviations: HAE is no HE, pH no F [bytes]. */
#define SPELLED_LEAST 5

char *
cc_plain(const char *word)
{
	char *plain = letters_of(word);

	if (strlen(plain) >= SPELLED_LEAST)
		spell(plain);
	drop_plural(plain);
	return plain;
}

char *
cc_plain_german(const char *word)
{
	g_autofree char *whole = NULL;
	g_autoptr(GString) spelt = NULL;
	bool german = false;

	if (is_simple(word))
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
