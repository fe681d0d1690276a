/* Ids and the names that refer to them; what is handed down. */
#include "model/read.h"

#include <string.h>

/* What a name may refer to, in words. */
static const char *
target_words(unsigned target)
{
	switch (target) {
	case CC_TARGET_PATIENT | CC_TARGET_DIAGNOSIS:
		return "a patient or a diagnosis";
	case CC_TARGET_DIAGNOSIS:
		return "a diagnosis";
	case CC_TARGET_REFERENCE:
		return "a reference";
	case CC_TARGET_SERIES | CC_TARGET_CODED:
		return "a series";
	case CC_TARGET_FACT | CC_TARGET_CODED:
		return "a treatment";
	default:
		return "something with a time";
	}
}

const char *
cc_named_word(const struct cc_named *named)
{
	const struct cc_fact *fact = named->thing;

	if (named->target == CC_TARGET_PATIENT)
		return "patient";
	if (named->target == CC_TARGET_REFERENCE)
		return "reference";
	if (named->target == CC_TARGET_FIGURE)
		return "figure";
	return cc_kind_row(fact->kind)->element;
}

/* A fact of that code: who refers to it means it. */
static const struct cc_fact *
coded_fact(const struct cc_case *course, const char *word)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->code != NULL &&
		    g_ascii_strcasecmp(fact->code, word) == 0)
			return fact;
	}
	return NULL;
}

char *
cc_read_nearest(struct cc_reading *reading, const char *name, unsigned target)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	GHashTableIter each;
	gpointer id, named;
	const struct cc_fact *coded;

	if (!cc_hint_spend(&reading->hints))
		return g_strdup("");
	coded =
	    target & CC_TARGET_FACT ? coded_fact(reading->course, name) : NULL;
	if (coded != NULL && coded->id != NULL)
		return g_strdup_printf(
		    "; the <%s> of that code has the id \"%s\"",
		    cc_kind_row(coded->kind)->element, coded->id);
	if (coded != NULL)
		return g_strdup_printf("; the <%s> in line %u has that code: "
				       "give the one that is meant this id",
		    cc_kind_row(coded->kind)->element,
		    cc_pos_place(coded->pos).line);
	g_hash_table_iter_init(&each, reading->names);
	while (g_hash_table_iter_next(&each, &id, &named))
		if (((struct cc_named *)named)->target & target)
			g_ptr_array_add(words, id);
	return cc_hint_text(
	    cc_nearest(name, (const char *const *)words->pdata, words->len));
}

static void
follow(struct cc_reading *reading, const struct cc_link *link)
{
	const struct cc_named *named =
	    link->target & CC_TARGET_CODED
		? g_hash_table_lookup(reading->names, link->id)
		: cc_read_named(reading, link->id, link->target);

	if (named == NULL && (link->target & CC_TARGET_CODED))
		return; /* codes are read later */
	if (named == NULL && !cc_name_valid(link->id)) {
		cc_refuse_name(reading, link->id, link->pos);
		return;
	}
	if (named == NULL) {
		g_autofree char *nearest =
		    cc_read_nearest(reading, link->id, link->target);

		cc_diag(reading->diags, CC_E307, link->pos, link->id, nearest);
		return;
	}
	if (named->thing == NULL)
		return; /* it is there, and was refused */
	if (!(named->target & link->target)) {
		cc_diag(reading->diags, CC_E318, link->pos, link->id,
		    cc_named_word(named), link->attribute,
		    target_words(link->target));
		return;
	}
	if (link->fact != NULL)
		*link->fact = named->thing;
	if (link->list != NULL)
		link->list->fact[link->list->count++] = named->thing;
}

static bool
point_counts(const struct cc_time_point *point)
{
	return point->form == CC_POINT_OFFSET;
}

bool
cc_time_counts(const struct cc_time *time)
{
	return point_counts(&time->start.a) || point_counts(&time->start.b) ||
	       point_counts(&time->end.a) || point_counts(&time->end.b);
}

struct anchor {
	const char *id;
	const struct cc_fact *fact;
};

