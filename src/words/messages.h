/* The list of messages: CC_MESSAGE(NAME, "id"); see words/words.h. Sorted. */
/* clang-format off */
CC_MESSAGE(ABBREVIATION_LIST_SEPARATOR, "abbreviation-separator")
