import HTTPTypes
import JSON
package import MCP
import MCPAuthorization
import MCPHTTP

/// All that was seen of one client in one scene: what its checks judge.
package struct ClientRecord: Sendable {
    /// Where everything was.
    package struct Places: Sendable, Hashable {
        /// The MCP endpoint.
        package var server = ""
        /// The name of the first authorization server; empty without one.
        package var issuer = ""
        /// The name of the other one; empty without one.
        package var otherIssuer = ""
    }

    /// What was played.
    package let scene: ClientScene
    /// In which revision.
    package let revision: ProtocolRevision
    /// Everything that arrived, in order.
    package let turns: [ClientTurn]
    /// How the client ended.
    package let ending: ClientEnding
    /// The addresses of the servers.
    package let places: Places
    /// From its start to its end.
    package let duration: Duration

    /// A record; the stage makes them, and tests that need none of it.
    package init(
        scene: ClientScene,
        revision: ProtocolRevision,
        turns: [ClientTurn],
        ending: ClientEnding,
        places: Places,
        duration: Duration
    ) {
        self.scene = scene
        self.revision = revision
        self.turns = turns
        self.ending = ending
        self.places = places
        self.duration = duration
    }
}

extension ClientRecord {
    /// Where the MCP server of a scene is.
    static let path = "/mcp"
    /// Where messages go to in the way of 2024-11-05.
    static let messagePath = "/messages"

    /// Requests to the MCP endpoint, or to where the endpoint of 2024-11-05 sent the client.
    var visits: [ClientTurn] {
        turns.filter { $0.party == .server && [ClientRecord.path, ClientRecord.messagePath].contains($0.path) }
    }

    /// What was posted there.
    var posts: [ClientTurn] { visits.filter { $0.method == "POST" } }

    /// Those that hold requests of the protocol: with a method and an id.
    var requests: [ClientTurn] { posts.filter { !$0.rpc.isEmpty && $0.message["id"] != nil } }

    /// The requests of one method.
    func requests(_ method: String) -> [ClientTurn] { requests.filter { $0.rpc == method } }

    /// The calls of one tool.
    func calls(_ tool: String) -> [ClientTurn] {
        requests("tools/call").filter { $0.params["name"]?.stringValue == tool }
    }

    /// The first request to open a session; nil without one.
    var opening: ClientTurn? { requests("initialize").first }

    /// Posts after the first answer to `initialize`, without a further one.
    var afterOpening: [ClientTurn] {
        guard let index = posts.firstIndex(where: { $0.rpc == "initialize" }) else { return [] }
        return posts[(index + 1)...].filter { $0.rpc != "initialize" }
    }

    /// Paths that were asked for documents, at any of the servers.
    var documents: [String] { turns.filter { $0.method == "GET" && $0.path != ClientRecord.path }.map(\.path) }

    /// Registrations of the client.
    var registrations: [ClientTurn] { turns.filter { $0.method == "POST" && $0.path.hasSuffix("/register") } }

    /// Requests that a user is sent to an authorization server with.
    var authorizations: [ClientTurn] { turns.filter { $0.party != .server && $0.path.hasSuffix("/authorize") } }

    /// Requests for tokens.
    var tokens: [ClientTurn] { turns.filter { $0.party != .server && $0.path.hasSuffix("/token") } }

    /// The scopes of each authorization request.
    var scopes: [[Substring]] { authorizations.map { ($0.parameters["scope"] ?? "").split(separator: " ") } }

    /// Posts that presented a token.
    var presented: [ClientTurn] { posts.filter { $0.fields[.authorization] != nil } }

    /// Whether a request with a token was answered.
    var isLetIn: Bool { presented.contains { (200..<300).contains($0.status) } }

    /// Whether the client was there at all.
    var isVisited: Bool { !turns.isEmpty }
}
