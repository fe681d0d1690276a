/* Which ink of a picture is of which fact. */
#include "view.h"

#include "layout/mark.h"
#include "mark/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARKS_MOST 32

/* A fill that stands out this much less from the page is none: hollow signs
 * have the page's colour, or a pale one. */
#define SOLID_CONTRAST 1.6

/* ---- the axis ---- */

/* A row without height or ink that is told the axis as all rows are. */
struct watch {
	struct cc_mark mark; /* first: the row's own */
	struct cc_view *view;
};

static void
watch_draw(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_view *view = track->data;

	view->axis = figure->axis;
	view->u = figure->u;
}

static void
watch_measure(struct cc_figure *figure, struct cc_track *track)
{
	(void)figure;
	track->height = 0;
}

static void
watch_place(struct cc_figure *figure, struct cc_track *track)
{
	(void)figure;
	(void)track;
}

static void
watch_collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	cc_figure_add_track(
	    figure, mark, NULL, NULL, ((const struct watch *)mark)->view);
}

static void
marks_watched(
    const struct cc_mark *marks[MARKS_MOST], const struct watch *watch)
{
	size_t count = 0;

	while (cc_marks[count] != NULL) {
		marks[count] = cc_marks[count];
		count++;
		g_assert(count + 2 < MARKS_MOST);
	}
	marks[count] = &watch->mark;
	marks[count + 1] = NULL;
}

/* ---- traces ---- */

/* The rounded box behind the words of a response or a finding, which may
 * stand beside what they name. */
static bool
is_pill(const struct cc_item *item)
{
	return item->op == CC_OP_RECT && item->rect.radius > 0 &&
	       item->role == CC_ROLE_MARK;
}

static bool
is_trace(const struct cc_item *item)
{
	if (is_pill(item))
		return false;
	switch (item->role) {
	case CC_ROLE_BAR:
	case CC_ROLE_MARK:
	case CC_ROLE_WHISKER:
	case CC_ROLE_CURVE:
		return cc_item_is_shape(item);
	case CC_ROLE_PAGE:
	case CC_ROLE_PANEL:
	case CC_ROLE_BAND:
	case CC_ROLE_GRID:
	case CC_ROLE_DIVIDE:
	case CC_ROLE_AXIS:
	case CC_ROLE_FILL:
	case CC_ROLE_STEM:
	case CC_ROLE_BRACKET:
	case CC_ROLE_TEXT:
	case CC_ROLE_IMAGE:
	case CC_ROLE_GROUP:
	case CC_ROLE_COUNT:
		break;
	}
	return false;
}

static bool
is_solid(const struct cc_view *view, const struct cc_item *item)
{
	return (item->role == CC_ROLE_BAR || item->role == CC_ROLE_MARK) &&
	       item->paint.fill != CC_NO_COLOUR &&
	       cc_colour_contrast(item->paint.fill, view->scene.background) >
	           SOLID_CONTRAST;
}

static void
trace_add(const struct cc_view *view, struct cc_trace *trace,
    const struct cc_item *item)
{
	const struct cc_box box = cc_item_box(item);

	trace->left = fmin(trace->left, box.x);
	trace->right = fmax(trace->right, cc_box_right(box));
	if (item->role == CC_ROLE_MARK) {
		trace->first = fmin(trace->first, box.x);
		trace->last = fmax(trace->last, cc_box_right(box));
	}
	if (is_solid(view, item) && !trace->solid) {
		trace->solid = true;
		trace->place = box;
	}
}

/* Of a group "f12" or "f12-2"; NULL: of no fact. */
static struct cc_trace *
trace_of(const struct cc_view *view, const char *id)
{
	unsigned long number;

	if (id == NULL || id[0] != 'f' || !g_ascii_isdigit(id[1]))
		return NULL;
	number = strtoul(id + 1, NULL, 10);
	g_assert(number >= 1 && number <= view->course->data->fact_count);
	return &view->traces[number - 1];
}

static void
say(struct cc_view *view, const char *text)
{
	if (text != NULL)
		g_string_append_printf(view->said, "%s\n", text);
}

static void
traces_find(struct cc_view *view)
{
	struct cc_trace *open[16] = {NULL};
	size_t depth = 0;

	for (size_t i = 0; i < view->scene.count; i++) {
		const struct cc_item *item = &view->scene.items[i];

		if (item->op == CC_OP_GROUP) {
			g_assert(depth + 1 < G_N_ELEMENTS(open));
			open[depth + 1] = trace_of(view, item->group.id);
			depth++;
			say(view, item->group.title);
			if (open[depth] != NULL && !open[depth]->drawn) {
				open[depth]->drawn = true;
				open[depth]->tip = item->group.title;
			}
		} else if (item->op == CC_OP_END) {
			depth--;
		} else if (item->op == CC_OP_TEXT) {
			say(view, item->text.string);
		} else if (open[depth] != NULL && is_trace(item)) {
			trace_add(view, open[depth], item);
		}
	}
}

