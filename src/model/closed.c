#include "model/closed.h"

#include "model/case.h"
#include "model/foreign.h"
#include "model/hint.h"
#include "model/interval.h"

#include <glib.h>
#include <string.h>

static const char *const status[] = {
    [CC_STATUS_DONE] = NULL,
    [CC_STATUS_PLANNED] = "planned",
    [CC_STATUS_NOT_DONE] = "not-done",
};
_Static_assert(G_N_ELEMENTS(status) == CC_STATUS_NOT_DONE + 1, "status");

static const char *const key[] = {
    [CC_KEY_UNSAID] = NULL,
    [CC_KEY_YES] = "yes",
    [CC_KEY_NO] = "no",
};
_Static_assert(G_N_ELEMENTS(key) == CC_KEY_NO + 1, "key");

static const char *const sex[] = {
    [CC_SEX_UNSAID] = NULL,
    [CC_SEX_FEMALE] = "female",
    [CC_SEX_MALE] = "male",
    [CC_SEX_OTHER] = "other",
    [CC_SEX_UNKNOWN] = "unknown",
};
_Static_assert(G_N_ELEMENTS(sex) == CC_SEX_UNKNOWN + 1, "sex");

static const char *const scale[] = {
    [CC_SCALE_DEFAULT] = NULL,
    [CC_SCALE_LINEAR] = "linear",
    [CC_SCALE_LOG] = "log",
    [CC_SCALE_STEP] = "step",
};
_Static_assert(G_N_ELEMENTS(scale) == CC_SCALE_STEP + 1, "scale");

static const char *const result[] = {
    [CC_RESULT_NONE] = NULL,
    [CC_RESULT_POSITIVE] = "positive",
    [CC_RESULT_NEGATIVE] = "negative",
    [CC_RESULT_NORMAL] = "normal",
    [CC_RESULT_HIGH] = "high",
    [CC_RESULT_LOW] = "low",
    [CC_RESULT_BORDERLINE] = "borderline",
    [CC_RESULT_NOT_DETECTED] = "not-detected",
};
_Static_assert(G_N_ELEMENTS(result) == CC_RESULT_COUNT, "result");

static const char *const growth[] = {
    [CC_GROWTH_LARGER] = "larger",
    [CC_GROWTH_SMALLER] = "smaller",
};
_Static_assert(G_N_ELEMENTS(growth) == CC_GROWTH_SMALLER + 1, "growth");

static const char *const interval[] = {
    [CC_INTERVAL_PFS] = "PFS",
    [CC_INTERVAL_TTNT] = "TTNT",
    [CC_INTERVAL_TTR] = "TTR",
    [CC_INTERVAL_DOR] = "DoR",
    [CC_INTERVAL_OS] = "OS",
    [CC_INTERVAL_FOLLOW_UP] = "follow-up",
};
_Static_assert(G_N_ELEMENTS(interval) == CC_INTERVAL_COUNT, "interval");

/* The WHO-UMC causality of adverse reactions. */
static const char *const causality[] = {
    "certain", "probable", "possible", "unlikely", "unrelated"};
/* How a drug gets into the body: by mouth, into a vein, under the skin, into a
 * muscle, into the cerebrospinal fluid, inhaled, on the skin, through the skin,
 * into the rectum, under the tongue, into the nose, the eye, the peritoneum, an
 * artery, a feeding tube. */
static const char *const route[] = {"po", "iv", "sc", "im", "it", "inh", "top",
    "td", "pr", "sl", "nas", "ivt", "ip", "ia", "ng"};
static const char *const trait[] = {"arm", "cohort", "ecog", "karnofsky",
    "prior-lines", "risk", "site", "stratum"};
static const char *const outcome[] = {"death", "alive", "lost-to-follow-up"};
static const char *const unit[] = {"hour", "day", "week", "month", "year"};
static const char *const axis[] = {"calendar", "relative", "both"};
static const char *const define[] = {"disease", "treatment", "procedure",
    "event", "test", "response", "site", "intent", "finding", "cause", "stop"};
