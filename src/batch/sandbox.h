/* What a worker may not do, whatever a case makes of it. */
#ifndef CC_BATCH_SANDBOX_H
#define CC_BATCH_SANDBOX_H

/* From now on this process, and what it starts, opens no file for writing,
 * makes, renames and removes none, has no network, and opens for reading only
 * what is below the places of a list that ends with NULL; all, where that is
 * NULL. What the kernel has for that is used, Landlock and seccomp, and where
 * it has nothing, nothing is done. What is open stays so. */
void cc_sandbox_enter(const char *const *readable);

#endif
