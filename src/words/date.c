/* What is told of a time: see words/date.h. */
#include "words/date.h"
#include "words/language.h"

/* A point that is counted from an open bracket is open on the same side. */
static enum cc_moment_form
form_of(struct cc_instant from, struct cc_instant to, enum cc_moment_form form)
{
	const bool before = from.minute == INT64_MIN;
	const bool after = to.minute == INT64_MAX;

	if (form != CC_MOMENT_POINT && form != CC_MOMENT_BETWEEN)
		return form;
	if (before && after)
		return CC_MOMENT_EMPTY;
	if (before)
		return CC_MOMENT_UNTIL;
	return after ? CC_MOMENT_FROM : form;
}

/* Where ends contradict each other nothing may be left between them: then the
 * unit in which the earlier one lies is told. */
static struct cc_instant
not_before(
    struct cc_instant from, struct cc_instant to, enum cc_precision precision)
{
	if (from.minute < to.minute)
		return to;
	return cc_instant_add(from, MAX(cc_precision_minutes(precision), 1));
}

/* ---- either clock ---- */

static bool
is_calendar(const struct cc_words_in *in)
{
	return in->course == NULL || in->course->clock == CC_CLOCK_DATE;
}

static bool
is_unit(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	return is_calendar(in) ? cc_calendar_is_unit(stretch)
	                       : cc_clock_is_unit(in, stretch);
}

static const char *
unit_text(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	return is_calendar(in) ? cc_calendar_unit(in, stretch)
	                       : cc_clock_unit_text(in, stretch);
}

static const char *
range_text(const struct cc_words_in *in, const struct cc_stretch *stretch,
    enum cc_join join)
{
	return is_calendar(in) ? cc_calendar_range(in, stretch, join)
	                       : cc_clock_range(in, stretch, join);
}

static bool
is_short(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	return is_calendar(in) ? cc_calendar_is_short(stretch)
	                       : cc_clock_is_short(in, stretch);
}

static const char *
with_preposition(const struct cc_words_in *in, const struct cc_stretch *stretch,
    const char *text)
{
	return cc_say_with(in,
	    is_calendar(in) ? cc_calendar_preposition(stretch)
			    : cc_clock_preposition(in, stretch),
	    "date", text, NULL);
}

/* ---- a moment ---- */

static enum cc_telling
telling_of(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	bool unit;

	switch (stretch->form) {
	case CC_MOMENT_EMPTY:
	case CC_MOMENT_OPEN:
		return CC_TELLING_NONE;
	case CC_MOMENT_FROM:
	case CC_MOMENT_UNTIL:
		return CC_TELLING_OPEN;
	case CC_MOMENT_POINT:
	case CC_MOMENT_BETWEEN:
		break;
	}
	if (stretch->undated)
		return cc_offset_text(in, stretch) != NULL ? CC_TELLING_OFFSET
		                                           : CC_TELLING_NONE;
	unit = is_unit(in, stretch);
	if (unit && (is_calendar(in) || cc_clock_is_exact(in, stretch)))
		return CC_TELLING_UNIT;
	if (cc_offset_text(in, stretch) != NULL)
		return CC_TELLING_OFFSET;
	return unit ? CC_TELLING_UNIT : CC_TELLING_RANGE;
}

static struct cc_stretch
start_of(const struct cc_words_in *in, const struct cc_span *span)
{
	const bool undated = !span->dated && span->start_counted != NULL;
	struct cc_stretch stretch = {
	    .from = span->earliest_start.minute,
	    .to = not_before(
		span->earliest_start, span->latest_start, span->start_precision)
	              .minute,
	    .form = undated ? span->start_form
	                    : form_of(span->earliest_start, span->latest_start,
				  span->start_form),
	    .undated = undated,
	    .precision = span->start_precision,
	    .approximate = span->start_approximate,
	    .uncertain = span->start_uncertain,
	    .counted = span->start_counted,
	    .bracket = span->start_bracket,
	    .anchor = span->anchor,
	};

	stretch.telling = telling_of(in, &stretch);
	return stretch;
}

static struct cc_stretch
end_of(const struct cc_words_in *in, const struct cc_span *span)
{
	const struct cc_span end = cc_span_end(span);

	return start_of(in, &end);
}

static const char *
qualified(const struct cc_words_in *in, const struct cc_stretch *stretch,
    bool about, const char *text)
{
	if (about && stretch->approximate)
		text = cc_say_with(in, CC_MSG_ABOUT_DATE, "date", text, NULL);
	if (stretch->uncertain)
		text =
		    cc_say_with(in, CC_MSG_UNCERTAIN_DATE, "date", text, NULL);
	return text;
}

