/* Vocabularies: finding, suggesting, overriding, and what is shipped. */
#include "model-case.h"

#include <math.h>
#include <string.h>

static struct cc_vocab *shipped;

struct own_vocab {
	struct cc_vocab *vocab;
	struct cc_diags diags;
};

static void
own_open(struct own_vocab *own)
{
	own->vocab = cc_vocab_create();
	cc_diags_init(&own->diags);
}

static void
own_close(struct own_vocab *own)
{
	cc_vocab_destroy(own->vocab);
	cc_diags_finish(&own->diags);
}

/* `source` is the caller's, as it has to outlive the vocabulary. */
static bool
own_add(struct own_vocab *own, struct cc_source *source, const char *name,
    const char *xml, bool override)
{
	*source = (struct cc_source){
	    .name = name,
	    .bytes = xml,
	    .length = strlen(xml),
	    .first_line = 1,
	};
	return cc_vocab_add(own->vocab, source, override, &own->diags);
}

static void
assert_codes(const struct own_vocab *own, const char *codes)
{
	g_autoptr(GString) found = g_string_new(NULL);

	for (guint i = 0; i < own->diags.list->len; i++) {
		const struct cc_diag *diag = own->diags.list->pdata[i];

		g_string_append_printf(
		    found, "%s%s", i > 0 ? " " : "", cc_code_word(diag->code));
	}
	g_assert_cmpstr(found->str, ==, codes);
}

#define VOCABULARY(entries)                                                    \
	"<vocabulary xmlns=\"urn:clincourse:vocabulary:1\" name=\"own\" "      \
	"source=\"here\">" entries "</vocabulary>"

static void
test_find(void)
{
	const struct cc_term *term =
	    cc_vocab_find(shipped, CC_IN_TREATMENT, NULL, "VCd");

	g_assert_nonnull(term);
	g_assert_cmpuint(term->parts.count, ==, 3);
	g_assert_cmpstr(term->parts.word[0], ==, "bortezomib");
	g_assert_nonnull(term->source);
	g_assert_false(term->reviewed);
	/* By alias, which is the same entry. */
	g_assert_true(
	    cc_vocab_find(shipped, CC_IN_TREATMENT, NULL, "CyBorD") == term);
	/* However it is spelt. */
	g_assert_true(
	    cc_vocab_find(shipped, CC_IN_TREATMENT, NULL, "vcd") == term);
	g_assert_true(cc_vocab_find(shipped, CC_IN_TREATMENT, NULL,
			  "bortezomib cyclophosphamide dexamethasone") == term);
	g_assert_null(cc_vocab_find(shipped, CC_IN_EVENT, NULL, "VCd"));

	/* One code, two schemes. */
	term = cc_vocab_find(shipped, CC_IN_RESPONSE, "imwg-2016", "CR");
	g_assert_cmpstr(term->scheme, ==, "imwg-2016");
	g_assert_cmpfloat(term->rank, ==, 6);
	g_assert_cmpstr(term->slot, ==, "cr");
	g_assert_true(term != cc_vocab_find(shipped, CC_IN_RESPONSE,
				  "eln-2022-aml", "CR"));
	g_assert_null(
	    cc_vocab_find(shipped, CC_IN_RESPONSE, "imwg-2016", "CMR"));

	term = cc_vocab_find(shipped, CC_IN_TEST, NULL, "haemoglobin");
	g_assert_cmpstr(term->unit, ==, "g/L");
	g_assert_true(isnan(term->low[0]));
	g_assert_cmpfloat(term->low[1], ==, 115);
	g_assert_cmpfloat(term->high[2], ==, 175);
	g_assert_cmpstr(cc_texts_find(&term->labels, "zh"), ==, "血红蛋白");
	g_assert_cmpstr(cc_texts_find(&term->labels, "zh-TW"), ==, "血红蛋白");
	g_assert_null(cc_texts_find(&term->labels, "fr"));
}

/* A scheme's responses stand together, best first, unranked last. */
static void
test_order(void)
{
	size_t count;
	const struct cc_term *const *terms =
	    cc_vocab_list(shipped, CC_IN_RESPONSE, &count);

	g_assert_cmpuint(count, >, 20);
	for (size_t i = 1; i < count; i++) {
		const struct cc_term *a = terms[i - 1], *b = terms[i];

		if (strcmp(a->scheme, b->scheme) == 0)
			g_assert_true(isnan(b->rank) || a->rank >= b->rank);
		for (size_t k = i + 1; k < count; k++)
			g_assert_true(strcmp(a->scheme, b->scheme) == 0 ||
				      strcmp(a->scheme, terms[k]->scheme) != 0);
	}
}

