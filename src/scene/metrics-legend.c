/* The legend's entries: two that look alike, and signs that the picture lacks.
 */
#include "scene/shape.h"
#include "scene/survey.h"

#include <math.h>
#include <string.h>

/* The items of an entry, from its GROUP to its END; the last text says what it
 * means. An abbreviation is its own sign: it is none of these. */
struct entry {
	guint first, end;
};

static bool
same_paint(const struct cc_paint *a, const struct cc_paint *b)
{
	return a->fill == b->fill && a->stroke == b->stroke &&
	       (a->dash[0] > 0) == (b->dash[0] > 0) && a->fade == b->fade;
}

static bool
is_turned(double was, double is)
{
	return fabs(was) > 0.1 && fabs(is) > 0.1 && was * is < 0;
}

/* A triangle up is none down. */
bool
cc_survey_same_way(const struct cc_item *a, const struct cc_item *b)
{
	if (a->op != CC_OP_PATH)
		return true;
	for (size_t i = 1; i < a->path.count; i++) {
		const struct cc_segment *one = &a->path.segments[i];
		const struct cc_segment *two = &b->path.segments[i];

		if (one->op == CC_LINE &&
		    (is_turned(one->point[0].x - one[-1].point[0].x,
			 two->point[0].x - two[-1].point[0].x) ||
			is_turned(one->point[0].y - one[-1].point[0].y,
			    two->point[0].y - two[-1].point[0].y)))
			return false;
	}
	return true;
}

bool
cc_survey_same_form(const struct cc_item *a, const struct cc_item *b)
{
	if (a->op != b->op)
		return false;
	if (a->op != CC_OP_PATH)
		return true;
	if (a->path.count != b->path.count)
		return false;
	for (size_t i = 0; i < a->path.count; i++)
		if (a->path.segments[i].op != b->path.segments[i].op)
			return false;
	return true;
}

bool
cc_survey_same_sign(const struct cc_item *a, const struct cc_item *b)
{
	if (!cc_survey_same_form(a, b))
		return false;
	if (a->op == CC_OP_TEXT)
		return strcmp(a->text.string, b->text.string) == 0;
	return !cc_item_is_shape(a) || same_paint(&a->paint, &b->paint);
}

static bool
same_entry(const struct cc_survey *survey, struct entry a, struct entry b)
{
	if (a.end - a.first != b.end - b.first)
		return false;
	/* All but what it means. */
	for (guint i = 1; i + 1 < a.end - a.first; i++) {
		const struct cc_item *one = cc_survey_item(survey, a.first + i);
		const struct cc_item *two = cc_survey_item(survey, b.first + i);

		if (!cc_survey_same_sign(one, two) ||
		    !cc_survey_same_way(one, two))
			return false;
	}
	return true;
}

static GArray *
list_entries(const struct cc_survey *survey)
{
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct entry));

	for (guint i = 0; i < survey->scene->count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);
		struct entry entry = {i, i};
		bool drawn = false;

		if (item->op != CC_OP_GROUP ||
		    item->group.kind != CC_GROUP_ENTRY)
			continue;
		while (cc_survey_item(survey, ++entry.end)->op != CC_OP_END)
			drawn |=
			    cc_survey_item(survey, entry.end)->op != CC_OP_TEXT;
		if (drawn)
			g_array_append_val(entries, entry);
	}
	return entries;
}

static bool
is_in_picture(
    const struct cc_survey *survey, const struct cc_item *sign, guint legend)
{
	for (guint i = 0; i < legend; i++)
		if (cc_survey_same_sign(cc_survey_item(survey, i), sign))
			return true;
	return false;
}

/* Bars there stand for any bar, and lines for any line: their colours are
 * nobody's. */
static bool
is_sign(const struct cc_item *item)
{
	return item->role == CC_ROLE_MARK && cc_item_is_shape(item);
}

void
cc_survey_legend(struct cc_survey *survey)
{
	g_autoptr(GArray) entries = list_entries(survey);

	for (guint i = 0; i < entries->len; i++) {
		const struct entry entry =
		    g_array_index(entries, struct entry, i);
		const struct cc_item *sign =
		    cc_survey_item(survey, entry.first + 1);
		const guint words = entry.end - 1;
		const guint legend =
		    g_array_index(entries, struct entry, 0).first;

		for (guint k = 0; k < i; k++) {
			const struct entry other =
			    g_array_index(entries, struct entry, k);

			if (same_entry(survey, entry, other))
				cc_survey_fault(survey, CC_FAULT_ENTRY_ENTRY,
				    words, other.end - 1, (struct cc_box){0});
		}
		if (is_sign(sign) && !is_in_picture(survey, sign, legend))
			cc_survey_fault(survey, CC_FAULT_ENTRY_NONE, words,
			    words, (struct cc_box){0});
	}
}
