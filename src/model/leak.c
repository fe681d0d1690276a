/* The patterns are wide on purpose: a false find costs the author a look, a
 * missed one costs the patient. What no pattern can know is a name without a
 * title; the manual page says so. */
#include "model/leak.h"

#include <glib.h>
#include <string.h>

#define LEVEL(name) (1u << CC_PRIVACY_##name)
#define ALWAYS (LEVEL(RELATIVE) | LEVEL(MONTH) | LEVEL(YEAR))
/* A month is allowed where months are shown, a year where years are. */
#define NO_MONTHS (LEVEL(RELATIVE) | LEVEL(YEAR))
#define NO_YEARS LEVEL(RELATIVE)

/* Chinese letters are letters to a \b: "于2022" has none inside. So the
 * patterns look around themselves for the letters that matter. */
#define NO_DIGIT_BEFORE "(?<![0-9])"
#define NO_DIGIT_AFTER "(?![0-9])"
#define NO_LETTER_BEFORE "(?<![A-Za-z])"
#define YEAR "(?:1[89]|20)[0-9]{2}"
#define MONTH "(?:1[0-2]|0?[1-9])"
#define DAY "(?:3[01]|[12][0-9]|0?[1-9])"
#define MONTH_NAME                                                             \
	"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|" \
	"Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"              \
	"Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"       \
	"(?![a-z])\\.?"
#define ORDINAL "(?:st|nd|rd|th)?"
#define CHINESE_DIGITS "[〇○零一二三四五六七八九]"
#define CHINESE_NUMBER "[一二三四五六七八九十]{1,3}"

/* Common surnames; without those that are rather other words before a title
 * (管 in 主管医生, 和, 时, 都). */
/* clang-format off */
#define SURNAME \
	"(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|" \
	"公孙|慕容|令狐|宇文|长孙|夏侯|端木|轩辕|" \
	"[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁" \
	"邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹" \
	"熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞" \
	"樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢路岳齐梅莫庄" \
	"辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游裴席卫屈鲍覃霍翁隋甘" \
	"景包柏宁柯阮桂闵柴车冉房吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟褚简娄盖符奚" \
	"穆党燕郎冀谈姬屠连晏栾郁蒙喻窦敖冷卓花仇艾蓝巩仲乐虞卞封竺冼楚佟匡宗" \
	"巫鞠桑荆谌沙岑习蔺骆蒲尚佘邝缪晁裘荣麦])"
#define TITLE \
	"(?:(?:副?主任|主治|住院)?(?:医师|医生)|大夫|副?主任|副?教授|博士|" \
	"先生|女士|小姐|护士长|护士|老师|同志|院长)"
/* U+FF01 to U+FF5E are ASCII's 0x21 to 0x7E. */
#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define NAME_LETTERS "\\p{Lu}[\\p{L}'’-]*"

/* clang-format on */

static bool identity_holds(const char *word, size_t length);

