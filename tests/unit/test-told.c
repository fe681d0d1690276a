/* What a case file says is said: in the text, and in the picture or its
 * tooltips. Made from the tables of kinds and of their shape, so that what is
 * added there has to be told, too. */
#include "world.h"

#include "model/kind.h"
#include "model/shape.h"

#include <string.h>

static const char *const langs[] = {"en", "zh", "de"};

/* The case of a body as text and as picture. */
struct told {
	char *text, *picture;
};

static struct told
tell_by(
    struct world *world, const char *clock, const char *body, const char *lang)
{
	return (struct told){
	    .text = world_write_body(world, clock, body, lang, "md"),
	    .picture = world_write_body(world, clock, body, lang, "svg"),
	};
}

static struct told
tell(struct world *world, const char *body, const char *lang)
{
	return tell_by(world, "date", body, lang);
}

static void
told_finish(struct told *told)
{
	g_free(told->text);
	g_free(told->picture);
}

/* Of a picture: <g id="c-en-r2">, and <g aria-hidden="true">. */
static bool
is_no_fact(const char *part)
{
	return g_str_has_prefix(part, "aria-hidden") ||
	       (g_str_has_prefix(part, "id=\"c-") &&
		   strstr(part, "-r") != NULL &&
		   strstr(part, "-r") < strchr(part, '>'));
}

/* Every line of a text, or group of a picture, that names a fact also says what
 * became of it; not those that spell an abbreviation, nor rows and legend. */
static void
assert_beside(
    const char *told, const char *apart, const char *name, const char *status)
{
	g_auto(GStrv) parts = g_strsplit(told, apart, -1);
	int seen = 0;

	for (char **part = parts; *part != NULL; part++) {
		char *end = strstr(*part, "</g>");

		if (end != NULL)
			*end = '\0';
		if (strstr(*part, name) == NULL ||
		    g_str_has_prefix(*part, "- ") || is_no_fact(*part))
			continue;
		seen++;
		if (strstr(*part, status) == NULL)
			g_error("no \"%s\" beside \"%s\" in: %s", status, name,
			    *part);
	}
	if (seen == 0)
		g_error("no \"%s\" in:\n%s", name, told);
}

/* ---- planned and not done ---- */

/* Of each kind that may be so: what it is called by its code, as far as that is
 * the same in all languages. */
static const struct {
	enum cc_kind_id kind;
	const char *attributes, *children;
	const char *code; /* NULL: it has a label only */
	const char *not_done[3];
} acts[] = {
    {CC_KIND_TREATMENT, "code=\"R-CHOP\"", "", "R-CHOP",
	{"not given", "未用", "nicht gegeben"}},
    {CC_KIND_PROCEDURE, "code=\"pet-ct\"", "", "PET-CT",
	{"not done", "未做", "nicht erfolgt"}},
    {CC_KIND_EVENT, "code=\"covid-19\"", "", NULL,
	{"did not occur", "未发生", "nicht eingetreten"}},
    {CC_KIND_GENETICS, "method=\"NGS\"", "<finding>TP53</finding>", "NGS",
	{"not done", "未做", "nicht erfolgt"}},
    {CC_KIND_LESION, "site=\"skin\"", "", NULL,
	{"not seen", "未见", "nicht gesehen"}},
    {CC_KIND_COMMENT, "", "", NULL, {"not done", "未做", "nicht erfolgt"}},
};

static const char *const planned[] = {"planned", "计划", "geplant"};

#define LABEL "Qq9 visit"

static void
assert_status(
    struct world *world, size_t act, size_t lang, bool not_done, bool labelled)
{
	const char *element = cc_kind_row(acts[act].kind)->element;
	const char *status =
	    not_done ? acts[act].not_done[lang] : planned[lang];
	const char *name = labelled ? LABEL : acts[act].code;
	g_autofree char *body = NULL, *label = NULL;
	struct told told;

	if (name == NULL)
		return;
	/* In the picture's language, as author's words are said first. */
	label = g_strdup_printf(
	    "<label xml:lang=\"%s\">" LABEL "</label>", langs[lang]);
	body = g_strdup_printf("<diagnosis code=\"dlbcl\" time=\"2020-01-10\"/>"
			       "<%s %s time=\"2020-06-10\" status=\"%s\">%s%s"
			       "</%s><outcome code=\"alive\" "
			       "time=\"2021-01-10\"/>",
	    element, acts[act].attributes, not_done ? "not-done" : "planned",
	    labelled ? label : "", acts[act].children, element);
	told = tell(world, body, langs[lang]);
	assert_beside(told.text, "\n", name, status);
	if (acts[act].kind != CC_KIND_COMMENT)
		assert_beside(told.picture, "<g ", name, status);
	told_finish(&told);
}

