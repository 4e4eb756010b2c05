import MCP

/// Whose answer a client takes to an authorization request.
extension ClientCheck {
    private static let rules = [CheckRule.modernLogin(.must, "index#authorization-response-validation")]
    private static let reason = "A code that goes to the wrong authorization server is a login for an attacker."

    static let clientIssTaken = ClientCheck(
        "CLIENT-AUTH-ISS-TAKEN",
        "An answer of the right issuer is taken, with its name and without",
        requirement: "A client goes on with an answer whose iss is right, or that has none where none was promised.",
        reason: "Otherwise there is no login.",
        method: "Two authorization servers are played: one names itself as it promised, one does neither.",
        twin: "A client that wants a name always.",
        rules: rules,
        scenes: ["auth/iss-supported", "auth/iss-not-advertised"]
    ) { record in
        guard !record.authorizations.isEmpty else { return record.untried("nobody was asked to authorize") }
        return record.letIn(
            record.holds(!record.tokens.isEmpty, expected: "the code, exchanged", actual: "the code was not used")
        )
    }

    static let clientIssMissing = refused(
        "MISSING",
        "An answer without the promised name is refused",
        "has no iss although the metadata promised it",
        "iss-supported-missing",
        twin: "does not miss it"
    )

    static let clientIssWrong = refused(
        "WRONG",
        "An answer of another issuer is refused",
        "names another issuer",
        "iss-wrong-issuer",
        twin: "does not compare"
    )

    static let clientIssUnexpected = refused(
        "UNEXPECTED",
        "A wrong name is refused also where none was promised",
        "names another issuer although the metadata promised no name",
        "iss-unexpected",
        twin: "looks only where it was promised"
    )

    static let clientIssExact = refused(
        "EXACT",
        "Names of issuers are compared character by character",
        "names the issuer with one slash more",
        "iss-normalized",
        twin: "compares addresses, not characters"
    )

    private static func refused(
        _ id: String,
        _ title: String,
        _ fault: String,
        _ scene: String,
        twin: String
    ) -> ClientCheck {
        ClientCheck(
            CheckID(rawValue: "CLIENT-AUTH-ISS-\(id)"),
            title,
            requirement: "A client does not use the code of an answer that \(fault).",
            reason: reason,
            method: "The answer to the authorization request \(fault); requests for tokens are looked for.",
            twin: "A client that \(twin).",
            rules: rules,
            scenes: ["auth/\(scene)"]
        ) { record in
            guard !record.authorizations.isEmpty else { return record.untried("nobody was asked to authorize") }
            return record.holds(
                record.tokens.isEmpty,
                expected: "no request for tokens",
                actual: "the code was exchanged"
            )
        }
    }
}
