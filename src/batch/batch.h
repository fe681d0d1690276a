/* Many cases, drawn by workers under one supervisor. Outside of the library,
 * though it may know its rooms. */
#ifndef CC_BATCH_BATCH_H
#define CC_BATCH_BATCH_H

#include <clincourse.h>
#include <glib.h>

/* How the cases of one folder are drawn. */
struct cc_batch_drawing {
	int code;   /* what to exit with; 0: they can be drawn */
	char *said; /* diagnostics, or NULL; borrowed */
	struct clincourse *context;
	struct clincourse_render *render;
	const char *format, *suffix; /* "svg", ".svg" */
	bool strict, numbered, discreet;
	enum clincourse_severity least; /* of what is told */
	enum clincourse_diags_format text;
};

struct cc_batch {
	char **inputs;    /* NULL-terminated; see batch/feed.h */
	const char *out;  /* a folder; NULL: pictures go into the stream */
	const char *lang; /* in the names of pictures; NULL: none */
	unsigned workers;
	double case_seconds;    /* after which a case is given up */
	size_t case_memory;     /* [bytes] of address space of a worker */
	unsigned shard, shards; /* this one of so many, from 1; 0: all */
	bool spread, pack, resume, durable, quiet;
	const char *document; /* ".pdf": one of all pictures; NULL: none */
	bool stream;  /* what came of each case goes to standard output */
	bool contact; /* all pictures are on a page */
	bool sandbox; /* workers may neither write nor call out */
	/* What workers may read beside fonts; NULL: all that their user may.
	 * Ends with NULL. */
	char **readable;
	enum clincourse_diags_format text;
	/* Called in a worker: the drawing for an input, the same for all of a
	 * folder; borrowed, never NULL. */
	const struct cc_batch_drawing *(*drawing)(
	    void *data, const char *input);
	void *data;
};

/* Draws all; returns what to exit with. */
int cc_batch_run(const struct cc_batch *batch);

#endif
