#include "layout/losses.h"

#include "layout/lost.h"
#include "layout/parts.h"

#include <math.h>

/* Of a kind so many are named in the line of all; the notes name each. */
#define NAMED_MOST 3

struct once {
	enum cc_lost what;
	const char *name; /* NULL: it has none */
};

struct cc_losses {
	GArray *list; /* of struct once */
	GStringChunk *strings;
	GHashTable
	    *first; /* on which page a thing was lost first, by its key */
	size_t pages;
	struct cc_pos pos; /* of the course */
	const char *size;
	/* Where rows went, of the page that lacks the most height [mm]. */
	double needed, there;
};

struct cc_losses *
cc_losses_create(void)
{
	struct cc_losses *losses = g_new(struct cc_losses, 1);
	*losses = (struct cc_losses){
	    .list = g_array_new(FALSE, FALSE, sizeof(struct once)),
	    .strings = g_string_chunk_new(256),
	    .first = g_hash_table_new(g_str_hash, g_str_equal)};
	return losses;
}

void
cc_losses_destroy(struct cc_losses *losses)
{
	if (!losses)
		return;
	g_array_unref(losses->list);
	g_string_chunk_free(losses->strings);
	g_hash_table_unref(losses->first);
	g_free(losses);
}

void
cc_losses_clear(struct cc_losses *losses)
{
	g_array_set_size(losses->list, 0);
	g_hash_table_remove_all(losses->first);
	g_string_chunk_clear(losses->strings);
	losses->pages = 0;
	losses->needed = losses->there = 0;
}

/* The same thing on a further page, or in a further language. One page may lose
 * several things of a fact. */
static bool
is_known(struct cc_losses *losses, const struct cc_loss *loss)
{
	g_autofree char *key =
	    loss->fact
		? g_strdup_printf("%d %zu", (int)loss->what, loss->fact->index)
		: g_strdup_printf(
		      "%d %s", (int)loss->what, loss->name ? loss->name : "");
	gpointer page = g_hash_table_lookup(losses->first, key);
	if (!page)
		g_hash_table_insert(losses->first,
		    g_string_chunk_insert(losses->strings, key),
		    GSIZE_TO_POINTER(losses->pages));
	return page && GPOINTER_TO_SIZE(page) != losses->pages;
}

/* The name that the reader of a list is told: the row's, else the fact's. */
static void
add(struct cc_losses *losses, const struct cc_figure *panel,
    const struct cc_loss *loss)
{
	const char *name = loss->name ? loss->name : cc_loss_name(panel, loss);
	struct once once = {.what = loss->what};
	if (is_known(losses, loss))
		return;
	if (name)
		once.name = g_string_chunk_insert_const(losses->strings, name);
	g_array_append_val(losses->list, once);
}

void
cc_losses_add(struct cc_losses *losses, const struct cc_figure *panels,
    size_t count, double needed, double there)
{
	losses->pages++;
	losses->pos = panels->course->pos;
	losses->size =
	    g_string_chunk_insert_const(losses->strings, panels->size->name);
	for (size_t p = 0; p < count; p++) {
		for (size_t i = 0; i < panels[p].loss_count; i++) {
			const struct cc_loss *loss = &panels[p].losses[i];
			add(losses, &panels[p], loss);
			if (loss->what != CC_LOST_ROWS ||
			    needed <= losses->needed)
				continue;
			losses->needed = needed;
			losses->there = there;
		}
	}
}

size_t
cc_losses_count(const struct cc_losses *losses)
{
	return losses->list->len;
}

double
cc_losses_needed(const struct cc_losses *losses)
{
	return losses->needed;
}

static const struct once *
nth(const struct cc_losses *losses, guint i)
{
	return &g_array_index(losses->list, struct once, i);
}

size_t
cc_losses_rows_count(const struct cc_losses *losses)
{
	size_t rows = 0;
	for (guint i = 0; i < losses->list->len; i++) {
		enum cc_lost what = nth(losses, i)->what;
		rows += what == CC_LOST_ROWS || what == CC_LOST_EVENTS ||
		        what == CC_LOST_PARTS || what == CC_LOST_BASELINE;
	}
	return rows;
}

/* Names of what is lost of a kind, each once; how many things in all. */
static size_t
collect_names(
    const struct cc_losses *losses, enum cc_lost what, GPtrArray *names)
{
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
	size_t lost = 0;
	for (guint i = 0; i < losses->list->len; i++) {
		const struct once *once = nth(losses, i);
		if (once->what != what)
			continue;
		lost++;
		if (once->name && g_hash_table_add(named, (gpointer)once->name))
			g_ptr_array_add(names, (gpointer)once->name);
	}
	return lost;
}

/* Rows bear the name of what stands in them: all are named, none counted. */
static const char *
kind_words(struct cc_arena *arena, enum cc_lost what, size_t lost,
    const GPtrArray *names)
{
	bool rows = what == CC_LOST_ROWS;
	guint most = rows ? names->len : MIN(names->len, NAMED_MOST);
	g_autoptr(GString) list = g_string_new(cc_lost_word(what));
	if (!cc_lost_each(what))
		return cc_lost_word(what);
	if (!rows)
		g_string_append_printf(list, " (%zu", lost);
	for (guint i = 0; i < most; i++)
		g_string_append_printf(list, "%s%s",
		    i > 0  ? ", "
		    : rows ? " ("
			   : ": ",
		    (const char *)names->pdata[i]);
	g_string_append(list, most < names->len ? ", …)" : ")");
	return cc_arena_strdup(arena, list->str);
}

GPtrArray *
cc_losses_kinds(const struct cc_losses *losses, struct cc_arena *arena)
{
	GPtrArray *kinds = g_ptr_array_new();
	for (int i = 0; i < CC_LOST_COUNT; i++) {
		enum cc_lost what = (enum cc_lost)i;
		g_autoptr(GPtrArray) names = g_ptr_array_new();
		size_t lost = collect_names(losses, what, names);
		if (lost > 0)
			g_ptr_array_add(kinds,
			    (gpointer)kind_words(arena, what, lost, names));
	}
	return kinds;
}

GPtrArray *
cc_losses_rows(const struct cc_losses *losses, struct cc_arena *arena)
{
	GPtrArray *rows = g_ptr_array_new();
	collect_names(losses, CC_LOST_ROWS, rows);
	for (guint i = 0; i < rows->len; i++)
		rows->pdata[i] = cc_arena_strdup(arena, rows->pdata[i]);
	return rows;
}

static const char *
lack_words(const struct cc_losses *losses, struct cc_arena *arena)
{
	if (losses->needed == 0)
		return "";
	return cc_arena_printf(arena,
	    ", where all of it needs %d mm of height and there are %d",
	    (int)ceil(losses->needed), (int)losses->there);
}

void
cc_losses_tell(
    const struct cc_losses *losses, const char *way_out, struct cc_diags *diags)
{
	struct cc_arena arena;
	if (losses->list->len == 0)
		return;
	cc_arena_init(&arena);
	g_autoptr(GPtrArray) kinds = cc_losses_kinds(losses, &arena);
	g_autoptr(GString) list = g_string_new(NULL);
	for (guint i = 0; i < kinds->len; i++)
		g_string_append_printf(list, "%s%s", i > 0 ? ", " : "",
		    (const char *)kinds->pdata[i]);
	cc_diag(diags, CC_W402, losses->pos, losses->size,
	    lack_words(losses, &arena), list->str, way_out);
	cc_arena_finish(&arena);
}
