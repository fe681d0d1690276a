/* A canary in every text of a case, put there by the table of fields itself:
 * what is added to the table sings from then on. It must be nowhere in the
 * copy for strangers, in no output and in no diagnostic. */
#include "api/context.h"
#include "model/shape.h"
#include "output/output.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A name and a date; the case's own dates lie elsewhere. Not a sign of either
 * may be left. */
#define CANARY "Dr Kanari 1993-11-17"
static const char *const signs[] = {"Kanari", "kanari", "1993", "11-17"};

/* Every kind of element once; what they lack is put in by the table. */
#define SKELETON                                                               \
	"<case xmlns='urn:clincourse:case:1' id='c' xml:lang='en'>"            \
	"<title>t</title><patient id='p' sex='female' age='50'/>"              \
	"<diagnosis id='dx' code='aml' time='2001-03-04'/>"                    \
	"<line n='1'>"                                                         \
	"<treatment id='t' code='VCd' time='2001-03-05/2001-06-02'/>"          \
	"<procedure id='pr' code='auto-sct' time='2001-06-20'/>"         \
	"<response id='r' code='PR' time='2001-06-01'/>"                       \
	"</line>"                                                              \
	"<event id='e' code='fever' time='2001-04-01/2001-04-05'/>"            \
	"<genetics id='g' time='2001-03-04'><finding>x</finding></genetics>"   \
	"<lesion id='l' site='spleen' time='2001-03-04/2001-05-06'/>"          \
	"<series id='s' code='wbc' unit='10^9/L'>"                             \
	"<value time='2001-03-04'>5</value><value time='2001-04-04'>9</value>" \
	"</series>"                                                            \
	"<panel id='pa' time='2001-03-06'>"                                    \
	"<value code='haemoglobin' unit='g/L'>90</value></panel>"              \
	"<relapse id='re' time='2001-08-01'/>"                                 \
	"<comment id='co' time='2001-08-02'><label>n</label></comment>"          \
	"<outcome id='o' code='death' time='2001-09-09'/>"                     \
	"</case>"

/* Which fields sing. */
enum song {
	SONG_ALL,      /* every one */
	SONG_NAMELESS, /* no labels: what is drawn then is codes */
	SONG_CODES,    /* every one but codes, by which much is drawn */
	SONG_FIGURE,   /* every one, and those of <figure> */
	SONG_COUNT
};

struct singer {
	struct cc_arena arena;
	enum song song;
	size_t notes; /* so far */
};

static const char *
sing(struct singer *singer)
{
	return cc_arena_printf(
	    &singer->arena, "%s %zu", CANARY, ++singer->notes);
}

static struct cc_words
sing_words(struct singer *singer)
{
	const size_t count = 3;
	struct cc_words words = {
	    cc_arena_new_array(&singer->arena, const char *, count),
	    cc_arena_new_array(&singer->arena, struct cc_pos, count), count};

	words.word[0] = "Dr";
	words.word[1] = "Kanari";
	words.word[2] = "Dr-Kanari-1993-11-17";
	return words;
}

static bool
stays(const struct singer *singer, const struct cc_shape *shape,
    const struct cc_field *field)
{
	if (strcmp(shape->element ? shape->element : "", "figure") == 0)
		return singer->song != SONG_FIGURE;
	return singer->song == SONG_CODES && strcmp(field->name, "code") == 0;
}

#define TEXT_OF(base, offset) (*CC_AT(const char *, base, offset))

/* A dose whose unit sings. */
static void
sing_amount(struct singer *singer, struct cc_amount *to)
{
	*to = (struct cc_amount){
	    .number = 5, .most = 5, .digits = "5", .unit = sing(singer)};
	to->text = cc_arena_join(&singer->arena, "5 ", to->unit, NULL);
}

static void
sing_reasons(struct singer *singer, struct cc_reasons *to)
{
	to->words = sing_words(singer);
	to->fact = cc_arena_new_array(
	    &singer->arena, const struct cc_fact *, to->words.count);
}

