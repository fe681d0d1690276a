/* What was read and packed while the program was built is what would be read
 * now, also where a person's own words come over it. */
#include "builtin.h"

#include "api/show.h"
#include "model/find.h"
#include "model/vocab-data.h"
#include "words/words.h"

/* The shipped words, read here and as they were packed. */
struct both {
	struct cc_languages *languages;
	struct cc_vocab *read, *packed;
	GPtrArray *vocab_sources, *lang_sources, *files, *own_sources;
};

static struct cc_languages *speaking;

static bool
words_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_vocab_add(to, source, false, diags);
}

static bool
names_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	const struct cc_element *root =
	    cc_languages_add(speaking, source, diags);

	return root != NULL && cc_vocab_name(to, root, diags);
}

static void
begin(struct both *both)
{
	const struct cc_vocab_pack *pack = &cc_templates_vocab;

	both->languages = speaking = cc_languages_create();
	both->read = cc_vocab_create();
	both->vocab_sources =
	    builtin_load("vocab", NULL, words_add, both->read);
	both->lang_sources = builtin_load("lang", NULL, names_add, both->read);
	both->files = g_ptr_array_new_with_free_func(g_free);
	both->own_sources = g_ptr_array_new_with_free_func(g_free);
	for (uint32_t i = 0; i < pack->file_count; i++) {
		const struct cc_source source =
		    cc_templates_source(pack->strings + pack->files[i]);

		g_ptr_array_add(
		    both->files, g_memdup2(&source, sizeof(source)));
	}
	both->packed = cc_vocab_create_packed(
	    pack, (const struct cc_source *const *)both->files->pdata);
}

static void
end(struct both *both)
{
	cc_vocab_destroy(both->read);
	cc_vocab_destroy(both->packed);
	cc_languages_destroy(both->languages);
	g_ptr_array_unref(both->vocab_sources);
	g_ptr_array_unref(both->lang_sources);
	g_ptr_array_unref(both->files);
	g_ptr_array_unref(both->own_sources);
}

/* ---- comparing ---- */

static void
forget_empty(struct cc_term *term)
{
	struct cc_words *const words[] = {&term->intervals, &term->risk_of,
	    &term->parts, &term->grades, &term->markers, &term->line_in,
	    &term->aliases, &term->from};
	struct cc_texts *const texts[] = {
	    &term->labels, &term->abbreviations, &term->part_names};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (words[i]->count == 0)
			*words[i] = (struct cc_words){0};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (texts[i]->count == 0)
			*texts[i] = (struct cc_texts){0};
	if (term->units.count == 0)
		term->units.item = NULL;
	if (term->band_count == 0)
		term->bands = NULL;
	if (term->shared_count == 0)
		term->shared = NULL;
}

#define POINTER_LEAST (1u << 20) /* what is below is no pointer */

/* Whatever the record has: a field that was never packed is found, too. */
static void
assert_record(struct cc_term a, struct cc_term b)
{
	uintptr_t one[sizeof(a) / sizeof(uintptr_t)], other[G_N_ELEMENTS(one)];

	forget_empty(&a);
	forget_empty(&b);
	memcpy(one, &a, sizeof(one));
	memcpy(other, &b, sizeof(other));
	for (size_t i = 0; i < G_N_ELEMENTS(one); i++)
		if (one[i] < POINTER_LEAST || other[i] < POINTER_LEAST)
			g_assert_cmpuint(one[i], ==, other[i]);
}

static void
assert_words(const struct cc_words *a, const struct cc_words *b)
{
	for (size_t i = 0; i < a->count; i++) {
		g_assert_cmpstr(a->word[i], ==, b->word[i]);
		g_assert_cmpuint(a->pos[i].at, ==, b->pos[i].at);
		g_assert_cmpstr(
		    a->pos[i].source->name, ==, b->pos[i].source->name);
	}
}

static void
assert_texts(const struct cc_texts *a, const struct cc_texts *b)
{
	for (size_t i = 0; i < a->count; i++) {
		g_assert_cmpstr(a->item[i].lang, ==, b->item[i].lang);
		g_assert_cmpstr(a->item[i].text, ==, b->item[i].text);
		g_assert_cmpuint(a->item[i].pos.at, ==, b->item[i].pos.at);
	}
}

