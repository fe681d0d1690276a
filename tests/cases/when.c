/* What a chart knows of a time. */
#include "course.h"

/* Minutes of a month and a year where no calendar holds, as base/time has
 * them. */
#define MONTH INT64_C(43830)
#define YEAR INT64_C(525960)

static int64_t
floored(int64_t at, int64_t unit)
{
	int64_t whole = at / unit;

	return at % unit < 0 ? whole - 1 : whole;
}

int64_t
cc_course_placed(const struct cc_course *course, int64_t at)
{
	const int64_t zero = course->diagnosis;
	const int64_t span = MAX(course->knobs.span, 1);

	if (course->knobs.structure == CC_STRUCTURE_ONE_DAY)
		return zero + MIN((at - zero) / (span / CC_DAY + 1), 600);
	/* Most of the course falls on three days. */
	if (course->knobs.structure == CC_STRUCTURE_HEAP &&
	    at > zero + span / 10 && at < course->end - span / 10)
		return zero + span / 10 +
		       floored(at - zero - span / 10, span / 3) * (span / 3);
	return at;
}

/* How finely this one is known. */
static enum cc_known
known(struct cc_course *course)
{
	static const enum cc_known mixed[] = {
	    CC_KNOWN_DAY, CC_KNOWN_MONTH, CC_KNOWN_YEAR};
	static const int weights[] = {55, 35, 10};
	enum cc_known as = course->knobs.known;

	if (as == CC_KNOWN_MIXED)
		as = mixed[cc_random_weighted(
		    &course->random, weights, G_N_ELEMENTS(weights))];
	return as;
}

static void
date_append(GString *to, int64_t at, enum cc_known as)
{
	const struct cc_date date = cc_instant_date((struct cc_instant){at});
	const int minute = (int)(at - floored(at, CC_DAY) * CC_DAY);

	g_string_append_printf(to, "%04d", date.year);
	if (as == CC_KNOWN_YEAR)
		return;
	g_string_append_printf(to, "-%02d", date.month);
	if (as == CC_KNOWN_MONTH)
		return;
	g_string_append_printf(to, "-%02d", date.day);
	if (as == CC_KNOWN_MINUTE)
		g_string_append_printf(
		    to, "T%02d:%02d", minute / 60, minute % 60);
}

/* A count of the clock's own unit. */
static void
bare_append(const struct cc_course *course, GString *to, int64_t minutes)
{
	static const char letters[] = {[CC_CLOCK_DAY] = 'd',
	    [CC_CLOCK_STUDY_DAY] = 'd',
	    [CC_CLOCK_WEEK] = 'w',
	    [CC_CLOCK_MONTH] = 'm',
	    [CC_CLOCK_YEAR] = 'y',
	    [CC_CLOCK_AGE] = 'y',
	    [CC_CLOCK_GESTATION] = 'w'};
	const int64_t unit = cc_precision_minutes(cc_clock_unit(course->clock));
	int64_t count = floored(minutes, unit);

	if (course->clock == CC_CLOCK_STUDY_DAY && count >= 0)
		count++;
	g_string_append_printf(to, "%" G_GINT64_FORMAT, count);
	/* Four digits would be a year. */
	if (ABS(count) > 999)
		g_string_append_c(to, letters[course->clock]);
}

/* Tenths of the unit: "2.5", "-0.3". */
static void
tenths_append(GString *to, int64_t minutes, int64_t unit)
{
	const int64_t tenths = floored(minutes, unit / 10);

	g_string_append_printf(to, "%s%" G_GINT64_FORMAT ".%d",
	    tenths < 0 ? "-" : "", ABS(tenths) / 10, (int)(ABS(tenths) % 10));
}

static void
clock_append(
    const struct cc_course *course, GString *to, int64_t at, enum cc_known as)
{
	const int64_t minutes = at - course->clock_zero;
	const int64_t days = floored(minutes, CC_DAY);
	const int64_t months = floored(minutes, MONTH);

	if (course->knobs.structure == CC_STRUCTURE_CLOCKED &&
	    course->clock != CC_CLOCK_STUDY_DAY && as != CC_KNOWN_YEAR) {
		tenths_append(to, minutes,
		    cc_precision_minutes(cc_clock_unit(course->clock)));
	} else if (as == CC_KNOWN_YEAR ||
		   course->clock == CC_CLOCK_STUDY_DAY) {
		bare_append(course, to, minutes);
	} else if (as == CC_KNOWN_MINUTE) {
		g_string_append_printf(
		    to, "%" G_GINT64_FORMAT "h", floored(minutes, 60));
	} else if (course->clock == CC_CLOCK_DAY || days < 7) {
		g_string_append_printf(to, "%" G_GINT64_FORMAT "d", days);
	} else if (course->clock == CC_CLOCK_WEEK ||
		   course->clock == CC_CLOCK_GESTATION) {
		g_string_append_printf(to, "%" G_GINT64_FORMAT "w", days / 7);
		if (days % 7 > 0)
			g_string_append_printf(to, "%dd", (int)(days % 7));
	} else if (course->clock == CC_CLOCK_AGE && months >= 12) {
		g_string_append_printf(
		    to, "%" G_GINT64_FORMAT "y", months / 12);
		g_string_append_printf(to, "%dm", (int)(months % 12));
	} else {
		tenths_append(to, minutes,
		    course->clock == CC_CLOCK_MONTH ? MONTH : YEAR);
	}
}

