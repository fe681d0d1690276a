/* pack-templates GRESOURCE.xml OUT.c OUT.d: run while the program is built,
 * with the program's own readers. Of the files that the resource lists, it
 * writes as C: the vocabulary with its names in all languages, packed; the
 * messages of these; the element trees of all others but for those that are
 * only copied. And for ninja, which files they were. */
#include "api/pack-code.h"
#include "api/templates.h"
#include "base/sink.h"

#include <stdio.h>
#include <string.h>

struct job {
	struct cc_arena arena;
	struct cc_diags diags;
	const char *folder;
	GPtrArray *names;   /* "vocab/tests.xml", in order */
	GPtrArray *sources; /* of struct cc_source, that packed names lie in */
	GPtrArray *packed;  /* their names */
	GPtrArray *trees;   /* names of what is packed as a tree */
	struct cc_vocab *vocab;
	struct cc_languages *languages;
	GString *code, *files;
};

/* ---- each kind of file ---- */

static bool
vocab_read(struct job *job, const struct cc_source *source)
{
	return cc_vocab_add(job->vocab, source, false, &job->diags);
}

static bool
language_read(struct job *job, const struct cc_source *source)
{
	const struct cc_element *names =
	    cc_languages_add(job->languages, source, &job->diags);

	return names != NULL && cc_vocab_name(job->vocab, names, &job->diags);
}

static bool
tree_pack(struct job *job, const struct cc_source *source)
{
	g_autofree char *name = g_strdup_printf("tree_%u", job->trees->len);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const struct cc_element *root =
	    cc_xml_read(&job->arena, source, NULL, NULL, &job->diags);

	if (root == NULL)
		return false;
	cc_tree_pack(root, bytes);
	cc_code_bytes(job->code, name, bytes->data, bytes->len);
	return true;
}

/* In the order in which they are read: names are of entries that are there.
 * Blank cases are text, until somebody fills them in. */
static const struct {
	const char *folder;
	bool (*read)(struct job *job, const struct cc_source *source);
	bool tree;
} kinds[] = {
    {"vocab/", vocab_read, false},
    {"lang/", language_read, false},
    {"privacy/", tree_pack, true},
    {"sizes/", tree_pack, true},
    {"themes/", tree_pack, true},
};

static void
source_free(gpointer source)
{
	cc_source_finish(source);
	g_free(source);
}

static bool
file_read(struct job *job, const char *name, size_t kind)
{
	const char *path = cc_arena_join(
	    &job->arena, job->folder, G_DIR_SEPARATOR_S, name, NULL);
	struct cc_source *source = g_new0(struct cc_source, 1);

	g_string_append_printf(job->files, " %s", path);
	if (!cc_source_read(source, path, CC_XML_CASE_MAX, &job->diags)) {
		g_free(source);
		return false;
	}
	g_ptr_array_add(job->sources, source);
	if (!kinds[kind].read(job, source))
		return false;
	g_ptr_array_add(
	    kinds[kind].tree ? job->trees : job->packed, (gpointer)name);
	return true;
}

static bool
files_read(struct job *job)
{
	bool read = true;

	for (size_t kind = 0; kind < G_N_ELEMENTS(kinds); kind++)
		for (guint i = 0; i < job->names->len; i++) {
			const char *name = job->names->pdata[i];

			if (g_str_has_prefix(name, kinds[kind].folder))
				read = file_read(job, name, kind) && read;
		}
	return read && cc_vocab_settle(job->vocab, &job->diags);
}

/* ---- the list of files ---- */

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
names_read(struct job *job, const char *list)
{
	struct cc_source *source = g_new0(struct cc_source, 1);
	const struct cc_element *root;

	if (!cc_source_read(source, list, CC_XML_CASE_MAX, &job->diags)) {
		g_free(source);
		return false;
	}
	root = cc_xml_read(&job->arena, source, NULL, NULL, &job->diags);
	for (const struct cc_element *file = root != NULL && root->first != NULL
	                                         ? root->first->first
	                                         : NULL;
	     file != NULL; file = file->next)
		g_ptr_array_add(job->names, (gpointer)file->text);
	g_ptr_array_sort(job->names, compare_names);
	source_free(source);
	return root != NULL;
}

/* ---- writing ---- */

