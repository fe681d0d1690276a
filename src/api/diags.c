/* The public face of the list of diagnostics. */
#include "api/context.h"

G_STATIC_ASSERT((int)CLINCOURSE_NOTE == (int)CC_NOTE);
G_STATIC_ASSERT((int)CLINCOURSE_WARNING == (int)CC_WARNING);
G_STATIC_ASSERT((int)CLINCOURSE_ERROR == (int)CC_ERROR);
G_STATIC_ASSERT((int)CLINCOURSE_FATAL == (int)CC_FATAL);

/* Of one severity in one case; nobody reads beyond this many, and a hostile
 * file may have a million. The rest is counted and told. */
#define DIAGS_MOST 1000

struct clincourse_diags *
clincourse_diags_create(void)
{
	struct clincourse_diags *diags = g_new0(struct clincourse_diags, 1);

	cc_diags_init(&diags->list);
	diags->list.limit = DIAGS_MOST;
	return diags;
}

void
clincourse_diags_destroy(struct clincourse_diags *diags)
{
	if (diags == NULL)
		return;
	cc_diags_finish(&diags->list);
	g_free(diags->input);
	g_free(diags);
}

void
clincourse_diags_strict(struct clincourse_diags *diags)
{
	diags->list.strict = true;
}

void
clincourse_diags_discreet(struct clincourse_diags *diags, size_t first)
{
	diags->list.discreet = true;
	diags->next_input = first;
}

void
cc_diags_input(struct clincourse_diags *diags, const char *path)
{
	struct cc_diags *list = &diags->list;

	if (!list->discreet)
		return;
	g_free(diags->input);
	diags->input = g_strdup(path);
	list->input = diags->input;
	g_snprintf(
	    list->alias, sizeof list->alias, "input-%zu", diags->next_input++);
}

size_t
clincourse_diags_count(
    const struct clincourse_diags *diags, enum clincourse_severity least)
{
	size_t count = 0;
	int severity;

	for (severity = (int)least; severity <= CC_FATAL; severity++)
		count += diags->list.count[severity];
	return count;
}

guint
cc_diags_errors(const struct cc_diags *diags)
{
	return diags->count[CC_ERROR] + diags->count[CC_FATAL];
}

char *
clincourse_diags_text(struct clincourse_diags *diags,
    enum clincourse_diags_format format, enum clincourse_severity least)
{
	GString *text = g_string_new(NULL);

	cc_diags_section(&diags->list);
	cc_diags_sort(&diags->list);
	if (format == CLINCOURSE_DIAGS_JSON)
		cc_diags_json(&diags->list, text);
	else if (format == CLINCOURSE_DIAGS_COLOUR)
		cc_diags_coloured(
		    &diags->list, (enum cc_severity)least, text);
	else
		cc_diags_text(&diags->list, (enum cc_severity)least, text);
	return g_string_free(text, FALSE);
}
