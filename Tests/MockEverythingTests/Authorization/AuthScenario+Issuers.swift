import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors

extension AuthScenario {
    /// Who an answer to an authorization request comes from (RFC 9207).
    static let issuers = [
        issuer("supported", namesIssuer: true, isLetIn: true, twin: "never finds the issuer") { redirect, _ in
            redirect.changingQuery("iss", to: nil)
        },
        issuer("not-advertised", namesIssuer: false, isLetIn: true, twin: "wants one always") { redirect, _ in
            redirect.changingQuery("iss", to: "https%3A%2F%2Fnobody.example.com")
        },
        issuer(
            "supported-missing",
            namesIssuer: true,
            .missingIssuerInResponse,
            twin: "does not miss it"
        ) { redirect, issuer in redirect.changingQuery("iss", to: issuer) },
        issuer(
            "wrong-issuer",
            namesIssuer: true,
            .foreignIssuerInResponse("https://evil.example.com"),
            twin: "does not compare"
        ) { redirect, issuer in redirect.changingQuery("iss", to: issuer) },
        issuer(
            "unexpected",
            namesIssuer: false,
            .foreignIssuerInResponse("https://evil.example.com"),
            twin: "looks only where it was announced"
        ) { redirect, _ in redirect.changingQuery("iss", to: nil) },
        issuer(
            "normalized",
            namesIssuer: true,
            .normalizedIssuerInResponse,
            twin: "compares addresses, not characters"
        ) { redirect, issuer in redirect.changingQuery("iss", to: issuer) },
    ]

    /// The twin reads another redirect than there is, given the issuer that would be right.
    private static func issuer(
        _ name: String,
        namesIssuer: Bool,
        _ fault: OAuthScript.Fault? = nil,
        isLetIn: Bool = false,
        twin: String,
        _ change: @escaping @Sendable (_ redirect: HTTPAddress, _ issuer: String) -> HTTPAddress
    ) -> AuthScenario {
        AuthScenario(
            id: "auth/iss-\(name)",
            script: OAuthScript(namesIssuer: namesIssuer, faults: fault.map { [$0] } ?? []),
            isLetIn: isLetIn,
            complaints: { wire, _ in
                let hasGoneOn = !wire.tokens.isEmpty
                return (wire.authorizations.isEmpty ? ["never asked the user"] : [])
                    + (hasGoneOn == isLetIn ? [] : [hasGoneOn ? "took a code" : "took no code"])
            },
            twins: [
                (
                    twin,
                    Tampering(answer: { call, answer in
                        guard call.address.path == "/authorize", let target = answer.fields[.location],
                            let redirect = try? HTTPAddress(target)
                        else { return }
                        answer.fields[.location] = change(redirect, call.address.origin.description).description
                    })
                )
            ]
        )
    }
}
