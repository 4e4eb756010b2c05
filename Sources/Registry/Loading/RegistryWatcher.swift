/// Looks at the user's files from time to time, and hands on a new snapshot when they have changed.
///
/// Looking costs one `stat` for each file. It sees every kind of change, also a file that is replaced by renaming, a
/// folder that appears later, and network file systems, where being notified fails.
package struct RegistryWatcher<C: Clock>: Sendable where C.Duration == Duration {
    private let clock: C
    private let interval: Duration

    /// - Parameters:
    ///   - clock: Waits between two looks.
    ///   - interval: From one look to the next, so that a change is known after one to two of them.
    package init(clock: C, interval: Duration = .milliseconds(500)) {
        self.clock = clock
        self.interval = interval
    }

    /// Reads the registry, hands it on, and does so again after every change, until it is cancelled.
    package func run(
        _ loader: RegistryLoader,
        _ receive: @Sendable (RegistrySnapshot) async -> Void
    ) async {
        var loader = loader
        var watch = ChangeWatch(read: loader.stamp())
        await receive(loader.load())
        while true {
            do {
                try await clock.sleep(for: interval)
            } catch {
                // Only cancellation ends a sleep, and it is the ordinary end of watching.
                return
            }
            if watch.observe(loader.stamp()) { await receive(loader.load()) }
        }
    }
}
