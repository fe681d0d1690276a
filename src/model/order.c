/* In which order times can be worked out, and circles among them. */
#include "model/read.h"

#include <string.h>

enum state { UNSEEN, OPEN, DONE, CIRCLE };

struct step {
	size_t fact;
	size_t next; /* which of what it hangs on comes next */
};

struct walk {
	struct cc_reading *reading;
	guint8 *state; /* enum state of each fact */
	GArray *path;  /* of struct step */
	size_t *order;
	size_t count;
};

/* The n-th fact that a fact's time hangs on, or NULL behind the last. */
static const struct cc_fact *
hangs_on(const struct cc_fact *fact, size_t n)
{
	bool counts =
	    fact->when.since != NULL && cc_time_counts(&fact->when.time);

	if (counts && n == 0)
		return fact->when.since;
	n -= counts;
	return n < fact->after.count ? fact->after.fact[n] : NULL;
}

static const char *
id_of(const struct walk *walk, size_t fact)
{
	return walk->reading->course->facts[fact].id;
}

/* Closes a circle that goes from `first` along the path back to it. */
static void
refuse_circle(struct walk *walk, size_t first)
{
	g_autoptr(GString) chain = g_string_new(NULL);
	guint from = walk->path->len;
	size_t last = g_array_index(walk->path, struct step, from - 1).fact;

	do {
		struct step *step =
		    &g_array_index(walk->path, struct step, --from);

		walk->state[step->fact] = CIRCLE;
		if (step->fact == first)
			break;
	} while (from > 0);
	for (guint i = from; i < walk->path->len; i++)
		g_string_append_printf(chain, "%s -> ",
		    id_of(
			walk, g_array_index(walk->path, struct step, i).fact));
	g_string_append(chain, id_of(walk, first));
	cc_diag(walk->reading->diags, CC_E308,
	    walk->reading->course->facts[last].pos, chain->str);
}

static void
visit(struct walk *walk, size_t fact)
{
	struct step start = {fact, 0};

	g_array_append_val(walk->path, start);
	walk->state[fact] = OPEN;
	while (walk->path->len > 0) {
		struct step *top = &g_array_index(
		    walk->path, struct step, walk->path->len - 1);
		const struct cc_fact *on = hangs_on(
		    &walk->reading->course->facts[top->fact], top->next++);

		if (on == NULL) {
			if (walk->state[top->fact] == OPEN) {
				walk->state[top->fact] = DONE;
				walk->order[walk->count++] = top->fact;
			}
			g_array_set_size(walk->path, walk->path->len - 1);
			continue;
		}
		if (walk->state[on->index] == OPEN) {
			refuse_circle(walk, on->index);
		} else if (walk->state[on->index] == UNSEEN) {
			start = (struct step){on->index, 0};
			walk->state[on->index] = OPEN;
			g_array_append_val(walk->path, start);
		}
	}
}

size_t *
cc_read_order(struct cc_reading *reading, size_t *count)
{
	size_t facts = reading->course->fact_count;
	g_autofree guint8 *state = g_new0(guint8, facts + 1);
	g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(struct step));
	struct walk walk = {
	    .reading = reading,
	    .state = state,
	    .path = path,
	    .order = cc_arena_new_array(reading->arena, size_t, facts),
	};

	for (size_t i = 0; i < facts; i++)
		if (state[i] == UNSEEN)
			visit(&walk, i);
	*count = walk.count;
	return walk.order;
}
