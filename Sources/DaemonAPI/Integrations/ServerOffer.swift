package import JSON
package import Registry

/// One of the servers that an entry knows.
package struct ServerOffer: Sendable, Hashable {
    /// Names it within its entry.
    package var id: String
    /// `npm`, `pypi`, `oci`, `remote`, `command` or `skill`.
    package var kind: String
    /// The package, image or skill; nil for remote ones and commands.
    package var package: String?
    /// The pinned version; nil where nobody can choose one.
    package var version: String?
    /// Whether it is the one in use.
    package var isChosen: Bool

    /// A server of an entry.
    package init(_ server: IntegrationServer, isChosen: Bool) {
        id = server.id
        kind = server.kind.rawValue
        self.package = server.package
        version = server.version
        self.isChosen = isChosen
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "id": .string(id), "kind": .string(kind), "package": JSONValue(self.package),
            "version": JSONValue(version), "chosen": .bool(isChosen),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "servers")
        id = try reader.text("id")
        kind = try reader.text("kind")
        self.package = reader["package"]?.stringValue
        version = reader["version"]?.stringValue
        isChosen = reader.truth("chosen")
    }
}