/* What is known only about is told in the unit of what is known: "about
 * Sep–Oct 2016", not from the 16th. */
static const char *
doubt_text(const struct cc_words_in *in, struct cc_stretch stretch)
{
	if (stretch.approximate && is_calendar(in))
		stretch = cc_calendar_widen(stretch);
	if (stretch.approximate && is_unit(in, &stretch))
		return unit_text(in, &stretch);
	return range_text(in, &stretch,
	    stretch.approximate && is_short(in, &stretch) ? CC_JOIN_DASH
							  : CC_JOIN_BETWEEN);
}

static const char *
open_text(const struct cc_words_in *in, const struct cc_stretch *stretch,
    const char *unit)
{
	if (stretch->form != CC_MOMENT_FROM && stretch->form != CC_MOMENT_UNTIL)
		return unit;
	return cc_say_with(in,
	    stretch->form == CC_MOMENT_FROM ? CC_MSG_DATE_FROM
					    : CC_MSG_DATE_UNTIL,
	    "date", unit, NULL);
}

/* NULL: it is no age. */
static const char *
age_text(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	return is_calendar(in) ? NULL : cc_clock_age(in, stretch);
}

/* A unit in a sentence, with its preposition: "in Jul 2022", "at age 3", "about
 * Jul 2022". */
static const char *
unit_phrase(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	const char *age = age_text(in, stretch);
	const char *text =
	    open_text(in, stretch, age != NULL ? age : unit_text(in, stretch));

	if (!stretch->approximate)
		return with_preposition(in, stretch, text);
	return cc_say_with(in,
	    age != NULL ? CC_MSG_ABOUT_AGE : CC_MSG_ABOUT_DATE, "date", text,
	    NULL);
}

/* `phrase`: with a preposition, where it is a unit. */
static const char *
moment_text(
    const struct cc_words_in *in, const struct cc_stretch *stretch, bool phrase)
{
	switch (stretch->telling) {
	case CC_TELLING_NONE:
		return cc_say(in, CC_MSG_DATE_NOT_STATED);
	case CC_TELLING_OFFSET:
		return qualified(
		    in, stretch, false, cc_offset_text(in, stretch));
	case CC_TELLING_RANGE:
		return qualified(in, stretch, true, doubt_text(in, *stretch));
	case CC_TELLING_OPEN:
	case CC_TELLING_UNIT:
		break;
	}
	if (phrase)
		return qualified(in, stretch, false, unit_phrase(in, stretch));
	return qualified(
	    in, stretch, true, open_text(in, stretch, unit_text(in, stretch)));
}

/* ---- an interval ---- */

/* An end among other words: "from some time between Mar and Sep 2023". */
static const char *
end_text(const struct cc_words_in *in, const struct cc_stretch *stretch,
    const char *text)
{
	if (stretch->telling != CC_TELLING_RANGE || stretch->approximate)
		return text;
	return cc_say_with(in, CC_MSG_WHEN_SOME_TIME, "when", text, NULL);
}

/* What is said of an interval by its one end that is stated. */
struct half {
	enum cc_message date, age, offset;
};

static const char *
half_of(const struct cc_words_in *in, const struct cc_stretch *stretch,
    const struct half *half)
{
	const char *age = NULL;

	if (stretch->telling == CC_TELLING_UNIT && !stretch->approximate &&
	    !stretch->uncertain)
		age = age_text(in, stretch);
	if (age != NULL)
		return cc_say_with(in, half->age, "age", age, NULL);
	return cc_say_with(in,
	    stretch->telling == CC_TELLING_OFFSET ? half->offset : half->date,
	    "date", end_text(in, stretch, moment_text(in, stretch, false)),
	    NULL);
}

static const struct half unknown_start = {
    CC_MSG_DATE_UNKNOWN_START,
    CC_MSG_AGE_UNKNOWN_START,
    CC_MSG_DATE_UNKNOWN_START,
};
static const struct half open_start = {
    CC_MSG_DATE_OPEN_START,
    CC_MSG_AGE_OPEN_START,
    CC_MSG_DATE_OPEN_START,
};
static const struct half open_end = {
    CC_MSG_DATE_OPEN_END,
    CC_MSG_AGE_OPEN_END,
    CC_MSG_DATE_OPEN_END,
};
static const struct half ongoing = {
    CC_MSG_DATE_ONGOING,
    CC_MSG_AGE_ONGOING,
    CC_MSG_OFFSET_ONGOING,
};

