/* How long what is repeated goes on: "four cycles every 21 days", "weekly × 4".
 * From the first to the last of them; how long the last one was is not said. */
#include "model/model.h"

#include <glib.h>

static int64_t
of_cycles(const struct cc_fact *fact)
{
	if (fact->cycles < 2 || fact->every == NULL)
		return 0;
	return (fact->cycles - 1) * cc_period_least(fact->every);
}

/* So many doses in all, `times` of them in each period. */
static int64_t
of_dosing(const struct cc_dosing *dosing)
{
	struct cc_frequency frequency;
	g_autofree char *period = NULL;

	if (dosing->freq == NULL ||
	    !cc_frequency_read(dosing->freq, &frequency) ||
	    frequency.how != CC_FREQUENCY_TIMES || frequency.in_all < 2)
		return 0;
	period = g_strdup_printf("%d%c", frequency.per, frequency.unit);
	return (frequency.in_all - 1) * cc_period_least(period) /
	       frequency.times;
}

static void
add_dosing(struct cc_repeats *repeats, const struct cc_dosing *dosing)
{
	const int64_t lasts = of_dosing(dosing);

	if (lasts > repeats->lasts)
		*repeats = (struct cc_repeats){lasts, dosing->freq};
}

struct cc_repeats
cc_fact_repeats(const struct cc_fact *fact)
{
	struct cc_repeats repeats = {.lasts = of_cycles(fact)};

	add_dosing(&repeats, &fact->dosing);
	for (size_t i = 0; i < fact->drug_count; i++)
		if (fact->drugs[i].when.time.text == NULL)
			add_dosing(&repeats, &fact->drugs[i].dosing);
	return repeats;
}

char *
cc_repeats_text(const struct cc_fact *fact, const struct cc_repeats *repeats)
{
	if (repeats->freq != NULL)
		return g_strdup(repeats->freq);
	return g_strdup_printf("%d %s every %s", fact->cycles,
	    fact->kind == CC_KIND_TREATMENT ? "cycles" : "times", fact->every);
}
