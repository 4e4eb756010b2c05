import JSON

/// A place in a skill file: its value, or nil, and its name in reports.
struct SkillField {
    let value: JSONValue?
    let path: String

    init(_ value: JSONValue?, path: String = "") {
        self.value = value
        self.path = path
    }

    subscript(_ key: String) -> SkillField {
        SkillField(value?[key], path: path.isEmpty ? key : "\(path).\(key)")
    }

    var string: String? { value?.stringValue }
    var bool: Bool? { value?.boolValue }
    var int: Int? { value?.intValue }
    var double: Double? { value?.doubleValue }

    var strings: [String] { elements.compactMap(\.string) }

    var elements: [SkillField] {
        (value?.arrayValue ?? []).enumerated().map { SkillField($0.element, path: "\(path)[\($0.offset)]") }
    }

    var members: [(name: String, field: SkillField)] {
        (value?.objectValue ?? [:]).map { ($0.key, self[$0.key]) }
    }

    /// Nil when there is none, and when it is no pointer, which is reported.
    func pointer(_ faults: inout [SkillFault]) -> JSONPointer? {
        guard let text = string else { return nil }
        do {
            return try JSONPointer(parsing: text)
        } catch {
            faults.append(SkillFault(path, "\(text.debugDescription) is no JSON pointer: write it like /data/0/id"))
            return nil
        }
    }

    /// All pointers of a list.
    func pointers(_ faults: inout [SkillFault]) -> [JSONPointer] {
        elements.compactMap { $0.pointer(&faults) }
    }

    /// Pointers by name.
    func details(_ faults: inout [SkillFault]) -> [ErrorRule.Detail] {
        members.compactMap { member in
            member.field.pointer(&faults).map { ErrorRule.Detail(name: member.name, pointer: $0) }
        }
    }

    /// The name of a place in the file, from a pointer.
    static func path(of pointer: JSONPointer) -> String {
        pointer.tokens.reduce("") { path, token in
            if !token.isEmpty, token.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return "\(path)[\(token)]" }
            return path.isEmpty ? token : "\(path).\(token)"
        }
    }
}
