import Redaction

/// Values that must appear in no report, and the masking that keeps them out however they are dressed.
package struct Secrets: Sendable, CustomStringConvertible {
    private let mask: SecretMask

    /// Secrets by the name of the variable that holds them.
    package init(_ values: [String: String] = [:]) {
        mask = SecretMask(values)
    }

    /// The text with every secret replaced by the name of its variable in brackets.
    package func masked(_ text: String) -> String { mask.masked(text) }

    /// The name of a variable whose value stands in these bytes, in any spelling; nil when none does.
    func name(in bytes: [UInt8]) -> String? { mask.name(in: bytes) }

    /// The verdict with its texts masked.
    package func masked(_ verdict: Verdict) -> Verdict {
        switch verdict {
        case .passed: .passed
        case .failed(let finding): .failed(masked(finding))
        case .incomplete(let note): .incomplete(masked(note))
        case .notApplicable(let note): .notApplicable(masked(note))
        case .expectedFailure(let finding): .expectedFailure(masked(finding))
        }
    }

    /// How many there are: the values themselves are never printed.
    package var description: String { "Secrets(\(mask))" }

    private func masked(_ finding: Finding) -> Finding {
        Finding(
            expected: masked(finding.expected),
            actual: masked(finding.actual),
            message: finding.message.map { Excerpt(text: masked($0.text), size: $0.size) }
        )
    }
}