static void
test_status(struct world *world, gconstpointer unused)
{
	unsigned seen = 0;

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(acts); i++) {
		seen |= 1u << acts[i].kind;
		for (size_t k = 0; k < G_N_ELEMENTS(langs); k++)
			for (int way = 0; way < 4; way++)
				assert_status(
				    world, i, k, way & 1, (way & 2) != 0);
	}
	for (int kind = 0; kind < CC_KIND_COUNT; kind++) {
		bool may = (cc_kind_row((enum cc_kind_id)kind)->extras &
			       CC_EXTRA_STATUS) != 0;

		g_assert_cmpint(may, ==, (seen >> kind & 1) != 0);
	}
}

/* ---- every text ---- */

#define CANARY "Zq7x"

/* What a fact of each kind needs besides the text that is tried: {} is its
 * attribute, [] its children. */
static const char *const facts[CC_KIND_COUNT] = {
    [CC_KIND_DIAGNOSIS] = "<diagnosis code=\"dlbcl\" time=\"2020-01-10\"{}>[]"
			  "</diagnosis>",
    [CC_KIND_TREATMENT] =
	"<treatment code=\"R-CHOP\" time=\"2020-02-10/2020-06-10\"{}>[]"
	"</treatment>",
    [CC_KIND_PROCEDURE] = "<procedure code=\"biopsy\" time=\"2020-07-10\"{}>[]"
			  "</procedure>",
    [CC_KIND_RESPONSE] =
	"<response code=\"CMR\" time=\"2020-08-10\"{}>[]</response>",
    [CC_KIND_RELAPSE] = "<relapse time=\"2020-10-10\"{}>[]</relapse>",
    [CC_KIND_EVENT] =
	"<event code=\"covid-19\" time=\"2020-05-10/2020-05-20\"{}>[]</event>",
    [CC_KIND_GENETICS] =
	"<genetics time=\"2020-01-12\"{}><finding>TP53</finding>[]</genetics>",
    [CC_KIND_LESION] =
	"<lesion site=\"skin\" time=\"2020-01-10/2020-06-10\"{}>"
	"<value time=\"2020-01-10\" unit=\"mm\">20</value>[]</lesion>",
    [CC_KIND_SERIES] =
	"<series code=\"wbc\"{}><value time=\"2020-01-10\">5</value>"
	"<value time=\"2020-03-10\">4</value>[]</series>",
    [CC_KIND_PANEL] =
	"<panel time=\"2020-01-10\"{}><value code=\"wbc\">5</value>[]</panel>",
    [CC_KIND_COMMENT] = "<comment time=\"2020-04-10\"{}>[]</comment>",
    [CC_KIND_OUTCOME] =
	"<outcome code=\"death\" time=\"2021-01-10\"{}>[]</outcome>",
};

/* How a text within a fact is written where its path alone does not say so. */
static const struct {
	const char *path, *attribute, *children;
} ways[] = {
    {"treatment@unit", " unit=\"" CANARY "\"", "<dose>5</dose>"},
    {"treatment/drug/note", "",
	"<drug code=\"cyclophosphamide\"><note>" CANARY "</note></drug>"},
    {"treatment/drug@unit", "",
	"<drug code=\"cyclophosphamide\" unit=\"" CANARY "\"><dose>5</dose>"
	"</drug>"},
    {"series/value@unit", "",
	"<value time=\"2020-05-10\" unit=\"" CANARY "\">3</value>"},
    {"series/range/label", "",
	"<range low=\"1\" high=\"9\"><label>" CANARY "</label></range>"},
    {"lesion@unit", " unit=\"" CANARY "\"",
	"<value time=\"2020-05-10\">3</value>"},
    {"lesion/value@unit", "",
	"<value time=\"2020-05-10\" unit=\"" CANARY "\">3</value>"},
    {"panel/value@unit", "",
	"<value code=\"albumin\" unit=\"" CANARY "\">3</value>"},
    {"genetics/finding", "", "<finding>" CANARY "</finding>"},
    {"comment/note", "", "<label>said</label><note>" CANARY "</note>"},
    {"event/grade", "", "<grade time=\"2020-05-12\">" CANARY "</grade>"},
};

