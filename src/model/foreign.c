#include "model/foreign.h"

#include <glib.h>
#include <string.h>

struct pair {
	const char *theirs, *ours;
};

/* In small letters; hyphens and underscores are not looked at. */
static const struct pair elements[] = {
    {"chemotherapy", "treatment"},
    {"chemo", "treatment"},
    {"therapy", "treatment"},
    {"immunotherapy", "treatment"},
    {"radiotherapy", "treatment"},
    {"radiation", "treatment"},
    {"medication", "treatment"},
    {"medicine", "treatment"},
    {"regimen", "treatment"},
    {"cycle", "treatment"},
    {"exposure", "treatment"},
    {"prescription", "treatment"},
    {"ventilation", "treatment"},
    {"dialysis", "treatment"},
    {"transfusion", "procedure"},
    {"pregnancy", "event"},
    {"hospital", "event"},
    {"icu", "event"},
    {"agent", "drug"},
    {"substance", "drug"},
    {"component", "drug"},
    {"dosage", "dose"},
    {"surgery", "procedure"},
    {"operation", "procedure"},
    {"transplant", "procedure"},
    {"transplantation", "procedure"},
    {"biopsy", "procedure"},
    {"imaging", "procedure"},
    {"scan", "procedure"},
    {"intervention", "procedure"},
    {"infusion", "procedure"},
    {"toxicity", "event"},
    {"adverseevent", "event"},
    {"ae", "event"},
    {"complication", "event"},
    {"symptom", "event"},
    {"infection", "event"},
    {"admission", "event"},
    {"hospitalisation", "event"},
    {"hospitalization", "event"},
    {"stay", "event"},
    {"visit", "event"},
    {"assessment", "response"},
    {"remission", "response"},
    {"recurrence", "relapse"},
    {"death", "outcome"},
    {"followup", "outcome"},
    {"lastcontact", "outcome"},
    {"survival", "outcome"},
    {"mutation", "genetics"},
    {"mutations", "genetics"},
    {"molecular", "genetics"},
    {"cytogenetics", "genetics"},
    {"karyotype", "genetics"},
    {"sequencing", "genetics"},
    {"variant", "finding"},
    {"tumour", "lesion"},
    {"tumor", "lesion"},
    {"mass", "lesion"},
    {"metastasis", "lesion"},
    {"target", "lesion"},
    {"disease", "diagnosis"},
    {"condition", "diagnosis"},
    {"subject", "patient"},
    {"person", "patient"},
    {"demographics", "patient"},
    {"point", "value"},
    {"result", "value"},
    {"level", "value"},
    {"size", "value"},
    {"diameter", "value"},
    {"name", "label"},
    {"text", "label"},
    {"caption", "label"},
    {"description", "note"},
    {"remark", "note"},
    {"footnote", "note"},
    {"annotation", "comment"},
    {"citation", "reference"},
    {"source", "reference"},
    {"publication", "reference"},
    {"plot", "figure"},
    {"chart", "figure"},
    {"heading", "title"},
};

/* A laboratory value, alone or with others. */
static const char *const measured[] = {"lab", "labs", "laboratory", "test",
    "labtest", "labtests", "labvalue", "labvalues", "labresult",
    "measurement", "measurements", "biomarker", "marker", "observation",
    "vital", "vitals", "curve"};

