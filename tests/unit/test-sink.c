#include "base/sink.h"
#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

/* A folder of its own for each test. */
struct room {
	char *folder;
	struct cc_diags diags;
};

static void
room_init(struct room *room, gconstpointer data)
{
	(void)data;
	room->folder = g_dir_make_tmp("cc-sink-XXXXXX", NULL);
	g_assert_nonnull(room->folder);
	cc_diags_init(&room->diags);
}

static guint
room_entries(const struct room *room, bool removing)
{
	g_autoptr(GDir) dir = g_dir_open(room->folder, 0, NULL);
	const char *name;
	guint count = 0;

	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path =
		    g_build_filename(room->folder, name, NULL);

		count++;
		if (removing)
			g_remove(path);
	}
	return count;
}

static void
room_finish(struct room *room, gconstpointer data)
{
	(void)data;
	room_entries(room, true);
	g_rmdir(room->folder);
	g_free(room->folder);
	cc_diags_finish(&room->diags);
}

static char *
path_in(const struct room *room, const char *name)
{
	return g_build_filename(room->folder, name, NULL);
}

static void
assert_holds(const char *path, const char *expected)
{
	g_autofree char *content = NULL;

	g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
	g_assert_cmpstr(content, ==, expected);
}

static bool
write_file(struct room *room, const char *path, const char *content)
{
	struct cc_sink *sink = cc_sink_open(path, &room->diags);

	if (sink == NULL)
		return false;
	cc_sink_write(sink, content, strlen(content));
	return cc_sink_commit(sink, &room->diags);
}

static void
assert_refused(struct room *room, const char *code, const char *reason)
{
	const struct cc_diag *diag;

	g_assert_cmpuint(room->diags.list->len, ==, 1);
	diag = room->diags.list->pdata[0];
	g_assert_cmpstr(cc_code_word(diag->code), ==, code);
	if (strstr(diag->sentence, reason) == NULL)
		g_error("'%s' lacks '%s'", diag->sentence, reason);
}

static void
test_new(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "new.svg");
	struct cc_sink *sink;
	struct stat status;
	mode_t mask = umask(027);

	(void)data;
	sink = cc_sink_open(path, &room->diags);
	g_assert_true(cc_sink_write(sink, "<svg/>", 6));
	g_assert_true(cc_sink_write(sink, NULL, 0));
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	cc_sink_make_durable(sink);
	g_assert_true(cc_sink_commit(sink, &room->diags));
	umask(mask);
	assert_holds(path, "<svg/>");
	g_assert_cmpint(stat(path, &status), ==, 0);
	g_assert_cmpuint(status.st_mode & 07777, ==, 0640);
	g_assert_cmpuint(room_entries(room, false), ==, 1);
}

static void
test_replace(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "old.svg");
	struct cc_sink *sink;
	struct stat before, after;

	(void)data;
	g_assert_true(g_file_set_contents(path, "old", -1, NULL));
	g_assert_cmpint(chmod(path, 0604), ==, 0);
	g_assert_cmpint(stat(path, &before), ==, 0);
	sink = cc_sink_open(path, &room->diags);
	cc_sink_write(sink, "new", 3);
	assert_holds(path, "old");
	g_assert_true(cc_sink_commit(sink, &room->diags));
	assert_holds(path, "new");
	g_assert_cmpint(stat(path, &after), ==, 0);
	g_assert_cmpuint(after.st_mode, ==, before.st_mode);
	g_assert_cmpuint(after.st_ino, !=, before.st_ino);
	g_assert_cmpuint(room_entries(room, false), ==, 1);
}

static void
test_abandon(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "kept.svg");
	struct cc_sink *sink;

	(void)data;
	g_assert_true(g_file_set_contents(path, "old", -1, NULL));
	sink = cc_sink_open(path, &room->diags);
	cc_sink_write(sink, "half", 4);
	cc_sink_abandon(sink);
	cc_sink_abandon(NULL);
	assert_holds(path, "old");
	g_assert_cmpuint(room_entries(room, false), ==, 1);
	g_assert_cmpuint(room->diags.list->len, ==, 0);
}

