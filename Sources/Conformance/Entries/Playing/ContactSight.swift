import MCPConnection
import Probing
import Synchronization

/// What is seen of a server and its processes while a contact goes on.
final class ContactSight: Sendable {
    private struct Seen {
        /// Started, and not yet known to be past its beginning.
        var process: Int32?
        var sessions: [Int32] = []
        var environment: [String: String]?
        var commandLine: [String]?
        var records: [WireRecord] = []
        var peakMemoryInKiB = 0
    }

    private let seen = Mutex(Seen())

    /// A log is read by people: what comes later than this is not kept.
    private static let keptRecords = 40

    /// Processes that were started.
    var starts: Int { seen.withLock(\.sessions.count) }

    /// What a process held when it first answered; zero where there was none.
    var peakMemoryInKiB: Int { seen.withLock(\.peakMemoryInKiB) }

    /// To be given to the contact.
    var tap: WireTap {
        WireTap { [self] record in
            seen.withLock { if $0.records.count < Self.keptRecords { $0.records.append(record) } }
            switch record.event {
            case .opened(let pid?):
                seen.withLock { ($0.process, $0.sessions) = (pid, $0.sessions + [pid]) }
            case .received:
                // Only now is it certain that the program itself runs, and not yet its beginning.
                let pid = seen.withLock { $0.process.take() }
                guard let view = pid.map(ProcessView.init(pid:)) else { return }
                seen.withLock { seen in
                    (seen.environment, seen.commandLine) = (view.environment, view.commandLine)
                    seen.peakMemoryInKiB = max(seen.peakMemoryInKiB, view.peakMemoryInKiB ?? 0)
                }
            default: break
            }
        }
    }

    /// The contact that the report tells of, with what was seen besides.
    func contact(_ report: ContactReport, lookingForSurvivors: Bool = false) -> EntryContact {
        let seen = seen.withLock { $0 }
        let mark = seen.environment?[StdioServer.processMarker]
        return EntryContact(
            report,
            environment: seen.environment,
            commandLine: seen.commandLine,
            records: seen.records,
            survivors: lookingForSurvivors
                ? ProcessView.survivors(ofSessions: Set(seen.sessions), mark: mark) : 0
        )
    }
}
