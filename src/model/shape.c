#include "model/shape.h"

#include <glib.h>

#define FIELDS(table) .fields = (table), .field_count = G_N_ELEMENTS(table)
#define BRANCHES(table) .branches = (table), .branch_count = G_N_ELEMENTS(table)

/* clang-format off */

/* Rows of one attribute; `s` is the struct, `m` its member. TERM is a code of
 * the vocabulary or the author's. */
#define TERM(word, s, m) \
	{.name = word, .type = CC_FIELD_TEXT, .at = offsetof(struct s, m), \
	 .veil = CC_VEIL_TERM}
#define TERMS(word, s, m) \
	{.name = word, .type = CC_FIELD_WORDS, .at = offsetof(struct s, m), \
	 .veil = CC_VEIL_TERM}
#define ID(s, m) \
	{.name = "id", .type = CC_FIELD_ID, .at = offsetof(struct s, m), \
	 .veil = CC_VEIL_RENAME}
#define NUMBER(word, s, m, digits) \
	{.name = word, .type = CC_FIELD_NUMBER, .at = offsetof(struct s, m), \
	 .also = offsetof(struct s, digits), .veil = CC_VEIL_KEEP}
#define CHOICE(word, s, m, set) \
	{.name = word, .type = CC_FIELD_CHOICE, .at = offsetof(struct s, m), \
	 .closed = &(set), .veil = CC_VEIL_KEEP}
#define LANG(s, m) \
	{.name = "xml:lang", .type = CC_FIELD_LANG, .at = offsetof(struct s, m), \
	 .veil = CC_VEIL_KEEP}
#define TIME(s) \
	{.name = "time", .type = CC_FIELD_TIME, \
	 .at = offsetof(struct s, when.time), .veil = CC_VEIL_TIME}
#define SINCE(s) \
	{.name = "since", .type = CC_FIELD_NAME, \
	 .at = offsetof(struct s, when.since_id), \
	 .also = offsetof(struct s, when.since), .target = CC_TARGET_DATED, \
	 .veil = CC_VEIL_RENAME}
#define AFTER(s) \
	{.name = "after", .type = CC_FIELD_ORDER, \
	 .at = offsetof(struct s, when.after), .target = CC_TARGET_DATED, \
	 .veil = CC_VEIL_RENAME}
#define BECAUSE(s) \
	{.name = "because", .type = CC_FIELD_NAMES, \
	 .at = offsetof(struct s, because_ids), \
	 .also = offsetof(struct s, because), \
	 .target = CC_TARGET_DATED | CC_TARGET_SERIES, \
	 .veil = CC_VEIL_RENAME}
#define STOP_BECAUSE(s, bit) \
	{.name = "stop-because", .type = CC_FIELD_REASONS, \
	 .at = offsetof(struct s, stop), \
	 .target = CC_TARGET_DATED | CC_TARGET_SERIES, .extra = (bit), \
	 .veil = CC_VEIL_RENAME}
/* The copy knows the patient by its number. */
#define FOR(s) \
	{.name = "for", .type = CC_FIELD_NAME, \
	 .at = offsetof(struct s, for_id), .also = CC_NOWHERE, \
	 .target = CC_TARGET_PATIENT | CC_TARGET_DIAGNOSIS, \
	 .veil = CC_VEIL_DROP}
#define ZERO(s) \
	{.name = "zero", .type = CC_FIELD_NAME, .at = offsetof(struct s, zero), \
	 .also = CC_NOWHERE, .target = CC_TARGET_ZERO, \
	 .veil = CC_VEIL_RENAME}