static const struct pair attributes[] = {
    {"date", "time"},
    {"datetime", "time"},
    {"dates", "time"},
    {"when", "time"},
    {"day", "time"},
    {"period", "time"},
    {"timepoint", "time"},
    {"timing", "time"},
    {"duration", "lasting"},
    {"length", "lasting"},
    {"drug", "code"},
    {"type", "code"},
    {"test", "code"},
    {"regimen", "code"},
    {"term", "code"},
    {"kind", "code"},
    {"diagnosis", "code"},
    {"what", "code"},
    {"units", "unit"},
    {"uom", "unit"},
    {"gender", "sex"},
    {"amount", "dose"},
    {"dosage", "dose"},
    {"strength", "dose"},
    {"frequency", "freq"},
    {"interval", "every"},
    {"cyclelength", "every"},
    {"ncycles", "cycles"},
    {"numberofcycles", "cycles"},
    {"courses", "cycles"},
    {"count", "cycles"},
    {"cycles", "cycles"}, /* of an act, see refuse-attribute.c */
    {"sessions", "cycles"},
    {"times", "cycles"},
    {"stopreason", "stop-because"},
    {"stopped", "stop-because"},
    {"stoppedbecause", "stop-because"},
    {"stoppedfor", "stop-because"},
    {"reasonforstopping", "stop-because"},
    {"reasonstopped", "stop-because"},
    {"endreason", "stop-because"},
    {"discontinued", "stop-because"},
    {"discontinuation", "stop-because"},
    {"discontinuationreason", "stop-because"},
    {"reasonfordiscontinuation", "stop-because"},
    {"reason", "because"},
    {"bestresponse", "best"},
    {"response", "best"},
    {"severity", "grade"},
    {"ctcae", "grade"},
    {"location", "site"},
    {"organ", "site"},
    {"region", "site"},
    {"localisation", "site"},
    {"lang", "xml:lang"},
    {"language", "xml:lang"},
    {"ref", "cite"},
    {"reference", "cite"},
    {"scheme", "criteria"},
    {"assay", "method"},
    {"technique", "method"},
    {"number", "n"},
    {"no", "n"},
    {"line", "n"},
    {"lower", "low"},
    {"min", "low"},
    {"upper", "high"},
    {"max", "high"},
    {"relativeto", "since"},
    {"href", "file"},
    {"path", "file"},
    {"causeofdeath", "cause"},
    {"reported", "cite"},
    {"allelefrequency", "vaf"},
    {"allelefraction", "vaf"},
    {"allelicfraction", "vaf"},
    {"variantallelefrequency", "vaf"},
    {"fraction", "vaf"},
    {"burden", "vaf"},
    {"af", "vaf"},
    {"important", "key"},
    {"highlight", "key"},
};

static const char *const starts[] = {"start", "begin", "onset", "startdate",
    "begindate", "starttime", "from", "first"};
static const char *const ends[] = {"end", "stop", "finish", "enddate",
    "stopdate", "endtime", "until", "last"};
static const char *const words[] = {
    "label", "text", "title", "description", "comment", "note", "caption"};
static const char *const contents[] = {"code", "name", "content", "gene",
    "variant", "mutation", "alteration", "aberration", "finding"};

/* Without case, hyphens and underscores; owned by the caller. */
static char *
fold(const char *name)
{
	g_autofree char *lower = g_utf8_strdown(name, -1);
	char *folded = g_new(char, strlen(lower) + 1), *to = folded;

	for (const char *p = lower; *p != '\0'; p++)
		if (*p != '-' && *p != '_' && *p != ' ' && *p != '.')
			*to++ = *p;
	*to = '\0';
	return folded;
}

static const char *
find_pair(const struct pair *pairs, size_t count, const char *name)
{
	g_autofree char *folded = fold(name);

	for (size_t i = 0; i < count; i++)
		if (strcmp(pairs[i].theirs, folded) == 0)
			return pairs[i].ours;
	return NULL;
}

static bool
is_among(const char *const *list, size_t count, const char *name)
{
	g_autofree char *folded = fold(name);

	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], folded) == 0)
			return true;
	return false;
}

const char *
cc_foreign_element(const char *name, bool dated)
{
	if (is_among(measured, G_N_ELEMENTS(measured), name))
		return dated ? "panel" : "series";
	return find_pair(elements, G_N_ELEMENTS(elements), name);
}

const char *
cc_foreign_attribute(const char *name)
{
	return find_pair(attributes, G_N_ELEMENTS(attributes), name);
}

bool
cc_foreign_start(const char *name)
{
	return is_among(starts, G_N_ELEMENTS(starts), name);
}

bool
cc_foreign_end(const char *name)
{
	return is_among(ends, G_N_ELEMENTS(ends), name);
}

bool
cc_foreign_words(const char *name)
{
	return is_among(words, G_N_ELEMENTS(words), name);
}

bool
cc_foreign_content(const char *name)
{
	return cc_foreign_words(name) ||
	       is_among(contents, G_N_ELEMENTS(contents), name);
}

/* ---- clocks ---- */

