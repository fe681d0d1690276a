/* Reference ranges by sex and age. */
#include "model/vocab.h"

#include <math.h>

#define ADULT 18   /* [years] */
#define OLDEST 150 /* [years] */

/* The band of an age, the first that fits; else the test's own range. */
static bool
find_limits(const struct cc_term *test, enum cc_sex sex, double age,
    struct cc_norm *limits)
{
	size_t own = sex == CC_SEX_FEMALE ? 1 : sex == CC_SEX_MALE ? 2 : 0;

	for (size_t i = 0; i < test->band_count; i++) {
		const struct cc_band *band = &test->bands[i];

		if ((band->sex != CC_SEX_UNSAID && band->sex != sex) ||
		    age < band->from || age > band->to)
			continue;
		*limits = band->is;
		return true;
	}
	if (age < ADULT)
		return false;
	*limits = (struct cc_norm){
	    isnan(test->low[own]) ? test->low[0] : test->low[own],
	    isnan(test->high[own]) ? test->high[0] : test->high[own],
	};
	return !isnan(limits->low) || !isnan(limits->high);
}

/* Where one side is open the other's limit is none that both share. */
static double
wider(double a, double b, bool low)
{
	if (isnan(a) || isnan(b))
		return NAN;
	return low ? fmin(a, b) : fmax(a, b);
}

bool
cc_term_range(const struct cc_term *test, enum cc_sex sex, double youngest,
    double oldest, struct cc_norm *limits)
{
	if (isnan(youngest) || isnan(oldest) || youngest < 0 ||
	    !find_limits(test, sex, floor(youngest), limits))
		return false;
	oldest = fmin(floor(oldest), OLDEST);
	for (double age = floor(youngest) + 1; age <= oldest; age++) {
		struct cc_norm other;

		if (!find_limits(test, sex, age, &other))
			return false;
		limits->low = wider(limits->low, other.low, true);
		limits->high = wider(limits->high, other.high, false);
	}
	return !isnan(limits->low) || !isnan(limits->high);
}
