package import JSON
import Registry

/// On which terms something of an entry is played: with what configured, what may be called, or why it cannot be.
package struct EntryTerms: Sendable {
    /// What the server is started with, by variable; undeclared ones must not reach it.
    package var configuration: [String: String]
    /// What the judge of a contact knows to be configured.
    package var known: [String: String]
    /// The call that a conversation may make; nil for what the server itself calls harmless.
    package var call: CallRequest?
    /// With what the probe is called in the place of the entry's arguments; nil for those.
    package var arguments: JSONObject?
    /// How long a server is listened to that says nothing, as its entry declares; nil for the run's own limit.
    package var silence: Duration?
    /// Why it is not played; nil where it is.
    package var obstacle: Verdict?
    /// Why a conversation that does not open says nothing about the server; nil where it does.
    package var excuse: String?
    /// How trustworthy it is; nil for the stage's own word.
    package var kind: Subject.Kind?

    /// With this configured.
    package init(_ configuration: [String: String], known: [String: String]? = nil, call: CallRequest? = nil) {
        self.configuration = configuration
        self.known = known ?? configuration
        self.call = call
    }

    /// Not played, for this reason.
    package init(obstacle: Verdict) {
        self.init([:])
        self.obstacle = obstacle
    }
}

extension EntryTerms {
    /// Those of a mock: everything that the entry wants, made up, and one thing too many.
    static func ofMock(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms {
        switch scene {
        case .conversation: EntryTerms(subject.configuration, call: subject.harmlessCall)
        case .contact(.troubled(.missing)): EntryTerms([:])
        case .contact: EntryTerms(subject.overfullConfiguration, known: subject.configuration)
        }
    }
}