/* A part that counts from nothing named counts from what its owner does. */
static void
inherit(struct cc_when *when, struct anchor anchor)
{
	if (when->since_id != NULL || !cc_time_counts(&when->time))
		return;
	when->since_id = anchor.id;
	when->since = anchor.fact;
}

static void
inherit_parts(struct cc_fact *fact, struct anchor anchor)
{
	for (size_t i = 0; i < fact->value_count; i++)
		inherit(&fact->values[i].when, anchor);
	for (size_t i = 0; i < fact->range_count; i++)
		inherit(&fact->ranges[i].when, anchor);
	for (size_t i = 0; i < fact->change_count; i++)
		inherit(&fact->changes[i].when, anchor);
	for (size_t i = 0; i < fact->grade_count; i++)
		inherit(&fact->grades[i].when, anchor);
	for (size_t i = 0; i < fact->dose_count; i++)
		inherit(&fact->doses[i].when, anchor);
	for (size_t i = 0; i < fact->drug_count; i++) {
		struct cc_drug *drug = &fact->drugs[i];
		struct anchor own = {drug->when.since_id, drug->when.since};

		inherit(&drug->when, anchor);
		for (size_t k = 0; k < drug->dose_count; k++)
			inherit(&drug->doses[k].when,
			    own.id != NULL ? own : anchor);
	}
}

static struct anchor
line_anchor(const struct cc_reading *reading, const struct cc_fact *fact)
{
	const struct cc_named *named;
	const char *id;

	if (fact->line == CC_NO_LINE)
		return (struct anchor){0};
	id = reading->course->lines[fact->line].since_id;
	named = id != NULL ? g_hash_table_lookup(reading->names, id) : NULL;
	if (named == NULL || !(named->target & CC_TARGET_DATED))
		return (struct anchor){id, NULL};
	return (struct anchor){id, named->thing};
}

static void
hand_down_since(const struct cc_reading *reading, struct cc_fact *fact)
{
	struct anchor line = line_anchor(reading, fact);

	/* The anchor of a line may stand in the line. */
	if (line.fact != fact)
		inherit(&fact->when, line);
	if (fact->when.since_id != NULL)
		line = (struct anchor){fact->when.since_id, fact->when.since};
	inherit_parts(fact, line);
}

/* Diagnoses may belong to diagnoses; longer chains are circles. */
#define FOR_STEPS_MAX 8

static size_t
patient_of(const struct cc_reading *reading, const char *id)
{
	for (int step = 0; id != NULL && step < FOR_STEPS_MAX; step++) {
		const struct cc_named *named =
		    g_hash_table_lookup(reading->names, id);
		const struct cc_patient *patient;

		if (named == NULL)
			return 0;
		if (named->target == CC_TARGET_PATIENT) {
			patient = named->thing;
			return (size_t)(patient - reading->course->patients);
		}
		if (named->target != CC_TARGET_DIAGNOSIS)
			return 0;
		id = ((const struct cc_fact *)named->thing)->for_id;
	}
	return 0;
}

static void
hand_down_for(const struct cc_reading *reading, struct cc_fact *fact)
{
	if (fact->for_id == NULL && fact->line != CC_NO_LINE)
		fact->for_id = reading->course->lines[fact->line].for_id;
}

void
cc_read_relations(struct cc_reading *reading)
{
	struct cc_case *course = reading->course;

	for (guint i = 0; i < reading->links->len; i++)
		follow(
		    reading, &g_array_index(reading->links, struct cc_link, i));
	for (size_t i = 0; i < course->fact_count; i++) {
		hand_down_since(reading, &course->facts[i]);
		hand_down_for(reading, &course->facts[i]);
	}
	for (size_t i = 0; i < course->fact_count; i++)
		course->facts[i].patient =
		    patient_of(reading, course->facts[i].for_id);
	for (size_t i = 0; i < course->trait_count; i++)
		course->traits[i].patient =
		    patient_of(reading, course->traits[i].for_id);
	for (size_t i = 0; i < course->history_count; i++)
		course->histories[i].patient =
		    patient_of(reading, course->histories[i].for_id);
}
