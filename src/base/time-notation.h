/* Shared by the readers of the time notation; of no use to other rooms. */
#ifndef CC_BASE_TIME_NOTATION_H
#define CC_BASE_TIME_NOTATION_H

#include "base/time.h"

/* A stretch of an expression. */
struct cc_slice {
	const char *at, *end;
};

/* What is being read. */
struct cc_time_scan {
	const char *text; /* the whole expression */
	struct cc_pos pos;
	struct cc_diags *diags;
	enum cc_clock clock;
	bool anchored; /* an offset needs no since */
};

/* Room for a corrected date or bracket of two. */
#define CC_TIME_HINT 64

static inline size_t
cc_slice_length(struct cc_slice slice)
{
	return (size_t)(slice.end - slice.at);
}

/* A copy fit for a message: at most 40 letters. Owned by the caller. */
char *cc_slice_quote(struct cc_slice slice);

/* Where a slice of `text` stands in the source. */
struct cc_pos cc_slice_pos(
    const char *text, struct cc_pos pos, struct cc_slice slice);

/* The value of a run of at most nine digits. */
int cc_slice_number(struct cc_slice slice);

/* Refuses a slice with a code whose sentence takes it and a suggestion; both
 * return false. */
bool cc_time_refuse(const struct cc_time_scan *scan, enum cc_code code,
    struct cc_slice slice, const char *hint);
bool cc_time_not_one(const struct cc_time_scan *scan, struct cc_slice slice);

/* A date, offset or number without qualifier. */
bool cc_time_point_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point);

bool cc_time_offset_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point);

/* An expression of our notation; refusals are told to the scan's diags. */
bool cc_time_notation_read(
    const struct cc_time_scan *scan, struct cc_time *time);

/* What a slice in another notation (2022-7, 1.7.2022, 2021-2022) is in ours:
 * base/time-guess.h; owned by the caller. NULL where nobody could tell. */
char *cc_time_hint_guess(
    const struct cc_time_scan *scan, struct cc_slice slice);

/* A decimal with a unit, in whole smaller units; false where there are none. */
bool cc_time_hint_decimal(
    const char *number, char letter, char hint[CC_TIME_HINT]);

/* The bracket of a season, quarter or half of EDTF (21 to 41). */
bool cc_time_hint_season(int year, int part, char hint[CC_TIME_HINT]);

/* The bracket of a date with X for digits; false where none fits. */
bool cc_time_hint_unspecified(struct cc_slice slice, char hint[CC_TIME_HINT]);

/* YYYY[-MM[-DD]]; `last` fills in what the point leaves open with its last
 * month and day instead of its first. */
void cc_time_hint_fill(const struct cc_time_point *point,
    enum cc_precision precision, bool last, char hint[CC_TIME_HINT]);

/* What a point or moment covers under a clock: half-open; lo or hi is a
 * sentinel where nothing is known. */
struct cc_time_reach {
	struct cc_instant lo, hi;
	enum cc_precision precision;
};

struct cc_time_resolver {
	const struct cc_time *time;
	enum cc_clock clock;
	const struct cc_span *anchor; /* NULL: none */
	struct cc_diags *diags;
	bool counted; /* an offset was counted from the anchor */
};

bool cc_time_point_resolve(struct cc_time_resolver *resolver,
    const struct cc_time_point *point, struct cc_time_reach *reach);

/* The unit of a point; a bare number has its clock's. */
enum cc_precision cc_time_point_unit(
    const struct cc_time_resolver *resolver, const struct cc_time_point *point);

/* The point as written. */
struct cc_slice cc_time_point_slice(
    const struct cc_time_resolver *resolver, const struct cc_time_point *point);

#endif
