/* The shape of facts, of what stands in them, and of words. */
#include "model/shape-row.h"

/* clang-format off */

static const struct cc_field text_fields[] = {
	LANG(cc_text, lang),
};
/* Words in one language. */
#define TEXT_SHAPE(word) \
	{.element = word, .size = sizeof(struct cc_text), \
	 .pos = offsetof(struct cc_text, pos), FIELDS(text_fields), \
	 .content = CC_CONTENT_PROSE, .text = offsetof(struct cc_text, text), \
	 .veil = CC_VEIL_SEARCH}
const struct cc_shape cc_shape_label = TEXT_SHAPE("label");
const struct cc_shape cc_shape_note = TEXT_SHAPE("note");
const struct cc_shape cc_shape_title = TEXT_SHAPE("title");
const struct cc_shape cc_shape_clock_name = TEXT_SHAPE("clock-name");

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
const struct cc_shape cc_shape_image = {
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
	{.name = "because", .type = CC_FIELD_REASONS,
	 .at = offsetof(struct cc_fact, because),
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
	CHILD_OF(CC_CHILD_LABEL, cc_shape_label, cc_fact, labels.item, labels.count),
	CHILD_OF(CC_CHILD_DOSE, dose, cc_fact, doses, dose_count),
	CHILD_OF(CC_CHILD_DRUG, drug, cc_fact, drugs, drug_count),
	CHILD_OF(CC_CHILD_GRADE, grade, cc_fact, grades, grade_count),
	CHILD_OF(CC_CHILD_FINDING, finding, cc_fact, findings, finding_count),
	CHILD_OF(CC_CHILD_FOUND, found, cc_fact, findings, finding_count),
	CHILD_OF(CC_CHILD_RANGE, range, cc_fact, ranges, range_count),
	CHILD_OF(CC_CHILD_VALUE, value, cc_fact, values, value_count),
	CHILD_OF(CC_CHILD_CHANGE, change, cc_fact, changes, change_count),
	CHILD_OF(CC_CHILD_NOTE, cc_shape_note, cc_fact, notes.item, notes.count),
	IMAGES_OF(CC_CHILD_IMAGE, cc_fact),
};
const struct cc_shape cc_shape_fact = {
	.size = sizeof(struct cc_fact), .pos = offsetof(struct cc_fact, pos),
	.target = CC_TARGET_FACT,
	FIELDS(fact_fields), BRANCHES(fact_branches),
	.words_label = true,
};
