/* Acts that were done again and again: a row each, in place of as many signs
 * among the others. */
#include "mark/act.h"

#include "follow/dose.h"

struct repeated {
	const struct cc_fact **fact;
	size_t count;
	enum cc_act_look look;
	const char *words; /* of each of them; NULL: none */
};

/* What is said of one, as of the others. */
static bool
may_repeat(const struct cc_figure *figure, const struct cc_act *act)
{
	const struct cc_fact *fact = act->fact;
	return (act->look == CC_ACT_PLAIN || act->look == CC_ACT_TRANSFUSION) &&
	       cc_fact_state(fact) == CC_STATE_DONE && fact->cycles == 0 &&
	       !fact->result && fact->finding_count == 0 &&
	       fact->key != CC_KEY_YES && cc_figure_shows(figure, fact) &&
	       !figure->claimed[fact->index];
}

const char *
cc_act_words(struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_doses doses = cc_doses_of(figure->arena, fact, NULL);
	const char *dose = doses.count == 0 ? NULL
	                                    : cc_dose_amount_text(figure->words,
						  &doses.all[0].is, NULL,
						  cc_doses_unit(&doses, 0));
	return cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR,
	    fact->donor ? cc_donor_text(figure->words, fact->donor) : NULL,
	    cc_dosing_text(figure->words, &fact->dosing, dose));
}

/* That of its name and its words; a new one at the end. */
static struct repeated *
repeated_of(struct cc_figure *figure, GHashTable *known, GPtrArray *all,
    const struct cc_act *act)
{
	const char *words = cc_act_words(figure, act->fact);
	const char *name = cc_of_patient(figure, act->fact,
	    cc_fact_name(figure->words, act->fact, CC_NAME_FULL));
	const char *key =
	    cc_arena_join(figure->arena, name, "\n", words ? words : "", NULL);
	struct repeated *found = g_hash_table_lookup(known, key);
	if (found)
		return found;
	found = cc_arena_new(figure->arena, struct repeated);
	*found = (struct repeated){.look = act->look, .words = words};
	g_hash_table_insert(known, (gpointer)key, found);
	g_ptr_array_add(all, found);
	return found;
}

static void
add_row(struct cc_figure *figure, const struct repeated *repeated)
{
	const struct cc_acts acts = {.fact = repeated->fact,
	    .count = repeated->count,
	    .scope = CC_IN_PROCEDURE,
	    .words = repeated->words,
	    .colour = cc_ink(figure, CC_COLOUR_INK),
	    .ticks = repeated->look == CC_ACT_TRANSFUSION};
	for (size_t i = 0; i < acts.count; i++)
		cc_figure_claim(figure, acts.fact[i]);
	cc_acts_add(figure, &acts, CC_YIELD_LAST);
}

void
cc_acts_collect(struct cc_figure *figure)
{
	const struct cc_story *story = &figure->follow->story;
	if (story->act_count == 0)
		return;
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	for (size_t i = 0; i < story->act_count; i++) {
		const struct cc_act *act = &story->act[i];
		if (cc_series_takes(figure, act->fact) ||
		    !may_repeat(figure, act))
			continue;
		struct repeated *repeated =
		    repeated_of(figure, known, all, act);
		repeated->fact = cc_arena_grow(figure->arena, repeated->fact,
		    repeated->count, sizeof(repeated->fact[0]));
		repeated->fact[repeated->count++] = act->fact;
	}
	for (guint i = 0; i < all->len; i++) {
		struct repeated *repeated = all->pdata[i];
		if (repeated->count < CC_ACTS_LEAST)
			continue;
		cc_sort_facts(figure, repeated->fact, repeated->count);
		add_row(figure, repeated);
	}
}
