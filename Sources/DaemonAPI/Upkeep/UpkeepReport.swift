package import JSON

/// What a piece of upkeep did: a rotation of the vault's key, a backup.
package struct UpkeepReport: Sendable, Hashable {
    /// What was done, in a sentence.
    package var message: String
    /// How many values it touched; nil where nothing is counted.
    package var count: Int?
    /// The file that it wrote; nil for none.
    package var file: String?

    /// A report.
    package init(message: String, count: Int? = nil, file: String? = nil) {
        self.message = message
        self.count = count
        self.file = file
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "message": .string(message), "count": count.map { JSONValue($0) } ?? .null, "file": JSONValue(file),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "upkeep")
        message = try reader.text("message")
        count = reader["count"]?.intValue
        file = reader["file"]?.stringValue
    }
}