static void
sing_field(struct singer *singer, const struct cc_field *field, void *to)
{
	struct cc_order **order;

	switch (field->type) {
	case CC_FIELD_TEXT:
	case CC_FIELD_NAME:
	case CC_FIELD_CALLED:
		TEXT_OF(to, field->at) = sing(singer);
		break;
	case CC_FIELD_ID:
		TEXT_OF(to, field->at) = cc_arena_printf(
		    &singer->arena, "Kanari-%zu", ++singer->notes);
		break;
	case CC_FIELD_LANG:
		TEXT_OF(to, field->at) = "en-x-kanari";
		break;
	case CC_FIELD_WORDS:
	case CC_FIELD_NAMES:
		*CC_AT(struct cc_words, to, field->at) = sing_words(singer);
		break;
	case CC_FIELD_REASONS:
		sing_reasons(singer, CC_AT(struct cc_reasons, to, field->at));
		break;
	case CC_FIELD_ORDER:
		order = CC_AT(struct cc_order *, to, field->at);
		if (*order == NULL)
			*order = cc_arena_new(&singer->arena, struct cc_order);
		(*order)->ids = sing_words(singer);
		break;
	case CC_FIELD_DIGITS:
		TEXT_OF(to, field->at) = "19931117";
		break;
	case CC_FIELD_FILE:
	case CC_FIELD_TABLE:
	case CC_FIELD_COLUMNS:
		TEXT_OF(to, field->at) = "Kanari-1993.png";
		break;
	case CC_FIELD_AMOUNT:
		sing_amount(singer, CC_AT(struct cc_amount, to, field->at));
		break;
	case CC_FIELD_AGE:
	case CC_FIELD_GESTATION:
	case CC_FIELD_NUMBER: /* of numbers and closed sets: nothing */
	case CC_FIELD_CHOICE:
	case CC_FIELD_WORD:
	case CC_FIELD_CLOCK:
	case CC_FIELD_FLAG:
	case CC_FIELD_COUNT:
	case CC_FIELD_TIME:
	case CC_FIELD_PERIOD:
	case CC_FIELD_BELOW:
	case CC_FIELD_ABOVE:
	case CC_FIELD_FREQUENCY:
	case CC_FIELD_SCHEDULE:
	case CC_FIELD_TYPE_COUNT:
		break;
	}
}

static void sing_element(struct singer *singer, const struct cc_shape *shape,
    struct cc_mask mask, void *to);

/* An element that was not written. */
static void *
element_new(struct singer *singer, const struct cc_shape *shape)
{
	void *element = cc_arena_array(&singer->arena, 1, shape->size);

	for (size_t i = 0; i < shape->field_count; i++)
		if (shape->fields[i].type == CC_FIELD_NUMBER)
			*CC_AT(double, element, shape->fields[i].at) = NAN;
	if (shape->content == CC_CONTENT_NUMBER) {
		TEXT_OF(element, shape->text) = "5";
		*CC_AT(double, element, shape->number) = 5;
	}
	if (shape->content == CC_CONTENT_VALUE) {
		struct cc_value *value = element;

		value->number = 5;
		value->text = value->written = "5";
	}
	return element;
}

static void
sing_branch(struct singer *singer, const struct cc_branch *branch, void *to)
{
	const struct cc_shape *shape = branch->shape;
	void **items = CC_AT(void *, to, branch->items);
	size_t *count = CC_AT(size_t, to, branch->count);

	if (singer->song == SONG_NAMELESS &&
	    strcmp(shape->element, "label") == 0)
		return;
	if (*count == 0 && shape != &cc_shape_line) {
		*items = element_new(singer, shape);
		*count = 1;
	}
	for (size_t i = 0; i < *count; i++)
		sing_element(singer, shape, CC_MASK_ALL,
		    (char *)*items + i * shape->size);
}

static void
sing_element(struct singer *singer, const struct cc_shape *shape,
    struct cc_mask mask, void *to)
{
	for (size_t i = 0; i < shape->field_count; i++)
		if (cc_field_holds(&shape->fields[i], mask) &&
		    !stays(singer, shape, &shape->fields[i]))
			sing_field(singer, &shape->fields[i], to);
	if (shape->content == CC_CONTENT_PROSE ||
	    shape->content == CC_CONTENT_CODE)
		TEXT_OF(to, shape->text) = sing(singer);
	if (shape->content == CC_CONTENT_AMOUNT)
		sing_amount(singer, CC_AT(struct cc_amount, to, shape->text));
	for (size_t i = 0; i < shape->branch_count; i++)
		if (cc_branch_holds(&shape->branches[i], mask))
			sing_branch(singer, &shape->branches[i], to);
}

/* The case is the test's own: it may be written to. */
static void
sing_case(struct singer *singer, struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		sing_element(singer, &cc_shape_fact,
		    cc_kind_mask(cc_kind_row(fact->kind)), fact);
	}
	sing_element(singer, &cc_shape_case, CC_MASK_ALL, course);
	/* By the word, so that there is something to count from. */
	course->zero = "diagnosis";
	for (size_t i = 0; i < course->figure_count; i++)
		course->figures[i].zero = NULL;
}

