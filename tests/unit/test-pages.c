/* What a page has no room for comes on a later one: rows, and events of a row
 * that has more than a page holds. */
#include "api/context.h"
#include "output/output.h"
#include "world.h"

#include <stdio.h>
#include <string.h>

#define PAGES_MOST 30

/* Twelve that were not serious, all at once, beside one that was. */
#define MINOR                                                                  \
	"<event code='nausea' grade='1' time='2021-02-01/2021-06-01'/>"        \
	"<event code='fatigue' grade='2' time='2021-02-02/2021-06-02'/>"       \
	"<event code='alopecia' grade='1' time='2021-02-03/2021-06-03'/>"      \
	"<event code='diarrhoea' grade='2' time='2021-02-04/2021-06-04'/>"     \
	"<event code='constipation' grade='1' time='2021-02-05/2021-06-05'/>"  \
	"<event code='rash' grade='2' time='2021-02-06/2021-06-06'/>"          \
	"<event code='headache' grade='1' time='2021-02-07/2021-06-07'/>"      \
	"<event code='pruritus' grade='2' time='2021-02-08/2021-06-08'/>"      \
	"<event code='myalgia' grade='1' time='2021-02-09/2021-06-09'/>"       \
	"<event code='cough' grade='2' time='2021-02-10/2021-06-10'/>"         \
	"<event code='insomnia' grade='1' time='2021-02-11/2021-06-11'/>"      \
	"<event code='stomatitis' grade='2' time='2021-02-12/2021-06-12'/>"
#define CASE(events)                                                           \
	"<case xmlns='urn:clincourse:case:1' id='c' xml:lang='en'>"            \
	"<diagnosis code='hodgkin-lymphoma' time='2021-01-01'/><line n='1'>"   \
	"<treatment code='ABVD' time='2021-01-10/2021-07-01'/></line>" events  \
	"<outcome code='alive' time='2022-01-01'/></case>"
#define FIRST_EVENT 3 /* number of its fact */
#define EVENTS 13

struct drawn {
	size_t pages;
	size_t shown[PAGES_MOST]; /* events */
	int times[EVENTS];        /* how often each */
	GString *words[PAGES_MOST];
	char *told;
};

static void
take_page(struct drawn *drawn, const struct cc_scene *scene)
{
	GString *words = g_string_new("\n");

	g_assert_cmpuint(drawn->pages, <, PAGES_MOST);
	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		int fact;

		if (item->op == CC_OP_TEXT)
			g_string_append_printf(
			    words, "%s\n", item->text.string);
		if (item->op != CC_OP_GROUP || item->group.id == NULL ||
		    sscanf(item->group.id, "f%d", &fact) != 1 ||
		    fact < FIRST_EVENT || fact >= FIRST_EVENT + EVENTS)
			continue;
		drawn->times[fact - FIRST_EVENT]++;
		drawn->shown[drawn->pages]++;
	}
	drawn->words[drawn->pages++] = words;
}

static void
draw(struct world *world, const char *xml, const char *size,
    const char *goes_on, struct drawn *drawn)
{
	struct clincourse_reader *reader = clincourse_open_memory(
	    world->context, "c.xml", xml, strlen(xml), world->diags);
	struct clincourse_render *render =
	    clincourse_render_create(world->context);
	GString *told = g_string_new(NULL);
	const struct clincourse_case *course;
	struct cc_page_maker maker;
	const struct cc_page *page;
	struct cc_diags diags;
	bool bad;

	*drawn = (struct drawn){0};
	cc_diags_init(&diags);
	course = clincourse_next(reader, &bad, world->diags);
	g_assert_nonnull(course);
	g_assert_true(
	    clincourse_render_set(render, "size", size, world->diags));
	g_assert_true(
	    clincourse_render_set(render, "continue", goes_on, world->diags));
	cc_page_maker_init(&maker, render, &diags);
	maker.output = cc_output_find("pdf");
	page = cc_page_make(&maker, course);
	while (page != NULL) {
		take_page(drawn, page->scene);
		page = cc_page_goes_on(&maker)
		           ? cc_page_make_next(&maker, course)
		           : NULL;
	}
	cc_diags_text(&diags, CC_WARNING, told);
	drawn->told = g_string_free(told, FALSE);
	cc_page_maker_finish(&maker);
	cc_diags_finish(&diags);
	clincourse_render_destroy(render);
	clincourse_close(reader);
}

