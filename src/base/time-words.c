/* The words and signs of times as people write them. */
#include "base/keyboard.h"
#include "base/time-guess.h"

#include <string.h>

/* Months by the beginning of their names, three letters at least. */
static const char *const months[][12] = {
    {"january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december"},
    {"januar", "februar", "märz", "april", "mai", "juni", "juli", "august",
	"september", "oktober", "november", "dezember"},
    {"jänner", "feber", "maerz", "april", "mai", "juni", "juli", "august",
	"september", "oktober", "november", "dezember"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
	"septembre", "octobre", "novembre", "décembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
	"septiembre", "octubre", "noviembre", "diciembre"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
	"agosto", "settembre", "ottobre", "novembre", "dicembre"},
};

#define MONTH_LETTERS_MIN 3

static const struct {
	const char *word;
	enum cc_time_sign sign;
	int value;
} words[] = {
    {"h", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"hr", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"hrs", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"hour", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"hours", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"stunde", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"stunden", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"d", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"day", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"days", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"tag", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"tage", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"tagen", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"w", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"wk", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"wks", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"week", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"weeks", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"woche", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"wochen", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"m", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"mo", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"mos", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"mth", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"mths", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"month", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"months", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"monat", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"monate", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"monaten", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"y", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"yr", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"yrs", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"year", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"years", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"jahr", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"jahre", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"jahren", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"early", CC_SIGN_PART, 0},
    {"beginning", CC_SIGN_PART, 0},
    {"start", CC_SIGN_PART, 0},
    {"anfang", CC_SIGN_PART, 0},
    {"mid", CC_SIGN_PART, 1},
    {"middle", CC_SIGN_PART, 1},
    {"mitte", CC_SIGN_PART, 1},
    {"late", CC_SIGN_PART, 2},
    {"end", CC_SIGN_PART, 2},
    {"ende", CC_SIGN_PART, 2},
    {"spring", CC_SIGN_SEASON, 21},
    {"summer", CC_SIGN_SEASON, 22},
    {"autumn", CC_SIGN_SEASON, 23},
    {"fall", CC_SIGN_SEASON, 23},
    {"winter", CC_SIGN_SEASON, 24},
    {"frühjahr", CC_SIGN_SEASON, 21},
    {"frühling", CC_SIGN_SEASON, 21},
    {"sommer", CC_SIGN_SEASON, 22},
    {"herbst", CC_SIGN_SEASON, 23},
    {"q", CC_SIGN_QUARTER, 0},
    {"quarter", CC_SIGN_QUARTER, 0},
    {"quartal", CC_SIGN_QUARTER, 0},
    {"am", CC_SIGN_NOON, 0},
    {"pm", CC_SIGN_NOON, 12},
    {"t", CC_SIGN_CLOCK, 0},
    {"z", CC_SIGN_CLOCK, 0},
    {"at", CC_SIGN_CLOCK, 0},
    {"uhr", CC_SIGN_CLOCK, 0},
    {"to", CC_SIGN_TO, 0},
    {"until", CC_SIGN_TO, 0},
    {"till", CC_SIGN_TO, 0},
    {"through", CC_SIGN_TO, 0},
    {"thru", CC_SIGN_TO, 0},
    {"bis", CC_SIGN_TO, 0},
    {"and", CC_SIGN_TO, 0},
    {"since", CC_SIGN_SINCE, 0},
    {"seit", CC_SIGN_SINCE, 0},
    {"depuis", CC_SIGN_SINCE, 0},
    {"from", CC_SIGN_FROM, 0},
    {"von", CC_SIGN_FROM, 0},
    {"vom", CC_SIGN_FROM, 0},
    {"ab", CC_SIGN_FROM, 0},
    {"before", CC_SIGN_BEFORE, 0},
    {"by", CC_SIGN_BEFORE, 0},
    {"prior", CC_SIGN_BEFORE, 0},
    {"earlier", CC_SIGN_BEFORE, 0},
    {"ago", CC_SIGN_BEFORE, 0},
    {"vor", CC_SIGN_BEFORE, 0},
    {"after", CC_SIGN_AFTER, 0},
    {"later", CC_SIGN_AFTER, 0},
    {"post", CC_SIGN_AFTER, 0},
    {"afterwards", CC_SIGN_AFTER, 0},
    {"nach", CC_SIGN_AFTER, 0},
    {"between", CC_SIGN_BETWEEN, 0},
    {"zwischen", CC_SIGN_BETWEEN, 0},
    {"about", CC_SIGN_ABOUT, 0},
    {"approx", CC_SIGN_ABOUT, 0},
    {"approximately", CC_SIGN_ABOUT, 0},
    {"around", CC_SIGN_ABOUT, 0},
    {"roughly", CC_SIGN_ABOUT, 0},
    {"c", CC_SIGN_ABOUT, 0},
    {"ca", CC_SIGN_ABOUT, 0},
    {"circa", CC_SIGN_ABOUT, 0},
    {"etwa", CC_SIGN_ABOUT, 0},
    {"ungefähr", CC_SIGN_ABOUT, 0},
    {"est", CC_SIGN_ABOUT, 0},
    {"estimated", CC_SIGN_ABOUT, 0},
    {"probably", CC_SIGN_DOUBT, 0},
    {"possibly", CC_SIGN_DOUBT, 0},
    {"perhaps", CC_SIGN_DOUBT, 0},
    {"maybe", CC_SIGN_DOUBT, 0},
    {"ongoing", CC_SIGN_ONGOING, 0},
    {"continuing", CC_SIGN_ONGOING, 0},
    {"continues", CC_SIGN_ONGOING, 0},
    {"continued", CC_SIGN_ONGOING, 0},
    {"continuous", CC_SIGN_ONGOING, 0},
    {"present", CC_SIGN_ONGOING, 0},
    {"current", CC_SIGN_ONGOING, 0},
    {"currently", CC_SIGN_ONGOING, 0},
    {"now", CC_SIGN_ONGOING, 0},
    {"today", CC_SIGN_ONGOING, 0},
    {"date", CC_SIGN_ONGOING, 0},
    {"active", CC_SIGN_ONGOING, 0},
    {"heute", CC_SIGN_ONGOING, 0},
    {"laufend", CC_SIGN_ONGOING, 0},
    {"andauernd", CC_SIGN_ONGOING, 0},
    {"unknown", CC_SIGN_UNKNOWN, 0},
    {"unk", CC_SIGN_UNKNOWN, 0},
    {"un", CC_SIGN_UNKNOWN, 0},
    {"uk", CC_SIGN_UNKNOWN, 0},
    {"nk", CC_SIGN_UNKNOWN, 0},
    {"na", CC_SIGN_UNKNOWN, 0},
    {"nd", CC_SIGN_UNKNOWN, 0},
    {"xx", CC_SIGN_UNKNOWN, 0},
    {"unbekannt", CC_SIGN_UNKNOWN, 0},
    {"of", CC_SIGN_FILL, 0},
    {"on", CC_SIGN_FILL, 0},
    {"in", CC_SIGN_FILL, 0},
    {"im", CC_SIGN_FILL, 0},
    {"the", CC_SIGN_FILL, 0},
    {"st", CC_SIGN_FILL, 0},
    {"th", CC_SIGN_FILL, 0},
    {"rd", CC_SIGN_FILL, 0},
    {"de", CC_SIGN_FILL, 0},
    {"den", CC_SIGN_FILL, 0},
    {"every", CC_SIGN_FILL, 0},
    {"each", CC_SIGN_FILL, 0},
    {"alle", CC_SIGN_FILL, 0},
    {"onwards", CC_SIGN_FILL, 0},
    {"onward", CC_SIGN_FILL, 0},
};