/* Texts that no output says, each with why. */
static const struct {
	const char *path, *reason;
} unsaid[] = {
    {"@code", "a word of the vocabulary: its name is said"},
    {"@criteria", "chooses how the codes of responses are called"},
    {"@best", "a response's code, which its scheme must know"},
    {"image", "needs a file: tests/cli/images.sh"},
};

static bool
is_unsaid(const char *path)
{
	for (size_t i = 0; i < G_N_ELEMENTS(unsaid); i++)
		if (strstr(path, unsaid[i].path) != NULL)
			return true;
	return false;
}

/* Texts that only the text says. */
static bool
is_text_only(const char *path)
{
	return g_str_has_prefix(path, "comment") ||
	       /* Of a unit that nothing converts: no place on the axis. */
	       strcmp(path, "lesion/value@unit") == 0 ||
	       strcmp(path, "series/value@unit") == 0;
}

static char *
fact_with(enum cc_kind_id kind, const char *attribute, const char *children)
{
	g_auto(GStrv) parts = g_strsplit(facts[kind], "{}", 2);
	g_auto(GStrv) rest = g_strsplit(parts[1], "[]", 2);

	return g_strconcat(
	    parts[0], attribute, rest[0], children, rest[1], NULL);
}

/* The fact of a kind with a canary at the path. */
static char *
body_of(enum cc_kind_id kind, const char *path)
{
	const char *at = strchr(path, '@'), *slash = strrchr(path, '/');
	g_autofree char *attribute = NULL, *children = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
		if (strcmp(ways[i].path, path) == 0)
			return fact_with(
			    kind, ways[i].attribute, ways[i].children);
	if (at != NULL) {
		g_assert_null(slash);
		attribute = g_strdup_printf(" %s=\"" CANARY "\"", at + 1);
		return fact_with(kind, attribute, "");
	}
	children = g_strdup_printf("<%s>" CANARY "</%s>", slash + 1, slash + 1);
	return fact_with(kind, "", children);
}

/* What a fact stands with may tell it: of a time, of a row, of a sign. */
enum company {
	COMPANY_NONE,
	COMPANY_ALIKE, /* others that are the same but for the text */
	COMPANY_OFTEN, /* the like a month before and a month after */
	COMPANY_UNDATED,
	COMPANY_SECOND,  /* of another patient */
	COMPANY_RELAPSE, /* with a relapse of its date; a diagnosis evolved */
	COMPANY_PLANNED,
	COMPANY_COUNT,
};

static const char *const companies[COMPANY_COUNT] = {
    [COMPANY_NONE] = "alone",
    [COMPANY_ALIKE] = "among its like",
    [COMPANY_OFTEN] = "time and again",
    [COMPANY_UNDATED] = "without a date",
    [COMPANY_SECOND] = "of a second patient",
    [COMPANY_RELAPSE] = "at a relapse",
    [COMPANY_PLANNED] = "that is planned",
};

/* The first attribute as another; NULL: there is none. */
static char *
with_attribute(const char *fact, const char *name, const char *instead)
{
	g_autofree char *pattern =
	    g_strdup_printf("^(<[a-z]+[^>]*?) %s=\"[^\"]*\"", name);
	g_autofree char *to = g_strconcat("\\1 ", instead, NULL);
	g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);

	g_assert_nonnull(regex);
	return g_regex_match(regex, fact, 0, NULL)
	           ? g_regex_replace(regex, fact, -1, 0, to, 0, NULL)
	           : NULL;
}

