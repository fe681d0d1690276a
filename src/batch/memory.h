/* What becomes of a process that has no memory left. */
#ifndef CC_BATCH_MEMORY_H
#define CC_BATCH_MEMORY_H

/* In the program, whatever asks for memory gets it, or does not return: some
 * libraries go on without, and a picture would lack a word that nobody misses.
 * Here is what is done first, which must ask for none; then the process ends
 * with `code`. Not in a build with sanitizers, which have an allocator of their
 * own; there GLib ends the process. */
void cc_memory_ends(void (*last)(void), int code);

#endif
