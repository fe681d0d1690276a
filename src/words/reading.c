/* Tables: the course by time, what follows from it, and what is short. */
#include "model/model.h"
#include "words/language.h"
#include "words/prose.h"

#include <math.h>
#include <string.h>

static void
table_init(struct cc_table *table, const struct cc_words_in *in, size_t room,
    enum cc_message title, enum cc_message first, enum cc_message second,
    enum cc_message third)
{
	*table = (struct cc_table){
	    .title = cc_say(in, title),
	    .heads = {cc_say(in, first), cc_say(in, second), cc_say(in, third)},
	    .rows =
		cc_arena_alloc(in->arena, (room + 1) * sizeof(table->rows[0])),
	};
}

static void
table_add(struct cc_table *table, const char *first, const char *second,
    const char *third)
{
	const char **row = table->rows[table->count++];

	row[0] = first;
	row[1] = second;
	row[2] = third != NULL ? third : "";
}

/* ---- the course by time ---- */

/* "86 (Mar 2011)". */
static const char *
value_text(const struct cc_words_in *in, const struct cc_fact *fact,
    const struct cc_value *value)
{
	return cc_bracketed(in, cc_measured_text(in, fact, value),
	    cc_date_text(in, &value->when.span));
}

#define VALUES_MOST 6 /* said one by one */

/* The first of the lowest, and of the highest values. */
struct extremes {
	size_t low, high;
};

static struct extremes
extremes_of(const struct cc_fact *fact)
{
	struct extremes at = {0, 0};

	/* What is told in words is no extreme. */
	for (size_t i = 1; i < fact->value_count; i++) {
		double number = fact->values[i].number;

		if (!(number >= fact->values[at.low].number) && !isnan(number))
			at.low = i;
		if (!(number <= fact->values[at.high].number) && !isnan(number))
			at.high = i;
	}
	return at;
}

/* All of a few values; of many the first, the extremes and the last, unless
 * they are asked for. */
static const char *
values_text(const struct cc_words_in *in, const struct cc_fact *fact, bool all)
{
	GString *list = NULL;
	const char *text;
	const struct extremes extremes = extremes_of(fact);

	all = all || fact->value_count <= VALUES_MOST;

	for (size_t i = 0; i < fact->value_count; i++)
		if (all || i == 0 || i + 1 == fact->value_count ||
		    i == extremes.low || i == extremes.high)
			cc_words_add(in, &list, CC_MSG_PART_SEPARATOR,
			    value_text(in, fact, &fact->values[i]));
	text = cc_words_listed(in, list);
	if (all || text == NULL)
		return text;
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
	    cc_say_count(in, CC_MSG_VALUES_OF, (int)fact->value_count), text);
}

static const char *
series_when(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->value_count == 0)
		return cc_say(in, CC_MSG_UNDATED);
	return cc_dates_text(in, &fact->values[0].when.span,
	    &fact->values[fact->value_count - 1].when.span);
}

/* There is room for names; those by which an act or an event is known are
 * explained below. */
static enum cc_name_form
form_of(enum cc_kind_id kind)
{
	return kind == CC_KIND_DIAGNOSIS || kind == CC_KIND_SERIES
	           ? CC_NAME_FULL
	           : CC_NAME_SHORT;
}

static const char *
fact_what(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *name = cc_fact_name(in, fact, form_of(fact->kind));
	const char *what = NULL;

	switch (fact->kind) {
	case CC_KIND_DIAGNOSIS:
		return cc_say_with(
		    in, CC_MSG_DIAGNOSIS_NAMED, "name", name, NULL);
	case CC_KIND_RESPONSE:
		what = cc_response_named(in, fact);
		return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
		    cc_say(in, CC_MSG_RESPONSE), what);
	case CC_KIND_RELAPSE:
		what = cc_say(in, CC_MSG_RELAPSE);
		return cc_words_hold(name, what)
		           ? name
		           : cc_say_with(
				 in, CC_MSG_RELAPSE_NAMED, "name", name, NULL);
	case CC_KIND_OUTCOME:
		if (fact->no_progression)
			return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, name,
			    cc_say(in, CC_MSG_NO_PROGRESSION));
		if (fact->cause == NULL)
			return name;
		return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, name,
		    cc_name(in, CC_IN_CAUSE, NULL, fact->cause, CC_NAME_FULL));
	case CC_KIND_LESION:
		return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
		    cc_say(in, CC_MSG_LESION), name);
	case CC_KIND_TREATMENT:
	case CC_KIND_PROCEDURE:
	case CC_KIND_EVENT:
	case CC_KIND_GENETICS:
	case CC_KIND_SERIES:
	case CC_KIND_PANEL:
	case CC_KIND_COMMENT:
	case CC_KIND_COUNT:
		break;
	}
	return name;
}

