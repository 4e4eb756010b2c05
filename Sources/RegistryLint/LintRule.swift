package import Registry

/// One thing that a sound entry keeps, beyond being readable.
package struct LintRule: Sendable {
    /// Stable name, such as `REG-VERSION`.
    package let id: String
    /// The rule in one sentence.
    package let summary: String
    /// How bad it is to break it; entries of the shipped list may be held to more than a user's own.
    package let severity: @Sendable (Integration) -> RegistryFault.Severity
    /// What of the entry breaks the rule.
    package let check: @Sendable (LintSubject) -> [EntryFault]

    init(
        _ id: String,
        _ summary: String,
        severity: @escaping @Sendable (Integration) -> RegistryFault.Severity = { _ in .error },
        check: @escaping @Sendable (LintSubject) -> [EntryFault]
    ) {
        self.id = id
        self.summary = summary
        self.severity = severity
        self.check = check
    }
}
