import JSON
import JSONSchema

/// Regular expressions in the dialect of JSON Schema, which is that of every pattern in an entry.
enum TextPattern {
    /// A schema that accepts the texts in which the pattern matches; nil for what is no pattern.
    static func schema(_ pattern: String) -> JSONSchema? {
        // Why it is none does not help a reader more than the pattern itself does.
        try? JSONSchema(["type": "string", "pattern": .string(pattern)])
    }
}
