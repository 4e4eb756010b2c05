import JSON
import Registry

extension LintRule {
    /// A default stands in a file that everybody reads.
    static let secretDefault = LintRule("REG-SECRET-DEFAULT", "A secret has no default and no choices.") { subject in
        subject.fields.filter { $0.field.isSecret }.flatMap { field, place in
            [("default", field.usual != nil), ("choices", field.choices != nil)].filter(\.1).map { name, _ in
                EntryFault(place.appending(name), "gives a secret away", fix: "take it out")
            }
        }
    }
}
