/* Slides: what the files of pptx share. A scene becomes shapes of DrawingML,
 * which can be moved, recoloured and retyped. */
#ifndef CC_OUTPUT_PPTX_H
#define CC_OUTPUT_PPTX_H

#include "output/output.h"
#include "scene/words.h"

#define CC_EMU_POINT 12700 /* English metric units, DrawingML's length */
#define CC_WHOLE 100000.0  /* shares are counted in thousandths of 1 % */

/* Begins every part. */
#define CC_PART_HEAD                                                           \
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define CC_PART_SPACES                                                         \
	" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""   \
	" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"    \
	"relationships\""                                                      \
	" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/"    \
	"main\""

/* Of what slides and notes hold; the group around all shapes. */
#define CC_TREE_HEAD                                                           \
	"<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"                 \
	"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"            \
	"<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"                   \
	"<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm>"      \
	"</p:grpSpPr>"

/* A file that a slide shows. Bytes are borrowed. */
struct cc_medium {
	const char *suffix; /* "png" */
	const void *bytes;
	size_t length;
};

/* A slide while it is written. */
struct cc_slide {
	GString *to;
	const struct cc_page *page;
	double emu;        /* a unit of the scene [EMU] */
	const char *latin; /* the font of all but East Asian letters */
	guint id;          /* of the shape written last: unique in the slide */
	struct cc_text_ties ties;
	GArray *media; /* of struct cc_medium, by their relation */
};

/* Texts that are typed in one place, from top to bottom and left to right; what
 * shares a baseline is one paragraph. TEXT items, borrowed. */
struct cc_block {
	const struct cc_item *const *texts;
	size_t count;
	enum cc_anchor even; /* where its lines are */
};

/* One shape of a slide, with its words. */
struct cc_piece {
	const struct cc_item *shape; /* NULL: words in a box of their own */
	struct cc_block words;       /* count 0: none */
	int place;                   /* in the order of painting */
};

/* What is moved as one: its pieces, in the order of painting. */
struct cc_thing {
	GArray *pieces; /* of struct cc_piece */
	const struct cc_item **texts;
	size_t text_count;
	GPtrArray *paths; /* shapes that the scene has in parts; owned */
};

/* pptx-join.c */

/* RECTs, PATHs, TEXTs and IMAGEs of which anything can be seen, in the order of
 * painting; borrowed. */
GPtrArray *cc_items_seen(const struct cc_item *items, size_t count);
void cc_pieces_join(struct cc_thing *thing);
void cc_path_free(gpointer path); /* one of a thing's */

/* pptx-bind.c: of so many items of the slide's scene, which the thing borrows.
 */
void cc_thing_init(struct cc_thing *thing, const struct cc_slide *slide,
    size_t first, size_t count);
void cc_thing_finish(struct cc_thing *thing);

/* What it is called where shapes are listed, and read aloud. */
struct cc_naming {
	const char *name;
	const char *about; /* in place of the picture; NULL: nothing */
	bool decorative;   /* says nothing to who cannot see it */
};

/* In the language of the slide. */
static inline const char *
cc_slide_word(const struct cc_slide *slide, enum cc_shape_name name)
{
	return slide->page->prose->shapes[name];
}

static inline bool
cc_paint_has_stroke(const struct cc_paint *paint)
{
	return paint->stroke != CC_NO_COLOUR && paint->width > 0;
}

static inline bool
cc_item_is_area(const struct cc_item *item)
{
	return item->op != CC_OP_TEXT && item->paint.fill != CC_NO_COLOUR;
}

/* pptx-slide.c: the whole part, from the title to the last shape. */
void cc_slide_write(struct cc_slide *slide);
/* Its parts: the ground; a title that is not seen; the end. */
void cc_slide_begin(struct cc_slide *slide);
void cc_slide_hide_title(struct cc_slide *slide);
void cc_slide_end(struct cc_slide *slide);

/* pptx-picture.c: the same of a slide that is one picture, an SVG with a bitmap
 * for who cannot read that; `svg` and `png` take them. False after diagnostics.
 */
bool cc_slide_write_picture(struct cc_slide *slide,
    const struct cc_pages *pages, GString *svg, GString *png,
    struct cc_diags *diags);

/* pptx-shape.c */

struct cc_box cc_slide_box(
    const struct cc_slide *slide, const struct cc_piece *piece);
void cc_slide_piece(struct cc_slide *slide, const struct cc_piece *piece,
    struct cc_naming naming);
/* A group is written around its pieces; `box` holds them all. */
void cc_slide_group(
    struct cc_slide *slide, struct cc_box box, struct cc_naming naming);
void cc_slide_group_end(struct cc_slide *slide);
/* <p:pic> of a file whose relation is the `medium`th from 1; `more` is markup
 * within its <a:blip>. */
void cc_slide_image(struct cc_slide *slide, struct cc_box box, guint medium,
    const char *more, struct cc_naming naming);
/* Returns which medium of the slide it is. */
guint cc_slide_medium(struct cc_slide *slide, struct cc_medium medium);
/* <p:cNvPr>: id and names. */
void cc_slide_name(struct cc_slide *slide, struct cc_naming naming);
/* <a:xfrm>; `turned` is an attribute more, or "". */
void cc_slide_frame(
    struct cc_slide *slide, struct cc_box box, const char *turned);
void cc_slide_fill(struct cc_slide *slide, cc_colour colour);
/* ' name="12"' */
void cc_slide_number(struct cc_slide *slide, const char *name, double value);
/* A slide's relations: its layout, its notes; its images count on. */
#define CC_SLIDE_LEADS 2u

/* pptx-run.c */

/* <a:r>s of a text, set as the item `type` is; NULL: as its place is. */
void cc_slide_runs(
    struct cc_slide *slide, const char *text, const struct cc_item *type);
/* Whether any letter is of a run with an East Asian font. */
bool cc_text_has_east(const char *text);
const char *cc_slide_font(const struct cc_scene *scene);

/* pptx-text.c */

/* Of words alone. */
struct cc_box cc_block_box(struct cc_block words);
/* <p:txBody>: the words where the scene has them, within a shape of that box.
 */
void cc_slide_body(
    struct cc_slide *slide, struct cc_block words, struct cc_box box);
/* The same of the title: one paragraph, that breaks at the box's edge. */
void cc_slide_title_body(struct cc_slide *slide, struct cc_block words);
/* The same of plain text, set as the place is that takes it. */
void cc_slide_plain_body(struct cc_slide *slide, const char *text);
/* <a:p> of plain text. */
void cc_slide_paragraph(struct cc_slide *slide, const char *text);
/* A name of the words: all of them in one line. The caller frees it. */
char *cc_block_name(struct cc_block words);

/* pptx-notes.c: the part of a slide's notes, the course in words. */
void cc_notes_write(struct cc_slide *slide);

/* pptx-part.c: parts that are not one slide's. */

struct cc_deck {
	guint slides;
	double width, height; /* of the largest [EMU] */
	const char *title;    /* of the first */
};

/* Appends one, and returns its name. The first is the list of all. */
#define CC_DECK_PARTS 17
const char *cc_deck_part(GString *to, const struct cc_deck *deck, guint index);

/* A part that says where another leads. */
void cc_relations_begin(GString *to);
void cc_relation(
    GString *to, guint number, const char *type, const char *target);
void cc_relations_end(GString *to);

#endif
