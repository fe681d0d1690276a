/* invariants CASES [--first SEED]
 * Draws generated courses and holds what is true of each whatever it tells:
 * every fact is in the picture or named as left out; nothing is drawn after a
 * death, before what it comes after, or as happened when it did not; picture,
 * text and intervals agree about every date. Prints TAP, a point a rule. */
#include "press.h"
#include "view.h"

#include "follow/interval.h"
#include "model/closed.h"
#include "model/kind.h"
#include "words/prose.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXAMPLES 12 /* told of a rule */

/* Signs stand half their width beside their day, with their stroke [u]. */
#define SIGN 0.75

/* Rings without words move aside where two would cover each other; they still
 * cover their date, but for this [u]. */
#define NEAR 0.12

enum rule {
	RULE_LEGAL,
	RULE_TOLD,
	RULE_DEATH,
	RULE_BEHIND,
	RULE_AFTER,
	RULE_HOLLOW,
	RULE_SAID,
	RULE_DATED,
	RULE_PLACE,
	RULE_EARLY,
	RULE_HELD,
	RULE_FOLLOWS,
	RULE_INTERVAL,
	RULE_COUNT
};

static const char *const rules[] = {
    [RULE_LEGAL] = "every course is legal and is drawn",
    [RULE_TOLD] = "every fact is in the picture or named as left out",
    [RULE_DEATH] = "nothing is drawn after a death",
    [RULE_BEHIND] = "words of what comes after a death stand behind its line",
    [RULE_AFTER] = "nothing is drawn before what it comes after",
    [RULE_HOLLOW] = "what did not happen is drawn hollow",
    [RULE_SAID] = "what did not happen is said so",
    [RULE_DATED] = "picture and text tell one date",
    [RULE_PLACE] = "the sign of what is exact covers its date",
    [RULE_EARLY] = "no chip or pill is drawn before its day",
    [RULE_HELD] = "no time is cut out of a response that stands",
    [RULE_FOLLOWS] = "nothing follows from what did not happen, or past an end",
    [RULE_INTERVAL] = "intervals begin and end on dates of the course",
};
_Static_assert(G_N_ELEMENTS(rules) == RULE_COUNT, "a sentence each");

static const enum cc_structure structures[] = {CC_STRUCTURE_SPARSE,
    CC_STRUCTURE_CHAIN, CC_STRUCTURE_DATELESS, CC_STRUCTURE_PLANS,
    CC_STRUCTURE_CLOCKED, CC_STRUCTURE_PAIR, CC_STRUCTURE_YOUNG,
    CC_STRUCTURE_DRAWN};
/* The last has no part for genetics and values, and may have no room at all. */
static const char *const sizes[] = {"screen-16x9", "nature-1", "slide-16x9"};
#define SIZE_SHORT 2

struct audit {
	struct cc_press press;
	int broken[RULE_COUNT];
	/* Of the picture at hand. */
	struct cc_knobs knobs;
	const char *size, *lang;
	const struct cc_view *view;
};

static void breaks(struct audit *audit, enum rule rule,
    const struct cc_fact *fact, const char *format, ...) G_GNUC_PRINTF(4, 5);

static void
breaks(struct audit *audit, enum rule rule, const struct cc_fact *fact,
    const char *format, ...)
{
	g_autoptr(GString) knobs = g_string_new(NULL);
	g_autofree char *what = NULL;
	va_list arguments;

	if (audit->broken[rule]++ >= EXAMPLES)
		return;
	va_start(arguments, format);
	what = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	cc_knobs_describe(&audit->knobs, knobs);
	printf("# %s: %s %s line %u <%s>: %s\n#   cases %s\n", rules[rule],
	    audit->size, audit->lang,
	    fact != NULL ? cc_pos_place(fact->pos).line : 0,
	    fact != NULL ? cc_kind_row(fact->kind)->element : "case", what,
	    knobs->str);
}

static const struct cc_trace *
trace_of(const struct audit *audit, const struct cc_fact *fact)
{
	return &audit->view->traces[fact->index];
}

/* ---- every fact is there ---- */

