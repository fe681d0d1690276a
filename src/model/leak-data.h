/* Forms as they are stored: shared by leak.c and leak-read.c only. */
#ifndef CC_MODEL_LEAK_DATA_H
#define CC_MODEL_LEAK_DATA_H

#include "base/arena.h"
#include "model/leak.h"

struct cc_form {
	enum cc_leak kind;
	unsigned levels; /* a bit for each at which it is looked for */
	bool han;        /* only in texts that have a Chinese letter */
	const char *expression; /* its {parts} written out */
};

struct cc_forms {
	struct cc_arena arena;
	GArray *list;      /* of struct cc_form */
	GHashTable *parts; /* "lang part" -> expression */
	GPtrArray *langs;
	struct cc_leaks *leaks[CC_PRIVACY_COUNT]; /* NULL: not yet asked for */
};

/* How every expression is read: capitals matter only where it says so. */
#define CC_FORM_FLAGS G_REGEX_CASELESS

void cc_leaks_destroy(struct cc_leaks *leaks); /* takes NULL */

#endif
