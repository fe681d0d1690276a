/* Files below a folder, for what a case names beside itself. */
#ifndef CC_BASE_BELOW_H
#define CC_BASE_BELOW_H

#include "base/arena.h"

/* Why a path is not one below a folder: absolute, or with ".."; NULL: it is. */
const char *cc_below_trouble(const char *path);

/* Reads a regular file of at most `limit` bytes below a folder, through no
 * link; its bytes lie in the arena, with a 0 behind them. NULL, with *why in
 * words, where there is none. */
const char *cc_below_read(struct cc_arena *arena, const char *folder,
    const char *path, size_t limit, size_t *length, const char **why);

#endif