/* Aliases and names, whatever the language, stand for the code. */
static void
test_names(void)
{
	static const struct {
		enum cc_scope in;
		const char *scheme, *word, *code;
	} rows[] = {
	    {CC_IN_TREATMENT, NULL, "RVd", "VRd"},
	    {CC_IN_TREATMENT, NULL, "Bortezomib-Rev-dex", "VRd"},
	    {CC_IN_TREATMENT, NULL, "Velcade", "bortezomib"},
	    {CC_IN_TREATMENT, NULL, "硼替佐米", "bortezomib"},
	    {CC_IN_DISEASE, NULL, "多发性骨髓瘤", "multiple-myeloma"},
	    {CC_IN_DISEASE, NULL, "multiple myeloma", "multiple-myeloma"},
	    {CC_IN_TEST, NULL, "血红蛋白", "haemoglobin"},
	    {CC_IN_RESPONSE, "imwg-2016", "部分缓解", "PR"},
	};
	const struct cc_term *term;

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		term = cc_vocab_find(
		    shipped, rows[i].in, rows[i].scheme, rows[i].word);
		g_test_message("%s", rows[i].word);
		g_assert_nonnull(term);
		g_assert_cmpstr(term->code, ==, rows[i].code);
	}
	/* Of several entries: of none. */
	g_assert_null(cc_vocab_find(
	    shipped, CC_IN_RESPONSE, "lugano-2014", "no such response"));
}

/* A language's names join the entries; the latest of a language stays. */
static void
test_language(void)
{
	static const char french[] =
	    "<messages xmlns=\"urn:clincourse:messages:1\" xml:lang=\"fr\" "
	    "xml:space=\"preserve\" name=\"français\">"
	    "<name in=\"event\" code=\"a\"><label>un</label></name>"
	    "<name in=\"event\" code=\"a\"><label>deux</label>"
	    "<abbr>d</abbr></name></messages>";
	struct cc_source first, second = {.name = "fr.xml",
				    .bytes = french,
				    .length = strlen(french),
				    .first_line = 1};
	const struct cc_element *root;
	const struct cc_term *term;
	struct cc_arena arena;
	struct own_vocab own;

	own_open(&own);
	cc_arena_init(&arena);
	g_assert_true(own_add(&own, &first, "first.xml",
	    VOCABULARY("<define in=\"event\" code=\"a\"><label>one</label>"
		       "</define>"),
	    false));
	root = cc_xml_read(&arena, &second, "urn:clincourse:messages:1",
	    "messages", &own.diags);
	g_assert_true(cc_vocab_name(own.vocab, root, &own.diags));
	term = cc_vocab_find(own.vocab, CC_IN_EVENT, NULL, "a");
	g_assert_cmpstr(cc_texts_find(&term->labels, "en"), ==, "one");
	g_assert_cmpstr(cc_texts_find(&term->labels, "fr"), ==, "deux");
	g_assert_cmpstr(cc_texts_find(&term->abbreviations, "fr"), ==, "d");
	g_assert_cmpuint(term->labels.count, ==, 2);
	/* And is a word for the code. */
	g_assert_true(
	    cc_vocab_find(own.vocab, CC_IN_EVENT, NULL, "deux") == term);
	cc_arena_finish(&arena);
	own_close(&own);
}

static void
assert_factor(const char *test, const char *from, const char *to, double factor)
{
	const struct cc_term *term =
	    cc_vocab_find(shipped, CC_IN_TEST, NULL, test);
	double found;

	g_test_message("%s: %s to %s", test, from, to);
	g_assert_true(cc_unit_factor(term, from, to, &found));
	g_assert_cmpfloat(fabs(found / factor - 1), <, 1e-3);
}

