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

static bool
refuse_name(const struct cc_guard *guard, const struct cc_markup *markup,
    struct cc_pos pos)
{
	g_autofree char *expected =
	    guard->many == NULL
		? g_strdup_printf("<%s>", guard->root)
		: g_strdup_printf("<%s> or <%s>", guard->root, guard->many);

	cc_diag(markup->diags, CC_E111, pos, guard->root_name, expected);
	return false;
}

/* Whoever types a file by hand leaves its namespace away, and there is one that
 * it can be. A prefix without one stands for nothing. */
static bool
read_bare_root(
    struct cc_guard *guard, const struct cc_markup *markup, struct cc_pos pos)
{
	bool prefixed = strchr(guard->root_name, ':') != NULL;

	if (!prefixed && !is_root(guard))
		return refuse_name(guard, markup, pos);
	if (prefixed)
		cc_diag(markup->diags, CC_E113, pos, guard->root_name,
		    guard->root != NULL ? guard->root : local(guard->root_name),
		    guard->ns);
	else
		cc_diag(
		    markup->diags, CC_W113, pos, guard->root_name, guard->ns);
	guard->ns = NULL;
	return !prefixed;
}

static bool
root_expected(struct cc_guard *guard, const struct cc_markup *markup,
    uint32_t at, uint32_t end)
{
	const char *name = guard->root_name;
	uint32_t length = (uint32_t)strlen(name);
	const struct cc_pos tag = cc_markup_pos(markup, at, length + 1);
	struct cc_scan_attribute declaration;
	g_autofree char *ns = NULL;

	if (guard->ns == NULL)
		return is_root(guard) || refuse_name(guard, markup, tag);
	if (!root_namespace(markup, at + 1 + length, end, name, &declaration))
		return read_bare_root(guard, markup, tag);
	ns = g_strndup(markup->source->bytes + declaration.value,
	    declaration.value_length);
	if (strcmp(ns, guard->ns) == 0)
		return is_root(guard) || refuse_name(guard, markup, tag);
	cc_diag(markup->diags, CC_E112,
	    cc_markup_pos(markup, declaration.value, declaration.value_length),
	    ns, guard->ns);
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