static void
drawn_finish(struct drawn *drawn)
{
	for (size_t i = 0; i < drawn->pages; i++)
		g_string_free(drawn->words[i], TRUE);
	g_free(drawn->told);
}

static bool
says(const struct drawn *drawn, size_t page, const char *line)
{
	g_autofree char *whole = g_strdup_printf("\n%s\n", line);

	return strstr(drawn->words[page]->str, whole) != NULL;
}

static void
each_once(const struct drawn *drawn)
{
	for (int i = 0; i < EVENTS; i++)
		g_assert_cmpint(drawn->times[i], ==, 1);
}

/* A page of 60 mm has room for three lines of events below its treatment, and
 * for seven without that. The serious one stays by itself. Of twelve less than
 * half could stay with the treatment, which goes: 7. Of five more than half
 * can, 3, and 2 are left. */
static void
test_goes_on(struct world *world, gconstpointer unused)
{
	static const size_t shown[] = {1, 7, 3, 2};
	struct drawn drawn;

	(void)unused;
	draw(world,
	    CASE("<event code='pneumonitis' grade='4' serious='yes'"
		 " time='2021-02-01/2021-04-01'/>" MINOR),
	    "180x60mm", "yes", &drawn);
	g_assert_cmpuint(drawn.pages, ==, G_N_ELEMENTS(shown));
	for (size_t i = 0; i < drawn.pages; i++) {
		g_assert_cmpuint(drawn.shown[i], ==, shown[i]);
		g_assert_cmpint(says(&drawn, i, "(continued)"), ==, i > 0);
		g_assert_cmpint(says(&drawn, i, "ABVD"), ==, i != 1);
	}
	each_once(&drawn);
	g_assert_null(strstr(drawn.told, "events"));
	drawn_finish(&drawn);
}

/* A row that is higher than its name says below that how many are still to
 * come: of twelve a page of 80 mm has room for nine. One without a grade is no
 * adverse event and has a row of its own. */
static void
test_more(struct world *world, gconstpointer unused)
{
	static const size_t shown[] = {1, 9, 3};
	struct drawn drawn;

	(void)unused;
	draw(world,
	    CASE("<event code='nausea' time='2021-01-31/2021-06-01'/>" MINOR),
	    "180x80mm", "yes", &drawn);
	g_assert_cmpuint(drawn.pages, ==, G_N_ELEMENTS(shown));
	for (size_t i = 0; i < drawn.pages; i++) {
		g_assert_cmpuint(drawn.shown[i], ==, shown[i]);
		g_assert_cmpint(strstr(drawn.words[i]->str, "\n3 more") != NULL,
		    ==, i == 1);
		g_assert_cmpint(says(&drawn, i, "(continued)"), ==, i == 2);
	}
	each_once(&drawn);
	drawn_finish(&drawn);
}

/* On one page they are left out, and it says so of each. */
static void
test_alone(struct world *world, gconstpointer unused)
{
	struct drawn drawn;

	(void)unused;
	draw(world,
	    CASE("<event code='pneumonitis' grade='4' serious='yes'"
		 " time='2021-02-01/2021-04-01'/>" MINOR),
	    "180x60mm", "no", &drawn);
	g_assert_cmpuint(drawn.pages, ==, 1);
	g_assert_cmpuint(drawn.shown[0], ==, 1);
	g_assert_null(strstr(drawn.words[0]->str, " more"));
	g_assert_nonnull(
	    strstr(drawn.told, "events that were not serious (12: nausea"));
	drawn_finish(&drawn);
}

/* Thirteen serious ones, none of which gives way before another. */
static void
test_grave(struct world *world, gconstpointer unused)
{
	g_auto(GStrv) parts =
	    g_strsplit(CASE("<event code='pneumonitis' "
			    "time='2021-02-01/2021-04-01'/>" MINOR),
		"<event ", -1);
	g_autofree char *xml = g_strjoinv("<event serious='yes' ", parts);
	struct drawn drawn;

	(void)unused;
	draw(world, xml, "180x60mm", "yes", &drawn);
	each_once(&drawn);
	g_assert_null(strstr(drawn.told, "events"));
	drawn_finish(&drawn);
}

/* Four hundred at once are more than there are pages: of those that stand on
 * none each is told, and not that it was not serious. */
