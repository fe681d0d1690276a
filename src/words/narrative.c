/* The course as prose: one sentence, and paragraphs by line of therapy. */
#include "model/model.h"
#include "words/language.h"
#include "words/prose.h"

/* ---- sentences into paragraphs ---- */

/* Raises a small letter that begins a sentence; names such as pH stay, and
 * words of the author's, where it begins with those of a fact. */
static void
append_told(GString *to, const struct cc_words_in *in,
    const struct cc_fact *fact, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (to->len > 0)
		g_string_append(to, cc_say(in, CC_MSG_SENTENCE_SEPARATOR));
	g_string_append(to, fact != NULL ? cc_fact_capital(in, fact, text)
					 : cc_capital(in, text));
}

static void
append_sentence(GString *to, const struct cc_words_in *in, const char *text)
{
	append_told(to, in, NULL, text);
}

/* "Line 1 (phase I trial). " before what was done in it. */
static const char *
line_heading(const struct cc_words_in *in, const struct cc_line *line)
{
	const char *text = cc_say_with(
	    in, CC_MSG_TOLD_LINE, "line", cc_line_text(in, line->number), NULL);

	text = cc_bracketed(in, cc_capital(in, text),
	    cc_words_join(in, CC_MSG_PART_SEPARATOR,
		cc_text_in(in, &line->labels), cc_text_in(in, &line->notes)));
	return text;
}

/* Where a fact is told. */
enum part {
	PART_BEFORE, /* what no line had begun before */
	PART_LINE,
	PART_END /* outcomes, and what nothing dates */
};

/* Facts in the order in which they are told, and with which line. */
struct telling {
	const struct cc_fact **facts;
	size_t count;
	const size_t *lines; /* by fact; CC_NO_LINE: with none */
};

static enum part
part_of(const struct cc_words_in *in, const struct telling *telling,
    const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_OUTCOME)
		return PART_END;
	if (telling->lines[fact->index] != CC_NO_LINE)
		return PART_LINE;
	return fact->when.span.dated || in->course->line_count == 0
	           ? PART_BEFORE
	           : PART_END;
}

static const char *
best_text(const struct cc_words_in *in, size_t line)
{
	const char *best = cc_line_best(in->course, in->terms, line);

	if (best == NULL)
		return NULL;
	return cc_say_with(in, CC_MSG_TOLD_BEST, "name",
	    cc_response_text(in, in->course->lines[line].first, best), NULL);
}

/* "PFS: 19 months (18–20); TTNT: 20 months (19–21)". */
static const char *
intervals_text(const struct cc_words_in *in, size_t line)
{
	const char *text = NULL;

	for (int kind = 0; kind < CC_INTERVAL_OS; kind++) {
		struct cc_interval interval;

		if (cc_line_interval(in->course, in->terms, line,
			(enum cc_interval_kind)kind, &interval))
			text = cc_words_join(in, CC_MSG_PART_SEPARATOR, text,
			    cc_interval_text(in, &interval, true));
	}
	return text;
}

static GString *
paragraph(const struct cc_words_in *in, const struct telling *telling,
    enum part part, size_t line)
{
	GString *to = g_string_new(NULL);

	for (size_t i = 0; i < telling->count; i++) {
		const struct cc_fact *fact = telling->facts[i];

		if (part_of(in, telling, fact) == part &&
		    (part != PART_LINE || telling->lines[fact->index] == line))
			append_told(to, in, fact, cc_fact_sentence(in, fact));
	}
	if (part != PART_LINE)
		return to;
	append_sentence(to, in, best_text(in, line));
	append_sentence(to, in, intervals_text(in, line));
	if (to->len > 0)
		g_string_prepend(to, cc_say(in, CC_MSG_TOLD_LINE_END));
	g_string_prepend(to, line_heading(in, &in->course->lines[line]));
	return to;
}

/* Its last full stop; "" where nothing was told. */
static const char *
paragraph_end(const struct cc_words_in *in, GString *to)
{
	if (to->len > 0)
		g_string_append(to, cc_say(in, CC_MSG_SENTENCE_END));
	return cc_words_take(in, to);
}

static const char *
follow_up_text(const struct cc_words_in *in)
{
	const struct cc_fact *death = cc_case_death(in->course, 0);
	enum cc_message message = CC_MSG_FOLLOWED_UP;
	struct cc_interval interval;

	if (!cc_case_interval(in->course, CC_INTERVAL_FOLLOW_UP, &interval))
		return NULL;
	if (death != NULL)
		message = death->when.span.dated ? CC_MSG_FOLLOWED_TO_DEATH
		                                 : CC_MSG_FOLLOWED_TO_LAST;
	return cc_say_with(in, message, "duration",
	    cc_interval_duration_text(in, &interval), NULL);
}

