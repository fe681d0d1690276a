#include "layout/parts.h"

#include <string.h>

#define ELLIPSIS "…"

/* `each` is that of one thing: "for the intent of "ABVD"". NULL: there is only
 * one, which the line names. */
static const struct {
	const char *all, *each;
} words[CC_LOST_COUNT] = {
    [CC_LOST_ROWS] = {"rows", "the row of"},
    [CC_LOST_EVENTS] = {"events that were not serious", "the event"},
    [CC_LOST_PARTS] = {"events", "the event"},
    [CC_LOST_ABBREVIATIONS] = {"abbreviations", "the explanation of"},
    [CC_LOST_CLASSES] = {"what colours of treatments mean",
	"what the colour means of"},
    [CC_LOST_AXIS] = {"relative time on the axis", NULL},
    [CC_LOST_BASELINE] = {"strips of values", "the values of"},
    [CC_LOST_GENETICS] = {"genetics", NULL},
    [CC_LOST_STEPS] = {"doses as the height of bars", "the changing doses of"},
    [CC_LOST_CALLOUTS] = {"callouts of plain events", "the callout of"},
    [CC_LOST_NOTES] = {"notes of callouts", "the note of"},
    [CC_LOST_LISTS] = {"names of things of one day", "all names of the day of"},
    [CC_LOST_DOSES] = {"doses of drugs", "the dose of"},
    [CC_LOST_INTENTS] = {"intents of treatments", "the intent of"},
    [CC_LOST_REASONS] = {"why treatments ended", "the reason for the end of"},
    [CC_LOST_RESULTS] = {"results of procedures", "the result of"},
    [CC_LOST_VALUES] = {"numbers at curves", "a number of"},
    [CC_LOST_SIZES] = {"sizes of lesions", "a size of"},
    [CC_LOST_RESPONSES] = {"codes of responses", "the code of"},
    [CC_LOST_WORDS] = {"words cut short", "all words of"},
};

void
cc_lose_named(struct cc_figure *figure, enum cc_lost what,
    const struct cc_fact *fact, const char *name)
{
	/* A draft gives up what the page may take back; a row that stands
	 * here only again has said on its own page what it lacks. */
	if (figure->draft || (figure->row && figure->row->elsewhere))
		return;
	figure->losses = cc_arena_grow(figure->arena, figure->losses,
	    figure->loss_count, sizeof(*figure->losses));
	figure->losses[figure->loss_count++] =
	    (struct cc_loss){what, fact, name};
}

void
cc_lose(struct cc_figure *figure, enum cc_lost what, const struct cc_fact *fact)
{
	cc_lose_named(figure, what, fact, NULL);
}

static void
lose_row(struct cc_figure *figure, const struct cc_track *track)
{
	enum cc_lost what =
	    track->mark->zone == CC_ZONE_HEAD ? CC_LOST_BASELINE : CC_LOST_ROWS;
	const char *name = cc_track_title(track);
	for (size_t i = 0; i < track->fact_count; i++)
		cc_lose_named(figure, what, track->facts[i], name);
	if (track->fact_count == 0)
		cc_lose_named(figure, what, NULL, name);
}

static void
lose_left(struct cc_figure *figure, const struct cc_track *track)
{
	bool parted = track->given > cc_yield_count(track->mark);
	for (size_t i = 0; i < track->left_count; i++)
		cc_lose(figure, parted ? CC_LOST_PARTS : CC_LOST_EVENTS,
		    track->left[i]);
}

void
cc_lose_rows(struct cc_figure *figure)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (track->handed)
			continue;
		if (track->dropped)
			lose_row(figure, track);
		else
			lose_left(figure, track);
	}
	/* Of several pages the first tells what none has a part for. */
	bool told = figure->in->told || figure->in->options.share.page > 1;
	for (size_t i = 0; !told && figure->in->marks[i]; i++)
		if (figure->in->marks[i]->lose)
			figure->in->marks[i]->lose(figure);
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

/* An ellipsis may be the author's, or what privacy left out: only what was
 * shortened here is cut. Cycles may follow it. */
static bool
was_cut(const struct cc_figure *panels, size_t count, const char *text)
{
	if (!strstr(text, ELLIPSIS))
		return false;
	const char *end = g_strrstr(text, ELLIPSIS);
	g_autofree char *cut =
	    g_strndup(text, (size_t)(end - text) + strlen(ELLIPSIS));
	for (size_t p = 0; p < count; p++)
		if (g_hash_table_contains(panels[p].cuts, cut))
			return true;
	return false;
}

void
cc_lose_cut_words(struct cc_figure *panels, size_t count)
{
	struct cc_figure *figure = &panels[0];
	const struct cc_scene *scene = figure->fore;
	const struct cc_fact *fact = NULL;
	size_t cuts = 0;
	for (size_t p = 0; p < count; p++)
		cuts += g_hash_table_size(panels[p].cuts);
	for (size_t i = 0; i < scene->count && cuts > 0; i++) {
		const struct cc_item *item = &scene->items[i];
		if (item->op == CC_OP_GROUP)
			fact = fact_of(figure, item->group.id);
		else if (item->op == CC_OP_END)
			fact = NULL;
		else if (item->op == CC_OP_TEXT &&
			 was_cut(panels, count, item->text.string))
			cc_lose(figure, CC_LOST_WORDS, fact);
	}
}

const char *
cc_lost_word(enum cc_lost what)
{
	return words[what].all;
}

const char *
cc_lost_each(enum cc_lost what)
{
	return words[what].each;
}

const char *
cc_loss_name(const struct cc_figure *figure, const struct cc_loss *loss)
{
	if (!loss->fact)
		return loss->name;
	return cc_fact_name(figure->words, loss->fact, CC_NAME_SHORT);
}

static void
note_loss(const struct cc_figure *figure, const struct cc_loss *loss)
{
	const char *name = cc_loss_name(figure, loss);
	const char *each = words[loss->what].each;
	struct cc_pos pos = loss->fact ? loss->fact->pos : figure->course->pos;
	if (name && each)
		cc_diag(figure->diags, CC_N401, pos, figure->size->name, each,
		    name);
}

void
cc_losses_note(const struct cc_figure *panels, size_t count)
{
	for (size_t p = 0; p < count; p++)
		for (size_t i = 0; i < panels[p].loss_count; i++)
			note_loss(&panels[p], &panels[p].losses[i]);
}
