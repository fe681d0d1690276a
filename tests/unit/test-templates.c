/* Every template file of the source tree is in the library, and no other. */
#include "api/templates.h"

#include <gio/gio.h>
#include <string.h>

static const char *const folders[] = {
    "cases", "lang", "privacy", "sizes", "themes", "vocab"};

static bool
count_and_compare(const struct cc_source *source, void *data)
{
	g_autofree char *path =
	    g_build_filename(CC_SOURCE_DIR, source->name, NULL);
	g_autofree char *on_disk = NULL;
	gsize size;

	g_test_message("%s", source->name);
	g_assert_true(g_file_get_contents(path, &on_disk, &size, NULL));
	g_assert_cmpmem(source->bytes, source->length, on_disk, size);
	++*(guint *)data;
	return true;
}

static guint
files_in(const char *folder)
{
	g_autofree char *path =
	    g_build_filename(CC_SOURCE_DIR, "templates", folder, NULL);
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	guint count = 0;
	const char *name;

	g_assert_nonnull(dir);
	while ((name = g_dir_read_name(dir)) != NULL)
		count += g_str_has_suffix(name, ".xml");
	return count;
}

static void
test_all(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
		guint carried = 0;

		g_assert_true(
		    cc_templates_each(folders[i], count_and_compare, &carried));
		g_test_message("%s", folders[i]);
		g_assert_cmpuint(carried, ==, files_in(folders[i]));
		g_assert_cmpuint(carried, >, 0);
	}
}

static bool
stop_at_second(const struct cc_source *source, void *data)
{
	const char **last = data;

	if (*last != NULL)
		g_assert_cmpstr(*last, <, source->name);
	*last = *last == NULL ? source->name : "";
	return **last != '\0';
}

static void
test_order(void)
{
	const char *last = NULL;
	guint none = 0;

	g_assert_false(cc_templates_each("vocab", stop_at_second, &last));
	g_assert_cmpstr(last, ==, "");
	g_assert_true(cc_templates_each("no-such", count_and_compare, &none));
	g_assert_cmpuint(none, ==, 0);
}

static void
assert_place(struct cc_pos a, struct cc_pos b)
{
	g_assert_true(a.source == b.source);
	g_assert_cmpuint(a.at, ==, b.at);
	g_assert_cmpuint(a.length, ==, b.length);
}

static void
assert_alike(const struct cc_element *a, const struct cc_element *b)
{
	g_assert_cmpstr(a->name, ==, b->name);
	g_assert_cmpstr(a->text, ==, b->text);
	assert_place(a->pos, b->pos);
	if (*a->text != '\0')
		assert_place(a->text_pos, b->text_pos);
	g_assert_cmpuint(a->attribute_count, ==, b->attribute_count);
	for (size_t i = 0; i < a->attribute_count; i++) {
		const struct cc_attribute *one = &a->attributes[i];
		const struct cc_attribute *other = &b->attributes[i];

		g_assert_cmpstr(one->name, ==, other->name);
		g_assert_cmpstr(one->value, ==, other->value);
		assert_place(one->name_pos, other->name_pos);
		assert_place(one->pos, other->pos);
	}
	g_assert_true((a->first == NULL) == (b->first == NULL));
	g_assert_true((a->next == NULL) == (b->next == NULL));
	g_assert_true((a->parent == NULL) == (b->parent == NULL));
	if (a->first != NULL)
		assert_alike(a->first, b->first);
	if (a->next != NULL)
		assert_alike(a->next, b->next);
}

/* What was read when the program was built is what would be read now. */
static bool
compare_trees(const struct cc_source *shipped, void *data)
{
	struct cc_source source = *shipped;
	const struct cc_element *packed, *read;
	struct cc_arena arena;
	struct cc_diags diags;

	(void)data;
	g_test_message("%s", source.name);
	g_assert_nonnull(source.tree);
	cc_arena_init(&arena);
	cc_diags_init(&diags);
	packed = cc_xml_read(&arena, &source, NULL, NULL, &diags);
	source.tree = NULL;
	read = cc_xml_read(&arena, &source, NULL, NULL, &diags);
	g_assert_nonnull(read);
	assert_alike(packed, read);
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
	return true;
}

static void
test_packed(void)
{
	static const char *const trees[] = {"privacy", "sizes", "themes"};

	for (size_t i = 0; i < G_N_ELEMENTS(trees); i++)
		g_assert_true(cc_templates_each(trees[i], compare_trees, NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/templates/all", test_all);
	g_test_add_func("/templates/order", test_order);
	g_test_add_func("/templates/packed", test_packed);
	return g_test_run();
}
