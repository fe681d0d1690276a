/* Callouts above the treatments: turning points as flags. The first line says
 * what, the second adds and dates it. */
#include "layout/draw.h"
#include "layout/labels.h"
#include "mark/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The most of the page's height that flags may take. */
#define FLAGS_SHARE 0.24
/* More plain events than this are a row of their own: the callouts belong to
 * the turning points. */
#define PLAIN_MOST 6

/* So many dropped callouts are tried once more. */
#define BACK_MOST 16

/* Where there are no more, each is tried narrower than the others. */
#define NARROW_MOST 12
#define NARROW_PASSES 3

/* Lines of a head and of a tail. */
#define HEAD_MOST 3
#define TAIL_MOST 2
/* Widths that are tried. */
#define LIMITS 4

enum rank {         /* who goes first when there is no room: the last */
	RANK_TURN,  /* diagnosis, progression, relapse, outcome */
	RANK_KEY,   /* marked by the author */
	RANK_PLAIN, /* any other moment */
};

/* The words of a flag, wrapped to a width. */
struct sizing {
	bool valid;
	const char *line[HEAD_MOST + TAIL_MOST]; /* head, then tail */
	int head_lines, tail_lines;
	double width; /* of the widest line [unit] */
	int lost;     /* of the words: 0 none, 1 of the tail, 2 of the head */
};

struct flag {
	const struct cc_fact *fact;
	enum rank rank;
	bool turn_back; /* progression or relapse: its colour */
	struct cc_reach reach;
	const char *head;
	const char *note, *when;    /* "" where there is nothing to add */
	const char *tail;           /* both of them */
	const char *both;           /* as one line where that fits; or NULL */
	const struct sizing *words; /* as wrapped at the width last tried */
	/* With the tail, and bare: of the widest that the row keeps. */
	struct sizing sizings[LIMITS][2];
	bool bare;    /* the head alone */
	bool dropped; /* a mark without words */
	struct cc_flag_item item;
	double bottom; /* of the stem */
};

struct flags {
	struct flag *all;
	struct cc_flag_item *items; /* of those with words, while placed */
	size_t count;
	bool worded;
	double widest; /* that the flags' words were last wrapped to [unit] */
	double height; /* of the words */
};

static bool
is_visit(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_term *term = fact->code
	                                 ? cc_terms_find(figure->in->terms,
					       CC_IN_EVENT, NULL, fact->code)
	                                 : NULL;
	return term && term->class && strcmp(term->class, "visit") == 0;
}

/* By fact index: which are only why something was not done, and said there. */
static const bool *
list_reasons(const struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	bool *reasons =
	    cc_arena_new_array(figure->arena, bool, course->fact_count);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind != CC_KIND_PROCEDURE ||
		    fact->status != CC_STATUS_NOT_DONE)
			continue;
		for (size_t b = 0; b < fact->because.count; b++)
			reasons[fact->because.fact[b]->index] = true;
	}
	return reasons;
}

static bool
is_progression(const struct cc_figure *figure, const struct cc_fact *fact)
{
	if (fact->kind != CC_KIND_RESPONSE || !fact->code)
		return false;
	const struct cc_term *term =
	    cc_terms_find(figure->in->terms, CC_IN_RESPONSE,
		cc_case_criteria(figure->course, figure->in->terms, fact),
		fact->code);
	return term && term->slot && strcmp(term->slot, "pd") == 0;
}

