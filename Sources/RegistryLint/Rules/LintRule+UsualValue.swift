import JSON
import Registry

extension LintRule {
    /// A form that is filled in with its own defaults must be accepted.
    static let usualValue = LintRule("REG-DEFAULT", "Defaults and choices are valid values themselves.") { subject in
        subject.fields.flatMap { field, place in
            var free = field
            free.choices = nil
            let choices = (field.choices ?? []).enumerated().compactMap { index, choice in
                free.fault(of: choice).map { (place.appending("choices").appending(index), $0) }
            }
            let usual = field.usual.flatMap { value in
                field.fault(of: text(value)).map { (place.appending("default"), $0) }
            }
            return (choices + [usual].compactMap(\.self)).map { place, fault in
                EntryFault(place, fault, fix: "mend the value, or what the field demands")
            }
        }
    }

    private static func text(_ value: JSONValue) -> String {
        value.stringValue ?? value.description
    }
}
