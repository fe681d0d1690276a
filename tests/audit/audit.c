/* audit CASES [--first SEED] [--known FILE] [--worst N]
 * Draws generated cases at seven sizes in two languages and demands that every
 * picture is faultless or refused with a reason and numbers. Prints TAP.
 *
 * Faults that exist are listed in FILE, one line a size and fault with the
 * number of pictures that have it; that number may only fall. `--worst N`
 * names the N worst pictures instead, for whoever mends them. */
#include "press.h"

#include "scene/metrics.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* None is refused on the default size below this density. */
#define EVENTS_DRAWN 40

static const struct {
	const char *name;
	double refused_most; /* of all pictures; a slide's type is large */
} sizes[] = {{"screen", 0}, {"screen-16x9", 0}, {"nature-1", 0},
    {"nature-2", 0}, {"a4-landscape", 0}, {"slide-16x9", 0.002},
    {"lancet-1", 0}};
static const char *const languages[] = {"en", "zh"};

#define SIZES G_N_ELEMENTS(sizes)
#define LANGUAGES G_N_ELEMENTS(languages)
#define EXAMPLE_LENGTH 96

/* What makes a figure, beyond its lack of faults: of pages that have room. */
#define FIRST_LEAST 7    /* median axis of first curves [u] */
#define OTHERS_LEAST 4.5 /* of the others [u] */
#define SHORT_LEAST 2.5  /* of all, on pages that are full or fixed [u] */
#define TICKS_LEAST 2    /* with a number, of each curve */
#define BLANK_MOST 0.08  /* of a page that may grow */

struct tally { /* of one size */
	int pictures, refused, early, mute, small;
	int growing, blank, bare; /* pages that may grow; curves without ticks */
	GArray *first, *others; /* axes of curves where there is room [u] */
	GArray *cramped;        /* and of those where there is none */
	GArray *far;            /* words from what they name [pt] */
	int faulty[CC_FAULT_COUNT]; /* pictures */
	double slowest;             /* [ms] */
	uint64_t slowest_seed;
};

struct offender {
	uint64_t seed;
	size_t size, lang;
	size_t faults[CC_FAULT_COUNT];
	char example[EXAMPLE_LENGTH]; /* the first fault's two parties */
};

struct audit {
	struct cc_press press;
	struct clincourse_render *renders[SIZES][LANGUAGES];
	struct tally tallies[SIZES];
	GArray *offenders; /* of struct offender */
	int cases, points;
	bool failed;
};

/* What is drawn, for the handler of a crash: it may not allocate. */
static char at_work[128];

