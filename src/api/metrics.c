/* Measurements of pictures as lines of JSON. */
#include "api/context.h"

#include "base/cpu.h"
#include "base/json.h"
#include "base/number.h"
#include "scene/metrics.h"

#include <math.h>

#define DECIMALS 2

struct clincourse_metrics {
	struct cc_sink *sink;
	char *path;
	bool spoilt;
	GString *line;  /* of the page at hand, but for its end; or empty */
	double started; /* when its output began [ms]; NAN: not yet */
	double read_ms, layout_ms;
};

struct clincourse_metrics *
clincourse_metrics_open(const char *path, struct clincourse_diags *diags)
{
	struct cc_sink *sink = cc_sink_open(path, &diags->list);
	struct clincourse_metrics *metrics;

	if (sink == NULL)
		return NULL;
	metrics = g_new0(struct clincourse_metrics, 1);
	metrics->sink = sink;
	metrics->path = g_strdup(path);
	metrics->line = g_string_new(NULL);
	return metrics;
}

bool
clincourse_metrics_close(
    struct clincourse_metrics *metrics, struct clincourse_diags *diags)
{
	bool written = false;

	if (metrics == NULL)
		return true;
	if (metrics->spoilt)
		cc_sink_abandon(metrics->sink);
	else
		written = cc_sink_commit(metrics->sink, &diags->list);
	g_free(metrics->path);
	g_string_free(metrics->line, TRUE);
	g_free(metrics);
	return written;
}

const char *
cc_metrics_path(const struct clincourse_metrics *metrics)
{
	return metrics->path;
}

void
cc_metrics_spoil(struct clincourse_metrics *metrics)
{
	metrics->spoilt = true;
}

static void
append_name(GString *to, const char *name)
{
	if (to->str[to->len - 1] != '{')
		g_string_append_c(to, ',');
	cc_json_append_string(to, name);
	g_string_append_c(to, ':');
}

static void
append_number(GString *to, const char *name, double value)
{
	append_name(to, name);
	cc_number_append(to, value, DECIMALS);
}

static void
append_string(GString *to, const char *name, const char *value)
{
	append_name(to, name);
	cc_json_append_string(to, value);
}

static void
append_strings(
    GString *to, const char *name, const char *const *values, size_t count)
{
	append_name(to, name);
	g_string_append_c(to, '[');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			g_string_append_c(to, ',');
		cc_json_append_string(to, values[i]);
	}
	g_string_append_c(to, ']');
}

static const struct cc_item *
item_at(const struct cc_scene *scene, guint index)
{
	return &scene->items[index];
}

/* The words of a text; of a shape its role and its group's id: "bar f7". */
static void
append_item(
    GString *to, const char *name, const struct cc_scene *scene, guint index)
{
	const struct cc_item *item = item_at(scene, index);
	const int group = cc_metrics_group(scene, index);
	const char *id =
	    group < 0 ? NULL : item_at(scene, (guint)group)->group.id;
	g_autofree char *words = NULL;

	if (item->op == CC_OP_TEXT)
		words = g_strdup(item->text.string);
	else
		words = g_strconcat(cc_role_word(item->role),
		    id != NULL ? " " : NULL, id, NULL);
	append_string(to, name, words);
}

static void
append_place(GString *to, const struct cc_scene *scene,
    const struct cc_place_of_fault *place)
{
	g_string_append_c(to, '{');
	append_string(to, "fault", cc_fault_word(place->fault));
	append_item(to, "item", scene, place->item);
	if (place->other != place->item)
		append_item(to, "other", scene, place->other);
	append_number(to, "x", place->box.x);
	append_number(to, "y", place->box.y);
	append_number(to, "width", place->box.width);
	append_number(to, "height", place->box.height);
	g_string_append_c(to, '}');
}

static void
append_scene(GString *to, const struct cc_scene *scene, struct cc_ink *ink)
{
	struct cc_metrics counted;

	cc_metrics_count(&counted, scene, ink);
	append_name(to, "faults");
	g_string_append_c(to, '{');
	for (int i = 0; i < CC_FAULT_COUNT; i++)
		append_number(to, cc_fault_word((enum cc_fault)i),
		    (double)counted.faults[i]);
	g_string_append_c(to, '}');
	append_name(to, "places");
	g_string_append_c(to, '[');
	for (guint i = 0; i < counted.places->len; i++) {
		if (i > 0)
			g_string_append_c(to, ',');
		append_place(to, scene,
		    &g_array_index(
			counted.places, struct cc_place_of_fault, i));
	}
	g_string_append_c(to, ']');
	append_number(to, "items", (double)counted.items);
	append_number(to, "texts", (double)counted.texts);
	append_number(to, "least_text", counted.least_text);
	append_number(to, "least_contrast", counted.least_contrast);
	append_number(to, "blank", counted.blank);
	append_number(to, "word_far", counted.word_far);
	if (counted.word_far > 0)
		append_item(to, "far_word", scene, counted.far_word);
	cc_metrics_finish(&counted);
}

