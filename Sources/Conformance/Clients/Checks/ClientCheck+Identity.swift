import JSON
import MCP
import MCPAuthorization

/// Who a client says it is, and how it proves it.
extension ClientCheck {
    static let clientDocument = ClientCheck(
        "CLIENT-AUTH-CIMD",
        "A client with a metadata document needs no registration",
        requirement: "Where the authorization server takes metadata documents, the address of one is the client id.",
        reason: "Registrations pile up at the server, and tell nobody who the client is.",
        method: "The metadata says that documents are taken; registration is possible, too.",
        twin: "A client that registers all the same.",
        rules: CheckRule.login(
            .should,
            "client-id-metadata-documents",
            "client-registration#client-id-metadata-documents"
        ),
        scenes: ["auth/basic-cimd"]
    ) { record in
        let ids = record.authorizations.map { $0.parameters["client_id"] ?? "none" }
        guard !ids.isEmpty || !record.registrations.isEmpty else { return record.untried("no login was begun") }
        let expected = "\(ClientScene.metadataDocument) as client_id, and no registration"
        guard record.registrations.isEmpty else { return record.failed(expected, "it registered") }
        return record.holds(
            ids.allSatisfy { $0 == ClientScene.metadataDocument },
            expected: expected,
            actual: "the client_id was \(ids.first ?? "none")"
        )
    }

    static let clientMethodBasic = method("BASIC", "client_secret_basic", "basic", twin: "puts its secret in the body")
    static let clientMethodPost = method("POST", "client_secret_post", "post", twin: "puts its secret in a header")
    static let clientMethodNone = method("NONE", "none", "none", twin: "invents a secret")

    private static func method(_ id: String, _ name: String, _ scene: String, twin: String) -> ClientCheck {
        ClientCheck(
            CheckID(rawValue: "CLIENT-AUTH-METHOD-\(id)"),
            "A client proves itself by \(name) where that is what there is",
            requirement: "A client authenticates to the token endpoint in a way that the metadata names: here \(name).",
            reason: "Every other way is refused.",
            method: "The metadata names \(name) and nothing else.",
            twin: "A client that \(twin).",
            rules: CheckRule.login(
                .must,
                "dynamic-client-registration",
                "client-registration#dynamic-client-registration"
            ),
            scenes: ["auth/token-endpoint-auth-\(scene)"]
        ) { record in
            let used = Set(record.tokens.map(\.authentication))
            guard !used.isEmpty else { return record.untried("no token was asked for") }
            return record.letIn(
                record.holds(
                    used == [name],
                    expected: name,
                    actual: "it used \(used.sorted().joined(separator: " and "))"
                )
            )
        }
    }

    static let clientKnown = ClientCheck(
        "CLIENT-AUTH-KNOWN",
        "Credentials that were given beforehand are used",
        requirement: "A client takes a client id and a secret that its user got from the provider.",
        reason: "Many providers let nobody register.",
        method: "The context has client_id and client_secret, and there is no registration.",
        twin: "A client that uses an id of its own.",
        rules: CheckRule.login(.should, "preregistration", "client-registration#pre-registration"),
        scenes: ["auth/pre-registration"]
    ) { record in
        guard !record.authorizations.isEmpty else { return record.untried("nobody was asked to authorize") }
        let ids = Set(record.authorizations.map { $0.parameters["client_id"] ?? "none" })
        let given = record.tokens.map { turn in turn.basic.map { "\($0.id) \($0.secret)" } ?? "nothing" }
        let isRight = ids == ["known"] && !given.isEmpty && given.allSatisfy { $0 == "known as agreed" }
        return record.letIn(
            record.holds(
                isRight,
                expected: "what the context holds, by Basic",
                actual: "it presented other credentials"
            )
        )
    }

    static let clientNative = ClientCheck(
        "CLIENT-AUTH-APPLICATION",
        "A registration says that the client is native",
        requirement: "A client that registers says whether it is native or on the web; on loopback it is native.",
        reason: "Providers refuse loopback addresses to applications on the web.",
        method: "application_type of all registrations is looked at.",
        twin: "A client that calls itself a web application.",
        rules: [.modernLogin(.must, "client-registration#application-type-and-redirect-uri-constraints")],
        scenes: ["auth/metadata-default", "auth/token-endpoint-auth-basic"],
        anywhere: true
    ) { record in
        guard !record.registrations.isEmpty else { return .notApplicable("the client does not register") }
        let types = record.registrations.map { $0.json["application_type"]?.stringValue ?? "nothing" }
        return record.holds(
            types.allSatisfy { $0 == "native" },
            expected: "application_type native",
            actual: "it says \(types.first ?? "")"
        )
    }
}
