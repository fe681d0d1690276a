#include "scene/scene.h"

#include <math.h>
#include <string.h>

static int
channel(cc_colour colour, int shift)
{
	return (int)((uint32_t)colour >> shift & 0xFF);
}

cc_colour
cc_colour_mix(cc_colour top, cc_colour ground, double share)
{
	cc_colour mixed = 0;
	int shift;

	g_assert(share >= 0 && share <= 1);
	for (shift = 16; shift >= 0; shift -= 8) {
		double level = share * channel(top, shift) +
		               (1 - share) * channel(ground, shift);

		/* Levels are never below zero. */
		mixed |= (cc_colour)(level + 0.5) << shift;
	}
	return mixed;
}

double
cc_colour_luminance(cc_colour colour)
{
	static const double weight[] = {0.0722, 0.7152, 0.2126}; /* B, G, R */
	double sum = 0;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(weight); i++) {
		double level = channel(colour, (int)i * 8) / 255.0;

		level = level <= 0.03928 ? level / 12.92
		                         : pow((level + 0.055) / 1.055, 2.4);
		sum += weight[i] * level;
	}
	return sum;
}

double
cc_luminance_contrast(double a, double b)
{
	return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

double
cc_colour_contrast(cc_colour a, cc_colour b)
{
	return cc_luminance_contrast(
	    cc_colour_luminance(a), cc_colour_luminance(b));
}

bool
cc_colour_read(const char *text, cc_colour *colour)
{
	cc_colour sum = 0;
	int i;

	if (text[0] != '#' || strlen(text) != 7)
		return false;
	for (i = 1; i < 7; i++) {
		int digit = g_ascii_xdigit_value(text[i]);

		if (digit < 0)
			return false;
		sum = sum << 4 | digit;
	}
	*colour = sum;
	return true;
}
