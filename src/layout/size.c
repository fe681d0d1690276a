#include "layout/size-data.h"

#include <math.h>
#include <string.h>

#define SIZE_NAMESPACE "urn:clincourse:size:1"

/* Sides that a "WxH" may have [px] or [pt]: a small thumbnail's chart to a
 * banner of five metres. */
#define SIDE_MIN 100
#define SIDE_MAX 15000
#define SIDE_LIMITS "100 to 15000 px or pt a side"

struct cc_sizes {
	struct cc_arena arena;
	GPtrArray *list; /* of struct cc_size_entry, in the arena */
	GHashTable *own; /* "WxH" -> struct cc_size, in the arena */
};

struct cc_sizes *
cc_sizes_create(void)
{
	struct cc_sizes *sizes = g_new0(struct cc_sizes, 1);

	cc_arena_init(&sizes->arena);
	sizes->list = g_ptr_array_new();
	sizes->own = g_hash_table_new(g_str_hash, g_str_equal);
	return sizes;
}

void
cc_sizes_destroy(struct cc_sizes *sizes)
{
	if (sizes == NULL)
		return;
	g_ptr_array_unref(sizes->list);
	g_hash_table_unref(sizes->own);
	cc_arena_finish(&sizes->arena);
	g_free(sizes);
}

static void
sizes_take(void *data, const struct cc_size_entry *entry)
{
	struct cc_sizes *sizes = data;
	struct cc_size_entry *own =
	    cc_arena_memdup(&sizes->arena, entry, sizeof(*entry));

	for (guint i = 0; i < sizes->list->len; i++) {
		const struct cc_size *old = sizes->list->pdata[i];

		if (strcmp(old->name, own->size.name) != 0)
			continue;
		sizes->list->pdata[i] = own;
		return;
	}
	g_ptr_array_add(sizes->list, own);
}

bool
cc_sizes_add(struct cc_sizes *sizes, const struct cc_source *source,
    struct cc_diags *diags)
{
	guint errors = diags->count[CC_ERROR];
	const struct cc_element *root =
	    cc_xml_read(&sizes->arena, source, SIZE_NAMESPACE, "sizes", diags);

	if (root == NULL)
		return false;
	cc_sizes_read(root, sizes_take, sizes, diags);
	return diags->count[CC_ERROR] == errors;
}

const struct cc_size *const *
cc_sizes_list(const struct cc_sizes *sizes, size_t *count)
{
	G_STATIC_ASSERT(offsetof(struct cc_size_entry, size) == 0);
	*count = sizes->list->len;
	return (const struct cc_size *const *)sizes->list->pdata;
}

/* The model in the same unit whose width is nearest by ratio, or NULL. */
static const struct cc_size *
nearest_model(const struct cc_sizes *sizes, struct cc_length width)
{
	const struct cc_size *best = NULL;
	double least = INFINITY;

	for (guint i = 0; i < sizes->list->len; i++) {
		const struct cc_size_entry *entry = sizes->list->pdata[i];
		double off = fabs(log(entry->size.width / width.value));

		if (!entry->model || (entry->size.unit < 1) != width.px)
			continue;
		if (off < least) {
			least = off;
			best = &entry->size;
		}
	}
	return best;
}

/* "180x120mm" -> both lengths; false where it is not of that form. */
static bool
extent_read(const char *text, struct cc_length *width, struct cc_length *height)
{
	const char *x = strchr(text, 'x');
	g_autofree char *first = NULL;
	const char *unit;

	if (x == NULL || strlen(x) < 3)
		return false;
	unit = x + strlen(x) - 2;
	first = g_strdup_printf("%.*s%s", (int)(x - text), text, unit);
	return cc_length_read(first, width) && cc_length_read(x + 1, height);
}

static bool
side_allowed(struct cc_length length)
{
	return length.value >= SIDE_MIN && length.value <= SIDE_MAX;
}

static const struct cc_size *
size_unknown(
    const struct cc_sizes *sizes, const char *name, struct cc_pos pos,
    struct cc_diags *diags)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *hint = NULL;

	for (guint i = 0; i < sizes->list->len; i++) {
		const struct cc_size *size = sizes->list->pdata[i];

		g_ptr_array_add(names, (char *)size->name);
	}
	hint = cc_nearest_text(
	    name, (const char *const *)names->pdata, names->len);
	cc_diag(diags, CC_E453, pos, name, hint);
	return NULL;
}

const struct cc_size *
cc_sizes_find(struct cc_sizes *sizes, const char *name, struct cc_pos pos,
    struct cc_diags *diags)
{
	struct cc_length width, height;
	const struct cc_size *model;
	struct cc_size *own;

	for (guint i = 0; i < sizes->list->len; i++) {
		const struct cc_size *size = sizes->list->pdata[i];

		if (strcmp(size->name, name) == 0)
			return size;
	}
	own = g_hash_table_lookup(sizes->own, name);
	if (own != NULL)
		return own;
	if (!extent_read(name, &width, &height))
		return size_unknown(sizes, name, pos, diags);
	if (!side_allowed(width) || !side_allowed(height)) {
		cc_diag(diags, CC_E454, pos, name, SIDE_LIMITS);
		return NULL;
	}
	model = nearest_model(sizes, width);
	if (model == NULL)
		return size_unknown(sizes, name, pos, diags);
	own = cc_arena_memdup(&sizes->arena, model, sizeof(*model));
	own->name = cc_arena_strdup(&sizes->arena, name);
	own->about = "";
	own->width = width.value;
	own->height = own->max_height = height.value;
	own->fixed_height = true;
	g_hash_table_insert(sizes->own, (char *)own->name, own);
	return own;
}

#define DENSE_SCALE 1.2

static bool
has_dense_signs(const char *lang)
{
	static const char *const langs[] = {"zh", "ja", "ko"};

	for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
		if (g_ascii_strncasecmp(lang, langs[i], 2) == 0 &&
		    (lang[2] == '\0' || lang[2] == '-'))
			return true;
	return false;
}

const struct cc_size *
cc_size_for(
    const struct cc_size *size, const char *lang, struct cc_arena *arena)
{
	const double least = DENSE_SCALE * size->text_min;
	struct cc_size *own;

	if (!has_dense_signs(lang) || size->type[CC_TYPE_LEAST] >= least)
		return size;
	own = cc_arena_memdup(arena, size, sizeof(*size));
	for (int i = 0; i < CC_TYPE_COUNT; i++)
		own->type[i] = MAX(own->type[i], least);
	/* Rows grow with their words. */
	own->leading *= own->type[CC_TYPE_BODY] / size->type[CC_TYPE_BODY];
	return own;
}