/* A note or a warning at its place, or one of rows as its own. */
static bool
is_left_out(const struct audit *audit, const struct cc_fact *fact)
{
	const GPtrArray *list = audit->view->told.list;
	const uint32_t line = cc_pos_place(fact->pos).line;

	for (guint i = 0; i < list->len; i++) {
		const struct cc_diag *diag = list->pdata[i];

		if (diag->code == CC_W402 || diag->place.line == line)
			return true;
	}
	return false;
}

static bool
says(const struct audit *audit, const char *text)
{
	return text != NULL && strstr(audit->view->said->str, text) != NULL;
}

/* In the words of another: a list, a strip, a line of the patient, the best
 * of a treatment. */
static bool
is_named(const struct audit *audit, const struct cc_fact *fact)
{
	const struct cc_words_in *in = &audit->view->words;

	if (fact->kind == CC_KIND_GENETICS && fact->finding_count > 0)
		return says(audit, cc_finding_text(in, &fact->findings[0]));
	if (fact->kind == CC_KIND_PANEL && fact->value_count > 0)
		return says(audit, cc_value_text(in, &fact->values[0]));
	return says(audit, cc_fact_name(in, fact, CC_NAME_SHORT)) ||
	       says(audit, cc_fact_name(in, fact, CC_NAME_FULL));
}

static void
hold_told(struct audit *audit, const struct cc_fact *fact)
{
	if (trace_of(audit, fact)->drawn || is_named(audit, fact) ||
	    is_left_out(audit, fact))
		return;
	breaks(audit, RULE_TOLD, fact, "not there");
}

/* ---- order ---- */

static double
x_of(const struct audit *audit, struct cc_instant instant)
{
	return cc_axis_x(&audit->view->axis, instant);
}

/* Its ink has a place in time. */
static bool
is_on_axis(const struct audit *audit, const struct cc_fact *fact)
{
	return trace_of(audit, fact)->left < INFINITY &&
	       fact->kind != CC_KIND_PANEL && fact->kind != CC_KIND_COMMENT;
}

static void
hold_death(struct audit *audit, const struct cc_fact *fact)
{
	const struct cc_follow *follow = audit->view->follow;
	const struct cc_fact *death = follow->patients[fact->patient].death;
	const struct cc_span *span;
	double most;

	if (death == NULL || fact == death || !is_on_axis(audit, fact) ||
	    !fact->happened || cc_fact_outlives(fact))
		return;
	span = cc_follow_span(follow, death);
	/* Its line stands in the middle of a day that is known. */
	most = x_of(audit, span->latest_end);
	if (cc_start_is_exact(span, follow->exact))
		most = (most + x_of(audit, span->earliest_start)) / 2;
	most += SIGN * audit->view->u;
	if (trace_of(audit, fact)->right > most)
		breaks(audit, RULE_DEATH, fact, "%.1f after %.1f",
		    trace_of(audit, fact)->right, most);
}

/* Words that no side has room for may run across; what is to be found behind
 * the line alone is what came after. */
static void
hold_word(void *to, const struct cc_fact *fact, const struct cc_item *text)
{
	struct audit *audit = to;
	const double line = cc_view_death(audit->view, fact);
	const struct cc_box box = cc_item_box(text);
	const double near = NEAR * audit->view->u;

	if (isnan(line) || !is_on_axis(audit, fact) || !fact->happened)
		return;
	if (trace_of(audit, fact)->left > line + near && box.x < line)
		breaks(audit, RULE_BEHIND, fact, "\"%s\" from %.1f, line %.1f",
		    text->text.string, box.x, line);
}

static void
hold_after(struct audit *audit, const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->after.count; i++) {
		const struct cc_span *anchor =
		    cc_follow_span(audit->view->follow, fact->after.fact[i]);
		const double least =
		    x_of(audit, anchor->earliest_end) - SIGN * audit->view->u;

		if (is_on_axis(audit, fact) &&
		    trace_of(audit, fact)->left < least)
			breaks(audit, RULE_AFTER, fact, "%.1f before %.1f",
			    trace_of(audit, fact)->left, least);
	}
}

/* ---- what did not happen ---- */

