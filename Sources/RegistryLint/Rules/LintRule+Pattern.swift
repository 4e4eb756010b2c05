import JSON
import Registry

extension LintRule {
    /// A pattern that cannot be read judges nothing.
    static let pattern = LintRule("REG-PATTERN", "Every pattern is a regular expression of JSON Schema.") { subject in
        let fields = subject.fields.compactMap { field, place in
            field.pattern.map { ($0, place.appending("pattern")) }
        }
        let tests = subject.bodyTests.compactMap { test, place in
            test.matches.map { ($0, place.appending("matches")) }
        }
        return (fields + tests).filter { TextPattern.schema($0.0) == nil }.map { pattern, place in
            EntryFault(place, "is \"\(pattern)\", which is no regular expression", fix: "mend it; a \\ is written \\\\")
        }
    }
}
