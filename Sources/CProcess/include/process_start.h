#ifndef PROCESS_START_H
#define PROCESS_START_H

#include <sys/types.h>

/// Starts a program in a session of its own, with exactly three descriptors and every signal as it is by default.
///
/// In C, because three of these calls are extensions of the C library that Swift does not see.
/// - path: the file to start; nothing is searched.
/// - arguments, variables: ended by NULL; the first argument is the program's name.
/// - directory: where it starts; NULL for ours.
/// - streams: its input, output and standard error; each stays open here.
/// - process: its id, when it was started.
/// - Returns: 0, or the system's reason why it was not started.
int process_start(
    const char *path, char *const arguments[], char *const variables[], const char *directory, const int streams[3],
    pid_t *process);

/// A descriptor that is readable when the process has ended, closed in every program that is started.
///
/// - Returns: the descriptor, or -1 with the reason in errno.
int process_descriptor(pid_t process);

#endif
