#include "api/target.h"

#include "base/temporary.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* What a file is that is read, not written: never both. Each word is for
 * "it is ...". */
static const char a_case[] = "a case file";

void
clincourse_keep(struct clincourse *context, const char *path)
{
	struct cc_identity identity;

	if (cc_identity_find(path, STDIN_FILENO, &identity))
		cc_identities_add(context->kept, &identity, a_case);
}

static bool
refuse(const char *path, const char *what, struct clincourse_diags *diags)
{
	cc_diag_file(&diags->list, CC_E486, path, what);
	return false;
}

/* What killed runs have left goes when this one writes there. */
static void
folder_sweep(struct clincourse *context, const char *path)
{
	g_autofree char *target = cc_links_follow(path);
	g_autofree char *folder =
	    target != NULL ? g_path_get_dirname(target) : NULL;

	if (folder == NULL || strcmp(path, "-") == 0 ||
	    g_hash_table_contains(context->swept, folder))
		return;
	cc_temporaries_sweep(folder);
	g_hash_table_add(context->swept, g_steal_pointer(&folder));
}

static bool
is_one_of(const struct cc_identity *identity, const char *const *paths,
    size_t count)
{
	struct cc_identity input;

	for (size_t i = 0; i < count; i++)
		if (cc_identity_find(paths[i], STDIN_FILENO, &input) &&
		    cc_identity_equal(identity, &input))
			return true;
	return false;
}

#define SOURCE_HEAD 8192 /* [bytes] in which a file says what it is */

/* What is left of -o *.xml when the shell has done its part is one, too. */
bool
cc_target_is_source(int folder, const char *path)
{
	static const char names[] = "urn:clincourse:";
	char head[SOURCE_HEAD];
	int fd = openat(
	    folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	ssize_t length;

	if (fd < 0)
		return false;
	length = read(fd, head, sizeof head);
	close(fd);
	return length > 0 && memmem(head, (size_t)length, names,
				 strlen(names)) != NULL;
}

/* What is written to is an input; NULL: it is none. */
static const char *
input_at(const struct clincourse *context, const char *path,
    const char *const *paths, size_t count)
{
	struct cc_identity identity;
	const char *what;

	if (path == NULL ||
	    !cc_identity_find(path, STDOUT_FILENO, &identity))
		return NULL;
	if (is_one_of(&identity, paths, count))
		return a_case;
	what = cc_identities_find(context->kept, &identity);
	if (what == NULL && strcmp(path, "-") != 0 && cc_target_is_source(AT_FDCWD, path))
		what = "a file that clincourse reads";
	return what;
}

/* The same of the file of measurements, which is open already. */
static bool
metrics_refuse(struct clincourse_metrics *metrics, const char *what,
    struct clincourse_diags *diags)
{
	cc_metrics_spoil(metrics);
	return refuse(cc_metrics_path(metrics), what, diags);
}

bool
cc_target_free(const struct clincourse_render *render, const char *path,
    const char *const *paths, size_t count, struct clincourse_diags *diags)
{
	struct clincourse_metrics *metrics = render->metrics;
	struct clincourse *context = render->context;
	const char *what = input_at(context, path, paths, count);

	if (what != NULL)
		return refuse(path, what, diags);
	if (metrics != NULL) {
		what =
		    input_at(context, cc_metrics_path(metrics), paths, count);
		if (what != NULL)
			return metrics_refuse(metrics, what, diags);
		if (path != NULL &&
		    cc_identity_same_target(path, cc_metrics_path(metrics)))
			return metrics_refuse(metrics, "the picture", diags);
	}
	if (path != NULL)
		folder_sweep(context, path);
	return true;
}

static bool
is_below(const char *folder, const char *file,
    const struct cc_identity *identity)
{
	g_autofree char *path = g_build_filename(folder, file, NULL);
	struct cc_identity below;

	return cc_identity_find(path, STDIN_FILENO, &below) &&
	       cc_identity_equal(identity, &below);
}

/* The table of values that a series names. */
static bool
is_table(const struct cc_case *course, const struct cc_identity *identity)
{
	g_autofree char *folder = g_path_get_dirname(course->pos.source->name);

	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].source_file != NULL &&
		    is_below(folder, course->facts[i].source_file, identity))
			return true;
	return false;
}

/* Paths of images are told from where the case file is. */
static bool
is_image(const struct cc_case *course, const struct cc_identity *identity)
{
	g_autofree char *folder = g_path_get_dirname(course->pos.source->name);
	g_autoptr(GArray) images = cc_case_images(course);

	for (guint i = 0; i < images->len; i++) {
		const struct cc_image *image =
		    g_array_index(images, struct cc_image_of, i).image;

		if (is_below(folder, image->file, identity))
			return true;
	}
	return false;
}

static const char *
part_at(const struct clincourse_case *course, const char *path)
{
	const struct clincourse_reader *reader = course->reader;
	struct cc_identity identity;
	const char *what;

	if (path == NULL ||
	    !cc_identity_find(path, STDOUT_FILENO, &identity))
		return NULL;
	if (reader->regular && cc_identity_equal(&identity, &reader->file))
		return a_case;
	what = cc_identities_find(reader->beside->kept, &identity);
	if (what == NULL && is_image(course->data, &identity))
		what = "an image of the case";
	if (what == NULL && is_table(course->data, &identity))
		what = "a table of the case";
	return what;
}

bool
cc_target_spares(const struct clincourse_render *render, const char *path,
    const struct clincourse_case *course, struct clincourse_diags *diags)
{
	struct clincourse_metrics *metrics = render->metrics;
	const char *what = part_at(course, path);

	if (what != NULL)
		return refuse(path, what, diags);
	if (metrics == NULL)
		return true;
	what = part_at(course, cc_metrics_path(metrics));
	return what == NULL || metrics_refuse(metrics, what, diags);
}
