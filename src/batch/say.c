/* What the supervisor says, and what it means for its exit status. */
#include "batch/supervisor.h"

#include <stdio.h>

void
cc_super_worse(struct cc_supervisor *it, int code)
{
	it->code = MAX(it->code, code);
}

void
cc_super_stop(struct cc_supervisor *it, int code)
{
	cc_super_worse(it, code);
	it->stopped = true;
}

void
cc_super_say(struct cc_supervisor *it, const char *text)
{
	if (*text == '\0')
		return;
	cc_progress_clear(&it->progress);
	fputs(text, stderr);
}

/* As its way has it, nothing of a file is repeated. */
static void
turn_apply(struct cc_supervisor *it)
{
	struct cc_diags *diags = &it->diags;

	diags->discreet = it->turn.way != NULL && it->turn.way->discreet;
	diags->input = it->turn.input;
	g_snprintf(diags->alias, sizeof diags->alias,
	    "input-%" G_GUINT64_FORMAT, it->turn.number);
}

struct cc_turn
cc_super_turn(struct cc_supervisor *it, struct cc_turn turn)
{
	const struct cc_turn before = it->turn;

	it->turn = turn;
	turn_apply(it);
	return before;
}

void
cc_super_report(struct cc_supervisor *it)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (it->diags.list->len == 0)
		return;
	if (it->batch->text == CLINCOURSE_DIAGS_COLOUR)
		cc_diags_coloured(&it->diags, CC_WARNING, text);
	else
		cc_diags_text(&it->diags, CC_WARNING, text);
	cc_super_say(it, text->str);
	if (it->diags.count[CC_FATAL] > 0)
		cc_super_worse(it, CC_SUPER_ENVIRONMENT);
	else if (it->diags.count[CC_ERROR] > 0)
		cc_super_worse(it, CC_SUPER_REFUSED);
	cc_diags_finish(&it->diags);
	cc_diags_init(&it->diags);
	turn_apply(it);
}