/* How a thing is given; of a fact only where it is (`bit`), 0: always. */
#define DOSING(s, bit) \
	{.name = "dose", .type = CC_FIELD_AMOUNT, \
	 .at = offsetof(struct s, dosing.amount), .extra = (bit), \
	 .veil = CC_VEIL_TERM}, \
	{.name = "route", .type = CC_FIELD_CHOICE, \
	 .at = offsetof(struct s, dosing.route), .closed = &cc_closed_route, \
	 .extra = (bit), .veil = CC_VEIL_KEEP}, \
	{.name = "freq", .type = CC_FIELD_FREQUENCY, \
	 .at = offsetof(struct s, dosing.freq), .extra = (bit), \
	 .veil = CC_VEIL_KEEP}, \
	{.name = "schedule", .type = CC_FIELD_SCHEDULE, \
	 .at = offsetof(struct s, dosing.schedule), .extra = (bit), \
	 .veil = CC_VEIL_KEEP}, \
	{.name = "fractions", .type = CC_FIELD_COUNT, \
	 .at = offsetof(struct s, dosing.fractions), .extra = (bit), \
	 .veil = CC_VEIL_KEEP}, \
	{.name = "cumulative", .type = CC_FIELD_FLAG, \
	 .at = offsetof(struct s, dosing.cumulative), \
	 .closed = &cc_closed_yes, .extra = (bit), .veil = CC_VEIL_KEEP}

/* Rows of one kind of child. */
#define CHILD(row, s, m, n) \
	{.shape = &(row), .items = offsetof(struct s, m), \
	 .count = offsetof(struct s, n), .veil = CC_VEIL_KEEP}
#define CHILD_OF(bit, row, s, m, n) \
	{.shape = &(row), .items = offsetof(struct s, m), \
	 .count = offsetof(struct s, n), .child = (bit), .veil = CC_VEIL_KEEP}
/* One that a case for strangers does not have. */
#define CHILD_DROPPED(bit, row, s, m, n) \
	{.shape = &(row), .items = offsetof(struct s, m), \
	 .count = offsetof(struct s, n), .child = (bit), .veil = CC_VEIL_DROP}

/* Label, note and title: words in one language. */
static const struct cc_field text_fields[] = {
	LANG(cc_text, lang),
};

#define TEXT_SHAPE(word) \
	{.element = word, .size = sizeof(struct cc_text), \
	 .pos = offsetof(struct cc_text, pos), FIELDS(text_fields), \
	 .content = CC_CONTENT_PROSE, .text = offsetof(struct cc_text, text), \
	 .veil = CC_VEIL_SEARCH}

static const struct cc_shape label = TEXT_SHAPE("label");
static const struct cc_shape note = TEXT_SHAPE("note");
static const struct cc_shape title = TEXT_SHAPE("title");
static const struct cc_shape clock_name = TEXT_SHAPE("clock-name");

#define LABELS(s) CHILD(label, s, labels.item, labels.count)
#define NOTES(s) CHILD(note, s, notes.item, notes.count)
/* A picture may show a face, a name, the day on which it was taken. */
#define IMAGES_OF(bit, s) \
	{.shape = &(image), .items = offsetof(struct s, images), \
	 .count = offsetof(struct s, image_count), .child = (bit), \
	 .veil = CC_VEIL_SAFE}
#define IMAGES(s) IMAGES_OF(0, s)

static const struct cc_field image_fields[] = {
	{.name = "file", .type = CC_FIELD_FILE,
	 .at = offsetof(struct cc_image, file), .required = true,
	 .veil = CC_VEIL_DROP},
	TERM("panel", cc_image, panel),
	{.name = "safe", .type = CC_FIELD_FLAG,
	 .at = offsetof(struct cc_image, safe), .closed = &cc_closed_yes,
	 .veil = CC_VEIL_KEEP},
};
static const struct cc_branch image_branches[] = {LABELS(cc_image)};
static const struct cc_shape image = {
	.element = "image", .size = sizeof(struct cc_image),
	.pos = offsetof(struct cc_image, pos),
	FIELDS(image_fields), BRANCHES(image_branches),
	.words_label = true,
};

static const struct cc_field dose_fields[] = {
	TIME(cc_dose), SINCE(cc_dose), AFTER(cc_dose),
	{.name = "to", .type = CC_FIELD_NUMBER,
	 .at = offsetof(struct cc_dose, to),
	 .also = offsetof(struct cc_dose, to_written), .veil = CC_VEIL_KEEP},
	BECAUSE(cc_dose),
};
static const struct cc_shape dose = {
	.element = "dose", .size = sizeof(struct cc_dose),
	.pos = offsetof(struct cc_dose, pos), FIELDS(dose_fields),
	.content = CC_CONTENT_AMOUNT,
	.text = offsetof(struct cc_dose, is), .veil = CC_VEIL_TERM,
};

