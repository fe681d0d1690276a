/* What was given, in words: cycles, doses and drugs. */
#include "follow/act.h"
#include "words/language.h"
#include "words/prose.h"

#include <string.h>

static const char *
clause(const struct cc_words_in *in, const char *a, const char *b)
{
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, a, b);
}

static const char *
part(const struct cc_words_in *in, const char *a, const char *b)
{
	return cc_words_join(in, CC_MSG_PART_SEPARATOR, a, b);
}

/* "80 mg/d", "60→5 mg/d", "held", with its date and reason. */
static const char *
dose_text(const struct cc_words_in *in, const struct cc_dose *dose,
    const char *unit, bool stop)
{
	const char *text, *more = NULL;

	unit = cc_unit_text(in, unit);
	if (stop)
		text = cc_say(in, CC_MSG_STOPPED);
	else if (dose->amount == 0)
		text = cc_say(in, CC_MSG_HELD);
	else
		text =
		    cc_arena_join(in->arena, cc_digits_text(in, dose->written),
			dose->to_written != NULL ? "→" : "",
			dose->to_written != NULL
			    ? cc_digits_text(in, dose->to_written)
			    : "",
			" ", unit, NULL);
	if (dose->when.time.text != NULL)
		more = cc_date_text(in, &dose->when.span);
	return cc_bracketed(
	    in, text, clause(in, more, cc_because_text(in, &dose->because)));
}

static const char *
doses_of(const struct cc_words_in *in, const struct cc_fact *fact,
    const struct cc_dose *doses, size_t count, const char *unit)
{
	GString *text = NULL;

	for (size_t i = 0; i < count; i++)
		cc_words_add(in, &text, CC_MSG_CLAUSE_SEPARATOR,
		    dose_text(
			in, &doses[i], unit, cc_dose_is_stop(fact, doses, count, i)));
	return cc_words_listed(in, text);
}

const char *
cc_doses_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return doses_of(in, fact, fact->doses, fact->dose_count, fact->unit);
}

/* "oxaliplatin 85 mg/m² (over two hours)". */
static const char *
drug_text(const struct cc_words_in *in, const struct cc_fact *fact,
    const struct cc_drug *drug)
{
	const char *name =
	    cc_name(in, CC_IN_TREATMENT, NULL, drug->code, CC_NAME_FULL);
	const char *unit = drug->unit != NULL ? drug->unit : fact->unit;
	const char *doses =
	    doses_of(in, fact, drug->doses, drug->dose_count, unit);
	const char *more = NULL;

	if (drug->when.time.text != NULL)
		more = cc_date_text(in, &drug->when.span);
	more = clause(in, more, cc_because_text(in, &drug->because));
	more = part(in, more, cc_text_in(in, &drug->notes));
	if (doses != NULL)
		name = cc_arena_join(in->arena, name, " ", doses, NULL);
	return cc_bracketed(in, name, more);
}

const char *
cc_drugs_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	GString *text = NULL;

	for (size_t i = 0; i < fact->drug_count; i++)
		cc_words_add(in, &text, CC_MSG_PART_SEPARATOR,
		    drug_text(in, fact, &fact->drugs[i]));
	return cc_words_listed(in, text);
}

/* "21d" as "21 days". */
static const char *
period_text(const struct cc_words_in *in, const char *period)
{
	static const struct {
		char letter;
		enum cc_message message;
	} units[] = {
	    {'h', CC_MSG_DURATION_HOURS},
	    {'d', CC_MSG_DURATION_DAYS},
	    {'w', CC_MSG_DURATION_WEEKS},
	    {'m', CC_MSG_DURATION_MONTHS},
	    {'y', CC_MSG_DURATION_YEARS},
	};
	size_t digits = strspn(period, "0123456789");

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (period[digits] == units[i].letter)
			return cc_say_with(in, units[i].message, "n",
			    cc_arena_strndup(in->arena, period, digits), NULL);
	return period;
}

/* "4 cycles, every 21 days"; of radiotherapy fractions. */
const char *
cc_cycles_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	bool rays = cc_act_is_radiotherapy(fact);
	const char *every =
	    fact->every != NULL ? period_text(in, fact->every) : NULL;
	const char *cycles;

	if (fact->cycles == 0)
		return every == NULL ? NULL
		                     : cc_say_with(in, CC_MSG_EVERY, "every",
					   every, NULL);
	cycles = cc_say_count(
	    in, rays ? CC_MSG_FRACTIONS : CC_MSG_CYCLES, fact->cycles);
	return every == NULL ? cycles
	                     : cc_say_with(in, CC_MSG_CYCLES_EVERY, "cycles",
				   cycles, "every", every, NULL);
}
