/* A slide: its title, then all that the scene paints, in that order. What is
 * one thing is one group, and no group is in another: the first click takes a
 * bar with its words, the second types in it. A group of a row would be what
 * the first click takes. */
#include "output/pptx.h"

#include "output/markup.h"

#include <math.h>

#define TITLE_FULL 0.97 /* of a line: beyond it other programs break it */

static struct cc_piece *
piece_at(const struct cc_thing *thing, guint index)
{
	return &g_array_index(thing->pieces, struct cc_piece, index);
}

static struct cc_box
thing_box(const struct cc_slide *slide, const struct cc_thing *thing)
{
	struct cc_box box = cc_slide_box(slide, piece_at(thing, 0));

	for (guint i = 1; i < thing->pieces->len; i++) {
		const struct cc_box own =
		    cc_slide_box(slide, piece_at(thing, i));
		const double right = MAX(cc_box_right(box), cc_box_right(own));
		const double bottom =
		    MAX(cc_box_bottom(box), cc_box_bottom(own));

		box.x = MIN(box.x, own.x);
		box.y = MIN(box.y, own.y);
		box.width = right - box.x;
		box.height = bottom - box.y;
	}
	return box;
}

/* What speaks for a thing: its words in a shape, else what it is drawn as, else
 * a line to it, else its words. So many points has a piece. */
static int
piece_rank(const struct cc_piece *piece)
{
	if (piece->shape == NULL)
		return 0;
	if (piece->words.count > 0)
		return 3;
	switch ((int)piece->shape->role) {
	case CC_ROLE_STEM:
	case CC_ROLE_WHISKER:
		return 1;
	}
	return 2;
}

static guint
thing_main(const struct cc_thing *thing)
{
	guint best = 0;

	for (guint i = 1; i < thing->pieces->len; i++)
		if (piece_rank(piece_at(thing, i)) >
		    piece_rank(piece_at(thing, best)))
			best = i;
	return best;
}

static const enum cc_shape_name role_names[] = {
    [CC_ROLE_PAGE] = CC_SHAPE_AREA,
    [CC_ROLE_PANEL] = CC_SHAPE_AREA,
    [CC_ROLE_BAND] = CC_SHAPE_AREA,
    [CC_ROLE_GRID] = CC_SHAPE_LINE,
    [CC_ROLE_DIVIDE] = CC_SHAPE_LINE,
    [CC_ROLE_AXIS] = CC_SHAPE_LINE,
    [CC_ROLE_FILL] = CC_SHAPE_AREA,
    [CC_ROLE_BAR] = CC_SHAPE_BAR,
    [CC_ROLE_CURVE] = CC_SHAPE_LINE,
    [CC_ROLE_STEM] = CC_SHAPE_LINE,
    [CC_ROLE_WHISKER] = CC_SHAPE_LINE,
    [CC_ROLE_BRACKET] = CC_SHAPE_LINE,
    [CC_ROLE_MARK] = CC_SHAPE_SIGN,
    [CC_ROLE_TEXT] = CC_SHAPE_SIGN,
    [CC_ROLE_IMAGE] = CC_SHAPE_IMAGE,
    [CC_ROLE_GROUP] = CC_SHAPE_SIGN,
};
G_STATIC_ASSERT(G_N_ELEMENTS(role_names) == CC_ROLE_COUNT);

static enum cc_shape_name
group_name(enum cc_group_kind kind)
{
	switch (kind) {
	case CC_GROUP_TITLE:
		return CC_SHAPE_TITLE;
	case CC_GROUP_BACKDROP:
		return CC_SHAPE_BACKDROP;
	case CC_GROUP_AXIS:
		return CC_SHAPE_AXIS;
	case CC_GROUP_LEGEND:
		return CC_SHAPE_LEGEND;
	case CC_GROUP_PANEL:
	case CC_GROUP_ROW:
	case CC_GROUP_FACT:
	case CC_GROUP_ENTRY:
	case CC_GROUP_KIND_COUNT:
		break;
	}
	return CC_SHAPE_SIGN;
}

/* Its words; a shape without any is called by what it is. */
static void
piece_write(struct cc_slide *slide, const struct cc_piece *piece,
    const char *about, bool decorative)
{
	const bool image =
	    piece->shape != NULL && piece->shape->op == CC_OP_IMAGE;
	g_autofree char *words = cc_block_name(piece->words);
	const struct cc_naming naming = {
	    .name = *words != '\0'
	                ? words
	                : cc_slide_word(slide, role_names[piece->shape->role]),
	    .about = image ? piece->shape->image.alt : about,
	    .decorative = decorative && *words == '\0' && !image,
	};

	cc_slide_piece(slide, piece, naming);
}