static const struct cc_field drug_fields[] = {
	{.name = "code", .type = CC_FIELD_TEXT,
	 .at = offsetof(struct cc_drug, code),
	 .also = offsetof(struct cc_drug, code_pos), .required = true,
	 .veil = CC_VEIL_TERM},
	TIME(cc_drug), SINCE(cc_drug), AFTER(cc_drug), BECAUSE(cc_drug),
	STOP_BECAUSE(cc_drug, 0),
	TERM("unit", cc_drug, unit),
	DOSING(cc_drug, 0),
};
static const struct cc_branch drug_branches[] = {
	CHILD(dose, cc_drug, doses, dose_count),
	NOTES(cc_drug),
};
static const struct cc_shape drug = {
	.element = "drug", .size = sizeof(struct cc_drug),
	.pos = offsetof(struct cc_drug, pos),
	FIELDS(drug_fields), BRANCHES(drug_branches),
};

static const struct cc_field grade_fields[] = {
	TIME(cc_grade), SINCE(cc_grade), AFTER(cc_grade),
};
static const struct cc_shape grade = {
	.element = "grade", .size = sizeof(struct cc_grade),
	.pos = offsetof(struct cc_grade, pos), FIELDS(grade_fields),
	.content = CC_CONTENT_CODE, .text = offsetof(struct cc_grade, grade),
	.veil = CC_VEIL_TERM,
};

#define ABSENT \
	{.name = "result", .type = CC_FIELD_FLAG, \
	 .at = offsetof(struct cc_finding, absent), \
	 .closed = &cc_closed_absent, .veil = CC_VEIL_KEEP}
static const struct cc_field finding_fields[] = {
	NUMBER("vaf", cc_finding, vaf, vaf_written),
	ABSENT,
};
static const struct cc_field found_fields[] = {ABSENT};
#define FINDING_SHAPE(rows) \
	{.element = "finding", .size = sizeof(struct cc_finding), \
	 .pos = offsetof(struct cc_finding, pos), FIELDS(rows), \
	 .content = CC_CONTENT_PROSE, \
	 .text = offsetof(struct cc_finding, text), .veil = CC_VEIL_SEARCH}
static const struct cc_shape finding = FINDING_SHAPE(finding_fields);
/* What a scan shows has no share of alleles. */
static const struct cc_shape found = FINDING_SHAPE(found_fields);

static const struct cc_field value_fields[] = {
	TIME(cc_value), SINCE(cc_value), AFTER(cc_value),
	{.name = "code", .type = CC_FIELD_TEXT,
	 .at = offsetof(struct cc_value, code),
	 .also = offsetof(struct cc_value, code_pos), .veil = CC_VEIL_TERM},
	TERM("unit", cc_value, unit),
	NUMBER("low", cc_value, low, low_written),
	NUMBER("high", cc_value, high, high_written),
	{.name = "below", .type = CC_FIELD_BELOW, .veil = CC_VEIL_KEEP},
	{.name = "above", .type = CC_FIELD_ABOVE, .veil = CC_VEIL_KEEP},
	{.name = "result", .type = CC_FIELD_WORD,
	 .at = offsetof(struct cc_value, result), .closed = &cc_closed_result,
	 .veil = CC_VEIL_KEEP},
};
static const struct cc_branch value_branches[] = {LABELS(cc_value)};
static const struct cc_shape value = {
	.element = "value", .size = sizeof(struct cc_value),
	.pos = offsetof(struct cc_value, pos),
	FIELDS(value_fields), BRANCHES(value_branches),
	.content = CC_CONTENT_VALUE, .text = offsetof(struct cc_value, text),
	.veil = CC_VEIL_KEEP,
};

static const struct cc_field change_fields[] = {
	TIME(cc_change), SINCE(cc_change), AFTER(cc_change),
	{.name = "to", .type = CC_FIELD_WORD,
	 .at = offsetof(struct cc_change, to), .closed = &cc_closed_growth,
	 .required = true, .veil = CC_VEIL_KEEP},
};
static const struct cc_shape change = {
	.element = "change", .size = sizeof(struct cc_change),
	.pos = offsetof(struct cc_change, pos), FIELDS(change_fields),
};

