/// A change of the tool list during a session.
public struct MockChange: Sendable {
    /// What has to happen before it.
    public enum Moment: Sendable, Hashable {
        /// So many tools have been called.
        case calls(Int)
        /// The list has been asked for so often; pages of one listing count once.
        case listings(Int)
        /// So much time has passed since the start.
        case time(Duration)
    }

    let moment: Moment
    let added: [MockTool]
    let removed: [String]

    /// Adds tools, a known name replacing the tool, and takes others away.
    public init(after moment: Moment, adding added: [MockTool] = [], removing removed: [String] = []) {
        self.moment = moment
        self.added = added
        self.removed = removed
    }

    /// The list after the change.
    func applied(to server: MockServer) -> MockServer {
        server.changed { server in
            server.tools.removeAll { removed.contains($0.name) }
            for tool in added { server.add(tool) }
        }
    }
}
