/* What the courses of a disease are made of. Codes are those of the shipped
 * vocabulary; a test holds them to it. Lists end with NULL. */
#ifndef CC_CASES_PROFILES_H
#define CC_CASES_PROFILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A response scheme from deep to shallow. */
struct cc_ladder {
	const char *criteria;
	const char *const *rungs;
	const char *progression; /* NULL: the scheme has none */
};

/* A test: what it reads while the disease is quiet and while it is active,
 * in millionths of its unit. */
struct cc_assay {
	const char *code, *unit;
	int64_t quiet, active;
	int64_t low, high; /* reference range; -1: none on that side */
	int64_t limit;     /* of detection; 0: none */
	bool log;
	int noise; /* [%] */
};

struct cc_profile {
	const char *code; /* of the disease */
	const char *zh, *en;
	const struct cc_ladder *ladder; /* NULL: no response scheme */
	const char *const *stages;
	const char *const *first;        /* regimens of the first line */
	const char *const *later;        /* and of later ones */
	const char *const *maintenance;  /* NULL: none */
	const char *const *conditioning; /* NULL: no transplant */
	const char *graft;               /* procedure code of the transplant */
	const char *const *cells;        /* cell products of later lines */
	const char *const *support;      /* what stands beside the lines */
	const char *const *harms;        /* events */
	const char *const *acts;         /* procedures */
	const char *const *sites;        /* of lesions; NULL: none */
	const char *const *findings;     /* NULL: no genetics */
	const char *evolves;             /* into which disease; NULL: none */
	const struct cc_assay *assays;   /* ends with a code of NULL */
	int days_least, days_most;       /* span */
	int age_least, age_most;
	int weight; /* how often it is drawn */
};

extern const struct cc_profile cc_profiles[];
extern const size_t cc_profile_count;

/* Tests that any course may have. */
extern const struct cc_assay cc_common_assays[];

/* How drugs are dosed; amounts in millionths of the unit. */
struct cc_dosing {
	const char *code, *unit;
	int64_t amount;
	bool tapers;
};
extern const struct cc_dosing cc_dosings[];
extern const size_t cc_dosing_count;

#endif
