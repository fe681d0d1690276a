/* What a case leaves unsaid: words in a language, drawn in another, each told
 * once where it stands; and what CARE asks for. */
#include "api/context.h"

#include "model/kind.h"

#include <string.h>

struct missing {
	const struct clincourse_case *course;
	const char *lang;
	GHashTable *told; /* words, so that a code of many values is one note */
	struct cc_diags *diags;
};

static void
tell(const struct missing *missing, struct cc_pos pos, const char *drawn)
{
	if (g_hash_table_add(missing->told, (gpointer)drawn))
		cc_diag(missing->diags, CC_N470, pos, missing->lang, drawn);
}

static bool
lacks(const struct missing *missing, const struct cc_texts *texts)
{
	return texts->count > 0 && cc_texts_find(texts, missing->lang) == NULL;
}

static void
texts_check(const struct missing *missing, const struct cc_texts *texts)
{
	if (lacks(missing, texts))
		tell(missing, texts->item[0].pos, texts->item[0].text);
}

static const struct cc_term *
term_of(const struct missing *missing, enum cc_scope in, const char *code)
{
	if (code == NULL || in == CC_IN_COUNT)
		return NULL;
	return cc_terms_find(&missing->course->terms, in, NULL, code);
}

/* A code that is drawn by its English name; what is drawn as the code, VRd or
 * t(4;14), is so in all languages. */
static void
code_check(const struct missing *missing, enum cc_scope in, const char *code,
    struct cc_pos pos)
{
	const struct cc_term *term = term_of(missing, in, code);
	const char *drawn =
	    term != NULL ? cc_texts_find(&term->labels, "en") : NULL;

	if (drawn != NULL && lacks(missing, &term->labels))
		tell(missing, pos, drawn);
}

static void
values_check(const struct missing *missing, const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->value_count; i++)
		code_check(missing, CC_IN_TEST, fact->values[i].code,
		    fact->values[i].code_pos);
	for (size_t i = 0; i < fact->range_count; i++)
		texts_check(missing, &fact->ranges[i].labels);
}

static void
stop_check(const struct missing *missing, const struct cc_reasons *stop)
{
	for (size_t i = 0; i < stop->words.count; i++)
		if (stop->fact[i] == NULL)
			code_check(missing, CC_IN_STOP, stop->words.word[i],
			    stop->words.pos[i]);
}

static void
treatment_check(const struct missing *missing, const struct cc_fact *fact)
{
	const struct cc_term *term =
	    term_of(missing, CC_IN_TREATMENT, fact->code);

	code_check(missing, CC_IN_INTENT, fact->intent, fact->pos);
	for (size_t i = 0; i < fact->drug_count; i++) {
		code_check(missing, CC_IN_TREATMENT, fact->drugs[i].code,
		    fact->drugs[i].code_pos);
		texts_check(missing, &fact->drugs[i].notes);
		stop_check(missing, &fact->drugs[i].stop);
	}
	/* The caption tells the drugs of a regimen. */
	if (term == NULL || fact->kind != CC_KIND_TREATMENT)
		return;
	for (size_t i = 0; i < term->parts.count; i++)
		code_check(missing, CC_IN_TREATMENT, term->parts.word[i],
		    fact->code_pos);
}

static void
fact_check(const struct missing *missing, const struct cc_fact *fact)
{
	const enum cc_scope in = fact->term != NULL
	                             ? fact->term->in
	                             : cc_kind_row(fact->kind)->scope;
	const struct cc_term *term = term_of(missing, in, fact->code);

	texts_check(missing, &fact->notes);
	/* A label is not missed where the vocabulary has the word. */
	if (term == NULL || lacks(missing, &term->labels))
		texts_check(missing, &fact->labels);
	if (fact->labels.count == 0)
		code_check(missing, in, fact->code, fact->code_pos);
	for (size_t i = 0; i < fact->sites.count; i++)
		code_check(missing, CC_IN_SITE, fact->sites.word[i],
		    fact->sites.pos[i]);
	for (size_t i = 0; i < fact->finding_count; i++)
		code_check(missing, CC_IN_FINDING, fact->findings[i].text,
		    fact->findings[i].pos);
	for (size_t i = 0; i < fact->image_count; i++)
		texts_check(missing, &fact->images[i].labels);
	code_check(missing, CC_IN_CAUSE, fact->cause, fact->pos);
	stop_check(missing, &fact->stop);
	treatment_check(missing, fact);
	values_check(missing, fact);
}

bool
clincourse_check_language(const struct clincourse_case *course,
    const char *lang, struct clincourse_diags *diags)
{
	const struct cc_case *data = course->data;
	g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
	const struct missing missing = {course, lang, told, &diags->list};

	if (!cc_language_known(course->context->languages, lang))
		return false;
	texts_check(&missing, &data->titles);
	for (size_t i = 0; i < data->figure_count; i++)
		texts_check(&missing, &data->figures[i].titles);
	for (size_t i = 0; i < data->patient_count; i++) {
		texts_check(&missing, &data->patients[i].labels);
		texts_check(&missing, &data->patients[i].notes);
	}
	for (size_t i = 0; i < data->line_count; i++) {
		texts_check(&missing, &data->lines[i].labels);
		texts_check(&missing, &data->lines[i].notes);
	}
	for (size_t i = 0; i < data->fact_count; i++)
		fact_check(&missing, &data->facts[i]);
	return true;
}

void
clincourse_check_care(
    const struct clincourse_case *course, struct clincourse_diags *diags)
{
	cc_case_care(course->data, &course->terms, &diags->list);
}

/* The page of one figure, thrown away. */
static void
figure_check(const struct clincourse_render *render, const char *id,
    const struct clincourse_case *course, struct cc_diags *diags)
{
	struct clincourse_render one = *render;
	struct cc_page_maker maker;

	if (id != NULL)
		one.figure = (char *)id;
	cc_page_maker_init(&maker, &one, diags);
	cc_page_make(&maker, course);
	cc_page_maker_finish(&maker);
}

/* A list as quiet as another. */
static void
diags_like(struct cc_diags *own, const struct cc_diags *diags)
{
	cc_diags_init(own);
	own->discreet = diags->discreet;
	own->input = diags->input;
	memcpy(own->alias, diags->alias, sizeof own->alias);
}

bool
clincourse_check_picture(const struct clincourse_render *render,
    const struct clincourse_case *course, struct clincourse_diags *diags)
{
	const struct cc_case *data = course->data;
	const guint before = cc_diags_errors(&diags->list);
	struct cc_diags own;

	diags_like(&own, &diags->list);
	/* Without a name the first figure is asked for. */
	figure_check(render, NULL, course, &own);
	for (size_t i = 1; render->figure == NULL && i < data->figure_count;
	     i++)
		if (data->figures[i].id != NULL)
			figure_check(
			    render, data->figures[i].id, course, &own);
	/* What a size has no room for is no mistake of the case, and a machine
	 * without fonts is none either. */
	cc_diags_adopt(&diags->list, &own, CC_ERROR);
	cc_diags_finish(&own);
	return cc_diags_errors(&diags->list) == before;
}
