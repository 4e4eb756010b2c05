import JSON
import Registry

extension LintRule {
    /// Readers decide by it how far to believe an entry.
    static let provenance = LintRule(
        "REG-PROVENANCE",
        "An entry of the list says what it is, who uses it, how one proves oneself, and where its facts come from."
    ) { subject in
        guard subject.isListed else { return [] }
        let entry = subject.entry
        let missing = [
            ("description", entry.summary == nil, "say in a sentence of your own what agents do with it"),
            ("roles", entry.roles.isEmpty, "name the roles that use it"),
            (
                "provenance", entry.provenance == nil,
                "give confidence and sources: repositories, pages, or a run of the server"
            ),
        ]
        return missing.filter(\.1).map { EntryFault(JSONPointer(tokens: [$0.0]), "is missing", fix: $0.2) }
            + subject.servers.filter { $0.server.provenance == nil }.map {
                EntryFault($0.place.appending("provenance"), "is missing", fix: "give confidence and sources")
            }
            + subject.servers.filter { $0.server.auth == nil && entry.auth == nil }.map {
                EntryFault($0.place.appending("auth"), "is missing", fix: "say how a user proves who they are")
            }
    }
}
