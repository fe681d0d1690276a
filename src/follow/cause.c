/* A cause that is one name is understood, or it is another one's. A cause of
 * several words may be of the disease, and may deny it just as well: "Progress
 * des Myeloms", "sepsis, no progression". Nobody guesses: it is asked about
 * (W337), and until it is answered nothing is made of it. */
#include "follow/cause.h"

#include "base/plain.h"
#include "model/model.h"

#include <glib.h>
#include <string.h>

/* A shorter name is a part of too many other words [bytes]: two Chinese
 * characters. */
#define SHORTEST_PART 6

/* The names of an entry, one after the other; NULL: no more. */
static const char *
name_of(const struct cc_term *term, size_t i)
{
	if (i-- == 0)
		return term->code;
	if (i < term->labels.count)
		return term->labels.item[i].text;
	i -= term->labels.count;
	return i < term->aliases.count ? term->aliases.word[i] : NULL;
}

static bool
holds(const char *text, const char *name)
{
	g_autofree char *plain = cc_plain(name);

	return strlen(plain) >= SHORTEST_PART && strstr(text, plain) != NULL;
}

/* ---- the disease ---- */

static const struct cc_fact *
grown_from(const struct cc_fact *diagnosis, int generations)
{
	while (diagnosis != NULL && generations-- > 0)
		diagnosis = diagnosis->evolved_from;
	return diagnosis;
}

/* By whatever name of the disease that the course is about, or of what that
 * grew out of: "myeloma". */
static bool
is_own_disease(const struct cc_patient_course *patient,
    const struct cc_terms *terms, const char *cause)
{
	const struct cc_term *disease =
	    cc_terms_find(terms, CC_IN_DISEASE, NULL, cause);
	const struct cc_fact *own;

	for (int i = 0; disease != NULL && i < CC_GENERATIONS_MOST &&
			(own = grown_from(patient->diagnosis, i)) != NULL;
	     i++)
		if (own->term == disease)
			return true;
	return false;
}

/* By a disease of its kind that the file does not say to have come of it:
 * plasma-cell leukaemia, of a myeloma. */
static bool
is_near_disease(const struct cc_patient_course *patient,
    const struct cc_terms *terms, const char *cause)
{
	const struct cc_term *disease =
	    cc_terms_find(terms, CC_IN_DISEASE, NULL, cause);
	const struct cc_term *own =
	    patient->diagnosis != NULL ? patient->diagnosis->term : NULL;

	return disease != NULL && own != NULL && own->class != NULL &&
	       g_strcmp0(disease->class, own->class) == 0;
}

static bool
names_own_disease(const struct cc_patient_course *patient, const char *text)
{
	const struct cc_fact *own;
	const char *name;

	for (int i = 0; i < CC_GENERATIONS_MOST &&
			(own = grown_from(patient->diagnosis, i)) != NULL;
	     i++)
		for (size_t n = 0; own->term != NULL &&
				   (name = name_of(own->term, n)) != NULL;
		     n++)
			if (holds(text, name))
				return true;
	return false;
}

/* ---- its progression ---- */

/* An alias in Latin letters is part of other causes, too: "disease", in "heart
 * disease". */
static bool
is_sign_of_it(const struct cc_term *cause, const char *text)
{
	const char *name;

	for (size_t n = 0; (name = name_of(cause, n)) != NULL; n++)
		if ((n <= cause->labels.count || !g_str_is_ascii(name)) &&
		    holds(text, name))
			return true;
	return false;
}

static bool
names_progression(const struct cc_terms *terms, const char *text)
{
	size_t count;
	const struct cc_term *const *causes =
	    cc_vocab_list(terms->vocab, CC_IN_CAUSE, &count);

	for (size_t i = 0; i < count; i++)
		if (causes[i]->progression == CC_PROGRESSION_YES &&
		    is_sign_of_it(causes[i], text))
			return true;
	return false;
}

static bool
is_unclear(const struct cc_patient_course *patient,
    const struct cc_terms *terms, const char *cause)
{
	g_autofree char *text = cc_plain(cause);

	return terms->vocab != NULL && (names_progression(terms, text) ||
					   names_own_disease(patient, text) ||
					   is_near_disease(
					       patient, terms, cause));
}

void
cc_cause_follow(
    struct cc_patient_course *patient, const struct cc_terms *terms)
{
	const char *cause = patient->death->cause;
	const struct cc_term *term =
	    cause != NULL ? cc_terms_find(terms, CC_IN_CAUSE, NULL, cause)
	                  : NULL;

	if (cause == NULL) {
		patient->died_unexplained = true;
	} else if (term != NULL) {
		patient->died_of_disease =
		    term->progression == CC_PROGRESSION_YES;
		patient->died_unexplained =
		    term->progression == CC_PROGRESSION_UNKNOWN;
	} else if (is_own_disease(patient, terms, cause)) {
		patient->died_of_disease = true;
	} else {
		patient->died_unclear = is_unclear(patient, terms, cause);
		patient->died_unexplained = patient->died_unclear;
	}
}