/* Listening. */

static void
assert_silent(const char *what, const char *where, const char *bytes,
    size_t length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		const char *heard =
		    memmem(bytes, length, signs[i], strlen(signs[i]));

		if (heard == NULL)
			continue;
		g_test_message("%s, %s: %.*s", what, where,
		    (int)MIN(60, length - (size_t)(heard - bytes)), heard);
		g_test_fail();
	}
}

static void
listen_text(const struct cc_shape *shape, const char *field, const char *text)
{
	if (text != NULL)
		assert_silent(shape->element ? shape->element : "fact", field,
		    text, strlen(text));
}

static void
listen_words(const struct cc_shape *shape, const char *field,
    const struct cc_words *words)
{
	for (size_t i = 0; i < words->count; i++)
		listen_text(shape, field, words->word[i]);
}

static void
listen_amount(const struct cc_shape *shape, const char *field,
    const struct cc_amount *amount)
{
	listen_text(shape, field, amount->text);
	listen_text(shape, field, amount->unit);
}

static void
listen_field(const struct cc_shape *shape, const struct cc_field *field,
    const void *from)
{
	const struct cc_order *order;

	switch (field->type) {
	case CC_FIELD_TEXT:
	case CC_FIELD_LANG:
	case CC_FIELD_CHOICE:
	case CC_FIELD_ID:
	case CC_FIELD_NAME:
	case CC_FIELD_CALLED:
	case CC_FIELD_DIGITS:
	case CC_FIELD_PERIOD:
	case CC_FIELD_FILE:
	case CC_FIELD_TABLE:
	case CC_FIELD_COLUMNS:
	case CC_FIELD_FREQUENCY:
	case CC_FIELD_SCHEDULE:
	case CC_FIELD_GESTATION:
		listen_text(shape, field->name,
		    *CC_AT_CONST(char *, from, field->at));
		break;
	case CC_FIELD_AMOUNT:
		listen_amount(shape, field->name,
		    CC_AT_CONST(struct cc_amount, from, field->at));
		break;
	case CC_FIELD_WORDS:
	case CC_FIELD_NAMES:
		listen_words(shape, field->name,
		    CC_AT_CONST(struct cc_words, from, field->at));
		break;
	case CC_FIELD_REASONS:
		listen_words(shape, field->name,
		    &CC_AT_CONST(struct cc_reasons, from, field->at)->words);
		break;
	case CC_FIELD_ORDER:
		order = *CC_AT_CONST(struct cc_order *, from, field->at);
		if (order != NULL)
			listen_words(shape, field->name, &order->ids);
		break;
	case CC_FIELD_NUMBER:
	case CC_FIELD_AGE:
		listen_text(shape, field->name,
		    *CC_AT_CONST(char *, from, field->also));
		break;
	case CC_FIELD_TIME:
		listen_text(shape, field->name,
		    CC_AT_CONST(struct cc_time, from, field->at)->text);
		break;
	case CC_FIELD_WORD:
	case CC_FIELD_CLOCK:
	case CC_FIELD_FLAG:
	case CC_FIELD_COUNT:
	case CC_FIELD_BELOW:
	case CC_FIELD_ABOVE:
	case CC_FIELD_TYPE_COUNT:
		break;
	}
}

static void
listen_element(const struct cc_shape *shape, const void *from)
{
	for (size_t i = 0; i < shape->field_count; i++)
		listen_field(shape, &shape->fields[i], from);
	if (shape->content != CC_CONTENT_NONE)
		listen_text(shape, "its content",
		    *CC_AT_CONST(char *, from, shape->text));
	if (shape->content == CC_CONTENT_AMOUNT)
		listen_amount(shape, "its content",
		    CC_AT_CONST(struct cc_amount, from, shape->text));
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];
		const char *items = *CC_AT_CONST(char *, from, branch->items);
		const size_t count = *CC_AT_CONST(size_t, from, branch->count);

		for (size_t k = 0; k < count; k++)
			listen_element(
			    branch->shape, items + k * branch->shape->size);
	}
}

/* A case in which everything sings. */
struct stage {
	struct clincourse_diags *diags;
	struct clincourse *context;
	struct clincourse_reader *reader;
	struct clincourse_case course;
	struct singer singer;
};

