#include "layout/mark.h"

#include <string.h>

#define ELLIPSIS "…"

void
cc_lose(struct cc_figure *figure, enum cc_lost what, const struct cc_fact *fact)
{
	/* A draft gives up what the page may take back. */
	if (figure->draft)
		return;
	figure->losses = cc_arena_grow(figure->arena, figure->losses,
	    figure->loss_count, sizeof(*figure->losses));
	figure->losses[figure->loss_count++] = (struct cc_loss){what, fact};
}

static bool
has_ellipsis(const struct cc_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strstr(texts->item[i].text, ELLIPSIS))
			return true;
	return false;
}

/* A group of a fact has its number: "f12", "f12-2". */
static const struct cc_fact *
fact_of(const struct cc_figure *figure, const char *id)
{
	if (!id || id[0] != 'f')
		return NULL;
	guint64 n = g_ascii_strtoull(id + 1, NULL, 10);
	return n > 0 && n <= figure->course->fact_count
	           ? &figure->course->facts[n - 1]
	           : NULL;
}

void
cc_lose_cut_words(struct cc_figure *figure)
{
	const struct cc_scene *scene = figure->fore;
	const struct cc_fact *fact = NULL;
	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		if (item->op == CC_OP_GROUP)
			fact = fact_of(figure, item->group.id);
		else if (item->op == CC_OP_END)
			fact = NULL;
		if (item->op != CC_OP_TEXT ||
		    !strstr(item->text.string, ELLIPSIS))
			continue;
		/* The author's own. */
		if (fact && (has_ellipsis(&fact->labels) ||
				has_ellipsis(&fact->notes)))
			continue;
		cc_lose(figure, CC_LOST_WORDS, fact);
	}
}

static const char *const words[CC_LOST_COUNT] = {
    [CC_LOST_CALLOUTS] = "callouts of plain events",
    [CC_LOST_NOTES] = "notes of callouts",
    [CC_LOST_LISTS] = "names of things of one day",
    [CC_LOST_DOSES] = "doses of drugs",
    [CC_LOST_INTENTS] = "intents of treatments",
    [CC_LOST_RESULTS] = "results of procedures",
    [CC_LOST_VALUES] = "numbers at curves",
    [CC_LOST_SIZES] = "sizes of lesions",
    [CC_LOST_WORDS] = "words cut short",
};

const char *
cc_lost_word(enum cc_lost what)
{
	return words[what];
}

const char *
cc_lost_words(struct cc_arena *arena, const struct cc_figure *figures,
    size_t count, enum cc_lost what)
{
	size_t lost = 0;
	for (size_t p = 0; p < count; p++)
		for (size_t i = 0; i < figures[p].loss_count; i++)
			lost += figures[p].losses[i].what == what;
	return lost > 0 ? cc_arena_printf(arena, "%s (%zu)", words[what], lost)
	                : NULL;
}
