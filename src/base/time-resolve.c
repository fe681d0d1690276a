/* What a time means: four instants under a clock. */
#include "base/time-notation.h"

#include <string.h>

static bool
between_resolve(struct cc_time_resolver *r, const struct cc_moment *moment,
    struct cc_time_reach *reach)
{
	const struct cc_time_point *a = &moment->a, *b = &moment->b;
	struct cc_slice left = cc_time_point_slice(r, a),
			right = cc_time_point_slice(r, b);
	struct cc_time_reach until;
	g_autofree char *first = cc_slice_quote(left);
	g_autofree char *last = cc_slice_quote(right);
	struct cc_pos pos = cc_slice_pos(r->time->text, r->time->pos,
	    (struct cc_slice){left.at - 1, right.end + 1});

	if (!cc_time_point_resolve(r, a, reach) ||
	    !cc_time_point_resolve(r, b, &until))
		return false;
	/* A clock that counts knows where either begins: 6 days to 2 months
	 * old. Since a date, a month is no number of days. */
	if (r->clock == CC_CLOCK_DATE &&
	    cc_time_point_unit(r, a) != cc_time_point_unit(r, b)) {
		cc_diag(r->diags, CC_E207, pos, first, last,
		    "both in the same unit");
		return false;
	}
	if (until.hi.minute <= reach->lo.minute) {
		g_autofree char *hint =
		    g_strdup_printf("[%s..%s]", last, first);

		cc_diag(r->diags, CC_E219, pos, hint);
		return false;
	}
	reach->hi = until.hi;
	return true;
}

static bool
moment_resolve(struct cc_time_resolver *r, const struct cc_moment *moment,
    struct cc_time_reach *reach)
{
	struct cc_time_reach point;

	*reach = (struct cc_time_reach){
	    CC_INSTANT_NONE_BEFORE, CC_INSTANT_NONE_AFTER, CC_PRECISION_NONE};
	switch (moment->form) {
	case CC_MOMENT_EMPTY:
	case CC_MOMENT_OPEN:
		return true;
	case CC_MOMENT_POINT:
		return cc_time_point_resolve(r, &moment->a, reach);
	case CC_MOMENT_BETWEEN:
		return between_resolve(r, moment, reach);
	case CC_MOMENT_FROM:
		if (!cc_time_point_resolve(r, &moment->a, &point))
			return false;
		reach->lo = point.lo;
		reach->precision = point.precision;
		return true;
	case CC_MOMENT_UNTIL:
		if (!cc_time_point_resolve(r, &moment->b, &point))
			return false;
		reach->hi = point.hi;
		reach->precision = point.precision;
		return true;
	}
	g_assert_not_reached();
}

/* The end cannot but lie before the start; true where that is only a warning,
 * because one of the two was written ~ or ?. */
static bool
order_refuse(const struct cc_time_resolver *r, bool doubtful)
{
	const char *text = r->time->text, *slash = strchr(text, '/');
	struct cc_slice start = {text, slash};
	struct cc_slice end = {slash + 1, text + strlen(text)};
	g_autofree char *first = cc_slice_quote(start);
	g_autofree char *last = cc_slice_quote(end);
	struct cc_pos pos = cc_slice_pos(text, r->time->pos, end);

	if (doubtful)
		cc_diag_mild(r->diags, CC_E201, pos, last, first);
	else
		cc_diag(r->diags, CC_E201, pos, last, first);
	return doubtful;
}

static struct cc_instant
earlier(struct cc_instant a, struct cc_instant b)
{
	return a.minute < b.minute ? a : b;
}

static struct cc_instant
later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

static bool
counted_point(const struct cc_moment *moment)
{
	return moment->form == CC_MOMENT_POINT &&
	       moment->a.form == CC_POINT_OFFSET;
}

static bool
both_counted(const struct cc_time_resolver *r)
{
	return r->anchor != NULL && counted_point(&r->time->start) &&
	       counted_point(&r->time->end);
}

/* 9d/3d since a thing of July: wrong on whichever day that was, though both
 * are known to a month only. */
static bool
counted_backwards(const struct cc_time_resolver *r)
{
	struct cc_span one_day;
	struct cc_time_resolver exact = *r;
	struct cc_time_reach start, end;

	if (!both_counted(r) || r->anchor->earliest_start.minute == INT64_MIN)
		return false;
	one_day = *r->anchor;
	one_day.latest_start =
	    cc_instant_add(one_day.earliest_start, CC_MINUTES_A_DAY);
	one_day.start_precision = CC_PRECISION_DAY;
	exact.anchor = &one_day;
	return cc_time_point_resolve(&exact, &r->time->start.a, &start) &&
	       cc_time_point_resolve(&exact, &r->time->end.a, &end) &&
	       end.hi.minute <= start.lo.minute;
}

/* Whether ~ or ? bears on the order; that of a common anchor does not. */
static bool
order_doubtful(const struct cc_time_resolver *r, const struct cc_span *span)
{
	const struct cc_moment *start = &r->time->start, *end = &r->time->end;

	if (!both_counted(r))
		return span->approximate || span->uncertain;
	return start->approximate || start->uncertain || end->approximate ||
	       end->uncertain;
}

