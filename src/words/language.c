#include "words/language.h"

#include "model/terms.h"
#include "xml/template.h"

#include <string.h>

#define MESSAGES_NAMESPACE "urn:clincourse:messages:1"
#define LANGUAGE_LAST "en" /* the complete one */

static const char *const message_ids[CC_MESSAGE_COUNT] = {
#define CC_MESSAGE(name, id) [CC_MSG_##name] = id,
#include "words/messages.h"
#undef CC_MESSAGE
};

struct cc_language {
	struct cc_language_pack says;
	const struct cc_languages *all;
};

struct cc_languages {
	struct cc_arena arena;
	GPtrArray *list;  /* of struct cc_language, in the arena */
	GPtrArray *langs; /* their tags, in the same order */
	/* What stands in for messages that the others lack; NULL: not yet. */
	const struct cc_language *english;
};

struct cc_languages *
cc_languages_create(void)
{
	struct cc_languages *languages = g_new0(struct cc_languages, 1);

	cc_arena_init(&languages->arena);
	languages->list = g_ptr_array_new();
	languages->langs = g_ptr_array_new();
	return languages;
}

void
cc_languages_destroy(struct cc_languages *languages)
{
	if (languages == NULL)
		return;
	g_ptr_array_unref(languages->list);
	g_ptr_array_unref(languages->langs);
	cc_arena_finish(&languages->arena);
	g_free(languages);
}

static struct cc_language *
language_exact(
    const struct cc_languages *languages, const char *lang, size_t length)
{
	for (guint i = 0; i < languages->list->len; i++) {
		struct cc_language *language = languages->list->pdata[i];
		const char *known = language->says.lang;

		/* Nearly always written alike. */
		if (strlen(known) == length &&
		    (memcmp(known, lang, length) == 0 ||
			g_ascii_strncasecmp(known, lang, length) == 0))
			return language;
	}
	return NULL;
}

/* The language, else the same without its last subtags; may be NULL. */
static struct cc_language *
language_find(const struct cc_languages *languages, const char *lang)
{
	size_t length = lang == NULL ? 0 : strlen(lang);

	while (length > 0) {
		struct cc_language *language =
		    language_exact(languages, lang, length);

		if (language != NULL)
			return language;
		while (length > 0 && lang[length - 1] != '-')
			length--;
		if (length > 0)
			length--;
	}
	return NULL;
}

static struct cc_language *
language_open(struct cc_languages *languages, const char *lang)
{
	struct cc_language *language =
	    language_exact(languages, lang, strlen(lang));

	if (language != NULL)
		return language;
	language = cc_arena_new(&languages->arena, struct cc_language);
	language->says.lang = lang;
	language->says.name = language->says.small = "";
	language->all = languages;
	if (g_ascii_strcasecmp(lang, LANGUAGE_LAST) == 0)
		languages->english = language;
	g_ptr_array_add(languages->list, language);
	g_ptr_array_add(languages->langs, (char *)lang);
	return language;
}

#define WORDS_MAX 200 /* [characters] */

/* What an element says; NULL after a diagnostic. */
static const char *
words_read(const struct cc_element *element, struct cc_diags *diags)
{
	glong length = g_utf8_strlen(element->text, -1);

	if (length == 0)
		cc_diag(diags, CC_E313, element->pos);
	else if (length > WORDS_MAX)
		cc_diag(diags, CC_E119, element->pos, element->name,
		    (guint)length, WORDS_MAX);
	else if (strchr(element->text, '\n') != NULL)
		cc_diag(diags, CC_E315, element->pos, '\n');
	else
		return element->text;
	return NULL;
}

static size_t
places_count(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text == '{';
	return count;
}

static void
forms_measure(struct cc_message_forms *forms)
{
	const char *const texts[] = {forms->one, forms->other};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		if (texts[i] == NULL)
			continue;
		forms->length = MAX(forms->length, strlen(texts[i]));
		forms->places = MAX(forms->places, places_count(texts[i]));
	}
}

