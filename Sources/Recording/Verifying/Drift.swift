/// One difference between a fixture and the live server.
package struct Drift: Sendable, Hashable, CustomStringConvertible {
    /// What kind it is.
    package var kind: DriftClass
    /// The tool or the request it is about.
    package var subject: String
    /// The difference in words.
    package var detail: String
    /// Whether it breaks what relied on the fixture.
    package var isBreaking: Bool

    /// Describes a difference; whether it breaks something follows from its kind unless it is said.
    package init(_ kind: DriftClass, _ subject: String, _ detail: String, isBreaking: Bool? = nil) {
        self.kind = kind
        self.subject = subject
        self.detail = detail
        self.isBreaking = isBreaking ?? kind.isBreaking
    }

    /// One line: class, weight, subject, difference.
    package var description: String {
        "\(kind.rawValue)  \(isBreaking ? "breaking" : "harmless")  \(subject)" + (detail.isEmpty ? "" : "  \(detail)")
    }
}