static void
span_moment(struct cc_span *span, const struct cc_time_reach *start)
{
	span->earliest_start = span->earliest_end = start->lo;
	span->latest_start = span->latest_end = start->hi;
	span->end_form = span->start_form;
	span->end_precision = span->start_precision;
	span->end_approximate = span->start_approximate;
	span->end_uncertain = span->start_uncertain;
	span->end_counted = span->start_counted;
	span->end_bracket = span->start_bracket;
}

static bool
span_interval(const struct cc_time_resolver *r,
    const struct cc_time_reach *start, struct cc_time_reach end,
    struct cc_instant last_dated, struct cc_span *span)
{
	bool backwards =
	    end.hi.minute <= start->lo.minute || counted_backwards(r);

	if (backwards && !order_refuse(r, order_doubtful(r, span)))
		return false;
	if (span->end_form == CC_MOMENT_OPEN)
		end.lo = last_dated;
	/* No end before the start, not even where both are doubtful. */
	end.hi = later(end.hi, start->lo);
	span->earliest_start = start->lo;
	span->latest_start = earlier(start->hi, end.hi);
	span->earliest_end = later(end.lo, start->lo);
	span->latest_end = end.hi;
	span->end_precision = end.precision;
	return true;
}

struct cc_span
cc_span_start(const struct cc_span *span)
{
	struct cc_span start = *span;

	start.interval = false;
	start.lasted = NULL;
	start.approximate = span->start_approximate;
	start.uncertain = span->start_uncertain;
	span_moment(&start,
	    &(struct cc_time_reach){span->earliest_start, span->latest_start,
		span->start_precision});
	return start;
}

struct cc_span
cc_span_end(const struct cc_span *span)
{
	struct cc_span end = *span;

	end.interval = false;
	end.lasted = NULL;
	end.earliest_start = end.earliest_end;
	end.latest_start = end.latest_end;
	end.start_form = end.end_form;
	end.start_precision = end.end_precision;
	end.start_approximate = end.end_approximate;
	end.start_uncertain = end.end_uncertain;
	end.start_counted = end.end_counted;
	end.start_bracket = end.end_bracket;
	end.approximate = span->end_approximate;
	end.uncertain = span->end_uncertain;
	return end;
}

/* Whether a moment, in all its parts, is counted from the anchor. */
static bool
is_counted(const struct cc_time_resolver *r, const struct cc_moment *moment)
{
	if (r->anchor == NULL)
		return false;
	if (moment->form == CC_MOMENT_POINT)
		return moment->a.form == CC_POINT_OFFSET;
	return moment->form == CC_MOMENT_BETWEEN &&
	       moment->a.form == CC_POINT_OFFSET &&
	       moment->b.form == CC_POINT_OFFSET;
}

static bool
is_bracket(const struct cc_time_resolver *r, const struct cc_moment *moment)
{
	return r->clock != CC_CLOCK_DATE && moment->form == CC_MOMENT_BETWEEN &&
	       moment->a.form == CC_POINT_OFFSET &&
	       moment->b.form == CC_POINT_OFFSET;
}

/* What is written of each end, and of what it is counted from. */
static void
span_ends(const struct cc_time_resolver *r, struct cc_span *span)
{
	const struct cc_moment *start = &r->time->start, *end = &r->time->end;
	bool from = is_counted(r, start), to = is_counted(r, end);

	span->start_approximate =
	    start->approximate || (from && r->anchor->approximate);
	span->start_uncertain =
	    start->uncertain || (from && r->anchor->uncertain);
	span->start_counted = from ? start : NULL;
	span->end_approximate =
	    end->approximate || (to && r->anchor->approximate);
	span->end_uncertain = end->uncertain || (to && r->anchor->uncertain);
	span->end_counted = to ? end : NULL;
	span->start_bracket = !from && is_bracket(r, start) ? start : NULL;
	span->end_bracket = !to && is_bracket(r, end) ? end : NULL;
}

static const struct cc_span undated = {
    .earliest_start = {INT64_MIN},
    .latest_start = {INT64_MAX},
    .earliest_end = {INT64_MIN},
    .latest_end = {INT64_MAX},
};

bool
cc_time_resolve(const struct cc_time *time, enum cc_clock clock,
    const struct cc_span *anchor, struct cc_instant last_dated,
    struct cc_span *span, struct cc_diags *diags)
{
	struct cc_time_resolver r = {time, clock, anchor, diags, false};
	struct cc_time_reach start, end = {0};
	bool good;

	*span = undated;
	if (time->text == NULL)
		return true;
	good = moment_resolve(&r, &time->start, &start);
	if (time->interval)
		good &= moment_resolve(&r, &time->end, &end);
	if (!good)
		return false;
	span->dated = !r.counted || anchor->dated;
	span->interval = time->interval;
	span->approximate = time->start.approximate || time->end.approximate ||
	                    (r.counted && anchor->approximate);
	span->uncertain = time->start.uncertain || time->end.uncertain ||
	                  (r.counted && anchor->uncertain);
	span->start_form = time->start.form;
	span->end_form = time->end.form;
	span->start_precision = start.precision;
	span_ends(&r, span);
	if (!time->interval) {
		span_moment(span, &start);
		return true;
	}
	if (span_interval(&r, &start, end, last_dated, span))
		return true;
	*span = undated;
	return false;
}
