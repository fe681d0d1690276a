/* FNV-1a, 64 bits: the same on every machine, and even enough to share cases
 * out by. It tells what has changed; it keeps nobody out. */
#ifndef CC_BASE_HASH_H
#define CC_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define CC_HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t
cc_hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *p = bytes;

	for (const unsigned char *end = p + length; p < end; p++)
		hash = (hash ^ *p) * UINT64_C(0x100000001b3);
	return hash;
}

/* A whole number at once; what it changes moves up: the upper half is even. */
static inline uint64_t
cc_hash_word(uint64_t hash, uint64_t word)
{
	return (hash ^ word) * UINT64_C(0x100000001b3);
}

/* Of many bytes, eight at once, each of which moves to where the next ones
 * reach it; not what cc_hash_bytes makes of them. */
static inline uint64_t
cc_hash_text(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *p = bytes;
	const unsigned char *end = p + length;
	uint64_t word;

	for (; end - p >= (ptrdiff_t)sizeof word; p += sizeof word) {
		memcpy(&word, p, sizeof word);
		hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 32;
	}
	return cc_hash_word(cc_hash_bytes(hash, p, (size_t)(end - p)), length);
}

/* With its end, so that two strings never read as one. */
static inline uint64_t
cc_hash_string(uint64_t hash, const char *string)
{
	return cc_hash_bytes(hash, string, strlen(string) + 1);
}

#endif
