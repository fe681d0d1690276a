/* Reading attributes of the project's own template files (themes, sizes,
 * languages): what is missing, malformed or out of place is diagnosed. */
#ifndef CC_XML_TEMPLATE_H
#define CC_XML_TEMPLATE_H

#include "xml/xml.h"

/* The value of an attribute that has to be there, or NULL. */
const char *cc_template_need(
    const struct cc_element *element, const char *name, struct cc_diags *diags);

/* Leaves *number alone where the attribute is absent or, after a diagnostic,
 * is no number. False in the latter case. */
bool cc_template_number(const struct cc_element *element, const char *name,
    double *number, struct cc_diags *diags);

/* "yes" and "no"; the fallback where the attribute is absent or neither. */
bool cc_template_flag(const struct cc_element *element, const char *name,
    bool fallback, struct cc_diags *diags);

/* The place of a needed attribute's value in a table of words, or -1. */
int cc_template_choice(const struct cc_element *element, const char *name,
    const char *const *words, size_t count, struct cc_diags *diags);

/* Diagnoses an attribute whose value is not `wanted`: "a colour as #1F7F78".
 */
void cc_template_wrong(const struct cc_attribute *attribute, const char *wanted,
    struct cc_diags *diags);

/* Diagnoses attributes other than those named; NULL ends the list. xmlns is
 * always allowed. */
void cc_template_only(const struct cc_element *element, struct cc_diags *diags,
    ...) __attribute__((sentinel));

/* Diagnoses text in an element that has only attributes and elements. */
void cc_template_bare(const struct cc_element *element, struct cc_diags *diags);

/* Diagnoses an element that has no place here. */
void cc_template_stray(
    const struct cc_element *element, struct cc_diags *diags);

#endif