/* What is no other word for ours is the name of a clock that runs as it. */
static const struct {
	struct pair word;
	bool name;
} clocks[] = {
    {{"dates", "date"}, false},
    {{"calendar", "date"}, false},
    {{"days", "day"}, false},
    {{"tag", "day"}, false},
    {{"hospitalday", "day"}, true},
    {{"dayofadmission", "day"}, true},
    {{"admissionday", "day"}, true},
    {{"illnessday", "day"}, true},
    {{"dayofillness", "day"}, true},
    {{"icuday", "day"}, true},
    {{"posttransplantday", "day"}, true},
    {{"postoperativeday", "day"}, true},
    {{"pod", "day"}, true},
    {{"studydays", "study-day"}, false},
    {{"trialday", "study-day"}, false},
    {{"protocolday", "study-day"}, false},
    {{"weeks", "week"}, false},
    {{"months", "month"}, false},
    {{"years", "year"}, false},
    {{"ages", "age"}, false},
    {{"gestationalage", "gestation"}, false},
    {{"gestationalweek", "gestation"}, false},
};

const char *
cc_foreign_clock(const char *word, bool *name)
{
	g_autofree char *folded = fold(word);

	for (size_t i = 0; i < G_N_ELEMENTS(clocks); i++) {
		if (strcmp(clocks[i].word.theirs, folded) != 0)
			continue;
		*name = clocks[i].name;
		return clocks[i].word.ours;
	}
	return NULL;
}

/* ---- closed sets ---- */

