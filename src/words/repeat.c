/* Acts that the file has one by one, and that differ in nothing but their day,
 * as one sentence: "Day 5 – day 43: platelet transfusion (13 times)". Each has
 * its row in the table. */
#include "model/model.h"
#include "words/language.h"
#include "words/prose.h"

#define TOLD_ALONE 2 /* so many are told one by one */

/* Of one day, or one month: what is told as a bracket is told alone. */
static bool
is_of_one_time(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	return span->dated && !span->interval && !span->approximate &&
	       !span->uncertain && span->start_form == CC_MOMENT_POINT &&
	       span->lasted == NULL && fact->cycles == 0 &&
	       !cc_extent_of(in->follow, fact, NULL).span.interval;
}

static bool
may_repeat(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return fact->happened &&
	       (fact->kind == CC_KIND_PROCEDURE ||
		   fact->kind == CC_KIND_TREATMENT) &&
	       is_of_one_time(in, fact);
}

/* All that is told of one but for its time. */
static char *
telling_of(
    const struct cc_words_in *in, const struct cc_fact *fact, size_t line)
{
	const char *detail = cc_fact_detail(in, fact, false);

	return g_strdup_printf("%d %zu %zu %s\n%s\n%s", (int)fact->kind,
	    fact->patient, line, cc_fact_name(in, fact, CC_NAME_SHORT),
	    detail != NULL ? detail : "", cc_cites_text(in, fact));
}

/* By place of `facts`: the first place of its like. */
static size_t *
first_places(const struct cc_words_in *in, const struct cc_fact **facts,
    size_t count, const size_t *lines)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	size_t *first = g_new(size_t, count + 1);

	for (size_t i = 0; i < count; i++) {
		char *telling;
		gpointer place;

		first[i] = i;
		if (!may_repeat(in, facts[i]))
			continue;
		telling = telling_of(in, facts[i], lines[facts[i]->index]);
		if (g_hash_table_lookup_extended(seen, telling, NULL, &place)) {
			first[i] = GPOINTER_TO_SIZE(place);
			g_free(telling);
		} else
			g_hash_table_insert(seen, telling, GSIZE_TO_POINTER(i));
	}
	return first;
}

const struct cc_repeat *
cc_repeats_find(const struct cc_words_in *in, const struct cc_fact **facts,
    size_t count, const size_t *lines)
{
	g_autofree size_t *first = first_places(in, facts, count, lines);
	struct cc_repeat *repeats =
	    cc_arena_new_array(in->arena, struct cc_repeat, count + 1);

	for (size_t i = 0; i < count; i++) {
		repeats[i] = (struct cc_repeat){0, facts[i]};
		repeats[first[i]].count++;
		repeats[first[i]].last = facts[i];
	}
	for (size_t i = count; i-- > 0;)
		if (first[i] != i && repeats[first[i]].count <= TOLD_ALONE)
			repeats[i].count = 1;
	for (size_t i = 0; i < count; i++)
		if (first[i] == i && repeats[i].count <= TOLD_ALONE)
			repeats[i] = (struct cc_repeat){1, facts[i]};
	return repeats;
}

const char *
cc_repeat_sentence(const struct cc_words_in *in, const struct cc_fact *first,
    const struct cc_repeat *repeat)
{
	const char *times =
	    cc_say_count(in, CC_MSG_TIMES_DONE, (int)repeat->count);
	const char *told = cc_say_with(in, CC_MSG_TOLD_PLAIN, "name",
	    cc_bracketed(in, cc_fact_name(in, first, CC_NAME_SHORT),
		cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, times,
		    cc_fact_detail(in, first, false))),
	    "when",
	    cc_dates_text(in, &first->when.span, &repeat->last->when.span),
	    NULL);

	return cc_arena_join(in->arena, told, cc_cites_text(in, first), NULL);
}
