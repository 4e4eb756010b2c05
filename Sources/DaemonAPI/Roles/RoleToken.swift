package import JSON

/// A token by which an agent shows that it may use the endpoint of a role.
package struct RoleToken: Sendable, Hashable {
    /// Names it, for revoking it.
    package var id: String
    /// The role.
    package var role: String
    /// Whom it is for.
    package var name: String
    /// When it was made.
    package var createdAt: Timestamp
    /// The token itself: told once, when it is made.
    package var token: String?

    /// A token that was made at a moment, without the token itself.
    package init(id: String, role: String, name: String, createdAt: Timestamp) {
        self.id = id
        self.role = role
        self.name = name
        self.createdAt = createdAt
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "id": .string(id), "role": .string(role), "name": .string(name), "createdAt": JSONValue(createdAt),
            "token": JSONValue(token),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "token")
        id = try reader.text("id")
        role = try reader.text("role")
        name = try reader.text("name")
        createdAt = try reader.time("createdAt")
        token = reader["token"]?.stringValue
    }
}

extension RoleToken: CustomStringConvertible, CustomReflectable {
    /// Without the token.
    package var description: String { "\(role)/\(name) (\(id))" }

    /// As little as its description.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
