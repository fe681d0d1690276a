#include "words/date.h"
#include "words/language.h"
#include "words/prose.h"

#include <math.h>
#include <string.h>

#define ADULT 18 /* [years] */
#define MONTHS_A_YEAR 12

struct person_words {
	enum cc_message ageless, adult, adult_aged, child, child_aged, young;
};

static const struct person_words woman = {CC_MSG_FEMALE, CC_MSG_WOMAN,
    CC_MSG_WOMAN_AGED, CC_MSG_GIRL, CC_MSG_GIRL_AGED, CC_MSG_GIRL_YOUNG};
static const struct person_words man = {CC_MSG_MALE, CC_MSG_MAN,
    CC_MSG_MAN_AGED, CC_MSG_BOY, CC_MSG_BOY_AGED, CC_MSG_BOY_YOUNG};

/* How old somebody was at the first diagnosis. */
struct age {
	double years;      /* NAN: not known */
	const char *text;  /* as typed, or counted; NULL: not known */
	const char *young; /* of an infant in words: "2 months"; or NULL */
};

static const char *
count_of(const struct cc_words_in *in, enum cc_message message, double number)
{
	return cc_say_count(in, message, (int)floor(number));
}

/* The age of an infant, in months or, of a newborn, in days. */
static const char *
young_text(const struct cc_words_in *in, const struct cc_span *span)
{
	double month = (double)cc_precision_minutes(CC_PRECISION_MONTH);
	double from = (double)span->earliest_start.minute;
	double width = (double)span->latest_start.minute - from;

	if (from < 0 || width > 1.5 * month)
		return NULL;
	if (from < month && width <= CC_MINUTES_A_DAY)
		return count_of(
		    in, CC_MSG_DURATION_DAYS, from / CC_MINUTES_A_DAY);
	return count_of(in, CC_MSG_DURATION_MONTHS, from / month);
}

/* The first diagnosis of the first patient, else what is dated first. */
static const struct cc_span *
first_span(const struct cc_case *course)
{
	const struct cc_span *first = NULL;
	bool diagnosis = false;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;
		bool is = fact->kind == CC_KIND_DIAGNOSIS;

		if (fact->patient != 0 || !span->dated || !fact->happened ||
		    span->earliest_start.minute == INT64_MIN ||
		    (diagnosis && !is))
			continue;
		if (first != NULL && is == diagnosis &&
		    first->earliest_start.minute <= span->earliest_start.minute)
			continue;
		first = span;
		diagnosis = is;
	}
	return first;
}

/* What the clock of ages tells of it, where nobody asks to veil that. */
static struct age
age_by_clock(const struct cc_words_in *in)
{
	const struct cc_case *course = in->course;
	const struct cc_span *span = NULL;
	struct age age = {.years = NAN};

	if (course->clock == CC_CLOCK_AGE &&
	    course->finest == CC_PRECISION_NONE)
		span = first_span(course);
	if (span == NULL || span->earliest_start.minute < 0 ||
	    span->latest_start.minute - span->earliest_start.minute >
		cc_precision_minutes(CC_PRECISION_YEAR))
		return age;
	age.years = floor((double)span->earliest_start.minute /
			  (double)cc_precision_minutes(CC_PRECISION_YEAR));
	age.text = cc_number_text(in, age.years, 0);
	if (age.years < 1)
		age.young = young_text(in, span);
	return age;
}

/* As typed: in years, of an infant in the unit that the author chose, else in
 * what the clock or the fraction tells. */
static struct age
age_written(const struct cc_words_in *in, const struct cc_patient *patient,
    const char *by_clock)
{
	const char *written = patient->age_written;
	struct age age = {patient->age, cc_digits_text(in, written), NULL};

	if (g_ascii_isalpha(written[strlen(written) - 1]))
		age.text = age.young = cc_period_text(in, written);
	else if (patient->age < 1)
		age.young = by_clock;
	if (age.young == NULL && patient->age > 0 && patient->age < 1)
		age.young = count_of(
		    in, CC_MSG_DURATION_MONTHS, MONTHS_A_YEAR * patient->age);
	return age;
}

