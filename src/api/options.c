/* What was asked of a picture, against the case that it is asked of: its dates
 * and ids. */
#include "api/context.h"

#include "base/number.h"

#include <string.h>

/* A time of the caller's under the case's clock. Its mistakes are said as in a
 * file, then which option holds it. */
static bool
read_time(const struct cc_case *course, struct cc_arena *arena,
    const char *text, struct cc_span *span, struct cc_diags *diags)
{
	struct cc_time time;

	return cc_time_read(arena, text, (struct cc_pos){0}, &time, diags) &&
	       cc_time_resolve(
		   &time, course->clock, NULL, course->last_dated, span, diags);
}

static const struct cc_fact *
find_id(const struct cc_case *course, const char *id)
{
	for (size_t i = 0; i < course->fact_count; i++)
		if (g_strcmp0(course->facts[i].id, id) == 0)
			return &course->facts[i];
	return NULL;
}

/* The zero of the axis: a word, an id, else a date. A date would say when,
 * which a case for strangers must not. */
static bool
resolve_zero(const struct clincourse_render *render,
    const struct cc_case *course, struct cc_arena *arena,
    struct cc_layout_options *options, struct cc_diags *diags)
{
	const char *zero = render->zero;
	struct cc_diags own;
	struct cc_span span = {0};
	const struct cc_fact *fact;
	bool dated;

	if (zero == NULL || strcmp(zero, "diagnosis") == 0 ||
	    strcmp(zero, "first-treatment") == 0)
		return true;
	fact = find_id(course, zero);
	if (fact != NULL && fact->when.span.dated)
		return true;
	if (fact != NULL) {
		cc_diag(diags, CC_E482, course->pos, zero, "it has no date");
		return false;
	}
	if (render->privacy != NULL) {
		cc_diag(diags, CC_E482, course->pos, zero,
		    "write diagnosis, first-treatment or the id of a dated "
		    "fact beside --privacy");
		return false;
	}
	cc_diags_init(&own);
	dated = read_time(course, arena, zero, &span, &own) && !span.interval;
	cc_diags_finish(&own);
	if (!dated) {
		cc_diag(diags, CC_E482, course->pos, zero,
		    "write diagnosis, first-treatment, the id of a dated "
		    "fact, or a time as 2022-07");
		return false;
	}
	options->zero_at = span;
	return true;
}

/* Dates are those of the file, whatever the picture shows of them. */
static bool
holds_date(struct cc_arena *arena, const char *text)
{
	struct cc_diags own;
	struct cc_time time;
	bool dated;

	cc_diags_init(&own);
	dated = cc_time_read(arena, text, (struct cc_pos){0}, &time, &own) &&
	        (time.start.a.form == CC_POINT_DATE ||
		    time.end.a.form == CC_POINT_DATE);
	cc_diags_finish(&own);
	return dated;
}

/* `course` is the case by whose clock the stretch is written. */
static bool
resolve_detail(const char *detail, const struct cc_case *course,
    struct cc_arena *arena, struct cc_span *span, struct cc_diags *diags)
{
	if (!read_time(course, arena, detail, span, diags))
		return false;
	if (span->interval && span->start_form == CC_MOMENT_POINT &&
	    span->end_form == CC_MOMENT_POINT &&
	    span->latest_end.minute > course->first_dated.minute &&
	    span->earliest_start.minute < course->last_dated.minute)
		return true;
	cc_diag(diags, CC_E483, course->pos, detail);
	return false;
}

bool
cc_options_resolve(const struct clincourse_render *render,
    const struct cc_case *written, const struct cc_case *shown,
    const struct cc_privacy_way *way, struct cc_arena *arena,
    struct cc_layout_options *options, struct cc_diags *diags)
{
	static const char *const axis_words[] = {
	    [CC_AXIS_BOTH] = "both",
	    [CC_AXIS_CALENDAR] = "calendar",
	    [CC_AXIS_RELATIVE] = "relative",
	};
	const char *detail = render->detail;
	bool dated;

	*options = (struct cc_layout_options){
	    .unbroken = g_strcmp0(render->breaks, "no") == 0,
	    .fold = render->fold,
	    .zero = render->zero,
	    .unit = render->unit,
	    .title = render->title,
	    .figure = render->figure,
	    .tracks = render->tracks,
	    .intervals = render->intervals,
	};
	for (size_t i = 0; i < G_N_ELEMENTS(axis_words); i++)
		if (g_strcmp0(render->axis, axis_words[i]) == 0)
			options->axis = (enum cc_axis_rows)i;
	if (!resolve_zero(render, written, arena, options, diags))
		return false;
	if (detail == NULL)
		return true;
	dated = holds_date(arena, detail);
	if (!resolve_detail(detail, dated ? written : shown, arena,
		&options->detail, diags))
		return false;
	if (dated && way != NULL)
		options->detail =
		    cc_span_private(written, way, options->detail);
	return true;
}
