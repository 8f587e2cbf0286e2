// SPDX-License-Identifier: MIT
// Long text on a terminal, a screen at a time.
#include "cli/pager.h"
#include "cli/output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// The user's own words, run by the shell, as every program with a pager does.
static const char *pager_words(void) {
    if (!isatty(STDOUT_FILENO)) {
        return NULL;
    }
    const char *words = getenv("PAGER");
    if (!words) {
        return "command -v less >/dev/null || exit 127; exec less";
    }
    return *words && strcmp(words, "cat") != 0 ? words : NULL;
}

static void become_pager(const char *words, const int ends[2]) {
    // Colours are shown; a text that fits on the screen is written and left there.
    if (dup2(ends[0], STDIN_FILENO) >= 0 && setenv("LESS", "FRX", 0) == 0) {
        (void)close(ends[0]);
        (void)close(ends[1]);
        (void)execl("/bin/sh", "sh", "-c", words, (char *)NULL);
    }
    _exit(127);
}

// A reader who leaves early closes the pipe: what is left is not wanted.
static void feed(int end, xc_slice text) {
    while (text.len) {
        ssize_t written = write(end, text.ptr, text.len);
        if (written < 0 && errno != EINTR) {
            return;
        }
        if (written > 0) {
            text.ptr += written;
            text.len -= (size_t)written;
        }
    }
}

// Whether the pager ran.
static bool page(const char *words, xc_slice text) {
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    pid_t child = fork();
    if (child == 0) {
        become_pager(words, ends);
    }
    (void)close(ends[0]);
    int state = 0;
    if (child > 0) {
        void (*before)(int) = signal(SIGPIPE, SIG_IGN);
        feed(ends[1], text);
        (void)close(ends[1]);
        while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
        }
        (void)signal(SIGPIPE, before);
    } else {
        (void)close(ends[1]);
    }
    // 126 and 127 are the shell's words for a program that is not there
    return child > 0 &&
           !(WIFEXITED(state) && (WEXITSTATUS(state) == 126 || WEXITSTATUS(state) == 127));
}

xc_status pager_show(xc_buffer *out, xc_error *error) {
    const char *words = pager_words();
    if (words && out->status == XC_OK && fflush(stdout) == 0 &&
        page(words, xc_buffer_slice(out))) {
        xc_buffer_clear(out);
        return XC_OK;
    }
    return output_flush(out, false, error);
}
