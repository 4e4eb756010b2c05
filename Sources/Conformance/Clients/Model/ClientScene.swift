import JSON
package import MCP
import MockVendors

/// One play for the client under test: what it is told, what the servers do, in which revisions there is such a play.
package struct ClientScene: Identifiable, Sendable {
    /// Our own name: the official scenario, and behind a space what is different about the server here.
    package let id: String
    /// What the client is told to play.
    package let scenario: String
    /// The revisions that have it.
    package let revisions: ClosedRange<ProtocolRevision>
    /// Whether it is about an extension that a client need not have.
    package var isExtension = false
    /// Whether the official suite runs it without counting it.
    package var isUnscored: Bool { isExtension || scenario == "json-schema-2020-12-preservation" }
    /// How the MCP server answers.
    var server: SceneServer
    /// The authorization server; nil where nobody needs one.
    var issuer: OAuthScript?
    /// Another authorization server, or an identity provider.
    var otherIssuer: OAuthScript?
    /// What the MCP server wants to see; nil lets everybody in.
    var gate: ResourceGate?
    /// Whether the MCP server names the other authorization server after its first answer.
    var migrates = false
    /// What the client is told beside its scenario; nil for nothing.
    var context: @Sendable (ClientRecord.Places) throws -> JSONObject? = { _ in nil }
    /// Changes the script once the addresses are known.
    var prepare: @Sendable (inout OAuthScript, ClientRecord.Places) -> Void = { _, _ in }

    /// The official scenario and ours where that is another one, for a sentence.
    package var title: String { id }

    /// Whether it is the official scenario itself, not a harder variant of it.
    package var isOfficial: Bool { id == scenario }

    init(
        _ id: String,
        _ revisions: ClosedRange<ProtocolRevision>,
        _ server: SceneServer
    ) {
        self.id = id
        scenario = String(id.prefix { $0 != " " })
        self.revisions = revisions
        self.server = server
    }
}
