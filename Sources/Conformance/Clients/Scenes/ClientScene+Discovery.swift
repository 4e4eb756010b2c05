import JSON
import MCP
import MockVendors

extension ClientScene {
    /// A server behind a door, and the authorization server that opens it.
    static func door(
        _ name: String,
        _ revisions: ClosedRange<ProtocolRevision> = official,
        _ script: OAuthScript = OAuthScript(),
        gate: ResourceGate = ResourceGate(publication: .challengedPath)
    ) -> ClientScene {
        ClientScene("auth/\(name)", revisions, SceneServer(tools: [SceneServer.tool("test-tool")])).changed { scene in
            var script = script
            // Whether a client says what it is has a check of its own.
            script.wantsNativeClients = false
            scene.issuer = script
            scene.gate = gate
        }
    }

    /// Where the documents are, and whose they are.
    static let discovery: [ClientScene] = [
        door("metadata-default", gate: ResourceGate(publication: .challengedPath)),
        door(
            "metadata-var1",
            official,
            OAuthScript(publication: .openIDInserted),
            gate: ResourceGate(publication: .path)
        ),
        door("metadata-var2", official, OAuthScript(issuerPath: "/tenant1"), gate: ResourceGate(publication: .root)),
        door(
            "metadata-var3",
            official,
            OAuthScript(issuerPath: "/tenant1", publication: .openIDAppended),
            gate: ResourceGate(publication: .challenge)
        ),
        door("metadata-default (no PKCE on offer)", official, OAuthScript(codeChallengeMethods: nil)),
        door("metadata-default (another state)", official, OAuthScript(faults: [.foreignState])),
        door(
            "resource-mismatch",
            modern,
            gate: ResourceGate(publication: .challengedPath, resource: "https://evil.example.com/mcp")
        ),
        door(
            "metadata-issuer-mismatch",
            modern,
            OAuthScript(faults: [.foreignIssuer("https://attacker.example.com")])
        ),
        door(
            "authorization-server-migration",
            modern,
            gate: ResourceGate(publication: .challengedPath, challengedScope: "mcp:basic")
        ).changed { scene in
            // Its ids are other ones: they have the kind of its issuer in them.
            scene.otherIssuer = OAuthScript(issuerPath: "/new")
            scene.otherIssuer?.wantsNativeClients = false
            scene.migrates = true
        },
    ]
}
