package import JSON

/// One thing an instance should be and is not, with the place in the instance and the keyword that says so.
package struct SchemaViolation: Sendable, Hashable {
    /// What the finding says about the instance.
    package enum Kind: Sendable, Hashable {
        /// The instance breaks the keyword.
        case mismatch
        /// The validation stopped unfinished: it would cost more than `SchemaLimits.evaluationSteps`.
        case tooExpensive
        /// The validation stopped unfinished: schemas applied one another deeper than `SchemaLimits.evaluationDepth`.
        case tooDeep
        /// The validation stopped unfinished: a pattern passed `SchemaLimits.patternSteps` on this string.
        case patternTooExpensive
    }

    /// Whether the instance is wrong, or could not be judged.
    package let kind: Kind

    /// The offending part of the instance.
    package let instancePath: JSONPointer

    /// The keyword, by the way the evaluation took from the root schema, references included.
    package let keywordPath: JSONPointer

    /// What the keyword asks for, in words, shortened.
    package let expected: String

    /// What is there instead, in words, shortened.
    package let actual: String

    /// For a choice of alternatives, what is wrong by the alternative that came nearest; empty otherwise.
    package let causes: [SchemaViolation]
}

extension SchemaViolation: CustomStringConvertible {
    /// One line: place, expectation, finding, keyword.
    package var description: String {
        let place = instancePath.text.isEmpty ? "the value" : instancePath.text
        let line = "\(place): expected \(expected), found \(actual) (\(keywordPath.text))"
        guard let cause = causes.first else { return line }
        let more = causes.count > 1 ? " and \(causes.count - 1) more" : ""
        return "\(line); nearest: \(cause)\(more)"
    }
}
