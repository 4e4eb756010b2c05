/// A way to write a scripted failure of an authorization server as a word.
package struct OAuthFaultForm: Sendable {
    /// What is written; those with a count take `NAME=TIMES`.
    package let name: String
    /// What happens then.
    package let summary: String
    /// How often it happens where nothing is written; nil for as long as the server runs.
    package let times: Int?
    private let make: @Sendable (_ times: Int) -> OAuthScript.Fault

    /// A word that is no failure, with what is wrong with it.
    package struct Unreadable: Error, Hashable, CustomStringConvertible {
        /// Names the word, the fault and the fix.
        package let description: String
    }

    private init(
        _ name: String,
        times: Int? = nil,
        _ summary: String,
        _ make: @escaping @Sendable (_ times: Int) -> OAuthScript.Fault
    ) {
        self.name = name
        self.summary = summary
        self.times = times
        self.make = make
    }

    /// All of them, in the order in which they can happen to a client.
    package static let all = [
        OAuthFaultForm("metadata-503", times: 1, "its metadata cannot be had") { .metadataStatus(503, times: $0) },
        OAuthFaultForm("wrong-issuer", "its metadata names another issuer") { _ in
            .foreignIssuer("https://attacker.example.com")
        },
        OAuthFaultForm("redirected-metadata", "its metadata is a redirect to somewhere else") { _ in
            .metadataRedirect("https://attacker.example.com/metadata")
        },
        OAuthFaultForm("declined", "the user says no") { _ in .declined },
        OAuthFaultForm("wrong-state", "it sends the browser back with the state of another login") { _ in
            .foreignState
        },
        OAuthFaultForm("missing-iss", "it promises to name itself when it sends the browser back, and does not") { _ in
            .missingIssuerInResponse
        },
        OAuthFaultForm("wrong-iss", "it names somebody else when it sends the browser back") { _ in
            .foreignIssuerInResponse("https://attacker.example.com")
        },
        OAuthFaultForm("normalized-iss", "it names itself with a slash too many") { _ in .normalizedIssuerInResponse },
        OAuthFaultForm("token-500", times: 1, "the token endpoint fails") { .tokenStatus(500, times: $0) },
        OAuthFaultForm("expired", "the MCP server refuses tokens that were just issued") { _ in .deadTokens },
        OAuthFaultForm("invalid-grant", "no login can be renewed") { _ in .refreshRefused },
        OAuthFaultForm("refresh-503", times: 1, "renewals fail for now") { .refreshStatus(503, times: $0) },
    ]

    /// Reads one word, for instance `refresh-503=2`.
    package static func fault(writtenAs text: String) throws(Unreadable) -> OAuthScript.Fault {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let form = all.first(where: { $0.name == parts[0] }) else {
            let names = all.map(\.name).joined(separator: ", ")
            throw Unreadable(description: "there is no failure '\(parts[0])': write one of \(names)")
        }
        guard parts.count > 1 else { return form.make(form.times ?? 0) }
        guard form.times != nil, let times = Int(parts[1]), times > 0 else {
            let fix = form.times == nil ? "it takes no count" : "write how often, for instance \(form.name)=2"
            throw Unreadable(description: "the failure '\(text)' cannot be read: \(fix)")
        }
        return form.make(times)
    }
}