static const struct {
	const struct cc_closed *closed;
	struct pair word;
} closed_words[] = {
    {&cc_closed_outcome, {"dead", "death"}},
    {&cc_closed_outcome, {"died", "death"}},
    {&cc_closed_outcome, {"deceased", "death"}},
    {&cc_closed_outcome, {"exitus", "death"}},
    {&cc_closed_outcome, {"tot", "death"}},
    {&cc_closed_outcome, {"verstorben", "death"}},
    {&cc_closed_outcome, {"死亡", "death"}},
    {&cc_closed_outcome, {"living", "alive"}},
    {&cc_closed_outcome, {"survived", "alive"}},
    {&cc_closed_outcome, {"surviving", "alive"}},
    {&cc_closed_outcome, {"ongoing", "alive"}},
    {&cc_closed_outcome, {"lebt", "alive"}},
    {&cc_closed_outcome, {"存活", "alive"}},
    {&cc_closed_outcome, {"discharged", "alive"}},
    {&cc_closed_outcome, {"discharge", "alive"}},
    {&cc_closed_outcome, {"entlassen", "alive"}},
    {&cc_closed_outcome, {"出院", "alive"}},
    {&cc_closed_outcome, {"ltfu", "lost-to-follow-up"}},
    {&cc_closed_outcome, {"lost", "lost-to-follow-up"}},
    {&cc_closed_outcome, {"失访", "lost-to-follow-up"}},
    {&cc_closed_sex, {"f", "female"}},
    {&cc_closed_sex, {"w", "female"}},
    {&cc_closed_sex, {"woman", "female"}},
    {&cc_closed_sex, {"girl", "female"}},
    {&cc_closed_sex, {"weiblich", "female"}},
    {&cc_closed_sex, {"女", "female"}},
    {&cc_closed_sex, {"m", "male"}},
    {&cc_closed_sex, {"man", "male"}},
    {&cc_closed_sex, {"boy", "male"}},
    {&cc_closed_sex, {"männlich", "male"}},
    {&cc_closed_sex, {"男", "male"}},
    {&cc_closed_sex, {"diverse", "other"}},
    {&cc_closed_sex, {"u", "unknown"}},
    {&cc_closed_status, {"notgiven", "not-done"}},
    {&cc_closed_status, {"cancelled", "not-done"}},
    {&cc_closed_status, {"canceled", "not-done"}},
    {&cc_closed_status, {"refused", "not-done"}},
    {&cc_closed_status, {"declined", "not-done"}},
    {&cc_closed_status, {"omitted", "not-done"}},
    {&cc_closed_status, {"no", "not-done"}},
    {&cc_closed_status, {"scheduled", "planned"}},
    {&cc_closed_status, {"intended", "planned"}},
    {&cc_closed_status, {"future", "planned"}},
    {&cc_closed_status, {"done", ""}},
    {&cc_closed_status, {"completed", ""}},
    {&cc_closed_status, {"given", ""}},
    {&cc_closed_status, {"ongoing", ""}},
    {&cc_closed_status, {"active", ""}},
    {&cc_closed_status, {"yes", ""}},
    {&cc_closed_key, {"true", "yes"}},
    {&cc_closed_key, {"1", "yes"}},
    {&cc_closed_key, {"y", "yes"}},
    {&cc_closed_key, {"false", "no"}},
    {&cc_closed_key, {"0", "no"}},
    {&cc_closed_yes, {"true", "yes"}},
    {&cc_closed_yes, {"1", "yes"}},
    {&cc_closed_yes, {"y", "yes"}},
    {&cc_closed_yes, {"no", ""}},
    {&cc_closed_yes, {"false", ""}},
    {&cc_closed_yes, {"0", ""}},
    {&cc_closed_absent, {"negative", "absent"}},
    {&cc_closed_absent, {"neg", "absent"}},
    {&cc_closed_absent, {"notdetected", "absent"}},
    {&cc_closed_absent, {"notfound", "absent"}},
    {&cc_closed_absent, {"no", "absent"}},
    {&cc_closed_absent, {"positive", ""}},
    {&cc_closed_absent, {"present", ""}},
    {&cc_closed_absent, {"detected", ""}},
    {&cc_closed_result, {"pos", "positive"}},
    {&cc_closed_result, {"reactive", "positive"}},
    {&cc_closed_result, {"positiv", "positive"}},
    {&cc_closed_result, {"阳性", "positive"}},
    {&cc_closed_result, {"neg", "negative"}},
    {&cc_closed_result, {"nonreactive", "negative"}},
    {&cc_closed_result, {"negativ", "negative"}},
    {&cc_closed_result, {"阴性", "negative"}},
    {&cc_closed_result, {"wnl", "normal"}},
    {&cc_closed_result, {"正常", "normal"}},
    {&cc_closed_result, {"elevated", "high"}},
    {&cc_closed_result, {"raised", "high"}},
    {&cc_closed_result, {"increased", "high"}},
    {&cc_closed_result, {"decreased", "low"}},
    {&cc_closed_result, {"reduced", "low"}},
    {&cc_closed_result, {"equivocal", "borderline"}},
    {&cc_closed_result, {"indeterminate", "borderline"}},
    {&cc_closed_result, {"nd", "not-detected"}},
    {&cc_closed_result, {"n/d", "not-detected"}},
    {&cc_closed_result, {"undetectable", "not-detected"}},
    {&cc_closed_result, {"undetected", "not-detected"}},
    {&cc_closed_scale, {"logarithmic", "log"}},
    {&cc_closed_scale, {"log10", "log"}},
    {&cc_closed_scale, {"lin", "linear"}},
    {&cc_closed_causality, {"definite", "certain"}},
    {&cc_closed_causality, {"likely", "probable"}},
    {&cc_closed_causality, {"none", "unrelated"}},
    {&cc_closed_causality, {"notrelated", "unrelated"}},
    {&cc_closed_growth, {"grown", "larger"}},
    {&cc_closed_growth, {"bigger", "larger"}},
    {&cc_closed_growth, {"progression", "larger"}},
    {&cc_closed_growth, {"shrunk", "smaller"}},
    {&cc_closed_growth, {"regression", "smaller"}},
    {&cc_closed_define, {"drug", "treatment"}},
    {&cc_closed_define, {"regimen", "treatment"}},
    {&cc_closed_define, {"lab", "test"}},
    {&cc_closed_define, {"diagnosis", "disease"}},
    {&cc_closed_define, {"series", "test"}},
    {&cc_closed_route, {"intravenous", "iv"}},
    {&cc_closed_route, {"subcutaneous", "sc"}},
    {&cc_closed_route, {"sq", "sc"}},
    {&cc_closed_route, {"oral", "po"}},
    {&cc_closed_route, {"intrathecal", "it"}},
    {&cc_closed_route, {"intramuscular", "im"}},
    {&cc_closed_route, {"inhaled", "inh"}},
    {&cc_closed_route, {"topical", "top"}},
};

const char *
cc_foreign_word(const struct cc_closed *closed, const char *word)
{
	g_autofree char *folded = fold(word);

	for (size_t i = 0; i < G_N_ELEMENTS(closed_words); i++)
		if (closed_words[i].closed == closed &&
		    strcmp(closed_words[i].word.theirs, folded) == 0)
			return closed_words[i].word.ours;
	return NULL;
}
