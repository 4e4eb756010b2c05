import Glibc

/// Waits on this process's standard streams and on SIGTERM at once, with one thread and no other means.
///
/// SIGTERM is blocked and let in only while waiting, so that none is lost between looking and waiting; since no other
/// signal has a handler, an interrupted wait means that it came.
struct StandardStreams: ~Copyable {
    /// What a wait ended with.
    struct Readiness {
        var canRead = false
        var canWrite: MockStream?
        var wasTerminated = false
    }

    private let closedMask: sigset_t

    /// Takes over SIGTERM and SIGPIPE for the rest of the process's life.
    init() {
        var terminate = sigset_t()
        sigemptyset(&terminate)
        sigaddset(&terminate, SIGTERM)
        var before = sigset_t()
        sigprocmask(SIG_BLOCK, &terminate, &before)
        sigdelset(&before, SIGTERM)
        closedMask = before
        signal(SIGTERM) { _ in }
        // A client that has gone shows as a failed write.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits until something can be done; nil waits for ever.
    func wait(reading: Bool, writing: MockStream?, atMost limit: Duration?) -> Readiness {
        var input = fd_set()
        var output = fd_set()
        if reading { input.insert(STDIN_FILENO) }
        if let writing { output.insert(writing.descriptor) }
        var mask = closedMask
        let count = withTime(limit) { pselect(STDERR_FILENO + 1, &input, &output, nil, $0, &mask) }
        guard count >= 0 else {
            // Anything but a signal means that a stream is not even open: reading and writing will say so.
            let isSignal = errno == EINTR
            return Readiness(canRead: reading && !isSignal, canWrite: isSignal ? nil : writing, wasTerminated: isSignal)
        }
        return Readiness(
            canRead: input.contains(STDIN_FILENO),
            canWrite: writing.flatMap { output.contains($0.descriptor) ? $0 : nil }
        )
    }

    /// What has come in; empty when the client has closed its end.
    func read() -> [UInt8] {
        let capacity = 16 << 10
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            repeat {
                count = max(-1, Glibc.read(STDIN_FILENO, buffer.baseAddress, capacity))
            } while count < 0 && errno == EINTR
            count = max(0, count)
        }
    }

    /// What a pipe takes at once when it has been found writable, so that no write blocks (PIPE_BUF).
    static let pieceInBytes = 4_096

    /// Writes a piece to a stream that has just been found writable; nil when nobody reads any more.
    func write(_ bytes: ArraySlice<UInt8>, to stream: MockStream) -> Int? {
        let written = bytes.withUnsafeBytes { buffer in
            Glibc.write(stream.descriptor, buffer.baseAddress, buffer.count)
        }
        guard written < 0 else { return written }
        return errno == EINTR || errno == EAGAIN ? 0 : nil
    }

    func close(_ stream: MockStream) {
        _ = Glibc.close(stream.descriptor)
    }
}

/// Lends a time as C has it: a timespec is two words, and which module declares it depends on who else is imported.
private func withTime<Result>(_ time: Duration?, _ body: (UnsafePointer<timespec>?) -> Result) -> Result {
    guard let time = time.map({ max($0, .zero).components }) else { return body(nil) }
    return [Int(time.seconds), Int(time.attoseconds / 1_000_000_000)].withUnsafeBytes {
        body($0.baseAddress?.assumingMemoryBound(to: timespec.self))
    }
}

extension MockStream {
    fileprivate var descriptor: Int32 {
        switch self {
        case .standardOutput: STDOUT_FILENO
        case .standardError: STDERR_FILENO
        }
    }
}

extension fd_set {
    // The standard descriptors are below 64, so the first word is all that is needed.
    fileprivate mutating func insert(_ descriptor: Int32) {
        __fds_bits.0 |= 1 << Int(descriptor)
    }

    fileprivate func contains(_ descriptor: Int32) -> Bool {
        __fds_bits.0 & (1 << Int(descriptor)) != 0
    }
}
