import JSON
import Registry

extension LintRule {
    /// Only what is marked is masked and encrypted.
    static let secretFlag = LintRule(
        "REG-SECRET",
        "A variable that is named like a secret is marked as one.",
        // Unmarked it counts as one; shipped entries say so.
        severity: { $0.tier == nil ? .warning : .error }
    ) { subject in
        subject.fields.filter { $0.field.secrecy != true && $0.field.looksSecret }.map { field, place in
            EntryFault(
                place,
                "is named like a secret but is not marked",
                fix: "add \"secret\": true, or \"type\": \"path\" if it names a file"
            )
        }
    }
}
