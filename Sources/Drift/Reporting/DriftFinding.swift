package import JSON

/// One difference: its class, what it is about, whether it breaks anything, and the single changes it consists of.
package struct DriftFinding: Sendable, Hashable, CustomStringConvertible {
    /// One change in words, at its place.
    package struct Change: Sendable, Hashable, CustomStringConvertible {
        /// Where in the tool's definition; empty for the whole.
        package var place: JSONPointer
        /// The change in words.
        package var what: String

        /// Describes a change.
        package init(_ what: String, at place: JSONPointer = JSONPointer()) {
            self.place = place
            self.what = what
        }

        /// The place, a colon and the change.
        package var description: String { place.tokens.isEmpty ? what : "\(place.text): \(what)" }
    }

    /// What kind it is.
    package var kind: DriftClass
    /// The tool or the request it is about.
    package var subject: String
    /// What changed, place by place; may be empty where the class says all.
    package var changes: [Change]
    /// Whether it breaks what relied on the former state.
    package var isBreaking: Bool

    /// Describes a difference; whether it breaks something follows from its kind unless it is said.
    package init(_ kind: DriftClass, _ subject: String, changes: [Change], isBreaking: Bool? = nil) {
        self.kind = kind
        self.subject = subject
        self.changes = changes
        self.isBreaking = isBreaking ?? kind.isBreaking
    }

    /// The same with one change that has no place; an empty text stands for none.
    package init(_ kind: DriftClass, _ subject: String, _ detail: String, isBreaking: Bool? = nil) {
        self.init(kind, subject, changes: detail.isEmpty ? [] : [Change(detail)], isBreaking: isBreaking)
    }

    /// All changes on one line.
    package var detail: String { changes.map(\.description).joined(separator: "; ") }

    /// One line: class, weight, subject, difference.
    package var description: String { "\(heading)" + (detail.isEmpty ? "" : "  \(detail)") }

    /// Class, weight and subject.
    package var heading: String { "\(kind.rawValue)  \(isBreaking ? "breaking" : "harmless")  \(subject)" }

    /// The same for programs.
    package var json: JSONValue {
        [
            "class": .string(kind.rawValue), "breaking": .bool(isBreaking), "subject": .string(subject),
            "changes": .array(changes.map { ["path": .string($0.place.text), "what": .string($0.what)] }),
        ]
    }
}