/* In any of the words that the language has for it. */
static bool
says_status(
    const struct audit *audit, const struct cc_fact *fact, const char *tip)
{
	static const enum cc_message words[][3] = {
	    [CC_STATUS_PLANNED] = {CC_MSG_PLANNED, CC_MSG_PLANNED,
		CC_MSG_PLANNED},
	    [CC_STATUS_NOT_DONE] = {CC_MSG_NOT_DONE, CC_MSG_NOT_GIVEN,
		CC_MSG_DID_NOT_OCCUR},
	};

	for (size_t i = 0; tip != NULL && i < 3; i++)
		if (strstr(tip, cc_say(&audit->view->words,
				    words[fact->status][i])) != NULL)
			return true;
	return false;
}

static void
hold_status(struct audit *audit, const struct cc_fact *fact)
{
	const struct cc_trace *trace = trace_of(audit, fact);

	if (fact->happened || !trace->drawn)
		return;
	if (trace->solid)
		breaks(audit, RULE_HOLLOW, fact, "solid at %.1f,%.1f",
		    trace->place.x, trace->place.y);
	if (!says_status(audit, fact, trace->tip))
		breaks(audit, RULE_SAID, fact, "tip \"%s\"", trace->tip);
}

/* ---- dates ---- */

static void
hold_dated(struct audit *audit, const struct cc_fact *fact)
{
	const char *when = cc_when_brief(&audit->view->words, fact);
	const char *tip = trace_of(audit, fact)->tip;

	if (tip != NULL && fact->kind != CC_KIND_SERIES &&
	    strstr(tip, when) == NULL)
		breaks(audit, RULE_DATED, fact, "\"%s\" in \"%s\"", when, tip);
}

/* One sign for several stands between them, and its tooltip names them. */
static bool
is_cluster(const struct audit *audit, const struct cc_fact *fact)
{
	const struct cc_words_in *in = &audit->view->words;
	const char *tip = trace_of(audit, fact)->tip;

	return (fact->kind == CC_KIND_EVENT ||
		   fact->kind == CC_KIND_PROCEDURE ||
		   fact->kind == CC_KIND_COMMENT) &&
	       tip != NULL && strcmp(tip, cc_fact_tip(in, fact, NULL)) != 0;
}

static void
hold_place(struct audit *audit, const struct cc_fact *fact)
{
	const struct cc_span *span = cc_follow_span(audit->view->follow, fact);
	const struct cc_trace *trace = trace_of(audit, fact);
	double at;

	if (!fact->when.span.dated || span->interval ||
	    fact->kind == CC_KIND_PANEL || is_cluster(audit, fact) ||
	    trace->first == INFINITY ||
	    !cc_start_is_exact(span, audit->view->follow->exact))
		return;
	at = (x_of(audit, span->earliest_start) +
		 x_of(audit, span->latest_end)) /
	     2;
	if (at < trace->first - NEAR * audit->view->u ||
	    at > trace->last + NEAR * audit->view->u)
		breaks(audit, RULE_PLACE, fact, "%.2f to %.2f, not at %.2f",
		    trace->first, trace->last, at);
}

/* What was found, or reached, was not there before; a chip stands on its day,
 * a pill behind it. */
static void
hold_early(struct audit *audit, const struct cc_fact *fact)
{
	const struct cc_span *span = cc_follow_span(audit->view->follow, fact);
	const struct cc_trace *trace = trace_of(audit, fact);
	double least;

	if ((fact->kind != CC_KIND_GENETICS &&
		fact->kind != CC_KIND_RESPONSE) ||
	    !fact->when.span.dated || trace->left == INFINITY ||
	    span->earliest_start.minute == INT64_MIN)
		return;
	least = x_of(audit, span->earliest_start) - SIGN * audit->view->u;
	if (trace->left < least)
		breaks(audit, RULE_EARLY, fact, "%.1f before %.1f", trace->left,
		    least);
}

static void
hold_cuts(struct audit *audit, const struct cc_state *state)
{
	const struct cc_axis *axis = &audit->view->axis;

	for (size_t i = 0; i + 1 < axis->stretches; i++)
		if (state->from.earliest_start.minute <
			axis->stretch[i + 1].from.minute &&
		    state->carried_until.minute > axis->stretch[i].to.minute)
			breaks(audit, RULE_HELD, state->fact, "cut %zu", i + 1);
}

