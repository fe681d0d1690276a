/* Which rows of drugs there are: what is no line of therapy by itself, a row
 * each; where they are asked for, all drugs of all treatments, so that how long
 * a patient was exposed to one is seen at once. */
#include "mark/act.h"
#include "mark/drug-row.h"

#include <string.h>

/* While they are found. */
struct finding {
	struct cc_figure *figure;
	GArray *rows;       /* of struct cc_drug_row, without courses */
	GArray *given;      /* of struct course */
	GHashTable *row_of; /* what it is called -> index + 1 */
};

struct course {
	struct cc_given given;
	size_t row, found; /* the how manieth */
	int64_t start;
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

/* The row of that name; a new one at the end. */
static size_t
row_of(struct finding *finding, const char *name, const struct cc_fact *called,
    const char *code)
{
	const struct cc_figure *figure = finding->figure;
	gpointer known = g_hash_table_lookup(finding->row_of, name);
	if (known)
		return GPOINTER_TO_SIZE(known) - 1;
	const struct cc_term *term = called ? called->term : NULL;
	if (code)
		term = term_of(figure, code);
	struct cc_drug_row row = {.code = term ? term->code : code,
	    .called = called,
	    .name = name,
	    .term = term,
	    .swatch = cc_figure_swatch(figure, term)};
	g_array_append_val(finding->rows, row);
	g_hash_table_insert(finding->row_of, (gpointer)name,
	    GSIZE_TO_POINTER((gsize)finding->rows->len));
	return finding->rows->len - 1;
}

/* Of a drug by whatever name it was typed. */
static size_t
row_of_drug(
    struct finding *finding, const struct cc_fact *fact, const char *code)
{
	struct cc_figure *figure = finding->figure;
	const struct cc_term *term = term_of(figure, code);
	const char *name = cc_name(figure->words, CC_IN_TREATMENT, NULL,
	    term ? term->code : code, CC_NAME_FULL);
	return row_of(finding, cc_of_patient(figure, fact, name), NULL, code);
}

static void
add(struct finding *finding, size_t row, struct cc_given given)
{
	const struct cc_span *span =
	    given.part ? given.part
		       : cc_follow_span(finding->figure->follow, given.fact);
	struct course course = {.given = given,
	    .row = row,
	    .found = finding->given->len,
	    .start = span->earliest_start.minute};
	g_array_append_val(finding->given, course);
}

/* All that is said of it is said of the treatment. */
static struct cc_given
given_whole(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return (struct cc_given){.fact = fact,
	    .because = &fact->because,
	    .stop = &fact->stop,
	    .doses = cc_doses_of(figure->arena, fact, NULL),
	    .dosing = &fact->dosing};
}

static struct cc_given
given_part(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_drug *drug)
{
	return (struct cc_given){.fact = fact,
	    .part = drug->when.span.dated ? &drug->when.span : NULL,
	    .because = &drug->because,
	    .stop = &drug->stop,
	    .doses = cc_doses_of(figure->arena, fact, drug),
	    .dosing = &drug->dosing,
	    .note = cc_text_in(figure->words, &drug->notes)};
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
		add(finding, row_of_drug(finding, fact, code),
		    given_part(finding->figure, fact, drug));
		found = true;
	}
	return found;
}

static void
add_member(
    struct finding *finding, const struct cc_fact *fact, const char *code)
{
	if (!add_departures(finding, fact, code))
		add(finding, row_of_drug(finding, fact, code),
		    (struct cc_given){.fact = fact});
}

/* Drugs beyond those of the regimen. */
static void
add_others(struct finding *finding, const struct cc_fact *fact,
    const struct cc_term *term)
{
	for (size_t i = 0; i < fact->drug_count; i++) {
		const struct cc_drug *drug = &fact->drugs[i];
		bool part = !drug->code || (term && term->parts.count == 0 &&
					       same_drug(finding->figure,
						   drug->code, fact->code));
		for (size_t j = 0; term && j < term->parts.count && !part; j++)
			part = same_drug(
			    finding->figure, drug->code, term->parts.word[j]);
		if (!part)
			add(finding, row_of_drug(finding, fact, drug->code),
			    given_part(finding->figure, fact, drug));
	}
}

static void
add_drugs(struct finding *finding, const struct cc_fact *fact)
{
	const struct cc_term *term = term_of(finding->figure, fact->code);
	for (size_t i = 0; term && i < term->parts.count; i++)
		add_member(finding, fact, term->parts.word[i]);
	/* A drug by itself: its doses are the treatment's. */
	if (term && term->parts.count == 0 &&
	    !add_departures(finding, fact, fact->code))
		add(finding, row_of_drug(finding, fact, fact->code),
		    given_whole(finding->figure, fact));
	add_others(finding, fact, term);
}

