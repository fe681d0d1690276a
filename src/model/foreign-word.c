/* Words of closed sets as others have them. */
#include "model/foreign.h"

#include <glib.h>
#include <string.h>

/* `same`: it means that and nothing else, and is read so; others are offered
 * alone: who was discharged is alive, but more is told by that. */
static const struct {
	const struct cc_closed *closed;
	const char *theirs, *ours;
	bool same;
} closed_words[] = {
    {&cc_closed_outcome, "dead", "death", true},
    {&cc_closed_outcome, "died", "death", true},
    {&cc_closed_outcome, "deceased", "death", true},
    {&cc_closed_outcome, "exitus", "death", true},
    {&cc_closed_outcome, "tot", "death", true},
    {&cc_closed_outcome, "verstorben", "death", true},
    {&cc_closed_outcome, "死亡", "death", true},
    {&cc_closed_outcome, "living", "alive", true},
    {&cc_closed_outcome, "survived", "alive", false},
    {&cc_closed_outcome, "surviving", "alive", false},
    {&cc_closed_outcome, "ongoing", "alive", false},
    {&cc_closed_outcome, "alivewithdisease", "alive", false},
    {&cc_closed_outcome, "alivewithoutdisease", "alive", false},
    {&cc_closed_outcome, "aliveinremission", "alive", false},
    {&cc_closed_outcome, "awd", "alive", false},
    {&cc_closed_outcome, "ned", "alive", false},
    {&cc_closed_outcome, "lebt", "alive", true},
    {&cc_closed_outcome, "存活", "alive", true},
    {&cc_closed_outcome, "discharged", "alive", false},
    {&cc_closed_outcome, "discharge", "alive", false},
    {&cc_closed_outcome, "entlassen", "alive", false},
    {&cc_closed_outcome, "出院", "alive", false},
    {&cc_closed_outcome, "ltfu", "lost-to-follow-up", true},
    {&cc_closed_outcome, "lost", "lost-to-follow-up", true},
    {&cc_closed_outcome, "失访", "lost-to-follow-up", true},
    {&cc_closed_outcome, "gestorben", "death", true},
    {&cc_closed_outcome, "去世", "death", true},
    {&cc_closed_outcome, "amleben", "alive", true},
    {&cc_closed_outcome, "生存", "alive", true},
    {&cc_closed_outcome, "dod", "death", false},
    {&cc_closed_outcome, "死于", "death", false},
    {&cc_closed_outcome, "healthy", "alive", false},
    {&cc_closed_outcome, "well", "alive", false},
    {&cc_closed_outcome, "recovered", "alive", false},
    {&cc_closed_outcome, "recovery", "alive", false},
    {&cc_closed_outcome, "completerecovery", "alive", false},
    {&cc_closed_outcome, "cured", "alive", false},
    {&cc_closed_outcome, "improved", "alive", false},
    {&cc_closed_outcome, "stable", "alive", false},
    {&cc_closed_outcome, "inremission", "alive", false},
    {&cc_closed_outcome, "transferred", "alive", false},
    {&cc_closed_outcome, "genesen", "alive", false},
    {&cc_closed_outcome, "geheilt", "alive", false},
    {&cc_closed_outcome, "verlegt", "alive", false},
    {&cc_closed_outcome, "治愈", "alive", false},
    {&cc_closed_outcome, "痊愈", "alive", false},
    {&cc_closed_outcome, "康复", "alive", false},
    {&cc_closed_outcome, "好转", "alive", false},
    {&cc_closed_outcome, "转院", "alive", false},
    {&cc_closed_sex, "f", "female", true},
    {&cc_closed_sex, "w", "female", true},
    {&cc_closed_sex, "woman", "female", true},
    {&cc_closed_sex, "girl", "female", true},
    {&cc_closed_sex, "weiblich", "female", true},
    {&cc_closed_sex, "女", "female", true},
    {&cc_closed_sex, "m", "male", true},
    {&cc_closed_sex, "man", "male", true},
    {&cc_closed_sex, "boy", "male", true},
    {&cc_closed_sex, "männlich", "male", true},
    {&cc_closed_sex, "男", "male", true},
    {&cc_closed_sex, "diverse", "other", true},
    {&cc_closed_sex, "u", "unknown", true},
    {&cc_closed_sex, "frau", "female", true},
    {&cc_closed_sex, "mädchen", "female", true},
    {&cc_closed_sex, "女性", "female", true},
    {&cc_closed_sex, "mann", "male", true},
    {&cc_closed_sex, "junge", "male", true},
    {&cc_closed_sex, "男性", "male", true},
    {&cc_closed_sex, "divers", "other", true},
    {&cc_closed_sex, "unbekannt", "unknown", true},
    {&cc_closed_sex, "未知", "unknown", true},
    {&cc_closed_status, "notgiven", "not-done", true},
    {&cc_closed_status, "cancelled", "not-done", true},
    {&cc_closed_status, "canceled", "not-done", true},
    {&cc_closed_status, "refused", "not-done", false},
    {&cc_closed_status, "declined", "not-done", false},
    {&cc_closed_status, "omitted", "not-done", true},
    {&cc_closed_status, "no", "not-done", false},
    {&cc_closed_status, "scheduled", "planned", true},
    {&cc_closed_status, "intended", "planned", true},
    {&cc_closed_status, "future", "planned", false},
    {&cc_closed_status, "done", "", true},
    {&cc_closed_status, "completed", "", true},
    {&cc_closed_status, "given", "", true},
    {&cc_closed_status, "ongoing", "", false},
    {&cc_closed_status, "active", "", false},
    {&cc_closed_status, "yes", "", false},
    {&cc_closed_status, "geplant", "planned", true},
    {&cc_closed_status, "计划", "planned", true},
    {&cc_closed_status, "abgesagt", "not-done", true},
    {&cc_closed_status, "未做", "not-done", true},
    {&cc_closed_status, "未行", "not-done", true},
    {&cc_closed_key, "true", "yes", true},
    {&cc_closed_key, "1", "yes", true},
    {&cc_closed_key, "y", "yes", true},
    {&cc_closed_key, "false", "no", true},
    {&cc_closed_key, "0", "no", true},
    {&cc_closed_key, "ja", "yes", true},
    {&cc_closed_key, "是", "yes", true},
    {&cc_closed_key, "nein", "no", true},
    {&cc_closed_key, "否", "no", true},
    {&cc_closed_yes, "true", "yes", true},
    {&cc_closed_yes, "1", "yes", true},
    {&cc_closed_yes, "y", "yes", true},
    {&cc_closed_yes, "no", "", true},
    {&cc_closed_yes, "false", "", true},
    {&cc_closed_yes, "0", "", true},
    {&cc_closed_yes, "ja", "yes", true},
    {&cc_closed_yes, "是", "yes", true},
    {&cc_closed_yes, "nein", "", true},
    {&cc_closed_yes, "否", "", true},
    {&cc_closed_absent, "negative", "absent", true},
    {&cc_closed_absent, "neg", "absent", true},
    {&cc_closed_absent, "notdetected", "absent", true},
    {&cc_closed_absent, "notfound", "absent", true},
    {&cc_closed_absent, "no", "absent", false},
    {&cc_closed_absent, "positive", "", true},
    {&cc_closed_absent, "present", "", true},
    {&cc_closed_absent, "detected", "", true},
    {&cc_closed_absent, "negativ", "absent", true},
    {&cc_closed_absent, "阴性", "absent", true},
    {&cc_closed_absent, "positiv", "", true},
    {&cc_closed_absent, "阳性", "", true},
    {&cc_closed_result, "pos", "positive", true},
    {&cc_closed_result, "reactive", "positive", true},
    {&cc_closed_result, "positiv", "positive", true},
    {&cc_closed_result, "阳性", "positive", true},
    {&cc_closed_result, "neg", "negative", true},
    {&cc_closed_result, "nonreactive", "negative", true},
    {&cc_closed_result, "negativ", "negative", true},
    {&cc_closed_result, "阴性", "negative", true},
    {&cc_closed_result, "wnl", "normal", true},
    {&cc_closed_result, "正常", "normal", true},
    {&cc_closed_result, "elevated", "high", true},
    {&cc_closed_result, "raised", "high", true},
    {&cc_closed_result, "increased", "high", true},
    {&cc_closed_result, "decreased", "low", true},
    {&cc_closed_result, "reduced", "low", true},
    {&cc_closed_result, "equivocal", "borderline", true},
    {&cc_closed_result, "indeterminate", "borderline", false},
    {&cc_closed_result, "nd", "not-detected", false},
    {&cc_closed_result, "n/d", "not-detected", false},
    {&cc_closed_result, "undetectable", "not-detected", true},
    {&cc_closed_result, "undetected", "not-detected", true},
    {&cc_closed_result, "erhöht", "high", true},
    {&cc_closed_result, "升高", "high", true},
    {&cc_closed_result, "erniedrigt", "low", true},
    {&cc_closed_result, "降低", "low", true},
    {&cc_closed_result, "grenzwertig", "borderline", true},
    {&cc_closed_result, "nichtnachweisbar", "not-detected", true},
    {&cc_closed_result, "未检出", "not-detected", true},
    {&cc_closed_scale, "logarithmic", "log", true},
    {&cc_closed_scale, "log10", "log", true},
    {&cc_closed_scale, "lin", "linear", true},
    {&cc_closed_causality, "definite", "certain", true},
    {&cc_closed_causality, "likely", "probable", true},
    {&cc_closed_causality, "none", "unrelated", false},
    {&cc_closed_causality, "notrelated", "unrelated", true},
    {&cc_closed_causality, "sicher", "certain", true},
    {&cc_closed_causality, "wahrscheinlich", "probable", true},
    {&cc_closed_causality, "möglich", "possible", true},
    {&cc_closed_causality, "unwahrscheinlich", "unlikely", true},
    {&cc_closed_causality, "肯定", "certain", true},
    {&cc_closed_causality, "很可能", "probable", true},
    {&cc_closed_causality, "可能", "possible", true},
    {&cc_closed_growth, "grown", "larger", true},
    {&cc_closed_growth, "bigger", "larger", true},
    {&cc_closed_growth, "progression", "larger", false},
    {&cc_closed_growth, "shrunk", "smaller", true},
    {&cc_closed_growth, "regression", "smaller", false},
    {&cc_closed_growth, "größer", "larger", true},
    {&cc_closed_growth, "kleiner", "smaller", true},
    {&cc_closed_growth, "增大", "larger", true},
    {&cc_closed_growth, "缩小", "smaller", true},
    {&cc_closed_define, "drug", "treatment", true},
    {&cc_closed_define, "regimen", "treatment", true},
    {&cc_closed_define, "lab", "test", true},
    {&cc_closed_define, "diagnosis", "disease", true},
    {&cc_closed_define, "series", "test", false},
    {&cc_closed_route, "intravenous", "iv", true},
    {&cc_closed_route, "subcutaneous", "sc", true},
    {&cc_closed_route, "sq", "sc", true},
    {&cc_closed_route, "oral", "po", true},
    {&cc_closed_route, "intrathecal", "it", true},
    {&cc_closed_route, "intramuscular", "im", true},
    {&cc_closed_route, "inhaled", "inh", true},
    {&cc_closed_route, "topical", "top", true},
    {&cc_closed_route, "orally", "po", true},
    {&cc_closed_route, "intravenously", "iv", true},
    {&cc_closed_route, "subcutaneously", "sc", true},
    {&cc_closed_route, "intravenös", "iv", true},
    {&cc_closed_route, "subkutan", "sc", true},
    {&cc_closed_route, "intramuskulär", "im", true},
    {&cc_closed_route, "口服", "po", true},
    {&cc_closed_route, "静脉", "iv", true},
    {&cc_closed_route, "静滴", "iv", true},
    {&cc_closed_route, "皮下", "sc", true},
    {&cc_closed_route, "肌注", "im", true},
    {&cc_closed_route, "鞘内", "it", true},
    {&cc_closed_route, "外用", "top", true},
};

