import MCP

/// One server scenario of the official suite, told again with our own client.
struct ServerScenario: Sendable {
    /// The id it has there.
    let id: String
    /// Nil where it makes sense over every transport.
    let reach: Reach?
    let play: @Sendable (Scene) async throws -> Void

    init(_ id: String, only reach: Reach? = nil, _ play: @escaping @Sendable (Scene) async throws -> Void) {
        self.id = id
        self.reach = reach
        self.play = play
    }

    static let all = tools + asking + resources + prompts + utilities + inputRequired + stateless + transport + tasks

    static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