/* Which facts get a flag, and how dear it is. */
static bool
wants_flag(const struct cc_figure *figure, const bool *reasons,
    const struct cc_fact *fact, enum rank *rank)
{
	*rank = fact->key == CC_KEY_YES ? RANK_KEY : RANK_PLAIN;
	if (fact->key == CC_KEY_NO)
		return false;
	if (fact->kind == CC_KIND_DIAGNOSIS || fact->kind == CC_KIND_RELAPSE ||
	    fact->kind == CC_KIND_OUTCOME || fact->kind == CC_KIND_RESPONSE) {
		*rank = RANK_TURN;
		return fact->kind != CC_KIND_RESPONSE ||
		       is_progression(figure, fact);
	}
	if (fact->kind == CC_KIND_COMMENT) {
		*rank = RANK_KEY;
		return true;
	}
	if (fact->kind == CC_KIND_PROCEDURE || fact->kind == CC_KIND_TREATMENT)
		return fact->key == CC_KEY_YES;
	if (fact->kind == CC_KIND_EVENT && !reasons[fact->index])
		return !fact->when.span.interval &&
		       (fact->key == CC_KEY_YES ||
			   (!cc_is_harm(figure, fact) &&
			       !is_visit(figure, fact)));
	return false;
}

/* A diagnosis that a relapse of the same time brought is said on its flag. */
static const struct cc_fact *
relapse_beside(const struct cc_figure *figure, const struct cc_fact *diagnosis)
{
	const struct cc_case *course = figure->course;
	if (diagnosis->kind != CC_KIND_DIAGNOSIS || !diagnosis->evolved_from)
		return NULL;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind == CC_KIND_RELAPSE &&
		    fact->when.span.earliest_start.minute ==
			diagnosis->when.span.earliest_start.minute)
			return fact;
	}
	return NULL;
}

static int
by_stem(const void *a, const void *b)
{
	const struct flag *x = a, *y = b;
	return cc_fact_by_start(x->fact, y->fact);
}

static size_t
count_plain(const struct cc_figure *figure, const bool *reasons)
{
	size_t count = 0;
	enum rank rank;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		count += fact->kind == CC_KIND_EVENT &&
		         cc_figure_shows(figure, fact) &&
		         wants_flag(figure, reasons, fact, &rank) &&
		         rank == RANK_PLAIN;
	}
	return count;
}

static size_t
count_wanted(const struct cc_figure *figure, const bool *reasons)
{
	size_t count = 0;
	enum rank rank;
	for (size_t i = 0; i < figure->course->fact_count; i++)
		count += wants_flag(
		    figure, reasons, &figure->course->facts[i], &rank);
	return count;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	struct flags *row = cc_arena_new(figure->arena, struct flags);
	const bool *reasons = list_reasons(figure);
	size_t most = count_wanted(figure, reasons);
	row->all = cc_arena_new_array(figure->arena, struct flag, most);
	row->items =
	    cc_arena_new_array(figure->arena, struct cc_flag_item, most);
	bool crowd = count_plain(figure, reasons) > PLAIN_MOST;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		enum rank rank;
		if (fact->kind == CC_KIND_EVENT && reasons[i])
			cc_figure_claim(figure, fact);
		if (!cc_figure_shows(figure, fact) ||
		    !wants_flag(figure, reasons, fact, &rank))
			continue;
		if (relapse_beside(figure, fact)) {
			cc_figure_claim(figure, fact);
			continue;
		}
		if (fact->kind == CC_KIND_EVENT && rank == RANK_PLAIN && crowd)
			continue;
		if (fact->kind == CC_KIND_EVENT ||
		    fact->kind == CC_KIND_COMMENT)
			cc_figure_claim(figure, fact);
		row->all[row->count].rank = rank;
		row->all[row->count++].fact = fact;
	}
	if (row->count == 0)
		return;
	qsort(row->all, row->count, sizeof(row->all[0]), by_stem);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, NULL, NULL, row);
	track->rule = false;
}

static const char *
evolved_name(struct cc_figure *figure, const struct cc_fact *relapse)
{
	const struct cc_case *course = figure->course;
	for (size_t i = 0; i < course->fact_count; i++)
		if (relapse_beside(figure, &course->facts[i]) == relapse)
			return cc_fact_name(
			    figure->words, &course->facts[i], CC_NAME_FULL);
	return NULL;
}

