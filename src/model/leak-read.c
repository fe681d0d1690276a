/* Documents of forms: <part>s that have names, and <form>s that are made of
 * them. */
#include "model/leak-data.h"
#include "xml/template.h"

#include <string.h>

#define FORMS_NAMESPACE "urn:clincourse:privacy:1"
#define NO_LANGUAGE "und" /* of forms that any language has */

#define LEVEL(name) (1u << CC_PRIVACY_##name)

static const char *const kind_words[] = {
    [CC_LEAK_DATE] = "date",
    [CC_LEAK_NAME] = "name",
    [CC_LEAK_RECORD] = "record",
    [CC_LEAK_IDENTITY] = "identity",
    [CC_LEAK_PHONE] = "phone",
    [CC_LEAK_ADDRESS] = "address",
    [CC_LEAK_AGE] = "age",
};
_Static_assert(G_N_ELEMENTS(kind_words) == CC_LEAK_COUNT, "a word each");

/* What a date tells, and the levels that hide it: a month is allowed where
 * months are shown, a year where years are. */
static const char *const told_words[] = {"day", "month", "year"};
static const unsigned told_levels[] = {
    LEVEL(RELATIVE) | LEVEL(MONTH) | LEVEL(YEAR),
    LEVEL(RELATIVE) | LEVEL(YEAR),
    LEVEL(RELATIVE),
};

/* Where a text has none of its letters, the forms are not looked for. */
static const char *const script_words[] = {"Han"};

struct cc_forms *
cc_forms_create(void)
{
	struct cc_forms *forms = g_new0(struct cc_forms, 1);

	cc_arena_init(&forms->arena);
	forms->list = g_array_new(FALSE, FALSE, sizeof(struct cc_form));
	forms->parts = g_hash_table_new(g_str_hash, g_str_equal);
	forms->langs = g_ptr_array_new();
	return forms;
}

void
cc_forms_destroy(struct cc_forms *forms)
{
	if (forms == NULL)
		return;
	for (int level = 0; level < CC_PRIVACY_COUNT; level++)
		cc_leaks_destroy(forms->leaks[level]);
	g_array_unref(forms->list);
	g_hash_table_unref(forms->parts);
	g_ptr_array_unref(forms->langs);
	cc_arena_finish(&forms->arena);
	g_free(forms);
}

/* A document at hand. */
struct reading {
	struct cc_forms *forms;
	const char *lang;
	bool shipped; /* with the program */
	bool han;     /* its forms have Chinese letters, every one */
};

/* A part by its name: the language's own, else any language's. */
static const char *
part_find(const struct cc_forms *forms, const char *lang, const char *name)
{
	g_autofree char *own = g_strdup_printf("%s %s", lang, name);
	g_autofree char *any = g_strdup_printf("%s %s", NO_LANGUAGE, name);
	const char *part = g_hash_table_lookup(forms->parts, own);

	return part != NULL ? part : g_hash_table_lookup(forms->parts, any);
}

/* The length of a {name} at the start of the text, or 0: {2,3} and \p{Lu} are
 * none. */
static size_t
name_length(const char *text)
{
	const size_t letters =
	    text[0] == '{'
		? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz-")
		: 0;

	return letters > 0 && text[1] != '-' && text[1 + letters] == '}'
	           ? letters + 2
	           : 0;
}

/* Whether no repetition can try a text in more ways than its bounds say: each
 * has an end, or never gives back what it took (*+, ++, {2,}+). */
static bool
is_bounded(const char *text)
{
	bool class = false;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\\' && p[1] != '\0') {
			p++;
			continue;
		}
		if (*p == '[')
			class = true;
		else if (*p == ']')
			class = false;
		if (class)
			continue;
		if ((*p == '*' || *p == '+') && p > text &&
		    strchr("*+?}", p[-1]) == NULL && p[1] != '+')
			return false;
		if (*p == ',' && p[1] == '}' && p[2] != '+')
			return false;
	}
	return true;
}

/* Whether an expression can be searched for; a part need not find anything. */
static bool
is_searchable(const struct cc_element *element, const char *expression,
    bool part, struct cc_diags *diags)
{
	g_autoptr(GRegex) regex =
	    g_regex_new(expression, CC_FORM_FLAGS, 0, NULL);
	const char *why = NULL;

	if (regex == NULL)
		why = "it is no regular expression";
	else if (!is_bounded(element->text))
		why = "a * or + has no end; write {0,9}, or *+ and ++";
	else if (!part && g_regex_match(regex, "", 0, NULL))
		why = "it finds nothing, everywhere";
	if (why != NULL)
		cc_diag(diags, CC_E186, element->pos, why);
	return why == NULL;
}

