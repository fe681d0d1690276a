/* When a file says that it was made. */
#ifndef CC_OUTPUT_CREATED_H
#define CC_OUTPUT_CREATED_H

/* "2000-01-01T00:00:00Z", the same on every day, else SOURCE_DATE_EPOCH, the
 * convention of reproducible builds. The caller frees it. */
char *cc_created(void);

#endif
