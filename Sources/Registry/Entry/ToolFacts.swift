/// What is known of one tool.
package struct ToolFacts: Sendable, Hashable {
    /// What a call names.
    package var name: String
    /// What it does, in our own words.
    package var summary: String?
    /// Arguments that a call must give; nil when not established.
    package var required: [String]?
    /// Arguments that a call may give; nil when not established.
    package var optional: [String]?
    /// Whether it changes nothing; nil when not established.
    package var isReadOnly: Bool?
    /// The toolset it belongs to; nil when it is always listed.
    package var toolset: String?
    /// What the credential must be allowed to do.
    package var scopes: [String]
    /// The generic tool through which alone it is called; such a tool is in no list.
    package var via: String?

    /// A tool of which only the name is known.
    package init(
        _ name: String,
        required: [String]? = nil,
        optional: [String]? = nil,
        readOnly: Bool? = nil
    ) {
        self.name = name
        self.required = required
        self.optional = optional
        isReadOnly = readOnly
        scopes = []
    }
}
