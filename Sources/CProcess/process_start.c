#define _GNU_SOURCE
#include "process_start.h"

#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <unistd.h>

static int prepare(
    posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, const char *directory, const int streams[3])
{
    int fault = directory ? posix_spawn_file_actions_addchdir_np(actions, directory) : 0;
    for (int number = 0; number < 3 && !fault; number++)
        fault = posix_spawn_file_actions_adddup2(actions, streams[number], number);
    if (!fault)
        fault = posix_spawn_file_actions_addclosefrom_np(actions, 3);

    // What we ignore or block is our affair.
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    if (!fault)
        fault = posix_spawnattr_setsigdefault(attributes, &all);
    if (!fault)
        fault = posix_spawnattr_setsigmask(attributes, &none);
    if (!fault)
        fault = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    return fault;
}

int process_start(
    const char *path, char *const arguments[], char *const variables[], const char *directory, const int streams[3],
    pid_t *process)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int fault = posix_spawn_file_actions_init(&actions);
    if (fault)
        return fault;
    fault = posix_spawnattr_init(&attributes);
    if (!fault) {
        fault = prepare(&actions, &attributes, directory, streams);
        if (!fault)
            fault = posix_spawn(process, path, &actions, &attributes, arguments, variables);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}

int process_descriptor(pid_t process)
{
    return (int)syscall(SYS_pidfd_open, process, 0);
}
