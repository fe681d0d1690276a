/* Where pictures go: files in a folder, or packs of them. */
#ifndef CC_BATCH_STORE_H
#define CC_BATCH_STORE_H

#include "output/zip.h"

struct cc_store_rules {
	const char *folder;
	const char *part; /* "" or "-3-of-8" */
	bool spread;      /* into 256 folders, by their names */
	bool pack;        /* into zip files */
	bool resume;
};

/* A folder for pictures, made where there is none but its parent. It is held
 * open: one that is put in its place gets nothing. NULL after diagnostics. */
struct cc_store;
struct cc_store *cc_store_open(
    const struct cc_store_rules *rules, struct cc_diags *diags);
void cc_store_close(struct cc_store *store); /* takes NULL */

int cc_store_folder(const struct cc_store *store);

enum cc_stored {
	CC_STORED,
	CC_NO_PLACE, /* nothing can be put at this name */
	CC_NO_DISK,  /* nor at any other, as it seems */
};

/* Puts a picture in its place, which is told: "emm.svg", "7f/emm.svg",
 * "charts-0001.zip/emm.svg"; the caller frees it. NULL, after diagnostics,
 * where it cannot. */
enum cc_stored cc_store_put(struct cc_store *store,
    const struct cc_zip_member *picture, char **place, struct cc_diags *diags);

/* Whether a picture of an earlier run is where this one would put it. */
bool cc_store_holds(struct cc_store *store, const char *place, const char *name,
    uint64_t bytes);

/* A journal tells of a place, where something is or was to be. */
void cc_store_meet(struct cc_store *store, const char *place);

/* All that was put is in its place; where `durable`, on the disk, too. False
 * after diagnostics. */
bool cc_store_finish(
    struct cc_store *store, bool durable, struct cc_diags *diags);

#endif
