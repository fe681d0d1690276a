/* Sites: a list whose names may be of several words. Commas part them; where
 * there are none, the longest names that are known are taken, and where these
 * do not cover it the whole is one site, drawn as it was written: of "left
 * orbital apex" nobody made three. */
#include "model/model.h"
#include "model/read.h"

#include <string.h>

struct sites {
	struct cc_reading *reading;
	const struct cc_terms *terms;
	const struct cc_words *from; /* single words */
	struct cc_words to;
};

/* One word of those from `first` before `after`. */
static const char *
join(const struct sites *sites, size_t first, size_t after)
{
	g_autoptr(GString) name = g_string_new(NULL);

	for (size_t i = first; i < after; i++)
		g_string_append_printf(
		    name, "%s%s", i > first ? " " : "", sites->from->word[i]);
	return cc_arena_strdup(sites->reading->arena, name->str);
}

static void
add(struct sites *sites, const char *name, size_t first, size_t after)
{
	sites->to.pos[sites->to.count] =
	    cc_pos_join(sites->from->pos[first], sites->from->pos[after - 1]);
	sites->to.word[sites->to.count++] = name;
}

/* The code of the longest name that begins with the word; *after is behind it.
 * NULL where none does. */
static const char *
longest(const struct sites *sites, size_t first, size_t *after)
{
	for (*after = sites->from->count; *after > first; --*after) {
		const struct cc_term *term = cc_terms_find(
		    sites->terms, CC_IN_SITE, NULL, join(sites, first, *after));

		if (term != NULL)
			return term->code;
	}
	return NULL;
}

#define SITES_MAX 16 /* words in one list; more are taken one by one */

static void
match(struct sites *sites)
{
	size_t count = sites->from->count, after;

	for (size_t i = 0; i < count; i = after) {
		const char *code = longest(sites, i, &after);

		if (code == NULL) {
			sites->to.count = 0;
			add(sites, join(sites, 0, count), 0, count);
			return;
		}
		add(sites, code, i, after);
	}
}

/* [bytes] of the comma that the text begins with; 0: none. */
static size_t
comma_length(const char *text)
{
	static const char *const commas[] = {",", ";", "、", "，", "；"};

	for (size_t i = 0; i < G_N_ELEMENTS(commas); i++)
		if (g_str_has_prefix(text, commas[i]))
			return strlen(commas[i]);
	return 0;
}

static size_t
until_comma(const char *text)
{
	size_t length = 0;

	while (text[length] != '\0' && comma_length(text + length) == 0)
		length++;
	return length;
}

/* Each caret is below the whole list. */
static void
part(struct sites *sites, const char *list)
{
	const struct cc_words *from = sites->from;
	size_t room = 1;

	for (const char *p = list; *p != '\0'; p++)
		room += comma_length(p) > 0;
	sites->to.word =
	    cc_arena_new_array(sites->reading->arena, const char *, room);
	sites->to.pos =
	    cc_arena_new_array(sites->reading->arena, struct cc_pos, room);
	for (const char *p = list; *p != '\0';) {
		size_t length = until_comma(p);
		char *name = g_strstrip(
		    cc_arena_strndup(sites->reading->arena, p, length));
		const struct cc_term *term =
		    cc_terms_find(sites->terms, CC_IN_SITE, NULL, name);

		if (*name != '\0')
			add(sites, term != NULL ? term->code : name, 0,
			    from->count);
		p += length + comma_length(p + length);
	}
}

void
cc_read_sites(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_words *words)
{
	struct sites sites = {
	    .reading = reading,
	    .terms = terms,
	    .from = words,
	};

	const char *list;

	if (words->count == 0)
		return;
	list = join(&sites, 0, words->count);
	if (list[until_comma(list)] != '\0') {
		part(&sites, list);
	} else if (words->count <= SITES_MAX) {
		sites.to.word = cc_arena_new_array(
		    reading->arena, const char *, words->count);
		sites.to.pos = cc_arena_new_array(
		    reading->arena, struct cc_pos, words->count);
		match(&sites);
	} else {
		return;
	}
	*words = sites.to;
}