static const char *
join(struct cc_figure *figure, const char *a, const char *b)
{
	if (!a || *a == '\0')
		return b;
	if (!b || *b == '\0')
		return a;
	return cc_arena_join(figure->arena, a,
	    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), b, NULL);
}

static const char *
colon(struct cc_figure *figure, const char *head, const char *rest)
{
	if (!rest || *rest == '\0')
		return head;
	return cc_arena_join(figure->arena, head,
	    cc_say(figure->words, CC_MSG_LABEL_SEPARATOR), rest, NULL);
}

static void
word_diagnosis(struct cc_figure *figure, struct flag *flag)
{
	/* The patient line names it. */
	flag->head = cc_say(figure->words, CC_MSG_DIAGNOSIS);
	flag->note = "";
	flag->both = join(figure, flag->head, flag->when);
}

static void
word_turn_back(struct cc_figure *figure, struct flag *flag)
{
	const struct cc_fact *fact = flag->fact;
	bool relapse = fact->kind == CC_KIND_RELAPSE;
	const char *label = cc_text_in(figure->words, &fact->labels);
	if (!label && relapse)
		label = evolved_name(figure, fact);
	flag->turn_back = true;
	flag->head = colon(figure,
	    cc_say(
		figure->words, relapse ? CC_MSG_RELAPSE : CC_MSG_PROGRESSION),
	    label);
}

static void
word_outcome(struct cc_figure *figure, struct flag *flag)
{
	const struct cc_words_in *words = figure->words;
	const struct cc_fact *fact = flag->fact;
	const char *label = cc_text_in(words, &fact->labels);
	const char *code = fact->code ? fact->code : "";
	flag->note = "";
	if (fact->cause)
		flag->note = cc_name(
		    words, CC_IN_CAUSE, NULL, fact->cause, CC_NAME_FULL);
	if (!label)
		label = cc_name(words, CC_IN_OUTCOME, NULL, code, CC_NAME_FULL);
	flag->head = cc_upper(figure, label);
}

/* Of one stem the date is said once. */
static bool
is_same_time(const struct cc_fact *a, const struct cc_fact *b)
{
	const struct cc_span *one = &a->when.span, *two = &b->when.span;
	return one->earliest_start.minute == two->earliest_start.minute &&
	       one->latest_end.minute == two->latest_end.minute &&
	       one->approximate == two->approximate &&
	       one->uncertain == two->uncertain;
}

static void
word_flag(struct cc_figure *figure, struct flag *flag, bool first_diagnosis,
    const struct flag *before)
{
	const struct cc_words_in *words = figure->words;
	const struct cc_fact *fact = flag->fact;
	const char *note = cc_text_in(words, &fact->notes);
	flag->head = cc_upper(figure, cc_fact_name(words, fact, CC_NAME_FULL));
	flag->note = note ? note : "";
	flag->when = before && is_same_time(before->fact, fact)
	                 ? ""
	                 : cc_date_text(words, &fact->when.span);
	flag->both = NULL;
	if (fact->kind == CC_KIND_DIAGNOSIS && first_diagnosis)
		word_diagnosis(figure, flag);
	else if (fact->kind == CC_KIND_RELAPSE ||
		 fact->kind == CC_KIND_RESPONSE)
		word_turn_back(figure, flag);
	else if (fact->kind == CC_KIND_OUTCOME)
		word_outcome(figure, flag);
	flag->tail = join(figure, flag->note, flag->when);
	flag->head = cc_of_patient(figure, fact, flag->head);
}

/* Wraps to lines of at most `limit`; true where nothing was cut off. */
static bool
wrap(struct cc_figure *figure, const char *text, bool bold, double limit,
    int most, const char **lines, int *count)
{
	*count = cc_wrap(figure, text, CC_TYPE_NAME, bold, limit, most, lines);
	return *count == 0 || g_str_has_suffix(text, "…") ||
	       !g_str_has_suffix(lines[*count - 1], "…");
}

