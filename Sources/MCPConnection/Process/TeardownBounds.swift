/// How long each step of ending a server may take before the next, harsher one.
package struct TeardownBounds: Sendable, Hashable {
    /// From closing its input to SIGTERM.
    package var afterInputClosed: Duration
    /// From SIGTERM to SIGKILL.
    package var afterTerminate: Duration
    /// From SIGKILL to giving up.
    package var afterKill: Duration
    /// What processes that outlive the server get at each step: to end by themselves, after SIGTERM, after SIGKILL.
    package var leftovers: Duration
    /// What the pipes may still deliver after the server ended; longer only a process that holds them could.
    package var drain: Duration

    /// Defaults: 2 s, 2 s, 5 s, 250 ms, 200 ms.
    package init(
        afterInputClosed: Duration = .seconds(2),
        afterTerminate: Duration = .seconds(2),
        afterKill: Duration = .seconds(5),
        leftovers: Duration = .milliseconds(250),
        drain: Duration = .milliseconds(200)
    ) {
        self.afterInputClosed = afterInputClosed
        self.afterTerminate = afterTerminate
        self.afterKill = afterKill
        self.leftovers = leftovers
        self.drain = drain
    }
}
