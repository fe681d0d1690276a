#include "batch/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TERMINAL_EVERY (G_USEC_PER_SEC / 5)
#define LINES_EVERY (30 * G_USEC_PER_SEC)

void
cc_progress_start(struct cc_progress *progress, bool quiet)
{
	*progress = (struct cc_progress){
	    .quiet = quiet,
	    .terminal = isatty(STDERR_FILENO),
	    .start = g_get_monotonic_time(),
	};
	progress->said = progress->start;
}

void
cc_progress_count(struct cc_progress *progress, enum cc_outcome outcome)
{
	progress->count[outcome]++;
}

static uint64_t
all(const struct cc_progress *progress)
{
	uint64_t sum = 0;

	for (int i = 0; i < CC_OUTCOME_COUNT; i++)
		sum += progress->count[i];
	return sum;
}

/* "1:02:03" or "2:03". */
static void
append_time(GString *to, double seconds)
{
	const unsigned whole = (unsigned)seconds;

	if (whole >= 3600)
		g_string_append_printf(to, "%u:%02u:%02u", whole / 3600,
		    whole / 60 % 60, whole % 60);
	else
		g_string_append_printf(to, "%u:%02u", whole / 60, whole % 60);
}

/* "1200 cases, 3 not drawn, 810 a second, 2:03 left". What is left is known of
 * files alone: a stream does not say how long it is. */
static char *
state(const struct cc_progress *progress, gint64 now, uint64_t files,
    uint64_t coming)
{
	GString *text = g_string_new(NULL);
	const uint64_t cases = all(progress);
	const uint64_t bad = cases - progress->count[CC_DRAWN];
	const double seconds = (double)(now - progress->start) / G_USEC_PER_SEC;

	g_string_append_printf(text, "%" G_GUINT64_FORMAT " cases, ", cases);
	if (bad > 0)
		g_string_append_printf(
		    text, "%" G_GUINT64_FORMAT " not drawn, ", bad);
	g_string_append_printf(
	    text, "%.0f a second", (double)cases / MAX(seconds, 1e-3));
	if (files > 0 && coming > 0 && cases > 0) {
		g_string_append(text, ", ");
		append_time(text, seconds * (double)coming / (double)files);
		g_string_append(text, " left");
	}
	return g_string_free(text, FALSE);
}

void
cc_progress_clear(struct cc_progress *progress)
{
	if (progress->open)
		fputs("\r\033[K", stderr);
	progress->open = false;
}

void
cc_progress_tell(struct cc_progress *progress, uint64_t files, uint64_t coming)
{
	const gint64 now = g_get_monotonic_time();
	g_autofree char *text = NULL;

	if (progress->quiet ||
	    now - progress->said <
		(progress->terminal ? TERMINAL_EVERY : LINES_EVERY))
		return;
	progress->said = now;
	text = state(progress, now, files, coming);
	cc_progress_clear(progress);
	fprintf(stderr, "%s%s", text, progress->terminal ? "" : "\n");
	progress->open = progress->terminal;
	fflush(stderr);
}

void
cc_progress_end(struct cc_progress *progress, const char *where)
{
	static const struct {
		enum cc_outcome outcome;
		const char *words;
	} rows[] = {
	    {CC_REFUSED, "refused"},
	    {CC_FAILED, "failed"},
	    {CC_CRASHED, "crashed"},
	    {CC_TIMEOUT, "took too long"},
	    {CC_MEMORY, "took too much memory"},
	};
	g_autoptr(GString) text = g_string_new(NULL);

	cc_progress_clear(progress);
	if (progress->quiet)
		return;
	g_string_append_printf(text, "%" G_GUINT64_FORMAT " drawn",
	    progress->count[CC_DRAWN] - progress->kept);
	if (progress->kept > 0)
		g_string_append_printf(text,
		    ", %" G_GUINT64_FORMAT " there already", progress->kept);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (progress->count[rows[i].outcome] > 0)
			g_string_append_printf(text,
			    ", %" G_GUINT64_FORMAT " %s",
			    progress->count[rows[i].outcome], rows[i].words);
	fprintf(stderr, "%s: %s\n", text->str, where);
}
