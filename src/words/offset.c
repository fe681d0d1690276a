/* Times counted from another thing, as they were typed: "6 months after
 * diagnosis". */
#include "words/date.h"
#include "words/language.h"
#include "words/prose.h"

#include "base/number.h"

#include <string.h>

/* Of several, "after diagnosis" would not say of what. */
static bool
is_only_diagnosis(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_case *course = in->course;

	for (size_t i = 0; i < course->fact_count; i++)
		if (&course->facts[i] != fact && course->facts[i].happened &&
		    course->facts[i].kind == CC_KIND_DIAGNOSIS &&
		    course->facts[i].patient == fact->patient)
			return false;
	return true;
}

/* "multiples Myelom": an adjective, which some languages decline behind
 * "after".
 */
static bool
begins_small(const char *name)
{
	const char *end = name;

	while (g_unichar_islower(g_utf8_get_char(end)))
		end = g_utf8_next_char(end);
	return end > name && *end == ' ';
}

/* A relapse by its kind, for its label says what came back. */
const char *
cc_anchor_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	static const enum cc_message anchors[CC_KIND_COUNT] = {
	    [CC_KIND_DIAGNOSIS] = CC_MSG_ANCHOR_DIAGNOSIS,
	    [CC_KIND_TREATMENT] = CC_MSG_ANCHOR_TREATMENT,
	    [CC_KIND_PROCEDURE] = CC_MSG_ANCHOR_PROCEDURE,
	    [CC_KIND_EVENT] = CC_MSG_ANCHOR_EVENT,
	    [CC_KIND_RESPONSE] = CC_MSG_ANCHOR_FINDING,
	    [CC_KIND_RELAPSE] = CC_MSG_ANCHOR_FINDING,
	    [CC_KIND_LESION] = CC_MSG_ANCHOR_FINDING,
	    [CC_KIND_SERIES] = CC_MSG_ANCHOR_FINDING,
	    [CC_KIND_PANEL] = CC_MSG_ANCHOR_FINDING,
	    [CC_KIND_GENETICS] = CC_MSG_ANCHOR_FINDING,
	    [CC_KIND_OUTCOME] = CC_MSG_ANCHOR_EVENT,
	    [CC_KIND_COMMENT] = CC_MSG_ANCHOR_EVENT,
	};
	const char *name;

	if (fact->kind == CC_KIND_RELAPSE)
		return cc_say(in, CC_MSG_RELAPSE_SHORT);
	if (fact == in->course->diagnosis && is_only_diagnosis(in, fact))
		return cc_say(in, CC_MSG_ZERO_DIAGNOSIS);
	name = cc_fact_bare_name(in, fact);
	if (fact->kind == CC_KIND_DIAGNOSIS)
		return cc_say_with(
		    in, CC_MSG_ANCHOR_DIAGNOSIS, "name", name, NULL);
	return begins_small(name)
	           ? cc_say_with(in, anchors[fact->kind], "name", name, NULL)
	           : name;
}

/* Of what takes time, one counts from its start. */
static const char *
zero_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (!fact->when.span.interval || fact->kind == CC_KIND_DIAGNOSIS)
		return cc_anchor_name(in, fact);
	return cc_say_with(
	    in, CC_MSG_START_OF, "name", cc_fact_bare_name(in, fact), NULL);
}

/* NULL: nothing is told of what it is counted from. */
static const struct cc_fact *
anchor_of(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	if (stretch->counted == NULL || in->course == NULL ||
	    stretch->anchor >= in->course->fact_count)
		return NULL;
	return &in->course->facts[stretch->anchor];
}

static bool
is_zero(const struct cc_time_point *point)
{
	for (size_t i = 0; i < G_N_ELEMENTS(point->amount); i++)
		if (point->amount[i] != 0)
			return false;
	return true;
}

static enum cc_precision
unit_of(const struct cc_words_in *in, const struct cc_time_point *point)
{
	return point->bare ? cc_clock_unit(in->course->clock)
	                   : point->precision;
}

/* How many units the point was typed in. */
static int
unit_count(const struct cc_time_point *point)
{
	int count = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(point->amount); i++)
		count += point->amount[i] != 0;
	return count;
}

/* A bare number, with the decimals that were typed. */
static const char *
number_text(const struct cc_words_in *in, const struct cc_time_point *point)
{
	char format[sizeof "%.99f"], digits[G_ASCII_DTOSTR_BUF_SIZE];

	g_snprintf(format, sizeof format, "%%.%df", MIN(point->decimals, 9));
	g_ascii_formatd(
	    digits, sizeof digits, format, point->amount[CC_PRECISION_NONE]);
	return cc_digits_text(
	    in, cc_arena_strndup(in->arena, digits, strlen(digits)));
}

/* "1 year 6 months". */
static const char *
amounts_text(const struct cc_words_in *in, const struct cc_time_point *point)
{
	const char *text = NULL;

	if (point->bare)
		return cc_amount_text(
		    in, unit_of(in, point), number_text(in, point));
	for (int i = CC_PRECISION_YEAR; i <= CC_PRECISION_HOUR; i++) {
		const char *part;

		if (point->amount[i] == 0)
			continue;
		part = cc_amount_text(in, (enum cc_precision)i,
		    cc_number_text(in, point->amount[i], 0));
		text = text == NULL
		           ? part
		           : cc_arena_printf(in->arena, "%s %s", text, part);
	}
	return text;
}