static bool
has_letter(const char *words)
{
	for (; *words != '\0'; words = g_utf8_next_char(words))
		if (g_unichar_isalpha(g_utf8_get_char(words)))
			return true;
	return false;
}

/* Its words, where they are of one place and more than a number; else what it
 * is said to be. */
static char *
fact_name(const struct cc_slide *slide, const struct cc_thing *thing,
    const struct cc_group *group)
{
	g_autofree char *words = cc_block_name((struct cc_block){
	    .texts = thing->texts, .count = thing->text_count});
	guint places = 0;

	for (guint i = 0; i < thing->pieces->len; i++)
		places += piece_at(thing, i)->words.count > 0;
	if ((places == 1 && has_letter(words)) ||
	    (places > 0 && group->title == NULL))
		return g_steal_pointer(&words);
	return g_strdup(group->title != NULL
			    ? group->title
			    : cc_slide_word(slide, group_name(group->kind)));
}

static void
fact_write(struct cc_slide *slide, const struct cc_thing *thing,
    const struct cc_group *group)
{
	const guint main = thing_main(thing);
	g_autofree char *name = fact_name(slide, thing, group);
	const struct cc_naming naming = {.name = name, .about = group->title};

	if (thing->pieces->len == 1) {
		cc_slide_piece(slide, piece_at(thing, 0), naming);
		return;
	}
	cc_slide_group(slide, thing_box(slide, thing), naming);
	for (guint i = 0; i < thing->pieces->len; i++)
		piece_write(slide, piece_at(thing, i),
		    i == main ? group->title : NULL, i != main);
	cc_slide_group_end(slide);
}

/* A part of the figure that is in the way of nobody who edits it. */
static void
part_write(struct cc_slide *slide, const struct cc_thing *thing,
    const struct cc_group *group)
{
	const struct cc_naming naming = {
	    .name = cc_slide_word(slide, group_name(group->kind)),
	    .decorative = thing->text_count == 0,
	};

	/* A group of one is a click too many. */
	if (thing->pieces->len == 1) {
		cc_slide_piece(slide, piece_at(thing, 0), naming);
		return;
	}
	cc_slide_group(slide, thing_box(slide, thing), naming);
	for (guint i = 0; i < thing->pieces->len; i++)
		piece_write(slide, piece_at(thing, i), NULL, true);
	cc_slide_group_end(slide);
}

static void
loose_write(struct cc_slide *slide, const struct cc_thing *thing)
{
	for (guint i = 0; i < thing->pieces->len; i++)
		piece_write(slide, piece_at(thing, i), NULL, true);
}

/* So many items from the `first` on, of a kind of group; NULL: of none. */
static void
items_write(struct cc_slide *slide, const struct cc_group *group, size_t first,
    size_t count)
{
	struct cc_thing thing;

	cc_thing_init(&thing, slide, first, count);
	if (thing.pieces->len == 0)
		;
	else if (group == NULL)
		loose_write(slide, &thing);
	else if (group->kind == CC_GROUP_FACT)
		fact_write(slide, &thing, group);
	else
		part_write(slide, &thing, group);
	cc_thing_finish(&thing);
}

static void
title_begin(struct cc_slide *slide, struct cc_box box)
{
	const struct cc_naming naming = {
	    .name = cc_slide_word(slide, CC_SHAPE_TITLE)};

	g_string_append(slide->to, "<p:sp><p:nvSpPr>");
	cc_slide_name(slide, naming);
	g_string_append(slide->to,
	    "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>"
	    "<p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>");
	cc_slide_frame(slide, box, "");
	g_string_append(slide->to, "</p:spPr>");
}

/* To the slide's edge, and beyond where the words all but fill a line. */
static void
title_write(struct cc_slide *slide, struct cc_block words)
{
	struct cc_box box = cc_block_box(words);

	box.width =
	    MAX(slide->page->scene->width - box.x, box.width / TITLE_FULL);
	title_begin(slide, box);
	cc_slide_title_body(slide, words);
	g_string_append(slide->to, "</p:sp>");
}

#define HIDDEN_HEIGHT 40.0 /* [pt] */

/* A slide of a figure without a title has one all the same, above its edge:
 * lists of slides call it by that, and it is read aloud. */
