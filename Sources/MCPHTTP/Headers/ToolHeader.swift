package import HTTPTypes

/// An argument of a tool that the tool's schema wants repeated in a header.
package struct ToolHeader: Sendable, Hashable {
    /// The types an argument in a header may have.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case string, integer, boolean
    }

    /// The whole field, prefix included.
    package let field: HTTPField.Name
    /// The property names from the arguments to the value.
    package let path: [String]
    /// By the schema; the argument itself may be of any type.
    package let kind: Kind

    /// Ties a field to the place of an argument.
    package init(field: HTTPField.Name, path: [String], kind: Kind) {
        self.field = field
        self.path = path
        self.kind = kind
    }
}
