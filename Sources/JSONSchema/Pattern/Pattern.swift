import Synchronization

/// A regular expression of a schema, compiled once and shared by all who validate with it.
///
/// PCRE2's memory for a match belongs to the compiled expression, so the mutex guards both; a search is short and bounded.
final class Pattern: Sendable {
    /// As the schema writes it.
    let text: String
    private let stepLimit: Int
    private let code: Mutex<PatternCode>

    init(_ text: String, limits: SchemaLimits) throws(PatternError) {
        guard text.utf8.count <= limits.patternBytes else {
            throw PatternError(reason: "it is longer than \(limits.patternBytes) bytes", offset: limits.patternBytes)
        }
        self.text = text
        stepLimit = limits.patternSteps
        let expression = try PatternTranslation(text).output
        code = Mutex(try PatternCode(expression))
    }

    /// Looks for a match anywhere in a string.
    ///
    /// - Parameters:
    ///   - subject: The string.
    ///   - allowance: Steps left for the whole validation.
    /// - Returns: Whether there is a match, and the steps it took to find out.
    func search(_ subject: String, allowance: Int) -> PatternMatch {
        code.withLock { $0.search(subject, allowance: min(allowance, stepLimit)) }
    }
}
