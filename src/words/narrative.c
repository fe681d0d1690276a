/* The course as prose: one sentence, and paragraphs by line of therapy. */
#include "model/model.h"
#include "words/language.h"
#include "words/prose.h"

/* ---- sentences into paragraphs ---- */

static void
append_told(GString *to, const struct cc_words_in *in, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (to->len > 0)
		cc_words_append_mark(in, to, CC_MSG_SENTENCE_SEPARATOR);
	g_string_append(to, text);
}

/* Raises a small letter that begins a sentence; names such as pH stay. */
static void
append_sentence(GString *to, const struct cc_words_in *in, const char *text)
{
	if (text != NULL)
		append_told(to, in, cc_capital(in, text));
}

/* "Line 1 (phase I trial). " before what was done in it, with what says why the
 * lines are fewer than their numbers: it is none, or is for another disease
 * than the one that the course is about. */
static const char *
line_heading(const struct cc_words_in *in, size_t i)
{
	const struct cc_line *line = &in->course->lines[i];
	const struct cc_therapy *of = &in->follow->lines[i];
	const char *beside = NULL;
	const char *text = cc_say_with(
	    in, CC_MSG_TOLD_LINE, "line", cc_line_text(in, line->number), NULL);

	if (!of->counts)
		beside = cc_say(in, CC_MSG_LINE_NONE);
	else if (of->patient == 0 && !cc_line_is_given(in->course, of))
		beside = cc_fact_name(in, line->disease, CC_NAME_SHORT);
	text = cc_bracketed(in, cc_capital(in, text),
	    cc_words_join(in, CC_MSG_PART_SEPARATOR, beside,
		cc_words_join(in, CC_MSG_PART_SEPARATOR,
		    cc_text_in(in, &line->labels),
		    cc_text_in(in, &line->notes))));
	return cc_told_of(in, of->patient, text);
}

/* Where a fact is told. */
enum part {
	PART_BEFORE, /* what no line had begun before */
	PART_LINE,
	PART_END /* outcomes, and what nothing dates */
};

/* Facts in the order in which they are told, those of each line as a chain. */
struct telling {
	const struct cc_words_in *in;
	const struct cc_fact **facts;
	size_t count;
	const size_t *lines; /* by fact; CC_NO_LINE: with none */
	size_t *first;       /* by line: of its facts, a place in `facts` */
	size_t *next;        /* by place; `count`: none */
	const struct cc_repeat *repeats; /* by place */
};

static void
telling_init(struct telling *telling, const struct cc_words_in *in)
{
	size_t lines = in->course->line_count;

	*telling = (struct telling){.in = in};
	telling->facts = cc_facts_sorted(in, &telling->count);
	telling->lines = cc_told_lines(in, telling->facts, telling->count);
	telling->repeats =
	    cc_repeats_find(in, telling->facts, telling->count, telling->lines);
	telling->first = cc_arena_new_array(in->arena, size_t, lines);
	telling->next = cc_arena_new_array(in->arena, size_t, telling->count);
	for (size_t i = 0; i < lines; i++)
		telling->first[i] = telling->count;
	for (size_t i = telling->count; i-- > 0;) {
		size_t line = telling->lines[telling->facts[i]->index];

		if (line == CC_NO_LINE)
			continue;
		telling->next[i] = telling->first[line];
		telling->first[line] = i;
	}
}

static enum part
part_of(const struct telling *telling, const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_OUTCOME)
		return PART_END;
	if (telling->lines[fact->index] != CC_NO_LINE)
		return PART_LINE;
	return fact->when.span.dated || telling->in->course->line_count == 0
	           ? PART_BEFORE
	           : PART_END;
}

/* The code of a line's best response; NULL: none is stated. */
static const char *
best_code(const struct cc_therapy *of)
{
	if (of->best == NULL)
		return NULL;
	return of->best->kind == CC_KIND_RESPONSE ? of->best->code
	                                          : of->best->best;
}

static const char *
best_text(const struct cc_words_in *in, size_t line)
{
	const struct cc_therapy *of = &in->follow->lines[line];

	if (of->best == NULL)
		return NULL;
	return cc_say_with(in, CC_MSG_TOLD_BEST, "name",
	    cc_response_text(in, of->best, best_code(of)), NULL);
}

