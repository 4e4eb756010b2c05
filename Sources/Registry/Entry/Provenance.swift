/// Where facts come from and how sure they are.
package struct Provenance: Sendable, Hashable {
    /// How the facts were found out, the surest first.
    package enum Confidence: String, Sendable, Hashable, CaseIterable {
        /// The server was started and asked.
        case ran
        /// Read in its source.
        case source
        /// Read in documentation.
        case docs
        /// Concluded from something else.
        case inferred
    }

    /// Repositories, pages and runs.
    package var sources: [String]
    /// How the facts were found out.
    package var confidence: Confidence
    /// What remains open.
    package var note: String?

    /// Takes where and how.
    package init(_ confidence: Confidence, sources: [String], note: String? = nil) {
        self.confidence = confidence
        self.sources = sources
        self.note = note
    }
}
