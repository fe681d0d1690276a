/* Whether the fonts have the letters of a page. */
#include "api/context.h"

#include <string.h>

/* Where the case's file first has one of the letters that are missing. */
static struct cc_pos
letter_pos(struct cc_fonts *fonts, struct cc_pos course, const char *string)
{
	const struct cc_source *source = course.source;
	const char *p, *next, *found;

	if (source == NULL)
		return course;
	for (p = string; *p != '\0'; p = next) {
		char letter[8] = "";

		next = g_utf8_next_char(p);
		memcpy(letter, p, (size_t)(next - p));
		if (cc_fonts_missing(fonts, letter, NULL) == 0)
			continue;
		found = memmem(source->bytes + course.at,
		    source->length - course.at, letter, strlen(letter));
		if (found == NULL)
			continue;
		return (struct cc_pos){source,
		    (uint32_t)(found - source->bytes), (uint32_t)(next - p)};
	}
	return course;
}

void
cc_page_respell(struct cc_page_maker *maker)
{
	size_t i;

	for (i = 0; i < maker->scene.count; i++) {
		struct cc_item *item = &maker->scene.items[i];
		g_autofree char *plain = NULL;

		if (item->op != CC_OP_TEXT)
			continue;
		plain = cc_fonts_respell(maker->fonts, item->text.string);
		if (plain != NULL)
			item->text.string =
			    cc_arena_strdup(&maker->arena, plain);
	}
}

bool
cc_page_letters_there(
    const struct cc_page_maker *maker, const struct cc_case *course)
{
	bool there = true;
	size_t i;

	for (i = 0; i < maker->scene.count; i++) {
		const struct cc_item *item = &maker->scene.items[i];
		g_autoptr(GString) missing = NULL;

		if (item->op != CC_OP_TEXT || cc_fonts_missing(maker->fonts,
						  item->text.string, NULL) == 0)
			continue;
		missing = g_string_new(NULL);
		cc_fonts_missing(maker->fonts, item->text.string, missing);
		cc_diag(maker->diags, CC_E479,
		    letter_pos(maker->fonts, course->pos, item->text.string),
		    missing->str);
		there = false;
	}
	return there;
}