/* clang-format off */
static const struct pattern {
	enum cc_leak kind;
	unsigned levels;
	bool digits; /* nothing without an ASCII digit matches */
	const char *regex;
	bool (*holds)(const char *word, size_t length); /* NULL: no more */
} patterns[] = {
    /* 2022-07-12, 2022/7/12, 2022.7.12, 2022 年 7 月 12 日 */
    {CC_LEAK_DATE, ALWAYS, true,
	NO_DIGIT_BEFORE YEAR "(?:\\s?[-/.]\\s?" MONTH "\\s?[-/.]\\s?" DAY
			     "|\\s*年\\s*" MONTH "\\s*月\\s*" DAY
			     "\\s*[日号]?)" NO_DIGIT_AFTER,
	NULL},
    /* 12.7.2022, 7/12/2022, 12-07-22; 5-10-15 mg are doses */
    {CC_LEAK_DATE, ALWAYS, true,
	"(?<![0-9./-])" DAY "([./-])" DAY "\\1(?:" YEAR
	"|[0-9]{2})(?![0-9]|[./-][0-9]|\\s?(?:[mk]?g|m[Ll]|IU|mmol))",
	NULL},
    /* 20220712 */
    {CC_LEAK_DATE, ALWAYS, true,
	NO_DIGIT_BEFORE YEAR
	"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])" NO_DIGIT_AFTER,
	NULL},
    /* 12 July 2022, 12th of July, 12-Jul-22 */
    {CC_LEAK_DATE, ALWAYS, true,
	NO_DIGIT_BEFORE DAY ORDINAL "[\\s-]?(?:of\\s)?" MONTH_NAME
				    "(?:[,\\s-]+(?:" YEAR
				    "|'?[0-9]{2}))?" NO_DIGIT_AFTER,
	NULL},
    /* July 12, 2022; Jul 12th */
    {CC_LEAK_DATE, ALWAYS, true,
	NO_LETTER_BEFORE MONTH_NAME "\\s" DAY ORDINAL "(?:,?\\s" YEAR
				    ")?(?![0-9A-Za-z])",
	NULL},
    /* 7 月 12 日 */
    {CC_LEAK_DATE, ALWAYS, true,
	NO_DIGIT_BEFORE MONTH "\\s*月\\s*" DAY "\\s*[日号]", NULL},
    {CC_LEAK_DATE, ALWAYS, false,
	"(?:" CHINESE_DIGITS "{4}\\s*年\\s*)?" CHINESE_NUMBER
	"\\s*月\\s*" CHINESE_NUMBER "\\s*[日号]",
	NULL},
    /* 2022-07, 2022/7, 2022.07, 2022 年 7 月 */
    {CC_LEAK_DATE, NO_MONTHS, true,
	NO_DIGIT_BEFORE YEAR "(?:[-/]" MONTH
			     "|\\.(?:0[1-9]|1[0-2])|\\s*年\\s*" MONTH
			     "\\s*月份?)(?![0-9]|[-/.][0-9])",
	NULL},
    /* 07/2022, 7.2022 */
    {CC_LEAK_DATE, NO_MONTHS, true,
	"(?<![0-9./-])" MONTH "[./-]" YEAR NO_DIGIT_AFTER, NULL},
    /* Jul 2022, July of 2022, Jul-2022, Jul '22 */
    {CC_LEAK_DATE, NO_MONTHS, true,
	NO_LETTER_BEFORE MONTH_NAME "[,\\s-]*(?:of\\s)?(?:" YEAR
				    "|'[0-9]{2})" NO_DIGIT_AFTER,
	NULL},
    /* in July, since early October */
    {CC_LEAK_DATE, NO_MONTHS, false,
	NO_LETTER_BEFORE
	"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Oo]f|[Ff]rom|[Bb]efore|"
	"[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id)[\\s-]" MONTH_NAME,
	NULL},
    /* summer of 2022, Q3 2022 */
    {CC_LEAK_DATE, NO_MONTHS, true,
	"(?i)" NO_LETTER_BEFORE
	"(?:spring|summer|autumn|fall|winter|Q[1-4])[\\s/-](?:of\\s)?" YEAR
	    NO_DIGIT_AFTER,
	NULL},
    /* 7 月份, 7 月初; 7 个月 and 7 月龄 are no dates */
    {CC_LEAK_DATE, NO_MONTHS, true, NO_DIGIT_BEFORE MONTH "\\s*月(?!龄|大|余)",
	NULL},
    {CC_LEAK_DATE, NO_MONTHS, false,
	CHINESE_DIGITS "{4}\\s*年\\s*" CHINESE_NUMBER "\\s*月份?", NULL},
    {CC_LEAK_DATE, NO_MONTHS, true,
	NO_DIGIT_BEFORE YEAR "\\s*年\\s*(?:[春夏秋冬初底末]|上半年|下半年|"
			     "[一二三四1-4]\\s*季度)",
	NULL},
    /* in 2022, 2022 年; IMWG 2016 and 2016 年版 name a rule, not a time */
    {CC_LEAK_DATE, NO_YEARS, true,
	"(?i)" NO_LETTER_BEFORE
	"(?:in|since|until|till|by|from|before|after|early|late|mid|year)"
	"[\\s-]" YEAR NO_DIGIT_AFTER,
	NULL},
    {CC_LEAK_DATE, NO_YEARS, true,
	NO_DIGIT_BEFORE YEAR "\\s*年(?!版|修订|指南|标准|共识)", NULL},
    {CC_LEAK_DATE, NO_YEARS, false, CHINESE_DIGITS "{4}\\s*年(?!版)", NULL},

    /* Dr X, Prof. J. Smith, Mrs van Dyk; MR is imaging */
    {CC_LEAK_NAME, ALWAYS, false,
	NO_LETTER_BEFORE
	"(?:Dr|Prof|Mr|Mrs|Ms|Mx|Miss|Professor|Doctor|Sir|Dame|Herr|Frau|"
	"DR(?=\\.)|PROF(?=\\.)|MRS(?=\\.))(?:\\.\\s?|\\s)"
	"(?:\\p{Han}{1,4}|(?:(?:van|von|de|der|den|la|le|al)\\s)*" NAME_LETTERS
	"\\.?(?:[\\s-]?" NAME_LETTERS "\\.?)*)",
	NULL},
    /* Name: Zhang San */
    {CC_LEAK_NAME, ALWAYS, false,
	NO_LETTER_BEFORE
	"(?i:(?:patient'?s?\\s)?name|patient)\\s?[:=]\\s?" NAME_LETTERS
	"(?:\\s" NAME_LETTERS ")*",
	NULL},
    /* 张医生, 李某某先生, 欧阳主任医师 */
    {CC_LEAK_NAME, ALWAYS, false,
	"(?<![主经现担责接值床家])" SURNAME "\\p{Han}{0,2}?" TITLE, NULL},
    {CC_LEAK_NAME, ALWAYS, false, "姓名\\s*[:：为]?\\s*\\p{Han}{2,4}", NULL},

    /* MRN 123456, hospital no. A-1234 */
    {CC_LEAK_RECORD, ALWAYS, true,
	"(?i)" NO_LETTER_BEFORE
	"(?:MRN|(?:(?:medical\\s)?record|patient|case|hospital|chart|"
	"accession|admission|specimen|sample|insurance|NHS|study)\\s?"
	"(?:no|nr|num|number|id|#|№))[.:#№\\s]*[A-Z]{0,4}-?[0-9][0-9A-Z/-]{2,}",
	NULL},
    {CC_LEAK_RECORD, ALWAYS, true,
	"(?:住院|病案|病历|门诊|就诊|就诊卡|登记|病理|影像|检查|标本|条码|床|"
	"医保|社保|护照|档案)\\s*(?:卡?号码?|号)\\s*[:：为是]?\\s*"
	"[A-Za-z]{0,4}-?[0-9][0-9A-Za-z-]*",
	NULL},
    {CC_LEAK_RECORD, ALWAYS, true, "(?<![0-9.,])[0-9]{10,}(?![0-9])", NULL},

    {CC_LEAK_IDENTITY, ALWAYS, true, "(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])",
	identity_holds},
    {CC_LEAK_IDENTITY, ALWAYS, true,
	"(?<![0-9-])(?!000|666|9)[0-9]{3}[- ](?!00)[0-9]{2}[- ](?!0000)"
	"[0-9]{4}(?![0-9-])",
	NULL},

    /* Mobile and fixed numbers of China, those of North America, and any
     * with the sign of a country code. "+8,+21" is a karyotype. */
    {CC_LEAK_PHONE, ALWAYS, true,
	"(?<![0-9+])(?:(?:\\+|00)?86[- ]?)?1[3-9][0-9]([- ]?)[0-9]{4}\\1"
	"[0-9]{4}(?![0-9])",
	NULL},
    {CC_LEAK_PHONE, ALWAYS, true,
	"(?<![0-9-])(?:\\(0[0-9]{2,3}\\)\\s?|0[0-9]{2,3}-)[0-9]{7,8}(?![0-9])",
	NULL},
    {CC_LEAK_PHONE, ALWAYS, true,
	"(?<![0-9-])(?:\\+?1[-. ])?(?:\\([0-9]{3}\\)\\s?|[0-9]{3}[-.])[0-9]{3}"
	"[-.][0-9]{4}(?![0-9-])",
	NULL},
    {CC_LEAK_PHONE, ALWAYS, true,
	"(?<![\\w,])\\+[0-9]{1,3}[- ]?\\(?[0-9]{2,4}\\)?"
	"(?:[- ]?[0-9]{2,4}){2,4}(?![0-9])",
	NULL},

    {CC_LEAK_EMAIL, ALWAYS, false,
	"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", NULL},

    /* 91-year-old, aged 92, 93 岁; "90+" says no more than it may */
    {CC_LEAK_AGE, ALWAYS, true,
	"(?i)" NO_DIGIT_BEFORE "(?:9[0-9]|1[0-2][0-9])[\\s-]?(?:years?|yrs?|y)"
	"(?:[\\s-]?old|[\\s-]of[\\s-]age|/o)",
	NULL},
    {CC_LEAK_AGE, ALWAYS, true,
	"(?i)" NO_LETTER_BEFORE "(?:aged?|at age)\\s(?:9[0-9]|1[0-2][0-9])"
	"(?![0-9+.])",
	NULL},
    {CC_LEAK_AGE, ALWAYS, true,
	NO_DIGIT_BEFORE "(?:9[0-9]|1[0-2][0-9])\\s*(?:周?岁)(?!以上)", NULL},
};

