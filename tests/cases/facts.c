/* Facts outside of the lines of therapy. */
#include "course.h"

#include <string.h>

static const char *
graded(struct cc_course *course, const char *code)
{
	static const char *const grades[] = {
	    "1", "2", "2", "3", "3", "4", NULL};
	static const char *const gvhd[] = {"I", "II", "III", "IV", NULL};
	static const char *const chronic[] = {
	    "mild", "moderate", "severe", NULL};

	if (strcmp(code, "acute-gvhd") == 0)
		return cc_random_pick(&course->random, gvhd);
	if (strcmp(code, "chronic-gvhd") == 0)
		return cc_random_pick(&course->random, chronic);
	return cc_random_pick(&course->random, grades);
}

/* Up to the event's own grade, and down again. */
static void
grade_course(struct cc_course *course, int64_t from, int64_t to, char worst)
{
	const char up[] = {MAX(worst - 2, '1'), worst, MAX(worst - 1, '1'), '1'};
	const int count = (int)cc_random_between(&course->random, 2, 4);

	for (int i = 0; i < count; i++) {
		cc_out_open(&course->out, "grade");
		cc_course_moment(course, from + (to - from) * i / count);
		cc_out_content(&course->out, (char[]){up[i], '\0'});
	}
}

void
cc_course_harm(struct cc_course *course, const char *code, int64_t from,
    int64_t to, const char *because)
{
	static const char *const causalities[] = {
	    "certain", "probable", "possible", "unlikely", NULL};
	const char *grade = graded(course, code);
	const bool moment = cc_random_chance(&course->random, 25);

	to = MIN(to, course->end);
	cc_course_fact(course, "event", code);
	if (moment)
		cc_course_moment(course, from);
	else if (!course->dead && cc_random_chance(&course->random, 5))
		cc_course_when(course, "time",
		    (struct cc_stretch){from, to, CC_ENDS_ONGOING});
	else
		cc_course_span(course, from, MAX(from, to));
	if (cc_random_chance(&course->random, 75))
		cc_out_attribute(&course->out, "grade", grade);
	if (cc_random_chance(&course->random, 20))
		cc_out_attribute(&course->out, "causality",
		    cc_random_pick(&course->random, causalities));
	if (cc_random_chance(&course->random, 6))
		cc_out_attribute(&course->out, "serious", "yes");
	if (because != NULL)
		cc_out_attribute(&course->out, "because", because);
	cc_course_prose(course, CC_SAYING_EVENT, false);
	if (!moment && to - from > 2 * CC_DAY && g_ascii_isdigit(grade[0]) &&
	    cc_random_chance(&course->random, 30))
		grade_course(course, from, to, grade[0]);
	cc_out_close(&course->out);
}

void
cc_course_harms(struct cc_course *course, int count)
{
	for (int i = 0; i < count; i++) {
		const int64_t from = cc_course_somewhen(course);
		const int64_t most = MIN(course->knobs.span / 8, 200 * CC_DAY);

		/* One draw a statement: arguments have no order of their own.
		 */
		const int64_t lasted =
		    cc_random_between(&course->random, 0, most);
		const char *harm =
		    cc_random_pick(&course->random, course->profile->harms);

		cc_course_harm(course, harm, from, from + lasted, NULL);
	}
}

/* Events that the vocabulary does not know, some before the diagnosis. */
void
cc_course_plain(struct cc_course *course, int count)
{
	for (int i = 0; i < count; i++) {
		int64_t at = cc_course_somewhen(course);

		if (cc_random_chance(&course->random, 15))
			at = course->diagnosis -
			     cc_random_between(&course->random, 0,
				 MIN(course->knobs.span / 20, 3000 * CC_DAY));
		cc_course_fact(course, "event", NULL);
		cc_course_moment(course, at);
		if (cc_random_chance(&course->random, 4))
			cc_out_attribute(&course->out, "key",
			    cc_random_chance(&course->random, 50) ? "yes"
								  : "no");
		cc_course_prose(course, CC_SAYING_EVENT, true);
		cc_out_close(&course->out);
	}
}

void
cc_course_acts(struct cc_course *course, int count)
{
	const struct cc_profile *profile = course->profile;

	for (int i = 0; i < count; i++) {
		const char *code =
		    cc_random_pick(&course->random, profile->acts);
		const bool undated = cc_random_chance(&course->random,
		    course->knobs.structure == CC_STRUCTURE_UNDATED ? 80 : 2);

		cc_course_fact(course, "procedure", code);
		if (undated)
			cc_out_attribute(&course->out, "after", "dx");
		else
			cc_course_moment(course, cc_course_somewhen(course));
		if (strcmp(code, "biopsy") == 0 && profile->sites != NULL)
			cc_out_attribute(&course->out, "site",
			    cc_random_pick(&course->random, profile->sites));
		if (strcmp(code, "pet-ct") == 0 &&
		    cc_random_chance(&course->random, 50))
			cc_out_attribute(&course->out, "result", "Deauville 4");
		if (!undated && cc_random_chance(&course->random, 3))
			cc_out_attribute(&course->out, "status", "planned");
		cc_course_prose(course, CC_SAYING_FINDING, false);
		cc_out_close(&course->out);
	}
}

