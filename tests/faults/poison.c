/* Put before the program's libraries by LD_PRELOAD: a case whose text holds one
 * of these words does to its worker what no case of ours can be found to do. */
#include <dlfcn.h>
#include <fcntl.h>
#include <glib.h>
#include <libxml/parser.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void
crash(void)
{
	raise(SIGSEGV);
}

static void
hang(void)
{
	for (;;)
		continue;
}

static void
hog(void)
{
	for (;;)
		*(volatile char *)g_malloc(1 << 20) = 1;
}

static void
leave(void)
{
	_exit(0);
}

/* The worker's end of its socket is the first file behind the standard ones. */
static void
babble(void)
{
	static const char noise[] = "\x05\0\0\0hello, this is no frame of ours";

	if (write(STDERR_FILENO + 1, noise, sizeof noise) < 0)
		_exit(1);
	pause();
}

/* Harmless where neither a file can be made, nor one be read that is no input,
 * nor a call be placed. */
static void
stray(void)
{
	const int file = open("stray", O_WRONLY | O_CREAT, 0600);

	if (file >= 0 || open("../secret", O_RDONLY) >= 0 ||
	    socket(AF_INET, SOCK_STREAM, 0) >= 0 ||
	    rename("here", "there") == 0)
		abort();
}

static const struct {
	const char *word;
	void (*act)(void);
} poisons[] = {
    {"poison-abort", abort},
    {"poison-babble", babble},
    {"poison-crash", crash},
    {"poison-hang", hang},
    {"poison-hog", hog},
    {"poison-leave", leave},
    {"poison-stray", stray},
};

struct proxy {
	xmlInputReadCallback read;
	void *context;
};

static int
taste(void *context, char *buffer, int length)
{
	struct proxy *proxy = context;
	int n = proxy->read(proxy->context, buffer, length);

	for (size_t i = 0; n > 0 && i < G_N_ELEMENTS(poisons); i++)
		if (memmem(buffer, (size_t)n, poisons[i].word,
			strlen(poisons[i].word)) != NULL)
			poisons[i].act();
	return n;
}

__attribute__((visibility("default"))) xmlDocPtr
xmlCtxtReadIO(xmlParserCtxtPtr parser, xmlInputReadCallback read,
    xmlInputCloseCallback close, void *context, const char *url,
    const char *encoding, int options)
{
	xmlDocPtr (*next)(xmlParserCtxtPtr, xmlInputReadCallback,
	    xmlInputCloseCallback, void *, const char *, const char *, int);
	struct proxy proxy = {read, context};

	*(void **)&next = dlsym(RTLD_NEXT, "xmlCtxtReadIO");
	return next(parser, taste, close, &proxy, url, encoding, options);
}