/* clang-format on */

struct cc_leaks {
	unsigned level;                        /* a bit */
	GRegex *regex[G_N_ELEMENTS(patterns)]; /* NULL: not of this level */
};

/* GB 11643-1999: weights 2^(17 - i) mod 11, and the sign that makes the sum 1.
 */
static bool
identity_holds(const char *word, size_t length)
{
	static const int weights[] = {
	    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	static const char signs[] = "10X98765432";
	int sum = 0;

	if (length != G_N_ELEMENTS(weights) + 1)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(weights); i++)
		sum += weights[i] * (word[i] - '0');
	return g_ascii_toupper(word[length - 1]) == signs[sum % 11];
}

struct cc_leaks *
cc_leaks_create(enum cc_privacy level)
{
	struct cc_leaks *leaks = g_new0(struct cc_leaks, 1);

	leaks->level = 1u << level;
	for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
		if (!(patterns[i].levels & leaks->level))
			continue;
		leaks->regex[i] = g_regex_new(patterns[i].regex, 0, 0, NULL);
		g_assert(leaks->regex[i] != NULL);
	}
	return leaks;
}

void
cc_leaks_destroy(struct cc_leaks *leaks)
{
	if (leaks == NULL)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++)
		if (leaks->regex[i] != NULL)
			g_regex_unref(leaks->regex[i]);
	g_free(leaks);
}

