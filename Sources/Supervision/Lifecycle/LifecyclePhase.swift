package import Health

/// Where a server is in its life.
package enum LifecyclePhase: Sendable, Hashable {
    /// There is no process, and none is due.
    case stopped
    /// It was started and has not shown yet that it can be talked to.
    case starting(since: Moment)
    /// It can be talked to.
    case running(since: Moment)
    /// It was told to end; afterwards it stays stopped or is started again.
    case stopping(thenStart: Bool)
    /// It ended by itself, and is started again at a moment.
    case waiting(until: Moment, isLooping: Bool)
    /// It cannot work until somebody changes something; starting it again would change nothing.
    case blocked(by: OutcomeCode)

    /// The phase in reports.
    package var name: String {
        switch self {
        case .stopped: "stopped"
        case .starting: "starting"
        case .running: "running"
        case .stopping: "stopping"
        case .waiting(_, let isLooping): isLooping ? "crash_loop" : "backing_off"
        case .blocked: "blocked"
        }
    }

    /// Whether there is a process.
    package var hasProcess: Bool {
        switch self {
        case .starting, .running, .stopping: true
        case .stopped, .waiting, .blocked: false
        }
    }
}