/* Long words wrap: the widths tried, as shares of the widest. */
static const double limits[LIMITS] = {1, 0.72, 0.5, 0.36};

static double
widest(const struct cc_figure *figure)
{
	return fmax(0.33 * figure->plot.width,
	    fmin(0.6 * figure->plot.width, 24 * figure->u));
}

static void
wrap_flag(struct cc_figure *figure, const struct flag *flag, double limit,
    bool bare, struct sizing *words)
{
	const char *head = flag->head, *tail = bare ? "" : flag->tail;
	*words = (struct sizing){.valid = true};
	if (flag->both &&
	    cc_width(figure, flag->both, CC_TYPE_NAME, true) <= limit) {
		head = flag->both;
		tail = "";
	}
	/* A date is one word: where it has no room, it goes. */
	if (tail[0] != '\0' &&
	    cc_width(figure, flag->when, CC_TYPE_NAME, false) > limit) {
		tail = flag->note;
		words->lost = 1;
	}
	if (!wrap(figure, head, true, limit, HEAD_MOST, words->line,
		&words->head_lines))
		words->lost = 2;
	if (tail[0] != '\0' &&
	    !wrap(figure, tail, false, limit, TAIL_MOST,
		words->line + words->head_lines, &words->tail_lines))
		words->lost = MAX(words->lost, 1);
	for (int i = 0; i < words->head_lines + words->tail_lines; i++)
		words->width = fmax(
		    words->width, cc_width(figure, words->line[i], CC_TYPE_NAME,
				      i < words->head_lines));
}

/* Takes the flag's words at the n-th width; returns how much is lost. */
static int
size_flag(struct cc_figure *figure, struct flag *flag, size_t n)
{
	double u = figure->u;
	struct sizing *words = &flag->sizings[n][flag->bare];
	if (!words->valid)
		wrap_flag(figure, flag, fmax(limits[n] * widest(figure), 5 * u),
		    flag->bare, words);
	flag->words = words;
	flag->item = (struct cc_flag_item){.stem = flag->reach.middle,
	    .words = words->width + 0.45 * u,
	    .height =
		(1.03 * (words->head_lines + words->tail_lines) + 0.09) * u};
	return words->lost;
}

struct trial {
	size_t n;      /* which width */
	double height; /* -1: cannot be placed */
	double tops;   /* sum over all flags: how much stands above the floor */
	int lost;      /* the worst of all */
};

/* Places what is not dropped, as it is sized; says how high they are. */
static void
place_flags(struct cc_figure *figure, struct flags *row, struct trial *trial)
{
	size_t count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (!row->all[i].dropped)
			row->items[count++] = row->all[i].item;
	trial->height = cc_flags_place(figure->plot.x - 0.4 * figure->u,
	    cc_box_right(figure->plot) + 0.4 * figure->u, 0.5 * figure->u,
	    row->items, count);
	trial->tops = 0;
	for (size_t i = 0; i < count; i++)
		trial->tops += row->items[i].base + row->items[i].height;
	count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (!row->all[i].dropped)
			row->all[i].item = row->items[count++];
}

/* Whether they stand lower: as a whole, or of the same height some of them, by
 * about a line at least. */
static bool
is_lower(const struct cc_figure *figure, const struct trial *a,
    const struct trial *b)
{
	const double air = 0.01, line = 0.8 * figure->u;
	if (a->height < 0 || a->height > b->height + air)
		return false;
	return a->height < b->height - air || a->tops < b->tops - line;
}

/* Whether the flag alone is better at the n-th width; if so it keeps it. */
static bool
resize(struct cc_figure *figure, struct flags *row, struct flag *flag, size_t n,
    struct trial *trial)
{
	const struct sizing *words = flag->words;
	struct cc_flag_item item = flag->item;
	struct trial other = *trial;
	if (size_flag(figure, flag, n) <= MAX(trial->lost, words->lost) &&
	    flag->words->width != words->width) {
		place_flags(figure, row, &other);
		if (is_lower(figure, &other, trial)) {
			*trial = other;
			return true;
		}
	}
	flag->words = words;
	flag->item = item;
	return false;
}

