/* How rows of a shape are written. Shared by shape*.c only. */
#ifndef CC_MODEL_SHAPE_ROW_H
#define CC_MODEL_SHAPE_ROW_H

#include "model/shape.h"

#include <glib.h>

/* shape-fact.c */
extern const struct cc_shape cc_shape_label, cc_shape_note, cc_shape_title,
    cc_shape_clock_name, cc_shape_image;

/* clang-format off */

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
	{.name = "because", .type = CC_FIELD_REASONS, \
	 .at = offsetof(struct s, because), \
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
	 .veil = CC_VEIL_SEARCH}, \
	{.name = "schedule", .type = CC_FIELD_SCHEDULE, \
	 .at = offsetof(struct s, dosing.schedule), .extra = (bit), \
	 .veil = CC_VEIL_SEARCH}, \
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

#define LABELS(s) CHILD(cc_shape_label, s, labels.item, labels.count)
#define NOTES(s) CHILD(cc_shape_note, s, notes.item, notes.count)
/* A picture may show a face, a name, the day on which it was taken. */
#define IMAGES_OF(bit, s) \
	{.shape = &cc_shape_image, .items = offsetof(struct s, images), \
	 .count = offsetof(struct s, image_count), .child = (bit), \
	 .veil = CC_VEIL_SAFE}
#define IMAGES(s) IMAGES_OF(0, s)

/* clang-format on */

#endif
