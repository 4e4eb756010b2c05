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
    /// On which terms each scene was played, or why it was not.
    package internal(set) var terms: [EntryScene: EntryTerms] = [:]
    /// What came of getting the server ready; nil where nothing has to be.
    package internal(set) var preparation: EntryPreparation?
    /// The faults that lint finds, by rule; nil when it was not asked.
    package internal(set) var faults: [String] = []

    /// The suites that were given; nil when none were.
    package internal(set) var suites: [String: EntrySuite]?

    /// How trustworthy what was seen is.
    let kind: Subject.Kind

    init(_ subject: EntrySubject, kind: Subject.Kind = .mock) {
        self.subject = subject
        self.kind = kind
    }

    /// The contact with nothing wrong.
    var sound: EntryContact? { contacts[.sound] }

    /// The contact with this wrong.
    func contact(_ cause: ReactionCause) -> EntryContact? { contacts[.troubled(cause)] }

    /// Why there is no contact with this wrong.
    func untried(_ condition: EntryPlay.Condition) -> Verdict {
        terms[.contact(condition)]?.obstacle ?? .incomplete("no contact was made")
    }

    /// Why there is no conversation; nil when there is one, or when its failure says something.
    var untriedConversation: Verdict? {
        guard let terms = terms[.conversation] else { return nil }
        if let obstacle = terms.obstacle { return obstacle }
        guard let excuse = terms.excuse, let why = session?.opening.obstacle else { return nil }
        return .incomplete("\(excuse) (\(why))")
    }

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
        case .faulty(let faults): faults.joined(separator: " + ")
        }
    }
}
