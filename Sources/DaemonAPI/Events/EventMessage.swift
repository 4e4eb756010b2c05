package import JSON

/// Something that happened, as `GET /api/events` tells it.
package struct EventMessage: Sendable, Hashable {
    /// The kinds of things that happen.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The state of an integration changed.
        case state
        /// A step of an installation.
        case install
        /// Settings of an integration changed; names only.
        case configuration
        /// An integration was added, removed, enabled or disabled, or the registry's files were read again.
        case registry
        /// A log-in began, ended or was given up.
        case login
        /// Somebody used a button, menu or form that was posted for an agent.
        case interaction
        /// A role was given other integrations, or became ready or unready.
        case role
        /// Events were lost to this listener: it should ask for the status anew.
        case gap
    }

    /// Grows with every event since the daemon started; 0 before it was published.
    package var id: Int64
    /// When it happened.
    package var at: Timestamp
    /// What kind of thing.
    package var kind: Kind
    /// The integration it is about; nil for none.
    package var integration: String?
    /// The rest, by kind: for `state` it has `from`, `to` and `reason`.
    package var details: JSONObject

    /// An event that was not published yet.
    package init(_ kind: Kind, integration: String? = nil, details: JSONObject = [:], at: Timestamp) {
        id = 0
        self.at = at
        self.kind = kind
        self.integration = integration
        self.details = details
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "id": .number(JSONNumber(id)), "at": JSONValue(at), "kind": .string(kind.rawValue),
            "integration": JSONValue(integration), "details": .object(details),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "event")
        id = Int64(try reader.count("id"))
        at = try reader.time("at")
        kind = try reader.word("kind")
        integration = reader["integration"]?.stringValue
        details = reader["details"]?.objectValue ?? [:]
    }
}
