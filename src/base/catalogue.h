/* The catalogue of diagnostics; see base/diag.h. Included more than once. */
/* clang-format off */

/* Environment */
CC_DIAG(E001, FATAL, "cannot be read: %s")
CC_DIAG(E002, FATAL, "is a directory, a file is needed")
CC_DIAG(E003, FATAL, "cannot be written: %s")
CC_DIAG(E004, FATAL, "no font at all is installed (fonts-liberation and fonts-wqy-microhei are enough)")
CC_DIAG(E005, ERROR, "is larger than the limit of %s")

/* XML */
CC_DIAG(E180, ERROR, "<%s> has no place here")
CC_DIAG(E181, ERROR, "<%s> lacks the attribute %s")
CC_DIAG(E182, ERROR, "%s is no attribute of <%s>")
CC_DIAG(E183, ERROR, "\"%s\" is not %s")
/* Time */
/* Model */
/* Figure and output */
CC_DIAG(E450, ERROR, "no theme is called \"%s\"%s")
CC_DIAG(E451, ERROR, "the theme %s is built on itself")
CC_DIAG(E452, ERROR, "the theme %s says nothing of %s")
CC_DIAG(E453, ERROR, "no size is called \"%s\"%s; a width and height are written 180x120mm (or in, px, pt)")
CC_DIAG(E454, ERROR, "the size %s is outside of %s")
