/* What came of a case: a picture in its place, a line in the journal, words for
 * whoever looks on. */
#include "batch/supervisor.h"

#include "batch/name.h"

#include <string.h>

/* What a case is called where nobody shall know: its place has no name. */
static const char *
input_shown(const struct cc_job *job, char alias[24])
{
	if (job->way == NULL || !job->way->discreet)
		return job->name;
	g_snprintf(alias, 24, "input-%" G_GUINT64_FORMAT, job->input);
	return alias;
}

void
cc_super_drop(struct cc_supervisor *it, struct cc_job *job)
{
	if (it->document != NULL)
		cc_document_skip(it->document, job->number);
	cc_job_destroy(job);
}

/* Into the document, where there is one. */
static void
job_bind(struct cc_supervisor *it, struct cc_job *job, enum cc_outcome outcome)
{
	if (it->document == NULL || outcome != CC_DRAWN)
		cc_super_drop(it, job);
	else
		cc_document_add(it->document, job);
}

/* Written down; takes the job. */
void
cc_super_record(
    struct cc_supervisor *it, struct cc_job *job, struct cc_record *record)
{
	const struct cc_place begin = cc_job_begin(job);
	char alias[24];

	record->number = job->number;
	record->input = input_shown(job, alias);
	record->line = begin.line;
	record->column = begin.column;
	record->hash = job->hash;
	record->fingerprint = job->way != NULL ? job->way->fingerprint : "";
	if (record->id == NULL)
		record->id = job->id != NULL ? job->id : "";
	if (it->stream != NULL)
		cc_stream_add(
		    it->stream, record, it->picture, it->picture_length);
	else
		cc_journal_add(it->journal, record);
	cc_progress_count(&it->progress, record->outcome);
	if (record->outcome == CC_FAILED)
		cc_super_worse(it, CC_SUPER_ENVIRONMENT);
	else if (record->outcome != CC_DRAWN)
		cc_super_worse(it, CC_SUPER_REFUSED);
	job_bind(it, job, record->outcome);
}

/* The first error of the supervisor's own, which are said. */
static void
record_error(struct cc_supervisor *it, struct cc_record *record)
{
	const struct cc_diag *diag = NULL;

	for (guint i = 0; i < it->diags.list->len && diag == NULL; i++) {
		const struct cc_diag *next = it->diags.list->pdata[i];

		if (next->severity >= CC_ERROR)
			diag = next;
	}
	record->outcome =
	    it->diags.count[CC_FATAL] > 0 ? CC_FAILED : CC_REFUSED;
	if (diag != NULL) {
		record->code = cc_code_word(diag->code);
		record->error_line = diag->place.line;
		record->error_column = diag->place.column;
	}
}

/* A diagnostic of the supervisor's own has gathered; takes the job. */
void
cc_super_refuse(struct cc_supervisor *it, struct cc_job *job)
{
	struct cc_record record = {0};

	record_error(it, &record);
	cc_super_report(it);
	cc_super_record(it, job, &record);
}

char *
cc_super_name(const struct cc_supervisor *it, const struct cc_job *job)
{
	return cc_name_picture(job->stem, it->batch->lang, job->way->suffix);
}

/* To whoever reads the stream. */
static void
picture_tell(struct cc_supervisor *it, struct cc_job *job,
    const struct cc_delivery *delivery, struct cc_record *record)
{
	record->bytes = delivery->plain;
	it->picture = delivery->bytes;
	it->picture_length = delivery->length;
	cc_super_record(it, job, record);
	it->picture = NULL;
}

/* A page of the document has no size of its own. */
static void
page_tell(
    struct cc_supervisor *it, struct cc_job *job, struct cc_record *record)
{
	record->output = cc_document_place(it->document);
	cc_super_record(it, job, record);
}

static void
picture_put(struct cc_supervisor *it, struct cc_job *job,
    const struct cc_delivery *delivery, struct cc_record *record)
{
	g_autofree char *name = cc_super_name(it, job), *place = NULL;
	const struct cc_zip_member picture = {
	    .name = name,
	    .bytes = delivery->bytes,
	    .length = delivery->length,
	    .plain = delivery->plain,
	    .crc = delivery->crc,
	    .deflated = delivery->deflated,
	};
	const enum cc_stored stored =
	    cc_store_put(it->store, &picture, &place, &it->diags);

	record->output = place != NULL ? place : "";
	record->bytes = place != NULL ? delivery->plain : 0;
	if (stored != CC_STORED) {
		record_error(it, record);
		record->outcome = CC_FAILED;
		cc_super_report(it);
	}
	/* A full disk is full for the next one, too: the case is left to a
	 * run that goes on, and no line says that it has failed. */
	if (stored == CC_NO_DISK) {
		cc_super_stop(it, CC_SUPER_ENVIRONMENT);
		cc_job_destroy(job);
		return;
	}
	cc_super_record(it, job, record);
}

void
cc_super_done(
    void *data, struct cc_job *job, const struct cc_delivery *delivery)
{
	struct cc_supervisor *it = data;
	struct cc_record record = {
	    .id = delivery->id,
	    .outcome = delivery->outcome,
	    .code = delivery->code,
	    .error_line = delivery->line,
	    .error_column = delivery->column,
	    .warnings = delivery->warnings,
	    .cpu_us = delivery->cpu_us,
	};

	cc_super_say(it, delivery->said);
	if (delivery->errors > 0)
		cc_super_worse(it, CC_SUPER_REFUSED);
	if (it->stopped)
		cc_job_destroy(job);
	else if (delivery->outcome == CC_DRAWN && it->store == NULL)
		picture_tell(it, job, delivery, &record);
	else if (delivery->outcome == CC_DRAWN && it->document != NULL)
		page_tell(it, job, &record);
	else if (delivery->outcome == CC_DRAWN)
		picture_put(it, job, delivery, &record);
	else
		cc_super_record(it, job, &record);
}

void
cc_super_lost(
    void *data, struct cc_job *job, enum cc_outcome outcome, int number)
{
	struct cc_supervisor *it = data;
	const struct cc_batch *batch = it->batch;
	const struct cc_source source = cc_job_source(job);
	const struct cc_pos pos = {&source, job->tag, 0};
	struct cc_record record = {0};
	const struct cc_turn before = cc_super_turn(
	    it, (struct cc_turn){job->way, job->name, job->input});
	char detail[64] = "";

	switch (outcome) {
	case CC_TIMEOUT:
		g_snprintf(detail, sizeof detail, "%g", batch->case_seconds);
		cc_diag(&it->diags, CC_E504, pos, detail);
		break;
	case CC_MEMORY:
		cc_diag(&it->diags, CC_E505, pos, batch->case_memory >> 20);
		break;
	case CC_DRAWN:
	case CC_REFUSED:
	case CC_FAILED:
	case CC_CRASHED:
	case CC_OUTCOME_COUNT:
		if (number != 0)
			g_snprintf(detail, sizeof detail, " by signal %d (%s)",
			    number, g_strsignal(number));
		cc_diag(&it->diags, CC_E503, pos, detail);
		break;
	}
	record_error(it, &record);
	record.outcome = outcome;
	cc_super_report(it);
	cc_super_turn(it, before);
	cc_super_record(it, job, &record);
}
