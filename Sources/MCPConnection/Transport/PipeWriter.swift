import Glibc

/// The lines waiting to be written to one descriptor, and who waits for them; writing never blocks.
struct PipeWriter: Sendable {
    typealias Outcome = Result<Void, ChannelClosed>
    /// Names a line that could not be written at once.
    typealias Ticket = UInt64

    /// What one round of writing achieved.
    struct Progress {
        var done: [CheckedContinuation<Outcome, Never>] = []
        var failure: ChannelClosed.Reason?
        var isIdle = true
    }

    private enum Attempt {
        case wrote(Int)
        case wouldBlock
        case failed(ChannelClosed.Reason)
    }

    private let descriptor: Int32
    private let isShared: Bool
    private var lines: [(ticket: Ticket, bytes: [UInt8])] = []
    private var offset = 0
    private var nextTicket: Ticket = 0
    private var waiting: [Ticket: CheckedContinuation<Outcome, Never>] = [:]
    private var ended: ChannelClosed.Reason?

    /// A shared descriptor is blocking and not ours to change, so it is asked before each small write.
    init(descriptor: Int32, isShared: Bool) {
        self.descriptor = descriptor
        self.isShared = isShared
    }

    /// True when nothing waits to be written.
    var isIdle: Bool { lines.isEmpty }

    /// Writes what the descriptor takes now.
    /// - Returns: nil when the line is written, else the ticket to wait with.
    mutating func submit(_ line: [UInt8]) throws(ChannelClosed) -> Ticket? {
        if let ended { throw ChannelClosed(ended) }
        nextTicket += 1
        lines.append((nextTicket, line))
        guard lines.count == 1 else { return nextTicket }
        let progress = writeMore()
        if let failure = progress.failure {
            lines = []
            offset = 0
            throw ChannelClosed(failure)
        }
        return progress.isIdle ? nil : nextTicket
    }

    /// Remembers who waits for a line, or says how it ended already.
    mutating func await(_ ticket: Ticket, _ continuation: CheckedContinuation<Outcome, Never>) -> Outcome? {
        if let ended { return .failure(ChannelClosed(ended)) }
        guard lines.contains(where: { $0.ticket == ticket }) else { return .success(()) }
        waiting[ticket] = continuation
        return nil
    }

    /// Forgets who waits for a line; the line is written all the same.
    mutating func stopAwaiting(_ ticket: Ticket) -> CheckedContinuation<Outcome, Never>? {
        waiting.removeValue(forKey: ticket)
    }

    /// Writes until everything is written or the descriptor takes no more.
    mutating func writeMore() -> Progress {
        var progress = Progress()
        var finishedLines = 0
        defer { lines.removeFirst(finishedLines) }
        while finishedLines < lines.count, ended == nil {
            let (ticket, bytes) = lines[finishedLines]
            switch attempt(bytes) {
            case .wrote(let count):
                offset += count
                guard offset == bytes.count else { continue }
                offset = 0
                finishedLines += 1
                if let continuation = waiting.removeValue(forKey: ticket) { progress.done.append(continuation) }
            case .wouldBlock:
                progress.isIdle = false
                return progress
            case .failed(let reason):
                progress.failure = reason
                return progress
            }
        }
        return progress
    }

    /// Nothing is written any more.
    /// - Returns: everyone who waited, or nil when it had ended before.
    mutating func end(_ reason: ChannelClosed.Reason) -> [CheckedContinuation<Outcome, Never>]? {
        guard ended == nil else { return nil }
        ended = reason
        lines = []
        offset = 0
        defer { waiting = [:] }
        return Array(waiting.values)
    }

    private func attempt(_ bytes: [UInt8]) -> Attempt {
        bytes.withUnsafeBytes { buffer in
            var count = buffer.count - offset
            if isShared {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&entry, 1, 0) == 1 else { return .wouldBlock }
                // A pipe that polls as writable takes this much without blocking.
                count = min(count, 4096)
            }
            let written = write(descriptor, buffer.baseAddress.map { $0 + offset }, count)
            if written >= 0 { return .wrote(written) }
            return switch errno {
            case EAGAIN: .wouldBlock
            case EINTR: .wrote(0)
            case EPIPE: .failed(.peerClosed)
            default: .failed(.failed(errno: errno))
            }
        }
    }
}