/* Chinese has no spaces: the longest that begins here. */
static const struct {
	const char *word;
	enum cc_time_sign sign;
	int value;
} han[] = {
    {"个月", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"個月", CC_SIGN_UNIT, CC_PRECISION_MONTH},
    {"小时", CC_SIGN_UNIT, CC_PRECISION_HOUR},
    {"星期", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"至今", CC_SIGN_ONGOING, -1},
    {"目前", CC_SIGN_ONGOING, 0},
    {"大约", CC_SIGN_ABOUT, 0},
    {"左右", CC_SIGN_ABOUT, 0},
    {"春季", CC_SIGN_SEASON, 21},
    {"夏季", CC_SIGN_SEASON, 22},
    {"秋季", CC_SIGN_SEASON, 23},
    {"冬季", CC_SIGN_SEASON, 24},
    {"不详", CC_SIGN_UNKNOWN, 0},
    {"年", CC_SIGN_DATE, CC_PRECISION_YEAR},
    {"月", CC_SIGN_DATE, CC_PRECISION_MONTH},
    {"日", CC_SIGN_DATE, CC_PRECISION_DAY},
    {"号", CC_SIGN_DATE, CC_PRECISION_DAY},
    {"號", CC_SIGN_DATE, CC_PRECISION_DAY},
    {"份", CC_SIGN_FILL, 0},
    {"每", CC_SIGN_FILL, 0},
    {"第", CC_SIGN_FILL, 0},
    {"天", CC_SIGN_UNIT, CC_PRECISION_DAY},
    {"周", CC_SIGN_UNIT, CC_PRECISION_WEEK},
    {"岁", CC_SIGN_UNIT, CC_PRECISION_YEAR},
    {"至", CC_SIGN_TO, 0},
    {"到", CC_SIGN_TO, 0},
    {"约", CC_SIGN_ABOUT, 0},
    {"初", CC_SIGN_PART, 0},
    {"底", CC_SIGN_PART, 2},
    {"末", CC_SIGN_PART, 2},
    {"后", CC_SIGN_AFTER, 0},
    {"前", CC_SIGN_BEFORE, 0},
    {"起", CC_SIGN_FILL, 0},
    {"…", CC_SIGN_ONGOING, 0},
};

