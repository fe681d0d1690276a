/* Each entry of the vocabulary that is shipped, as a colleague would read it
 * through: named in every language, of a known class, called as nothing else
 * is. All that is wrong is told in one run. */
#include "builtin.h"

#include "base/plain.h"
#include "model/names.h"
#include "words/words.h"

#include <math.h>

static struct cc_vocab *shipped;
static struct cc_languages *languages;

/* Every language that is shipped. */
static const char *const langs[] = {"en", "zh", "de"};

static bool
vocab_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_vocab_add(to, source, false, diags);
}

static bool
names_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	const struct cc_element *root =
	    cc_languages_add(languages, source, diags);

	return root != NULL && cc_vocab_name(to, root, diags);
}

static void fault(const struct cc_term *term, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

static void
fault(const struct cc_term *term, const char *format, ...)
{
	g_autofree char *what = NULL;
	va_list args;

	va_start(args, format);
	what = g_strdup_vprintf(format, args);
	va_end(args);
	g_test_message("%s:%u: %s \"%s\" %s", term->pos.source->name,
	    cc_pos_place(term->pos).line, cc_scope_word(term->in), term->code,
	    what);
	g_test_fail();
}

static void
each(void (*look)(const struct cc_term *term))
{
	for (int in = 0; in < CC_IN_COUNT; in++) {
		size_t count;
		const struct cc_term *const *terms =
		    cc_vocab_list(shipped, (enum cc_scope)in, &count);

		g_assert_cmpuint(count, >, 0);
		for (size_t i = 0; i < count; i++)
			look(terms[i]);
	}
}

/* ---- names ---- */

/* A regimen may be its drugs; a finding is written as the laboratory does. */
static bool
needs_no_name(const struct cc_term *term)
{
	return (term->in == CC_IN_TREATMENT && term->parts.count > 0) ||
	       term->in == CC_IN_FINDING;
}

/* "brain MRI": small letters between blanks. */
static bool
holds_english_word(const char *abbreviation)
{
	g_auto(GStrv) words = g_strsplit(abbreviation, " ", -1);

	for (size_t i = 0; words[1] != NULL && words[i] != NULL; i++)
		if (strlen(words[i]) > 2 &&
		    words[i][strspn(words[i], "abcdefghijklmnopqrstuvwxyz")] ==
			'\0')
			return true;
	return false;
}

/* Letters are of all languages, words of one. */
static void
look_at_abbreviations(const struct cc_term *term)
{
	const char *english = cc_texts_find(&term->abbreviations, "en");

	for (size_t i = 1; i < G_N_ELEMENTS(langs) && english != NULL; i++) {
		const char *own = cc_texts_find(&term->abbreviations, langs[i]);

		if (own != NULL && strcmp(own, english) == 0 &&
		    holds_english_word(own))
			fault(term, "is abbreviated in English in %s: %s",
			    langs[i], own);
	}
}

static void
look_at_names(const struct cc_term *term)
{
	look_at_abbreviations(term);
	if (term->labels.count == 0) {
		if (!needs_no_name(term))
			fault(term, "has no name");
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
		if (cc_texts_find(&term->labels, langs[i]) == NULL &&
		    !(i == 0 && term->in == CC_IN_FINDING))
			fault(term, "has no name in %s", langs[i]);
}

static void
test_names(void)
{
	each(look_at_names);
}

static void
look_at_source(const struct cc_term *term)
{
	if (*term->source == '\0')
		fault(term, "does not say where it comes from");
	if (term->reviewed)
		fault(term, "says that somebody of the field has read it");
}

static void
test_sources(void)
{
	each(look_at_source);
}

/* ---- words ---- */

static bool
shares(const struct cc_term *term, const char *plain)
{
	for (size_t i = 0; i < term->shared_count; i++) {
		g_autofree char *other = cc_plain(term->shared[i].word);

		if (strcmp(plain, other) == 0)
			return true;
	}
	return false;
}

/* Two languages may call two things by one name, and a code or name may be the
 * abbreviation of something else, if one of the two says that it is shared. */
static void
look_at_pair(const struct cc_naming *a, const struct cc_naming *b)
{
	if (shares(a->term, a->plain) || shares(b->term, b->plain))
		return;
	fault(a->term,
	    "is called \"%s\", and %s is called \"%s\" (line %u): "
	    "say shared=\"yes\" or for=\"…\", or leave it to one",
	    a->word, b->term->code, b->word, cc_pos_place(b->term->pos).line);
}

static bool
is_open(enum cc_scope in)
{
	return in != CC_IN_RESPONSE && in != CC_IN_SCHEME &&
	       in != CC_IN_CLASS && in != CC_IN_INTERVAL && in != CC_IN_OUTCOME;
}

/* No word of an entry is another's of its scope, whatever its spelling. */
static void
test_words(void)
{
	struct cc_names_walk walk = cc_names_from(shipped, NULL);
	struct cc_naming a = {.plain = ""}, b;
	size_t count = 0;

	for (; cc_names_next(&walk, &b); a = b, count++)
		if (strcmp(a.plain, b.plain) == 0 && a.in == b.in &&
		    a.term != b.term &&
		    (is_open(a.in) ||
			(g_strcmp0(a.term->scheme, b.term->scheme) == 0 &&
			    strcmp(a.word, b.word) == 0)))
			look_at_pair(&a, &b);
	g_assert_cmpuint(count, >, 8000);
}

static void
look_at_found(const struct cc_term *term)
{
	const struct cc_term *found =
	    cc_vocab_find(shipped, term->in, term->scheme, term->code);

	if (found != term)
		fault(term, "is not found by its code");
	for (size_t i = 0; i < term->aliases.count; i++) {
		const char *word = term->aliases.word[i];

		if (cc_vocab_find(shipped, term->in, term->scheme, word) !=
		    term)
			fault(term, "is not found by \"%s\"", word);
		if (strcmp(word, term->code) == 0)
			fault(term, "has its code for an alias");
		for (size_t k = 0; k < i; k++)
			if (strcmp(word, term->aliases.word[k]) == 0)
				fault(term, "has \"%s\" twice", word);
	}
}

static void
look_at_code(const struct cc_term *term, enum cc_scope in, const char *code)
{
	const struct cc_term *found =
	    code != NULL ? cc_vocab_find(shipped, in, NULL, code) : NULL;

	if (found != NULL && strcmp(found->code, code) != 0)
		fault(term, "names %s by another word than its code", code);
}

static void
look_at_codes(
    const struct cc_term *term, enum cc_scope in, const struct cc_words *codes)
{
	for (size_t i = 0; i < codes->count; i++)
		look_at_code(term, in, codes->word[i]);
}

/* Words may become another's when a person's own vocabulary is read; codes
 * stay, so that nobody need look whether these entries still hold. */
static void
look_at_named(const struct cc_term *term)
{
	if (term->in == CC_IN_TREATMENT)
		look_at_code(term, CC_IN_CLASS, term->class);
	look_at_code(term, CC_IN_SCHEME, term->scheme);
	look_at_code(term, CC_IN_SCHEME, term->criteria);
	look_at_code(term, CC_IN_TEST, term->group);
	look_at_codes(term, CC_IN_DISEASE, &term->risk_of);
	look_at_codes(term, CC_IN_TREATMENT, &term->parts);
	look_at_codes(term, CC_IN_TEST, &term->markers);
	look_at_codes(term, CC_IN_DISEASE, &term->line_in);
	for (size_t i = 0; i < term->shared_count; i++)
		look_at_codes(term, CC_IN_DISEASE, &term->shared[i].of);
}

static void
test_named(void)
{
	each(look_at_named);
}

static void
test_found(void)
{
	each(look_at_found);
}

/* ---- what else it says ---- */

static bool
is_one_of(const struct cc_words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->word[i], word) == 0)
			return true;
	return false;
}