static void
crashed(int signal_number)
{
	ssize_t written = write(STDERR_FILENO, at_work, strlen(at_work));

	(void)written;
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void
offence_name(struct offender *offender, const struct cc_scene *scene,
    const struct cc_metrics *counted)
{
	const struct cc_place_of_fault *place;
	const struct cc_item *item, *other;
	const char *role;

	if (counted->places->len == 0)
		return;
	place = &g_array_index(counted->places, struct cc_place_of_fault, 0);
	item = &scene->items[place->item];
	other = &scene->items[place->other];
	role = cc_role_word(other->role);
	g_snprintf(offender->example, EXAMPLE_LENGTH, "%s: \"%.30s\" x %s%.30s",
	    cc_fault_word(place->fault),
	    item->op == CC_OP_TEXT ? item->text.string : role,
	    other->op == CC_OP_TEXT ? "" : role,
	    other->op == CC_OP_TEXT ? other->text.string : "");
}

/* [pt] as printed */
static double
least_type(const struct cc_page_maker *maker)
{
	return maker->size->type[CC_TYPE_LEAST] * maker->size->unit;
}

static void
curves_count(struct tally *tally, const struct cc_page_maker *maker)
{
	const struct cc_layout_report *report = &maker->report;

	for (size_t i = 0; i < report->curve_count; i++) {
		const struct cc_curve_use *curve = &report->curves[i];

		tally->bare += curve->ticks < TICKS_LEAST;
		if (!report->full && !maker->size->fixed_height)
			g_array_append_val(
			    i == 0 ? tally->first : tally->others,
			    curve->height);
		else
			g_array_append_val(tally->cramped, curve->height);
	}
}

static void
page_count(struct tally *tally, const struct cc_page_maker *maker,
    const struct cc_metrics *counted)
{
	if (!maker->size->fixed_height) {
		tally->growing++;
		tally->blank += counted->blank >= BLANK_MOST;
	}
	g_array_append_val(tally->far, counted->word_far);
	curves_count(tally, maker);
}

static void
picture_count(struct audit *audit, const struct cc_page_maker *maker,
    struct offender *offender)
{
	struct tally *tally = &audit->tallies[offender->size];
	struct cc_metrics counted;
	size_t sum = 0;

	cc_metrics_count(&counted, &maker->scene, cc_fonts_ink(maker->fonts));
	for (int i = 0; i < CC_FAULT_COUNT; i++) {
		offender->faults[i] = counted.faults[i];
		sum += counted.faults[i];
		tally->faulty[i] += counted.faults[i] > 0;
	}
	tally->small +=
	    counted.texts > 0 && counted.least_text < least_type(maker) - 0.01;
	page_count(tally, maker, &counted);
	if (sum > 0) {
		offence_name(offender, &maker->scene, &counted);
		g_array_append_val(audit->offenders, *offender);
	}
	cc_metrics_finish(&counted);
}

/* A refusal is an error of the figure's hundred with its numbers. */
static bool
says_why(const struct cc_diags *diags)
{
	for (guint i = 0; i < diags->list->len; i++) {
		const struct cc_diag *diag = diags->list->pdata[i];

		if (diag->severity >= CC_ERROR &&
		    g_str_has_prefix(cc_code_word(diag->code), "E4") &&
		    strpbrk(diag->sentence, "0123456789") != NULL)
			return true;
	}
	return false;
}

static void
picture_refused(struct audit *audit, const struct clincourse_case *course,
    const struct offender *offender, const struct cc_diags *diags)
{
	struct tally *tally = &audit->tallies[offender->size];
	g_autoptr(GString) text = g_string_new(NULL);

	tally->refused++;
	if (course->data->fact_count <= EVENTS_DRAWN)
		tally->early++;
	if (!says_why(diags))
		tally->mute++;
	cc_diags_text(diags, CC_ERROR, text);
	g_strdelimit(text->str, "\n", ' ');
	printf("# refused: seed %" G_GUINT64_FORMAT " %s %s, %zu events: %s\n",
	    offender->seed, sizes[offender->size].name,
	    languages[offender->lang], course->data->fact_count, text->str);
}

static void
picture_draw(struct audit *audit, const struct clincourse_case *course,
    struct offender offender)
{
	struct tally *tally = &audit->tallies[offender.size];
	struct cc_page_maker maker;
	struct cc_diags diags;

	g_snprintf(at_work, sizeof(at_work),
	    "\naudit: crashed at seed %" G_GUINT64_FORMAT " %s %s\n",
	    offender.seed, sizes[offender.size].name, languages[offender.lang]);
	cc_diags_init(&diags);
	cc_page_maker_init(
	    &maker, audit->renders[offender.size][offender.lang], &diags);
	maker.measured = true;
	tally->pictures++;
	if (cc_page_make(&maker, course) == NULL)
		picture_refused(audit, course, &offender, &diags);
	else
		picture_count(audit, &maker, &offender);
	if (maker.layout_ms > tally->slowest) {
		tally->slowest = maker.layout_ms;
		tally->slowest_seed = offender.seed;
	}
	cc_page_maker_finish(&maker);
	cc_diags_finish(&diags);
}

static void
case_draw(struct audit *audit, uint64_t seed)
{
	const struct clincourse_case *course;
	struct cc_knobs knobs;

	cc_knobs_init(&knobs, seed);
	course = cc_press_case(&audit->press, &knobs);
	if (course == NULL) {
		printf("# seed %" G_GUINT64_FORMAT " is no legal case\n", seed);
		audit->failed = true;
		return;
	}
	for (size_t size = 0; size < SIZES; size++)
		for (size_t lang = 0; lang < LANGUAGES; lang++)
			picture_draw(audit, course,
			    (struct offender){
				.seed = seed, .size = size, .lang = lang});
}

static void point(struct audit *audit, bool good, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

static void
point(struct audit *audit, bool good, const char *format, ...)
{
	va_list arguments;

	audit->failed |= !good;
	printf("%sok %d - ", good ? "" : "not ", ++audit->points);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
}

/* How many pictures of a size may have a fault, by the list. */
static int
known_faults(char **lines, const struct audit *audit, const char *size,
    const char *fault)
{
	g_autofree char *stem =
	    g_strdup_printf("%d %s %s ", audit->cases, size, fault);

	for (; lines != NULL && *lines != NULL; lines++)
		if (g_str_has_prefix(*lines, stem))
			return atoi(*lines + strlen(stem));
	return 0;
}

static size_t
score(const struct offender *offender)
{
	size_t sum = 0;

	for (int i = 0; i < CC_FAULT_COUNT; i++)
		sum += offender->faults[i];
	return sum;
}

static int
offender_compare(const void *left, const void *right)
{
	const struct offender *a = left, *b = right;
	const size_t one = score(a), two = score(b);

	if (one != two)
		return one < two ? 1 : -1;
	if (a->seed != b->seed)
		return a->seed < b->seed ? -1 : 1;
	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	return a->lang < b->lang ? -1 : a->lang > b->lang;
}

static void
offender_print(const struct offender *offender)
{
	printf("# seed %" G_GUINT64_FORMAT " %s %s:", offender->seed,
	    sizes[offender->size].name, languages[offender->lang]);
	for (int i = 0; i < CC_FAULT_COUNT; i++)
		if (offender->faults[i] > 0)
			printf(" %s %zu", cc_fault_word((enum cc_fault)i),
			    offender->faults[i]);
	printf(" (%s)\n", offender->example);
}

/* The worst pictures of a size that have the fault; `most` of them. */
static void
offenders_print(const struct audit *audit, size_t size, int fault, int most)
{
	for (guint i = 0; i < audit->offenders->len && most > 0; i++) {
		const struct offender *offender =
		    &g_array_index(audit->offenders, struct offender, i);

		if (offender->size != size || offender->faults[fault] == 0)
			continue;
		offender_print(offender);
		most--;
	}
}

static int
by_number(const void *left, const void *right)
{
	const double *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Of a list that is sorted by it; NAN: there is none. */
static double
median_of(GArray *numbers)
{
	if (numbers->len == 0)
		return NAN;
	g_array_sort(numbers, by_number);
	return g_array_index(numbers, double, numbers->len / 2);
}

static void
looks_judge(struct audit *audit, size_t size)
{
	const struct tally *tally = &audit->tallies[size];
	const char *name = sizes[size].name;
	const double first = median_of(tally->first);
	const double others = median_of(tally->others);
	const double cramped = median_of(tally->cramped);

	point(audit, !(first < FIRST_LEAST),
	    "%s: first curves are %.1f u high (median of %u)", name, first,
	    tally->first->len);
	point(audit, !(others < OTHERS_LEAST),
	    "%s: other curves are %.1f u high (median of %u)", name, others,
	    tally->others->len);
	point(audit, !(cramped < SHORT_LEAST),
	    "%s: curves of full pages are %.1f u high (median of %u)", name,
	    cramped, tally->cramped->len);
	point(audit, tally->bare == 0, "%s: %d curves without two ticks", name,
	    tally->bare);
	point(audit, tally->blank == 0,
	    "%s: %d of %d pages that may grow are blank by %.0f %%", name,
	    tally->blank, tally->growing, 100 * BLANK_MOST);
	printf("# %s: words stand %.1f pt from what they name at most (median)\n",
	    name, median_of(tally->far));
}

static void
size_judge(struct audit *audit, size_t size, char **known)
{
	const struct tally *tally = &audit->tallies[size];
	const char *name = sizes[size].name;

	point(audit,
	    tally->refused <= tally->pictures * sizes[size].refused_most,
	    "%s: %d of %d refused (%.2f %%)", name, tally->refused,
	    tally->pictures, 100.0 * tally->refused / tally->pictures);
	point(audit, tally->mute == 0, "%s: every refusal says why", name);
	if (size == 0)
		point(audit, tally->early == 0,
		    "%s: %d refused of up to %d events", name, tally->early,
		    EVENTS_DRAWN);
	point(audit, tally->small == 0,
	    "%s: text below the size's least in %d pictures", name,
	    tally->small);
	looks_judge(audit, size);
	printf("# %s: slowest layout %.1f ms (seed %" G_GUINT64_FORMAT ")\n",
	    name, tally->slowest, tally->slowest_seed);
	for (int i = 0; i < CC_FAULT_COUNT; i++) {
		const char *fault = cc_fault_word((enum cc_fault)i);
		const int most = known_faults(known, audit, name, fault);
		const bool good = tally->faulty[i] <= most;

		point(audit, good, "%s: %s in %d of %d pictures (known: %d)",
		    name, fault, tally->faulty[i], tally->pictures, most);
		if (!good)
			offenders_print(audit, size, i, 10);
		else if (tally->faulty[i] < most)
			printf("# now write: %d %s %s %d\n", audit->cases, name,
			    fault, tally->faulty[i]);
	}
}

static bool
audit_init(struct audit *audit)
{
	*audit = (struct audit){0};
	audit->offenders = g_array_new(FALSE, FALSE, sizeof(struct offender));
	if (!cc_press_init(&audit->press))
		return false;
	for (size_t size = 0; size < SIZES; size++) {
		struct tally *tally = &audit->tallies[size];

		tally->first = g_array_new(FALSE, FALSE, sizeof(double));
		tally->others = g_array_new(FALSE, FALSE, sizeof(double));
		tally->cramped = g_array_new(FALSE, FALSE, sizeof(double));
		tally->far = g_array_new(FALSE, FALSE, sizeof(double));
	}
	for (size_t size = 0; size < SIZES; size++)
		for (size_t lang = 0; lang < LANGUAGES; lang++) {
			struct clincourse_render *render =
			    clincourse_render_create(audit->press.context);

			audit->renders[size][lang] = render;
			if (!clincourse_render_set(render, "size",
				sizes[size].name, audit->press.diags) ||
			    !clincourse_render_set(render, "lang",
				languages[lang], audit->press.diags))
				return false;
		}
	return true;
}

static void
audit_finish(struct audit *audit)
{
	for (size_t size = 0; size < SIZES; size++) {
		g_array_unref(audit->tallies[size].first);
		g_array_unref(audit->tallies[size].others);
		g_array_unref(audit->tallies[size].cramped);
		g_array_unref(audit->tallies[size].far);
		for (size_t lang = 0; lang < LANGUAGES; lang++)
			clincourse_render_destroy(audit->renders[size][lang]);
	}
	cc_press_finish(&audit->press);
	g_array_unref(audit->offenders);
}

static void
audit_judge(struct audit *audit, const char *known)
{
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	if (known != NULL && g_file_get_contents(known, &text, NULL, NULL))
		lines = g_strsplit(text, "\n", -1);
	for (size_t size = 0; size < SIZES; size++)
		size_judge(audit, size, lines);
	printf("1..%d\n", audit->points);
}

int
main(int argc, char **argv)
{
	const char *known = NULL;
	struct audit audit;
	uint64_t first = 1;
	int worst = 0;

	if (!audit_init(&audit)) {
		puts("Bail out! no context");
		return 1;
	}
	audit.cases = argc > 1 ? atoi(argv[1]) : 0;
	for (int i = 2; i + 1 < argc; i += 2) {
		if (strcmp(argv[i], "--first") == 0)
			first = g_ascii_strtoull(argv[i + 1], NULL, 10);
		else if (strcmp(argv[i], "--known") == 0)
			known = argv[i + 1];
		else if (strcmp(argv[i], "--worst") == 0)
			worst = atoi(argv[i + 1]);
	}
	signal(SIGABRT, crashed);
	signal(SIGSEGV, crashed);
	for (int i = 0; i < audit.cases; i++)
		case_draw(&audit, first + (uint64_t)i);
	g_array_sort(audit.offenders, offender_compare);
	for (guint i = 0; i < audit.offenders->len && (int)i < worst; i++)
		offender_print(
		    &g_array_index(audit.offenders, struct offender, i));
	if (worst == 0)
		audit_judge(&audit, known);
	audit_finish(&audit);
	return audit.failed && worst == 0;
}
