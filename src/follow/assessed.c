/* The last adequate assessment of each line: that nothing was told of a
 * disease at which nobody looked is no sign that it had not progressed. What
 * is one: an assessment of response, an examination of the disease (data of
 * the procedure), a value of a test that follows it (data of the criteria), a
 * lesion measured, and the author's word that nothing had progressed. */
#include "follow/assessed.h"

#include "follow/contact.h"
#include "model/model.h"

#include <glib.h>
#include <string.h>

struct looking {
	enum cc_clock clock;
	const struct cc_line *lines;
	struct cc_therapy **sorted;
	size_t count;
	struct cc_latest *latest; /* by place in `sorted` */
};

static bool
begins_by(const struct cc_therapy *of, size_t patient, int64_t minute)
{
	return of->patient < patient ||
	       (of->patient == patient &&
		   of->start->when.span.earliest_start.minute <= minute);
}

/* The place of the line that had begun last by then for what a fact is of;
 * `count` where there is none. */
static size_t
line_at(const struct looking *looking, const struct cc_fact *fact,
    int64_t minute)
{
	size_t low = 0, high = looking->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (begins_by(looking->sorted[middle], fact->patient, minute))
			low = middle + 1;
		else
			high = middle;
	}
	while (low-- > 0) {
		const struct cc_therapy *of = looking->sorted[low];

		if (of->patient != fact->patient)
			break;
		if (cc_same_disease(
			looking->lines[of->line].disease, fact->disease))
			return low;
	}
	return looking->count;
}

/* A response by criteria of another disease says nothing of this one. */
static bool
is_by_criteria(const struct cc_therapy *of, const struct cc_fact *fact)
{
	return fact->kind != CC_KIND_RESPONSE ||
	       (of->scheme != NULL &&
		   strcmp(of->scheme->code, fact->scheme) == 0);
}

static void
look(const struct looking *looking, const struct cc_fact *fact,
    const struct cc_span *span)
{
	size_t at;

	/* One that may have been after the next line began is of neither. */
	if (!span->dated || fact->between)
		return;
	at = line_at(looking, fact, span->earliest_start.minute);
	/* That one line progressed is no look at the next that found nothing. */
	if (at < looking->count && fact->progression &&
	    fact->within != looking->sorted[at]->line)
		return;
	if (at < looking->count && is_by_criteria(looking->sorted[at], fact))
		cc_latest_add(
		    &looking->latest[at], span, looking->clock);
}

static bool
follows_disease(const struct cc_therapy *of, const struct cc_term *test)
{
	const struct cc_words *markers;

	if (of->scheme == NULL || test == NULL)
		return false;
	markers = &of->scheme->markers;
	for (size_t i = 0; i < markers->count; i++)
		if (strcmp(markers->word[i], test->code) == 0)
			return true;
	return false;
}

static void
look_at_values(const struct looking *looking, const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		size_t at;

		if (!value->when.span.dated)
			continue;
		at = line_at(looking, fact,
		    value->when.span.earliest_start.minute);
		if (at < looking->count &&
		    (fact->kind == CC_KIND_LESION ||
			follows_disease(looking->sorted[at], value->term)))
			cc_latest_add(&looking->latest[at],
			    &value->when.span, looking->clock);
	}
	for (size_t i = 0; i < fact->change_count; i++)
		look(looking, fact, &fact->changes[i].when.span);
}

/* What could not be evaluated, and a progression that nobody confirmed, show
 * nothing. */
static bool
is_assessment(const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_RESPONSE || fact->kind == CC_KIND_RELAPSE)
		return fact->term == NULL || fact->term->slot == NULL ||
		       strcmp(fact->term->slot, "ne") != 0;
	if (fact->kind == CC_KIND_PROCEDURE)
		return fact->term != NULL && fact->term->assesses;
	return fact->kind == CC_KIND_OUTCOME && fact->no_progression;
}

/* Nothing is looked at for a line after the next one began. */
static struct cc_span
until_next(const struct cc_therapy *of, const struct cc_latest *latest)
{
	struct cc_latest clipped = *latest;

	if (of->next != NULL) {
		const struct cc_span *next = &of->next->start->when.span;

		clipped.low = MIN(clipped.low, next->earliest_start.minute);
		clipped.high = MIN(clipped.high, next->latest_start.minute);
	}
	return cc_latest_span(&clipped);
}

void
cc_assessments_follow(struct cc_arena *arena, const struct cc_case *course,
    struct cc_therapy **sorted, size_t count)
{
	struct looking looking = {
	    .clock = course->clock,
	    .lines = course->lines,
	    .sorted = sorted,
	    .count = count,
	    .latest = cc_arena_new_array(arena, struct cc_latest, count),
	};

	for (size_t i = 0; i < count; i++)
		looking.latest[i] = CC_LATEST_NONE;
	for (size_t i = 0; i < course->fact_count && count > 0; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (!fact->happened)
			continue;
		if (is_assessment(fact))
			look(&looking, fact, &fact->when.span);
		look_at_values(&looking, fact);
	}
	for (size_t i = 0; i < count; i++)
		sorted[i]->assessed =
		    until_next(sorted[i], &looking.latest[i]);
}
