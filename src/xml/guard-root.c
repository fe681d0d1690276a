/* The root: one element, of the namespace and the name that are expected. */
#include "xml/guard-root.h"

#include <string.h>

/* "prefix:name" -> "name", in place. */
static const char *
local(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon != NULL ? colon + 1 : name;
}

static bool
is_many(const struct cc_guard *guard)
{
	return guard->many != NULL &&
	       strcmp(local(guard->root_name), guard->many) == 0;
}

/* The declaration that gives the root its namespace: xmlns or xmlns:prefix. */
static bool
root_namespace(const struct cc_markup *markup, uint32_t at, uint32_t end,
    const char *name, struct cc_scan_attribute *attribute)
{
	const char *bytes = markup->source->bytes;
	const char *colon = strchr(name, ':');
	g_autofree char *wanted =
	    colon == NULL
		? g_strdup("xmlns")
		: g_strdup_printf("xmlns:%.*s", (int)(colon - name), name);

	while (
	    cc_scan_attribute(bytes, end, &at, attribute) == CC_SCAN_ATTRIBUTE)
		if (attribute->name_length == strlen(wanted) &&
		    memcmp(bytes + attribute->name, wanted,
			attribute->name_length) == 0)
			return true;
	return false;
}

static bool
is_root(const struct cc_guard *guard)
{
	return guard->root == NULL || guard->split ||
	       strcmp(local(guard->root_name), guard->root) == 0;
}

/* Without its namespace a case is read on as meant, to tell in the same run
 * what else is wrong. */
static bool
refuse_bare_root(
    struct cc_guard *guard, const struct cc_markup *markup, struct cc_pos pos)
{
	cc_diag(markup->diags, CC_E113, pos, guard->root_name, guard->ns);
	guard->ns = NULL;
	return guard->root != NULL &&
	       strcmp(guard->root_name, guard->root) == 0;
}

static bool
root_expected(struct cc_guard *guard, const struct cc_markup *markup,
    uint32_t at, uint32_t end)
{
	const char *name = guard->root_name;
	uint32_t length = (uint32_t)strlen(name);
	struct cc_pos pos = cc_markup_pos(markup, at, length + 1);
	struct cc_scan_attribute declaration;
	g_autofree char *ns = NULL, *expected = NULL;

	if (guard->ns != NULL) {
		if (!root_namespace(
			markup, at + 1 + length, end, name, &declaration))
			return refuse_bare_root(guard, markup, pos);
		ns = g_strndup(markup->source->bytes + declaration.value,
		    declaration.value_length);
		pos = cc_markup_pos(
		    markup, declaration.value, declaration.value_length);
		if (strcmp(ns, guard->ns) != 0) {
			cc_diag(markup->diags, CC_E112, pos, ns, guard->ns);
			return false;
		}
	}
	if (is_root(guard))
		return true;
	expected = guard->many == NULL ? g_strdup_printf("<%s>", guard->root)
	                               : g_strdup_printf("<%s> or <%s>",
					     guard->root, guard->many);
	cc_diag(markup->diags, CC_E111, cc_markup_pos(markup, at, length + 1),
	    name, expected);
	return false;
}

bool
cc_guard_root(struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token, uint32_t name_length)
{
	g_autofree char *name = NULL;

	if (guard->closed) {
		name = cc_markup_word(markup, token->at + 1, name_length);
		cc_diag(markup->diags, CC_E110,
		    cc_markup_pos(markup, token->at, name_length + 1), name);
		return false;
	}
	guard->root_name =
	    g_strndup(markup->source->bytes + token->at + 1, name_length);
	guard->root_place = cc_pos_place(cc_markup_pos(markup, token->at, 0));
	guard->root_at = token->at;
	guard->root_end = token->end;
	guard->split = is_many(guard);
	return root_expected(guard, markup, token->at, token->end);
}
