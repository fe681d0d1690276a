/* What marks use of a figure: types, words, claims, reach. */
#include "base/number.h"
#include "layout/parts.h"
#include "model/interval.h"
#include "place/lanes.h"

#include <math.h>
#include <string.h>

double
cc_type_size(const struct cc_figure *figure, enum cc_type_role type)
{
	return figure->size->type[type];
}

cc_colour
cc_ink(const struct cc_figure *figure, enum cc_colour_role role)
{
	return cc_theme_colour(figure->theme, role);
}

cc_colour
cc_ink_on(const struct cc_figure *figure, cc_colour ground, cc_colour other)
{
	return cc_theme_text_on(figure->theme, ground, other);
}

bool
cc_yielded(const struct cc_figure *figure, enum cc_yield yield)
{
	const struct cc_track *row = figure->row;
	size_t n = 0;
	while (row->mark->yields[n] != yield) {
		g_assert(row->mark->yields[n] != CC_YIELD_NOTHING);
		n++;
	}
	return n < row->given;
}

size_t
cc_row_parted(const struct cc_figure *figure)
{
	const struct cc_track *row = figure->row;
	size_t yields = cc_yield_count(row->mark);
	return row->given > yields ? row->given - yields : 0;
}

bool
cc_page_yielded(const struct cc_figure *figure, enum cc_yield yield)
{
	return figure->given >> yield & 1;
}

double
cc_lane(const struct cc_figure *figure, double loose, double tight)
{
	return figure->u * (cc_yielded(figure, CC_YIELD_LANES) ? tight : loose);
}

double
cc_lane_of_names(const struct cc_figure *figure, double loose, double tight)
{
	double least = 1.16 * cc_type_size(figure, CC_TYPE_NAME);
	return fmin(
	    loose * figure->u, fmax(cc_lane(figure, loose, tight), least));
}

double
cc_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold)
{
	return cc_measure_text(
	    figure->in->measure, text, cc_type_size(figure, type), bold);
}

void
cc_explain_signs(
    struct cc_figure *figure, const struct cc_fact *fact, const char *text)
{
	unsigned doubt = figure->follow->doubts[fact->index];
	if ((doubt & CC_DOUBT_APPROXIMATE) && strchr(text, '~'))
		cc_figure_legend(figure, CC_LEGEND_APPROXIMATE);
	if ((doubt & CC_DOUBT_UNCERTAIN) && strchr(text, '?'))
		cc_figure_legend(figure, CC_LEGEND_UNCERTAIN);
}

void
cc_write_measured(struct cc_figure *figure, enum cc_type_role type, bool bold,
    cc_colour colour, enum cc_anchor anchor, struct cc_point at,
    const char *text, double width)
{
	double size = cc_type_size(figure, type);
	if (figure->told)
		cc_explain_signs(figure, figure->told, text);
	if (!figure->fore->muted && *text != '\0')
		cc_clear_words(&figure->written, CC_HARD,
		    cc_text_box(at, anchor, size, width));
	cc_paint_text(figure->fore, at, text, width,
	    (struct cc_type){.size = size,
		.bold = bold,
		.colour = colour,
		.anchor = anchor});
}

double
cc_write_in(struct cc_figure *figure, enum cc_type_role type, bool bold,
    cc_colour colour, enum cc_anchor anchor, double x, double y,
    const char *text)
{
	if (*text == '\0')
		return 0;
	/* Where the next words would stand is not asked of a draft. */
	double width =
	    figure->fore->muted ? 0 : cc_width(figure, text, type, bold);
	cc_write_measured(figure, type, bold, colour, anchor,
	    (struct cc_point){x, y}, text, width);
	return width;
}

double
cc_write(struct cc_figure *figure, enum cc_type_role type, bool bold,
    enum cc_colour_role role, enum cc_anchor anchor, double x, double y,
    const char *text)
{
	return cc_write_in(
	    figure, type, bold, cc_ink(figure, role), anchor, x, y, text);
}

double
cc_centre(const struct cc_figure *figure, enum cc_type_role type, double y)
{
	/* Half of the capitals' height of the sans families we set in. */
	return y + 0.36 * cc_type_size(figure, type);
}

const char *
cc_upper(const struct cc_figure *figure, const char *text)
{
	return text ? cc_capital(figure->words, text) : NULL;
}

const char *
cc_upper_of(const struct cc_figure *figure, const struct cc_fact *fact,
    const char *text)
{
	return text ? cc_fact_capital(figure->words, fact, text) : NULL;
}

struct cc_paint
cc_pen(cc_colour colour, double width)
{
	return (struct cc_paint){
	    .fill = CC_NO_COLOUR, .stroke = colour, .width = width};
}

