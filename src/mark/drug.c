/* Drugs, a row each, shared by all treatments that hold the drug: how long a
 * patient was exposed to it is seen at once. Drawn on request. */
#include "mark/marks.h"
#include "mark/treatment.h"

#include <math.h>
#include <string.h>

struct given { /* one drug of one treatment */
	const struct cc_fact *fact;
	const struct cc_span *span;
	struct cc_doses doses;
	const struct cc_dosing *dosing; /* NULL: nothing is said of it */
	size_t row;
	struct cc_bar bar;
	bool stepped;      /* doses may be drawn as height */
	bool profile;      /* and are */
	const char *brief; /* the doses alone */
	const char *words; /* doses, or why it departs; "" none */
	double x;          /* of the words; NAN: no room [unit] */
};

struct drug {
	const char *code, *name;
	bool abbreviated; /* the name */
	cc_colour fill;
};

struct drugs {
	struct drug *rows;
	size_t count;
	struct given *all; /* by row, then start */
	size_t given_count;
	double head;  /* of the track's own name, above the rows [unit] */
	double pitch; /* of the rows, as placed [unit] */
};

/* While collecting. */
struct finding {
	struct cc_figure *figure;
	GArray *rows;       /* of struct drug */
	GHashTable *row_of; /* code -> index + 1 */
	GArray *given;      /* of struct given */
};

static const struct cc_term *
term_of(const struct cc_figure *figure, const char *code)
{
	return code ? cc_follow_drug(figure->follow, code) : NULL;
}

bool
cc_treatment_has_drugs(
    const struct cc_figure *figure, const struct cc_fact *fact)
{
	return cc_figure_wants(figure, "drug", false) &&
	       (fact->drug_count > 0 || fact->term);
}

/* The row of a drug by whatever name it was typed; a new one at the end. */
static size_t
row_of(struct finding *finding, const char *code)
{
	const struct cc_figure *figure = finding->figure;
	const struct cc_term *term = term_of(figure, code);
	struct drug drug = {.code = term ? term->code : code};
	gpointer known = g_hash_table_lookup(finding->row_of, drug.code);
	if (known)
		return GPOINTER_TO_SIZE(known) - 1;
	drug.fill = cc_theme_term(figure->theme, term).fill;
	g_array_append_val(finding->rows, drug);
	g_hash_table_insert(finding->row_of, (gpointer)drug.code,
	    GSIZE_TO_POINTER((gsize)finding->rows->len));
	return finding->rows->len - 1;
}

static void
add(struct finding *finding, const struct cc_fact *fact,
    const struct cc_drug *departure, const char *code)
{
	struct given given = {.fact = fact,
	    .span = &fact->when.span,
	    .row = row_of(finding, code),
	    .words = ""};
	if (departure) {
		given.doses = cc_doses_of(
		    finding->figure->arena, fact, departure);
		given.dosing = &departure->dosing;
		given.words =
		    cc_text_in(finding->figure->words, &departure->notes);
		if (departure->when.span.dated)
			given.span = &departure->when.span;
	}
	if (!given.words)
		given.words = "";
	g_array_append_val(finding->given, given);
}

static bool
same_drug(const struct cc_figure *figure, const char *a, const char *b)
{
	const struct cc_term *x = term_of(figure, a), *y = term_of(figure, b);
	return x && y ? x == y : strcmp(a, b) == 0;
}

/* The departures of one drug; false where the treatment has none. */
static bool
add_departures(
    struct finding *finding, const struct cc_fact *fact, const char *code)
{
	bool found = false;
	for (size_t i = 0; i < fact->drug_count; i++) {
		const struct cc_drug *drug = &fact->drugs[i];
		if (!drug->code ||
		    !same_drug(finding->figure, drug->code, code))
			continue;
		add(finding, fact, drug, code);
		found = true;
	}
	return found;
}

/* A drug by itself: its doses are the treatment's. */
static void
add_single(struct finding *finding, const struct cc_fact *fact)
{
	if (add_departures(finding, fact, fact->code))
		return;
	add(finding, fact, NULL, fact->code);
	struct given *given = &g_array_index(
	    finding->given, struct given, finding->given->len - 1);
	given->doses = cc_doses_of(finding->figure->arena, fact, NULL);
	given->dosing = &fact->dosing;
}

static void
add_treatment(struct finding *finding, const struct cc_fact *fact)
{
	const struct cc_term *term = term_of(finding->figure, fact->code);
	size_t parts = term ? term->parts.count : 0;
	for (size_t i = 0; i < parts; i++)
		if (!add_departures(finding, fact, term->parts.word[i]))
			add(finding, fact, NULL, term->parts.word[i]);
	if (term && parts == 0)
		add_single(finding, fact);
	/* Drugs beyond those of the regimen. */
	for (size_t i = 0; i < fact->drug_count; i++) {
		const char *code = fact->drugs[i].code;
		bool part =
		    !code || (term && parts == 0 &&
				 same_drug(finding->figure, code, fact->code));
		for (size_t j = 0; j < parts && !part; j++)
			part = same_drug(
			    finding->figure, code, term->parts.word[j]);
		if (!part)
			add(finding, fact, &fact->drugs[i], code);
	}
}

