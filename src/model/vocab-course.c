/* What an entry says of the course: whether it is a progression, and whether
 * it makes a line of therapy. */
#include "model/vocab-data.h"

#include "xml/template.h"

#include <string.h>

/* What each scope may say of progression, by value. */
static const struct {
	enum cc_scope in;
	const char *word;
	enum cc_progression means;
} progressions[] = {
    {CC_IN_RESPONSE, "no", CC_PROGRESSION_NONE},
    {CC_IN_RESPONSE, "yes", CC_PROGRESSION_YES},
    {CC_IN_RESPONSE, "unconfirmed", CC_PROGRESSION_UNCONFIRMED},
    {CC_IN_RESPONSE, "confirming", CC_PROGRESSION_CONFIRMING},
    {CC_IN_EVENT, "no", CC_PROGRESSION_NONE},
    {CC_IN_EVENT, "transformation", CC_PROGRESSION_TRANSFORMATION},
    {CC_IN_CAUSE, "no", CC_PROGRESSION_NONE},
    {CC_IN_CAUSE, "yes", CC_PROGRESSION_YES},
    {CC_IN_CAUSE, "unknown", CC_PROGRESSION_UNKNOWN},
};

static enum cc_progression
read_progression(struct cc_vocab_reading *reading,
    const struct cc_element *element, const struct cc_term *term)
{
	const char *words[G_N_ELEMENTS(progressions)];
	enum cc_progression means[G_N_ELEMENTS(progressions)];
	bool pd = g_strcmp0(term->slot, "pd") == 0;
	size_t count = 0;
	int choice;

	for (size_t i = 0; i < G_N_ELEMENTS(progressions); i++)
		if (progressions[i].in == term->in) {
			words[count] = progressions[i].word;
			means[count++] = progressions[i].means;
		}
	choice = count > 0 ? cc_term_choice(reading, element, "progression",
				 words, count, -1)
	                   : -1;
	if (choice >= 0)
		return means[choice];
	return pd ? CC_PROGRESSION_YES : CC_PROGRESSION_NONE;
}

void
cc_term_course(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term)
{
	static const char *const roles[] = {"yes", "no", "infusion"};
	static const char *const deaths[] = {"any", "disease"};
	static const char *const pregnancies[] = {"yes", "ends"};
	struct cc_diags *diags = reading->diags;

	term->progression = read_progression(reading, element, term);
	term->transformation =
	    cc_template_flag(element, "transformation", false, diags);
	term->disease_deaths = cc_term_choice(reading, element, "deaths",
				   deaths, G_N_ELEMENTS(deaths), 0) == 1;
	term->pregnancy = (enum cc_pregnancy)(
	    cc_term_choice(reading, element, "pregnancy", pregnancies,
		G_N_ELEMENTS(pregnancies), -1) +
	    1);
	term->open = cc_template_flag(element, "open", false, diags);
	term->markers = cc_term_list(reading, element, "markers");
	term->own_cells = cc_template_flag(element, "own-cells", false, diags);
	term->assesses = cc_template_flag(element, "assesses", false, diags);
	term->serves = cc_term_list(reading, element, "serves");
	term->line =
	    (enum cc_line_role)(cc_term_choice(reading, element, "line", roles,
				    G_N_ELEMENTS(roles), -1) +
				1);
	term->line_in = cc_term_list(reading, element, "line-in");
	/* An exception needs its rule. */
	if (term->line_in.count > 0)
		cc_template_need(element, "line", diags);
}