static struct age
age_of(const struct cc_words_in *in, const struct cc_patient *patient)
{
	struct age age = {.years = NAN};

	/* The clock is the first patient's. */
	if (patient == &in->course->patients[0])
		age = age_by_clock(in);

	if (patient->age_written != NULL)
		age = age_written(in, patient, age.young);
	if (age.years < 1 && age.young == NULL)
		age.young = cc_say(in, CC_MSG_AGE_UNDER_ONE);
	return age;
}

/* "Woman, 53"; NULL where neither sex nor age is known. */
static const char *
person_text(const struct cc_words_in *in, const struct cc_patient *patient)
{
	const struct person_words *words = patient->sex == CC_SEX_FEMALE
	                                       ? &woman
	                                   : patient->sex == CC_SEX_MALE ? &man
	                                                                 : NULL;
	struct age age = age_of(in, patient);
	bool child = age.years < ADULT;

	if (words == NULL && age.text == NULL)
		return NULL;
	if (words == NULL)
		return age.young != NULL ? age.young
		                         : cc_say_with(in, CC_MSG_AGED, "age",
					       age.text, NULL);
	/* Whoever comes beside the first may be a child of hers. */
	if (age.text == NULL)
		return cc_say(in, patient == &in->course->patients[0]
				      ? words->adult
				      : words->ageless);
	if (age.young != NULL)
		return cc_say_with(in, words->young, "age", age.young, NULL);
	return cc_say_with(in, child ? words->child_aged : words->adult_aged,
	    "age", age.text, NULL);
}

/* "34 weeks", "34+2 weeks". */
static const char *
gestation_text(const struct cc_words_in *in, const char *written)
{
	size_t weeks = strspn(written, "0123456789");
	const char *count = cc_arena_strndup(in->arena, written, weeks);
	const char *days = written + weeks + 1;

	if (*days != '\0')
		count = cc_arena_join(in->arena, count, "+",
		    cc_arena_strndup(in->arena, days, 1), NULL);
	return cc_say_with(in, CC_MSG_DURATION_WEEKS, "n", count, NULL);
}

/* The same of an age that was told for another time than the diagnosis, and
 * of one who was born before term. */
static const char *
whole_person(const struct cc_words_in *in, const struct cc_patient *patient)
{
	const char *text = person_text(in, patient);

	if (text != NULL && patient->age_written != NULL &&
	    patient->age_at.span.dated)
		text = cc_say_with(in, CC_MSG_PERSON_AT, "person", text, "when",
		    cc_date_phrase(in, &patient->age_at.span), NULL);
	if (patient->born_at == NULL)
		return text;
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, text,
	    cc_say_with(in, CC_MSG_BORN_AT, "weeks",
		gestation_text(in, patient->born_at), NULL));
}

/* With the author's words for a patient, as "donor", who is one of several. */
static const char *
patient_text(const struct cc_words_in *in, const struct cc_patient *patient)
{
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
	    cc_text_in(in, &patient->labels), whole_person(in, patient));
}

/* Staging whose numbers and letters are stages, not scores as IPI 3. */
static const char *const stagings[] = {"Binet ", "Rai "};

/* "class IV", "renal stage II": the author has a word for it. */
static bool
says_stage(const char *piece, const char *numeral)
{
	const char *word = numeral - 1;

	while (word > piece && word[-1] != ' ')
		word--;
	return g_ascii_islower(*word);
}

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
	return p < end &&
	       (p == piece || (p[-1] == ' ' && !says_stage(piece, p)));
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
	return patient_text(in, &in->course->patients[0]);
}

const char *
cc_patient_line(const struct cc_words_in *in)
{
	const struct cc_fact *diagnosis = in->course->diagnosis;
	const char *separator = cc_say(in, CC_MSG_PATIENT_SEPARATOR);
	const char *person = NULL;
	GString *to = g_string_new(NULL);

	if (in->course->patient_count > 0)
		person = patient_text(in, &in->course->patients[0]);
	if (person != NULL)
		g_string_append(to, person);
	if (diagnosis == NULL)
		return cc_words_take(in, to);
	if (to->len > 0)
		g_string_append(to, separator);
	g_string_append(to, cc_bracketed(in,
				cc_fact_capital(in, diagnosis,
				    cc_fact_name(in, diagnosis, CC_NAME_FULL)),
				cc_label_beside(in, diagnosis)));
	if (diagnosis->stage != NULL) {
		g_string_append(to, separator);
		append_stage(to, in, diagnosis->stage);
	}
	return cc_words_take(in, to);
}

