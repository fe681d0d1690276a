/* Walks over the text before libxml2 sees it: limits, tags that match, what
 * is refused, and where each case of a stream ends. */
#ifndef CC_XML_GUARD_H
#define CC_XML_GUARD_H

#include "xml/markup.h"
#include "xml/xml.h"

struct cc_guard_level {
	uint32_t at, name_length; /* of "<name" in this window */
	uint32_t namespaces;      /* in force */
};

struct cc_guard {
	struct cc_scan scan; /* over the window */
	/* What is expected; borrowed, each may be NULL: anything. */
	const char *ns;
	const char *root;
	const char *many; /* the root whose children are taken one by one */
	bool begun;       /* the first bytes were looked at */
	bool split;       /* the root is `many` */
	bool closed;      /* the root's end was seen */
	bool cut;         /* its end is not expected: it was entered by its tag */
	uint32_t nodes;   /* elements and attributes in this window */
	uint32_t depth;   /* elements that are open */
	struct cc_guard_level levels[CC_XML_DEPTH_MAX];
	/* Of the root, which outlives its window in a stream. */
	char *root_name;
	struct cc_place root_place;
	uint32_t root_at, root_end; /* in the first window */
};

enum cc_guard_verdict {
	CC_GUARD_MORE,   /* nothing wrong so far */
	CC_GUARD_CASE,   /* a child of a split root ends at scan.at */
	CC_GUARD_END,    /* so does the text, and all is closed */
	CC_GUARD_FAILED, /* diagnosed */
};

void cc_guard_init(
    struct cc_guard *guard, const char *ns, const char *root, const char *many);
void cc_guard_finish(struct cc_guard *guard);

/* Goes in by the start tag of `many`, alone in its source: what is walked over
 * next stood behind it, though not at once. False after diagnostics. */
bool cc_guard_enter(struct cc_guard *guard, const struct cc_source *tag,
    struct cc_diags *diags);

/* What was walked over leaves the window: counting starts anew. */
void cc_guard_shift(struct cc_guard *guard);

/* Walks on over the window, which may have grown and moved since. */
enum cc_guard_verdict cc_guard_walk(struct cc_guard *guard,
    const struct cc_source *window, bool complete, struct cc_diags *diags);

#endif
