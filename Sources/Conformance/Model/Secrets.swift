import Glibc

/// Values that must appear in no report, and the masking that keeps them out in every spelling we know of.
package struct Secrets: Sendable, CustomStringConvertible {
    private struct Spelling: Sendable {
        let text: String
        let pattern: [UInt8]
        let name: String

        init(_ text: String, of name: String) {
            (self.text, self.name) = (text, name)
            pattern = Array(text.utf8)
        }

        var replacement: String { "[\(name)]" }
    }

    /// Shorter values are no secrets, and masking them would make every report unreadable.
    private static let minimumLengthInCharacters = 4

    private let spellings: [Spelling]

    /// Secrets by the name of the variable that holds them.
    package init(_ values: [String: String] = [:]) {
        var spellings: [Spelling] = []
        for (name, value) in values where value.count >= Secrets.minimumLengthInCharacters {
            for text in Secrets.spellings(of: value) {
                spellings.append(Spelling(text, of: name))
            }
        }
        // The longest first, so that a secret that contains another is masked whole.
        self.spellings = spellings.sorted { ($0.text.utf8.count, $1.text) > ($1.text.utf8.count, $0.text) }
    }

    /// The text with every secret replaced by the name of its variable in brackets.
    package func masked(_ text: String) -> String {
        // Nearly every text has none, and looking costs much less than replacing.
        guard name(in: Array(text.utf8)) != nil else { return text }
        return spellings.reduce(into: text) { text, spelling in
            text = Secrets.replacing(spelling.text, in: text, with: spelling.replacement)
        }
    }

    /// The name of a variable whose value stands in these bytes, in any spelling; nil when none does.
    func name(in bytes: [UInt8]) -> String? {
        bytes.withUnsafeBytes { text in spellings.first { Secrets.contains(text, $0.pattern) }?.name }
    }

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

    /// How many spellings are masked: the values themselves are never printed.
    package var description: String {
        "Secrets(\(spellings.count) spellings)"
    }

    private func masked(_ finding: Finding) -> Finding {
        Finding(
            expected: masked(finding.expected),
            actual: masked(finding.actual),
            message: finding.message.map { Excerpt(text: masked($0.text), size: $0.size) }
        )
    }

    private static func contains(_ text: UnsafeRawBufferPointer, _ pattern: [UInt8]) -> Bool {
        guard let base = text.baseAddress, let first = pattern.first else { return false }
        var offset = 0
        while offset + pattern.count <= text.count,
            let found = memchr(base + offset, Int32(first), text.count - pattern.count - offset + 1)
        {
            if memcmp(found, pattern, pattern.count) == 0 { return true }
            offset = base.distance(to: UnsafeRawPointer(found)) + 1
        }
        return false
    }

    private static func replacing(_ secret: String, in text: String, with replacement: String) -> String {
        let pattern = Array(secret.utf8)
        let bytes = Array(text.utf8)
        guard pattern.count <= bytes.count else {
            return text
        }
        var masked: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let end = index + pattern.count
            if end <= bytes.count, bytes[index] == pattern[0], bytes[index..<end].elementsEqual(pattern) {
                masked.append(contentsOf: replacement.utf8)
                index = end
            } else {
                masked.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: masked, as: UTF8.self)
    }
}
