/* What the <figure>s of a case ask for, as it is read: a look, a size, a
 * language or a track that there is not is a mistake of the file, whether or
 * not somebody draws it, and whatever else is wrong there. */
#include "api/context.h"

#include "mark/marks.h"

static struct cc_pos
place_of(
    const struct cc_element *element, const char *attribute, struct cc_pos pos)
{
	const struct cc_attribute *at =
	    cc_element_attribute(element, attribute);

	return at != NULL ? at->pos : pos;
}

static void
check_figure(const struct clincourse_case *course,
    const struct cc_element *element, const struct cc_figure_options *figure,
    struct cc_diags *diags)
{
	const struct clincourse *context = course->context;
	const struct cc_layout_input input = {
	    .course = course->data,
	    .terms = &course->terms,
	    .marks = cc_marks,
	};

	if (figure->theme != NULL)
		cc_themes_find(context->themes, figure->theme,
		    place_of(element, "theme", figure->pos), diags);
	if (figure->size != NULL)
		cc_sizes_find(context->sizes, figure->size,
		    place_of(element, "size", figure->pos), diags);
	if (figure->lang != NULL)
		cc_context_speaks(context, figure->lang,
		    place_of(element, "lang", figure->pos), diags);
	cc_tracks_check(&input, &figure->tracks, diags);
}

void
cc_figures_check(const struct clincourse_case *course,
    const struct cc_element *root, struct cc_diags *diags)
{
	const struct cc_case *data = course->data;
	size_t at = 0;

	/* By their places: one may have been read by another name. */
	for (const struct cc_element *child = root->first;
	     child != NULL && at < data->figure_count; child = child->next)
		if (child->pos.at == data->figures[at].pos.at)
			check_figure(
			    course, child, &data->figures[at++], diags);
}
