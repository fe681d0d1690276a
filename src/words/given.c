/* What was given, in words: cycles, doses and drugs. */
#include "follow/act.h"
#include "follow/dose.h"
#include "model/closed.h"
#include "words/date.h"
#include "words/language.h"
#include "base/number.h"
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

/* "40–80" */
static const char *
number_text(const struct cc_words_in *in, const struct cc_amount *amount)
{
	const char *number = cc_digits_text(in, amount->digits);

	if (amount->most_digits == NULL)
		return number;
	return cc_arena_join(in->arena, number, "–",
	    cc_digits_text(in, amount->most_digits), NULL);
}

const char *
cc_dose_amount_text(const struct cc_words_in *in,
    const struct cc_amount *amount, const char *number, const char *unit)
{
	unit = cc_unit_text(in, unit);
	if (number == NULL)
		number = number_text(in, amount);
	if (*unit == '\0')
		return number;
	if (g_str_has_prefix(unit, "×"))
		return cc_arena_join(
		    in->arena, number, " × ", unit + strlen("×"), NULL);
	return amount->unit_first
	           ? cc_arena_join(in->arena, unit, " ", number, NULL)
	           : cc_arena_join(in->arena, number, " ", unit, NULL);
}

/* "80 mg/d", "60→5 mg/d", "held", with its date and reason. */
static const char *
dose_text(const struct cc_words_in *in, const struct cc_doses *doses, size_t at)
{
	const struct cc_dose *dose = &doses->all[at];
	const char *text, *number = NULL, *more = NULL;

	if (cc_dose_is_stop(doses, at))
		text = cc_say(in, CC_MSG_STOPPED);
	else if (dose->is.most == 0)
		text = cc_say(in, CC_MSG_HELD);
	else {
		if (dose->to_written != NULL)
			number = cc_arena_join(in->arena,
			    number_text(in, &dose->is), "→",
			    cc_digits_text(in, dose->to_written), NULL);
		text = cc_dose_amount_text(
		    in, &dose->is, number, cc_doses_unit(doses, at));
	}
	if (dose->when.time.text != NULL)
		more = cc_date_text(in, &dose->when.span);
	return cc_bracketed(
	    in, text, clause(in, more, cc_because_text(in, &dose->because)));
}

/* What was given first, and how, then each change. */
static const char *
doses_text(const struct cc_words_in *in, const struct cc_doses *doses,
    const struct cc_dosing *dosing, bool changes)
{
	const char *first =
	    dosing->amount.text != NULL ? dose_text(in, doses, 0) : NULL;
	size_t at = first != NULL;
	GString *text = NULL;

	cc_words_add(in, &text, CC_MSG_CLAUSE_SEPARATOR,
	    cc_dosing_text(in, dosing, first));
	for (; changes && at < doses->count; at++)
		cc_words_add(in, &text, CC_MSG_CLAUSE_SEPARATOR,
		    dose_text(in, doses, at));
	return cc_words_listed(in, text);
}

/* Whether anything is said of how much was given, or how. */
static bool
is_dosed(const struct cc_fact *fact)
{
	const struct cc_dosing *dosing = &fact->dosing;

	return fact->dose_count > 0 || dosing->amount.text != NULL ||
	       dosing->fractions > 0 || dosing->route != NULL ||
	       dosing->freq != NULL || dosing->schedule != NULL;
}

const char *
cc_doses_text(
    const struct cc_words_in *in, const struct cc_fact *fact, bool all)
{
	struct cc_doses doses;

	if (!is_dosed(fact))
		return NULL;
	doses = cc_doses_of(in->arena, fact, NULL);
	return doses_text(in, &doses, &fact->dosing, all);
}

/* "oxaliplatin 85 mg/m² (over two hours)". */
static const char *
drug_text(const struct cc_words_in *in, const struct cc_fact *fact,
    const struct cc_drug *drug)
{
	const char *name =
	    cc_name(in, CC_IN_TREATMENT, NULL, drug->code, CC_NAME_FULL);
	const struct cc_doses given = cc_doses_of(in->arena, fact, drug);
	const char *doses = doses_text(in, &given, &drug->dosing, true);
	const char *more = NULL;

	if (drug->when.time.text != NULL)
		more = cc_date_text(in, &drug->when.span);
	more = clause(in, more, cc_because_text(in, &drug->because));
	more = clause(in, more, cc_stop_text(in, &drug->stop));
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

static const char *
duration_text(const struct cc_words_in *in, const char *number, char unit)
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

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (unit == units[i].letter)
			return cc_say_with(
			    in, units[i].message, "n", number, NULL);
	return number;
}

/* "21d" as "21 days". */
const char *
cc_period_text(const struct cc_words_in *in, const char *period)
{
	size_t digits = strspn(period, "0123456789");

	return duration_text(
	    in, cc_arena_strndup(in->arena, period, digits), period[digits]);
}

/* "4 cycles, every 21 days"; of radiotherapy fractions, of acts "5 times". */
const char *
cc_cycles_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	bool rays = cc_act_is_radiotherapy(fact);
	const char *every =
	    fact->every != NULL ? cc_period_text(in, fact->every) : NULL;
	const char *cycles;

	if (fact->cycles == 0)
		return every == NULL ? NULL
		                     : cc_say_with(in, CC_MSG_EVERY, "every",
					   every, NULL);
	cycles = cc_say_count(in,
	    cc_act_is_done(fact) ? CC_MSG_TIMES_DONE
	    : rays               ? CC_MSG_FRACTIONS
				 : CC_MSG_CYCLES,
	    fact->cycles);
	return every == NULL ? cycles
	                     : cc_say_with(in, CC_MSG_CYCLES_EVERY, "cycles",
				   cycles, "every", every, NULL);
}

/* ---- how it is given ---- */