static void
assert_entry(
    const struct both *both, const struct cc_term *a, const struct cc_term *b)
{
	g_autoptr(GString) one = g_string_new(NULL);
	g_autoptr(GString) other = g_string_new(NULL);

	assert_record(*a, *b);
	assert_words(&a->aliases, &b->aliases);
	assert_words(&a->from, &b->from);
	assert_words(&a->parts, &b->parts);
	assert_texts(&a->labels, &b->labels);
	assert_texts(&a->abbreviations, &b->abbreviations);
	assert_texts(&a->part_names, &b->part_names);
	/* What others name it by is looked up for long, and of them. */
	if (a->in != CC_IN_CLASS && a->in != CC_IN_TREATMENT &&
	    a->in != CC_IN_DISEASE) {
		cc_show_term(one, both->read, a);
		cc_show_term(other, both->packed, b);
		g_assert_cmpstr(one->str, ==, other->str);
	}
}

static void
assert_entries(const struct both *both)
{
	for (int in = 0; in < CC_IN_COUNT; in++) {
		size_t count, other;
		const struct cc_term *const *read =
		    cc_vocab_list(both->read, (enum cc_scope)in, &count);
		const struct cc_term *const *packed =
		    cc_vocab_list(both->packed, (enum cc_scope)in, &other);

		g_assert_cmpuint(count, ==, other);
		for (size_t i = 0; i < count; i++)
			assert_entry(both, read[i], packed[i]);
	}
}

static void
assert_names(const struct both *both)
{
	struct cc_names_walk read = cc_names_from(both->read, NULL);
	struct cc_names_walk packed = cc_names_from(both->packed, NULL);
	struct cc_naming a, b;

	while (cc_names_next(&read, &a)) {
		g_assert_true(cc_names_next(&packed, &b));
		g_assert_cmpstr(a.plain, ==, b.plain);
		g_assert_cmpstr(a.word, ==, b.word);
		g_assert_cmpstr(a.lang, ==, b.lang);
		g_assert_cmpint(a.by, ==, b.by);
		g_assert_cmpint(a.in, ==, b.in);
		g_assert_cmpstr(
		    a.term->code, ==, cc_naming_term(both->packed, &b)->code);
		g_assert_cmpstr(a.term->scheme, ==,
		    cc_naming_term(both->packed, &b)->scheme);
	}
	g_assert_false(cc_names_next(&packed, &b));
}

/* Each entry is found by its code and its aliases, as the same. */
static void
assert_found(const struct both *both)
{
	struct cc_names_walk walk = cc_names_from(both->read, NULL);
	struct cc_naming name;

	while (cc_names_next(&walk, &name)) {
		const struct cc_term *read = cc_vocab_find(
		    both->read, name.in, name.term->scheme, name.word);
		const struct cc_term *packed = cc_vocab_find(
		    both->packed, name.in, name.term->scheme, name.word);

		g_assert_true((read == NULL) == (packed == NULL));
		if (read != NULL)
			g_assert_cmpstr(read->code, ==, packed->code);
	}
}

/* ---- what is shipped ---- */

static size_t
count_unpacked(const struct cc_vocab *vocab)
{
	size_t count = 0;

	for (uint32_t i = 0; i < vocab->pack->first[CC_IN_COUNT]; i++)
		count += vocab->unpacked[i] != NULL;
	return count;
}

/* Only what is asked for is unpacked. */
static void
test_late(void)
{
	struct both both;
	const struct cc_term *drug;

	begin(&both);
	g_assert_cmpuint(count_unpacked(both.packed), ==, 0);
	drug = cc_vocab_find(both.packed, CC_IN_TREATMENT, NULL, "bortezomib");
	g_assert_nonnull(drug);
	g_assert_true(drug == cc_vocab_find(both.packed, CC_IN_TREATMENT, NULL,
				  "VELCADE"));
	g_assert_cmpuint(count_unpacked(both.packed), ==, 1);
	g_assert_null(
	    cc_vocab_find(both.packed, CC_IN_TREATMENT, NULL, "no-such"));
	g_assert_null(
	    cc_vocab_find(both.packed, CC_IN_TEST, NULL, "bortezomib"));
	end(&both);
}

