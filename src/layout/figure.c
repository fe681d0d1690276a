/* What marks use of a figure: types, words, claims, reach. */
#include "layout/lanes.h"
#include "layout/mark.h"

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

double
cc_lane(const struct cc_figure *figure, double loose, double tight)
{
	return figure->u * (figure->pressed[CC_PRESS_TIGHT] ? tight : loose);
}

double
cc_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold)
{
	return cc_measure_text(
	    figure->in->measure, text, cc_type_size(figure, type), bold);
}

double
cc_write_in(struct cc_figure *figure, enum cc_type_role type, bool bold,
    cc_colour colour, enum cc_anchor anchor, double x, double y,
    const char *text)
{
	double width = cc_width(figure, text, type, bold);
	if (*text == '\0')
		return 0;
	cc_paint_text(figure->fore, (struct cc_point){x, y}, text, width,
	    (struct cc_type){.size = cc_type_size(figure, type),
		.bold = bold,
		.colour = colour,
		.anchor = anchor});
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

/* True where a line may break before the character at `at`: after a space or
 * a hyphen, and round CJK characters unless punctuation forbids it. Inside
 * brackets never: t(4;14) is one word. */
static bool
is_cjk(gunichar c)
{
	return c >= 0x2E80 && c < 0xA000;
}

static bool
is_closing(gunichar c)
{
	return c != 0 && strchr(")]}.,;:!?%", (int)(c < 128 ? c : 'x')) != NULL;
}

static bool
may_break(gunichar before, gunichar at, int depth)
{
	static const char closers[] = "，。；：、）】》！？％";
	if (depth > 0 || before == 0)
		return false;
	char utf8[7] = {0};
	g_unichar_to_utf8(at, utf8);
	if (strstr(closers, utf8) || is_closing(at) || at == ' ')
		return false;
	if (before == ' ' || before == '-' || before == '/' || before == 0x2013)
		return true;
	utf8[0] = '\0';
	memset(utf8, 0, sizeof(utf8));
	g_unichar_to_utf8(before, utf8);
	if (strstr("（【《", utf8))
		return false;
	return is_cjk(before) || is_cjk(at) || strstr(closers, utf8) != NULL;
}

const char *
cc_shorten(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double width)
{
	if (cc_width(figure, text, type, bold) <= width)
		return text;
	GString *cut = g_string_new(text);
	while (cut->len > 0) {
		const char *last =
		    g_utf8_find_prev_char(cut->str, cut->str + cut->len);
		g_string_truncate(cut, (gsize)(last - cut->str));
		while (cut->len > 0 && cut->str[cut->len - 1] == ' ')
			g_string_truncate(cut, cut->len - 1);
		g_autofree char *dots = g_strconcat(cut->str, "…", NULL);
		if (cc_width(figure, dots, type, bold) <= width)
			break;
	}
	g_string_append(cut, "…");
	char *kept = cc_arena_strdup(figure->arena, cut->str);
	g_string_free(cut, TRUE);
	return kept;
}

/* The longest start of `text` that fits and ends where a line may break; the
 * whole text where it fits. */
static const char *
line_end(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold, double width)
{
	const char *end = text;
	gunichar before = 0;
	int depth = 0;
	double size = cc_type_size(figure, type);
	for (const char *p = text;; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c == 0 || may_break(before, c, depth)) {
			size_t n = (size_t)(p - text);
			while (n > 0 && text[n - 1] == ' ')
				n--;
			double w =
			    size * figure->in->measure->width(
				       figure->in->measure, text, n, bold);
			if (w > width)
				return end;
			end = p;
		}
		if (c == 0)
			return end;
		depth += c == '(' || c == '[';
		depth -= depth > 0 && (c == ')' || c == ']');
		before = c;
	}
}

int
cc_wrap(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double width, int most, const char **lines)
{
	int count = 0;
	while (*text != '\0' && count < most) {
		const char *end = line_end(figure, text, type, bold, width);
		if (count == most - 1 || end == text) {
			lines[count++] =
			    cc_shorten(figure, text, type, bold, width);
			return count;
		}
		size_t n = (size_t)(end - text);
		while (n > 0 && text[n - 1] == ' ')
			n--;
		lines[count++] = cc_arena_strndup(figure->arena, text, n);
		text = end;
	}
	return count;
}

struct cc_track *
cc_figure_add_track(struct cc_figure *figure, const struct cc_mark *mark,
    const char *name, const char *sub, void *data)
{
	struct cc_track *track = cc_arena_new(figure->arena, struct cc_track);
	*track = (struct cc_track){
	    .mark = mark, .name = name, .sub = sub, .rule = true, .data = data};
	g_ptr_array_add(figure->tracks, track);
	return track;
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
	figure->legend[entry] = true;
}

