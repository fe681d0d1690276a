/* Times as phrases of a sentence. */
#include "words/language.h"
#include "words/prose.h"

/* One unit of time as it was written, from an instant on. */
static struct cc_instant
unit_after(struct cc_instant from, enum cc_precision unit, bool calendar)
{
	if (calendar && unit == CC_PRECISION_YEAR)
		return cc_instant_add_months(from, 12);
	if (calendar && unit == CC_PRECISION_MONTH)
		return cc_instant_add_months(from, 1);
	return cc_instant_add(from, cc_precision_minutes(unit));
}

static struct cc_instant
unit_before(struct cc_instant to, enum cc_precision unit, bool calendar)
{
	if (calendar && unit == CC_PRECISION_YEAR)
		return cc_instant_add_months(to, -12);
	if (calendar && unit == CC_PRECISION_MONTH)
		return cc_instant_add_months(to, -1);
	return cc_instant_add(to, -cc_precision_minutes(unit));
}

static const char *
unit_text(const struct cc_words_in *in, struct cc_instant from,
    struct cc_instant to, enum cc_precision precision)
{
	struct cc_span span = {
	    .earliest_start = from,
	    .latest_start = to,
	    .earliest_end = from,
	    .latest_end = to,
	    .start_form = CC_MOMENT_POINT,
	    .end_form = CC_MOMENT_POINT,
	    .start_precision = precision,
	    .end_precision = precision,
	    .dated = true,
	};

	return cc_date_text(in, &span);
}

/* "between Mar 2023 and Sep 2023". */
static const char *
between_text(const struct cc_words_in *in, struct cc_instant from,
    struct cc_instant to, enum cc_precision precision)
{
	bool calendar = in->course->clock == CC_CLOCK_DATE;

	if (precision == CC_PRECISION_NONE)
		precision = CC_PRECISION_DAY;
	return cc_say_with(in, CC_MSG_WHEN_BETWEEN, "from",
	    unit_text(
		in, from, unit_after(from, precision, calendar), precision),
	    "to",
	    unit_text(in, unit_before(to, precision, calendar), to, precision),
	    NULL);
}

static bool
is_between(
    enum cc_moment_form form, struct cc_instant from, struct cc_instant to)
{
	return form == CC_MOMENT_BETWEEN && from.minute != INT64_MIN &&
	       to.minute != INT64_MAX;
}

/* "on day 15"; weeks, ages and the like stand without a preposition. */
static bool
counts_days(enum cc_clock clock)
{
	return clock == CC_CLOCK_DAY || clock == CC_CLOCK_STUDY_DAY ||
	       clock == CC_CLOCK_ELAPSED;
}

static const char *
moment_text(const struct cc_words_in *in, const struct cc_span *span)
{
	enum cc_message message = CC_MSG_WHEN_ON;

	if (is_between(
		span->start_form, span->earliest_start, span->latest_start))
		return between_text(in, span->earliest_start,
		    span->latest_start, span->start_precision);
	if (span->start_form != CC_MOMENT_POINT ||
	    (in->course->clock != CC_CLOCK_DATE &&
		!counts_days(in->course->clock)))
		return cc_date_text(in, span);
	if (span->start_precision == CC_PRECISION_YEAR)
		message = CC_MSG_WHEN_IN_YEAR;
	else if (span->start_precision == CC_PRECISION_MONTH)
		message = CC_MSG_WHEN_IN;
	return cc_say_with(in, message, "date", cc_date_text(in, span), NULL);
}

/* An end of an interval in words of its own. */
static const char *
end_text(const struct cc_words_in *in, enum cc_moment_form form,
    struct cc_instant from, struct cc_instant to, enum cc_precision precision)
{
	if (is_between(form, from, to))
		return between_text(in, from, to, precision);
	return unit_text(in, from, to, precision);
}

static const char *
interval_text(const struct cc_words_in *in, const struct cc_span *span)
{
	bool start = is_between(
	    span->start_form, span->earliest_start, span->latest_start);
	bool end =
	    is_between(span->end_form, span->earliest_end, span->latest_end);
	bool points = (start || span->start_form == CC_MOMENT_POINT) &&
	              (end || span->end_form == CC_MOMENT_POINT);

	/* Both ends in one month: it is told as one. */
	if (points && !start && !end &&
	    span->earliest_start.minute == span->earliest_end.minute &&
	    span->latest_start.minute == span->latest_end.minute)
		return moment_text(in, span);
	if (!points || (!start && !end))
		return cc_date_text(in, span);
	return cc_say_with(in, CC_MSG_WHEN_INTERVAL, "from",
	    end_text(in, span->start_form, span->earliest_start,
		span->latest_start, span->start_precision),
	    "to",
	    end_text(in, span->end_form, span->earliest_end, span->latest_end,
		span->end_precision),
	    NULL);
}

/* What a time is counted after: a relapse by its kind, for its label says
 * what came back. */
static const char *
after_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_RELAPSE)
		return cc_say(in, CC_MSG_RELAPSE_SHORT);
	return cc_fact_name(in, fact, CC_NAME_SHORT);
}

static bool
has_bracket(const struct cc_span *span)
{
	return is_between(span->start_form, span->earliest_start,
		   span->latest_start) ||
	       (span->interval && is_between(span->end_form, span->earliest_end,
				      span->latest_end));
}

const char *
cc_when_start(const struct cc_words_in *in, const struct cc_fact *fact)
{
	struct cc_span span = fact->when.span;

	span.interval = false;
	return moment_text(in, &span);
}

const char *
cc_when_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	if (span->dated && span->interval)
		return interval_text(in, span);
	if (span->dated)
		return moment_text(in, span);
	if (fact->after.count > 0)
		return cc_say_with(in, CC_MSG_WHEN_AFTER, "name",
		    after_name(in, fact->after.fact[0]), NULL);
	return cc_say(in, CC_MSG_DATE_NOT_STATED);
}

const char *
cc_when_brief(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	if (!span->dated || has_bracket(span))
		return cc_when_text(in, fact);
	return cc_date_text(in, span);
}
