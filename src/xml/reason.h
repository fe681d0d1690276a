/* libxml2's errors in our words. */
#ifndef CC_XML_REASON_H
#define CC_XML_REASON_H

/* Why a text is not well-formed: our sentence for the error's code, or else
 * the first line of libxml2's message. Owned by the caller. */
char *cc_reason(int error, const char *message);

#endif
