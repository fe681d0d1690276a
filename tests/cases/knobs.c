/* What a case is asked to be: words of the command line, and what the seed
 * draws where nothing is asked. */
#include "cases.h"
#include "profiles.h"
#include "random.h"

#include <string.h>

#define DAY INT64_C(1440) /* [min] */

static const char *const known_words[] = {
    [CC_KNOWN_DRAWN] = "drawn",
    [CC_KNOWN_MINUTE] = "minute",
    [CC_KNOWN_DAY] = "day",
    [CC_KNOWN_MONTH] = "month",
    [CC_KNOWN_YEAR] = "year",
    [CC_KNOWN_MIXED] = "mixed",
};
_Static_assert(G_N_ELEMENTS(known_words) == CC_KNOWN_COUNT, "precision");

static const char *const labelling_words[] = {
    [CC_LABELLING_DRAWN] = "drawn",
    [CC_LABELLING_NONE] = "none",
    [CC_LABELLING_SHORT] = "short",
    [CC_LABELLING_NORMAL] = "normal",
    [CC_LABELLING_LONG] = "long",
    [CC_LABELLING_HUGE] = "huge",
};
_Static_assert(G_N_ELEMENTS(labelling_words) == CC_LABELLING_COUNT, "labels");

static const char *const script_words[] = {
    [CC_SCRIPT_DRAWN] = "drawn",
    [CC_SCRIPT_EN] = "en",
    [CC_SCRIPT_ZH] = "zh",
    [CC_SCRIPT_MIXED] = "mixed",
};
_Static_assert(G_N_ELEMENTS(script_words) == CC_SCRIPT_COUNT, "script");

static const char *const structure_words[] = {
    [CC_STRUCTURE_DRAWN] = "drawn",
    [CC_STRUCTURE_NATURAL] = "natural",
    [CC_STRUCTURE_ONE_DAY] = "one-day",
    [CC_STRUCTURE_HEAP] = "heap",
    [CC_STRUCTURE_OUTLIER] = "outlier",
    [CC_STRUCTURE_PARALLEL] = "parallel",
    [CC_STRUCTURE_LABS] = "labs",
    [CC_STRUCTURE_UNDATED] = "undated",
    [CC_STRUCTURE_SPARSE] = "sparse",
    [CC_STRUCTURE_CHAIN] = "chain",
    [CC_STRUCTURE_DATELESS] = "dateless",
    [CC_STRUCTURE_PLANS] = "plans",
    [CC_STRUCTURE_CLOCKED] = "clocked",
    [CC_STRUCTURE_PAIR] = "pair",
    [CC_STRUCTURE_YOUNG] = "young",
};
_Static_assert(
    G_N_ELEMENTS(structure_words) == CC_STRUCTURE_COUNT, "structure");

static const struct {
	char letter;
	int64_t minutes;
} units[] = {
    {'h', 60}, {'d', DAY}, {'w', 7 * DAY}, {'m', 43830}, {'y', 525960}};

void
cc_knobs_init(struct cc_knobs *knobs, uint64_t seed)
{
	*knobs = (struct cc_knobs){.seed = seed, .doubt = -1};
}

static bool
number_set(const char *value, int64_t most, int64_t *to, char **legal)
{
	char *end;
	const gint64 number = g_ascii_strtoll(value, &end, 10);

	if (g_ascii_isdigit(*value) && *end == '\0' && number <= most) {
		*to = number;
		return true;
	}
	*legal = g_strdup_printf(
	    "a whole number up to %" G_GINT64_FORMAT, (gint64)most);
	return false;
}

static bool
word_set(const char *value, const char *const *words, int count, int *to,
    char **legal)
{
	g_autoptr(GString) all = g_string_new("one of:");

	for (int i = 0; i < count; i++) {
		if (strcmp(words[i], value) == 0) {
			*to = i;
			return true;
		}
		g_string_append_printf(all, " %s", words[i]);
	}
	*legal = g_strdup(all->str);
	return false;
}

static bool
span_set(struct cc_knobs *knobs, const char *value, char **legal)
{
	char *end;
	const gint64 count = g_ascii_strtoll(value, &end, 10);

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (g_ascii_isdigit(*value) && end[0] == units[i].letter &&
		    end[1] == '\0' && count > 0 &&
		    count <= CC_KNOBS_SPAN_MAX / units[i].minutes) {
			knobs->span = count * units[i].minutes;
			return true;
		}
	*legal = g_strdup("36h, 40d, 7w, 5m or 12y, up to 8700y");
	return false;
}

static bool
disease_set(struct cc_knobs *knobs, const char *value, char **legal)
{
	g_autoptr(GString) all = g_string_new("one of:");

	for (size_t i = 0; i < cc_profile_count; i++) {
		if (strcmp(cc_profiles[i].code, value) == 0) {
			knobs->disease = cc_profiles[i].code;
			return true;
		}
		g_string_append_printf(all, " %s", cc_profiles[i].code);
	}
	*legal = g_strdup(all->str);
	return false;
}

bool
cc_knobs_set(
    struct cc_knobs *knobs, const char *name, const char *value, char **legal)
{
	int64_t number = 0;
	int word = 0;
	bool good;

