/// What makes a definition a message: its method, who sends it when, and what answers it.
struct WireMethod: Sendable {
    enum Kind: Sendable {
        case request
        case notification
    }

    let kind: Kind
    let name: String
    let senders: [WireSender]
    /// The definition that the answer to a request matches; nil for notifications.
    var result: String?
    /// What may come in place of that result.
    var alternatives: [WireAlternative] = []

    func isSent(_ direction: WireDirection, in revision: ProtocolRevision) -> Bool {
        senders.contains { $0.direction == direction && $0.revisions.contains(revision) }
    }

    /// The definitions of all results that may answer this request in a revision, the ordinary one first.
    func results(in revision: ProtocolRevision) -> [String] {
        guard let result else { return [] }
        return [result] + alternatives.filter { $0.revisions.contains(revision) }.map(\.rawValue)
    }
}