/* Pieces that cross the buffer's size come out in order. */
static void
test_large(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "large");
	g_autoptr(GString) expected = g_string_new(NULL);
	struct cc_sink *sink = cc_sink_open(path, &room->diags);
	GRand *rand = g_rand_new_with_seed(5);
	int i;

	(void)data;
	for (i = 0; i < 60; i++) {
		gsize length = (gsize)g_rand_int_range(
		    rand, 0, i % 10 == 0 ? 300000 : 30000);
		g_autofree char *piece = g_malloc(length + 1);

		memset(piece, 'a' + i % 26, length);
		g_string_append_len(expected, piece, (gssize)length);
		g_assert_true(cc_sink_write(sink, piece, length));
	}
	g_assert_true(cc_sink_commit(sink, &room->diags));
	assert_holds(path, expected->str);
	g_rand_free(rand);
}

static gpointer
fifo_read(gpointer path)
{
	char *content = NULL;

	g_file_get_contents(path, &content, NULL, NULL);
	return content;
}

static void
test_fifo(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "pipe");
	g_autofree char *content = NULL;
	struct stat status;
	GThread *reader;

	(void)data;
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
	reader = g_thread_new("reader", fifo_read, path);
	g_assert_true(write_file(room, path, "through"));
	content = g_thread_join(reader);
	g_assert_cmpstr(content, ==, "through");
	g_assert_cmpint(stat(path, &status), ==, 0);
	g_assert_true(S_ISFIFO(status.st_mode));
}

static void
test_full(struct room *room, gconstpointer data)
{
	struct cc_sink *sink;
	struct stat status;
	g_autofree char *much = g_malloc0(200000);

	(void)data;
	if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
		g_test_skip("no /dev/full here");
		return;
	}
	g_assert_false(write_file(room, "/dev/full", "x"));
	assert_refused(room, "E003", "No space left on device");
	g_assert_cmpint(stat("/dev/full", &status), ==, 0);
	g_assert_true(S_ISCHR(status.st_mode));
	sink = cc_sink_open("/dev/full", &room->diags);
	g_assert_false(cc_sink_write(sink, much, 200000));
	g_assert_false(cc_sink_write(sink, "x", 1));
	g_assert_false(cc_sink_commit(sink, &room->diags));
	g_assert_cmpuint(room->diags.count[CC_FATAL], ==, 2);
}

static void
test_missing_folder(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "no/such/x.svg");

	(void)data;
	g_assert_false(write_file(room, path, "x"));
	assert_refused(room, "E003", "there is no folder");
}

static void
test_file_as_folder(struct room *room, gconstpointer data)
{
	g_autofree char *file = path_in(room, "file");
	g_autofree char *path = path_in(room, "file/x.svg");

	(void)data;
	g_assert_true(g_file_set_contents(file, "", -1, NULL));
	g_assert_false(write_file(room, path, "x"));
	assert_refused(room, "E003", "Not a directory");
}

static void
test_folder(struct room *room, gconstpointer data)
{
	g_autofree char *missing = path_in(room, "missing/");

	(void)data;
	g_assert_false(write_file(room, room->folder, "x"));
	assert_refused(room, "E002", "is a directory");
	g_assert_false(write_file(room, missing, "x"));
	g_assert_false(write_file(room, "", "x"));
	g_assert_cmpuint(room->diags.count[CC_FATAL], ==, 3);
}

static void
test_symlink(struct room *room, gconstpointer data)
{
	g_autofree char *first = path_in(room, "first");
	g_autofree char *second = path_in(room, "second");
	g_autofree char *target = path_in(room, "target");

	(void)data;
	g_assert_cmpint(symlink("second", first), ==, 0);
	g_assert_cmpint(symlink(target, second), ==, 0);
	g_assert_true(write_file(room, first, "one"));
	assert_holds(target, "one");
	g_assert_true(write_file(room, first, "two"));
	assert_holds(target, "two");
	g_assert_true(g_file_test(first, G_FILE_TEST_IS_SYMLINK));
	g_assert_true(g_file_test(second, G_FILE_TEST_IS_SYMLINK));
	g_assert_false(g_file_test(target, G_FILE_TEST_IS_SYMLINK));
	g_assert_cmpuint(room_entries(room, false), ==, 3);
}