static int
by_fact_start(const void *a, const void *b, void *follow)
{
	return cc_fact_by_start(follow, *(const struct cc_fact *const *)a,
	    *(const struct cc_fact *const *)b);
}

static int
by_row_and_start(const void *a, const void *b)
{
	const struct given *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->span->earliest_start.minute != y->span->earliest_start.minute)
		return x->span->earliest_start.minute <
		               y->span->earliest_start.minute
		           ? -1
		           : 1;
	return x->fact->index < y->fact->index   ? -1
	       : x->fact->index > y->fact->index ? 1
	       : x->doses.all < y->doses.all     ? -1
	                                         : x->doses.all > y->doses.all;
}

/* A name too long for the left column gives way to its abbreviation. */
static void
name_row(struct cc_figure *figure, struct drug *drug)
{
	const char *name = cc_name(
	    figure->words, CC_IN_TREATMENT, NULL, drug->code, CC_NAME_FULL);
	drug->abbreviated = cc_width(figure, name, CC_TYPE_BODY, false) >
	                    0.16 * figure->page.width;
	if (drug->abbreviated)
		name = cc_name(figure->words, CC_IN_TREATMENT, NULL, drug->code,
		    CC_NAME_SHORT);
	drug->name = cc_upper(figure, name);
}

static void
add_track(const struct cc_mark *mark, struct finding *finding)
{
	struct cc_figure *figure = finding->figure;
	struct drugs *row = cc_arena_new(figure->arena, struct drugs);
	row->count = finding->rows->len;
	row->rows = cc_arena_memdup(figure->arena, finding->rows->data,
	    row->count * sizeof(struct drug));
	row->given_count = finding->given->len;
	row->all = cc_arena_memdup(figure->arena, finding->given->data,
	    row->given_count * sizeof(struct given));
	qsort(
	    row->all, row->given_count, sizeof(row->all[0]), by_row_and_start);
	for (size_t i = 0; i < row->count; i++)
		name_row(figure, &row->rows[i]);
	/* Under the row of treatments they need no name. */
	const struct cc_track *above =
	    figure->tracks->len > 0
		? figure->tracks->pdata[figure->tracks->len - 1]
		: NULL;
	const char *name = NULL;
	if (!above || above->mark != &cc_mark_treatment)
		name = cc_say(figure->words, CC_MSG_TREATMENT);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, NULL, row);
	track->rule = false;
	track->spare = CC_SPARE_MOST; /* it was asked for */
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_exposures *exposures = &figure->follow->exposures;
	g_autoptr(GPtrArray) facts = g_ptr_array_new();
	struct finding finding = {.figure = figure,
	    .rows = g_array_new(FALSE, FALSE, sizeof(struct drug)),
	    .row_of = g_hash_table_new(g_str_hash, g_str_equal),
	    .given = g_array_new(FALSE, FALSE, sizeof(struct given))};
	for (size_t i = 0; i < exposures->count; i++) {
		const struct cc_fact *fact = exposures->item[i].fact;
		if (cc_figure_shows(figure, fact) &&
		    cc_treatment_has_drugs(figure, fact))
			g_ptr_array_add(facts, (gpointer)fact);
	}
	if (facts->len > 0)
		cc_sort(figure, facts->pdata, facts->len,
		    sizeof(facts->pdata[0]), by_fact_start);
	for (guint i = 0; i < facts->len; i++) {
		add_treatment(&finding, facts->pdata[i]);
		cc_figure_claim(figure, facts->pdata[i]);
	}
	if (finding.given->len > 0)
		add_track(mark, &finding);
	g_hash_table_unref(finding.row_of);
	g_array_free(finding.rows, TRUE);
	g_array_free(finding.given, TRUE);
}

static double
row_height(const struct cc_figure *figure)
{
	return cc_lane(figure, 1.08, 1.0);
}

/* Beside its bar: right, else left, else nowhere. `least` is where the drug's
 * row is free on the left, `most` on the right; returns where it is taken to.
 */
static double
place_words(
    struct cc_figure *figure, struct given *given, double least, double most)
{
	double gap = 0.35 * figure->u;
	double width = cc_width(figure, given->words, CC_TYPE_BODY, false);
	double end = given->bar.reach.latest_end +
	             (given->bar.end == CC_BAR_TO_ARROW ? 0.6 * figure->u : 0);
	double left = given->bar.reach.earliest_start - gap - width;
	given->x = NAN;
	if (given->words[0] == '\0')
		return end;
	if (end >= least && end + gap + width <= most) {
		given->x = end + gap;
		return given->x + width + gap;
	}
	if (left >= least)
		given->x = left;
	if (isnan(given->x) && given->brief) {
		given->words = given->brief;
		given->brief = NULL;
		return place_words(figure, given, least, most);
	}
	return end;
}

