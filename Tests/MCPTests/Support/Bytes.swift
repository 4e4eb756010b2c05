import JSON

/// The bytes of a message written as text in a test.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Bytes as text, for comparing with a literal.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A value parsed from text in a test; the text of a failure shows up as a string and fails the comparison.
func json(_ text: String) -> JSONValue {
    do {
        return try JSONValue(parsing: text)
    } catch {
        return .string("not JSON: \(error)")
    }
}