static void
test_symlink_circle(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "me");

	(void)data;
	g_assert_cmpint(symlink("me", path), ==, 0);
	g_assert_false(write_file(room, path, "x"));
	assert_refused(room, "E003", "symbolic links");
}

/* A name out of data never leads out of its folder. */
static void
test_open_in(struct room *room, gconstpointer data)
{
	static const char *const bad[] = {"", ".", "..", "../x", "a/b", "/x"};
	g_autofree char *outside = path_in(room, "outside");
	g_autofree char *planted = path_in(room, "planted");
	g_autofree char *pipe = path_in(room, "pipe");
	int folder = open(room->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct cc_sink *sink;
	size_t i;

	(void)data;
	g_assert_true(g_file_set_contents(outside, "safe", -1, NULL));
	g_assert_cmpint(symlink(outside, planted), ==, 0);
	sink = cc_sink_open_in(folder, "planted", planted, &room->diags);
	cc_sink_write(sink, "mine", 4);
	g_assert_true(cc_sink_commit(sink, &room->diags));
	assert_holds(outside, "safe");
	assert_holds(planted, "mine");
	g_assert_false(g_file_test(planted, G_FILE_TEST_IS_SYMLINK));
	g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
	g_assert_null(cc_sink_open_in(folder, "pipe", pipe, &room->diags));
	for (i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_null(
		    cc_sink_open_in(folder, bad[i], bad[i], &room->diags));
	close(folder);
	g_assert_cmpuint(
	    room->diags.count[CC_FATAL], ==, 1 + G_N_ELEMENTS(bad));
}

/* The name came to be while the file was written: the later one wins. */
static void
test_overtaken(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "x.svg");
	struct cc_sink *first = cc_sink_open(path, &room->diags);
	struct cc_sink *second = cc_sink_open(path, &room->diags);

	(void)data;
	cc_sink_write(first, "first", 5);
	cc_sink_write(second, "second", 6);
	g_assert_true(cc_sink_commit(second, &room->diags));
	g_assert_true(cc_sink_commit(first, &room->diags));
	assert_holds(path, "first");
	g_assert_cmpuint(room_entries(room, false), ==, 1);
}

/* The folder has gone: nowhere is a name to be had. */
static void
test_vanished(struct room *room, gconstpointer data)
{
	g_autofree char *folder = path_in(room, "sub");
	g_autofree char *path = g_build_filename(folder, "x", NULL);
	struct cc_sink *sink;

	(void)data;
	g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
	sink = cc_sink_open(path, &room->diags);
	cc_sink_write(sink, "x", 1);
	cc_temporaries_remove(); /* where it has a name */
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	g_assert_false(cc_sink_commit(sink, &room->diags));
	assert_refused(room, "E003", "No such file");
}

/* Permissions bind everyone but root. */
static void
test_read_only(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "protected");

	(void)data;
	if (geteuid() == 0) {
		g_test_skip("root may write every file");
		return;
	}
	g_assert_true(g_file_set_contents(path, "old", -1, NULL));
	g_assert_cmpint(chmod(path, 0444), ==, 0);
	g_assert_false(write_file(room, path, "new"));
	assert_refused(room, "E003", "Permission denied");
	assert_holds(path, "old");
}

/* The folder went away under the open file. */
static void
test_commit_fails(struct room *room, gconstpointer data)
{
	g_autofree char *folder = path_in(room, "sub");
	g_autofree char *path = g_build_filename(folder, "x", NULL);
	struct cc_sink *sink;

	(void)data;
	g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
	sink = cc_sink_open(path, &room->diags);
	cc_sink_write(sink, "x", 1);
	g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
	g_assert_false(cc_sink_commit(sink, &room->diags));
	assert_refused(room, "E003", "Is a directory");
	g_assert_cmpint(g_rmdir(path), ==, 0);
	g_assert_cmpint(g_rmdir(folder), ==, 0); /* nothing was left */
}

