// SPDX-License-Identifier: MIT
// Loaded before a program: one allocation of the program's own code fails, and with it all that
// follow where XC_FAIL_ON is set. What libraries allocate is let through: some of them end the
// program by design.
//   XC_FAIL_AT     which one, from 1; 0 for none
//   XC_FAIL_COUNT  a file that is told how many there were
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static uintptr_t code_begin, code_end; // of the program itself
static long fail_at;
static int fail_on;
static atomic_long calls;

// The first object is the program.
static int take_program(struct dl_phdr_info *info, size_t size, void *context) {
    (void)size, (void)context;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type == PT_LOAD && (part->p_flags & PF_X)) {
            code_begin = info->dlpi_addr + part->p_vaddr;
            code_end = code_begin + part->p_memsz;
        }
    }
    return 1;
}

__attribute__((constructor)) static void start(void) {
    const char *at = getenv("XC_FAIL_AT");
    fail_at = at ? strtol(at, NULL, 10) : 0;
    fail_on = getenv("XC_FAIL_ON") != NULL;
    (void)dl_iterate_phdr(take_program, NULL);
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("XC_FAIL_COUNT");
    int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    if (file >= 0) {
        (void)dprintf(file, "%ld\n", atomic_load(&calls));
        (void)close(file);
    }
}

static int fails(const void *caller) {
    uintptr_t address = (uintptr_t)caller;
    if (address < code_begin || address >= code_end) {
        return 0;
    }
    long call = atomic_fetch_add(&calls, 1) + 1;
    return fail_at && (call == fail_at || (fail_on && call > fail_at));
}

void *malloc(size_t size) {
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}
