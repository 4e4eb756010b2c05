import JSON

/// One argument of a tool and where its value goes.
struct SkillParameter: Sendable {
    enum Place: String, Sendable, Hashable {
        case path, query, header, body
    }

    /// How a list is written in a query or form: the name repeated, repeated with brackets, or one value.
    enum ListStyle: String, Sendable, Hashable {
        case `repeat`, brackets, comma, json
    }

    let name: String
    let place: Place
    let wireName: String
    let isRequired: Bool
    let style: ListStyle
    /// Sent when the caller gives nothing.
    let fallback: JSONValue?
}