void
cc_figure_abbreviation(struct cc_figure *figure, enum cc_scope scope,
    const char *scheme, const char *code)
{
	if (!code)
		return;
	for (guint i = 0; i < figure->abbreviations->len; i++) {
		struct cc_abbreviation *had = &g_array_index(
		    figure->abbreviations, struct cc_abbreviation, i);
		if (had->scope == scope && strcmp(had->code, code) == 0)
			return;
	}
	struct cc_abbreviation row = {scope, scheme, code};
	g_array_append_val(figure->abbreviations, row);
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
cc_figure_shows(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;
	if (!span->dated)
		return false;
	const struct cc_axis *axis = &figure->axis;
	int64_t first = axis->stretch[0].from.minute;
	int64_t last = axis->stretch[axis->stretches - 1].to.minute;
	return span->earliest_start.minute < last &&
	       span->latest_end.minute > first;
}

void
cc_rule(struct cc_figure *figure, double left, double right, double y,
    struct cc_paint pen)
{
	struct cc_rule rule = {left, right, y, pen};
	g_array_append_val(figure->rules, rule);
}

const char *
cc_of_patient(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name)
{
	const struct cc_case *course = figure->course;
	if (fact->patient == 0 || fact->patient >= course->patient_count)
		return name;
	const struct cc_patient *patient = &course->patients[fact->patient];
	const char *who = cc_text_in(figure->words, &patient->labels);
	if (!who)
		who = patient->id;
	if (!who)
		return name;
	return cc_arena_printf(figure->arena, "%s%s%s", who,
	    cc_say(figure->words, CC_MSG_LABEL_SEPARATOR), name);
}

const char *
cc_drawn_name(
    struct cc_figure *figure, const struct cc_fact *fact, const char *name)
{
	/* The file's own signs travel to the drawing; the legend says what
	 * they mean. */
	const struct cc_span *span = &fact->when.span;
	if (span->approximate || span->uncertain)
		name = cc_arena_printf(figure->arena, "%s %s%s", name,
		    span->approximate ? "~" : "", span->uncertain ? "?" : "");
	return cc_of_patient(figure, fact, name);
}

int
cc_fact_by_start(const struct cc_fact *a, const struct cc_fact *b)
{
	int64_t s = a->when.span.earliest_start.minute;
	int64_t t = b->when.span.earliest_start.minute;
	if (s != t)
		return s < t ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

const char *
cc_tooltip(struct cc_figure *figure, const char *name, const char *rest,
    const char *when)
{
	const char *comma = cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR);
	bool more = rest && *rest != '\0';
	bool dated = when && *when != '\0' && !strstr(name, when);
	return cc_arena_printf(figure->arena, "%s%s%s%s%s", name,
	    more ? " " : "", more ? rest : "", dated ? comma : "",
	    dated ? when : "");
}

bool
cc_is_harm(const struct cc_figure *figure, const struct cc_fact *fact)
{
	static const char *const classes[] = {
	    "infection", "gvhd", "toxicity", "cell-toxicity"};
	if (fact->kind != CC_KIND_EVENT)
		return false;
	if (fact->grade || fact->grade_count > 0)
		return true;
	const struct cc_term *term = fact->code
	                                 ? cc_terms_find(figure->in->terms,
					       CC_IN_EVENT, NULL, fact->code)
	                                 : NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
		if (term && term->class && strcmp(term->class, classes[i]) == 0)
			return true;
	return false;
}

void
cc_open_fact(
    struct cc_figure *figure, const struct cc_fact *fact, const char *title)
{
	char *id =
	    cc_arena_printf(figure->arena, "f%u", (unsigned)fact->index + 1);
	int64_t order = fact->when.span.dated
	                    ? fact->when.span.earliest_start.minute
	                    : INT64_MAX;
	const char *note = cc_text_in(figure->words, &fact->notes);
	if (note)
		title = cc_arena_printf(figure->arena, "%s%s%s", title,
		    cc_say(figure->words, CC_MSG_LABEL_SEPARATOR), note);
	if (fact->when.span.approximate)
		cc_figure_legend(figure, CC_LEGEND_APPROXIMATE);
	if (fact->when.span.uncertain)
		cc_figure_legend(figure, CC_LEGEND_UNCERTAIN);
	cc_paint_group(figure->fore, id, title, order);
}

struct cc_reach
cc_reach_of(const struct cc_figure *figure, const struct cc_span *span)
{
	const struct cc_axis *axis = &figure->axis;
	struct cc_reach reach = {
	    .earliest_start = cc_axis_x(axis, span->earliest_start),
	    .latest_start = cc_axis_x(axis, span->latest_start),
	    .earliest_end = cc_axis_x(axis, span->earliest_end),
	    .latest_end = cc_axis_x(axis, span->latest_end),
	    .from_left =
		span->earliest_start.minute == CC_INSTANT_NONE_BEFORE.minute,
	    .to_right = span->latest_end.minute == CC_INSTANT_NONE_AFTER.minute,
	};
	reach.middle = (reach.earliest_start + reach.latest_end) / 2;
	return reach;
}