static void
look_at_treatment(const struct cc_term *term)
{
	if (term->in != CC_IN_TREATMENT)
		return;
	/* What bridges may be anything; it says so by its line. */
	if (term->class == NULL && term->parts.count == 0 &&
	    term->line == CC_LINE_UNSAID)
		fault(term, "has neither class nor parts");
	if (term->class != NULL &&
	    cc_vocab_find(shipped, CC_IN_CLASS, NULL, term->class) == NULL)
		fault(term, "is of no class \"%s\"", term->class);
	if (is_one_of(&term->parts, term->code))
		fault(term, "is a part of itself");
	for (size_t i = 0; i < term->parts.count; i++)
		if (cc_vocab_find(shipped, CC_IN_TREATMENT, NULL,
			term->parts.word[i]) == NULL)
			fault(term, "has no part \"%s\"", term->parts.word[i]);
}

static void
look_at_range(const struct cc_term *term, double low, double high)
{
	if (low > high)
		fault(term, "has a range that runs backwards");
	if (low < term->least || high > term->most)
		fault(term, "has a range beyond what is possible");
}

static void
look_at_units(const struct cc_term *term)
{
	for (size_t i = 0; i < term->units.count; i++) {
		const struct cc_unit *unit = &term->units.item[i];
		double there = 0, back = 0;

		if (unit->factor > 0 &&
		    (!cc_unit_factor(term, unit->unit, term->unit, &there) ||
			!cc_unit_factor(term, term->unit, unit->unit, &back) ||
			!(fabs(there * back - 1) < 1e-9)))
			fault(term, "does not convert %s", unit->unit);
		for (size_t k = 0; k < i; k++)
			if (strcmp(unit->unit, term->units.item[k].unit) == 0)
				fault(term, "has %s twice", unit->unit);
	}
}

