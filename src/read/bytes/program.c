// SPDX-License-Identifier: MIT
// Another program as a filter.
#include "read/bytes/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 65536 };

typedef struct running {
    pid_t process;
    int in, out; // -1 once closed
} running;

static void shut(int *file) {
    if (*file >= 0) {
        (void)close(*file);
    }
    *file = -1;
}

static xc_status fail_system(const char *what, int number, xc_error *error) {
    return xc_fail(error, XC_IO, "cannot %s: %s", what, strerror(number));
}

// Its locale is ours to choose; nothing else of the environment is its business.
static char *const environment[] = {(char[]){"LC_ALL=C.UTF-8"}, NULL};

static int spawn(const filter_program *program, int in, int out, pid_t *process) {
    posix_spawn_file_actions_t actions;
    int number = posix_spawn_file_actions_init(&actions);
    if (number) {
        return number;
    }
    number = posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    number = number ? number : posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    number = number ? number
                    : posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                                       O_WRONLY, 0);
    if (!number) {
        // The words are not written to; the old type of argv does not say so.
        number = posix_spawnp(process, program->words[0], &actions, NULL,
                              (char *const *)(uintptr_t)program->words, environment);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return number;
}

// Set before the first byte of input is given, so that the program has done no work yet.
static void limit(const filter_program *program, pid_t process) {
    struct rlimit memory = {program->memory, program->memory};
    struct rlimit work = {(rlim_t)program->seconds, (rlim_t)program->seconds};
    struct rlimit none = {0, 0};
    (void)prlimit(process, RLIMIT_AS, &memory, NULL);
    (void)prlimit(process, RLIMIT_CPU, &work, NULL);
    (void)prlimit(process, RLIMIT_FSIZE, &none, NULL);
    (void)prlimit(process, RLIMIT_CORE, &none, NULL);
}

static int64_t now(void) {
    struct timespec time;
    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Gives what the program will take. One that wants no more of it is no failure.
static void give(running *it, xc_slice *input) {
    ssize_t sent = send(it->in, input->ptr, input->len, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
        *input = xc_slice_sub(*input, (size_t)sent, input->len);
    }
    bool may_go_on = sent >= 0 || errno == EAGAIN || errno == EINTR;
    if (!may_go_on || !input->len) {
        shut(&it->in);
    }
}

static void take(running *it, xc_buffer *output) {
    char chunk[CHUNK];
    ssize_t got = read(it->out, chunk, sizeof chunk);
    if (got > 0) {
        xc_buffer_append(output, (xc_slice){chunk, (size_t)got});
    } else if (got == 0 || errno != EINTR) {
        shut(&it->out);
    }
}

static program_end exchange(const filter_program *program, running *it, xc_slice input,
                            xc_buffer *output) {
    int64_t deadline = now() + (int64_t)program->seconds * 1000;
    while (it->out >= 0) {
        struct pollfd files[] = {{.fd = it->out, .events = POLLIN},
                                 {.fd = it->in, .events = POLLOUT}};
        int64_t left = deadline - now();
        if (left <= 0) {
            return PROGRAM_TOO_SLOW;
        }
        if (poll(files, 2, (int)left) < 0 && errno != EINTR) {
            return PROGRAM_KILLED;
        }
        if (it->in >= 0 && files[1].revents) {
            give(it, &input);
        }
        if (files[0].revents) {
            take(it, output);
        }
        if (output->len > program->output || output->status != XC_OK) {
            return PROGRAM_TOO_LONG;
        }
    }
    return PROGRAM_DONE;
}

static program_end wait_for(const running *it, program_end end, int *exit_status) {
    int state = 0;
    if (end != PROGRAM_DONE) {
        (void)kill(it->process, SIGKILL);
    }
    while (waitpid(it->process, &state, 0) < 0 && errno == EINTR) {
    }
    if (end != PROGRAM_DONE) {
        return end;
    }
    *exit_status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    if (!WIFEXITED(state)) {
        return PROGRAM_KILLED;
    }
    return *exit_status == 0 ? PROGRAM_DONE : PROGRAM_FAILED;
}

xc_status program_run(const filter_program *program, xc_slice input, xc_buffer *output,
                      program_end *end, int *exit_status, xc_error *error) {
    int in[2];
    int out[2];
    *end = PROGRAM_MISSING;
    *exit_status = -1;
    // A socket, since a write to a pipe that nobody reads would end us by a signal.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0) {
        return fail_system("make a socket", errno, error);
    }
    if (pipe2(out, O_CLOEXEC) != 0) {
        int number = errno;
        shut(&in[0]);
        shut(&in[1]);
        return fail_system("make a pipe", number, error);
    }
    running it = {.in = in[1], .out = out[0]};
    int number = spawn(program, in[0], out[1], &it.process);
    shut(&in[0]);
    shut(&out[1]);
    if (number == 0) {
        limit(program, it.process);
        if (!input.len) {
            shut(&it.in);
        }
        *end = exchange(program, &it, input, output);
        shut(&it.in);
        shut(&it.out);
        *end = wait_for(&it, *end, exit_status);
    }
    shut(&it.in);
    shut(&it.out);
    if (output->status != XC_OK) {
        return xc_fail_memory(error);
    }
    return number == 0 || number == ENOENT ? XC_OK
                                           : fail_system("start the program", number, error);
}
