import Logging
import Store
import Synchronization

/// What only one of several daemons on one store does at a time: probing what they share, and keeping the history small.
final class Duties: Sendable {
    /// The lease of whoever probes servers that are nobody's own processes.
    static let probing = "health.probe"
    /// The lease of whoever joins old history.
    static let history = "health.history"
    /// How long a lease lasts; it is renewed three times within.
    static let span = Duration.seconds(60)
    /// From one joining of old history to the next.
    static let historyEvery = Duration.seconds(3_600)

    private let store: any HealthStore & LeaseStore
    private let holder: String
    private let wall: @Sendable () -> WallTime
    private let logger: Logger
    // Until the store has said otherwise: a daemon that is alone must not wait for it.
    private let isProber = Mutex(true)

    init(
        _ store: any HealthStore & LeaseStore,
        holder: String,
        wall: @escaping @Sendable () -> WallTime,
        logger: Logger
    ) {
        self.store = store
        self.holder = holder
        self.wall = wall
        self.logger = logger
    }

    /// Whether probing what is shared is ours.
    var mayProbe: Bool { isProber.withLock { $0 } }

    /// Takes and renews the leases until the task is cancelled, and gives them back then.
    func run<C: Clock<Duration>>(clock: C) async {
        var turns = 0
        let turnsOfHistory = Int(Self.historyEvery / (Self.span / 3))
        repeat {
            let hasProbing = await take(Self.probing)
            isProber.withLock { $0 = hasProbing }
            if turns % turnsOfHistory == 1, await take(Self.history) { await join() }
            turns += 1
        } while (try? await clock.sleep(until: clock.now.advanced(by: Self.span / 3), tolerance: nil)) != nil
    }

    /// Lets others have them at once.
    func giveBack() async {
        for duty in [Self.probing, Self.history] {
            // Whoever wants it gets it when it has run out.
            try? await store.giveLeaseBack(duty, of: holder)
        }
    }

    private func take(_ duty: String) async -> Bool {
        do {
            return try await store.takeLease(duty, for: holder, lasting: Self.span, at: wall())
        } catch {
            // Two that probe are better than none.
            if !Task.isCancelled { logger.warning("the lease \(duty) could not be asked for: \(error)") }
            return duty == Self.probing
        }
    }

    private func join() async {
        do {
            try await store.rollUpHealth(HealthRetention(), at: wall())
        } catch {
            if !Task.isCancelled { logger.warning("the history of health could not be joined: \(error)") }
        }
    }
}