static void
look_at_test(const struct cc_term *term)
{
	if (term->in != CC_IN_TEST)
		return;
	look_at_units(term);
	for (size_t sex = 0; sex < G_N_ELEMENTS(term->low); sex++)
		look_at_range(term, term->low[sex], term->high[sex]);
	for (size_t i = 0; i < term->band_count; i++) {
		const struct cc_band *band = &term->bands[i];

		look_at_range(term, band->is.low, band->is.high);
		if (band->from > band->to)
			fault(term, "has an age that runs backwards");
	}
}

static void
look_at_grades(const struct cc_term *term)
{
	for (size_t i = 0; i < term->grades.count; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(term->grades.word[i],
				term->grades.word[k]) == 0)
				fault(term, "has the grade %s twice",
				    term->grades.word[i]);
}

static void
test_sane(void)
{
	each(look_at_treatment);
	each(look_at_test);
	each(look_at_grades);
}

/* A number of LOINC is one test's; its check digit was checked in reading. */
static void
test_loinc(void)
{
	g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
	size_t count;
	const struct cc_term *const *terms =
	    cc_vocab_list(shipped, CC_IN_TEST, &count);

	for (size_t i = 0; i < count; i++) {
		const struct cc_term *term = terms[i], *other;

		if (term->loinc == NULL)
			continue;
		other = g_hash_table_lookup(taken, term->loinc);
		if (other != NULL)
			fault(term, "has the LOINC number of %s", other->code);
		g_hash_table_insert(
		    taken, (gpointer)term->loinc, (gpointer)term);
	}
	g_assert_cmpuint(g_hash_table_size(taken), >, 50);
}

int
main(int argc, char **argv)
{
	GPtrArray *sources, *lang_sources;
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = cc_vocab_create();
	languages = cc_languages_create();
	sources = builtin_load("vocab", NULL, vocab_add, shipped);
	lang_sources = builtin_load("lang", NULL, names_add, shipped);
	g_test_add_func("/entries/names", test_names);
	g_test_add_func("/entries/sources", test_sources);
	g_test_add_func("/entries/words", test_words);
	g_test_add_func("/entries/found", test_found);
	g_test_add_func("/entries/named", test_named);
	g_test_add_func("/entries/sane", test_sane);
	g_test_add_func("/entries/loinc", test_loinc);
	result = g_test_run();
	cc_vocab_destroy(shipped);
	cc_languages_destroy(languages);
	g_ptr_array_unref(sources);
	g_ptr_array_unref(lang_sources);
	return result;
}
