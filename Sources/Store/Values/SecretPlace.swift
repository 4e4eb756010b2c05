/// Where a secret belongs; it is sealed for this place and opens in no other.
package struct SecretPlace: Sendable, Hashable {
    /// The two kinds of secrets.
    package enum Kind: String, Sendable, Hashable {
        /// A variable that somebody set.
        case setting
        /// What a log-in brought.
        case login
    }

    /// What kind of secret it is.
    package let kind: Kind
    /// The id of the integration.
    package let integration: String
    /// The variable's or the log-in's name.
    package let name: String

    /// A place of a kind, in an integration, under a name.
    package init(_ kind: Kind, _ integration: String, _ name: String) {
        self.kind = kind
        self.integration = integration
        self.name = name
    }
}
