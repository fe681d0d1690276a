/* References: in a list, by number, and in full where no list is. */
#include "words/language.h"
#include "words/prose.h"

static const char *
join(const struct cc_words_in *in, const char *a, const char *b)
{
	return cc_words_join(in, CC_MSG_PART_SEPARATOR, a, b);
}

/* What is cited: "Author A. Journal 2020;1:1. doi:10.1000/xyz". */
static const char *
reference_text(
    const struct cc_words_in *in, const struct cc_reference *reference)
{
	const char *text = cc_text_in(in, &reference->labels);
	const char *doi = NULL, *pmid = NULL;

	if (reference->doi != NULL)
		doi = cc_arena_join(in->arena, "doi:", reference->doi, NULL);
	if (reference->pmid != NULL)
		pmid = cc_arena_join(in->arena, "PMID ", reference->pmid, NULL);
	text = join(in, text, join(in, doi, pmid));
	return text != NULL ? text : reference->id;
}

static const struct cc_reference *
find_reference(const struct cc_case *course, const char *id)
{
	for (size_t i = 0; i < course->reference_count; i++)
		if (g_strcmp0(course->references[i].id, id) == 0)
			return &course->references[i];
	return NULL;
}

const char *
cc_cites_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	GString *text = NULL;

	for (size_t i = 0; i < fact->cite_ids.count; i++) {
		const struct cc_reference *reference =
		    find_reference(in->course, fact->cite_ids.word[i]);
		int number;

		if (reference == NULL)
			continue;
		number = (int)(reference - in->course->references) + 1;
		text = text != NULL ? g_string_append(text, ", ")
		                    : g_string_new(" [");
		g_string_append(text, cc_number_text(in, number, 0));
	}
	return text != NULL ? cc_words_take(in, g_string_append_c(text, ']'))
	                    : "";
}

const char *
cc_cited_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *text = NULL;

	for (size_t i = 0; i < fact->cite_ids.count; i++) {
		const struct cc_reference *reference =
		    find_reference(in->course, fact->cite_ids.word[i]);

		if (reference != NULL)
			text = join(in, text, reference_text(in, reference));
	}
	return text;
}

const char *const *
cc_references_make(const struct cc_words_in *in, size_t *count)
{
	const struct cc_case *course = in->course;
	const char **list = cc_arena_new_array(
	    in->arena, const char *, course->reference_count + 1);

	*count = course->reference_count;
	for (size_t i = 0; i < *count; i++)
		list[i] = reference_text(in, &course->references[i]);
	return list;
}