static void
test_units(void)
{
	const struct cc_term *creatinine =
	    cc_vocab_find(shipped, CC_IN_TEST, NULL, "creatinine");
	struct cc_value value = {.number = 1.2, .written = "1.2"}, other;
	double factor;

	assert_factor("haemoglobin", "g/dL", "g/L", 10);
	assert_factor("haemoglobin", "g/L", "g/dL", 0.1);
	assert_factor("haemoglobin", "mmol/L", "g/dL", 1.6114);
	assert_factor("creatinine", "mg/dL", "umol/L", 88.4);
	assert_factor("creatinine", "mg/dL", "µmol/L", 88.4); /* U+00B5 */
	assert_factor("creatinine", "mg/dL", "μmol/L", 88.4); /* U+03BC */
	assert_factor("platelets", "/uL", "×10^9/L", 0.001);
	assert_factor("calcium", "mg/dL", "mmol/L", 1 / 4.008);
	assert_factor("glucose", "mg/dL", "mmol/L", 1 / 18.016);
	assert_factor("bilirubin", "mg/dL", "umol/L", 17.1);
	assert_factor("urine-protein", "g/day", "g/24 h", 1);
	assert_factor("urine-protein", "mg/24 小时", "g/Tag", 0.001);
	assert_factor("stool-volume", "L/天", "ml/24hr", 1000);
	assert_factor("urine-output", "L/day", "mL/24h", 1000);
	g_assert_true(cc_unit_same("mg/kg/day", "mg/kg/d"));
	g_assert_true(cc_unit_same("ug/kg/minute", "µg/kg/min"));
	g_assert_false(cc_unit_same("mg/h", "mg/d"));
	g_assert_false(cc_unit_same("mg/week", "mg/d"));
	/* A time that is no rate's, and a word that begins like one. */
	g_assert_false(cc_unit_same("day", "d"));
	g_assert_false(cc_unit_same("copies/dayful", "copies/dful"));
	g_assert_true(cc_unit_same(NULL, NULL));
	g_assert_false(cc_unit_same(NULL, "mg"));
	g_assert_true(cc_unit_factor(NULL, "x", "x", &factor));
	g_assert_false(cc_unit_factor(creatinine, "mg/dL", "g", &factor));
	g_assert_false(cc_unit_factor(NULL, "mg/dL", "umol/L", &factor));
	/* Urea or its nitrogen: nobody can tell. */
	g_assert_false(
	    cc_unit_factor(cc_vocab_find(shipped, CC_IN_TEST, NULL, "urea"),
		"mg/dL", "mmol/L", &factor));

	/* No digits that nobody measured. */
	g_assert_true(
	    cc_value_convert(creatinine, &value, "mg/dL", "umol/L", &other));
	g_assert_cmpfloat(other.number, ==, 106);
	g_assert_null(other.written);
	g_assert_true(
	    cc_value_convert(creatinine, &value, "umol/L", "µmol/L", &other));
	g_assert_cmpstr(other.written, ==, "1.2");
	value.number = 999999999999;
	g_assert_false(
	    cc_value_convert(creatinine, &value, "mg/dL", "umol/L", &other));
}

static const char *
found(enum cc_scope in, const char *word)
{
	const struct cc_term *term = cc_vocab_find(shipped, in, NULL, word);

	return term != NULL ? term->code : NULL;
}

static const char *
response(const char *scheme, const char *word)
{
	const struct cc_term *term =
	    cc_vocab_find(shipped, CC_IN_RESPONSE, scheme, word);

	return term != NULL ? term->code : NULL;
}

/* Capitals do not matter, but where they are all that tells two apart. */
static void
test_capitals(void)
{
	g_assert_cmpstr(found(CC_IN_DISEASE, "PNH"), ==, "pnh");
	g_assert_cmpstr(
	    found(CC_IN_DISEASE, "Multiple Myeloma"), ==, "multiple-myeloma");
	g_assert_cmpstr(
	    found(CC_IN_TREATMENT, "PEMBROLIZUMAB"), ==, "pembrolizumab");
	g_assert_cmpstr(found(CC_IN_TREATMENT, "r-chop"), ==, "R-CHOP");
	g_assert_cmpstr(found(CC_IN_TEST, "Karnofsky"), ==, "karnofsky");
	g_assert_cmpstr(found(CC_IN_EVENT, "NAUSEA"), ==, "nausea");
	g_assert_cmpstr(found(CC_IN_TREATMENT, "vrd"), ==, "VRd");
	/* Pomalidomide-dexamethasone is Pd; who writes PD may mean bortezomib.
	 */
	g_assert_cmpstr(found(CC_IN_TREATMENT, "Pd"), ==, "Pd");
	g_assert_null(found(CC_IN_TREATMENT, "PD"));
	g_assert_null(found(CC_IN_TREATMENT, "DVD"));
	/* The hyphen at an end is a sign. */
	g_assert_cmpstr(response("imwg-2016", "vgpr"), ==, "VGPR");
	g_assert_cmpstr(response("imwg-2016", "MRD negative"), ==, "MRD-");
	g_assert_cmpstr(response("imwg-2016", "MRD阴性"), ==, "MRD-");
	g_assert_null(response("imwg-2016", "MRD"));
	g_assert_cmpstr(response("iwcll-2018", "pr l"), ==, "PR-L");
	g_assert_cmpstr(found(CC_IN_SCHEME, "IMWG 2016"), ==, "imwg-2016");
	g_assert_cmpstr(found(CC_IN_OUTCOME, "Alive"), ==, "alive");
	g_assert_null(found(CC_IN_CLASS, "Toxicity"));
}

