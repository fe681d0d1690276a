/* Words in the picture's language: messages, names of codes, dates,
 * numbers. */
#ifndef CC_WORDS_WORDS_H
#define CC_WORDS_WORDS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/time.h"
#include "follow/follow.h"
#include "follow/interval.h"
#include "model/case.h"
#include "model/vocab.h"

/* Messages by id, "months-from"; one file per language under templates/lang/,
 * English complete. words/messages.h is the one list:
 * CC_MESSAGE(MONTHS_FROM, "months-from"). */
enum cc_message {
#define CC_MESSAGE(name, id) CC_MSG_##name,
#include "words/messages.h"
#undef CC_MESSAGE
	CC_MESSAGE_COUNT
};

struct cc_languages; /* all languages loaded in a context */
struct cc_language;  /* one of them */

struct cc_languages *cc_languages_create(void);
void cc_languages_destroy(struct cc_languages *languages);

/* Adds the messages of a language file. Returns its root, whose <name>s are
 * for cc_vocab_name; NULL after an error. Owned by the languages. */
const struct cc_element *cc_languages_add(struct cc_languages *languages,
    const struct cc_source *source, struct cc_diags *diags);

struct cc_words_in { /* what a layout needs to speak */
	const struct cc_language
	    *language; /* of messages; see cc_words_speak */
	const char *lang;
	const struct cc_terms *terms;
	const struct cc_case *course;
	const struct cc_follow *follow; /* of that course */
	struct cc_arena *arena;         /* what is composed lands here */
	const char *intervals; /* asked for, by name; NULL: as the case does */
};

/* Chooses a language: of one that is not known the messages are English. The
 * tag is borrowed. */
void cc_words_speak(struct cc_words_in *in,
    const struct cc_languages *languages, const char *lang);

/* False where no file of that language is loaded. "zh-CN" is known where "zh"
 * is, here and in all below. */
bool cc_language_known(const struct cc_languages *languages, const char *lang);
const char *const *cc_language_list(
    const struct cc_languages *languages, size_t *count);
/* What a language calls itself: "Deutsch". */
const char *cc_language_name(
    const struct cc_languages *languages, const char *lang);

/* A message; where the language lacks it, English. Never NULL. */
const char *cc_say(const struct cc_words_in *in, enum cc_message message);

/* A message with {name} places filled: cc_say_with(in, CC_MSG_MORE, "n", "2",
 * NULL). Pairs of name and value, NULL-terminated. Where Chinese and Latin
 * letters or digits meet at a filled place, a space is put between them. A
 * message with a singular takes it where "n" is "1". */
const char *cc_say_with(const struct cc_words_in *in, enum cc_message message,
    ...) __attribute__((sentinel));

/* A message whose one place is {n}: "4 cycles", "1 cycle". */
const char *cc_say_count(
    const struct cc_words_in *in, enum cc_message message, int n);

/* "a, b", either may be NULL or "". */
const char *cc_words_join(const struct cc_words_in *in,
    enum cc_message separator, const char *a, const char *b);

/* The same of many: to join each to all before would copy those every time.
 * The list is NULL at first, and belongs to cc_words_listed, which returns NULL
 * where nothing was added. */
void cc_words_add(const struct cc_words_in *in, GString **list,
    enum cc_message separator, const char *word);
const char *cc_words_listed(const struct cc_words_in *in, GString *list);

/* "line 2", 二线. */
const char *cc_line_text(const struct cc_words_in *in, int number);

/* The name of a code: the vocabulary's label (full) or abbreviation (short,
 * else label, else the code itself) in the language, else in English, else
 * the code. Never NULL where code is not. */
enum cc_name_form { CC_NAME_FULL, CC_NAME_SHORT };
const char *cc_name(const struct cc_words_in *in, enum cc_scope scope,
    const char *scheme, const char *code, enum cc_name_form form);

/* Whether a code is a word, "refractory", and no abbreviation. */
bool cc_code_is_word(const char *code);

/* When the pregnancy ended that a clock counts: as the course tells, or as none
 * is longer [minute]. */
int64_t cc_pregnancy_end(const struct cc_words_in *in);

/* The same with a capital first letter, as a row's name begins; names as pH,
 * t(4;14) or β2-microglobulin stay. */
const char *cc_capital(const struct cc_words_in *in, const char *text);

/* The same of a text that may begin with the name of a fact: words of the
 * author's stay as they are. */
const char *cc_fact_capital(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *text);

