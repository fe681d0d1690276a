/* The shape of a case, but for its facts. */
#include "model/shape-row.h"

/* clang-format off */

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
	CHILD(cc_shape_title, cc_figure_options, titles.item, titles.count),
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
	CHILD(cc_shape_title, cc_case, titles.item, titles.count),
	CHILD(cc_shape_clock_name, cc_case, clock_names.item, clock_names.count),
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