/* The fact in its company; NULL: a fact of its kind keeps no such. */
static char *
accompanied(enum cc_kind_id kind, const char *fact, enum company company)
{
	g_autofree char *bare = fact_with(kind, "", ""), *one = NULL,
			*two = NULL;

	switch (company) {
	case COMPANY_NONE:
		return g_strdup(fact);
	case COMPANY_ALIKE:
		return kind == CC_KIND_DIAGNOSIS || kind == CC_KIND_OUTCOME ||
		               kind == CC_KIND_RELAPSE ||
		               kind == CC_KIND_COMMENT
		           ? NULL
		           : g_strconcat(bare, bare, fact, NULL);
	case COMPANY_OFTEN:
		if (kind != CC_KIND_PROCEDURE && kind != CC_KIND_EVENT &&
		    kind != CC_KIND_GENETICS)
			return NULL;
		one = with_attribute(bare, "time", "time=\"2020-06-11\"");
		two = with_attribute(bare, "time", "time=\"2020-08-09\"");
		return g_strconcat(one, fact, two, NULL);
	case COMPANY_UNDATED:
		return kind == CC_KIND_DIAGNOSIS || kind == CC_KIND_COMMENT ||
		               kind == CC_KIND_PANEL
		           ? NULL
		           : with_attribute(fact, "time", "after=\"d\"");
	case COMPANY_SECOND:
		return with_attribute(
		    fact, "time", "for=\"b\" time=\"2020-07-11\"");
	case COMPANY_RELAPSE:
		one = with_attribute(fact, "time",
		    kind == CC_KIND_DIAGNOSIS
			? "evolved-from=\"d\" time=\"2020-10-10\""
			: "time=\"2020-10-10\"");
		return one == NULL ? NULL
		                   : g_strconcat(one,
					 "<relapse time=\"2020-10-10\">"
					 "<label>brain</label></relapse>",
					 NULL);
	case COMPANY_PLANNED:
		return (cc_kind_row(kind)->extras & CC_EXTRA_STATUS) == 0
		           ? NULL
		           : with_attribute(fact, "time",
				 "status=\"planned\" time=\"2020-11-10\"");
	case COMPANY_COUNT:
		break;
	}
	g_assert_not_reached();
}

static void
assert_told(struct world *world, enum cc_kind_id kind, const char *path,
    enum company company)
{
	g_autofree char *alone = body_of(kind, path), *fact = NULL,
			*body = NULL;
	struct told told;

	fact = accompanied(kind, alone, company);
	if (fact == NULL)
		return;
	body = g_strconcat(company == COMPANY_SECOND
			       ? "<patient id=\"a\"/><patient id=\"b\"/>"
			       : "",
	    kind != CC_KIND_DIAGNOSIS
		? "<diagnosis id=\"d\" code=\"dlbcl\" time=\"2020-01-09\"/>"
	    : company == COMPANY_RELAPSE
		? "<diagnosis id=\"d\" code=\"cll\" time=\"2020-01-09\"/>"
		: "",
	    kind == CC_KIND_TREATMENT ? ""
				      : "<treatment code=\"R-CHOP\" "
					"time=\"2020-02-10/2020-06-10\"/>",
	    fact, NULL);
	g_test_message("%s %s: %s", path, companies[company], body);
	told = tell(world, body, "en");
	if (strstr(told.text, CANARY) == NULL)
		g_error("%s %s is not in the text:\n%s", path,
		    companies[company], told.text);
	if (!is_text_only(path) && strstr(told.picture, CANARY) == NULL)
		g_error(
		    "%s %s is not in the picture", path, companies[company]);
	told_finish(&told);
}

static void
assert_told_anywhere(
    struct world *world, enum cc_kind_id kind, const char *path)
{
	for (int i = 0; i < COMPANY_COUNT; i++)
		assert_told(world, kind, path, (enum company)i);
}

static bool
is_text(const struct cc_shape *shape)
{
	return shape->content == CC_CONTENT_PROSE ||
	       shape->content == CC_CONTENT_CODE;
}

static int
try_shape(struct world *world, enum cc_kind_id kind,
    const struct cc_shape *shape, const char *path, struct cc_mask mask)
{
	int tried = 0;

	if (is_text(shape) && !is_unsaid(path)) {
		assert_told_anywhere(world, kind, path);
		tried++;
	}
	for (size_t i = 0; i < shape->field_count; i++) {
		const struct cc_field *field = &shape->fields[i];
		g_autofree char *at = g_strconcat(path, "@", field->name, NULL);

		if (field->type != CC_FIELD_TEXT ||
		    !cc_field_holds(field, mask) || is_unsaid(at))
			continue;
		assert_told_anywhere(world, kind, at);
		tried++;
	}
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];
		g_autofree char *below =
		    g_strconcat(path, "/", branch->shape->element, NULL);

		if (cc_branch_holds(branch, mask))
			tried += try_shape(
			    world, kind, branch->shape, below, CC_MASK_ALL);
	}
	return tried;
}

