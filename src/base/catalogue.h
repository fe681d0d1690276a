/* The catalogue of diagnostics; see base/diag.h. Included more than once. */
/* clang-format off */

/* Environment */
CC_DIAG(E001, FATAL, "cannot be read: %s")
CC_DIAG(E002, FATAL, "is a directory, a file is needed")
CC_DIAG(E003, FATAL, "cannot be written: %s")
CC_DIAG(E004, FATAL, "no font at all is installed (fonts-liberation and fonts-wqy-microhei are enough)")
CC_DIAG(E005, ERROR, "is larger than the limit of %s")

/* XML */
/* Time */
/* Model */
/* Figure and output */