	if (strcmp(name, "seed") == 0) {
		good = number_set(value, G_MAXINT64, &number, legal);
		knobs->seed = (uint64_t)number;
	} else if (strcmp(name, "events") == 0) {
		good = number_set(value, CC_KNOBS_EVENTS_MAX, &number, legal);
		knobs->events = (int)number;
	} else if (strcmp(name, "doubt") == 0) {
		good = number_set(value, 100, &number, legal);
		knobs->doubt = (int)number;
	} else if (strcmp(name, "span") == 0) {
		good = span_set(knobs, value, legal);
	} else if (strcmp(name, "disease") == 0) {
		good = disease_set(knobs, value, legal);
	} else if (strcmp(name, "precision") == 0) {
		good =
		    word_set(value, known_words, CC_KNOWN_COUNT, &word, legal);
		knobs->known = (enum cc_known)word;
	} else if (strcmp(name, "labels") == 0) {
		good = word_set(
		    value, labelling_words, CC_LABELLING_COUNT, &word, legal);
		knobs->labelling = (enum cc_labelling)word;
	} else if (strcmp(name, "script") == 0) {
		good = word_set(
		    value, script_words, CC_SCRIPT_COUNT, &word, legal);
		knobs->script = (enum cc_script)word;
	} else if (strcmp(name, "structure") == 0) {
		good = word_set(
		    value, structure_words, CC_STRUCTURE_COUNT, &word, legal);
		knobs->structure = (enum cc_structure)word;
	} else {
		*legal = NULL;
		good = false;
	}
	return good;
}

static const struct cc_profile *
profile_draw(struct cc_random *random, const struct cc_knobs *knobs)
{
	int weights[64];
	const struct cc_profile *profile;

	g_assert(cc_profile_count <= G_N_ELEMENTS(weights));
	for (size_t i = 0; i < cc_profile_count; i++) {
		weights[i] = cc_profiles[i].weight;
		if (knobs->span > 0 &&
		    (knobs->span / DAY > 4 * cc_profiles[i].days_most ||
			knobs->span / DAY < cc_profiles[i].days_least / 4))
			weights[i] = 0;
	}
	profile =
	    &cc_profiles[cc_random_weighted(random, weights, cc_profile_count)];
	/* No course is that short or long: any will do. */
	return profile->weight > 0 ? profile : &cc_profiles[0];
}

static int
events_draw(struct cc_random *random)
{
	static const int weights[] = {14, 40, 31, 13, 2};
	static const int bounds[] = {4, 11, 26, 41, 81, 150};
	const size_t row =
	    cc_random_weighted(random, weights, G_N_ELEMENTS(weights));

	return (int)cc_random_between(random, bounds[row], bounds[row + 1] - 1);
}

static enum cc_known
known_draw(struct cc_random *random, int64_t span)
{
	static const enum cc_known known[] = {
	    CC_KNOWN_DAY, CC_KNOWN_MONTH, CC_KNOWN_MIXED, CC_KNOWN_YEAR};
	static const int near[] = {60, 22, 18, 0};
	static const int far[] = {35, 30, 30, 5};
	const bool years = span > 3 * 365 * DAY;

	if (span < 20 * DAY && cc_random_chance(random, 60))
		return CC_KNOWN_MINUTE;
	if (span < 90 * DAY)
		return CC_KNOWN_DAY;
	return known[cc_random_weighted(
	    random, years ? far : near, G_N_ELEMENTS(known))];
}

void
cc_knobs_draw(struct cc_knobs *knobs)
{
	static const int labelling[] = {0, 10, 30, 45, 15, 0};
	static const int script[] = {0, 25, 15, 60};
	static const int structure[] = {0, 84, 2, 2, 4, 3, 2, 3};
	static const int doubt[] = {0, 4, 12, 35};
	const struct cc_profile *profile;
	struct cc_random random;

	/* All is drawn, whatever is asked: one knob does not shift others. */
	struct cc_knobs drawn = {0};

	cc_random_init(&random, knobs->seed, 1);
	profile = profile_draw(&random, knobs);
	drawn.events = events_draw(&random);
	drawn.span = cc_random_between(
	    &random, profile->days_least * DAY, profile->days_most * DAY);
	drawn.labelling =
	    cc_random_weighted(&random, labelling, G_N_ELEMENTS(labelling));
	drawn.script =
	    cc_random_weighted(&random, script, G_N_ELEMENTS(script));
	drawn.structure =
	    cc_random_weighted(&random, structure, G_N_ELEMENTS(structure));
	drawn.doubt = doubt[cc_random_below(&random, 4)];
	if (knobs->disease == NULL)
		knobs->disease = profile->code;
	if (knobs->events == 0)
		knobs->events = drawn.events;
	if (knobs->span == 0)
		knobs->span = drawn.span;
	if (knobs->labelling == CC_LABELLING_DRAWN)
		knobs->labelling = drawn.labelling;
	if (knobs->script == CC_SCRIPT_DRAWN)
		knobs->script = drawn.script;
	if (knobs->structure == CC_STRUCTURE_DRAWN)
		knobs->structure = drawn.structure;
	if (knobs->doubt < 0)
		knobs->doubt = drawn.doubt;
	if (knobs->known == CC_KNOWN_DRAWN)
		knobs->known = known_draw(&random, knobs->span);
}

void
cc_knobs_describe(const struct cc_knobs *knobs, GString *to)
{
	g_string_append_printf(to, "--seed %" G_GUINT64_FORMAT, knobs->seed);
	if (knobs->disease != NULL)
		g_string_append_printf(to, " --disease %s", knobs->disease);
	if (knobs->events > 0)
		g_string_append_printf(to, " --events %d", knobs->events);
	if (knobs->span > 0)
		g_string_append_printf(
		    to, " --span %" G_GINT64_FORMAT "h", knobs->span / 60);
	if (knobs->doubt >= 0)
		g_string_append_printf(to, " --doubt %d", knobs->doubt);
	g_string_append_printf(to,
	    " --precision %s --labels %s --script %s --structure %s",
	    known_words[knobs->known], labelling_words[knobs->labelling],
	    script_words[knobs->script], structure_words[knobs->structure]);
}
