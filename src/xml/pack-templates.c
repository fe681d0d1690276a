/* pack-templates GRESOURCE.xml OUT.c OUT.d: run while the program is built.
 * Writes the trees of all files that the resource lists, but for those that
 * are only copied, as C; and for ninja, which files they were. */
#include "base/sink.h"
#include "xml/pack.h"

#include <stdio.h>
#include <string.h>

/* Blank cases: text, until somebody fills them in. */
#define COPIED "cases/"

struct job {
	struct cc_arena arena;
	struct cc_diags diags;
	const char *folder;
	GString *code, *table, *files;
};

static void
append_bytes(GString *to, const GByteArray *bytes)
{
	for (guint i = 0; i < bytes->len; i++)
		g_string_append_printf(
		    to, "%u,%s", bytes->data[i], i % 20 == 19 ? "\n" : "");
}

static bool
file_pack(struct job *job, const char *name, size_t number)
{
	g_autofree char *path = g_build_filename(job->folder, name, NULL);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const struct cc_element *root;
	struct cc_source source;

	g_string_append_printf(job->files, " %s", path);
	if (!cc_source_read(&source, path, CC_XML_CASE_MAX, &job->diags))
		return false;
	root = cc_xml_read(&job->arena, &source, NULL, NULL, &job->diags);
	if (root != NULL) {
		cc_tree_pack(root, bytes);
		g_string_append_printf(job->code,
		    "static const unsigned char tree_%zu[] = {\n", number);
		append_bytes(job->code, bytes);
		g_string_append(job->code, "};\n");
		g_string_append_printf(
		    job->table, "\t{\"%s\", tree_%zu},\n", name, number);
	}
	cc_source_finish(&source);
	return root != NULL;
}

static bool
files_pack(struct job *job, const char *list)
{
	const struct cc_element *resource;
	struct cc_source source;
	size_t number = 0;
	bool packed = true;

	if (!cc_source_read(&source, list, CC_XML_CASE_MAX, &job->diags))
		return false;
	resource = cc_xml_read(&job->arena, &source, NULL, NULL, &job->diags);
	if (resource == NULL || resource->first == NULL)
		packed = false;
	for (const struct cc_element *file = packed ? resource->first->first
	                                            : NULL;
	     file != NULL; file = file->next)
		if (!g_str_has_prefix(file->text, COPIED))
			packed = file_pack(job, file->text, number++) && packed;
	cc_source_finish(&source);
	return packed;
}

static bool
file_write(struct job *job, const char *path, const GString *text)
{
	struct cc_sink *sink = cc_sink_open(path, &job->diags);

	if (sink == NULL)
		return false;
	cc_sink_write(sink, text->str, text->len);
	return cc_sink_commit(sink, &job->diags);
}

static bool
job_run(struct job *job, char *const *arguments)
{
	if (!files_pack(job, arguments[1]))
		return false;
	g_string_append(job->table, "\t{0},\n};\n");
	g_string_append(job->code, job->table->str);
	g_string_append_c(job->files, '\n');
	return file_write(job, arguments[2], job->code) &&
	       file_write(job, arguments[3], job->files);
}

int
main(int argc, char **argv)
{
	g_autofree char *folder =
	    argc == 4 ? g_path_get_dirname(argv[1]) : NULL;
	struct job job = {.folder = folder};
	GString *said = g_string_new(NULL);
	bool done;

	if (argc != 4)
		return 2;
	cc_arena_init(&job.arena);
	cc_diags_init(&job.diags);
	job.code = g_string_new("#include \"xml/pack.h\"\n\n"
				"#include \"api/templates.h\"\n\n");
	job.table = g_string_new(
	    "\nconst struct cc_packed cc_templates_packed[] = {\n");
	job.files = g_string_new(NULL);
	g_string_printf(job.files, "%s:", argv[2]);
	done = job_run(&job, argv);
	cc_diags_text(&job.diags, CC_NOTE, said);
	fputs(said->str, stderr);
	g_string_free(said, TRUE);
	g_string_free(job.code, TRUE);
	g_string_free(job.table, TRUE);
	g_string_free(job.files, TRUE);
	cc_diags_finish(&job.diags);
	cc_arena_finish(&job.arena);
	return done ? 0 : 1;
}