static void
test_every_text(struct world *world, gconstpointer unused)
{
	int tried = 0;

	(void)unused;
	for (int i = 0; i < CC_KIND_COUNT; i++) {
		const struct cc_kind *kind = cc_kind_row((enum cc_kind_id)i);

		tried += try_shape(world, kind->id, &cc_shape_fact,
		    kind->element, cc_kind_mask(kind));
	}
	/* Labels and notes of twelve kinds at the least. */
	g_assert_cmpint(tried, >, 24);
}

/* What belongs to no fact. */
static void
test_other_texts(struct world *world, gconstpointer unused)
{
	static const struct {
		const char *body, *text;
		bool drawn;
	} rows[] = {
	    {"<title>Zq title</title>", "Zq title", true},
	    {"<patient sex=\"male\"><label>Zq label</label></patient>",
		"Zq label", true},
	    {"<patient sex=\"male\"><note>Zq note</note></patient>", "Zq note",
		false},
	    {"<patient id=\"a\"/><patient id=\"b\" age=\"4\" sex=\"female\">"
	     "<label>Zq sister</label></patient>",
		"Zq sister: Girl, 4", false},
	    {"<line><label>Zq line</label><treatment code=\"R-CHOP\" "
	     "time=\"2020-02/2020-06\"/></line>",
		"Zq line", true},
	    {"<line><note>Zq note</note><treatment code=\"R-CHOP\" "
	     "time=\"2020-02/2020-06\"/></line>",
		"Zq note", true},
	    {"<reference id=\"r\"><label>Zq journal</label></reference>"
	     "<event code=\"covid-19\" time=\"2020-05-10\" cite=\"r\"/>",
		"1. Zq journal", false},
	    {"<reference id=\"r\" doi=\"10.1000/zq\"/>"
	     "<event code=\"covid-19\" time=\"2020-05-10\" cite=\"r\"/>",
		"10.1000/zq", true},
	    {"<reference id=\"r\" pmid=\"4711\"/>"
	     "<event code=\"covid-19\" time=\"2020-05-10\" cite=\"r\"/>",
		"PMID 4711", true},
	    {"<event id=\"e\" code=\"covid-19\" time=\"2020-05-10\"/>"
	     "<treatment code=\"dexamethasone\" time=\"2020-05-11/2020-05-14\" "
	     "because=\"e\"/>",
		"because of COVID-19", true},
	    /* Why it ended: an id, words of the vocabulary, both; of a drug. */
	    {"<event id=\"e\" code=\"covid-19\" time=\"2020-05-14\"/>"
	     "<treatment code=\"rituximab\" time=\"2020-05-11/2020-05-14\" "
	     "stop-because=\"e\"/>",
		"stopped because of COVID-19", true},
	    {"<treatment code=\"rituximab\" time=\"2020-05-11/2020-05-14\" "
	     "stop-because=\"patient choice\"/>",
		"stopped at the patient’s wish", true},
	    {"<event id=\"e\" code=\"rash\" time=\"2020-05-14\"/>"
	     "<treatment code=\"rituximab\" time=\"2020-05-11/2020-05-14\" "
	     "stop-because=\"toxicity e\"/>",
		"stopped for toxicity: rash", true},
	    {"<treatment code=\"R-CHOP\" time=\"2020-05-11/2020-08-14\">"
	     "<drug code=\"vincristine\" time=\"2020-05-11/2020-06-14\" "
	     "stop-because=\"AE\"/></treatment>",
		"stopped for toxicity", true},
	    {"<event code=\"acute-gvhd\" site=\"liver\" time=\"2020-05-10\" "
	     "serious=\"yes\" causality=\"unlikely\"/>",
		"serious, causality: unlikely", true},
	    {"<outcome code=\"alive\" disease=\"no-progression\" "
	     "time=\"2020-12-10\"/>",
		"no progression", true},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *body = g_strconcat(
		    "<diagnosis code=\"dlbcl\" time=\"2020-01-10\"/>",
		    rows[i].body, NULL);
		struct told told = tell(world, body, "en");

		if (strstr(told.text, rows[i].text) == NULL)
			g_error("no \"%s\" in:\n%s", rows[i].text, told.text);
		if (rows[i].drawn && strstr(told.picture, rows[i].text) == NULL)
			g_error("no \"%s\" is drawn", rows[i].text);
		told_finish(&told);
	}
}

