/* Any bytes as a number: what is read can be written and read again. */
#include "base/number.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

int
LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	g_autoptr(GString) written = g_string_new(NULL);
	double number = NAN, back = NAN;

	if (!cc_number_read(text, &number))
		return 0;
	g_assert_true(isfinite(number));
	if (fabs(number) >= 1e12)
		return 0;
	cc_number_append(written, number, 6);
	g_assert_true(cc_number_read(written->str, &back));
	g_assert_cmpfloat(fabs(back - number), <=, 1e-6 + fabs(number) * 1e-15);
	return 0;
}
