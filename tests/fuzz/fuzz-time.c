/* Any bytes as a time, under any clock, with and without an anchor: taken with
 * its four instants in order, or refused with a diagnostic in its place. */
#include "base/time.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static void
check_span(const struct cc_span *span, enum cc_clock clock)
{
	struct cc_duration length = cc_duration_length(span, clock);

	g_assert_cmpint(
	    span->earliest_start.minute, <=, span->latest_start.minute);
	g_assert_cmpint(span->earliest_end.minute, <=, span->latest_end.minute);
	g_assert_cmpint(
	    span->earliest_start.minute, <=, span->earliest_end.minute);
	g_assert_cmpint(span->latest_start.minute, <=, span->latest_end.minute);
	g_assert_cmpint(length.low, <=, length.high);
}

static void
check_refused(const struct cc_diags *diags, size_t length)
{
	guint i;

	g_assert_cmpuint(diags->list->len, >=, 1);
	for (i = 0; i < diags->list->len; i++) {
		const struct cc_diag *diag = diags->list->pdata[i];

		g_assert_cmpuint(diag->width, <=, MAX(length, 1));
		g_assert_true(g_utf8_validate(diag->sentence, -1, NULL));
	}
}

/* The first byte chooses clock and anchor, the rest is the expression. */
int
LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
	static const struct cc_span anchors[] = {
	    {.earliest_start = {27000000},
		.latest_start = {27001440},
		.start_precision = CC_PRECISION_DAY,
		.dated = true},
	    {.earliest_start = {INT64_MIN}, .latest_start = {INT64_MAX}},
	};
	g_autofree char *text = NULL;
	struct cc_source source;
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_time time;
	struct cc_span span;
	enum cc_clock clock;
	size_t anchor;

	if (size == 0)
		return 0;
	clock = (enum cc_clock)(data[0] % CC_CLOCK_WRITTEN);
	anchor = data[0] / CC_CLOCK_WRITTEN % 3;
	text = g_strndup((const char *)data + 1, size - 1);
	source = (struct cc_source){.name = "fuzz",
	    .bytes = text,
	    .length = strlen(text),
	    .first_line = 1};
	cc_arena_init(&arena);
	cc_diags_init(&diags);
	if (cc_time_read(&arena, text,
		(struct cc_pos){&source, 0, (uint32_t)source.length}, &time,
		&diags) &&
	    cc_time_resolve(&time, clock, anchor < 2 ? &anchors[anchor] : NULL,
		(struct cc_instant){28000000}, &span, &diags))
		check_span(&span, clock);
	else
		check_refused(&diags, source.length);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
	return 0;
}