static struct cc_message_forms
forms_read(const struct cc_element *element, struct cc_diags *diags)
{
	struct cc_message_forms forms = {0};

	if (element->first == NULL) {
		forms.other = words_read(element, diags);
		return forms;
	}
	cc_template_bare(element, diags);
	for (const struct cc_element *form = element->first; form != NULL;
	     form = form->next) {
		cc_template_only(form, diags, NULL);
		if (strcmp(form->name, "one") == 0 && forms.one == NULL)
			forms.one = words_read(form, diags);
		else if (strcmp(form->name, "other") == 0 &&
			 forms.other == NULL)
			forms.other = words_read(form, diags);
		else
			cc_template_stray(form, diags);
	}
	if (forms.one == NULL || forms.other == NULL)
		cc_diag(diags, CC_E303, element->pos, element->name,
		    "<one> and <other>, or words alone");
	return forms;
}

static void
message_read(struct cc_language *language, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_message_forms forms;
	int message;

	/* Names of codes are the vocabulary's (model/vocab-name.c). */
	if (strcmp(element->name, "name") == 0)
		return;
	if (strcmp(element->name, "small") == 0) {
		cc_template_only(element, diags, NULL);
		language->says.small = element->text;
		return;
	}
	if (strcmp(element->name, "message") != 0) {
		cc_template_stray(element, diags);
		return;
	}
	cc_template_only(element, diags, "id", NULL);
	message = cc_template_choice(
	    element, "id", message_ids, CC_MESSAGE_COUNT, diags);
	forms = forms_read(element, diags);
	forms_measure(&forms);
	if (message >= 0 && forms.other != NULL)
		language->says.message[message] = forms;
}

const struct cc_element *
cc_languages_add(struct cc_languages *languages, const struct cc_source *source,
    struct cc_diags *diags)
{
	guint errors = diags->count[CC_ERROR];
	const struct cc_element *root = cc_xml_read(
	    &languages->arena, source, MESSAGES_NAMESPACE, "messages", diags);
	const struct cc_attribute *lang;
	const char *name;
	struct cc_language *language;

	if (root == NULL)
		return NULL;
	cc_template_only(root, diags, "xml:lang", "xml:space", "name", "source",
	    "reviewed", NULL);
	cc_template_bare(root, diags);
	name = cc_template_need(root, "name", diags);
	/* Separators begin and end with spaces. */
	cc_template_need(root, "xml:space", diags);
	if (cc_template_need(root, "xml:lang", diags) == NULL)
		return NULL;
	lang = cc_element_attribute(root, "xml:lang");
	if (!cc_lang_valid(lang->value)) {
		cc_diag(diags, CC_E335, lang->pos, lang->value);
		return NULL;
	}
	if (root->first == NULL)
		cc_diag(diags, CC_E303, root->pos, root->name, "a <message>");
	language = language_open(languages, lang->value);
	if (name != NULL)
		language->says.name = name;
	for (const struct cc_element *child = root->first; child != NULL;
	     child = child->next)
		message_read(language, child, diags);
	return diags->count[CC_ERROR] == errors ? root : NULL;
}

const struct cc_language_pack *
cc_language_pack(const struct cc_languages *languages, const char *lang)
{
	return &language_find(languages, lang)->says;
}

void
cc_languages_take(
    struct cc_languages *languages, const struct cc_language_pack *pack)
{
	language_open(languages, pack->lang)->says = *pack;
}

bool
cc_language_known(const struct cc_languages *languages, const char *lang)
{
	return language_find(languages, lang) != NULL;
}

const char *const *
cc_language_list(const struct cc_languages *languages, size_t *count)
{
	*count = languages->langs->len;
	return (const char *const *)languages->langs->pdata;
}

const char *
cc_language_name(const struct cc_languages *languages, const char *lang)
{
	const struct cc_language *language = language_find(languages, lang);

	return language != NULL ? language->says.name : "";
}

void
cc_words_speak(struct cc_words_in *in, const struct cc_languages *languages,
    const char *lang)
{
	in->lang = lang;
	in->language = language_find(languages, lang);
	if (in->language == NULL)
		in->language = languages->english;
}

const struct cc_message_forms *
cc_language_forms(const struct cc_language *language, enum cc_message message)
{
	if (language != NULL && language->says.message[message].other == NULL)
		language = language->all->english;
	if (language == NULL || language->says.message[message].other == NULL)
		return NULL;
	return &language->says.message[message];
}

const char *
cc_language_small(const struct cc_language *language)
{
	return language != NULL ? language->says.small : "";
}

const char *
cc_message_id(enum cc_message message)
{
	return message_ids[message];
}
