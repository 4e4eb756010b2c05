import JSON
import JSONSchema

/// One of the two schemas of a tool, with what its growing and shrinking mean.
struct SchemaDrift {
    /// Where it stands in the definition.
    let key: String
    let narrowed: DriftClass
    let widened: DriftClass
    let reading: SchemaComparison.Reading

    /// Who calls a tool sends nothing that its schema does not mention, so a new optional argument widens it.
    static let input = SchemaDrift(
        key: "inputSchema",
        narrowed: .inputNarrowed,
        widened: .inputWidened,
        reading: .mentionedMembersOnly
    )

    /// Who reads a result takes whatever comes, so a new member of an open object only promises more.
    static let output = SchemaDrift(
        key: "outputSchema",
        narrowed: .outputNarrowed,
        widened: .outputWidened,
        reading: .exact
    )

    /// A schema that became something else has both: what it lost and what it gained, each in its own finding.
    func findings(_ name: String, _ old: JSONValue, _ new: JSONValue) -> [DriftFinding] {
        guard old != new else { return [] }
        let comparison = SchemaComparison.compare(old: old, new: new, reading: reading)
        switch comparison.relation {
        case .equivalent: return []
        case .narrowed: return [finding(narrowed, name, comparison.changes)]
        case .widened: return [finding(widened, name, comparison.changes)]
        case .incomparable: return split(name, comparison.changes)
        }
    }

    /// What is not proven harmless counts as what breaks.
    private func split(_ name: String, _ changes: [SchemaComparison.Change]) -> [DriftFinding] {
        let worse = narrowed.isBreaking ? narrowed : widened
        let lost = changes.filter { $0.relation == .narrowed }
        let required = Set(lost.map { ($0.path.text + " " + $0.what).replacing("required property", with: "property") })
        let gained = changes.filter { $0.relation == .widened }.filter {
            // A closed object that demands one more member allows it, too: that is one change, not two.
            !required.contains($0.path.text + " " + $0.what)
        }
        guard !gained.isEmpty else { return [finding(worse, name, changes.filter { $0.relation != .widened })] }
        guard !lost.isEmpty else { return [finding(worse, name, changes)] }
        let unclear = changes.filter { $0.relation != .narrowed && $0.relation != .widened }
        return [
            finding(narrowed, name, lost + (worse == narrowed ? unclear : [])),
            finding(widened, name, gained + (worse == widened ? unclear : [])),
        ]
    }

    private func finding(_ kind: DriftClass, _ name: String, _ changes: [SchemaComparison.Change]) -> DriftFinding {
        DriftFinding(
            kind,
            name,
            changes: changes.map { .init($0.what, at: JSONPointer(tokens: [key] + $0.path.tokens)) }
        )
    }
}