static const char *
route_text(const struct cc_words_in *in, const char *route)
{
	static const struct {
		const char *route;
		enum cc_message message;
	} words[] = {
	    {"ia", CC_MSG_ROUTE_IA},
	    {"im", CC_MSG_ROUTE_IM},
	    {"inh", CC_MSG_ROUTE_INH},
	    {"ip", CC_MSG_ROUTE_IP},
	    {"it", CC_MSG_ROUTE_IT},
	    {"iv", CC_MSG_ROUTE_IV},
	    {"ivt", CC_MSG_ROUTE_IVT},
	    {"nas", CC_MSG_ROUTE_NAS},
	    {"ng", CC_MSG_ROUTE_NG},
	    {"po", CC_MSG_ROUTE_PO},
	    {"pr", CC_MSG_ROUTE_PR},
	    {"sc", CC_MSG_ROUTE_SC},
	    {"sl", CC_MSG_ROUTE_SL},
	    {"td", CC_MSG_ROUTE_TD},
	    {"top", CC_MSG_ROUTE_TOP},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i].route, route) == 0)
			return cc_say(in, words[i].message);
	return route;
}

/* "3", "2–3". */
static const char *
spacing_text(const struct cc_words_in *in, const struct cc_frequency *frequency)
{
	return frequency->per_most == 0
	           ? cc_number_whole(in->arena, frequency->per)
	           : cc_arena_printf(in->arena, "%d–%d", frequency->per,
			 frequency->per_most);
}

/* "daily", "twice daily", "3 times a day". */
static const char *
times_text(const struct cc_words_in *in, const struct cc_frequency *frequency)
{
	static const struct {
		char unit;
		enum cc_message once, twice, times;
	} rates[] = {
	    {'d', CC_MSG_FREQ_DAILY, CC_MSG_FREQ_TWICE_DAILY,
		CC_MSG_FREQ_TIMES_DAILY},
	    {'w', CC_MSG_FREQ_WEEKLY, CC_MSG_FREQ_TWICE_WEEKLY,
		CC_MSG_FREQ_TIMES_WEEKLY},
	    {'m', CC_MSG_FREQ_MONTHLY, CC_MSG_FREQ_TWICE_MONTHLY,
		CC_MSG_FREQ_TIMES_MONTHLY},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rates); i++) {
		if (frequency->unit != rates[i].unit || frequency->per != 1 ||
		    frequency->per_most != 0)
			continue;
		if (frequency->times == 1)
			return cc_say(in, rates[i].once);
		if (frequency->times == 2)
			return cc_say(in, rates[i].twice);
		return cc_say_count(in, rates[i].times, frequency->times);
	}
	if (frequency->unit == 'd' && frequency->per == 2 &&
	    frequency->per_most == 0)
		return cc_say(in, CC_MSG_FREQ_EVERY_OTHER_DAY);
	return cc_say_with(in, CC_MSG_EVERY, "every",
	    duration_text(in, spacing_text(in, frequency), frequency->unit),
	    NULL);
}

static const char *
frequency_text(const struct cc_words_in *in, const char *written)
{
	struct cc_frequency frequency;

	if (!cc_frequency_read(written, &frequency))
		return written;
	switch (frequency.how) {
	case CC_FREQUENCY_TIMES:
		break;
	case CC_FREQUENCY_NIGHT:
		return cc_say(in, CC_MSG_FREQ_NIGHT);
	case CC_FREQUENCY_NEEDED:
		return cc_say(in, CC_MSG_FREQ_NEEDED);
	case CC_FREQUENCY_ONCE:
		return cc_say(in, CC_MSG_FREQ_ONCE);
	case CC_FREQUENCY_CONTINUOUS:
		return cc_say(in, CC_MSG_FREQ_CONTINUOUS);
	}
	return frequency.in_all == 0
	           ? times_text(in, &frequency)
	           : cc_say_with(in, CC_MSG_FREQ_IN_ALL, "freq",
			 times_text(in, &frequency), "n",
			 cc_number_whole(in->arena, frequency.in_all), NULL);
}

/* "4 weeks on, 2 weeks off", or the author's words. */
static const char *
schedule_text(const struct cc_words_in *in, const char *schedule)
{
	const char *off = cc_schedule_off(schedule), *on;

	if (off == NULL)
		return schedule;
	on =
	    cc_arena_strndup(in->arena, schedule, (size_t)(off - schedule) - 1);
	return cc_say_with(in, CC_MSG_ON_OFF, "on", cc_period_text(in, on),
	    "off", cc_period_text(in, off), NULL);
}

/* As prescriptions are written in all languages: "1 g IV daily". */
static const char *
spaced(const struct cc_words_in *in, const char *a, const char *b)
{
	return a == NULL ? b : cc_arena_join(in->arena, a, " ", b, NULL);
}

const char *
cc_dosing_text(const struct cc_words_in *in, const struct cc_dosing *dosing,
    const char *doses)
{
	const char *text = doses;

	if (text != NULL && dosing->cumulative)
		text = cc_say_with(in, CC_MSG_DOSE_IN_ALL, "dose", text, NULL);
	if (dosing->fractions > 0) {
		const char *fractions =
		    cc_say_count(in, CC_MSG_FRACTIONS, dosing->fractions);

		text = text == NULL
		           ? fractions
		           : cc_say_with(in, CC_MSG_DOSE_IN_FRACTIONS, "dose",
				 text, "fractions", fractions, NULL);
	}
	if (dosing->route != NULL)
		text = spaced(in, text, route_text(in, dosing->route));
	if (dosing->freq != NULL)
		text = spaced(in, text, frequency_text(in, dosing->freq));
	if (dosing->schedule != NULL)
		text = clause(in, text, schedule_text(in, dosing->schedule));
	return text;
}
