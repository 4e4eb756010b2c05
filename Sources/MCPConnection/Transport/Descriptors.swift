import Glibc

/// Makes reads and writes of a descriptor return at once instead of waiting.
func setNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}

/// A peer that closed its end shall be an error of one write (`EPIPE`), not the end of this process.
func ignoreBrokenPipeSignal() {
    signal(SIGPIPE, SIG_IGN)
}

/// The two ends of a pipe, neither inherited by children.
struct Pipe: Sendable {
    let readEnd: Int32
    let writeEnd: Int32

    init() throws(ResourceShortage) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ResourceShortage(what: "a pipe", errno: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    /// Closes both, for the case that nobody took them.
    func close() {
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
    }
}
