/* The next case: what it will be called, and whether it is to be drawn. All is
 * decided in the order of the input, so that nothing hangs on who is faster. */
#include "batch/supervisor.h"

#include "base/hash.h"
#include "batch/hash.h"
#include "batch/name.h"

/* Its name: the one that it will have in its picture. */
static void
job_name(struct cc_job *job, const struct cc_xml_text *text)
{
	g_autofree char *id = cc_name_id(text, &job->tag);

	if (job->way->numbered)
		job->id =
		    g_strdup_printf("case-%04" G_GUINT64_FORMAT, job->number);
	else
		job->id = g_strdup(id != NULL ? id : "");
	job->stem = *job->id != '\0' ? cc_name_stem(job->id)
	                             : cc_name_stem_of_file(job->name);
}

/* Whether another batch does this one. */
static bool
is_elsewhere(const struct cc_batch *batch, const struct cc_job *job)
{
	return batch->shards > 0 &&
	       cc_claims_hash(job->stem) / 2 % batch->shards + 1 !=
	           batch->shard;
}

/* False after E501 where an earlier case has the name. */
static bool
job_claim(struct cc_supervisor *it, const struct cc_job *job)
{
	const struct cc_source source = cc_job_source(job);
	const struct cc_place begin = cc_job_begin(job);
	const struct cc_claim *other = cc_claims_add(
	    it->claims, job->stem, job->name, begin.line, begin.column);
	g_autofree char *place = NULL;

	if (other == NULL)
		return true;
	place = g_strdup_printf(
	    "%s:%u:%u", other->input, other->line, other->column);
	cc_diag(
	    &it->diags, CC_E501, (struct cc_pos){&source, job->tag, 0}, place);
	return false;
}

/* True where it need not be drawn: it was, and its picture is there. */
static bool
job_kept(struct cc_supervisor *it, struct cc_job *job)
{
	g_autofree char *name = NULL, *place = NULL;
	struct cc_record record = {
	    .hash = job->hash, .fingerprint = job->way->fingerprint};

	if (!it->batch->resume)
		return false;
	name = cc_super_name(it, job);
	place = cc_journal_known(it->journal, name, &record);
	if (place == NULL ||
	    !cc_store_holds(it->store, place, name, record.bytes))
		return false;
	record.output = place;
	it->progress.kept++;
	cc_super_record(it, job, &record);
	return true;
}

static struct cc_job *
job_next(struct cc_supervisor *it, const struct cc_xml_text *text)
{
	struct cc_job *job = cc_job_create(text);

	job->number = ++it->whole.cases;
	job->input = cc_feed_opened(it->feed);
	job->way = it->turn.way;
	return job;
}

void
cc_super_take(struct cc_supervisor *it, const struct cc_xml_text *text)
{
	struct cc_job *job = job_next(it, text);

	job_name(job, text);
	job->hash = cc_case_hash(text);
	it->whole.inputs =
	    cc_hash_bytes(it->whole.inputs, &job->hash, sizeof job->hash);
	if (is_elsewhere(it->batch, job)) {
		cc_super_drop(it, job);
		return;
	}
	if (it->store != NULL && !job_claim(it, job))
		cc_super_refuse(it, job);
	else if (!job_kept(it, job))
		cc_pool_give(it->pool, job);
}

/* A file that is not to be had is told by the first of several. */
void
cc_super_trouble(struct cc_supervisor *it, const struct cc_xml_text *text)
{
	struct cc_job *job = job_next(it, text);

	if (it->batch->shards == 0 || it->batch->shard == 1)
		cc_super_refuse(it, job);
	else
		cc_super_drop(it, job);
}