/* What entries name is defined, and each has a source. */
static void
test_references(void)
{
	struct cc_diags diags;
	g_autoptr(GString) text = g_string_new(NULL);

	cc_diags_init(&diags);
	g_assert_true(cc_vocab_settle(shipped, &diags));
	cc_diags_text(&diags, CC_NOTE, text);
	g_assert_cmpstr(text->str, ==, "");
	cc_diags_finish(&diags);
}

static void
test_override(void)
{
	struct cc_source first, second, third;
	struct own_vocab own;
	const struct cc_term *term;
	size_t count;

	own_open(&own);
	g_assert_true(own_add(&own, &first, "first.xml",
	    VOCABULARY("<define in=\"event\" code=\"a\"><alias>b</alias>"
		       "</define><define in=\"event\" code=\"c\"/>"),
	    false));
	g_assert_false(own_add(&own, &second, "second.xml",
	    VOCABULARY("<define in=\"event\" code=\"a\"/>"
		       "<define in=\"event\" code=\"d\"><alias>c</alias>"
		       "</define>"),
	    false));
	assert_codes(&own, "E329 E329");
	g_assert_true(own_add(&own, &third, "third.xml",
	    VOCABULARY("<define in=\"event\" code=\"a\" class=\"visit\" "
		       "reviewed=\"yes\"/>"),
	    true));
	term = cc_vocab_find(own.vocab, CC_IN_EVENT, NULL, "a");
	g_assert_cmpstr(term->class, ==, "visit");
	g_assert_true(term->reviewed);
	g_assert_null(cc_vocab_find(own.vocab, CC_IN_EVENT, NULL, "b"));
	cc_vocab_list(own.vocab, CC_IN_EVENT, &count);
	g_assert_cmpuint(count, ==, 3);
	own_close(&own);
}

static void
test_refusals(void)
{
	struct cc_source source;
	struct own_vocab own;

	own_open(&own);
	g_assert_false(own_add(&own, &source, "own.xml",
	    VOCABULARY("<define in=\"drug\" code=\"a\"/>"
		       "<define in=\"event\"/>"
		       "<define in=\"event\" code=\"b\" colour=\"red\"/>"
		       "<define in=\"response\" code=\"CR\"/>"
		       "<define in=\"test\" code=\"c\" low=\"ten\"/>"
		       "<define in=\"event\" code=\"e\"><name>e</name>"
		       "</define><entry/>"),
	    false));
	assert_codes(&own, "E183 E181 E182 E181 E181 E183 E180 E180");
	own_close(&own);

	own_open(&own);
	g_assert_false(own_add(&own, &source, "own.xml", "<theme/>", false));
	own_close(&own);
}

/* A case's own words come before the vocabulary's. */
static void
test_terms(void)
{
	struct test_case test;
	struct cc_terms terms;
	const struct cc_term *term;

	test_case_parse(&test,
	    "<case xmlns=\"urn:clincourse:case:1\">"
	    "<define in=\"treatment\" code=\"VCd\" class=\"imid\">"
	    "<label>ours</label></define>"
	    "<define in=\"treatment\" code=\"AB-1\"/>"
	    "<treatment code=\"AB-1\" time=\"2020\"/>"
	    "</case>",
	    shipped);
	g_assert_cmpstr(test.text->str, ==, "");
	cc_terms_init(&terms, &test.arena, shipped, test.course);
	term = cc_terms_find(&terms, CC_IN_TREATMENT, NULL, "VCd");
	g_assert_cmpstr(term->class, ==, "imid");
	g_assert_cmpint(term->shade, ==, 1);
	g_assert_cmpstr(cc_texts_find(&term->labels, "en"), ==, "ours");
	g_assert_nonnull(cc_terms_find(&terms, CC_IN_TREATMENT, NULL, "AB-1"));
	g_assert_nonnull(cc_terms_find(&terms, CC_IN_TREATMENT, NULL, "KPd"));
	g_assert_null(cc_terms_find(&terms, CC_IN_EVENT, NULL, "AB-1"));
	test_case_close(&test);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/vocab/find", test_find);
	g_test_add_func("/vocab/order", test_order);
	g_test_add_func("/vocab/names", test_names);
	g_test_add_func("/vocab/language", test_language);
	g_test_add_func("/vocab/units", test_units);
	g_test_add_func("/vocab/capitals", test_capitals);
	g_test_add_func("/vocab/references", test_references);
	g_test_add_func("/vocab/override", test_override);
	g_test_add_func("/vocab/refusals", test_refusals);
	g_test_add_func("/vocab/terms", test_terms);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