static void
stage_open(struct stage *stage, enum song song)
{
	g_autofree char *path = NULL;
	const struct clincourse_case *read;
	bool bad = false;
	int file = g_file_open_tmp("canary-XXXXXX.xml", &path, NULL);

	g_assert_cmpint(file, >=, 0);
	close(file);
	g_assert_true(g_file_set_contents(path, SKELETON, -1, NULL));
	stage->diags = clincourse_diags_create();
	stage->context = clincourse_create(NULL, stage->diags);
	stage->reader = clincourse_open(stage->context, path, stage->diags);
	read = clincourse_next(stage->reader, &bad, stage->diags);
	g_assert_nonnull(read);
	remove(path);
	stage->singer = (struct singer){.song = song};
	cc_arena_init(&stage->singer.arena);
	sing_case(&stage->singer, (struct cc_case *)read->data);
	stage->course = *read;
	cc_terms_init(&stage->course.terms, &stage->singer.arena,
	    stage->course.terms.vocab, read->data);
	clincourse_diags_destroy(stage->diags);
	stage->diags = clincourse_diags_create();
}

static void
stage_close(struct stage *stage)
{
	cc_arena_finish(&stage->singer.arena);
	clincourse_close(stage->reader);
	clincourse_destroy(stage->context);
	clincourse_diags_destroy(stage->diags);
}

static const char *const levels[] = {"relative", "month", "year"};

/* In the copy itself, whether anything draws it or not. */
static void
test_copy(void)
{
	struct stage stage;

	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
		struct cc_privacy_way way = {
		    .level = cc_privacy_find(levels[i]), .id = "case-0001"};
		struct cc_arena arena;

		stage_open(&stage, SONG_FIGURE);
		cc_arena_init(&arena);
		way.forms = cc_context_forms(
		    stage.context, &stage.diags->list);
		way.vocab = stage.course.terms.vocab;
		{
			const struct cc_case *shown = cc_case_private(&arena,
			    stage.course.data, &way, &stage.diags->list);

			g_assert_cmpuint(shown->fact_count, ==,
			    stage.course.data->fact_count);
			listen_element(&cc_shape_case, shown);
			for (size_t k = 0; k < shown->fact_count; k++)
				listen_element(
				    &cc_shape_fact, &shown->facts[k]);
		}
		cc_arena_finish(&arena);
		stage_close(&stage);
	}
}

/* A picture, what is measured of it, and what its file would be called: the
 * last two are heard at once. */
static void
draw_measured(struct stage *stage, struct clincourse_render *render,
    const char *format, char **bytes, size_t *length)
{
	g_autofree char *folder = g_dir_make_tmp("canary-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "measured", NULL);
	struct clincourse_metrics *metrics =
	    clincourse_metrics_open(path, stage->diags);
	const char *id = clincourse_render_id(render, &stage->course);
	g_autofree char *measured = NULL;
	size_t count = 0;

	g_assert_nonnull(metrics);
	clincourse_render_measure(render, metrics);
	clincourse_draw_memory(
	    render, &stage->course, format, bytes, length, stage->diags);
	g_assert_true(clincourse_metrics_close(metrics, stage->diags));
	g_assert_true(g_file_get_contents(path, &measured, &count, NULL));
	/* Words are not measured. */
	g_assert_true(
	    count > 0 || *bytes == NULL || strcmp(format, "md") == 0);
	assert_silent(format, "measurements", measured, count);
	assert_silent(format, "file name", id, strlen(id));
	remove(path);
	rmdir(folder);
}

/* What a picture of the level says, in bytes; NULL where there is none. */
static char *
draw(struct stage *stage, const char *level, const char *lang,
    const char *format, size_t *length)
{
	struct clincourse_render *render =
	    clincourse_render_create(stage->context);
	char *bytes = NULL;

	*length = 0;
	if (level != NULL)
		clincourse_render_set(render, "privacy", level, stage->diags);
	clincourse_render_set(render, "lang", lang, stage->diags);
	clincourse_render_set(render, "size", "a4", stage->diags);
	clincourse_render_number(render, 1);
	if (level == NULL)
		clincourse_draw_memory(render, &stage->course, format, &bytes,
		    length, stage->diags);
	else
		draw_measured(stage, render, format, &bytes, length);
	clincourse_render_destroy(render);
	return bytes;
}

static void
assert_quiet(struct stage *stage, const char *what)
{
	char *said = clincourse_diags_text(
	    stage->diags, CLINCOURSE_DIAGS_TEXT, CLINCOURSE_NOTE);

	assert_silent(what, "diagnostics", said, strlen(said));
	free(said);
}

static void
listen_outputs(enum song song, const char *level, const char *lang)
{
	static const char *const formats[] = {"scene", "svg", "md"};
	struct stage stage;

	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
		g_autofree char *what = g_strdup_printf(
		    "song %d, %s, %s, %s", (int)song, level, lang, formats[i]);
		size_t length;
		char *bytes;

		stage_open(&stage, song);
		clincourse_diags_discreet(stage.diags, 1);
		bytes = draw(&stage, level, lang, formats[i], &length);
		/* A figure that asks for what there is not has no picture. */
		if (bytes == NULL && song != SONG_FIGURE) {
			char *said = clincourse_diags_text(stage.diags,
			    CLINCOURSE_DIAGS_TEXT, CLINCOURSE_WARNING);

			g_test_message("%s: nothing drawn: %s", what, said);
			g_test_fail();
			free(said);
		}
		if (bytes != NULL)
			assert_silent(what, "picture", bytes, length);
		free(bytes);
		assert_quiet(&stage, what);
		stage_close(&stage);
	}
}

