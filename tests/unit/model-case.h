/* Reads a case with the shipped vocabulary, for tests. */
#ifndef CC_TEST_MODEL_CASE_H
#define CC_TEST_MODEL_CASE_H

#include "model/leak.h"
#include "model/model.h"

struct test_case {
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_source source; /* of test_case_parse */
	struct cc_xml_reader *reader;
	struct cc_case *course; /* NULL where none is left */
	GString *text;          /* the diagnostics, sorted */
};

/* The vocabulary of templates/vocab; every file adds without a diagnostic. */
struct cc_vocab *test_vocab_load(void);
void test_vocab_unload(struct cc_vocab *vocab);

/* What private texts are searched for: templates/privacy. */
struct cc_forms *test_forms_load(void);
void test_forms_unload(struct cc_forms *forms);

/* A file, or XML text (which a <case> of the namespace begins). */
void test_case_open(
    struct test_case *test, const char *path, const struct cc_vocab *vocab);
void test_case_parse(
    struct test_case *test, const char *xml, const struct cc_vocab *vocab);
void test_case_close(struct test_case *test);

/* Names of the files of a folder that end so, sorted; owned by the caller. */
GPtrArray *test_folder_list(const char *folder, const char *suffix);

#endif
