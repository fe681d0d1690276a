#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

struct row {
	const char *word;
	enum cc_severity severity;
	const char *sentence;
};

static const struct row catalogue[CC_CODE_COUNT] = {
#define CC_DIAG(code, severity, sentence)                                      \
	[CC_##code] = {#code, CC_##severity, sentence},
#include "base/catalogue.h"
#undef CC_DIAG
};

const char *
cc_code_word(enum cc_code code)
{
	return catalogue[code].word;
}

enum cc_severity
cc_code_severity(enum cc_code code)
{
	return catalogue[code].severity;
}

const char *
cc_code_sentence(enum cc_code code)
{
	return catalogue[code].sentence;
}

static void
diag_destroy(gpointer data)
{
	struct cc_diag *diag = data;

	g_free(diag->file);
	g_free(diag->excerpt);
	g_free(diag->sentence);
	g_free(diag);
}

void
cc_diags_init(struct cc_diags *diags)
{
	*diags = (struct cc_diags){
	    .list = g_ptr_array_new_with_free_func(diag_destroy)};
}

void
cc_diags_finish(struct cc_diags *diags)
{
	g_ptr_array_unref(diags->list);
	*diags = (struct cc_diags){0};
}

/* What a terminal would obey, or would write backwards. */
static bool
unprintable(gunichar c)
{
	return g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Where ASCII ends that is printed as it is. */
static const char *
plain_end(const char *p, const char *end)
{
	while (p < end && *p >= ' ' && *p < 0x7F)
		p++;
	return p;
}

/* One line of valid UTF-8 that any terminal can print; owned by the caller.
 * Each invalid byte and each control is one code point, a tab one space. */
static char *
printable(const char *bytes, size_t length)
{
	GString *to = g_string_sized_new(length + 1);
	const char *p = bytes, *end = bytes + length;

	while (p < end) {
		const char *plain = plain_end(p, end);
		gunichar c;
		bool valid;

		g_string_append_len(to, p, plain - p);
		p = plain;
		if (p == end)
			break;
		c = g_utf8_get_char_validated(p, end - p);
		valid = c < 0x110000 && c != 0;
		if (*p == '\t')
			g_string_append_c(to, ' ');
		else if (!valid || unprintable(c))
			g_string_append_unichar(to, 0xFFFD);
		else
			g_string_append_unichar(to, c);
		p = valid ? g_utf8_next_char(p) : p + 1;
	}
	return g_string_free(to, FALSE);
}

#define EXCERPT_MAX 200   /* [code points] */
#define EXCERPT_BEFORE 80 /* [code points] kept before the place */

/* Bytes of a line to look at: enough for the excerpt at 4 bytes a letter. */
#define EXCERPT_REACH (4 * EXCERPT_MAX)

/* Fills in excerpt, indent and width. Works on bytes near the place only: a
 * line may be as long as its file. */
static void
diag_cut(struct cc_diag *diag, struct cc_pos pos)
{
	const char *first = pos.source->bytes;
	const char *end = first + pos.source->length;
	const char *at = first + MIN(pos.at, pos.source->length);
	const char *start = at, *stop = at;
	const char *until = at + MIN(pos.length, (size_t)(end - at));
	g_autofree char *before = NULL, *after = NULL, *under = NULL;
	const char *from, *to;
	glong letters;

	while (start > first && start[-1] != '\n' && at - start < EXCERPT_REACH)
		start--;
	while (stop < end && *stop != '\n' && stop - at < EXCERPT_REACH)
		stop++;
	if (stop > at && stop[-1] == '\r' && (stop == end || *stop == '\n'))
		stop--;
	if (start == first && at - start >= 3 && pos.source->first_line == 1 &&
	    memcmp(start, "\xEF\xBB\xBF", 3) == 0)
		start += 3;
	/* A cut in the middle of a letter would show as an invalid one. */
	while (start < at && ((unsigned char)*start & 0xC0) == 0x80)
		start++;
	before = printable(start, at - start);
	after = printable(at, stop - at);
	under = printable(at, MIN(until, stop) - at);

	letters = g_utf8_strlen(before, -1);
	diag->indent = (uint32_t)MIN(letters, EXCERPT_BEFORE);
	from = g_utf8_offset_to_pointer(before, letters - diag->indent);
	letters = g_utf8_strlen(after, -1);
	letters = MIN(letters, EXCERPT_MAX - (glong)diag->indent);
	to = g_utf8_offset_to_pointer(after, letters);
	diag->excerpt =
	    g_strdup_printf("%s%.*s", from, (int)(to - after), after);
	diag->width =
	    (uint32_t)CLAMP(g_utf8_strlen(under, -1), 1, MAX(letters, 1));
}

/* Notes by the thousand do not take the place of the error among them. */
static bool
diags_count(struct cc_diags *diags, enum cc_severity severity)
{
	diags->count[severity]++;
	diags->here[severity]++;
	return diags->limit == 0 || diags->here[severity] <= diags->limit;
}

/* The sentence with "…" for every word that it would quote; numbers, as of
 * lines, stay. */
static char *
sentence_unquoted(enum cc_code code, va_list args)
{
	g_autoptr(GString) format = g_string_new(catalogue[code].sentence);

	g_string_replace(format, "%s", "%.0s…", 0);
	return g_strdup_vprintf(format->str, args);
}

/* Warnings of the figure speak of what is drawn, which is private already. Its
 * errors quote what could not be understood, and so was not. */
static bool
quotes_input(enum cc_code code)
{
	return code < CC_N401 || catalogue[code].severity >= CC_ERROR;
}

static struct cc_diag *
diag_create(enum cc_code code, enum cc_severity severity, const char *file,
    bool quote, va_list args)
{
	struct cc_diag *diag = g_new0(struct cc_diag, 1);
	g_autofree char *sentence =
	    quote ? g_strdup_vprintf(catalogue[code].sentence, args)
		  : sentence_unquoted(code, args);

	diag->code = code;
	diag->severity = severity;
	diag->file = g_strdup(file);
	diag->sentence = printable(sentence, strlen(sentence));
	return diag;
}

static enum cc_severity
severity_in(const struct cc_diags *diags, enum cc_severity severity)
{
	return diags->strict && severity == CC_WARNING ? CC_ERROR : severity;
}

static bool
is_input(const struct cc_diags *diags, const char *name)
{
	return g_strcmp0(diags->input, name) == 0;
}

/* What a file is called in a diagnostic. Other files than the input are words
 * of the user's: their folder may be the patient's. */
static const char *
source_name(const struct cc_diags *diags, const char *name)
{
	const char *slash;

	if (!diags->discreet)
		return name;
	if (is_input(diags, name))
		return diags->alias;
	slash = strrchr(name, '/');
	return slash != NULL ? slash + 1 : name;
}

static void
diag_point(const struct cc_diags *diags, struct cc_diag *diag, struct cc_pos pos)
{
	if (pos.source == NULL)
		return;
	diag->place = cc_pos_place(pos);
	diag->width = 1;
	if (!diags->discreet)
		diag_cut(diag, pos);
}

static void
diag_at(struct cc_diags *diags, enum cc_code code, enum cc_severity severity,
    struct cc_pos pos, va_list args)
{
	struct cc_diag *diag;

	severity = severity_in(diags, severity);
	if (!diags_count(diags, severity))
		return;
	diag = diag_create(code, severity,
	    pos.source != NULL ? source_name(diags, pos.source->name) : NULL,
	    !diags->discreet || pos.source == NULL || !quotes_input(code),
	    args);
	g_ptr_array_add(diags->list, diag);
	diag_point(diags, diag, pos);
}

void
cc_diag(struct cc_diags *diags, enum cc_code code, struct cc_pos pos, ...)
{
	va_list args;

	va_start(args, pos);
	diag_at(diags, code, catalogue[code].severity, pos, args);
	va_end(args);
}

void
cc_diags_place(struct cc_diags *diags, guint since, struct cc_pos pos)
{
	for (guint i = since; pos.source != NULL && i < diags->list->len; i++) {
		struct cc_diag *diag = diags->list->pdata[i];

		if (diag->file != NULL)
			continue;
		diag->file = g_strdup(source_name(diags, pos.source->name));
		diag_point(diags, diag, pos);
	}
}

static bool
is_said(const struct cc_diags *diags, const struct cc_diag *diag)
{
	for (guint i = 0; i < diags->list->len; i++) {
		const struct cc_diag *said = diags->list->pdata[i];

		if (said->code == diag->code &&
		    said->place.line == diag->place.line &&
		    said->place.column == diag->place.column &&
		    g_strcmp0(said->file, diag->file) == 0 &&
		    strcmp(said->sentence, diag->sentence) == 0)
			return true;
	}
	return false;
}

void
cc_diags_adopt(
    struct cc_diags *diags, struct cc_diags *from, enum cc_severity severity)
{
	while (from->list->len > 0) {
		struct cc_diag *diag =
		    g_ptr_array_steal_index(from->list, 0);

		if (diag->severity == severity && !is_said(diags, diag) &&
		    diags_count(diags, severity))
			g_ptr_array_add(diags->list, diag);
		else
			diag_destroy(diag);
	}
}

void
cc_diag_mild(struct cc_diags *diags, enum cc_code code, struct cc_pos pos, ...)
{
	enum cc_severity severity = catalogue[code].severity;
	va_list args;

	/* A full disk is no milder for a date that is about right. */
	if (severity == CC_ERROR)
		severity = CC_WARNING;
	else if (severity == CC_WARNING)
		severity = CC_NOTE;
	va_start(args, pos);
	diag_at(diags, code, severity, pos, args);
	va_end(args);
}

void
cc_diag_file(struct cc_diags *diags, enum cc_code code, const char *name, ...)
{
	enum cc_severity severity =
	    severity_in(diags, catalogue[code].severity);
	const bool hidden = diags->discreet && is_input(diags, name);
	va_list args;

	if (!diags_count(diags, severity))
		return;
	va_start(args, name);
	/* Why the system cannot read a file is no word of it. */
	g_ptr_array_add(diags->list,
	    diag_create(code, severity, hidden ? diags->alias : name,
		!hidden || code <= CC_E005, args));
	va_end(args);
}

static const struct cc_diag *
last_of(const struct cc_diags *diags, enum cc_severity severity)
{
	guint i = diags->list->len;

	while (i-- > 0) {
		const struct cc_diag *diag = diags->list->pdata[i];

		if (diag->severity == severity)
			return diag;
	}
	return NULL;
}

/* Where the last one is that was kept: nothing else is known of them. */
static void
more_add(struct cc_diags *diags, enum cc_severity severity, guint more)
{
	static const enum cc_code codes[] = {
	    [CC_NOTE] = CC_N003,
	    [CC_WARNING] = CC_W003,
	    [CC_ERROR] = CC_E006,
	    [CC_FATAL] = CC_E006,
	};
	const struct cc_diag *last = last_of(diags, severity);
	struct cc_diag *diag = g_new0(struct cc_diag, 1);

	diag->code = codes[severity];
	diag->severity = severity;
	diag->sentence =
	    g_strdup_printf(catalogue[diag->code].sentence, more);
	if (last != NULL) {
		diag->file = g_strdup(last->file);
		diag->place = last->place;
		diag->width = last->width;
	}
	g_ptr_array_add(diags->list, diag);
}

void
cc_diags_section(struct cc_diags *diags)
{
	for (int i = 0; i <= CC_FATAL; i++) {
		if (diags->limit > 0 && diags->here[i] > diags->limit)
			more_add(diags, (enum cc_severity)i,
			    diags->here[i] - diags->limit);
		diags->here[i] = 0;
	}
}

static gint
diag_compare(gconstpointer left, gconstpointer right)
{
	const struct cc_diag *a = *(struct cc_diag *const *)left;
	const struct cc_diag *b = *(struct cc_diag *const *)right;
	int order = g_strcmp0(a->file, b->file);

	if (order != 0)
		return order;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	if (a->place.column != b->place.column)
		return a->place.column < b->place.column ? -1 : 1;
	return 0;
}

void
cc_diags_sort(struct cc_diags *diags)
{
	g_ptr_array_sort(diags->list, diag_compare);
}
