/* A course while it is being made up. The truth is kept to the minute; what
 * is written is what a chart knows of it, and always holds the truth, so that
 * an order that is true cannot be refused. */
#ifndef CC_CASES_COURSE_H
#define CC_CASES_COURSE_H

#include "cases.h"
#include "out.h"
#include "profiles.h"
#include "random.h"
#include "words.h"

#include "base/time.h"

#define CC_DAY INT64_C(1440) /* [min] */
#define CC_ANCHORS_MAX 64

struct cc_anchor { /* what offsets are counted from */
	char id[12];
	int64_t at; /* [min] */
	bool exact; /* written to the minute */
};

struct cc_activity { /* of the disease, at one time */
	int64_t at;  /* [min] */
	int level;   /* 0 quiet to 1000 */
};

struct cc_course {
	struct cc_knobs knobs; /* none is left to draw */
	const struct cc_profile *profile;
	struct cc_random random;
	struct cc_out out;
	enum cc_clock clock;
	int64_t clock_zero;     /* [min] */
	int64_t diagnosis, end; /* of what is told [min] */
	int age;                /* [years] */
	bool female, dead, child;
	const char *second; /* another patient's id; NULL: none */
	bool offsets;     /* some times are counted from other things */
	GArray *anchors;  /* of struct cc_anchor */
	GArray *activity; /* of struct cc_activity, in order of time */
	/* What times count from where they do not say: that of the line, then
	 * that of the fact. NULL: none. */
	const struct cc_anchor *line_anchor, *inherited;
	bool exact;       /* the last time was written to the minute */
	int fact_depth;   /* of the fact at hand, in elements */
	int64_t assessed; /* day of the last response */
	GString *en, *zh; /* scratch for words */
	int facts, ids;
	bool death_said;
};

enum cc_ends {
	CC_ENDS_MOMENT,
	CC_ENDS_CLOSED,
	CC_ENDS_ONGOING, /* a/.. */
	CC_ENDS_UNSAID,  /* a/ */
	CC_ENDS_RUNNING, /* ../b: had begun before */
	CC_ENDS_UNBEGUN, /* /b: its start is not stated */
};

struct cc_stretch {
	int64_t from, to; /* [min] */
	enum cc_ends ends;
};

/* when.c: writes since and time. `anchor` NULL: not a thing to count from. */
void cc_course_when(
    struct cc_course *course, const char *attribute, struct cc_stretch when);
void cc_course_moment(struct cc_course *course, int64_t at);
void cc_course_span(struct cc_course *course, int64_t from, int64_t to);
/* Where the structure puts a time of the plan. */
int64_t cc_course_placed(const struct cc_course *course, int64_t at);

/* course.c: facts and their words. */
void cc_course_fact(
    struct cc_course *course, const char *element, const char *code);
/* A new id, "sct2", written as the attribute id and returned in `id`. */
void cc_course_id(struct cc_course *course, const char *stem, char id[12]);
void cc_course_anchor(struct cc_course *course, const char *id, int64_t at);
void cc_course_words(struct cc_course *course, const char *element,
    enum cc_saying saying, enum cc_labelling labelling);
/* A label where chance or the lack of a code wants one; a note, rarely. */
void cc_course_prose(
    struct cc_course *course, enum cc_saying saying, bool needed);
void cc_course_number(GString *to, int64_t millionths);
int cc_course_level(const struct cc_course *course, int64_t at);
int64_t cc_course_somewhen(struct cc_course *course);

/* therapy.c */
void cc_course_lines(struct cc_course *course, int events);
void cc_course_treatment(struct cc_course *course, const char *code,
    const char *intent, struct cc_stretch when, const char *because,
    const char *best);
void cc_course_supports(struct cc_course *course, int count);

/* facts.c */
void cc_course_harm(struct cc_course *course, const char *code, int64_t from,
    int64_t to, const char *because);
void cc_course_harms(struct cc_course *course, int count);
void cc_course_plain(struct cc_course *course, int count);
void cc_course_acts(struct cc_course *course, int count);
void cc_course_lesions(struct cc_course *course, int count);
void cc_course_genetics(struct cc_course *course, int count);
void cc_course_comments(struct cc_course *course, int count);

/* report.c: whether it is one, and all its facts. */
bool cc_course_is_report(const struct cc_course *course);
void cc_course_report(struct cc_course *course);

/* labs.c */
void cc_course_panel(struct cc_course *course, int64_t at);
void cc_course_labs(struct cc_course *course, int count, int values);

#endif
