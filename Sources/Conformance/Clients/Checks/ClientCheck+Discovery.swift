import JSON
import MCP
import MCPAuthorization
import MockVendors

/// How a client finds the way to a token, and whom it does not follow.
extension ClientCheck {
    private static let metadata: [ClientScene.ID] = [
        "auth/metadata-default", "auth/metadata-var1", "auth/metadata-var2", "auth/metadata-var3",
    ]

    static let clientResourceFound = ClientCheck(
        "CLIENT-AUTH-RESOURCE-FOUND",
        "The metadata of a protected server is found, wherever it may be",
        requirement: """
            A client takes the address of the metadata from WWW-Authenticate; without one it looks below /.well-known, \
            with the path of the server and then at the root.
            """,
        reason: "Whoever looks in one place only cannot log in with half of the servers.",
        method:
            "Four servers are played: two name the address, one of which is unusual; one has each well-known place.",
        twin: "A client that knows the root only.",
        rules: CheckRule.login(
            .must,
            "protected-resource-metadata-discovery-requirements",
            "authorization-server-discovery#protected-resource-metadata-discovery-requirements"
        ),
        scenes: metadata
    ) { record in
        let path = record.scene.gate?.metadataPath(for: ClientRecord.path) ?? ""
        let asked = record.turns.filter { $0.party == .server && $0.method == "GET" && $0.path != ClientRecord.path }
        let isNamed = [.challenge, .challengedPath].contains(record.scene.gate?.publication)
        let expected = "GET \(path)" + (isNamed ? ", as the challenge says, and nothing before it" : "")
        guard asked.contains(where: { $0.path == path }) else {
            return record.failed(expected, "asked for \(asked.map(\.path)); \(record.ending.summary)")
        }
        if isNamed, let first = asked.first, first.path != path {
            return record.failed(expected, "asked for \(first.path) first")
        }
        return record.letIn()
    }

    static let clientIssuerFound = ClientCheck(
        "CLIENT-AUTH-ISSUER-FOUND",
        "The metadata of an authorization server is found, in each of its forms",
        requirement: """
            A client looks for the metadata of OAuth and of OpenID Connect, with the path of the issuer inserted, and \
            for the latter also appended.
            """,
        reason: "Providers differ in where they publish it; there is no login without it.",
        method: "Four authorization servers are played, two of them with a path in their names.",
        twin: "A client that knows the root only.",
        rules: CheckRule.login(
            .must,
            "authorization-server-metadata-discovery",
            "authorization-server-discovery#authorization-server-metadata-discovery"
        ),
        scenes: metadata
    ) { record in
        let asked = record.turns.filter { $0.party == .issuer && $0.method == "GET" && $0.path.contains(".well-known") }
        guard asked.contains(where: { $0.status == 200 }) else {
            return record.failed("the metadata, read", "asked for \(asked.map(\.path)); \(record.ending.summary)")
        }
        return record.letIn()
    }

    static let clientResourceOther = ClientCheck(
        "CLIENT-AUTH-RESOURCE-OTHER",
        "Metadata about another server is not used",
        requirement: "A client goes no further when the metadata names another resource than the server it asked.",
        reason: "It would fetch a token for somebody else, and hand it to this server.",
        method: "The metadata of the server names a resource elsewhere.",
        twin: "A client that does not look at the resource.",
        rules: [
            .modernLogin(.must, "authorization-server-discovery#protected-resource-metadata-discovery-requirements")
        ],
        scenes: ["auth/resource-mismatch"]
    ) { record in
        guard record.turns.contains(where: { $0.path.contains("oauth-protected-resource") && $0.status == 200 }) else {
            return record.untried("the metadata was never read")
        }
        return record.holds(
            record.authorizations.isEmpty && record.tokens.isEmpty,
            expected: "no request for authorization",
            actual: "it asked for a token for another server"
        )
    }

    static let clientIssuerOther = ClientCheck(
        "CLIENT-AUTH-ISSUER-OTHER",
        "Metadata of another issuer is not used",
        requirement: "A client goes no further when the metadata names another issuer than it was asked of.",
        reason: "The issuer is what answers are compared with later; a false one opens the door to mix-ups.",
        method: "The metadata of the authorization server names another issuer.",
        twin: "A client that does not look at the issuer.",
        rules: [.modernLogin(.must, "authorization-server-discovery#authorization-server-metadata-discovery")],
        scenes: ["auth/metadata-issuer-mismatch"]
    ) { record in
        guard record.turns.contains(where: { $0.party == .issuer && $0.method == "GET" && $0.status == 200 }) else {
            return record.untried("the metadata was never read")
        }
        return record.holds(
            record.authorizations.isEmpty && record.tokens.isEmpty,
            expected: "no request for authorization",
            actual: "it went on with metadata of another issuer"
        )
    }

    static let clientMigrates = ClientCheck(
        "CLIENT-AUTH-MIGRATION",
        "What one authorization server gave is not shown to another",
        requirement: "When a server names another authorization server, the client registers there anew.",
        reason:
            "An id, or worse a secret, of the old one means nothing to the new one but that it may be tried elsewhere.",
        method: "After the first answer the server names another authorization server, and its old tokens are over.",
        twin: "A client that takes its id along.",
        rules: [.modernLogin(.must, "client-registration#authorization-server-binding")],
        scenes: ["auth/authorization-server-migration"]
    ) { record in
        let new = record.turns.filter { $0.party == .otherIssuer }
        guard !new.isEmpty else { return record.untried("the new authorization server was never asked") }
        let old = record.tokens.first { $0.party == .issuer }?.clientID
        let named = new.flatMap { [$0.parameters["client_id"], $0.clientID] }.compactMap(\.self)
        let expected = "a registration with the new authorization server, and only its id there"
        if let old, named.contains(old) { return record.failed(expected, "it used its old id") }
        guard new.contains(where: { $0.path.hasSuffix("/register") }) else {
            return record.failed(expected, "it did not register anew; \(record.ending.summary)")
        }
        return .passed
    }
}