static const char *const yes[] = {"yes"};
static const char *const absent[] = {"absent"};
static const char *const disease[] = {"no-progression"};

#define CLOSED(name, table)                                                    \
	const struct cc_closed cc_closed_##name = {table, G_N_ELEMENTS(table)}

CLOSED(status, status);
CLOSED(key, key);
CLOSED(sex, sex);
CLOSED(scale, scale);
CLOSED(causality, causality);
CLOSED(outcome, outcome);
CLOSED(axis, axis);
CLOSED(unit, unit);
CLOSED(define, define);
CLOSED(yes, yes);
CLOSED(absent, absent);
CLOSED(disease, disease);
CLOSED(growth, growth);
CLOSED(route, route);
CLOSED(result, result);
CLOSED(trait, trait);
CLOSED(interval, interval);

const struct cc_closed cc_closed_line_interval = {interval, CC_INTERVAL_OS};

bool
cc_closed_find(const struct cc_closed *closed, const char *word, int *index)
{
	for (size_t i = 0; i < closed->count; i++) {
		if (closed->words[i] == NULL ||
		    strcmp(closed->words[i], word) != 0)
			continue;
		*index = (int)i;
		return true;
	}
	return false;
}

const char *
cc_closed_read(const struct cc_closed *closed, const char *word,
    struct cc_pos pos, struct cc_diags *diags)
{
	const char *ours;
	int index;

	if (cc_closed_find(closed, word, &index))
		return word;
	ours = cc_foreign_same(closed, word);
	if (ours == NULL)
		cc_closed_refuse(closed, word, pos, diags);
	else
		cc_diag(diags, CC_N319, pos, word,
		    *ours != '\0' ? ours : "nothing written");
	return ours;
}

/* "a, b": constants without a word stand first and are none. */
static GString *
list_words(const struct cc_closed *closed)
{
	GString *words = g_string_new(NULL);

	for (size_t i = 0; i < closed->count; i++)
		if (closed->words[i] != NULL)
			g_string_append_printf(words, "%s%s",
			    words->len > 0 ? ", " : "", closed->words[i]);
	return words;
}

void
cc_closed_lack(const struct cc_closed *closed, const char *element,
    const char *attribute, struct cc_pos pos, struct cc_diags *diags)
{
	g_autoptr(GString) words = list_words(closed);

	g_string_prepend(words, ", one of: ");
	g_string_prepend(words, attribute);
	g_string_prepend(words, "the attribute ");
	cc_diag(diags, CC_E303, pos, element, words->str);
}

void
cc_closed_refuse_with(const struct cc_closed *closed, const char *word,
    const char *hint, struct cc_pos pos, struct cc_diags *diags)
{
	g_autoptr(GString) legal = list_words(closed);

	cc_diag(diags, CC_E304, pos, word, legal->str, hint);
}

void
cc_closed_refuse_for(const struct cc_closed *closed, const char *word,
    const char *ours, struct cc_pos pos, struct cc_diags *diags)
{
	const char *const *words = closed->words;
	size_t count = closed->count;
	g_autofree char *hint = NULL;

	/* Constants without a word stand first. */
	for (; count > 0 && *words == NULL; count--)
		words++;
	if (ours == NULL)
		hint = cc_hint_text(cc_nearest(word, words, count));
	else if (*ours == '\0')
		hint = g_strdup("; leave the attribute out, that is so");
	else
		hint = g_strdup_printf("; write %s", ours);
	cc_closed_refuse_with(closed, word, hint, pos, diags);
}

void
cc_closed_refuse(const struct cc_closed *closed, const char *word,
    struct cc_pos pos, struct cc_diags *diags)
{
	cc_closed_refuse_for(
	    closed, word, cc_foreign_word(closed, word), pos, diags);
}
