/* What ends the program from outside leaves nothing behind. */
#include "cli/cli.h"

#include "base/temporary.h"
#include "batch/memory.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

/* The one thread that opens files for writing; Pango has others. */
static pthread_t main_thread;

static void
clean_up(int number)
{
	if (!pthread_equal(pthread_self(), main_thread)) {
		pthread_kill(main_thread, number);
		return;
	}
	cc_temporaries_remove();
	/* A shell must see which signal it was: 130 after Ctrl-C. */
	signal(number, SIG_DFL);
	raise(number);
}

static void
memory_end(void)
{
	static const char words[] = "clincourse: no memory is left\n";

	cc_temporaries_remove();
	/* Whether it is read or not, this is the end. */
	if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
		return;
}

void
cc_signals_watch(void)
{
	static const int ends[] = {
	    SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU};
	struct sigaction action = {.sa_handler = clean_up};
	struct sigaction before;

	main_thread = pthread_self();
	sigfillset(&action.sa_mask);
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
		/* What nohup has ignored stays so. */
		if (sigaction(ends[i], NULL, &before) == 0 &&
		    before.sa_handler == SIG_DFL)
			sigaction(ends[i], &action, NULL);
	cc_memory_ends(memory_end, CC_EXIT_ENVIRONMENT);
	/* A file over the limit is a failed write, and told as one. */
	signal(SIGXFSZ, SIG_IGN);
}
