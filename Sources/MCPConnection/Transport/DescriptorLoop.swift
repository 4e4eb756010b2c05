import Glibc
import Synchronization

/// One thread that waits for a few descriptors and calls whoever asked when one is ready: nothing blocks the task pool.
///
/// The thread lives from `start` to `stop`. Descriptors given to `remove(_:closing:)` are closed on that thread, so a
/// number is never reused while the thread still watches it.
final class DescriptorLoop: Sendable {
    /// Names one watched descriptor.
    struct WatchID: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    private struct Watch {
        let descriptor: Int32
        var interest: Int16
        /// Not looked at before this time of the system's steady clock.
        var restsUntil: Duration?
        let isReady: @Sendable (Int16) -> Void
    }

    private struct State {
        var watches: [WatchID: Watch] = [:]
        var toClose: [Int32] = []
        var nextNumber: UInt64 = 0
        var isStopping = false
        var hasEnded = false
        var isAwake = false
    }

    private let state = Mutex(State())
    private let wakePipe: Pipe
    private let ended = OneShot<Void>()

    /// - Throws: `ResourceShortage` when the system has no descriptor or thread left.
    static func start() throws(ResourceShortage) -> DescriptorLoop {
        let wakePipe = try Pipe()
        setNonBlocking(wakePipe.readEnd)
        setNonBlocking(wakePipe.writeEnd)
        let loop = DescriptorLoop(wakePipe: wakePipe)
        let failure = startDetachedThread { loop.run() }
        guard failure == 0 else {
            wakePipe.close()
            throw ResourceShortage(what: "a thread", errno: failure)
        }
        return loop
    }

    private init(wakePipe: Pipe) {
        self.wakePipe = wakePipe
    }

    /// Watches a descriptor from now on, and calls `isReady` with what `poll` saw.
    ///
    /// The interest is `POLLIN` or `POLLOUT`, or 0 to pause; while paused, not even a hang-up is reported. `isReady`
    /// runs on the loop's thread and must not block.
    func add(_ descriptor: Int32, interest: Int16, isReady: @escaping @Sendable (Int16) -> Void) -> WatchID {
        let id = state.withLock { state in
            state.nextNumber += 1
            let id = WatchID(number: state.nextNumber)
            state.watches[id] = Watch(descriptor: descriptor, interest: interest, isReady: isReady)
            return id
        }
        wake()
        return id
    }

    /// Changes what a watch waits for; unknown ids are ignored, because a watch may have ended meanwhile.
    func setInterest(_ interest: Int16, of id: WatchID) {
        let changed = state.withLock { state in
            guard let watch = state.watches[id], watch.interest != interest else { return false }
            state.watches[id]?.interest = interest
            return true
        }
        if changed { wake() }
    }

    /// Does not look at a descriptor for so long; unknown ids are ignored.
    func rest(_ id: WatchID, for pause: Duration) {
        state.withLock { $0.watches[id]?.restsUntil = Self.uptime + pause }
        wake()
    }

    /// The system's steady clock, which goes on whatever clock a program goes by.
    static var uptime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Ends a watch; its handler may be running for the last time.
    func remove(_ id: WatchID, closing: Bool) {
        let orphan = state.withLock { state -> Int32? in
            guard let watch = state.watches.removeValue(forKey: id), closing else { return nil }
            guard !state.hasEnded else { return watch.descriptor }
            state.toClose.append(watch.descriptor)
            return nil
        }
        if let orphan { Glibc.close(orphan) }
        wake()
    }

    /// Ends the thread; descriptors still watched stay open.
    func stop() async {
        state.withLock { $0.isStopping = true }
        wake()
        // Nil only when the task is cancelled: the thread ends all the same.
        _ = await ended.wait()
    }

    private func wake() {
        state.withLock { state in
            guard !state.hasEnded, !state.isAwake else { return }
            state.isAwake = true
            var byte: UInt8 = 1
            write(wakePipe.writeEnd, &byte, 1)
        }
    }

    private func run() {
        while let (watches, timeout) = beginRound() {
            var polled = [pollfd(fd: wakePipe.readEnd, events: Int16(POLLIN), revents: 0)]
            polled += watches.map { pollfd(fd: $0.watch.descriptor, events: $0.watch.interest, revents: 0) }
            guard poll(&polled, nfds_t(polled.count), timeout) > 0 else { continue }
            if polled[0].revents != 0 { acknowledgeWake() }
            for (entry, item) in zip(polled.dropFirst(), watches) where entry.revents != 0 && isWatched(item.id) {
                item.watch.isReady(entry.revents)
            }
        }
        ended.fulfil(())
    }

    /// What to look at, and for how many milliseconds at most; nil when the thread is to end.
    private func beginRound() -> (watches: [(id: WatchID, watch: Watch)], timeout: Int32)? {
        let (watches, resting, toClose, isStopping) = state.withLock { state in
            defer { state.toClose = [] }
            let interesting = state.watches.filter { $0.value.interest != 0 }.map { (id: $0.key, watch: $0.value) }
            if state.isStopping { state.hasEnded = true }
            return (interesting, interesting.compactMap(\.watch.restsUntil).min(), state.toClose, state.isStopping)
        }
        for descriptor in toClose { Glibc.close(descriptor) }
        guard isStopping else {
            guard resting != nil else { return (watches, -1) }
            let now = Self.uptime
            let ends = watches.compactMap(\.watch.restsUntil).filter { $0 > now }
            let timeout = ends.min().map { Int32((($0 - now) / .milliseconds(1)).rounded(.up)) }
            return (watches.filter { $0.watch.restsUntil.map { $0 <= now } ?? true }, timeout ?? -1)
        }
        wakePipe.close()
        return nil
    }

    private func acknowledgeWake() {
        // Read first: whoever finds the flag still set changed the state before the next round looks at it.
        var byte: UInt8 = 0
        read(wakePipe.readEnd, &byte, 1)
        state.withLock { $0.isAwake = false }
    }

    private func isWatched(_ id: WatchID) -> Bool {
        state.withLock { ($0.watches[id]?.interest ?? 0) != 0 }
    }
}
