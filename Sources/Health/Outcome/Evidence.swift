package import JSON
package import Redaction

/// What an outcome rests on: how it was judged, the marks that were found, and a redacted piece of what was said.
package struct Evidence: Sendable, Hashable {
    /// One thing that was found, such as `http.status` = `401`.
    package struct Mark: Sendable, Hashable {
        /// Where it was found, such as `rpc.code`, `exit`, `body.code` or `words`.
        package let name: String
        /// As found, redacted.
        package let value: String
    }

    /// How far the contact had come.
    package let step: ContactStep
    /// How it was judged.
    package let basis: Basis
    /// In the order in which they were found.
    package let marks: [Mark]
    /// The beginning of what the server said; nil when it said nothing.
    package let excerpt: String?

    /// Characters of an excerpt that are kept.
    package static let excerptLimitInCharacters = 300

    /// Puts evidence together; the redactor sees every value and the excerpt.
    package init(
        step: ContactStep,
        basis: Basis,
        marks: [(name: String, value: String)] = [],
        excerpt: String? = nil,
        redactor: Redactor
    ) {
        self.step = step
        self.basis = basis
        self.marks = marks.map { Mark(name: $0.name, value: Self.shortened(redactor.redacted($0.value))) }
        // Redacted first: a secret cut in half is still half a secret.
        self.excerpt = excerpt.flatMap { $0.isEmpty ? nil : Self.shortened(redactor.redacted($0)) }
    }

    private static func shortened(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
        return flat.count > excerptLimitInCharacters ? flat.prefix(excerptLimitInCharacters) + "…" : flat
    }

    /// The value of a mark; nil when it was not found.
    package subscript(_ name: String) -> String? {
        marks.first { $0.name == name }?.value
    }

    /// One line: step, marks, and what was judged by words only is said so.
    package var summary: String {
        var parts = marks.map { "\($0.name) \($0.value)" }
        if parts.isEmpty, let excerpt { parts = ["“\(excerpt)”"] }
        let judged =
            basis == .structure ? "" : basis == .signature ? " (declared by the entry)" : " (by its words only)"
        return "\(step.rawValue): " + (parts.isEmpty ? "nothing was said" : parts.joined(separator: ", ")) + judged
    }

    /// The evidence as it stands in reports and in the API.
    package var json: JSONValue {
        var object: JSONObject = ["step": .string(step.rawValue), "judgedBy": .string(basis.rawValue)]
        object["marks"] = .object(JSONObject(marks.map { ($0.name, .string($0.value)) }))
        object["excerpt"] = excerpt.map { .string($0) }
        return .object(object)
    }
}
