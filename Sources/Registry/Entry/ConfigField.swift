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
    /// Whether the entry marks it as a secret, or as none; nil where it does not say.
    package var secrecy: Bool?
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
        secrecy = secret ? true : nil
    }

    /// Whether it must never be shown, logged or stored in the clear; where nothing is said, its name decides.
    ///
    /// Whoever writes only the name of `MY_API_KEY` means a secret, and a server with a secret needs it proven.
    package var isSecret: Bool { secrecy ?? looksSecret }
}
