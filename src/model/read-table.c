/* Values of a series from a table beside the case: a row a value, the names of
 * the columns in the first one. */
#include "model/read-list.h"

#include <string.h>

#define TABLE_MAX (4u << 20) /* [bytes] */
#define BOM "\xEF\xBB\xBF"
#define COLUMNS_DEFAULT "time,value"

struct table {
	struct cc_reading *reading;
	struct cc_source *source;
	const char *p; /* what is read next */
	char separator;
	size_t time, value; /* of the columns */
};

static const char *
table_end(const struct table *table)
{
	return table->source->bytes + table->source->length;
}

/* ---- the file ---- */

/* In the arena, as long as the case: places point into it. A discreet list of
 * diagnostics tells no names. */
static struct cc_source *
source_new(struct cc_reading *reading, const char *folder, const char *path,
    const char *bytes, size_t length)
{
	struct cc_source *source =
	    cc_arena_new(reading->arena, struct cc_source);
	const char *name = reading->diags->input;

	if (!reading->diags->discreet || name == NULL)
		name = strcmp(folder, ".") == 0
		           ? path
		           : cc_arena_join(
				 reading->arena, folder, "/", path, NULL);
	*source = (struct cc_source){
	    .name = name, .bytes = bytes, .length = length, .first_line = 1};
	return source;
}

static bool
refuse(struct cc_reading *reading, struct cc_pos pos, const char *path,
    const char *why)
{
	cc_diag(reading->diags, CC_E378, pos, path, why);
	return false;
}

static bool
table_open(struct table *table, const struct cc_attribute *from,
    const char *path)
{
	struct cc_reading *reading = table->reading;
	g_autofree char *folder = g_path_get_dirname(from->pos.source->name);
	const char *why;
	size_t length = 0;
	const char *bytes = cc_read_beside(
	    reading->arena, from, path, TABLE_MAX, &length, &why);

	if (bytes == NULL)
		return refuse(reading, from->pos, path, why);
	if (!g_utf8_validate(bytes, (gssize)length, NULL))
		return refuse(reading, from->pos, path,
		    "it is not UTF-8: save it as CSV UTF-8");
	table->source = source_new(reading, folder, path, bytes, length);
	table->p = bytes;
	if (g_str_has_prefix(bytes, BOM))
		table->p += strlen(BOM);
	return true;
}

/* ---- cells ---- */

/* A quoted cell: "" is one quote. */
static const char *
unquoted(struct cc_arena *arena, const char *from, const char *end)
{
	char *text = cc_arena_alloc(arena, (size_t)(end - from) + 1), *to = text;

	for (const char *p = from; p < end; p++) {
		*to++ = *p;
		p += *p == '"' && p + 1 < end && p[1] == '"';
	}
	*to = '\0';
	return text;
}

static const char *
quoted_end(const char *p, const char *end)
{
	while (p < end && (*p != '"' || (p + 1 < end && p[1] == '"')))
		p += *p == '"' ? 2 : 1;
	return MIN(p, end);
}

/* The next cell of a row; p is behind it, at its separator or line end. */
static struct cc_cell
next_cell(struct table *table)
{
	const char *end = table_end(table), *from = table->p, *to;
	struct cc_cell cell = {.pos = {.source = table->source}};

	while (from < end && *from == ' ')
		from++;
	if (from < end && *from == '"') {
		to = quoted_end(++from, end);
		cell.text = unquoted(table->reading->arena, from, to);
		table->p = to;
	} else {
		to = from;
		table->p = from;
	}
	while (table->p < end && *table->p != table->separator &&
	       *table->p != '\n')
		table->p++;
	if (cell.text == NULL) {
		to = table->p;
		while (to > from && (to[-1] == ' ' || to[-1] == '\r'))
			to--;
		cell.text = cc_arena_strndup(
		    table->reading->arena, from, (size_t)(to - from));
	}
	cell.pos.at = (uint32_t)(from - table->source->bytes);
	cell.pos.length = (uint32_t)(to - from);
	return cell;
}

/* Behind the separator; false at the end of the row, behind which p is then. */
static bool
row_goes_on(struct table *table)
{
	const char *end = table_end(table);
	bool on = table->p < end && *table->p == table->separator;

	if (table->p < end)
		table->p++;
	return on;
}

/* ---- the first row ---- */

static char
separator_of(const struct table *table)
{
	const char *line = table->p;
	size_t length = strcspn(line, "\n");

	if (memchr(line, '\t', length) != NULL)
		return '\t';
	return memchr(line, ';', length) != NULL ? ';' : ',';
}

#define COLUMNS_MAX 256

static bool
find_column(struct table *table, const struct cc_cell *heads, size_t count,
    const char *name, size_t *column)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (size_t i = 0; i < count; i++) {
		if (g_ascii_strcasecmp(heads[i].text, name) == 0) {
			*column = i;
			return true;
		}
		g_string_append_printf(
		    all, "%s%s", i > 0 ? ", " : "", heads[i].text);
	}
	cc_diag(table->reading->diags, CC_E379, heads[0].pos, name, all->str);
	return false;
}

static bool
read_heads(struct table *table, const char *columns)
{
	struct cc_cell heads[COLUMNS_MAX];
	g_auto(GStrv) names = g_strsplit(columns, ",", 2);
	size_t count = 0;
	bool on = true;

	while (on && count < COLUMNS_MAX) {
		heads[count++] = next_cell(table);
		on = row_goes_on(table);
	}
	return find_column(
		   table, heads, count, g_strstrip(names[0]), &table->time) &&
	       find_column(table, heads, count,
		   g_strstrip(names[1] != NULL ? names[1] : names[0]),
		   &table->value);
}

/* ---- the rest ---- */

/* A row without a value says nothing; one without a time cannot be placed. */
static bool
read_row(struct table *table, const struct cc_element *element,
    struct cc_value *value)
{
	struct cc_cell time = {0}, number = {0};
	bool on = true;

	for (size_t i = 0; on; i++) {
		struct cc_cell cell = next_cell(table);

		if (i == table->time)
			time = cell;
		if (i == table->value)
			number = cell;
		on = row_goes_on(table);
	}
	if (number.text == NULL || *number.text == '\0')
		return false;
	if (time.text == NULL || *time.text == '\0') {
		cc_diag(table->reading->diags, CC_E377, number.pos,
		    number.text);
		return false;
	}
	cc_list_value(table->reading, element, value, time, number);
	return true;
}

static size_t
count_rows(const struct table *table)
{
	size_t rows = 1;

	for (const char *p = table->p; p < table_end(table); p++)
		rows += *p == '\n';
	return rows;
}

struct cc_list
cc_read_table(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_fact *series)
{
	const char *columns =
	    series->columns != NULL ? series->columns : COLUMNS_DEFAULT;
	struct table table = {.reading = reading};
	struct cc_list list = {0};

	if (!table_open(&table, cc_element_attribute(element, "src"),
		series->source_file))
		return list;
	table.separator = separator_of(&table);
	if (!read_heads(&table, columns))
		return list;
	list.value = cc_arena_new_array(
	    reading->arena, struct cc_value, count_rows(&table));
	while (table.p < table_end(&table))
		list.count += read_row(
		    &table, element, &list.value[list.count]);
	return list;
}
