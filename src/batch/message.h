/* What is in the frames: a question and a task to a worker, its answers. */
#ifndef CC_BATCH_MESSAGE_H
#define CC_BATCH_MESSAGE_H

#include "batch/frame.h"

/* What came of a case. */
enum cc_outcome {
	CC_DRAWN,
	CC_REFUSED, /* by what is wrong with it */
	CC_FAILED,  /* by the environment */
	CC_CRASHED, /* the last three by the end of two workers */
	CC_TIMEOUT,
	CC_MEMORY,
	CC_OUTCOME_COUNT
};

const char *cc_outcome_word(enum cc_outcome outcome); /* "drawn" */
bool cc_outcome_find(const char *word, enum cc_outcome *outcome);

enum cc_message_kind { CC_MESSAGE_ASK = 1, CC_MESSAGE_TASK };

/* Strings of the messages are borrowed. */

/* A case to be drawn. */
struct cc_task {
	uint64_t number; /* of the case in its run, from 1 */
	uint64_t input;  /* of the file that it is from, from 1 */
	const char *name;
	uint64_t line, column;
	const char *root; /* the start tag of its stream, or "" */
	const char *bytes;
	size_t length;
};

/* How the cases of a folder are drawn: an answer to the name of one. */
struct cc_way {
	uint64_t code; /* what to exit with; 0: they can be drawn */
	const char *fingerprint;
	const char *suffix; /* ".svg" */
	bool numbered;      /* cases are called by their number */
	bool discreet;      /* nothing of an input is repeated */
	const char *said;   /* diagnostics */
};

struct cc_delivery {
	uint64_t number;
	enum cc_outcome outcome;
	const char *id;
	const char *code; /* of the first error, or "" */
	uint64_t line, column;
	uint64_t errors, warnings;
	uint64_t cpu_us;
	const char *said;
	/* The picture: deflated, or as it is. */
	const char *bytes;
	size_t length;
	uint64_t plain; /* [bytes] of the picture itself */
	uint32_t crc;   /* of that, where it is to be packed */
	bool deflated;
};

void cc_ask_put(GByteArray *to, const char *name);
void cc_task_put(GByteArray *to, const struct cc_task *task);
void cc_way_put(GByteArray *to, const struct cc_way *way);
void cc_delivery_put(GByteArray *to, const struct cc_delivery *delivery);

/* What a worker is told: its kind, then the rest. False where it is none. */
bool cc_ask_take(struct cc_frame *frame, const char **name);
bool cc_task_take(struct cc_frame *frame, struct cc_task *task);
bool cc_way_take(struct cc_frame *frame, struct cc_way *way);
bool cc_delivery_take(struct cc_frame *frame, struct cc_delivery *delivery);

#endif