static void
place_all_words(struct cc_figure *figure, struct drugs *row)
{
	double taken = 0;
	for (size_t i = 0; i < row->given_count; i++) {
		struct given *given = &row->all[i], *next = given + 1;
		double most = cc_box_right(figure->plot);
		if (i == 0 || row->all[i - 1].row != given->row)
			taken = figure->plot.x;
		if (i + 1 < row->given_count && next->row == given->row)
			most = next->bar.reach.earliest_start;
		taken = fmax(taken, place_words(figure, given, taken, most));
	}
}

static void
measure_one(struct cc_figure *figure, struct given *given)
{
	const char *doses = NULL;
	given->brief = NULL;
	if (given->dosing) {
		given->brief = cc_dose_words(figure, &given->doses);
		doses = cc_dosing_text(
		    figure->words, given->dosing, given->brief);
	}
	if (given->brief && strcmp(given->brief, doses) == 0)
		given->brief = NULL;
	cc_bar_shape(figure, given->fact, given->span, &given->bar);
	given->stepped = given->bar.look == CC_BAR_SOLID &&
	                 cc_doses_vary(&given->doses) &&
	                 cc_bar_certain(&given->bar).width > 1.5 * figure->u;
	given->profile = given->stepped && !cc_pressed(figure, CC_PRESS_DOSES);
	if (doses)
		given->words = doses;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct drugs *row = track->data;
	for (size_t i = 0; i < row->given_count; i++)
		measure_one(figure, &row->all[i]);
	place_all_words(figure, row);
	track->part_width = 0;
	for (size_t i = 0; i < row->count; i++)
		track->part_width = fmax(track->part_width,
		    cc_width(figure, row->rows[i].name, CC_TYPE_BODY, false));
	row->head = (track->name ? 1.15 : 0.15) * figure->u;
	track->height = row->head + (double)row->count * row_height(figure);
	track->stretch = 0.2;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct drugs *row = track->data;
	row->pitch = (track->box.height - row->head) / (double)row->count;
	double h = 0.61 * row->pitch;
	for (size_t i = 0; i < row->given_count; i++) {
		struct given *given = &row->all[i];
		given->bar.height = h;
		given->bar.y = track->box.y + row->head +
		               ((double)given->row + 0.5) * row->pitch - h / 2;
		given->bar.fill = row->rows[given->row].fill;
		given->bar.ground = cc_ink(figure, CC_COLOUR_PAGE);
		given->bar.outline = cc_bar_is_pale(figure, given->bar.fill);
	}
}

static void
draw_one(struct cc_figure *figure, const struct given *given, const char *name)
{
	const struct cc_bar *bar = &given->bar;
	double floor = bar->y + bar->height;
	cc_open_fact(figure, given->fact,
	    cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR, name,
		given->words));
	if (given->profile) {
		cc_draw_doses(figure, &given->doses, bar, floor, bar->height);
		if (bar->end == CC_BAR_TO_ARROW) {
			cc_draw_arrow(figure,
			    bar->reach.latest_end + 0.45 * figure->u,
			    floor - bar->height / 2, bar->fill);
			cc_figure_legend(figure, CC_LEGEND_ONGOING);
		}
	} else {
		cc_draw_bar(figure, bar);
	}
	if (!isnan(given->x))
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_INK,
		    CC_ANCHOR_START, given->x,
		    cc_centre(figure, CC_TYPE_BODY, bar->y + bar->height / 2),
		    given->words);
	else if (given->words[0] != '\0')
		cc_lose(figure, CC_LOST_DOSES, given->fact);
	if (given->stepped && !given->profile)
		cc_lose(figure, CC_LOST_STEPS, given->fact);
	cc_paint_end(figure->fore);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct drugs *row = track->data;
	double room = figure->plot.x - figure->page.x - 0.9 * figure->u;
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
	    figure->size->stroke[CC_STROKE_HAIRLINE]);
	for (size_t i = 0; i < row->count; i++) {
		double y =
		    track->box.y + row->head + ((double)i + 0.5) * row->pitch;
		const char *name = cc_shorten(
		    figure, row->rows[i].name, CC_TYPE_BODY, false, room);
		if (row->rows[i].abbreviated)
			cc_figure_abbreviation(
			    figure, CC_IN_TREATMENT, NULL, row->rows[i].code);
		else
			cc_figure_word(
			    figure, CC_IN_TREATMENT, row->rows[i].code);
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x,
		    cc_centre(figure, CC_TYPE_BODY, y), name);
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot),
		    y + row->pitch / 2, pen);
	}
	for (size_t i = 0; i < row->given_count; i++)
		draw_one(figure, &row->all[i], row->rows[row->all[i].row].name);
}

const struct cc_mark cc_mark_drug = {
    .name = "drug",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .on_request = true,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
