#include "model/foreign.h"

#include <glib.h>
#include <string.h>

struct pair {
	const char *theirs, *ours;
};

/* In small letters; hyphens and underscores are not looked at. */
static const struct pair elements[] = {
    {"tx", "treatment"},
    {"rx", "treatment"},
    {"dx", "diagnosis"},
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
    {"v", "value"},
    {"val", "value"},
    {"reading", "value"},
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

/* Responses that are spoken of by a noun. */
static const struct pair responses[] = {
    {"progression", "PD"},
    {"progress", "PD"},
};

/* A laboratory value, alone or with others. */
static const char *const measured[] = {"lab", "labs", "laboratory", "test",
    "labtest", "labtests", "labvalue", "labvalues", "labresult", "measurement",
    "measurements", "biomarker", "marker", "observation", "vital", "vitals",
    "curve", "flow", "flowcytometry", "serology", "titre", "titer"};

static const struct pair attributes[] = {
    {"date", "time"},
    {"datetime", "time"},
    {"dates", "time"},
    {"when", "time"},
    {"day", "time"},
    {"period", "time"},
    {"timepoint", "time"},
    {"timing", "time"},
    {"on", "time"},
    {"at", "time"},
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
    {"stopped", "stop-because"}, /* where it is no time */
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
    {"outcome", "best"},
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
    "begindate", "starttime", "startday", "datestart", "started", "startedon",
    "begins", "from", "first"};
static const char *const ends[] = {"end", "stop", "finish", "enddate",
    "stopdate", "endtime", "endday", "dateend", "ended", "endedon", "finished",
    "stopped", "discontinued",
    "until", "till", "through", "thru", "to", "last"};
static const char *const goings[] = {
    "ongoing", "continuing", "continues", "stillongoing", "current"};
static const char *const births[] = {"born", "birth", "birthdate", "birthday",
    "dateofbirth", "dob", "birthyear", "yearofbirth", "yob"};
static const char *const words[] = {
    "label", "text", "title", "description", "comment", "note", "caption"};
static const char *const contents[] = {"code", "name", "content", "gene",
    "variant", "mutation", "alteration", "aberration", "finding"};

char *
cc_foreign_fold(const char *name)
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
	g_autofree char *folded = cc_foreign_fold(name);

	for (size_t i = 0; i < count; i++)
		if (strcmp(pairs[i].theirs, folded) == 0)
			return pairs[i].ours;
	return NULL;
}

static bool
is_among(const char *const *list, size_t count, const char *name)
{
	g_autofree char *folded = cc_foreign_fold(name);

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
cc_foreign_code(const char *name)
{
	return find_pair(responses, G_N_ELEMENTS(responses), name);
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
cc_foreign_going(const char *name)
{
	return is_among(goings, G_N_ELEMENTS(goings), name);
}

bool
cc_foreign_birth(const char *name)
{
	return is_among(births, G_N_ELEMENTS(births), name);
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
	g_autofree char *folded = cc_foreign_fold(word);

	for (size_t i = 0; i < G_N_ELEMENTS(clocks); i++) {
		if (strcmp(clocks[i].word.theirs, folded) != 0)
			continue;
		*name = clocks[i].name;
		return clocks[i].word.ours;
	}
	return NULL;
}
