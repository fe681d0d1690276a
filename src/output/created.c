#include "output/created.h"

#include "base/number.h"

/* Of a file that nobody dated: the same bytes on every day. */
#define DATE_DEFAULT "2000-01-01T00:00:00Z"
#define YEAR_10000 253402300800.0 /* [s since 1970] */

char *
cc_created(void)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	g_autoptr(GDateTime) at = NULL;
	double seconds;

	if (epoch != NULL && cc_number_read(epoch, &seconds) && seconds >= 0 &&
	    seconds < YEAR_10000)
		at = g_date_time_new_from_unix_utc((gint64)seconds);
	if (at == NULL)
		return g_strdup(DATE_DEFAULT);
	return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ",
	    g_date_time_get_year(at), g_date_time_get_month(at),
	    g_date_time_get_day_of_month(at), g_date_time_get_hour(at),
	    g_date_time_get_minute(at), g_date_time_get_second(at));
}