/* The rows of the text's table are the facts with their dates. */
static void
hold_table(struct audit *audit)
{
	const struct cc_words_in *in = &audit->view->words;
	struct cc_table table;
	size_t count;
	const struct cc_fact **facts = cc_facts_sorted(in, &count);

	cc_reading_make(in, &table);
	if (table.count != in->course->fact_count)
		breaks(audit, RULE_DATED, NULL, "%zu rows", table.count);
	for (size_t i = 0; i < MIN(table.count, count); i++)
		if (facts[i]->kind != CC_KIND_SERIES &&
		    strcmp(table.rows[i][0], cc_when_brief(in, facts[i])) != 0)
			breaks(audit, RULE_DATED, facts[i], "row \"%s\"",
			    table.rows[i][0]);
}

/* ---- what follows ---- */

static void
hold_fact_of(struct audit *audit, const struct cc_fact *fact, const char *as)
{
	if (fact != NULL && !fact->happened)
		breaks(audit, RULE_FOLLOWS, fact, "%s", as);
}

static void
hold_over(struct audit *audit, const struct cc_fact *fact,
    struct cc_instant until, const char *as)
{
	const struct cc_patient_course *patient =
	    cc_follow_patient(audit->view->follow, fact);

	if (until.minute > patient->over.minute)
		breaks(audit, RULE_FOLLOWS, fact,
		    "%s until %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, as,
		    until.minute, patient->over.minute);
}

static void
hold_states(struct audit *audit)
{
	const struct cc_states *states = &audit->view->follow->states;

	for (size_t i = 0; i < states->count; i++)
		for (size_t k = 0; k < states->of[i].count; k++) {
			const struct cc_state *state = &states->of[i].item[k];

			hold_fact_of(audit, state->fact, "a state");
			hold_fact_of(audit, state->ended_by, "ends a state");
			hold_over(audit, state->fact, state->carried_until,
			    "carried");
		}
}

static void
hold_follow(struct audit *audit)
{
	const struct cc_follow *follow = audit->view->follow;

	for (size_t i = 0; i < follow->turns.count; i++)
		hold_fact_of(audit, follow->turns.item[i].fact, "a turn");
	for (size_t i = 0; i < follow->exposures.count; i++) {
		const struct cc_exposure *given = &follow->exposures.item[i];

		hold_fact_of(audit, given->extent.ended_by, "ends a treatment");
		if (given->fact->happened && given->fact->when.span.dated &&
		    given->extent.end != CC_END_STATED)
			hold_over(audit, given->fact,
			    given->extent.span.latest_end, "given");
	}
	for (size_t i = 0; i < follow->course->line_count; i++) {
		const struct cc_therapy *line = &follow->lines[i];

		hold_fact_of(audit, line->start, "starts a line");
		hold_fact_of(audit, line->progression, "progression");
		hold_fact_of(audit, line->response, "response");
		hold_fact_of(audit, line->best, "best");
	}
	hold_states(audit);
}

static void
hold_held(struct audit *audit)
{
	const struct cc_states *states = &audit->view->follow->states;

	for (size_t i = 0; i < states->count; i++)
		for (size_t k = 0; k < states->of[i].count; k++)
			if (states->of[i].item[k].form != CC_STATE_LOST)
				hold_cuts(audit, &states->of[i].item[k]);
}

/* ---- intervals ---- */

static bool
is_moment(
    struct cc_instant low, struct cc_instant high, const struct cc_span *span)
{
	return span->dated && ((span->earliest_start.minute == low.minute &&
				   span->latest_start.minute == high.minute) ||
				  (span->earliest_end.minute == low.minute &&
				      span->latest_end.minute == high.minute));
}

