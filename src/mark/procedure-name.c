/* What is said of a procedure: what it was, of whom and how much, what it
 * found, why it was not done. */
#include "mark/procedure-row.h"

#include "base/number.h"
#include "follow/dose.h"
#include "words/prose.h"

#include <string.h>

static const char *
reason_not_done(struct cc_figure *figure, const struct cc_fact *fact)
{
	if (fact->because.words.count > 0)
		return fact->because.fact[0]
		           ? cc_fact_name(figure->words, fact->because.fact[0],
				 CC_NAME_SHORT)
		           : fact->because.words.word[0];
	return cc_text_in(figure->words, &fact->notes);
}

/* A full-width separator brings its own space. */
static const char *
with_colon(struct cc_figure *figure, struct done *d, const char *name)
{
	g_autofree char *colon =
	    g_strdup(cc_say(figure->words, CC_MSG_LABEL_SEPARATOR));
	size_t length = strlen(colon);
	d->gap = g_str_has_suffix(colon, " ") ? 0.25 * figure->u : 0;
	if (d->gap > 0)
		colon[length - 1] = '\0';
	return cc_arena_join(figure->arena, name, colon, NULL);
}

/* With the reason, where one is told. */
static const char *
name_not_done(struct cc_figure *figure, struct done *d, const char *name)
{
	const char *reason = reason_not_done(figure, d->fact);
	d->alone = name;
	d->bold = true;
	d->sign = CC_SIGN_SLASHED;
	d->colour = CC_COLOUR_INK;
	d->legend = CC_LEGEND_NOT_DONE;
	if (!reason)
		return name;
	d->rest = reason;
	return with_colon(figure, d, name);
}

/* What was given, of whom and how much: "sibling donor, 2 × 10⁶/kg"; NULL:
 * nobody says. */
static const char *
given_rest(struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_words_in *in = figure->words;
	const struct cc_doses doses = cc_doses_of(figure->arena, fact, NULL);
	const char *donor = fact->donor ? cc_donor_text(in, fact->donor) : NULL;
	const char *dose = doses.count == 0
	                       ? NULL
	                       : cc_dose_amount_text(in, &doses.all[0].is, NULL,
				     cc_doses_unit(&doses, 0));
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, donor,
	    cc_dosing_text(in, &fact->dosing, dose));
}

/* "plasma exchange × 5". */
static const char *
name_counted(struct cc_figure *figure, const struct cc_fact *fact)
{
	const char *name = cc_drawn_name(
	    figure, fact, cc_fact_name(figure->words, fact, CC_NAME_SHORT));
	return fact->cycles == 0
	           ? name
	           : cc_arena_join(figure->arena, name, " × ",
			 cc_number_whole(figure->arena, fact->cycles), NULL);
}

void
cc_procedure_name(struct cc_figure *figure, struct done *d)
{
	const struct cc_fact *fact = d->fact;
	const char *bare = name_counted(figure, fact);
	const char *name = bare;
	d->bare = bare;
	d->gap = 0.25 * figure->u;
	d->alone = NULL;
	const char *given = given_rest(figure, fact);
	const char *found = cc_found_text(figure->words, fact);
	d->rest =
	    cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR, given, found);
	if (!d->rest)
		d->rest = "";
	if (!given && found) {
		d->alone = name;
		name = with_colon(figure, d, name);
	}
	switch (cc_fact_state(fact)) {
	case CC_STATE_DONE:
		break;
	case CC_STATE_PLANNED:
		d->sign = CC_SIGN_DASHED;
		d->colour = CC_COLOUR_INK;
		d->legend = CC_LEGEND_PLANNED;
		break;
	case CC_STATE_NOT_DONE:
		name = name_not_done(figure, d, bare);
		break;
	}
	d->name = name;
	d->name_width = cc_width(figure, name, CC_TYPE_NAME, d->bold);
}

const char *
cc_procedure_in_list(struct cc_figure *figure, const struct done *d)
{
	if (d->rest[0] == '\0')
		return d->name;
	return cc_arena_join(figure->arena, d->name, " ", d->rest, NULL);
}
