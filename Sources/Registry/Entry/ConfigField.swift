package import JSON

/// One value that a user configures; servers get it as an environment variable of this name.
package struct ConfigField: Sendable, Hashable {
    /// What kind of text is a valid value.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Any text.
        case string
        /// Digits, perhaps after a minus sign.
        case integer
        /// `true` or `false`.
        case boolean
        /// An absolute address.
        case url
        /// A file or folder on this machine.
        case path
        /// A JSON text.
        case json
    }

    /// Letters, digits and underscores.
    package var name: String
    /// What kind of text is a valid value.
    package var kind: Kind
    /// What it is and where a user finds it.
    package var summary: String?
    /// Whether nothing works without it.
    package var isRequired: Bool
    /// Whether it must never be shown, logged or stored in the clear.
    package var isSecret: Bool
    /// What a value must match, as a regular expression that is not anchored.
    package var pattern: String?
    /// The only values there are; nil for any.
    package var choices: [String]?
    /// What the server itself takes when nothing is configured.
    package var usual: JSONValue?
    /// Where the vendor explains it.
    package var docs: String?

    /// A text that is neither required nor secret.
    package init(_ name: String, _ kind: Kind = .string, required: Bool = false, secret: Bool = false) {
        self.name = name
        self.kind = kind
        isRequired = required
        isSecret = secret
    }
}
