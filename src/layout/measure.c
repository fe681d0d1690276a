#include "layout/measure.h"

#include <string.h>

double
cc_measure_text(
    struct cc_measure *measure, const char *text, double size, bool bold)
{
	return size * measure->width(measure, text, strlen(text), bold);
}