/* Each thing that went, and where the case file has it. */
static void
append_lost(GString *to, const struct cc_layout_report *report)
{
	append_name(to, "lost");
	g_string_append_c(to, '[');
	for (size_t i = 0; i < report->lost_count; i++) {
		const struct cc_lost_thing *lost = &report->lost[i];
		const struct cc_place place = cc_pos_place(lost->pos);

		g_string_append(to, i > 0 ? ",{" : "{");
		append_string(to, "what", lost->what);
		if (lost->name != NULL)
			append_string(to, "name", lost->name);
		append_number(to, "line", place.line);
		append_number(to, "column", place.column);
		g_string_append_c(to, '}');
	}
	g_string_append_c(to, ']');
}

static void
append_lanes(GString *to, const struct cc_layout_report *report)
{
	append_name(to, "lanes");
	g_string_append_c(to, '[');
	for (size_t i = 0; i < report->lane_count; i++) {
		const struct cc_lane_use *lanes = &report->lanes[i];

		g_string_append(to, i > 0 ? ",{" : "{");
		append_string(to, "track", lanes->track);
		append_number(to, "rows", (double)lanes->rows);
		append_number(to, "depth", (double)lanes->depth);
		g_string_append_c(to, '}');
	}
	g_string_append_c(to, ']');
}

static void
append_curves(GString *to, const struct cc_layout_report *report)
{
	append_name(to, "curves");
	g_string_append_c(to, '[');
	for (size_t i = 0; i < report->curve_count; i++) {
		const struct cc_curve_use *curve = &report->curves[i];

		g_string_append(to, i > 0 ? ",{" : "{");
		append_string(to, "track", curve->track);
		append_number(to, "height", curve->height);
		append_number(to, "ticks", (double)curve->ticks);
		g_string_append_c(to, '}');
	}
	g_string_append_c(to, ']');
}

/* `unit` is points a unit. */
static void
append_labels(GString *to, const struct cc_label_use *labels, double unit)
{
	append_name(to, "labels");
	g_string_append_c(to, '{');
	append_number(to, "count", (double)labels->count);
	append_number(to, "moved", labels->moved * unit * unit);
	append_number(to, "optimum", labels->optimum * unit * unit);
	append_number(to, "most", labels->most * unit);
	g_string_append_c(to, '}');
}

static void
append_report(GString *to, const struct cc_layout_report *report, double unit)
{
	append_strings(to, "dropped", report->dropped, report->dropped_count);
	append_strings(
	    to, "left_out", report->left_out, report->left_out_count);
	append_lost(to, report);
	append_labels(to, &report->labels, unit);
	append_lanes(to, report);
	append_curves(to, report);
}

/* Measuring the ink sets each text once more: the fonts of this page alone
 * come into use. */
void
cc_metrics_page(struct clincourse_metrics *metrics,
    const struct cc_page_maker *maker, const struct clincourse_case *course)
{
	const struct cc_scene *scene = &maker->scene;
	GString *to = metrics->line;
	const char *const *files;
	size_t count;

	metrics->started = NAN;
	metrics->read_ms = course->read_ms;
	metrics->layout_ms = maker->layout_ms;
	cc_fonts_forget_used(maker->fonts);
	g_string_assign(to, "{");
	append_string(to, "case", maker->page.case_id);
	append_string(to, "lang", maker->page.lang);
	append_string(to, "size", maker->size->name);
	append_string(to, "theme", cc_theme_name(maker->theme));
	append_number(to, "width", scene->width);
	append_number(to, "height", scene->height);
	append_number(to, "unit", scene->unit);
	append_scene(to, scene, cc_fonts_ink(maker->fonts));
	append_report(to, &maker->report, scene->unit);
	files = cc_fonts_used(maker->fonts, &count);
	append_strings(to, "fonts", files, count);
}

void
cc_metrics_start(struct clincourse_metrics *metrics)
{
	metrics->started = cc_cpu_ms();
}

void
cc_metrics_end(struct clincourse_metrics *metrics, bool drawn)
{
	GString *to = metrics->line;

	if (drawn && to->len > 0 && !isnan(metrics->started)) {
		append_name(to, "cpu_ms");
		g_string_append_c(to, '{');
		append_number(to, "read", metrics->read_ms);
		append_number(to, "layout", metrics->layout_ms);
		append_number(to, "write", cc_cpu_ms() - metrics->started);
		g_string_append(to, "}}\n");
		cc_sink_write(metrics->sink, to->str, to->len);
	}
	g_string_truncate(to, 0);
}