/* A text of the author's within a sentence: "Acute promyelocytic leukaemia"
 * with a small letter, where the first word is one that the language writes so.
 * Names (Hodgkin, Still) stay. NULL: NULL. */
const char *cc_small(const struct cc_words_in *in, const char *text);

/* Whether a text holds another, capital or not. */
bool cc_words_hold(const char *text, const char *part);

/* The author's label where the name is the vocabulary's, in another language,
 * and says less; NULL: nothing is lost. */
const char *cc_label_beside(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* What a fact is called: its label in the language, else the vocabulary's name,
 * else its label in the case's language, else the code. With the site of an
 * act or event, and always with what is planned or was not done: no picture
 * and no sentence can name it as if it had happened. */
const char *cc_fact_name(const struct cc_words_in *in,
    const struct cc_fact *fact, enum cc_name_form form);

/* "moderate" in the language; NULL where the grade is no word of chronic
 * GVHD's. */
const char *cc_grade_word(const struct cc_words_in *in, const char *grade);

/* "living donor", where it is one of sibling, haploidentical, unrelated, cord
 * blood, living, deceased; else as typed: "MUD 10/10". */
const char *cc_donor_text(const struct cc_words_in *in, const char *donor);

/* A fact is called by its code's name: the author's label has no other word in
 * its place. */
bool cc_fact_says_code(const struct cc_words_in *in, enum cc_scope scope,
    const struct cc_fact *fact);

/* What a short name that is drawn stands for, for the caption: "VCd,
 * bortezomib + cyclophosphamide + dexamethasone", "PR：部分缓解". NULL where
 * what is drawn is the name itself. */
const char *cc_abbreviation_text(const struct cc_words_in *in,
    enum cc_scope scope, const char *scheme, const char *code);

/* Whether a thing is drawn by the author's word for it, which the caption then
 * explains: "Velcade, bortezomib". */
bool cc_name_is_own(
    const struct cc_words_in *in, enum cc_scope scope, const char *code);

/* The drugs by whose names alone a treatment is drawn; NULL: it is none such.
 */
const struct cc_words *cc_compound_parts(
    const struct cc_words_in *in, const char *code);

/* Who a patient is where that is not the first: the author's words, else the
 * id. NULL: the first, of whom everything is told. */
const char *cc_patient_name(const struct cc_words_in *in, size_t patient);

/* A name with the patient whose fact it is where that is not the first:
 * "child: CR". */
const char *cc_name_for(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *name);

/* All that a fact says, for its tooltip: its name, or what a mark calls it;
 * when; what adds to it. */
const char *cc_fact_tip(const struct cc_words_in *in,
    const struct cc_fact *fact, const char *called);

/* The same of a curve, with what each further series of its adds: several of
 * one test are one curve. */
struct cc_curve;
const char *cc_curve_tip(const struct cc_words_in *in,
    const struct cc_curve *curve, const char *called);

/* "line 2", or "line 2: phase I trial" where it has a label of its own. */
const char *cc_line_name(
    const struct cc_words_in *in, const struct cc_line *line);

/* The same with its note. */
const char *cc_line_tip(
    const struct cc_words_in *in, const struct cc_line *line);

/* Of a picture: its label or what it is of; when, "" where nobody says; and all
 * of that with its letter, for who cannot see it. */
const char *cc_plate_caption(
    const struct cc_words_in *in, const struct cc_plate *plate);
const char *cc_plate_date(
    const struct cc_words_in *in, const struct cc_plate *plate);
const char *cc_plate_text(
    const struct cc_words_in *in, const struct cc_plate *plate);

/* The first note or label in the language, falling back to the case's. NULL
 * where there is none. */
const char *cc_text_in(
    const struct cc_words_in *in, const struct cc_texts *texts);

/* Dates: "Jul 2022", "12 Jul 2022", "2022"; 2022年7月. In the precision that
 * was written. A moment known to lie between two: "between Oct 2022 and Jan
 * 2023", as none that is an interval is told: "Oct 2022 – Jan 2023". Counted
 * from another thing: "6 months after diagnosis". Under other clocks "day 15",
 * "week 19". The rules stand in words/date.h. */
const char *cc_date_text(
    const struct cc_words_in *in, const struct cc_span *span);

/* "+4 months", of what is counted from what has no date; else NULL. */
const char *cc_offset_brief(
    const struct cc_words_in *in, const struct cc_span *span);

/* The interval between the starts of two: "Jul 2022 – Oct 2024". */
const char *cc_dates_text(const struct cc_words_in *in,
    const struct cc_span *from, const struct cc_span *to);
const char *cc_month_name(const struct cc_words_in *in, int month); /* "Jul" */
const char *cc_year_text(const struct cc_words_in *in, int year); /* 2022 年 */

/* "19 months (18–20)", "24 days". */
const char *cc_duration_text(
    const struct cc_words_in *in, struct cc_duration duration);

/* A derived interval's, days with the months that they are: "578 days (19.0
 * months)"; one that is censored: "≥ 7 months". */
const char *cc_interval_duration_text(
    const struct cc_words_in *in, const struct cc_interval *interval);

/* "Feb 2023 – Oct 2024"; of one in which nothing is known to have progressed:
 * "Feb 2023; no progression reported by Oct 2024". */
const char *cc_interval_ends_text(
    const struct cc_words_in *in, const struct cc_interval *interval);

/* "PFS in line 2: 19 months (18–20)", "OS: ≥ 7 months"; `brief` is without the
 * line, as all are where the case has but one. */
const char *cc_interval_text(const struct cc_words_in *in,
    const struct cc_interval *interval, bool brief);

/* A result in words: the author's, or "positive"; "" where there is none. */
const char *cc_result_text(
    const struct cc_words_in *in, const struct cc_value *value);

/* A number as typed, with the language's grouping of thousands; "<0.001". */
const char *cc_value_text(
    const struct cc_words_in *in, const struct cc_value *value);

/* The same among others, all grouped where the greatest is: "1,000" beside
 * "10,000", in languages too that write "1000" alone. */
const char *cc_value_beside(const struct cc_words_in *in,
    const struct cc_value *value, double greatest);

/* Digits as typed, in the language's way: "8.72", "8,72"; what is written so
 * already is not copied. */
const char *cc_digits_text(const struct cc_words_in *in, const char *written);

/* A number in the language's way, at most `decimals` places: "10,000". */
const char *cc_number_text(
    const struct cc_words_in *in, double number, int decimals);

/* The same among others, like cc_value_beside, with at least so many places as
 * these; 0 needs none. */
const char *cc_number_beside(const struct cc_words_in *in, double number,
    double greatest, int least, int decimals);

/* A dose in its unit: "80 mg/d", "40–80 mg/d", "AUC 5". `number` is said in
 * place of its own, "60→5"; NULL: that. */
const char *cc_dose_amount_text(const struct cc_words_in *in,
    const struct cc_amount *amount, const char *number, const char *unit);

/* The words of doses with how they are given: "1 g IV twice daily", "60 Gy in
 * 30 fractions". `doses` may be NULL; so is what is returned where nothing is
 * said. */
const char *cc_dosing_text(const struct cc_words_in *in,
    const struct cc_dosing *dosing, const char *doses);

/* "stopped for toxicity: rash"; NULL: nobody says why it ended. */
const char *cc_stop_text(
    const struct cc_words_in *in, const struct cc_reasons *stop);

/* A unit as drawn: 10^9/L -> ×10⁹/L, umol/L -> µmol/L, ug/L -> µg/L. "1" and
 * NULL -> "". */
const char *cc_unit_text(const struct cc_words_in *in, const char *unit);

/* A finding in the language (vocabulary), with VAF and absence. */
const char *cc_finding_text(
    const struct cc_words_in *in, const struct cc_finding *finding);

/* One line on the patient: "Woman, 53 · IgG-λ multiple myeloma … · DS IIIB".
 */
const char *cc_patient_line(const struct cc_words_in *in);

/* The same with all others: "...; donor: woman, 38". */
const char *cc_patients_line(const struct cc_words_in *in);

/* What has no time, and what was before: "Arm: B · ECOG: 1 · History:
 * hypertension"; NULL: nothing is told. */
const char *cc_background_text(const struct cc_words_in *in);

/* Of that: "Woman, 53", NULL where neither is known; and a stage. */
const char *cc_person_text(const struct cc_words_in *in);
const char *cc_stage_text(const struct cc_words_in *in, const char *stage);

/* name.c: an organ or a marker that responds apart from the disease; NULL: the
 * vocabulary has none of that name. */
const char *cc_endpoint_name(
    const struct cc_words_in *in, const char *endpoint);

/* name.c: where it was; NULL: not said. */
const char *cc_sites_text(
    const struct cc_words_in *in, const struct cc_fact *fact);

/* The case's title in the language, or NULL. */
const char *cc_title(const struct cc_words_in *in);

#endif