/* What is between the tags without white space and with its parts written
 * out, as one group; NULL after a diagnostic. What is shipped was tried when
 * it was tested. */
static const char *
expression_read(const struct reading *reading,
    const struct cc_element *element, struct cc_diags *diags)
{
	struct cc_forms *forms = reading->forms;
	g_autoptr(GString) to = g_string_new("(?:");
	const bool is_part = strcmp(element->name, "part") == 0;
	size_t length;

	for (const char *p = element->text; *p != '\0'; p += length) {
		g_autofree char *name = NULL;
		const char *part;

		length = name_length(p);
		if (length == 0) {
			length = 1;
			if (!g_ascii_isspace(*p))
				g_string_append_c(to, *p);
			continue;
		}
		name = g_strndup(p + 1, length - 2);
		part = part_find(forms, reading->lang, name);
		if (part == NULL) {
			cc_diag(diags, CC_E185, element->pos, name);
			return NULL;
		}
		g_string_append(to, part);
	}
	g_string_append_c(to, ')');
	if (!reading->shipped &&
	    !is_searchable(element, to->str, is_part, diags))
		return NULL;
	return cc_arena_strdup(&forms->arena, to->str);
}

static void
part_read(const struct reading *reading, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_forms *forms = reading->forms;
	const char *id, *expression;

	cc_template_only(element, diags, "id", NULL);
	id = cc_template_need(element, "id", diags);
	expression = expression_read(reading, element, diags);
	if (id == NULL || expression == NULL)
		return;
	g_hash_table_insert(forms->parts,
	    cc_arena_printf(&forms->arena, "%s %s", reading->lang, id),
	    (char *)expression);
}

static void
form_read(const struct reading *reading, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_form form = {.levels = told_levels[0]};
	int kind, told = 0;

	cc_template_only(element, diags, "kind", "tells", NULL);
	kind = cc_template_choice(
	    element, "kind", kind_words, CC_LEAK_COUNT, diags);
	if (kind == CC_LEAK_DATE)
		told = cc_template_choice(element, "tells", told_words,
		    G_N_ELEMENTS(told_words), diags);
	form.expression = expression_read(reading, element, diags);
	if (kind < 0 || told < 0 || form.expression == NULL)
		return;
	form.kind = (enum cc_leak)kind;
	form.han = reading->han;
	form.levels = told_levels[told];
	g_array_append_val(reading->forms->list, form);
}

bool
cc_forms_add(struct cc_forms *forms, const struct cc_source *source,
    struct cc_diags *diags)
{
	const guint errors = diags->count[CC_ERROR];
	const struct cc_element *root = cc_xml_read(
	    &forms->arena, source, FORMS_NAMESPACE, "privacy", diags);
	struct reading reading = {
	    .forms = forms, .shipped = source->tree != NULL};

	if (root == NULL)
		return false;
	cc_template_only(
	    root, diags, "xml:lang", "script", "source", "reviewed", NULL);
	cc_template_bare(root, diags);
	if (cc_element_attribute(root, "script") != NULL)
		reading.han = cc_template_choice(root, "script", script_words,
				  G_N_ELEMENTS(script_words), diags) == 0;
	reading.lang = cc_template_need(root, "xml:lang", diags);
	if (reading.lang == NULL)
		return false;
	g_ptr_array_add(forms->langs, (char *)reading.lang);
	for (const struct cc_element *child = root->first; child != NULL;
	     child = child->next) {
		if (strcmp(child->name, "part") == 0)
			part_read(&reading, child, diags);
		else if (strcmp(child->name, "form") == 0)
			form_read(&reading, child, diags);
		else
			cc_template_stray(child, diags);
	}
	return diags->count[CC_ERROR] == errors;
}

bool
cc_forms_speak(const struct cc_forms *forms, const char *lang)
{
	const size_t length = strcspn(lang, "-");

	for (guint i = 0; i < forms->langs->len; i++) {
		const char *known = forms->langs->pdata[i];

		if (strcspn(known, "-") == length &&
		    g_ascii_strncasecmp(known, lang, length) == 0)
			return true;
	}
	return false;
}
