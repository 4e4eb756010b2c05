/// A variable of an integration as far as judging needs it: never its value.
package struct CredentialVariable: Sendable, Hashable {
    /// The name of the variable.
    package var name: String
    /// Whether it is a credential or part of one.
    package var isSecret: Bool
    /// Whether nothing works without it.
    package var isRequired: Bool
    /// Whether it has a value.
    package var isSet: Bool

    /// Describes a variable.
    package init(_ name: String, isSecret: Bool, isRequired: Bool, isSet: Bool) {
        self.name = name
        self.isSecret = isSecret
        self.isRequired = isRequired
        self.isSet = isSet
    }
}