/* "larger (Jan 2023)". */
static const char *
changes_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	GString *text = NULL;

	for (size_t i = 0; i < fact->change_count; i++) {
		const struct cc_change *change = &fact->changes[i];
		bool larger = change->to == CC_GROWTH_LARGER;
		const char *date = cc_date_text(in, &change->when.span);

		cc_words_add(in, &text, CC_MSG_PART_SEPARATOR,
		    cc_say_with(in, CC_MSG_NAME_DETAIL, "name",
			cc_say(in, larger ? CC_MSG_LARGER : CC_MSG_SMALLER),
			"detail", date, NULL));
	}
	return cc_words_listed(in, text);
}

const char *
cc_lesion_course(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return cc_words_join(in, CC_MSG_PART_SEPARATOR,
	    values_text(in, fact, true), changes_text(in, fact));
}

static const char *
fact_how(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_SERIES || fact->kind == CC_KIND_LESION)
		return cc_words_join(in, CC_MSG_PART_SEPARATOR,
		    cc_words_join(in, CC_MSG_PART_SEPARATOR,
			values_text(in, fact, false), changes_text(in, fact)),
		    cc_fact_detail(in, fact, true));
	return cc_fact_detail(in, fact, true);
}

static const char *
with_cites(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *how)
{
	const char *cites = cc_cites_text(in, fact);

	if (*cites == '\0')
		return how;
	return how != NULL ? cc_arena_join(in->arena, how, cites, NULL)
	                   : cites + 1; /* without its space */
}

void
cc_reading_make(const struct cc_words_in *in, struct cc_table *table)
{
	size_t count;
	const struct cc_fact **facts = cc_facts_sorted(in, &count);

	const char *clock = cc_text_in(in, &in->course->clock_names);

	table_init(table, in, count, CC_MSG_HEADING_TABLE, CC_MSG_DATE,
	    CC_MSG_HEAD_WHAT, CC_MSG_HEAD_DETAIL);
	/* A clock that the author named is counted on from here on. */
	if (clock != NULL &&
	    cc_clock_unit(in->course->clock) != CC_PRECISION_NONE)
		table->heads[0] = clock;
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = facts[i];
		const char *when = fact->kind == CC_KIND_SERIES
		                       ? series_when(in, fact)
		                       : cc_when_brief(in, fact);
		const char *what = cc_name_for(
		    in, fact, cc_fact_capital(in, fact, fact_what(in, fact)));

		table_add(table, when, what,
		    with_cites(in, fact, fact_how(in, fact)));
	}
}

/* ---- what follows ---- */

/* What the durations of a table hold that has to be explained below it. */
struct durations {
	struct cc_table *table;
	bool ranges, censored, assessed;
};

static void
note_duration(struct durations *durations, const struct cc_interval *interval)
{
	const struct cc_duration *duration = &interval->duration;

	if (!interval->censored)
		durations->ranges |=
		    !duration->exact && duration->low != duration->high;
	else if (interval->kind == CC_INTERVAL_PFS ||
		 interval->kind == CC_INTERVAL_DOR)
		durations->assessed = true;
	else
		durations->censored = true;
}

/* NULL: nothing has to be. */
static const char *
durations_remark(
    const struct cc_words_in *in, const struct durations *durations)
{
	const struct {
		bool said;
		enum cc_message message;
	} remarks[] = {
	    {durations->ranges, CC_MSG_INTERVALS_RANGES},
	    {durations->censored, CC_MSG_INTERVALS_CENSORED},
	    {durations->assessed, CC_MSG_INTERVALS_ASSESSED},
	};
	GString *to = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(remarks); i++)
		if (remarks[i].said)
			cc_words_add(in, &to, CC_MSG_SENTENCE_SEPARATOR,
			    cc_say(in, remarks[i].message));
	if (to != NULL)
		cc_words_append_mark(in, to, CC_MSG_SENTENCE_END);
	return cc_words_listed(in, to);
}

static void
add_interval(const struct cc_words_in *in, struct durations *to,
    const struct cc_interval *interval)
{
	const char *name = cc_name(in, CC_IN_INTERVAL, NULL,
	    cc_closed_interval.words[interval->kind], CC_NAME_FULL);
	const char *line = NULL, *who = NULL;

	if (interval->line != CC_NO_LINE) {
		line =
		    cc_line_text(in, in->course->lines[interval->line].number);
		who = cc_patient_name(
		    in, in->follow->lines[interval->line].patient);
	}
	name = cc_words_join(
	    in, CC_MSG_CLAUSE_SEPARATOR, cc_capital(in, name), line);
	table_add(to->table,
	    cc_words_join(in, CC_MSG_LABEL_SEPARATOR, who, name),
	    cc_interval_duration_text(in, interval),
	    cc_interval_ends_text(in, interval));
	note_duration(to, interval);
}

static bool
holds(const struct cc_words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->word[i], word) == 0)
			return true;
	return false;
}

