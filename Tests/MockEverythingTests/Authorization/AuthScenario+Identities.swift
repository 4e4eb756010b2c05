import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockEverything
import MockVendors

extension AuthScenario {
    /// Who the client says it is, and how it proves it.
    static let identities = [
        AuthScenario(
            id: "auth/basic-cimd",
            script: OAuthScript(takesMetadataDocuments: true, documents: [document: clientDocument]),
            complaints: { wire, _ in
                (wire.authorizations.map { $0.query["client_id"] } == [document] ? [] : ["used another id"])
                    + (wire.registrations.isEmpty ? [] : ["registered"])
            },
            twins: [
                (
                    "registers all the same",
                    Tampering(answer: { _, answer in
                        answer.document?["client_id_metadata_document_supported"] = nil
                    })
                )
            ]
        ),
        tokenEndpoint("basic", method: "client_secret_basic", twin: "puts the secret in the body") { call in
            guard let basic = AuthWire.Exchange(call: call, status: 0).basic else { return }
            call.fields[.authorization] = nil
            call.append("client_id", basic.id)
            call.append("client_secret", basic.secret)
        },
        tokenEndpoint("post", method: "client_secret_post", twin: "puts the secret in a header") { call in
            let form = AuthWire.Exchange(call: call, status: 0).form
            let pair = "\(form["client_id"] ?? ""):\(form["client_secret"] ?? "")"
            call.fields[.authorization] = "Basic " + Base64Text.standard(pair.utf8)
        },
        tokenEndpoint("none", method: "none", twin: "has a secret") { $0.append("client_secret", "invented") },
        AuthScenario(
            id: "auth/pre-registration",
            script: OAuthScript(
                authenticationMethods: ["client_secret_basic"],
                registersClients: false,
                clients: [.init(id: "known", secret: "as agreed")]
            ),
            context: { _ in ["client_id": "known", "client_secret": "as agreed"] },
            complaints: { wire, _ in
                let given = wire.tokens.map { $0.basic.map { "\($0.id) \($0.secret)" } }
                return given == ["known as agreed"] ? [] : ["presented other credentials"]
            },
            twins: [
                (
                    "uses an id of its own",
                    Tampering(request: { call, _ in
                        guard call.address.path == "/token" else { return }
                        call.fields[.authorization] = "Basic " + Base64Text.standard("own:secret".utf8)
                    })
                )
            ]
        ),
    ]

    private static let document = ScenarioAuthorization.metadataDocument

    private static let clientDocument: JSONValue = [
        "client_id": .string(document), "client_name": "client",
        "redirect_uris": ["http://127.0.0.1:8765/callback"],
    ]

    private static func tokenEndpoint(
        _ name: String,
        method: String,
        twin: String,
        _ change: @escaping @Sendable (inout HTTPCall) -> Void
    ) -> AuthScenario {
        AuthScenario(
            id: "auth/token-endpoint-auth-\(name)",
            script: OAuthScript(authenticationMethods: [method]),
            complaints: { wire, _ in
                let used = wire.tokens.map { token in
                    let isInBody = token.form["client_secret"] != nil
                    return token.basic != nil
                        ? (isInBody ? "both" : "client_secret_basic") : (isInBody ? "client_secret_post" : "none")
                }
                return used == [method] ? [] : ["proved itself with \(used)"]
            },
            twins: [
                (
                    twin,
                    Tampering(request: { call, _ in
                        if call.address.path == "/token" { change(&call) }
                    })
                )
            ]
        )
    }
}

extension HTTPCall {
    /// Adds a pair to a form.
    mutating func append(_ name: String, _ value: String) {
        body += Array("&\(name)=\(FormFields.encoded(value))".utf8)
    }

    /// Takes a pair out of a form.
    mutating func remove(_ name: String) {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&").filter { !$0.hasPrefix(name + "=") }
        body = Array(pairs.joined(separator: "&").utf8)
    }
}
