#include "batch/record.h"

#include "base/json.h"

#include <string.h>

enum kind { NUMBER, STRING, HASH, OUTCOME };

/* A row a member, in the order in which they are written. */
static const struct row {
	const char *name;
	enum kind kind;
	size_t at;
} rows[] = {
#define AT(member) offsetof(struct cc_record, member)
    {"number", NUMBER, AT(number)},
    {"id", STRING, AT(id)},
    {"input", STRING, AT(input)},
    {"line", NUMBER, AT(line)},
    {"column", NUMBER, AT(column)},
    {"hash", HASH, AT(hash)},
    {"fingerprint", STRING, AT(fingerprint)},
    {"status", OUTCOME, AT(outcome)},
    {"code", STRING, AT(code)},
    {"error-line", NUMBER, AT(error_line)},
    {"error-column", NUMBER, AT(error_column)},
    {"warnings", NUMBER, AT(warnings)},
    {"cpu-us", NUMBER, AT(cpu_us)},
    {"output", STRING, AT(output)},
    {"bytes", NUMBER, AT(bytes)},
#undef AT
};

#define HASH_DIGITS 16

/* Most numbers are small, and a line has many of them. */
static void
append_number(GString *to, uint64_t number)
{
	char digits[sizeof "18446744073709551615"];
	char *at = digits + sizeof digits;

	do {
		*--at = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	g_string_append_len(to, at, digits + sizeof digits - at);
}

static void
append_value(GString *to, const struct row *row, const struct cc_record *record)
{
	const void *at = (const char *)record + row->at;
	const char *string;

	switch (row->kind) {
	case NUMBER:
		append_number(to, *(const uint64_t *)at);
		break;
	case STRING:
		string = *(const char *const *)at;
		cc_json_append_string(to, string != NULL ? string : "");
		break;
	case HASH:
		g_string_append_printf(to, "\"%0*" G_GINT64_MODIFIER "x\"",
		    HASH_DIGITS, *(const uint64_t *)at);
		break;
	case OUTCOME:
		cc_json_append_string(
		    to, cc_outcome_word(*(const enum cc_outcome *)at));
		break;
	}
}

void
cc_record_append(GString *to, const struct cc_record *record)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_string_append(to, i == 0 ? "{\"" : ",\"");
		g_string_append(to, rows[i].name);
		g_string_append(to, "\":");
		append_value(to, &rows[i], record);
	}
	g_string_append_c(to, '}');
}

/* ---- reading: an object of strings and numbers, no deeper ---- */

struct reading {
	const char *at, *end;
	GString *string; /* the last one */
};

static bool
take(struct reading *reading, char letter)
{
	while (reading->at < reading->end &&
	       strchr(" \t", *reading->at) != NULL && *reading->at != '\0')
		reading->at++;
	if (reading->at == reading->end || *reading->at != letter)
		return false;
	reading->at++;
	return true;
}

/* "\u00e4": what we write has none above the control characters. */
static bool
take_code(struct reading *reading)
{
	gunichar code = 0;

	if (reading->end - reading->at < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		int digit = g_ascii_xdigit_value(*reading->at++);

		if (digit < 0)
			return false;
		code = code << 4 | (gunichar)digit;
	}
	if (code == 0 || !g_unichar_validate(code))
		return false;
	g_string_append_unichar(reading->string, code);
	return true;
}

static bool
take_escape(struct reading *reading)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *found;

	if (reading->at == reading->end)
		return false;
	if (*reading->at == 'u') {
		reading->at++;
		return take_code(reading);
	}
	found = *reading->at != '\0' ? strchr(from, *reading->at) : NULL;
	if (found == NULL)
		return false;
	reading->at++;
	g_string_append_c(reading->string, to[found - from]);
	return true;
}

static bool
take_string(struct reading *reading)
{
	g_string_truncate(reading->string, 0);
	if (!take(reading, '"'))
		return false;
	while (reading->at < reading->end) {
		char c = *reading->at++;

		if (c == '"')
			return g_utf8_validate(reading->string->str,
			    (gssize)reading->string->len, NULL);
		if ((unsigned char)c < 0x20)
			return false;
		if (c != '\\')
			g_string_append_c(reading->string, c);
		else if (!take_escape(reading))
			return false;
	}
	return false;
}

static bool
take_number(struct reading *reading, uint64_t *number)
{
	const char *from;

	take(reading, ' ');
	from = reading->at;
	*number = 0;
	while (reading->at < reading->end && g_ascii_isdigit(*reading->at)) {
		if (*number > (G_MAXUINT64 - 9) / 10)
			return false;
		*number = *number * 10 + (uint64_t)(*reading->at++ - '0');
	}
	return reading->at > from;
}

static bool
hash_read(const char *string, uint64_t *hash)
{
	*hash = 0;
	if (strlen(string) != HASH_DIGITS)
		return false;
	for (; *string != '\0'; string++) {
		int digit = g_ascii_xdigit_value(*string);

		if (digit < 0)
			return false;
		*hash = *hash << 4 | (uint64_t)digit;
	}
	return true;
}

static bool
take_value(struct reading *reading, const struct row *row, GStringChunk *keep,
    struct cc_record *record)
{
	void *at = (char *)record + row->at;

	if (row->kind == NUMBER)
		return take_number(reading, at);
	if (!take_string(reading))
		return false;
	switch (row->kind) {
	case HASH:
		return hash_read(reading->string->str, at);
	case OUTCOME:
		return cc_outcome_find(reading->string->str, at);
	case STRING:
	case NUMBER:
		break;
	}
	*(const char **)at =
	    g_string_chunk_insert_const(keep, reading->string->str);
	return true;
}

/* What a later version may write. */
static bool
pass_value(struct reading *reading)
{
	uint64_t number;

	return take_string(reading) || take_number(reading, &number);
}

static bool
take_member(struct reading *reading, GStringChunk *keep, unsigned *seen,
    struct cc_record *record)
{
	const struct row *row = NULL;

	if (!take_string(reading) || !take(reading, ':'))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(rows) && row == NULL; i++)
		if (strcmp(rows[i].name, reading->string->str) == 0)
			row = &rows[i];
	if (row == NULL)
		return pass_value(reading);
	*seen |= 1u << (row - rows);
	return take_value(reading, row, keep, record);
}

bool
cc_record_read(const char *line, size_t length, GStringChunk *keep,
    struct cc_record *record)
{
	g_autoptr(GString) string = g_string_new(NULL);
	struct reading reading = {line, line + length, string};
	unsigned seen = 0;
	bool sound = take(&reading, '{');

	*record = (struct cc_record){0};
	while (sound) {
		sound = take_member(&reading, keep, &seen, record);
		if (!sound || !take(&reading, ','))
			break;
	}
	return sound && take(&reading, '}') && reading.at == reading.end &&
	       seen == (1u << G_N_ELEMENTS(rows)) - 1;
}