struct cc_paint
cc_brush(cc_colour colour)
{
	return (struct cc_paint){.fill = colour, .stroke = CC_NO_COLOUR};
}

void
cc_figure_packed(const struct cc_figure *figure, struct cc_track *track,
    const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t count, size_t rows)
{
	if (!figure->reporting)
		return;
	track->lanes = (struct cc_lane_use){
	    .track = track->mark->name,
	    .rows = rows,
	    .depth = cc_lanes_depth(lanes, items, count),
	};
}

void
cc_figure_legend(struct cc_figure *figure, enum cc_legend entry)
{
	figure->legend |= (uint64_t)1 << entry;
	if (figure->row == NULL)
		figure->legend_beside |= (uint64_t)1 << entry;
}

static struct cc_abbreviation *
find_abbreviation(
    const struct cc_figure *figure, enum cc_scope scope, const char *code)
{
	for (guint i = 0; i < figure->abbreviations->len; i++)
		if (cc_abbreviation_is(
			figure->abbreviations->pdata[i], scope, code))
			return figure->abbreviations->pdata[i];
	return NULL;
}

void
cc_figure_abbreviation(struct cc_figure *figure, enum cc_scope scope,
    const char *scheme, const char *code)
{
	if (!code)
		return;
	struct cc_abbreviation *row = find_abbreviation(figure, scope, code);
	if (!row) {
		row = cc_arena_new(figure->arena, struct cc_abbreviation);
		*row = (struct cc_abbreviation){
		    .scope = scope, .scheme = scheme, .code = code};
		g_ptr_array_add(figure->abbreviations, row);
	}
	if (!figure->row) {
		row->beside = true;
		return;
	}
	figure->asks = cc_arena_grow(figure->arena, figure->asks,
	    figure->ask_count, sizeof(figure->asks[0]));
	figure->asks[figure->ask_count++] = row;
}

void
cc_figure_abbreviation_of(
    struct cc_figure *figure, enum cc_scope scope, const struct cc_fact *fact)
{
	size_t parts;
	const struct cc_words *drugs;

	if (!cc_fact_says_code(figure->words, scope, fact))
		return;
	cc_figure_abbreviation(figure, scope, NULL, fact->code);
	drugs = cc_compound_parts(figure->words, fact->code);
	for (parts = 0; drugs != NULL && parts < drugs->count; parts++)
		cc_figure_word(figure, scope, drugs->word[parts]);
}

void
cc_figure_word(struct cc_figure *figure, enum cc_scope scope, const char *code)
{
	if (cc_name_is_own(figure->words, scope, code))
		cc_figure_abbreviation(figure, scope, NULL, code);
}

void
cc_figure_word_of(
    struct cc_figure *figure, enum cc_scope scope, const struct cc_fact *fact)
{
	if (cc_fact_says_code(figure->words, scope, fact))
		cc_figure_word(figure, scope, fact->code);
}

void
cc_abbreviation_take(struct cc_figure *figure, struct cc_abbreviation *row)
{
	struct cc_abbreviation *had =
	    find_abbreviation(figure, row->scope, row->code);
	if (!had)
		g_ptr_array_add(figure->abbreviations, row);
	else
		had->beside |= row->beside;
}

bool
cc_figure_claim(struct cc_figure *figure, const struct cc_fact *fact)
{
	if (figure->claimed[fact->index])
		return false;
	figure->claimed[fact->index] = true;
	return true;
}

bool
cc_figure_spans(const struct cc_figure *figure, const struct cc_span *span)
{
	const struct cc_axis *axis = &figure->axis;
	if (!span->dated)
		return false;
	if (span->earliest_start.minute >= CC_STEP_BASE)
		return axis->steps.count > 0;
	int64_t first = axis->stretch[0].from.minute;
	int64_t last = axis->stretch[axis->stretches - 1].to.minute;
	/* What has no bound on one side may touch the course with the other:
	 * it may be what the course begins or ends with. */
	if (span->earliest_start.minute == INT64_MIN)
		first--;
	if (span->latest_end.minute == INT64_MAX)
		last++;
	return span->earliest_start.minute < last &&
	       span->latest_end.minute > first;
}

bool
cc_figure_has(const struct cc_figure *figure, const struct cc_span *span)
{
	const struct cc_axis *axis = &figure->axis;
	if (span->earliest_start.minute >= CC_STEP_BASE)
		return axis->steps.count > 0;
	return span->latest_end.minute >= axis->stretch[0].from.minute &&
	       span->earliest_start.minute <=
	           axis->stretch[axis->stretches - 1].to.minute;
}

bool
cc_figure_shows(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return cc_figure_spans(figure, cc_follow_span(figure->follow, fact));
}