/* Where height is short, some flags are better narrower than the others; once
 * one is, another may be. */
static void
narrow_some(struct cc_figure *figure, struct flags *row, struct trial *trial)
{
	bool better = true;
	for (int pass = 0; pass < NARROW_PASSES && better; pass++) {
		better = false;
		for (size_t i = 0; i < row->count; i++)
			for (size_t n = trial->n + 1; n < LIMITS; n++)
				if (!row->all[i].dropped &&
				    resize(figure, row, &row->all[i], n, trial))
					better = true;
	}
	place_flags(figure, row, trial);
}

/* Places what is not dropped at the n-th width. */
static struct trial
try_width(struct cc_figure *figure, struct flags *row, size_t n)
{
	struct trial trial = {.n = n};
	size_t placed = 0;
	for (size_t i = 0; i < row->count; i++) {
		if (row->all[i].dropped)
			continue;
		int lost = size_flag(figure, &row->all[i], n);
		trial.lost = MAX(trial.lost, lost);
		placed++;
	}
	place_flags(figure, row, &trial);
	if (placed <= NARROW_MOST && trial.height > 2.5 * figure->u &&
	    cc_pressed(figure, CC_PRESS_FLAGS))
		narrow_some(figure, row, &trial);
	return trial;
}

static bool
is_better(const struct trial *a, const struct trial *b)
{
	if (a->height < 0 || b->height < 0)
		return b->height < 0 && a->height >= 0;
	if (a->lost != b->lost)
		return a->lost < b->lost;
	return a->height < b->height;
}

/* The first width at which nothing is lost and the flags are no higher than
 * `most` is taken; else the best. */
static struct trial
try_widths(struct cc_figure *figure, struct flags *row, double most)
{
	struct trial best = {.height = -1};
	for (size_t n = 0; n < LIMITS; n++) {
		struct trial trial = try_width(figure, row, n);
		if (trial.height >= 0 && trial.height <= most &&
		    trial.lost == 0)
			return trial;
		if (n == 0 || is_better(&trial, &best))
			best = trial;
	}
	/* The last one stands as it was placed. */
	return best.n == LIMITS - 1 ? best : try_width(figure, row, best.n);
}

/* What goes next when the flags are too high: first second lines, then the
 * plainest and latest flag. Turning points keep their words. */
static bool
give_way(struct flags *row)
{
	for (enum rank rank = RANK_PLAIN;; rank--) {
		for (size_t i = row->count; i-- > 0;) {
			struct flag *flag = &row->all[i];
			if (flag->dropped || flag->rank != rank || flag->bare ||
			    flag->tail[0] == '\0')
				continue;
			flag->bare = true;
			return true;
		}
		if (rank == RANK_TURN)
			return false;
		for (size_t i = row->count; i-- > 0;) {
			struct flag *flag = &row->all[i];
			if (flag->dropped || flag->rank != rank)
				continue;
			flag->dropped = true;
			return true;
		}
	}
}

/* More turning points than can have words: the latest keep to their marks. */
static bool
drop_turn(struct flags *row)
{
	for (size_t i = row->count; i-- > 0;) {
		if (row->all[i].dropped)
			continue;
		row->all[i].dropped = true;
		return true;
	}
	return false;
}

/* No width is tried for more than can be placed at all. */
static void
thin_out(struct flags *row)
{
	size_t left = 0;
	for (size_t i = 0; i < row->count; i++)
		left += !row->all[i].dropped;
	for (enum rank rank = RANK_PLAIN; left > CC_FLAGS_MOST; rank--)
		for (size_t i = row->count; i-- > 0 && left > CC_FLAGS_MOST;) {
			struct flag *flag = &row->all[i];
			if (flag->dropped || flag->rank != rank)
				continue;
			flag->dropped = true;
			left--;
		}
}

