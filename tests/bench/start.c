/* What a start and a search cost with the shipped vocabulary and with one of
 * twice its size: start ROUNDS. CPU time in one process, so the costs of the
 * program itself are left out. */
#include "api/templates.h"
#include "base/cpu.h"
#include "model/find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A vocabulary that is read, copy by copy, and then packed. */
struct growing {
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_vocab *vocab;
	struct cc_languages *languages;
	GPtrArray *sources; /* of struct cc_source, in the arena */
	unsigned copy;      /* 0: as it is shipped */
};

/* ---- copies ---- */

/* Of the same length and in as many other letters as there are copies: no word
 * of a copy is one of another's, nor found where that is. */
static const char *
renamed(struct growing *growing, const char *word)
{
	char *other = cc_arena_strdup(&growing->arena, word);

	for (char *p = other; *p != '\0'; p++)
		if (g_ascii_islower(*p))
			*p = (char)('a' + (*p - 'a' + (int)growing->copy) % 26);
	return cc_arena_printf(&growing->arena, "%s~%u", other, growing->copy);
}

static void
rename_code(struct growing *growing, struct cc_element *element)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		struct cc_attribute *attribute = &element->attributes[i];

		if (strcmp(attribute->name, "code") == 0)
			attribute->value = renamed(growing, attribute->value);
	}
}

static void
rename_entry(struct growing *growing, struct cc_element *entry)
{
	if (strcmp(entry->name, "define") != 0 &&
	    strcmp(entry->name, "name") != 0)
		return;
	rename_code(growing, entry);
	for (struct cc_element *e = entry->first; e != NULL; e = e->next)
		if (strcmp(e->name, "label") == 0 ||
		    strcmp(e->name, "abbr") == 0 ||
		    strcmp(e->name, "alias") == 0)
			e->text = renamed(growing, e->text);
}

/* The file with all words of its entries renamed, as a tree that is packed. */
static void
copy(struct growing *growing, struct cc_source *source)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	struct cc_element *root =
	    cc_xml_read(&growing->arena, source, NULL, NULL, &growing->diags);

	for (struct cc_element *e = root->first; e != NULL; e = e->next)
		rename_entry(growing, e);
	cc_tree_pack(root, bytes);
	source->tree =
	    cc_arena_memdup(&growing->arena, bytes->data, bytes->len);
}

static bool
file_add(const struct cc_source *shipped, void *data)
{
	struct growing *growing = data;
	struct cc_source *source =
	    cc_arena_memdup(&growing->arena, shipped, sizeof(*shipped));
	const struct cc_element *names;

	g_ptr_array_add(growing->sources, source);
	if (growing->copy > 0)
		copy(growing, source);
	if (strstr(source->name, "/lang/") == NULL)
		return cc_vocab_add(
		    growing->vocab, source, false, &growing->diags);
	names = cc_languages_add(growing->languages, source, &growing->diags);
	return names != NULL &&
	       cc_vocab_name(growing->vocab, names, &growing->diags);
}

/* The shipped vocabulary and so many copies beside it. */
static struct cc_vocab_pack *
pack_grown(struct growing *growing, unsigned copies)
{
	for (growing->copy = 0; growing->copy <= copies; growing->copy++)
		if (!cc_templates_each("vocab", file_add, growing) ||
		    !cc_templates_each("lang", file_add, growing))
			return NULL;
	return cc_vocab_pack_create(growing->vocab,
	    (const struct cc_source *const *)growing->sources->pdata,
	    growing->sources->len);
}

/* ---- costs ---- */

struct laps {
	double start, code, name, search; /* [ms] in all rounds */
	double last;
};

static void
lap(struct laps *laps, double *to)
{
	const double now = cc_cpu_ms();

	*to += now - laps->last;
	laps->last = now;
}

static void
round_trip(struct laps *laps, const struct growing *growing,
    const struct cc_vocab_pack *pack)
{
	struct cc_vocab *vocab;

	laps->last = cc_cpu_ms();
	vocab = cc_vocab_create_packed(
	    pack, (const struct cc_source *const *)growing->sources->pdata);
	lap(laps, &laps->start);
	cc_vocab_find(vocab, CC_IN_TREATMENT, NULL, "bortezomib");
	lap(laps, &laps->code);
	cc_vocab_find(vocab, CC_IN_TREATMENT, NULL, "VELCADE");
	lap(laps, &laps->name);
	g_array_unref(
	    cc_vocab_search(vocab, CC_FIND_ANYWHERE, "acute myeloid leuk", 60));
	lap(laps, &laps->search);
	cc_vocab_destroy(vocab);
}

static void
print(const struct laps *laps, const struct cc_vocab_pack *pack, double rounds)
{
	const double us = 1e3 / rounds;

	printf("%6u entries, %6u names: a start %5.1f, a code %4.1f, "
	       "a name %4.1f, a search %6.1f\n",
	    pack->first[CC_IN_COUNT], pack->name_count, laps->start * us,
	    laps->code * us, laps->name * us, laps->search * us);
}

static bool
measure(unsigned copies, unsigned rounds)
{
	struct growing growing = {
	    .vocab = cc_vocab_create(),
	    .languages = cc_languages_create(),
	    .sources = g_ptr_array_new(),
	};
	g_autoptr(GString) said = g_string_new(NULL);
	struct laps laps = {0};
	struct cc_vocab_pack *pack;

	cc_arena_init(&growing.arena);
	cc_diags_init(&growing.diags);
	pack = pack_grown(&growing, copies);
	if (pack == NULL) {
		cc_diags_text(&growing.diags, CC_NOTE, said);
		fputs(said->str, stderr);
		return false;
	}
	for (unsigned i = 0; i < rounds; i++)
		round_trip(&laps, &growing, pack);
	print(&laps, pack, rounds);
	cc_vocab_pack_destroy(pack);
	cc_vocab_destroy(growing.vocab);
	cc_languages_destroy(growing.languages);
	g_ptr_array_unref(growing.sources);
	cc_diags_finish(&growing.diags);
	cc_arena_finish(&growing.arena);
	return true;
}

int
main(int argc, char **argv)
{
	const unsigned rounds =
	    argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 100;

	return measure(0, rounds) && measure(1, rounds) ? 0 : 1;
}
