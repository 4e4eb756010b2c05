import JSON

extension BodyTemplate {
    private static let forms = ["$argument", "$each", "$item", "$when"]

    /// Reads a template and reports everything that is none.
    static func read(_ field: SkillField, _ faults: inout [SkillFault]) -> BodyTemplate {
        switch field.value {
        case .array:
            return .array(field.elements.map { read($0, &faults) })
        case .object(let object):
            guard let form = forms.first(where: { object[$0] != nil }) else {
                return .object(field.members.map { Member(key: $0.name, value: read($0.field, &faults)) })
            }
            return read(field, form, &faults)
        default:
            return .fixed(field.value ?? .null)
        }
    }

    private static func read(_ field: SkillField, _ form: String, _ faults: inout [SkillFault]) -> BodyTemplate {
        let allowed = [
            "$argument": ["map", "default"], "$item": ["map", "default"], "$each": ["of"], "$when": ["then", "else"],
        ]
        for member in field.members where member.name != form && !(allowed[form] ?? []).contains(member.name) {
            faults.append(SkillFault(member.field.path, "does not belong beside \(form): take it out"))
        }
        guard let name = field[form].string else {
            faults.append(SkillFault(field[form].path, "is no text: name an argument, or a pointer into the item"))
            return .fixed(.null)
        }
        let reading = Reading(map: field["map"].value?.objectValue, fallback: field["default"].value)
        switch form {
        case "$argument": return .argument(name, reading)
        case "$item": return .item(field[form].pointer(&faults) ?? JSONPointer(), reading)
        case "$each": return .each(name, of: read(field["of"], &faults))
        default:
            return .when(
                name,
                then: read(field["then"], &faults),
                otherwise: field["else"].value == nil ? nil : read(field["else"], &faults)
            )
        }
    }
}
