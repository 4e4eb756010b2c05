package import Registry

/// What is right or wrong around a mock of a registry entry.
package enum MockCondition: Sendable, Hashable {
    /// The credential is there and is accepted.
    case sound
    /// Something is wrong, and the entry says how the server reacts.
    case troubled(ReactionCause)

    /// All that can be written for it: `sound`, and the causes as an entry spells them.
    package static let names = ["sound"] + ReactionCause.allCases.map(\.rawValue)

    /// Reads it; nil for any other text.
    package init?(_ name: String) {
        if name == "sound" {
            self = .sound
        } else {
            guard let cause = ReactionCause(rawValue: name) else { return nil }
            self = .troubled(cause)
        }
    }

    /// As it is written.
    package var name: String {
        switch self {
        case .sound: "sound"
        case .troubled(let cause): cause.rawValue
        }
    }

    /// What a process finds in its own environment: a credential is there or not, and is the accepted one or another.
    ///
    /// Without accepted values every credential is accepted.
    package init(
        of integration: Integration,
        server: IntegrationServer,
        environment: [String: String],
        accepting accepted: [String: String] = [:]
    ) {
        let isSet = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
        guard integration.hasCredentials(for: server, given: isSet) else {
            self = .troubled(.missing)
            return
        }
        let isRight = accepted.allSatisfy { name, value in environment[name].map { $0 == value } ?? true }
        self = isRight ? .sound : .troubled(.invalid)
    }
}
