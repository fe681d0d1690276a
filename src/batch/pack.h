/* Pictures in zip files of so many: one file in place of a folder of millions,
 * a seventh of its size. */
#ifndef CC_BATCH_PACK_H
#define CC_BATCH_PACK_H

#include "output/zip.h"

/* The packs in a folder: charts-0001.zip and on. One is there when it is whole,
 * or not at all. */
struct cc_packs;

/* `folder` stays open; `part` is "" or "-3-of-8". New packs come behind those
 * that are there; where `begin` is set and there are some, NULL after E506. */
struct cc_packs *cc_packs_create(int folder, const char *path, const char *part,
    bool begin, struct cc_diags *diags);
void cc_packs_destroy(struct cc_packs *packs); /* takes NULL */

/* Adds a picture; *place is "charts-0001.zip/emm.svg", the caller's to free.
 * False after diagnostics: the pack is lost, with all that is in it. */
bool cc_packs_add(struct cc_packs *packs, const struct cc_zip_member *member,
    char **place, struct cc_diags *diags);

/* Ends the last one. False after diagnostics: it is lost. */
bool cc_packs_finish(struct cc_packs *packs, struct cc_diags *diags);

/* A journal tells of a place, in a pack that was perhaps never ended: its
 * number is not given again. */
void cc_packs_meet(struct cc_packs *packs, const char *place);

/* Whether a place is in a pack of these that is there and whole. */
bool cc_packs_hold(struct cc_packs *packs, const char *place);

#endif