void
cc_slide_hide_title(struct cc_slide *slide)
{
	const struct cc_page *page = slide->page;
	const double height = HIDDEN_HEIGHT / page->scene->unit;
	const struct cc_box box = {
	    0, -height * 1.5, page->scene->width, height};

	title_begin(slide, box);
	cc_slide_plain_body(
	    slide, *page->title != '\0' ? page->title : page->case_id);
	g_string_append(slide->to, "</p:sp>");
}

/* How many of the items are the lines of the page's title. */
static size_t
title_count(
    const struct cc_page *page, const struct cc_item *items, size_t count)
{
	size_t lines = 0;

	if (*page->title == '\0')
		return 0;
	while (lines < count && items[lines].op == CC_OP_TEXT &&
	       items[lines].text.size == items[0].text.size &&
	       items[lines].text.bold == items[0].text.bold)
		lines++;
	return lines;
}

/* The index of the END of a group. */
static size_t
group_end(const struct cc_scene *scene, size_t index)
{
	int depth = 0;

	for (;; index++) {
		depth += scene->items[index].op == CC_OP_GROUP;
		depth -= scene->items[index].op == CC_OP_END;
		if (depth == 0)
			return index;
	}
}

static void
titles_write(struct cc_slide *slide, size_t first, size_t count)
{
	const struct cc_item *items = slide->page->scene->items + first;
	const size_t lines = title_count(slide->page, items, count);
	g_autofree const struct cc_item **texts =
	    g_new(const struct cc_item *, lines + 1);

	for (size_t i = 0; i < lines; i++)
		texts[i] = &items[i];
	if (lines > 0)
		title_write(
		    slide, (struct cc_block){texts, lines, items->text.anchor});
	else
		cc_slide_hide_title(slide);
	items_write(slide, NULL, first + lines, count - lines);
}

static bool
is_one(const struct cc_item *group)
{
	switch (group->group.kind) {
	case CC_GROUP_FACT:
	case CC_GROUP_BACKDROP:
	case CC_GROUP_AXIS:
	case CC_GROUP_LEGEND:
		return true;
	case CC_GROUP_TITLE:
	case CC_GROUP_PANEL:
	case CC_GROUP_ROW:
	case CC_GROUP_ENTRY:
	case CC_GROUP_KIND_COUNT:
		break;
	}
	return false;
}

/* From `index` to the next group, its begin or end. */
static size_t
loose_end(const struct cc_scene *scene, size_t index)
{
	while (index < scene->count && scene->items[index].op != CC_OP_GROUP &&
	       scene->items[index].op != CC_OP_END)
		index++;
	return index;
}

static void
scene_write(struct cc_slide *slide, size_t from)
{
	const struct cc_scene *scene = slide->page->scene;
	size_t i = from, end;

	while (i < scene->count) {
		const struct cc_item *item = &scene->items[i];

		if (item->op == CC_OP_GROUP && is_one(item)) {
			end = group_end(scene, i);
			items_write(slide, &item->group, i + 1, end - i - 1);
			i = end + 1;
		} else if (item->op == CC_OP_GROUP || item->op == CC_OP_END) {
			i++;
		} else {
			end = loose_end(scene, i);
			items_write(slide, NULL, i, end - i);
			i = end;
		}
	}
}

/* The page's title comes first, whatever is painted. */
static size_t
first_write(struct cc_slide *slide)
{
	const struct cc_scene *scene = slide->page->scene;
	const struct cc_item *first = scene->items;
	size_t end;

	if (scene->count == 0 || first->op != CC_OP_GROUP ||
	    first->group.kind != CC_GROUP_TITLE) {
		cc_slide_hide_title(slide);
		return 0;
	}
	end = group_end(scene, 0);
	titles_write(slide, 1, end - 1);
	return end + 1;
}

void
cc_slide_begin(struct cc_slide *slide)
{
	g_string_append(slide->to,
	    CC_PART_HEAD "<p:sld" CC_PART_SPACES "><p:cSld><p:bg><p:bgPr>");
	cc_slide_fill(slide, slide->page->scene->background);
	g_string_append(
	    slide->to, "<a:effectLst/></p:bgPr></p:bg>" CC_TREE_HEAD);
	slide->id = 1;
}

void
cc_slide_end(struct cc_slide *slide)
{
	g_string_append(slide->to,
	    "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
	    "</p:clrMapOvr></p:sld>\n");
}

void
cc_slide_write(struct cc_slide *slide)
{
	const struct cc_scene *scene = slide->page->scene;

	slide->ties = cc_text_ties_find(scene->arena, scene);
	cc_slide_begin(slide);
	scene_write(slide, first_write(slide));
	cc_slide_end(slide);
}