static void
point_append(
    const struct cc_course *course, GString *to, int64_t at, enum cc_known as)
{
	if (course->clock == CC_CLOCK_DATE)
		date_append(to, at, as);
	else
		clock_append(course, to, at, as);
}

/* A bracket around the truth; both sides in one unit. */
static void
bracket_append(
    struct cc_course *course, GString *to, int64_t at, enum cc_known as)
{
	static const int64_t units[] = {[CC_KNOWN_MINUTE] = 60,
	    [CC_KNOWN_DAY] = CC_DAY,
	    [CC_KNOWN_MONTH] = MONTH,
	    [CC_KNOWN_YEAR] = YEAR};
	int64_t unit = units[as], low, high;
	const int form = cc_random_below(&course->random, 20);

	if (course->clock != CC_CLOCK_DATE) {
		unit = cc_precision_minutes(cc_clock_unit(course->clock));
		as = CC_KNOWN_YEAR; /* bare counts */
	}
	low = at - cc_random_between(&course->random, 0, 4) * unit;
	high = at + cc_random_between(&course->random, 0, 4) * unit;
	g_string_append_c(to, '[');
	if (form != 0)
		point_append(course, to, low, as);
	g_string_append(to, "..");
	if (form != 1)
		point_append(course, to, high, as);
	g_string_append_c(to, ']');
}

static void
moment_append(
    struct cc_course *course, GString *to, int64_t at, enum cc_known as)
{
	int doubt = cc_random_below(&course->random, 100);

	course->exact = as == CC_KNOWN_MINUTE &&
	                course->clock == CC_CLOCK_DATE &&
	                doubt >= course->knobs.doubt;
	if (doubt >= course->knobs.doubt) {
		point_append(course, to, at, as);
		return;
	}
	if (doubt % 2 == 0) {
		bracket_append(course, to, at, as);
		return;
	}
	point_append(course, to, at, as);
	g_string_append_c(to, doubt % 3 == 0 ? '?' : '~');
}

/* Days begin where the clock's do. */
static int64_t
day_of(const struct cc_course *course, int64_t at)
{
	return floored(
	    at - (course->clock == CC_CLOCK_DATE ? 0 : course->clock_zero),
	    CC_DAY);
}

/* Whole days, or weeks (completed ones), since the anchor. */
static void
offset_append(struct cc_course *course, GString *to, int64_t at,
    const struct cc_anchor *anchor)
{
	const int64_t days = day_of(course, at) - day_of(course, anchor->at);

	if (anchor->exact)
		g_string_append_printf(
		    to, "%" G_GINT64_FORMAT "h", floored(at - anchor->at, 60));
	else if (days > 28 && days % 7 == 0 &&
		 cc_random_chance(&course->random, 50))
		g_string_append_printf(to, "%" G_GINT64_FORMAT "w", days / 7);
	else
		g_string_append_printf(to, "%" G_GINT64_FORMAT "d", days);
}

/* An anchor that this time could be told by, or NULL. */
static const struct cc_anchor *
anchor_draw(struct cc_course *course, struct cc_stretch when)
{
	const struct cc_anchor *anchor;
	const int64_t near = MIN(course->knobs.span, 400 * CC_DAY);

	/* What hands its anchor down leaves a choice to dates alone. */
	if (course->inherited != NULL &&
	    (course->clock != CC_CLOCK_DATE ||
		cc_random_chance(&course->random, 70)))
		return course->inherited;
	if (!course->offsets || course->anchors->len == 0 ||
	    !cc_random_chance(&course->random, 25))
		return NULL;
	anchor = &g_array_index(course->anchors, struct cc_anchor,
	    (guint)cc_random_below(&course->random, (int)course->anchors->len));
	if (ABS(when.from - anchor->at) > near ||
	    ABS(when.to - anchor->at) > near)
		return NULL;
	return anchor;
}

void
cc_course_when(
    struct cc_course *course, const char *attribute, struct cc_stretch when)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const enum cc_known as = known(course);
	const struct cc_anchor *anchor;

	when.from = cc_course_placed(course, when.from);
	when.to = cc_course_placed(course, when.to);
	anchor = anchor_draw(course, when);
	course->exact = false;
	if (when.ends == CC_ENDS_RUNNING)
		g_string_append(text, "..");
	else if (when.ends == CC_ENDS_UNBEGUN)
		; /* nothing is said */
	else if (anchor != NULL)
		offset_append(course, text, when.from, anchor);
	else
		moment_append(course, text, when.from, as);
	if (when.ends != CC_ENDS_MOMENT)
		g_string_append_c(text, '/');
	if (when.ends == CC_ENDS_ONGOING)
		g_string_append(text, "..");
	else if (when.ends != CC_ENDS_MOMENT && when.ends != CC_ENDS_UNSAID) {
		if (anchor != NULL)
			offset_append(course, text, when.to, anchor);
		else
			moment_append(course, text, when.to, as);
	}
	if (anchor != NULL && anchor != course->inherited)
		cc_out_attribute(&course->out, "since", anchor->id);
	cc_out_attribute(&course->out, attribute, text->str);
	/* Doses and grades count from what their fact counts from. */
	if (anchor != NULL && course->out.depth == course->fact_depth)
		course->inherited = anchor;
}

void
cc_course_moment(struct cc_course *course, int64_t at)
{
	cc_course_when(
	    course, "time", (struct cc_stretch){at, at, CC_ENDS_MOMENT});
}

void
cc_course_span(struct cc_course *course, int64_t from, int64_t to)
{
	cc_course_when(
	    course, "time", (struct cc_stretch){from, to, CC_ENDS_CLOSED});
}
