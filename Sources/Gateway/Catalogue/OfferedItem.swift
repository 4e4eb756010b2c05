package import JSON

/// One tool, prompt, resource or template that a role is offered.
package struct OfferedItem: Sendable, Hashable {
    /// Whose it is; of a resource its URI, of a template its text.
    package let origin: ToolOrigin
    /// What agents call it by.
    package let key: String
    /// As it is listed at the role's endpoint: as its server lists it, but for the name.
    package let json: JSONValue

    init(_ origin: ToolOrigin, key: String, json: JSONValue) {
        self.origin = origin
        self.key = key
        self.json = json
    }
}
