import JSON
import Registry

extension LintRule {
    /// Nothing can be done with an entry that no server reaches.
    static let server = LintRule("REG-SERVER", "An entry has at least one server.") { subject in
        guard subject.entry.servers.isEmpty else { return [] }
        return [
            EntryFault(
                JSONPointer(tokens: ["servers"]),
                "is empty",
                fix: "give a server, or the short form's npmPackage"
            )
        ]
    }
}
