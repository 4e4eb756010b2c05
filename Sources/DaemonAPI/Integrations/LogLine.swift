package import JSON

/// A line that a server wrote to its standard error, without secrets.
package struct LogLine: Sendable, Hashable {
    /// When it was read; nil where the file does not say.
    package var at: Timestamp?
    /// Without its end of line.
    package var text: String

    /// A line.
    package init(at: Timestamp?, text: String) {
        self.at = at
        self.text = text
    }

    /// As it stands in the API.
    package var json: JSONValue { ["at": JSONValue(at), "text": .string(text)] }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "lines")
        at = reader.timeIfAny("at")
        text = try reader.text("text")
    }
}
