package import JSON

/// A definition of a tool that somebody has to look at before agents get it.
package struct ToolReview: Sendable, Hashable {
    /// Why it waits.
    package enum Standing: String, Sendable, Hashable, CaseIterable {
        /// It is not the one that was approved.
        case changed
        /// Something in it is suspicious, and nobody has approved it.
        case suspicious
        /// Nobody has looked at it, and a role wants that somebody does.
        case unreviewed
        /// Somebody has looked at it, and does not want it; it waits for another definition.
        case refused
    }

    /// The integration that lists it.
    package var integration: String
    /// The tool's name.
    package var tool: String
    /// Why it waits.
    package var standing: Standing
    /// The hash of the definition, which an approval may name.
    package var hash: String
    /// Since when the server says so.
    package var since: Timestamp
    /// What has changed, and what is suspicious, for people.
    package var text: String
    /// The definition itself.
    package var definition: JSONValue
    /// The definition that was approved before, to be held against it; nil where there is none.
    package var approved: JSONValue?

    /// A definition that waits.
    package init(
        _ integration: String,
        tool: String,
        standing: Standing,
        hash: String,
        since: Timestamp,
        text: String,
        definition: JSONValue,
        approved: JSONValue? = nil
    ) {
        self.integration = integration
        self.tool = tool
        self.standing = standing
        self.hash = hash
        self.since = since
        self.text = text
        self.definition = definition
        self.approved = approved
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "integration": .string(integration), "tool": .string(tool), "standing": .string(standing.rawValue),
            "hash": .string(hash), "since": JSONValue(since), "text": .string(text), "definition": definition,
            "approved": approved ?? .null,
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "tools")
        self.init(
            try reader.text("integration"),
            tool: try reader.text("tool"),
            standing: Standing(rawValue: try reader.text("standing")) ?? .unreviewed,
            hash: try reader.text("hash"),
            since: try reader.time("since"),
            text: try reader.text("text"),
            definition: reader["definition"] ?? .null,
            approved: reader["approved"].flatMap { $0.isNull ? nil : $0 }
        )
    }
}
