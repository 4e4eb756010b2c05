package import JSON

/// What is installed of an integration.
package struct InstallReport: Sendable, Hashable {
    /// The server of the entry that it is.
    package var server: String
    /// Its version.
    package var version: String
    /// When it was installed.
    package var at: Timestamp
    /// The version that a rollback goes back to; nil without one.
    package var previous: String?

    /// An install.
    package init(server: String, version: String, at: Timestamp, previous: String? = nil) {
        self.server = server
        self.version = version
        self.at = at
        self.previous = previous
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "server": .string(server), "version": .string(version), "at": JSONValue(at),
            "previous": JSONValue(previous),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "install")
        server = try reader.text("server")
        version = try reader.text("version")
        at = try reader.time("at")
        previous = reader["previous"]?.stringValue
    }
}
