#include "follow-case.h"

static struct cc_vocab *vocab;

void
test_follow_open(struct test_follow *f, const char *body)
{
	g_autofree char *xml = g_strconcat("<case xmlns='" CC_CASE_NAMESPACE
	                                   "' id='t' xml:lang='en' ",
	    body, "</case>", NULL);

	if (vocab == NULL)
		vocab = test_vocab_load();
	test_case_parse(&f->test, xml, vocab);
	if (f->test.diags.count[CC_ERROR] > 0)
		g_error("%s", f->test.text->str);
	cc_terms_init(&f->terms, &f->test.arena, vocab, f->test.course);
	f->follow =
	    cc_follow_create(&f->test.arena, f->test.course, &f->terms);
}

void
test_follow_close(struct test_follow *f)
{
	test_case_close(&f->test);
}

const struct cc_fact *
test_follow_fact(const struct test_follow *f, const char *id)
{
	for (size_t i = 0; i < f->test.course->fact_count; i++)
		if (g_strcmp0(f->test.course->facts[i].id, id) == 0)
			return &f->test.course->facts[i];
	g_error("no fact %s", id);
}

void
test_follow_finish(void)
{
	if (vocab != NULL)
		test_vocab_unload(vocab);
	vocab = NULL;
}
