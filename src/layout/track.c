/* Rows as marks add them: what is in them, and what of it another page has. */
#include "layout/parts.h"

#include <string.h>

#define SOFT_HYPHEN "\u00AD"

/* The bytes of a name that may end a line; it is kept without the hyphen that
 * tells. */
static void
part_name(struct cc_figure *figure, struct cc_track *track)
{
	const char *name = track->name;
	const char *part = name ? strstr(name, SOFT_HYPHEN) : NULL;
	if (!part)
		return;
	track->name_part = (size_t)(part - name);
	track->name = cc_arena_join(figure->arena,
	    cc_arena_strndup(figure->arena, name, track->name_part),
	    part + strlen(SOFT_HYPHEN), NULL);
}

/* Of several pages each has its share of the rows; of one that goes on, what
 * the page before left. */
static void
find_share(struct cc_figure *figure, struct cc_track *track)
{
	const struct cc_layout_share *share = &figure->in->options.share;
	track->elsewhere = share->left != NULL;
	for (size_t i = 0; i < share->left_count; i++) {
		if (share->left[i].row != track->number)
			continue;
		track->elsewhere = false;
		track->continued = share->left[i].fact != NULL;
		break;
	}
	if (track->continued)
		track->name = cc_say_with(
		    figure->words, CC_MSG_CONTINUED, "name", track->name, NULL);
}

struct cc_track *
cc_figure_add_track(struct cc_figure *figure, const struct cc_mark *mark,
    const char *name, const char *sub, void *data)
{
	struct cc_track *track = cc_arena_new(figure->arena, struct cc_track);
	*track = (struct cc_track){
	    .mark = mark, .name = name, .sub = sub, .rule = true, .data = data};
	part_name(figure, track);
	g_ptr_array_add(figure->tracks, track);
	track->number = (int)figure->tracks->len;
	find_share(figure, track);
	return track;
}

const char *
cc_track_title(const struct cc_track *track)
{
	return track->own_name ? track->own_name
	       : track->name   ? track->name
	                       : track->mark->name;
}

size_t
cc_yield_count(const struct cc_mark *mark)
{
	size_t n = 0;
	while (mark->yields[n] != CC_YIELD_NOTHING)
		n++;
	return n;
}

void
cc_track_hold(struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact)
{
	track->facts = cc_arena_grow(figure->arena, track->facts,
	    track->fact_count, sizeof(*track->facts));
	track->facts[track->fact_count++] = fact;
}

bool
cc_track_has(const struct cc_figure *figure, const struct cc_track *track,
    const struct cc_fact *fact)
{
	return !track->continued ||
	       figure->left_of[fact->index] == track->number;
}

void
cc_track_leave(struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact)
{
	track->left = cc_arena_grow(figure->arena, track->left,
	    track->left_count, sizeof(*track->left));
	track->left[track->left_count++] = fact;
}

size_t
cc_parts_stay(size_t count, size_t left)
{
	for (; left > 0 && count > 1; left--)
		count -= MAX(count / 4, 1);
	return count;
}

size_t
cc_parts_count(size_t count)
{
	size_t parts = 0;
	while (parts < CC_PARTS_MOST && cc_parts_stay(count, parts) > 1)
		parts++;
	return parts;
}

void
cc_shares_find(struct cc_figure *figure)
{
	const struct cc_layout_share *share = &figure->in->options.share;
	figure->left_of =
	    cc_arena_new_array(figure->arena, int, figure->course->fact_count);
	for (size_t i = 0; i < share->left_count; i++) {
		const struct cc_layout_left *left = &share->left[i];
		if (left->fact)
			figure->left_of[left->fact->index] = left->row;
	}
}

void
cc_shares_keep(struct cc_figure *figure)
{
	guint kept = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (!track->elsewhere || track->mark->again)
			figure->tracks->pdata[kept++] = track;
	}
	g_ptr_array_set_size(figure->tracks, (int)kept);
}