/* The picture has it, so the text does. */
static bool
asks_for_survival(const struct cc_words_in *in)
{
	const char *word = cc_closed_interval.words[CC_INTERVAL_OS];

	if (in->intervals != NULL) {
		g_auto(GStrv) words = g_strsplit(in->intervals, " ", -1);

		return g_strv_contains((const char *const *)words, word);
	}
	for (size_t i = 0; i < in->course->figure_count; i++)
		if (holds(&in->course->figures[i].intervals, word))
			return true;
	return false;
}

/* Of the dead overall survival, and the follow-up is as long; of the living
 * the follow-up, and survival where it was asked for. */
static void
add_whole(const struct cc_words_in *in, struct durations *to)
{
	struct cc_interval survival, follow_up;
	bool known = cc_case_interval(in->follow, CC_INTERVAL_OS, &survival);
	bool died = known && !survival.censored;

	if (died || (known && asks_for_survival(in)))
		add_interval(in, to, &survival);
	if (!died &&
	    cc_case_interval(in->follow, CC_INTERVAL_FOLLOW_UP, &follow_up))
		add_interval(in, to, &follow_up);
}

void
cc_intervals_make(const struct cc_words_in *in, struct cc_table *table)
{
	struct durations to = {.table = table};
	struct cc_interval interval;

	table_init(table, in, CC_INTERVAL_COUNT * (in->course->line_count + 1),
	    CC_MSG_HEADING_INTERVALS, CC_MSG_HEAD_INTERVAL,
	    CC_MSG_HEAD_DURATION, CC_MSG_HEAD_ENDS);
	for (size_t line = 0; line < in->course->line_count; line++)
		for (int kind = 0; kind < CC_INTERVAL_OS; kind++)
			if (cc_line_interval(in->follow, line,
				(enum cc_interval_kind)kind, &interval))
				add_interval(in, &to, &interval);
	add_whole(in, &to);
	table->remark = durations_remark(in, &to);
}

/* ---- what is short ---- */

struct shorts {
	const struct cc_words_in *in;
	GHashTable *seen;
	GPtrArray *list;
};

static void
add_short(struct shorts *shorts, enum cc_scope scope, const char *scheme,
    const char *code)
{
	const char *text;

	if (code == NULL)
		return;
	text = cc_abbreviation_text(shorts->in, scope, scheme, code);
	if (text != NULL && g_hash_table_add(shorts->seen, (gpointer)text))
		g_ptr_array_add(shorts->list, (gpointer)text);
}

static void
add_shorts_of(struct shorts *shorts, enum cc_kind_id kind, enum cc_scope scope)
{
	const struct cc_case *course = shorts->in->course;

	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].kind == kind &&
		    cc_fact_says_code(shorts->in, scope, &course->facts[i]))
			add_short(shorts, scope, NULL, course->facts[i].code);
}

/* What the author calls by another name. */
static void
add_words(struct shorts *shorts)
{
	const struct cc_case *course = shorts->in->course;

	for (size_t i = 0; i < course->synonym_count; i++) {
		const struct cc_synonym *synonym = &course->synonyms[i];
		const enum cc_scope scope = (enum cc_scope)synonym->in;

		if (cc_name_is_own(shorts->in, scope, synonym->code))
			add_short(shorts, scope, NULL, synonym->code);
	}
}

static void
add_responses(struct shorts *shorts)
{
	const struct cc_words_in *in = shorts->in;

	for (size_t i = 0; i < in->course->fact_count; i++) {
		const struct cc_fact *fact = &in->course->facts[i];

		if (fact->kind == CC_KIND_RESPONSE)
			add_short(
			    shorts, CC_IN_RESPONSE, fact->scheme, fact->code);
		add_short(shorts, CC_IN_RESPONSE, fact->scheme, fact->best);
	}
}

const char *const *
cc_shorts_make(const struct cc_words_in *in, bool intervals, size_t *count)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) list = g_ptr_array_new();
	struct shorts shorts = {in, seen, list};
	const char **copy;

	add_words(&shorts);
	add_shorts_of(&shorts, CC_KIND_TREATMENT, CC_IN_TREATMENT);
	add_shorts_of(&shorts, CC_KIND_PROCEDURE, CC_IN_PROCEDURE);
	add_shorts_of(&shorts, CC_KIND_EVENT, CC_IN_EVENT);
	add_responses(&shorts);
	for (int kind = 0; intervals && kind < CC_INTERVAL_COUNT; kind++) {
		struct cc_interval interval;
		bool said = false;

		for (size_t i = 0; i < in->course->line_count; i++)
			said =
			    said || cc_line_interval(in->follow, i,
					(enum cc_interval_kind)kind, &interval);
		if (said)
			add_short(&shorts, CC_IN_INTERVAL, NULL,
			    cc_closed_interval.words[kind]);
	}
	*count = list->len;
	copy = cc_arena_new_array(in->arena, const char *, list->len + 1);
	for (guint i = 0; i < list->len; i++)
		copy[i] = list->pdata[i];
	return copy;
}
