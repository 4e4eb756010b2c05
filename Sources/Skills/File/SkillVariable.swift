package import JSONSchema

/// A value that a user configures: a token, an account, another host.
package struct SkillVariable: Sendable {
    /// As an environment variable would be called.
    package let name: String
    /// What it is and where to find it.
    package let summary: String
    /// Whether calls are refused without it.
    package let isRequired: Bool
    /// Whether it is kept out of everything that is printed.
    package let isSecret: Bool
    /// What a value looks like; nil when anything will do.
    package let pattern: String?
    /// Judges a value by the pattern; nil when anything will do.
    package let schema: JSONSchema?
}