/* Completed units: none of them is less than one. */
static const char *
amount_text(const struct cc_words_in *in, const struct cc_time_point *point)
{
	enum cc_precision unit = unit_of(in, point);

	if (!is_zero(point))
		return amounts_text(in, point);
	if (unit >= CC_PRECISION_DAY)
		return cc_amount_text(in, unit, "0");
	return cc_say_with(in, CC_MSG_DURATION_LESS_THAN, "duration",
	    cc_amount_text(in, unit, "1"), NULL);
}

static const char *
about(const struct cc_words_in *in, bool approximate, const char *text)
{
	return approximate ? cc_say_with(in, CC_MSG_DURATION_ABOUT, "duration",
				 text, NULL)
	                   : text;
}

/* "3" of "3 to 14 months": the unit is the second one's. */
static const char *
amount_before(const struct cc_words_in *in, const struct cc_time_point *a,
    const struct cc_time_point *b)
{
	if (unit_of(in, a) != unit_of(in, b) || unit_count(a) > 1 ||
	    unit_count(b) > 1 || is_zero(a) || is_zero(b))
		return amount_text(in, a);
	return a->bare ? number_text(in, a)
	               : cc_number_text(in, a->amount[a->precision], 0);
}

static const char *
joined(const struct cc_words_in *in, enum cc_message after,
    enum cc_message before, bool negative, const char *from, const char *to,
    const struct cc_fact *anchor)
{
	return cc_say_with(in, negative ? before : after, "from", from, "to",
	    to, "name", zero_name(in, anchor), NULL);
}

static const char *
point_text(const struct cc_words_in *in, const struct cc_moment *moment,
    const struct cc_fact *anchor)
{
	return cc_say_with(in,
	    moment->a.negative ? CC_MSG_OFFSET_BEFORE : CC_MSG_OFFSET_AFTER,
	    "duration",
	    about(in, moment->approximate, amount_text(in, &moment->a)), "name",
	    zero_name(in, anchor), NULL);
}

const char *
cc_offset_text(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	const struct cc_fact *anchor = anchor_of(in, stretch);
	const struct cc_moment *moment = stretch->counted;
	const char *last;

	if (anchor == NULL)
		return NULL;
	if (moment->form == CC_MOMENT_POINT)
		return point_text(in, moment, anchor);
	if (!moment->a.negative && moment->b.negative)
		return NULL; /* the wrong way round */
	last = amount_text(in, &moment->b);
	if (moment->a.negative && !moment->b.negative)
		return cc_say_with(in, CC_MSG_OFFSET_BETWEEN_AROUND, "from",
		    amount_text(in, &moment->a), "to", last, "name",
		    zero_name(in, anchor), NULL);
	if (g_str_equal(amount_text(in, &moment->a), last))
		return point_text(in, moment, anchor);
	return joined(in, CC_MSG_OFFSET_BETWEEN_AFTER,
	    CC_MSG_OFFSET_BETWEEN_BEFORE, moment->a.negative,
	    amount_before(in, &moment->a, &moment->b), last, anchor);
}

const char *
cc_offset_interval(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end)
{
	const struct cc_fact *anchor = anchor_of(in, start);
	const struct cc_moment *from = start->counted, *to = end->counted;
	const char *first, *last;

	if (anchor == NULL || to == NULL || start->anchor != end->anchor ||
	    start->uncertain || end->uncertain ||
	    from->form != CC_MOMENT_POINT || to->form != CC_MOMENT_POINT ||
	    from->a.negative != to->a.negative)
		return NULL;
	first = from->approximate || to->approximate
	            ? about(in, from->approximate, amount_text(in, &from->a))
	            : amount_before(in, &from->a, &to->a);
	last = about(in, to->approximate, amount_text(in, &to->a));
	return joined(in, CC_MSG_OFFSET_INTERVAL_AFTER,
	    CC_MSG_OFFSET_INTERVAL_BEFORE, from->a.negative, first, last,
	    anchor);
}

/* "3–6 months". */
static const char *
amounts_between(const struct cc_words_in *in, const struct cc_moment *moment)
{
	const char *last = amount_text(in, &moment->b);

	if (moment->form == CC_MOMENT_POINT ||
	    g_str_equal(amount_text(in, &moment->a), last))
		return amount_text(in, &moment->a);
	return cc_arena_printf(in->arena, "%s–%s",
	    amount_before(in, &moment->a, &moment->b), last);
}

const char *
cc_offset_brief(const struct cc_words_in *in, const struct cc_span *span)
{
	const struct cc_moment *moment = span->start_counted;

	if (span->dated || moment == NULL || in->course == NULL ||
	    (moment->form != CC_MOMENT_POINT &&
		moment->a.negative != moment->b.negative))
		return NULL;
	return cc_say_with(in,
	    moment->a.negative ? CC_MSG_OFFSET_BRIEF_BEFORE
			       : CC_MSG_OFFSET_BRIEF_AFTER,
	    "duration", amounts_between(in, moment), NULL);
}