/* Places are told by the names that the files have in the library. */
static void
vocab_code(struct job *job)
{
	struct cc_vocab_pack *pack;

	for (guint i = 0; i < job->packed->len; i++) {
		struct cc_source *source = job->sources->pdata[i];

		source->name = job->packed->pdata[i];
	}
	pack = cc_vocab_pack_create(job->vocab,
	    (const struct cc_source *const *)job->sources->pdata,
	    job->packed->len);
	cc_code_vocab(job->code, "cc_templates_vocab", pack);
	cc_vocab_pack_destroy(pack);
}

static void
languages_code(struct job *job)
{
	g_autoptr(GString) list = g_string_new(NULL);
	size_t count;
	const char *const *langs = cc_language_list(job->languages, &count);

	for (size_t i = 0; i < count; i++) {
		g_autofree char *name = g_strdup_printf("language_%zu", i);

		cc_code_language(job->code, name,
		    cc_language_pack(job->languages, langs[i]));
		g_string_append_printf(list, "\t&%s,\n", name);
	}
	g_string_append_printf(job->code,
	    "const struct cc_language_pack *const "
	    "cc_templates_languages[] = {\n%s\tNULL,\n};\n",
	    list->str);
}

static void
trees_code(struct job *job)
{
	g_string_append(
	    job->code, "const struct cc_packed cc_templates_packed[] = {\n");
	for (guint i = 0; i < job->trees->len; i++)
		g_string_append_printf(job->code, "\t{\"%s\", tree_%u},\n",
		    (const char *)job->trees->pdata[i], i);
	g_string_append(job->code, "\t{0},\n};\n");
}

/* What is there already is left alone, so that nothing is compiled for it. */
static bool
is_there(const char *path, const GString *text)
{
	g_autofree char *there = NULL;
	gsize length;

	return g_file_get_contents(path, &there, &length, NULL) &&
	       length == text->len && memcmp(there, text->str, length) == 0;
}

static bool
file_write(struct job *job, const char *path, const GString *text)
{
	struct cc_sink *sink;

	if (is_there(path, text))
		return true;
	sink = cc_sink_open(path, &job->diags);
	if (sink == NULL)
		return false;
	cc_sink_write(sink, text->str, text->len);
	return cc_sink_commit(sink, &job->diags);
}

static bool
job_run(struct job *job, char *const *arguments)
{
	g_string_printf(job->files, "%s:", arguments[2]);
	if (!names_read(job, arguments[1]) || !files_read(job))
		return false;
	vocab_code(job);
	languages_code(job);
	trees_code(job);
	g_string_append_c(job->files, '\n');
	return file_write(job, arguments[2], job->code) &&
	       file_write(job, arguments[3], job->files);
}

/* Most is in vain where one was wrong; all is told. */
static bool
job_say(struct job *job)
{
	g_autoptr(GString) said = g_string_new(NULL);

	cc_diags_text(&job->diags, CC_NOTE, said);
	fputs(said->str, stderr);
	return said->len == 0;
}

static void
job_finish(struct job *job)
{
	cc_vocab_destroy(job->vocab);
	cc_languages_destroy(job->languages);
	g_ptr_array_unref(job->names);
	g_ptr_array_unref(job->sources);
	g_ptr_array_unref(job->packed);
	g_ptr_array_unref(job->trees);
	g_string_free(job->code, TRUE);
	g_string_free(job->files, TRUE);
	cc_diags_finish(&job->diags);
	cc_arena_finish(&job->arena);
}

int
main(int argc, char **argv)
{
	g_autofree char *folder =
	    argc == 4 ? g_path_get_dirname(argv[1]) : NULL;
	struct job job = {.folder = folder};
	bool done;

	if (argc != 4)
		return 2;
	cc_arena_init(&job.arena);
	cc_diags_init(&job.diags);
	job.names = g_ptr_array_new();
	job.sources = g_ptr_array_new_with_free_func(source_free);
	job.packed = g_ptr_array_new();
	job.trees = g_ptr_array_new();
	job.vocab = cc_vocab_create();
	job.languages = cc_languages_create();
	job.code = g_string_new(
	    "#include \"api/templates.h\"\n\n#include <stddef.h>\n\n"
	    "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n");
	job.files = g_string_new(NULL);
	done = job_run(&job, argv);
	done = job_say(&job) && done;
	job_finish(&job);
	return done ? 0 : 1;
}