/* Plain callouts whose heads find room among those that are dearer. */
static struct trial
bring_back(struct cc_figure *figure, struct flags *row, struct trial trial,
    double most)
{
	int tries = BACK_MOST;
	for (size_t i = 0; i < row->count && tries > 0; i++) {
		struct flag *flag = &row->all[i];
		if (!flag->dropped || flag->rank == RANK_TURN)
			continue;
		tries--;
		flag->dropped = false;
		flag->bare = true;
		struct trial with =
		    try_widths(figure, row, trial.height + 0.01);
		if (with.height < 0 || with.height > trial.height + 0.01 ||
		    with.lost > trial.lost)
			flag->dropped = true;
	}
	/* None to try, and they stand at the first width that is good. */
	if (tries == BACK_MOST && trial.lost == 0 &&
	    trial.height + 0.01 <= most)
		return trial;
	return try_widths(figure, row, trial.height + 0.01);
}

/* Says all; once, as the words do not depend on the room for them. */
static void
word_flags(struct cc_figure *figure, struct flags *row)
{
	bool first = true;
	for (size_t i = 0; i < row->count && !row->worded; i++) {
		struct flag *flag = &row->all[i];
		word_flag(figure, flag, first, i > 0 ? flag - 1 : NULL);
		if (flag->fact->kind == CC_KIND_DIAGNOSIS)
			first = false;
	}
	row->worded = true;
}

static int
count_lines(const struct sizing *words)
{
	return words->head_lines + words->tail_lines;
}

/* What the width of all took from some is given back to those that have room
 * for it: words up to `most`, words on fewer lines where that takes no height.
 */
static void
widen_some(struct cc_figure *figure, struct flags *row, struct trial *trial,
    double most)
{
	most = fmax(most, trial->height);
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		for (size_t n = trial->n; n-- > 0 && !flag->dropped;) {
			const struct sizing *words = flag->words;
			struct cc_flag_item item = flag->item;
			struct trial other = *trial;
			int lost = size_flag(figure, flag, n);
			bool more = lost < words->lost;
			if (more ||
			    (lost == words->lost &&
				count_lines(flag->words) < count_lines(words)))
				place_flags(figure, row, &other);
			else
				other.height = -1;
			if (other.height >= 0 &&
			    other.height <=
				(more ? most : trial->height + 0.01)) {
				*trial = other;
				continue;
			}
			flag->words = words;
			flag->item = item;
		}
	}
	place_flags(figure, row, trial);
}

/* All flags at their stems, with all the words that they may have. */
static void
raise_flags(struct cc_figure *figure, struct flags *row)
{
	double most = widest(figure);
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		flag->dropped = flag->rank == RANK_PLAIN &&
		                cc_pressed(figure, CC_PRESS_PLAIN);
		flag->bare = cc_pressed(figure, CC_PRESS_FLAGS);
		flag->reach = cc_reach_of(figure, &flag->fact->when.span);
		if (flag->reach.from_left)
			flag->reach.middle = flag->reach.latest_end;
		if (flag->fact->when.span.interval)
			flag->reach.middle = flag->reach.earliest_start;
		if (row->widest != most)
			memset(flag->sizings, 0, sizeof(flag->sizings));
	}
	row->widest = most;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	word_flags(figure, row);
	raise_flags(figure, row);
	thin_out(row);
	/* A page as high as it needs has room for the turning points. */
	double most = FLAGS_SHARE * figure->page.height;
	if (!figure->size->fixed_height)
		most = fmax(FLAGS_SHARE * 0.8 * figure->page.width,
		    0.28 * figure->page.height);
	struct trial trial = try_widths(figure, row, most);
	while (trial.height < 0 || trial.height > most || trial.lost == 2) {
		/* Far too many go by several at once. */
		size_t several = trial.height > 2 * most || trial.height < 0
		                     ? 1 + row->count / 12
		                     : 1;
		bool gave = false;
		while (several-- > 0 && give_way(row))
			gave = true;
		if (!gave)
			break;
		trial = try_widths(figure, row, most);
	}
	while (trial.height < 0 && drop_turn(row))
		trial = try_widths(figure, row, most);
	if (trial.height >= 0)
		trial = bring_back(figure, row, trial, most);
	if (trial.n > 0 && trial.height >= 0)
		widen_some(figure, row, &trial, most);
	row->height = fmax(trial.height, 0);
	track->height = row->height + 1.0 * figure->u;
	track->stretch = 0.3;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	for (size_t i = 0; i < row->count; i++)
		row->all[i].bottom =
		    cc_box_bottom(track->box) - 0.35 * figure->u;
}

