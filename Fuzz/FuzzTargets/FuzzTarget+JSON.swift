import JSON
import JSONSchema

extension FuzzTarget {
    /// The bounds of everything here: small, so that the readers' own bounds are met as well.
    static let limits = JSONLimits(bytes: 1 << 16, depth: 64, containers: 1 << 12, values: 1 << 14)

    static let json = FuzzTarget(
        "json",
        "JSON as values and as text: both take the same texts, and what is written is read as it was."
    ) { bytes throws(BrokenPromise) in
        let value = try? JSONValue(parsing: bytes, limits: limits)
        let text = try? JSONText(validating: bytes, limits: limits)
        try BrokenPromise.unless((value == nil) == (text == nil), "one reader takes it and the other does not")
        guard let value else { return }
        try BrokenPromise.unless(text?.value == value, "the text holds another value")
        let again = try? JSONValue(parsing: value.text(.compact), limits: JSONLimits())
        try BrokenPromise.unless(again == value, "what was written is read as something else")
        let spread = try? JSONValue(parsing: value.text(.pretty), limits: JSONLimits())
        try BrokenPromise.unless(spread == value, "what was written in lines is read as something else")
    }

    static let schema = FuzzTarget(
        "schema",
        "A JSON Schema and, after a line feed, an instance: the same verdict each time, and valid means no violation."
    ) { bytes throws(BrokenPromise) in
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let written = try? JSONValue(parsing: first, limits: limits) else { return }
        guard let schema = try? JSONSchema(written, assertsFormats: true) else { return }
        let instance = parts.count > 1 ? try? JSONValue(parsing: parts[1], limits: limits) : written
        let violations = schema.validate(instance ?? .null)
        try BrokenPromise.unless(schema.validate(instance ?? .null) == violations, "two verdicts on one instance")
    }
}
