#include "scene/buckets.h"

#include <math.h>

/* A box over the whole page costs no more than the square of this. */
#define SIDE_MOST 96.0

struct cells {
	int left, top, right, bottom; /* inclusive */
};

static int
cell_of(double at, double from, double length, int cells)
{
	const double cell = length > 0 ? (at - from) / length * cells : 0;

	return (int)fmin(fmax(floor(cell), 0), cells - 1);
}

static struct cells
cells_of(const struct cc_buckets *buckets, struct cc_box box)
{
	const struct cc_box area = buckets->area;
	const int columns = buckets->columns, rows = buckets->rows;

	return (struct cells){
	    .left = cell_of(box.x, area.x, area.width, columns),
	    .top = cell_of(box.y, area.y, area.height, rows),
	    .right = cell_of(cc_box_right(box), area.x, area.width, columns),
	    .bottom = cell_of(cc_box_bottom(box), area.y, area.height, rows),
	};
}

static struct cc_box
box_around(const struct cc_box *boxes, guint count)
{
	double left = boxes[0].x, right = cc_box_right(boxes[0]);
	double top = boxes[0].y, bottom = cc_box_bottom(boxes[0]);

	for (guint i = 1; i < count; i++) {
		left = fmin(left, boxes[i].x);
		right = fmax(right, cc_box_right(boxes[i]));
		top = fmin(top, boxes[i].y);
		bottom = fmax(bottom, cc_box_bottom(boxes[i]));
	}
	return (struct cc_box){left, top, right - left, bottom - top};
}

/* As many cells as the boxes would stand side by side in `length`, or fewer:
 * in a heap of boxes one cell is quicker than many that hold all of them. */
static int
cells_along(double length, double sum, guint count)
{
	const double most = fmin(2 * sqrt(count), SIDE_MOST);

	return sum * most > length * count ? (int)fmax(length * count / sum, 1)
	                                   : (int)most;
}

static void
cells_choose(struct cc_buckets *buckets, guint count)
{
	double width = 0, height = 0;

	for (guint i = 0; i < count; i++) {
		width += buckets->boxes[i].width;
		height += buckets->boxes[i].height;
	}
	buckets->area = box_around(buckets->boxes, count);
	buckets->columns = cells_along(buckets->area.width, width, count);
	buckets->rows = cells_along(buckets->area.height, height, count);
}

/* Cells as one array: first how many each has, then where each begins. */
static void
cells_fill(struct cc_buckets *buckets, guint count)
{
	const int columns = buckets->columns;
	const guint cells = (guint)(columns * buckets->rows);
	guint sum = 0;

	buckets->start = g_new0(guint, cells + 1);
	for (guint i = 0; i < count; i++) {
		const struct cells of = cells_of(buckets, buckets->boxes[i]);

		for (int y = of.top; y <= of.bottom; y++)
			for (int x = of.left; x <= of.right; x++)
				buckets->start[y * columns + x]++;
	}
	for (guint c = 0; c <= cells; c++) {
		sum += buckets->start[c];
		buckets->start[c] = sum;
	}
	buckets->index = g_new(guint, sum);
	/* Backwards, so that each start ends up at its cell's first. */
	for (guint i = count; i-- > 0;) {
		const struct cells of = cells_of(buckets, buckets->boxes[i]);

		for (int y = of.top; y <= of.bottom; y++)
			for (int x = of.left; x <= of.right; x++)
				buckets
				    ->index[--buckets->start[y * columns + x]] =
				    i;
	}
}

void
cc_buckets_init(
    struct cc_buckets *buckets, const struct cc_box *boxes, guint count)
{
	*buckets = (struct cc_buckets){.boxes = boxes, .columns = 1, .rows = 1};
	if (count > 0)
		cells_choose(buckets, count);
	cells_fill(buckets, count);
}

void
cc_buckets_finish(struct cc_buckets *buckets)
{
	g_free(buckets->start);
	g_free(buckets->index);
}

static gboolean
boxes_meet(struct cc_box a, struct cc_box b)
{
	return a.x <= cc_box_right(b) && b.x <= cc_box_right(a) &&
	       a.y <= cc_box_bottom(b) && b.y <= cc_box_bottom(a);
}

/* What one cell has of it: a box that lies in several of the cells asked for
 * is told of by the first of them. */
static void
cell_find(const struct cc_buckets *buckets, int x, int y, struct cells of,
    struct cc_box box, GArray *found)
{
	const int cell = y * buckets->columns + x;

	for (guint k = buckets->start[cell]; k < buckets->start[cell + 1];
	     k++) {
		const guint i = buckets->index[k];
		const struct cells own = cells_of(buckets, buckets->boxes[i]);

		if (x == MAX(own.left, of.left) && y == MAX(own.top, of.top) &&
		    boxes_meet(buckets->boxes[i], box))
			g_array_append_val(found, i);
	}
}

void
cc_buckets_find(
    const struct cc_buckets *buckets, struct cc_box box, GArray *found)
{
	const struct cells of = cells_of(buckets, box);

	g_array_set_size(found, 0);
	for (int y = of.top; y <= of.bottom; y++)
		for (int x = of.left; x <= of.right; x++)
			cell_find(buckets, x, y, of, box, found);
}