/* "PFS: 19 months (18–20); TTNT: 20 months (19–21)". */
static const char *
intervals_text(const struct cc_words_in *in, size_t line)
{
	const char *text = NULL;

	for (int kind = 0; kind < CC_INTERVAL_OS; kind++) {
		struct cc_interval interval;

		if (cc_line_interval(in->follow, line,
			(enum cc_interval_kind)kind, &interval))
			text = cc_words_join(in, CC_MSG_PART_SEPARATOR, text,
			    cc_interval_text(in, &interval, true));
	}
	return text;
}

/* `patient` is whom the paragraph is of: of another one the name is said, which
 * stays as the author wrote it. */
static void
append_fact(GString *to, const struct telling *telling, size_t i,
    enum part part, size_t patient)
{
	const struct cc_words_in *in = telling->in;
	const struct cc_fact *fact = telling->facts[i];
	const struct cc_repeat *repeat = &telling->repeats[i];
	const char *told;

	if (part_of(telling, fact) != part || repeat->count == 0)
		return;
	told = repeat->count > 1 ? cc_repeat_sentence(in, fact, repeat)
	                         : cc_fact_sentence(in, fact);
	if (told != NULL && fact->patient != patient)
		told = cc_told_of(in, fact->patient, told);
	else if (told != NULL)
		told = cc_fact_capital(in, fact, told);
	append_told(to, in, told);
}

/* What is told before the lines, or after them. */
static GString *
paragraph(const struct telling *telling, enum part part)
{
	GString *to = g_string_new(NULL);

	for (size_t i = 0; i < telling->count; i++)
		append_fact(to, telling, i, part, 0);
	return to;
}

static GString *
line_paragraph(const struct telling *telling, size_t line)
{
	const struct cc_words_in *in = telling->in;
	GString *to = g_string_new(NULL);

	for (size_t i = telling->first[line]; i < telling->count;
	     i = telling->next[i])
		append_fact(
		    to, telling, i, PART_LINE, in->follow->lines[line].patient);
	append_sentence(to, in, best_text(in, line));
	append_sentence(to, in, intervals_text(in, line));
	if (to->len > 0)
		g_string_prepend(to, cc_say(in, CC_MSG_TOLD_LINE_END));
	g_string_prepend(to, line_heading(in, line));
	return to;
}

/* Its last full stop; "" where nothing was told. */
static const char *
paragraph_end(const struct cc_words_in *in, GString *to)
{
	if (to->len > 0)
		cc_words_append_mark(in, to, CC_MSG_SENTENCE_END);
	return cc_words_take(in, to);
}

static const char *
follow_up_text(const struct cc_words_in *in)
{
	const struct cc_fact *death = in->follow->patients[0].death;
	enum cc_message message = CC_MSG_FOLLOWED_UP;
	struct cc_interval interval;

	if (!cc_case_interval(in->follow, CC_INTERVAL_FOLLOW_UP, &interval))
		return NULL;
	if (death != NULL)
		message = death->when.span.dated ? CC_MSG_FOLLOWED_TO_DEATH
		                                 : CC_MSG_FOLLOWED_TO_LAST;
	return cc_say_with(in, message, "duration",
	    cc_interval_duration_text(in, &interval), NULL);
}

static void
controls_name(const struct cc_words_in *in, const char **controls)
{
	static const enum cc_message messages[] = {
	    [CC_CONTROL_FIGURE] = CC_MSG_CONTROL_FIGURE,
	    [CC_CONTROL_LANGUAGE] = CC_MSG_CONTROL_LANGUAGE,
	    [CC_CONTROL_CLOSER] = CC_MSG_CONTROL_CLOSER,
	    [CC_CONTROL_FARTHER] = CC_MSG_CONTROL_FARTHER,
	    [CC_CONTROL_WHOLE] = CC_MSG_CONTROL_WHOLE,
	    [CC_CONTROL_ROWS] = CC_MSG_CONTROL_ROWS,
	    [CC_CONTROL_KEYS] = CC_MSG_CONTROL_KEYS,
	};

	for (size_t i = 0; i < CC_CONTROL_COUNT; i++)
		controls[i] = cc_say(in, messages[i]);
}

