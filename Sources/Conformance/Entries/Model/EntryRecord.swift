import Health
import MCP
import Probing
import Registry

/// Everything that was seen of one server of an entry: what entry checks judge.
package struct EntryRecord: Sendable {
    /// What was to be judged.
    package let subject: EntrySubject
    /// The conversation with the sound server; nil when no check asked for it.
    package internal(set) var session: SessionRecord?
    /// The contacts, by what was wrong.
    package internal(set) var contacts: [EntryPlay.Condition: EntryContact] = [:]
    /// Why a contact was not made, by what would have been wrong.
    package internal(set) var misfits: [EntryPlay.Condition: String] = [:]
    /// The faults that lint finds, by rule; nil when it was not asked.
    package internal(set) var faults: [String] = []

    /// The suites that were given; nil when none were.
    package internal(set) var suites: [String: EntrySuite]?

    init(_ subject: EntrySubject) {
        self.subject = subject
    }

    /// The contact with nothing wrong.
    var sound: EntryContact? { contacts[.sound] }

    /// The contact with this wrong.
    func contact(_ cause: ReactionCause) -> EntryContact? { contacts[.troubled(cause)] }

    /// What every contact came to, in a fixed order.
    var outcomes: [(name: String, outcome: Outcome)] {
        contacts.map { ($0.key.name, $0.value.report.outcome) }.sorted { $0.0 < $1.0 }
    }
}

extension EntryPlay.Condition {
    /// How it is called in reports.
    var name: String {
        switch self {
        case .sound: "sound"
        case .troubled(let cause): cause.rawValue
        case .indiscreet: "indiscreet"
        }
    }
}
