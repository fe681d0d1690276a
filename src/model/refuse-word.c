/* Elements that are called by what they tell: <bortezomib>, <fever>, <died>.
 * Each is an element of ours with that word as its code. */
#include "model/kind.h"
#include "model/owners.h"
#include "model/read.h"

/* Than its name and its attributes do. */
static bool
says_more(const struct cc_element *element)
{
	return *element->text != '\0' || element->first != NULL;
}

/* The name of an element as an author would write the word. */
static const char *
word_of(struct cc_reading *reading, const struct cc_element *element)
{
	char *word = cc_arena_strdup(reading->arena, element->name);

	return g_strdelimit(word, "_", '-');
}

static bool
is_word(const struct cc_vocab *vocab, enum cc_scope in, const char *word)
{
	return cc_vocab_find(vocab, in, NULL, word) != NULL;
}

/* The diagnosis comes last: what may be an event, too, is seldom what the case
 * is of. */
static bool
name_fact(const struct cc_vocab *vocab, const struct cc_owner *here,
    const char *word, struct cc_meant_element *meant)
{
	const struct cc_terms terms = {.vocab = vocab};

	G_STATIC_ASSERT(CC_KIND_DIAGNOSIS == 0);

	for (int i = 1; i <= CC_KIND_COUNT; i++) {
		const struct cc_kind *kind =
		    cc_kind_row((enum cc_kind_id)(i % CC_KIND_COUNT));

		if (!cc_owner_holds(here, kind->element) ||
		    kind->scope == CC_IN_TEST)
			continue;
		meant->code = cc_kind_code(&terms, kind, word);
		if (meant->code == NULL)
			continue;
		meant->name = kind->element;
		return true;
	}
	return false;
}

/* A value among those of one time, else the course of a test. NULL: a number
 * with a time of its own, for which no one element is enough. */
static const char *
element_of_test(const struct cc_element *element, const struct cc_owner *here)
{
	if (cc_owner_holds(here, "value"))
		return "value";
	return cc_element_attribute(element, "time") == NULL ? "series" : NULL;
}

static char *
test_hint(const struct cc_element *element, const struct cc_owner *here,
    const char *word, struct cc_meant_element *meant)
{
	meant->name = element_of_test(element, here);
	meant->code = word;
	return meant->name != NULL
	           ? cc_write_hint(meant)
	           : g_strdup_printf("; write it as <value code=\"%s\"> in a "
				     "<panel>, which has the time",
			 word);
}

char *
cc_word_hint(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_owner *here, struct cc_meant_element *meant)
{
	const struct cc_vocab *vocab = reading->vocab;
	const char *word = word_of(reading, element);
	bool facts = here->shape->holds_facts;

	if (vocab == NULL)
		return NULL;
	if (name_fact(vocab, here, word, meant))
		return cc_write_hint(meant);
	if (cc_owner_holds(here, "drug") &&
	    is_word(vocab, CC_IN_TREATMENT, word)) {
		*meant =
		    (struct cc_meant_element){.name = "drug", .code = word};
		return cc_write_hint(meant);
	}
	/* Some genes are tests, too, of how much of them there is. */
	if (facts && !says_more(element) && is_word(vocab, CC_IN_FINDING, word))
		return g_strdup_printf(
		    "; write it as <finding>%s</finding> in <genetics>", word);
	return (facts || cc_owner_holds(here, "value")) &&
	               is_word(vocab, CC_IN_TEST, word)
	           ? test_hint(element, here, word, meant)
	           : NULL;
}

const char *
cc_word_code(struct cc_reading *reading, const struct cc_element *element,
    const char *name)
{
	const struct cc_kind *kind = cc_kind_find(name);
	const struct cc_terms terms = {.vocab = reading->vocab};

	if (kind == NULL || reading->vocab == NULL ||
	    cc_element_attribute(element, "code") != NULL || says_more(element))
		return NULL;
	return cc_kind_code(&terms, kind, word_of(reading, element));
}
