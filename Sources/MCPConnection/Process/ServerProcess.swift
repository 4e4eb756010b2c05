import Glibc
import Synchronization

/// A running server: what goes over its pipes, what it says on standard error, and how it ended.
package final class ServerProcess: Sendable {
    /// Its process id, which is also the id of its session and of its group.
    package let pid: Int32
    /// The conversation over its standard input and output.
    package var channel: any MessageChannel { pipes }
    /// Lines of its standard error as they come; the oldest of more than 256 unread ones are lost.
    package let errorLines: AsyncStream<String>

    let pipes: PipeChannel
    let loop: DescriptorLoop
    let exit = OneShot<ServerExitStatus>()
    let errorEnded = OneShot<Void>()
    /// When our side was closed, and when the process was seen to have ended, on the clock of its scope.
    let closed = OneShot<Duration>()
    let ended = OneShot<Duration>()

    private let tail = Mutex(ErrorTail())
    private let errorPace = Mutex(ErrorPace())
    private let errorSink: AsyncStream<String>.Continuation
    private let now: @Sendable () -> Duration
    private let onErrorLine: @Sendable (String) -> Void
    private let watches = Mutex<[DescriptorLoop.WatchID]>([])

    init(
        _ child: ChildProcess,
        pipes ends: [ServerPipe],
        loop: DescriptorLoop,
        limits: ChannelLimits,
        now: @escaping @Sendable () -> Duration,
        onErrorLine: @escaping @Sendable (String) -> Void
    ) {
        self.now = now
        pid = child.pid
        self.loop = loop
        self.onErrorLine = onErrorLine
        (errorLines, errorSink) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(256))
        pipes = PipeChannel(input: ends[1].ours, output: ends[0].ours, ownership: .owned, loop: loop, limits: limits) {
            [closed, ended] in
            let time = now()
            // One that is gone was not ended by this, though its end may be noticed later.
            let isGone = Self.hasEnded(child.pid)
            if isGone { ended.fulfil(time) }
            closed.fulfil(isGone ? time + .nanoseconds(1) : time)
        }
        let error = ends[2].ours
        setNonBlocking(error)
        let errorWatch = loop.add(error, interest: Int16(POLLIN)) { [self] _ in readError(from: error) }
        let exitWatch = loop.add(child.descriptor, interest: Int16(POLLIN)) { [self] _ in noticeExit() }
        watches.withLock { $0 = [errorWatch, exitWatch] }
    }

    /// The end of its standard error until now.
    package var errorTail: ErrorTail {
        tail.withLock { $0 }
    }

    /// How it ended; nil while it runs.
    package var exitStatus: ServerExitStatus? {
        exit.current
    }

    /// How it ended before our side was closed; nil while it runs, and when closing our side may be why it ended.
    package var ownExitStatus: ServerExitStatus? {
        guard let status = exit.current, let ended = ended.current else { return nil }
        if let closed = closed.current, ended >= closed { return nil }
        return status
    }

    /// Waits until it ended; nil when the waiting task is cancelled first.
    package func exited() async -> ServerExitStatus? {
        await exit.wait()
    }

    /// Stops watching: nothing of this process is read any more.
    func stopWatching() {
        pipes.close()
        pipes.abandon()
        for id in watches.withLock({ watches in
            defer { watches = [] }
            return watches
        }) {
            loop.remove(id, closing: true)
        }
        endError()
    }

    private static func hasEnded(_ pid: Int32) -> Bool {
        var information = siginfo_t()
        guard waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { return false }
        return information._sifields._sigchld.si_pid == pid
    }

    private func noticeExit() {
        var information = siginfo_t()
        // The process stays a zombie, and its id its own, until the scope that started it is done with it.
        guard waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { return }
        let detail = information._sifields._sigchld
        guard detail.si_pid == pid else { return }
        ended.fulfil(now())
        // What it wrote last is read at once: more will not come.
        if let id = watches.withLock(\.first) { loop.rest(id, for: .zero) }
        exit.fulfil(information.si_code == Int32(CLD_EXITED) ? .code(detail.si_status) : .signal(detail.si_status))
        if let id = watches.withLock({ $0.popLast() }) { loop.remove(id, closing: true) }
    }

    private func readError(from descriptor: Int32) {
        let (lines, count, isOver) = withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 16) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { return ([String](), 0, count == 0 || (errno != EAGAIN && errno != EINTR)) }
            return (tail.withLock { $0.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }, count, false)
        }
        for line in lines { publish(line) }
        // Of one that has ended no more comes than a pipe holds, and its last words matter most.
        let hasEnded = ended.current != nil
        let pause = errorPace.withLock {
            hasEnded ? nil : $0.pause(afterBytes: count, lines: lines.count, at: DescriptorLoop.uptime)
        }
        if let pause, let id = watches.withLock(\.first) { loop.rest(id, for: pause) }
        guard isOver else { return }
        if let id = watches.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { loop.remove(id, closing: true) }
        endError()
    }

    private func endError() {
        guard errorEnded.current == nil else { return }
        if let line = tail.withLock({ $0.finish() }) { publish(line) }
        errorSink.finish()
        errorEnded.fulfil(())
    }

    private func publish(_ line: String) {
        errorSink.yield(line)
        onErrorLine(line)
    }
}
