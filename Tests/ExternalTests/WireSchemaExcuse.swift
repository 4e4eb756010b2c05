import MCP

/// A place where we differ from the official schema on purpose.
struct WireSchemaExcuse {
    let revisions: [ProtocolRevision]
    let definition: String
    /// How the difference begins.
    let difference: String
    let reason: String

    func covers(_ found: String, in name: String, _ revision: ProtocolRevision) -> Bool {
        revisions.contains(revision) && definition == name && found.hasPrefix(difference)
    }

    static let all: [WireSchemaExcuse] = [
        WireSchemaExcuse(
            revisions: [.july2026],
            definition: "JSONValue",
            difference: "/anyOf: only official",
            reason: "generated without null and without numbers that are no integers, though the source type has both"
        ),
        WireSchemaExcuse(
            revisions: [.july2026],
            definition: "JSONObject",
            difference: "/additionalProperties: only official",
            reason: "refers to JSONValue; we let any member be"
        ),
        WireSchemaExcuse(
            revisions: [.july2026],
            definition: "JSONArray",
            difference: "/items: only official",
            reason: "refers to JSONValue; we let any element be"
        ),
        WireSchemaExcuse(
            revisions: [.june2025],
            definition: "ElicitResult",
            difference: "/properties/content/additionalProperties/type: ours",
            reason: "integer stands where the source type has number, which NumberSchema lets a form ask for"
        ),
        WireSchemaExcuse(
            revisions: [.november2025, .july2026],
            definition: "ElicitResult",
            difference: "/properties/content/additionalProperties/anyOf/type: ours",
            reason: "integer stands where the source type has number, which NumberSchema lets a form ask for"
        ),
        WireSchemaExcuse(
            revisions: [.november2025],
            definition: "ClientResult",
            difference: "/anyOf: only ours {\"$ref\":\"#/$defs/CreateTaskResult\"}",
            reason: "the list leaves the task handle out; it passes as a plain Result, so no value is judged otherwise"
        ),
        WireSchemaExcuse(
            revisions: [.november2025],
            definition: "ServerResult",
            difference: "/anyOf: only ours {\"$ref\":\"#/$defs/CreateTaskResult\"}",
            reason: "the list leaves the task handle out; it passes as a plain Result, so no value is judged otherwise"
        ),
    ]
}
