/* Arithmetic is that of the source, a rounding for each operation, whatever the
 * processor could do in one: the flags of the build say so. */
#include <glib.h>

/* Known at run time only, or the compiler would do the sum itself. */
static volatile double tenth = 0.1, ten = 10.0, one = 1.0;

static void
test_contract(void)
{
	double a, b, c;

#if defined(__x86_64__) || defined(__i386__)
	if (!__builtin_cpu_supports("fma")) {
		g_test_skip("this processor fuses nothing");
		return;
	}
#endif
	a = tenth;
	b = ten;
	c = one;
	/* 0.1 is 2^-54 of a tenth too large: the product rounds to 1, and
	 * what is left of it shows in one rounding alone. */
	g_assert_cmpfloat(a * b - c, ==, 0.0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rounding/contract", test_contract);
	return g_test_run();
}
