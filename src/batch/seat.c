#include "batch/seat.h"

#include "batch/memory.h"
#include "batch/sandbox.h"
#include "batch/worker.h"
#include "text/text.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* ---- what it may use ---- */

/* All but the three standard ones and its own: the lock of a journal would
 * outlive the supervisor in here. */
static int
files_close(int fd)
{
	const int own = STDERR_FILENO + 1;
	int null;

	if (fd != own && dup2(fd, own) != own)
		_exit(EXIT_FAILURE);
	if (close_range(own + 1, ~0u, 0) != 0)
		for (int i = own + 1; i < 1024; i++)
			close(i);
	null = open("/dev/null", O_RDONLY);
	if (null >= 0)
		dup2(null, STDIN_FILENO);
	return own;
}

static void
signals_reset(void)
{
	static const int ends[] = {SIGHUP, SIGQUIT, SIGTERM, SIGXCPU};

	/* The handlers of the supervisor would remove its files. */
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
		signal(ends[i], SIG_DFL);
	/* Ctrl-C goes to all; the supervisor decides what it means. */
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
}

/* Nobody reads the words of a worker. */
static void
hear(const gchar *domain, GLogLevelFlags level, const gchar *message,
    gpointer unused)
{
	(void)domain;
	(void)level;
	(void)message;
	(void)unused;
}

static void
limits_set(const struct cc_batch *batch)
{
	const struct rlimit none = {0, 0};
	const struct rlimit space = {batch->case_memory, batch->case_memory};

	setrlimit(RLIMIT_CORE, &none);
	setrlimit(RLIMIT_AS, &space);
	/* Each thread of Pango's would reserve 64 MiB of that for itself. */
	mallopt(M_ARENA_MAX, 1);
	cc_memory_ends(NULL, CC_WORKER_NO_MEMORY);
	g_log_set_default_handler(hear, NULL);
}

/* Libraries may load a part of themselves later. */
static const char *const system_places[] = {
    "/usr", "/lib", "/lib64", "/dev/null", "/dev/urandom"};

static void
sandbox_enter(const struct cc_batch *batch)
{
	g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);

	if (batch->readable == NULL) {
		cc_sandbox_enter(NULL);
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(system_places); i++)
		g_ptr_array_add(places, g_strdup(system_places[i]));
	for (char **place = batch->readable; *place != NULL; place++)
		g_ptr_array_add(places, g_strdup(*place));
	cc_fonts_places(places);
	g_ptr_array_add(places, NULL);
	cc_sandbox_enter((const char *const *)places->pdata);
}

void
cc_seat_take(struct cc_seat *seat, const struct cc_batch *batch, int fd)
{
	/* Even one that hangs does not outlive its supervisor. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signals_reset();
	*seat = (struct cc_seat){
	    .fd = files_close(fd),
	    .in = g_byte_array_new(),
	    .out = g_byte_array_new(),
	};
	limits_set(batch);
	if (batch->sandbox)
		sandbox_enter(batch);
}

/* ---- its end of the socket ---- */

static bool
receive(struct cc_seat *seat)
{
	enum { PIECE = 64 << 10 }; /* [bytes] */
	const guint held = seat->in->len;
	ssize_t n;

	g_byte_array_set_size(seat->in, held + PIECE);
	do {
		n = read(seat->fd, seat->in->data + held, PIECE);
	} while (n < 0 && errno == EINTR);
	g_byte_array_set_size(seat->in, held + (n > 0 ? (guint)n : 0));
	return n > 0;
}

bool
cc_seat_frame(struct cc_seat *seat, struct cc_frame *frame)
{
	enum cc_frame_found found;

	g_byte_array_remove_range(seat->in, 0, (guint)seat->taken);
	seat->taken = 0;
	while ((found = cc_frame_find(seat->in->data, seat->in->len, frame,
		    &seat->taken)) == CC_FRAME_MORE)
		if (!receive(seat))
			return false;
	return found == CC_FRAME_WHOLE;
}

bool
cc_seat_send(struct cc_seat *seat)
{
	const guint8 *bytes = seat->out->data;
	size_t left = seat->out->len;

	while (left > 0) {
		ssize_t n = write(seat->fd, bytes, left);

		if (n < 0 && errno != EINTR)
			return false;
		if (n <= 0)
			continue;
		bytes += n;
		left -= (size_t)n;
	}
	g_byte_array_set_size(seat->out, 0);
	return true;
}
