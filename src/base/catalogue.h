/* The catalogue of diagnostics; see base/diag.h. Included more than once. */
/* clang-format off */

/* Environment */
CC_DIAG(E001, FATAL, "cannot be read: %s")
CC_DIAG(E002, FATAL, "is a directory, a file is needed")
CC_DIAG(E003, FATAL, "cannot be written: %s")
CC_DIAG(E004, FATAL, "no font at all is installed (fonts-liberation and fonts-wqy-microhei are enough)")
CC_DIAG(E005, ERROR, "is larger than the limit of %s")

/* XML */
CC_DIAG(E101, ERROR, "is not well-formed XML: %s")
CC_DIAG(E102, ERROR, "entity &%s; is unknown: only &amp; &lt; &gt; &quot; &apos; and numbers such as &#8805; are read")
CC_DIAG(E103, ERROR, "document types and entity declarations are refused: remove the <!DOCTYPE ...>")
CC_DIAG(E104, ERROR, "encoding %s is declared: only UTF-8 is read (iconv -t UTF-8 converts)")
CC_DIAG(E105, ERROR, "byte %s is not UTF-8: save the file as UTF-8, or convert it with iconv -t UTF-8")
CC_DIAG(E106, ERROR, "is %s: only UTF-8 is read (iconv -t UTF-8 converts)")
CC_DIAG(E107, ERROR, "is compressed (%s): unpack it first")
CC_DIAG(E108, ERROR, "is empty")
CC_DIAG(E109, ERROR, "holds no element")
CC_DIAG(E110, ERROR, "a second root element <%s>: an XML file has one")
CC_DIAG(E111, ERROR, "the root is <%s>, expected %s")
CC_DIAG(E112, ERROR, "the root's namespace is \"%s\", expected \"%s\"")
CC_DIAG(E113, ERROR, "the root has no namespace: write <%s xmlns=\"%s\">")
CC_DIAG(E114, ERROR, "element <%s> is of another namespace: only \"%s\" is read")
CC_DIAG(E115, ERROR, "attribute %s is of another namespace: only xml: and no prefix are read")
CC_DIAG(E116, ERROR, "elements are nested deeper than the limit of %d")
CC_DIAG(E117, ERROR, "the tag has more attributes than the limit of %d")
CC_DIAG(E118, ERROR, "the tag is longer than the limit of %u bytes")
CC_DIAG(E119, ERROR, "the text of <%s> has %u characters, more than the limit of %u")
CC_DIAG(E120, ERROR, "the value of %s has %u characters, more than the limit of %u")
CC_DIAG(E121, ERROR, "the case is larger than the limit of %u MiB")
CC_DIAG(E122, ERROR, "more elements and attributes than the limit of %u in one case")
CC_DIAG(E123, ERROR, "more namespace declarations in force than the limit of %d")
CC_DIAG(E124, ERROR, "only <case> stands in <%s>")
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
