/* Doses as people write them: "80 mg/d", twice daily, four weeks on and two
 * off. */
#ifndef CC_MODEL_DOSING_H
#define CC_MODEL_DOSING_H

#include <stdbool.h>
#include <stddef.h>

/* "80 mg/d", "40-80 mg/d", "AUC 5", "60 Gy"; "80" where the unit stands
 * elsewhere. */
struct cc_amount {
	const char *text; /* as written, its first member; NULL: none */
	double number;    /* of a range the lower; 0 = held */
	double most;      /* of a range the upper, else the same */
	const char *digits, *most_digits; /* as typed; most: NULL, no range */
	const char *unit;                 /* NULL: that of the treatment */
	bool unit_first;                  /* AUC 5 */
};

/* How often: so many times in so many units. */
struct cc_frequency {
	enum {
		CC_FREQUENCY_TIMES,
		CC_FREQUENCY_NIGHT,
		CC_FREQUENCY_NEEDED,
		CC_FREQUENCY_ONCE,
		CC_FREQUENCY_CONTINUOUS
	} how;
	int times, per;
	int per_most; /* "every 2 to 3 weeks": 3; 0: no range */
	char unit;    /* h d w m */
	int in_all;   /* "weekly × 4": 4; 0: unsaid */
};

/* How something is given. */
struct cc_dosing {
	struct cc_amount amount;
	const char *route; /* of cc_closed_route */
	/* As written: what cc_frequency_read reads, "4w/2w" for weeks on and
	 * off, or the author's words, "days 1 and 4". */
	const char *freq, *schedule;
	int fractions;   /* of radiotherapy; 0: unsaid */
	bool cumulative; /* the amount is that of the whole course */
};

/* frequency.c: "bid", "q8h", "q2-3w", "2/week", "every 3 weeks", "twice daily",
 * "weekly × 4", "2x täglich", "每日两次"; false: it says nothing of the kind.
 */
bool cc_frequency_read(const char *text, struct cc_frequency *frequency);

/* "4w/2w": where the part behind the slash begins; NULL: it is no schedule. */
const char *cc_schedule_off(const char *text);

static inline bool
cc_dosing_said(const struct cc_dosing *dosing)
{
	return dosing->amount.text != NULL || dosing->route != NULL ||
	       dosing->freq != NULL || dosing->schedule != NULL ||
	       dosing->fractions > 0;
}

#endif