const char *
cc_patient_name(const struct cc_words_in *in, size_t patient)
{
	const struct cc_case *course = in->course;
	const char *who;

	if (patient == 0 || patient >= course->patient_count)
		return NULL;
	who = cc_text_in(in, &course->patients[patient].labels);
	return who != NULL ? who : course->patients[patient].id;
}

static const char *
other_text(const struct cc_words_in *in, size_t patient)
{
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
	    cc_patient_name(in, patient),
	    whole_person(in, &in->course->patients[patient]));
}

const char *
cc_patients_line(const struct cc_words_in *in)
{
	const char *line = cc_patient_line(in);

	for (size_t i = 1; i < in->course->patient_count; i++)
		line = cc_words_join(
		    in, CC_MSG_PART_SEPARATOR, line, other_text(in, i));
	return line;
}

/* ---- what has no time ---- */

/* "ECOG: 1" */
static const char *
trait_text(const struct cc_words_in *in, const struct cc_trait *trait)
{
	static const struct {
		const char *code;
		enum cc_message message;
	} words[] = {
	    {"arm", CC_MSG_TRAIT_ARM},
	    {"cohort", CC_MSG_TRAIT_COHORT},
	    {"ecog", CC_MSG_TRAIT_ECOG},
	    {"karnofsky", CC_MSG_TRAIT_KARNOFSKY},
	    {"prior-lines", CC_MSG_TRAIT_PRIOR_LINES},
	    {"risk", CC_MSG_TRAIT_RISK},
	    {"site", CC_MSG_TRAIT_SITE},
	    {"stratum", CC_MSG_TRAIT_STRATUM},
	};
	const char *name = cc_text_in(in, &trait->labels);

	for (size_t i = 0; name == NULL && i < G_N_ELEMENTS(words); i++)
		if (g_strcmp0(words[i].code, trait->code) == 0)
			name = cc_say(in, words[i].message);
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR, name, trait->text);
}

/* What the author adds to a patient; NULL: nothing. */
static const char *
note_text(const struct cc_words_in *in, size_t patient)
{
	const char *note = cc_text_in(in, &in->course->patients[patient].notes);

	return note == NULL ? NULL
	                    : cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
				  cc_patient_name(in, patient), note);
}

/* "hypertension (2001; well controlled)". */
static const char *
history_text(const struct cc_words_in *in, const struct cc_history *history)
{
	const char *when = history->when.time.text != NULL
	                       ? cc_date_text(in, &history->when.span)
	                       : NULL;

	return cc_bracketed(in, cc_text_in(in, &history->labels),
	    cc_words_join(in, CC_MSG_PART_SEPARATOR, when,
		cc_text_in(in, &history->notes)));
}

/* "left-handed · Arm: B · ECOG: 1 · History: hypertension": notes of patients,
 * traits, histories; of others than the first with their name. */
const char *
cc_background_text(const struct cc_words_in *in)
{
	const struct cc_case *course = in->course;
	GString *all = NULL, *histories = NULL;
	const char *told;

	for (size_t i = 0; i < course->patient_count; i++)
		cc_words_add(
		    in, &all, CC_MSG_PATIENT_SEPARATOR, note_text(in, i));
	for (size_t i = 0; i < course->trait_count; i++)
		cc_words_add(in, &all, CC_MSG_PATIENT_SEPARATOR,
		    cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
			cc_patient_name(in, course->traits[i].patient),
			trait_text(in, &course->traits[i])));
	for (size_t i = 0; i < course->history_count; i++)
		cc_words_add(in, &histories, CC_MSG_PART_SEPARATOR,
		    cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
			cc_patient_name(in, course->histories[i].patient),
			history_text(in, &course->histories[i])));
	told = cc_words_listed(in, histories);
	if (told != NULL)
		cc_words_add(in, &all, CC_MSG_PATIENT_SEPARATOR,
		    cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
			cc_say(in, CC_MSG_HISTORY), told));
	return cc_words_listed(in, all);
}

const char *
cc_told_of(const struct cc_words_in *in, size_t patient, const char *told)
{
	const char *who = cc_patient_name(in, patient);

	return who != NULL ? cc_say_with(in, CC_MSG_TOLD_OF, "who", who, "told",
				 told, NULL)
	                   : told;
}