/* One of its ends is not stated, or it goes on. NULL: both are. */
static const char *
half_text(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end)
{
	if (start->form == CC_MOMENT_EMPTY)
		return half_of(in, end, &unknown_start);
	if (start->form == CC_MOMENT_OPEN)
		return half_of(in, end, &open_start);
	if (end->form == CC_MOMENT_EMPTY)
		return half_of(in, start, &open_end);
	if (end->form == CC_MOMENT_OPEN)
		return half_of(in, start, &ongoing);
	return NULL;
}

/* Both ends are units and qualified alike; within a phrase each says so of
 * itself. */
static bool
is_plain(
    const struct cc_stretch *start, const struct cc_stretch *end, bool phrase)
{
	if (phrase && (start->approximate || start->uncertain))
		return false;
	return start->telling == CC_TELLING_UNIT &&
	       end->telling == CC_TELLING_UNIT &&
	       start->approximate == end->approximate &&
	       start->uncertain == end->uncertain;
}

/* In one unit "Mar–Sep 2023" says it all. Numbers of a clock are told one by
 * one, as they were typed. */
static bool
reads_as_one(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end, const struct cc_stretch *whole, bool phrase)
{
	if (start->precision != end->precision || end->to <= start->from)
		return false;
	return is_calendar(in) || (!phrase && is_short(in, whole));
}

/* "from {from} to {to}": days of the calendar have an article in some
 * languages. */
static enum cc_message
from_of(const struct cc_stretch *start)
{
	return start->telling == CC_TELLING_UNIT &&
	               start->precision >= CC_PRECISION_DAY
	           ? CC_MSG_INTERVAL_DATES
	           : CC_MSG_WHEN_INTERVAL;
}

/* From one unit to another, in a sentence. */
static const char *
from_to(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end)
{
	if (!is_calendar(in))
		return cc_clock_interval(in, start, end);
	return cc_say_with(in, from_of(start), "from", unit_text(in, start),
	    "to", unit_text(in, end), NULL);
}

static const char *
plain_text(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end, bool phrase)
{
	struct cc_stretch whole = *start;
	const char *text;

	whole.to = end->to;
	if (reads_as_one(in, start, end, &whole, phrase))
		text = range_text(
		    in, &whole, phrase ? CC_JOIN_FROM_TO : CC_JOIN_DASH);
	else if (phrase)
		text = from_to(in, start, end);
	else
		text = cc_say_with(in, CC_MSG_DATE_RANGE, "from",
		    unit_text(in, start), "to", unit_text(in, end), NULL);
	return qualified(in, start, true, text);
}

static const char *
interval_text(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end, bool phrase)
{
	const char *text = half_text(in, start, end), *from, *to;
	bool plain = is_plain(start, end, phrase);

	if (text != NULL)
		return text;
	if (plain && start->from < end->from)
		return plain_text(in, start, end, phrase);
	from = moment_text(in, start, false);
	to = moment_text(in, end, false);
	if (g_str_equal(from, to))
		return phrase ? moment_text(in, start, true) : from;
	if (plain)
		return plain_text(in, start, end, phrase);
	text = cc_offset_interval(in, start, end);
	if (text != NULL)
		return text;
	/* "from 3 months before ...": some languages have no from there. */
	return cc_say_with(in,
	    is_calendar(in) && start->telling != CC_TELLING_OFFSET
		? from_of(start)
		: CC_MSG_CLOCK_INTERVAL,
	    "from", end_text(in, start, from), "to", end_text(in, end, to),
	    NULL);
}

/* ---- a span ---- */

static const char *
span_text(const struct cc_words_in *in, const struct cc_span *span, bool phrase)
{
	struct cc_stretch start, end;

	if (!span->dated && span->start_counted == NULL &&
	    span->end_counted == NULL)
		return cc_say(in, CC_MSG_UNDATED);
	start = start_of(in, span);
	/* How long it lasted is said with its name. */
	if (!span->interval || span->lasted != NULL)
		return moment_text(in, &start, phrase);
	end = end_of(in, span);
	return interval_text(in, &start, &end, phrase);
}

const char *
cc_date_text(const struct cc_words_in *in, const struct cc_span *span)
{
	return span_text(in, span, false);
}

const char *
cc_date_phrase(const struct cc_words_in *in, const struct cc_span *span)
{
	return span_text(in, span, true);
}

const char *
cc_dates_text(const struct cc_words_in *in, const struct cc_span *from,
    const struct cc_span *to)
{
	struct cc_stretch start, end;

	if (!from->dated || !to->dated)
		return cc_date_text(in, from->dated ? from : to);
	start = start_of(in, from);
	end = start_of(in, to);
	return interval_text(in, &start, &end, false);
}
