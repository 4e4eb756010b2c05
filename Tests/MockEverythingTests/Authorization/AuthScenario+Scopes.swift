import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors

extension AuthScenario {
    /// Which scopes are asked for, and how often.
    static let scopes = [
        AuthScenario(
            id: "auth/scope-from-www-authenticate",
            gate: ResourceGate(publication: .challengedPath, challengedScope: "mcp:basic"),
            complaints: { wire, _ in wire.scopes == [["mcp:basic"]] ? [] : ["asked for \(wire.scopes)"] },
            twins: [("does not read the challenge", challenge { $0.replacing(", scope=\"mcp:basic\"", with: "") })]
        ),
        AuthScenario(
            id: "auth/scope-from-scopes-supported",
            gate: ResourceGate(publication: .challengedPath, scopesSupported: ["mcp:basic", "mcp:read", "mcp:write"]),
            complaints: { wire, _ in
                wire.scopes == [["mcp:basic", "mcp:read", "mcp:write"]] ? [] : ["asked for \(wire.scopes)"]
            },
            twins: [("asks for the first one", asking { _ in "mcp:basic" })]
        ),
        AuthScenario(
            id: "auth/scope-omitted-when-undefined",
            complaints: { wire, _ in
                wire.authorizations.map { $0.query["scope"] } == [nil] ? [] : ["asked for \(wire.scopes)"]
            },
            twins: [("asks for something", asking { _ in "mcp:all" })]
        ),
        AuthScenario(
            id: "auth/scope-step-up",
            gate: ResourceGate(
                publication: .challengedPath,
                scopesSupported: ["mcp:profile"],
                challengedScope: "mcp:basic",
                scopesByMethod: ["tools/list": "mcp:basic", "tools/call": "mcp:write"]
            ),
            complaints: { wire, _ in
                wire.scopes == [["mcp:basic"], ["mcp:basic", "mcp:write"]] ? [] : ["asked for \(wire.scopes)"]
            },
            twins: [
                ("asks for the new scope only", asking { $0.isEmpty ? "mcp:basic" : "mcp:write" }),
                ("asks for the old scope again", asking { _ in "mcp:basic" }),
            ]
        ),
        AuthScenario(
            id: "auth/scope-retry-limit",
            script: OAuthScript(grantedScopes: "mcp:basic"),
            gate: ResourceGate(
                publication: .challengedPath,
                challengedScope: "mcp:admin",
                scopesByMethod: ["tools/list": "mcp:admin"]
            ),
            isLetIn: false,
            complaints: { wire, _ in
                (1...3).contains(wire.authorizations.count) ? [] : ["logged in \(wire.authorizations.count) times"]
            },
            twins: [
                // A scope that is another one each time looks worth another login.
                ("never gives up", challenge { $0.replacing("scope=\"mcp:admin", with: "scope=\"mcp:\(Self.chance)") })
            ]
        ),
        AuthScenario(
            id: "auth/offline-access-scope",
            script: OAuthScript(scopes: ["mcp:basic", "offline_access"]),
            gate: ResourceGate(publication: .challengedPath, scopesSupported: ["mcp:basic"]),
            complaints: { wire, _ in
                let grants = wire.registrations.map { $0.json["grant_types"]?.arrayValue ?? [] }
                return (wire.scopes == [["mcp:basic", "offline_access"]] ? [] : ["asked for \(wire.scopes)"])
                    + (grants.contains { $0.contains("refresh_token") } ? [] : ["registered for \(grants)"])
            },
            twins: [("never asks for offline access", asking { _ in "mcp:basic" })]
        ),
        AuthScenario(
            id: "auth/offline-access-not-supported",
            script: OAuthScript(scopes: ["mcp:basic", "mcp:read"]),
            gate: ResourceGate(publication: .challengedPath, scopesSupported: ["mcp:basic", "mcp:read"]),
            complaints: { wire, _ in
                wire.scopes == [["mcp:basic", "mcp:read"]] ? [] : ["asked for \(wire.scopes)"]
            },
            twins: [("always asks for offline access", asking { _ in "mcp:basic%20offline_access" })]
        ),
    ]

    private static var chance: String { String(UInt64.random(in: .min ... .max), radix: 36) }

    /// A client that asks for other scopes, given the authorization requests before.
    private static func asking(
        _ scope: @escaping @Sendable (_ earlier: [AuthWire.Exchange]) -> String
    ) -> Tampering {
        Tampering(request: { call, earlier in
            guard call.address.path == "/authorize" else { return }
            let before = earlier.filter { $0.path == "/authorize" }
            call.address = call.address.changingQuery("scope", to: scope(before))
        })
    }

    /// A client that reads another challenge than there is.
    private static func challenge(_ change: @escaping @Sendable (String) -> String) -> Tampering {
        Tampering(answer: { _, answer in
            answer.fields[.wwwAuthenticate] = answer.fields[.wwwAuthenticate].map(change)
        })
    }
}
