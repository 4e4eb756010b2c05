import MCPConnection

/// Calls that wait because so many of their integration are in flight: in order, and only so many.
struct CallQueue: Sendable {
    /// How many may wait, all integrations together.
    static let limit = 1_024
    /// How long one waits at most for its turn.
    static let patience = Duration.seconds(30)

    private var turns: [String: [OneShot<Void>]] = [:]
    private(set) var count = 0

    /// Whether somebody waits for the integration: whoever comes now is not let in before.
    func isWaited(for integration: String) -> Bool { turns[integration] != nil }

    /// A turn that fires when a call of the integration has ended; nil where too many wait already.
    mutating func join(_ integration: String) -> OneShot<Void>? {
        guard count < Self.limit else { return nil }
        let turn = OneShot<Void>()
        turns[integration, default: []].append(turn)
        count += 1
        return turn
    }

    /// A call of the integration has ended: whose turn it is.
    mutating func next(_ integration: String) -> OneShot<Void>? {
        guard var waiting = turns[integration], !waiting.isEmpty else { return nil }
        let turn = waiting.removeFirst()
        turns[integration] = waiting.isEmpty ? nil : waiting
        count -= 1
        return turn
    }

    /// Somebody waits no longer; false where its turn has come already.
    mutating func leave(_ integration: String, _ turn: OneShot<Void>) -> Bool {
        guard let place = turns[integration]?.firstIndex(where: { $0 === turn }) else { return false }
        turns[integration]?.remove(at: place)
        if turns[integration]?.isEmpty == true { turns[integration] = nil }
        count -= 1
        return true
    }
}