const char *
cc_foreign_word(const struct cc_closed *closed, const char *word)
{
	g_autofree char *folded = cc_foreign_fold(word);

	for (size_t i = 0; i < G_N_ELEMENTS(closed_words); i++)
		if (closed_words[i].closed == closed &&
		    strcmp(closed_words[i].theirs, folded) == 0)
			return closed_words[i].ours;
	return NULL;
}

const char *
cc_foreign_first(const struct cc_closed *closed, const char *words)
{
	g_autofree char *first = g_strdup(words);
	g_autofree char *folded = cc_foreign_fold(words);
	const char *ours = NULL;
	char *blank;

	while (ours == NULL && (blank = strrchr(first, ' ')) != NULL) {
		*blank = '\0';
		first[strcspn(first, ",;:")] = '\0';
		ours = cc_foreign_same(closed, first);
		if (ours == NULL)
			ours = cc_foreign_word(closed, first);
	}
	/* Chinese has no blanks. */
	for (size_t i = 0; ours == NULL && i < G_N_ELEMENTS(closed_words); i++)
		if (closed_words[i].closed == closed &&
		    !g_str_is_ascii(closed_words[i].theirs) &&
		    g_str_has_prefix(folded, closed_words[i].theirs))
			ours = closed_words[i].ours;
	return ours;
}

/* One of ours, but for what spelling varies in. */
static const char *
own_word(const struct cc_closed *closed, const char *folded)
{
	for (size_t i = 0; i < closed->count; i++) {
		g_autofree char *own = closed->words[i] != NULL
		                           ? cc_foreign_fold(closed->words[i])
		                           : NULL;

		if (own != NULL && strcmp(own, folded) == 0)
			return closed->words[i];
	}
	return NULL;
}

const char *
cc_foreign_same(const struct cc_closed *closed, const char *word)
{
	g_autofree char *folded = cc_foreign_fold(word);

	for (size_t i = 0; i < G_N_ELEMENTS(closed_words); i++)
		if (closed_words[i].same && closed_words[i].closed == closed &&
		    strcmp(closed_words[i].theirs, folded) == 0)
			return closed_words[i].ours;
	return own_word(closed, folded);
}
