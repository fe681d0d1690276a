#include "cli/option.h"

#include <glib.h>
#include <string.h>

/* Arguments as they are read: `at` is the next one, `operands` those that
 * were none of an option's. */
struct arguments {
	const struct cc_option *options;
	int count, at, operands;
	char **word;
};

bool
cc_given_yes(const struct cc_given *given)
{
	return given->text != NULL && strcmp(given->text, "yes") == 0;
}

static const struct cc_option *
find_name(const struct cc_option *option, const char *name, size_t length)
{
	for (; option->name != NULL; option++)
		if (strlen(option->name) == length &&
		    memcmp(option->name, name, length) == 0)
			return option;
	return NULL;
}

static const struct cc_option *
find_letter(const struct cc_option *option, char letter)
{
	for (; option->name != NULL; option++)
		if (option->letter == letter)
			return option;
	return NULL;
}

static void
give(const struct cc_option *option, const char *text)
{
	*option->given = (struct cc_given){.text = text};
}

/* The value is the next argument, whatever that looks like. */
static bool
give_next(struct arguments *arguments, const struct cc_option *option)
{
	if (arguments->at == arguments->count)
		return false;
	give(option, arguments->word[arguments->at++]);
	return true;
}

static bool
is_yes_or_no(const char *text)
{
	return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
}

/* "--size=a4", "--size a4", "--strict"; `text` stands behind the dashes. */
static enum cc_option_fault
read_long(struct arguments *arguments, const char *text, char **word)
{
	const size_t length = strcspn(text, "=");
	const char *value = text[length] == '=' ? text + length + 1 : NULL;
	const struct cc_option *option =
	    find_name(arguments->options, text, length);

	*word = g_strdup_printf("--%.*s", (int)length, text);
	if (option == NULL)
		return strcmp(text, "help") == 0 ? CC_OPTION_HELP
		                                 : CC_OPTION_UNKNOWN;
	if (option->argument == NULL) {
		if (value != NULL && !is_yes_or_no(value))
			return CC_OPTION_FLAG;
		give(option, value != NULL ? value : "yes");
		return CC_OPTION_FINE;
	}
	if (value == NULL)
		return give_next(arguments, option) ? CC_OPTION_FINE
		                                    : CC_OPTION_BARE;
	give(option, value);
	return CC_OPTION_FINE;
}

/* "-q", "-qo a.svg", "-oa.svg"; `text` stands behind the dash. */
static enum cc_option_fault
read_letters(struct arguments *arguments, const char *text, char **word)
{
	for (; *text != '\0'; text++) {
		const struct cc_option *option =
		    find_letter(arguments->options, *text);

		g_free(*word);
		*word = g_strdup_printf("-%.*s",
		    (int)(g_utf8_next_char(text) - text), text);
		if (option == NULL)
			return *text == 'h' ? CC_OPTION_HELP
			                    : CC_OPTION_UNKNOWN;
		if (option->argument == NULL) {
			give(option, "yes");
			continue;
		}
		if (text[1] == '\0')
			return give_next(arguments, option) ? CC_OPTION_FINE
			                                    : CC_OPTION_BARE;
		give(option, text + 1);
		return CC_OPTION_FINE;
	}
	return CC_OPTION_FINE;
}

static void
operand_add(struct arguments *arguments, char *text)
{
	arguments->word[1 + arguments->operands++] = text;
}

static enum cc_option_fault
read_next(struct arguments *arguments, char **word)
{
	char *text = arguments->word[arguments->at++];

	if (text[0] != '-' || text[1] == '\0') {
		operand_add(arguments, text);
		return CC_OPTION_FINE;
	}
	if (text[1] != '-')
		return read_letters(arguments, text + 1, word);
	if (text[2] != '\0')
		return read_long(arguments, text + 2, word);
	while (arguments->at < arguments->count)
		operand_add(arguments, arguments->word[arguments->at++]);
	return CC_OPTION_FINE;
}

enum cc_option_fault
cc_options_parse(
    const struct cc_option *options, int *argc, char **argv, char **word)
{
	struct arguments arguments = {
	    .options = options, .count = *argc, .at = 1, .word = argv};
	enum cc_option_fault fault = CC_OPTION_FINE;

	*word = NULL;
	while (arguments.at < arguments.count && fault == CC_OPTION_FINE) {
		g_clear_pointer(word, g_free);
		fault = read_next(&arguments, word);
	}
	*argc = 1 + arguments.operands;
	argv[*argc] = NULL;
	return fault;
}

/* Columns of the help. */
#define ABOUT_COLUMN 26
#define LINE_COLUMNS 80

static void
about_append(GString *to, const char *about)
{
	size_t used = ABOUT_COLUMN;

	for (size_t length; *about != '\0'; about += length) {
		about += strspn(about, " ");
		length = strcspn(about, " ");
		if (used + 1 + length > LINE_COLUMNS) {
			g_string_append_printf(to, "\n%*s", ABOUT_COLUMN, "");
			used = ABOUT_COLUMN;
		}
		if (used > ABOUT_COLUMN) {
			g_string_append_c(to, ' ');
			used++;
		}
		g_string_append_len(to, about, (gssize)length);
		used += length;
	}
	g_string_append_c(to, '\n');
}

static void
row_append(GString *to, const struct cc_option *option)
{
	g_autoptr(GString) words = g_string_new(NULL);

	if (option->letter != 0)
		g_string_printf(words, "  -%c, --%s", option->letter,
		    option->name);
	else
		g_string_printf(words, "      --%s", option->name);
	if (option->argument != NULL)
		g_string_append_printf(words, "=%s", option->argument);
	if (words->len + 2 > ABOUT_COLUMN)
		g_string_append_printf(
		    to, "%s\n%*s", words->str, ABOUT_COLUMN, "");
	else
		g_string_append_printf(
		    to, "%-*s", ABOUT_COLUMN, words->str);
	about_append(to, option->about);
}

char *
cc_options_help(const struct cc_option *option)
{
	const struct cc_option help = {
	    .name = "help", .letter = 'h', .about = "Say this"};
	GString *to = g_string_new(NULL);

	for (; option->name != NULL; option++)
		row_append(to, option);
	row_append(to, &help);
	return g_string_free(to, FALSE);
}
