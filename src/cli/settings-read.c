/* Settings from the environment, and from the file beside a case. */
#include "cli/settings.h"

#include "api/context.h"

#include <string.h>

#define FILE_NAME ".clincourse"
#define FILE_MAX 65536 /* [bytes] */
#define VARIABLE_PREFIX "CLINCOURSE_"

void
cc_origins_init(struct cc_origins *origins)
{
	*origins = (struct cc_origins){
	    .sources = g_ptr_array_new_with_free_func(cc_source_free),
	    .texts = g_string_chunk_new(256),
	};
}

void
cc_origins_finish(struct cc_origins *origins)
{
	g_ptr_array_unref(origins->sources);
	g_string_chunk_free(origins->texts);
}

/* "CLINCOURSE_KEEP_ID" of "keep-id"; the caller frees it. */
static char *
variable_name(const char *name)
{
	g_autofree char *upper = g_ascii_strup(name, -1);

	g_strdelimit(upper, "-", '_');
	return g_strconcat(VARIABLE_PREFIX, upper, NULL);
}

/* A variable is a file of one line, for the message where it is wrong. */
static struct cc_pos
variable_pos(struct cc_origins *origins, const char *name, const char *text)
{
	struct cc_source *source = g_new0(struct cc_source, 1);

	*source = (struct cc_source){
	    .name = g_string_chunk_insert(origins->texts, name),
	    .bytes = text,
	    .length = strlen(text),
	    .first_line = 1,
	};
	g_ptr_array_add(origins->sources, source);
	return (struct cc_pos){source, 0, (uint32_t)source->length};
}

void
cc_settings_environment(
    struct cc_settings *settings, struct cc_origins *origins)
{
	for (int i = 0; i < CC_SETTING_COUNT; i++) {
		struct cc_given *given = &settings->given[i];
		g_autofree char *name = NULL;
		const char *text;

		if (given->text != NULL ||
		    !cc_setting_standing((enum cc_setting)i))
			continue;
		name = variable_name(cc_setting_name((enum cc_setting)i));
		text = g_getenv(name);
		if (text == NULL || *text == '\0')
			continue;
		given->text = g_string_chunk_insert(origins->texts, text);
		given->pos = variable_pos(origins, name, given->text);
	}
}

/* One file as it is read. `seen` are the settings that it has given. */
struct file {
	const struct cc_source *source;
	struct cc_settings *settings;
	struct cc_origins *origins;
	struct cc_diags *diags;
	const char *folder;
	bool seen[CC_SETTING_COUNT];
};

/* A stretch of the file. */
struct piece {
	const char *start;
	size_t length;
};

static struct piece
trimmed(struct piece piece)
{
	while (piece.length > 0 && g_ascii_isspace(*piece.start)) {
		piece.start++;
		piece.length--;
	}
	while (piece.length > 0 &&
	       g_ascii_isspace(piece.start[piece.length - 1]))
		piece.length--;
	return piece;
}

static struct cc_pos
piece_pos(const struct file *file, struct piece piece)
{
	return (struct cc_pos){file->source,
	    (uint32_t)(piece.start - file->source->bytes),
	    (uint32_t)piece.length};
}

static bool
name_find(const struct file *file, struct piece piece, enum cc_setting *found)
{
	const char *names[CC_SETTING_COUNT];
	g_autofree char *name = g_strndup(piece.start, piece.length);
	g_autofree char *hint = NULL;
	size_t count = 0;

	for (int i = 0; i < CC_SETTING_COUNT; i++) {
		if (!cc_setting_standing((enum cc_setting)i))
			continue;
		*found = (enum cc_setting)i;
		names[count] = cc_setting_name(*found);
		if (strcmp(names[count++], name) == 0)
			return true;
	}
	hint = cc_nearest_text(name, names, count);
	cc_diag(file->diags, CC_E494, piece_pos(file, piece), name, hint);
	return false;
}

/* A folder of templates is told from where the file is. */
static const char *
value_text(const struct file *file, enum cc_setting setting, struct piece value)
{
	g_autofree char *text = g_strndup(value.start, value.length);
	g_autofree char *path = NULL;

	if (setting != CC_SETTING_TEMPLATES || g_path_is_absolute(text))
		return g_string_chunk_insert(file->origins->texts, text);
	path = g_build_filename(file->folder, text, NULL);
	return g_string_chunk_insert(file->origins->texts, path);
}

/* "theme = print" */
static bool
line_read(struct file *file, struct piece line)
{
	const char *equals = memchr(line.start, '=', line.length);
	struct piece name = {line.start, 0}, value = {NULL, 0};
	enum cc_setting setting;
	struct cc_given *given;

	if (equals != NULL) {
		name.length = (size_t)(equals - line.start);
		value.start = equals + 1;
		value.length = line.length - name.length - 1;
		name = trimmed(name);
		value = trimmed(value);
	}
	if (name.length == 0 || value.length == 0) {
		cc_diag(file->diags, CC_E493, piece_pos(file, line));
		return false;
	}
	if (!name_find(file, name, &setting))
		return false;
	if (file->seen[setting]) {
		cc_diag(file->diags, CC_E495, piece_pos(file, name),
		    cc_setting_name(setting));
		return false;
	}
	file->seen[setting] = true;
	given = &file->settings->given[setting];
	if (given->text == NULL)
		*given = (struct cc_given){value_text(file, setting, value),
		    piece_pos(file, value)};
	return true;
}

static bool
lines_read(struct file *file)
{
	const char *p = file->source->bytes;
	const char *end = p + file->source->length;
	bool read = true;

	while (p < end) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		struct piece line;

		if (stop == NULL)
			stop = end;
		line = trimmed((struct piece){p, (size_t)(stop - p)});
		if (line.length > 0 && *line.start != '#')
			read = line_read(file, line) && read;
		p = stop < end ? stop + 1 : end;
	}
	return read;
}

/* Letters that are none would come to be quoted. */
static bool
is_text(const struct cc_source *source, struct cc_diags *diags)
{
	const char *end;

	if (g_utf8_validate(source->bytes, (gssize)source->length, &end))
		return true;
	cc_diag(diags, CC_E488,
	    (struct cc_pos){source, (uint32_t)(end - source->bytes), 1},
	    "the file", (size_t)(end - source->bytes) + 1);
	return false;
}

bool
cc_settings_file(struct cc_settings *settings, const char *folder,
    struct cc_origins *origins, struct clincourse_diags *diags)
{
	g_autofree char *path = cc_settings_path(folder);
	struct cc_source *source;
	struct file file;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return true;
	source = g_new0(struct cc_source, 1);
	if (!cc_source_read(source,
		g_string_chunk_insert(origins->texts, path), FILE_MAX,
		&diags->list)) {
		g_free(source);
		return false;
	}
	g_ptr_array_add(origins->sources, source);
	file = (struct file){
	    .source = source,
	    .settings = settings,
	    .origins = origins,
	    .diags = &diags->list,
	    .folder = folder,
	};
	return is_text(source, &diags->list) && lines_read(&file);
}

char *
cc_settings_path(const char *folder)
{
	return strcmp(folder, ".") == 0
	           ? g_strdup(FILE_NAME)
	           : g_build_filename(folder, FILE_NAME, NULL);
}
