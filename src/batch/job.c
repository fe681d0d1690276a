#include "batch/job.h"

struct cc_job *
cc_job_create(const struct cc_xml_text *text)
{
	struct cc_job *job = g_new0(struct cc_job, 1);

	job->name = g_strdup(text->name);
	job->root = g_strdup(text->root);
	job->line = text->line;
	job->column = text->column;
	job->bytes = g_memdup2(text->bytes, text->length);
	job->length = text->length;
	return job;
}

void
cc_job_destroy(struct cc_job *job)
{
	if (job == NULL)
		return;
	g_free(job->name);
	g_free(job->root);
	g_free(job->bytes);
	g_free(job->id);
	g_free(job->stem);
	g_free(job);
}

struct cc_source
cc_job_source(const struct cc_job *job)
{
	return (struct cc_source){
	    .name = job->name,
	    .bytes = job->bytes != NULL ? job->bytes : "",
	    .length = job->length,
	    .first_line = job->line,
	    .columns_before = job->column - 1,
	};
}

struct cc_place
cc_job_begin(const struct cc_job *job)
{
	const struct cc_source source = cc_job_source(job);

	return cc_pos_place((struct cc_pos){&source, job->tag, 0});
}

void
cc_job_put(GByteArray *to, const struct cc_job *job)
{
	const struct cc_task task = {
	    .number = job->number,
	    .input = job->input,
	    .name = job->name,
	    .line = job->line,
	    .column = job->column,
	    .root = job->root,
	    .bytes = job->bytes,
	    .length = job->length,
	};

	cc_task_put(to, &task);
}
