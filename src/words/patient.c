#include "words/language.h"

#include <math.h>
#include <string.h>

#define ADULT 18 /* [years] */

struct person_words {
	enum cc_message adult, adult_aged, child, child_aged;
};

static const struct person_words woman = {
    CC_MSG_WOMAN, CC_MSG_WOMAN_AGED, CC_MSG_GIRL, CC_MSG_GIRL_AGED};
static const struct person_words man = {
    CC_MSG_MAN, CC_MSG_MAN_AGED, CC_MSG_BOY, CC_MSG_BOY_AGED};

/* "Woman, 53"; NULL where neither sex nor age is known. */
static const char *
person_text(const struct cc_words_in *in, const struct cc_patient *patient)
{
	const struct person_words *words = patient->sex == CC_SEX_FEMALE
	                                       ? &woman
	                                   : patient->sex == CC_SEX_MALE ? &man
	                                                                 : NULL;
	bool child = !isnan(patient->age) && patient->age < ADULT;

	if (words == NULL && patient->age_written == NULL)
		return NULL;
	if (words == NULL)
		return cc_say_with(in, CC_MSG_AGED, "age",
		    cc_digits_text(in, patient->age_written), NULL);
	if (patient->age_written == NULL)
		return cc_say(in, words->adult);
	return cc_say_with(in, child ? words->child_aged : words->adult_aged,
	    "age", cc_digits_text(in, patient->age_written), NULL);
}

/* Staging whose numbers and letters are stages, not scores as IPI 3. */
static const char *const stagings[] = {"Binet ", "Rai "};

/* Whether a piece of a stage is called 期 in Chinese: ISS III, Ann Arbor IIIB,
 * Rai 0; not IPI 3, M1b or "favourable". */
static bool
is_stage(const char *piece)
{
	const char *end = piece + strlen(piece), *p;

	for (size_t i = 0; i < G_N_ELEMENTS(stagings); i++)
		if (g_str_has_prefix(piece, stagings[i]))
			return true;
	if (end > piece && strchr("ABCabc", end[-1]) != NULL)
		end--;
	for (p = end; p > piece && strchr("IVX", p[-1]) != NULL;)
		p--;
	return p < end && (p == piece || p[-1] == ' ');
}

/* "DS IIIB, ISS III", piece by piece in the language. */
static void
append_stage(GString *to, const struct cc_words_in *in, const char *stage)
{
	while (*stage != '\0') {
		size_t length = strcspn(stage, ",");
		const char *piece = cc_arena_strndup(in->arena, stage, length);

		if (is_stage(piece))
			piece = cc_say_with(
			    in, CC_MSG_STAGE_NUMBERED, "stage", piece, NULL);
		g_string_append(to, piece);
		stage += length;
		if (*stage == '\0')
			return;
		g_string_append(to, cc_say(in, CC_MSG_STAGE_SEPARATOR));
		stage += 1 + strspn(stage + 1, " ");
	}
}

const char *
cc_stage_text(const struct cc_words_in *in, const char *stage)
{
	GString *to = g_string_new(NULL);

	append_stage(to, in, stage);
	return cc_words_take(in, to);
}

const char *
cc_person_text(const struct cc_words_in *in)
{
	if (in->course->patient_count == 0)
		return NULL;
	return person_text(in, &in->course->patients[0]);
}

static const struct cc_fact *
first_diagnosis(const struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].kind == CC_KIND_DIAGNOSIS)
			return &course->facts[i];
	return NULL;
}

const char *
cc_patient_line(const struct cc_words_in *in)
{
	const struct cc_fact *diagnosis = first_diagnosis(in->course);
	const char *separator = cc_say(in, CC_MSG_PATIENT_SEPARATOR);
	const char *person = NULL;
	GString *to = g_string_new(NULL);

	if (in->course->patient_count > 0)
		person = person_text(in, &in->course->patients[0]);
	if (person != NULL)
		g_string_append(to, person);
	if (diagnosis == NULL)
		return cc_words_take(in, to);
	if (to->len > 0)
		g_string_append(to, separator);
	g_string_append(
	    to, cc_fact_capital(in, diagnosis,
		    cc_fact_name(in, diagnosis, CC_NAME_FULL)));
	if (diagnosis->stage != NULL) {
		g_string_append(to, separator);
		append_stage(to, in, diagnosis->stage);
	}
	return cc_words_take(in, to);
}
