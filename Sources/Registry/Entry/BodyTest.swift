package import JSON

/// One question to a body, about what is found at a place in it.
///
/// The body is the structured content of a tool's result, else its text, or what came over HTTP. Where the way meets a
/// text that is JSON, it goes on inside, because servers put JSON into texts. All that is given must hold.
package struct BodyTest: Sendable, Hashable {
    /// Where to look; nil for the whole body as text.
    package var path: JSONPointer?
    /// Whether there must be something (not null) at the place, or must not.
    package var exists: Bool?
    /// What must be there, exactly.
    package var equals: JSONValue?
    /// A text that must occur in what is there, letter by letter.
    package var contains: String?
    /// A text that must not occur in what is there.
    package var lacks: String?
    /// A regular expression that must match somewhere in what is there.
    package var matches: String?
    /// The least number of elements or members that must be there.
    package var minCount: Int?

    /// Takes what must hold at a place.
    package init(
        _ path: JSONPointer? = nil,
        exists: Bool? = nil,
        equals: JSONValue? = nil,
        contains: String? = nil,
        lacks: String? = nil,
        matches: String? = nil,
        minCount: Int? = nil
    ) {
        self.path = path
        self.exists = exists
        self.equals = equals
        self.contains = contains
        self.lacks = lacks
        self.matches = matches
        self.minCount = minCount
    }
}
