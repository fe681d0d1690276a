#include "xml/reason.h"

#include <glib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define BAD_NAME "a name begins with a letter and holds letters, digits, - _ ."

/* The guard has seen that the bracket is closed: what is left of these errors
 * is libxml2's own limit. */
#define TOO_LONG "more than 10 MB stand between two tags"

/* What the guard leaves to libxml2. */
static const struct {
	int error;
	const char *reason;
} reasons[] = {
    {XML_ERR_INVALID_CHAR, "a code point stands here that is no character"},
    {XML_ERR_NAME_REQUIRED, BAD_NAME},
    {XML_ERR_SPACE_REQUIRED, BAD_NAME},
    {XML_ERR_GT_REQUIRED, BAD_NAME},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, BAD_NAME},
    {XML_ERR_NAME_TOO_LONG, "the name is too long"},
    {XML_ERR_TAG_NAME_MISMATCH, "the end tag is of another element"},
    {XML_ERR_HYPHEN_IN_COMMENT, "-- must not stand inside a comment"},
    {XML_ERR_PI_NOT_STARTED, "a name must follow <?"},
    {XML_ERR_RESERVED_XML_NAME, "<?xml is written in small letters"},
    {XML_ERR_VERSION_MISSING, "<?xml version=\"1.0\"?> lacks its version"},
    {XML_ERR_XMLDECL_NOT_FINISHED,
	"<?xml ...?> holds version, encoding, standalone, in this order"},
    {XML_ERR_STANDALONE_VALUE, "standalone is yes or no"},
    {XML_NS_ERR_XML_NAMESPACE,
	"a prefix stands for a namespace that it must not stand for"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, "the prefix stands for no namespace"},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, "an attribute stands twice in one tag"},
    {XML_NS_ERR_QNAME, "a name holds one colon at most, in its middle"},
    {XML_NS_ERR_COLON, "a name holds one colon at most, in its middle"},
    {XML_ERR_INTERNAL_ERROR, TOO_LONG},
    {XML_ERR_CDATA_NOT_FINISHED, TOO_LONG},
    {XML_ERR_PI_NOT_FINISHED, TOO_LONG},
    {XML_ERR_COMMENT_NOT_FINISHED, TOO_LONG},
    /* So it calls a full table of names, too; the case is dropped. */
    {XML_ERR_NO_MEMORY, "too many different names, or out of memory"},
};

char *
cc_reason(int error, const char *message)
{
	for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (reasons[i].error == error)
			return g_strdup(reasons[i].reason);
	if (message == NULL)
		return g_strdup("of an unknown kind");
	return g_strndup(message, strcspn(message, "\n"));
}