static void
shapes_name(const struct cc_words_in *in, const char **shapes)
{
	static const enum cc_message messages[] = {
	    [CC_SHAPE_AREA] = CC_MSG_SHAPE_AREA,
	    [CC_SHAPE_BAR] = CC_MSG_SHAPE_BAR,
	    [CC_SHAPE_LINE] = CC_MSG_SHAPE_LINE,
	    [CC_SHAPE_IMAGE] = CC_MSG_SHAPE_IMAGE,
	    [CC_SHAPE_SIGN] = CC_MSG_SHAPE_SIGN,
	    [CC_SHAPE_TITLE] = CC_MSG_SHAPE_TITLE,
	    [CC_SHAPE_BACKDROP] = CC_MSG_SHAPE_BACKDROP,
	    [CC_SHAPE_AXIS] = CC_MSG_SHAPE_AXIS,
	    [CC_SHAPE_LEGEND] = CC_MSG_SHAPE_LEGEND,
	    [CC_SHAPE_SLIDE] = CC_MSG_SHAPE_SLIDE,
	    [CC_SHAPE_NOTES] = CC_MSG_SHAPE_NOTES,
	};

	for (size_t i = 0; i < CC_SHAPE_NAME_COUNT; i++)
		shapes[i] = cc_say(in, messages[i]);
}

void
cc_prose_make(const struct cc_words_in *in, struct cc_prose *prose)
{
	struct telling telling;
	size_t told = 0;
	const char **all = cc_arena_new_array(
	    in->arena, const char *, in->course->line_count + 2);
	GString *end;

	telling_init(&telling, in);
	all[told++] = paragraph_end(in, paragraph(&telling, PART_BEFORE));
	for (size_t i = 0; i < in->course->line_count; i++)
		all[told++] = paragraph_end(in, line_paragraph(&telling, i));
	end = paragraph(&telling, PART_END);
	append_sentence(end, in, follow_up_text(in));
	all[told++] = paragraph_end(in, end);

	*prose = (struct cc_prose){
	    .patient = cc_patients_line(in),
	    .background = cc_background_text(in),
	    .course = cc_say(in, CC_MSG_HEADING_COURSE),
	    .paragraphs = all,
	    .paragraph_count = told,
	    .short_title = cc_say(in, CC_MSG_HEADING_SHORTS),
	};
	cc_intervals_make(in, &prose->intervals);
	cc_reading_make(in, &prose->reading);
	prose->shorts =
	    cc_shorts_make(in, prose->intervals.count > 0, &prose->short_count);
	prose->plate_title = cc_say(in, CC_MSG_HEADING_PICTURES);
	prose->plates = cc_plates_make(in, &prose->plate_count);
	prose->cited_title = cc_say(in, CC_MSG_HEADING_REFERENCES);
	prose->cited = cc_references_make(in, &prose->cited_count);
	controls_name(in, prose->controls);
	shapes_name(in, prose->shapes);
}

/* ---- one sentence ---- */

/* As a picture calls it; NULL: none is stated. */
static const char *
best_name(const struct cc_words_in *in, const struct cc_therapy *of)
{
	return of->best != NULL ? cc_name(in, CC_IN_RESPONSE, of->best->scheme,
				      best_code(of), CC_NAME_SHORT)
	                        : NULL;
}

/* "3 lines of therapy, best responses PR, then VGPR, then NR". */
static const char *
summary_lines(const struct cc_words_in *in)
{
	const struct cc_therapy *lines = in->follow->lines;
	int given = 0;
	GString *codes = NULL;
	const char *best;
	bool any = false;

	for (size_t i = 0; i < in->course->line_count; i++) {
		const char *of = best_name(in, &lines[i]);

		if (!cc_line_is_given(in->course, &lines[i]))
			continue;
		given++;
		any = any || of != NULL;
		cc_words_add(in, &codes, CC_MSG_SUMMARY_BEST_NEXT,
		    of != NULL ? of : cc_say(in, CC_MSG_NOT_STATED));
	}
	if (given == 0)
		return NULL;
	best = cc_words_listed(in, codes);
	if (any)
		best = cc_say_with(in,
		    given == 1 ? CC_MSG_SUMMARY_BEST_ONE : CC_MSG_SUMMARY_BEST,
		    "codes", best, NULL);
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR,
	    cc_say_count(in, CC_MSG_SUMMARY_LINES, given), any ? best : NULL);
}

static const char *
summary_outcome(const struct cc_words_in *in)
{
	const struct cc_fact *death = in->follow->patients[0].death;

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
			    cc_outcome_told(in, fact), "when",
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
	GString *to;

	if (diagnosis != NULL) {
		named = cc_say_with(in, CC_MSG_SUMMARY_DIAGNOSED, "name",
		    cc_small(in, cc_fact_name(in, diagnosis, CC_NAME_FULL)),
		    "when", cc_when_text(in, diagnosis), NULL);
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
	to = g_string_new(diagnosis != NULL
			      ? cc_fact_capital(in, diagnosis, text)
			      : cc_capital(in, text));
	return paragraph_end(in, to);
}