static const struct cc_field range_fields[] = {
	TIME(cc_range), SINCE(cc_range), AFTER(cc_range),
	NUMBER("low", cc_range, low, low_written),
	NUMBER("high", cc_range, high, high_written),
};
static const struct cc_branch range_branches[] = {LABELS(cc_range)};
static const struct cc_shape range = {
	.element = "range", .size = sizeof(struct cc_range),
	.pos = offsetof(struct cc_range, pos),
	FIELDS(range_fields), BRANCHES(range_branches),
	.words_label = true,
};

/* Every kind of fact; model/kind says which rows are a kind's. */
#define EXTRA(bit, word, m) \
	{.name = word, .type = CC_FIELD_TEXT, \
	 .at = offsetof(struct cc_fact, m), .extra = CC_EXTRA_##bit, \
	 .veil = CC_VEIL_TERM}

/* Of a series: what stands in its row besides. */
#define CALLED(word, m, what) \
	{.name = word, .type = CC_FIELD_CALLED, \
	 .at = offsetof(struct cc_fact, m##_name), \
	 .also = offsetof(struct cc_fact, m), \
	 .target = (what) | CC_TARGET_CODED, .extra = CC_EXTRA_LISTED, \
	 .veil = CC_VEIL_RENAME}

static const struct cc_field fact_fields[] = {
	ID(cc_fact, id),
	{.name = "code", .type = CC_FIELD_TEXT,
	 .at = offsetof(struct cc_fact, code),
	 .also = offsetof(struct cc_fact, code_pos), .veil = CC_VEIL_TERM},
	EXTRA(INTENT, "intent", intent),
	{.name = "time", .type = CC_FIELD_TIME,
	 .at = offsetof(struct cc_fact, when.time), .extra = CC_EXTRA_DATED,
	 .veil = CC_VEIL_TIME},
	{.name = "lasting", .type = CC_FIELD_PERIOD,
	 .at = offsetof(struct cc_fact, lasting), .extra = CC_EXTRA_LASTING,
	 .veil = CC_VEIL_KEEP},
	SINCE(cc_fact),
	{.name = "after", .type = CC_FIELD_NAMES,
	 .at = offsetof(struct cc_fact, after_ids),
	 .also = offsetof(struct cc_fact, after),
	 .target = CC_TARGET_DATED, .extra = CC_EXTRA_DATED,
	 .veil = CC_VEIL_RENAME},
	{.name = "status", .type = CC_FIELD_WORD,
	 .at = offsetof(struct cc_fact, status), .closed = &cc_closed_status,
	 .extra = CC_EXTRA_DATED, .veil = CC_VEIL_KEEP},
	{.name = "because", .type = CC_FIELD_NAMES,
	 .at = offsetof(struct cc_fact, because_ids),
	 .also = offsetof(struct cc_fact, because),
	 .target = CC_TARGET_DATED | CC_TARGET_SERIES,
	 .extra = CC_EXTRA_DATED, .veil = CC_VEIL_RENAME},
	STOP_BECAUSE(cc_fact, CC_EXTRA_STOP),
	FOR(cc_fact),
	{.name = "cycles", .type = CC_FIELD_COUNT,
	 .at = offsetof(struct cc_fact, cycles), .extra = CC_EXTRA_CYCLES,
	 .veil = CC_VEIL_KEEP},
	{.name = "count", .type = CC_FIELD_COUNT,
	 .at = offsetof(struct cc_fact, cycles), .extra = CC_EXTRA_COUNT,
	 .veil = CC_VEIL_KEEP},
	{.name = "every", .type = CC_FIELD_PERIOD,
	 .at = offsetof(struct cc_fact, every), .extra = CC_EXTRA_EVERY,
	 .veil = CC_VEIL_KEEP},
	EXTRA(UNIT, "unit", unit),
	DOSING(cc_fact, CC_EXTRA_DOSING),
	{.name = "scale", .type = CC_FIELD_WORD,
	 .at = offsetof(struct cc_fact, scale), .closed = &cc_closed_scale,
	 .extra = CC_EXTRA_SCALE, .veil = CC_VEIL_KEEP},
	{.name = "low", .type = CC_FIELD_NUMBER,
	 .at = offsetof(struct cc_fact, low),
	 .also = offsetof(struct cc_fact, low_written),
	 .extra = CC_EXTRA_LISTED, .veil = CC_VEIL_KEEP},
	{.name = "high", .type = CC_FIELD_NUMBER,
	 .at = offsetof(struct cc_fact, high),
	 .also = offsetof(struct cc_fact, high_written),
	 .extra = CC_EXTRA_LISTED, .veil = CC_VEIL_KEEP},
	{.name = "src", .type = CC_FIELD_TABLE,
	 .at = offsetof(struct cc_fact, source_file),
	 .extra = CC_EXTRA_LISTED, .veil = CC_VEIL_DROP},
	{.name = "columns", .type = CC_FIELD_COLUMNS,
	 .at = offsetof(struct cc_fact, columns), .extra = CC_EXTRA_LISTED,
	 .veil = CC_VEIL_DROP},
	CALLED("with", with, CC_TARGET_SERIES),
	CALLED("area", area, CC_TARGET_FACT),
	EXTRA(METHOD, "method", method),
	{.name = "site", .type = CC_FIELD_WORDS,
	 .at = offsetof(struct cc_fact, sites), .extra = CC_EXTRA_SITE,
	 .veil = CC_VEIL_TERM},
	EXTRA(DONOR, "donor", donor),
	EXTRA(RESULT, "result", result),
	EXTRA(BEST, "best", best),
	EXTRA(CRITERIA, "criteria", criteria),
	EXTRA(GRADE, "grade", grade),
	{.name = "causality", .type = CC_FIELD_CHOICE,
	 .at = offsetof(struct cc_fact, causality),
	 .closed = &cc_closed_causality, .extra = CC_EXTRA_CAUSALITY,
	 .veil = CC_VEIL_KEEP},
	{.name = "serious", .type = CC_FIELD_FLAG,
	 .at = offsetof(struct cc_fact, serious), .closed = &cc_closed_yes,
	 .extra = CC_EXTRA_SERIOUS, .veil = CC_VEIL_KEEP},
	EXTRA(STAGE, "stage", stage),
	{.name = "evolved-from", .type = CC_FIELD_NAME,
	 .at = offsetof(struct cc_fact, evolved_from_id),
	 .also = offsetof(struct cc_fact, evolved_from),
	 .target = CC_TARGET_DIAGNOSIS, .extra = CC_EXTRA_EVOLVED_FROM,
	 .veil = CC_VEIL_RENAME},
	{.name = "index", .type = CC_FIELD_FLAG,
	 .at = offsetof(struct cc_fact, index_said),
	 .closed = &cc_closed_yes, .extra = CC_EXTRA_INDEX,
	 .veil = CC_VEIL_KEEP},
	EXTRA(CAUSE, "cause", cause),
	{.name = "disease", .type = CC_FIELD_FLAG,
	 .at = offsetof(struct cc_fact, no_progression),
	 .closed = &cc_closed_disease, .extra = CC_EXTRA_DISEASE,
	 .veil = CC_VEIL_KEEP},
	{.name = "cite", .type = CC_FIELD_NAMES,
	 .at = offsetof(struct cc_fact, cite_ids), .also = CC_NOWHERE,
	 .target = CC_TARGET_REFERENCE, .extra = CC_EXTRA_DATED,
	 .veil = CC_VEIL_DROP},
	{.name = "key", .type = CC_FIELD_WORD,
	 .at = offsetof(struct cc_fact, key), .closed = &cc_closed_key,
	 .veil = CC_VEIL_KEEP},
};
static const struct cc_branch fact_branches[] = {
	CHILD_OF(CC_CHILD_LABEL, label, cc_fact, labels.item, labels.count),
	CHILD_OF(CC_CHILD_DOSE, dose, cc_fact, doses, dose_count),
	CHILD_OF(CC_CHILD_DRUG, drug, cc_fact, drugs, drug_count),
	CHILD_OF(CC_CHILD_GRADE, grade, cc_fact, grades, grade_count),
	CHILD_OF(CC_CHILD_FINDING, finding, cc_fact, findings, finding_count),
	CHILD_OF(CC_CHILD_FOUND, found, cc_fact, findings, finding_count),
	CHILD_OF(CC_CHILD_RANGE, range, cc_fact, ranges, range_count),
	CHILD_OF(CC_CHILD_VALUE, value, cc_fact, values, value_count),
	CHILD_OF(CC_CHILD_CHANGE, change, cc_fact, changes, change_count),
	CHILD_OF(CC_CHILD_NOTE, note, cc_fact, notes.item, notes.count),
	IMAGES_OF(CC_CHILD_IMAGE, cc_fact),
};
const struct cc_shape cc_shape_fact = {
	.size = sizeof(struct cc_fact), .pos = offsetof(struct cc_fact, pos),
	.target = CC_TARGET_FACT,
	FIELDS(fact_fields), BRANCHES(fact_branches),
	.words_label = true,
};

static const struct cc_field line_fields[] = {
	{.name = "n", .type = CC_FIELD_COUNT,
	 .at = offsetof(struct cc_line, number), .veil = CC_VEIL_KEEP},
	FOR(cc_line),
	{.name = "since", .type = CC_FIELD_NAME,
	 .at = offsetof(struct cc_line, since_id), .also = CC_NOWHERE,
	 .target = CC_TARGET_DATED, .veil = CC_VEIL_DROP},
	{.name = "from", .type = CC_FIELD_NAME,
	 .at = offsetof(struct cc_line, from_id),
	 .also = offsetof(struct cc_line, from), .target = CC_TARGET_FACT,
	 .veil = CC_VEIL_RENAME},
};
static const struct cc_branch line_branches[] = {
	LABELS(cc_line), NOTES(cc_line), IMAGES(cc_line),
};
const struct cc_shape cc_shape_line = {
	.element = "line", .size = sizeof(struct cc_line),
	.pos = offsetof(struct cc_line, pos),
	FIELDS(line_fields), BRANCHES(line_branches), .holds_facts = true,
};

static const struct cc_field patient_fields[] = {
	ID(cc_patient, id),
	{.name = "sex", .type = CC_FIELD_WORD,
	 .at = offsetof(struct cc_patient, sex), .closed = &cc_closed_sex,
	 .veil = CC_VEIL_KEEP},
	{.name = "age", .type = CC_FIELD_AGE,
	 .at = offsetof(struct cc_patient, age),
	 .also = offsetof(struct cc_patient, age_written),
	 .veil = CC_VEIL_AGE},
	{.name = "age-at", .type = CC_FIELD_TIME,
	 .at = offsetof(struct cc_patient, age_at.time), .veil = CC_VEIL_TIME},
	{.name = "born-at", .type = CC_FIELD_GESTATION,
	 .at = offsetof(struct cc_patient, born_at), .veil = CC_VEIL_KEEP},
};
static const struct cc_branch patient_branches[] = {
	LABELS(cc_patient), NOTES(cc_patient), IMAGES(cc_patient),
};
static const struct cc_shape patient = {
	.element = "patient", .size = sizeof(struct cc_patient),
	.pos = offsetof(struct cc_patient, pos), .target = CC_TARGET_PATIENT,
	FIELDS(patient_fields), BRANCHES(patient_branches),
};

static const struct cc_field trait_fields[] = {
	CHOICE("code", cc_trait, code, cc_closed_trait),
	FOR(cc_trait),
};
static const struct cc_branch trait_branches[] = {LABELS(cc_trait)};
static const struct cc_shape trait = {
	.element = "characteristic", .size = sizeof(struct cc_trait),
	.pos = offsetof(struct cc_trait, pos),
	FIELDS(trait_fields), BRANCHES(trait_branches),
	.content = CC_CONTENT_PROSE, .text = offsetof(struct cc_trait, text),
	.veil = CC_VEIL_SEARCH,
};

static const struct cc_field history_fields[] = {
	TIME(cc_history), SINCE(cc_history), FOR(cc_history),
};
static const struct cc_branch history_branches[] = {
	LABELS(cc_history), NOTES(cc_history), IMAGES(cc_history),
};
static const struct cc_shape history = {
	.element = "history", .size = sizeof(struct cc_history),
	.pos = offsetof(struct cc_history, pos),
	FIELDS(history_fields), BRANCHES(history_branches),
	.words_label = true,
};

static const struct cc_field reference_fields[] = {
	{.name = "id", .type = CC_FIELD_ID,
	 .at = offsetof(struct cc_reference, id), .required = true,
	 .veil = CC_VEIL_DROP},
	{.name = "doi", .type = CC_FIELD_TEXT,
	 .at = offsetof(struct cc_reference, doi), .veil = CC_VEIL_DROP},
	{.name = "pmid", .type = CC_FIELD_DIGITS,
	 .at = offsetof(struct cc_reference, pmid), .veil = CC_VEIL_DROP},
};
static const struct cc_branch reference_branches[] = {LABELS(cc_reference)};
static const struct cc_shape reference = {
	.element = "reference", .size = sizeof(struct cc_reference),
	.pos = offsetof(struct cc_reference, pos), .target = CC_TARGET_REFERENCE,
	FIELDS(reference_fields), BRANCHES(reference_branches),
	.words_label = true,
};

static const struct cc_field define_fields[] = {
	{.name = "in", .type = CC_FIELD_CHOICE,
	 .at = offsetof(struct cc_define, in), .closed = &cc_closed_define,
	 .required = true, .veil = CC_VEIL_KEEP},
	{.name = "code", .type = CC_FIELD_TEXT,
	 .at = offsetof(struct cc_define, code), .required = true,
	 .veil = CC_VEIL_TERM},
	TERM("class", cc_define, class),
};
static const struct cc_branch define_branches[] = {LABELS(cc_define)};
static const struct cc_shape define = {
	.element = "define", .size = sizeof(struct cc_define),
	.pos = offsetof(struct cc_define, pos),
	FIELDS(define_fields), BRANCHES(define_branches),
	.words_label = true,
};

static const struct cc_field figure_fields[] = {
	ID(cc_figure_options, id),
	TIME(cc_figure_options), SINCE(cc_figure_options),
	TERMS("tracks", cc_figure_options, tracks),
	TERM("size", cc_figure_options, size),
	TERM("theme", cc_figure_options, theme),
	TERM("lang", cc_figure_options, lang),
	CHOICE("axis", cc_figure_options, axis, cc_closed_axis),
	ZERO(cc_figure_options),
	CHOICE("unit", cc_figure_options, unit, cc_closed_unit),
	TERMS("intervals", cc_figure_options, intervals),
};
static const struct cc_branch figure_branches[] = {
	CHILD(title, cc_figure_options, titles.item, titles.count),
};
static const struct cc_shape figure = {
	.element = "figure", .size = sizeof(struct cc_figure_options),
	.pos = offsetof(struct cc_figure_options, pos), .target = CC_TARGET_FIGURE,
	FIELDS(figure_fields), BRANCHES(figure_branches),
};

static const struct cc_field case_fields[] = {
	{.name = "id", .type = CC_FIELD_TEXT, .at = offsetof(struct cc_case, id),
	 .veil = CC_VEIL_RENAME},
	{.name = "clock", .type = CC_FIELD_CLOCK,
	 .at = offsetof(struct cc_case, clock), .veil = CC_VEIL_KEEP},
	ZERO(cc_case),
	TERM("criteria", cc_case, criteria),
	LANG(cc_case, lang),
};
static const struct cc_branch case_branches[] = {
	CHILD(title, cc_case, titles.item, titles.count),
	CHILD(clock_name, cc_case, clock_names.item, clock_names.count),
	CHILD(patient, cc_case, patients, patient_count),
	CHILD(trait, cc_case, traits, trait_count),
	CHILD(history, cc_case, histories, history_count),
	/* What is cited may be this very case. */
	CHILD_DROPPED(0, reference, cc_case, references, reference_count),
	CHILD(define, cc_case, defines, define_count),
	CHILD(figure, cc_case, figures, figure_count),
	CHILD(cc_shape_line, cc_case, lines, line_count),
};
const struct cc_shape cc_shape_case = {
	.element = "case", .size = sizeof(struct cc_case),
	.pos = offsetof(struct cc_case, pos),
	FIELDS(case_fields), BRANCHES(case_branches), .holds_facts = true,
};

_Static_assert(sizeof(enum cc_status) == sizeof(int) &&
	sizeof(enum cc_clock) == sizeof(int) && sizeof(enum cc_sex) == sizeof(int),
	"CC_FIELD_WORD writes an int");
