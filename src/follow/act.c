#include "follow/act.h"

#include "model/vocab.h"

#include <glib.h>

static bool
is_of_class(const struct cc_fact *fact, const char *class)
{
	return fact->term != NULL && g_strcmp0(fact->term->class, class) == 0;
}

bool
cc_act_is_observation(const struct cc_fact *fact)
{
	return is_of_class(fact, "observation");
}

bool
cc_act_is_radiotherapy(const struct cc_fact *fact)
{
	return is_of_class(fact, "radiotherapy");
}

bool
cc_act_is_done(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_PROCEDURE ||
	       is_of_class(fact, "plasma-exchange");
}

bool
cc_act_is_of_site(const struct cc_fact *fact)
{
	return fact->sites.count == 1 &&
	       (is_of_class(fact, "biopsy") || is_of_class(fact, "imaging"));
}