static bool
is_death(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_OUTCOME && fact->code &&
	       strcmp(fact->code, "death") == 0;
}

static void
draw_flag(struct cc_figure *figure, struct cc_track *track, struct flag *flag)
{
	double u = figure->u;
	enum cc_colour_role role =
	    flag->turn_back ? CC_COLOUR_PROGRESSION : CC_COLOUR_INK;
	cc_colour colour = cc_ink(figure, role);
	double floor = cc_box_bottom(track->box) - 0.88 * u;
	double top = floor - flag->item.base - flag->item.height;
	double x = flag->reach.middle;
	figure->line_top[flag->fact->index] = top + 0.1 * u;
	cc_paint_line(figure->fore, CC_ROLE_STEM,
	    (struct cc_point){x, top + 0.1 * u},
	    (struct cc_point){x, flag->bottom},
	    cc_pen(colour, figure->size->stroke[CC_STROKE_AXIS]));
	cc_draw_whisker(figure, flag->reach, flag->bottom, colour, 0.2 * u);
	if (is_death(flag->fact)) {
		cc_draw_sign(figure, CC_SIGN_SQUARE, x, flag->bottom, 0.5 * u,
		    cc_ink(figure, CC_COLOUR_DEATH));
		cc_figure_legend(figure, CC_LEGEND_DEATH);
	}
	double gap = 0.4 * u;
	double words = flag->item.left ? x - gap : x + gap;
	enum cc_anchor anchor =
	    flag->item.left ? CC_ANCHOR_END : CC_ANCHOR_START;
	double y = top + 0.85 * u;
	const struct sizing *sized = flag->words;
	for (int i = 0; i < sized->head_lines + sized->tail_lines; i++) {
		bool head = i < sized->head_lines;
		cc_write(figure, CC_TYPE_NAME, head,
		    head ? role : CC_COLOUR_INK, anchor, words,
		    y + 1.02 * u * i, sized->line[i]);
	}
}

/* A callout without room for its words still marks its day. */
static void
draw_dropped(struct cc_figure *figure, const struct flag *flag)
{
	figure->lost[CC_LOST_CALLOUTS] = true;
	figure->line_top[flag->fact->index] = flag->bottom;
	cc_figure_legend(figure, CC_LEGEND_UNNAMED);
	cc_open_fact(figure, flag->fact, flag->head, NULL);
	cc_draw_sign(figure, CC_SIGN_OPEN_DOT, flag->reach.middle, flag->bottom,
	    0.45 * figure->u, cc_ink(figure, CC_COLOUR_INK));
	cc_paint_end(figure->fore);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		if (flag->dropped) {
			draw_dropped(figure, flag);
			continue;
		}
		cc_open_fact(figure, flag->fact, flag->head, NULL);
		draw_flag(figure, track, flag);
		cc_paint_end(figure->fore);
	}
}

const struct cc_mark cc_mark_flag = {
    .name = "flag",
    .zone = CC_ZONE_PLOT,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