static void
hold_interval(
    struct audit *audit, size_t patient, const struct cc_interval *interval)
{
	const struct cc_follow *follow = audit->view->follow;
	const struct cc_case *course = follow->course;
	const char *name = cc_closed_interval.words[interval->kind];
	bool begun = false;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->patient == patient && fact->happened)
			begun |=
			    is_moment(interval->from.earliest_start,
				interval->from.latest_start,
				cc_follow_span(follow, fact)) ||
			    is_moment(interval->from.earliest_start,
				interval->from.latest_start, &fact->when.span);
	}
	if (!begun)
		breaks(
		    audit, RULE_INTERVAL, NULL, "%s begins on no date", name);
	if (interval->to.latest_end.minute <
	    interval->from.earliest_start.minute)
		breaks(audit, RULE_INTERVAL, NULL, "%s runs backwards", name);
	/* What began before the file does has a first day that nobody knows. */
	if (interval->from.start_precision == CC_PRECISION_NONE ||
	    interval->to.start_precision == CC_PRECISION_NONE)
		breaks(audit, RULE_INTERVAL, NULL,
		    "%s begins or ends at what was not stated", name);
	if (follow->patients[patient].contact.dated &&
	    interval->to.latest_end.minute >
		follow->patients[patient].contact.latest_end.minute)
		breaks(audit, RULE_INTERVAL, NULL,
		    "%s ends after the last contact", name);
}

static void
hold_intervals(struct audit *audit)
{
	const struct cc_follow *follow = audit->view->follow;
	struct cc_interval interval;

	for (size_t i = 0; i < follow->course->line_count; i++)
		for (int kind = 0; kind < CC_INTERVAL_OS; kind++)
			if (cc_line_interval(follow, i,
				(enum cc_interval_kind)kind, &interval))
				hold_interval(
				    audit, follow->lines[i].patient, &interval);
	for (int kind = CC_INTERVAL_OS; kind < CC_INTERVAL_COUNT; kind++)
		if (cc_case_interval(
			follow, (enum cc_interval_kind)kind, &interval))
			hold_interval(audit, 0, &interval);
}

/* ---- the whole ---- */

static void
hold_picture(struct audit *audit)
{
	const struct cc_case *course = audit->press.course.data;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		hold_told(audit, fact);
		hold_death(audit, fact);
		hold_after(audit, fact);
		hold_status(audit, fact);
		hold_dated(audit, fact);
		hold_place(audit, fact);
		hold_early(audit, fact);
	}
	hold_held(audit);
	cc_view_words(audit->view, hold_word, audit);
}

static void
picture_hold(struct audit *audit)
{
	struct cc_view view;

	cc_view_init(&view, &audit->press.course, audit->size, audit->lang);
	audit->view = &view;
	/* What has no room at all says so, and claims nothing. */
	if (view.drawn)
		hold_picture(audit);
	else if (audit->knobs.structure != CC_STRUCTURE_DRAWN &&
		 audit->size != sizes[SIZE_SHORT])
		breaks(audit, RULE_LEGAL, NULL, "not drawn");
	if (audit->size == sizes[0]) {
		hold_table(audit);
		hold_follow(audit);
		hold_intervals(audit);
	}
	cc_view_finish(&view);
}

static void
case_hold(struct audit *audit, uint64_t seed)
{
	cc_knobs_init(&audit->knobs, seed);
	audit->knobs.structure = structures[seed % G_N_ELEMENTS(structures)];
	audit->lang = seed / G_N_ELEMENTS(structures) % 4 == 0 ? "zh" : "en";
	if (cc_press_case(&audit->press, &audit->knobs) == NULL) {
		breaks(audit, RULE_LEGAL, NULL, "refused");
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		audit->size = sizes[i];
		picture_hold(audit);
	}
}

int
main(int argc, char **argv)
{
	struct audit audit = {.size = sizes[0]};
	const int cases = argc > 1 ? atoi(argv[1]) : 200;
	const uint64_t first = argc > 3 && strcmp(argv[2], "--first") == 0
	                           ? g_ascii_strtoull(argv[3], NULL, 10)
	                           : 1;
	bool good = true;

	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", TRUE);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", TRUE);
	if (!cc_press_init(&audit.press)) {
		fputs("invariants: the templates cannot be read\n", stderr);
		return 3;
	}
	for (int i = 0; i < cases; i++)
		case_hold(&audit, first + (uint64_t)i);
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		const bool holds = audit.broken[rule] == 0;

		printf(
		    "%sok %d - %s", holds ? "" : "not ", rule + 1, rules[rule]);
		if (audit.broken[rule] > 0)
			printf(", %d times not", audit.broken[rule]);
		putchar('\n');
		good = good && holds;
	}
	printf("1..%d\n", RULE_COUNT);
	cc_press_finish(&audit.press);
	return good ? 0 : 1;
}