static void
test_shipped(void)
{
	struct both both;

	begin(&both);
	assert_found(&both);
	assert_names(&both);
	assert_entries(&both);
	end(&both);
}

/* The messages, too. */
static void
test_messages(void)
{
	struct both both;
	size_t count;
	const char *const *langs;

	begin(&both);
	langs = cc_language_list(both.languages, &count);
	for (size_t i = 0; i < count; i++) {
		const struct cc_language_pack *read =
		    cc_language_pack(both.languages, langs[i]);
		const struct cc_language_pack *packed =
		    cc_templates_languages[i];

		g_assert_cmpstr(read->lang, ==, packed->lang);
		g_assert_cmpstr(read->name, ==, packed->name);
		for (int k = 0; k < CC_MESSAGE_COUNT; k++) {
			const struct cc_message_forms *a = &read->message[k];
			const struct cc_message_forms *b = &packed->message[k];

			g_assert_cmpstr(a->one, ==, b->one);
			g_assert_cmpstr(a->other, ==, b->other);
			g_assert_cmpuint(a->length, ==, b->length);
			g_assert_cmpuint(a->places, ==, b->places);
		}
	}
	g_assert_null(cc_templates_languages[count]);
	end(&both);
}

/* ---- a person's own ---- */

#define VOCABULARY(entries)                                                    \
	"<vocabulary xmlns=\"urn:clincourse:vocabulary:1\" name=\"own\" "      \
	"source=\"here\">" entries "</vocabulary>"

static const char *const own[] = {
    /* Entries that are new: a drug with a name that another has, a scheme. */
    VOCABULARY("<define in=\"treatment\" code=\"zz-1\" class=\"immunotherapy\">"
	       "<label>bortezomib</label><alias>Zz one</alias></define>"
	       "<define in=\"scheme\" code=\"zz\"><label>Zz</label></define>"
	       "<define in=\"response\" scheme=\"zz\" code=\"CR\" rank=\"2\">"
	       "<label>all gone</label></define>"
	       "<define in=\"response\" scheme=\"zz\" code=\"PD\" rank=\"0\">"
	       "<label>more</label></define>"),
    /* One in the place of another, with an alias less. */
    VOCABULARY("<define in=\"treatment\" code=\"bortezomib\" replaces=\"yes\" "
	       "class=\"no-such\"><label>Bort</label></define>"),
    VOCABULARY("<define in=\"treatment\" code=\"bortezomib\">"
	       "<label>Bort</label><alias>Revlimid</alias></define>"),
    /* A code that was an alias; an alias that is a code. */
    VOCABULARY("<define in=\"treatment\" code=\"Velcade\">"
	       "<label>V</label><alias>lenalidomide</alias></define>"),
    /* A response between others of its scheme, and one that moves. */
    VOCABULARY(
	"<define in=\"response\" scheme=\"imwg-2016\" code=\"zz\" rank=\"2.5\">"
	"<label>in between</label></define>"
	"<define in=\"response\" scheme=\"recist-1.1\" code=\"PR\" rank=\"9\">"
	"<label>best</label></define>"),
    /* What is wrong: a parts that nobody knows, a code twice. */
    VOCABULARY(
	"<define in=\"treatment\" code=\"zz-2\" parts=\"bortezomib nosuch\" "
	"class=\"immunotherapy\"><label>Z</label></define>"
	"<define in=\"treatment\" code=\"zz-2\"><label>Z</label></define>"),
    /* A language of one's own, and another name in one that is there. */
    "<messages xmlns=\"urn:clincourse:messages:1\" xml:space=\"preserve\" "
    "xml:lang=\"fr\" name=\"français\"><name in=\"treatment\" "
    "code=\"bortezomib\"><label>bortézomib</label></name></messages>",
    /* The one that nobody knows comes first: it is searched for. */
    "<messages xmlns=\"urn:clincourse:messages:1\" xml:space=\"preserve\" "
    "xml:lang=\"de\" name=\"Deutsch\"><name in=\"test\" code=\"no-such\">"
    "<label>Nichts</label></name><name in=\"response\" code=\"PR\">"
    "<label>Teilweise</label></name></messages>",
};