static int
month_find(const char *word)
{
	if (g_utf8_strlen(word, -1) < MONTH_LETTERS_MIN)
		return 0;
	for (size_t i = 0; i < G_N_ELEMENTS(months); i++)
		for (int month = 0; month < 12; month++)
			if (g_str_has_prefix(months[i][month], word))
				return month + 1;
	/* The one that is shortened to four letters. */
	return strcmp(word, "sept") == 0 ? 9 : 0;
}

static bool
word_find(const char *word, struct cc_time_token *token)
{
	int month = month_find(word);

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strcmp(words[i].word, word) != 0)
			continue;
		token->sign = words[i].sign;
		token->value = words[i].value;
		return true;
	}
	token->sign = CC_SIGN_MONTH;
	token->value = month;
	return month > 0;
}

/* Letters of a word, of those that an alphabet has. */
static bool
alphabetic(gunichar c)
{
	return g_unichar_isalpha(c) && c < 0x2E80;
}

static const char *
word_take(const char *p, struct cc_time_token *token)
{
	const char *end = p;
	g_autofree char *word = NULL;

	while (alphabetic(g_utf8_get_char(end)))
		end = g_utf8_next_char(end);
	word = g_strndup(p, (gsize)(end - p));
	if (!word_find(word, token))
		return NULL;
	return end + (*end == '.' && token->sign != CC_SIGN_UNIT);
}

static const char *
han_take(const char *p, struct cc_time_token *token)
{
	for (size_t i = 0; i < G_N_ELEMENTS(han); i++) {
		if (!g_str_has_prefix(p, han[i].word))
			continue;
		token->sign = han[i].sign;
		token->value = han[i].value;
		return p + strlen(han[i].word);
	}
	return NULL;
}

#define DIGITS_MAX 8 /* of 20220312 */

static const char *
number_take(const char *p, struct cc_time_token *token)
{
	token->sign = CC_SIGN_NUMBER;
	for (; g_ascii_isdigit(*p); p++) {
		if (++token->digits > DIGITS_MAX)
			return NULL;
		token->value = token->value * 10 + (*p - '0');
	}
	return p;
}

static const char *
token_take(const char *p, struct cc_time_token *token)
{
	gunichar c = g_utf8_get_char(p);

	if (g_ascii_isdigit(*p))
		return number_take(p, token);
	if (g_str_has_prefix(p, "...")) {
		token->sign = CC_SIGN_ONGOING;
		return p + strlen("...");
	}
	if (alphabetic(c))
		return word_take(p, token);
	if (c >= 0x80)
		return han_take(p, token);
	token->sign = CC_SIGN_MARK;
	token->value = (int)c;
	return strchr("-/.,:+~?<>'", (int)c) != NULL ? p + 1 : NULL;
}

size_t
cc_time_tokens(const char *text, struct cc_time_token token[CC_TIME_TOKENS])
{
	g_autofree char *plain = cc_keyboard_text(text);
	g_autofree char *lower = g_utf8_strdown(plain, -1);
	const char *p = lower;
	size_t count = 0;
	bool gap = false;

	while (*p != '\0') {
		if (g_ascii_isspace(*p) || *p == '(' || *p == ')') {
			gap = true;
			p++;
			continue;
		}
		if (count == CC_TIME_TOKENS)
			return 0;
		token[count] = (struct cc_time_token){.gap = gap};
		p = token_take(p, &token[count]);
		if (p == NULL)
			return 0;
		gap = false;
		/* "until now" in one word. */
		if (token[count].sign == CC_SIGN_ONGOING &&
		    token[count].value < 0 && count + 1 < CC_TIME_TOKENS) {
			token[count++].sign = CC_SIGN_TO;
			token[count] =
			    (struct cc_time_token){.sign = CC_SIGN_ONGOING};
		}
		count++;
	}
	return count;
}
