/* What came of a case, as a line of JSON: in the journal while a batch runs, in
 * the report when it is done. It holds nothing of a patient's but the name that
 * the case is called by. */
#ifndef CC_BATCH_RECORD_H
#define CC_BATCH_RECORD_H

#include "batch/message.h"

struct cc_record {
	uint64_t number;         /* of the case in its run, from 1 */
	const char *id;          /* as its picture has it */
	const char *input;       /* the file, or "input-3" */
	uint64_t line, column;   /* where it begins there */
	uint64_t hash;           /* of what is drawn */
	const char *fingerprint; /* of how, or "" */
	enum cc_outcome outcome;
	const char *code;                  /* of the first error, or "" */
	uint64_t error_line, error_column; /* 0: it has no place */
	uint64_t warnings;
	uint64_t cpu_us;
	const char *output; /* below the folder, or "" */
	uint64_t bytes;
};

void cc_record_append(GString *to, const struct cc_record *record);

/* Reads such a line, whoever has written it; what it does not know is passed
 * over. Strings go into `keep`. False where it is none. */
bool cc_record_read(const char *line, size_t length, GStringChunk *keep,
    struct cc_record *record);

#endif