static void
test_ends(struct world *world, gconstpointer unused)
{
	g_autoptr(GString) events = g_string_new(NULL);
	g_autofree char *xml = NULL;
	size_t shown = 0, lost = 0;
	struct drawn drawn;
	const char *told;

	(void)unused;
	for (int i = 0; i < 400; i++)
		g_string_append_printf(events,
		    "<event serious='yes' time='2021-02/2021-06'>"
		    "<label>Fall %d</label></event>",
		    i);
	xml = g_strdup_printf(CASE("%s"), events->str);
	draw(world, xml, "180x60mm", "yes", &drawn);
	for (size_t i = 0; i < drawn.pages; i++)
		for (const char *at = drawn.words[i]->str;
		     (at = strstr(at, "\nFall ")) != NULL; at++)
			shown++;
	told = strstr(drawn.told, ": events (");
	g_assert_nonnull(told);
	g_assert_cmpint(sscanf(told, ": events (%zu:", &lost), ==, 1);
	g_assert_cmpuint(shown, >, 24);
	g_assert_cmpuint(shown + lost, ==, 400);
	drawn_finish(&drawn);
}

#define STRIP(time, values)                                                    \
	"<panel time='" time "'><label>" time "</label>" values "</panel>"
#define BLOOD                                                                  \
	"<value code='haemoglobin' unit='g/L'>91</value>"                      \
	"<value code='platelets' unit='10^9/L'>120</value>"                    \
	"<value code='leukocytes' unit='10^9/L'>4.5</value>"                   \
	"<value code='LDH' unit='U/L'>321</value>"

/* Values side by side go before what the page is about, and each strip comes on
 * a later page; so where nothing else is left over. */
static void
test_strips(struct world *world, gconstpointer unused)
{
	static const char *const heads[] = {"2021-01-01", "2021-03-01"};
	struct drawn drawn;

	(void)unused;
	draw(world, CASE(STRIP("2021-01-01", BLOOD) STRIP("2021-03-01", BLOOD)),
	    "180x46mm", "yes", &drawn);
	g_assert_cmpuint(drawn.pages, >, 1);
	for (size_t h = 0; h < G_N_ELEMENTS(heads); h++) {
		int times = 0;

		for (size_t i = 0; i < drawn.pages; i++)
			times += says(&drawn, i, heads[h]);
		g_assert_cmpint(times, ==, 1);
	}
	for (size_t i = 0; i < drawn.pages; i++)
		g_assert_true(says(&drawn, i, "ABVD") ||
			      says(&drawn, i, heads[0]) ||
			      says(&drawn, i, heads[1]));
	g_assert_null(strstr(drawn.told, "strips of values"));
	drawn_finish(&drawn);
}

/* A strip for which no page is high enough is told as lost, and no more pages
 * come of it. */
static void
test_strip_high(struct world *world, gconstpointer unused)
{
	g_autoptr(GString) values = g_string_new(NULL);
	g_autofree char *xml = NULL;
	struct drawn drawn;

	(void)unused;
	for (int i = 0; i < 120; i++)
		g_string_append_printf(values,
		    "<value code='own-test-of-a-long-name-%d' unit='U/L'>%d"
		    "</value>",
		    i, i + 1);
	xml = g_strdup_printf(CASE(STRIP("2021-01-01", "%s")), values->str);
	draw(world, xml, "180x60mm", "yes", &drawn);
	g_assert_cmpuint(drawn.pages, <=, 2);
	g_assert_nonnull(
	    strstr(drawn.told, "strips of values (1: 2021-01-01)"));
	drawn_finish(&drawn);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/pages/goes-on", struct world, NULL, world_init,
	    test_goes_on, world_finish);
	g_test_add("/pages/more", struct world, NULL, world_init, test_more,
	    world_finish);
	g_test_add("/pages/alone", struct world, NULL, world_init, test_alone,
	    world_finish);
	g_test_add("/pages/grave", struct world, NULL, world_init, test_grave,
	    world_finish);
	g_test_add("/pages/ends", struct world, NULL, world_init, test_ends,
	    world_finish);
	g_test_add("/pages/strips", struct world, NULL, world_init, test_strips,
	    world_finish);
	g_test_add("/pages/strip-high", struct world, NULL, world_init,
	    test_strip_high, world_finish);
	return g_test_run();
}
