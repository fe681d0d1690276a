/* Inputs -> the cases in them, one after the other: files, folders, lists of
 * names, streams of any size. */
#ifndef CC_BATCH_FEED_H
#define CC_BATCH_FEED_H

#include "xml/xml.h"

struct cc_feed;

/* `inputs` ends with NULL and is borrowed: a file; a folder, of which the case
 * files below are meant; "@LIST", the names in a file, one a line; "-", those
 * on standard input. A line that begins with "<" is a case by itself.
 *
 * `meet` is told of each file before it is opened, and of its number from 1. */
struct cc_feed *cc_feed_create(char *const *inputs,
    void (*meet)(void *data, const char *name, uint64_t number), void *data);
void cc_feed_destroy(struct cc_feed *feed); /* takes NULL */

enum cc_fed {
	CC_FED_CASE,
	CC_FED_TROUBLE, /* a file, or the rest of one, is not to be had */
	CC_FED_END,
};

/* The next, its text valid until the next call; what is wrong with an input is
 * added, and of trouble its name is `text->name`. */
enum cc_fed cc_feed_next(
    struct cc_feed *feed, struct cc_xml_text *text, struct cc_diags *diags);

/* Files opened so far, that of the last case among them, and those that are
 * known to come: more may, of folders and lists. */
uint64_t cc_feed_opened(const struct cc_feed *feed);
uint64_t cc_feed_coming(const struct cc_feed *feed);

#endif