/* ---- words about a death ---- */

double
cc_view_death(const struct cc_view *view, const struct cc_fact *fact)
{
	const struct cc_fact *death =
	    view->follow->patients[fact->patient].death;
	const struct cc_span *span;

	if (death == NULL || fact == death)
		return NAN;
	span = cc_follow_span(view->follow, death);
	if (!cc_start_is_exact(span, view->follow->exact))
		return NAN;
	return (cc_axis_x(&view->axis, span->earliest_start) +
		   cc_axis_x(&view->axis, span->latest_end)) /
	       2;
}

static const struct cc_fact *
fact_of(const struct cc_view *view, const char *id)
{
	const struct cc_trace *trace = trace_of(view, id);

	return trace == NULL ? NULL
	                     : &view->course->data->facts[trace - view->traces];
}

/* A death has its callout there. */
static bool
is_of_callouts(const struct cc_view *view, size_t row)
{
	int depth = 1;

	for (size_t i = row + 1; i < view->scene.count && depth > 0; i++) {
		const struct cc_item *item = &view->scene.items[i];
		const struct cc_fact *fact = NULL;

		depth += (item->op == CC_OP_GROUP) - (item->op == CC_OP_END);
		if (item->op == CC_OP_GROUP)
			fact = fact_of(view, item->group.id);
		if (fact != NULL && fact->kind == CC_KIND_OUTCOME)
			return true;
	}
	return false;
}

void
cc_view_words(const struct cc_view *view, cc_view_tell *tell, void *to)
{
	const struct cc_fact *open[16] = {NULL};
	bool callouts = false;
	size_t depth = 0;

	for (size_t i = 0; i < view->scene.count; i++) {
		const struct cc_item *item = &view->scene.items[i];

		if (item->op == CC_OP_END) {
			depth--;
		} else if (item->op == CC_OP_GROUP) {
			open[++depth] = fact_of(view, item->group.id);
			if (item->group.kind == CC_GROUP_ROW)
				callouts = is_of_callouts(view, i);
		} else if (item->op == CC_OP_TEXT && open[depth] != NULL &&
			   !callouts) {
			tell(to, open[depth], item);
		}
	}
}

/* ---- the whole ---- */

static bool
lay_out(struct cc_view *view, const char *size)
{
	const struct clincourse *context = view->course->context;
	const struct watch watch = {
	    .mark = {.name = "watch",
		.zone = CC_ZONE_PLOT,
		.collect = watch_collect,
		.measure = watch_measure,
		.place = watch_place,
		.draw = watch_draw},
	    .view = view,
	};
	const struct cc_mark *marks[MARKS_MOST];
	const struct cc_layout_input input = {
	    .course = view->course->data,
	    .follow = view->follow,
	    .terms = &view->course->terms,
	    .words = &view->words,
	    .theme = cc_themes_find(
		context->themes, "light", (struct cc_pos){0}, &view->told),
	    .size = cc_sizes_find(
		context->sizes, size, (struct cc_pos){0}, &view->told),
	    /* One axis a picture. */
	    .options = {.fold = 1},
	    .measure = cc_measure_fixed(),
	    .marks = marks,
	    .tips = true,
	};

	marks_watched(marks, &watch);
	return cc_layout_case(
	    &input, &view->scene, NULL, NULL, NULL, &view->told);
}

void
cc_view_init(struct cc_view *view, const struct clincourse_case *course,
    const char *size, const char *lang)
{
	const size_t count = course->data->fact_count;

	*view = (struct cc_view){.course = course,
	    .follow = course->follow,
	    .said = g_string_new(NULL)};
	cc_diags_init(&view->told);
	cc_arena_init(&view->arena);
	cc_scene_init(&view->scene, &view->arena);
	view->words = (struct cc_words_in){
	    .terms = &course->terms,
	    .course = course->data,
	    .follow = view->follow,
	    .arena = &view->arena,
	};
	cc_words_speak(&view->words, course->context->languages, lang);
	view->traces =
	    cc_arena_new_array(&view->arena, struct cc_trace, count + 1);
	for (size_t i = 0; i < count; i++)
		view->traces[i] = (struct cc_trace){.left = INFINITY,
		    .right = -INFINITY,
		    .first = INFINITY,
		    .last = -INFINITY};
	view->drawn = lay_out(view, size);
	if (view->drawn)
		traces_find(view);
}

void
cc_view_finish(struct cc_view *view)
{
	cc_scene_finish(&view->scene);
	cc_arena_finish(&view->arena);
	cc_diags_finish(&view->told);
	g_string_free(view->said, TRUE);
}
