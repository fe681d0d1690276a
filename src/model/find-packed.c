/* Which packed names a search looks at: of tens of thousands next to none fits,
 * and their plain words lie side by side, in order. */
#include "model/find.h"
#include "model/vocab-data.h"

#include <string.h>

/* All names of the plain word that has a letter at that place; returns where
 * the next word begins. *name goes on from where it was. */
static const char *
keep_word(const struct cc_vocab_pack *pack, const char *at, uint32_t *name,
    uint8_t *kept)
{
	const char *before =
	    memrchr(pack->strings, 0, (size_t)(at - pack->strings));
	const uint32_t plain = (uint32_t)(before + 1 - pack->strings);

	while (pack->names[*name].plain < plain)
		++*name;
	for (; *name < pack->name_count && pack->names[*name].plain == plain;
	     ++*name)
		kept[*name] = CC_NAME_KEPT;
	return at + strlen(at) + 1;
}

static void
keep_holding(const struct cc_vocab_pack *pack, const char *part, uint8_t *kept)
{
	const char *last =
	    pack->strings + pack->names[pack->name_count - 1].plain;
	const char *end = last + strlen(last);
	const char *at = pack->strings + pack->names[0].plain;
	uint32_t name = 0;

	while (at < end) {
		at = memmem(at, (size_t)(end - at), part, strlen(part));
		if (at == NULL)
			return;
		at = keep_word(pack, at, &name, kept);
	}
}

static void
keep_beginning(
    const struct cc_vocab *vocab, const char *beginning, uint8_t *kept)
{
	const struct cc_vocab_pack *pack = vocab->pack;

	for (size_t i = cc_names_from(vocab, beginning).packed;
	     i < pack->name_count &&
	     g_str_has_prefix(pack->strings + pack->names[i].plain, beginning);
	     i++)
		kept[i] = CC_NAME_KEPT;
}

uint8_t *
cc_names_sieve(
    const struct cc_vocab *vocab, const char *beginning, const char *part)
{
	const struct cc_vocab_pack *pack = vocab->pack;
	uint8_t *kept;

	if (pack == NULL || pack->name_count == 0)
		return NULL;
	kept = g_new0(uint8_t, pack->name_count);
	keep_beginning(vocab, beginning, kept);
	if (part != NULL)
		keep_holding(pack, part, kept);
	return kept;
}