void
cc_rule(struct cc_figure *figure, double left, double right, double y,
    struct cc_paint pen)
{
	figure->rules = cc_arena_grow(figure->arena, figure->rules,
	    figure->rule_count, sizeof(*figure->rules));
	figure->rules[figure->rule_count++] =
	    (struct cc_rule){left, right, y, pen};
}

void
cc_drop(struct cc_figure *figure, double x, double bottom, struct cc_paint pen)
{
	figure->drops = cc_arena_grow(figure->arena, figure->drops,
	    figure->drop_count, sizeof(*figure->drops));
	figure->drops[figure->drop_count++] =
	    (struct cc_drop){x, cc_box_bottom(figure->plot), bottom, pen};
}

const char *
cc_of_patient(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name)
{
	return cc_name_for(figure->words, fact, name);
}

const char *
cc_marked_doubt(const struct cc_figure *figure, const char *text,
    const struct cc_span *span)
{
	const char *signs[] = {"", " ?", " ~", " ~?"};
	const char *sign = signs[2 * span->approximate + span->uncertain];
	if (*sign == '\0' || (text && g_str_has_suffix(text, sign)))
		return text;
	return text ? cc_arena_join(figure->arena, text, sign, NULL) : sign + 1;
}

const char *
cc_marked_time(const struct cc_figure *figure, const char *text,
    const struct cc_span *span)
{
	const char *offset = cc_offset_brief(figure->words, span);
	if (offset)
		text =
		    text ? cc_arena_join(figure->arena, text, " ", offset, NULL)
			 : offset;
	return cc_marked_doubt(figure, text, span);
}

const char *
cc_drawn_name(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name)
{
	/* The file's own signs travel to the drawing; the legend says what
	 * they mean. */
	return cc_of_patient(
	    figure, fact, cc_marked_time(figure, name, &fact->when.span));
}

void
cc_sort(const struct cc_figure *figure, void *items, size_t count, size_t size,
    cc_follow_order *order)
{
	if (count > 1)
		qsort_r(items, count, size, order, (void *)figure->follow);
}

int
cc_fact_by_start(const struct cc_follow *follow, const struct cc_fact *a,
    const struct cc_fact *b)
{
	int64_t s = cc_follow_span(follow, a)->earliest_start.minute;
	int64_t t = cc_follow_span(follow, b)->earliest_start.minute;
	if (s != t)
		return s < t ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

static int
by_fact_start(const void *a, const void *b, void *follow)
{
	return cc_fact_by_start(follow, *(const struct cc_fact *const *)a,
	    *(const struct cc_fact *const *)b);
}

void
cc_sort_facts(
    const struct cc_figure *figure, const struct cc_fact **facts, size_t count)
{
	cc_sort(figure, facts, count, sizeof(facts[0]), by_fact_start);
}

/* By when it began; a series by its first value. */
static int64_t
reading_order(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_curve *curve = figure->follow->curves.of[fact->index];
	const struct cc_span *span = cc_follow_span(figure->follow, fact);
	if (curve && curve->count > 0)
		span = &curve->reading[0].span;
	return span->dated ? span->earliest_start.minute : INT64_MAX;
}

void
cc_expect_signs(struct cc_figure *figure, const struct cc_fact *fact)
{
	unsigned doubt =
	    figure->draft ? figure->follow->doubts[fact->index] : 0;
	if (doubt & CC_DOUBT_APPROXIMATE)
		cc_figure_legend(figure, CC_LEGEND_APPROXIMATE);
	if (doubt & CC_DOUBT_UNCERTAIN)
		cc_figure_legend(figure, CC_LEGEND_UNCERTAIN);
}

void
cc_open_told(
    struct cc_figure *figure, const struct cc_fact *fact, const char *tip)
{
	cc_expect_signs(figure, fact);
	figure->told = fact;
	if (figure->draft) {
		cc_paint_group(
		    figure->fore, (struct cc_group){.kind = CC_GROUP_FACT});
		return;
	}
	cc_paint_group(figure->fore,
	    (struct cc_group){.kind = CC_GROUP_FACT,
		.id = cc_arena_join(figure->arena, "f",
		    cc_number_whole(figure->arena, (int)fact->index + 1), NULL),
		.title = tip,
		.order = reading_order(figure, fact)});
}

void
cc_open_fact(
    struct cc_figure *figure, const struct cc_fact *fact, const char *called)
{
	cc_open_told(figure, fact,
	    figure->tips ? cc_fact_tip(figure->words, fact, called) : NULL);
}

void
cc_open_curve(
    struct cc_figure *figure, const struct cc_curve *curve, const char *called)
{
	cc_open_told(figure, curve->fact,
	    figure->tips ? cc_curve_tip(figure->words, curve, called) : NULL);
}