/* How it is said: what must be in the text and what must not; and in the
 * picture, where that says it, too. */
static void
test_words(struct world *world, gconstpointer unused)
{
	static const struct {
		const char *body, *lang, *text, *not_text, *drawn, *not_drawn;
	} rows[] = {
	    /* A label is as its author wrote it. */
	    {"<diagnosis time=\"2019-03-10\"><label>t(8;21) leukaemia</label>"
	     "</diagnosis><event time=\"2019-05-10\" key=\"yes\">"
	     "<label>inv(3) found</label></event>"
	     "<outcome code=\"alive\" time=\"2020-01-10\">"
	     "<label>ex utero</label></outcome>",
		"en", "Diagnosis on 10 Mar 2019: t(8;21) leukaemia.", "Inv(",
		">inv(3) found<", "Ex utero"},
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<outcome code=\"alive\" time=\"2020-01-10\"/>",
		"en", "\nDiffuse large B-cell lymphoma, diagnosed", "\ndiffuse",
		NULL, NULL},
	    /* One bracket. */
	    {"<diagnosis code=\"aml\" time=\"2019-03-10\"/>"
	     "<event code=\"acute-gvhd\" site=\"skin\" grade=\"II\" "
	     "time=\"2019-05-10/2019-05-20\"/>",
		"en", "aGVHD (skin; grade II)", ") (", "aGVHD (skin)", NULL},
	    {"<diagnosis code=\"aml\" time=\"2019-03-10\"/>"
	     "<event time=\"2019-05-10\" grade=\"2\"><label>of del(7q)</label>"
	     "</event>",
		"en", "of del(7q) (grade 2)", "del(7q;", NULL, NULL},
	    /* Site and result. */
	    {"<diagnosis code=\"aml\" time=\"2019-03-10\"/>"
	     "<procedure code=\"biopsy\" site=\"skin\" result=\"lichenoid\" "
	     "time=\"2019-05-10\"/>",
		"en", "skin biopsy (lichenoid)", NULL, ">skin biopsy:<", NULL},
	    {"<diagnosis code=\"aml\" time=\"2019-03-10\"/>"
	     "<procedure code=\"biopsy\" site=\"skin\" "
	     "time=\"2019-05-10\"/>",
		"zh", "皮肤活检", NULL, "皮肤活检", NULL},
	    /* Stopped at the end, held in between. */
	    {"<diagnosis code=\"cml\" time=\"2019-03-10\"/>"
	     "<treatment code=\"imatinib\" time=\"2019-04-10/2019-12-10\" "
	     "unit=\"mg/d\"><dose time=\"2019-04-10\">400</dose>"
	     "<dose time=\"2019-06-10\">0</dose>"
	     "<dose time=\"2019-07-10\">300</dose>"
	     "<dose time=\"2019-12-10\">0</dose></treatment>",
		"en",
		"held (10 Jun 2019), 300 mg/d (10 Jul 2019), stopped (10 Dec",
		"0 mg/d (10 Dec", "400→300 mg/d", "→0"},
	    {"<diagnosis code=\"cml\" time=\"2019-03-10\"/>"
	     "<treatment code=\"imatinib\" time=\"2019-04-10/..\" "
	     "unit=\"mg/d\"><dose time=\"2019-04-10\">400</dose>"
	     "<dose time=\"2019-06-10\">0</dose></treatment>"
	     "<outcome code=\"alive\" time=\"2019-08-10\"/>",
		"en", "held (10 Jun 2019)", "stopped", NULL, "→0"},
	    /* A line that is only planned is none yet. */
	    {"<diagnosis code=\"aml\" time=\"2019-03-10\"/>"
	     "<line><treatment code=\"7+3\" time=\"2019-03-12/2019-03-20\"/>"
	     "</line><line><procedure code=\"allo-sct\" status=\"planned\" "
	     "time=\"2019-09-10\"/></line>",
		"en", "; 1 line of therapy", "2 lines", NULL, NULL},
	    /* The month in which a line begins is of the one before, too. */
	    {"<diagnosis code=\"dlbcl\" time=\"2019-01\"/>"
	     "<line><treatment code=\"R-CHOP\" time=\"2019-02/2019-07\"/></line>"
	     "<line><treatment code=\"R-ICE\" time=\"2020-04/2020-06\"/></line>"
	     "<response code=\"CMR\" time=\"2020-04\"/>"
	     "<outcome code=\"alive\" time=\"2021-01\"/>",
		"en", "(CMR; of line 1 or of line 2, ", "best response", NULL,
		NULL},
	    /* Names, not codes, and it is seen where each ends. */
	    {"<diagnosis code=\"cll\" time=\"2019-01\"/>"
	     "<line><treatment code=\"FCR\" time=\"2019-02/2019-07\"/>"
	     "<response code=\"CR+uMRD\" time=\"2019-08\"/></line>"
	     "<line><treatment code=\"ibrutinib\" time=\"2022-04/..\"/>"
	     "<response code=\"PR\" time=\"2022-10\"/></line>"
	     "<outcome code=\"alive\" time=\"2023-01\"/>",
		"en", "best responses CR, uMRD, then PR;", "CR+uMRD", NULL,
		NULL},
	    /* A death that no treatment came before is no next treatment. */
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<line><treatment code=\"R-CHOP\" time=\"2019-03-12/2019-07-20\"/>"
	     "</line><outcome code=\"death\" time=\"2019-10-10\"/>",
		"en", "TTNT: 212 days (7 months) until death",
		"12 Mar 2019 – 10 Oct 2019 |", NULL, NULL},
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<line><treatment code=\"R-CHOP\" time=\"2019-03-12/2019-07-20\"/>"
	     "</line><line><treatment code=\"R-ICE\" time=\"2019-10-10/\"/>"
	     "</line><outcome code=\"alive\" time=\"2020-10-10\"/>",
		"en", "TTNT: 212 days (7 months).", "until death", NULL, NULL},
	    /* Fractions and cycles. */
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<treatment code=\"radiotherapy\" cycles=\"15\" unit=\"Gy\" "
	     "time=\"2019-05-10/2019-06-10\"><dose>30</dose></treatment>"
	     "<treatment code=\"R-CHOP\" cycles=\"1\" every=\"3w\" "
	     "time=\"2019-04-10/2019-04-20\"/>",
		"en", "R-CHOP (1 cycle, every 3 weeks)", "15 cycles",
		"15 fractions", NULL},
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<treatment code=\"radiotherapy\" "
	     "time=\"2019-05-10/2019-06-10\"/>",
		"zh", "行放射治疗。", "治疗治疗", NULL, NULL},
	    /* The grade of a tooltip is one. */
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<event code=\"mucositis\" grade=\"3\" "
	     "time=\"2019-05-10/2019-05-20\"/>",
		"en", "mucositis (grade 3)", NULL, ": grade 3", "mucositis 3"},
	    /* Signs of the disease, and what a treatment did. */
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<event code=\"respiratory-failure\" time=\"2019-05-10\"/>",
		"en", "espiratory failure", NULL, ">Events<", "Adverse"},
	    {"<diagnosis code=\"dlbcl\" time=\"2019-03-10\"/>"
	     "<treatment id=\"t\" code=\"R-CHOP\" "
	     "time=\"2019-04-10/2019-04-20\"/>"
	     "<event code=\"respiratory-failure\" time=\"2019-05-10\" "
	     "because=\"t\"/>",
		"en", "because of R-CHOP", NULL, ">Adverse events<", "CTCAE"},
	    /* Why it ended, as each language has it; drawn, too. */
	    {"<treatment code=\"rituximab\" stop-because=\"completed\" "
	     "time=\"2019-03-10/2019-09-10\"/>",
		"zh", "按计划完成", NULL, "按计划完成<", NULL},
	    {"<event id=\"e\" code=\"rash\" time=\"2019-09-10\"/>"
	     "<treatment code=\"rituximab\" stop-because=\"e\" "
	     "time=\"2019-03-10/2019-09-10\"/>",
		"de", "beendet, Grund: Exanthem", NULL, "beendet, Grund", NULL},
	    /* A cause by its kind, though it has a label. */
	    {"<diagnosis code=\"cml\" time=\"2019-03-10\"/>"
	     "<relapse id=\"r\" time=\"2019-06-10\"><label>T315I</label>"
	     "</relapse><treatment code=\"ponatinib\" because=\"r\" "
	     "time=\"2019-07-10/2019-09-10\"/>",
		"en", "Ponatinib (because of relapse)", "because of T315I",
		NULL, NULL},
	    /* German and Chinese as they are spoken. */
	    {"<diagnosis code=\"multiple-myeloma\" time=\"2019-03-10\"/>"
	     "<line><treatment code=\"VRd\" time=\"2019-04-10/2019-09-10\"/>"
	     "</line><outcome code=\"death\" cause=\"infection\" "
	     "time=\"2020-01-10\"/>",
		"zh", "一线治疗：", "一线。", NULL, NULL},
	    {"<diagnosis code=\"multiple-myeloma\" time=\"2019-03-10\"/>"
	     "<outcome code=\"death\" cause=\"unknown\" "
	     "time=\"2020-01-10\"/>",
		"zh", "因不明原因死亡", NULL, NULL, NULL},
	    {"<diagnosis code=\"multiple-myeloma\" time=\"2019-03-10\"/>"
	     "<line><treatment code=\"VRd\" time=\"2019-04-10/2019-09-10\"/>"
	     "</line><procedure code=\"mri\" time=\"2019-03-12\"/>"
	     "<outcome code=\"alive\" disease=\"no-progression\""
	     " time=\"2020-01-10\"/>",
		"de", "| Progressionsfreies Überleben, Linie 1 |", "MRI",
		">MRT<", NULL},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct told told = tell(world, rows[i].body, rows[i].lang);

		if (strstr(told.text, rows[i].text) == NULL)
			g_error("no \"%s\" in:\n%s", rows[i].text, told.text);
		if (rows[i].not_text != NULL &&
		    strstr(told.text, rows[i].not_text) != NULL)
			g_error("\"%s\" in:\n%s", rows[i].not_text, told.text);
		if (rows[i].drawn != NULL &&
		    strstr(told.picture, rows[i].drawn) == NULL)
			g_error("no \"%s\" is drawn: %s", rows[i].drawn,
			    told.picture);
		if (rows[i].not_drawn != NULL &&
		    strstr(told.picture, rows[i].not_drawn) != NULL)
			g_error("\"%s\" is drawn", rows[i].not_drawn);
		told_finish(&told);
	}
}

