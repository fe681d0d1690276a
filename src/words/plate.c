/* What is said of the pictures beside a course. */
#include "words/language.h"
#include "words/prose.h"

/* What it is of, where it has no label. */
static const char *
owner_name(const struct cc_words_in *in, const struct cc_image_of *of)
{
	const char *name = NULL;

	if (of->line != NULL)
		return cc_line_name(in, of->line);
	if (of->fact != NULL)
		return cc_fact_name(in, of->fact, CC_NAME_SHORT);
	if (of->history != NULL)
		name = cc_text_in(in, &of->history->labels);
	if (of->patient != NULL)
		name = cc_text_in(in, &of->patient->labels);
	return name != NULL ? name : cc_say(in, CC_MSG_PICTURE);
}

const char *
cc_plate_caption(const struct cc_words_in *in, const struct cc_plate *plate)
{
	const char *label = cc_text_in(in, &plate->of.image->labels);

	if (label != NULL)
		return label;
	label = owner_name(in, &plate->of);
	return plate->of.fact != NULL
	           ? cc_fact_capital(in, plate->of.fact, label)
	           : cc_capital(in, label);
}

const char *
cc_plate_date(const struct cc_words_in *in, const struct cc_plate *plate)
{
	if (plate->of.fact != NULL)
		return cc_when_brief(in, plate->of.fact);
	return plate->when.dated ? cc_date_text(in, &plate->when) : "";
}

/* "Consolidation (CT of the chest, 4 May 2021)". */
const char *
cc_plate_text(const struct cc_words_in *in, const struct cc_plate *plate)
{
	const char *caption = cc_plate_caption(in, plate), *more = NULL;
	const char *letter = plate->of.image->panel;

	if (cc_text_in(in, &plate->of.image->labels) != NULL &&
	    plate->of.patient == NULL)
		more = owner_name(in, &plate->of);
	more = cc_words_join(
	    in, CC_MSG_CLAUSE_SEPARATOR, more, cc_plate_date(in, plate));
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR, letter,
	    cc_bracketed(in, caption, more));
}

const char *const *
cc_plates_make(const struct cc_words_in *in, size_t *count)
{
	const struct cc_plates *plates = &in->follow->plates;
	const char **all =
	    cc_arena_new_array(in->arena, const char *, plates->count);

	*count = plates->count;
	for (size_t i = 0; i < plates->count; i++)
		all[i] = cc_plate_text(in, &plates->item[i]);
	return all;
}
