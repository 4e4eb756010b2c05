/// The situation that a fixture shows; any word is one, the named ones are judged before they are written.
package struct FixtureKind: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    /// The word in the header.
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// The two sides came to terms, and nothing more.
    package static let handshake: FixtureKind = "handshake"
    /// The two sides came to terms, and the tools were listed.
    package static let tools: FixtureKind = "handshake+tools"
    /// A call with a good credential got what it asked for.
    package static let probeOK: FixtureKind = "probe-ok"
    /// What the server does without a credential.
    package static let credentialMissing: FixtureKind = "credential-missing"
    /// What the server does with a credential that its vendor refuses.
    package static let credentialWrong: FixtureKind = "credential-wrong"
    /// Whatever a client and a server had to say to each other.
    package static let session: FixtureKind = "session"
}