static void
test_standard_output(struct room *room, gconstpointer data)
{
	(void)room;
	(void)data;
	if (g_test_subprocess()) {
		struct cc_diags diags;
		struct cc_sink *sink;

		cc_diags_init(&diags);
		sink = cc_sink_open("-", &diags);
		cc_sink_write(sink, "to stdout", 9);
		g_assert_true(cc_sink_commit(sink, &diags));
		/* and it is still open for the next one */
		g_assert_cmpint(fcntl(STDOUT_FILENO, F_GETFD), >=, 0);
		cc_diags_finish(&diags);
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_passed();
	g_test_trap_assert_stdout("*to stdout*");
}

static void
test_memory(struct room *room, gconstpointer data)
{
	g_autoptr(GString) to = g_string_new("a");
	struct cc_sink *sink = cc_sink_open_memory(to);

	(void)data;
	g_assert_true(cc_sink_write(sink, "b\0c", 3));
	g_assert_true(cc_sink_commit(sink, &room->diags));
	g_assert_cmpmem(to->str, to->len, "ab\0c", 4);
	cc_sink_abandon(cc_sink_open_memory(to));
}

/* What is locked is somebody's, whatever its age; nothing else is. */
static void
test_sweep(struct room *room, gconstpointer data)
{
	static const char *const names[] = {".clincourse-dead00",
	    ".clincourse-live00", ".clincourse-fresh0",
	    ".clincourse-report-of-mine", "case.svg"};
	struct utimbuf long_ago = {1000000000, 1000000000};
	int locked = -1;
	size_t i;

	(void)data;
	for (i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = path_in(room, names[i]);

		g_assert_true(g_file_set_contents(path, "", -1, NULL));
		if (i != 2)
			g_assert_cmpint(utime(path, &long_ago), ==, 0);
		if (i == 1)
			locked = open(path, O_RDONLY | O_CLOEXEC);
	}
	g_assert_cmpint(flock(locked, LOCK_EX), ==, 0);
	g_assert_cmpuint(cc_temporaries_sweep(room->folder), ==, 2);
	g_assert_cmpuint(room_entries(room, false), ==, 3);
	close(locked);
	g_assert_cmpuint(cc_temporaries_sweep(room->folder), ==, 1);
	g_assert_cmpuint(cc_temporaries_sweep("/nowhere/at/all"), ==, 0);
}

/* Where there are nameless files, one that is being written is not seen. */
static void
test_nameless(struct room *room, gconstpointer data)
{
	g_autofree char *path = path_in(room, "x.svg");
	int probe =
	    open(room->folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
	struct cc_sink *sink;

	(void)data;
	if (probe < 0) {
		g_test_skip("this file system has no nameless files");
		return;
	}
	close(probe);
	sink = cc_sink_open(path, &room->diags);
	cc_sink_write(sink, "x", 1);
	g_assert_cmpuint(room_entries(room, false), ==, 0);
	g_assert_true(cc_sink_commit(sink, &room->diags));
	g_assert_cmpuint(room_entries(room, false), ==, 1);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*run)(struct room *, gconstpointer);
	} tests[] = {
	    {"/sink/new", test_new},
	    {"/sink/replace", test_replace},
	    {"/sink/abandon", test_abandon},
	    {"/sink/large", test_large},
	    {"/sink/fifo", test_fifo},
	    {"/sink/full", test_full},
	    {"/sink/missing-folder", test_missing_folder},
	    {"/sink/file-as-folder", test_file_as_folder},
	    {"/sink/folder", test_folder},
	    {"/sink/symlink", test_symlink},
	    {"/sink/symlink-circle", test_symlink_circle},
	    {"/sink/open-in", test_open_in},
	    {"/sink/overtaken", test_overtaken},
	    {"/sink/vanished", test_vanished},
	    {"/sink/read-only", test_read_only},
	    {"/sink/commit-fails", test_commit_fails},
	    {"/sink/standard-output", test_standard_output},
	    {"/sink/memory", test_memory},
	    {"/sink/sweep", test_sweep},
	    {"/sink/nameless", test_nameless},
	};
	size_t i;

	g_test_init(&argc, &argv, NULL);
	for (i = 0; i < G_N_ELEMENTS(tests); i++)
		g_test_add(tests[i].path, struct room, NULL, room_init,
		    tests[i].run, room_finish);
	return g_test_run();
}
