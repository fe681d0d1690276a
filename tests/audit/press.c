#include "press.h"

bool
cc_press_init(struct cc_press *press)
{
	*press = (struct cc_press){.diags = clincourse_diags_create()};
	press->context = clincourse_create(NULL, press->diags);
	press->text = g_string_new(NULL);
	cc_arena_init(&press->arena);
	return press->context != NULL;
}

void
cc_press_finish(struct cc_press *press)
{
	clincourse_destroy(press->context);
	clincourse_diags_destroy(press->diags);
	g_string_free(press->text, TRUE);
	cc_arena_finish(&press->arena);
}

/* Reads what press->text holds. */
static const struct clincourse_case *
read_text(struct cc_press *press)
{
	struct cc_diags diags;
	const struct cc_element *root;
	bool refused;

	cc_diags_init(&diags);
	cc_arena_reset(&press->arena);
	press->source = (struct cc_source){
	    .name = "generated",
	    .bytes = press->text->str,
	    .length = press->text->len,
	    .first_line = 1,
	};
	press->course = (struct clincourse_case){.context = press->context};
	root = cc_xml_read(
	    &press->arena, &press->source, CC_CASE_NAMESPACE, "case", &diags);
	if (root != NULL)
		press->course.data = cc_case_read(
		    &press->arena, root, press->context->vocab, &diags);
	refused = press->course.data == NULL || cc_diags_errors(&diags) > 0;
	cc_diags_finish(&diags);
	if (refused)
		return NULL;
	cc_terms_init(&press->course.terms, &press->arena,
	    press->context->vocab, press->course.data);
	press->course.follow = cc_follow_create(
	    &press->arena, press->course.data, &press->course.terms);
	return &press->course;
}

const struct clincourse_case *
cc_press_case(struct cc_press *press, const struct cc_knobs *knobs)
{
	g_string_truncate(press->text, 0);
	cc_case_generate(knobs, press->text);
	return read_text(press);
}

const struct clincourse_case *
cc_press_text(struct cc_press *press, const char *text, size_t length)
{
	g_string_truncate(press->text, 0);
	g_string_append_len(press->text, text, (gssize)length);
	return read_text(press);
}