static void
lesion_sizes(struct cc_course *course, int64_t from, int64_t to)
{
	int64_t size = cc_random_between(&course->random, 8, 90);
	const int count = (int)cc_random_between(&course->random, 2, 5);

	for (int i = 0; i < count; i++) {
		g_autoptr(GString) text = g_string_new(NULL);

		cc_course_number(text, size * 1000000);
		cc_out_open(&course->out, "value");
		cc_course_moment(course, from + (to - from) * i / count);
		cc_out_content(&course->out, text->str);
		size = size * cc_random_between(&course->random, 4, 13) / 10;
	}
}

/* Seen, but not measured. */
static void
lesion_changes(struct cc_course *course, int64_t from, int64_t to)
{
	const int count = (int)cc_random_between(&course->random, 1, 3);

	for (int i = 1; i <= count; i++) {
		cc_out_open(&course->out, "change");
		cc_course_moment(course, from + (to - from) * i / (count + 1));
		cc_out_attribute(&course->out, "to",
		    cc_random_chance(&course->random, 60) ? "smaller"
							  : "larger");
		cc_out_close(&course->out);
	}
}

void
cc_course_lesions(struct cc_course *course, int count)
{
	if (course->profile->sites == NULL)
		return;
	for (int i = 0; i < count; i++) {
		const int64_t from = cc_random_chance(&course->random, 60)
		                         ? course->diagnosis
		                         : cc_course_somewhen(course);
		const int64_t to =
		    from + (course->end - from) *
			       cc_random_between(&course->random, 10, 90) / 100;
		const bool sized = cc_random_chance(&course->random, 35);

		cc_course_fact(course, "lesion", NULL);
		if (!course->dead && cc_random_chance(&course->random, 25))
			cc_course_when(course, "time",
			    (struct cc_stretch){from, to, CC_ENDS_ONGOING});
		else
			cc_course_span(course, from, to);
		cc_out_attribute(&course->out, "site",
		    cc_random_pick(&course->random, course->profile->sites));
		if (sized)
			cc_out_attribute(&course->out, "unit", "mm");
		cc_course_prose(course, CC_SAYING_FINDING, false);
		if (sized)
			lesion_sizes(course, from, to);
		else if (cc_random_chance(&course->random, 30))
			lesion_changes(course, from, to);
		cc_out_close(&course->out);
	}
}

static void
finding(struct cc_course *course, const char *text)
{
	char vaf[16];

	cc_out_open(&course->out, "finding");
	if (cc_random_chance(&course->random, 30)) {
		g_snprintf(vaf, sizeof(vaf), "%d",
		    (int)cc_random_between(&course->random, 1, 60));
		cc_out_attribute(&course->out, "vaf", vaf);
	} else if (cc_random_chance(&course->random, 8)) {
		cc_out_attribute(&course->out, "result", "absent");
	}
	cc_out_content(&course->out, text);
}

void
cc_course_genetics(struct cc_course *course, int count)
{
	static const char *const methods[] = {
	    "FISH", "NGS", "karyotype", "PCR", NULL};
	const char *const *findings = course->profile->findings;
	int all = 0;

	if (findings == NULL)
		return;
	while (findings[all] != NULL)
		all++;
	for (int i = 0; i < count; i++) {
		int at = cc_random_below(&course->random, all);
		const int64_t when =
		    i == 0 ? course->diagnosis : cc_course_somewhen(course);

		cc_course_fact(course, "genetics", NULL);
		cc_course_moment(course, when);
		cc_out_attribute(&course->out, "method",
		    cc_random_pick(&course->random, methods));
		for (int k = cc_random_below(&course->random, 5); k >= 0; k--)
			finding(course, findings[at++ % all]);
		cc_out_close(&course->out);
	}
}

void
cc_course_comments(struct cc_course *course, int count)
{
	for (int i = 0; i < count; i++) {
		const int64_t at = cc_course_somewhen(course);

		cc_course_fact(course, "comment", NULL);
		if (cc_random_chance(&course->random, 30))
			cc_course_span(course, at, at + (course->end - at) / 3);
		else
			cc_course_moment(course, at);
		cc_course_prose(course, CC_SAYING_COMMENT, true);
		cc_out_close(&course->out);
	}
}