void
cc_prose_make(const struct cc_words_in *in, struct cc_prose *prose)
{
	struct telling telling;
	size_t told = 0;
	const char **all = cc_arena_new_array(
	    in->arena, const char *, in->course->line_count + 2);
	GString *end;

	telling.facts = cc_facts_sorted(in, &telling.count);
	telling.lines = cc_told_lines(in, telling.facts, telling.count);
	all[told++] =
	    paragraph_end(in, paragraph(in, &telling, PART_BEFORE, 0));
	for (size_t i = 0; i < in->course->line_count; i++)
		all[told++] =
		    paragraph_end(in, paragraph(in, &telling, PART_LINE, i));
	end = paragraph(in, &telling, PART_END, 0);
	append_sentence(end, in, follow_up_text(in));
	all[told++] = paragraph_end(in, end);

	*prose = (struct cc_prose){
	    .patient = cc_patients_text(in),
	    .course = cc_say(in, CC_MSG_HEADING_COURSE),
	    .paragraphs = all,
	    .paragraph_count = told,
	    .short_title = cc_say(in, CC_MSG_HEADING_SHORTS),
	};
	cc_intervals_make(in, &prose->intervals);
	cc_reading_make(in, &prose->reading);
	prose->shorts =
	    cc_shorts_make(in, prose->intervals.count > 0, &prose->short_count);
	prose->cited_title = cc_say(in, CC_MSG_HEADING_REFERENCES);
	prose->cited = cc_references_make(in, &prose->cited_count);
}

/* ---- one sentence ---- */

/* A line of which all is planned, or was not done, is none yet. */
static bool
has_begun(const struct cc_case *course, size_t line)
{
	bool empty = true;

	for (size_t i = 0; i < course->fact_count; i++) {
		if (course->facts[i].line != line)
			continue;
		if (course->facts[i].happened)
			return true;
		empty = false;
	}
	return empty;
}

/* "3 lines of therapy, best responses PR, VGPR, NR". */
static const char *
summary_lines(const struct cc_words_in *in)
{
	const char *best = NULL;
	bool any = false;
	int count = 0;

	for (size_t i = 0; i < in->course->line_count; i++) {
		const char *of = cc_line_best(in->course, in->terms, i);

		if (!has_begun(in->course, i))
			continue;
		count++;

		any = any || of != NULL;
		best = cc_words_join(in, CC_MSG_LIST_SEPARATOR, best,
		    of != NULL ? of : cc_say(in, CC_MSG_NOT_STATED));
	}
	if (count == 0)
		return NULL;
	if (any)
		best = cc_say_with(in,
		    count == 1 ? CC_MSG_SUMMARY_BEST_ONE : CC_MSG_SUMMARY_BEST,
		    "codes", best, NULL);
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR,
	    cc_say_count(in, CC_MSG_SUMMARY_LINES, count), any ? best : NULL);
}

static const char *
summary_outcome(const struct cc_words_in *in)
{
	const struct cc_fact *death = cc_case_death(in->course, 0);

	if (death != NULL)
		return death->cause == NULL
		           ? cc_say_with(in, CC_MSG_SUMMARY_DIED, "when",
				 cc_when_text(in, death), NULL)
		           : cc_say_with(in, CC_MSG_SUMMARY_DIED_OF, "when",
				 cc_when_text(in, death), "cause",
				 cc_name(in, CC_IN_CAUSE, NULL, death->cause,
				     CC_NAME_FULL),
				 NULL);
	for (size_t i = in->course->fact_count; i-- > 0;) {
		const struct cc_fact *fact = &in->course->facts[i];

		if (fact->kind == CC_KIND_OUTCOME && fact->patient == 0)
			return cc_say_with(in, CC_MSG_TOLD_ALIVE, "name",
			    cc_fact_name(in, fact, CC_NAME_FULL), "when",
			    cc_when_text(in, fact), NULL);
	}
	return NULL;
}

const char *
cc_summary(const struct cc_words_in *in)
{
	const struct cc_fact *diagnosis = in->course->diagnosis;
	const char *text = cc_person_text(in);
	const char *named;

	if (diagnosis != NULL) {
		named = cc_say_with(in, CC_MSG_SUMMARY_DIAGNOSED, "name",
		    cc_fact_name(in, diagnosis, CC_NAME_FULL), "when",
		    cc_when_text(in, diagnosis), NULL);
		text = cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, text, named);
	}
	text =
	    cc_words_join(in, CC_MSG_PART_SEPARATOR, text, summary_lines(in));
	text =
	    cc_words_join(in, CC_MSG_PART_SEPARATOR, text, summary_outcome(in));
	text =
	    cc_words_join(in, CC_MSG_PART_SEPARATOR, text, follow_up_text(in));
	if (text == NULL)
		return "";
	text = diagnosis != NULL ? cc_fact_capital(in, diagnosis, text)
	                         : cc_capital(in, text);
	return cc_arena_join(
	    in->arena, text, cc_say(in, CC_MSG_SENTENCE_END), NULL);
}
