import JSON

/// What of an answer becomes the result of the tool.
struct ResultShape: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable {
        case json, text, file
    }

    struct Pick: Sendable, Hashable {
        let name: String
        let pointer: JSONPointer
        /// Of each item, or of the object; nil takes everything.
        let fields: [ErrorRule.Detail]?
    }

    var kind = Kind.json
    /// Empty takes the whole answer.
    var picks: [Pick] = []
}
