import Glibc
import Synchronization

/// Newline-delimited messages over a pair of descriptors: a child's pipes, or our own standard input and output.
package final class PipeChannel: MessageChannel {
    /// What may be done to the descriptors.
    enum Ownership: Sendable {
        /// Ours alone: set to non-blocking, closed when the channel is.
        case owned
        /// Shared with other processes (our own standard descriptors): neither changed nor closed.
        case borrowed
    }

    private let loop: DescriptorLoop
    private let onClose: @Sendable () -> Void
    private let ownership: Ownership
    private let queue: BoundedQueue<ChannelEvent>
    private let reader: Mutex<Reader>
    private let writer: Mutex<PipeWriter>
    /// Arrives when nothing more is read.
    let inputEnded = OneShot<Void>()
    private let inputWatch = OneShot<DescriptorLoop.WatchID>()
    private let outputWatch = OneShot<DescriptorLoop.WatchID>()

    private struct Reader {
        var framer: LineFramer
        var hasEnded = false
        var discards = false
        var bytesRead = 0
    }

    /// - Parameters:
    ///   - input: where the peer's messages come from.
    ///   - output: where ours go.
    ///   - ownership: whether the descriptors are ours.
    ///   - loop: the thread that watches them.
    ///   - limits: how much is held.
    ///   - onClose: called once, when we close our side, before the peer can notice.
    init(
        input: Int32,
        output: Int32,
        ownership: Ownership,
        loop: DescriptorLoop,
        limits: ChannelLimits,
        onClose: @escaping @Sendable () -> Void = {}
    ) {
        self.loop = loop
        self.onClose = onClose
        self.ownership = ownership
        reader = Mutex(Reader(framer: LineFramer(limitInBytes: limits.messageBytes)))
        writer = Mutex(PipeWriter(descriptor: output, isShared: ownership == .borrowed))
        let inputWatch = inputWatch
        queue = BoundedQueue(costLimit: limits.unreadBytes) {
            if let id = inputWatch.current { loop.setInterest(Int16(POLLIN), of: id) }
        }
        if ownership == .owned {
            setNonBlocking(input)
            setNonBlocking(output)
        }
        outputWatch.fulfil(loop.add(output, interest: 0) { [self] _ in writeMore() })
        // Paused until its id is known to the queue that may have to pause and resume it.
        let id = loop.add(input, interest: 0) { [self] _ in readMore(from: input) }
        inputWatch.fulfil(id)
        loop.setInterest(Int16(POLLIN), of: id)
    }

    /// What the peer wrote, line by line.
    package var events: ChannelEvents {
        ChannelEvents(queue: queue)
    }

    /// Bytes the peer has sent until now.
    var bytesRead: Int { reader.withLock(\.bytesRead) }

    /// True while the peer waits for our reader.
    var isFull: Bool { queue.isFull }

    /// Writes one line: the pipe takes it at once, or the loop's thread writes the rest while this task is suspended.
    package func send(_ message: [UInt8]) async throws(ChannelClosed) {
        let line = message + [0x0A]
        let ticket = try writer.withLock { writer throws(ChannelClosed) in try writer.submit(line) }
        guard let ticket else { return }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let known = writer.withLock { $0.await(ticket, continuation) }
                if let known { continuation.resume(returning: known) }
                if let id = outputWatch.current { loop.setInterest(Int16(POLLOUT), of: id) }
                if Task.isCancelled { stopWaiting(for: ticket) }
            }
        } onCancel: {
            stopWaiting(for: ticket)
        }
        try result.get()
    }

    /// Closes the descriptor we write to, so that the peer reads the end of its input.
    package func close() {
        endWriting(.closedByUs)
    }

    /// Stops reading and closes the descriptor we read from.
    package func abandon() {
        endReading(.abandoned)
    }

    /// From now on what arrives is read and dropped once the queue is full, so that the peer can finish writing.
    func discardUnread() {
        reader.withLock { $0.discards = true }
        if let id = inputWatch.current { loop.setInterest(Int16(POLLIN), of: id) }
    }

    private func stopWaiting(for ticket: PipeWriter.Ticket) {
        let continuation = writer.withLock { $0.stopAwaiting(ticket) }
        // The line itself is still written whole: only the waiting ends.
        continuation?.resume(returning: .success(()))
    }

    private func writeMore() {
        let progress = writer.withLock { $0.writeMore() }
        for continuation in progress.done { continuation.resume(returning: .success(())) }
        if let reason = progress.failure {
            endWriting(reason)
        } else if progress.isIdle, let id = outputWatch.current {
            loop.setInterest(0, of: id)
            // A line may have been queued between the two: ask again rather than sleep on it.
            if writer.withLock({ !$0.isIdle }) { loop.setInterest(Int16(POLLOUT), of: id) }
        }
    }

    private func endWriting(_ reason: ChannelClosed.Reason) {
        guard let waiting = writer.withLock({ $0.end(reason) }) else { return }
        if reason == .closedByUs { onClose() }
        for continuation in waiting { continuation.resume(returning: .failure(ChannelClosed(reason))) }
        if let id = outputWatch.current { loop.remove(id, closing: ownership == .owned) }
    }

    private func readMore(from descriptor: Int32) {
        let outcome = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer -> ChannelEnd? in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0 {
                return errno == EAGAIN || errno == EINTR ? nil : .failed(errno: errno)
            }
            guard count > 0 else { return .endOfInput }
            take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            return nil
        }
        if let outcome { endReading(outcome) }
    }

    private func take(_ bytes: UnsafeRawBufferPointer) {
        var completed: [ChannelEvent] = []
        let (discards, isEndless) = reader.withLock { reader in
            guard !reader.hasEnded else { return (true, false) }
            reader.bytesRead += bytes.count
            reader.framer.append(bytes) { completed.append($0) }
            return (reader.discards, reader.framer.isEndless)
        }
        for event in completed where !(discards && queue.isFull) {
            queue.push(event, cost: event.cost)
        }
        if isEndless { return endReading(.endlessMessage) }
        guard !discards, queue.isFull, let id = inputWatch.current else { return }
        loop.setInterest(0, of: id)
        // The reader may have made room between the two.
        if !queue.isFull { loop.setInterest(Int16(POLLIN), of: id) }
    }

    private func endReading(_ end: ChannelEnd) {
        var last: [ChannelEvent] = []
        let isFirst = reader.withLock { reader in
            guard !reader.hasEnded else { return false }
            reader.hasEnded = true
            reader.framer.finish { last.append($0) }
            return true
        }
        guard isFirst else { return }
        for event in last { queue.push(event, cost: event.cost) }
        queue.push(.ended(end), cost: 0)
        queue.finish()
        inputEnded.fulfil(())
        if let id = inputWatch.current { loop.remove(id, closing: ownership == .owned) }
    }
}

extension ChannelEvent {
    /// What an unread event costs its queue, in bytes.
    fileprivate var cost: Int {
        switch self {
        case .message(let bytes), .unterminated(let bytes): bytes.count + 1
        case .oversized(_, let beginning, let end): beginning.count + end.count + 1
        case .ended: 0
        }
    }
}
