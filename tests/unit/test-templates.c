/* Every template file of the source tree is in the library, and no other. */
#include "api/templates.h"

#include <gio/gio.h>
#include <string.h>

static const char *const folders[] = {
    "cases", "lang", "sizes", "themes", "vocab"};

static bool
count_and_compare(
    const char *name, const char *bytes, size_t length, void *data)
{
	g_autofree char *path = g_build_filename(CC_SOURCE_DIR, name, NULL);
	g_autofree char *on_disk = NULL;
	gsize size;

	g_test_message("%s", name);
	g_assert_true(g_file_get_contents(path, &on_disk, &size, NULL));
	g_assert_cmpmem(bytes, length, on_disk, size);
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
stop_at_second(const char *name, const char *bytes, size_t length, void *data)
{
	const char **last = data;

	(void)bytes;
	(void)length;
	if (*last != NULL)
		g_assert_cmpstr(*last, <, name);
	*last = *last == NULL ? name : "";
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

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/templates/all", test_all);
	g_test_add_func("/templates/order", test_order);
	return g_test_run();
}
