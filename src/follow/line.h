/* Lines of therapy: what each counts from, how its response went, and how it
 * ended. The events that count are those of its response criteria, whose entry
 * in the vocabulary says which; see clincourse-case(5), DERIVED FACTS. */
#ifndef CC_FOLLOW_LINE_H
#define CC_FOLLOW_LINE_H

#include "model/vocab.h"

struct cc_therapy {
	size_t line; /* its index, in cc_case.lines */
	size_t patient;
	/* It is therapy that was given. What is only planned is no line, nor
	 * is observation or support: what happens meanwhile is of the line
	 * before. */
	bool counts;
	const struct cc_fact *start; /* NULL: none, or none that is dated */
	const struct cc_term *scheme; /* its response criteria; NULL: none */
	/* The first that ends progression-free time: PD, a relapse that its
	 * criteria count, an iUPD that was confirmed, a transformation. One
	 * without a date where there is no other. */
	const struct cc_fact *progression;
	/* The first dated response that its criteria count as one; NULL too
	 * where an earlier one may be without a date. */
	const struct cc_fact *response;
	/* Of the dated responses and the `best` of its treatments the highest
	 * in rank, of equals the last; NULL: none is ranked. */
	const struct cc_fact *best;
	const struct cc_term *best_term; /* of `best`; NULL: none */
	/* The line after it, by its start; NULL: none that is dated. */
	const struct cc_therapy *next;
	bool next_undated; /* another one began nobody knows when */
	/* The last look at the disease before the next line began; not dated
	 * where nobody looked. */
	struct cc_span assessed;
};

/* By their index in cc_case.lines. */
const struct cc_therapy *cc_lines_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_terms *terms);

/* Whether the progression came surely after the next line had begun, which had
 * ended the looking; see W334. */
bool cc_progression_is_late(const struct cc_therapy *of);

/* Whether the first patient was given it for the index diagnosis, or for what
 * that grew out of. */
bool cc_line_is_given(
    const struct cc_case *course, const struct cc_therapy *of);

#endif