/* The first match of one pattern that holds. */
static bool
pattern_find(const struct pattern *pattern, const GRegex *regex,
    const char *text, size_t from, struct cc_leak_found *found)
{
	g_autoptr(GMatchInfo) match = NULL;
	int start, end;

	for (g_regex_match_full(regex, text, -1, (int)from, 0, &match, NULL);
	     g_match_info_matches(match); g_match_info_next(match, NULL)) {
		g_match_info_fetch_pos(match, 0, &start, &end);
		if (pattern->holds != NULL &&
		    !pattern->holds(text + start, (size_t)(end - start)))
			continue;
		*found = (struct cc_leak_found){
		    pattern->kind, (size_t)start, (size_t)(end - start)};
		return true;
	}
	return false;
}

/* Of two at one place the longer one, of two as long the one that says more:
 * a number that is a person's, before one that is only long. */
static bool
goes_before(const struct cc_leak_found *a, const struct cc_leak_found *b)
{
	if (a->at != b->at)
		return a->at < b->at;
	if (a->length != b->length)
		return a->length > b->length;
	return b->kind == CC_LEAK_RECORD;
}

/* What begins within another find and ends beyond it is one with it. */
static void
extend(struct cc_leak_found *found, const struct cc_leak_found *others,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const size_t end = others[i].at + others[i].length;

		if (others[i].at <= found->at + found->length &&
		    end > found->at + found->length)
			found->length = end - found->at;
	}
}

static bool
find(const struct cc_leaks *leaks, const char *text, size_t from,
    struct cc_leak_found *found)
{
	const bool digits = strpbrk(text, "0123456789") != NULL;
	struct cc_leak_found all[G_N_ELEMENTS(patterns)];
	size_t count = 0, first = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
		if (leaks->regex[i] == NULL || (patterns[i].digits && !digits))
			continue;
		if (!pattern_find(
			&patterns[i], leaks->regex[i], text, from, &all[count]))
			continue;
		if (goes_before(&all[count], &all[first]))
			first = count;
		count++;
	}
	if (count == 0)
		return false;
	*found = all[first];
	extend(found, all, count);
	return true;
}

/* Chinese keyboards write digits and letters of full width, too. The copy has
 * them as ASCII; at[i] is where its byte i stands in the text. */
struct folded {
	GString *text;
	GArray *at; /* of size_t */
};

static bool
has_full_width(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST &&
		    g_unichar_isalnum(c))
			return true;
	}
	return false;
}

static void
fold(struct folded *folded, const char *text)
{
	const char *p = text, *next;

	folded->text = g_string_new(NULL);
	folded->at = g_array_new(FALSE, FALSE, sizeof(size_t));
	for (; *p != '\0'; p = next) {
		gunichar c = g_utf8_get_char(p);
		const size_t at = (size_t)(p - text);

		next = g_utf8_next_char(p);
		if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
			g_string_append_c(
			    folded->text, (char)(c - FULL_WIDTH_FIRST + '!'));
		else
			g_string_append_len(folded->text, p, next - p);
		while (folded->at->len < folded->text->len)
			g_array_append_val(folded->at, at);
	}
	g_array_set_size(folded->at, (guint)folded->text->len + 1);
	g_array_index(folded->at, size_t, folded->text->len) =
	    (size_t)(p - text);
}

/* From the copy's places to those of the text. */
static size_t
unfold(const struct folded *folded, size_t at)
{
	return g_array_index(folded->at, size_t, at);
}

static bool
folded_find(const struct cc_leaks *leaks, const char *text, size_t from,
    struct cc_leak_found *found)
{
	struct folded folded;
	size_t start = 0, end;
	bool any;

	fold(&folded, text);
	while (unfold(&folded, start) < from)
		start++;
	any = find(leaks, folded.text->str, start, found);
	if (any) {
		end = unfold(&folded, found->at + found->length);
		found->at = unfold(&folded, found->at);
		found->length = end - found->at;
	}
	g_string_free(folded.text, TRUE);
	g_array_unref(folded.at);
	return any;
}

bool
cc_leaks_find(const struct cc_leaks *leaks, const char *text, size_t from,
    struct cc_leak_found *found)
{
	if (has_full_width(text))
		return folded_find(leaks, text, from, found);
	return find(leaks, text, from, found);
}