static void
test_outputs(void)
{
	static const char *const langs[] = {"en", "zh", "de"};

	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
		for (int song = 0; song < SONG_COUNT; song++)
			listen_outputs((enum song)song, levels[i],
			    langs[((size_t)song + i) % G_N_ELEMENTS(langs)]);
}

/* Without privacy it can be heard: the ears are good. */
static void
test_heard(void)
{
	struct stage stage;
	size_t length;
	char *bytes;

	stage_open(&stage, SONG_CODES);
	bytes = draw(&stage, NULL, "en", "svg", &length);
	g_assert_nonnull(bytes);
	g_assert_nonnull(memmem(bytes, length, "Kanari", 6));
	free(bytes);
	stage_close(&stage);
}

/* The table: every row says what becomes of it, and nothing that an author
 * can write a name into is kept. */

static bool
is_closed(enum cc_field_type type)
{
	switch (type) {
	case CC_FIELD_LANG:
	case CC_FIELD_CHOICE:
	case CC_FIELD_WORD:
	case CC_FIELD_CLOCK:
	case CC_FIELD_FLAG:
	case CC_FIELD_NUMBER:
	case CC_FIELD_COUNT:
	case CC_FIELD_PERIOD:
	case CC_FIELD_BELOW:
	case CC_FIELD_ABOVE:
	case CC_FIELD_FREQUENCY:
	case CC_FIELD_SCHEDULE:
	case CC_FIELD_AGE:
	case CC_FIELD_GESTATION:
		return true;
	case CC_FIELD_TEXT:
	case CC_FIELD_WORDS:
	case CC_FIELD_ID:
	case CC_FIELD_NAME:
	case CC_FIELD_CALLED:
	case CC_FIELD_NAMES:
	case CC_FIELD_REASONS:
	case CC_FIELD_ORDER:
	case CC_FIELD_DIGITS:
	case CC_FIELD_TIME:
	case CC_FIELD_FILE:
	case CC_FIELD_TABLE:
	case CC_FIELD_COLUMNS:
	case CC_FIELD_AMOUNT:
	case CC_FIELD_TYPE_COUNT:
		break;
	}
	return false;
}

static void
check_row(const struct cc_shape *shape, const char *field,
    enum cc_veiling veil, bool closed)
{
	const char *element = shape->element ? shape->element : "fact";

	if (veil <= 0 || veil >= CC_VEIL_COUNT) {
		g_test_message("%s, %s: no veil", element, field);
		g_test_fail();
	}
	if (veil == CC_VEIL_KEEP && !closed) {
		g_test_message("%s, %s: words are kept", element, field);
		g_test_fail();
	}
}

static void
check_shape(const struct cc_shape *shape)
{
	for (size_t i = 0; i < shape->field_count; i++)
		check_row(shape, shape->fields[i].name, shape->fields[i].veil,
		    is_closed(shape->fields[i].type));
	if (shape->content != CC_CONTENT_NONE)
		check_row(shape, "content", shape->veil,
		    shape->content == CC_CONTENT_NUMBER ||
			shape->content == CC_CONTENT_VALUE);
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];

		check_row(shape, branch->shape->element, branch->veil, true);
		check_shape(branch->shape);
	}
}

static void
test_table(void)
{
	check_shape(&cc_shape_case);
	check_shape(&cc_shape_fact);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/canary/table", test_table);
	g_test_add_func("/canary/copy", test_copy);
	g_test_add_func("/canary/heard", test_heard);
	g_test_add_func("/canary/outputs", test_outputs);
	return g_test_run();
}
