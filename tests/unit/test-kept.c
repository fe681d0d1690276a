/* Words that the shipped templates once read as codes are read still: a case
 * that was drawn stays drawn. tests/golden/words/read.tsv has them, a scope, a
 * scheme and a word a line; words may be added to it, none may leave. */
#include "model-case.h"

#include "api/templates.h"
#include "words/words.h"

#include <string.h>

static const struct {
	const char *word, *why;
} gone[] = {
    {"HDAC", "histone deacetylase, not high-dose cytarabine"},
    {"CamptosarT-11", "Camptosar and CPT-11 in one, which nobody writes"},
    {"多黏菌素", "polymyxin: colistin (E) or polymyxin B"},
    {"病情复发", "a relapse, not a flare"},
    {"头颈部肿瘤", "a tumour of head and neck, which may be benign"},
    {"free codes, no ranking", "said of a scheme that now ranks"},
    {"freie Codes, ohne Rangfolge", "the same"},
    {"自由编码，不分级", "the same"},
};

/* Read where the diagnoses (or the unit) decide, else asked about: whoever
 * writes them alone may mean another medicine. */
static const char *const shared[] = {
    "PCI", "pci", "PCT", "AZA", "CRd", "CTX", "DVD", "MP", "PCD", "TAC", "THP",
    NULL};

struct shipped {
	struct cc_vocab *vocab;
	struct cc_languages *languages;
	struct cc_diags diags;
};

static bool
speak(const struct cc_source *source, void *data)
{
	struct shipped *shipped = data;
	const struct cc_element *names =
	    cc_languages_add(shipped->languages, source, &shipped->diags);

	g_assert_nonnull(names);
	g_assert_true(cc_vocab_name(shipped->vocab, names, &shipped->diags));
	return true;
}

static bool
is_gone(const char *word)
{
	for (size_t i = 0; i < G_N_ELEMENTS(gone); i++)
		if (strcmp(gone[i].word, word) == 0)
			return true;
	return false;
}

static void
assert_kept(const struct cc_vocab *vocab, const char *line)
{
	g_auto(GStrv) part = g_strsplit(line, "\t", 3);
	g_autoptr(GPtrArray) meanings = NULL;
	const char *scheme;
	enum cc_scope in;

	g_assert_cmpuint(g_strv_length(part), ==, 3);
	g_assert_true(cc_scope_find(part[0], &in));
	scheme = *part[1] != '\0' ? part[1] : NULL;
	if (cc_vocab_find(vocab, in, scheme, part[2]) != NULL) {
		g_assert_false(is_gone(part[2]));
		return;
	}
	if (is_gone(part[2]))
		return;
	meanings = cc_vocab_meanings(vocab, in, part[2]);
	if (g_strv_contains(shared, part[2]) && meanings != NULL)
		return;
	g_test_fail();
	g_test_message(
	    "%s \"%s\" was read once %s", part[0], part[2], part[1]);
}

static void
test_kept(void)
{
	struct shipped shipped = {.vocab = test_vocab_load(),
	    .languages = cc_languages_create()};
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	cc_diags_init(&shipped.diags);
	g_assert_true(cc_templates_each("lang", speak, &shipped));
	g_assert_true(g_file_get_contents(
	    CC_SOURCE_DIR "/tests/golden/words/read.tsv", &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	g_assert_cmpuint(g_strv_length(lines), >, 6000);
	for (guint i = 0; lines[i] != NULL; i++)
		if (*lines[i] != '\0')
			assert_kept(shipped.vocab, lines[i]);
	test_vocab_unload(shipped.vocab);
	cc_languages_destroy(shipped.languages);
	cc_diags_finish(&shipped.diags);
}

/* A name that two languages give to two entries is neither's. */
static void
test_languages_clash(void)
{
	static const char xml[] =
	    "<vocabulary xmlns='urn:clincourse:vocabulary:1' name='own' "
	    "source='here'>"
	    "<define in='event' code='fall'><label>fall</label>"
	    "<label xml:lang='de'>Sturz</label></define>"
	    "<define in='event' code='drop'><label>drop</label>"
	    "<label xml:lang='nl'>fall</label></define></vocabulary>";
	struct cc_source source = {.name = "own.xml",
	    .bytes = xml,
	    .length = sizeof(xml) - 1,
	    .first_line = 1};
	struct cc_vocab *vocab = cc_vocab_create();
	g_autoptr(GPtrArray) both = NULL;
	struct cc_diags diags;

	cc_diags_init(&diags);
	g_assert_true(cc_vocab_add(vocab, &source, false, &diags));
	g_assert_nonnull(cc_vocab_find(vocab, CC_IN_EVENT, NULL, "Sturz"));
	/* A code stays the code. */
	g_assert_cmpstr(cc_vocab_find(vocab, CC_IN_EVENT, NULL, "fall")->code,
	    ==, "fall");
	both = cc_vocab_meanings(vocab, CC_IN_EVENT, "fall");
	g_assert_nonnull(both);
	g_assert_cmpuint(both->len, ==, 2);
	g_assert_cmpstr(
	    ((const struct cc_term *)both->pdata[0])->code, ==, "fall");
	g_assert_cmpstr(
	    ((const struct cc_term *)both->pdata[1])->code, ==, "drop");
	cc_vocab_destroy(vocab);
	cc_diags_finish(&diags);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/kept/words", test_kept);
	g_test_add_func("/kept/clash", test_languages_clash);
	return g_test_run();
}