/* Under the clock of ages, and without. */
static void
test_ages(struct world *world, gconstpointer unused)
{
	static const struct {
		const char *clock, *patient, *time, *lang, *text;
	} rows[] = {
	    {"age", "sex=\"male\"", "7", "en", "Boy, 7"},
	    {"age", "sex=\"female\"", "31", "en", "Woman, 31"},
	    {"age", "sex=\"male\"", "5m", "en", "Boy, 5 months"},
	    {"age", "sex=\"male\"", "12d", "en", "Boy, 12 days"},
	    {"age", "sex=\"male\"", "5m", "zh", "男，5 个月"},
	    {"age", "sex=\"male\"", "5m", "de", "Junge, 5 Monate"},
	    {"age", "", "5m", "en", "5 months"},
	    {"age", "sex=\"male\" age=\"0\"", "5m", "en", "Boy, 5 months"},
	    {"age", "sex=\"male\" age=\"3\"", "7", "en", "Boy, 3"},
	    {"date", "sex=\"male\" age=\"0\"", "2020", "en",
		"Boy, under 1 year"},
	    {"date", "sex=\"male\" age=\"0\"", "2020", "zh", "男，不满 1 岁"},
	    {"date", "sex=\"male\"", "2020", "en", "Man ·"},
	    {"month", "sex=\"male\"", "5", "en", "Man ·"},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *body = g_strdup_printf(
		    "<patient %s/><diagnosis code=\"all\" time=\"%s\"/>",
		    rows[i].patient, rows[i].time);
		struct told told =
		    tell_by(world, rows[i].clock, body, rows[i].lang);

		if (strstr(told.text, rows[i].text) == NULL)
			g_error("no \"%s\" in:\n%s", rows[i].text, told.text);
		told_finish(&told);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/told/status", struct world, NULL, world_init, test_status,
	    world_finish);
	g_test_add("/told/every-text", struct world, NULL, world_init,
	    test_every_text, world_finish);
	g_test_add("/told/other-texts", struct world, NULL, world_init,
	    test_other_texts, world_finish);
	g_test_add("/told/words", struct world, NULL, world_init, test_words,
	    world_finish);
	g_test_add("/told/ages", struct world, NULL, world_init, test_ages,
	    world_finish);
	return g_test_run();
}