/* What is told when the document is added and all is settled. */
static char *
put_over(struct cc_vocab *vocab, const struct cc_source *source)
{
	GString *said = g_string_new(NULL);
	struct cc_diags diags;

	cc_diags_init(&diags);
	if (g_str_has_prefix(source->bytes, "<vocabulary"))
		cc_vocab_add(vocab, source, true, &diags);
	else
		names_add(vocab, source, &diags);
	cc_vocab_settle(vocab, &diags);
	cc_diags_text(&diags, CC_NOTE, said);
	cc_diags_finish(&diags);
	return g_string_free(said, FALSE);
}

static void
assert_over(struct both *both, const char *text)
{
	const struct cc_source own_source = source_of("own.xml", text);
	const struct cc_source *source =
	    g_memdup2(&own_source, sizeof(own_source));
	g_autofree char *read = put_over(both->read, source);
	g_autofree char *packed = put_over(both->packed, source);

	g_ptr_array_add(both->own_sources, (gpointer)source);
	g_test_message("%s", text);
	g_test_message("%s", read);
	g_assert_cmpstr(read, ==, packed);
	assert_names(both);
}

static void
test_own(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
		struct both both;

		begin(&both);
		assert_over(&both, own[i]);
		assert_found(&both);
		end(&both);
	}
}

/* One over the other. */
static void
test_own_all(void)
{
	struct both both;

	begin(&both);
	for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
		assert_over(&both, own[i]);
	assert_entries(&both);
	end(&both);
}

/* ---- searches ---- */

static void
assert_searched(const struct both *both, const char *query)
{
	g_autoptr(GArray) read =
	    cc_vocab_search(both->read, CC_FIND_ANYWHERE, query, SIZE_MAX);
	g_autoptr(GArray) packed =
	    cc_vocab_search(both->packed, CC_FIND_ANYWHERE, query, SIZE_MAX);

	g_test_message("%s: %u", query, read->len);
	g_assert_cmpuint(read->len, ==, packed->len);
	for (guint i = 0; i < read->len; i++) {
		const struct cc_found *a =
		    &g_array_index(read, struct cc_found, i);
		const struct cc_found *b =
		    &g_array_index(packed, struct cc_found, i);

		g_assert_cmpstr(a->term->code, ==, b->term->code);
		g_assert_cmpstr(a->term->scheme, ==, b->term->scheme);
		g_assert_cmpstr(a->word, ==, b->word);
		g_assert_cmpint(a->fit, ==, b->fit);
	}
}

/* Of packed names only those are looked at that may fit: none is missed. */
static void
test_searched(void)
{
	static const char *const queries[] = {"bortezomib", "velcade", "borte",
	    "CR", "pd", "a", "cell lung", "lung cell", "acute myeloid leuk",
	    "硼替佐米", "白血病", "急性 白血病", "白", "Anaemie", "ANÄMIE",
	    "bortezumib", "lenaldomide", "daratmuumab", "hemoglobine",
	    "t(4;14)", "del(17p)", "-", "+", ";", "", "stage iv", "zzzzzzzz"};
	struct both both;

	begin(&both);
	for (size_t i = 0; i < G_N_ELEMENTS(queries); i++)
		assert_searched(&both, queries[i]);
	/* Where words of one's own lie over it, too. */
	for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
		assert_over(&both, own[i]);
	for (size_t i = 0; i < G_N_ELEMENTS(queries); i++)
		assert_searched(&both, queries[i]);
	end(&both);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pack/late", test_late);
	g_test_add_func("/pack/shipped", test_shipped);
	g_test_add_func("/pack/messages", test_messages);
	g_test_add_func("/pack/own", test_own);
	g_test_add_func("/pack/own-all", test_own_all);
	g_test_add_func("/pack/searched", test_searched);
	return g_test_run();
}
