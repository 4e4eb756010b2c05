import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors

extension AuthScenario {
    /// Where the documents are, and whose they are.
    static let discovery = [
        metadata("default", .challengedPath, .oauth, avoids: resourceRoot),
        metadata("var1", .path, .openIDInserted, avoids: nil),
        metadata("var2", .root, .oauth, tenant: "/tenant1", avoids: serverRoot),
        metadata("var3", .challenge, .openIDAppended, tenant: "/tenant1", avoids: serverRoot),
        AuthScenario(
            id: "auth/resource-mismatch",
            gate: ResourceGate(publication: .challengedPath, resource: "https://evil.example.com/mcp"),
            isLetIn: false,
            complaints: { wire, _ in wire.authorizations.isEmpty ? [] : ["asked for a token for another server"] },
            twins: [
                (
                    "does not look at the resource",
                    Tampering(answer: { call, answer in
                        guard answer.document?["resource"] != nil else { return }
                        answer.document?["resource"] = .string("\(call.address.origin)/mcp")
                    })
                )
            ]
        ),
        AuthScenario(
            id: "auth/metadata-issuer-mismatch",
            script: OAuthScript(faults: [.foreignIssuer("https://attacker.example.com")]),
            isLetIn: false,
            complaints: { wire, _ in wire.authorizations.isEmpty ? [] : ["went on with metadata of another issuer"] },
            twins: [
                (
                    "does not look at the issuer",
                    Tampering(answer: { call, answer in
                        guard answer.document?["issuer"] != nil else { return }
                        answer.document?["issuer"] = .string(call.address.origin.description)
                    })
                )
            ]
        ),
        AuthScenario(
            id: "auth/authorization-server-migration",
            // Its ids are other ones: they have the kind of its issuer in them.
            otherScript: OAuthScript(issuerPath: "/new"),
            gate: ResourceGate(publication: .challengedPath, challengedScope: "mcp:basic"),
            migrates: true,
            complaints: { wire, stage in
                let new = wire.all.filter { stage.other.issuer.hasPrefix($0.call.address.origin.description) }
                let old = wire.tokens.first { stage.vendor.issuer == $0.call.address.origin.description }?.clientID
                let named = new.flatMap { [$0.query["client_id"], $0.clientID] }.compactMap(\.self)
                return (new.contains { $0.path == "/new/register" } ? [] : ["did not register anew"])
                    + (named.contains { $0 == old } ? ["used its old id"] : [])
            },
            twins: [
                (
                    "takes its id along",
                    Tampering(request: { call, earlier in
                        let old = earlier.first { $0.path == "/authorize" }
                        guard call.address.path == "/new/authorize", let old, let id = old.query["client_id"] else {
                            return
                        }
                        call.address = call.address.changingQuery("client_id", to: id)
                    })
                )
            ]
        ),
    ]

    private static let resourceRoot = "/.well-known/oauth-protected-resource"
    private static let serverRoot = "/.well-known/oauth-authorization-server"

    private static func metadata(
        _ name: String,
        _ resource: ResourceGate.Publication,
        _ server: OAuthScript.Publication,
        tenant: String = "",
        avoids: String?
    ) -> AuthScenario {
        AuthScenario(
            id: "auth/metadata-\(name)",
            script: OAuthScript(issuerPath: tenant, publication: server),
            gate: ResourceGate(publication: resource),
            complaints: { wire, _ in
                wire.documents.contains { $0 == avoids } ? ["looked in a wrong place"] : []
            },
            twins: [
                (
                    "knows only the roots",
                    Tampering(request: { call, _ in
                        guard call.address.path.contains("/.well-known/") || call.address.path.hasPrefix("/metadata")
                        else { return }
                        let isResource = call.address.path.contains("resource")
                        let root = isResource ? resourceRoot : serverRoot
                        call.address = HTTPAddress(origin: call.address.origin, path: root)
                    })
                )
            ]
        )
    }
}

extension HTTPAddress {
    /// The same address with one parameter of its query changed, added, or taken away with nil.
    func changingQuery(_ name: String, to value: String?) -> HTTPAddress {
        var parts = (query ?? "").split(separator: "&").filter { !$0.hasPrefix(name + "=") }.map(String.init)
        if let value { parts.append("\(name)=\(value)") }
        return HTTPAddress(origin: origin, path: path, query: parts.joined(separator: "&"))
    }
}