/* A row as it is called. */
static void
add_whole(struct finding *finding, const struct cc_fact *fact)
{
	struct cc_figure *figure = finding->figure;
	const char *name = cc_of_patient(
	    figure, fact, cc_fact_name(figure->words, fact, CC_NAME_FULL));
	size_t row = row_of(finding, name, fact, NULL);
	if (fact->drug_count == 1 && fact->drugs[0].code && fact->code &&
	    same_drug(figure, fact->drugs[0].code, fact->code))
		add(finding, row, given_part(figure, fact, &fact->drugs[0]));
	else
		add(finding, row, given_whole(figure, fact));
}

/* What is drawn here, in the order of time. Whoever asks for treatments alone
 * gets those that are no lines, too. */
static GPtrArray *
find_facts(struct cc_figure *figure)
{
	const struct cc_exposures *exposures = &figure->follow->exposures;
	bool asked = cc_figure_wants(figure, "drug", false);
	bool wanted = cc_figure_wants(
	    figure, "drug", cc_figure_wants(figure, "treatment", true));
	GPtrArray *facts = g_ptr_array_new();
	for (size_t i = 0; i < exposures->count; i++) {
		const struct cc_exposure *exposure = &exposures->item[i];
		const struct cc_fact *fact = exposure->fact;
		if (!(wanted && exposure->accompanies) &&
		    !cc_treatment_has_drugs(figure, fact))
			continue;
		if (!cc_figure_shows(figure, fact) ||
		    (!asked && cc_series_takes(figure, fact)))
			continue;
		/* Drugs of lines are in bars, too. */
		cc_figure_claim(figure, fact);
		g_ptr_array_add(facts, (gpointer)fact);
	}
	if (facts->len > 0)
		cc_sort_facts(
		    figure, (const struct cc_fact **)facts->pdata, facts->len);
	return facts;
}

/* Rows of one look stand together; as found they are in the order of time. */
static size_t
first_alike(const GArray *rows, size_t row)
{
	const struct cc_drug_row *all = (const struct cc_drug_row *)rows->data;
	for (size_t i = 0; i < row; i++)
		if (all[i].swatch.fill == all[row].swatch.fill &&
		    all[i].swatch.pattern == all[row].swatch.pattern)
			return i;
	return row;
}

static int
by_row_and_start(const void *a, const void *b)
{
	const struct course *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->found < y->found ? -1 : x->found > y->found;
}

/* Gives each row its courses, those of one start as they were found. */
static void
fill_rows(const struct finding *finding)
{
	struct cc_given *all = cc_arena_new_array(
	    finding->figure->arena, struct cc_given, finding->given->len);
	g_array_sort(finding->given, by_row_and_start);
	for (guint i = 0; i < finding->given->len; i++) {
		const struct course *course =
		    &g_array_index(finding->given, struct course, i);
		struct cc_drug_row *row = &g_array_index(
		    finding->rows, struct cc_drug_row, course->row);
		all[i] = course->given;
		if (row->count++ == 0)
			row->all = &all[i];
	}
}

static struct cc_drug_rows
order_rows(const struct finding *finding)
{
	const GArray *found = finding->rows;
	struct cc_drug_rows rows = {
	    .item = cc_arena_new_array(
		finding->figure->arena, struct cc_drug_row, found->len)};
	for (size_t group = 0; group < found->len; group++) {
		for (size_t i = group; i < found->len; i++)
			if (first_alike(found, i) == group)
				rows.item[rows.count++] =
				    g_array_index(found, struct cc_drug_row, i);
	}
	return rows;
}

static struct cc_drug_rows
rows_of(struct cc_figure *figure, const GPtrArray *facts)
{
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_drug_row));
	g_autoptr(GArray) given =
	    g_array_new(FALSE, FALSE, sizeof(struct course));
	g_autoptr(GHashTable) row_of =
	    g_hash_table_new(g_str_hash, g_str_equal);
	struct finding finding = {figure, rows, given, row_of};
	for (guint i = 0; i < facts->len; i++) {
		if (cc_treatment_has_drugs(figure, facts->pdata[i]))
			add_drugs(&finding, facts->pdata[i]);
		else
			add_whole(&finding, facts->pdata[i]);
	}
	fill_rows(&finding);
	return order_rows(&finding);
}

struct cc_drug_rows
cc_drug_rows_find(struct cc_figure *figure)
{
	g_autoptr(GPtrArray) facts = find_facts(figure);
	return facts->len > 0 ? rows_of(figure, facts)
	                      : (struct cc_drug_rows){0};
}
